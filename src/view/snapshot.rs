//! Everything that the page shows of a scenario at one moment, computed once and shared.

use super::verdict::{Difference, Row, judge, too_small};
use crate::measure::metric::METRICS;
use crate::measure::outcome::{Outcome, combined_fingerprint};
use crate::measure::summary::{self, Band, Summary};
use crate::scenario::field::Unit;

/// Replications that come first: enough for a band, and a fingerprint that is quick to compare.
pub const FIRST: usize = 8;
/// Years of a changed scenario that take the old results' place: a first look, without intervals, while the
/// hand is still at the lever.
pub const LOOK: usize = 2;
/// Replications of an ordinary run.
pub const FULL: usize = 64;
/// Replications on request.
pub const MORE: usize = 200;
/// Dots of a quantile plot: few enough to count.
pub const DOTS: usize = 20;

/// The metrics of the four tiles.
pub const TILES: [&str; 4] = [
    "turnover.annual_rate",
    "service.level",
    "quality.customer_satisfaction",
    "fairness.recognition_gini",
];

/// The metrics and courses of one scenario over its replications so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Replications in it: the first so many, without gaps.
    pub count: usize,
    /// In the order of [`METRICS`].
    pub metrics: Vec<Option<Summary>>,
    /// Each metric's values, sorted.
    pub sorted: Vec<Vec<f64>>,
    /// The overview's two courses as bands; from the first replication on.
    pub bands: [Vec<Band>; 2],
    /// The courses one by one, while they are too few for a band.
    pub courses: Vec<[Vec<f64>; 2]>,
    /// Mean shares of the leavers' reasons.
    pub reasons: [f64; 7],
    /// Calls simulated in all.
    pub calls: u64,
    /// The replication that stands in the middle by turnover: one that can be shown for all.
    pub typical: u32,
}

/// What is on the page: the current scenario and, as far as it is there, the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The current scenario.
    pub current: Side,
    /// The baseline under the same luck.
    pub baseline: Option<Side>,
    /// Metric by metric, over the replications that both have.
    pub differences: Vec<Option<Difference>>,
    /// True when the baseline is the very same scenario.
    pub is_baseline: bool,
    /// Fingerprint of the first eight replications, once they are there.
    pub fingerprint_first: Option<String>,
    /// Fingerprint of all.
    pub fingerprint: String,
}

impl Side {
    fn of(outcomes: &[Outcome]) -> Self {
        let sorted: Vec<Vec<f64>> = (0..METRICS.len())
            .map(|metric| {
                let mut values = summary::values(outcomes, metric);
                crate::order::numbers(&mut values);
                values
            })
            .collect();
        let mut reasons = [0.0; 7];
        for outcome in outcomes {
            for (sum, share) in reasons.iter_mut().zip(outcome.reasons) {
                *sum += share;
            }
        }
        // A year that nobody leaves has no reasons and must not make the others' smaller.
        let total = reasons.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        let few = outcomes.len() < FIRST;
        Self {
            count: outcomes.len(),
            metrics: summary::metrics(outcomes),
            sorted,
            bands: [0, 1].map(|course| summary::bands(outcomes, course)),
            courses: if few {
                outcomes
                    .iter()
                    .map(|o| [0, 1].map(|course| o.weekly[course].clone()))
                    .collect()
            } else {
                Vec::new()
            },
            reasons: reasons.map(|sum| sum / total),
            calls: outcomes.iter().map(|o| o.calls_simulated).sum(),
            typical: typical(outcomes),
        }
    }

    /// What is known of the metric with this id.
    #[must_use]
    pub fn metric(&self, id: &str) -> Option<Summary> {
        self.metrics[crate::measure::metric::position(id)?]
    }

    /// Twenty equally likely values of a metric; all of them while there are fewer.
    #[must_use]
    pub fn dots(&self, metric: usize) -> Vec<f64> {
        let sorted = &self.sorted[metric];
        if sorted.len() < DOTS {
            return sorted.clone();
        }
        #[allow(clippy::cast_precision_loss)]
        (0..DOTS)
            .map(|i| summary::quantile(sorted, (i as f64 + 0.5) / DOTS as f64))
            .collect()
    }
}

