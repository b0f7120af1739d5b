//! What a study of assumptions has found so far.

use super::local::{Bar, Flip};
use super::morris::Effect;
use super::share::{self, Share, drawn_in, luck_variance};
use super::surface::{Degrees, Surface, fit};
use super::worth::{self, Worth};
use super::{Alone, Sensitivity, Stage};
use crate::math::normal_cdf;
use crate::measure::summary::{Summary, quantile};
use crate::rng::{Draws, Luck, Stream};
use crate::study::board::Board;

/// Everything found, at any moment of the study.
#[derive(Clone, Debug, PartialEq)]
pub struct Overturn {
    /// True when nothing more is to come.
    pub complete: bool,
    /// The margin with every assumption as it is; None before the first year.
    pub base: Option<Summary>,
    /// Complete walks of the screening.
    pub walks: usize,
    /// What each assumption does, in the order of the inputs; empty before the first walk is complete.
    pub screening: Vec<Effect>,
    /// In how many worlds the claim holds; None before there are worlds.
    pub share: Option<Share>,
    /// Who is to blame for the variance over worlds, of the kept assumptions, largest first.
    pub blame: Vec<Blame>,
    /// Share of the variance over worlds that the surface doesn't explain: the other assumptions, and
    /// what is too bent.
    pub unexplained: Option<f64>,
    /// One kept assumption at a time, longest reach first.
    pub tornado: Vec<Bar>,
    /// What it is worth to know each assumption, most first; those within chance are left out. Empty until
    /// nothing more is to come.
    pub worth: Vec<(usize, Worth)>,
    /// Chance of a wrong conclusion today; None before there are worlds.
    pub error: Option<f64>,
    /// Chance that the claim holds, over the two assumptions with most blame.
    pub map: Option<Map>,
}

/// An assumption's part of the variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blame {
    /// Number of the input.
    pub input: usize,
    /// By itself: first-order index.
    pub alone: f64,
    /// By itself and together with others: total index.
    pub in_all: f64,
    /// 95 % interval of the total index, from worlds drawn again; None until nothing more is to come.
    pub interval: Option<(f64, f64)>,
}

/// Two assumptions together.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The inputs: across, up.
    pub inputs: (usize, usize),
    /// Places on each axis, between 0 and 1.
    pub places: (Vec<f64>, Vec<f64>),
    /// Chance that the claim holds, by rows from the lowest place up.
    pub chance: Vec<Vec<f64>>,
}

/// Degrees of the surface over worlds.
const DEGREES: Degrees = Degrees { single: 3, pair: 3 };
/// Refits for the intervals of the indices.
const REFITS: usize = 60;
/// Places on an axis of the map.
const PLACES: u32 = 9;

impl Sensitivity {
    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Overturn {
        let walks = self.complete_walks(board);
        let base = self.summary(board, &self.spots.base);
        let mut found = Overturn {
            complete: self.stage == Stage::Done,
            walks,
            screening: if walks > 0 {
                self.screening(board)
            } else {
                Vec::new()
            },
            tornado: base.map_or_else(Vec::new, |base| self.tornado(board, &base)),
            base,
            share: None,
            blame: Vec::new(),
            unexplained: None,
            worth: Vec::new(),
            error: None,
            map: None,
        };
        self.add_worlds(board, &mut found);
        found
    }

    fn complete_walks(&self, board: &Board) -> usize {
        let complete =
            |spots: &Vec<super::Spot>| spots.iter().all(|s| !self.margins(board, s).is_empty());
        self.spots
            .walks
            .iter()
            .filter(|(_, spots)| complete(spots))
            .count()
    }

