//! What must change for one scenario to catch up with another: the fewest levers, and of those the
//! smallest moves.
//!
//! Each lever is moved alone to the ends of its range. Those that do it alone are halved down to the
//! smallest move that still does, in steps of the lever's own control. Where none does, the lever that
//! helps most is moved and the others are tried on top of it, up to four. What no hall can be run with is
//! not tried.

use crate::measure::outcome::Outcome;
use crate::measure::summary::Summary;
use crate::scenario::checked::Checked;
use crate::scenario::field::{Kind, Value};
use crate::scenario::worlds;
use crate::study::Rounds;
use crate::study::board::Board;
use crate::study::sensitivity::claim::Claim;
use crate::study::sensitivity::inputs::{Input, Range};
use crate::study::sensitivity::local::{Halving, Measured};

/// Most levers that are moved together.
const MOST_TOGETHER: usize = 4;

/// The study.
#[derive(Clone, Debug)]
pub struct CatchUp {
    /// Of the one that catches up against the other: true where it has.
    claim: Claim,
    behind: Checked,
    ahead: Checked,
    levers: Vec<Input>,
    years: u32,
    halvings: u32,
    cells: (u32, u32),
    singles: Vec<Single>,
    /// Levers moved together, in the order of taking.
    together: Vec<(usize, f64, u32)>,
    /// What is tried on top of them.
    trying: Vec<(usize, f64, u32)>,
    step: u32,
}

#[derive(Clone, Debug)]
struct Single {
    lever: usize,
    ends: Vec<(f64, u32)>,
    /// The search for it: what is tried next, and in which cell.
    halving: Option<(Halving, f64, u32)>,
    /// The nearest place that is known to do it, with its cell.
    does: Option<(f64, u32)>,
}

/// Levers that are moved, and what that brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Levers and their new places between 0 and 1.
    pub moves: Vec<(usize, f64)>,
    /// Sum of the moves as shares of the ranges; an option counts as a whole range.
    pub distance: f64,
    /// How far it then is ahead; negative where it is still behind.
    pub margin: Summary,
}

/// One lever alone at whichever end of its range helps most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tried {
    /// Number of the lever.
    pub lever: usize,
    /// The end, between 0 and 1.
    pub at: f64,
    /// How far it then is ahead; negative where it is still behind.
    pub margin: Summary,
}

/// Everything so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Caught {
    /// True when nothing more is to come.
    pub complete: bool,
    /// How far ahead it is as it is; negative where behind.
    pub margin: Option<Summary>,
    /// Single levers that do it, smallest move first; before the first round is over, ends that do it so
    /// far.
    pub singles: Vec<Change>,
    /// The levers that do it together, or come nearest; None where one is enough.
    pub together: Option<Change>,
    /// What each lever does alone, the most helpful first.
    pub tried: Vec<Tried>,
}

impl CatchUp {
    /// `behind` is to catch up with `ahead` in what the claim says of them in that order.
    #[must_use]
    pub fn new(
        claim: Claim,
        behind: Checked,
        ahead: Checked,
        levers: Vec<Input>,
        years: u32,
    ) -> Self {
        Self {
            claim,
            behind,
            ahead,
            levers,
            years,
            halvings: 4,
            cells: (0, 0),
            singles: Vec::new(),
            together: Vec::new(),
            trying: Vec::new(),
            step: 0,
        }
    }

    /// The levers.
    #[must_use]
    pub fn levers(&self) -> &[Input] {
        &self.levers
    }

    /// What a move makes of a lever: amounts to a millionth, so that 57 is not 56.999….
    #[must_use]
    pub fn value(&self, (lever, at): (usize, f64)) -> Value {
        match self.levers[lever].value(at) {
            Value::Number(amount) => Value::Number((amount * 1e6).round() / 1e6),
            option => option,
        }
    }

    /// The one that is to catch up, moved by a change; None where it can't be run.
    #[must_use]
    pub fn changed(&self, moves: &[(usize, f64)]) -> Option<Checked> {
        let moved = self.behind.changed(|there| {
            for one in moves {
                worlds::fix(there, self.levers[one.0].field, &self.value(*one));
            }
        });
        moved.ok()
    }

