//! What a calibration holds the model to: facts with a centre, and a few shapes that the facts ask for.

use crate::study::evidence::arm::Arm;
use crate::study::evidence::facts::{self, awards, targets};
use crate::study::evidence::runs::{Runs, Wanted};
use crate::study::evidence::sample::{Estimate, Sample, Statistic, estimate, value};

/// One thing that the model is held to.
#[derive(Clone)]
pub struct Moment {
    /// The fact that it is, or that asks for it; empty for what is set by a log's own figures.
    pub fact: &'static str,
    /// What it is, where it isn't the fact itself.
    pub name: Option<&'static str>,
    /// Centre of the band.
    pub centre: f64,
    /// Half of the band.
    pub half: f64,
    /// The scenarios needed.
    pub arms: &'static [Arm],
    statistic: Statistic,
}

/// Facts whose band has two ends: the centre is its middle. None of them is held out.
const FACTS: &[&str] = &[
    "1a", "1b", "3c", "10a", "10b", "11a", "13a", "15", "16a", "l1", "l2", "l3", "l4", "l5", "l6",
    "l7", "l8",
];

/// Shapes of which the facts say the direction; how far is the authors' expectation.
const SHAPES: &[Moment] = &[
    shape(
        "3a",
        "resolved calls: the present target against the lowest, log",
        0.02,
        0.015,
        &targets::LADDER,
        |s| log_ratio(s, [PRESENT, LOWEST], RESOLVED),
    ),
    shape(
        "3b",
        "resolved calls: the highest target against the present, log",
        -0.06,
        0.04,
        &targets::LADDER,
        |s| log_ratio(s, [HIGHEST, PRESENT], RESOLVED),
    ),
    shape(
        "4b",
        "turnover: the highest target against the present, log",
        0.5,
        0.3,
        &targets::LADDER,
        |s| log_ratio(s, [HIGHEST, PRESENT], TURNOVER),
    ),
    shape(
        "4d",
        "satisfied callers: the highest target against the present",
        -0.06,
        0.04,
        &targets::LADDER,
        |s| {
            let id = "quality.customer_satisfaction";
            Some(s.metric(HIGHEST, id)? - s.metric(PRESENT, id)?)
        },
    ),
    shape(
        "8a",
        "turnover: coverage of 40 % against 5 %, log",
        -0.08,
        0.06,
        FEW_AND_SOME,
        |s| log_ratio(s, [1, 0], TURNOVER),
    ),
    shape("", "calls cut short", 0.01, 0.007, &targets::PRESENT, |s| {
        s.metric(0, "conduct.cut_short_share")
    }),
];

/// Awards for few and for some, at one budget.
const FEW_AND_SOME: &[Arm] = awards::WIDE.split_at(2).0;
const TURNOVER: &str = "turnover.annual_rate";
const RESOLVED: &str = "output.resolved_calls_per_agent_day";
const LOWEST: usize = 0;
const PRESENT: usize = 4;
const HIGHEST: usize = 6;

const fn shape(
    fact: &'static str,
    name: &'static str,
    centre: f64,
    half: f64,
    arms: &'static [Arm],
    statistic: Statistic,
) -> Moment {
    Moment {
        fact,
        name: Some(name),
        centre,
        half,
        arms,
        statistic,
    }
}

/// The first arm's metric over the second's, log. A hall that nobody left counts as one leaver in a
/// hundred halls.
fn log_ratio(s: &Sample, [one, other]: [usize; 2], id: &str) -> Option<f64> {
    let least = 1e-4;
    Some(crate::math::ln(
        s.metric(one, id)?.max(least) / s.metric(other, id)?.max(least),
    ))
}

/// Everything that the model is held to.
#[must_use]
pub fn moments() -> Vec<Moment> {
    let of_fact = |id: &&'static str| {
        let fact = facts::all().find(|fact| fact.id == *id)?;
        Some(Moment {
            fact: fact.id,
            name: None,
            centre: f64::midpoint(fact.band.low, fact.band.high),
            half: (fact.band.high - fact.band.low) / 2.0,
            arms: fact.arms,
            statistic: fact.statistic,
        })
    };
    FACTS
        .iter()
        .filter_map(of_fact)
        .chain(SHAPES.iter().cloned())
        .collect()
}

impl Moment {
    /// Its value in these runs; None where it is not defined.
    #[must_use]
    pub fn value(&self, runs: &Runs) -> Option<f64> {
        value(&runs.of(self.arms, u32::MAX), self.statistic)
    }

    /// Its value with its standard error.
    #[must_use]
    pub fn estimate(&self, runs: &Runs) -> Option<Estimate> {
        estimate(&runs.of(self.arms, u32::MAX), self.statistic)
    }

    /// How far a value is off the centre, in halves of the band.
    #[must_use]
    pub fn off(&self, value: f64) -> f64 {
        (value - self.centre) / self.half
    }
}

/// The arms of all moments, each once.
#[must_use]
pub fn arms(moments: &[Moment]) -> Vec<Arm> {
    let mut wanted = Wanted::default();
    for moment in moments {
        wanted.ask(moment.arms, 1);
    }
    wanted.arms.into_iter().map(|(arm, _)| arm).collect()
}
