//! `compare`: several scenarios under the same luck, differences taken year by year.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::input::Named;
use crate::job::Job;
use crate::long::Labels;
use crate::{input, out, print, results};
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::study::board::{Cell, Keep};
use fairfloor::study::compare::Compare;
use fairfloor::study::{Question, Study};
use serde_json::{Value as Json, json};

/// Runs the scenarios and prints their metrics and the differences against the first.
pub fn compare(
    typed: &[String],
    overrides: &Overrides,
    options: &RunOptions,
    language: Language,
) -> Result<(), Failure> {
    let mut named = read_all(typed, overrides, language)?;
    options.files.rename(&mut named);
    let (seed, replications) = (options.seed, options.replications);
    let scenarios = named.iter().map(|n| n.scenario.clone()).collect();
    let question = Compare::new(scenarios, replications);
    let mut study = Study::new(Question::Compare(question.clone()), seed, Keep::default());
    let job = Job {
        command: "compare",
        scenarios: &named,
        arguments: options.repeat(),
        files: &options.files,
        threads: options.threads,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
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
    let mut json = json!({
        "schema_version": SCHEMA_VERSION,
        "seed": seed,
        "replications": replications,
        "calls_simulated": outcomes.iter().copied().flatten().map(|o| o.calls_simulated).sum::<u64>(),
        "scenarios": scenarios,
        "differences": against_first,
    });
    let with_names: Vec<(&str, &[Outcome])> = names
        .iter()
        .copied()
        .zip(outcomes.iter().copied())
        .collect();
    let table = results::replications_csv(&with_names, seed);
    let files = vec![
        (
            "replications.csv".to_owned(),
            out::with_mark(&table).into_bytes(),
        ),
        (
            "summary.json".to_owned(),
            format!("{json:#}\n").into_bytes(),
        ),
    ];
    job.finish(&study, &done, &Labels::of_scenarios(&named), files)?;
    json["wall_seconds"] = done.wall_seconds.into();
    let json = format!("{json:#}\n");
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
