//! One scenario over many years: so many, or until an interval is narrow enough.
//!
//! Looking at an interval and stopping when it is narrow favours moments at which it happens to be too
//! narrow, so that it holds the truth less often than it says. Three things keep that small: nothing is
//! looked at before [`FIRST`] years, looks are far apart, and the number of years is then aimed at rather
//! than crept up to. What is left is measured by a test: see `tests/it/coverage.rs`.

use super::Rounds;
use super::board::Board;
use crate::measure::summary::{self, Summary};
use crate::scenario::checked::Checked;

/// Years before the first look.
pub const FIRST: u32 = 32;
/// A round brings at least this many.
const LEAST: u32 = 16;

/// When a run has seen enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// Place among the metrics.
    pub metric: usize,
    /// The 95 % interval of its mean may reach so far to each side, in the metric's unit.
    pub half_width: f64,
}

/// One scenario.
#[derive(Clone, Debug)]
pub struct Run {
    scenario: Box<Checked>,
    replications: u32,
    until: Option<Precision>,
}

/// Why a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It hasn't.
    Running,
    /// All that were asked for are in.
    All,
    /// The interval is as narrow as asked.
    Narrow,
    /// All that were allowed are in, and the interval is wider than asked.
    Budget,
}

/// What came of a run so far.
#[derive(Clone, Debug, PartialEq)]
pub struct RunResult {
    /// Replications in it.
    pub count: usize,
    /// Why it ended, if it has.
    pub end: End,
    /// In the order of the metrics.
    pub metrics: Vec<Option<Summary>>,
}

impl Run {
    /// So many replications of a scenario.
    #[must_use]
    pub fn new(scenario: Checked, replications: u32) -> Self {
        Self {
            scenario: Box::new(scenario),
            replications,
            until: None,
        }
    }

    /// Until the interval is as narrow as asked, or `budget` replications are in.
    #[must_use]
    pub fn until(scenario: Checked, precision: Precision, budget: u32) -> Self {
        Self {
            until: Some(precision),
            ..Self::new(scenario, budget)
        }
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> RunResult {
        let outcomes = board.outcomes(0);
        let end = match self.until {
            _ if !board.is_round_complete() => End::Running,
            None => End::All,
            Some(precision) => {
                let values = summary::values(outcomes, precision.metric);
                if half_width(&values) <= precision.half_width {
                    End::Narrow
                } else {
                    End::Budget
                }
            }
        };
        RunResult {
            count: outcomes.len(),
            end,
            metrics: summary::metrics(outcomes),
        }
    }
}

impl Rounds for Run {
    fn begin(&mut self, board: &mut Board) {
        let cell = board.add((*self.scenario).clone());
        let first = match self.until {
            None => self.replications,
            Some(_) => FIRST.min(self.replications),
        };
        board.want(cell, first);
    }

    fn next(&mut self, board: &mut Board) {
        let Some(precision) = self.until else { return };
        let values = summary::values(board.outcomes(0), precision.metric);
        let half_width = half_width(&values);
        if half_width <= precision.half_width {
            return;
        }
        // The width goes with the root of the number; twice as many at most, so that a spread that is
        // overestimated at first does not run far beyond.
        let so_far = board.outcomes(0).len();
        let ratio = (half_width / precision.half_width).min(2.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss
        )]
        let aim = (so_far as f64 * (ratio * ratio).min(2.0)).ceil() as u32;
        let least = u32::try_from(so_far)
            .unwrap_or(u32::MAX)
            .saturating_add(LEAST);
        board.want(0, aim.max(least).min(self.replications));
    }
}

/// Half of the 95 % interval; infinite where there is none yet.
fn half_width(values: &[f64]) -> f64 {
    let summary = Summary::of(values).filter(|s| s.count >= 2);
    summary.map_or(f64::INFINITY, |s| s.ci95.1 - s.mean)
}
