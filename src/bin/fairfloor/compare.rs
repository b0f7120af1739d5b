//! `compare`: several scenarios under the same luck, differences taken year by year.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::input::Named;
use crate::{input, out, pool, print, results};
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::write::write_text;
use fairfloor::study::board::{Cell, Keep};
use fairfloor::study::compare::Compare;
use fairfloor::study::{Question, Study};
use serde_json::{Value as Json, json};
use std::time::Instant;

/// Runs the scenarios and prints their metrics and the differences against the first.
pub fn compare(
    typed: &[String],
    overrides: &Overrides,
    options: &RunOptions,
    language: Language,
) -> Result<(), Failure> {
    let named = read_all(typed, overrides, language)?;
    if let Some(folder) = &options.out {
        out::prepare(folder, language)?;
    }
    #[allow(
        clippy::disallowed_methods,
        reason = "how long it took is for people, not for results"
    )]
    let start = Instant::now();
    let (seed, replications) = (options.seed, options.replications);
    let scenarios = named.iter().map(|n| n.scenario.clone()).collect();
    let question = Compare::new(scenarios, replications);
    let mut study = Study::new(Question::Compare(question.clone()), seed, Keep::default());
    pool::drive(&mut study, options.threads)?;
    let wall_seconds = start.elapsed().as_secs_f64();
    let comparison = question.result(study.board(), 0);
    let outcomes: Vec<&[Outcome]> = study.board().cells().iter().map(Cell::outcomes).collect();
    let names: Vec<&str> = named.iter().map(|n| n.name.as_str()).collect();
    let summaries = comparison.metrics;
    let differences: Vec<Vec<Option<Summary>>> = comparison.differences[1..]
        .iter()
        .map(|of| of.iter().map(|p| p.as_ref().map(|p| p.summary)).collect())
        .collect();
    let scenarios: Vec<Json> = (0..names.len())
        .map(|at| {
            json!({
                "name": names[at],
                "fingerprint": combined_fingerprint(outcomes[at]),
                "metrics": results::metrics_json(&summaries[at]),
            })
        })
        .collect();
    let against_first: Vec<Json> = (1..names.len())
        .map(|at| {
            json!({
                "name": names[at],
                "metrics": results::differences_json(&differences[at - 1]),
            })
        })
        .collect();
    let json = json!({
        "schema_version": SCHEMA_VERSION,
        "seed": seed,
        "replications": replications,
        "calls_simulated": outcomes.iter().copied().flatten().map(|o| o.calls_simulated).sum::<u64>(),
        "wall_seconds": wall_seconds,
        "scenarios": scenarios,
        "differences": against_first,
    });
    let json = format!("{json:#}\n");
    if let Some(folder) = &options.out {
        let with_names: Vec<(&str, &[Outcome])> = names
            .iter()
            .copied()
            .zip(outcomes.iter().copied())
            .collect();
        let table = results::replications_csv(&with_names, seed);
        let mut files: Vec<(String, String)> = named
            .iter()
            .enumerate()
            .map(|(at, n)| (format!("scenario-{}.json", at + 1), write_text(&n.scenario)))
            .collect();
        files.push(("replications.csv".to_owned(), out::with_mark(&table)));
        files.push(("summary.json".to_owned(), json.clone()));
        out::write(folder, &files, language)?;
    }
    print::result(&match options.format {
        Format::Json => json,
        Format::Csv => {
            let with_names: Vec<_> = names.iter().copied().zip(summaries).collect();
            results::metrics_csv(&with_names)
        }
        Format::Table => (1..names.len())
            .map(|at| {
                let names = [names[0], names[at]];
                let (first, other) = (&summaries[0], &summaries[at]);
                results::difference_table(first, other, &differences[at - 1], names, language)
            })
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

/// Reads every scenario before saying what is wrong, and tells equal names apart.
fn read_all(
    typed: &[String],
    overrides: &Overrides,
    language: Language,
) -> Result<Vec<Named>, Failure> {
    let (mut named, mut wrong) = (Vec::<Named>::new(), Vec::new());
    for one in typed {
        match input::plan(one, overrides, language) {
            Ok((mut this, _)) => {
                let own = this.name.clone();
                let mut twin = 1;
                while named.iter().any(|n| n.name == this.name) {
                    twin += 1;
                    this.name = format!("{own} ({twin})");
                }
                named.push(this);
            }
            Err(Failure::BadInput(lines)) => {
                wrong.extend(lines.into_iter().map(|line| format!("{one}: {line}")));
            }
            Err(other) => return Err(other),
        }
    }
    if wrong.is_empty() {
        Ok(named)
    } else {
        Err(Failure::BadInput(wrong))
    }
}
