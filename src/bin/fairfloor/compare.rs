//! `compare`: several scenarios under the same luck, differences taken year by year, judged as one table.

use crate::args::{Format, Overrides, RunOptions};
use crate::failure::Failure;
use crate::input::Named;
use crate::job::Job;
use crate::long::Labels;
use crate::table::{cut, table};
use crate::{folder, input, out, print, results};
use clap::Args;
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::write::to_json;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::cell::Cell;
use fairfloor::study::compare::{Compare, Comparison};
use fairfloor::view::compare::differing;
use fairfloor::view::grouping;
use fairfloor::view::history::shown;
use fairfloor::view::number::counted;
use fairfloor::view::verdict::{Difference, FALSE_ALARMS, Row, judge, too_small};
use serde_json::{Value as Json, json};

/// How much to run, what matters, and what is compared with what.
#[derive(Args)]
#[command(after_help = CSV_HELP)]
pub struct Options {
    /// A difference that is too small to matter, in the metric's unit; may be repeated [default: a
    /// percentage point, a point, a second, half a call, 10 000 yuan]
    #[arg(long, value_name = "METRIC=AMOUNT")]
    matters: Vec<String>,
    /// Which scenario the others are compared with, by its place
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    reference: usize,
    #[command(flatten)]
    run: RunOptions,
}

/// What `--format csv` holds beside what `run` writes.
const CSV_HELP: &str = "\
With --format csv a row for each scenario and metric, as `run` writes them, then one for each paired \
difference: its scenario is “B − A”, and its numbers are over the years in which both have a value. Two \
columns more than `run` has: against (A; empty for a scenario’s own rows) and pairs (how many such years).";

/// A table of differences, judged as a whole.
struct Judged {
    comparison: Comparison,
    /// By scenario, then metric.
    verdicts: Vec<Vec<Option<Difference>>>,
}

/// Runs the scenarios and prints their metrics and the differences against the reference.
pub fn compare(
    typed: &[String],
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let mut named = read_all(typed, overrides, language)?;
    let run = &options.run;
    run.common.files.rename(&mut named);
    let matters = matters(&options.matters, language)?;
    if !(1..=named.len()).contains(&options.reference) {
        return Err(Failure::input(match language {
            Language::Zh => format!("--reference：须在 1 到 {} 之间。", named.len()),
            Language::En => format!("--reference: must be from 1 to {}.", named.len()),
        }));
    }
    let scenarios: Vec<Checked> = named.iter().map(|n| n.scenario.clone()).collect();
    let question = Compare::new(scenarios.clone(), run.replications);
    let mut study = Study::new(question, run.common.seed, Keep::default());
    let mut arguments = run.repeat();
    arguments.extend(
        options
            .matters
            .iter()
            .flat_map(|m| ["--matters".to_owned(), m.clone()]),
    );
    arguments.extend(["--reference".to_owned(), options.reference.to_string()]);
    let job = Job {
        command: "compare",
        scenarios: &named,
        arguments,
        common: &run.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let compared = study.question();
    let compared = compared.result(study.board(), options.reference - 1);
    let judged = judged(compared, &matters);
    let outcomes: Vec<&[Outcome]> = study.board().cells().iter().map(Cell::outcomes).collect();
    let names: Vec<&str> = named.iter().map(|n| n.name.as_str()).collect();
    let mut json = as_json(&judged, &names, &outcomes, run);
    json["differing_fields"] = differing_json(&scenarios);
    let with_names: Vec<(&str, &[Outcome])> = names
        .iter()
        .copied()
        .zip(outcomes.iter().copied())
        .collect();
    let table = results::replications_csv(&with_names, run.common.seed);
    let files = vec![
        (folder::REPLICATIONS, out::with_mark(&table).into_bytes()),
        (folder::SUMMARY, format!("{json:#}\n").into_bytes()),
    ];
    job.finish(&study, &done, &Labels::of_scenarios(&named), files)?;
    json["wall_seconds"] = done.wall_seconds.into();
    print::result(&match run.common.format {
        Format::Json => format!("{json:#}\n"),
        Format::Csv => results::compared_csv(&judged.comparison, &names),
        Format::Table => {
            let foot = foot(&names, &outcomes, run, language);
            text(&judged, &names, &scenarios, run, &foot, language)
        }
    })
}

/// The smallest differences that matter, metric by metric.
fn matters(typed: &[String], language: Language) -> Result<Vec<f64>, Failure> {
    let mut matters: Vec<f64> = METRICS.iter().map(too_small).collect();
    for text in typed {
        let (id, amount) = text.split_once('=').unwrap_or((text, ""));
        let metric = input::metric(id.trim(), language)?;
        match METRICS[metric].amount(amount) {
            Some(amount) if amount >= 0.0 => {
                matters[metric] = amount;
            }
            Some(_) | None => {
                return Err(Failure::input(match language {
                    Language::Zh => format!("“{text}”读不懂。请写 指标=数，数不小于 0。"),
                    Language::En => {
                        format!(
                            "“{text}” can't be read. Write METRIC=AMOUNT, the amount at least 0."
                        )
                    }
                }));
            }
        }
    }
    Ok(matters)
}

/// Judges all scenarios and metrics as one table, so that the chance of any false alarm in it is held.
fn judged(comparison: Comparison, matters: &[f64]) -> Judged {
    let rows: Vec<Row> = comparison
        .differences
        .iter()
        .flat_map(|of| of.iter().enumerate())
        .map(|(metric, pairs)| Row {
            metric: &METRICS[metric],
            differences: pairs.as_ref().map_or(&[], |pairs| &pairs.differences),
            matters: matters[metric],
        })
        .collect();
    let verdicts = judge(&rows);
    let verdicts = verdicts.chunks(METRICS.len()).map(<[_]>::to_vec).collect();
    Judged {
        comparison,
        verdicts,
    }
}

fn as_json(judged: &Judged, names: &[&str], outcomes: &[&[Outcome]], run: &RunOptions) -> Json {
    let comparison = &judged.comparison;
    let scenarios: Vec<Json> = (0..names.len())
        .map(|at| {
            json!({
                "name": names[at],
                "fingerprint": combined_fingerprint(outcomes[at]),
                "metrics": results::metrics_json(&comparison.metrics[at], outcomes[at]),
            })
        })
        .collect();
    let others = (0..names.len()).filter(|at| *at != comparison.reference);
    let differences: Vec<Json> = others
        .map(|at| {
            let (pairs, verdicts) = (&comparison.differences[at], &judged.verdicts[at]);
            json!({ "name": names[at], "metrics": results::differences_json(pairs, verdicts) })
        })
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "seed": run.common.seed,
        "replications": run.replications,
        "calls_simulated": outcomes.iter().copied().flatten().map(|o| o.calls_simulated).sum::<u64>(),
        "reference": names[comparison.reference],
        "false_alarms": { "rule": "holm", "level": FALSE_ALARMS },
        "scenarios": scenarios,
        "differences": differences,
    })
}

