//! Where nine in ten counts of calls lie, when days have a level of their own.

use crate::math::{exp, ln, pow};

/// Left out at each end.
const TAIL: f64 = 0.05;
/// The normal quantile of that.
const DEVIATIONS: f64 = 1.644_854;
/// From this mean on counts are taken for log-normal: the sum over single counts would be long, and
/// its first term no number any more.
const LARGE: f64 = 200.0;

/// From and to, both inside, and the share that lies there.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Range {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// Share inside: nine in ten, and a little more where counts are small.
    pub share: f64,
}

impl Range {
    /// For the calls of a half-hour of `mean` calls on a further day, where days' levels spread with
    /// this coefficient of variation and the mean itself was told by so many days: a negative binomial
    /// of variance (m + cv²·m²)(1 + 1/days).
    #[must_use]
    pub fn of_a_day(mean: f64, cv: f64, days: usize) -> Self {
        if mean <= 0.0 {
            return Self {
                share: 1.0,
                ..Self::default()
            };
        }
        #[allow(clippy::cast_precision_loss, reason = "days are few")]
        let told_by = 1.0 + 1.0 / days.max(1) as f64;
        let variance = (mean + cv * cv * mean * mean) * told_by;
        if mean < LARGE {
            of_counts(mean, variance)
        } else {
            log_normal(mean, variance)
        }
    }
}

/// Count by count: P(k+1)/P(k) = (k + r)/(k + 1) · m/(m + r), with r = m²/(v − m).
fn of_counts(mean: f64, variance: f64) -> Range {
    let size = mean * mean / (variance - mean);
    let ratio = mean / (mean + size);
    let mut chance = pow(size / (size + mean), size);
    let (mut count, mut below, mut up_to) = (0.0, 0.0, chance);
    while up_to < TAIL {
        below = up_to;
        chance *= (count + size) / (count + 1.0) * ratio;
        count += 1.0;
        up_to += chance;
    }
    let low = count;
    let cut = below;
    // A chance that is no more than rounding ends it where sums of rounded numbers would not.
    while up_to < 1.0 - TAIL && chance > f64::EPSILON * f64::EPSILON {
        chance *= (count + size) / (count + 1.0) * ratio;
        count += 1.0;
        up_to += chance;
    }
    Range {
        low,
        high: count,
        share: up_to - cut,
    }
}

fn log_normal(mean: f64, variance: f64) -> Range {
    let squared = ln(1.0 + variance / (mean * mean));
    let middle = ln(mean) - squared / 2.0;
    let reach = DEVIATIONS * squared.sqrt();
    Range {
        low: exp(middle - reach),
        high: exp(middle + reach),
        share: 1.0 - 2.0 * TAIL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    #[test]
    fn the_ends_cut_off_no_more_than_asked() {
        for (mean, variance) in [(0.4, 0.5), (3.0, 3.5), (40.0, 90.0), (180.0, 900.0)] {
            let found = of_counts(mean, variance);
            assert!((0.9..1.0).contains(&found.share), "{mean}: {found:?}");
            assert!(found.low <= mean && mean <= found.high, "{mean}: {found:?}");
        }
    }

    /// Poisson with mean 3: P(0) = 0.0498, so 0 is cut off; P(≤ 5) = 0.916, P(≤ 6) = 0.966.
    #[test]
    fn almost_poisson_is_the_table_of_poisson() {
        let found = of_counts(3.0, 3.0 + 1e-9);
        assert_eq!((found.low, found.high), (1.0, 6.0));
        assert!((found.share - 0.916_704).abs() < 1e-4, "{found:?}");
    }

    #[test]
    fn both_ways_agree_where_they_meet() {
        let variance = LARGE + 0.04 * LARGE * LARGE;
        let (counted, smooth) = (of_counts(LARGE, variance), log_normal(LARGE, variance));
        assert!((counted.low / smooth.low - 1.0).abs() < 0.05);
        assert!((counted.high / smooth.high - 1.0).abs() < 0.05);
    }

    /// Days with gamma levels would be exact; with the log-normal levels of the scenario the share is
    /// still that of the range, within four standard errors and a hundredth.
    #[test]
    fn as_many_counts_lie_inside_as_it_says() {
        let mut draws = Luck {
            seed: 5,
            replication: 0,
        }
        .stream(Stream::Queue, 0, 0);
        let (mean, cv, n) = (30.0, 0.2_f64, 20_000);
        let sigma = ln(1.0 + cv * cv).sqrt();
        let range = Range::of_a_day(mean, cv, 1_000_000);
        let mut inside = 0;
        for _ in 0..n {
            let level = exp(sigma * draws.normal() - sigma * sigma / 2.0);
            let (mut left, mut count) = (mean * level, 0.0);
            loop {
                left -= draws.exponential();
                if left < 0.0 {
                    break;
                }
                count += 1.0;
            }
            inside += u32::from((range.low..=range.high).contains(&count));
        }
        let share = f64::from(inside) / f64::from(n);
        let error = (0.09 / f64::from(n)).sqrt();
        assert!(
            (share - range.share).abs() < 0.01 + 4.0 * error,
            "{share} {range:?}"
        );
    }
}
