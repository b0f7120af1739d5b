//! How evenly things are spread, and whether they follow merit.

use crate::math::ln;

/// Gini coefficient of amounts none of which is negative: 0 = all alike. None when nothing is there.
#[must_use]
pub fn gini(values: &[f64]) -> Option<f64> {
    let total: f64 = values.iter().sum();
    if values.is_empty() || total <= 0.0 {
        return None;
    }
    let mut sorted = values.to_vec();
    crate::order::numbers(&mut sorted);
    let n = to_f64(sorted.len());
    let weighted: f64 = sorted
        .iter()
        .enumerate()
        .map(|(i, v)| (2.0 * to_f64(i + 1) - n - 1.0) * v)
        .sum();
    Some(weighted / (n * total))
}

/// Theil's index T of amounts none of which is negative: 0 = all alike, ln n = all to one. None when
/// nothing is there.
#[must_use]
pub fn theil(values: &[f64]) -> Option<f64> {
    let total: f64 = values.iter().sum();
    if values.is_empty() || total <= 0.0 {
        return None;
    }
    let mean = total / to_f64(values.len());
    let of = |v: &f64| {
        if *v > 0.0 {
            v / mean * ln(v / mean)
        } else {
            0.0
        }
    };
    Some(values.iter().map(of).sum::<f64>() / to_f64(values.len()))
}

/// A point of the Lorenz curve read from above: the part of the whole that the `top` share of all have.
/// None when nothing is there.
#[must_use]
pub fn top_share(values: &[f64], top: f64) -> Option<f64> {
    let total: f64 = values.iter().sum();
    if values.is_empty() || total <= 0.0 {
        return None;
    }
    let mut sorted = values.to_vec();
    crate::order::by(&mut sorted, |a, b| b.total_cmp(a));
    let mut left = top * to_f64(sorted.len());
    let mut sum = 0.0;
    for value in sorted {
        sum += value * left.clamp(0.0, 1.0);
        left -= 1.0;
    }
    Some(sum / total)
}

/// Goodman and Kruskal's gamma, a rank correlation: of the pairs that differ in both, how many more agree
/// in order than not, as a share. Unlike Spearman's it is not pressed towards 0 where most have the same,
/// as most have no award. None when no pair differs in both.
#[must_use]
pub fn gamma(xs: &[f64], ys: &[f64]) -> Option<f64> {
    debug_assert_eq!(xs.len(), ys.len());
    let (mut agree, mut differ) = (0.0, 0.0);
    for (i, (x, y)) in xs.iter().zip(ys).enumerate() {
        for (other_x, other_y) in xs[..i].iter().zip(&ys[..i]) {
            let product = (x - other_x) * (y - other_y);
            agree += f64::from(u8::from(product > 0.0));
            differ += f64::from(u8::from(product < 0.0));
        }
    }
    (agree + differ > 0.0).then(|| (agree - differ) / (agree + differ))
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        let found = found.expect("defined");
        assert!((found - expected).abs() < 1e-12, "{found} ≠ {expected}");
    }

    #[test]
    fn gini_of_known_cases() {
        near(gini(&[1.0, 1.0, 1.0]), 0.0);
        near(gini(&[0.0, 0.0, 0.0, 8.0]), 0.75);
        near(gini(&[1.0, 3.0]), 0.25);
        assert_eq!(gini(&[0.0, 0.0]), None);
        assert_eq!(gini(&[]), None);
    }

    #[test]
    fn theil_and_lorenz_of_known_cases() {
        near(theil(&[2.0, 2.0, 2.0]), 0.0);
        near(theil(&[0.0, 0.0, 0.0, 8.0]), ln(4.0));
        assert_eq!(theil(&[0.0]), None);
        near(top_share(&[1.0, 3.0, 0.0, 4.0], 0.25), 0.5);
        near(top_share(&[1.0, 1.0, 1.0, 1.0], 0.1), 0.1);
        assert_eq!(top_share(&[], 0.1), None);
    }

    #[test]
    fn gamma_of_known_cases() {
        near(gamma(&[1.0, 2.0, 3.0], &[10.0, 20.0, 90.0]), 1.0);
        near(gamma(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0);
        // One award, to the best of four: no pair speaks against merit.
        near(gamma(&[0.0, 0.0, 0.0, 1.0], &[1.0, 2.0, 3.0, 4.0]), 1.0);
        // To the second: two pairs for, one against.
        near(
            gamma(&[0.0, 0.0, 1.0, 0.0], &[1.0, 2.0, 3.0, 4.0]),
            1.0 / 3.0,
        );
        assert_eq!(gamma(&[1.0, 1.0], &[1.0, 2.0]), None);
    }
}
