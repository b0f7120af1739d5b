//! Which plans no other beats: the page's question, and what it shows.

use super::finding::Finding;
use super::plans;
use super::session::Session;
use super::words::unbeaten as words;
use crate::scenario::Scenario;
use crate::scenario::checked::Checked;
use crate::scenario::field::Text;
use crate::study::board::Board;
use crate::study::search::levers::{NUMBER, usual};
use crate::study::search::{Budget, Effort, Search};

/// What a plan may cost: name in links, limit, text.
pub const BUDGETS: [(&str, Budget, Text); 4] = [
    ("any", Budget::Open, words::ANY),
    ("now", Budget::Share(1.0), words::AS_NOW),
    ("tenth", Budget::Share(1.1), words::TENTH),
    ("quarter", Budget::Share(1.25), words::QUARTER),
];

/// What is wished of the plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Which of [`BUDGETS`].
    pub budget: usize,
    /// Which of the usual levers stay as they are, a bit each.
    pub without: u16,
}

impl Wish {
    /// Another budget.
    #[must_use]
    pub fn within(self, budget: usize) -> Self {
        Self {
            budget: budget.min(BUDGETS.len() - 1),
            ..self
        }
    }

    /// True where this lever may be changed.
    #[must_use]
    pub fn varies(self, lever: usize) -> bool {
        self.without & (1 << lever) == 0
    }

    /// True where no other lever may be changed: without one there is nothing to search.
    #[must_use]
    pub fn is_last(self, lever: usize) -> bool {
        (0..NUMBER).all(|other| self.varies(other) == (other == lever))
    }

    /// The lever freed or held; the last free one stays so.
    #[must_use]
    pub fn turned(self, lever: usize) -> Self {
        let turned = Self {
            without: self.without ^ (1 << lever),
            ..self
        };
        if turned.is_possible() { turned } else { self }
    }

    /// True where something may be changed, and nothing that there isn't is held.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.without < (1 << NUMBER) - 1
    }
}

/// The scenario that is searched around, without what it is called; None where it can't be run.
#[must_use]
pub fn scenario(session: &Session) -> Option<Checked> {
    Checked::new(session.scenario().untitled()).ok()
}

/// The study of it.
#[must_use]
pub fn study(wish: Wish, scenario: Checked, seed: u64) -> Search {
    let levers = usual(&scenario).into_iter().enumerate();
    let levers = levers.filter(|(at, _)| wish.varies(*at));
    let levers = levers.map(|(_, lever)| lever).collect();
    let (_, budget, _) = BUDGETS[wish.budget.min(BUDGETS.len() - 1)];
    Search::new(scenario, levers, budget, Effort::default(), seed)
}

/// A plan that may be taken into the line-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it is called in the tables.
    pub name: String,
    /// What it comes to.
    pub comes_to: String,
    /// The scenario with it.
    pub scenario: Scenario,
}

/// What the page shows of it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Nothing more is to come.
    pub complete: bool,
    /// Sentence, notes, drawing, tables.
    pub finding: Finding,
    /// The plans, by turnover.
    pub offers: Vec<Offer>,
}

/// What the page shows of the study as far as it has come.
#[must_use]
pub fn told(asked: &Search, board: &Board, session: &Session, width: f64) -> Told {
    let language = session.language;
    let found = asked.result(board);
    let plain = session.preset().scenario();
    let plans = (1..).zip(&found.plans).filter(|(_, plan)| !plan.is_own);
    let offers = plans.filter_map(|(number, plan)| {
        // Named by what it changes, as a copy is.
        let changed = asked.plan(plan)?;
        let scenario = Scenario {
            name: plain.name.clone(),
            description: plain.description.clone(),
            ..Scenario::clone(&changed)
        };
        Some(Offer {
            name: plans::name(plan, number, language),
            comes_to: plans::comes_to(plan, language),
            scenario,
        })
    });
    Told {
        complete: found.complete,
        offers: offers.collect(),
        finding: plans::finding(asked, &found, width, language),
    }
}

#[cfg(test)]
mod tests;
