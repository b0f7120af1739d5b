//! Who bears what: gaps between groups, also at equal ability, and four meanings of fairness side by side.

pub mod gap;
pub mod group;
pub mod meaning;

use super::Rounds;
use super::board::Board;
use crate::measure::ledger::PersonYear;
use crate::measure::metric::position;
use crate::measure::summary::{Summary, paired, values};
use crate::scenario::checked::Checked;
use crate::scenario::plan::Plan;
use gap::{FEWEST, Row, Sums};
use group::{Grouping, Sides};
use meaning::{Conflict, Judged, conflicts, judge};

/// The study.
#[derive(Clone, Debug)]
pub struct Fairness {
    scenario: Checked,
    sides: Sides,
    replications: u32,
    /// The cell of the scenario with criteria wholly open and a full voice, beside its own.
    heard: Option<u32>,
}

/// A grouping and what is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// By what people are told apart.
    pub grouping: Grouping,
    /// Mean number of people on each side.
    pub people: [f64; 2],
    /// The gaps, or why there are none.
    pub rows: Result<Vec<Row>, Unsaid>,
}

/// Why nothing is said of a grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// A side has fewer people than [`FEWEST`]: one person's year would show.
    TooFew,
    /// Everybody is on the same side.
    OneSide,
}

/// Everything so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Fair {
    /// True when nothing more is to come.
    pub complete: bool,
    /// Years in it.
    pub years: usize,
    /// By grouping.
    pub groups: Vec<Group>,
    /// The four meanings.
    pub meanings: [Judged; 4],
    /// Meanings that say different things of the same.
    pub conflicts: Vec<Conflict>,
    /// Rank correlation of awards with contribution.
    pub merit: Option<Summary>,
    /// Felt fairness.
    pub felt: Option<Summary>,
    /// How much higher felt fairness would be with criteria wholly open and a full voice.
    pub unheard: Option<Summary>,
}

impl Fairness {
    /// A study of a scenario.
    #[must_use]
    pub fn new(scenario: Checked, replications: u32) -> Self {
        let plan = Plan::of(&scenario);
        Self {
            sides: Sides::new(plan.days().measured, plan.shifts()),
            scenario,
            replications,
            heard: None,
        }
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Fair {
        let outcomes = board.outcomes(0);
        let skill = &self.scenario.behaviour.parameters.skill;
        // Speed and care, each in standard deviations of the scenario's people.
        let part = |value: f64, sd: f64| if sd > 0.0 { value / sd } else { 0.0 };
        let ability = |p: &PersonYear| {
            part(p.who.speed, skill.speed_log_sd) + part(p.who.care, skill.care_sd)
        };
        let mut sums = Sums::default();
        for outcome in outcomes {
            sums.add(&outcome.people, &self.sides, ability);
        }
        let groups: Vec<Group> = Grouping::ALL.iter().map(|g| group(&sums, *g)).collect();
        let of = |id: &str| position(id).and_then(|m| Summary::of(&values(outcomes, m)));
        let felt = "fairness.perceived";
        let unheard = position(felt)
            .zip(self.heard)
            .and_then(|(m, heard)| Summary::of(&paired(board.outcomes(heard), outcomes, m)));
        let merit = of("fairness.merit_correlation");
        let meanings = judge(&groups, merit.as_ref(), unheard.as_ref());
        Fair {
            complete: board.is_round_complete(),
            years: sums.years(),
            conflicts: conflicts(&groups, &meanings),
            meanings,
            groups,
            merit,
            felt: of(felt),
            unheard,
        }
    }
}

impl Rounds for Fairness {
    fn begin(&mut self, board: &mut Board) {
        let own = board.add(self.scenario.clone());
        let heard = self.scenario.changed(|there| {
            there.appraisal.openness_share = 1.0;
            there.appraisal.voice_share = 1.0;
        });
        self.heard = heard.ok().map(|there| board.add(there));
        board.want(own, self.replications);
        if let Some(heard) = self.heard {
            board.without_people(heard);
            board.want(heard, self.replications);
        }
    }
}

fn group(sums: &Sums, grouping: Grouping) -> Group {
    let people = sums.people(grouping);
    let rows = if people.iter().any(|n| *n <= 0.0) {
        Err(Unsaid::OneSide)
    } else if people.iter().any(|n| *n < FEWEST) {
        Err(Unsaid::TooFew)
    } else {
        Ok(sums.rows(grouping))
    };
    Group {
        grouping,
        people,
        rows,
    }
}
