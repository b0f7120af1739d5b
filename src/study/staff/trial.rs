//! A trial: days of one kind with a number of people for each half-hour, and what their callers met.

use crate::rng::Luck;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Plan, Shift};
use crate::sim;
use crate::sim::floor::caller::Caller;
use crate::sim::floor::desk::Desk;
use crate::sim::floor::idle::MOST_DESKS;
use crate::sim::floor::{End, Floor, Witness};

/// Days of one replication that count, and days before them for those who call again.
const DAYS: u32 = 20;
const WARM_UP_DAYS: u32 = 5;

/// People on the phones by half-hour.
pub type Numbers = [u32; HALF_HOURS];

/// Numbers made into desks.
pub struct Trial<'a> {
    plan: &'a Plan,
    desks: Vec<Desk>,
}

/// What was seen by half-hour of arrival: whole numbers, so that the order of adding changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// Days that were watched.
    pub days: u64,
    /// Calls that came.
    pub offered: [u64; HALF_HOURS],
    /// Of those, answered within the limit.
    pub in_time: [u64; HALF_HOURS],
    /// Work by the half-hour in which it was done, in milliseconds.
    pub busy: [u64; HALF_HOURS],
}

impl Default for Tally {
    fn default() -> Self {
        let none = [0; HALF_HOURS];
        Self {
            days: 0,
            offered: none,
            in_time: none,
            busy: none,
        }
    }
}

#[allow(clippy::cast_precision_loss)]
impl Tally {
    /// Adds another's.
    pub fn add(&mut self, other: &Tally) {
        self.days += other.days;
        for h in 0..HALF_HOURS {
            self.offered[h] += other.offered[h];
            self.in_time[h] += other.in_time[h];
            self.busy[h] += other.busy[h];
        }
    }

    /// Calls of a half-hour on a mean day.
    #[must_use]
    pub fn calls_a_day(&self, half_hour: usize) -> f64 {
        self.offered[half_hour] as f64 / self.days.max(1) as f64
    }

    /// Share in time; None where nobody called.
    #[must_use]
    pub fn service_level(&self, half_hour: usize) -> Option<f64> {
        let offered = self.offered[half_hour];
        (offered > 0).then(|| self.in_time[half_hour] as f64 / offered as f64)
    }

    /// Busy share of so many people's half-hour; None without people.
    #[must_use]
    pub fn occupancy(&self, half_hour: usize, people: u32) -> Option<f64> {
        let staffed = f64::from(people) * HALF_HOUR_SECONDS * self.days as f64;
        (staffed > 0.0).then(|| self.busy[half_hour] as f64 / 1000.0 / staffed)
    }
}

impl<'a> Trial<'a> {
    /// Makes desks of numbers; None when there are more than a hall can hold.
    pub(super) fn new(plan: &'a Plan, numbers: &Numbers) -> Option<Self> {
        let hours = stretches(numbers)?;
        let desks = hours.iter().enumerate();
        let desks = desks.map(|(seat, shift)| sim::ordinary_desk(plan, seat, shift));
        Some(Self {
            plan,
            desks: desks.collect(),
        })
    }

    /// Runs one replication's days.
    #[must_use]
    pub fn replication(&self, luck: Luck) -> Tally {
        let mut floor = Floor::default();
        let mut watch = Watch {
            plan: self.plan,
            limit: self.plan.scenario().demand.target_wait_seconds,
            tally: Tally::default(),
        };
        for day in 0..WARM_UP_DAYS + DAYS {
            if day == WARM_UP_DAYS {
                watch.tally = Tally::default();
            }
            floor.desks.clone_from(&self.desks);
            floor.run_day(self.plan, luck, day, &mut watch);
            watch.tally.days += 1;
        }
        watch.tally
    }
}

/// One desk for each stretch of half-hours that somebody is needed in without a gap. Who finishes a
/// call after the stretch does so beside those who follow.
fn stretches(numbers: &Numbers) -> Option<Vec<Shift>> {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for half_hour in 0..=HALF_HOURS {
        let people = numbers.get(half_hour).map_or(0, |n| *n as usize);
        if people > MOST_DESKS {
            return None;
        }
        #[allow(clippy::cast_precision_loss)]
        let now = half_hour as f64 * HALF_HOUR_SECONDS;
        while open.len() > people {
            let start = open.pop().unwrap_or(now);
            closed.push(Shift {
                start,
                end: now,
                breaks: [(now, 0.0); 3],
                hours_share: 1.0,
            });
        }
        open.resize(people, now);
    }
    (closed.len() <= MOST_DESKS).then_some(closed)
}

struct Watch<'a> {
    plan: &'a Plan,
    limit: f64,
    tally: Tally,
}

impl Witness for Watch<'_> {
    fn ended(&mut self, caller: &Caller, end: End) {
        let half_hour = half_hour_of(caller.at);
        self.tally.offered[half_hour] += 1;
        if let End::Answered { start, .. } = end {
            self.tally.in_time[half_hour] += u64::from(start - caller.at <= self.limit);
            // Ordinary people take each call for as long as it is, and their notes likewise.
            let kind = &self.plan.kinds()[usize::from(caller.matter.kind)];
            let after = self.plan.load().after_call[caller.luck.after_call()];
            let end = start + kind.talk_seconds * caller.length + after;
            spread(start, end, |half_hour, seconds| {
                self.tally.busy[half_hour] += milliseconds(seconds);
            });
        }
    }
}

/// Cuts a stretch of time at the half-hours.
pub(super) fn spread(start: f64, end: f64, mut add: impl FnMut(usize, f64)) {
    let mut from = start;
    while from < end {
        let half_hour = half_hour_of(from);
        #[allow(clippy::cast_precision_loss)]
        let next = (half_hour + 1) as f64 * HALF_HOUR_SECONDS;
        if half_hour + 1 == HALF_HOURS && from >= next {
            return;
        }
        add(half_hour, end.min(next) - from);
        from = next;
    }
}

fn half_hour_of(second: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let half_hour = (second / HALF_HOUR_SECONDS) as usize;
    half_hour.min(HALF_HOURS - 1)
}

pub(super) fn milliseconds(seconds: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (seconds * 1000.0).round() as u64;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_cover_the_numbers_and_nothing_else() {
        let mut numbers = [0; HALF_HOURS];
        for (at, number) in [3, 5, 2, 2, 0, 4, 1].into_iter().enumerate() {
            numbers[17 + at] = number;
        }
        numbers[47] = 2;
        let mut covered = [0.0; HALF_HOURS];
        let hours = stretches(&numbers).expect("few");
        assert_eq!(hours.len(), 3 + 2 + 4 + 2);
        for shift in hours {
            spread(shift.start, shift.end, |h, seconds| covered[h] += seconds);
        }
        assert_eq!(covered, numbers.map(|n| f64::from(n) * HALF_HOUR_SECONDS));
        numbers[3] = 9000;
        assert!(stretches(&numbers).is_none());
    }

    #[test]
    fn work_is_cut_at_the_half_hours() {
        let mut parts = Vec::new();
        spread(1700.0, 5500.0, |h, seconds| parts.push((h, seconds)));
        assert_eq!(parts, [(0, 100.0), (1, 1800.0), (2, 1800.0), (3, 100.0)]);
        parts.clear();
        spread(86_300.0, 86_500.0, |h, seconds| parts.push((h, seconds)));
        assert_eq!(
            parts,
            [(47, 100.0)],
            "what is done after midnight is left out"
        );
    }
}