    /// What is to become true.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// A cell of the board for the one that is moved so; None where it can't be run.
    fn moved(&self, board: &mut Board, moves: &[(usize, f64)]) -> Option<u32> {
        let cell = board.add(self.changed(moves)?);
        board.want(cell, self.years);
        Some(cell)
    }

    /// Where a halving measures next: the middle on the control's steps; None where that is no new place.
    fn between(&self, lever: usize, halving: &Halving) -> Option<f64> {
        let lever = &self.levers[lever];
        let middle = halving.middle();
        let (Kind::Number { step, .. }, Value::Number(value)) =
            (lever.field.kind, lever.value(middle))
        else {
            return None;
        };
        let at = lever.place(&Value::Number((value / step).round() * step));
        let (near, far) = halving.ends();
        (near.min(far) < at && at < near.max(far)).then_some(at)
    }

    fn margin(&self, board: &Board, cell: u32) -> Option<Summary> {
        let pairs = board
            .outcomes(cell)
            .iter()
            .zip(board.outcomes(self.cells.1));
        let margins: Vec<f64> = pairs
            .filter_map(|(own, other): (&Outcome, &Outcome)| self.claim.margin(&[own, other]))
            .collect();
        Summary::of(&margins)
    }

    /// The end of a lever's range that does it with the smallest move, its cell and its margin so far.
    fn doing(&self, single: &Single, board: &Board) -> Option<(f64, u32, Summary)> {
        let lever = &self.levers[single.lever];
        let own = lever.place(&lever.own);
        let doing = single.ends.iter().filter_map(|(at, cell)| {
            let there = self.margin(board, *cell)?;
            (there.mean > 0.0).then_some((*at, *cell, there))
        });
        doing.min_by(|a, b| (a.0 - own).abs().total_cmp(&(b.0 - own).abs()))
    }

