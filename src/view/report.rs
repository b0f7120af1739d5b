//! The report: what somebody carries to a meeting, complete on its own page.

use super::figure::Grid;
use super::grouping::assumptions;
use super::history::shown;
use super::lineup::is_title;
use super::session::Session;
use super::snapshot::{Snapshot, TILES};
use super::words::{rail, report};
use super::{amount, sentence};
use crate::measure::metric::{METRICS, position};
use crate::scenario::field::{Field, Language, Source, Value};
use std::fmt::Write as _;

/// Everything of the report that is made up from values; fixed texts are in the words.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was asked.
    pub question: String,
    /// What came out, with its range.
    pub answer: String,
    /// The same against the baseline.
    pub against: String,
    /// The key numbers.
    pub numbers: Grid,
    /// What differs from the preset; empty where nothing does.
    pub changed: Grid,
    /// The author's assumptions that were changed, with what they lean on.
    pub assumed: Grid,
    /// How many parameters come from where.
    pub rest: String,
    /// The command that gives the same numbers.
    pub command: String,
}

/// The report of the open scenario.
#[must_use]
pub fn report(session: &Session, snapshot: &Snapshot, target: f64) -> Report {
    let language = session.language;
    let title = session.lineup.open().title(language);
    let baseline = session.baseline_title();
    let question = match (language, snapshot.is_baseline) {
        (Language::Zh, true) => format!("“{title}”下，一年里离职、服务、质量和公平会怎样？"),
        (Language::En, true) => {
            format!(
                "What becomes of leaving, service, quality and fairness in a year under “{title}”?"
            )
        }
        (Language::Zh, false) => format!("与“{baseline}”相比，“{title}”在一年里改变什么？"),
        (Language::En, false) => {
            format!("What does “{title}” change in a year, compared with “{baseline}”?")
        }
    };
    let (changed, assumed): (Vec<_>, Vec<_>) = session
        .changed()
        .into_iter()
        .filter(|(field, _)| !is_title(field))
        .partition(|(field, _)| !field.is_assumption());
    Report {
        question,
        answer: sentence::headline(snapshot, target, language),
        against: sentence::against(snapshot, &baseline, language),
        numbers: numbers(snapshot, language),
        changed: table(session, &changed),
        assumed: table(session, &assumed),
        rest: rest(assumed.len(), language),
        command: command(session, snapshot.current.count),
    }
}

fn numbers(snapshot: &Snapshot, language: Language) -> Grid {
    let head = [
        report::METRIC,
        report::MEDIAN,
        report::RANGE,
        report::DIFFERENCE,
    ];
    let row = |metric: usize| {
        let summary = snapshot.current.metrics[metric]?;
        let difference = snapshot.differences[metric].filter(|_| !snapshot.is_baseline);
        let said = difference.map_or_else(
            || "–".to_owned(),
            |found| sentence::verdict(metric, &found, language),
        );
        Some(vec![
            METRICS[metric].label.get(language).to_owned(),
            amount::value(metric, &summary, language),
            amount::range(metric, &summary, language),
            said,
        ])
    };
    Grid {
        head: head.map(|text| text.get(language).to_owned()).to_vec(),
        rows: TILES
            .iter()
            .chain(&MORE)
            .filter_map(|id| row(position(id)?))
            .collect(),
    }
}

/// Beside the four of the tiles.
const MORE: [&str; 4] = [
    "quality.first_contact_resolution",
    "service.abandonment",
    "fairness.perceived",
    "cost.total_per_year",
];

