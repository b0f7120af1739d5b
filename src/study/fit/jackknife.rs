//! Standard errors without assumptions about how calls hang together: parts are left out in turn.

/// From the figure with each of the parts left out: √((g − 1)/g · Σ(xᵢ − x̄)²). None when a part can't
/// be done without, or below five parts.
#[must_use]
pub fn error(without: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let values = without.collect::<Option<Vec<f64>>>()?;
    if values.len() < 5 {
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "parts are few")]
    let parts = values.len() as f64;
    let mean = values.iter().sum::<f64>() / parts;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    let error = ((parts - 1.0) / parts * squares).sqrt();
    error.is_finite().then_some(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a mean, the jackknife is the usual standard error exactly.
    #[test]
    fn of_a_mean_it_is_the_usual_one() {
        let values = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0];
        let sum: f64 = values.iter().sum();
        let found = error(values.iter().map(|v| Some((sum - v) / 5.0)));
        let mean = sum / 6.0;
        let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / 5.0;
        let usual = (variance / 6.0).sqrt();
        assert!(found.is_some_and(|f| (f - usual).abs() < 1e-12));
        assert_eq!(error([Some(1.0), None].into_iter()), None);
    }
}
