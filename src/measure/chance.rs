//! What chance alone would do: probabilities of Student's t, many comparisons at once, quantiles' intervals.

use super::summary::Summary;
use crate::math::{atan, exp, ln, normal_cdf};

/// Degrees of freedom from which Student's t is taken for normal: the two differ by less than 1 % of a
/// probability of 0.001.
const AS_GOOD_AS_NORMAL: usize = 2_000;

/// Probability that |t| with so many degrees of freedom is at least `t` by chance: the finite series of
/// Abramowitz & Stegun 26.7.3 and 26.7.4.
#[must_use]
pub fn two_sided(t: f64, degrees: usize) -> f64 {
    if t.is_infinite() {
        return 0.0;
    }
    if degrees >= AS_GOOD_AS_NORMAL {
        return 2.0 * normal_cdf(-t.abs());
    }
    let n = to_f64(degrees);
    let (sin, cos) = (t.abs() / (n + t * t).sqrt(), (n / (n + t * t)).sqrt());
    let inside = if degrees.is_multiple_of(2) {
        // sin θ · (1 + ½ cos² θ + (1·3)/(2·4) cos⁴ θ + …)
        sin * series(cos, 1.0, degrees / 2)
    } else {
        // (2/π) · (θ + sin θ · (cos θ + ⅔ cos³ θ + …))
        let angle = atan(t.abs() / n.sqrt());
        let rest = if degrees == 1 {
            0.0
        } else {
            sin * cos * series(cos, 2.0, degrees / 2)
        };
        (angle + rest) * core::f64::consts::FRAC_2_PI
    };
    (1.0 - inside).max(0.0)
}

/// The first `terms` of 1 + a/(a+1) c² + a(a+2)/((a+1)(a+3)) c⁴ + …
fn series(cos: f64, first: f64, terms: usize) -> f64 {
    let (mut sum, mut term, mut a) = (0.0, 1.0, first);
    for _ in 0..terms {
        sum += term;
        term *= a / (a + 1.0) * cos * cos;
        a += 2.0;
    }
    sum
}

/// Probability that a mean lies this far from zero by chance; 1 where every value is zero.
#[must_use]
pub fn of_mean(summary: &Summary) -> f64 {
    let error = summary.standard_error();
    if summary.mean == 0.0 || summary.count < 2 {
        1.0
    } else if error == 0.0 {
        0.0
    } else {
        two_sided(summary.mean / error, summary.count - 1)
    }
}

/// Holm's step-down rule: which of these probabilities of chance may be called more than chance, so that
/// among those that are chance any is called so with at most the probability `level`, whatever the
/// dependence between them.
#[must_use]
pub fn holm(probabilities: &[f64], level: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    crate::order::by(&mut order, |a, b| {
        let p = |i: usize| probabilities[i];
        p(*a).total_cmp(&p(*b)).then(a.cmp(b))
    });
    let mut beyond = vec![false; probabilities.len()];
    for (step, place) in order.into_iter().enumerate() {
        if probabilities[place] > level / to_f64(probabilities.len() - step) {
            break;
        }
        beyond[place] = true;
    }
    beyond
}

/// 95 % interval of a quantile by order statistics: whatever the distribution, it holds the true quantile
/// at least so often. An end is None where there are too few values for one; `sorted` ascends.
#[must_use]
pub fn quantile_interval(sorted: &[f64], q: f64) -> (Option<f64>, Option<f64>) {
    let n = sorted.len();
    // The number of values below the quantile is binomial. `below(k)`: probability that it is k or less.
    let mut below = Vec::with_capacity(n + 1);
    let (mut log, mut sum) = (to_f64(n) * ln(1.0 - q), 0.0);
    for k in 0..=n {
        sum += exp(log);
        below.push(sum);
        log += ln(to_f64(n - k) / to_f64(k + 1)) + ln(q / (1.0 - q));
    }
    // The largest rank whose value lies above the quantile in at most 2.5 % of cases, and the smallest
    // whose value lies below it in as few.
    let low = (1..=n).take_while(|rank| below[rank - 1] <= 0.025).last();
    let high = (1..=n).find(|rank| 1.0 - below[rank - 1] <= 0.025);
    (
        low.map(|rank| sorted[rank - 1]),
        high.map(|rank| sorted[rank - 1]),
    )
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_match_the_tables() {
        for (t, degrees, expected) in [
            (12.706_205, 1, 0.05),
            (4.302_653, 2, 0.05),
            (3.182_446, 3, 0.05),
            (2.228_139, 10, 0.05),
            (2.262_157, 9, 0.05),
            (3.659, 29, 0.001),
            (2.660, 60, 0.01),
            (1.960_2, 10_000, 0.05),
        ] {
            let p = two_sided(t, degrees);
            assert!(
                (p - expected).abs() < 2e-3 * expected,
                "t {t}, {degrees}: {p}"
            );
        }
        assert!((two_sided(0.0, 7) - 1.0).abs() < 1e-12);
        assert_eq!(two_sided(f64::INFINITY, 7), 0.0);
        // Even and odd degrees lie on one smooth curve.
        for degrees in 3..60 {
            let [before, here, after] =
                [degrees - 1, degrees, degrees + 1].map(|n| two_sided(2.5, n));
            assert!(before > here && here > after, "{degrees}");
        }
    }

    #[test]
    fn a_mean_is_judged_from_two_values_on() {
        let of = |values: &[f64]| of_mean(&Summary::of(values).expect("some"));
        assert_eq!(of(&[3.0]), 1.0);
        // t is 2 at one degree of freedom: 1 − 2/π · atan 2.
        let p = of(&[1.0, 3.0]);
        assert!((p - 0.295_167_235).abs() < 1e-8, "{p}");
        assert_eq!(of(&[3.0, 3.0]), 0.0);
        assert_eq!(of(&[0.0, 0.0]), 1.0);
    }

    #[test]
    fn holm_steps_down() {
        // 0.05 / 4, then 0.05 / 3, then stops.
        let beyond = holm(&[0.012, 0.9, 0.016, 0.026], 0.05);
        assert_eq!(beyond, [true, false, true, false]);
        assert_eq!(holm(&[0.013, 0.013, 0.013, 0.013], 0.05), [false; 4]);
        assert_eq!(holm(&[], 0.05), Vec::<bool>::new());
    }

    #[test]
    fn a_quantiles_interval_is_that_of_the_books() {
        // Conover's table: for n = 20 the median's 95 % interval runs from the 6th to the 15th value.
        let sorted: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(quantile_interval(&sorted, 0.5), (Some(6.0), Some(15.0)));
        // Twenty values say nothing of where the 5 % quantile can't be below.
        assert_eq!(quantile_interval(&sorted, 0.05).0, None);
        assert_eq!(quantile_interval(&sorted, 0.95).1, None);
        assert_eq!(quantile_interval(&[], 0.5), (None, None));
        let many: Vec<f64> = (1..=20_000).map(f64::from).collect();
        let (low, high) = quantile_interval(&many, 0.5);
        // 10,000 ± 1.96 · √5000.
        assert!((low.unwrap_or(0.0) - 9_861.0).abs() <= 2.0, "{low:?}");
        assert!((high.unwrap_or(0.0) - 10_140.0).abs() <= 2.0, "{high:?}");
    }
}
