//! Who should get the awards: every strategy at one budget of hours, over how many they reach, under each
//! of the hypotheses on which research disagrees, with the lottery as the null.
//!
//! In four rounds. **Strategies** at the scenario's own coverage. **Coverage**: each strategy from few
//! awards to many, each award the smaller the more there are. **Twin years**: the strategies again with
//! the same people and other luck. **Hypotheses**: the coverage round under the two other answers to what
//! the reach of awards does.

pub mod luck;
pub mod result;

use super::Rounds;
use super::board::Board;
use crate::measure::outcome::Outcome;
use crate::scenario::behaviour::AwardReach;
use crate::scenario::checked::Checked;
use crate::scenario::field::{Kind, Value};
use crate::scenario::rewards::AwardStrategy;
use crate::scenario::{Scenario, find};

/// How much is run, and by which rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Years of each strategy.
    pub replications: u32,
    /// Coverages, as shares of staff meant to have an award in a year.
    pub coverages: Vec<f64>,
    /// Twin years beside the first.
    pub twins: u32,
    /// True where all share one budget of hours; false where each award brings its hours however many
    /// there are.
    pub locked: bool,
    /// True where the two other hypotheses are run as well.
    pub hypotheses: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            replications: 16,
            coverages: vec![0.05, 0.1, 0.2, 0.4, 0.8],
            twins: 2,
            locked: true,
            hypotheses: true,
        }
    }
}

/// A strategy at a coverage under a hypothesis.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its id in the catalogue.
    pub strategy: &'static str,
    /// Share of staff meant to have an award in a year.
    pub coverage: f64,
    /// Hours off with each award.
    pub hours_each: f64,
    /// True where the budget would have asked for more hours than an award may bring.
    pub capped: bool,
    /// True once the hours have been held against what was really given.
    balanced: bool,
    /// What the reach of awards is held to do.
    pub hypothesis: &'static str,
    cell: u32,
}

/// The study.
#[derive(Clone, Debug)]
pub struct Awards {
    scenario: Checked,
    terms: Terms,
    /// The scenario's own; where it has no awards, the catalogue's.
    coverage: f64,
    budget_hours: f64,
    /// Strategies at that coverage and the scenario's own hypothesis.
    own: Vec<Place>,
    /// Strategies over coverages under its own hypothesis, then under the others.
    curve: Vec<Place>,
    /// Cells of the twin years, by strategy in the order of `own`.
    twins: Vec<Vec<u32>>,
    round: u32,
}

const STRATEGY: &str = "rewards.awards.strategy";
const COVERAGE: &str = "rewards.awards.coverage_share";
const HOURS: &str = "rewards.awards.leave_hours_each";
const REACH: &str = "behaviour.hypotheses.award_reach";

impl Awards {
    /// A study of a scenario. Its own coverage and hours are the budget; where it has no awards,
    /// the catalogue's are.
    #[must_use]
    pub fn new(scenario: Checked, terms: Terms) -> Self {
        let awards = &scenario.rewards.awards;
        let coverage = if awards.coverage_share > 0.0 {
            awards.coverage_share
        } else {
            Scenario::standard().rewards.awards.coverage_share
        };
        let posts = f64::from(scenario.workforce.headcount);
        Self {
            coverage,
            budget_hours: coverage * awards.leave_hours_each * posts,
            scenario,
            terms,
            own: Vec::new(),
            curve: Vec::new(),
            twins: Vec::new(),
            round: 0,
        }
    }

    /// Hours a year that all awards bring together.
    #[must_use]
    pub fn budget_hours(&self) -> f64 {
        self.budget_hours
    }

