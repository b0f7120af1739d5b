//! Whether a difference under the same luck is one: better, worse, or can't tell apart.

use crate::measure::metric::{Better, Metric};
use crate::measure::summary::{Summary, student_t, student_t_975};
use crate::scenario::field::{Text, Unit};

/// Fewest pairs of replications from which anything is said.
pub const FEWEST_PAIRS: usize = 8;

/// Normal quantile beyond which a mean difference counts: two-sided 5 % shared out over the 37 metrics
/// of a comparison (Bonferroni), so that a whole table of differences that are none raises a false alarm
/// at most once in twenty tables.
const BEYOND_CHANCE: f64 = 3.205;

/// What the pairs say of one metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Higher where higher is better, or lower where lower is.
    Better,
    /// The other way round.
    Worse,
    /// Higher, where neither way is better in itself.
    Higher,
    /// Lower, where neither way is better in itself.
    Lower,
    /// The mean difference may be chance, or is too small to matter.
    CantTell,
    /// Every pair is equal to the bit: the metric isn't touched.
    Untouched,
    /// Too few pairs yet.
    TooFew,
}

impl Verdict {
    /// In words.
    #[must_use]
    pub fn text(self) -> Text {
        let (zh, en) = match self {
            Verdict::Better => ("更好", "better"),
            Verdict::Worse => ("更差", "worse"),
            Verdict::Higher => ("更高", "higher"),
            Verdict::Lower => ("更低", "lower"),
            Verdict::CantTell => ("分不清", "can’t tell apart"),
            Verdict::Untouched => ("相同", "the same"),
            Verdict::TooFew => ("次数还不够", "too few yet"),
        };
        Text { zh, en }
    }

    /// An id for styles and tests.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Better => "better",
            Verdict::Worse => "worse",
            Verdict::Higher => "higher",
            Verdict::Lower => "lower",
            Verdict::CantTell => "cant-tell",
            Verdict::Untouched => "untouched",
            Verdict::TooFew => "too-few",
        }
    }

    /// True where the pairs agree on a direction.
    #[must_use]
    pub fn is_clear(self) -> bool {
        matches!(
            self,
            Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower
        )
    }
}

/// A metric of the current scenario against the baseline's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The pairs' differences, current − baseline.
    pub summary: Summary,
    /// Share of pairs with the sign of the mean.
    pub agreement: f64,
    /// What follows.
    pub verdict: Verdict,
}

/// The smallest difference that matters to anybody, in the metric's unit; for money a share of it.
#[must_use]
pub fn too_small(metric: &Metric) -> f64 {
    match metric.unit {
        Unit::Share | Unit::SharePerYear | Unit::Index => 0.01,
        Unit::Points | Unit::Seconds => 1.0,
        Unit::Calls => 0.5,
        Unit::Correlation | Unit::Ratio => 0.05,
        Unit::Yuan => 10_000.0,
        _ => 0.0,
    }
}

/// Judges the pairs' differences; None where the metric was never defined in both.
#[must_use]
pub fn judge(metric: &Metric, differences: &[f64]) -> Option<Difference> {
    let summary = Summary::of(differences)?;
    let same_sign = differences
        .iter()
        .filter(|d| **d != 0.0 && (**d > 0.0) == (summary.mean > 0.0))
        .count();
    let agreement = share(same_sign, differences.len());
    let verdict = if differences.len() < FEWEST_PAIRS {
        Verdict::TooFew
    } else if differences.iter().all(|d| *d == 0.0) {
        Verdict::Untouched
    } else if !beyond_chance(&summary) || summary.mean.abs() <= too_small(metric) {
        Verdict::CantTell
    } else {
        let up = summary.mean > 0.0;
        match (metric.better, up) {
            (Better::Higher, true) | (Better::Lower, false) => Verdict::Better,
            (Better::Higher, false) | (Better::Lower, true) => Verdict::Worse,
            (Better::Neither, true) => Verdict::Higher,
            (Better::Neither, false) => Verdict::Lower,
        }
    };
    Some(Difference {
        summary,
        agreement,
        verdict,
    })
}

/// Whether the mean of the pairs is further from zero than chance would bring it in one table of twenty.
fn beyond_chance(summary: &Summary) -> bool {
    let degrees = summary.count - 1;
    let standard_error = (summary.ci95.1 - summary.mean) / student_t_975(degrees);
    summary.mean.abs() > student_t(BEYOND_CHANCE, degrees) * standard_error
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::metric::METRICS;

    fn check(differences: &[f64], expected: Verdict) {
        let turnover = &METRICS[0];
        let judged = judge(turnover, differences).expect("there are differences");
        assert_eq!(judged.verdict, expected, "{differences:?}");
    }

    #[test]
    fn a_verdict_needs_pairs_size_and_more_than_chance() {
        check(&[0.05; 7], Verdict::TooFew);
        check(&[0.05; 8], Verdict::Worse);
        check(&[-0.05; 8], Verdict::Better);
        check(&[0.009; 64], Verdict::CantTell);
        check(&[0.0; 64], Verdict::Untouched);
        // Mean 0.1, standard error 0.025: four of them. Mean 0.05, standard error 0.031: not two.
        check(&[0.3, -0.1].repeat(32), Verdict::Worse);
        check(&[0.3, -0.2].repeat(32), Verdict::CantTell);
    }

    #[test]
    fn neither_way_is_better_for_what_is_neutral() {
        let neutral = METRICS.iter().find(|m| m.better == Better::Neither);
        let judged = judge(neutral.expect("there is one"), &[9.0; 8]).expect("values");
        assert_eq!(judged.verdict, Verdict::Higher);
        assert!(judge(&METRICS[0], &[]).is_none());
    }
}
