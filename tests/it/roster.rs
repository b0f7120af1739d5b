//! Promise: the levers of the real roster reach the phones. A whole year's floor is held against the
//! oracle morning by morning, with the desks that lateness, absence and shifts left that day.

use crate::oracle::oracle;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::sim;
use fairfloor::sim::floor::arrivals::Arrivals;

/// What a year's mornings and its phones came to.
#[derive(Default, Debug)]
struct Year {
    /// Desks that opened after their shift began, and by how many seconds in all.
    late: u32,
    late_seconds: f64,
    /// Mornings of people who were not there.
    missing: u32,
    mornings: u32,
    /// Offered, abandoned, waiting at close, in time: by the oracle, and by the year's ledger.
    expected: [u64; 4],
    found: [u64; 4],
    waits: [f64; 2],
}

fn small(levers: &[(&str, Value)]) -> Scenario {
    let mut scenario = Scenario::standard()
        .with("workforce.headcount", Value::Whole(9))
        .with("demand.calls_per_day", Value::Number(500.0))
        .with("demand.day_cv", Value::Number(0.3))
        .with("demand.day_correlation", Value::Number(0.6))
        .with("calendar.working_days_per_year", Value::Whole(60))
        .with("calendar.warmup_months", Value::Whole(0));
    for (path, value) in levers {
        scenario = scenario.with(path, value.clone());
    }
    scenario
}

fn year(levers: &[(&str, Value)], replication: u32) -> Year {
    let plan = Plan::new(&small(levers)).expect("sound");
    let luck = Luck {
        seed: 5,
        replication,
    };
    let mut year = Year::default();
    let mut arrivals = Arrivals::default();
    let ledger = sim::replicate_watched(&plan, luck, |day, desks| {
        for desk in desks {
            let shift = &plan.shifts()[desk.seat];
            let late = desk.works.free_at - shift.start;
            year.late += u32::from(late > 0.0);
            year.late_seconds += late;
        }
        year.mornings += desks.len() as u32;
        year.missing += (plan.shifts().len() - desks.len()) as u32;
        let (_, counts, _) = oracle(&plan, desks.to_vec(), &mut arrivals, luck, day);
        let counted = [
            counts.offered,
            counts.abandoned,
            counts.waiting_at_close,
            counts.in_time,
        ];
        for (sum, count) in year.expected.iter_mut().zip(counted) {
            *sum += u64::from(count);
        }
        year.waits[0] += counts.wait_seconds;
    });
    for week in &ledger.weeks {
        let counted = [
            week.offered,
            week.abandoned,
            week.waiting_at_close,
            week.in_time,
        ];
        for (sum, count) in year.found.iter_mut().zip(counted) {
            *sum += u64::from(count);
        }
        year.waits[1] += week.wait_seconds;
    }
    year
}

/// Years with these levers, each agreeing with the oracle to the call.
fn agreed(levers: &[(&str, Value)]) -> Year {
    let mut sum = Year::default();
    for replication in 0..4 {
        let one = year(levers, replication);
        assert_eq!(one.expected, one.found, "{levers:?}");
        let [expected, found] = one.waits;
        assert!((expected - found).abs() < 1e-6 * expected, "{one:?}");
        assert!(one.found[0] > 20_000, "{one:?}");
        sum.late += one.late;
        sum.late_seconds += one.late_seconds;
        sum.missing += one.missing;
        sum.mornings += one.mornings;
    }
    sum
}

/// Without anything else that keeps people off the phones in the morning.
const NO_SESSIONS: [(&str, Value); 2] = [
    ("development.training.hours_per_month", Value::Number(0.0)),
    (
        "support.stress_relief.frequency_per_month",
        Value::Number(0.0),
    ),
];

#[test]
fn lateness_opens_desks_late_and_the_year_agrees_with_the_oracle() {
    let with = |share, minutes| {
        let lateness = [
            ("workforce.lateness.share", Value::Number(share)),
            ("workforce.lateness.minutes", Value::Number(minutes)),
        ];
        agreed(&[NO_SESSIONS.as_slice(), lateness.as_slice()].concat())
    };
    let none = with(0.0, 40.0);
    assert_eq!(none.late, 0, "{none:?}");
    let late = with(0.3, 40.0);
    // Three in ten, within four standard errors of as many independent mornings.
    let share = f64::from(late.late) / f64::from(late.mornings);
    let error = (0.3 * 0.7 / f64::from(late.mornings)).sqrt();
    assert!((share - 0.3).abs() < 4.0 * error, "{share} ± {error}");
    let mean = late.late_seconds / f64::from(late.late) / 60.0;
    println!("{share:.3} late by {mean:.1} minutes");
    assert!(mean > 20.0, "{mean}");
}

#[test]
fn absence_leaves_desks_empty_and_the_year_agrees_with_the_oracle() {
    let home = |share| ("behaviour.parameters.home.absence", Value::Number(share));
    let (few, many) = (agreed(&[home(0.0)]), agreed(&[home(0.15)]));
    let share = |year: &Year| f64::from(year.missing) / f64::from(year.missing + year.mornings);
    println!(
        "{:.3} and {:.3} of mornings missing",
        share(&few),
        share(&many)
    );
    assert!(share(&many) > share(&few) + 0.1, "{few:?} {many:?}");
}

#[test]
fn staggered_shifts_and_breaks_come_from_the_roster_and_agree() {
    for (hours, lunch) in [(4.0, 0.0), (6.5, 30.0), (8.5, 75.0)] {
        agreed(&[
            ("workforce.shift_hours", Value::Number(hours)),
            ("workforce.lunch_minutes", Value::Number(lunch)),
        ]);
    }
}
