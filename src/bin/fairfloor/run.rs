//! `run`: one scenario, many years.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::{input, out, pool, print, results};
use fairfloor::measure::metric::position;
use fairfloor::measure::outcome::combined_fingerprint;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::write::write_text;
use fairfloor::study::board::Keep;
use fairfloor::study::sequential::Run;
use fairfloor::study::{Question, Study};
use fairfloor::view::sentence::beyond_demand;
use serde_json::json;
use std::time::Instant;

/// Runs a scenario and prints its metrics.
pub fn run(
    typed: &str,
    overrides: &Overrides,
    options: &RunOptions,
    language: Language,
) -> Result<(), Failure> {
    let (named, _) = input::plan(typed, overrides, language)?;
    if let Some(folder) = &options.out {
        out::prepare(folder, language)?;
    }
    #[allow(
        clippy::disallowed_methods,
        reason = "how long it took is for people, not for results"
    )]
    let start = Instant::now();
    let (seed, replications) = (options.seed, options.replications);
    let question = Run::new(named.scenario.clone(), replications);
    let mut study = Study::new(Question::Run(question.clone()), seed, Keep::default());
    pool::drive(&mut study, options.threads)?;
    let wall_seconds = start.elapsed().as_secs_f64();
    let outcomes = study.board().outcomes(0);
    let summaries = question.result(study.board()).metrics;
    let calls: u64 = outcomes.iter().map(|o| o.calls_simulated).sum();
    let fingerprint = combined_fingerprint(outcomes);
    let json = json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": named.name,
        "seed": seed,
        "replications": replications,
        "fingerprint": fingerprint,
        "calls_simulated": calls,
        "wall_seconds": wall_seconds,
        "metrics": results::metrics_json(&summaries),
    });
    let json = format!("{json:#}\n");
    if let Some(folder) = &options.out {
        let table = results::replications_csv(&[(&named.name, outcomes)], seed);
        let files = [
            ("scenario.json".to_owned(), write_text(&named.scenario)),
            ("replications.csv".to_owned(), out::with_mark(&table)),
            ("summary.json".to_owned(), json.clone()),
        ];
        out::write(folder, &files, language)?;
    }
    print::result(&match options.format {
        Format::Json => json,
        Format::Csv => results::metrics_csv(&[(&named.name, summaries)]),
        Format::Table => {
            let table = results::metrics_table(&summaries, language);
            let name = named.name;
            let target = named.scenario.appraisal.kpis.call_volume.target_per_day;
            let summary = |id: &str| position(id).and_then(|metric| summaries[metric]);
            let notice = beyond_demand(summary, target, language);
            let table = notice.map_or(table.clone(), |said| format!("{said}\n\n{table}"));
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
