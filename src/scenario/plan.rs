//! The checked scenario: what can be run.

use super::Scenario;
use super::check::{Problem, problems};

/// A scenario without problems, with everything derived from it.
#[derive(Clone, Debug)]
pub struct Plan {
    scenario: Scenario,
}

impl Plan {
    /// Checks a scenario and derives what the simulation needs.
    ///
    /// # Errors
    /// Every problem of the scenario.
    pub fn new(scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        let found = problems(scenario);
        if found.is_empty() {
            Ok(Self {
                scenario: scenario.clone(),
            })
        } else {
            Err(found)
        }
    }

    /// The scenario it was made from.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}
