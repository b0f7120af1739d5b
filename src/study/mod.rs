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
use sensitivity::Sensitivity;
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

/// What can be asked of many replications: a file each. Beside this each has a `result(&self, &Board)`
/// that can be asked for at any moment.
pub trait Rounds {
    /// Adds its scenarios and wishes its first round.
    fn begin(&mut self, board: &mut Board);

    /// Looks at a round that is complete and wishes another or nothing; one round may say it all.
    fn next(&mut self, _: &mut Board) {}
}

/// Any question of the page, which has several at a time.
#[derive(Clone, Debug)]
pub enum Question {
    /// Several scenarios, by pairs under the same luck.
    Compare(Compare),
    /// One or two levers through their ranges.
    Sweep(Sweep),
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
    fn asked(&mut self) -> &mut dyn Rounds {
        match self {
            Question::Compare(compare) => compare,
            Question::Sweep(sweep) => sweep,
            Question::Sensitivity(sensitivity) => sensitivity.as_mut(),
            Question::Why(why) => why.as_mut(),
            Question::Awards(awards) => awards.as_mut(),
            Question::Fairness(fairness) => fairness.as_mut(),
            Question::Search(search) => search.as_mut(),
            Question::CatchUp(catch) => catch.as_mut(),
            Question::Again(again) => again.as_mut(),
        }
    }
}

impl Rounds for Question {
    fn begin(&mut self, board: &mut Board) {
        self.asked().begin(board);
    }

    fn next(&mut self, board: &mut Board) {
        self.asked().next(board);
    }
}

/// A question on its way to an answer. Whoever drives it asks what is [wanted](Study::wanted), has it
/// run, by threads, workers or machines, and hands in what came of it, until it [is done](Study::is_done)
/// or nobody wants to wait any longer. Nothing is lost by stopping.
#[derive(Clone, Debug)]
pub struct Study<Q: ?Sized = Question> {
    board: Board,
    question: Q,
}

impl<Q: Rounds> Study<Q> {
    /// Begins.
    #[must_use]
    pub fn new(question: Q, seed: u64, keep: Keep) -> Self {
        let mut study = Self {
            board: Board::new(seed, keep),
            question,
        };
        study.question.begin(&mut study.board);
        study.board.open();
        study
    }
}

impl<Q: Rounds + ?Sized> Study<Q> {
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
    pub fn question(&self) -> &Q {
        &self.question
    }
}
