//! One scenario over many years: a fixed number of replications.

use super::board::Board;
use crate::measure::summary::{self, Summary};
use crate::scenario::Scenario;

/// One scenario, so many replications.
#[derive(Clone, Debug)]
pub struct Run {
    scenario: Box<Scenario>,
    replications: u32,
}

/// What came of a run so far.
#[derive(Clone, Debug, PartialEq)]
pub struct RunResult {
    /// Replications in it.
    pub count: usize,
    /// True when all that are wanted are in.
    pub complete: bool,
    /// In the order of the metrics.
    pub metrics: Vec<Option<Summary>>,
}

impl Run {
    /// The scenario must be sound.
    #[must_use]
    pub fn new(scenario: Scenario, replications: u32) -> Self {
        Self {
            scenario: Box::new(scenario),
            replications,
        }
    }

    pub(super) fn begin(&self, board: &mut Board) {
        let cell = board.add((*self.scenario).clone());
        board.want(cell, self.replications);
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> RunResult {
        let outcomes = board.outcomes(0);
        RunResult {
            count: outcomes.len(),
            complete: board.is_round_complete(),
            metrics: summary::metrics(outcomes),
        }
    }
}
