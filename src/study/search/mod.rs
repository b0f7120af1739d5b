//! Search over levers: which plans are beaten by no other in turnover, output, felt fairness and cost at
//! once, and how sure that is.
//!
//! An evolution of plans (NSGA-II, Deb et al. 2002) that knows about luck: all plans live under the same
//! luck; whoever survives a generation is run for more years, so that a plan that was merely lucky is
//! found out; at the end all that are left have equally many years, and their place on the front is
//! given as a chance.

pub mod catch;
pub mod evolve;
pub mod front;
pub mod levers;

use super::Rounds;
use super::board::Board;
use super::sensitivity::inputs::{Input, in_world};
use super::sensitivity::sample;
use crate::measure::metric::position;
use crate::measure::outcome::Outcome;
use crate::measure::summary::Summary;
use crate::rng::{Draws, Luck, Stream};
use crate::scenario::checked::Checked;
use front::{Score, fronts, mean, membership};

/// The objectives: metric and whether less is better.
pub const OBJECTIVES: [(&str, bool); 4] = [
    ("turnover.annual_rate", true),
    ("output.resolved_calls_per_agent_day", false),
    ("fairness.perceived", false),
    (COST, true),
];

const COST: &str = "cost.total_per_year";

/// How much is run.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Plans alive at a time.
    pub plans: u32,
    /// Generations.
    pub generations: u32,
    /// Years of a new plan, and years added to a survivor.
    pub years: u32,
    /// Years of every plan that is left at the end.
    pub last_years: u32,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            plans: 16,
            generations: 8,
            years: 2,
            last_years: 12,
        }
    }
}

/// What a plan may cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Budget {
    /// Anything.
    Open,
    /// At most so many yuan a year.
    Yuan(f64),
    /// At most this multiple of what the scenario costs as it is, year by year under the same luck.
    Share(f64),
}

/// A plan that is or was alive.
#[derive(Clone, Debug)]
struct Alive {
    genes: Vec<f64>,
    cell: u32,
}

/// The study.
#[derive(Clone, Debug)]
pub struct Search {
    scenario: Checked,
    levers: Vec<Input>,
    budget: Budget,
    effort: Effort,
    alive: Vec<Alive>,
    generation: u32,
    seed: u64,
}

/// A plan that is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The levers' places between 0 and 1.
    pub genes: Vec<f64>,
    /// In the order of [`OBJECTIVES`].
    pub objectives: [Option<Summary>; 4],
    /// Chance that no other plan that is left beats it.
    pub membership: f64,
    /// True where its mean cost is inside the budget.
    pub in_budget: bool,
    /// The scenario itself, as it was.
    pub is_own: bool,
}

/// Everything so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// True when nothing more is to come.
    pub complete: bool,
    /// Generations done.
    pub generation: u32,
    /// Years that all plans shown have.
    pub years: usize,
    /// Most yuan a year that a plan may cost, where it may not cost anything.
    pub budget: Option<f64>,
    /// The plans of the first front by their means, and the scenario as it was; by turnover.
    pub plans: Vec<Plan>,
}

impl Search {
    /// A search around a scenario.
    #[must_use]
    pub fn new(
        scenario: Checked,
        levers: Vec<Input>,
        budget: Budget,
        effort: Effort,
        seed: u64,
    ) -> Self {
        Self {
            scenario,
            levers,
            budget,
            effort,
            alive: Vec::new(),
            generation: 0,
            seed,
        }
    }

    /// The levers.
    #[must_use]
    pub fn levers(&self) -> &[Input] {
        &self.levers
    }

