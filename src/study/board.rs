//! The board of a study: its scenarios, which replications of each are wanted, and what came of them.
//!
//! A study works in rounds. A round names replications; its outcomes may come in any order, from any
//! number of threads or machines. Only when all are in does the study look at them and open the next
//! round. So what is run, and every bit of what comes out, depends on scenarios, seed and replication
//! numbers alone.

use super::cell::Cell;
use crate::measure::outcome::Outcome;
use crate::rng::Luck;
use crate::scenario::checked::Checked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Replications of a cell that are run before the next cell's: few enough that every point of a curve
/// is there soon, many enough that a worker seldom changes its scenario.
const BLOCK: u32 = 4;

/// One replication of one of the study's scenarios: what a thread or a worker is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Task {
    /// Place of the scenario on the board.
    pub cell: u32,
    /// Number of the replication, from 0 without gaps; equal numbers are equal luck in all cells of one
    /// twin year that have no luck of their own. [`Board::luck`] says what luck that is.
    pub replication: u32,
}

/// Which parts of an outcome a study needs beyond its metrics. The rest is dropped on arrival, so that
/// a study grows by a few hundred bytes a replication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// The courses by week.
    pub courses: bool,
    /// Everybody's year.
    pub people: bool,
}

impl Keep {
    /// Drops what is not needed.
    pub fn trim(self, outcome: &mut Outcome) {
        if !self.courses {
            outcome.weekly = Vec::new();
        }
        if !self.people {
            outcome.people = Vec::new();
        }
    }
}

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Replications that are in.
    pub done: u64,
    /// Replications wanted so far; later rounds may want more.
    pub wanted: u64,
    /// The round that is running, from 1.
    pub round: u32,
}

/// The scenarios of a study and their outcomes so far.
#[derive(Clone, Debug)]
pub struct Board {
    seed: u64,
    keep: Keep,
    cells: Vec<Cell>,
    /// What the next round is to bring: cell and replications in all, in the order of wishing.
    wishes: Vec<(u32, u32)>,
    /// The tasks of the round that is running.
    round: Vec<Task>,
    /// All of the round before this place are in.
    front: usize,
    /// Tasks of the round that are not in.
    missing: usize,
    rounds: u32,
    done: u64,
}

impl Board {
    /// An empty board under this seed.
    #[must_use]
    pub fn new(seed: u64, keep: Keep) -> Self {
        Self {
            seed,
            keep,
            cells: Vec::new(),
            wishes: Vec::new(),
            round: Vec::new(),
            front: 0,
            missing: 0,
            rounds: 0,
            done: 0,
        }
    }

    /// The user's seed, the same for every cell: common luck.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Which parts of outcomes are kept.
    #[must_use]
    pub fn keep(&self) -> Keep {
        self.keep
    }

    /// The cells in the order in which they were added.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The outcomes of a cell, from replication 0 on without gaps.
    #[must_use]
    pub fn outcomes(&self, cell: u32) -> &[Outcome] {
        &self.cells[cell as usize].outcomes
    }

    /// The scenario of a cell.
    #[must_use]
    pub fn scenario(&self, cell: u32) -> &Checked {
        &self.cells[cell as usize].scenario
    }

    /// The luck of a task.
    #[must_use]
    pub fn luck(&self, task: Task) -> Luck {
        let of = &self.cells[task.cell as usize];
        let luck = Luck {
            seed: self.seed,
            replication: of.first_luck + task.replication,
        };
        luck.twin(of.twin)
    }

    /// Replications that all of these cells have without gaps.
    #[must_use]
    pub fn common(&self, cells: &[u32]) -> usize {
        let counts = cells.iter().map(|cell| self.outcomes(*cell).len());
        counts.min().unwrap_or(0)
    }

    /// Adds a scenario and returns its place.
    pub fn add(&mut self, scenario: Checked) -> u32 {
        self.add_twin(scenario, 0)
    }

    /// Adds a scenario, to be run with the same people as the others in their `twin`-th other year.
    pub fn add_twin(&mut self, scenario: Checked, twin: u32) -> u32 {
        self.push(scenario, twin, 0)
    }

    /// Adds a scenario with people and luck of its own: its replication 0 is run under the number
    /// `first_luck`, its replication 1 under the next, and so on.
    pub fn add_under(&mut self, scenario: Checked, first_luck: u32) -> u32 {
        self.push(scenario, 0, first_luck)
    }

    /// Adds a scenario, to be run with the people of this replication in their `twin`-th other year.
    pub fn add_year(&mut self, scenario: Checked, replication: u32, twin: u32) -> u32 {
        self.push(scenario, twin, replication)
    }

    fn push(&mut self, scenario: Checked, twin: u32, first_luck: u32) -> u32 {
        self.cells.push(Cell {
            scenario,
            twin,
            first_luck,
            people: true,
            outcomes: Vec::new(),
            early: BTreeMap::new(),
            wanted: 0,
        });
        u32::try_from(self.cells.len() - 1).unwrap_or(u32::MAX)
    }

    /// Says that nobody's year is needed of this cell, whatever the study keeps of others.
    pub fn without_people(&mut self, cell: u32) {
        self.cells[cell as usize].people = false;
    }

