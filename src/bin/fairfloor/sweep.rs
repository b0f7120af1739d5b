//! `sweep`: one or two levers through their ranges, and how far one may go.

use crate::args::{Format, Overrides};
use crate::failure::Failure;
use crate::input::Named;
use crate::job::{Files, Job};
use crate::long::{Label, Labels};
use crate::results::{csv, metrics_json};
use crate::table::table;
use crate::{input, print};
use clap::{Args, ValueEnum};
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::measure::reach::Group;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::{Language, Value};
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::{number, to_json};
use fairfloor::study::board::{Board, Keep};
use fairfloor::study::sweep::answer::{Answer, Seek, Wish};
use fairfloor::study::sweep::constraint::{Bound, Constraint};
use fairfloor::study::sweep::lever::Lever;
use fairfloor::study::sweep::phones::Phones;
use fairfloor::study::sweep::{Ask, REPLICATIONS, Sweep, SweepResult};
use fairfloor::study::{Question, Study};
use fairfloor::view::sweep::{self as words, wrong};
use serde_json::{Map, Value as Json, json};

/// What to sweep and what is required.
#[derive(Args)]
pub struct Options {
    /// A lever and its points, ends included (LO:HI means 21 points), or its values as a list; may be
    /// given twice: the second makes a curve for each of its values
    #[arg(long, required = true, value_name = "PATH=LO:HI:STEPS")]
    vary: Vec<String>,
    /// What must hold, METRIC<=LIMIT or METRIC>=LIMIT; may be repeated
    #[arg(long, value_name = "METRIC<=LIMIT")]
    require: Vec<String>,
    /// Share of simulated years in which everything required must hold
    #[arg(long, default_value_t = 0.8, value_name = "SHARE", value_parser = share)]
    certainty: f64,
    /// Which end of the range is wished for
    #[arg(long, value_enum, default_value_t = End::Highest)]
    seek: End,
    /// How many simulated years at each point
    #[arg(long, default_value_t = REPLICATIONS, value_parser = clap::value_parser!(u32).range(1..=100_000))]
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum End {
    Highest,
    Lowest,
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(v) if v > 0.0 && v <= 1.0 => Ok(v),
        Ok(_) | Err(_) => Err("must be above 0 and at most 1".to_owned()),
    }
}

impl Options {
    fn repeat(&self) -> Vec<String> {
        let mut typed = Vec::new();
        for vary in &self.vary {
            typed.extend(["--vary".to_owned(), vary.clone()]);
        }
        for require in &self.require {
            typed.extend(["--require".to_owned(), require.clone()]);
        }
        let seek = match self.seek {
            End::Highest => "highest",
            End::Lowest => "lowest",
        };
        let rest = [
            ("--certainty", self.certainty.to_string()),
            ("--seek", seek.to_owned()),
            ("--replications", self.replications.to_string()),
            ("--seed", self.seed.to_string()),
        ];
        typed.extend(
            rest.into_iter()
                .flat_map(|(name, value)| [name.to_owned(), value]),
        );
        typed
    }
}

/// Runs the sweep and says how far one may go.
pub fn sweep(
    typed: &str,
    overrides: &Overrides,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let (named, _) = input::plan(typed, overrides, language)?;
    let mut named = [named];
    options.files.rename(&mut named);
    let ask = ask(&named[0], options, language)?;
    let question =
        Sweep::new(ask).map_err(|why| Failure::BadInput(wrong::unswept(&why, language)))?;
    let mut study = Study::new(Question::Sweep(question), options.seed, Keep::default());
    let job = Job {
        command: "sweep",
        scenarios: &named,
        arguments: options.repeat(),
        files: &options.files,
        threads: options.threads,
        language,
    };
    let Some(done) = job.run(&mut study)? else {
        return Ok(());
    };
    let Question::Sweep(sweep) = study.question() else {
        return Err(Failure::Failed(
            "another question than was asked".to_owned(),
        ));
    };
    let found = sweep.result(study.board());
    let mut json = as_json(sweep, &found, &named[0].name, options.seed, study.board());
    let rows = points_csv(sweep, &found);
    let files = vec![
        (
            "points.csv".to_owned(),
            crate::out::with_mark(&rows).into_bytes(),
        ),
        (
            "summary.json".to_owned(),
            format!("{json:#}\n").into_bytes(),
        ),
    ];
    job.finish(
        &study,
        &done,
        &labels(sweep, &named[0].name, study.board()),
        files,
    )?;
    json["wall_seconds"] = done.wall_seconds.into();
    print::result(&match options.format {
        Format::Json => format!("{json:#}\n"),
        Format::Csv => rows,
        Format::Table => {
            let (head, rows) = words::rows(sweep.ask(), &found, language);
            let head: Vec<&str> = head.iter().map(String::as_str).collect();
            let mut text = words::sentences(sweep.ask(), &found, language).join("\n");
            text.push_str("\n\n");
            text + &table(&head, &rows)
        }
    })
}