fn differing_json(scenarios: &[Checked]) -> Json {
    let fields = differing(scenarios).into_iter();
    fields
        .map(|(field, values)| {
            let values: Vec<Json> = values.iter().map(to_json).collect();
            json!({ "path": field.path, "values": values })
        })
        .collect()
}

/// How much was run, and the marks by which the same is known again.
fn foot(names: &[&str], outcomes: &[&[Outcome]], run: &RunOptions, language: Language) -> String {
    let marks = names.iter().zip(outcomes);
    let marks = marks.map(|(name, outcomes)| format!("{name} {}", combined_fingerprint(outcomes)));
    let marks: Vec<String> = marks.collect();
    let (years, seed) = (run.replications, run.common.seed);
    match language {
        Language::Zh => format!(
            "各 {years} 年，运气编号 {seed}，指纹：{}\n",
            marks.join("，")
        ),
        Language::En => format!(
            "{} of each, seed {seed}, fingerprints: {}\n",
            counted(years, "year", "years"),
            marks.join(", ")
        ),
    }
}

/// A table for each scenario, how false alarms are held down, and what differs.
fn text(
    judged: &Judged,
    names: &[&str],
    scenarios: &[Checked],
    run: &RunOptions,
    foot: &str,
    language: Language,
) -> String {
    let comparison = &judged.comparison;
    let reference = comparison.reference;
    let mut parts: Vec<String> = (0..names.len())
        .filter(|at| *at != reference)
        .map(|at| {
            let sides = [reference, at].map(|at| &comparison.metrics[at][..]);
            let pairs = (&comparison.differences[at][..], &judged.verdicts[at][..]);
            let few = results::fewer_pairs(pairs.0, run.replications, language);
            let names = [names[reference], names[at]];
            results::difference_table(sides, pairs, names, language) + &few.unwrap_or_default()
        })
        .collect();
    let rows = judged.verdicts.iter().flatten().flatten().count();
    parts.push(match language {
        Language::Zh => format!(
            "“更好”“更差”要求差异大到有意义，且超出偶然：整张表（{rows} 行）出现任何一次误报的概率至多 5%（Holm 法）。\n“共同运气省几倍”是说用各自独立的运气要多跑多少倍才有同样窄的区间。\n"
        ),
        Language::En => format!(
            "A verdict needs a difference that matters and is more than chance: any false alarm in the whole table ({rows} rows) comes up in at most 5 % of tables (Holm's rule).\n“Luck saves” says how many times more years independent luck would have needed for intervals as narrow.\n"
        ),
    });
    parts.push(foot.to_owned());
    let (field, nothing) = match language {
        Language::Zh => ("不同的参数", "参数全都相同。\n"),
        Language::En => ("What differs", "Nothing differs.\n"),
    };
    let names: Vec<String> = names.iter().map(|name| cut(name, 24)).collect();
    let mut head = vec![field];
    head.extend(names.iter().map(String::as_str));
    let rows: Vec<Vec<String>> = differing(scenarios)
        .into_iter()
        .map(|(field, values)| {
            let mut row = vec![grouping::name(field, language)];
            row.extend(values.iter().map(|value| shown(field, value, language)));
            row
        })
        .collect();
    parts.push(if rows.is_empty() {
        nothing.to_owned()
    } else {
        table(&head, &rows)
    });
    parts.join("\n")
}

/// Reads every scenario before saying what is wrong, and tells equal names apart.
pub fn read_all(
    typed: &[String],
    overrides: &Overrides,
    language: Language,
) -> Result<Vec<Named>, Failure> {
    let (mut named, mut wrong) = (Vec::<Named>::new(), Vec::new());
    for one in typed {
        match input::checked(one, overrides, language) {
            Ok(mut this) => {
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
