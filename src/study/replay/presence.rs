//! Who was on the phones when, as far as single calls show it.
//!
//! Logs hold no rosters. But while callers wait, whoever is on the phones takes the next call within
//! seconds; who leaves callers waiting is away. So a person is there from the first call of a day to
//! the last one, but for gaps in which callers of a kind that this person answers waited for longer
//! than [`AWAY_SECONDS`] in all.

use crate::scenario::import::calls::{Call, Log};
use crate::scenario::import::day::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Who lets callers wait for longer than this is not on the phones.
pub const AWAY_SECONDS: f64 = 120.0;
/// A kind of call belongs to a person's work from this share of the person's calls on.
const OWN_KIND: f64 = 0.01;

/// Who was there when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presence {
    /// From when to when somebody was on the phones without a gap, by day.
    pub stretches: BTreeMap<Date, Vec<(f64, f64)>>,
    /// Mean seconds between two calls of a person while callers waited: what after-call work, or
    /// whatever takes its place, comes to.
    pub between_calls_seconds: f64,
    /// Gaps from which that is known.
    pub gaps: usize,
}

/// Stretches of time in which somebody waited, in order and apart.
struct Waiting {
    stretches: Vec<(f64, f64)>,
    /// Length of all before each.
    before: Vec<f64>,
}

impl Waiting {
    fn of(mut waits: Vec<(f64, f64)>) -> Self {
        crate::order::by(&mut waits, |a, b| a.0.total_cmp(&b.0));
        let mut stretches: Vec<(f64, f64)> = Vec::new();
        for (from, to) in waits {
            match stretches.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                Some(_) | None => stretches.push((from, to)),
            }
        }
        let mut sum = 0.0;
        let before = stretches
            .iter()
            .map(|(from, to)| {
                sum += to - from;
                sum - (to - from)
            })
            .collect();
        Self { stretches, before }
    }

    /// Seconds of waiting up to a moment.
    fn up_to(&self, at: f64) -> f64 {
        let begun = self.stretches.partition_point(|(from, _)| *from < at);
        let Some(last) = begun.checked_sub(1) else {
            return 0.0;
        };
        let (from, to) = self.stretches[last];
        self.before[last] + at.min(to) - from
    }

    fn between(&self, from: f64, to: f64) -> f64 {
        (self.up_to(to) - self.up_to(from)).max(0.0)
    }

    fn is_on_at(&self, at: f64) -> bool {
        let begun = self.stretches.partition_point(|(from, _)| *from <= at);
        begun > 0 && self.stretches[begun - 1].1 > at
    }
}

/// When a call was answered and when it ended.
fn served(call: &Call) -> Option<(f64, f64)> {
    let start = f64::from(call.second) + call.waited?;
    Some((start, start + call.served?))
}

/// From single calls that name who answered, how long each waited and how long it took.
#[must_use]
pub fn of(log: &Log) -> Presence {
    let own = own_kinds(log);
    let mut by_day: BTreeMap<Date, Vec<&Call>> = BTreeMap::new();
    for call in &log.calls {
        by_day.entry(call.date).or_default().push(call);
    }
    let mut presence = Presence::default();
    let mut between = 0.0;
    for (date, calls) in by_day {
        let mut waits: BTreeMap<u32, Vec<(f64, f64)>> = BTreeMap::new();
        let mut work: BTreeMap<u32, Vec<(f64, f64)>> = BTreeMap::new();
        for call in calls {
            let came = f64::from(call.second);
            if let Some(waited) = call.waited.filter(|waited| *waited > 0.0) {
                waits
                    .entry(call.kind)
                    .or_default()
                    .push((came, came + waited));
            }
            if let Some((agent, stretch)) = call.agent.zip(served(call)) {
                work.entry(agent).or_default().push(stretch);
            }
        }
        let waiting: BTreeMap<u32, Waiting> = waits
            .into_iter()
            .map(|(kind, waits)| (kind, Waiting::of(waits)))
            .collect();
        let mut stretches = Vec::new();
        for (agent, mut calls) in work {
            let theirs = || {
                waiting
                    .iter()
                    .filter(|(kind, _)| own.contains(&(agent, **kind)))
            };
            crate::order::by(&mut calls, |a, b| a.0.total_cmp(&b.0));
            let Some((mut from, mut until)) = calls.first().copied() else {
                continue;
            };
            for (start, end) in calls.into_iter().skip(1) {
                let kept = theirs().map(|(_, waiting)| waiting.between(until, start));
                if kept.fold(0.0, f64::max) > AWAY_SECONDS {
                    stretches.push((from, until));
                    from = start;
                } else if theirs().any(|(_, waiting)| waiting.is_on_at(until)) {
                    between += (start - until).max(0.0);
                    presence.gaps += 1;
                }
                until = until.max(end);
            }
            stretches.push((from, until));
        }
        presence.stretches.insert(date, stretches);
    }
    #[allow(clippy::cast_precision_loss, reason = "gaps are fewer than calls")]
    let gaps = presence.gaps.max(1) as f64;
    presence.between_calls_seconds = between / gaps;
    presence
}

/// Which kinds of call each person answers: agent and kind, by place in the log.
fn own_kinds(log: &Log) -> BTreeSet<(u32, u32)> {
    let mut counts: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    let mut all: BTreeMap<u32, f64> = BTreeMap::new();
    for call in &log.calls {
        if let Some(agent) = call.agent {
            *counts.entry((agent, call.kind)).or_insert(0.0) += 1.0;
            *all.entry(agent).or_insert(0.0) += 1.0;
        }
    }
    let own = counts
        .into_iter()
        .filter(|((agent, _), count)| all.get(agent).is_some_and(|all| *count >= OWN_KIND * all));
    own.map(|(key, _)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_counted_once_however_many_wait() {
        let waiting = Waiting::of(vec![(10.0, 20.0), (15.0, 30.0), (50.0, 60.0)]);
        assert_eq!(waiting.between(0.0, 100.0), 30.0);
        assert_eq!(waiting.between(25.0, 55.0), 10.0);
        assert_eq!(waiting.between(30.0, 50.0), 0.0);
        assert!(waiting.is_on_at(10.0) && !waiting.is_on_at(30.0) && !waiting.is_on_at(5.0));
    }

    /// One person: two calls with somebody waiting in between for five seconds, then five minutes in
    /// which somebody waited for four, then another call.
    #[test]
    fn who_leaves_callers_waiting_was_away() {
        let call = |second, waited, served: Option<f64>| Call {
            date: Date::new(2024, 3, 5).expect("a date"),
            second,
            answered: served.is_some(),
            waited: Some(waited),
            served,
            agent: served.map(|_| 0),
            kind: 0,
        };
        let log = Log {
            calls: vec![
                call(100, 0.0, Some(60.0)),
                call(150, 15.0, Some(35.0)),
                call(210, 240.0, None),
                call(500, 0.0, Some(10.0)),
            ],
            agents: vec!["A".to_owned()],
            kinds: vec![String::new()],
        };
        let found = of(&log);
        let stretches: Vec<_> = found.stretches.into_values().flatten().collect();
        assert_eq!(stretches, [(100.0, 200.0), (500.0, 510.0)]);
        assert_eq!((found.between_calls_seconds, found.gaps), (5.0, 1));
    }
}
