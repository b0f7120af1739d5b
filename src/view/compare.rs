//! Up to six scenarios side by side, in words: who is held against whom, what differs, how sure that is.

use super::amount;
use super::lineup::{Letter, Reference};
use super::number;
use super::session::Session;
use super::verdict::{Difference, Row, Verdict, judge, too_small};
use super::words::compare;
use crate::measure::metric::{METRICS, position};
use crate::scenario::Scenario;
use crate::scenario::field::{Field, Language, Text, Unit, Value};
use crate::study::compare::Comparison;
use std::ops::Deref;
use std::rc::Rc;

/// The metrics in the order in which people ask for them.
pub const ASKED_FIRST: [&str; 6] = [
    "turnover.annual_rate",
    "quality.customer_satisfaction",
    "service.level",
    "output.resolved_calls_per_agent_day",
    "fairness.perceived",
    "cost.total_per_year",
];

/// Factors by which «too small to matter» may be raised or lowered.
pub const FACTORS: [f64; 4] = [0.5, 1.0, 2.0, 5.0];

/// One scenario of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its letter; None for a preset that is no part of the line-up.
    pub letter: Option<Letter>,
    /// Its name.
    pub title: String,
    /// The others are held against it.
    pub is_reference: bool,
}

/// The scenarios to compare: the line-up, and before it the preset that it is held against, if it is.
#[must_use]
pub fn scenarios(session: &Session) -> Vec<Rc<Scenario>> {
    let all = session.lineup.all().iter().map(|v| Rc::clone(&v.scenario));
    match session.lineup.reference {
        Reference::Preset(_) if session.lineup.has_room() => {
            std::iter::once(Rc::new(session.baseline_scenario()))
                .chain(all)
                .collect()
        }
        Reference::Preset(_) | Reference::Variant(_) => all.collect(),
    }
}

/// Their headings, in the same order.
#[must_use]
pub fn columns(session: &Session) -> Vec<Column> {
    let language = session.language;
    let reference = session.lineup.reference;
    let mut columns: Vec<Column> = session
        .lineup
        .all()
        .iter()
        .map(|variant| Column {
            letter: Some(variant.letter),
            title: variant.name(language),
            is_reference: reference == Reference::Variant(variant.letter),
        })
        .collect();
    if let Reference::Preset(preset) = reference
        && session.lineup.has_room()
    {
        let column = Column {
            letter: None,
            title: preset.title.get(language).to_owned(),
            is_reference: true,
        };
        columns.insert(0, column);
    }
    if !columns.iter().any(|column| column.is_reference) {
        columns[0].is_reference = true;
    }
    columns
}

/// Which of them is the reference.
#[must_use]
pub fn reference(session: &Session) -> usize {
    columns(session)
        .iter()
        .position(|column| column.is_reference)
        .unwrap_or(0)
}

/// Every scenario's metrics against the reference's, judged; `factor` raises what is too small to matter.
#[must_use]
pub fn judged(found: &Comparison, factor: f64) -> Vec<Vec<Option<Difference>>> {
    found
        .differences
        .iter()
        .map(|scenario| {
            let rows: Vec<Row> = scenario
                .iter()
                .enumerate()
                .map(|(metric, paired)| Row {
                    metric: &METRICS[metric],
                    differences: paired.as_ref().map_or(&[], |paired| &paired.differences),
                    matters: too_small(&METRICS[metric]) * factor,
                })
                .collect();
            judge(&rows)
        })
        .collect()
}

