//! A study's finding as it is read in a terminal: sentence, notes, tables.

use crate::table::table;
use fairfloor::view::finding::{Finding, Table};

/// Drawings are made for a width; here they are told as tables, for which any will do.
pub const WIDTH: f64 = 720.0;

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
