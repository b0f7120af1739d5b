//! Weighted least squares by Cholesky's factor, for several targets at once.

/// Coefficients by target and column of the fit with the smallest weighted sum of squares plus `ridge`
/// times that of the coefficients, the first column's aside, which is the constant's.
#[must_use]
pub fn fit(rows: &[Vec<f64>], targets: &[Vec<f64>], weights: &[f64], ridge: f64) -> Vec<Vec<f64>> {
    let columns = rows.first().map_or(0, Vec::len);
    let number = targets.first().map_or(0, Vec::len);
    let factor = factor(rows, weights, ridge);
    let mut right = vec![vec![0.0; columns]; number];
    for ((row, target), weight) in rows.iter().zip(targets).zip(weights) {
        for i in 0..columns {
            for (k, y) in target.iter().enumerate() {
                right[k][i] += weight * row[i] * y;
            }
        }
    }
    right
        .into_iter()
        .map(|side| solved(&factor, side))
        .collect()
}

/// How much each row pulls the equally weighted fit towards itself, 0–1: what a row is off the fit of all
/// others is what it is off this one, over one less its pull.
#[must_use]
pub fn pulls(rows: &[Vec<f64>], ridge: f64) -> Vec<f64> {
    let factor = factor(rows, &vec![1.0; rows.len()], ridge);
    rows.iter()
        .map(|row| {
            let half = halfway(&factor, row.clone());
            dot(&half, &half)
        })
        .collect()
}

/// Variance of the weighted fit's constant, in units of the residuals' variance: how unsure the fit is of
/// its height where all other columns are 0.
#[must_use]
pub fn unsure(rows: &[Vec<f64>], weights: &[f64], ridge: f64) -> f64 {
    let columns = rows.first().map_or(0, Vec::len);
    let factor = factor(rows, weights, ridge);
    let mut first = vec![0.0; columns];
    if let Some(constant) = first.first_mut() {
        *constant = 1.0;
    }
    let first = solved(&factor, first);
    let parts = rows
        .iter()
        .zip(weights)
        .map(|(row, weight)| weight * dot(&first, row));
    parts.map(|part| part * part).sum()
}

/// The inverse of the sums of products of the columns, with the ridge on all but the constant: the
/// covariance of the fit's coefficients in units of the residuals' variance.
#[must_use]
pub fn covariance(rows: &[Vec<f64>], ridge: f64) -> Vec<Vec<f64>> {
    let columns = rows.first().map_or(0, Vec::len);
    let factor = factor(rows, &vec![1.0; rows.len()], ridge);
    let column = |i: usize| {
        let mut unit = vec![0.0; columns];
        unit[i] = 1.0;
        solved(&factor, unit)
    };
    (0..columns).map(column).collect()
}

/// Cholesky's factor, a lower triangle, of the weighted sums of products of the columns, with the ridge on
/// all but the constant.
fn factor(rows: &[Vec<f64>], weights: &[f64], ridge: f64) -> Vec<Vec<f64>> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut a = vec![vec![0.0; columns]; columns];
    for (row, weight) in rows.iter().zip(weights) {
        for i in 0..columns {
            for j in 0..=i {
                a[i][j] += weight * row[i] * row[j];
            }
        }
    }
    for (i, line) in a.iter_mut().enumerate() {
        line[i] += if i == 0 { 1e-9 } else { ridge + 1e-9 };
    }
    for i in 0..columns {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| a[i][k] * a[j][k]).sum();
            let left = a[i][j] - sum;
            a[i][j] = if i == j {
                left.max(1e-12).sqrt()
            } else {
                left / a[j][j]
            };
        }
    }
    a
}

/// What times the factor gives `side`.
fn halfway(l: &[Vec<f64>], mut side: Vec<f64>) -> Vec<f64> {
    for i in 0..side.len() {
        let sum: f64 = (0..i).map(|k| l[i][k] * side[k]).sum();
        side[i] = (side[i] - sum) / l[i][i];
    }
    side
}

fn solved(l: &[Vec<f64>], side: Vec<f64>) -> Vec<f64> {
    let n = side.len();
    let mut side = halfway(l, side);
    for i in (0..n).rev() {
        let sum: f64 = (i + 1..n).map(|k| l[k][i] * side[k]).sum();
        side[i] = (side[i] - sum) / l[i][i];
    }
    side
}

/// Sum of products.
#[must_use]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_are_found_and_weights_count() {
        let rows: Vec<Vec<f64>> = (0..20)
            .map(|i| vec![1.0, f64::from(i), f64::from(i * i % 7)])
            .collect();
        let targets: Vec<Vec<f64>> = rows
            .iter()
            .map(|r| vec![2.0 + 3.0 * r[1] - r[2], r[2]])
            .collect();
        let mut weights = vec![1.0; 20];
        let found = fit(&rows, &targets, &weights, 0.0);
        for (c, expected) in found[0].iter().zip([2.0, 3.0, -1.0]) {
            assert!((c - expected).abs() < 1e-6, "{found:?}");
        }
        assert!((found[1][2] - 1.0).abs() < 1e-6);
        let mut wild = targets.clone();
        wild[3][0] = 1e6;
        weights[3] = 0.0;
        // A mean of n is unsure by one over n.
        let constant = vec![vec![1.0]; 20];
        assert!((unsure(&constant, &[1.0; 20], 0.0) - 0.05).abs() < 1e-6);
        // Without a row the fit misses it by what the pull says.
        let ones = vec![1.0; 20];
        let all = fit(&rows, &wild, &ones, 2.0);
        let others = fit(&rows[1..], &wild[1..], &ones[1..], 2.0);
        let off = |line: &[f64]| wild[0][0] - dot(line, &rows[0]);
        let expected = off(&all[0]) / (1.0 - pulls(&rows, 2.0)[0]);
        assert!((off(&others[0]) - expected).abs() < 1e-6 * expected.abs());
        assert!((fit(&rows, &wild, &weights, 0.0)[0][1] - 3.0).abs() < 1e-6);
    }
}
