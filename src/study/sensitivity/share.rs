//! In how many plausible worlds a claim holds, when each world's margin is known only roughly.
//!
//! A world's margin is a mean over few years, so its sign may be luck's. Counting signs as they are
//! would push the share towards one half: noise makes margins look more spread than they are. So each
//! margin is first drawn towards the mean of all until the ensemble has the spread that the worlds have
//! without luck (Louis 1984), and then counted. The interval repeats all of that on worlds drawn again,
//! because how far to draw in is itself an estimate; it is never narrower than that of a plain count.

use crate::measure::summary::quantile;
use crate::rng::Draws;

/// What the worlds say of the claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Worlds looked at.
    pub worlds: usize,
    /// Worlds whose margin is above 0 by more than two standard errors of luck.
    pub holds: usize,
    /// Worlds whose margin is below 0 by more than that.
    pub fails: usize,
    /// Share in which it holds, luck taken off.
    pub share: f64,
    /// 95 % interval of the share over samples of worlds (Wilson 1927).
    pub interval: (f64, f64),
    /// Variance of the margins over worlds, luck taken off.
    pub variance: f64,
    /// Variance that luck brings to the mean of the years of one world.
    pub luck_variance: f64,
}

/// How often worlds are drawn again for the interval.
const AGAIN: usize = 400;

/// The share from the margins of each world's years, which are the same number in every world, at least
/// two; None without worlds.
#[must_use]
pub fn share(years: &[Vec<f64>], draws: &mut Draws) -> Option<Share> {
    let luck_variance = luck_variance(years)?;
    let margins: Vec<f64> = years.iter().map(|y| mean(y)).collect();
    let n = to_f64(margins.len());
    let error = 2.0 * luck_variance.sqrt();
    let above = |margins: &[f64], luck_variance: f64| {
        let drawn = drawn_in(margins, luck_variance);
        to_f64(drawn.iter().filter(|m| **m > 0.0).count())
    };
    let found = above(&margins, luck_variance);
    let mut again: Vec<f64> = (0..AGAIN)
        .map(|_| {
            let picked: Vec<usize> = margins.iter().map(|_| draws.below(margins.len())).collect();
            let luck = picked.iter().map(|w| own_variance(&years[*w])).sum::<f64>() / n;
            let margins: Vec<f64> = picked.iter().map(|w| margins[*w]).collect();
            above(&margins, luck) / n
        })
        .collect();
    crate::order::numbers(&mut again);
    let counted = wilson(found, n);
    Some(Share {
        worlds: margins.len(),
        holds: margins.iter().filter(|m| **m > error).count(),
        fails: margins.iter().filter(|m| **m < -error).count(),
        share: found / n,
        interval: (
            quantile(&again, 0.025).min(counted.0),
            quantile(&again, 0.975).max(counted.1),
        ),
        variance: (variance(&margins) - luck_variance).max(0.0),
        luck_variance,
    })
}

/// The margins drawn towards their mean so far that luck's variance is gone from their spread.
#[must_use]
pub fn drawn_in(margins: &[f64], luck_variance: f64) -> Vec<f64> {
    let mean = mean(margins);
    let seen = variance(margins);
    let factor = if seen > 0.0 {
        ((seen - luck_variance).max(0.0) / seen).sqrt()
    } else {
        1.0
    };
    margins.iter().map(|m| mean + factor * (m - mean)).collect()
}

/// Variance of luck in the mean of a world's years: from how far apart years of the same world are, over
/// the worlds that have at least two. None where no world has.
#[must_use]
pub fn luck_variance(years: &[Vec<f64>]) -> Option<f64> {
    let own: Vec<f64> = years
        .iter()
        .filter(|y| y.len() > 1)
        .map(|y| own_variance(y))
        .collect();
    (!own.is_empty()).then(|| mean(&own))
}

/// Variance of the mean of these years, from themselves alone.
fn own_variance(years: &[f64]) -> f64 {
    variance(years) / to_f64(years.len())
}

/// Wilson's 95 % interval of a share of `n`.
#[must_use]
pub fn wilson(part: f64, n: f64) -> (f64, f64) {
    const Z: f64 = 1.959_963_985;
    let p = part / n;
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / to_f64(values.len().max(1))
}

pub(super) fn variance(values: &[f64]) -> f64 {
    let about = mean(values);
    let squares: f64 = values.iter().map(|v| (v - about) * (v - about)).sum();
    squares / to_f64(values.len().max(2) - 1)
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::normal_cdf;
    use crate::rng::{Luck, Stream};

    /// Worlds normal around 0.6 with deviation 1, two years each with luck of deviation 1.5: the share is
    /// the normal distribution's, the interval holds it in 95 of 100 samples, and counting signs as they
    /// are is off.
    #[test]
    fn the_share_of_a_known_ensemble_is_found() {
        let truth = normal_cdf(0.6);
        let (repeats, worlds) = (400, 200);
        let (mut inside, mut shares, mut signs) = (0.0, Vec::new(), Vec::new());
        for replication in 0..repeats {
            let luck = Luck {
                seed: 3,
                replication,
            };
            let mut draws = luck.stream(Stream::Worlds, 0, 0);
            let years: Vec<Vec<f64>> = (0..worlds)
                .map(|_| {
                    let world = 0.6 + draws.normal();
                    (0..2).map(|_| world + 1.5 * draws.normal()).collect()
                })
                .collect();
            let margins: Vec<f64> = years.iter().map(|y| mean(y)).collect();
            let found = share(&years, &mut draws).expect("worlds");
            inside += f64::from(u8::from(
                found.interval.0 <= truth && truth <= found.interval.1,
            ));
            shares.push(found.share);
            signs.push(mean(
                &margins
                    .iter()
                    .map(|m| f64::from(u8::from(*m > 0.0)))
                    .collect::<Vec<_>>(),
            ));
        }
        let error = (variance(&shares) / f64::from(repeats)).sqrt();
        assert!(
            (mean(&shares) - truth).abs() < 4.0 * error,
            "{} {truth}",
            mean(&shares)
        );
        assert!(
            (mean(&signs) - truth).abs() > 10.0 * error,
            "{}",
            mean(&signs)
        );
        // Binomial standard error of 95 % in 400 repeats: 1.1 %. Four of them are passed by chance once in
        // 10,000.
        let coverage = inside / f64::from(repeats);
        assert!((0.905..=0.995).contains(&coverage), "{coverage}");
    }

    #[test]
    fn counts_and_intervals_of_small_cases() {
        let years: Vec<Vec<f64>> = [1.0, 1.0, 1.0, -3.0, 0.1]
            .iter()
            .map(|m| vec![m - 0.1, m + 0.1])
            .collect();
        let mut draws = Luck {
            seed: 1,
            replication: 0,
        }
        .stream(Stream::Again, 0, 0);
        let found = share(&years, &mut draws).expect("worlds");
        assert_eq!((found.holds, found.fails, found.worlds), (3, 1, 5));
        // Two years 0.2 apart: variance 0.02, of their mean 0.01.
        assert!((found.luck_variance - 0.01).abs() < 1e-12);
        assert!(share(&[], &mut draws).is_none() && luck_variance(&[vec![1.0]]).is_none());
        let (low, high) = wilson(0.0, 10.0);
        assert!(low == 0.0 && (0.27..0.29).contains(&high), "{high}");
    }
}
