//! `run`: one scenario, many years.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::job::Job;
use crate::long::Labels;
use crate::{folder, input, out, print, results};
use clap::Args;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::measure::outcome::combined_fingerprint;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::sequential::{End, Precision, Run};
use fairfloor::view::number::counted;
use fairfloor::view::sentence::beyond_demand;
use serde_json::json;

/// How much to run.
#[derive(Args)]
pub struct Options {
    /// Run until the 95 % interval of this metric's mean reaches no further than this to each side;
    /// --replications is then the most that is run
    #[arg(long, value_name = "METRIC=HALF_WIDTH")]
    until: Option<String>,
    #[command(flatten)]
    run: RunOptions,
}

/// Runs a scenario and prints its metrics.
pub fn run(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let until = until(options.until.as_deref(), language)?;
    let mut arguments = options.run.repeat();
    if let Some(text) = &options.until {
        arguments.extend(["--until".to_owned(), text.clone()]);
    }
    let options = &options.run;
    let named = input::checked(typed, overrides, language)?;
    let (seed, most) = (options.common.seed, options.replications);
    let mut named = [named];
    options.common.files.rename(&mut named);
    let job = Job {
        command: "run",
        scenarios: &named,
        arguments,
        common: &options.common,
        language,
    };
    let [named] = &named;
    let question = match until {
        None => Run::new(named.scenario.clone(), most),
        Some(precision) => Run::until(named.scenario.clone(), precision, most),
    };
    let mut study = Study::new(question, seed, Keep::default());
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let wall_seconds = done.wall_seconds;
    let outcomes = study.board().outcomes(0);
    let found = study.question().result(study.board());
    let (summaries, replications) = (found.metrics, found.count);
    let calls: u64 = outcomes.iter().map(|o| o.calls_simulated).sum();
    let fingerprint = combined_fingerprint(outcomes);
    let mut json = json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": named.name,
        "seed": seed,
        "replications": replications,
        "fingerprint": fingerprint,
        "calls_simulated": calls,
        "metrics": results::metrics_json(&summaries, outcomes),
    });
    if until.is_some() {
        json["stopped"] = match found.end {
            End::Running | End::All => "all",
            End::Narrow => "narrow",
            End::Budget => "budget",
        }
        .into();
    }
    let table = results::replications_csv(&[(&named.name, outcomes)], seed);
    let files = vec![
        (folder::REPLICATIONS, out::with_mark(&table).into_bytes()),
        (folder::SUMMARY, format!("{json:#}\n").into_bytes()),
    ];
    job.finish(&study, &done, &Labels::of_scenarios(job.scenarios), files)?;
    json["wall_seconds"] = wall_seconds.into();
    let json = format!("{json:#}\n");
    print::result(&match options.common.format {
        Format::Json => json,
        Format::Csv => results::metrics_csv(&named.name, &summaries),
        Format::Table => {
            let table = results::metrics_table(&summaries, language);
            let name = &named.name;
            let target = named.scenario.appraisal.kpis.call_volume.target_per_day;
            let summary = |id: &str| position(id).and_then(|metric| summaries[metric]);
            let table = table + ended(found.end, language);
            let table = match beyond_demand(|id| Some(summary(id)?.mean), target, language) {
                Some(said) => format!("{said}\n\n{table}"),
                None => table,
            };
            match language {
                Language::Zh => format!(
                    "{name}\n{replications} 年，运气编号 {seed}，指纹 {fingerprint}，{calls} 通来电，{wall_seconds:.1} 秒\n\n{table}"
                ),
                Language::En => format!(
                    "{name}\n{}, seed {seed}, fingerprint {fingerprint}, {}, {wall_seconds:.1} s\n\n{table}",
                    counted(replications, "year", "years"),
                    counted(calls, "call", "calls")
                ),
            }
        }
    })
}

/// Why it ended, where that wasn't settled beforehand.
fn ended(end: End, language: Language) -> &'static str {
    match (end, language) {
        (End::Running | End::All, _) => "",
        (End::Narrow, Language::Zh) => "\n区间已窄到所要求的程度。\n",
        (End::Narrow, Language::En) => "\nThe interval is as narrow as asked.\n",
        (End::Budget, Language::Zh) => "\n次数用完，区间仍比要求的宽。\n",
        (End::Budget, Language::En) => {
            "\nAll the years allowed have been run, and the interval is still wider than asked.\n"
        }
    }
}

fn until(typed: Option<&str>, language: Language) -> Result<Option<Precision>, Failure> {
    let Some(text) = typed else { return Ok(None) };
    let Some((id, width)) = text.split_once('=') else {
        return Err(unread(text, language));
    };
    let metric = input::metric(id.trim(), language)?;
    let half_width = METRICS[metric].amount(width);
    match half_width.filter(|width| *width > 0.0) {
        Some(half_width) => Ok(Some(Precision { metric, half_width })),
        None => Err(unread(text, language)),
    }
}

fn unread(text: &str, language: Language) -> Failure {
    Failure::input(match language {
        Language::Zh => format!("“{text}”读不懂。请写 指标=半宽，半宽大于 0。"),
        Language::En => {
            format!("“{text}” can't be read. Write METRIC=HALF_WIDTH, the width above 0.")
        }
    })
}
