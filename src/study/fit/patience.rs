//! Two kinds of callers: maximum likelihood for a mixture of two exponential patiences.

use super::survival::{Step, Waits};
use crate::math::{exp, ln};

/// Rounds of improvement at most; some hundreds are usual.
const MOST_ROUNDS: usize = 20_000;
/// Fewer callers than these who hung up tell nothing about how patience is spread.
const FEWEST_HANGING_UP: f64 = 30.0;

/// Callers who soon hang up and callers who don't.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Mixture {
    /// Share of the impatient.
    pub impatient_share: f64,
    /// Their mean patience.
    pub impatient_seconds: f64,
    /// Mean patience of the others.
    pub patient_seconds: f64,
}

impl Mixture {
    /// The share who would wait longer than `seconds`.
    #[must_use]
    pub fn survival(&self, seconds: f64) -> f64 {
        self.impatient_share * exp(-seconds / self.impatient_seconds)
            + (1.0 - self.impatient_share) * exp(-seconds / self.patient_seconds)
    }

    /// Whether it is one kind of caller only.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.impatient_share <= 0.0
    }
}

/// Callers who waited equally long, to a second: how long, how many hung up, how many were answered.
type Bins = Vec<(f64, f64, f64)>;

/// The mixture, or one exponential where two don't describe the callers better by more than their
/// number must by chance (Schwarz's criterion). None when too few hung up.
#[must_use]
pub fn fit(waits: &Waits) -> Option<Mixture> {
    let bins = bins(waits);
    let (waited, hung_up) =
        bins.iter()
            .fold((0.0, 0.0), |(waited, hung_up), (seconds, gone, served)| {
                (waited + seconds * (gone + served), hung_up + gone)
            });
    if hung_up < FEWEST_HANGING_UP || waited <= 0.0 {
        return None;
    }
    let mean = waited / hung_up;
    let single = Mixture {
        impatient_share: 0.0,
        impatient_seconds: mean,
        patient_seconds: mean,
    };
    let single_likelihood = -hung_up * ln(mean) - hung_up;
    // Several beginnings, since the likelihood can have more than one top.
    let best = [(0.05, 0.05), (0.2, 0.15), (0.5, 0.4)]
        .into_iter()
        .map(|(share, shortness)| {
            improve(
                &bins,
                Mixture {
                    impatient_share: share,
                    impatient_seconds: mean * shortness,
                    patient_seconds: mean * 1.5,
                },
            )
        })
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((mixture, likelihood)) if likelihood - single_likelihood > ln(hung_up) => {
            Some(mixture)
        }
        Some(_) | None => Some(single),
    }
}

/// The fit to fewer of the same callers, from the fit to all of them.
#[must_use]
pub fn refit(waits: &Waits, from: &Mixture) -> Option<Mixture> {
    if from.is_single() {
        let (mut waited, mut hung_up) = (0.0, 0.0);
        for (seconds, leaving) in waits.iter() {
            waited += seconds * (leaving.hung_up + leaving.answered);
            hung_up += leaving.hung_up;
        }
        let mean = (hung_up > 0.0).then(|| waited / hung_up)?;
        return Some(Mixture {
            impatient_share: 0.0,
            impatient_seconds: mean,
            patient_seconds: mean,
        });
    }
    let (all, _) = waits.totals();
    (all > 0.0).then(|| improve(&bins(waits), *from).0)
}

/// Whole seconds: nobody's patience is told more finely, and the sums stay short.
fn bins(waits: &Waits) -> Bins {
    let mut bins: Bins = Vec::new();
    for (seconds, leaving) in waits.iter() {
        let second = seconds.round();
        match bins.last_mut() {
            Some((at, hung_up, answered)) if *at == second => {
                *hung_up += leaving.hung_up;
                *answered += leaving.answered;
            }
            Some(_) | None => bins.push((second, leaving.hung_up, leaving.answered)),
        }
    }
    bins
}

