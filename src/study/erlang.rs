//! What theory knows of a steady floor: Erlang-C, and Erlang-A where callers hang up.
//!
//! Palm's M/M/n+M as a birth–death process. Weights are relative to the state in which the last agent
//! has just become busy, so that neither a small load in a large hall nor a flood overflows.

use crate::math::{exp, ln};

/// Weights beyond this are scaled down.
const LARGE: f64 = 1e250;
/// What is left of a sum when the rest no longer matters.
const NEGLIGIBLE: f64 = 1e-14;
/// Nodes and weights of Gauss and Legendre's rule on −1 to 1.
const NODES: [(f64, f64); 5] = [
    (-0.906_179_845_938_664, 0.236_926_885_056_189_1),
    (-0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.0, 0.568_888_888_888_888_9),
    (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.906_179_845_938_664, 0.236_926_885_056_189_1),
];

/// Poisson calls, exponential service, exponential patience.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Erlang {
    /// Calls a second.
    pub rate: f64,
    /// Mean service, in seconds.
    pub service_seconds: f64,
    /// Mean patience, in seconds; infinite where nobody hangs up (Erlang-C).
    pub patience_seconds: f64,
}

/// What so many agents come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Share of calls that have to wait.
    pub probability_of_wait: f64,
    /// Share of calls that hang up.
    pub probability_of_abandonment: f64,
    /// Over all calls; infinite where the queue grows without end.
    pub mean_wait_seconds: f64,
    /// Share of all calls answered within the limit.
    pub service_level: f64,
    /// Busy share of the agents' time.
    pub occupancy: f64,
}

impl Erlang {
    /// Work that comes in: agents who would be busy if nobody waited or hung up.
    #[must_use]
    pub fn offered_load(&self) -> f64 {
        self.rate * self.service_seconds
    }

    /// What `agents` come to, with this limit for the service level.
    #[must_use]
    pub fn figures(&self, agents: u32, limit_seconds: f64) -> Figures {
        let n = f64::from(agents);
        let hang_up = 1.0 / self.patience_seconds;
        if self.rate <= 0.0 {
            return Figures {
                probability_of_wait: 0.0,
                probability_of_abandonment: 0.0,
                mean_wait_seconds: 0.0,
                service_level: 1.0,
                occupancy: 0.0,
            };
        }
        let overrun = agents == 0 || (hang_up == 0.0 && self.offered_load() >= n);
        if overrun {
            return Figures {
                probability_of_wait: 1.0,
                probability_of_abandonment: f64::from(u8::from(hang_up > 0.0)),
                mean_wait_seconds: self.patience_seconds,
                service_level: 0.0,
                occupancy: f64::from(u8::from(agents > 0)),
            };
        }
        // States in which somebody is free, relative to the one in which just nobody is.
        let mut below = 0.0;
        for k in 1..=agents {
            below = (below + 1.0) * f64::from(k) / self.offered_load();
        }
        let tail = Tail::of(self.rate, n / self.service_seconds, hang_up, &mut below);
        if below.is_infinite() {
            return Figures {
                probability_of_wait: 0.0,
                probability_of_abandonment: 0.0,
                mean_wait_seconds: 0.0,
                service_level: 1.0,
                occupancy: self.offered_load() / n,
            };
        }
        let total = below + tail.waiting;
        let queue = tail.queue / total;
        let abandoned = hang_up * queue / self.rate;
        let late = self.answered_waiting(n, tail.ln_first - ln(total), limit_seconds);
        Figures {
            probability_of_wait: tail.waiting / total,
            probability_of_abandonment: abandoned,
            mean_wait_seconds: queue / self.rate,
            service_level: (below / total + late).min(1.0),
            occupancy: (1.0 - abandoned) * self.offered_load() / n,
        }
    }

