//! What the open screen asks of the engine, and what came of it.

use super::screen::Screen;
use super::session::Session;
use crate::scenario::Scenario;
use crate::scenario::plan::Plan;
use crate::study::board::Keep;
use crate::study::compare::{Compare, Comparison};
use crate::study::{Question, Study};
use std::rc::Rc;

/// Replications of a comparison.
const COMPARED: u32 = 64;

/// A screen's question. Two that are equal have the same answer, so the page asks only once.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    screen: Screen,
    seed: u64,
    /// In the screen's own order.
    scenarios: Vec<Rc<Scenario>>,
}

/// What came of it so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Findings {
    /// Scenarios side by side.
    Compare(Comparison),
}

impl Asked {
    /// The open screen's question; None where it has none, or can't be asked as things stand.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let scenarios = match session.screen {
            Screen::Compare => super::compare::scenarios(session),
            Screen::Overview
            | Screen::Sweep
            | Screen::Awards
            | Screen::Fairness
            | Screen::Sensitivity
            | Screen::Calibrate => return None,
        };
        let sound = scenarios.iter().all(|s| Plan::new(s).is_ok());
        sound.then_some(Self {
            screen: session.screen,
            seed: session.seed,
            scenarios,
        })
    }

    /// The study that answers it.
    #[must_use]
    pub fn study(&self) -> Study {
        let scenarios = || self.scenarios.iter().map(|s| Scenario::clone(s)).collect();
        let (question, keep) = match self.screen {
            Screen::Overview
            | Screen::Compare
            | Screen::Sweep
            | Screen::Awards
            | Screen::Fairness
            | Screen::Sensitivity
            | Screen::Calibrate => (
                Question::Compare(Compare::new(scenarios(), COMPARED)),
                Keep::default(),
            ),
        };
        Study::new(question, self.seed, keep)
    }

    /// What is known at this moment.
    #[must_use]
    pub fn findings(study: &Study, session: &Session) -> Option<Findings> {
        let board = study.board();
        match study.question() {
            Question::Compare(compare) => {
                let reference = super::compare::reference(session);
                let inside = reference < board.cells().len();
                inside.then(|| Findings::Compare(compare.result(board, reference)))
            }
            Question::Run(_) | Question::Sweep(_) | Question::Sensitivity(_) => None,
        }
    }
}