    /// The scenario with the levers at a plan's places; None where it can't be run.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Option<Checked> {
        if plan.is_own {
            return Some(self.scenario.clone());
        }
        in_world(&self.scenario, &self.levers, &plan.genes)
    }

    fn draws(&self) -> Draws {
        let luck = Luck {
            seed: self.seed,
            replication: 0,
        };
        luck.stream(Stream::Search, self.generation, 0)
    }

    fn add(&mut self, board: &mut Board, genes: Vec<Vec<f64>>) {
        for genes in genes {
            let Some(there) = in_world(&self.scenario, &self.levers, &genes) else {
                continue;
            };
            // A child that is its parent over again would only be run again.
            if self.alive.iter().any(|a| *board.scenario(a.cell) == there) {
                continue;
            }
            let cell = board.add(there);
            board.want(cell, self.effort.years);
            self.alive.push(Alive { genes, cell });
        }
    }

    /// By how much a year's cost exceeds what it may be; `own` is the same year of the scenario as it is.
    fn excess(&self, outcome: &Outcome, own: Option<&Outcome>) -> f64 {
        let cost = |of: &Outcome| value(of, COST).unwrap_or(0.0);
        match self.budget {
            Budget::Open => 0.0,
            Budget::Yuan(most) => cost(outcome) - most,
            // Every plan has fewer years than the scenario as it is, or as many.
            Budget::Share(share) => own.map_or(0.0, |own| cost(outcome) - share * cost(own)),
        }
    }

    fn score(&self, outcome: &Outcome, own: Option<&Outcome>) -> Score {
        let objectives = OBJECTIVES.map(|(id, less)| {
            // What is not defined in a year counts as neither good nor bad.
            let value = value(outcome, id).unwrap_or(0.0);
            if less { value } else { -value }
        });
        Score {
            objectives: objectives.to_vec(),
            excess: self.excess(outcome, own),
        }
    }

    fn scores(&self, board: &Board, cell: u32) -> Vec<Score> {
        let own = board.outcomes(0);
        let years = board.outcomes(cell).iter().enumerate();
        years.map(|(r, o)| self.score(o, own.get(r))).collect()
    }

    fn mean_score(&self, board: &Board, cell: u32) -> Score {
        mean(self.scores(board, cell).iter())
    }

    /// Most yuan a year; None without a limit, or while nothing is known of the scenario as it is.
    fn limit(&self, board: &Board) -> Option<f64> {
        match self.budget {
            Budget::Open => None,
            Budget::Yuan(most) => Some(most),
            Budget::Share(share) => {
                let own = board.outcomes(0).iter();
                let costs: Vec<f64> = own.filter_map(|o| value(o, COST)).collect();
                Summary::of(&costs).map(|s| share * s.mean)
            }
        }
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Found {
        // The scenario as it was is shown whether it has survived or not.
        let own = Alive {
            genes: self
                .levers
                .iter()
                .map(|lever| lever.place(&lever.own))
                .collect(),
            cell: 0,
        };
        let measured: Vec<&Alive> = self
            .alive
            .iter()
            .filter(|a| a.cell != 0)
            .chain([&own])
            .filter(|a| !board.outcomes(a.cell).is_empty())
            .collect();
        let scores: Vec<Score> = measured
            .iter()
            .map(|a| self.mean_score(board, a.cell))
            .collect();
        let front = fronts(&scores);
        let shown: Vec<&Alive> = measured
            .iter()
            .zip(&front)
            .filter(|(alive, front)| **front == 0 || alive.cell == 0)
            .map(|(alive, _)| *alive)
            .collect();
        let cells: Vec<u32> = shown.iter().map(|a| a.cell).collect();
        let years: Vec<Vec<Score>> = shown.iter().map(|a| self.scores(board, a.cell)).collect();
        let luck = Luck {
            seed: self.seed,
            replication: 0,
        };
        let members = membership(&years, &mut luck.stream(Stream::Again, 2, 0));
        let mut plans: Vec<Plan> = shown
            .iter()
            .zip(members)
            .map(|(alive, membership)| {
                let outcomes = board.outcomes(alive.cell);
                let objectives = OBJECTIVES.map(|(id, _)| {
                    let metric = position(id)?;
                    let values: Vec<f64> =
                        outcomes.iter().filter_map(|o| o.metrics[metric]).collect();
                    Summary::of(&values)
                });
                Plan {
                    genes: alive.genes.clone(),
                    in_budget: self.mean_score(board, alive.cell).excess <= 0.0,
                    objectives,
                    membership,
                    is_own: alive.cell == 0,
                }
            })
            .collect();
        let turnover = |plan: &Plan| plan.objectives[0].map_or(f64::INFINITY, |s| s.mean);
        crate::order::by(&mut plans, |a, b| turnover(a).total_cmp(&turnover(b)));
        // Plans that differ in what nobody feels (hours without awards, say) came to the same bits.
        plans.dedup_by(|b, a| !a.is_own && !b.is_own && a.objectives == b.objectives);
        Found {
            complete: board.is_round_complete(),
            generation: self.generation,
            years: board.common(&cells),
            budget: self.limit(board),
            plans,
        }
    }
}

impl Rounds for Search {
    fn begin(&mut self, board: &mut Board) {
        let own = self
            .levers
            .iter()
            .map(|lever| lever.place(&lever.own))
            .collect();
        // The scenario as it is stands first, unrounded: cell 0.
        let cell = board.add(self.scenario.clone());
        board.want(cell, self.effort.last_years);
        self.alive.push(Alive { genes: own, cell });
        let number = (self.effort.plans as usize).saturating_sub(1);
        let genes = sample::worlds(number, self.levers.len(), &mut self.draws());
        self.add(board, genes);
    }

    fn next(&mut self, board: &mut Board) {
        let scores: Vec<Score> = self
            .alive
            .iter()
            .map(|a| self.mean_score(board, a.cell))
            .collect();
        let kept = evolve::survivors(&scores, self.effort.plans as usize);
        let kept_scores: Vec<Score> = kept.iter().map(|i| scores[*i].clone()).collect();
        self.alive = kept.iter().map(|i| self.alive[*i].clone()).collect();
        if self.generation >= self.effort.generations {
            // All that are left are brought to the same number of years; then nothing is asked any more.
            for alive in &self.alive {
                board.want(alive.cell, self.effort.last_years);
            }
            return;
        }
        self.generation += 1;
        for alive in &self.alive {
            let has = u32::try_from(board.outcomes(alive.cell).len()).unwrap_or(u32::MAX);
            board.want(
                alive.cell,
                (has + self.effort.years).min(self.effort.last_years),
            );
        }
        let parents: Vec<Vec<f64>> = self.alive.iter().map(|a| a.genes.clone()).collect();
        let number = self.effort.plans as usize;
        let born = evolve::children(&parents, &kept_scores, number, &mut self.draws());
        self.add(board, born);
    }
}

fn value(outcome: &Outcome, id: &str) -> Option<f64> {
    position(id).and_then(|metric| outcome.metrics[metric])
}