    /// The fewest agents, up to `most`, who answer this share of all calls within the limit.
    #[must_use]
    pub fn required(&self, target_share: f64, limit_seconds: f64, most: u32) -> Option<u32> {
        let enough = |agents| self.figures(agents, limit_seconds).service_level >= target_share;
        if enough(0) {
            return Some(0);
        }
        let (mut too_few, mut plenty) = (0, 1);
        while !enough(plenty) {
            if plenty >= most {
                return None;
            }
            (too_few, plenty) = (plenty, (plenty * 2).min(most));
        }
        while plenty - too_few > 1 {
            let middle = too_few + (plenty - too_few) / 2;
            if enough(middle) {
                plenty = middle;
            } else {
                too_few = middle;
            }
        }
        Some(plenty)
    }

    /// Share of calls that wait and are answered within the limit.
    ///
    /// Baccelli and Hebuterne: the wait offered to a caller has the density
    /// nμ·p·exp(−nμt + λ∫₀ᵗ P(patience > u) du), p being the chance that all are busy and nobody
    /// waits; whoever is still patient by then is answered.
    fn answered_waiting(&self, n: f64, ln_first: f64, limit: f64) -> f64 {
        let served = n / self.service_seconds;
        let hang_up = 1.0 / self.patience_seconds;
        let exponent = |t: f64| {
            let patient = if hang_up > 0.0 {
                (1.0 - exp(-hang_up * t)) / hang_up
            } else {
                t
            };
            ln_first - (served + hang_up) * t + self.rate * patient
        };
        // The exponent is concave: steepest at one of the ends, and below its tangent at 0.
        let slope = |t: f64| self.rate * exp(-hang_up * t) - served - hang_up;
        let end = if slope(0.0) < 0.0 {
            limit.min(-60.0 / slope(0.0))
        } else {
            limit
        };
        let steepest = slope(0.0).abs().max(slope(end).abs());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let parts = ((steepest * end) as u32).clamp(8, 4096);
        let half = end / f64::from(parts) / 2.0;
        let sum: f64 = (0..parts)
            .flat_map(|part| NODES.map(|(x, w)| (half * (f64::from(2 * part + 1) + x), w)))
            .map(|(t, weight)| weight * exp(exponent(t)))
            .sum();
        served * half * sum
    }
}

/// The states in which all are busy, relative to the first of them.
struct Tail {
    /// Sum of the weights.
    waiting: f64,
    /// Sum of the weights times those who wait.
    queue: f64,
    /// Log of the first state's weight, which is 1 unless everything was scaled down.
    ln_first: f64,
}