/// The first sentence: the first thing that people ask for in which any scenario differs, and the one
/// that differs most surely.
#[must_use]
pub fn headline(
    columns: &[Column],
    judged: &[Vec<Option<Difference>>],
    language: Language,
) -> String {
    let strongest = ASKED_FIRST.iter().find_map(|id| {
        let metric = position(id)?;
        let of = judged.iter().enumerate().filter_map(|(at, differences)| {
            let difference = differences[metric].filter(|d| d.verdict.is_clear())?;
            Some((at, metric, difference))
        });
        of.max_by(|a, b| strength(&a.2).total_cmp(&strength(&b.2)))
    });
    let reference = columns.iter().find(|c| c.is_reference);
    let against = reference.map_or_else(String::new, called);
    let Some((at, metric, difference)) = strongest else {
        let counted = judged.iter().flatten().flatten().next();
        let waiting = counted.is_none_or(|d| d.verdict == Verdict::TooFew);
        // Under the same luck only equal scenarios are equal to the last bit.
        let same = judged
            .iter()
            .flatten()
            .flatten()
            .all(|d| d.summary.mean == 0.0);
        return match (waiting, same, language) {
            (true, _, Language::Zh) => "正在同样的运气下比较……".to_owned(),
            (true, _, Language::En) => "Comparing under the same luck …".to_owned(),
            (false, true, Language::Zh) => {
                format!("与{against}完全相同：改一项参数，或添加一个对手。")
            }
            (false, true, Language::En) => {
                format!("The same as {against}: change something, or add a rival.")
            }
            (false, false, Language::Zh) => format!("与{against}相比，主要指标都分不清。"),
            (false, false, Language::En) => {
                format!("None of the main figures can be told apart from {against}.")
            }
        };
    };
    let who = called(&columns[at]);
    let label = METRICS[metric].label.get(language);
    let by = amount::size(metric, &difference, language);
    let up = difference.summary.mean > 0.0;
    let word = difference.verdict.text().get(language);
    match language {
        Language::Zh => format!(
            "{who}的{label}比{against}{} {by}：{word}。",
            if up { "高" } else { "低" }
        ),
        Language::En => format!(
            "{who}: {label} {by} {} than {against}, {word}.",
            if up { "higher" } else { "lower" }
        ),
    }
}

/// How many standard errors the mean difference is away from none.
/// The surest differences first, whichever scenario shows them.
pub fn surest_first(metrics: &mut [usize], judged: &[Vec<Option<Difference>>]) {
    let most = |metric: usize| {
        let of = judged.iter().filter_map(|differences| differences[metric]);
        of.map(|difference| strength(&difference))
            .fold(0.0, f64::max)
    };
    crate::order::by(metrics, |a, b| most(*b).total_cmp(&most(*a)));
}

fn strength(difference: &Difference) -> f64 {
    let summary = &difference.summary;
    let half = (summary.ci95.1 - summary.ci95.0) / 2.0;
    if half > 0.0 {
        summary.mean.abs() / half
    } else {
        f64::MAX
    }
}

fn called(column: &Column) -> String {
    match column.letter {
        Some(letter) => format!("“{} {}”", letter.name(), column.title),
        None => format!("“{}”", column.title),
    }
}

/// What the common luck was worth: the median over the metrics and scenarios; None where nothing varies.
#[must_use]
pub fn luck_saved(found: &Comparison, language: Language) -> Option<String> {
    let mut all: Vec<f64> = found
        .differences
        .iter()
        .flatten()
        .filter_map(|paired| paired.as_ref()?.luck_saved)
        .collect();
    crate::order::numbers(&mut all);
    let median = *all.get(all.len() / 2)?;
    let n = found.count;
    Some(match language {
        Language::Zh => format!(
            "{n} 对模拟，两边运气相同；若各用各的运气，要达到同样的把握约需 {median:.1} 倍的模拟（各指标的中位数）。"
        ),
        Language::En => format!(
            "{n} pairs under the same luck. With luck of their own, the same certainty would take about {median:.1} times as many simulations (median over the metrics)."
        ),
    })
}

/// What «too small to matter» means at a factor, for the units that people know.
#[must_use]
pub fn threshold(factor: f64, language: Language) -> String {
    let points = number::bare(factor, Unit::Points);
    let in_points = number::show(factor, Unit::Points, language);
    let calls = number::show(factor * 0.5, Unit::Calls, language);
    match language {
        Language::Zh => format!("{points} 个百分点 · {in_points} · {calls}"),
        Language::En => format!("{points} pp · {in_points} · {calls}"),
    }
}

/// The parameters in which any two differ: the field and each scenario's value, in the order of the
/// columns.
#[must_use]
pub fn differing(scenarios: &[impl Deref<Target = Scenario>]) -> Vec<(&'static Field, Vec<Value>)> {
    crate::scenario::catalogue()
        .filter(|field| !super::lineup::is_title(field))
        .filter_map(|field| {
            let values: Vec<Value> = scenarios.iter().map(|s| (field.get)(s)).collect();
            let differ = values.iter().any(|value| *value != values[0]);
            differ.then_some((field, values))
        })
        .collect()
}

/// What a rival does to a number.
type Change = fn(f64) -> f64;

