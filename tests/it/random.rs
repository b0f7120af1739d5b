//! Promise: whatever the checker accepts runs to its end, loses nobody, stays within its ranges, and gives the
//! same bits on any number of threads and in any build.
//!
//! `FAIRFLOOR_SCENARIOS=100000` tries so many instead of a few hundred, `FAIRFLOOR_FROM=20000` begins there.
//! `UPDATE=1` writes the list of fingerprints anew; its hash stands in CHANGELOG.md.

use crate::conservation::{calls_balance, people_balance};
use fairfloor::measure::ledger::Ledger;
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::check::{Problem, Rule, problems};
use fairfloor::scenario::field::{Kind, Value};
use fairfloor::scenario::link::{Linked, decode, encode};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::sim;
use fairfloor::study::evidence::{extremes, random};
use rayon::prelude::*;
use std::fmt::Write;
use std::{env, fs, panic};

const FEW: u32 = 400;
const LISTED: u32 = 200;
const LIST: &str = "tests/it/scenarios.txt";
const LUCK: Luck = Luck {
    seed: 1,
    replication: 0,
};

fn from_environment(name: &str) -> Option<u32> {
    let text = env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
}

/// What is wrong with the year of one scenario.
fn faults(number: u32) -> Vec<String> {
    let scenario = random::scenario(number).scenario;
    let plan = Plan::new(&scenario).expect("the checker accepts it");
    let ledger = sim::replicate(&plan, LUCK);
    let mut found = extremes::faults(scenario.workforce.headcount, &ledger);
    found.extend(calls_balance(&ledger).err().map(|e| e.to_string()));
    found.extend(people_balance(&plan, &ledger).err().map(|e| e.to_string()));
    let outcome = Outcome::of(&ledger);
    let courses = outcome.weekly.iter().flatten();
    if !courses
        .chain(&outcome.reasons)
        .all(|v| v.is_finite() && *v >= 0.0)
    {
        found.push("a course or a reason is no share".to_owned());
    }
    found
}