    /// What was asked.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The scenario whose budget it is.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The scenario's own strategy.
    #[must_use]
    pub fn own_strategy(&self) -> &'static str {
        choice(&self.scenario, STRATEGY)
    }

    /// The scenario's own hypothesis.
    #[must_use]
    pub fn own_hypothesis(&self) -> &'static str {
        choice(&self.scenario, REACH)
    }

    /// Wishes a strategy's years at a place; None where it can't be run there.
    fn add(
        &self,
        board: &mut Board,
        strategy: &'static str,
        coverage: f64,
        hypothesis: &'static str,
    ) -> Option<Place> {
        let posts = f64::from(self.scenario.workforce.headcount);
        let (hours_each, capped) = if self.terms.locked {
            let each = self.budget_hours / (coverage * posts);
            (each.min(most_hours()), each > most_hours())
        } else {
            (self.scenario.rewards.awards.leave_hours_each, false)
        };
        let there = Scenario::clone(&self.scenario)
            .with(STRATEGY, Value::Choice(strategy))
            .with(COVERAGE, Value::Number(coverage))
            .with(HOURS, Value::Number(hours_each))
            .with(REACH, Value::Choice(hypothesis));
        let cell = board.add(Checked::new(there).ok()?);
        board.want(cell, self.terms.replications);
        Some(Place {
            strategy,
            coverage,
            hours_each,
            capped,
            balanced: false,
            hypothesis,
            cell,
        })
    }

    /// Every strategy over all coverages; no awards are none at any coverage.
    fn spread(&mut self, board: &mut Board, hypothesis: &'static str) {
        for strategy in AwardStrategy::CHOICES {
            let most = if strategy.id == "none" { 1 } else { usize::MAX };
            for coverage in self.terms.coverages.clone().into_iter().take(most) {
                let Some(place) = self.add(board, strategy.id, coverage, hypothesis) else {
                    continue;
                };
                // How much these gave is known beforehand; what a bar gives is not.
                if place.strategy != "over_bar" {
                    board.without_people(place.cell);
                }
                self.curve.push(place);
            }
        }
    }

    /// Whoever is over the bar has an award, however many that are. Where that was far from the budget, the
    /// strategy is run again with awards of as many hours as the budget has for each.
    fn balance(&mut self, board: &mut Board) {
        if !self.terms.locked {
            return;
        }
        for place in self.own.iter_mut().chain(&mut self.curve) {
            if place.strategy != "over_bar" || place.balanced {
                continue;
            }
            place.balanced = true;
            let given = awards_given(board.outcomes(place.cell));
            let each = (self.budget_hours / given).min(most_hours());
            // Without hours there is nothing to be far from: nought by nought is no number.
            let is_far = given > 0.0 && (each / place.hours_each - 1.0).abs() > 0.1;
            if !is_far {
                continue;
            }
            let own = board.scenario(place.cell);
            if let Ok(there) = own.changed(|there| there.rewards.awards.leave_hours_each = each) {
                place.hours_each = each;
                place.cell = board.add(there);
                board.want(place.cell, self.terms.replications);
            }
        }
    }

    fn add_twins(&mut self, board: &mut Board) {
        self.twins = vec![Vec::new(); self.own.len()];
        for twin in 1..=self.terms.twins {
            for (place, twins) in self.own.iter().zip(&mut self.twins) {
                if place.strategy != "none" {
                    let cell = board.add_twin(board.scenario(place.cell).clone(), twin);
                    board.want(cell, self.terms.replications);
                    twins.push(cell);
                }
            }
        }
    }
}

impl Rounds for Awards {
    fn begin(&mut self, board: &mut Board) {
        for strategy in AwardStrategy::CHOICES {
            let place = self.add(board, strategy.id, self.coverage, self.own_hypothesis());
            self.own.extend(place);
        }
    }

    fn next(&mut self, board: &mut Board) {
        self.balance(board);
        self.round += 1;
        if self.round == 2 && self.terms.twins == 0 {
            self.round += 1;
        }
        match self.round {
            1 => self.spread(board, self.own_hypothesis()),
            2 => self.add_twins(board),
            3 if self.terms.hypotheses => {
                for other in AwardReach::CHOICES {
                    if other.id != self.own_hypothesis() {
                        self.spread(board, other.id);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Mean number of awards in a year.
fn awards_given(outcomes: &[Outcome]) -> f64 {
    let given = |o: &Outcome| o.people.iter().map(|p| f64::from(p.awards())).sum::<f64>();
    let years = u32::try_from(outcomes.len()).unwrap_or(u32::MAX).max(1);
    outcomes.iter().map(given).sum::<f64>() / f64::from(years)
}

fn choice(scenario: &Scenario, path: &str) -> &'static str {
    match find(path).map(|field| (field.get)(scenario)) {
        Some(Value::Choice(id)) => id,
        _ => "",
    }
}

/// The most hours that a scenario may give with an award.
fn most_hours() -> f64 {
    match find(HOURS).map(|field| field.kind) {
        Some(Kind::Number { max, .. }) => max,
        _ => f64::INFINITY,
    }
}
