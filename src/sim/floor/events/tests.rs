//! Where lines are few, who takes one and until when.

use super::super::{Floor, Unwatched};
use crate::rng::Luck;
use crate::scenario::Scenario;
use crate::scenario::plan::Plan;
use crate::sim::ordinary_desk;

/// How many find no line where two lines lead to one desk and every call takes a hundred seconds, by the
/// seconds after opening at which calls come. Nobody loses patience or calls again.
fn blocked(seconds: &[f64]) -> u32 {
    let mut scenario = Scenario::standard();
    scenario.behaviour.enabled = false;
    scenario.workforce.headcount = 1;
    let demand = &mut scenario.demand;
    demand.lines = 2;
    demand.mean_patience_seconds = 86_400.0;
    demand.returns.unresolved_share = 0.0;
    demand.returns.redial_share = 0.0;
    (demand.talk_cv, demand.after_call_seconds) = (0.0, 0.0);
    for kind in demand.types.all_mut() {
        kind.talk_seconds = 100.0;
    }
    let plan = Plan::new(&scenario).expect("sound");
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    let mut floor = Floor {
        desks: vec![ordinary_desk(&plan, 0, &plan.shifts()[0])],
        ..Floor::default()
    };
    let opens = plan.load().opens;
    let times: Vec<f64> = seconds.iter().map(|second| opens + second).collect();
    let counts = floor.run_given_day(&plan, luck, 0, &times, &mut Unwatched);
    assert_eq!(counts.abandoned + counts.waiting_at_close, 0);
    counts.blocked
}

#[test]
fn whoever_is_put_through_waits_no_more_and_leaves_room_for_another_who_waits() {
    // One talks and one waits; when the first is done, the second talks and a third may wait.
    assert_eq!(blocked(&[10.0, 20.0, 120.0, 220.0, 320.0]), 0);
    assert_eq!(blocked(&[10.0, 20.0, 30.0, 120.0, 130.0]), 2);
}
