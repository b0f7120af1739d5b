//! The call floor alone, nobody motivated or tired: one queue, longest idle serves next.
//!
//! What operations research knows exactly (Erlang-C, Erlang-A, Pollaczek–Khinchine) is checked here.

use crate::math::{exp, log_sd};
use crate::rng::{Luck, Stream};
use crate::sim::floor::idle::{Idle, MOST_DESKS};
use fnv::FnvHasher;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::Hasher;

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
    /// Hash of the counts and sums.
    pub fingerprint: u64,
}

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

#[derive(Default)]
struct Sums {
    waited: u64,
    blocked: u64,
    abandoned: u64,
    in_time: u64,
    wait: f64,
    busy: f64,
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
        let (mut at, mut counting_from) = (0.0, 0.0);
        let warmup = self.calls / 10;
        for call in 0..self.calls {
            if call == warmup {
                sums = Sums::default();
                counting_from = at;
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
        self.found(&sums, self.calls - warmup, at - counting_from)
    }

    #[allow(clippy::cast_precision_loss)]
    fn found(&self, sums: &Sums, calls: u64, span: f64) -> Found {
        let share = |part: u64| part as f64 / calls as f64;
        let mut hasher = FnvHasher::default();
        for word in [
            sums.waited,
            sums.blocked,
            sums.abandoned,
            sums.in_time,
            sums.wait.to_bits(),
            sums.busy.to_bits(),
        ] {
            hasher.write(&word.to_le_bytes());
        }
        Found {
            calls,
            probability_of_wait: share(sums.waited),
            probability_of_abandonment: share(sums.abandoned),
            probability_of_blocking: share(sums.blocked),
            mean_wait_seconds: sums.wait / calls as f64 * self.mean_service_seconds,
            service_level: share(sums.in_time),
            occupancy: sums.busy / (span * self.agents as f64),
            fingerprint: hasher.finish(),
        }
    }
}
