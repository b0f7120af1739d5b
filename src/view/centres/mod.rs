//! The report on other centres: which of the default's conclusions change there, and where each comes from.

mod prose;
pub mod typical;

use crate::measure::metric::{METRICS, position};
use crate::measure::summary::{Summary, values};
use crate::scenario::field::{Language, Text, Unit, Value};
use crate::scenario::presets::{self, Preset};
use crate::scenario::{Scenario, catalogue};
use crate::study::evidence::centres::{ASKED, Found, QUESTIONS, reach};
use crate::view::verdict::{Difference, Row, judge, too_small};
use crate::view::{history, number};
use std::fmt::Write;
use typical::{SHEETS, Sheet};

/// Title and note of each question, in the order of [`QUESTIONS`].
const HEADINGS: [(Text, Text); QUESTIONS.len()] = [
    (prose::TARGET, prose::TARGET_NOTE),
    (prose::AWARDS, prose::AWARDS_NOTE),
    (prose::RELIEF, prose::RELIEF_NOTE),
    (prose::SUPPORT, prose::SUPPORT_NOTE),
];

/// By question, then by what is asked.
type Judged = Vec<Vec<Option<Difference>>>;

/// The whole report; the first of `found` is what the others are compared with, and `results` names the
/// results that it stands for.
#[must_use]
pub fn report(found: &[Found], results: &str, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let judged: Vec<Judged> = found.iter().map(judgements).collect();
    let mut out = format!(
        "{}\n\n{}\n\n{} `{results}`{}\n\n{}\n\n{}",
        say(prose::TITLE),
        say(prose::OTHER),
        say(prose::MADE_BY),
        say(prose::STOP),
        say(prose::HOW_TO_READ),
        say(prose::YEARS)
    );
    let years = found.iter().map(|f| format!("{} {}", f.centre, f.years));
    let years = years.collect::<Vec<_>>().join(say(prose::COMMA));
    let _ = writeln!(out, "{years}{}\n", say(prose::STOP));
    let _ = writeln!(
        out,
        "{}\n\n{}\n",
        say(prose::CHANGES),
        say(prose::CHANGES_NOTE)
    );
    out += &changes(found, &judged, language);
    for (question, (title, note)) in HEADINGS.into_iter().enumerate() {
        let _ = writeln!(out, "\n{}\n\n{}\n", say(title), say(note));
        out += &answers(found, &judged, question, language);
    }
    let _ = writeln!(
        out,
        "\n{}\n\n{}\n",
        say(prose::REACH),
        say(prose::REACH_NOTE)
    );
    out += &reaches(found, language);
    let _ = writeln!(
        out,
        "\n{}\n\n{}",
        say(prose::SHEETS),
        say(prose::SHEETS_NOTE)
    );
    for sheet in &SHEETS {
        out += &section(sheet, found, language);
    }
    let _ = writeln!(out, "\n{}\n", say(prose::READ));
    for reading in prose::READINGS {
        let _ = writeln!(out, "- {reading}");
    }
    out
}

/// All rows of a centre judged together.
fn judgements(found: &Found) -> Judged {
    let metrics: Vec<usize> = ASKED.iter().filter_map(|id| position(id)).collect();
    let rows: Vec<Row> = found
        .differences
        .iter()
        .flat_map(|asked| asked.iter().zip(&metrics))
        .map(|(differences, metric)| Row {
            metric: &METRICS[*metric],
            differences,
            matters: too_small(&METRICS[*metric]),
        })
        .collect();
    judge(&rows)
        .chunks(metrics.len())
        .map(<[_]>::to_vec)
        .collect()
}

fn title(centre: &str, language: Language) -> &'static str {
    presets::find(centre).map_or("", |preset| preset.title.get(language))
}

fn head(cells: &[&str]) -> String {
    format!(
        "| {} |\n|{}\n",
        cells.join(" | "),
        " --- |".repeat(cells.len())
    )
}

/// A difference that matters, one that surely does not, or neither.
fn word(metric: usize, found: &Difference) -> Text {
    if is_small(metric, found) {
        prose::SMALL
    } else {
        found.verdict.text()
    }
}

/// True where the whole interval is smaller than what matters.
fn is_small(metric: usize, found: &Difference) -> bool {
    let (low, high) = found.summary.ci95;
    low.abs().max(high.abs()) < too_small(&METRICS[metric])
}

/// A number of a unit; an index from 0 to 1 with one more decimal than elsewhere, as differences are small.
fn bare(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Index if value < 0.0 => format!("−{:.3}", value.abs()),
        Unit::Index => format!("{value:.3}"),
        _ => number::bare(value, unit),
    }
}

