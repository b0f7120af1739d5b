//! A scenario on a study's board and its outcomes by number, in whatever order they come.

use crate::measure::outcome::Outcome;
use crate::scenario::checked::Checked;
use std::collections::BTreeMap;

/// One scenario of a study and its outcomes.
#[derive(Clone, Debug)]
pub struct Cell {
    pub(super) scenario: Checked,
    /// The same people's so-many-th other year, see [`crate::rng::Luck::twin`].
    pub(super) twin: u32,
    /// The number that its replication 0 is run under.
    pub(super) first_luck: u32,
    /// False where nobody's year is kept although the study keeps people's years elsewhere.
    pub(super) people: bool,
    /// From replication 0 on, without gaps.
    pub(super) outcomes: Vec<Outcome>,
    /// Those that came before their turn.
    pub(super) early: BTreeMap<u32, Outcome>,
    pub(super) wanted: u32,
}

impl Cell {
    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &Checked {
        &self.scenario
    }

    /// The outcomes from replication 0 on, as far as they are there without gaps.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    pub(super) fn has(&self, replication: u32) -> bool {
        (replication as usize) < self.outcomes.len() || self.early.contains_key(&replication)
    }

    pub(super) fn take(&mut self, replication: u32, outcome: Outcome) {
        self.early.insert(replication, outcome);
        while let Some(next) = u32::try_from(self.outcomes.len())
            .ok()
            .and_then(|turn| self.early.remove(&turn))
        {
            self.outcomes.push(next);
        }
    }
}
