//! From a table of simulated centres and one centre's traits to what its constants may be.

use super::algebra::{dot, fit, pulls, unsure};
use super::traits::{Trait, quantile};
use super::{ASKED, Row};
use crate::math::{logistic, logit};

/// Share of the rows that must have a trait for it to be used.
const COMMON: f64 = 0.9;
/// Standardised traits beyond this count as this: far tails bend no line.
const FARTHEST: f64 = 4.0;
/// Rows are accepted up to this share of the table, within the two numbers.
const ACCEPTED: f64 = 0.25;
const FEWEST: usize = 150;
const MOST: usize = 1500;
/// Below this shrinkage of the variance the data say nothing, whatever the table's size.
pub const SILENT: f64 = 0.1;
/// A guess says something where it takes so much off the variance of rows that it has not seen.
const TELLING: f64 = 0.02;
/// The lines' ridge, in rows.
const RIDGE: f64 = 4.0;

/// What became of a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is used.
    Used,
    /// The data don't have it.
    NotInData,
    /// Simulated centres of this size and time have it too seldom.
    Seldom,
    /// No simulated centre is like that: the model can't say why, and it is left out.
    Outside,
}

/// What one constant may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constant {
    /// Middle of the draws, 0–1 within the range.
    pub median: f64,
    /// The middle half.
    pub half: (f64, f64),
    /// The middle nine tenths.
    pub most: (f64, f64),
    /// By how much the variance fell from that of the range, as a share; below 0 by chance.
    pub shrinkage: f64,
    /// True where it fell by more than the bound: the data say something.
    pub told: bool,
}

/// What the constants may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// By constant, in the order of [`ASKED`].
    pub constants: Vec<Constant>,
    /// Draws with their weights, which sum to 1.
    pub draws: Vec<(Vec<f64>, f64)>,
    /// How many equal draws they are worth.
    pub effective: f64,
    /// Rows of the table.
    pub rows: usize,
    /// What became of each trait, in the order of [`Trait::ALL`].
    pub used: Vec<Use>,
    /// Shrinkage below which the data say nothing.
    pub bound: f64,
}

/// How the traits of a table are used.
fn uses(table: &[Row], observed: &[Option<f64>]) -> Vec<Use> {
    (0..Trait::ALL.len())
        .map(|i| {
            let Some(seen) = observed[i] else {
                return Use::NotInData;
            };
            let values: Vec<f64> = table.iter().filter_map(|row| row.traits[i]).collect();
            if to_f64(values.len()) < COMMON * to_f64(table.len()) {
                return Use::Seldom;
            }
            let (low, high) = (quantile(values.clone(), 0.002), quantile(values, 0.998));
            match low.zip(high) {
                Some((low, high)) if high > low && (low..=high).contains(&seen) => Use::Used,
                Some((low, high)) if high > low => {
                    // At the very edge it is still one of them; a tenth of the width beyond it is not.
                    let room = 0.1 * (high - low);
                    if (low - room..=high + room).contains(&seen) {
                        Use::Used
                    } else {
                        Use::Outside
                    }
                }
                Some(_) | None => Use::Seldom,
            }
        })
        .collect()
}

/// What the table says of the constants of a centre with these traits; None while it is too short.
#[must_use]
pub fn posterior(table: &[Row], observed: &[Option<f64>]) -> Option<Posterior> {
    let used = uses(table, observed);
    let which: Vec<usize> = (0..used.len()).filter(|i| used[*i] == Use::Used).collect();
    let whole: Vec<&Row> = table
        .iter()
        .filter(|row| which.iter().all(|i| row.traits[*i].is_some()))
        .collect();
    if whole.len() < 40 {
        return None;
    }
    let traits = |all: &[Option<f64>]| -> Vec<f64> {
        let used = which.iter().map(|i| all[*i].unwrap_or(0.0));
        used.collect()
    };
    let raw: Vec<Vec<f64>> = whole.iter().map(|row| traits(&row.traits)).collect();
    let (features, own) = features(&raw, &traits(observed));
    let place = |u: &f64| logit(u.clamp(1e-6, 1.0 - 1e-6));
    let places: Vec<Vec<f64>> = whole
        .iter()
        .map(|row| row.point.iter().map(place).collect())
        .collect();
    let guesses = Guesses::new(&features, &own, &places);
    let near = guesses.nearest();
    let (draws, effective) = adjusted(&guesses, &places, &near);
    // Twice the standard error of a uniform variable's variance.
    let bound = SILENT.max(2.0 * (0.8 / effective).sqrt());
    let constants = (0..ASKED.len())
        .map(|k| constant(&draws, k, bound))
        .collect();
    Some(Posterior {
        constants,
        draws,
        effective,
        rows: table.len(),
        used,
        bound,
    })
}

