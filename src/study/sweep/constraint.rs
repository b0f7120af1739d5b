//! What must hold at a point of a sweep: a metric at most or at least so much.

use crate::measure::metric::{METRICS, position};
use crate::measure::outcome::Outcome;
use crate::scenario::nearest;

/// Which side of the limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The metric may not exceed the limit.
    AtMost,
    /// The metric may not fall below it.
    AtLeast,
}

/// One requirement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constraint {
    /// Place among the metrics.
    pub metric: usize,
    /// Which side.
    pub bound: Bound,
    /// In the metric's unit.
    pub limit: f64,
}

/// Why a requirement can't be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// Not of the form `METRIC<=LIMIT` or `METRIC>=LIMIT`.
    Form {
        /// What was written.
        text: String,
    },
    /// No such metric.
    Metric {
        /// What was written.
        id: String,
        /// The nearest that exists.
        nearest: Option<&'static str>,
    },
    /// No amount that this metric can have.
    Limit {
        /// What was written.
        text: String,
        /// The metric's position in the list.
        metric: usize,
    },
}

impl Constraint {
    /// From `METRIC<=LIMIT` or `METRIC>=LIMIT`; the limit of a share may be written as `20%`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let form = || Unreadable::Form {
            text: text.chars().take(80).collect(),
        };
        let (bound, (id, limit)) = if let Some(parts) = text.split_once("<=") {
            (Bound::AtMost, parts)
        } else {
            (Bound::AtLeast, text.split_once(">=").ok_or_else(form)?)
        };
        let id = id.trim();
        let metric = position(id).ok_or_else(|| Unreadable::Metric {
            id: id.chars().take(80).collect(),
            nearest: nearest::option(id, METRICS.iter().map(|metric| metric.id)),
        })?;
        let (low, high) = METRICS[metric].range();
        let amount = METRICS[metric].amount(limit);
        let amount = amount.filter(|limit| (low..=high).contains(limit));
        let limit = amount.ok_or_else(|| Unreadable::Limit {
            text: limit.trim().chars().take(80).collect(),
            metric,
        })?;
        Ok(Self {
            metric,
            bound,
            limit,
        })
    }

    /// How far a value is on the wrong side; zero or negative where it holds.
    #[must_use]
    pub fn excess(&self, value: f64) -> f64 {
        match self.bound {
            Bound::AtMost => value - self.limit,
            Bound::AtLeast => self.limit - value,
        }
    }

    /// Whether a year keeps to it. A metric that is not defined there (nobody was hired, so nobody left
    /// early) breaks nothing.
    #[must_use]
    pub fn holds(&self, year: &Outcome) -> bool {
        year.metrics[self.metric].is_none_or(|value| self.excess(value) <= 0.0)
    }

    /// The same with the limit moved outwards by `amount`.
    #[must_use]
    pub(super) fn relaxed(&self, amount: f64) -> Self {
        let limit = match self.bound {
            Bound::AtMost => self.limit + amount,
            Bound::AtLeast => self.limit - amount,
        };
        Self { limit, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_in_both_forms() {
        let most =
            Constraint::read("turnover.annual_rate <= 20%").unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!((most.metric, most.bound), (0, Bound::AtMost));
        assert!((most.limit - 0.2).abs() < 1e-12);
        assert!(most.excess(0.25) > 0.0 && most.excess(0.1) < 0.0);
        let least = Constraint::read("quality.inspection>=85").unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(least.bound, Bound::AtLeast);
        assert!(least.excess(84.0) > 0.0 && least.relaxed(2.0).excess(84.0) < 0.0);
        let wrong = Constraint::read("turnover.annual_rate").err();
        assert!(matches!(wrong, Some(Unreadable::Form { .. })));
        for text in [
            "turnover.annual_rate<=x",
            "turnover.annual_rate<=-1%",
            "service.level>=inf",
            "service.level>=80",
            "quality.inspection>=88%",
            "quality.inspection>=101",
            "service.mean_wait_seconds<=50%",
        ] {
            assert!(
                matches!(Constraint::read(text), Err(Unreadable::Limit { .. })),
                "{text}"
            );
        }
        let wrong = Constraint::read("turnover.anual_rate<=1").err();
        let nearest = Some("turnover.annual_rate");
        assert!(matches!(wrong, Some(Unreadable::Metric { nearest: n, .. }) if n == nearest));
    }
}
