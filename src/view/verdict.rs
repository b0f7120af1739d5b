//! Whether a difference under the same luck is one: better, worse, or can't tell apart.

use crate::measure::chance::{holm, of_mean};
use crate::measure::metric::{Better, Metric};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Text, Unit};

/// Fewest pairs of replications from which anything is said.
pub const FEWEST_PAIRS: usize = 8;

/// Probability of any false alarm in a whole table, however many scenarios and metrics it has: the rows
/// share it by Holm's rule.
pub const FALSE_ALARMS: f64 = 0.05;

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

/// A row of a table of differences.
#[derive(Clone)]
pub struct Row<'a> {
    /// Of what.
    pub metric: &'static Metric,
    /// The pairs' differences.
    pub differences: &'a [f64],
    /// The smallest difference that matters, in the metric's unit.
    pub matters: f64,
}

/// Judges a whole table at once; None where a metric was never defined in both. A difference is one when
/// it is beyond chance by Holm's rule over all rows that have enough pairs, and larger than what matters.
#[must_use]
pub fn judge(rows: &[Row]) -> Vec<Option<Difference>> {
    let summaries: Vec<Option<Summary>> = rows
        .iter()
        .map(|row| Summary::of(row.differences))
        .collect();
    let (places, chances): (Vec<usize>, Vec<f64>) = summaries
        .iter()
        .enumerate()
        .filter_map(|(place, summary)| Some((place, summary.as_ref()?)))
        .filter(|(_, summary)| summary.count >= FEWEST_PAIRS)
        .map(|(place, summary)| (place, of_mean(summary)))
        .unzip();
    let mut beyond = vec![false; rows.len()];
    for (place, is) in places.into_iter().zip(holm(&chances, FALSE_ALARMS)) {
        beyond[place] = is;
    }
    rows.iter()
        .zip(summaries)
        .zip(beyond)
        .map(|((row, summary), beyond)| Some(difference(row, summary?, beyond)))
        .collect()
}

fn difference(row: &Row, summary: Summary, beyond_chance: bool) -> Difference {
    let same_sign = row
        .differences
        .iter()
        .filter(|d| **d != 0.0 && (**d > 0.0) == (summary.mean > 0.0))
        .count();
    let verdict = if summary.count < FEWEST_PAIRS {
        Verdict::TooFew
    } else if row.differences.iter().all(|d| *d == 0.0) {
        Verdict::Untouched
    } else if !beyond_chance || summary.mean.abs() <= row.matters {
        Verdict::CantTell
    } else {
        let up = summary.mean > 0.0;
        match (row.metric.better, up) {
            (Better::Higher, true) | (Better::Lower, false) => Verdict::Better,
            (Better::Higher, false) | (Better::Lower, true) => Verdict::Worse,
            (Better::Neither, true) => Verdict::Higher,
            (Better::Neither, false) => Verdict::Lower,
        }
    };
    Difference {
        summary,
        agreement: share(same_sign, row.differences.len()),
        verdict,
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// One scenario in a line: how many of these metrics are better, worse, moved without being either, can't be
/// told apart, are the same. What none is, is left out.
#[must_use]
pub fn tally(differences: impl Iterator<Item = Difference>, language: Language) -> String {
    let verdicts: Vec<Verdict> = differences.map(|d| d.verdict).collect();
    let count = |wanted: &[Verdict]| verdicts.iter().filter(|v| wanted.contains(v)).count();
    let counts: [(&[Verdict], &str, &str); 5] = [
        (&[Verdict::Better], "项更好", "better"),
        (&[Verdict::Worse], "项更差", "worse"),
        (
            &[Verdict::Higher, Verdict::Lower],
            "项变了而无所谓好坏",
            "changed, neither better nor worse",
        ),
        (
            &[Verdict::CantTell, Verdict::TooFew],
            "项分不清",
            "can’t tell",
        ),
        (&[Verdict::Untouched], "项相同", "the same"),
    ];
    let said = counts.into_iter().filter_map(|(wanted, zh, en)| {
        let many = count(wanted);
        let name = match language {
            Language::Zh => zh,
            Language::En => en,
        };
        (many > 0).then(|| format!("{many} {name}"))
    });
    said.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::metric::METRICS;

    fn row<'a>(metric: &'static Metric, differences: &'a [f64]) -> Row<'a> {
        Row {
            metric,
            differences,
            matters: too_small(metric),
        }
    }

    /// Judged as one of 24 rows of which the others are nothing.
    fn check(differences: &[f64], expected: Verdict) {
        let nothing = [0.1, -0.1].repeat(32);
        let mut rows = vec![row(&METRICS[0], differences)];
        rows.extend(METRICS[1..].iter().map(|metric| row(metric, &nothing)));
        let judged = judge(&rows);
        let first = judged[0].expect("there are differences");
        assert_eq!(first.verdict, expected, "{differences:?}");
        let others = judged[1..].iter().flatten();
        assert!(others.into_iter().all(|d| d.verdict == Verdict::CantTell));
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
    fn the_users_threshold_decides_what_is_too_small() {
        let differences = [0.05; 8];
        let one = |matters| {
            let of = Row {
                matters,
                ..row(&METRICS[0], &differences)
            };
            judge(&[of])[0].map(|d| d.verdict)
        };
        assert_eq!(one(0.04), Some(Verdict::Worse));
        assert_eq!(one(0.06), Some(Verdict::CantTell));
    }

    #[test]
    fn neither_way_is_better_for_what_is_neutral() {
        let neutral = METRICS.iter().find(|m| m.better == Better::Neither);
        let judged = judge(&[
            row(neutral.expect("there is one"), &[9.0; 8]),
            row(&METRICS[0], &[]),
        ]);
        assert_eq!(judged[0].map(|d| d.verdict), Some(Verdict::Higher));
        assert!(judged[1].is_none());
    }
}