fn ask(named: &Named, options: &Options, language: Language) -> Result<Ask, Failure> {
    let mut wrong = Vec::new();
    let mut levers = Vec::new();
    for text in &options.vary {
        match Lever::read(text) {
            Ok(lever) => levers.push(lever),
            Err(why) => wrong.push(wrong::unvaried(&why, language)),
        }
    }
    let mut constraints = Vec::new();
    for text in &options.require {
        match Constraint::read(text) {
            Ok(constraint) => constraints.push(constraint),
            Err(why) => wrong.push(wrong::unreadable(&why, language)),
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::BadInput(wrong));
    }
    Ok(Ask {
        base: named.scenario.clone(),
        levers,
        wish: Wish {
            constraints,
            certainty: options.certainty,
            seek: match options.seek {
                End::Highest => Seek::Highest,
                End::Lowest => Seek::Lowest,
            },
        },
        replications: options.replications,
    })
}

/// The points in the order of the results, with the levers' values as columns.
fn labels(sweep: &Sweep, name: &str, board: &Board) -> Labels {
    let cells = board.cells();
    let mut columns = vec![Label {
        name: "scenario".to_owned(),
        of: vec![name.to_owned(); cells.len()],
    }];
    for lever in &sweep.ask().levers {
        let of = cells
            .iter()
            .map(|cell| plain(&(lever.field.get)(cell.scenario())));
        columns.push(Label {
            name: lever.field.path.to_owned(),
            of: of.collect(),
        });
    }
    let cells = sweep.points().iter().map(|point| point.cell).collect();
    Labels { columns, cells }
}

fn plain(value: &Value) -> String {
    match to_json(value) {
        Json::String(text) => text,
        other => other.to_string(),
    }
}

fn at(sweep: &Sweep, values: &[Value]) -> Json {
    let levers = sweep.ask().levers.iter().zip(values);
    Json::Object(
        levers
            .map(|(lever, value)| (lever.field.path.to_owned(), to_json(value)))
            .collect(),
    )
}

fn optional(value: Option<f64>) -> Json {
    value.map_or(Json::Null, number)
}

fn as_json(sweep: &Sweep, found: &SweepResult, name: &str, seed: u64, board: &Board) -> Json {
    let ask = sweep.ask();
    let holding: Vec<_> = found.lines.iter().flat_map(|line| &line.points).collect();
    let points: Vec<Json> = found
        .points
        .iter()
        .zip(holding)
        .map(|(point, holding)| {
            let missed: Map<String, Json> = Group::ALL
                .into_iter()
                .map(|group| (group.id().to_owned(), optional(point.reach.missed(group))))
                .collect();
            json!({
                "at": at(sweep, &point.at),
                "replications": point.count,
                "added": point.added,
                "holds": optional(holding.all),
                "holds_each": holding.each.iter().map(|p| optional(*p)).collect::<Vec<_>>(),
                "metrics": metrics_json(&point.metrics),
                "target_missed": missed,
            })
        })
        .collect();
    let requirements: Vec<Json> = ask
        .wish
        .constraints
        .iter()
        .map(|c| {
            json!({
                "metric": METRICS[c.metric].id,
                "bound": match c.bound { Bound::AtMost => "<=", Bound::AtLeast => ">=" },
                "limit": number(c.limit),
            })
        })
        .collect();
    let outcomes: Vec<Outcome> = sweep
        .points()
        .iter()
        .flat_map(|point| board.outcomes(point.cell).iter().cloned())
        .collect();
    json!({
        "schema_version": SCHEMA_VERSION,
        "scenario": name,
        "seed": seed,
        "replications": ask.replications,
        "fingerprint": combined_fingerprint(&outcomes),
        "certainty": number(ask.wish.certainty),
        "seek": match ask.wish.seek { Seek::Highest => "highest", Seek::Lowest => "lowest" },
        "requirements": requirements,
        "points": points,
        "curves": found.lines.iter().map(|line| curve(sweep, line)).collect::<Vec<_>>(),
        "phones_alone": phones(found.phones.as_ref()),
    })
}

