//! A smooth surface through noisy points, and from it how much of the variance each input is to blame for.
//!
//! The surface is a sparse polynomial chaos expansion (Blatman & Sudret 2011): products of at most two
//! functions that are uncorrelated under the inputs' distribution, so that squared coefficients are parts
//! of the variance and Sobol' indices are sums of them. Terms are taken one after the other, each the one
//! that explains most of what is left after making it uncorrelated with those taken (orthogonal least
//! squares), and as many are kept as the extended Bayesian criterion (Chen & Chen
//! 2008) allows, which pays for having searched among many. One sample of points serves all inputs: designs that change one input at a time for each
//! index, as Saltelli's, need as many replications a factor as this needs in all.

use super::basis::Spread;
use crate::math::ln;

/// A product of one or two functions, each of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The input and the number of its function, the input with the smaller number first.
    pub factors: Vec<(usize, u32)>,
}

/// How far terms go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degrees {
    /// Highest degree of a single input's functions.
    pub single: u32,
    /// Highest sum of the degrees in a product of two.
    pub pair: u32,
}

/// The fitted surface.
#[derive(Clone, Debug, PartialEq)]
pub struct Surface {
    /// How the inputs are distributed.
    pub spreads: Vec<Spread>,
    /// Mean over the inputs.
    pub mean: f64,
    /// The terms that were taken, in that order, each with its coefficient.
    pub terms: Vec<(Term, f64)>,
    /// Variance of the points about the surface, degrees of freedom taken off.
    pub residual_variance: f64,
    /// Share of the points' variance that the surface would explain in points left out, one at a time;
    /// below 0 where it explains less than their mean.
    pub explained: f64,
    /// Points that it was fitted to.
    pub points: usize,
}

/// Most terms that are tried.
const MOST_TERMS: usize = 60;

/// Fits a surface; None below five points or where the values don't differ.
#[must_use]
pub fn fit(
    points: &[Vec<f64>],
    values: &[f64],
    spreads: &[Spread],
    degrees: Degrees,
) -> Option<Surface> {
    let n = points.len();
    let mean = values.iter().sum::<f64>() / to_f64(n.max(1));
    let total: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    if n < 5 || n != values.len() || total <= 1e-24 * (1.0 + mean * mean) * to_f64(n) {
        return None;
    }
    let terms = candidates(spreads, degrees);
    let mut columns: Vec<Vec<f64>> = terms.iter().map(|t| t.column(spreads, points)).collect();
    let constant = vec![1.0 / to_f64(n).sqrt(); n];
    let mut chosen = Chosen::new(&constant, values);
    for column in &mut columns {
        remove(column, &constant);
    }
    let scale: Vec<f64> = columns.iter().map(|c| dot(c, c)).collect();
    let mut best = (chosen.criterion(terms.len()), 0);
    for _ in 0..MOST_TERMS.min(n / 3) {
        let Some(next) = strongest(&columns, &scale, &chosen.residual) else {
            break;
        };
        let direction = normalised(&columns[next]);
        for column in &mut columns {
            remove(column, &direction);
        }
        chosen.take(next, direction);
        let criterion = chosen.criterion(terms.len());
        if criterion < best.0 {
            best = (criterion, chosen.taken.len());
        }
        if dot(&chosen.residual, &chosen.residual) < 1e-20 * total {
            break;
        }
    }
    Some(chosen.surface(best.1, &terms, points, values, spreads, total))
}

/// Every product that the degrees allow.
fn candidates(spreads: &[Spread], degrees: Degrees) -> Vec<Term> {
    let mut terms = Vec::new();
    for (i, spread) in spreads.iter().enumerate() {
        for a in 1..=spread.functions(degrees.single) {
            terms.push(Term {
                factors: vec![(i, a)],
            });
        }
    }
    for (i, one) in spreads.iter().enumerate() {
        for (j, other) in spreads.iter().enumerate().skip(i + 1) {
            for a in 1..=one.functions(degrees.pair.saturating_sub(1)) {
                for b in 1..=other.functions(degrees.pair - a) {
                    terms.push(Term {
                        factors: vec![(i, a), (j, b)],
                    });
                }
            }
        }
    }
    terms
}

impl Term {
    /// Its value at a point.
    #[must_use]
    pub fn at(&self, spreads: &[Spread], point: &[f64]) -> f64 {
        let factor =
            |(input, which): &(usize, u32)| spreads[*input].function(*which, point[*input]);
        self.factors.iter().map(factor).product()
    }

    fn column(&self, spreads: &[Spread], points: &[Vec<f64>]) -> Vec<f64> {
        points.iter().map(|point| self.at(spreads, point)).collect()
    }

    fn has(&self, input: usize) -> bool {
        self.factors.iter().any(|(i, _)| *i == input)
    }
}

/// The columns taken so far, made orthonormal, and what they leave.
struct Chosen {
    taken: Vec<usize>,
    directions: Vec<Vec<f64>>,
    residual: Vec<f64>,
}

