//! `search`: plans that no other beats in everything at once, and what must change to catch up.

mod forms;

use crate::args::{Common, Format, Overrides};
use crate::failure::Failure;
use crate::job::{Job, typed as as_typed};
use crate::{input, print, told};
use clap::Args;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Language;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::search::catch::CatchUp;
use fairfloor::study::search::levers::{read, usual};
use fairfloor::study::search::{Budget, Effort, Search};
use fairfloor::study::sensitivity::claim::Claim;
use fairfloor::study::sensitivity::inputs::Input;
use fairfloor::view::plans;

/// What may be changed, and how much to run.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("ahead").args(["catch_up_with", "other"]))]
pub struct Options {
    /// A lever: PATH=LOW:HIGH, or PATH of a switch or choice; may be repeated [default: eleven usual ones]
    #[arg(long, value_name = "LEVER")]
    vary: Vec<String>,
    /// Most yuan a year, or with % of what SCENARIO costs as it is
    #[arg(long, value_name = "YUAN", value_parser = money)]
    budget: Option<Money>,
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
    #[arg(long, conflicts_with = "catch_up_with", default_value_t = Effort::default().plans, value_parser = clap::value_parser!(u32).range(4..=500))]
    plans: u32,
    /// Generations
    #[arg(long, conflicts_with = "catch_up_with", default_value_t = Effort::default().generations, value_parser = clap::value_parser!(u32).range(1..=1000))]
    generations: u32,
    /// Years of every plan that is left at the end; of each trial with --catch-up-with
    #[arg(long, default_value_t = Effort::default().last_years, value_parser = clap::value_parser!(u32).range(2..=10_000))]
    replications: u32,
    #[command(flatten)]
    common: Common,
}

impl Options {
    /// The scenario to catch up with.
    fn ahead(&self) -> Option<&String> {
        self.catch_up_with.as_ref().or(self.other.as_ref())
    }

    /// What must be typed again for the same results.
    fn repeat(&self) -> Vec<String> {
        let mut typed = as_typed(&[("--replications", self.replications.to_string())]);
        for vary in &self.vary {
            typed.extend(["--vary".to_owned(), vary.clone()]);
        }
        if let Some(budget) = &self.budget {
            typed.extend(["--budget".to_owned(), budget.typed.clone()]);
        }
        typed.extend(as_typed(&if self.ahead().is_some() {
            vec![("--metric", self.metric.clone())]
        } else {
            vec![
                ("--plans", self.plans.to_string()),
                ("--generations", self.generations.to_string()),
            ]
        }));
        typed
    }
}

/// A budget, and how it was typed.
#[derive(Clone)]
struct Money {
    typed: String,
    budget: Budget,
}

fn money(text: &str) -> Result<Money, String> {
    let (digits, is_share) = match text.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let budget = match digits.parse::<f64>() {
        Ok(v) if !v.is_finite() || v < 0.0 => None,
        Ok(v) if is_share => Some(Budget::Share(v / 100.0)),
        Ok(v) => Some(Budget::Yuan(v)),
        Err(_) => None,
    };
    let wrong = "must be a finite number, at least 0, of yuan or with % of today's cost";
    Ok(Money {
        typed: text.to_owned(),
        budget: budget.ok_or_else(|| wrong.to_owned())?,
    })
}

/// Runs the search and prints what it found.
pub fn search(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let named = input::checked(typed, overrides, language)?;
    let levers = levers(&named.scenario, &options.vary, language)?;
    if let Some(other) = options.ahead() {
        return catch_up(named, other, levers, options, overrides, language);
    }
    let mut named = [named];
    options.common.files.rename(&mut named);
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
        options
            .budget
            .as_ref()
            .map_or(Budget::Open, |money| money.budget),
        effort,
        options.common.seed,
    );
    let mut study = Study::new(asked, options.common.seed, Keep::default());
    let job = Job {
        command: "search",
        scenarios: &named,
        arguments,
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let asked = study.question();
    let found = asked.result(study.board());
    let json = forms::as_json(asked, &found, &named[0].name, options.common.seed);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.common.format {
        Format::Table => told::text(&plans::finding(asked, &found, told::WIDTH, language)),
        Format::Json => summary,
        Format::Csv => forms::as_csv(asked, &found),
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
    let ahead = input::checked(other, overrides, language)?;
    let metric = input::metric(&options.metric, language)?;
    let claim = Claim::better(metric);
    let mut both = [behind, ahead];
    options.common.files.rename(&mut both);
    let [behind, ahead] = both.each_ref().map(|named| named.scenario.clone());
    let names = both.each_ref().map(|named| named.name.as_str());
    let asked = CatchUp::new(claim, behind, ahead, levers, options.replications);
    let mut study = Study::new(asked, options.common.seed, Keep::default());
    let job = Job {
        command: "search",
        scenarios: &both,
        arguments: options.repeat(),
        common: &options.common,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let asked = study.question();
    let found = asked.result(study.board());
    let json = forms::caught_json(asked, &found, names, options);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.common.format {
        Format::Table => told::text(&plans::catch::finding(
            asked,
            &found,
            names,
            told::WIDTH,
            language,
        )),
        Format::Json => summary,
        Format::Csv => forms::caught_csv(asked, &found, &options.metric),
    })
}