/// A scenario that is worth comparing with the open one, a click away.
pub struct Rival {
    /// What the button says.
    pub label: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// Three rivals of a scenario: a lower target, wider awards, more rest. One that changes nothing is
/// left out.
#[must_use]
pub fn rivals(scenario: &Scenario, language: Language) -> Vec<Rival> {
    const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
    const COVERAGE: &str = "rewards.awards.coverage_share";
    const REST: &str = "support.rest_minutes_per_day";
    let number = |path: &str| {
        let field = crate::scenario::find(path)?;
        match (field.get)(scenario) {
            Value::Number(v) => Some((field, v)),
            _ => None,
        }
    };
    let wanted: [(&str, Change, Text); 3] = [
        (TARGET, |v| (v * 0.9).round(), compare::RIVAL_TARGET),
        (
            COVERAGE,
            |v| if v < 0.3 { 0.3 } else { (v * 2.0).min(1.0) },
            compare::RIVAL_COVERAGE,
        ),
        (REST, |v| v + 15.0, compare::RIVAL_REST),
    ];
    wanted
        .into_iter()
        .filter_map(|(path, change, label)| {
            let (field, from) = number(path)?;
            let value = Value::Number(change(from));
            let mut rival = scenario.clone();
            let sound = (field.set)(&mut rival, &value)
                && change(from) != from
                && crate::scenario::check::is_sound(&rival);
            let shown = |v: f64| number::bare(v, field.unit);
            sound.then(|| Rival {
                label: format!(
                    "{} {}→{}",
                    label.get(language),
                    shown(from),
                    shown(change(from))
                ),
                scenario: rival,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::outcome::Outcome;
    use crate::scenario::checked::tests::checked;
    use crate::scenario::field::Language;
    use crate::study::Study;
    use crate::study::board::Keep;
    use crate::study::compare::Compare;
    use crate::view::action::Action;
    use crate::view::snapshot::tests::outcome;

    /// A comparison in which scenario `i` has `i × 0.1` more of everything.
    fn compared(session: &Session, count: u32) -> Comparison {
        let scenarios = scenarios(session);
        let scenarios = scenarios.iter().map(|s| checked(Scenario::clone(s)));
        let compare = Compare::new(scenarios.collect(), count);
        let mut study = Study::new(compare, 1, Keep::default());
        let wanted: Vec<_> = study.wanted().collect();
        for task in wanted {
            let wobble = f64::from(task.replication % 5) / 50.0;
            let made: Outcome = outcome(0.2 + 0.1 * f64::from(task.cell) + wobble);
            study.take(task, made);
        }
        assert!(study.is_done());
        let compare = study.question();
        compare.result(study.board(), reference(session))
    }

    #[test]
    fn a_single_scenario_is_held_against_its_preset_and_two_against_each_other() {
        let mut session = Session::new(Language::En);
        assert_eq!(columns(&session).len(), 2);
        assert!(columns(&session)[0].is_reference);
        session.apply(Action::Duplicate);
        let both = columns(&session);
        assert_eq!(both.len(), 2);
        assert!(both[0].letter == Some(Letter::A) && both[0].is_reference);
        assert_eq!(scenarios(&session).len(), 2);
    }

    #[test]
    fn the_headline_names_the_first_clear_difference_once_there_are_enough_pairs() {
        let mut session = Session::new(Language::En);
        session.apply(Action::Duplicate);
        let columns = columns(&session);
        let few = judged(&compared(&session, 4), 1.0);
        let said = headline(&columns, &few, Language::En);
        assert!(said.starts_with("Comparing"), "{said}");
        let found = compared(&session, 64);
        let said = headline(&columns, &judged(&found, 1.0), Language::En);
        assert!(
            said.starts_with("“B ") && said.contains("than “A "),
            "{said}"
        );
        // A tenth is too small for somebody who cares for twenty times a hundredth only.
        let said = headline(&columns, &judged(&found, 20.0), Language::Zh);
        assert!(!said.contains("年离职率"), "{said}");
    }

    #[test]
    fn rivals_are_sound_and_differ_in_one_parameter() {
        let session = Session::new(Language::Zh);
        let found = rivals(session.scenario(), Language::Zh);
        assert_eq!(found.len(), 3);
        for rival in found {
            assert_eq!(rival.scenario.differences(session.scenario()).len(), 1);
        }
        assert_eq!(differing(&scenarios(&session)).len(), 0);
    }
}
