//! Catching up in halls whose every metric is known: what is found is what is there.

use super::*;
use crate::scenario::Scenario;
use crate::scenario::checked::tests::checked;
use crate::study::Study;
use crate::study::board::Keep;
use crate::study::board::tests::outcome;
use crate::study::search::levers::read;

const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
const OPEN: &str = "appraisal.openness_share";
const REST: &str = "support.rest_minutes_per_day";

/// Target and openness of a scenario, each weighed, as its yearly turnover; the same luck for all.
fn turnover(scenario: &Scenario, weights: (f64, f64), year: u32) -> f64 {
    let target = scenario.appraisal.kpis.call_volume.target_per_day;
    let open = scenario.appraisal.openness_share;
    weights.0 * target - weights.1 * open + f64::from(year % 3)
}

/// A study of two levers, of which so many years are run; None for all.
pub fn run(
    behind: Checked,
    ahead: Checked,
    weights: (f64, f64),
    most: Option<usize>,
) -> Study<CatchUp> {
    let levers = [format!("{TARGET}=45:85"), format!("{OPEN}=0:1")];
    let levers = levers.map(|text| read(&behind, &text).expect("a lever"));
    let asked = CatchUp::new(Claim::better(0), behind, ahead, levers.to_vec(), 4);
    drive(asked, weights, most)
}

fn drive(asked: CatchUp, weights: (f64, f64), most: Option<usize>) -> Study<CatchUp> {
    let mut study = Study::new(asked, 1, Keep::default());
    for _ in 0..most.unwrap_or(10_000) {
        let Some(task) = study.wanted().next() else {
            break;
        };
        let scenario = study.board().scenario(task.cell).clone();
        let value = turnover(&scenario, weights, task.replication);
        study.take(task, outcome(value));
    }
    study
}

pub fn caught(study: &Study<CatchUp>) -> (&CatchUp, Caught) {
    let asked = study.question();
    (asked, asked.result(study.board()))
}

/// The standard scenario with this target and openness.
pub fn hall(target: f64, open: f64) -> Checked {
    let hall = Scenario::standard()
        .with(TARGET, Value::Number(target))
        .with(OPEN, Value::Number(open));
    checked(hall)
}

/// Means of a few sums and differences are exact but for their last bits.
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn the_smallest_move_that_does_it_is_found_on_the_controls_steps() {
    let study = run(hall(82.0, 0.4), hall(60.0, 0.4), (1.0, 1.0), None);
    let (asked, found) = caught(&study);
    assert!(found.complete && found.together.is_none());
    near(found.margin.expect("a margin").mean, -22.0);
    let [one] = found.singles.as_slice() else {
        panic!("{found:?}");
    };
    let Value::Number(target) = asked.value(one.moves[0]) else {
        panic!("an amount");
    };
    // Four halvings of the 37 from 82 to 45 leave less than three.
    assert!(
        (57.0..60.0).contains(&target) && target.fract() == 0.0,
        "{target}"
    );
    let there = asked.changed(&one.moves).expect("it was run");
    assert_eq!(there.appraisal.kpis.call_volume.target_per_day, target);
    near(one.margin.mean, 60.0 - target);
    // Openness alone, at its best end, is the less helpful of the two.
    assert_eq!(
        found.tried.iter().map(|t| t.lever).collect::<Vec<_>>(),
        [0, 1]
    );
    near(found.tried[0].margin.mean, 15.0);
    near(found.tried[1].margin.mean, -22.0 + 0.6);
}

#[test]
fn where_none_is_enough_several_are_moved_and_what_is_too_far_is_said() {
    // The target brings 37, openness 12, and 45 are wanted.
    let weights = (1.0, 20.0);
    let study = run(hall(82.0, 0.4), hall(37.0, 0.4), weights, None);
    let (_, found) = caught(&study);
    let both = found.together.expect("both");
    assert!(found.complete && found.singles.is_empty());
    assert_eq!(both.moves, [(0, 0.0), (1, 1.0)]);
    near(both.margin.mean, 4.0);
    let study = run(hall(82.0, 0.4), hall(30.0, 0.4), weights, None);
    let (_, found) = caught(&study);
    let nearest = found.together.expect("the nearest");
    assert!(found.complete);
    near(nearest.margin.mean, -3.0);
    let study = run(hall(82.0, 0.4), hall(90.0, 0.4), weights, None);
    let (_, found) = caught(&study);
    near(found.margin.expect("a margin").mean, 8.0);
    assert!(found.singles.is_empty() && found.together.is_none());
}

#[test]
fn stopped_within_the_first_round_it_says_what_does_it_so_far() {
    let whole = |most| run(hall(82.0, 0.4), hall(60.0, 0.4), (1.0, 1.0), most);
    // Four years of either scenario and two of the target's lower end.
    let study = whole(Some(10));
    let (_, found) = caught(&study);
    assert!(!found.complete && !study.is_done());
    let [one] = found.singles.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((one.moves[0], one.margin.count), ((0, 0.0), 2));
    assert_eq!(found.tried.len(), 1);
    assert!(caught(&whole(Some(3))).1.tried.is_empty());
    assert!(caught(&whole(Some(0))).1.margin.is_none());
}

#[test]
fn what_no_hall_can_be_run_with_is_not_tried() {
    let short = hall(82.0, 0.4).changed(|short| {
        short.workforce.shift_hours = 1.0;
        short.workforce.lunch_minutes = 30.0;
        short.support.rest_minutes_per_day = 20.0;
    });
    let short = short.expect("sound");
    let lever = read(&short, &format!("{REST}=10:40")).expect("a lever");
    let longest = short.changed(|short| short.support.rest_minutes_per_day = 40.0);
    assert!(longest.is_err());
    let ahead = hall(60.0, 0.4);
    let asked = CatchUp::new(Claim::better(0), short, ahead, vec![lever], 4);
    let study = drive(asked, (1.0, 1.0), None);
    let (_, found) = caught(&study);
    assert!(study.is_done() && found.complete);
    // The two, and one with the shorter rest.
    assert_eq!(study.board().cells().len(), 3);
    assert_eq!(found.tried.iter().map(|t| t.at).collect::<Vec<_>>(), [0.0]);
}
