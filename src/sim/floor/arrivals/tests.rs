//! Who calls again, and when.

use super::*;
use crate::scenario::Scenario;
use crate::scenario::field::Value;

/// Calls of a day of 200 callers who are given up on, when so many earlier calls are on record.
fn calls(earlier: u8) -> usize {
    let scenario = Scenario::standard()
        .with("demand.returns.redial_share", Value::Number(0.95))
        .with("demand.returns.delay_minutes", Value::Number(1.0));
    let plan = Plan::new(&scenario).expect("sound");
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    let mut arrivals = Arrivals::default();
    let mut day = arrivals.open(&plan, luck, 0, Fresh::Given(&[36_000.0; 200]));
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
    let scenario = Scenario::standard()
        .with("demand.returns.unresolved_share", Value::Number(0.95))
        .with("demand.returns.same_day_share", Value::Number(0.0));
    let plan = Plan::new(&scenario).expect("sound");
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    let mut arrivals = Arrivals::default();
    let mut day = arrivals.open(&plan, luck, 0, Fresh::Given(&[36_000.0; 200]));
    let mut due = 0;
    while let Some(caller) = day.next_call() {
        due += usize::from(Chance::of(0.95).holds(caller.luck.calls_again()));
        day.not_helped(&caller, caller.at);
    }
    let mut back = |date| {
        let mut day = arrivals.open(&plan, luck, date, Fresh::Given(&[]));
        std::iter::from_fn(|| day.next_call()).count()
    };
    let came: Vec<usize> = (1..=10).map(&mut back).collect();
    assert!(came[..4].iter().all(|number| *number > 0), "{came:?}");
    assert_eq!(came[..4].iter().sum::<usize>(), due, "{came:?}");
    assert_eq!(came[4..], [0; 6]);
}
