//! A named profile: what a centre's months say of the constants, as a file that other studies take up.

use super::posterior::{Posterior, equal};
use super::{ASKED, Calibration, assumption, range};
use crate::scenario::field::Value;
use crate::scenario::worlds::Worlds;
use crate::scenario::{Scenario, find};
use serde::{Deserialize, Serialize};

/// Draws that a profile keeps.
pub const DRAWS: u32 = 100;
/// Draws that a scenario takes up: one for each of its usual years.
pub const WORLDS: usize = 64;
/// What the file says it is.
pub const KIND: &str = "fairfloor-profile";

/// A profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// [`KIND`].
    pub kind: String,
    /// The program's version.
    pub version: String,
    /// What it is called.
    pub name: String,
    /// What it was made from.
    pub source: Source,
    /// By constant.
    pub constants: Vec<Known>,
    /// Equal draws of all constants together, in their order.
    pub draws: Vec<Vec<f64>>,
}

/// What a profile was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// First month of the data.
    pub first: String,
    /// Months, of which the last so many were held back.
    pub months: (u32, u32),
    /// A number for all that they hold and for the scenario; empty in profiles of before it was written down.
    #[serde(default)]
    pub data: String,
    /// Posts as simulated.
    pub headcount: u32,
    /// Simulated centres.
    pub simulated: usize,
    /// Equal draws that the accepted ones are worth.
    pub effective: f64,
    /// The seed.
    pub seed: u64,
}

/// What is known of a constant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Its path in the catalogue.
    pub path: String,
    /// True where the data say something; else the assumption stays.
    pub told: bool,
    /// The assumption.
    pub assumption: f64,
    /// Median of the draws.
    pub median: f64,
    /// Middle nine tenths of the draws.
    pub interval90: (f64, f64),
    /// Share by which the variance fell.
    pub shrinkage: f64,
}

/// The value at a place within the range of a constant.
fn value(k: usize, place: f64) -> f64 {
    let (low, high) = range(ASKED[k]);
    low + place * (high - low)
}

/// What is known of each constant, in the order of [`ASKED`].
#[must_use]
pub fn known(asked: &Calibration, found: &Posterior) -> Vec<Known> {
    let all = found.constants.iter().enumerate();
    all.map(|(k, c)| Known {
        path: ASKED[k].to_owned(),
        told: c.told,
        assumption: assumption(asked.scenario(), ASKED[k]),
        median: value(k, c.median),
        interval90: (value(k, c.most.0), value(k, c.most.1)),
        shrinkage: c.shrinkage,
    })
    .collect()
}

/// Makes one.
#[must_use]
pub fn profile(name: &str, first: &str, asked: &Calibration, found: &Posterior) -> Profile {
    let draw = |point: Vec<f64>| -> Vec<f64> {
        let places = point.iter().enumerate();
        places.map(|(k, place)| value(k, *place)).collect()
    };
    Profile {
        kind: KIND.to_owned(),
        version: crate::VERSION.to_owned(),
        name: name.to_owned(),
        source: Source {
            simulated: found.rows,
            effective: found.effective,
            ..source(first, asked)
        },
        constants: known(asked, found),
        draws: equal(found, DRAWS).into_iter().map(draw).collect(),
    }
}

/// What it is made from, before anything was simulated.
fn source(first: &str, asked: &Calibration) -> Source {
    Source {
        first: first.to_owned(),
        months: (asked.shape.months, asked.shape.held_back),
        data: asked.data.clone(),
        headcount: asked.scenario().workforce.headcount,
        simulated: 0,
        effective: 0.0,
        seed: asked.seed,
    }
}

/// What is wrong with a profile.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// Not a profile, or damaged.
    NotAProfile(String),
    /// There is no such constant.
    UnknownConstant(String),
    /// A value outside what the constant may be.
    OutOfRange(String),
}

impl Profile {
    /// True where it is what this calibration had so far: of the same version, name, months with all that they hold,
    /// scenario and seed, and of no more simulated centres than are asked for.
    #[must_use]
    pub fn is_from(&self, name: &str, first: &str, asked: &Calibration, most: usize) -> bool {
        let source = Source {
            simulated: self.source.simulated,
            effective: self.source.effective,
            ..source(first, asked)
        };
        self.version == crate::VERSION
            && self.name == name
            && self.source == source
            && self.source.simulated <= most
    }

    /// Reads one.
    ///
    /// # Errors
    /// When it is none, or names what there is not.
    pub fn read(text: &str) -> Result<Self, Wrong> {
        let profile: Self =
            serde_json::from_str(text).map_err(|why| Wrong::NotAProfile(why.to_string()))?;
        if profile.kind != KIND {
            return Err(Wrong::NotAProfile(profile.kind));
        }
        for known in &profile.constants {
            if find(&known.path).is_none_or(|field| !field.is_assumption()) {
                return Err(Wrong::UnknownConstant(known.path.clone()));
            }
            let (low, high) = range(&known.path);
            if !(low..=high).contains(&known.median) {
                return Err(Wrong::OutOfRange(known.path.clone()));
            }
        }
        Ok(profile)
    }

    /// As a file.
    ///
    /// # Errors
    /// When it can't be written as text, which would be a fault of ours.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        Ok(format!("{}\n", serde_json::to_string_pretty(self)?))
    }

    /// Puts into a scenario the medians of what the data speak of, and the draws of all constants, told or
    /// not: a study of the scenario then lives in each of those worlds in turn.
    pub fn apply(&self, scenario: &mut Scenario) {
        for known in self.constants.iter().filter(|known| known.told) {
            if let Some(field) = find(&known.path) {
                (field.set)(scenario, &Value::Number(known.median));
            }
        }
        let paths: Vec<&str> = self.constants.iter().map(|c| c.path.as_str()).collect();
        let taken = self.draws.len().min(WORLDS);
        let dealt: Vec<Vec<f64>> = (0..taken)
            .map(|k| self.draws[k * self.draws.len() / taken].clone())
            .collect();
        scenario.behaviour.worlds = Worlds::of(&paths, &dealt).text();
    }
}
