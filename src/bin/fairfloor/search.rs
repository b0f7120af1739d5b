//! `search`: plans that no other beats in everything at once, and what must change to catch up.

use crate::args::{Format, Overrides};
use crate::failure::Failure;
use crate::job::{Files, Job, another_question, typed as as_typed};
use crate::results::csv;
use crate::{input, print, told};
use clap::Args;
use fairfloor::measure::metric::position;
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::{Language, Value};
use fairfloor::scenario::write::number;
use fairfloor::study::board::Keep;
use fairfloor::study::search::catch::{CatchUp, Caught, Change};
use fairfloor::study::search::levers::{read, usual};
use fairfloor::study::search::{Effort, Found, OBJECTIVES, Search};
use fairfloor::study::sensitivity::claim::Claim;
use fairfloor::study::sensitivity::inputs::Input;
use fairfloor::study::{Question, Study};
use fairfloor::view::plans;
use serde_json::{Map, Value as Json, json};

/// What may be changed, and how much to run.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("ahead").args(["catch_up_with", "other"]))]
pub struct Options {
    /// A lever: PATH=LOW:HIGH, or PATH of a switch or choice; may be repeated [default: eleven usual ones]
    #[arg(long, value_name = "LEVER")]
    vary: Vec<String>,
    /// Most yuan a year
    #[arg(long, value_name = "YUAN", value_parser = money)]
    budget: Option<f64>,
    /// Instead: what must change for SCENARIO to catch up with this one
    #[arg(long, value_name = "OTHER", conflicts_with = "budget")]
    catch_up_with: Option<String>,
    // For `merge`: the same, as the second of the study's scenarios.
    #[arg(hide = true, value_name = "OTHER", conflicts_with = "budget")]
    other: Option<String>,
    /// With --catch-up-with: the metric to catch up in
    #[arg(
        long,
        value_name = "METRIC",
        default_value = "turnover.annual_rate",
        requires = "ahead"
    )]
    metric: String,
    /// Plans alive at a time
    #[arg(long, default_value_t = Effort::default().plans, value_parser = clap::value_parser!(u32).range(4..=500))]
    plans: u32,
    /// Generations
    #[arg(long, default_value_t = Effort::default().generations, value_parser = clap::value_parser!(u32).range(1..=1000))]
    generations: u32,
    /// Years of every plan that is left at the end; of each trial with --catch-up-with
    #[arg(long, default_value_t = Effort::default().last_years, value_parser = clap::value_parser!(u32).range(2..=10_000))]
    replications: u32,
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads; 0 = all. Results don't depend on it
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    files: Files,
}

impl Options {
    /// The scenario to catch up with.
    fn ahead(&self) -> Option<&String> {
        self.catch_up_with.as_ref().or(self.other.as_ref())
    }

    /// What must be typed again for the same results.
    fn repeat(&self) -> Vec<String> {
        let mut typed = as_typed(&[
            ("--plans", self.plans.to_string()),
            ("--generations", self.generations.to_string()),
            ("--replications", self.replications.to_string()),
            ("--seed", self.seed.to_string()),
        ]);
        for vary in &self.vary {
            typed.extend(["--vary".to_owned(), vary.clone()]);
        }
        if let Some(budget) = self.budget {
            typed.extend(["--budget".to_owned(), budget.to_string()]);
        }
        if self.ahead().is_some() {
            typed.extend(as_typed(&[("--metric", self.metric.clone())]));
        }
        typed
    }
}

fn money(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(v) if v.is_finite() && v >= 0.0 => Ok(v),
        Ok(_) | Err(_) => Err("must be a finite number, at least 0".to_owned()),
    }
}