/// The replication whose turnover is the lower median; the first of several.
fn typical(outcomes: &[Outcome]) -> u32 {
    let turnover = crate::measure::metric::position("turnover.annual_rate");
    let values = turnover.map_or_else(Vec::new, |metric| summary::values(outcomes, metric));
    if values.len() != outcomes.len() {
        return 0;
    }
    let order = crate::order::positions(values.len(), &mut |a, b| values[a].total_cmp(&values[b]));
    let middle = order.get(order.len().saturating_sub(1) / 2).copied();
    u32::try_from(middle.unwrap_or(0)).unwrap_or(0)
}

impl Snapshot {
    /// Of these outcomes, both from replication 0 on without gaps; None while there is nothing.
    #[must_use]
    pub fn of(current: &[Outcome], baseline: &[Outcome], is_baseline: bool) -> Option<Self> {
        if current.is_empty() {
            return None;
        }
        let pairs: Vec<Vec<f64>> = (0..METRICS.len())
            .map(|metric| summary::paired(current, baseline, metric))
            .collect();
        let rows: Vec<Row> = METRICS
            .iter()
            .zip(&pairs)
            .map(|(metric, differences)| Row {
                metric,
                differences,
                matters: too_small(metric),
            })
            .collect();
        let differences = judge(&rows);
        Some(Self {
            current: Side::of(current),
            baseline: (!baseline.is_empty()).then(|| Side::of(baseline)),
            differences,
            is_baseline,
            fingerprint_first: current.get(..FIRST).map(combined_fingerprint),
            fingerprint: combined_fingerprint(current),
        })
    }

    /// The difference of the metric with this id.
    #[must_use]
    pub fn difference(&self, id: &str) -> Option<Difference> {
        self.differences[crate::measure::metric::position(id)?]
    }
}

/// The unit in which a metric is shown: satisfaction is a share, as in its chart and sentence; the ratio
/// of rates a plain number, as in the four-fifths rule.
#[must_use]
pub fn unit_of(metric: usize) -> Unit {
    match METRICS[metric].id {
        "quality.customer_satisfaction" => Unit::Share,
        "fairness.selection_rate_ratio" => Unit::Index,
        _ => METRICS[metric].unit,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::measure::reach::Reach;
    use crate::measure::weekly::WEEKLY;

    /// An outcome in which every metric is `value` and every course rises to it.
    pub fn outcome(value: f64) -> Outcome {
        let course: Vec<f64> = (1..=50).map(|w| value * f64::from(w) / 50.0).collect();
        Outcome {
            metrics: vec![Some(value); METRICS.len()],
            weekly: vec![course; WEEKLY.len()],
            people: Vec::new(),
            reach: Reach::default(),
            reasons: [0.0; 7],
            fingerprint: value.to_bits(),
            calls_simulated: 1000,
        }
    }

    /// `count` outcomes around `middle`.
    pub fn outcomes(count: u32, middle: f64) -> Vec<Outcome> {
        (0..count)
            .map(|i| outcome(middle + (f64::from(i % 9) - 4.0) / 100.0))
            .collect()
    }

    #[test]
    fn a_snapshot_pairs_what_both_have() {
        let both = Snapshot::of(&outcomes(64, 0.3), &outcomes(20, 0.2), false).expect("outcomes");
        let difference = both.difference("turnover.annual_rate").expect("pairs");
        assert_eq!(difference.summary.count, 20);
        assert!((difference.summary.mean - 0.1).abs() < 1e-12);
        assert_eq!(both.current.dots(0).len(), DOTS);
        assert!(both.fingerprint_first.is_some());
        assert!(Snapshot::of(&[], &outcomes(3, 0.2), false).is_none());
    }

    #[test]
    fn few_replications_are_kept_one_by_one() {
        let few = Snapshot::of(&outcomes(3, 0.3), &[], false).expect("outcomes");
        assert_eq!(few.current.courses.len(), 3);
        assert_eq!(few.current.typical, 1, "the middle of three that rise");
        assert_eq!(few.current.dots(0).len(), 3);
        assert!(few.baseline.is_none() && few.fingerprint_first.is_none());
    }
}
