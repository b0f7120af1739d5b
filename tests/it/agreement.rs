//! The floor against the oracle: same desk, same start, same end, call by call, over random days.
//!
//! Each feature of a real day, its lever in the catalogue, and the test that holds it (of this file
//! where none is named):
//!
//! | feature | lever | test |
//! | --- | --- | --- |
//! | half-hourly demand by weekday | `demand.profile.*` | `demand.rs`, `varying.rs`; both routings here |
//! | over-dispersion, autocorrelation | `demand.day_cv`, `demand.day_correlation` | `demand.rs`; both routings |
//! | staggered shifts, breaks, lunch | `workforce.shift_hours`, `workforce.lunch_minutes`, `support.rest_minutes_per_day` | both routings; `roster.rs` |
//! | absence | `behaviour.parameters.home.absence` | `roster.rs`; missing desks here |
//! | lateness | `workforce.lateness.share`, `workforce.lateness.minutes` | `roster.rs`; late desks here |
//! | kinds of call: length, difficulty, anger | `demand.types.*` | both routings |
//! | after-call work | `demand.after_call_seconds`, `demand.after_call_cv` | both routings |
//! | part-time posts | `workforce.part_time.share`, `workforce.part_time.hours_share` | both routings; `roster.rs` |
//! | talk log-normal or exponential | `demand.talk_shape`, `demand.talk_cv` | both routings; `exact.rs` |
//! | patience with an early fall | `demand.mean_patience_seconds`, `demand.impatient_share`, `demand.impatient_seconds` | both routings |
//! | redial after hanging up | `demand.returns.redial_share` | both routings |
//! | second calls, same or later day | `demand.returns.unresolved_share`, `demand.returns.same_day_share` | both routings |
//! | limited lines | `demand.lines` | events; `exact.rs` (M/M/c/K) |
//! | two priorities | `demand.types.*.first` | events |
//! | second line with transfer | `workforce.second_line.share`, `demand.types.*.transfer_share` | events |
//! | callbacks | `demand.callback.*` | events |
//! | open calls at closing | `calendar.finish_queue` | events; one queue closes |

use crate::oracle::{Record, oracle};
use fairfloor::rng::{Chance, Draws, Luck, Stream};
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::{Plan, Routing};
use fairfloor::sim::floor::arrivals::Arrivals;
use fairfloor::sim::floor::caller::Matter;
use fairfloor::sim::floor::desk::Desk;
use fairfloor::sim::floor::{Counts, End, Floor};

/// A weekday's course: some half-hours of an office day busier than others.
fn course(between: &mut impl FnMut(f64, f64) -> f64) -> Value {
    let mut course = vec![0.0; 48];
    for calls in &mut course[18..34] {
        *calls = between(0.2, 3.0);
    }
    Value::Series(course.into())
}

pub fn random_scenario(draws: &mut Draws, general: bool) -> Scenario {
    let mut between = |low: f64, high: f64| low + draws.uniform() * (high - low);
    let seats = between(1.0, 14.0) as u32;
    let load = between(0.3, 1.6);
    let talk = 250.0;
    let calls = load * f64::from(seats) * 5.0 * 3600.0 / talk;
    let number = Value::Number;
    let mut s = Scenario::standard()
        .with("workforce.headcount", Value::Whole(seats))
        .with("demand.calls_per_day", number(calls))
        .with("demand.day_cv", number(between(0.0, 0.4)))
        .with("demand.day_correlation", number(between(0.0, 0.9)))
        .with("demand.after_call_seconds", number(between(0.0, 60.0)))
        .with("demand.after_call_cv", number(between(0.0, 1.5)))
        .with(
            "workforce.part_time.share",
            number((between(-0.5, 0.8)).max(0.0)),
        )
        .with("workforce.part_time.hours_share", number(between(0.2, 0.8)))
        .with("demand.profile.monday", course(&mut between))
        .with("demand.profile.tuesday", course(&mut between))
        .with("demand.mean_patience_seconds", number(between(20.0, 900.0)))
        .with("demand.impatient_share", number(between(0.0, 0.4)))
        .with("demand.returns.unresolved_share", number(between(0.0, 0.9)))
        .with("demand.returns.same_day_share", number(between(0.0, 1.0)))
        .with("demand.returns.redial_share", number(between(0.0, 0.9)))
        .with(
            "workforce.shift_hours",
            number((between(3.0, 8.5) * 2.0).round() / 2.0),
        )
        .with(
            "workforce.lunch_minutes",
            number(if between(0.0, 1.0) < 0.3 { 0.0 } else { 45.0 }),
        )
        .with(
            "support.rest_minutes_per_day",
            number(if between(0.0, 1.0) < 0.3 { 0.0 } else { 20.0 }),
        );
    if between(0.0, 1.0) < 0.2 {
        s = s.with("demand.talk_shape", Value::Choice("exponential"));
    }
    if general {
        let chance = |between: &mut dyn FnMut(f64, f64) -> f64| between(0.0, 1.0) < 0.5;
        if chance(&mut between) {
            s = s.with("demand.types.complaint.first", Value::Switch(true));
            s = s.with("demand.types.form.first", Value::Switch(true));
        }
        if chance(&mut between) {
            s = s.with("workforce.second_line.share", number(between(0.1, 0.5)));
            s = s.with(
                "demand.types.form.transfer_share",
                number(between(0.0, 0.6)),
            );
            s = s.with("demand.types.fee.transfer_share", number(between(0.0, 0.3)));
        }
        if chance(&mut between) {
            s = s.with(
                "demand.lines",
                Value::Whole(seats + between(0.0, 6.0) as u32),
            );
        }
        if chance(&mut between) {
            s = s.with("demand.callback.enabled", Value::Switch(true));
            s = s.with(
                "demand.callback.after_seconds",
                number(between(10.0, 200.0)),
            );
        }
        if chance(&mut between) {
            s = s.with("calendar.finish_queue", Value::Switch(true));
        }
    }
    s
}

