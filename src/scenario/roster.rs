//! Hours for each seat: shifts follow the day's course, breaks are staggered.

use super::Scenario;
use super::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Load, Shift};

/// Hours of every seat. Where the phones are open longer than a shift, each seat in turn gets the
/// start at which the most calls are still uncovered.
#[must_use]
pub fn shifts(s: &Scenario, load: &Load) -> Vec<Shift> {
    let span = load.closes - load.opens;
    let full = Hours {
        length: (s.workforce.shift_hours * 3600.0).min(span),
        lunch: s.workforce.lunch_minutes * 60.0,
        rest: s.support.rest_minutes_per_day * 60.0 / 2.0,
        share: 1.0,
    };
    let part = full.part(s.workforce.part_time.hours_share);
    let demand = mean_day(load);
    let mut covered = [0.0; HALF_HOURS];
    (0..s.workforce.headcount)
        .map(|seat| {
            let hours = if is_part_time(s, seat as usize) {
                part
            } else {
                full
            };
            let start = best_start(&demand, &covered, load, hours.length);
            for half_hour in half_hours(start, hours.length) {
                covered[half_hour] += 1.0;
            }
            shift(hours, start, seat)
        })
        .collect()
}

/// What a post's day is made of, in seconds.
#[derive(Clone, Copy)]
struct Hours {
    length: f64,
    lunch: f64,
    /// Of two rests each.
    rest: f64,
    /// Against a full post.
    share: f64,
}

impl Hours {
    /// A part of these in one go: rests in proportion, and lunch before or after.
    fn part(self, share: f64) -> Self {
        Self {
            length: (self.length - self.lunch) * share,
            lunch: 0.0,
            rest: self.rest * share,
            share,
        }
    }
}

/// How many of the first `posts` belong to a share of all that is spread evenly; the first comes the sooner,
/// the nearer `begun` is to 1.
pub(super) fn spread(share: f64, begun: f64, posts: usize) -> usize {
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    let number = (posts as f64 * share + begun).floor() as usize;
    number
}

/// Not the same posts as the second line's.
fn is_part_time(s: &Scenario, seat: usize) -> bool {
    let before = |posts| spread(s.workforce.part_time.share, 0.5, posts);
    before(seat + 1) > before(seat)
}

fn mean_day(load: &Load) -> [f64; HALF_HOURS] {
    let mut mean = [0.0; HALF_HOURS];
    for row in &load.rates {
        for (sum, rate) in mean.iter_mut().zip(row) {
            *sum += rate;
        }
    }
    mean
}

/// The start whose half-hours have most calls per person who is already there.
fn best_start(
    demand: &[f64; HALF_HOURS],
    covered: &[f64; HALF_HOURS],
    load: &Load,
    length: f64,
) -> f64 {
    let mut best = (load.opens, f64::NEG_INFINITY);
    let mut start = load.opens;
    while start + length <= load.closes + 1.0 {
        let need: f64 = half_hours(start, length)
            .map(|h| demand[h] / (covered[h] + 1.0))
            .sum();
        if need > best.1 + 1e-9 {
            best = (start, need);
        }
        start += HALF_HOUR_SECONDS;
    }
    best.0
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn half_hours(start: f64, length: f64) -> std::ops::Range<usize> {
    let first = (start / HALF_HOUR_SECONDS) as usize;
    let last = ((start + length) / HALF_HOUR_SECONDS).ceil() as usize;
    first..last.min(HALF_HOURS)
}

/// Lunch about the middle in three sittings, rests about the quarters in five.
fn shift(hours: Hours, start: f64, seat: u32) -> Shift {
    let Hours {
        length,
        lunch,
        rest,
        share,
    } = hours;
    let sitting = f64::from(seat % 3) / 2.0 - 1.0;
    let turn = f64::from(seat % 5);
    let lunch_at = start + length / 2.0 + sitting * lunch;
    let first_rest = start
        + (length * 0.2 + turn * rest)
            .min(length / 2.0 - lunch - rest)
            .max(0.0);
    let after_lunch = lunch_at + lunch;
    let second_rest = (start + length * 0.7 + turn * rest)
        .max(after_lunch)
        .min(start + length - rest);
    Shift {
        start,
        end: start + length,
        breaks: [
            (first_rest, rest),
            (lunch_at.max(first_rest + rest), lunch),
            (second_rest, rest),
        ],
        hours_share: share,
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::Plan;
    use super::super::presets::PRESETS;

    #[test]
    fn breaks_follow_one_another_inside_the_shift() {
        for preset in PRESETS {
            let plan = Plan::new(&preset.scenario()).expect("presets are sound");
            for shift in plan.shifts() {
                let mut at = shift.start;
                for (start, length) in shift.breaks {
                    assert!(start >= at - 1e-6, "{}: {shift:?}", preset.id);
                    at = start + length;
                }
                assert!(at <= shift.end + 1e-6, "{}: {shift:?}", preset.id);
            }
        }
    }

    #[test]
    fn a_long_day_is_covered_from_end_to_end() {
        let bank = super::super::presets::find("bank-1999").expect("exists");
        let plan = Plan::new(&bank.scenario()).expect("sound");
        let first = plan
            .shifts()
            .iter()
            .map(|s| s.start)
            .fold(f64::MAX, f64::min);
        let last = plan.shifts().iter().map(|s| s.end).fold(0.0, f64::max);
        assert!((first - plan.load().opens).abs() < 1.0);
        assert!((last - plan.load().closes).abs() < 1.0);
    }
}
