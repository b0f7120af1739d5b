//! Memory is asked for when a year begins and at the end of a month, never per call and never per day.

use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::sim;

/// Allocations of a replication with this many working days (always 12 months) and calls a day.
fn allocations(days: u32, calls_per_day: f64, general: bool) -> u64 {
    let scenario = Scenario::standard()
        .with("calendar.warmup_months", Value::Whole(0))
        .with("calendar.working_days_per_year", Value::Whole(days))
        .with("demand.calls_per_day", Value::Number(calls_per_day))
        .with("demand.types.complaint.first", Value::Switch(general));
    let plan = Plan::new(&scenario).expect("sound");
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    let mut answered = 0;
    let info = allocation_counter::measure(|| {
        let ledger = sim::replicate(&plan, luck);
        answered = ledger.weeks.iter().map(|w| w.answered).sum();
    });
    assert!(f64::from(answered) > 0.5 * calls_per_day * f64::from(days));
    info.count_total
}

/// Growing a list by doubling costs a handful of allocations, whatever ends up in it.
const GROWTH: u64 = 40;

fn check(general: bool) {
    let few_days = allocations(60, 2000.0, general);
    let many_days = allocations(240, 2000.0, general);
    let many_calls = allocations(60, 2600.0, general);
    println!("60 days {few_days}, 240 days {many_days}, 60 busier days {many_calls} allocations");
    assert!(
        many_days < few_days + GROWTH,
        "180 days more: {few_days} → {many_days}"
    );
    assert!(
        many_calls < few_days + GROWTH,
        "36,000 calls more: {few_days} → {many_calls}"
    );
}

#[test]
fn one_queue_allocates_nothing_per_call_or_day() {
    check(false);
}

#[test]
fn the_event_loop_allocates_nothing_per_call_or_day() {
    check(true);
}

#[test]
fn the_counter_counts() {
    let info = allocation_counter::measure(|| {
        for _ in 0..100 {
            std::hint::black_box(vec![1_u8]);
        }
    });
    assert!(info.count_total >= 100, "a test that can't fail");
}
