//! The call floor alone, nobody motivated or tired: one queue, longest idle serves next.
//!
//! What operations research knows exactly (Erlang-C, Erlang-A, Pollaczek–Khinchine) is checked here.

use crate::hash::hash;
use crate::math::{exp, log_sd};
use crate::measure::summary::Summary;
use crate::rng::{Luck, Stream};
use crate::sim::floor::idle::{Idle, MOST_DESKS};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A stationary queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Queue {
    /// Agents, 1 to 8192.
    pub agents: usize,
    /// Poisson arrivals.
    pub calls_per_hour: f64,
    /// Mean service.
    pub mean_service_seconds: f64,
    /// Coefficient of variation of service: 1 = exponential, else log-normal, 0 = always the same.
    pub service_cv: f64,
    /// Mean of exponential patience; 0 = nobody hangs up.
    pub mean_patience_seconds: f64,
    /// Calls to simulate; the first tenth warms the queue up and is left out.
    pub calls: u64,
    /// Wait that counts as in time.
    pub service_level_seconds: f64,
    /// Calls that fit in at once, in service and waiting; 0 = no limit.
    pub lines: usize,
}

/// What came of it, over the calls after the warm-up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Calls counted.
    pub calls: u64,
    /// Share of calls that had to wait.
    pub probability_of_wait: f64,
    /// Share of calls that hung up.
    pub probability_of_abandonment: f64,
    /// Share of calls that met a busy signal.
    pub probability_of_blocking: f64,
    /// Over all calls, those who hung up included.
    pub mean_wait_seconds: f64,
    /// Share of all calls answered within the limit.
    pub service_level: f64,
    /// Busy over staffed time.
    pub occupancy: f64,
    /// 95 % intervals of [`FIGURES`], in their order, from means of twenty batches of calls one after the
    /// other; None with too few calls. Where waits last as long as a batch, they are too narrow.
    pub ci95: [Option<(f64, f64)>; FIGURES.len()],
    /// Hash of the counts and sums.
    pub fingerprint: u64,
}

/// The names of the figures that have an interval, as in [`Found`].
pub const FIGURES: [&str; 6] = [
    "probability_of_wait",
    "probability_of_abandonment",
    "probability_of_blocking",
    "mean_wait_seconds",
    "service_level",
    "occupancy",
];

/// Batches whose means are taken for independent.
const BATCHES: u64 = 20;
/// Below this many calls a batch says nothing.
const SMALLEST_BATCH: u64 = 50;

/// An input out of range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfRange {
    /// Name of the input, as in [`Queue`].
    pub input: &'static str,
    /// Smallest allowed value.
    pub min: f64,
    /// Largest allowed value.
    pub max: f64,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    calls: u64,
    waited: u64,
    blocked: u64,
    abandoned: u64,
    in_time: u64,
    wait: f64,
    busy: f64,
    /// When, and what work the desks had before them then.
    at: f64,
    ahead: f64,
}

impl Sums {
    /// What has come since.
    fn since(&self, then: &Self) -> Self {
        Self {
            calls: self.calls - then.calls,
            waited: self.waited - then.waited,
            blocked: self.blocked - then.blocked,
            abandoned: self.abandoned - then.abandoned,
            in_time: self.in_time - then.in_time,
            wait: self.wait - then.wait,
            busy: self.busy - then.busy,
            at: self.at - then.at,
            ahead: self.ahead - then.ahead,
        }
    }
}

/// Who is inside when lines are limited: in order of arrival each call's end is known when it comes,
/// so it is enough to keep the ends.
struct Inside {
    lines: usize,
    ends: BinaryHeap<Reverse<u64>>,
}

impl Inside {
    fn new(lines: usize) -> Self {
        Self {
            lines,
            ends: BinaryHeap::with_capacity(lines),
        }
    }

    /// Lets out who has left by `at`, and says whether there is a line.
    fn admits(&mut self, at: f64) -> bool {
        // Times are not negative, so their bits are ordered as they are.
        while self.ends.peek().is_some_and(|end| end.0 <= at.to_bits()) {
            self.ends.pop();
        }
        self.ends.len() < self.lines
    }

    fn enters(&mut self, end: f64) {
        self.ends.push(Reverse(end.to_bits()));
    }
}

impl Queue {
    /// Every input that is out of range.
    #[must_use]
    pub fn problems(&self) -> Vec<OutOfRange> {
        #[allow(clippy::cast_precision_loss)]
        let inputs = [
            ("agents", self.agents as f64, 1.0, MOST_DESKS as f64),
            ("calls_per_hour", self.calls_per_hour, 1e-3, 1e9),
            ("mean_service_seconds", self.mean_service_seconds, 1e-3, 1e7),
            ("service_cv", self.service_cv, 0.0, 20.0),
            (
                "mean_patience_seconds",
                self.mean_patience_seconds,
                0.0,
                1e9,
            ),
            ("calls", self.calls as f64, 10.0, 1e12),
            ("lines", self.lines as f64, 0.0, 1e6),
            (
                "service_level_seconds",
                self.service_level_seconds,
                0.0,
                1e9,
            ),
        ];
        inputs
            .into_iter()
            .filter(|(_, value, min, max)| !(min..=max).contains(&value))
            .map(|(input, _, min, max)| OutOfRange { input, min, max })
            .collect()
    }

    /// The offered load: calls that would be in service at once if nobody waited, in erlangs.
    #[must_use]
    pub fn offered_load(&self) -> f64 {
        self.calls_per_hour * self.mean_service_seconds / 3600.0
    }

