//! Several scenarios under the same luck: differences by pairs, and what the common luck is worth.

use super::Rounds;
use super::board::Board;
use super::cell::Cell;
use crate::measure::metric::METRICS;
use crate::measure::outcome::Outcome;
use crate::measure::summary::{self, Band, Summary};
use crate::measure::weekly::WEEKLY;
use crate::scenario::checked::Checked;

/// Most scenarios that can be compared at once.
pub const MOST: usize = 6;

/// Scenarios side by side.
#[derive(Clone, Debug)]
pub struct Compare {
    scenarios: Vec<Checked>,
    replications: u32,
}

/// What pairs of replications under equal luck say of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// Each pair's difference, scenario − reference, in the order of replications; pairs in which
    /// either is not defined are left out.
    pub differences: Vec<f64>,
    /// Over the differences.
    pub summary: Summary,
    /// How many times more replications with independent seeds would have been needed for an interval
    /// as narrow: (variance of the one + variance of the other) / variance of the difference. None where
    /// the differences don't vary or there are fewer than two.
    pub luck_saved: Option<f64>,
}

/// The comparison as far as it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Replications that all scenarios have.
    pub count: usize,
    /// True when all that are wanted are in.
    pub complete: bool,
    /// Which scenario the others are compared with.
    pub reference: usize,
    /// By scenario, then in the order of the metrics.
    pub metrics: Vec<Vec<Option<Summary>>>,
    /// By scenario, then metric; the reference's own are None.
    pub differences: Vec<Vec<Option<Paired>>>,
    /// By scenario, then in the order of [`WEEKLY`], then by week; no weeks where the board keeps no
    /// courses.
    pub courses: Vec<Vec<Vec<Band>>>,
}

impl Compare {
    /// Two to [`MOST`] scenarios.
    #[must_use]
    pub fn new(scenarios: Vec<Checked>, replications: u32) -> Self {
        Self {
            scenarios,
            replications,
        }
    }

    /// What is known at this moment, against any of the scenarios.
    #[must_use]
    pub fn result(&self, board: &Board, reference: usize) -> Comparison {
        let sides: Vec<&[Outcome]> = board.cells().iter().map(Cell::outcomes).collect();
        let count = sides.iter().map(|side| side.len()).min().unwrap_or(0);
        let sides: Vec<&[Outcome]> = sides.into_iter().map(|side| &side[..count]).collect();
        Comparison {
            count,
            complete: board.is_round_complete(),
            reference,
            metrics: sides.iter().map(|side| summary::metrics(side)).collect(),
            differences: sides
                .iter()
                .enumerate()
                .map(|(at, side)| {
                    (0..METRICS.len())
                        .map(|metric| {
                            (at != reference).then(|| paired(side, sides[reference], metric))?
                        })
                        .collect()
                })
                .collect(),
            courses: sides.iter().map(|side| courses(side)).collect(),
        }
    }
}

impl Rounds for Compare {
    fn begin(&mut self, board: &mut Board) {
        for scenario in &self.scenarios {
            let cell = board.add(scenario.clone());
            board.want(cell, self.replications);
        }
    }
}

/// Each course's bands.
fn courses(outcomes: &[Outcome]) -> Vec<Vec<Band>> {
    let kept = outcomes.iter().all(|outcome| !outcome.weekly.is_empty());
    let course = |at| {
        if kept {
            summary::bands(outcomes, at)
        } else {
            Vec::new()
        }
    };
    (0..WEEKLY.len()).map(course).collect()
}

/// The pairs of one metric; None where it was never defined in both.
#[must_use]
pub fn paired(of: &[Outcome], against: &[Outcome], metric: usize) -> Option<Paired> {
    let both: Vec<(f64, f64)> = of
        .iter()
        .zip(against)
        .filter_map(|(a, b)| Some((a.metrics[metric]?, b.metrics[metric]?)))
        .collect();
    let differences: Vec<f64> = both.iter().map(|(a, b)| a - b).collect();
    let summary = Summary::of(&differences)?;
    let variance =
        |of: fn(&(f64, f64)) -> f64| summary::variance(&both.iter().map(of).collect::<Vec<f64>>());
    let luck_saved = (|| {
        let apart = variance(|p| p.0)? + variance(|p| p.1)?;
        let together = variance(|p| p.0 - p.1)?;
        (together > 0.0).then(|| apart / together)
    })();
    Some(Paired {
        differences,
        summary,
        luck_saved,
    })
}