fn curve(sweep: &Sweep, line: &Answer) -> Json {
    let constraints = &sweep.ask().wish.constraints;
    let outer = match (&line.outer, sweep.ask().levers.get(1)) {
        (Some(value), Some(lever)) => json!({ lever.field.path: to_json(value) }),
        _ => json!({}),
    };
    let relax: Vec<Json> = line
        .relax
        .iter()
        .map(|r| {
            json!({
                "metric": METRICS[constraints[r.constraint].metric].id,
                "limit_needed": optional(r.needed.map(|n| n.0)),
                "at": optional(r.needed.map(|n| n.1)),
                "share_of_limit": number(r.share),
            })
        })
        .collect();
    let steepest: Vec<Json> = line
        .steepest
        .iter()
        .map(|s| {
            json!({
                "metric": METRICS[s.metric].id,
                "unit": unit_id(METRICS[s.metric].unit),
                "from": number(s.from),
                "to": number(s.to),
                "slope": number(s.slope),
                "times_mean": number(s.times_mean),
                "is_cliff": s.is_cliff,
            })
        })
        .collect();
    json!({
        "at": outer,
        "sweet_spot": line.sweet.map(|sweet| json!({
            "at": number(sweet.at),
            "boundary": number(sweet.boundary),
            "interval90": [number(sweet.interval.0), number(sweet.interval.1)],
            "found_share": number(sweet.found_share),
            "at_the_end": sweet.at_the_end,
        })),
        "relax": relax,
        "steepest": steepest,
    })
}

fn phones(phones: Option<&Phones>) -> Json {
    match phones {
        None => Json::Null,
        Some(Phones::Volume {
            calls,
            share_in_time,
        }) => json!({
            "calls_per_agent_day": number(*calls),
            "share_in_time": number(*share_in_time),
        }),
        Some(Phones::Runs(sweet)) => json!({
            "at": optional(sweet.map(|s| s.at)),
            "boundary": optional(sweet.map(|s| s.boundary)),
        }),
    }
}

/// A row a point and metric.
fn points_csv(sweep: &Sweep, found: &SweepResult) -> String {
    let mut head: Vec<String> = sweep
        .ask()
        .levers
        .iter()
        .map(|l| l.field.path.to_owned())
        .collect();
    let names = [
        "replications",
        "holds",
        "metric",
        "unit",
        "mean",
        "ci95_low",
        "ci95_high",
        "p05",
        "p50",
        "p95",
    ];
    head.extend(names.map(str::to_owned));
    let mut rows = vec![head];
    let holding = found.lines.iter().flat_map(|line| &line.points);
    for (point, holding) in found.points.iter().zip(holding) {
        for (metric, summary) in METRICS.iter().zip(&point.metrics) {
            let mut row: Vec<String> = point.at.iter().map(plain).collect();
            row.extend([
                point.count.to_string(),
                holding.all.map_or(String::new(), |p| p.to_string()),
                metric.id.to_owned(),
                unit_id(metric.unit).to_owned(),
            ]);
            row.extend(match summary {
                Some(s) => [s.mean, s.ci95.0, s.ci95.1, s.p05, s.p50, s.p95].map(|v| v.to_string()),
                None => [const { String::new() }; 6],
            });
            rows.push(row);
        }
    }
    csv(&rows)
}
