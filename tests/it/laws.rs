//! Laws that hold on any day in any scenario, read off what every call came to. That the longest idle
//! serves next is held by the oracle, which names the desk of every call.

use crate::agreement::{random_desks, random_scenario};
use fairfloor::rng::{Luck, Stream};
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::sim::floor::caller::{Caller, Matter};
use fairfloor::sim::floor::desk::Desk;
use fairfloor::sim::floor::{Counts, End, Floor, Unwatched, Witness};

/// Every end with its caller.
#[derive(Default)]
struct Seen(Vec<(Caller, End)>);

impl Witness for Seen {
    fn ended(&mut self, caller: &Caller, end: End) {
        self.0.push((*caller, end));
    }
}

struct Watched {
    plan: Plan,
    seen: Vec<(Caller, End)>,
    counts: Counts,
    desks: Vec<Desk>,
}

fn days(general: bool, scenarios: u32, mut look: impl FnMut(&Watched)) {
    for number in 0..scenarios {
        let luck = Luck {
            seed: 78,
            replication: number,
        };
        let mut draws = luck.stream(Stream::Queue, u32::from(general), 0);
        let plan = Plan::new(&random_scenario(&mut draws, general)).expect("sound");
        let mut floor = Floor::default();
        for day in 0..3 {
            floor.desks = random_desks(&plan, &mut draws);
            let mut seen = Seen::default();
            let counts = floor.run_day(&plan, luck, day, &mut seen);
            look(&Watched {
                plan: plan.clone(),
                seen: seen.0,
                counts,
                desks: floor.desks.clone(),
            });
        }
    }
}

/// Calls that a desk answered or passed on: caller, seat, start.
fn served(seen: &[(Caller, End)]) -> Vec<(Caller, usize, f64)> {
    let of = |(caller, end): &(Caller, End)| match end {
        End::Answered { desk, start } | End::PassedOn { desk, start } => {
            Some((*caller, *desk, *start))
        }
        End::HungUp | End::Busy | End::WaitingAtClose | End::NotCalledBack => None,
    };
    seen.iter().filter_map(of).collect()
}

#[test]
fn nobody_is_served_before_calling_and_no_desk_serves_two_at_once() {
    for general in [false, true] {
        days(general, 100, |day| {
            let mut by_desk: Vec<Vec<f64>> = vec![Vec::new(); day.plan.shifts().len()];
            for (caller, desk, start) in served(&day.seen) {
                assert!(start >= caller.at, "served before the call came");
                by_desk[desk].push(start);
            }
            for desk in &day.desks {
                let starts = &mut by_desk[desk.seat];
                starts.sort_by(f64::total_cmp);
                // Busy time fits between first start and last end: it could not with two at once.
                if let (Some(first), Some(_)) = (starts.first(), starts.last()) {
                    let span = desk.last_call_ended - first;
                    assert!(desk.tally.busy_seconds <= span + 1e-6, "two calls at once");
                }
                assert!(
                    starts.windows(2).all(|w| w[0] < w[1]),
                    "two calls start at once"
                );
                assert!(desk.tally.busy_seconds <= desk.tally.staffed_seconds + 1e-6);
            }
        });
    }
}

#[test]
fn first_come_is_first_served_within_a_priority() {
    for general in [false, true] {
        let mut looked_at = 0;
        // Of the general ones a fifth is as simple as is asked below.
        days(general, if general { 600 } else { 100 }, |day| {
            // Second-line service and callbacks have queues of their own.
            let simple = !day.plan.scenario().demand.callback.enabled
                && day.plan.scenario().workforce.second_line.share == 0.0;
            if !simple {
                return;
            }
            looked_at += 1;
            for first in [false, true] {
                let mut starts: Vec<(f64, f64)> = served(&day.seen)
                    .iter()
                    .filter(|(c, _, _)| day.plan.kinds()[usize::from(c.matter.kind)].first == first)
                    .map(|(c, _, start)| (c.at, *start))
                    .collect();
                starts.sort_by(|a, b| a.0.total_cmp(&b.0));
                assert!(
                    starts.windows(2).all(|w| w[0].1 <= w[1].1),
                    "somebody jumped the queue"
                );
            }
        });
        assert!(looked_at >= 200, "{looked_at} days");
    }
}

#[test]
fn waiting_seconds_are_the_queue_summed_over_time() {
    // Little's law on a day that starts and ends empty: the integral of the queue's length is the sum of
    // the waits. Everybody's wait is rebuilt here from arrivals and ends.
    days(false, 100, |day| {
        let closes = day.plan.load().closes;
        let wait = |(caller, end): &(Caller, End)| match end {
            End::Answered { start, .. } => start - caller.at,
            End::HungUp => caller.patience,
            End::WaitingAtClose => closes - caller.at,
            End::PassedOn { .. } | End::Busy | End::NotCalledBack => unreachable!("one queue"),
        };
        let sum: f64 = day.seen.iter().map(wait).sum();
        assert!((sum - day.counts.wait_seconds).abs() < 1e-6 * (1.0 + sum));
    });
}

#[test]
fn one_more_desk_never_lengthens_the_waits() {
    let mut shortened = 0;
    days(false, 100, |day| {
        // The same callers, none of whom calls twice or hangs up, with and without one more desk.
        let alone = day
            .plan
            .scenario()
            .clone()
            .with("demand.returns.unresolved_share", Value::Number(0.0))
            .with("demand.returns.redial_share", Value::Number(0.0))
            .with("demand.mean_patience_seconds", Value::Number(86_400.0))
            .with("demand.impatient_share", Value::Number(0.0))
            // A break that a call runs into is delayed, which can upset the order of things; the law is
            // about desks that are there all day.
            .with("workforce.shift_hours", Value::Number(8.5))
            .with("workforce.part_time.share", Value::Number(0.0))
            .with("workforce.lunch_minutes", Value::Number(0.0))
            .with("support.rest_minutes_per_day", Value::Number(0.0));
        let plan = Plan::new(&alone).expect("sound");
        let luck = Luck {
            seed: 79,
            replication: day.counts.offered,
        };
        // Equal desks: with unequal ones a slow newcomer can take a call that a fast one would have taken.
        let desks: Vec<Desk> = (0..plan.shifts().len())
            .map(|seat| Desk::new(seat, &plan.shifts()[seat], 0.0, 0.0))
            .collect();
        let run = |desks: &[Desk]| {
            let mut floor = Floor::default();
            floor.desks.extend_from_slice(desks);
            floor.run_day(&plan, luck, 0, &mut Unwatched).wait_seconds
        };
        if desks.len() > 1 {
            let fewer = run(&desks[..desks.len() - 1]);
            let all = run(&desks);
            assert!(all <= fewer + 1e-6 * (1.0 + fewer), "{all} > {fewer}");
            shortened += u32::from(all < fewer);
        }
    });
    assert!(shortened > 50, "a test that can't fail");
}

#[test]
fn matters_are_unique() {
    days(true, 60, |day| {
        let mut firsts: Vec<Matter> = day
            .seen
            .iter()
            .filter(|(_, end)| !matches!(end, End::PassedOn { .. }))
            .map(|(caller, _)| caller.matter)
            .collect();
        let all = firsts.len();
        firsts.sort();
        firsts.dedup();
        assert_eq!(all, firsts.len(), "a call came to two ends");
    });
}