impl Chosen {
    fn new(constant: &[f64], values: &[f64]) -> Self {
        let mut residual = values.to_vec();
        remove(&mut residual, constant);
        Self {
            taken: Vec::new(),
            directions: vec![constant.to_vec()],
            residual,
        }
    }

    fn take(&mut self, next: usize, direction: Vec<f64>) {
        remove(&mut self.residual, &direction);
        self.taken.push(next);
        self.directions.push(direction);
    }

    /// The extended Bayesian criterion: lower is better.
    fn criterion(&self, among: usize) -> f64 {
        let n = to_f64(self.residual.len());
        let left = dot(&self.residual, &self.residual).max(1e-300);
        n * ln(left / n) + to_f64(self.taken.len()) * (ln(n) + 2.0 * ln(to_f64(among.max(1))))
    }

    /// The surface of the first `kept` terms.
    fn surface(
        &self,
        kept: usize,
        terms: &[Term],
        points: &[Vec<f64>],
        values: &[f64],
        spreads: &[Spread],
        total: f64,
    ) -> Surface {
        let directions = &self.directions[..=kept];
        let mut residual = values.to_vec();
        for direction in directions {
            remove(&mut residual, direction);
        }
        let n = values.len();
        // Residuals of the points left out, by how much each pulls the surface towards itself.
        let left_out: f64 = (0..n)
            .map(|i| {
                let pull: f64 = directions.iter().map(|d| d[i] * d[i]).sum();
                let error = residual[i] / (1.0 - pull).max(1e-9);
                error * error
            })
            .sum();
        // Coefficients of the terms themselves: the directions are combinations of them.
        let mut columns: Vec<Vec<f64>> = vec![vec![1.0; n]];
        columns.extend(
            self.taken[..kept]
                .iter()
                .map(|t| terms[*t].column(spreads, points)),
        );
        let mut target: Vec<f64> = directions.iter().map(|d| dot(d, values)).collect();
        for row in (0..=kept).rev() {
            target[row] /= dot(&directions[row], &columns[row]);
            for above in 0..row {
                target[above] -= dot(&directions[above], &columns[row]) * target[row];
            }
        }
        let freedom = to_f64(n - kept - 1).max(1.0);
        Surface {
            spreads: spreads.to_vec(),
            mean: target[0],
            terms: self.taken[..kept]
                .iter()
                .zip(&target[1..])
                .map(|(t, c)| (terms[*t].clone(), *c))
                .collect(),
            residual_variance: dot(&residual, &residual) / freedom,
            explained: 1.0 - left_out / total,
            points: n,
        }
    }
}

/// The column that explains most of the residual. Columns of which hardly anything is left are out.
fn strongest(columns: &[Vec<f64>], scale: &[f64], residual: &[f64]) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (i, column) in columns.iter().enumerate() {
        let length = dot(column, column);
        if length < 1e-8 * scale[i] || length <= 0.0 {
            continue;
        }
        let with = dot(column, residual);
        let gain = with * with / length;
        if best.is_none_or(|(known, _)| gain > known) {
            best = Some((gain, i));
        }
    }
    best.map(|(_, i)| i)
}

impl Surface {
    /// Its height at a point, each coordinate between 0 and 1.
    #[must_use]
    pub fn at(&self, point: &[f64]) -> f64 {
        let term = |(term, c): &(Term, f64)| c * term.at(&self.spreads, point);
        self.mean + self.terms.iter().map(term).sum::<f64>()
    }

    /// Variance of the surface over its inputs, what chance adds to the coefficients taken off.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.part(|_| true)
    }

    /// Variance that the input brings by itself.
    #[must_use]
    pub fn alone(&self, input: usize) -> f64 {
        self.part(|term| term.has(input) && term.factors.len() == 1)
    }

    /// Variance that the input has a hand in, by itself and together with others.
    #[must_use]
    pub fn in_all(&self, input: usize) -> f64 {
        self.part(|term| term.has(input))
    }

    fn part(&self, counts: impl Fn(&Term) -> bool) -> f64 {
        // A coefficient of an uncorrelated function is off by the residual variance over the points.
        let chance = self.residual_variance / to_f64(self.points);
        let square = |(_, c): &(Term, f64)| (c * c - chance).max(0.0);
        let parts = self.terms.iter().filter(|(t, _)| counts(t)).map(square);
        // The empty sum of floats is −0.
        parts.sum::<f64>() + 0.0
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Takes off `from` what of it lies along `direction`, which has length 1.
fn remove(from: &mut [f64], direction: &[f64]) {
    let along = dot(from, direction);
    for (v, d) in from.iter_mut().zip(direction) {
        *v -= along * d;
    }
}

fn normalised(column: &[f64]) -> Vec<f64> {
    let length = dot(column, column).sqrt();
    column.iter().map(|v| v / length).collect()
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
