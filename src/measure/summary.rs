//! Over replications: means with their intervals, quantiles, bands, paired differences.

use super::metric::METRICS;
use super::outcome::Outcome;
use super::weekly::WEEKLY;
use serde::Serialize;

/// What many replications say of one number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Mean.
    pub mean: f64,
    /// 95 % confidence interval of the mean (Student's t).
    pub ci95: (f64, f64),
    /// 5 % quantile of the replications.
    pub p05: f64,
    /// Median.
    pub p50: f64,
    /// 95 % quantile.
    pub p95: f64,
    /// Replications in which the number was defined.
    #[serde(skip)]
    pub count: usize,
}

impl Summary {
    /// Of these values; None when there are none.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        let n = to_f64(values.len());
        let mean = values.iter().sum::<f64>() / n;
        let half = variance(values).map_or(0.0, |variance| {
            student_t_975(values.len() - 1) * (variance / n).sqrt()
        });
        let mut sorted = values.to_vec();
        crate::order::numbers(&mut sorted);
        Some(Self {
            mean,
            ci95: (mean - half, mean + half),
            p05: quantile(&sorted, 0.05),
            p50: quantile(&sorted, 0.5),
            p95: quantile(&sorted, 0.95),
            count: values.len(),
        })
    }

    /// The interval of the mean without what no mean of values within `range` can be: Student's t knows
    /// nothing of ends, and with few values reaches far beyond them. None for a single value, of which
    /// nothing is known.
    #[must_use]
    pub fn interval(&self, (low, high): (f64, f64)) -> Option<(f64, f64)> {
        // Whatever the range is said to be, the mean itself stays inside.
        let (from, to) = (
            self.ci95.0.max(low.min(self.mean)),
            self.ci95.1.min(high.max(self.mean)),
        );
        (self.count > 1).then_some((from, to))
    }

    /// Standard error of the mean; 0 for a single value, of which nothing is known.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        if self.count < 2 {
            0.0
        } else {
            (self.ci95.1 - self.mean) / student_t_975(self.count - 1)
        }
    }
}

/// Variance of a sample (divided by n − 1); None below two values.
#[must_use]
pub fn variance(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let n = to_f64(values.len());
    let mean = values.iter().sum::<f64>() / n;
    Some(values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0))
}

/// The values of metric number `metric` where they are defined.
#[must_use]
pub fn values(outcomes: &[Outcome], metric: usize) -> Vec<f64> {
    outcomes.iter().filter_map(|o| o.metrics[metric]).collect()
}

/// A summary for each metric of the contract, in their order.
#[must_use]
pub fn metrics(outcomes: &[Outcome]) -> Vec<Option<Summary>> {
    (0..METRICS.len())
        .map(|metric| Summary::of(&values(outcomes, metric)))
        .collect()
}

/// Differences `of − against`, replication by replication under the same luck.
#[must_use]
pub fn paired(of: &[Outcome], against: &[Outcome], metric: usize) -> Vec<f64> {
    of.iter()
        .zip(against)
        .filter_map(|(a, b)| Some(a.metrics[metric]? - b.metrics[metric]?))
        .collect()
}

/// Quantiles of a course at one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// 5, 25, 50, 75 and 95 % quantiles.
    pub quantiles: [f64; 5],
}

/// The bands of course number `weekly`, week by week.
#[must_use]
pub fn bands(outcomes: &[Outcome], weekly: usize) -> Vec<Band> {
    debug_assert!(weekly < WEEKLY.len());
    let weeks = outcomes.iter().map(|o| o.weekly[weekly].len()).min();
    (0..weeks.unwrap_or(0))
        .map(|week| {
            let mut values: Vec<f64> = outcomes.iter().map(|o| o.weekly[weekly][week]).collect();
            crate::order::numbers(&mut values);
            Band {
                quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(|q| quantile(&values, q)),
            }
        })
        .collect()
}

/// Linear interpolation between order statistics (Hyndman & Fan's type 7); `sorted` is not empty.
#[must_use]
pub fn quantile(sorted: &[f64], q: f64) -> f64 {
    let position = q * to_f64(sorted.len() - 1);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let share = position - to_f64(below);
    sorted[below] + share * (sorted[above] - sorted[below])
}

/// 97.5 % quantile of Student's t: exact values up to ten degrees of freedom, then the expansion.
#[must_use]
pub fn student_t_975(degrees: usize) -> f64 {
    const SMALL: [f64; 10] = [
        12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004,
        2.262_157, 2.228_139,
    ];
    if let Some(t) = degrees.checked_sub(1).and_then(|i| SMALL.get(i)) {
        return *t;
    }
    student_t(1.959_963_985, degrees)
}

