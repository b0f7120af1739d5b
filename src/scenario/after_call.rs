//! How long after-call work takes: log-normal, in steps of equal chance.

use crate::math::{log_sd, normal_cdf};
use std::sync::LazyLock;

/// Steps: a call's luck picks one of them, all equally likely.
pub const STEPS: usize = 256;

/// After-call work in seconds of each step: the mean of its part of a log-normal law with this mean and
/// coefficient of variation. The steps' mean is the law's; their spread is a little less, as within a step
/// all are alike.
#[must_use]
pub fn steps(mean: f64, cv: f64) -> [f64; STEPS] {
    let sigma = log_sd(cv);
    if sigma <= 0.0 {
        return [mean; STEPS];
    }
    let mut below = 0.0;
    std::array::from_fn(|step| {
        // What of the mean comes from below the step's upper end; the last has none.
        let up_to = ENDS.get(step).map_or(1.0, |z| normal_cdf(z - sigma));
        let part = up_to - below;
        below = up_to;
        #[allow(clippy::cast_precision_loss)]
        let steps = STEPS as f64;
        mean * part * steps
    })
}

/// Where the steps end on the standard normal's scale, whatever the law: found once, as every change of a
/// lever makes a plan.
static ENDS: LazyLock<[f64; STEPS - 1]> = LazyLock::new(|| {
    #[allow(clippy::cast_precision_loss)]
    std::array::from_fn(|step| quantile((step + 1) as f64 / STEPS as f64))
});

/// Where the standard normal distribution has `p` below it, for `p` from 1/256 to 255/256, to the last
/// digits, so that the steps' means are those of their parts.
fn quantile(p: f64) -> f64 {
    let (mut low, mut high) = (-3.0, 3.0);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if normal_cdf(middle) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_have_the_mean_and_nearly_the_spread_of_the_law() {
        // How much of the spread 256 steps hold; the rest is within them.
        for (cv, held) in [(0.3, 0.995), (0.7, 0.98), (1.0, 0.95), (2.0, 0.8)] {
            let steps = steps(35.0, cv);
            let n = 256.0;
            let mean = steps.iter().sum::<f64>() / n;
            assert!((mean / 35.0 - 1.0).abs() < 1e-12, "{mean}");
            assert!(steps.windows(2).all(|pair| pair[0] < pair[1]));
            let squares = steps.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>();
            let found = (squares / n).sqrt() / mean;
            assert!(found < cv && found > held * cv, "{cv}: {found}");
            // The median of the law is the mean by the root of 1 + cv².
            let middle = f64::midpoint(steps[127], steps[128]) / 35.0;
            assert!(
                (middle * (1.0 + cv * cv).sqrt() - 1.0).abs() < 1e-3,
                "{middle}"
            );
        }
        assert_eq!(steps(35.0, 0.0), [35.0; STEPS]);
    }
}