    /// Whether more comes than is ever worked off, so that the waits grow with the number of calls.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn never_settles(&self) -> bool {
        let nobody_goes = self.mean_patience_seconds <= 0.0 && self.lines == 0;
        nobody_goes && self.offered_load() >= self.agents as f64
    }

    /// Simulates the queue; inputs must be without [`Queue::problems`].
    #[must_use]
    pub fn run(&self, luck: Luck) -> Found {
        if (self.service_cv - 1.0).abs() < f64::EPSILON {
            self.simulate(luck, |_, exponential| exponential)
        } else {
            let sigma = log_sd(self.service_cv);
            let mu = -sigma * sigma / 2.0;
            self.simulate(luck, move |normal, _| exp(mu + sigma * normal))
        }
    }

    /// Times are counted in mean services, so that the tree's ticks suit fast and slow centres alike.
    #[inline]
    fn simulate(&self, luck: Luck, service: impl Fn(f64, f64) -> f64) -> Found {
        let exponential = (self.service_cv - 1.0).abs() < f64::EPSILON;
        let unit = self.mean_service_seconds;
        let gap = 3600.0 / self.calls_per_hour / unit;
        let patience = if self.mean_patience_seconds > 0.0 {
            self.mean_patience_seconds / unit
        } else {
            f64::INFINITY
        };
        let limit = self.service_level_seconds / unit;
        let mut draws = luck.stream(Stream::Queue, 0, 0);
        let mut free_at = vec![0.0_f64; self.agents];
        let mut idle = Idle::default();
        idle.reset(free_at.iter().copied());
        let mut inside = (self.lines > 0).then(|| Inside::new(self.lines));
        let mut sums = Sums::default();
        let mut at = 0.0;
        let warmup = self.calls / 10;
        let batch = (self.calls - warmup).div_ceil(BATCHES);
        let (mut stands, mut next) = (Vec::new(), warmup);
        for call in 0..self.calls {
            if call == next {
                if call == warmup {
                    sums = Sums::default();
                }
                stands.push(Sums {
                    calls: call,
                    at,
                    ahead: ahead(&free_at, at),
                    ..sums
                });
                next += batch;
            }
            at += gap * draws.exponential();
            let length = if exponential {
                service(0.0, draws.exponential())
            } else {
                service(draws.normal(), 0.0)
            };
            let willing = if patience.is_finite() {
                patience * draws.exponential()
            } else {
                patience
            };
            if let Some(inside) = &mut inside
                && !inside.admits(at)
            {
                sums.blocked += 1;
                continue;
            }
            let desk = idle.first();
            let free = free_at[desk];
            let start = if free > at { free } else { at };
            let wait = start - at;
            if wait > willing {
                sums.waited += 1;
                sums.abandoned += 1;
                sums.wait += willing;
                if let Some(inside) = &mut inside {
                    inside.enters(at + willing);
                }
                continue;
            }
            sums.waited += u64::from(wait > 0.0);
            sums.in_time += u64::from(wait <= limit);
            sums.wait += wait;
            sums.busy += length;
            free_at[desk] = start + length;
            idle.set(desk, start + length);
            if let Some(inside) = &mut inside {
                inside.enters(start + length);
            }
        }
        stands.push(Sums {
            calls: self.calls,
            at,
            ahead: ahead(&free_at, at),
            ..sums
        });
        self.found(&sums, &stands)
    }

    /// Of the sums at the end and as they stood after each batch.
    fn found(&self, sums: &Sums, stands: &[Sums]) -> Found {
        let words = [
            sums.waited,
            sums.blocked,
            sums.abandoned,
            sums.in_time,
            sums.wait.to_bits(),
            sums.busy.to_bits(),
        ];
        let whole = stands[stands.len() - 1].since(&stands[0]);
        let [waits, abandonment, blocking, wait, level, occupancy] = self.figures(&whole);
        // The last batch may be a short one.
        let batches = stands.windows(2).map(|two| two[1].since(&two[0]));
        let full = batches.filter(|batch| batch.calls >= SMALLEST_BATCH);
        let batches: Vec<_> = full.map(|batch| self.figures(&batch)).collect();
        let ci95 = std::array::from_fn(|figure| {
            let of: Vec<f64> = batches.iter().map(|batch| batch[figure]).collect();
            let summary = Summary::of(&of).filter(|summary| summary.count > 2)?;
            Some(summary.ci95)
        });
        Found {
            calls: whole.calls,
            probability_of_wait: waits,
            probability_of_abandonment: abandonment,
            probability_of_blocking: blocking,
            mean_wait_seconds: wait,
            service_level: level,
            occupancy,
            ci95,
            fingerprint: hash(words.map(u64::to_le_bytes)),
        }
    }

    /// [`FIGURES`] of these calls.
    #[allow(clippy::cast_precision_loss)]
    fn figures(&self, of: &Sums) -> [f64; FIGURES.len()] {
        let share = |part: u64| part as f64 / of.calls as f64;
        // What was begun before is worked off in the span, what lies ahead at its end is not.
        let worked = of.busy - of.ahead;
        [
            share(of.waited),
            share(of.abandoned),
            share(of.blocked),
            of.wait / of.calls as f64 * self.mean_service_seconds,
            share(of.in_time),
            worked / (of.at * self.agents as f64),
        ]
    }
}

/// Work that the desks have before them at this moment.
fn ahead(free_at: &[f64], at: f64) -> f64 {
    free_at.iter().map(|free| (free - at).max(0.0)).sum()
}