/// What guesses are made from, of each row's traits and of the centre's: one, the traits in standard deviations
/// of the rows, and their squares.
fn features(raw: &[Vec<f64>], seen: &[f64]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let scale = scales(raw, seen.len());
    let feature = |values: &[f64]| {
        let z = values
            .iter()
            .zip(&scale)
            .map(|(v, (mean, sd))| ((v - mean) / sd).clamp(-FARTHEST, FARTHEST));
        let z: Vec<f64> = z.collect();
        let squares = z.iter().map(|z| (z * z - 1.0) / 2.0);
        std::iter::once(1.0)
            .chain(z.iter().copied())
            .chain(squares)
            .collect::<Vec<f64>>()
    };
    let rows = raw.iter().map(|values| feature(values)).collect();
    (rows, feature(seen))
}

/// Where lines through the table guess the constants to be, on the log-odds scale of their ranges.
struct Guesses {
    /// Of each row.
    rows: Vec<Vec<f64>>,
    /// Of the centre.
    here: Vec<f64>,
    /// How far rows lie from their guesses, squared, by constant.
    left: Vec<f64>,
    /// The constants whose guesses say something.
    telling: Vec<usize>,
}

impl Guesses {
    fn new(features: &[Vec<f64>], own: &[f64], places: &[Vec<f64>]) -> Self {
        let equal = vec![1.0; features.len()];
        let lines = fit(features, places, &equal, RIDGE);
        let expected = |f: &[f64]| lines.iter().map(|line| dot(line, f)).collect::<Vec<f64>>();
        // Each row's guess is that of the fit to all others: one that has seen the row would promise more for
        // it than for the centre that nobody has seen.
        let pulls = pulls(features, RIDGE);
        let rows: Vec<Vec<f64>> = features
            .iter()
            .zip(places.iter().zip(&pulls))
            .map(|(f, (place, pull))| {
                let left = |(y, g): (&f64, f64)| y - (y - g) / (1.0 - pull).max(0.05);
                place.iter().zip(expected(f)).map(left).collect()
            })
            .collect();
        let left: Vec<f64> = (0..ASKED.len())
            .map(|k| {
                let squares = rows
                    .iter()
                    .zip(places)
                    .map(|(g, p)| (p[k] - g[k]) * (p[k] - g[k]));
                (squares.sum::<f64>() / to_f64(places.len())).max(1e-6)
            })
            .collect();
        // The others would bring their luck into distance and local line.
        let telling = (0..ASKED.len())
            .filter(|k| left[*k] < (1.0 - TELLING) * variance(places, *k))
            .collect();
        Self {
            rows,
            here: expected(own),
            left,
            telling,
        }
    }

    /// The rows whose guesses come nearest to the centre's, with weights that fall with the distance.
    fn nearest(&self) -> Vec<(usize, f64)> {
        let distance = |guess: &Vec<f64>| -> f64 {
            let off = |k: &usize| {
                (guess[*k] - self.here[*k]) * (guess[*k] - self.here[*k]) / self.left[*k]
            };
            self.telling.iter().map(off).sum()
        };
        let mut near: Vec<(f64, usize)> = self.rows.iter().map(distance).zip(0..).collect();
        crate::order::by(&mut near, |a, b| a.0.total_cmp(&b.0));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let share = (ACCEPTED * to_f64(near.len())) as usize;
        near.truncate(share.clamp(FEWEST, MOST).min(near.len()));
        let farthest = near.last().map_or(1.0, |n| n.0).max(1e-12) * 1.0001;
        let weighed = near.iter().map(|(far, i)| (*i, 1.0 - far / farthest));
        weighed.collect()
    }
}

