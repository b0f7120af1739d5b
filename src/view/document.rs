//! The tables of MODEL.md: every parameter and every metric, written out of the catalogue.

use super::number::{show, unit_name, with_unit};
use crate::measure::metric::{Better, METRICS};
use crate::scenario::catalogue;
use crate::scenario::field::{
    Field, Grade, Kind, Language, Source, Text, UNSUPPORTED, Unit, Value,
};
use std::fmt::Write;

/// Every parameter, section by section, then every metric, as Markdown.
#[must_use]
pub fn parameter_tables(language: Language) -> String {
    let mut out = String::new();
    let mut section = "";
    for field in catalogue().filter(|field| !matches!(field.kind, Kind::Words { .. })) {
        if section_of(field) != section {
            section = section_of(field);
            let _ = writeln!(out, "\n### `{section}`\n");
            head(&mut out, &PARAMETER_HEAD, language);
        }
        let range = field.source.range().filter(|_| is_amount(field.kind));
        let cells = [
            format!("`{}`", field.path),
            field.label.get(language).to_owned(),
            default_of(field, language),
            range.map_or("—".to_owned(), |(low, high)| {
                format!("{}–{}", bare(low, field.unit), bare(high, field.unit))
            }),
            source(&field.source, language),
        ];
        row(&mut out, &cells);
    }
    let title = pick("指标", "Metrics", language);
    let _ = writeln!(out, "\n### {title}\n");
    head(&mut out, &METRIC_HEAD, language);
    for metric in METRICS {
        let unit = unit_name(metric.unit).get(language);
        let cells = [
            format!("`{}`", metric.id),
            metric.label.get(language).to_owned(),
            if unit.is_empty() { "—" } else { unit }.to_owned(),
            better(metric.better, language).to_owned(),
            metric.meaning.get(language).to_owned(),
        ];
        row(&mut out, &cells);
    }
    out
}

const PARAMETER_HEAD: [Text; 5] = [
    text("路径", "Path"),
    text("名称", "Name"),
    text("默认值", "Default"),
    text("合理范围", "Plausible range"),
    text("来源", "Source"),
];

const METRIC_HEAD: [Text; 5] = [
    text("编号", "Id"),
    text("名称", "Name"),
    text("单位", "Unit"),
    text("哪边更好", "Better"),
    text("含义", "Meaning"),
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

fn pick(zh: &'static str, en: &'static str, language: Language) -> &'static str {
    text(zh, en).get(language)
}

/// A group of the scenario, or one mechanism's constants.
fn section_of(field: &Field) -> &'static str {
    let constants = "behaviour.parameters.";
    let Some(rest) = field.path.strip_prefix(constants) else {
        return field.group();
    };
    let mechanism = rest.find('.').unwrap_or(rest.len());
    &field.path[..constants.len() + mechanism]
}

fn head(out: &mut String, names: &[Text], language: Language) {
    let names: Vec<String> = names.iter().map(|n| n.get(language).to_owned()).collect();
    row(out, &names);
    let _ = writeln!(out, "|{}", " --- |".repeat(names.len()));
}

fn row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn is_amount(kind: Kind) -> bool {
    match kind {
        Kind::Number { .. } | Kind::Whole { .. } => true,
        Kind::Switch | Kind::Choice(_) | Kind::Series { .. } | Kind::Words { .. } => false,
    }
}

fn default_of(field: &Field, language: Language) -> String {
    match &field.default {
        Value::Number(v) => amount(*v, field.unit, language),
        Value::Whole(v) => amount(f64::from(*v), field.unit, language),
        Value::Switch(on) => if *on {
            pick("开", "on", language)
        } else {
            pick("关", "off", language)
        }
        .to_owned(),
        Value::Choice(id) => format!("`{id}`"),
        Value::Series(values) => match (values.iter().any(|v| *v > 0.0), language) {
            (false, Language::Zh) => "不开线".to_owned(),
            (false, Language::En) => "closed".to_owned(),
            (true, Language::Zh) => format!("{} 个数", values.len()),
            (true, Language::En) => format!("{} amounts", values.len()),
        },
        Value::Words(words) => words.to_string(),
    }
}

/// Exact, unlike on the page: a default of 0.0017 must not read 0.
fn amount(value: f64, unit: Unit, language: Language) -> String {
    if unit == Unit::HourOfDay {
        return show(value, unit, language);
    }
    with_unit(bare(value, unit), unit, language)
}

fn bare(value: f64, unit: Unit) -> String {
    let shown = if matches!(unit, Unit::Share | Unit::SharePerYear) {
        value * 100.0
    } else {
        value
    };
    let text = format!("{shown:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('-', "−")
}

fn source(source: &Source, language: Language) -> String {
    match *source {
        Source::Seed => pick("论文", "the paper", language).to_owned(),
        Source::Example => {
            pick("示例，请换成自己的", "example; put in your own", language).to_owned()
        }
        Source::Convention => pick("惯例", "convention", language).to_owned(),
        Source::BankLog => pick(
            "由一家银行 1999 年 8 月的通话记录测得",
            "measured from a bank's log, August 1999",
            language,
        )
        .to_owned(),
        Source::Study { cite, grade, .. } => {
            let grade = match grade {
                Grade::A => "A",
                Grade::B => "B",
                Grade::C => "C",
            };
            match language {
                Language::Zh => format!("{}（{grade} 级）", cite.get(language)),
                Language::En => format!("{} (grade {grade})", cite.get(language)),
            }
        }
        Source::Assumption { why, .. } => {
            let why = why.map_or(UNSUPPORTED.get(language).into(), |cite| cite.get(language));
            match language {
                Language::Zh => format!("作者假设；{why}"),
                Language::En => format!("assumption; {why}"),
            }
        }
    }
}

fn better(better: Better, language: Language) -> &'static str {
    match better {
        Better::Higher => pick("高", "higher", language),
        Better::Lower => pick("低", "lower", language),
        Better::Neither => pick("—", "neither", language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_and_every_metric_has_one_row_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            let tables = parameter_tables(language);
            let rows = |id: &str| tables.matches(&format!("| `{id}` |")).count();
            for field in catalogue().filter(|f| !matches!(f.kind, Kind::Words { .. })) {
                assert_eq!(rows(field.path), 1, "{}", field.path);
            }
            for metric in METRICS {
                assert_eq!(rows(metric.id), 1, "{}", metric.id);
            }
        }
    }

    #[test]
    fn small_defaults_are_not_rounded_away() {
        let tables = parameter_tables(Language::En);
        for cell in [
            "| 0.0017 |",
            "| 80.9% |",
            "| 08:30 |",
            "| −1.5 |",
            "| 2700 calls |",
        ] {
            assert!(tables.contains(cell), "{cell}");
        }
    }
}
