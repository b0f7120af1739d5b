//! What a search found as JSON and as rows.

use super::Options;
use crate::results::{csv, difference, level, mean_cells, unit_of};
use fairfloor::measure::metric::{range, range_of_difference};
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::{number, to_json};
use fairfloor::study::search::catch::{CatchUp, Caught, Change};
use fairfloor::study::search::{Found, OBJECTIVES, Search};
use fairfloor::study::sensitivity::inputs::Input;
use serde_json::{Map, Value as Json, json};

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
            to_json(&lever.own)
        } else {
            to_json(&lever.value(*at))
        };
        (lever.field.path.to_owned(), value)
    };
    asked.levers().iter().zip(at).map(of).collect()
}

pub fn as_json(asked: &Search, found: &Found, name: &str, seed: u64) -> Json {
    let objectives = |all: &[Option<Summary>; 4]| -> Map<String, Json> {
        let pairs = OBJECTIVES.iter().zip(all);
        pairs
            .map(|((id, _), s)| ((*id).to_owned(), level(*s, unit_of(id))))
            .collect()
    };
    json!({
        "scenario": name,
        "seed": seed,
        "complete": found.complete,
        "budget": found.budget.map(number),
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
pub fn as_csv(asked: &Search, found: &Found) -> String {
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
    for (id, _) in OBJECTIVES {
        head.extend(["unit", "ci95_low", "ci95_high"].map(|what| format!("{id}.{what}")));
    }
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
        for ((id, _), s) in OBJECTIVES.iter().zip(&plan.objectives) {
            let [_, low, high] = mean_cells(*s, range(unit_of(id)));
            row.extend([unit_id(unit_of(id)).to_owned(), low, high]);
        }
        rows.push(row);
    }
    csv(&rows)
}

fn changes(found: &Caught) -> impl Iterator<Item = &Change> {
    found.singles.iter().chain(&found.together)
}

pub fn caught_json(asked: &CatchUp, found: &Caught, names: [&str; 2], options: &Options) -> Json {
    let unit = unit_of(&options.metric);
    let change = |change: &Change| {
        json!({
            "levers": change.moves.iter().map(|(lever, at)| {
                let path = asked.levers()[*lever].field.path;
                (path.to_owned(), to_json(&asked.value((*lever, *at))))
            }).collect::<Map<String, Json>>(),
            "share_of_ranges": number(change.distance),
            "ahead_by": difference(Some(change.margin), unit),
            "caught_up": change.margin.mean > 0.0,
        })
    };
    json!({
        "behind": names[0],
        "ahead": names[1],
        "metric": options.metric,
        "seed": options.common.seed,
        "complete": found.complete,
        "ahead_by_now": difference(found.margin, unit),
        "changes": changes(found).map(change).collect::<Vec<Json>>(),
        "alone": found.tried.iter().map(|tried| json!({
            "lever": asked.levers()[tried.lever].field.path,
            "to": to_json(&asked.value((tried.lever, tried.at))),
            "ahead_by": difference(Some(tried.margin), unit),
        })).collect::<Vec<Json>>(),
    })
}

/// A row a change and lever.
pub fn caught_csv(asked: &CatchUp, found: &Caught, metric: &str) -> String {
    let unit = unit_of(metric);
    let head = [
        "change",
        "lever",
        "to",
        "share_of_ranges",
        "ahead_by",
        "ci95_low",
        "ci95_high",
        "metric",
        "unit",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (number, change) in (1..).zip(changes(found)) {
        let number: u32 = number;
        for (lever, at) in &change.moves {
            let mut row = vec![
                number.to_string(),
                asked.levers()[*lever].field.path.to_owned(),
                plain(&to_json(&asked.value((*lever, *at)))),
                change.distance.to_string(),
            ];
            row.extend(mean_cells(Some(change.margin), range_of_difference(unit)));
            row.extend([metric, unit_id(unit)].map(str::to_owned));
            rows.push(row);
        }
    }
    csv(&rows)
}
