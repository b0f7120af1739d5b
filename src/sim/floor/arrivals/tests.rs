//! Who calls again, and when.

use super::*;
use crate::scenario::Scenario;
use crate::scenario::field::Value;

const LUCK: Luck = Luck {
    seed: 1,
    replication: 0,
};
/// So many call at ten in the morning.
const CALLERS: Fresh = Fresh::Given(&[36_000.0; 200]);

/// A plan in which these shares and times of calling again are set.
fn plan(returns: [(&str, f64); 2]) -> Plan {
    let set = |scenario: Scenario, (field, value): (&str, f64)| {
        scenario.with(&format!("demand.returns.{field}"), Value::Number(value))
    };
    Plan::new(&returns.into_iter().fold(Scenario::standard(), set)).expect("sound")
}

/// Calls of a day of 200 callers who are given up on, when so many earlier calls are on record.
fn calls(earlier: u8) -> usize {
    let plan = plan([("redial_share", 0.95), ("delay_minutes", 1.0)]);
    let mut arrivals = Arrivals::default();
    let mut day = arrivals.open(&plan, LUCK, 0, CALLERS);
    let mut calls = 0;
    while let Some(mut caller) = day.next_call() {
        calls += 1;
        caller.matter.earlier = caller.matter.earlier.max(earlier);
        day.gave_up(&caller, caller.at);
    }
    calls
}

/// The number of calls names the caller's luck; were the last number used again, so would be its luck.
#[test]
fn after_the_last_call_that_has_a_number_nobody_calls_again() {
    assert_eq!(calls(u8::MAX), 200);
    assert!((201..=400).contains(&calls(u8::MAX - 1)));
    assert!(calls(0) > 1000);
}

#[test]
fn who_does_not_call_again_the_same_day_calls_one_to_four_days_later() {
    let plan = plan([("unresolved_share", 0.95), ("same_day_share", 0.0)]);
    let mut arrivals = Arrivals::default();
    let mut day = arrivals.open(&plan, LUCK, 0, CALLERS);
    let mut due = 0;
    while let Some(caller) = day.next_call() {
        due += usize::from(Chance::of(0.95).holds(caller.luck.calls_again()));
        day.not_helped(&caller, caller.at);
    }
    let mut back = |date| {
        let mut day = arrivals.open(&plan, LUCK, date, Fresh::Given(&[]));
        std::iter::from_fn(|| day.next_call()).count()
    };
    let came: Vec<usize> = (1..=10).map(&mut back).collect();
    assert!(came[..4].iter().all(|number| *number > 0), "{came:?}");
    assert_eq!(came[..4].iter().sum::<usize>(), due, "{came:?}");
    assert_eq!(came[4..], [0; 6]);
}
