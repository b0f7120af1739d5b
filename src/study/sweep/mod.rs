//! A lever swept through its range under common luck: what each value brings, and how far one may go.
//!
//! First every point gets its [`Ask::first`] replications, the ends and the middles before the rest, so
//! that a curve is there at once. Then the points that the answer hangs on get theirs, twice as many a round, until it
//! hangs on no other ([`Answer::settled`]). Then the rest, points near the boundary of what is allowed
//! first. Then the stretch between the last point at which all requirements hold and the first at which they don't is halved a
//! few times. With requirements on one lever the phones' own answer runs along: the same points with
//! nobody motivated, tired or leaving.

pub mod answer;
pub mod constraint;
pub mod lever;
mod order;
pub mod phones;
pub mod steep;

use super::Rounds;
use super::board::Board;
use crate::measure::outcome::Outcome;
use crate::measure::reach::Reach;
use crate::measure::summary::{self, Summary};
use crate::scenario::check::Problem;
use crate::scenario::checked::Checked;
use crate::scenario::field::Value;
use crate::scenario::worlds;
use answer::{Answer, Line, Wish};
use lever::{Lever, amount};
use phones::Phones;

/// Replications of each point when nobody says how many.
pub const REPLICATIONS: u32 = 16;
/// How many times the stretch at the boundary is halved.
const HALVINGS: u32 = 3;
/// Most points of a sweep.
pub const MOST_POINTS: usize = 2_000;

/// What is swept.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Everything that is not swept.
    pub base: Checked,
    /// One or two levers; the second makes a curve for each of its values.
    pub levers: Vec<Lever>,
    /// What is required, and which end of the range is wished for.
    pub wish: Wish,
    /// Replications of each point.
    pub replications: u32,
    /// Those that each point gets before anything is looked at. One where somebody waits for the answer;
    /// all where machines share the work, for a part is a part of the first round.
    pub first: u32,
}

/// Why a sweep can't be made.
#[derive(Clone, Debug, PartialEq)]
pub enum Unswept {
    /// No lever, more than two, or the same twice.
    Levers,
    /// More than [`MOST_POINTS`].
    TooMany {
        /// Points asked for.
        points: usize,
    },
    /// A point is no scenario that can be run.
    Point {
        /// The values of the levers.
        at: Vec<Value>,
        /// What is wrong there.
        problems: Vec<Problem>,
    },
}

/// One combination of the levers' values.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The levers' values.
    pub at: Vec<Value>,
    /// Its place on the board.
    pub cell: u32,
    /// The same with nobody motivated or tired, where that is run.
    pub twin: Option<u32>,
    /// True where it was added near the boundary.
    pub added: bool,
}

/// The sweep on its way.
#[derive(Clone, Debug)]
pub struct Sweep {
    ask: Box<Ask>,
    /// The levers' values, the second's outside, and what they make of the base.
    grid: Vec<(Vec<Value>, Checked)>,
    points: Vec<Point>,
    /// Whether no more points are sought out for the answer's sake.
    settled: bool,
    /// Whether all replications of the grid have been asked for.
    filled: bool,
    halvings: u32,
}

/// What one point brought.
#[derive(Clone, Debug, PartialEq)]
pub struct PointResult {
    /// The levers' values.
    pub at: Vec<Value>,
    /// Replications in it.
    pub count: usize,
    /// True where it was added near the boundary.
    pub added: bool,
    /// In the order of the metrics.
    pub metrics: Vec<Option<Summary>>,
    /// Who reached the volume target, over all its years.
    pub reach: Reach,
}

/// The sweep as far as it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct SweepResult {
    /// By the second lever's value, then the first's.
    pub points: Vec<PointResult>,
    /// A curve for each value of the second lever; one without a second.
    pub lines: Vec<Answer>,
    /// What the phones alone would say, where that can be said.
    pub phones: Option<Phones>,
    /// True when all that was wanted is in.
    pub complete: bool,
}