impl Tail {
    fn of(rate: f64, served: f64, hang_up: f64, below: &mut f64) -> Self {
        if hang_up == 0.0 {
            let r = rate / served;
            return Self {
                waiting: 1.0 / (1.0 - r),
                queue: r / ((1.0 - r) * (1.0 - r)),
                ln_first: 0.0,
            };
        }
        let mut tail = Self {
            waiting: 1.0,
            queue: 0.0,
            ln_first: 0.0,
        };
        let (mut weight, mut waiting) = (1.0, 0.0);
        loop {
            waiting += 1.0;
            let ratio = rate / (served + waiting * hang_up);
            weight *= ratio;
            tail.waiting += weight;
            tail.queue += waiting * weight;
            if tail.queue > LARGE {
                weight /= LARGE;
                tail.waiting /= LARGE;
                tail.queue /= LARGE;
                tail.ln_first -= ln(LARGE);
                *below /= LARGE;
            }
            // What follows decays at least as fast as a geometric series of this ratio.
            let left = weight / (1.0 - ratio) * (waiting + 1.0 / (1.0 - ratio));
            if ratio < 1.0 && left <= NEGLIGIBLE * tail.waiting {
                return tail;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erlang(rate: f64, service_seconds: f64, patience_seconds: f64) -> Erlang {
        Erlang {
            rate,
            service_seconds,
            patience_seconds,
        }
    }

    fn near(value: f64, expected: f64, within: f64) {
        assert!(
            (value - expected).abs() <= within,
            "{value}, not {expected}"
        );
    }

    #[test]
    fn erlang_a_has_its_published_values() {
        // M/M/100+M, λ = 95, μ = 1, θ = 0.5.
        let found = erlang(95.0, 1.0, 2.0).figures(100, 0.1);
        near(found.mean_wait_seconds, 0.030_282_1, 5e-8);
        near(found.probability_of_wait, 0.364_474_5, 5e-8);
        near(found.probability_of_abandonment, 0.015_141_0, 5e-8);
        near(found.occupancy, 0.95 * (1.0 - 0.015_141_0), 1e-6);
    }

    #[test]
    fn erlang_c_has_its_closed_form() {
        for (agents, load) in [(1, 0.6), (10, 8.0), (50, 47.0), (1000, 960.0)] {
            let found = erlang(load / 200.0, 200.0, f64::INFINITY).figures(agents, 20.0);
            let n = f64::from(agents);
            // Erlang-B by its recursion, Erlang-C from it, and an exponential wait.
            let blocking = (1..=agents).fold(1.0, |b, k| load * b / (f64::from(k) + load * b));
            let waits = n * blocking / (n - load * (1.0 - blocking));
            near(found.probability_of_wait, waits, 1e-11);
            near(found.mean_wait_seconds, waits * 200.0 / (n - load), 1e-8);
            let level = 1.0 - waits * exp(-(n - load) * 20.0 / 200.0);
            near(found.service_level, level, 1e-9);
        }
        // A published table's value: 10 agents, 8 Erlangs, 0.409.
        let found = erlang(8.0, 1.0, f64::INFINITY).figures(10, 0.0);
        near(found.probability_of_wait, 0.409, 5e-4);
    }

    #[test]
    fn whoever_never_is_late_is_answered_or_gone() {
        // With a limit beyond everybody's patience, all but those who hang up are in time.
        for (rate, agents, patience) in [(95.0, 100, 2.0), (3.0, 2, 0.4), (40.0, 25, 10.0)] {
            let found = erlang(rate, 1.0, patience).figures(agents, 1000.0);
            near(
                found.service_level,
                1.0 - found.probability_of_abandonment,
                1e-9,
            );
        }
    }

    #[test]
    fn extremes_stay_finite() {
        for (load, agents, patience) in [
            (0.01, 5000, 600.0),
            (5000.0, 5000, 600.0),
            (5000.0, 50, 86_400.0),
            (8000.0, 8192, 1.0),
            (1e-9, 1, 1.0),
        ] {
            let found = erlang(load / 250.0, 250.0, patience).figures(agents, 20.0);
            for share in [
                found.probability_of_wait,
                found.probability_of_abandonment,
                found.service_level,
                found.occupancy,
            ] {
                assert!((0.0..=1.0 + 1e-9).contains(&share), "{load}: {found:?}");
            }
            assert!(found.mean_wait_seconds.is_finite());
        }
        let flood = erlang(20.0, 250.0, 86_400.0).figures(50, 20.0);
        near(flood.probability_of_abandonment, 0.99, 1e-6);
        near(flood.occupancy, 1.0, 1e-6);
    }

    #[test]
    fn the_required_number_is_the_first_that_suffices() {
        for load in [0.05, 1.0, 7.5, 40.0, 900.0] {
            let floor = erlang(load / 250.0, 250.0, 600.0);
            let required = floor.required(0.8, 20.0, 8192).expect("within the most");
            assert!(floor.figures(required, 20.0).service_level >= 0.8);
            assert!(floor.figures(required - 1, 20.0).service_level < 0.8);
        }
        assert_eq!(erlang(0.0, 250.0, 600.0).required(0.8, 20.0, 10), Some(0));
        assert_eq!(erlang(1.0, 250.0, 600.0).required(0.8, 20.0, 100), None);
    }
}
