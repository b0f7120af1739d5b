//! Sums over calls from which every figure of the floor follows, kept by parts of the file so that
//! each part can be left out in turn.

use super::patience::{self, Mixture};
use super::spread::Moments;
use super::survival::{self, Waits};
use super::{Figure, jackknife};
use crate::scenario::import::calls::Call;

/// Calls shorter than this were no service.
pub const SHORT_SECONDS: f64 = 10.0;
/// Waits within which answers are counted.
pub const WITHIN_SECONDS: [f64; 3] = [20.0, 30.0, 60.0];
/// Times at which the survival of patience is told.
pub const SURVIVAL_SECONDS: [f64; 6] = [10.0, 30.0, 60.0, 120.0, 300.0, 600.0];

/// Sums over some of the calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// Calls that came.
    pub offered: f64,
    /// Of them, answered.
    pub answered: f64,
    /// All known waits.
    pub waited: Moments,
    /// Waits of those answered.
    pub waited_until_answer: Moments,
    /// Answered within each of [`WITHIN_SECONDS`], of those whose wait is known.
    pub within: [f64; 3],
    /// Waits with how they ended.
    pub waits: Waits,
    /// Talk of all answered calls.
    pub served: Moments,
    /// Answered calls of which each one's talk is known, not just a mean.
    pub served_singly: f64,
    /// Talk of those of [`SHORT_SECONDS`] or more.
    pub service: Moments,
    /// Its logarithm.
    pub log_service: Moments,
}

/// The figures that follow from sums, by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub enum Of {
    Abandonment,
    MeanWait,
    MeanWaitOfAnswered,
    Within(usize),
    MeanServed,
    ServiceMean,
    ServiceCv,
    LogMean,
    LogSd,
    ShortShare,
    MeanPatience,
    Survival(usize),
    ImpatientShare,
    ImpatientSeconds,
    PatientSeconds,
}

/// The figures of a file with their standard errors.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Figures(Vec<(Of, Option<Figure>)>);

impl Figures {
    /// One of them, where the file can tell it.
    #[must_use]
    pub fn get(&self, of: Of) -> Option<Figure> {
        self.0.iter().find(|(at, _)| *at == of)?.1
    }
}

impl Sums {
    /// Takes a call.
    pub fn add(&mut self, call: &Call) {
        self.offered += 1.0;
        self.answered += f64::from(u8::from(call.answered));
        if let Some(seconds) = call.waited {
            self.waited.add(seconds);
            self.waits.add(seconds, call.answered);
            if call.answered {
                self.waited_until_answer.add(seconds);
                for (count, limit) in self.within.iter_mut().zip(WITHIN_SECONDS) {
                    *count += f64::from(u8::from(seconds <= limit));
                }
            }
        }
        if let Some(seconds) = call.served {
            self.served.add(seconds);
            self.served_singly += 1.0;
            if seconds >= SHORT_SECONDS {
                self.service.add(seconds);
                self.log_service.add(crate::math::ln(seconds));
            }
        }
    }

    /// Adds `other`, `sign` times: 1 joins, −1 takes away.
    pub fn join(&mut self, other: &Self, sign: f64) {
        self.offered += sign * other.offered;
        self.answered += sign * other.answered;
        for (count, more) in self.within.iter_mut().zip(other.within) {
            *count += sign * more;
        }
        self.waited.join(&other.waited, sign);
        self.waited_until_answer
            .join(&other.waited_until_answer, sign);
        self.waits.join(&other.waits, sign);
        self.served.join(&other.served, sign);
        self.served_singly += sign * other.served_singly;
        self.service.join(&other.service, sign);
        self.log_service.join(&other.log_service, sign);
    }

    /// Every figure; those of the mixture only where it was fitted to the whole.
    fn values(&self, mixture: Option<&Mixture>) -> Vec<(Of, Option<f64>)> {
        let over = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let steps = self.waits.kaplan_meier();
        let (_, hung_up) = self.waits.totals();
        let service_mean = self.service.mean();
        let mut values = vec![
            (
                Of::Abandonment,
                over(self.offered - self.answered, self.offered),
            ),
            (Of::MeanWait, self.waited.mean()),
            (Of::MeanWaitOfAnswered, self.waited_until_answer.mean()),
            (Of::MeanServed, self.served.mean()),
            (Of::ServiceMean, service_mean),
            (
                Of::ServiceCv,
                self.service
                    .sd()
                    .zip(service_mean)
                    .map(|(sd, mean)| sd / mean),
            ),
            (Of::LogMean, self.log_service.mean()),
            (Of::LogSd, self.log_service.sd()),
            (
                Of::ShortShare,
                over(self.served_singly - self.service.count, self.served_singly),
            ),
            (Of::MeanPatience, over(self.waited.sum, hung_up)),
            (Of::ImpatientShare, mixture.map(|m| m.impatient_share)),
            (Of::ImpatientSeconds, mixture.map(|m| m.impatient_seconds)),
            (Of::PatientSeconds, mixture.map(|m| m.patient_seconds)),
        ];
        for (i, count) in self.within.iter().enumerate() {
            values.push((Of::Within(i), over(*count, self.waited.count)));
        }
        for (i, seconds) in SURVIVAL_SECONDS.into_iter().enumerate() {
            values.push((Of::Survival(i), survival::at(&steps, seconds)));
        }
        values
    }
}

/// Joins the parts, and gives every figure of the whole with its standard error.
#[must_use]
pub fn figures(parts: &[Sums]) -> (Sums, Option<Mixture>, Figures) {
    let mut whole = Sums::default();
    for part in parts {
        whole.join(part, 1.0);
    }
    let mixture = patience::fit(&whole.waits);
    let without: Vec<Vec<(Of, Option<f64>)>> = parts
        .iter()
        .map(|part| {
            let mut rest = whole.clone();
            rest.join(part, -1.0);
            let refitted = mixture.and_then(|found| patience::refit(&rest.waits, &found));
            rest.values(refitted.as_ref())
        })
        .collect();
    let values = whole.values(mixture.as_ref());
    let figures = values.iter().enumerate().map(|(at, (of, value))| {
        let error = jackknife::error(without.iter().map(|rest| rest[at].1));
        (*of, value.map(|value| Figure { value, error }))
    });
    let figures = Figures(figures.collect());
    (whole, mixture, figures)
}