fn table(session: &Session, fields: &[(&'static Field, Value)]) -> Grid {
    let language = session.language;
    let head = [
        report::PARAMETER,
        report::NOW,
        report::PRESET,
        report::SOURCE,
    ];
    Grid {
        head: head.map(|text| text.get(language).to_owned()).to_vec(),
        rows: fields
            .iter()
            .map(|(field, value)| {
                vec![
                    field.label.get(language).to_owned(),
                    shown(field, value, language),
                    shown(field, &(field.get)(&session.origin), language),
                    source(&field.source, language),
                ]
            })
            .collect(),
    }
}

/// Who says so, in a few words.
fn source(source: &Source, language: Language) -> String {
    match source {
        Source::Seed => rail::SOURCE_SEED.get(language).to_owned(),
        Source::Example => rail::SOURCE_EXAMPLE.get(language).to_owned(),
        Source::Convention => rail::SOURCE_CONVENTION.get(language).to_owned(),
        Source::BankLog => rail::SOURCE_BANK.get(language).to_owned(),
        Source::Study { cite, .. } => cite.get(language).into_owned(),
        Source::Assumption { .. } => rail::SOURCE_NONE.get(language).to_owned(),
    }
}

fn rest(changed: usize, language: Language) -> String {
    let (all, own) = assumptions();
    let all = all - changed;
    match (language, changed) {
        (Language::Zh, 0) => {
            format!("{all} 项行为假设全部保持默认值；其中 {own} 项是作者假设，没有来源。")
        }
        (Language::En, 0) => format!(
            "All {all} assumptions on behaviour stay as shipped; {own} of them are the author’s, without a source."
        ),
        (Language::Zh, _) => format!(
            "其余 {all} 项行为假设保持默认值；行为假设中共有 {own} 项是作者假设，没有来源。"
        ),
        (Language::En, _) => format!(
            "{all} other assumptions on behaviour stay as shipped; of all of them, {own} are the author’s, without a source."
        ),
    }
}

/// The command line that repeats it.
fn command(session: &Session, count: usize) -> String {
    // Worlds are too long for a line: the scenario's own file has them.
    if !session.scenario().behaviour.worlds.is_empty() {
        return format!(
            "fairfloor run scenario.json --replications {count} --seed {}",
            session.seed
        );
    }
    let mut out = format!("fairfloor run {}", session.preset().id);
    for (field, value) in session.changed() {
        if is_title(field) {
            continue;
        }
        let text = match &value {
            Value::Number(v) => v.to_string(),
            Value::Whole(v) => v.to_string(),
            Value::Switch(on) => on.to_string(),
            Value::Choice(id) => (*id).to_string(),
            Value::Series(values) => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                format!("[{}]", values.join(","))
            }
            Value::Words(words) => words.to_string(),
        };
        let _ = write!(out, " --set '{}={text}'", field.path);
    }
    let _ = write!(out, " --replications {count} --seed {}", session.seed);
    out
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::session::LEVER;
    use super::super::snapshot::tests::outcomes;
    use super::*;
    use crate::scenario::catalogue;
    use crate::scenario::find;

    #[test]
    fn what_was_changed_is_told_and_can_be_repeated() {
        let snapshot =
            Snapshot::of(&outcomes(64, 0.3), &outcomes(64, 0.2), false).expect("outcomes");
        for language in [Language::Zh, Language::En] {
            let mut session = Session::new(language);
            let lever = find(LEVER).expect("the lever");
            let assumption = catalogue()
                .find(|field| field.is_assumption() && matches!(field.default, Value::Number(_)))
                .expect("an assumption");
            session.apply(Action::Set(lever, Value::Number(91.0)));
            let (low, high) = assumption.source.range().unwrap_or((0.1, 0.2));
            let is_low = assumption.default == Value::Number(low);
            let other = Value::Number(if is_low { high } else { low });
            session.apply(Action::Set(assumption, other));
            let told = report(&session, &snapshot, 91.0);
            assert_eq!(told.changed.rows.len(), 1);
            assert_eq!(told.assumed.rows.len(), 1);
            assert!(
                told.command.contains(&format!("--set '{LEVER}=91'")),
                "{}",
                told.command
            );
            assert!(told.command.ends_with("--replications 64 --seed 1"));
            assert_eq!(told.numbers.rows.len(), TILES.len() + MORE.len());
        }
    }
}
