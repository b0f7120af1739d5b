//! The same people of one replication in other years: how much of a life was that year's luck.

use super::Rounds;
use super::board::Board;
use crate::measure::ledger::PersonYear;
use crate::scenario::checked::Checked;

/// The question.
#[derive(Clone, Debug)]
pub struct Again {
    scenario: Checked,
    replication: u32,
    years: u32,
}

impl Again {
    /// Of a scenario's people in this replication, `years` other years.
    #[must_use]
    pub fn new(scenario: Checked, replication: u32, years: u32) -> Self {
        Self {
            scenario,
            replication,
            years,
        }
    }

    /// Everybody's year in each of the other years that are in. The board must keep people.
    #[must_use]
    pub fn years(&self, board: &Board) -> Vec<Vec<PersonYear>> {
        let cells = board.cells().iter();
        cells
            .flat_map(super::cell::Cell::outcomes)
            .map(|outcome| outcome.people.clone())
            .collect()
    }
}

impl Rounds for Again {
    fn begin(&mut self, board: &mut Board) {
        for year in 1..=self.years {
            let cell = board.add_year(self.scenario.clone(), self.replication, year);
            board.want(cell, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Study;
    use super::super::board::Keep;
    use super::*;
    use crate::rng::Luck;
    use crate::scenario::Scenario;
    use crate::scenario::checked::tests::checked;

    #[test]
    fn each_year_is_a_twin_year_of_the_same_people() {
        let asked = Again::new(checked(Scenario::standard()), 5, 3);
        let study = Study::new(asked, 9, Keep::default());
        let lucks: Vec<Luck> = study.wanted().map(|task| study.luck(task)).collect();
        let year = Luck {
            seed: 9,
            replication: 5,
        };
        assert_eq!(lucks, [1, 2, 3].map(|twin| year.twin(twin)));
    }
}
