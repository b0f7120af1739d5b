//! `awards`: who should get the awards, at one budget of hours.

use crate::args::{Common, Format, Overrides};
use crate::failure::Failure;
use crate::job::{Job, typed as as_typed};
use crate::results::{csv, difference, level, mean_cells, unit_of};
use crate::{input, print, told};
use clap::Args;
use fairfloor::measure::metric::{range, range_of_difference};
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::field::{Language, Unit};
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::number;
use fairfloor::study::Study;
use fairfloor::study::awards::result::{Card, Coverage, Point, READ};
use fairfloor::study::awards::{Awards, Place, Terms};
use fairfloor::study::board::Keep;
use fairfloor::view::coverage;
use serde_json::{Map, Value as Json, json};

/// What to run and by which rule.
#[derive(Args)]
pub struct Options {
    /// Years of each strategy at each coverage
    #[arg(long, default_value_t = Terms::default().replications, value_parser = clap::value_parser!(u32).range(2..=10_000))]
    replications: u32,
    /// A coverage to run, 0–1; may be repeated [default: 0.05 0.1 0.2 0.4 0.8]
    #[arg(long, value_name = "SHARE", value_parser = coverage_share)]
    coverage: Vec<f64>,
    /// Other years that the same people live through, for the share of luck; 0 = none
    #[arg(long, default_value_t = Terms::default().twins, value_parser = clap::value_parser!(u32).range(0..=50))]
    twins: u32,
    /// Let each award bring its hours however many there are, instead of sharing out one budget
    #[arg(long)]
    unlocked: bool,
    /// Leave out the two other hypotheses about what the reach of awards does
    #[arg(long)]
    one_hypothesis: bool,
    #[command(flatten)]
    common: Common,
}

impl Options {
    /// What must be typed again for the same results.
    fn repeat(&self) -> Vec<String> {
        let mut typed = as_typed(&[
            ("--replications", self.replications.to_string()),
            ("--twins", self.twins.to_string()),
        ]);
        for share in &self.coverage {
            typed.extend(["--coverage".to_owned(), share.to_string()]);
        }
        let flags = [
            ("--unlocked", self.unlocked),
            ("--one-hypothesis", self.one_hypothesis),
        ];
        typed.extend(
            flags
                .into_iter()
                .filter(|(_, on)| *on)
                .map(|(name, _)| name.to_owned()),
        );
        typed
    }
}

fn coverage_share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(v) if v > 0.0 && v <= 1.0 => Ok(v),
        Ok(_) | Err(_) => Err("must be above 0 and at most 1".to_owned()),
    }
}

