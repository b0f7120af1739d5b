//! In how many plausible worlds a claim holds, when each world's margin is known only roughly.
//!
//! A world's margin is a mean over few years, so its sign may be luck's. Counting signs as they are
//! would push the share towards one half: noise makes margins look more spread than they are. So each
//! margin is first drawn towards the mean of all until the ensemble has the spread that the worlds have
//! without luck (Louis 1984), and then counted.

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

/// The share from each world's mean margin and the variance that luck has in such a mean; None without
/// worlds.
#[must_use]
pub fn share(margins: &[f64], luck_variance: f64) -> Option<Share> {
    if margins.is_empty() {
        return None;
    }
    let n = to_f64(margins.len());
    let error = 2.0 * luck_variance.sqrt();
    let drawn = drawn_in(margins, luck_variance);
    let above = to_f64(drawn.iter().filter(|m| **m > 0.0).count());
    Some(Share {
        worlds: margins.len(),
        holds: margins.iter().filter(|m| **m > error).count(),
        fails: margins.iter().filter(|m| **m < -error).count(),
        share: above / n,
        interval: wilson(above, n),
        variance: (variance(margins) - luck_variance).max(0.0),
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

/// Variance of luck in the mean of a world's years, pooled over worlds: from how far apart years of the
/// same world are. None where no world has two.
#[must_use]
pub fn luck_variance(years: &[Vec<f64>]) -> Option<f64> {
    let (mut squares, mut freedom, mut worlds, mut inverse) = (0.0, 0.0, 0.0, 0.0);
    for world in years.iter().filter(|y| !y.is_empty()) {
        let about = mean(world);
        squares += world.iter().map(|v| (v - about) * (v - about)).sum::<f64>();
        freedom += to_f64(world.len() - 1);
        worlds += 1.0;
        inverse += 1.0 / to_f64(world.len());
    }
    (freedom > 0.0).then(|| squares / freedom * inverse / worlds)
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
            let noise = luck_variance(&years).expect("two years each");
            let found = share(&margins, noise).expect("worlds");
            inside += f64::from(u8::from(found.interval.0 <= truth && truth <= found.interval.1));
            shares.push(found.share);
            signs.push(mean(
                &margins.iter().map(|m| f64::from(u8::from(*m > 0.0))).collect::<Vec<_>>(),
            ));
        }
        let error = (variance(&shares) / f64::from(repeats)).sqrt();
        assert!((mean(&shares) - truth).abs() < 4.0 * error, "{} {truth}", mean(&shares));
        assert!((mean(&signs) - truth).abs() > 10.0 * error, "{}", mean(&signs));
        // Binomial standard error of 95 % in 400 repeats: 1.1 %.
        let coverage = inside / f64::from(repeats);
        assert!((0.93..=0.99).contains(&coverage), "{coverage}");
    }

    #[test]
    fn counts_and_intervals_of_small_cases() {
        let found = share(&[1.0, 1.0, 1.0, -3.0, 0.1], 0.01).expect("worlds");
        assert_eq!((found.holds, found.fails, found.worlds), (3, 1, 5));
        let (low, high) = wilson(0.0, 10.0);
        assert!(low == 0.0 && (0.27..0.29).contains(&high), "{high}");
        assert!(share(&[], 0.0).is_none() && luck_variance(&[vec![1.0]]).is_none());
    }
}
