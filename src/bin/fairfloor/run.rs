//! `run`: one scenario, many years.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::job::Job;
use crate::long::Labels;
use crate::{input, out, print, results};
use fairfloor::measure::outcome::combined_fingerprint;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::study::board::Keep;
use fairfloor::study::sequential::Run;
use fairfloor::study::{Question, Study};
use serde_json::json;

/// Runs a scenario and prints its metrics.
pub fn run(
    typed: &str,
    overrides: &Overrides,
    options: &RunOptions,
    language: Language,
) -> Result<(), Failure> {
    let (named, _) = input::plan(typed, overrides, language)?;
    let (seed, replications) = (options.seed, options.replications);
    let mut named = [named];
    options.files.rename(&mut named);
    let job = Job {
        command: "run",
        scenarios: &named,
        arguments: options.repeat(),
        files: &options.files,
        threads: options.threads,
        language,
    };
    let [named] = &named;
    let question = Run::new(named.scenario.clone(), replications);
    let mut study = Study::new(Question::Run(question.clone()), seed, Keep::default());
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let wall_seconds = done.wall_seconds;
    let outcomes = study.board().outcomes(0);
    let summaries = question.result(study.board()).metrics;
    let calls: u64 = outcomes.iter().map(|o| o.calls_simulated).sum();
    let fingerprint = combined_fingerprint(outcomes);
    let mut json = json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": named.name,
        "seed": seed,
        "replications": replications,
        "fingerprint": fingerprint,
        "calls_simulated": calls,
        "metrics": results::metrics_json(&summaries),
    });
    let table = results::replications_csv(&[(&named.name, outcomes)], seed);
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
    job.finish(&study, &done, &Labels::of_scenarios(job.scenarios), files)?;
    json["wall_seconds"] = wall_seconds.into();
    let json = format!("{json:#}\n");
    print::result(&match options.format {
        Format::Json => json,
        Format::Csv => results::metrics_csv(&[(&named.name, summaries)]),
        Format::Table => {
            let table = results::metrics_table(&summaries, language);
            let name = &named.name;
            match language {
                Language::Zh => format!(
                    "{name}\n{replications} 年，种子 {seed}，指纹 {fingerprint}，{calls} 通来电，{wall_seconds:.1} 秒\n\n{table}"
                ),
                Language::En => format!(
                    "{name}\n{replications} years, seed {seed}, fingerprint {fingerprint}, {calls} calls, {wall_seconds:.1} s\n\n{table}"
                ),
            }
        }
    })
}