    /// Which ends do it, and the way there from where each lever is.
    fn settle(&mut self, board: &Board, base: &Summary) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            let lever = &self.levers[single.lever];
            let own = lever.place(&lever.own);
            if let Some((at, cell, there)) = self.doing(single, board) {
                single.does = Some((at, cell));
                if matches!(lever.range, Range::Amounts { .. }) {
                    let (from, to) = (Measured::new(own, base), Measured::new(at, &there));
                    single.halving = Halving::new(from, to).map(|halving| (halving, at, cell));
                }
            }
        }
        self.singles = singles;
    }

    fn halve(&mut self, board: &Board) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            if let Some((halving, at, cell)) = &mut single.halving
                && let Some(found) = self.margin(board, *cell)
            {
                halving.take(Measured::new(*at, &found));
                if found.mean > 0.0 {
                    single.does = Some((*at, *cell));
                }
            }
        }
        self.singles = singles;
    }

    fn ask_halves(&mut self, board: &mut Board) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            single.halving = single.halving.and_then(|(halving, _, _)| {
                let at = self.between(single.lever, &halving)?;
                Some((halving, at, self.moved(board, &[(single.lever, at)])?))
            });
        }
        self.singles = singles;
    }

    /// No lever does it alone: the one that helps most is moved, and the others are tried on top.
    fn take_best(&mut self, board: &mut Board) {
        let tried: Vec<(usize, f64, u32)> = if self.together.is_empty() {
            let ends = |s: &Single| {
                s.ends
                    .iter()
                    .map(|(at, cell)| (s.lever, *at, *cell))
                    .collect::<Vec<_>>()
            };
            self.singles.iter().flat_map(ends).collect()
        } else {
            std::mem::take(&mut self.trying)
        };
        let known = self.together.last().map_or(self.cells.0, |last| last.2);
        let so_far = self
            .margin(board, known)
            .map_or(f64::NEG_INFINITY, |m| m.mean);
        let measured = tried
            .into_iter()
            .filter_map(|one| Some((self.margin(board, one.2)?.mean, one)));
        let Some((margin, best)) = measured.max_by(|a, b| a.0.total_cmp(&b.0)) else {
            return;
        };
        if margin <= so_far {
            return;
        }
        self.together.push(best);
        if margin > 0.0 || self.together.len() >= MOST_TOGETHER {
            return;
        }
        let moves: Vec<(usize, f64)> = self.together.iter().map(|(l, at, _)| (*l, *at)).collect();
        for lever in 0..self.levers.len() {
            if moves.iter().any(|(taken, _)| *taken == lever) {
                continue;
            }
            for at in self.levers[lever].ends() {
                let mut more = moves.clone();
                more.push((lever, at));
                if let Some(cell) = self.moved(board, &more) {
                    self.trying.push((lever, at, cell));
                }
            }
        }
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Caught {
        let change = |moves: Vec<(usize, f64)>, cell: u32| {
            Some(Change {
                distance: moves.iter().map(|m| self.distance(*m)).sum(),
                margin: self.margin(board, cell)?,
                moves,
            })
        };
        let margin = self.margin(board, self.cells.0);
        let behind = margin.is_some_and(|margin| margin.mean < 0.0);
        let does = |single: &Single| match self.step {
            0 => self.doing(single, board).map(|(at, cell, _)| (at, cell)),
            _ => single.does,
        };
        let mut singles: Vec<Change> = self
            .singles
            .iter()
            .filter(|_| behind)
            .filter_map(|single| {
                let (at, cell) = does(single)?;
                change(vec![(single.lever, at)], cell)
            })
            .collect();
        crate::order::by(&mut singles, |a, b| a.distance.total_cmp(&b.distance));
        let moves = self
            .together
            .iter()
            .map(|(lever, at, _)| (*lever, *at))
            .collect();
        Caught {
            complete: board.is_round_complete(),
            margin,
            singles,
            together: self.together.last().and_then(|last| change(moves, last.2)),
            tried: self.tried(board),
        }
    }

    fn tried(&self, board: &Board) -> Vec<Tried> {
        let best = |single: &Single| {
            let ends = single.ends.iter().filter_map(|(at, cell)| {
                Some(Tried {
                    lever: single.lever,
                    at: *at,
                    margin: self.margin(board, *cell)?,
                })
            });
            ends.max_by(|a, b| a.margin.mean.total_cmp(&b.margin.mean))
        };
        let mut tried: Vec<Tried> = self.singles.iter().filter_map(best).collect();
        crate::order::by(&mut tried, |a, b| b.margin.mean.total_cmp(&a.margin.mean));
        tried
    }

    fn distance(&self, (lever, at): (usize, f64)) -> f64 {
        let lever = &self.levers[lever];
        match lever.range {
            Range::Amounts { .. } => (at - lever.place(&lever.own)).abs(),
            Range::Options(_) => 1.0,
        }
    }
}

impl Rounds for CatchUp {
    fn begin(&mut self, board: &mut Board) {
        self.cells = (
            board.add(self.behind.clone()),
            board.add(self.ahead.clone()),
        );
        board.want(self.cells.0, self.years);
        board.want(self.cells.1, self.years);
        for lever in 0..self.levers.len() {
            let ends = self.levers[lever].ends();
            let ends = ends
                .into_iter()
                .filter_map(|at| Some((at, self.moved(board, &[(lever, at)])?)));
            self.singles.push(Single {
                lever,
                ends: ends.collect(),
                halving: None,
                does: None,
            });
        }
    }

    fn next(&mut self, board: &mut Board) {
        let Some(base) = self.margin(board, self.cells.0) else {
            return;
        };
        if base.mean >= 0.0 {
            return;
        }
        if self.step == 0 {
            self.settle(board, &base);
        } else if self.singles.iter().any(|s| s.does.is_some()) {
            self.halve(board);
        }
        self.step += 1;
        let alone = self.singles.iter().any(|s| s.does.is_some());
        if alone {
            if self.step <= self.halvings {
                self.ask_halves(board);
            }
        } else {
            self.take_best(board);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
