//! What would overturn a conclusion: which assumptions it hangs on, where it turns, in how many plausible
//! worlds it holds, and which number is worth measuring first.
//!
//! In three steps. **Screening**: walks that change one assumption at a time, over all of them. **Worlds**:
//! all assumptions at once, spread over their ranges, each world under luck of its own; through them a
//! surface over those that the screening kept, whose parts of the variance are Sobol' indices; meanwhile
//! the ends of each kept assumption with all others as they are. **Flips**: where an end turns the claim,
//! the value at which it turns, by halving under common luck.

pub mod basis;
pub mod claim;
pub mod inputs;
pub mod local;
pub mod morris;
pub mod result;
pub mod sample;
pub mod share;
pub mod surface;
#[cfg(test)]
mod surface_tests;
pub mod worth;

use super::Rounds;
use super::board::Board;
use crate::measure::outcome::Outcome;
use crate::measure::summary::Summary;
use crate::rng::{Luck, Stream};
use crate::scenario::checked::Checked;
use claim::Claim;
use inputs::{Input, Width, assumptions, in_world};
use local::{Halving, Measured};
use morris::Walk;

/// How much is run.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Walks of the screening.
    pub walks: u32,
    /// Assumptions that are kept after it.
    pub kept: usize,
    /// Plausible worlds.
    pub worlds: u32,
    /// Years of each scenario in each world, at least 2.
    pub years_a_world: u32,
    /// Years of each scenario where one assumption is moved alone.
    pub years_alone: u32,
    /// How often the way to a flip is halved.
    pub halvings: u32,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            walks: 4,
            kept: 8,
            worlds: 120,
            years_a_world: 2,
            years_alone: 8,
            halvings: 4,
        }
    }
}

/// The cells of one spot, a scenario each.
type Spot = Vec<u32>;

/// Luck of the walks and of the worlds: far from each other's and from that of one assumption alone.
const LUCK_OF_WALKS: u32 = 200_000;
const LUCK_OF_WORLDS: u32 = 300_000;

/// The study.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    claim: Claim,
    scenarios: Vec<Checked>,
    inputs: Vec<Input>,
    effort: Effort,
    seed: u64,
    spots: Spots,
    stage: Stage,
}

/// Where everything was measured.
#[derive(Clone, Debug, Default)]
struct Spots {
    base: Spot,
    walks: Vec<(Walk, Vec<Spot>)>,
    worlds: Vec<(Vec<f64>, Spot)>,
    alone: Vec<Alone>,
}

/// One kept assumption moved alone.
#[derive(Clone, Debug)]
struct Alone {
    input: usize,
    ends: Vec<(f64, Spot)>,
    halving: Option<(Halving, Option<Spot>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Screening,
    Worlds,
    Flips(u32),
    Done,
}

impl Sensitivity {
    /// A study of a sound claim about as many scenarios as it needs, over all assumptions that they
    /// share or over `only` these paths.
    #[must_use]
    pub fn new(
        claim: Claim,
        scenarios: Vec<Checked>,
        width: Width,
        only: Option<&[String]>,
        effort: Effort,
        seed: u64,
    ) -> Self {
        let mut inputs = assumptions(&scenarios, width);
        if let Some(only) = only {
            inputs.retain(|input| only.iter().any(|path| path == input.field.path));
        }
        Self {
            claim,
            scenarios,
            inputs,
            effort,
            seed,
            spots: Spots::default(),
            stage: Stage::Screening,
        }
    }

    /// The assumptions it looks at.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The claim.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// The cells of all scenarios in the world of a point of these inputs; None where one can't be run there.
    fn spot(
        &self,
        board: &mut Board,
        inputs: &[Input],
        point: &[f64],
        first_luck: u32,
    ) -> Option<Spot> {
        let scenarios = self.scenarios.iter();
        let there = scenarios.map(|s| in_world(s, inputs, point));
        let there: Vec<Checked> = there.collect::<Option<_>>()?;
        let cells = there.into_iter();
        Some(cells.map(|s| board.add_under(s, first_luck)).collect())
    }

    /// The cells of all scenarios with one assumption moved, under the luck of the base.
    fn moved(&self, board: &mut Board, input: usize, at: f64) -> Option<Spot> {
        self.spot(board, &self.inputs[input..=input], &[at], 0)
    }

    #[allow(clippy::unused_self, reason = "reads as the others do")]
    fn want(&self, board: &mut Board, spot: &Spot, years: u32) {
        for cell in spot {
            board.want(*cell, years);
        }
    }

    fn move_alone(&mut self, board: &mut Board) {
        let effects = self.screening(board);
        for input in morris::ranked(&effects).into_iter().take(self.effort.kept) {
            let mut ends = Vec::new();
            for at in self.inputs[input].ends() {
                if let Some(spot) = self.moved(board, input, at) {
                    self.want(board, &spot, self.effort.years_alone);
                    ends.push((at, spot));
                }
            }
            self.spots.alone.push(Alone {
                input,
                ends,
                halving: None,
            });
        }
    }

