//! What is kept of a replication: its metrics, its course, its fingerprint.

use super::ledger::{Ledger, PersonYear};
use super::metric::METRICS;
use super::reach::Reach;
use super::weekly::WEEKLY;
use crate::hash::{hash, hashed};
use serde::{Deserialize, Serialize};

/// What is kept of a replication, and what crosses from worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Values in the order of [`METRICS`].
    pub metrics: Vec<Option<f64>>,
    /// Courses in the order of [`WEEKLY`].
    pub weekly: Vec<Vec<f64>>,
    /// Everybody who served in the measured year.
    pub people: Vec<PersonYear>,
    /// Who reached the volume target.
    pub reach: Reach,
    /// Shares of leavers' reasons in the order of `Reason::ALL`, summing to 1; zeros without leavers.
    pub reasons: [f64; 7],
    /// Hash of every bit of the ledger.
    pub fingerprint: u64,
    /// Calls simulated, warm-up included.
    pub calls_simulated: u64,
}

impl Outcome {
    /// Reads everything off a ledger.
    ///
    /// # Panics
    /// When a metric is not finite: that is a fault of the model, never of the input.
    #[must_use]
    pub fn of(ledger: &Ledger) -> Self {
        let metrics: Vec<Option<f64>> = METRICS.iter().map(|m| (m.of)(ledger)).collect();
        for (metric, value) in METRICS.iter().zip(&metrics) {
            assert!(
                value.is_none_or(f64::is_finite),
                "{} is not finite",
                metric.id
            );
        }
        let total: f64 = ledger.reasons.iter().sum();
        Self {
            metrics,
            weekly: WEEKLY.iter().map(|w| w.course(ledger)).collect(),
            people: ledger.people.clone(),
            reach: Reach::of(&ledger.people, ledger.days),
            reasons: ledger
                .reasons
                .map(|r| if total > 0.0 { r / total } else { 0.0 }),
            fingerprint: fingerprint(ledger),
            calls_simulated: ledger.calls_simulated,
        }
    }
}

fn fingerprint(ledger: &Ledger) -> u64 {
    let bytes = postcard::to_allocvec(ledger).unwrap_or_default();
    hash([bytes])
}

/// The fingerprint of many replications, in their order.
#[must_use]
pub fn combined_fingerprint(outcomes: &[Outcome]) -> String {
    hashed(outcomes.iter().map(|o| o.fingerprint.to_le_bytes()))
}
