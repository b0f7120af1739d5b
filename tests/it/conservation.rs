//! Nothing gets lost: calls and people, in random scenarios.

use fairfloor::measure::ledger::{Ledger, Left};
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::field::{Field, Kind, Unit, Value};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::{Scenario, catalogue};
use fairfloor::sim;
use proptest::prelude::*;
use std::borrow::Cow;

/// A value for a field from two uniforms; sizes are kept small so that hundreds of years run.
pub fn any_value(field: &Field, u: f64, v: f64) -> Value {
    let between = |low: f64, high: f64| low + u * (high - low);
    match field.kind {
        Kind::Number { min, max, .. } => {
            let (low, high) = field.source.range().unwrap_or((min, max));
            // Half of the time anywhere, half of the time where it is plausible.
            let value = if v < 0.5 {
                between(min, max)
            } else {
                between(low, high)
            };
            Value::Number(match field.path {
                "demand.calls_per_day" => between(0.0, 1500.0),
                "calendar.opens_hour" => (between(6.0, 12.0) * 2.0).floor() / 2.0,
                "calendar.closes_hour" => (between(13.0, 24.0) * 2.0).floor() / 2.0,
                // A mean tenure near zero would only make each seat's past endless.
                "workforce.mean_tenure_years" => between(0.2, 8.0),
                _ if matches!(field.unit, Unit::Share) => value.clamp(min, max),
                _ => value,
            })
        }
        Kind::Whole { min, max } => {
            let most = match field.path {
                "workforce.headcount" => 25,
                "calendar.warmup_months" => 3,
                "calendar.working_days_per_year" => 60,
                _ => max.min(40),
            };
            Value::Whole(between(f64::from(min), f64::from(most.max(min)) + 0.999) as u32)
        }
        Kind::Switch => Value::Switch(u < 0.5),
        Kind::Choice(options) => {
            Value::Choice(options[(u * options.len() as f64) as usize % options.len()].id)
        }
        Kind::Series { len } => Value::Series(Cow::Owned(
            (0..len).map(|i| ((i as f64) * u * 7.0) % 9.0).collect(),
        )),
        Kind::Words { .. } => field.default.clone(),
    }
}

fn scenario_from(changes: &[(usize, f64, f64)]) -> Scenario {
    let fields: Vec<&'static Field> = catalogue().collect();
    let mut scenario = Scenario::standard();
    for path in [
        "workforce.headcount",
        "demand.calls_per_day",
        "calendar.working_days_per_year",
    ] {
        let field = fairfloor::scenario::find(path).expect("exists");
        (field.set)(&mut scenario, &any_value(field, 0.4, 0.0));
    }
    for (index, u, v) in changes {
        let field = fields[index % fields.len()];
        (field.set)(&mut scenario, &any_value(field, *u, *v));
    }
    scenario
}

pub fn calls_balance(ledger: &Ledger) -> Result<(), TestCaseError> {
    for (number, week) in ledger.weeks.iter().enumerate() {
        prop_assert_eq!(
            week.offered,
            week.answered + week.abandoned + week.waiting_at_close,
            "week {}",
            number
        );
        prop_assert!(week.resolved <= week.answered && week.satisfied <= week.answered);
        prop_assert!(week.in_time <= week.answered);
        prop_assert!(week.busy_seconds <= week.staffed_seconds * (1.0 + 1e-9));
    }
    Ok(())
}

pub fn people_balance(plan: &Plan, ledger: &Ledger) -> Result<(), TestCaseError> {
    let flow = &ledger.flow;
    prop_assert_eq!(
        flow.at_start + flow.hired,
        flow.quit + flow.other_exits + flow.at_end
    );
    prop_assert!(flow.newcomers_gone <= flow.newcomers_observed);
    let weeks: u32 = ledger.weeks.iter().map(|w| w.post_days).sum();
    let people: u32 = ledger.people.iter().map(|p| p.service_days).sum();
    prop_assert_eq!(weeks, people);
    let left = |how: Left| ledger.people.iter().filter(|p| p.end.left == how).count();
    // Whoever goes on the year's first morning served no day of it and has no line.
    prop_assert!(left(Left::Quit) <= flow.quit as usize);
    prop_assert!(left(Left::Otherwise) <= flow.other_exits as usize);
    let angry: u32 = ledger.people.iter().map(|p| p.angry).sum();
    prop_assert_eq!(angry, ledger.weeks.iter().map(|w| w.angry).sum::<u32>());
    for p in &ledger.people {
        prop_assert!(p.reached_target <= p.appraised && p.leave_granted <= p.leave_asked);
        prop_assert!(p.exhaustion <= f64::from(p.service_days));
    }
    let handled: u32 = ledger.people.iter().map(|p| p.handled).sum();
    let answered: u32 = ledger.weeks.iter().map(|w| w.answered).sum();
    // Where there is a second line, a call may be answered twice or lost on the way.
    if plan.scenario().workforce.second_line.share == 0.0 {
        prop_assert_eq!(handled, answered);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_call_and_no_person_is_lost(
        changes in prop::collection::vec((0usize..1000, 0.0f64..1.0, 0.0f64..1.0), 0..60),
        seed in 0u64..1_000_000,
    ) {
        // What the checker refuses does not run; the catalogue's tests see to the checker.
        if let Ok(plan) = Plan::new(&scenario_from(&changes)) {
            let ledger = sim::replicate(&plan, Luck { seed, replication: 0 });
            calls_balance(&ledger)?;
            people_balance(&plan, &ledger)?;
            // Finite metrics are asserted inside.
            let outcome = Outcome::of(&ledger);
            for share in outcome.weekly.iter().flatten() {
                prop_assert!(share.is_finite() && *share >= 0.0);
            }
        }
    }
}

#[test]
fn enough_random_scenarios_are_sound_for_the_property_to_mean_something() {
    let mut draws = Luck {
        seed: 5,
        replication: 0,
    }
    .stream(fairfloor::rng::Stream::Queue, 0, 0);
    let sound = (0..300)
        .filter(|_| {
            let changes: Vec<(usize, f64, f64)> = (0..30)
                .map(|_| {
                    (
                        (draws.uniform() * 1000.0) as usize,
                        draws.uniform(),
                        draws.uniform(),
                    )
                })
                .collect();
            Plan::new(&scenario_from(&changes)).is_ok()
        })
        .count();
    assert!(sound > 100, "only {sound} of 300 random scenarios can run");
}
