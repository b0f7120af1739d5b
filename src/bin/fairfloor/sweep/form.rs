//! A sweep's result for programs: JSON and CSV.

use crate::results::{TOLD, csv, metrics_json, told};
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::measure::reach::Group;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::{number, to_json};
use fairfloor::study::board::Board;
use fairfloor::study::sweep::answer::{Answer, Seek};
use fairfloor::study::sweep::constraint::Bound;
use fairfloor::study::sweep::phones::Phones;
use fairfloor::study::sweep::{Sweep, SweepResult};
use serde_json::{Map, Value as Json, json};

/// A value as it stands in a cell of a table.
pub fn plain(value: &Value) -> String {
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

/// The whole result.
pub fn json(sweep: &Sweep, found: &SweepResult, name: &str, seed: u64, board: &Board) -> Json {
    let ask = sweep.ask();
    let holding: Vec<_> = found.lines.iter().flat_map(|line| &line.points).collect();
    let cell = |at: &[Value]| {
        sweep
            .points()
            .iter()
            .find(|p| p.at == at)
            .map_or(0, |p| p.cell)
    };
    let points: Vec<Json> = found
        .points
        .iter()
        .zip(holding)
        .map(|(point, holding)| {
            let cell = cell(&point.at);
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
                "metrics": metrics_json(&point.metrics, board.outcomes(cell)),
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
pub fn points(sweep: &Sweep, found: &SweepResult) -> String {
    let mut head: Vec<String> = sweep
        .ask()
        .levers
        .iter()
        .map(|l| l.field.path.to_owned())
        .collect();
    let names = ["replications", "holds"].into_iter().chain(TOLD);
    head.extend(names.map(str::to_owned));
    let mut rows = vec![head];
    let holding = found.lines.iter().flat_map(|line| &line.points);
    for (point, holding) in found.points.iter().zip(holding) {
        for (metric, summary) in METRICS.iter().zip(&point.metrics) {
            let mut row: Vec<String> = point.at.iter().map(plain).collect();
            row.extend([
                point.count.to_string(),
                holding.all.map_or(String::new(), |p| p.to_string()),
            ]);
            row.extend(told(metric, *summary, metric.range()));
            rows.push(row);
        }
    }
    csv(&rows)
}
