//! Studies of many replications, without threads and without a clock: what to run next, and what comes
//! of it in whatever order.

pub mod again;
pub mod awards;
pub mod board;
pub mod calibrate;
pub mod cell;
pub mod compare;
pub mod erlang;
pub mod evidence;
pub mod fairness;
pub mod fit;
pub mod own;
pub mod pathway;
pub mod queue;
pub mod replay;
pub mod search;
pub mod select;
pub mod sensitivity;
pub mod sequential;
pub mod staff;
pub mod sweep;
pub mod why;

use crate::measure::film::Film;
use crate::measure::journal::Journal;
use crate::measure::outcome::Outcome;
use crate::rng::Luck;
use crate::scenario::plan::Plan;
use crate::sim::{self, camera, recorder};
use again::Again;
use awards::Awards;
use board::{Board, Keep, Progress, Task};
use compare::Compare;
use fairness::Fairness;
use search::Search;
use search::catch::CatchUp;
use select::Best;
use sensitivity::Sensitivity;
use sequential::Run;
use sweep::Sweep;
use why::Why;

/// One replication from start to finish: what a thread or a worker is asked to do.
#[must_use]
pub fn replication(plan: &Plan, luck: Luck) -> Outcome {
    Outcome::of(&sim::replicate(plan, luck))
}

/// The same with everybody's journal; the outcome is the same, bit by bit.
#[must_use]
pub fn recording(plan: &Plan, luck: Luck) -> (Outcome, Journal) {
    let (ledger, journal) = recorder::recorded(plan, luck);
    (Outcome::of(&ledger), journal)
}

/// The floor of these working days of one replication.
#[must_use]
pub fn filming(plan: &Plan, luck: Luck, days: std::ops::Range<u32>) -> Film {
    camera::filmed(plan, luck, days)
}

/// What can be asked of many replications: a file each.
///
/// Each has `begin(&mut self, &mut Board)`, which adds its scenarios and wishes its first round,
/// `next(&mut self, &mut Board)`, which is called when a round is complete and wishes another or
/// nothing, and a `result(&self, &Board)` that can be asked for at any moment.
#[derive(Clone, Debug)]
pub enum Question {
    /// One scenario.
    Run(Run),
    /// Several scenarios, by pairs under the same luck.
    Compare(Compare),
    /// One or two levers through their ranges.
    Sweep(Sweep),
    /// The best of several scenarios.
    Best(Best),
    /// What would overturn a conclusion.
    Sensitivity(Box<Sensitivity>),
    /// A difference by pathway.
    Why(Box<Why>),
    /// Who should get the awards.
    Awards(Box<Awards>),
    /// Who bears what.
    Fairness(Box<Fairness>),
    /// Which plans are beaten by no other.
    Search(Box<Search>),
    /// What must change for one scenario to catch up with another.
    CatchUp(Box<CatchUp>),
    /// The same people in other years.
    Again(Box<Again>),
}

impl Question {
    fn begin(&mut self, board: &mut Board) {
        match self {
            Question::Run(run) => run.begin(board),
            Question::Compare(compare) => compare.begin(board),
            Question::Sweep(sweep) => sweep.begin(board),
            Question::Best(best) => best.begin(board),
            Question::Sensitivity(sensitivity) => sensitivity.begin(board),
            Question::Why(why) => why.begin(board),
            Question::Awards(awards) => awards.begin(board),
            Question::Fairness(fairness) => fairness.begin(board),
            Question::Search(search) => search.begin(board),
            Question::CatchUp(catch) => catch.begin(board),
            Question::Again(again) => again.begin(board),
        }
    }

    fn next(&mut self, board: &mut Board) {
        match self {
            // One round says it all.
            Question::Compare(_)
            | Question::Fairness(_)
            | Question::Why(_)
            | Question::Again(_) => {}
            Question::Run(run) => run.next(board),
            Question::Best(best) => best.next(board),
            Question::Sweep(sweep) => sweep.next(board),
            Question::Sensitivity(sensitivity) => sensitivity.next(board),
            Question::Awards(awards) => awards.next(board),
            Question::Search(search) => search.next(board),
            Question::CatchUp(catch) => catch.next(board),
        }
    }
}

/// A question on its way to an answer. Whoever drives it asks what is [wanted](Study::wanted), has it
/// run, by threads, workers or machines, and hands in what came of it, until it [is done](Study::is_done)
/// or nobody wants to wait any longer. Nothing is lost by stopping.
#[derive(Clone, Debug)]
pub struct Study {
    board: Board,
    question: Question,
}

impl Study {
    /// Begins.
    #[must_use]
    pub fn new(question: Question, seed: u64, keep: Keep) -> Self {
        let mut study = Self {
            board: Board::new(seed, keep),
            question,
        };
        study.question.begin(&mut study.board);
        study.board.open();
        study
    }

    /// What is to be run now, in the order in which it is best run; a driver leaves out what is running.
    pub fn wanted(&self) -> impl Iterator<Item = Task> + '_ {
        self.board.wanted()
    }

    /// The luck of a task: the seed and the number of the replication to be run.
    #[must_use]
    pub fn luck(&self, task: Task) -> Luck {
        self.board.luck(task)
    }

    /// Takes in an outcome; one that nobody waits for is dropped. When it was the round's last, the next
    /// round is decided.
    pub fn take(&mut self, task: Task, outcome: Outcome) {
        if self.board.take(task, outcome) && self.board.is_round_complete() {
            self.question.next(&mut self.board);
            self.board.open();
        }
    }

    /// True when nothing more is wanted.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.board.is_round_complete()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.board.progress()
    }

    /// The scenarios and their outcomes so far.
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// The question, for its result.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }
}
