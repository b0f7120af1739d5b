//! Many replications of several arms under the same luck, and estimates with standard errors from them.

use super::row::{PAIRS, RATIOS, Row};
use crate::measure::metric;
use crate::measure::summary::student_t_975;
use crate::measure::weekly::WEEKLY;
use crate::study::fit::jackknife;

/// The rows of some arms: all of them, all but one replication, or one alone.
pub struct Sample<'a> {
    arms: &'a [&'a [Row]],
    taken: Taken,
}

#[derive(Clone, Copy)]
enum Taken {
    All,
    Without(usize),
    Only(usize),
}

/// A number read off a sample.
pub type Statistic = fn(&Sample) -> Option<f64>;

/// A number with what is known about its luck.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Its standard error over replications.
    pub error: f64,
    /// Half of the 95 % interval.
    pub half: f64,
    /// Standard deviation of the number from one replication alone, where that gives one: what a single
    /// experiment of this size would scatter by.
    pub single: Option<f64>,
    /// Replications.
    pub replications: usize,
}

impl Estimate {
    /// The 95 % interval.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        (self.value - self.half, self.value + self.half)
    }
}

/// Reads `statistic` off the rows of `arms`, replication by replication under the same luck. None when
/// it is not defined, or there are fewer than five replications.
#[must_use]
pub fn estimate(arms: &[&[Row]], statistic: Statistic) -> Option<Estimate> {
    estimate_by(arms, &statistic)
}

/// The number alone, from any number of replications.
#[must_use]
pub fn value(arms: &[&[Row]], statistic: Statistic) -> Option<f64> {
    let taken = Taken::All;
    statistic(&Sample { arms, taken })
}

/// The same with a statistic that holds something of its own.
#[must_use]
pub fn estimate_by(
    arms: &[&[Row]],
    statistic: &dyn Fn(&Sample) -> Option<f64>,
) -> Option<Estimate> {
    let replications = arms.iter().map(|rows| rows.len()).min()?;
    let cut: Vec<&[Row]> = arms.iter().map(|rows| &rows[..replications]).collect();
    let read = |taken| statistic(&Sample { arms: &cut, taken });
    let value = read(Taken::All)?;
    let error = jackknife::error((0..replications).map(|r| read(Taken::Without(r))))?;
    let singles: Vec<f64> = (0..replications)
        .filter_map(|r| read(Taken::Only(r)))
        .collect();
    Some(Estimate {
        value,
        error,
        half: student_t_975(replications - 1) * error,
        single: (singles.len() == replications).then(|| spread(&singles)),
        replications,
    })
}

#[allow(clippy::cast_precision_loss)]
fn spread(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (squares / (n - 1.0)).sqrt()
}

impl Sample<'_> {
    fn rows(&self, arm: usize) -> impl Iterator<Item = &Row> {
        let taken = self.taken;
        let rows = self.arms.get(arm).copied().unwrap_or_default();
        rows.iter().enumerate().filter_map(move |(r, row)| {
            let counts = match taken {
                Taken::All => true,
                Taken::Without(left_out) => r != left_out,
                Taken::Only(one) => r == one,
            };
            counts.then_some(row)
        })
    }

    /// The same arms with all replications.
    #[must_use]
    pub fn whole(&self) -> Sample<'_> {
        Sample {
            arms: self.arms,
            taken: Taken::All,
        }
    }

    /// How many arms there are.
    #[must_use]
    pub fn arms(&self) -> usize {
        self.arms.len()
    }

    /// Mean over replications of a metric of the contract.
    #[must_use]
    pub fn metric(&self, arm: usize, id: &str) -> Option<f64> {
        let at = metric::position(id)?;
        mean(self.rows(arm).filter_map(|row| row.metrics[at]))
    }

    /// Mean of a weekly course over replications and the weeks `from..to`.
    #[must_use]
    pub fn weeks(&self, arm: usize, id: &str, from: usize, to: usize) -> Option<f64> {
        let at = WEEKLY.iter().position(|w| w.id == id)?;
        mean(self.rows(arm).filter_map(|row| {
            let course = row.weekly[at].get(from..to)?;
            mean(course.iter().copied())
        }))
    }

    /// One of [`RATIOS`], pooled over replications.
    #[must_use]
    pub fn ratio(&self, arm: usize, id: &str) -> Option<f64> {
        let at = RATIOS.iter().position(|r| r.id == id)?;
        let [part, whole] = self.rows(arm).fold([0.0, 0.0], |sum, row| {
            [sum[0] + row.ratios[at][0], sum[1] + row.ratios[at][1]]
        });
        (whole > 0.0).then(|| part / whole)
    }

    fn pair(&self, arm: usize, id: &str) -> Option<Moments> {
        let at = PAIRS.iter().position(|p| p.id == id)?;
        let mut sums = [0.0; 6];
        for row in self.rows(arm) {
            for (sum, more) in sums.iter_mut().zip(row.pairs[at]) {
                *sum += more;
            }
        }
        Moments::of(sums)
    }

    /// Correlation of one of [`PAIRS`].
    #[must_use]
    pub fn correlation(&self, arm: usize, id: &str) -> Option<f64> {
        let m = self.pair(arm, id)?;
        (m.xx > 0.0 && m.yy > 0.0).then(|| m.xy / (m.xx * m.yy).sqrt())
    }

    /// Slope of the second on the first of one of [`PAIRS`].
    #[must_use]
    pub fn slope(&self, arm: usize, id: &str) -> Option<f64> {
        let m = self.pair(arm, id)?;
        (m.xx > 0.0).then(|| m.xy / m.xx)
    }

    /// Mean and standard deviation of the second of one of [`PAIRS`].
    #[must_use]
    pub fn spread_of_second(&self, arm: usize, id: &str) -> Option<(f64, f64)> {
        let m = self.pair(arm, id)?;
        Some((m.y, m.yy.max(0.0).sqrt()))
    }

    /// Mean and standard deviation of the first of one of [`PAIRS`].
    #[must_use]
    pub fn spread(&self, arm: usize, id: &str) -> Option<(f64, f64)> {
        let m = self.pair(arm, id)?;
        Some((m.x, m.xx.max(0.0).sqrt()))
    }
}

/// Means, variances and covariance.
struct Moments {
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Moments {
    fn of([n, x, y, xx, yy, xy]: [f64; 6]) -> Option<Self> {
        (n > 2.0).then(|| Self {
            x: x / n,
            y: y / n,
            xx: xx / n - x / n * (x / n),
            yy: yy / n - y / n * (y / n),
            xy: xy / n - x / n * (y / n),
        })
    }
}

/// Mean; None of nothing.
#[allow(clippy::cast_precision_loss)]
fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0_u32), |(sum, n), v| (sum + v, n + 1));
    (n > 0).then(|| sum / f64::from(n))
}
