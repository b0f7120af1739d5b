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

/// `x` held inside `low` and `high`, which must be in this order. The standard library's own would bring
/// what prints its complaint about limits in another order, some twenty kilobytes, into the engine.
#[inline]
#[must_use]
pub fn within(x: f64, low: f64, high: f64) -> f64 {
    if x < low {
        low
    } else if x > high {
        high
    } else {
        x
    }
}

/// e raised to `shift + scale · z` for many z of a standard normal: a table at steps of 1/64 from
/// [`exp`], and between its entries the exponential series, which at so small a distance needs no more
/// than eight terms. Plain sums and products, hence the same bits everywhere.
#[derive(Clone, Debug)]
pub struct ExpLine {
    scale: f64,
    shift: f64,
    table: Box<[f64; PLACES]>,
}

/// Steps of the table for each 1 of z.
const STEPS: f64 = 64.0;
/// The table reaches this far to both sides; a normal variate is beyond it once in 10¹⁵ draws.
const REACH: f64 = 8.0;
/// Entries from one end to the other.
const ENTRIES: u32 = 1025;
/// Room for them, a power of two, so that a place is made sure of by its last bits alone.
const PLACES: usize = 2048;
/// Added to a number below 2⁵¹ it leaves no room for a fraction: what remains is a whole number, and the
/// last bits are that number.
const WHOLE: f64 = 6_755_399_441_055_744.0;

impl ExpLine {
    /// The table; `scale` from 0 to 3, beyond which eight terms would not do.
    #[must_use]
    pub fn new(scale: f64, shift: f64) -> Self {
        debug_assert!((0.0..=3.0).contains(&scale), "{scale}");
        let mut table = Box::new([0.0; PLACES]);
        for (place, entry) in (0..ENTRIES).zip(table.iter_mut()) {
            *entry = exp(shift + scale * (f64::from(place) / STEPS - REACH));
        }
        Self {
            scale,
            shift,
            table,
        }
    }

    /// e raised to `shift + scale · z`.
    #[inline]
    #[must_use]
    pub fn at(&self, z: f64) -> f64 {
        self.each([z])[0]
    }

    /// The same for several z at once, each as if alone: without a branch between them, so that the
    /// processor takes them side by side.
    #[inline]
    #[must_use]
    pub fn each<const N: usize>(&self, z: [f64; N]) -> [f64; N] {
        let steps = z.map(|z| (z + REACH) * STEPS + 0.5);
        if z.iter().any(|z| *z <= -REACH) || steps.iter().any(|t| *t >= f64::from(ENTRIES)) {
            return z.map(|z| self.beside(z));
        }
        // The whole number below, without a conversion: the nearest, less one where that is above.
        let places = steps.map(|t| {
            let nearest = (t + WHOLE) - WHOLE;
            nearest - if nearest > t { 1.0 } else { 0.0 }
        });
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the last bits are what is meant"
        )]
        let entries = places.map(|p| self.table[(p + WHOLE).to_bits() as usize % PLACES]);
        let mut found = [0.0; N];
        for i in 0..N {
            let x = self.scale * (z[i] + REACH - places[i] / STEPS);
            let square = x * x;
            let first = (1.0 + x) + square * (0.5 + x * (1.0 / 6.0));
            let second =
                (1.0 / 24.0 + x * (1.0 / 120.0)) + square * (1.0 / 720.0 + x * (1.0 / 5040.0));
            found[i] = entries[i] * (first + square * square * second);
        }
        found
    }

    /// Where at least one of several is beyond the table.
    #[cold]
    fn beside(&self, z: f64) -> f64 {
        let inside = z > -REACH && (z + REACH) * STEPS + 0.5 < f64::from(ENTRIES);
        if inside {
            self.each([z])[0]
        } else {
            exp(self.shift + self.scale * z)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_exponential_but_for_its_last_bits() {
        for (scale, shift) in [(0.0, 0.0), (0.7, -0.245), (1.81, -1.6), (3.0, 1.0)] {
            let line = ExpLine::new(scale, shift);
            for i in -90_000..=90_000 {
                let z = f64::from(i) / 9973.0;
                let right = exp(shift + scale * z);
                let far = (line.at(z) / right - 1.0).abs();
                let [beside, _, same, _] = line.each([z, 0.3, z, -9.0 - z.abs()]);
                assert!(beside.to_bits() == line.at(z).to_bits() && same == beside);
                // The exponent is rounded on both sides, twice each, and z once where it is moved to
                // the table's beginning (to half of 2⁻⁴⁹, four bits). Besides: a bit for each of the
                // two exponentials, half a one for each rounding of the series (three that count),
                // of the product and of the quotient here.
                let bits = 4.0 + 4.0 * scale + 2.0 * (scale * z).abs() + shift.abs();
                assert!(far < bits * f64::EPSILON, "{scale} {shift} {z}: {far}");
            }
        }
    }

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