/// Runs the study and prints what it found.
pub fn awards(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let named = input::checked(typed, overrides, language)?;
    let mut named = [named];
    options.common.files.rename(&mut named);
    let arguments = options.repeat();
    let mut terms = Terms {
        replications: options.replications,
        twins: options.twins,
        locked: !options.unlocked,
        hypotheses: !options.one_hypothesis,
        ..Terms::default()
    };
    if !options.coverage.is_empty() {
        terms.coverages.clone_from(&options.coverage);
        terms.coverages.sort_by(f64::total_cmp);
    }
    let keep = Keep {
        people: true,
        ..Keep::default()
    };
    let asked = Awards::new(named[0].scenario.clone(), terms);
    let mut study = Study::new(asked, options.common.seed, keep);
    let job = Job {
        command: "awards",
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
    let json = as_json(asked, &found, &named[0].name, options.common.seed);
    let summary = job.finish_with_summary(&study, &done, &json)?;
    print::result(&match options.common.format {
        Format::Table => told::text(&coverage::finding(asked, &found, told::WIDTH, language)),
        Format::Json => summary,
        Format::Csv => as_csv(&found),
    })
}

/// What is read of a strategy, by metric, each as `write` writes it.
fn read(all: &[Option<Summary>; 7], write: fn(Option<Summary>, Unit) -> Json) -> Json {
    let pairs = READ
        .iter()
        .zip(all)
        .map(|(id, one)| ((*id).to_owned(), write(*one, unit_of(id))));
    Json::Object(pairs.collect::<Map<String, Json>>())
}

fn card(card: &Card) -> Json {
    json!({
        "strategy": card.place.strategy,
        "coverage": number(card.place.coverage),
        "hours_each": number(card.place.hours_each),
        "years": card.count,
        "hours_given": level(card.hours_given, Unit::Hours),
        "metrics": read(&card.read, level),
        "less_lottery": read(&card.from_lottery, difference),
        "less_none": read(&card.from_none, difference),
        "luck_share": card.luck.map(|luck| json!({
            "share": number(luck.share),
            "standard_error": luck.error.map(number),
            "ci95": luck.interval().map(|(low, high)| [number(low), number(high)]),
            "persons": luck.persons,
        })),
        "lorenz": card.lorenz.iter().map(|v| number(*v)).collect::<Vec<Json>>(),
    })
}

fn point(point: &Point) -> Json {
    json!({
        "strategy": point.place.strategy,
        "hypothesis": point.place.hypothesis,
        "coverage": number(point.place.coverage),
        "hours_each": number(point.place.hours_each),
        "hours_capped": point.place.capped,
        "metrics": read(&point.read, level),
    })
}

fn as_json(asked: &Awards, found: &Coverage, name: &str, seed: u64) -> Json {
    json!({
        "scenario": name,
        "seed": seed,
        "replications": asked.terms().replications,
        "complete": found.complete,
        "locked": asked.terms().locked,
        "budget_hours": number(found.budget_hours),
        "hypothesis": asked.own_hypothesis(),
        "strategies": found.cards.iter().map(card).collect::<Vec<Json>>(),
        "curve": found.curve.iter().map(point).collect::<Vec<Json>>(),
        "who_won_when": found.ribbons.iter().map(|ribbon| json!({
            "strategy": ribbon.strategy,
            "people": ribbon.people.iter().map(|(seat, awards)| json!({
                "post": seat,
                "awards_by_month": awards,
            })).collect::<Vec<Json>>(),
        })).collect::<Vec<Json>>(),
    })
}

/// A row a strategy, hypothesis, coverage and metric.
fn as_csv(found: &Coverage) -> String {
    let head = [
        "part",
        "strategy",
        "hypothesis",
        "coverage",
        "hours_each",
        "metric",
        "mean",
        "ci95_low",
        "ci95_high",
        "unit",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut add = |part: &str, place: &Place, metric: &str, cells: [String; 3]| {
        let mut row = vec![
            part.to_owned(),
            place.strategy.to_owned(),
            place.hypothesis.to_owned(),
            place.coverage.to_string(),
            place.hours_each.to_string(),
            metric.to_owned(),
        ];
        row.extend(cells);
        row.push(unit_id(unit_of(metric)).to_owned());
        rows.push(row);
    };
    for card in &found.cards {
        let mut all = |part, read: &[Option<Summary>; 7], within: fn(Unit) -> (f64, f64)| {
            for (id, one) in READ.iter().zip(read) {
                add(part, &card.place, id, mean_cells(*one, within(unit_of(id))));
            }
        };
        all("own", &card.read, range);
        all("less_lottery", &card.from_lottery, range_of_difference);
        all("less_none", &card.from_none, range_of_difference);
        let (low, high) = card.luck.and_then(|luck| luck.interval()).unzip();
        let luck = [card.luck.map(|luck| luck.share), low, high];
        let luck = luck.map(|v| v.map_or_else(String::new, |v| v.to_string()));
        add("own", &card.place, "luck_share", luck);
    }
    for point in &found.curve {
        for (id, one) in READ.iter().zip(&point.read) {
            add(
                "curve",
                &point.place,
                id,
                mean_cells(*one, range(unit_of(id))),
            );
        }
    }
    csv(&rows)
}
