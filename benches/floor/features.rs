//! The phones alone, and what each of their features costs.

use crate::clock::Case;
use crate::luck;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::find;
use fairfloor::sim;
use fairfloor::sim::floor::{Floor, Unwatched};

/// The phones of a year without anybody's behaviour, mornings and evenings left out.
pub fn floor_case(name: &str, levers: &[(&str, Value)]) -> Case {
    let mut scenario = find("seed-status-quo")
        .expect("a preset")
        .scenario()
        .with("behaviour.enabled", Value::Switch(false));
    for (path, value) in levers {
        scenario = scenario.with(path, value.clone());
    }
    let plan = Plan::new(&scenario).expect("sound");
    let seats = plan.shifts().iter().enumerate();
    let desks: Vec<_> = seats
        .map(|(seat, shift)| {
            let mut desk = sim::ordinary_desk(&plan, seat, shift);
            desk.specialist = plan.is_specialist(seat);
            desk
        })
        .collect();
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            let mut floor = Floor::default();
            let mut calls = 0;
            for day in 0..250 {
                floor.desks.clone_from(&desks);
                let counts = floor.run_day(&plan, luck(0), day, &mut Unwatched);
                let handled: u32 = floor.desks.iter().map(|d| d.tally.handled).sum();
                let lost = counts.abandoned + counts.lost_in_transfer;
                assert_eq!(counts.offered, handled + lost + counts.waiting_at_close);
                calls += u64::from(counts.offered + counts.blocked);
            }
            calls
        }),
    }
}

/// One feature at a time, against the floor without it. The first of them stay on the plain path; with one
/// of those called so the loop over events runs instead.
pub fn features() -> Vec<Case> {
    let number = Value::Number;
    let on = || Value::Switch(true);
    let cases: [(&str, Vec<(&str, Value)>); 11] = [
        (
            "nobody calls again",
            vec![
                ("demand.returns.unresolved_share", number(0.0)),
                ("demand.returns.redial_share", number(0.0)),
            ],
        ),
        (
            "one kind of call",
            vec![
                ("demand.types.fee.share", number(0.0)),
                ("demand.types.form.share", number(0.0)),
                ("demand.types.complaint.share", number(0.0)),
            ],
        ),
        ("days alike", vec![("demand.day_cv", number(0.0))]),
        (
            "exponential talk",
            vec![("demand.talk_shape", Value::Choice("exponential"))],
        ),
        (
            "two kinds of patience",
            vec![("demand.impatient_share", number(0.2))],
        ),
        (
            "no breaks",
            vec![
                ("workforce.lunch_minutes", number(0.0)),
                ("support.rest_minutes_per_day", number(0.0)),
            ],
        ),
        (
            "events: two priorities",
            vec![("demand.types.complaint.first", on())],
        ),
        (
            "events: second line",
            vec![
                ("workforce.second_line.share", number(0.2)),
                ("demand.types.form.transfer_share", number(0.3)),
            ],
        ),
        ("events: callbacks", vec![("demand.callback.enabled", on())]),
        ("events: 50 lines", vec![("demand.lines", Value::Whole(50))]),
        (
            "events: queue finished after closing",
            vec![("calendar.finish_queue", on())],
        ),
    ];
    let cases = cases.into_iter();
    cases
        .map(|(name, levers)| floor_case(&format!("feature: {name}"), &levers))
        .collect()
}
