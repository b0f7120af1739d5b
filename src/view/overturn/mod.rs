//! What would overturn a conclusion, in words, drawings and tables.

pub mod figures;
pub mod words;

use super::finding::{Finding, say};
use super::grouping;
use super::number::{show, show_difference};
use crate::measure::metric::METRICS;
use crate::scenario::field::{Language, Unit, Value};
use crate::study::sensitivity::Sensitivity;
use crate::study::sensitivity::claim::{Claim, Limit};
use crate::study::sensitivity::inputs::Input;
use crate::study::sensitivity::result::Overturn;

/// Everything that a person reads of the study, at any moment of it; `names` are the scenarios'.
#[must_use]
pub fn finding(
    study: &Sensitivity,
    found: &Overturn,
    names: &[&str],
    width: f64,
    language: Language,
) -> Finding {
    let claim = claim(study.claim(), names, language);
    let mut figures = Vec::new();
    figures.extend(figures::tornado(study, found, width, language));
    figures.extend(figures::map(study, found, width, language));
    let mut tables = Vec::new();
    tables.extend(figures::blame(study, found, language));
    tables.extend(figures::worth(study, found, language));
    tables.extend(figures::screening(study, found, language));
    Finding {
        sentence: words::sentence(study, found, &claim, language),
        notes: words::notes(study, found, language),
        figures,
        tables,
    }
}

/// The claim as a clause without a full stop.
#[must_use]
pub fn claim(claim: &Claim, names: &[&str], language: Language) -> String {
    let label = |metric: usize| METRICS[metric].label.get(language);
    let name = |number: usize| names.get(number).copied().unwrap_or("?");
    let compared = |metric: usize, zh: &str, en: &str| match language {
        Language::Zh => format!("“{}”的{}{zh}“{}”", name(0), label(metric), name(1)),
        Language::En => format!(
            "{} of “{}” is {en} than that of “{}”",
            label(metric),
            name(0),
            name(1)
        ),
    };
    match claim {
        Claim::Lower { metric } => compared(*metric, "低于", "lower"),
        Claim::Higher { metric } => compared(*metric, "高于", "higher"),
        Claim::Keeps { limits } => {
            let parts: Vec<String> = limits.iter().map(|l| limit(l, language)).collect();
            match language {
                Language::Zh => format!("“{}”的{}", name(0), parts.join("，且")),
                Language::En => format!("in “{}” {}", name(0), parts.join(" and ")),
            }
        }
    }
}

fn limit(limit: &Limit, language: Language) -> String {
    let metric = &METRICS[limit.metric];
    let (label, bound) = (
        metric.label.get(language),
        show(limit.bound, metric.unit, language),
    );
    match (language, limit.at_most) {
        (Language::Zh, true) => format!("{label}不高于 {bound}"),
        (Language::Zh, false) => format!("{label}不低于 {bound}"),
        (Language::En, true) => format!("{label} is at most {bound}"),
        (Language::En, false) => format!("{label} is at least {bound}"),
    }
}

/// What an assumption is called.
fn label(study: &Sensitivity, input: usize, language: Language) -> String {
    grouping::name(study.inputs()[input].field, language)
}

/// A margin with its unit.
#[must_use]
pub fn margin(study: &Sensitivity, value: f64, language: Language) -> String {
    let unit = study
        .claim()
        .metric()
        .map_or(Unit::Share, |m| METRICS[m].unit);
    show_difference(value, unit, language)
}

/// An assumption's value at a place between 0 and 1.
#[must_use]
pub fn value(input: &Input, at: f64, language: Language) -> String {
    amount(input, &input.value(at), language)
}

/// A value of an assumption in words.
#[must_use]
pub fn amount(input: &Input, value: &Value, language: Language) -> String {
    match value {
        Value::Number(number) => show(*number, input.field.unit, language),
        Value::Switch(true) => say(language, "开", "on"),
        Value::Switch(false) => say(language, "关", "off"),
        Value::Choice(id) => {
            let label = match input.field.kind {
                crate::scenario::field::Kind::Choice(options) => options
                    .iter()
                    .find(|option| option.id == *id)
                    .map(|o| o.label),
                _ => None,
            };
            label.map_or_else(|| (*id).to_owned(), |text| text.get(language).to_owned())
        }
        Value::Whole(_) | Value::Series(_) | Value::Words(_) => String::new(),
    }
}