/// «−2.3 pp ± 1.1, better».
fn cell(metric: usize, difference: Option<&Difference>, language: Language) -> String {
    let Some(found) = difference else {
        return "—".to_owned();
    };
    let (unit, mean) = (METRICS[metric].unit, found.summary.mean);
    let half = (found.summary.ci95.1 - found.summary.ci95.0) / 2.0;
    let shown = match unit {
        Unit::Index if mean > 0.0 => format!("+{}", bare(mean, unit)),
        Unit::Index => bare(mean, unit),
        _ => number::show_difference(mean, unit, language),
    };
    let word = word(metric, found).get(language);
    let comma = prose::COMMA.get(language);
    format!("{shown} ± {}{comma}{word}", bare(half, unit))
}

fn answers(found: &[Found], judged: &[Judged], question: usize, language: Language) -> String {
    let metrics: Vec<usize> = ASKED.iter().filter_map(|id| position(id)).collect();
    let mut cells = vec![prose::CENTRE.get(language)];
    cells.extend(metrics.iter().map(|m| METRICS[*m].label.get(language)));
    let mut out = head(&cells);
    for (found, judged) in found.iter().zip(judged) {
        let row: Vec<String> = metrics
            .iter()
            .zip(&judged[question])
            .map(|(metric, difference)| cell(*metric, difference.as_ref(), language))
            .collect();
        let _ = writeln!(
            out,
            "| {} | {} |",
            title(found.centre, language),
            row.join(" | ")
        );
    }
    out
}

/// How what is found differs from the default; None where it does not.
fn change(metric: usize, default: &Difference, here: &Difference) -> Option<Text> {
    match (default.verdict.is_clear(), here.verdict.is_clear()) {
        (true, true) => (default.verdict != here.verdict).then_some(prose::REVERSED),
        (true, false) if is_small(metric, here) => Some(prose::SMALL_HERE),
        (true, false) => Some(prose::NOT_SEEN),
        (false, true) => Some(prose::ONLY_HERE),
        (false, false) => None,
    }
}

fn changes(found: &[Found], judged: &[Judged], language: Language) -> String {
    let mut out = String::new();
    let (Some((default, others)), Some(default_found)) = (judged.split_first(), found.first())
    else {
        return out;
    };
    for (found, here) in found.iter().skip(1).zip(others) {
        let mut lines = Vec::new();
        for (question, (heading, _)) in HEADINGS.iter().enumerate() {
            let both = default[question].iter().zip(&here[question]);
            let said: Vec<String> = ASKED
                .iter()
                .filter_map(|id| position(id))
                .zip(both)
                .filter_map(|(metric, (default, here))| {
                    let (default, here) = (default.as_ref()?, here.as_ref()?);
                    let word = change(metric, default, here)?.get(language);
                    let (then, now) = (
                        cell(metric, Some(default), language),
                        cell(metric, Some(here), language),
                    );
                    let label = METRICS[metric].label.get(language);
                    Some(match language {
                        Language::Zh => format!("{label}**{word}**（默认 {then}；这里 {now}）"),
                        Language::En => format!("{label} **{word}** (default {then}; here {now})"),
                    })
                })
                .collect();
            if !said.is_empty() {
                let asked = heading.get(language).trim_start_matches("## ");
                let (space, semicolon) =
                    (prose::SPACE.get(language), prose::SEMICOLON.get(language));
                lines.push(format!("  - {asked}{space}{}", said.join(semicolon)));
            }
        }
        lines.extend(further(default_found, found, language));
        if lines.is_empty() {
            lines.push(format!("  - {}", prose::NOTHING.get(language)));
        }
        let _ = writeln!(
            out,
            "- {}\n{}",
            title(found.centre, language),
            lines.join("\n")
        );
    }
    out
}

/// How far one may go, as it is read: surely, perhaps.
fn reach_shown(found: &Found, language: Language) -> [String; 2] {
    let say = |text: Text| text.get(language);
    let reach = reach(&found.levels);
    let more = if reach.to_the_end {
        say(prose::AT_LEAST)
    } else {
        ""
    };
    [reach.surely, reach.perhaps].map(|target| {
        target.map_or_else(|| say(prose::NONE).to_owned(), |t| format!("{more}{t:.0}"))
    })
}

