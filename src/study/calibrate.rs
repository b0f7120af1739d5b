//! Calibration: which values of the free constants bring the model nearest to the stylised facts' centres,
//! and which of them those facts can tell at all.
//!
//! A pattern search from the catalogue's defaults, inside the catalogue's plausible ranges, under common
//! luck. The distance is the mean square of (moment − centre) / half of its band. Whoever drives it runs the
//! scenarios; nothing here has a thread or a clock.

use crate::measure::metric::position;
use crate::measure::outcome::Outcome;
use crate::measure::summary::{Summary, values};
use crate::rng::{Luck, Stream};
use crate::scenario::field::Value;
use crate::scenario::{Scenario, find, presets};

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

/// One thing that the model is held to, with the centre and half of the band of `model.md`'s facts.
pub struct Moment {
    /// What it is.
    pub name: &'static str,
    /// Number of the stylised fact; 0 for what is set by the example's own figures.
    pub fact: u32,
    /// Centre of the band.
    pub centre: f64,
    /// Half of the band.
    pub half: f64,
    of: fn(&Runs) -> f64,
}

/// The outcomes of the arms, in the order of [`arms`].
pub struct Runs<'a>(pub &'a [Vec<Outcome>]);

const TURNOVER: &str = "turnover.annual_rate";
const OUTPUT: &str = "output.resolved_calls_per_agent_day";
const SATISFIED: &str = "quality.customer_satisfaction";
const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
const COVERAGE: &str = "rewards.awards.coverage_share";

