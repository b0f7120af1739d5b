//! `sensitivity`: which assumptions a conclusion hangs on, and what would overturn it.

use crate::args::{Common, Format, Overrides};
use crate::failure::Failure;
use crate::job::{Job, typed as as_typed};
use crate::results::{csv, difference};
use crate::{input, print, told};
use clap::{Args, ValueEnum};
use fairfloor::measure::metric::METRICS;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::scenario::write::{number, to_json};
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::sensitivity::claim::{Claim, Limit};
use fairfloor::study::sensitivity::inputs::{Range, Width};
use fairfloor::study::sensitivity::local::Flip;
use fairfloor::study::sensitivity::result::Overturn;
use fairfloor::study::sensitivity::{Effort, Sensitivity};
use fairfloor::view::overturn;
use serde_json::{Value as Json, json};

/// What to ask and how much to run.
#[derive(Args)]
pub struct Options {
    /// The conclusion: METRIC=lower or METRIC=higher for the first of two scenarios against the second;
    /// METRIC<=VALUE or METRIC>=VALUE, repeatable, for one [default: the first's turnover is lower, or
    /// turnover is at most 20 %]
    #[arg(long, value_name = "CLAIM", allow_hyphen_values = true)]
    claim: Vec<String>,
    /// Look at this assumption only; may be repeated [default: all of them]
    #[arg(long, value_name = "PATH")]
    only: Vec<String>,
    /// How wide ranges are taken
    #[arg(long, value_enum, default_value_t = Ranges::Plausible)]
    range: Ranges,
    /// Walks of the screening
    #[arg(long, default_value_t = Effort::default().walks, value_parser = clap::value_parser!(u32).range(1..=1000))]
    walks: u32,
    /// Assumptions kept after the screening
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=60))]
    keep: u32,
    /// Plausible worlds, two years of each scenario in each
    #[arg(long, default_value_t = Effort::default().worlds, value_parser = clap::value_parser!(u32).range(10..=20_000))]
    worlds: u32,
    /// Years of each scenario where one assumption is moved alone
    #[arg(long, default_value_t = Effort::default().years_alone, value_parser = clap::value_parser!(u32).range(2..=10_000))]
    replications: u32,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Ranges {
    /// Half of the plausible range.
    Narrow,
    /// The catalogue's.
    Plausible,
    /// Half as much again.
    Wide,
}

impl Options {
    /// What must be typed again for the same results.
    fn repeat(&self) -> Vec<String> {
        let range = match self.range {
            Ranges::Narrow => "narrow",
            Ranges::Plausible => "plausible",
            Ranges::Wide => "wide",
        };
        let mut typed = as_typed(&[
            ("--range", range.to_owned()),
            ("--walks", self.walks.to_string()),
            ("--keep", self.keep.to_string()),
            ("--worlds", self.worlds.to_string()),
            ("--replications", self.replications.to_string()),
        ]);
        for claim in &self.claim {
            typed.extend(["--claim".to_owned(), claim.clone()]);
        }
        for only in &self.only {
            typed.extend(["--only".to_owned(), only.clone()]);
        }
        typed
    }
}

/// Runs the study and prints what it found.
pub fn sensitivity(
    typed: &[String],
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let claim = claim(&options.claim, typed.len(), language)?;
    let mut named = Vec::new();
    for one in typed {
        named.push(input::checked(one, overrides, language)?);
    }
    options.common.files.rename(&mut named);
    let scenarios = named.iter().map(|n| n.scenario.clone()).collect();
    let width = match options.range {
        Ranges::Narrow => Width::Narrow,
        Ranges::Plausible => Width::Plausible,
        Ranges::Wide => Width::Wide,
    };
    let effort = Effort {
        walks: options.walks,
        kept: options.keep as usize,
        worlds: options.worlds,
        years_alone: options.replications,
        ..Effort::default()
    };
    let only = (!options.only.is_empty()).then_some(options.only.as_slice());
    let asked = Sensitivity::new(claim, scenarios, width, only, effort, options.common.seed);
    known(&options.only, &asked, language)?;
    let mut study = Study::new(asked, options.common.seed, Keep::default());
    let job = Job {
        command: "sensitivity",
        scenarios: &named,
        arguments: options.repeat(),
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let asked = study.question();
    let found = asked.result(study.board());
    let names: Vec<&str> = named.iter().map(|n| n.name.as_str()).collect();
    let json = as_json(asked, &found, &names, options.common.seed);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.common.format {
        Format::Table => told::text(&overturn::finding(
            asked,
            &found,
            &names,
            told::WIDTH,
            language,
        )),
        Format::Json => summary,
        Format::Csv => as_csv(asked, &found),
    })
}