/// Runs the search and prints what it found.
pub fn search(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let (named, _) = input::plan(typed, overrides, language)?;
    let levers = levers(&named.scenario, &options.vary, language)?;
    if let Some(other) = options.ahead() {
        return catch_up(named, other, levers, options, overrides, language);
    }
    let mut named = [named];
    options.files.rename(&mut named);
    let arguments = options.repeat();
    let effort = Effort {
        plans: options.plans,
        generations: options.generations,
        last_years: options.replications,
        ..Effort::default()
    };
    let asked = Search::new(
        named[0].scenario.clone(),
        levers,
        options.budget,
        effort,
        options.seed,
    );
    let question = Question::Search(Box::new(asked));
    let mut study = Study::new(question, options.seed, Keep::default());
    let job = Job {
        command: "search",
        scenarios: &named,
        arguments,
        files: &options.files,
        threads: options.threads,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let Question::Search(asked) = study.question() else {
        return Err(another_question());
    };
    let found = asked.result(study.board());
    let json = as_json(asked, &found, &named[0].name, options.seed);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.format {
        Format::Table => told::text(&plans::finding(asked, &found, 720.0, language)),
        Format::Json => summary,
        Format::Csv => as_csv(asked, &found),
    })
}

fn levers(
    scenario: &Scenario,
    typed: &[String],
    language: Language,
) -> Result<Vec<Input>, Failure> {
    if typed.is_empty() {
        return Ok(usual(scenario));
    }
    let (mut levers, mut wrong) = (Vec::new(), Vec::new());
    for text in typed {
        match read(scenario, text) {
            Ok(lever) => levers.push(lever),
            Err(no) => wrong.push(match language {
                Language::Zh => format!(
                    "“{}”不能作为可变的政策：数写 路径=低:高（在允许范围内），开关和选项只写路径。",
                    no.text
                ),
                Language::En => format!(
                    "“{}” can't be varied: a number is PATH=LOW:HIGH inside what the field allows, a switch or choice its PATH alone.",
                    no.text
                ),
            }),
        }
    }
    if wrong.is_empty() {
        Ok(levers)
    } else {
        Err(Failure::BadInput(wrong))
    }
}

fn catch_up(
    behind: input::Named,
    other: &str,
    levers: Vec<Input>,
    options: &Options,
    overrides: &Overrides,
    language: Language,
) -> Result<(), Failure> {
    let (ahead, _) = input::plan(other, overrides, language)?;
    let Some(metric) = position(&options.metric) else {
        return Err(Failure::input(match language {
            Language::Zh => format!("没有指标“{}”。", options.metric),
            Language::En => format!("There is no metric “{}”.", options.metric),
        }));
    };
    let claim = Claim::better(metric);
    let mut both = [behind, ahead];
    options.files.rename(&mut both);
    let [behind, ahead] = both.each_ref().map(|named| named.scenario.clone());
    let names = both.each_ref().map(|named| named.name.as_str());
    let asked = CatchUp::new(claim, behind, ahead, levers, options.replications);
    let question = Question::CatchUp(Box::new(asked));
    let mut study = Study::new(question, options.seed, Keep::default());
    let job = Job {
        command: "search",
        scenarios: &both,
        arguments: options.repeat(),
        files: &options.files,
        threads: options.threads,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let Question::CatchUp(asked) = study.question() else {
        return Err(another_question());
    };
    let found = asked.result(study.board());
    let json = caught_json(asked, &found, names, options);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.format {
        Format::Table => told::text(&plans::catch::finding(
            asked, &found, names, 720.0, language,
        )),
        Format::Json => summary,
        Format::Csv => caught_csv(asked, &found),
    })
}

fn summary(summary: Option<Summary>) -> Json {
    summary.map_or(
        Json::Null,
        |s| json!({"mean": number(s.mean), "ci95": [number(s.ci95.0), number(s.ci95.1)]}),
    )
}

fn value(value: &Value) -> Json {
    match value {
        Value::Number(v) => number(*v),
        Value::Switch(v) => json!(v),
        Value::Choice(v) => json!(v),
        Value::Whole(v) => json!(v),
        Value::Words(v) => json!(v),
        Value::Series(v) => json!(v),
    }
}