    fn spread_worlds(&mut self, board: &mut Board) {
        let luck = Luck {
            seed: self.seed,
            replication: 0,
        };
        let mut draws = luck.stream(Stream::Worlds, 1, 0);
        let years = self.effort.years_a_world.max(2);
        let points = sample::worlds(self.effort.worlds as usize, self.inputs.len(), &mut draws);
        for (number, point) in (0..).zip(points) {
            let luck = LUCK_OF_WORLDS + number * years;
            if let Some(spot) = self.spot(board, &self.inputs, &point, luck) {
                self.want(board, &spot, years);
                self.spots.worlds.push((point, spot));
            }
        }
    }

    /// Takes in what was measured half-way, and asks for the next halves.
    fn halve(&mut self, board: &mut Board, done: u32) -> Stage {
        let Some(base) = self.summary(board, &self.spots.base) else {
            return Stage::Done;
        };
        let mut alone = std::mem::take(&mut self.spots.alone);
        for one in &mut alone {
            if done == 0 {
                one.halving = self.first_half(board, one, &base).map(|h| (h, None));
            } else if let Some((halving, Some(spot))) = &mut one.halving
                && let Some(found) = self.summary(board, spot)
            {
                let at = halving.middle();
                halving.take(Measured::new(at, &found));
            }
            if let Some((halving, spot)) = &mut one.halving {
                *spot = (done < self.effort.halvings)
                    .then(|| self.moved(board, one.input, halving.middle()))
                    .flatten();
                if let Some(spot) = spot {
                    self.want(board, spot, self.effort.years_alone);
                }
            }
        }
        let any = alone.iter().any(|one| one.halving.is_some());
        self.spots.alone = alone;
        if any && done < self.effort.halvings {
            Stage::Flips(done + 1)
        } else {
            Stage::Done
        }
    }

    /// The way from an assumption's own value to the nearest end that turns the claim.
    fn first_half(&self, board: &Board, one: &Alone, base: &Summary) -> Option<Halving> {
        let input = &self.inputs[one.input];
        if !matches!(input.range, inputs::Range::Amounts { .. }) {
            return None;
        }
        let own = Measured::new(input.place(&input.own), base);
        let ends = one.ends.iter().filter_map(|(at, spot)| {
            let end = Measured::new(*at, &self.summary(board, spot)?);
            Halving::new(own, end).map(|halving| ((at - own.at).abs(), halving))
        });
        ends.min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, halving)| halving)
    }

    /// The margins of a spot, year by year, where they are defined.
    fn margins(&self, board: &Board, spot: &Spot) -> Vec<f64> {
        (0..board.common(spot))
            .filter_map(|year| {
                let years: Vec<&Outcome> = spot
                    .iter()
                    .map(|cell| &board.outcomes(*cell)[year])
                    .collect();
                self.claim.margin(&years)
            })
            .collect()
    }

    fn summary(&self, board: &Board, spot: &Spot) -> Option<Summary> {
        Summary::of(&self.margins(board, spot))
    }

    /// The elementary effects of the walks that are complete.
    fn screening(&self, board: &Board) -> Vec<morris::Effect> {
        let (walks, values): (Vec<Walk>, Vec<Vec<f64>>) = self
            .spots
            .walks
            .iter()
            .map(|(walk, spots)| {
                let values = spots
                    .iter()
                    .filter_map(|s| self.margins(board, s).first().copied());
                (walk.clone(), values.collect())
            })
            .unzip();
        morris::effects(&walks, &values)
    }
}

impl Rounds for Sensitivity {
    fn begin(&mut self, board: &mut Board) {
        let effort = self.effort.clone();
        self.spots.base = self
            .scenarios
            .iter()
            .map(|s| board.add(s.clone()))
            .collect();
        self.want(board, &self.spots.base.clone(), effort.years_alone);
        let luck = Luck {
            seed: self.seed,
            replication: 0,
        };
        let mut draws = luck.stream(Stream::Worlds, 0, 0);
        let walks = morris::walks(effort.walks as usize, self.inputs.len(), &mut draws);
        for (number, walk) in (0..).zip(walks) {
            let points = walk.points();
            let spots = points
                .iter()
                .map(|point| self.spot(board, &self.inputs, point, LUCK_OF_WALKS + number));
            // A walk past what can't be run shows nothing.
            let Some(spots) = spots.collect::<Option<Vec<Spot>>>() else {
                continue;
            };
            for spot in &spots {
                self.want(board, spot, 1);
            }
            self.spots.walks.push((walk, spots));
        }
    }

    fn next(&mut self, board: &mut Board) {
        self.stage = match self.stage {
            Stage::Screening => {
                self.move_alone(board);
                self.spread_worlds(board);
                Stage::Worlds
            }
            Stage::Worlds => self.halve(board, 0),
            Stage::Flips(done) => self.halve(board, done),
            Stage::Done => Stage::Done,
        };
    }
}