    /// Asks that the next round bring the cell to so many replications in all. What is wished first is
    /// run first.
    pub fn want(&mut self, cell: u32, replications: u32) {
        self.wishes.push((cell, replications));
    }

    /// True when something wished for is not there yet.
    #[must_use]
    pub fn wants_more(&self) -> bool {
        let mut wishes = self.wishes.iter();
        wishes.any(|(cell, all)| self.cells[*cell as usize].wanted < *all)
    }

    /// Opens the next round with what was wished; false when nothing new was.
    pub(super) fn open(&mut self) -> bool {
        let wishes = std::mem::take(&mut self.wishes);
        let from: Vec<u32> = wishes
            .iter()
            .map(|(cell, all)| {
                let of = &mut self.cells[*cell as usize];
                let from = of.wanted;
                of.wanted = from.max(*all);
                from
            })
            .collect();
        self.round.clear();
        let longest = wishes.iter().map(|(_, all)| *all).max().unwrap_or(0);
        for block in 0..longest.div_ceil(BLOCK) {
            let block = block * BLOCK..(block + 1) * BLOCK;
            for ((cell, all), from) in wishes.iter().zip(&from) {
                let turn = block.start.max(*from)..block.end.min(*all);
                self.round.extend(turn.map(|replication| Task {
                    cell: *cell,
                    replication,
                }));
            }
        }
        self.front = 0;
        self.missing = self.round.len();
        self.rounds += u32::from(self.missing > 0);
        self.missing > 0
    }

    /// The tasks of the running round that are not in, in the order in which they are best run.
    pub fn wanted(&self) -> impl Iterator<Item = Task> + '_ {
        let open = &self.round[self.front..];
        open.iter().copied().filter(|task| !self.has(*task))
    }

    /// Every task of the running round, whether in or not: what a part of a study is counted by.
    #[must_use]
    pub fn round(&self) -> &[Task] {
        &self.round
    }

    /// Takes in an outcome; false when nobody waits for it.
    pub(super) fn take(&mut self, task: Task, mut outcome: Outcome) -> bool {
        let waits = self
            .cells
            .get(task.cell as usize)
            .is_some_and(|cell| task.replication < cell.wanted && !cell.has(task.replication));
        if !waits {
            return false;
        }
        let people = self.keep.people && self.cells[task.cell as usize].people;
        Keep {
            people,
            ..self.keep
        }
        .trim(&mut outcome);
        self.cells[task.cell as usize].take(task.replication, outcome);
        self.missing -= 1;
        self.done += 1;
        while self
            .round
            .get(self.front)
            .is_some_and(|task| self.has(*task))
        {
            self.front += 1;
        }
        true
    }

    /// True when every outcome of the round is in.
    pub(super) fn is_round_complete(&self) -> bool {
        self.missing == 0
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done,
            wanted: self.done + self.missing as u64,
            round: self.rounds,
        }
    }

    fn has(&self, task: Task) -> bool {
        self.cells[task.cell as usize].has(task.replication)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::measure::metric::METRICS;
    use crate::measure::reach::Reach;
    use crate::scenario::Scenario;
    use crate::scenario::checked::tests::checked;

    /// An outcome in which every metric is `value`.
    pub fn outcome(value: f64) -> Outcome {
        Outcome {
            metrics: vec![Some(value); METRICS.len()],
            weekly: vec![vec![value; 2]],
            people: Vec::new(),
            reach: Reach::default(),
            reasons: [0.0; 7],
            fingerprint: value.to_bits(),
            calls_simulated: 1,
        }
    }

    #[test]
    fn a_round_goes_through_the_cells_in_blocks_and_is_complete_in_any_order() {
        let mut board = Board::new(1, Keep::default());
        for _ in 0..2 {
            board.add(checked(Scenario::standard()));
        }
        board.want(1, 5);
        board.want(0, 2);
        assert!(board.open());
        let order: Vec<(u32, u32)> = board.wanted().map(|t| (t.cell, t.replication)).collect();
        let expected = [(1, 0), (1, 1), (1, 2), (1, 3), (0, 0), (0, 1), (1, 4)];
        assert_eq!(order, expected);
        for (cell, replication) in expected.into_iter().rev() {
            assert!(!board.is_round_complete());
            let task = Task { cell, replication };
            assert!(board.take(task, outcome(f64::from(replication))));
            assert!(!board.take(task, outcome(9.0)), "twice");
        }
        assert!(board.is_round_complete() && board.wanted().next().is_none());
        let first: Vec<_> = board.outcomes(1).iter().map(|o| o.metrics[0]).collect();
        assert_eq!(first, [0.0, 1.0, 2.0, 3.0, 4.0].map(Some));
        assert!(board.outcomes(1)[0].weekly.is_empty(), "courses are kept");
        assert_eq!(board.common(&[0, 1]), 2);
        // What is there already is not run again, and nobody waits for what was not asked.
        board.want(0, 2);
        assert!(!board.open());
        let beyond = Task {
            cell: 0,
            replication: 2,
        };
        assert!(!board.take(beyond, outcome(1.0)));
        board.want(0, 3);
        assert!(board.open());
        assert_eq!(board.wanted().collect::<Vec<_>>(), [beyond]);
        assert_eq!(board.progress().round, 2);
    }
}
