//! What a calibration compares: the arms that are run, and the moments that are read off them.

use super::FREE;
use crate::measure::metric::position;
use crate::measure::outcome::Outcome;
use crate::measure::summary::{Summary, values};
use crate::scenario::field::Value;
use crate::scenario::{Scenario, presets};

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
