//! The validation report: what was found, in words and tables.

pub mod figure;
mod idle;
pub mod plots;
mod prose;
pub mod titles;

use crate::measure::metric::{METRICS, position};
use crate::scenario::field::{Citation, Language, Text};
use crate::study::evidence::ablation::HEADLINES;
use crate::study::evidence::docking::{From, Trial};
use crate::study::evidence::fact::{Cited, Fact, Standing, Verdict};
use crate::study::evidence::facts::held_out::NOT_EXPRESSIBLE;
use crate::study::evidence::findings::{Beside, Contribution, Findings, Judged};
use crate::study::replay::Comparison;
use crate::view::{number, replay};
use std::fmt::Write;

/// The whole report in a language; `results` names the results that it stands for.
#[must_use]
pub fn report(found: &Findings, results: &str, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let mut out = format!(
        "{}\n\n{}\n\n{} `{results}`{}\n\n{}\n\n",
        say(prose::TITLE),
        say(prose::OTHER),
        say(prose::MADE_BY),
        say(prose::STOP),
        say(prose::HOW_TO_READ)
    );
    out += &summary(found, language);
    for (title, note, standing) in [
        (prose::MEANT, prose::MEANT_NOTE, Standing::Meant),
        (prose::HELD_OUT, prose::HELD_OUT_NOTE, Standing::HeldOut),
        (prose::LEANED_ON, prose::LEANED_ON_NOTE, Standing::LeanedOn),
    ] {
        section(&mut out, say(title), say(note));
        if standing == Standing::Meant {
            out += "![](docs/validation/target.svg)\n\n";
        }
        out += &facts(&found.facts, standing, language);
        if standing == Standing::HeldOut {
            let _ = writeln!(out, "\n{}\n", say(prose::CANT_ASK));
            for study in NOT_EXPRESSIBLE {
                let why = titles::cant_ask(study).map_or("", say);
                let names = Citation::Names(study).get(language);
                let _ = writeln!(out, "- {names}{}{why}", say(prose::COLON));
            }
        }
    }
    section(&mut out, say(prose::DOCKING), say(prose::DOCKING_NOTE));
    out += "![](docs/validation/docking.svg)\n\n";
    out += &trials(&found.trials, language);
    section(&mut out, say(prose::ABLATION), say(prose::ABLATION_NOTE));
    out += "![](docs/validation/ablation.svg)\n\n";
    out += &mechanisms(&found.mechanisms, language);
    out += &directions(found, language);
    section(&mut out, say(prose::EXTREMES), say(prose::EXTREMES_NOTE));
    for (id, faults) in &found.extremes {
        let state = if faults.is_empty() {
            say(prose::IN_ORDER).to_owned()
        } else {
            faults.join(", ")
        };
        let _ = writeln!(out, "- {}: {state}", titles::extreme(id).map_or(*id, say));
    }
    section(&mut out, say(prose::EXACT), say(prose::EXACT_NOTE));
    out += &beside(&found.exact, say(prose::HEAD_BESIDE), true);
    out += &phones(&found.bank, found.replay.as_ref(), language);
    let _ = write!(out, "\n{}\n", say(prose::DOUBTS));
    out
}

/// A real centre's phones: the preset beside the log, and the log simulated with its own arrivals.
#[must_use]
pub fn phones(bank: &[Beside], own: Option<&Comparison>, language: Language) -> String {
    let say = |text: Text| text.get(language);
    let mut out = String::new();
    section(&mut out, say(prose::BANK), say(prose::BANK_NOTE));
    if bank.is_empty() {
        out += say(prose::BANK_ABSENT);
        out.push('\n');
    } else {
        out += &beside(bank, say(prose::HEAD_BANK), false);
    }
    let Some(own) = own else {
        return out;
    };
    section(&mut out, say(prose::OWN), say(prose::OWN_NOTE));
    if let Some(sentence) = replay::sentence(own, language) {
        let _ = writeln!(out, "{sentence}\n");
    }
    let head = replay::head(language);
    let _ = write!(
        out,
        "| {} |\n|{}\n",
        head.join(" | "),
        " --- |".repeat(head.len())
    );
    for row in &own.rows {
        let _ = writeln!(out, "| {} |", replay::row(row, language).join(" | "));
    }
    out
}

fn section(out: &mut String, title: &str, note: &str) {
    let _ = write!(out, "\n{title}\n\n{note}\n\n");
}

fn counts<T>(judged: &[&Judged<T>], language: Language) -> String {
    let of = |verdict| judged.iter().filter(|j| j.verdict == verdict).count();
    let (holds, fails) = (of(Verdict::Holds), of(Verdict::Fails));
    let unclear = judged.len() - holds - fails;
    match language {
        Language::Zh => format!("{holds} 成立，{fails} 不成立，{unclear} 分不清"),
        Language::En => format!("{holds} hold, {fails} fail, {unclear} can't be told"),
    }
}

fn summary(found: &Findings, language: Language) -> String {
    let mut out = format!("{}\n\n", prose::SUMMARY.get(language));
    let line = |out: &mut String, title: Text, counts: String| {
        let name = title.get(language).trim_start_matches("## ");
        let _ = writeln!(out, "- {name}: {counts}");
    };
    for (title, standing) in [
        (prose::MEANT, Standing::Meant),
        (prose::HELD_OUT, Standing::HeldOut),
        (prose::LEANED_ON, Standing::LeanedOn),
    ] {
        let of: Vec<&Judged<Fact>> = found
            .facts
            .iter()
            .filter(|j| j.of.standing == standing)
            .collect();
        line(&mut out, title, counts(&of, language));
    }
    line(
        &mut out,
        prose::DOCKING,
        counts(&found.trials.iter().collect::<Vec<_>>(), language),
    );
    out
}