pub fn random_desks(plan: &Plan, draws: &mut Draws) -> Vec<Desk> {
    (0..plan.shifts().len())
        .filter_map(|seat| {
            let late = if draws.chance(0.3) {
                draws.uniform() * 9000.0
            } else {
                0.0
            };
            let elsewhere = if draws.chance(0.3) {
                draws.uniform() * 9000.0
            } else {
                0.0
            };
            let mut desk = Desk::new(seat, &plan.shifts()[seat], late, elsewhere);
            let works = &mut desk.works;
            works.pace = 0.6 + draws.uniform();
            works.resolve = [[Chance::of(draws.uniform()), Chance::of(draws.uniform())]; 4];
            works.courteous = Chance::of(draws.uniform());
            works.cut = Chance::of(draws.uniform() * 0.1);
            desk.specialist = plan.is_specialist(seat);
            // Somebody is ill now and then.
            draws.chance(0.9).then_some(desk)
        })
        .collect()
}

/// Compares the floor with the oracle over many days; returns how many days and calls agreed.
fn check(scenarios: u64, general: bool, distort: impl Fn(&mut Desk)) -> Result<(u64, u64), String> {
    let (mut days, mut calls) = (0, 0);
    for number in 0..scenarios {
        let luck = Luck {
            seed: 77,
            replication: number as u32,
        };
        let mut draws = luck.stream(Stream::Queue, u32::from(general), 0);
        let plan = Plan::new(&random_scenario(&mut draws, general)).expect("sound");
        if !general {
            assert_eq!(plan.routing(), Routing::InOrderOfArrival);
        }
        let (mut floor, mut arrivals) = (Floor::default(), Arrivals::default());
        for day in 0..6 {
            let desks = random_desks(&plan, &mut draws);
            floor.desks.clone_from(&desks);
            floor.desks.iter_mut().for_each(&distort);
            let mut seen = Record::default();
            let counts = floor.run_day(&plan, luck, day, &mut seen);
            let (mut expected, right, tallies) = oracle(&plan, desks, &mut arrivals, luck, day);
            let by_matter =
                |(matter, _): &(Matter, End)| (matter.day, matter.number, matter.earlier);
            seen.0.sort_by_key(by_matter);
            expected.0.sort_by_key(by_matter);
            for (a, b) in seen.0.iter().zip(&expected.0) {
                if a != b {
                    return Err(format!(
                        "scenario {number}, day {day}: {a:?}, but rightly {b:?}"
                    ));
                }
            }
            let whole = |c: &Counts| Counts {
                wait_seconds: 0.0,
                ..*c
            };
            if seen.0.len() != expected.0.len() || whole(&counts) != whole(&right) {
                return Err(format!(
                    "scenario {number}, day {day}: {counts:?}, but rightly {right:?}"
                ));
            }
            let far = (counts.wait_seconds - right.wait_seconds).abs();
            if far > 1e-6 * (1.0 + right.wait_seconds) {
                return Err(format!(
                    "scenario {number}, day {day}: waits differ by {far}"
                ));
            }
            for (a, b) in floor.desks.iter().zip(&tallies) {
                if a.tally != b.tally {
                    return Err(format!(
                        "scenario {number}, day {day}: {:?} ≠ {:?}",
                        a.tally, b.tally
                    ));
                }
            }
            days += 1;
            calls += u64::from(counts.offered + counts.blocked);
        }
    }
    Ok((days, calls))
}

#[test]
fn one_queue_agrees_with_the_oracle_call_by_call() {
    let (days, calls) = check(500, false, |_| {}).expect("agreement");
    println!("one queue: {days} days, {calls} calls agree");
}

#[test]
fn every_other_feature_agrees_with_the_oracle_call_by_call() {
    let (days, calls) = check(500, true, |_| {}).expect("agreement");
    println!("events: {days} days, {calls} calls agree");
}

#[test]
fn a_desk_that_is_one_second_late_is_noticed() {
    let late = |desk: &mut Desk| desk.works.free_at += f64::from(u32::from(desk.seat == 0));
    assert!(check(20, false, late).is_err());
    assert!(check(20, true, late).is_err());
}
