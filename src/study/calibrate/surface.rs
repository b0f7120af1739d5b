//! A response surface: moments as planes over a box of constants, and the point where they fit best.
//!
//! Constants are counted in halves of their plausible range from its middle, so that −1 and 1 are its ends.

use crate::study::own::algebra::{covariance, fit};

/// Half of the ranges: over less of them the planes would follow the luck of the years, not the constants.
const NARROWEST: f64 = 0.5;

/// A part of the whole range: the same share of every constant's about a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Its middle.
    pub middle: Vec<f64>,
    /// Half of its width.
    pub half: f64,
}

impl Cut {
    /// The whole range of so many constants.
    #[must_use]
    pub fn whole(constants: usize) -> Self {
        Self {
            middle: vec![0.0; constants],
            half: 1.0,
        }
    }

    /// Half as wide about this point, at least [`NARROWEST`], and inside the whole range.
    #[must_use]
    pub fn about(&self, point: &[f64]) -> Self {
        let half = (self.half / 2.0).max(NARROWEST);
        Self {
            middle: point
                .iter()
                .map(|at| at.clamp(half - 1.0, 1.0 - half))
                .collect(),
            half,
        }
    }

    /// The point at these shares of its width, 0 to 1.
    #[must_use]
    pub fn point(&self, shares: &[f64]) -> Vec<f64> {
        let inside = shares.iter().map(|share| (2.0 * share - 1.0) * self.half);
        self.middle
            .iter()
            .zip(inside)
            .map(|(middle, by)| middle + by)
            .collect()
    }

    fn row(&self, point: &[f64]) -> Vec<f64> {
        let from_middle = point.iter().zip(&self.middle);
        let scaled = from_middle.map(|(at, middle)| (at - middle) / self.half);
        std::iter::once(1.0).chain(scaled).collect()
    }
}

/// Planes over a cut: what each moment is off its centre, in halves of its band.
#[derive(Clone, Debug, PartialEq)]
pub struct Surface {
    cut: Cut,
    /// By moment: in the cut's middle, then what each constant adds at the cut's end.
    planes: Vec<Vec<f64>>,
}

impl Surface {
    /// By least squares from what was found at points; a moment that is not defined at a point is fitted
    /// without it.
    #[must_use]
    pub fn of(cut: Cut, points: &[Vec<f64>], found: &[Vec<Option<f64>>]) -> Self {
        let rows: Vec<Vec<f64>> = points.iter().map(|point| cut.row(point)).collect();
        let moments = found.first().map_or(0, Vec::len);
        let plane = |moment: usize| {
            let values = found.iter().map(|of_point| of_point[moment]);
            let targets: Vec<Vec<f64>> = values.clone().map(|v| vec![v.unwrap_or(0.0)]).collect();
            let weights: Vec<f64> = values.map(|v| f64::from(u8::from(v.is_some()))).collect();
            fit(&rows, &targets, &weights, 0.0).remove(0)
        };
        let planes = (0..moments).map(plane).collect();
        Self { cut, planes }
    }

    /// What a half of its range's width of each constant moves each moment, in halves of bands.
    #[must_use]
    pub fn slopes(&self) -> Vec<Vec<f64>> {
        let slope = |by: &f64| by / self.cut.half;
        self.planes
            .iter()
            .map(|plane| plane[1..].iter().map(slope).collect())
            .collect()
    }

    /// The point of the cut with the smallest sum of squares of what the moments are off and of what the
    /// constants are off the middle of their ranges: with bands and ranges that are equally many standard
    /// deviations wide it is the most plausible one.
    #[must_use]
    pub fn best(&self) -> Vec<f64> {
        let slopes = self.slopes();
        let mut at = self.cut.middle.clone();
        let mut off: Vec<f64> = self.planes.iter().map(|plane| plane[0]).collect();
        // One constant after the other: the sum is a bowl, so this ends at its lowest point in the cut.
        for _ in 0..SWEEPS {
            for i in 0..at.len() {
                let (mut down, mut steep) = (at[i], 1.0);
                for (off, slope) in off.iter().zip(&slopes) {
                    down += slope[i] * off;
                    steep += slope[i] * slope[i];
                }
                let (low, high) = (
                    self.cut.middle[i] - self.cut.half,
                    self.cut.middle[i] + self.cut.half,
                );
                let next = (at[i] - down / steep).clamp(low, high);
                for (off, slope) in off.iter_mut().zip(&slopes) {
                    *off += slope[i] * (next - at[i]);
                }
                at[i] = next;
            }
        }
        at
    }

    /// What is left of each constant's variance once the moments have spoken, 0–1, and the correlation with
    /// the constant that it is most mixed up with.
    #[must_use]
    pub fn left(&self) -> Vec<Left> {
        let rows: Vec<Vec<f64>> = self
            .slopes()
            .into_iter()
            .map(|slopes| std::iter::once(0.0).chain(slopes).collect())
            .collect();
        let all = covariance(&rows, 1.0);
        (1..all.len())
            .map(|i| {
                let mixed = (1..all.len())
                    .filter(|j| *j != i)
                    .map(|j| (j - 1, all[i][j] / (all[i][i] * all[j][j]).sqrt()));
                let most = mixed.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
                Left {
                    share: all[i][i],
                    with: most,
                }
            })
            .collect()
    }
}

/// What the moments leave open about a constant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Left {
    /// Share of the range's variance that is left, 0–1.
    pub share: f64,
    /// The constant that it is most mixed up with, and their correlation.
    pub with: Option<(usize, f64)>,
}

/// Enough for constants that are hard to tell apart.
const SWEEPS: u32 = 500;