    fn tornado(&self, board: &Board, base: &Summary) -> Vec<Bar> {
        let mut bars: Vec<Bar> = self
            .spots
            .alone
            .iter()
            .map(|one| {
                let ends = one.ends.iter();
                let ends: Vec<(f64, Summary)> = ends
                    .filter_map(|(at, spot)| Some((*at, self.summary(board, spot)?)))
                    .collect();
                Bar {
                    input: one.input,
                    flip: self.flip(one, &ends, base),
                    ends,
                }
            })
            .filter(|bar| !bar.ends.is_empty())
            .collect();
        let reach = |bar: &Bar| {
            let (low, high) = bar.reach();
            (low - base.mean).abs().max((high - base.mean).abs())
        };
        crate::order::by(&mut bars, |a, b| reach(b).total_cmp(&reach(a)));
        bars
    }

    fn flip(&self, one: &Alone, ends: &[(f64, Summary)], base: &Summary) -> Flip {
        if self.stage < Stage::Flips(0) {
            return Flip::Pending;
        }
        if let Some((halving, _)) = &one.halving {
            return halving.flip();
        }
        let turns = |(_, margin): &&(f64, Summary)| (margin.mean > 0.0) != (base.mean > 0.0);
        ends.iter()
            .find(turns)
            .map_or(Flip::NotInRange, |(at, _)| Flip::With { at: *at })
    }

    fn add_worlds(&self, board: &Board, found: &mut Overturn) {
        let wanted = self.effort.years_a_world.max(2) as usize;
        let (points, years): (Vec<Vec<f64>>, Vec<Vec<f64>>) = self
            .spots
            .worlds
            .iter()
            .map(|(point, spot)| (point.clone(), self.margins(board, spot)))
            .filter(|(_, years)| years.len() == wanted)
            .unzip();
        let luck = Luck {
            seed: self.seed,
            replication: 0,
        };
        let mut draws = luck.stream(Stream::Again, 0, 0);
        found.share = share::share(&years, &mut draws);
        let (Some(share), Some(noise)) = (found.share, luck_variance(&years)) else {
            return;
        };
        let margins: Vec<f64> = years.iter().map(|y| share::mean(y)).collect();
        let holds: Vec<bool> = drawn_in(&margins, noise).iter().map(|m| *m > 0.0).collect();
        found.error = Some(worth::chance_of_error(&holds));
        // What is drawn again and again takes long, and changes with every world: it waits for the last.
        if found.complete {
            found.worth = self.worths(&points, &holds, luck);
        }
        let kept: Vec<usize> = self.spots.alone.iter().map(|one| one.input).collect();
        let within = |point: &Vec<f64>| kept.iter().map(|i| point[*i]).collect::<Vec<f64>>();
        let points: Vec<Vec<f64>> = points.iter().map(within).collect();
        let spreads: Vec<_> = kept.iter().map(|i| self.inputs[*i].spread()).collect();
        let Some(surface) = fit(&points, &margins, &spreads, DEGREES) else {
            return;
        };
        // Where no term stands out of luck, there is nothing to share out.
        if share.variance <= 0.0 || surface.terms.is_empty() {
            return;
        }
        let mut blame = blames(&surface, share.variance);
        if found.complete {
            let intervals = intervals(&surface, &points, &years, &mut draws);
            for (one, (low, high)) in blame.iter_mut().zip(intervals) {
                one.interval = Some((low.min(one.in_all), high.max(one.in_all)));
            }
        }
        crate::order::by(&mut blame, |a, b| b.in_all.total_cmp(&a.in_all));
        found.unexplained = Some((1.0 - surface.variance() / share.variance).clamp(0.0, 1.0));
        if let [first, second, ..] = blame.as_slice() {
            let rest = (surface.residual_variance - noise).max(0.0).sqrt();
            let axes = (first.input, second.input);
            let mut map = map(&surface, axes, &points, rest);
            map.inputs = (kept[axes.0], kept[axes.1]);
            found.map = Some(map);
        }
        for one in &mut blame {
            one.input = kept[one.input];
        }
        found.blame = blame;
    }