impl Sweep {
    /// Checks every point.
    ///
    /// # Errors
    /// Why it can't be made.
    pub fn new(ask: Ask) -> Result<Self, Unswept> {
        let levers = &ask.levers;
        let twice = levers.len() == 2 && levers[0].field.path == levers[1].field.path;
        if !(1..=2).contains(&levers.len()) || twice {
            return Err(Unswept::Levers);
        }
        let points: usize = levers.iter().map(|lever| lever.values.len()).product();
        if points > MOST_POINTS {
            return Err(Unswept::TooMany { points });
        }
        let grid = grid(levers)
            .into_iter()
            .map(|at| match scenario(&ask, &at) {
                Ok(scenario) => Ok((at, scenario)),
                Err(problems) => Err(Unswept::Point { at, problems }),
            });
        Ok(Self {
            grid: grid.collect::<Result<_, _>>()?,
            ask: Box::new(ask),
            points: Vec::new(),
            settled: false,
            filled: false,
            halvings: 0,
        })
    }

    /// What was asked.
    #[must_use]
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// The points so far.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Wishes more years of the points that the answer hangs on.
    fn seek_out(&self, board: &mut Board) {
        let all = self.ask.replications as usize;
        let mut open: Vec<(u32, usize)> = Vec::new();
        if self.ask.levers[0].is_ordered() && !self.ask.wish.constraints.is_empty() {
            for line in self.lines(board) {
                let of = self.points_of(line.outer.as_ref());
                let wanted = line.open(&self.ask.wish, all).into_iter();
                open.extend(wanted.map(|(place, years)| (of[place].cell, years)));
            }
        }
        for (cell, years) in open {
            board.want(cell, u32::try_from(years).unwrap_or(u32::MAX));
        }
    }

    /// Places of the points, those first whose share of years in which all holds is nearest to the
    /// certainty asked for.
    fn near_first(&self, board: &Board) -> Vec<usize> {
        let mut order: Vec<(f64, usize)> = self
            .points
            .iter()
            .enumerate()
            .map(|(place, point)| {
                let share = self.ask.wish.share(board.outcomes(point.cell));
                (
                    share.map_or(1.0, |p| (p - self.ask.wish.certainty).abs()),
                    place,
                )
            })
            .collect();
        crate::order::by(&mut order, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        order.into_iter().map(|(_, place)| place).collect()
    }

    /// Adds a point in the middle of each curve's boundary.
    fn halve(&mut self, board: &mut Board) {
        let lever = &self.ask.levers[0];
        let mut new: Vec<(Vec<Value>, Checked)> = Vec::new();
        for line in self.lines(board) {
            let Some((inside, outside)) = line.boundary(&self.ask.wish) else {
                continue;
            };
            let Some(value) = lever.between(inside.min(outside), inside.max(outside)) else {
                continue;
            };
            let mut at = vec![value];
            at.extend(line.outer.clone());
            if let Ok(scenario) = scenario(&self.ask, &at) {
                new.push((at, scenario));
            }
        }
        for (at, scenario) in new {
            let cell = board.add(scenario);
            board.want(cell, self.ask.replications);
            self.points.push(Point {
                at,
                cell,
                twin: None,
                added: true,
            });
        }
    }

    /// The points that have anything, as curves over an ordered first lever.
    fn lines<'a>(&self, board: &'a Board) -> Vec<Line<'a>> {
        let outer: Vec<Option<Value>> = match self.ask.levers.get(1) {
            None => vec![None],
            Some(second) => second.values.iter().cloned().map(Some).collect(),
        };
        outer
            .into_iter()
            .map(|outer| {
                let of: Vec<&Point> = self.points_of(outer.as_ref());
                let points = of.iter().enumerate().map(|(place, point)| {
                    // What has no order is numbered as listed.
                    #[allow(clippy::cast_precision_loss)]
                    let at = amount(&point.at[0]).unwrap_or(place as f64);
                    (at, board.outcomes(point.cell), point.added)
                });
                Line::new(outer, points.collect(), self.ask.levers[0].is_ordered())
            })
            .collect()
    }

    /// The points of one curve, ascending.
    fn points_of(&self, outer: Option<&Value>) -> Vec<&Point> {
        let mut of: Vec<&Point> = self
            .points
            .iter()
            .filter(|point| point.at.get(1) == outer)
            .collect();
        // What has no order stays as listed.
        crate::order::by(&mut of, |a, b| {
            let at = |point: &Point| amount(&point.at[0]).unwrap_or(0.0);
            at(a).total_cmp(&at(b))
        });
        of
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> SweepResult {
        self.answer(board, &self.ask.wish)
    }

    /// The same points under another wish: nothing is run for it.
    #[must_use]
    pub fn answer(&self, board: &Board, wish: &Wish) -> SweepResult {
        let outer: Vec<Option<&Value>> = match self.ask.levers.get(1) {
            None => vec![None],
            Some(second) => second.values.iter().map(Some).collect(),
        };
        let points = outer
            .into_iter()
            .flat_map(|outer| self.points_of(outer))
            .map(|point| point_result(point, board.outcomes(point.cell)))
            .collect();
        let lines = self.lines(board);
        SweepResult {
            points,
            lines: lines
                .iter()
                .map(|line| line.answer(wish, board.seed(), self.ask.replications as usize))
                .collect(),
            phones: phones::answer(&self.ask, wish, &self.points, board),
            complete: board.is_round_complete(),
        }
    }
}