/// A base preset and what is changed in it.
type Arm = (&'static str, &'static [(&'static str, Value)]);

const ARMS: &[Arm] = &[
    ("seed-status-quo", &[]),
    ("seed-erg", &[]),
    (
        "seed-status-quo",
        &[("support.flexible_work.enabled", Value::Switch(true))],
    ),
    (
        "seed-status-quo",
        &[
            (
                "support.stress_relief.frequency_per_month",
                Value::Number(2.0),
            ),
            ("support.stress_relief.intensity", Value::Number(0.7)),
        ],
    ),
    ("seed-status-quo", &[(TARGET, Value::Number(40.0))]),
    ("seed-status-quo", &[(TARGET, Value::Number(70.0))]),
    ("seed-status-quo", &[(TARGET, Value::Number(105.0))]),
    (
        "seed-status-quo",
        &[
            ("rewards.awards.strategy", Value::Choice("top_share")),
            (COVERAGE, Value::Number(0.05)),
        ],
    ),
    (
        "seed-status-quo",
        &[
            ("rewards.awards.strategy", Value::Choice("top_share")),
            (COVERAGE, Value::Number(0.4)),
        ],
    ),
];
const STATUS_QUO: usize = 0;
const ERG: usize = 1;
const FLEXIBLE: usize = 2;
const RELIEF: usize = 3;
const EASY: usize = 4;
const REACHABLE: usize = 5;
const HOPELESS: usize = 6;
const NARROW: usize = 7;
const WIDE: usize = 8;

/// What is held to the facts.
pub const MOMENTS: &[Moment] = &[
    Moment {
        name: "turnover of seed-status-quo",
        fact: 1,
        centre: 0.25,
        half: 0.07,
        of: |r| r.mean(STATUS_QUO, TURNOVER),
    },
    Moment {
        name: "turnover of seed-erg against it, log",
        fact: 1,
        centre: -0.43,
        half: 0.25,
        of: |r| r.log_ratio(ERG, STATUS_QUO, TURNOVER),
    },
    Moment {
        name: "resolved calls: target of 70 against 40, log",
        fact: 3,
        centre: 0.02,
        half: 0.015,
        of: |r| r.log_ratio(REACHABLE, EASY, OUTPUT),
    },
    Moment {
        name: "resolved calls: target of 105 against 70, log",
        fact: 3,
        centre: -0.04,
        half: 0.03,
        of: |r| r.log_ratio(HOPELESS, REACHABLE, OUTPUT),
    },
    Moment {
        name: "turnover: target of 105 against 70, log",
        fact: 4,
        centre: 0.6,
        half: 0.3,
        of: |r| r.log_ratio(HOPELESS, REACHABLE, TURNOVER),
    },
    Moment {
        name: "satisfied callers: target of 105 against 70",
        fact: 4,
        centre: -0.06,
        half: 0.04,
        of: |r| r.mean(HOPELESS, SATISFIED) - r.mean(REACHABLE, SATISFIED),
    },
    Moment {
        name: "turnover: coverage of 40 % against 5 %, log",
        fact: 8,
        centre: -0.08,
        half: 0.06,
        of: |r| r.log_ratio(WIDE, NARROW, TURNOVER),
    },
    Moment {
        name: "exhaustion under stress relief, in SD between people",
        fact: 10,
        centre: -0.45,
        half: 0.15,
        of: |r| {
            let change =
                r.mean(RELIEF, "wellbeing.exhaustion") - r.mean(STATUS_QUO, "wellbeing.exhaustion");
            change / r.spread_of_exhaustion(STATUS_QUO).max(1e-6)
        },
    },
    Moment {
        name: "turnover under flexible hours, log",
        fact: 11,
        centre: -0.45,
        half: 0.2,
        of: |r| r.log_ratio(FLEXIBLE, STATUS_QUO, TURNOVER),
    },
    Moment {
        name: "calls cut short",
        fact: 0,
        centre: 0.01,
        half: 0.007,
        of: |r| r.mean(STATUS_QUO, "conduct.cut_short_share"),
    },
];

impl Runs<'_> {
    fn mean(&self, arm: usize, id: &str) -> f64 {
        let found = position(id).map(|metric| values(&self.0[arm], metric));
        found.and_then(|v| Summary::of(&v)).map_or(0.0, |s| s.mean)
    }

    fn log_ratio(&self, arm: usize, against: usize, id: &str) -> f64 {
        let floor = 1e-6;
        crate::math::ln(self.mean(arm, id).max(floor) / self.mean(against, id).max(floor))
    }

    /// Standard deviation between people of their mean exhaustion over most of a year.
    fn spread_of_exhaustion(&self, arm: usize) -> f64 {
        let of_people: Vec<f64> = self.0[arm]
            .iter()
            .flat_map(|o| &o.people)
            .filter(|p| p.service_days >= 200)
            .map(|p| p.exhaustion / f64::from(p.service_days))
            .collect();
        crate::measure::summary::variance(&of_people).map_or(0.0, f64::sqrt)
    }

    /// All moments, in the order of [`MOMENTS`].
    #[must_use]
    pub fn moments(&self) -> Vec<f64> {
        MOMENTS.iter().map(|m| (m.of)(self)).collect()
    }
}

/// The scenarios of a point: one for each arm, with the free constants at `at`.
#[must_use]
pub fn arms(at: &[f64]) -> Vec<Scenario> {
    ARMS.iter()
        .map(|(preset, changes)| {
            let base =
                presets::find(preset).map_or_else(Scenario::standard, presets::Preset::scenario);
            let changed = changes
                .iter()
                .fold(base, |s, (path, value)| s.with(path, value.clone()));
            FREE.iter().zip(at).fold(changed, |s, (path, value)| {
                s.with(path, Value::Number(*value))
            })
        })
        .collect()
}

/// Mean square of the moments' distance from their centres, in halves of their bands.
#[must_use]
pub fn distance(moments: &[f64]) -> f64 {
    let squares = MOMENTS.iter().zip(moments).map(|(m, found)| {
        let off = (found - m.centre) / m.half;
        off * off
    });
    #[allow(clippy::cast_precision_loss)]
    let n = MOMENTS.len() as f64;
    squares.sum::<f64>() / n
}

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
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
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
