//! The only transcendental functions in the project.
//!
//! The standard library's `exp`, `ln` and friends differ in their last bits between platforms;
//! `libm` is plain Rust and gives the same bits everywhere. Clippy forbids the others.

/// e raised to `x`.
#[inline]
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm of `x`.
#[inline]
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` raised to the power `y`.
#[inline]
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The logistic function: from a log-odds to a probability.
#[inline]
#[must_use]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The log-odds of a probability strictly between 0 and 1.
#[must_use]
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// Standard deviation on the log scale of a log-normal with coefficient of variation `cv`.
#[must_use]
pub fn log_sd(cv: f64) -> f64 {
    ln(1.0 + cv * cv).sqrt()
}

/// Probability that a standard normal variate is at most `x`.
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / core::f64::consts::SQRT_2)
}

/// The angle whose tangent is `x`.
#[must_use]
pub fn atan(x: f64) -> f64 {
    libm::atan(x)
}

/// `x` held inside 0 and 1.
#[inline]
#[must_use]
pub fn unit(x: f64) -> f64 {
    x.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logit_undoes_logistic() {
        for x in [-6.0, -0.3, 0.0, 2.5] {
            assert!((logit(logistic(x)) - x).abs() < 1e-12);
        }
    }

    #[test]
    fn the_normal_distribution_is_the_tables() {
        for (x, expected) in [(0.0, 0.5), (1.959_964, 0.975), (-1.0, 0.158_655_3)] {
            assert!((normal_cdf(x) - expected).abs() < 1e-7, "{x}");
        }
    }

    #[test]
    fn log_sd_gives_the_asked_cv() {
        let s = log_sd(0.8);
        assert!(((exp(s * s) - 1.0).sqrt() - 0.8).abs() < 1e-12);
    }
}