impl Rounds for Sweep {
    fn begin(&mut self, board: &mut Board) {
        // A question may be asked again.
        (self.points, self.halvings) = (Vec::new(), 0);
        (self.settled, self.filled) = (false, false);
        let with_twins = phones::needs_runs(&self.ask);
        for (at, scenario) in self.grid.clone() {
            let alone = with_twins.then(|| phones::alone(&scenario).ok()).flatten();
            let twin = alone.map(|scenario| board.add(scenario));
            let cell = board.add(scenario);
            self.points.push(Point {
                at,
                cell,
                twin,
                added: false,
            });
        }
        let first = self.ask.first.clamp(1, self.ask.replications.max(1));
        let long = self.ask.levers[0].values.len();
        for point in order::coarse_first(long, self.points.len().div_ceil(long.max(1))) {
            board.want(self.points[point].cell, first);
        }
    }

    fn next(&mut self, board: &mut Board) {
        if !self.settled {
            self.seek_out(board);
            if board.wants_more() {
                return;
            }
            self.settled = true;
        }
        if !self.filled {
            self.filled = true;
            for place in self.near_first(board) {
                board.want(self.points[place].cell, self.ask.replications);
            }
            for point in &self.points {
                if let Some(twin) = point.twin {
                    board.want(twin, self.ask.replications.div_ceil(4));
                }
            }
            if board.wants_more() {
                return;
            }
        }
        if self.halvings < HALVINGS {
            self.halvings += 1;
            self.halve(board);
        }
    }
}

fn grid(levers: &[Lever]) -> Vec<Vec<Value>> {
    let first = &levers[0].values;
    match levers.get(1) {
        None => first.iter().map(|value| vec![value.clone()]).collect(),
        Some(second) => second
            .values
            .iter()
            .flat_map(|outer| first.iter().map(|inner| vec![inner.clone(), outer.clone()]))
            .collect(),
    }
}

fn scenario(ask: &Ask, at: &[Value]) -> Result<Checked, Vec<Problem>> {
    ask.base.changed(|scenario| {
        for (lever, value) in ask.levers.iter().zip(at) {
            worlds::fix(scenario, lever.field, value);
        }
    })
}

fn point_result(point: &Point, outcomes: &[Outcome]) -> PointResult {
    let mut reach = Reach::default();
    for outcome in outcomes {
        reach.add(&outcome.reach);
    }
    PointResult {
        at: point.at.clone(),
        count: outcomes.len(),
        added: point.added,
        metrics: summary::metrics(outcomes),
        reach,
    }
}
