//! Calibration: which values of the free constants bring the model nearest to the stylised facts' centres,
//! and which of them those facts can tell at all.
//!
//! A pattern search from the catalogue's defaults, inside the catalogue's plausible ranges, under common
//! luck. The distance is the mean square of (moment − centre) / half of its band. Whoever drives it runs the
//! scenarios; nothing here has a thread or a clock.

pub mod moments;

use crate::measure::outcome::Outcome;
use crate::rng::{Luck, Stream};
use crate::scenario::field::Value;
use crate::scenario::{Scenario, find};
use moments::{MOMENTS, Runs, arms, distance};

/// The constants that are fitted. The others stay at their assumption.
pub const FREE: &[&str] = &[
    "behaviour.parameters.quit.base",
    "behaviour.parameters.quit.needs",
    "behaviour.parameters.quit.exhaustion",
    "behaviour.parameters.quit.unfairness",
    "behaviour.parameters.quit.pay_elasticity",
    "behaviour.parameters.effort.value",
    "behaviour.parameters.effort.discouragement",
    "behaviour.parameters.call.haste_logit",
    "behaviour.parameters.strain.relief",
    "behaviour.parameters.cutting.qualm",
];

/// A point that was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// Values of the free constants.
    pub at: Vec<f64>,
    /// Moments there.
    pub moments: Vec<f64>,
    /// Distance there.
    pub distance: f64,
}

/// What a calibration found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The defaults.
    pub begin: Tried,
    /// The best point.
    pub best: Tried,
    /// Points tried, and those that were better than all before.
    pub tried: (usize, usize),
    /// By constant: how much each moment moves, in halves of its band, over a quarter of the range.
    pub sensitivity: Vec<Vec<f64>>,
}

/// The plausible range of a free constant.
#[must_use]
pub fn range(path: &str) -> (f64, f64) {
    find(path)
        .and_then(|field| field.source.range())
        .unwrap_or((0.0, 1.0))
}

/// Step of the sensitivities and first step of the search, as a part of the range.
const STEP: f64 = 0.25;

/// Searches for `rounds` rounds, each of which tries every constant once up and, if that is no better, once
/// down; the step halves after a round without success. `run` gives the outcomes of some scenarios.
pub fn search(
    seed: u64,
    rounds: u32,
    run: &mut impl FnMut(&[Scenario]) -> Vec<Vec<Outcome>>,
) -> Found {
    let mut examine = |at: &[f64]| {
        let outcomes = run(&arms(at));
        let moments = Runs(&outcomes).moments();
        Tried {
            at: at.to_vec(),
            distance: distance(&moments),
            moments,
        }
    };
    let standard = Scenario::standard();
    let start: Vec<f64> = FREE
        .iter()
        .map(
            |path| match find(path).map(|field| (field.get)(&standard)) {
                Some(Value::Number(value)) => value,
                _ => 0.0,
            },
        )
        .collect();
    let begin = examine(&start);
    let (mut best, mut tried, mut better, mut step) = (begin.clone(), 1, 0, STEP);
    for round in 0..rounds {
        let mut success = false;
        for which in order(seed, round) {
            let (low, high) = range(FREE[which]);
            for sign in [1.0, -1.0] {
                let mut at = best.at.clone();
                at[which] = (at[which] + sign * step * (high - low)).clamp(low, high);
                if at == best.at {
                    continue;
                }
                let found = examine(&at);
                tried += 1;
                if found.distance < best.distance {
                    (best, success) = (found, true);
                    better += 1;
                    break;
                }
            }
        }
        if !success {
            step /= 2.0;
        }
    }
    let sensitivity = (0..FREE.len())
        .map(|which| {
            let (low, high) = range(FREE[which]);
            let mut at = best.at.clone();
            // Towards the farther end, so that there is room.
            let sign = if at[which] - low > high - at[which] {
                -1.0
            } else {
                1.0
            };
            at[which] += sign * STEP * (high - low);
            let there = examine(&at);
            MOMENTS
                .iter()
                .zip(there.moments.iter().zip(&best.moments))
                .map(|(m, (a, b))| sign * (a - b) / m.half)
                .collect()
        })
        .collect();
    Found {
        begin,
        best,
        tried: (tried, better),
        sensitivity,
    }
}

/// The constants in an order of luck, so that none is always tried first.
fn order(seed: u64, round: u32) -> Vec<usize> {
    let luck = Luck {
        seed,
        replication: 0,
    };
    let mut draws = luck.stream(Stream::Search, round, 0);
    let mut keyed: Vec<(f64, usize)> = (0..FREE.len()).map(|i| (draws.uniform(), i)).collect();
    crate::order::by(&mut keyed, |a, b| a.0.total_cmp(&b.0));
    keyed.into_iter().map(|(_, i)| i).collect()
}

/// How strongly the moments speak of a constant (length of its sensitivities), and how alike the most
/// similar other constant's are (cosine, 0–1): near 1 the two can't be told apart.
#[must_use]
pub fn identified(sensitivity: &[Vec<f64>], which: usize) -> (f64, f64) {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let own = &sensitivity[which];
    let length = dot(own, own).sqrt();
    let alike = sensitivity
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != which)
        .map(|(_, theirs)| {
            let both = length * dot(theirs, theirs).sqrt();
            if both > 0.0 {
                (dot(own, theirs) / both).abs()
            } else {
                0.0
            }
        })
        .fold(0.0, f64::max);
    (length, alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_free_constant_and_every_arm_exists() {
        let at: Vec<f64> = FREE.iter().map(|path| range(path).0).collect();
        for scenario in arms(&at) {
            assert_eq!(crate::scenario::check::problems(&scenario), vec![]);
        }
        for m in MOMENTS {
            assert!(m.half > 0.0, "{}", m.name);
        }
    }

    #[test]
    fn the_distance_is_nought_at_the_centres_and_one_at_the_bands_ends() {
        let centres: Vec<f64> = MOMENTS.iter().map(|m| m.centre).collect();
        assert_eq!(distance(&centres), 0.0);
        let ends: Vec<f64> = MOMENTS.iter().map(|m| m.centre - m.half).collect();
        assert!((distance(&ends) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn constants_that_do_the_same_are_not_told_apart() {
        let moves = vec![vec![1.0, 2.0], vec![-2.0, -4.0], vec![2.0, -1.0]];
        let (length, alike) = identified(&moves, 0);
        assert!((length - 5.0_f64.sqrt()).abs() < 1e-12 && (alike - 1.0).abs() < 1e-12);
        assert!(identified(&moves, 2).1 < 1e-12);
    }
}