/// The line on how far one may go, where the default has none and this centre has one, or the other way round.
fn further(default: &Found, here: &Found, language: Language) -> Option<String> {
    let has = |found: &Found| reach(&found.levels).surely.is_some();
    (has(default) != has(here)).then(|| {
        let say = |text: Text| text.get(language);
        let [then, now] = [default, here].map(|found| reach_shown(found, language)[0].clone());
        let asked = say(prose::REACH).trim_start_matches("## ");
        let (default, here) = (say(prose::AGAINST_DEFAULT), say(prose::HERE));
        match language {
            Language::Zh => format!("  - {asked}{default}：{then}；{here}：{now}"),
            Language::En => format!("  - {asked} {default}: {then}; {here}: {now}"),
        }
    })
}

fn reaches(found: &[Found], language: Language) -> String {
    let say = |text: Text| text.get(language);
    let columns = [
        prose::CENTRE,
        prose::OWN,
        prose::TURNOVER_OWN,
        prose::SURELY,
        prose::PERHAPS,
    ];
    let mut out = head(&columns.map(say));
    for found in found {
        let own = own_target(found.centre);
        let [surely, perhaps] = reach_shown(found, language);
        let turnover =
            mean(found, ASKED[0]).map_or_else(String::new, |s| measured(ASKED[0], &s, language));
        let _ = writeln!(
            out,
            "| {} | {own:.0} | {turnover} | {surely} | {perhaps} |",
            title(found.centre, language),
        );
    }
    out
}

fn scenario(centre: &str) -> Scenario {
    presets::find(centre).map_or_else(Scenario::standard, Preset::scenario)
}

fn own_target(centre: &str) -> f64 {
    scenario(centre).appraisal.kpis.call_volume.target_per_day
}

fn mean(found: &Found, id: &str) -> Option<Summary> {
    Summary::of(&values(&found.base, position(id)?))
}

/// A mean with half of its interval.
fn measured(id: &str, summary: &Summary, language: Language) -> String {
    let unit = position(id).map_or(Unit::None, |m| METRICS[m].unit);
    let half = (summary.ci95.1 - summary.ci95.0) / 2.0;
    format!(
        "{} ± {}",
        number::show(summary.mean, unit, language),
        number::bare(half, unit)
    )
}

/// True where the mean counts as near to what was published.
#[must_use]
pub fn is_near(figure: &typical::Typical, mean: f64) -> bool {
    (figure.near.0..=figure.near.1).contains(&mean)
}

fn section(sheet: &Sheet, found: &[Found], language: Language) -> String {
    let say = |text: Text| text.get(language);
    let about = presets::find(sheet.centre).map_or("", |preset| preset.about.get(language));
    let mut out = format!(
        "\n### {}\n\n`{}`: {about}\n\n{}\n\n",
        title(sheet.centre, language),
        sheet.centre,
        say(sheet.limits)
    );
    out += &head(
        &[
            prose::METRIC,
            prose::PUBLISHED,
            prose::RANGE,
            prose::SIMULATED,
            prose::NEAR,
        ]
        .map(say),
    );
    let here = found.iter().find(|found| found.centre == sheet.centre);
    for figure in sheet.typical {
        let Some(metric) = position(figure.metric) else {
            continue;
        };
        let (low, high) = figure.near;
        let summary = here.and_then(|found| mean(found, figure.metric));
        let (shown, near) = summary.map_or_else(
            || ("—".to_owned(), "—"),
            |s| {
                let near = if is_near(figure, s.mean) {
                    prose::NEAR
                } else {
                    prose::FAR
                };
                (measured(figure.metric, &s, language), say(near))
            },
        );
        let _ = writeln!(
            out,
            "| {} | {} | {} | {shown} | {near} |",
            METRICS[metric].label.get(language),
            say(figure.said),
            number::show_range(low, high, METRICS[metric].unit, language),
        );
    }
    out.push('\n');
    out += &head(&[prose::FIELD, prose::VALUE, prose::SOURCE].map(say));
    let (own, standard) = (scenario(sheet.centre), Scenario::standard());
    let mut before = None;
    for field in catalogue() {
        let value = (field.get)(&own);
        if value == (field.get)(&standard) || matches!(value, Value::Words(_)) {
            continue;
        }
        // Weekdays alike are said once.
        if matches!(value, Value::Series(_))
            && before.replace(value.clone()).as_ref() == Some(&value)
        {
            continue;
        }
        let source = sheet
            .sourced
            .iter()
            .find(|sourced| sourced.path == field.path);
        let _ = writeln!(
            out,
            "| {} `{}` | {} | {} |",
            field.label.get(language),
            field.path,
            history::shown(field, &value, language),
            source.map_or(say(prose::ASSUMPTION), |sourced| say(sourced.said)),
        );
    }
    out
}