    fn worths(&self, points: &[Vec<f64>], holds: &[bool], luck: Luck) -> Vec<(usize, Worth)> {
        let mut worths: Vec<(usize, Worth)> = (0..)
            .zip(&self.inputs)
            .map(|(number, input)| {
                let at: Vec<f64> = points.iter().map(|p| p[number as usize]).collect();
                let options = match &input.range {
                    super::inputs::Range::Amounts { .. } => None,
                    super::inputs::Range::Options(options) => u32::try_from(options.len()).ok(),
                };
                let mut draws = luck.stream(Stream::Again, 1, number);
                (
                    number as usize,
                    worth::worth(&at, holds, options, &mut draws),
                )
            })
            .filter(|(_, worth)| worth.beyond_chance && worth.gain > 0.0)
            .collect();
        crate::order::by(&mut worths, |a, b| {
            b.1.gain.total_cmp(&a.1.gain).then(a.0.cmp(&b.0))
        });
        worths
    }
}

/// The indices of each input of the surface, as parts of the `whole` variance.
fn blames(surface: &Surface, whole: f64) -> Vec<Blame> {
    (0..surface.spreads.len())
        .map(|input| Blame {
            input,
            alone: (surface.alone(input) / whole).min(1.0),
            in_all: (surface.in_all(input) / whole).min(1.0),
            interval: None,
        })
        .collect()
}

/// Where each total index lies when everything is fitted again on worlds drawn again.
fn intervals(
    surface: &Surface,
    points: &[Vec<f64>],
    years: &[Vec<f64>],
    draws: &mut Draws,
) -> Vec<(f64, f64)> {
    let mut again: Vec<Vec<f64>> = vec![Vec::new(); surface.spreads.len()];
    for _ in 0..REFITS {
        let picked: Vec<usize> = points.iter().map(|_| draws.below(points.len())).collect();
        let sample: Vec<Vec<f64>> = picked.iter().map(|w| points[*w].clone()).collect();
        let drawn: Vec<Vec<f64>> = picked.iter().map(|w| years[*w].clone()).collect();
        let margins: Vec<f64> = drawn.iter().map(|y| share::mean(y)).collect();
        let whole = share::variance(&margins) - luck_variance(&drawn).unwrap_or(0.0);
        let refitted = fit(&sample, &margins, &surface.spreads, DEGREES);
        for (input, found) in again.iter_mut().enumerate() {
            let part = refitted.as_ref().map_or(0.0, |s| s.in_all(input));
            if whole > 0.0 {
                found.push((part / whole).min(1.0));
            }
        }
    }
    let ends = |found: &mut Vec<f64>| {
        crate::order::numbers(found);
        let end = |q| {
            if found.is_empty() {
                0.0
            } else {
                quantile(found, q)
            }
        };
        (end(0.025), end(0.975))
    };
    again.iter_mut().map(ends).collect()
}

/// The chance that the claim holds over two inputs: over the worlds' other inputs, with what the surface
/// doesn't explain as normal around it.
fn map(surface: &Surface, axes: (usize, usize), points: &[Vec<f64>], rest: f64) -> Map {
    let places = |input: usize| -> Vec<f64> {
        let parts = match surface.spreads[input] {
            super::basis::Spread::Even => PLACES,
            super::basis::Spread::Options(n) => n,
        };
        (0..parts)
            .map(|i| (f64::from(i) + 0.5) / f64::from(parts))
            .collect()
    };
    let (across, up) = (places(axes.0), places(axes.1));
    let chance = |x: f64, y: f64| {
        let one = |point: &Vec<f64>| {
            let mut at = point.clone();
            at[axes.0] = x;
            at[axes.1] = y;
            let height = surface.at(&at);
            if rest > 0.0 {
                normal_cdf(height / rest)
            } else {
                f64::from(u8::from(height > 0.0))
            }
        };
        share::mean(&points.iter().map(one).collect::<Vec<f64>>())
    };
    Map {
        inputs: axes,
        chance: up
            .iter()
            .map(|y| across.iter().map(|x| chance(*x, *y)).collect())
            .collect(),
        places: (across, up),
    }
}
