//! Promise: the levers of the real roster reach the phones. A whole year's floor is held against the
//! oracle morning by morning, with the desks that lateness, absence and shifts left that day.

use crate::oracle::oracle;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::{Plan, Shift};
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
    let scenario = Scenario::standard()
        .with("workforce.headcount", Value::Whole(9))
        .with("demand.calls_per_day", Value::Number(500.0))
        .with("demand.day_cv", Value::Number(0.3))
        .with("demand.day_correlation", Value::Number(0.6))
        .with("calendar.working_days_per_year", Value::Whole(60))
        .with("calendar.warmup_months", Value::Whole(0));
    with(scenario, levers)
}

fn with(scenario: Scenario, levers: &[(&str, Value)]) -> Scenario {
    levers.iter().fold(scenario, |scenario, (path, value)| {
        scenario.with(path, value.clone())
    })
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

fn part_time(levers: &[(&str, Value)]) -> Scenario {
    let scenario = Scenario::standard()
        .with("workforce.part_time.share", Value::Number(0.4))
        .with("workforce.part_time.hours_share", Value::Number(0.5));
    with(scenario, levers)
}

#[test]
fn part_time_posts_are_as_many_as_asked_and_have_their_part_of_the_hours() {
    let rests = [("support.rest_minutes_per_day", Value::Number(30.0))];
    let plan = Plan::new(&part_time(&rests)).expect("sound");
    let full = plan.shifts().iter().find(|s| s.hours_share == 1.0);
    let full = full.expect("some are full").phone_seconds();
    let parts = plan.shifts().iter().filter(|s| s.hours_share < 1.0);
    let parts: Vec<f64> = parts.map(Shift::phone_seconds).collect();
    assert_eq!(parts.len(), 18, "of 45");
    for seconds in parts {
        assert!((seconds / full - 0.5).abs() < 1e-9, "{seconds} of {full}");
    }
    for shift in plan.shifts() {
        assert!(shift.start >= plan.load().opens && shift.end <= plan.load().closes + 1e-6);
        assert!((shift.full_seconds() - full).abs() < 1e-6);
    }
    // They are put where calls lack people: not all at one hour.
    let starts: std::collections::BTreeSet<u32> = plan
        .shifts()
        .iter()
        .filter(|s| s.hours_share < 1.0)
        .map(|s| s.start as u32)
        .collect();
    assert!(starts.len() > 2, "{starts:?}");
}

#[test]
fn part_timers_are_appraised_by_their_hours_or_else_never_come_near() {
    let reached = |by_hours: bool| {
        let target = "appraisal.kpis.call_volume.target_per_day";
        let levers = [
            ("appraisal.by_hours", Value::Switch(by_hours)),
            (target, Value::Number(62.0)),
        ];
        let plan = Plan::new(&part_time(&levers)).expect("sound");
        let luck = Luck {
            seed: 2,
            replication: 0,
        };
        let ledger = sim::replicate(&plan, luck);
        [true, false].map(|part| {
            let of = ledger.people.iter().filter(|p| p.who.part_time == part);
            let (reached, all) = of.fold((0, 0), |sum, p| {
                (sum.0 + p.reached_target, sum.1 + p.appraised)
            });
            f64::from(reached) / f64::from(all)
        })
    };
    let [part, full] = reached(true);
    // Hundreds of months each; people's months hang together, so ten times the variance of free ones:
    // four standard errors are below 0.25.
    assert!((part - full).abs() < 0.25, "{part} and {full}");
    let [part, _] = reached(false);
    assert_eq!(part, 0.0, "half of the hours can't bring the whole target");
}

#[test]
fn those_with_care_duties_come_for_part_time_posts_by_the_ratio_of_odds() {
    let levers = [("workforce.part_time.care_odds", Value::Number(4.0))];
    let plan = Plan::new(&part_time(&levers)).expect("sound");
    // Not those who are there at the beginning, who have stayed for a reason.
    let who = |replication| {
        let luck = Luck {
            seed: 3,
            replication,
        };
        (0..45).map(move |seat| (luck, seat))
    };
    let mut counts = [[[0_u32; 2]; 2]; 2];
    for (luck, seat) in (0..200).flat_map(who) {
        let year = sim::people::recruit::newcomer(&plan, luck, seat, 0).year;
        let (part, woman) = (usize::from(year.who.part_time), usize::from(year.who.woman));
        counts[part][woman][usize::from(year.who.care_duty)] += 1;
    }
    for woman in [false, true].map(usize::from) {
        let odds = |part: usize| {
            let [without, with] = counts[part][woman].map(f64::from);
            (with / without, 1.0 / with + 1.0 / without)
        };
        let ((part, a), (full, b)) = (odds(1), odds(0));
        let z = (fairfloor::math::ln(part / full) - fairfloor::math::ln(4.0)) / (a + b).sqrt();
        assert!(z.abs() < 4.0, "odds ratio {}, z {z}", part / full);
    }
}