/// Quantile of Student's t at the probability of the normal quantile `z`, by the expansion of Abramowitz &
/// Stegun 26.7.5; good to two per cent from seven degrees of freedom on.
#[must_use]
pub fn student_t(z: f64, degrees: usize) -> f64 {
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z);
    let n = to_f64(degrees);
    z + (z3 + z) / (4.0 * n)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n)
}

/// Quantile of the normal distribution by Wichura's AS 241 (PPND7), good to seven digits; `p` between 0
/// and 1.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        let above =
            ((59.109_374_72 * r + 159.291_132_02) * r + 50.434_271_938) * r + 3.387_132_717_9;
        let below = ((67.187_563_600 * r + 78.757_757_664) * r + 17.895_169_469) * r + 1.0;
        return q * above / below;
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-crate::math::ln(tail)).sqrt();
    let z = if r <= 5.0 {
        let r = r - 1.6;
        (((0.170_238_210_3 * r + 1.306_728_481_6) * r + 2.756_815_390_0) * r + 1.423_437_277_7)
            / ((0.120_211_329_75 * r + 0.737_001_642_5) * r + 1.0)
    } else {
        let r = r - 5.0;
        (((0.017_337_203_997 * r + 0.428_682_948_37) * r + 3.081_226_386_0) * r + 6.657_905_115_0)
            / ((0.012_258_202_635 * r + 0.241_978_942_48) * r + 1.0)
    };
    if q < 0.0 { -z } else { z }
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate() {
        let sorted = [1.0, 2.0, 3.0, 4.0];
        assert!((quantile(&sorted, 0.5) - 2.5).abs() < 1e-12);
        assert!((quantile(&sorted, 1.0) - 4.0).abs() < 1e-12);
        assert!((quantile(&[7.0], 0.05) - 7.0).abs() < 1e-12);
    }

    #[test]
    fn normal_quantiles_match_the_tables_and_the_distribution() {
        for (p, expected) in [
            (0.5, 0.0),
            (0.975, 1.959_964),
            (0.05, -1.644_854),
            (0.999, 3.090_232),
        ] {
            let z = normal_quantile(p);
            assert!((z - expected).abs() < 1e-5, "{p}: {z}");
        }
        // Far out, where another formula begins, the table is that of the inverse in double precision.
        for (p, expected) in [
            (1e-6, -4.753_424_309),
            (1e-12, -7.034_483_825),
            (1e-20, -9.262_340_090),
        ] {
            let z = normal_quantile(p);
            assert!((z - expected).abs() < 1e-6 * z.abs(), "{p}: {z}");
        }
        for p in [1e-12, 1e-6, 0.01, 0.3, 0.9, 0.9999] {
            let back = crate::math::normal_cdf(normal_quantile(p));
            assert!((back - p).abs() < 1e-6 * p.max(1e-3), "{p}: {back}");
        }
    }

    #[test]
    fn an_interval_keeps_to_what_a_mean_can_be() {
        let two = Summary::of(&[0.29, 0.41]).expect("values");
        assert!(two.ci95.0 < 0.0 && two.ci95.1 > 1.0);
        assert_eq!(two.interval((0.0, 1.0)), Some((0.0, 1.0)));
        assert_eq!(two.interval((0.0, f64::INFINITY)), Some((0.0, two.ci95.1)));
        // One year has no width, and is not known for certain.
        let one = Summary::of(&[0.29]).expect("a value");
        assert_eq!(one.interval((0.0, 1.0)), None);
        let below = Summary::of(&[-0.3, -0.3]).expect("values");
        assert_eq!(below.interval((0.0, 1.0)), Some((-0.3, -0.3)));
    }

    #[test]
    fn student_matches_the_tables() {
        for (degrees, expected) in [(1, 12.706), (10, 2.2281), (29, 2.0452), (63, 1.9983)] {
            let t = student_t_975(degrees);
            assert!((t - expected).abs() < 6e-4 * expected, "{degrees}: {t}");
        }
        // The expansion's next term is what it leaves out, and a little more.
        for (z, degrees, expected) in [
            (1.959_963_984_540, 29, 2.045_229_642_133),
            (1.959_963_984_540, 200, 1.971_896_223_634),
            (2.575_829_303_549, 29, 2.756_385_903_671),
            (2.575_829_303_549, 200, 2.600_634_436_191),
        ] {
            let t = student_t(z, degrees);
            let (q, n) = (z * z, to_f64(degrees));
            let next = z * ((((79.0 * q + 776.0) * q + 1482.0) * q - 1920.0) * q - 945.0);
            let next = next / (92_160.0 * n * n * n * n);
            assert!((t - expected).abs() < 1.2 * next, "{degrees}: {t}");
        }
    }
}
