//! What must change for one scenario to catch up with another: the fewest levers, and of those the
//! smallest moves.
//!
//! Each lever is moved alone to the ends of its range. Those that do it alone are halved down to the
//! smallest move that still does. Where none does, the lever that helps most is moved and the others are
//! tried on top of it, up to four.

use crate::measure::outcome::Outcome;
use crate::measure::summary::Summary;
use crate::scenario::Scenario;
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
    behind: Scenario,
    ahead: Scenario,
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
    halving: Option<(Halving, u32)>,
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

/// Everything so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Caught {
    /// True when nothing more is to come.
    pub complete: bool,
    /// How far ahead it is as it is; negative where behind.
    pub margin: Option<Summary>,
    /// Single levers that do it, smallest move first.
    pub singles: Vec<Change>,
    /// The levers that do it together, or come nearest; None where one is enough.
    pub together: Option<Change>,
}

impl CatchUp {
    /// `behind` is to catch up with `ahead` in what the claim says of them in that order.
    #[must_use]
    pub fn new(
        claim: Claim,
        behind: Scenario,
        ahead: Scenario,
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

    /// What is to become true.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    pub(in crate::study) fn begin(&mut self, board: &mut Board) {
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
                .map(|at| (at, self.moved(board, &[(lever, at)])));
            self.singles.push(Single {
                lever,
                ends: ends.collect(),
                halving: None,
                does: None,
            });
        }
    }

    fn moved(&self, board: &mut Board, moves: &[(usize, f64)]) -> u32 {
        let mut there = self.behind.clone();
        for (lever, at) in moves {
            self.levers[*lever].put(&mut there, *at);
        }
        let cell = board.add(there);
        board.want(cell, self.years);
        cell
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

    pub(in crate::study) fn next(&mut self, board: &mut Board) {
        let Some(base) = self.margin(board, self.cells.0) else {
            return;
        };
        if base.mean > 0.0 {
            return;
        }
        if self.step == 0 {
            self.first_halves(board, &base);
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

    /// Which ends do it, and the way there from where each lever is.
    fn first_halves(&mut self, board: &Board, base: &Summary) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            let lever = &self.levers[single.lever];
            let own = lever.place(&lever.own);
            let doing = single.ends.iter().filter_map(|(at, cell)| {
                let there = self.margin(board, *cell)?;
                (there.mean > 0.0).then_some((*at, *cell, there))
            });
            let nearest = doing.min_by(|a, b| (a.0 - own).abs().total_cmp(&(b.0 - own).abs()));
            if let Some((at, cell, there)) = nearest {
                single.does = Some((at, cell));
                if matches!(lever.range, Range::Amounts { .. }) {
                    let (from, to) = (Measured::new(own, base), Measured::new(at, &there));
                    single.halving = Halving::new(from, to).map(|halving| (halving, cell));
                }
            }
        }
        self.singles = singles;
    }

    fn halve(&mut self, board: &Board) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            if let Some((halving, cell)) = &mut single.halving
                && let Some(found) = self.margin(board, *cell)
            {
                let at = halving.middle();
                halving.take(Measured::new(at, &found));
                if found.mean > 0.0 {
                    single.does = Some((at, *cell));
                }
            }
        }
        self.singles = singles;
    }

    fn ask_halves(&mut self, board: &mut Board) {
        let mut singles = std::mem::take(&mut self.singles);
        for single in &mut singles {
            if let Some((halving, cell)) = &mut single.halving {
                *cell = self.moved(board, &[(single.lever, halving.middle())]);
            }
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
                let cell = self.moved(board, &more);
                self.trying.push((lever, at, cell));
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
        let mut singles: Vec<Change> = self
            .singles
            .iter()
            .filter_map(|single| {
                let (at, cell) = single.does?;
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
            margin: self.margin(board, self.cells.0),
            singles,
            together: self.together.last().and_then(|last| change(moves, last.2)),
        }
    }

    fn distance(&self, (lever, at): (usize, f64)) -> f64 {
        let lever = &self.levers[lever];
        match lever.range {
            Range::Amounts { .. } => (at - lever.place(&lever.own)).abs(),
            Range::Options(_) => 1.0,
        }
    }
}
