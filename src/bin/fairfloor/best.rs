//! `best`: which of several scenarios is best in one metric, with a stated probability of choosing right.

use crate::args::{Common, Format, Overrides};
use crate::compare::read_all;
use crate::failure::Failure;
use crate::job::{Job, typed as as_typed};
use crate::long::Labels;
use crate::results::{csv, level, mean_cells};
use crate::table::table;
use crate::{folder, input, print};
use clap::{Args, ValueEnum};
use fairfloor::measure::metric::{Better, METRICS};
use fairfloor::measure::summary::{self, Summary};
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::number;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::select::{Best, Chosen, Wish};
use fairfloor::view::look;
use fairfloor::view::number::{counted, show};
use fairfloor::view::verdict::too_small;
use serde_json::{Value as Json, json};

/// What is best, and how surely it is to be found.
#[derive(Args)]
pub struct Options {
    /// In which metric
    #[arg(long, default_value = "turnover.annual_rate", value_name = "METRIC")]
    metric: String,
    /// Which way is better [default: the metric's own]
    #[arg(long, value_enum)]
    prefer: Option<Way>,
    /// The smallest difference that matters, in the metric's unit
    #[arg(long, value_name = "AMOUNT")]
    matters: Option<f64>,
    /// Probability of a right choice when the best is better by at least what matters
    #[arg(long, default_value_t = 0.95, value_name = "SHARE")]
    certainty: f64,
    /// Most simulated years of each scenario
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(16..=100_000))]
    replications: u32,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Way {
    Higher,
    Lower,
}

/// Runs scenarios until one is left and prints it.
pub fn best(
    typed: &[String],
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let mut named = read_all(typed, overrides, language)?;
    options.common.files.rename(&mut named);
    let wish = wish(options, named.len(), language)?;
    let scenarios = named.iter().map(|n| n.scenario.clone()).collect();
    let question = Best::new(scenarios, wish);
    let mut study = Study::new(question, options.common.seed, Keep::default());
    let way = if wish.higher_is_better {
        "higher"
    } else {
        "lower"
    };
    let arguments = [
        ("--metric", options.metric.clone()),
        ("--prefer", way.to_owned()),
        ("--matters", wish.matters.to_string()),
        ("--certainty", options.certainty.to_string()),
        ("--replications", options.replications.to_string()),
    ];
    let job = Job {
        command: "best",
        scenarios: &named,
        arguments: as_typed(&arguments),
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let best = study.question();
    let chosen = best.result(study.board());
    let names: Vec<&str> = named.iter().map(|n| n.name.as_str()).collect();
    let summaries: Vec<Option<Summary>> = study
        .board()
        .cells()
        .iter()
        .map(|cell| Summary::of(&summary::values(cell.outcomes(), wish.metric)))
        .collect();
    let mut json = as_json(&chosen, &wish, &names, &summaries, options.common.seed);
    let files = vec![(folder::SUMMARY, format!("{json:#}\n").into_bytes())];
    job.finish(&study, &done, &Labels::of_scenarios(&named), files)?;
    json["wall_seconds"] = done.wall_seconds.into();
    print::result(&match options.common.format {
        Format::Json => format!("{json:#}\n"),
        Format::Csv => as_csv(&chosen, &wish, &names, &summaries),
        Format::Table => text(&chosen, &wish, &names, &summaries, language),
    })
}

fn wish(options: &Options, scenarios: usize, language: Language) -> Result<Wish, Failure> {
    let metric = input::metric(&options.metric, language)?;
    let about = &METRICS[metric];
    let higher_is_better = match (options.prefer, about.better) {
        (Some(Way::Higher), _) | (None, Better::Higher) => true,
        (Some(Way::Lower), _) | (None, Better::Lower) => false,
        (None, Better::Neither) => {
            return Err(Failure::input(match language {
                Language::Zh => format!(
                    "{}本身无所谓高低：请用 --prefer 说明哪边更好。",
                    about.label.zh
                ),
                Language::En => format!(
                    "{} is better neither way: say which with --prefer.",
                    about.label.en
                ),
            }));
        }
    };
    let matters = options.matters.unwrap_or_else(|| too_small(about));
    #[allow(clippy::cast_precision_loss)]
    let blind = 1.0 / scenarios as f64;
    if !(matters > 0.0
        && matters.is_finite()
        && options.certainty > blind
        && options.certainty < 1.0)
    {
        return Err(Failure::input(match language {
            Language::Zh => {
                format!("--matters 须大于 0；--certainty 须在 {blind:.2}（瞎猜）与 1 之间。")
            }
            Language::En => format!(
                "--matters must be above 0, --certainty between {blind:.2} (a blind guess) and 1."
            ),
        }));
    }
    Ok(Wish {
        metric,
        higher_is_better,
        matters,
        certainty: options.certainty,
        budget: options.replications,
    })
}

/// After how many years a scenario was given up.
fn given_up(chosen: &Chosen, place: usize) -> Option<usize> {
    let gone = chosen.gone.iter().find(|(at, _)| *at == place);
    gone.map(|(_, years)| *years)
}

fn as_json(
    chosen: &Chosen,
    wish: &Wish,
    names: &[&str],
    summaries: &[Option<Summary>],
    seed: u64,
) -> Json {
    let scenarios: Vec<Json> = names
        .iter()
        .zip(summaries)
        .enumerate()
        .map(|(place, (name, summary))| {
            let told = level(*summary, METRICS[wish.metric].unit);
            json!({
                "name": name,
                "replications": summary.map_or(0, |s| s.count),
                "mean": told["mean"],
                "ci95": told["ci95"],
                "given_up_after": given_up(chosen, place),
            })
        })
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "seed": seed,
        "metric": METRICS[wish.metric].id,
        "unit": unit_id(METRICS[wish.metric].unit),
        "prefer": if wish.higher_is_better { "higher" } else { "lower" },
        "matters": number(wish.matters),
        "certainty": number(wish.certainty),
        "best": chosen.best.map(|place| names[place]),
        "decided": chosen.decided,
        "scenarios": scenarios,
    })
}