/// The claim as typed, or the usual one for as many scenarios.
fn claim(typed: &[String], scenarios: usize, language: Language) -> Result<Claim, Failure> {
    let wrong = |text: &str| {
        Failure::input(match language {
            Language::Zh => format!(
                "结论“{text}”读不懂。两个情景写 指标=lower 或 指标=higher；一个情景写 指标<=数 或 指标>=数（可重复）。"
            ),
            Language::En => format!(
                "The claim “{text}” can't be read. Of two scenarios: METRIC=lower or METRIC=higher; of one: METRIC<=VALUE or METRIC>=VALUE (repeatable)."
            ),
        })
    };
    let metric = |id: &str| input::metric(id, language);
    if scenarios == 2 {
        return match typed {
            [] => Ok(Claim::Lower { metric: 0 }),
            [one] => match one.rsplit_once('=') {
                Some((id, "lower")) => Ok(Claim::Lower {
                    metric: metric(id)?,
                }),
                Some((id, "higher")) => Ok(Claim::Higher {
                    metric: metric(id)?,
                }),
                Some(_) | None => Err(wrong(one)),
            },
            [_, second, ..] => Err(wrong(second)),
        };
    }
    let mut limits = Vec::new();
    for one in typed {
        let (at_most, parts) = match (one.split_once("<="), one.split_once(">=")) {
            (Some(parts), _) => (true, parts),
            (None, Some(parts)) => (false, parts),
            (None, None) => return Err(wrong(one)),
        };
        let metric = metric(parts.0.trim())?;
        let bound = METRICS[metric].amount(parts.1);
        limits.push(Limit {
            metric,
            bound: bound.ok_or_else(|| wrong(one))?,
            at_most,
        });
    }
    if limits.is_empty() {
        limits.push(Limit {
            metric: 0,
            bound: 0.2,
            at_most: true,
        });
    }
    Ok(Claim::Keeps { limits })
}

/// Every path named must be an assumption that the scenarios share.
fn known(only: &[String], asked: &Sensitivity, language: Language) -> Result<(), Failure> {
    let of = |path: &String| asked.inputs().iter().any(|i| i.field.path == path);
    let unknown: Vec<String> = only
        .iter()
        .filter(|path| !of(path))
        .map(|path| match language {
            Language::Zh => format!("{path}：不是这些情景共有的、有合理范围的假设。"),
            Language::En => {
                format!(
                    "{path}: not an assumption with a plausible range that the scenarios share."
                )
            }
        })
        .collect();
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(Failure::BadInput(unknown))
    }
}

fn flip(asked: &Sensitivity, input: usize, flip: &Flip) -> Json {
    let at = |at: f64| to_json(&asked.inputs()[input].value(at));
    match flip {
        Flip::NotInRange => json!({"in_range": false}),
        Flip::Pending => Json::Null,
        Flip::With { at: place } => json!({"in_range": true, "at": at(*place)}),
        Flip::At {
            at: place,
            from,
            to,
        } => {
            json!({"in_range": true, "at": at(*place), "between": [at(*from), at(*to)]})
        }
    }
}

