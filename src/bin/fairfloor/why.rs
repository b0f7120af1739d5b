//! `explain --why`: the difference of a metric between two scenarios by pathway.

use crate::failure::Failure;
use crate::input::Named;
use crate::results::{difference, level};
use crate::{pool, told};
use fairfloor::measure::metric::METRICS;
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::SCHEMA_VERSION;
use fairfloor::scenario::field::Language;
use fairfloor::study::Study;
use fairfloor::study::board::Keep;
use fairfloor::study::why::{Reckoning, Why};
use fairfloor::view;
use serde_json::{Value as Json, json};

/// How much to run, and how to show it.
pub struct Asked {
    /// Years of each mix.
    pub replications: u32,
    /// Equal seeds give equal results.
    pub seed: u64,
    /// 0 = all.
    pub threads: u32,
    /// As JSON, not for reading.
    pub json: bool,
}

/// Runs the study and says what it found.
pub fn why(
    metric: usize,
    named: [Named; 2],
    asked: &Asked,
    language: Language,
) -> Result<String, Failure> {
    let [from, to] = named;
    let names = [from.name.as_str(), to.name.as_str()];
    let question = Why::new(metric, [from.scenario, to.scenario], asked.replications);
    let mut study = Study::new(question, asked.seed, Keep::default());
    pool::drive(&mut study, asked.threads)?;
    let question = study.question();
    let found = question.result(study.board());
    Ok(if asked.json {
        let json = as_json(question, found.as_ref(), names, asked);
        format!("{json:#}\n")
    } else {
        let finding = view::why::finding(
            question,
            found.as_ref(),
            names,
            names,
            told::WIDTH,
            language,
        );
        told::text(&finding)
    })
}

fn as_json(why: &Why, found: Option<&Reckoning>, names: [&str; 2], asked: &Asked) -> Json {
    let unit = METRICS[why.metric()].unit;
    let part = |of: Summary| difference(Some(of), unit);
    let mean = |of: Summary| level(Some(of), unit);
    let pathways = found.map(|found| {
        why.ways()
            .iter()
            .zip(&found.parts)
            .map(|(way, found)| {
                json!({
                    "label": view::why::way(why, way, Language::En),
                    "fields": way.fields.iter().map(|field| field.path).collect::<Vec<_>>(),
                    "part": part(found.part),
                    "switched_first": part(found.first),
                    "switched_last": part(found.last),
                })
            })
            .collect::<Vec<Json>>()
    });
    json!({
        "schema_version": SCHEMA_VERSION,
        "metric": METRICS[why.metric()].id,
        "scenarios": names,
        "seed": asked.seed,
        "replications": found.map_or(0, |found| found.count),
        "from": found.map(|found| mean(found.from)),
        "to": found.map(|found| mean(found.to)),
        "difference": found.map(|found| part(found.difference)),
        "pathways": pathways,
        "left_over": found.map(|found| part(found.left_over)),
    })
}
