//! A conclusion as an object: what would have to be so, and how far it is from being false.

use crate::measure::metric::{Better, METRICS};
use crate::measure::outcome::Outcome;

/// A limit on one metric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Number of the metric.
    pub metric: usize,
    /// The limit, in the metric's unit.
    pub bound: f64,
    /// True where the metric may be at most the bound, false where at least.
    pub at_most: bool,
}

impl Limit {
    /// How far inside the limit a value is, in the metric's unit; negative outside.
    #[must_use]
    pub fn slack(&self, value: f64) -> f64 {
        if self.at_most {
            self.bound - value
        } else {
            value - self.bound
        }
    }
}

/// A conclusion about one scenario or about two.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// The first scenario's metric is lower than the second's.
    Lower {
        /// Number of the metric.
        metric: usize,
    },
    /// The first scenario's metric is higher than the second's.
    Higher {
        /// Number of the metric.
        metric: usize,
    },
    /// The scenario keeps every one of these limits: with one, «turnover is at most 20 %»; with all
    /// limits of a sweep and the scenario's target at 60, «the sweet spot is at least 60».
    Keeps {
        /// The limits.
        limits: Vec<Limit>,
    },
}

impl Claim {
    /// That the first scenario is better in this metric; higher, where neither way is better.
    #[must_use]
    pub fn better(metric: usize) -> Self {
        match METRICS[metric].better {
            Better::Lower => Claim::Lower { metric },
            Better::Higher | Better::Neither => Claim::Higher { metric },
        }
    }

    /// How many scenarios it is about.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        match self {
            Claim::Lower { .. } | Claim::Higher { .. } => 2,
            Claim::Keeps { .. } => 1,
        }
    }

    /// Signed distance to its being false, of one year of each scenario under the same luck: positive
    /// where it holds. In the metric's unit; with several limits, the tightest as a share of its bound.
    /// None where a metric is not defined in that year.
    #[must_use]
    pub fn margin(&self, years: &[&Outcome]) -> Option<f64> {
        let value = |scenario: usize, metric: usize| *years.get(scenario)?.metrics.get(metric)?;
        match self {
            Claim::Lower { metric } => Some(value(1, *metric)? - value(0, *metric)?),
            Claim::Higher { metric } => Some(value(0, *metric)? - value(1, *metric)?),
            Claim::Keeps { limits } => match limits.as_slice() {
                [only] => Some(only.slack(value(0, only.metric)?)),
                several => {
                    let mut tightest: Option<f64> = None;
                    for limit in several {
                        let share = limit.slack(value(0, limit.metric)?) / size(limit.bound);
                        tightest = Some(tightest.map_or(share, |known| known.min(share)));
                    }
                    tightest
                }
            },
        }
    }

    /// The metric whose unit margins are in; None where they are shares of several bounds.
    #[must_use]
    pub fn metric(&self) -> Option<usize> {
        match self {
            Claim::Lower { metric } | Claim::Higher { metric } => Some(*metric),
            Claim::Keeps { limits } => match limits.as_slice() {
                [only] => Some(only.metric),
                _ => None,
            },
        }
    }

    /// False where it names no metric or one that doesn't exist.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let exists = |metric: usize| metric < METRICS.len();
        match self {
            Claim::Lower { metric } | Claim::Higher { metric } => exists(*metric),
            Claim::Keeps { limits } => {
                let sound = |l: &Limit| exists(l.metric) && l.bound.is_finite();
                !limits.is_empty() && limits.iter().all(sound)
            }
        }
    }
}

fn size(bound: f64) -> f64 {
    if bound == 0.0 { 1.0 } else { bound.abs() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::board::tests::outcome;

    #[test]
    fn margins_are_signed_distances_to_being_false() {
        let (low, high) = (outcome(0.2), outcome(0.5));
        let near = |found: Option<f64>, expected: f64| {
            assert!(
                (found.expect("defined") - expected).abs() < 1e-12,
                "{found:?}"
            );
        };
        near(Claim::Lower { metric: 0 }.margin(&[&low, &high]), 0.3);
        near(Claim::Higher { metric: 0 }.margin(&[&low, &high]), -0.3);
        let at_most = Limit {
            metric: 0,
            bound: 0.4,
            at_most: true,
        };
        let at_least = Limit {
            metric: 1,
            bound: 0.1,
            at_most: false,
        };
        let keeps = |limits| Claim::Keeps { limits };
        near(keeps(vec![at_most]).margin(&[&high]), -0.1);
        // Slack of 0.2 in 0.4 and of 0.1 in 0.1: the tighter is one half.
        near(keeps(vec![at_most, at_least]).margin(&[&low]), 0.5);
        assert!(!keeps(Vec::new()).is_sound());
        let mut undefined = outcome(0.2);
        undefined.metrics[0] = None;
        assert_eq!(keeps(vec![at_most]).margin(&[&undefined]), None);
    }
}