fn as_json(asked: &Sensitivity, found: &Overturn, names: &[&str], seed: u64) -> Json {
    let unit = asked
        .claim()
        .metric()
        .map_or(Unit::None, |at| METRICS[at].unit);
    let path = |input: usize| asked.inputs()[input].field.path;
    let place = |input: usize, at: f64| to_json(&asked.inputs()[input].value(at));
    json!({
        "claim": overturn::claim(asked.claim(), names, Language::En),
        "scenarios": names,
        "seed": seed,
        "complete": found.complete,
        "margin": difference(found.base, unit),
        "worlds": found.share.map(|share| json!({
            "number": share.worlds,
            "clearly_holds": share.holds,
            "clearly_fails": share.fails,
            "share_holding": number(share.share),
            "ci95": [number(share.interval.0), number(share.interval.1)],
            "variance_of_margin": number(share.variance),
            "variance_of_luck": number(share.luck_variance),
        })),
        "chance_of_wrong_conclusion": found.error.map(number),
        "assumptions": asked.inputs().iter().enumerate().map(|(i, input)| json!({
            "path": input.field.path,
            "own": to_json(&input.own),
            "range": match &input.range {
                Range::Amounts { low, high } => json!([number(*low), number(*high)]),
                Range::Options(options) => options.iter().map(to_json).collect(),
            },
            "screening": found.screening.get(i).map(|effect| json!({
                "size": number(effect.size),
                "size_standard_error": effect.size_error.map(number),
                "mean": number(effect.mean),
                "spread": effect.spread.map(number),
            })),
        })).collect::<Vec<Json>>(),
        "tornado": found.tornado.iter().map(|bar| json!({
            "path": path(bar.input),
            "ends": bar.ends.iter().map(|(at, there)| json!({
                "at": place(bar.input, *at),
                "margin": difference(Some(*there), unit),
            })).collect::<Vec<Json>>(),
            "flip": flip(asked, bar.input, &bar.flip),
        })).collect::<Vec<Json>>(),
        "indices": found.blame.iter().map(|one| json!({
            "path": path(one.input),
            "first_order": number(one.alone),
            "total": number(one.in_all),
            "total_ci95": one.interval.map(|(low, high)| [number(low), number(high)]),
        })).collect::<Vec<Json>>(),
        "unexplained_share": found.unexplained.map(number),
        "worth_measuring": found.worth.iter().map(|(input, worth)| json!({
            "path": path(*input),
            "fall_of_chance_of_wrong_conclusion": number(worth.gain),
        })).collect::<Vec<Json>>(),
        "map": found.map.as_ref().map(|map| json!({
            "across": {"path": path(map.inputs.0), "at": map.places.0.iter().map(|at| place(map.inputs.0, *at)).collect::<Vec<Json>>()},
            "up": {"path": path(map.inputs.1), "at": map.places.1.iter().map(|at| place(map.inputs.1, *at)).collect::<Vec<Json>>()},
            "chance": map.chance.iter().map(|row| row.iter().map(|c| number(*c)).collect()).collect::<Vec<Vec<Json>>>(),
        })),
    })
}

/// A row an assumption; what was not measured for it stays empty.
fn as_csv(asked: &Sensitivity, found: &Overturn) -> String {
    let head = [
        "assumption",
        "own",
        "screening_size",
        "screening_mean",
        "screening_spread",
        "margin_lowest",
        "margin_highest",
        "flips_at",
        "index_first_order",
        "index_total",
        "index_total_low",
        "index_total_high",
        "worth_measuring",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let plain = |json: &Json| match json {
        Json::String(text) => text.clone(),
        Json::Null => String::new(),
        other => other.to_string(),
    };
    for (i, input) in asked.inputs().iter().enumerate() {
        let effect = found.screening.get(i);
        let bar = found.tornado.iter().find(|bar| bar.input == i);
        let blame = found.blame.iter().find(|one| one.input == i);
        let worth = found.worth.iter().find(|(input, _)| *input == i);
        let text = |v: Option<f64>| v.map_or_else(String::new, |v| v.to_string());
        let turns = bar.map(|bar| flip(asked, i, &bar.flip)["at"].clone());
        rows.push(vec![
            input.field.path.to_owned(),
            plain(&to_json(&input.own)),
            text(effect.map(|e| e.size)),
            text(effect.map(|e| e.mean)),
            text(effect.and_then(|e| e.spread)),
            text(bar.map(|bar| bar.reach().0)),
            text(bar.map(|bar| bar.reach().1)),
            plain(&turns.unwrap_or(Json::Null)),
            text(blame.map(|b| b.alone)),
            text(blame.map(|b| b.in_all)),
            text(blame.and_then(|b| b.interval).map(|i| i.0)),
            text(blame.and_then(|b| b.interval).map(|i| i.1)),
            text(worth.map(|(_, w)| w.gain)),
        ]);
    }
    csv(&rows)
}