fn as_csv(chosen: &Chosen, wish: &Wish, names: &[&str], summaries: &[Option<Summary>]) -> String {
    let metric = &METRICS[wish.metric];
    let head = [
        "scenario",
        "replications",
        "mean",
        "ci95_low",
        "ci95_high",
        "given_up_after",
        "metric",
        "unit",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (place, (name, summary)) in names.iter().zip(summaries).enumerate() {
        let mut row = vec![
            (*name).to_owned(),
            summary.map_or(0, |s| s.count).to_string(),
        ];
        row.extend(mean_cells(*summary, metric.range()));
        row.push(given_up(chosen, place).map_or(String::new(), |years| years.to_string()));
        row.extend([metric.id, unit_id(metric.unit)].map(str::to_owned));
        rows.push(row);
    }
    csv(&rows)
}

fn text(
    chosen: &Chosen,
    wish: &Wish,
    names: &[&str],
    summaries: &[Option<Summary>],
    language: Language,
) -> String {
    let about = &METRICS[wish.metric];
    let best = chosen.best.map_or("—", |place| names[place]);
    let (label, matters) = (
        about.label.get(language),
        show(wish.matters, about.unit, language),
    );
    let certainty = format!("{}%", wish.certainty * 100.0);
    let said = match (chosen.decided, language) {
        (true, Language::Zh) => format!(
            "{label}最好的是“{best}”。若它比别的好出 {matters} 以上，这样选至少有 {certainty} 的把握是对的；差得更少时，选中的也不会差出这么多。"
        ),
        (true, Language::En) => format!(
            "Best in “{label}”: {best}. If it is better than the others by at least {matters}, a choice made like this is right in at least {certainty} of cases; if by less, what is chosen is good to within that."
        ),
        (false, Language::Zh) => format!(
            "次数用完，还分不出{label}哪个最好：目前“{best}”领先，另有 {} 个没有淘汰。请增加 --replications，或放宽 --matters。",
            chosen.left.len().saturating_sub(1)
        ),
        (false, Language::En) => format!(
            "Which is best in “{label}” is not decided with the years allowed: {best} leads, {} not given up. Allow more --replications, or let --matters be larger.",
            counted(chosen.left.len().saturating_sub(1), "more is", "more are")
        ),
    };
    let mean = match language {
        Language::Zh => format!("{label}均值"),
        Language::En => format!("Mean of “{label}”"),
    };
    let head = match language {
        Language::Zh => ["情景", "年数", &mean, "均值的 95% 区间", "淘汰于第几年"],
        Language::En => [
            "Scenario",
            "Years",
            &mean,
            "95 % CI of the mean",
            "Given up after",
        ],
    };
    let rows: Vec<Vec<String>> = names
        .iter()
        .zip(summaries)
        .enumerate()
        .map(|(place, (name, summary))| {
            let mut row = vec![(*name).to_owned()];
            match summary {
                Some(s) => row.extend([
                    s.count.to_string(),
                    show(s.mean, about.unit, language),
                    look::range(s, about.unit, language),
                ]),
                None => row.extend(["0", "—", ""].map(str::to_owned)),
            }
            row.push(given_up(chosen, place).map_or(String::new(), |years| years.to_string()));
            row
        })
        .collect();
    format!("{said}\n\n{}", table(&head, &rows))
}