/// Expectation and maximisation in turn until nothing moves; with the log-likelihood.
///
/// Expectation: how likely each caller is one of the impatient, given when he hung up or that he had
/// not yet. Maximisation: share = mean of that; mean patience = waiting over hanging up, weighted by it.
fn improve(bins: &Bins, from: Mixture) -> (Mixture, f64) {
    let (mut at, mut likelihood) = (from, f64::NEG_INFINITY);
    for _ in 0..MOST_ROUNDS {
        let (next, found) = improve_once(bins, at);
        let moved = (next.impatient_share - at.impatient_share).abs()
            + (next.impatient_seconds / at.impatient_seconds - 1.0).abs()
            + (next.patient_seconds / at.patient_seconds - 1.0).abs();
        likelihood = found;
        if !moved.is_finite() {
            break;
        }
        at = next;
        if moved < 1e-8 {
            break;
        }
    }
    if at.impatient_seconds > at.patient_seconds {
        at = Mixture {
            impatient_share: 1.0 - at.impatient_share,
            impatient_seconds: at.patient_seconds,
            patient_seconds: at.impatient_seconds,
        };
    }
    (at, likelihood)
}

fn improve_once(bins: &Bins, at: Mixture) -> (Mixture, f64) {
    let (share, short, long) = (at.impatient_share, at.impatient_seconds, at.patient_seconds);
    let (mut all, mut impatient, mut likelihood) = (0.0, 0.0, 0.0);
    let (mut short_wait, mut long_wait, mut short_gone, mut long_gone) = (0.0, 0.0, 0.0, 0.0);
    for (seconds, hung_up, answered) in bins {
        let of_short = share * exp(-seconds / short);
        let of_long = (1.0 - share) * exp(-seconds / long);
        let gone = of_short / short + of_long / long;
        let chance_gone = of_short / short / gone;
        let chance_there = of_short / (of_short + of_long);
        let soon = hung_up * chance_gone + answered * chance_there;
        let here = hung_up + answered;
        impatient += soon;
        all += here;
        short_wait += soon * seconds;
        long_wait += (here - soon) * seconds;
        short_gone += hung_up * chance_gone;
        long_gone += hung_up * (1.0 - chance_gone);
        if *hung_up > 0.0 {
            likelihood += hung_up * ln(gone);
        }
        if *answered > 0.0 {
            likelihood += answered * ln(of_short + of_long);
        }
    }
    let next = Mixture {
        impatient_share: impatient / all,
        impatient_seconds: short_wait / short_gone,
        patient_seconds: long_wait / long_gone,
    };
    (next, likelihood)
}

/// The steps at which enough callers were still waiting for them to say something: the tail is noise.
pub fn told(steps: &[Step]) -> impl Iterator<Item = &Step> {
    steps
        .iter()
        .take_while(|step| step.at_risk >= FEWEST_HANGING_UP)
}

/// Largest distance between the fitted and the Kaplan–Meier survival, and where; over [`told`] steps.
#[must_use]
pub fn distance(mixture: &Mixture, steps: &[Step]) -> Option<(f64, f64)> {
    let mut before = 1.0;
    told(steps)
        .map(|step| {
            let fitted = mixture.survival(step.seconds);
            // The steps jump: the distance is looked at on both sides.
            let far = (fitted - step.survival).abs().max((fitted - before).abs());
            before = step.survival;
            (far, step.seconds)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_of_one_kind_are_not_split() {
        let mut waits = Waits::default();
        // Quantiles of an exponential of mean 100: all hang up.
        for i in 0..2000 {
            let share = (f64::from(i) + 0.5) / 2000.0;
            waits.add(-100.0 * ln(1.0 - share), false);
        }
        let found = fit(&waits).expect("many hung up");
        assert!(found.is_single());
        assert!((found.patient_seconds - 100.0).abs() < 1.0, "{found:?}");
        let (far, _) = distance(&found, &waits.kaplan_meier()).expect("steps");
        assert!(far < 0.01, "{far}");
    }

    #[test]
    fn too_few_tell_nothing() {
        let mut waits = Waits::default();
        for i in 0..29 {
            waits.add(f64::from(i), false);
        }
        assert_eq!(fit(&waits), None);
    }
}
