//! A study's finding as it is read in a terminal, and what of a study goes into its folder.

use crate::failure::Failure;
use crate::input::Named;
use crate::job::{Done, Job};
use crate::long::{Label, Labels};
use crate::out::with_mark;
use crate::table::table;
use fairfloor::scenario::write::write_differences;
use fairfloor::study::Study;
use fairfloor::view::finding::{Finding, Table};
use serde_json::{Value as Json, json};

/// Everything but the drawings.
pub fn text(finding: &Finding) -> String {
    let mut out = format!("{}\n", finding.sentence);
    for note in &finding.notes {
        out.push_str(note);
        out.push('\n');
    }
    let drawn = finding.figures.iter().map(|figure| &figure.table);
    for one in drawn.chain(&finding.tables) {
        out.push('\n');
        out.push_str(&shown(one));
    }
    out
}

/// A table under its title.
pub fn shown(one: &Table) -> String {
    let head: Vec<&str> = one.head.iter().map(String::as_str).collect();
    format!("{}\n{}", one.title, table(&head, &one.rows))
}

/// What was typed, as pairs of option and value, for repeating.
pub fn typed(pairs: &[(&str, String)]) -> Vec<String> {
    let words = pairs
        .iter()
        .flat_map(|(name, value)| [(*name).to_owned(), value.clone()]);
    words.collect()
}

/// The same option as often as it was given.
pub fn repeated(name: &str, values: impl IntoIterator<Item = String>) -> Vec<String> {
    values
        .into_iter()
        .flat_map(|value| [name.to_owned(), value])
        .collect()
}

/// Writes the folder of a study that has ended: its results, every year, and what each cell was.
pub fn finish(
    job: &Job<'_>,
    study: &Study,
    done: &Done,
    json: &Json,
    rows: &str,
) -> Result<(), Failure> {
    let cells = study.board().cells();
    let numbers = 0..u32::try_from(cells.len()).unwrap_or(u32::MAX);
    let labels = Labels {
        columns: vec![Label {
            name: "cell".to_owned(),
            of: numbers.clone().map(|cell| cell.to_string()).collect(),
        }],
        cells: numbers.clone().collect(),
    };
    let first: &Named = &job.scenarios[0];
    let about: Vec<Json> = numbers
        .map(|cell| {
            json!({
                "cell": cell,
                "differences": write_differences(study.board().scenario(cell), &first.scenario),
            })
        })
        .collect();
    let about = json!({"differences_from": first.name, "cells": about});
    let files = vec![
        ("results.csv".to_owned(), with_mark(rows).into_bytes()),
        ("cells.json".to_owned(), format!("{about:#}\n").into_bytes()),
        (
            "summary.json".to_owned(),
            format!("{json:#}\n").into_bytes(),
        ),
    ];
    job.finish(study, done, &labels, files)
}