/// The near rows' constants, moved along a local line to where the centre's guess is, with their weights; and
/// how many equal ones they are worth.
fn adjusted(
    guesses: &Guesses,
    places: &[Vec<f64>],
    near: &[(usize, f64)],
) -> (Vec<(Vec<f64>, f64)>, f64) {
    let telling = &guesses.telling;
    let weights: Vec<f64> = near.iter().map(|(_, weight)| *weight).collect();
    let total: f64 = weights.iter().sum();
    let effective = total * total / dot(&weights, &weights);
    let local: Vec<Vec<f64>> = near
        .iter()
        .map(|(i, _)| {
            let off = telling
                .iter()
                .map(|k| guesses.rows[*i][*k] - guesses.here[*k]);
            std::iter::once(1.0).chain(off).collect()
        })
        .collect();
    let targets: Vec<Vec<f64>> = near.iter().map(|(i, _)| places[*i].clone()).collect();
    let ridge = RIDGE * total / to_f64(places.len());
    let slopes = fit(&local, &targets, &weights, ridge);
    // What the line has taken of the spread by having been fitted is given back, and how unsure it is here
    // is added.
    let free = effective - to_f64(telling.len()) - 1.0;
    let taken = if free > 10.0 { effective / free } else { 1.0 };
    let inflate = (taken * (1.0 + unsure(&local, &weights, ridge))).sqrt();
    let draws = local
        .iter()
        .zip(&targets)
        .zip(&weights)
        .map(|((row, target), weight)| {
            let moved = target
                .iter()
                .zip(&slopes)
                .map(|(y, line)| logistic(line[0] + inflate * (y - dot(line, row))));
            (moved.collect(), weight / total)
        })
        .collect();
    (draws, effective)
}

fn scales(raw: &[Vec<f64>], columns: usize) -> Vec<(f64, f64)> {
    let n = to_f64(raw.len());
    (0..columns)
        .map(|c| {
            let mean = raw.iter().map(|row| row[c]).sum::<f64>() / n;
            let variance = raw
                .iter()
                .map(|row| (row[c] - mean) * (row[c] - mean))
                .sum::<f64>()
                / n;
            (mean, variance.sqrt().max(1e-9))
        })
        .collect()
}

fn variance(rows: &[Vec<f64>], column: usize) -> f64 {
    let n = to_f64(rows.len());
    let mean = rows.iter().map(|row| row[column]).sum::<f64>() / n;
    rows.iter()
        .map(|row| (row[column] - mean) * (row[column] - mean))
        .sum::<f64>()
        / n
}

fn constant(draws: &[(Vec<f64>, f64)], k: usize, bound: f64) -> Constant {
    let mut sorted: Vec<(f64, f64)> = draws
        .iter()
        .map(|(point, weight)| (point[k], *weight))
        .collect();
    crate::order::by(&mut sorted, |a, b| a.0.total_cmp(&b.0));
    let at = |q: f64| {
        let mut sum = 0.0;
        let found = sorted.iter().find(|(_, weight)| {
            sum += weight;
            sum >= q
        });
        found.or(sorted.last()).map_or(0.5, |s| s.0)
    };
    let mean: f64 = sorted.iter().map(|(v, w)| v * w).sum();
    let variance: f64 = sorted
        .iter()
        .map(|(v, w)| (v - mean) * (v - mean) * w)
        .sum();
    let shrinkage = 1.0 - 12.0 * variance;
    Constant {
        median: at(0.5),
        half: (at(0.25), at(0.75)),
        most: (at(0.05), at(0.95)),
        shrinkage,
        told: shrinkage > bound,
    }
}

/// Equal draws, one at each step of the weights; the first step is a half.
#[must_use]
pub fn equal(posterior: &Posterior, number: u32) -> Vec<Vec<f64>> {
    let mut found = Vec::new();
    let (mut sum, mut next) = (0.0, 0.5 / f64::from(number));
    for (point, weight) in &posterior.draws {
        sum += weight;
        while sum >= next && found.len() < number as usize {
            found.push(point.clone());
            next += 1.0 / f64::from(number);
        }
    }
    found
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