#[test]
fn whatever_is_accepted_runs_to_its_end_within_its_ranges() {
    let from = from_environment("FAIRFLOOR_FROM").unwrap_or(0);
    let count = from_environment("FAIRFLOOR_SCENARIOS").unwrap_or(FEW);
    let wrong: Vec<String> = (from..from + count)
        .into_par_iter()
        .filter_map(|number| {
            let found = panic::catch_unwind(|| faults(number))
                .unwrap_or_else(|_| vec!["it panics, see above".to_owned()]);
            (!found.is_empty()).then(|| format!("scenario {number}: {}", found.join("; ")))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The watchman must see something: most fields at an end, every choice, both routings, people who don't behave.
#[test]
fn random_scenarios_are_wild_and_many_are_refused() {
    let drawn: Vec<_> = (0..FEW).map(random::scenario).collect();
    let refused: u32 = drawn.iter().map(|d| d.refused).sum();
    println!("{FEW} scenarios accepted, {refused} refused before them");
    assert!(refused > FEW, "{refused} refused");
    let different = |a: &usize| {
        let one = &drawn[*a].scenario;
        drawn.iter().filter(|d| d.scenario == *one).count() == 1
    };
    assert!((0..FEW as usize).all(|a| different(&a)), "two are the same");
    for field in fairfloor::scenario::catalogue() {
        let mut values: Vec<String> = drawn
            .iter()
            .map(|d| format!("{:?}", (field.get)(&d.scenario)))
            .collect();
        values.sort();
        values.dedup();
        match field.kind {
            Kind::Number { min, max, .. } => {
                let is_there = |end: f64| values.contains(&format!("Number({end:?})"));
                assert!(is_there(min) || is_there(max), "{}", field.path);
                assert!(values.len() > 20, "{}", field.path);
            }
            Kind::Whole { min, .. } => {
                assert!(values.contains(&format!("Whole({min})")), "{}", field.path);
            }
            Kind::Switch => assert_eq!(values.len(), 2, "{}", field.path),
            Kind::Choice(options) => assert_eq!(values.len(), options.len(), "{}", field.path),
            Kind::Series { .. } | Kind::Words { .. } => assert!(values.len() > 4, "{}", field.path),
        }
    }
}

fn fingerprints(threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    let found: Vec<u64> = pool.build().expect("a pool").install(|| {
        let numbers = (0..LISTED).into_par_iter();
        let run = |number| {
            let plan = Plan::new(&random::scenario(number).scenario).expect("accepted");
            fairfloor::study::replication(&plan, LUCK).fingerprint
        };
        numbers.map(run).collect()
    });
    let mut list = String::new();
    for (number, fingerprint) in found.iter().enumerate() {
        writeln!(list, "{number} {fingerprint:016x}").expect("memory");
    }
    list
}

#[test]
fn two_hundred_random_scenarios_have_their_fingerprints_on_any_number_of_threads() {
    // 0 is as many as the machine has.
    let [one, two, all] = [1, 2, 0].map(fingerprints);
    assert_eq!(one, two, "two threads change the bits");
    assert_eq!(one, all, "threads change the bits");
    if env::var_os("UPDATE").is_some() {
        fs::write(LIST, &one).expect("writable");
    }
    let listed = fs::read_to_string(LIST).unwrap_or_default();
    assert_eq!(
        one, listed,
        "results changed: see the first lines of this file"
    );
}

#[test]
fn random_scenarios_come_back_from_their_links() {
    for number in 0..LISTED {
        let linked = Linked {
            preset: PRESETS[number as usize % PRESETS.len()].id,
            scenario: random::scenario(number).scenario,
            seed: u64::from(number),
        };
        assert_eq!(decode(&encode(&linked)), Ok((linked, vec![])), "{number}");
    }
}

fn year(changes: &[(&str, Value)]) -> (Scenario, Ledger) {
    let short = ("calendar.working_days_per_year", Value::Whole(60));
    let set =
        |scenario: Scenario, (path, value): &(&str, Value)| scenario.with(path, value.clone());
    let scenario = changes.iter().fold(set(Scenario::standard(), &short), set);
    let ledger = sim::replicate(&Plan::new(&scenario).expect("sound"), LUCK);
    (scenario, ledger)
}

/// Found at random: calls came until the end of the half-hour in which the phones had closed.
#[test]
fn phones_that_open_and_close_within_a_half_hour_take_no_call_before_or_after() {
    let hours = [
        ("calendar.opens_hour", Value::Number(8.7)),
        ("calendar.closes_hour", Value::Number(16.2)),
        ("demand.returns.unresolved_share", Value::Number(0.0)),
        ("demand.returns.redial_share", Value::Number(0.0)),
        ("demand.day_cv", Value::Number(0.0)),
    ];
    let (scenario, ledger) = year(&hours);
    let found = extremes::faults(scenario.workforce.headcount, &ledger);
    assert_eq!(found, Vec::<String>::new());
    // As many as are said: a Poisson number of calls, within four standard errors.
    let offered: u32 = ledger.weeks.iter().map(|w| w.offered).sum();
    let expected = scenario.demand.calls_per_day * f64::from(ledger.days);
    let off = (f64::from(offered) - expected) / expected.sqrt();
    assert!(off.abs() < 4.0, "{offered} calls, {expected} expected");
}

/// Found at random: nought by nought.
#[test]
fn where_nothing_is_inspected_and_nobody_doubts_fairness_is_still_a_number() {
    let (_, ledger) = year(&[
        (
            "appraisal.kpis.inspection.samples_per_month",
            Value::Whole(0),
        ),
        (
            "behaviour.parameters.fairness.sampling_doubt",
            Value::Number(0.0),
        ),
    ]);
    assert!(ledger.months.people > 0 && ledger.months.fairness.is_finite());
}

/// Found at random: a budget of hours divided by weights that are all nought.
#[test]
fn awards_that_weigh_nothing_share_their_hours_equally() {
    let (_, ledger) = year(&[
        ("rewards.awards.strategy", Value::Choice("tiers")),
        ("rewards.awards.coverage_share", Value::Number(0.5)),
        (
            "rewards.awards.budget_hours_per_year",
            Value::Number(1000.0),
        ),
        ("behaviour.parameters.recognition.gold", Value::Number(0.0)),
        (
            "behaviour.parameters.recognition.bronze",
            Value::Number(0.0),
        ),
        (
            "behaviour.parameters.recognition.silver_share",
            Value::Number(0.0),
        ),
        ("rewards.merit_leave_days_per_year", Value::Number(0.0)),
    ]);
    assert!(ledger.months.awards > 0);
    // An hour costs the eighth part of a day's pay, and a year has 60 days here.
    let hour = 7500.0 * 12.0 / 60.0 / 8.0;
    let hours = ledger.cost.rewards / hour;
    // A budget is spent month by month; a month without a winner hands its part on.
    assert!((500.0..1500.0).contains(&hours), "{hours} hours");
}

/// A course whose numbers are too small to be scaled to calls is no course.
#[test]
fn a_course_of_next_to_nothing_is_refused() {
    let mut scenario = Scenario::standard();
    for day in [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ] {
        let tiny = vec![f64::MIN_POSITIVE; 48];
        scenario = scenario.with(&format!("demand.profile.{day}"), Value::Series(tiny.into()));
    }
    assert_eq!(problems(&scenario), [Problem::Conflict(Rule::SomeDemand)]);
    let one = [vec![0.0; 24], vec![1.0; 1], vec![0.0; 23]].concat();
    let scenario = scenario.with("demand.profile.monday", Value::Series(one.into()));
    assert_eq!(problems(&scenario), []);
}