/// Facts of one standing, in the order of their numbers.
fn facts(judged: &[Judged<Fact>], standing: Standing, language: Language) -> String {
    let mut of: Vec<&Judged<Fact>> = judged
        .iter()
        .filter(|j| j.of.standing == standing)
        .collect();
    of.sort_by_key(|j| order(j.of.id));
    let mut out = format!("{}\n", prose::HEAD_FACT.get(language));
    for j in of {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            j.of.id,
            titles::fact(j.of.id).map_or("", |t| t.get(language)),
            figure::band(j.of.band, j.of.scale, language),
            figure::estimate(j.found.as_ref(), j.of.scale),
            j.found.map_or(0, |f| f.replications),
            figure::verdict(j.verdict).get(language),
            cited(j.of.source, language)
        );
    }
    out
}

fn order(id: &str) -> (u32, &str) {
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(0), id)
}

fn cited(source: Cited, language: Language) -> String {
    let mark = if source.confirmed { " †" } else { "" };
    format!("{}{mark}", source.cite.get(language))
}

fn trials(judged: &[Judged<Trial>], language: Language) -> String {
    let mut out = format!("{}\n", prose::HEAD_TRIAL.get(language));
    for j in judged {
        let published = j.of.published;
        let (low, high) = published.interval;
        let from = match published.from {
            From::Sizes => " ◊",
            From::Reading => "",
        };
        let single = j.found.and_then(|f| f.single);
        let _ = writeln!(
            out,
            "| {} | {} | {} ({}{from}) | {} | {} | {} | {} |",
            cited(j.of.source, language),
            titles::trial(j.of.id).map_or("", |t| t.get(language)),
            figure::bare(published.effect, j.of.scale),
            figure::range(low, high, j.of.scale),
            figure::estimate(j.found.as_ref(), j.of.scale),
            single.map_or_else(|| "—".to_owned(), |s| figure::bare(s, j.of.scale)),
            figure::verdict(j.verdict).get(language),
            titles::note(j.of.id).map_or("", |t| t.get(language))
        );
    }
    out
}

/// The name of a constant or lever, from the catalogue.
fn name(path: &str, language: Language) -> &'static str {
    crate::scenario::find(path).map_or("", |field| field.label.get(language))
}

fn mechanisms(all: &[Contribution], language: Language) -> String {
    let metric = |id: &str| position(id).map_or("", |at| METRICS[at].label.get(language));
    let mut out = format!("| {} |", prose::MECHANISM.get(language));
    for id in HEADLINES {
        let _ = write!(out, " {} |", metric(id));
    }
    let _ = write!(out, "\n| --- |{}\n", " --- |".repeat(HEADLINES.len()));
    for c in all {
        let path = c.of.path();
        let short = path.trim_start_matches("behaviour.parameters.");
        let _ = write!(out, "| {} (`{short}`) |", name(path, language));
        for (h, id) in HEADLINES.iter().enumerate() {
            let unit = position(id).map(|at| METRICS[at].unit);
            let cell = |centre: usize| {
                let found = c.headlines[centre][h];
                match (found, unit) {
                    (Some(f), Some(unit)) if f.value.abs() > 4.0 * f.error && f.value != 0.0 => {
                        number::show_difference(f.value, unit, language)
                    }
                    _ => "·".to_owned(),
                }
            };
            let _ = write!(out, " {} / {} |", cell(0), cell(1));
        }
        out.push('\n');
    }
    let all_move = all.iter().all(|c| c.moves.iter().any(|of| !of.is_empty()));
    if all_move {
        let _ = write!(out, "\n{}\n", prose::EVERYTHING_MOVES.get(language));
    } else {
        let nothing = prose::NOTHING_MOVES.get(language);
        let _ = write!(out, "\n{nothing}\n{}", idle::explained(all, language));
    }
    out
}

fn directions(found: &Findings, language: Language) -> String {
    let (levers, placebos, broken) = &found.directions;
    let note = match language {
        Language::Zh => format!(
            "目录里的每个可调项（含开关与假设，共 {levers} 项）都事先写明必须动什么、往哪边、什么一位都不许动；另有 {placebos} 个安慰剂。表在代码里（`src/study/evidence/direction/`），测试用另一批运气逐项守住。不成立的：{}。",
            broken.len()
        ),
        Language::En => format!(
            "Every lever of the catalogue, switches and hypotheses included ({levers}), is said beforehand to move certain metrics a certain way, or to leave them alone to the bit; besides there are {placebos} placebos. The table is code (`src/study/evidence/direction/`) and a test holds each line under luck of its own. Claims that did not hold: {}.",
            broken.len()
        ),
    };
    let mut out = String::new();
    section(&mut out, prose::DIRECTIONS.get(language), &note);
    for b in broken {
        let _ = writeln!(out, "- `{}` → `{}`", b.path, b.metric);
    }
    out
}

fn beside(rows: &[Beside], head: &str, with_z: bool) -> String {
    let mut out = format!("{head}\n");
    for row in rows {
        let digits = if row.expected.abs() < 10.0 { 4 } else { 1 };
        let _ = write!(
            out,
            "| {} | {:.digits$} | {:.digits$} | {:.digits$} |",
            row.id, row.expected, row.found, row.error
        );
        if with_z {
            let z = (row.found - row.expected) / row.error;
            let _ = write!(out, " {z:.2} |");
        }
        out.push('\n');
    }
    out
}
