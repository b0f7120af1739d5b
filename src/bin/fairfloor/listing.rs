//! `presets`, `schema` and `check`: what there is to choose, and whether a choice holds.

use crate::args::Overrides;
use crate::failure::Failure;
use crate::input;
use crate::print;
use crate::table::width;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::scenario::{schema, write};
use std::fmt::Write;

/// Lists the built-in scenarios: id, Chinese title, English title.
pub fn presets() -> Result<(), Failure> {
    let widest = |of: fn(&str) -> usize, texts: Vec<&str>| texts.into_iter().map(of).max();
    let ids = widest(width, PRESETS.iter().map(|p| p.id).collect()).unwrap_or(0);
    let titles = widest(width, PRESETS.iter().map(|p| p.title.zh).collect()).unwrap_or(0);
    let mut out = String::new();
    for preset in PRESETS {
        let (id, zh, en) = (preset.id, preset.title.zh, preset.title.en);
        let (gap, wide) = (" ".repeat(ids - width(id)), " ".repeat(titles - width(zh)));
        let _ = writeln!(out, "{id}{gap}   {zh}{wide}   {en}");
    }
    print::result(&out)
}

/// Prints one built-in scenario as JSON.
pub fn preset(id: &str, overrides: &Overrides, language: Language) -> Result<(), Failure> {
    let preset = input::preset(id, language)?;
    let (named, found) = input::examine(preset.id, overrides, language)?;
    if !found.is_empty() {
        return Err(Failure::BadInput(input::lines(&found, language)));
    }
    print::result(&write::write_text(&named.scenario))
}

/// Prints the schema.
pub fn schema() -> Result<(), Failure> {
    print::result(&format!("{:#}\n", schema::schema()))
}

/// Says whether a scenario can be run, and everything that keeps it from it.
pub fn check(typed: &str, overrides: &Overrides, language: Language) -> Result<(), Failure> {
    let (named, found) = input::examine(typed, overrides, language)?;
    if found.is_empty() {
        return print::result(&match language {
            Language::Zh => format!("{}：没有问题。\n", named.name),
            Language::En => format!("{}: no problems.\n", named.name),
        });
    }
    // The problems are this command's result: they can be piped like any other.
    print::result(&(input::lines(&found, language).join("\n") + "\n"))?;
    Err(Failure::Said)
}
