//! `fit --replay`: a log simulated with its own arrivals, real beside simulated.

use crate::args::TwoFormats;
use crate::failure::Failure;
use crate::table::table;
use crate::{pool, print};
use fairfloor::rng::Luck;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::{Export, ExportRows};
use fairfloor::scenario::write::number;
use fairfloor::study::fit::Fit;
use fairfloor::study::replay::tally::{Figures, WITHIN_SECONDS};
use fairfloor::study::replay::{Comparison, Part, Replay, Row};
use fairfloor::view::replay as words;
use rayon::prelude::*;
use serde_json::{Map, Value as Json, json};
use std::fmt::Write;

/// So many simulations: the range of nine in ten is then known well enough.
const REPLICATIONS: u32 = 40;

/// Simulates the log and prints real beside simulated.
pub fn run(
    export: &Export,
    fit: &Fit,
    format: TwoFormats,
    language: Language,
) -> Result<(), Failure> {
    let replay = match &export.rows {
        ExportRows::Calls(log) => Replay::of(log, fit),
        ExportRows::HalfHours(_) => None,
    };
    let replay = replay.ok_or_else(|| Failure::input(words::impossible(language)))?;
    let luck = |replication| Luck {
        seed: 1,
        replication,
    };
    let threads = pool::threads(0)?;
    let tallies = threads.install(|| {
        let numbers = (0..REPLICATIONS).into_par_iter();
        numbers
            .map(|n| replay.replication(luck(n)))
            .collect::<Vec<_>>()
    });
    let comparison = replay.comparison(&tallies);
    print::result(&match format {
        TwoFormats::Json => format!("{:#}\n", json(&comparison, language)),
        TwoFormats::Table => text(&comparison, language),
    })
}

fn text(comparison: &Comparison, language: Language) -> String {
    let head = words::head(language);
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows = |of: &dyn Fn(&Row) -> bool| {
        let rows = comparison.rows.iter().filter(|row| of(row));
        rows.map(|row| words::row(row, language))
            .collect::<Vec<_>>()
    };
    let days = rows(&|row| !matches!(row.part, Part::HalfHour(_)));
    let half_hours = rows(&|row| matches!(row.part, Part::HalfHour(_)));
    let mut out = table(&head, &days);
    let _ = write!(out, "\n{}", table(&head, &half_hours));
    if let Some(sentence) = words::sentence(comparison, language) {
        let _ = writeln!(out, "\n{sentence}");
    }
    out
}

fn figures(figures: &Figures) -> Json {
    let within = WITHIN_SECONDS.into_iter().zip(figures.within);
    let within: Map<String, Json> = within
        .map(|(seconds, share)| (seconds.to_string(), number(share)))
        .collect();
    json!({
        "abandonment": number(figures.abandonment),
        "mean_wait_seconds": number(figures.mean_wait_seconds),
        "answered_within": within,
    })
}

fn json(comparison: &Comparison, language: Language) -> Json {
    let row = |row: &Row| {
        json!({
            "day": match row.part { Part::Day(date) => Some(date.to_string()), Part::All | Part::HalfHour(_) => None },
            "half_hour": match row.part {
                Part::HalfHour(at) => Some(format!("{:02}:{:02}", at / 2, at % 2 * 30)),
                Part::All | Part::Day(_) => None,
            },
            "calls": row.calls,
            "real": figures(&row.real),
            "simulated": figures(&row.simulated),
            "simulated_5_percent": figures(&row.range.0),
            "simulated_95_percent": figures(&row.range.1),
        })
    };
    json!({
        "replications": comparison.replications,
        "people": comparison.people,
        "kinds": comparison.kinds,
        "between_calls_seconds": number(comparison.between_calls_seconds),
        "staffed_hours_a_day": number(comparison.staffed_hours_a_day),
        "rows": comparison.rows.iter().map(row).collect::<Vec<_>>(),
        "sentence": words::sentence(comparison, language),
    })
}
