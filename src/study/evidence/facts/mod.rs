//! The list of facts: the seventeen that the model is meant to show, and others from the literature.

pub mod awards;
pub mod flexible;
pub mod held_out;
pub mod leaned_on;
pub mod targets;

use super::arm::{Arm, Set, arm};
use super::fact::{Band, Cited, Fact, Scale, Standing};
use super::sample::Sample;
use crate::scenario::field::Citation;

/// Every fact, in the order of the report.
pub fn all() -> impl Iterator<Item = &'static Fact> {
    targets::FACTS
        .iter()
        .chain(awards::FACTS)
        .chain(flexible::FACTS)
        .chain(held_out::FACTS)
        .chain(leaned_on::FACTS)
}

const fn n(value: f64) -> Set {
    Set::Number(value)
}
const fn w(value: u32) -> Set {
    Set::Whole(value)
}
const fn c(id: &'static str) -> Set {
    Set::Choice(id)
}
/// So many times what the preset has.
const fn times(factor: f64) -> Set {
    Set::Times(factor)
}
const ON: Set = Set::Switch(true);
const OFF: Set = Set::Switch(false);

/// The seed's centre as it is.
const QUO: Arm = arm("seed-status-quo");
/// The paper's proposals.
const ERG: Arm = arm("seed-erg");

const fn between(low: f64, high: f64) -> Band {
    Band { low, high }
}
const ABOVE_0: Band = between(0.0, f64::INFINITY);
const BELOW_0: Band = between(f64::NEG_INFINITY, 0.0);

const fn confirmed(names: &'static str) -> Cited {
    Cited {
        cite: Citation::Names(names),
        confirmed: true,
    }
}
const fn expected(names: &'static str) -> Cited {
    Cited {
        cite: Citation::Names(names),
        confirmed: false,
    }
}

const fn fact(id: &'static str, arms: &'static [Arm], band: Band) -> Fact {
    Fact {
        id,
        standing: Standing::Meant,
        source: expected(""),
        band,
        scale: Scale::Share,
        arms,
        replications: 32,
        statistic: |_| None,
    }
}

/// Metric of the second arm less that of the first.
fn change(s: &Sample, id: &str) -> Option<f64> {
    Some(s.metric(1, id)? - s.metric(0, id)?)
}

/// Metric of the second arm over that of the first, less one.
fn relative(s: &Sample, id: &str) -> Option<f64> {
    Some(s.metric(1, id)? / s.metric(0, id)? - 1.0)
}