fn plain(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The levers' values of a plan, by path.
fn values(asked: &Search, at: &[f64], own: bool) -> Map<String, Json> {
    let of = |(lever, at): (&Input, &f64)| {
        let value = if own {
            value(&lever.own)
        } else {
            value(&lever.value(*at))
        };
        (lever.field.path.to_owned(), value)
    };
    asked.levers().iter().zip(at).map(of).collect()
}

fn as_json(asked: &Search, found: &Found, name: &str, seed: u64) -> Json {
    let objectives = |all: &[Option<Summary>; 4]| -> Map<String, Json> {
        let pairs = OBJECTIVES.iter().zip(all);
        pairs
            .map(|((id, _), s)| ((*id).to_owned(), summary(*s)))
            .collect()
    };
    json!({
        "scenario": name,
        "seed": seed,
        "complete": found.complete,
        "budget": asked.budget().map(number),
        "generations": found.generation,
        "years": found.years,
        "plans": found.plans.iter().map(|plan| json!({
            "as_it_is": plan.is_own,
            "chance_unbeaten": number(plan.membership),
            "in_budget": plan.in_budget,
            "levers": values(asked, &plan.genes, plan.is_own),
            "metrics": objectives(&plan.objectives),
        })).collect::<Vec<Json>>(),
    })
}

/// A row a plan.
fn as_csv(asked: &Search, found: &Found) -> String {
    let mut head = ["plan", "as_it_is", "chance_unbeaten", "in_budget"]
        .map(str::to_owned)
        .to_vec();
    head.extend(OBJECTIVES.iter().map(|(id, _)| (*id).to_owned()));
    head.extend(
        asked
            .levers()
            .iter()
            .map(|lever| lever.field.path.to_owned()),
    );
    let mut rows = vec![head];
    for (number, plan) in (1..).zip(&found.plans) {
        let number: u32 = number;
        let mut row = vec![
            number.to_string(),
            plan.is_own.to_string(),
            plan.membership.to_string(),
            plan.in_budget.to_string(),
        ];
        row.extend(
            plan.objectives
                .iter()
                .map(|s| s.map_or_else(String::new, |s| s.mean.to_string())),
        );
        row.extend(values(asked, &plan.genes, plan.is_own).values().map(plain));
        rows.push(row);
    }
    csv(&rows)
}

fn changes(found: &Caught) -> impl Iterator<Item = &Change> {
    found.singles.iter().chain(&found.together)
}

fn caught_json(asked: &CatchUp, found: &Caught, names: [&str; 2], options: &Options) -> Json {
    let change = |change: &Change| {
        json!({
            "levers": change.moves.iter().map(|(lever, at)| {
                let path = asked.levers()[*lever].field.path;
                (path.to_owned(), value(&asked.value((*lever, *at))))
            }).collect::<Map<String, Json>>(),
            "share_of_ranges": number(change.distance),
            "ahead_by": summary(Some(change.margin)),
            "caught_up": change.margin.mean > 0.0,
        })
    };
    json!({
        "behind": names[0],
        "ahead": names[1],
        "metric": options.metric,
        "seed": options.seed,
        "complete": found.complete,
        "ahead_by_now": summary(found.margin),
        "changes": changes(found).map(change).collect::<Vec<Json>>(),
        "alone": found.tried.iter().map(|tried| json!({
            "lever": asked.levers()[tried.lever].field.path,
            "to": value(&asked.value((tried.lever, tried.at))),
            "ahead_by": summary(Some(tried.margin)),
        })).collect::<Vec<Json>>(),
    })
}

/// A row a change and lever.
fn caught_csv(asked: &CatchUp, found: &Caught) -> String {
    let head = [
        "change",
        "lever",
        "to",
        "share_of_ranges",
        "ahead_by",
        "ci95_low",
        "ci95_high",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (number, change) in (1..).zip(changes(found)) {
        let number: u32 = number;
        for (lever, at) in &change.moves {
            let margin = change.margin;
            rows.push(vec![
                number.to_string(),
                asked.levers()[*lever].field.path.to_owned(),
                plain(&value(&asked.value((*lever, *at)))),
                change.distance.to_string(),
                margin.mean.to_string(),
                margin.ci95.0.to_string(),
                margin.ci95.1.to_string(),
            ]);
        }
    }
    csv(&rows)
}
