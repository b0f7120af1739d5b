//! Promise: the documents say what the code says. Tables are current, commands run, rooms exist.

use crate::command::check;
use fairfloor::scenario::field::Language;
use fairfloor::view::document::parameter_tables;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- parameters -->";
const END: &str = "<!-- end -->";
/// Rooms whose files ARCHITECTURE.md may name only while they exist.
const ROOMS: [&str; 10] = [
    "src/scenario/",
    "src/sim/",
    "src/measure/",
    "src/study/",
    "src/view/",
    "src/bin/app/",
    "src/bin/fairfloor/",
    "xtask/src/",
    "tests/it/",
    "tests/page/",
];

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// `text` with what stands between the marks replaced.
fn replaced(text: &str, tables: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{tables}\n{END}{after}"))
}

/// `UPDATE=1 cargo test` writes the tables anew.
#[test]
fn the_tables_of_the_model_are_those_of_the_catalogue() {
    let text = read("MODEL.md");
    let expected = replaced(&text, &parameter_tables(Language::En)).expect("both marks");
    if std::env::var_os("UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("MODEL.md");
        fs::write(path, &expected).expect("writable");
        return;
    }
    assert!(
        text == expected,
        "MODEL.md is behind the catalogue: see the comment at this test"
    );
}

/// The lines of `sh` blocks that call the program.
fn commands(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside && line.starts_with("fairfloor ") {
            found.push(line.to_owned());
        }
    }
    found
}

#[test]
fn every_command_in_the_read_me_runs() {
    for name in ["README.md", "README.zh-CN.md"] {
        let found = commands(&read(name));
        assert!(found.len() >= 5, "{name}: only {} commands", found.len());
        for line in found {
            let line = line.split(" #").next().unwrap_or_default();
            // What a shell takes for one word has no spaces here.
            let words = line.split_whitespace().skip(1);
            let words: Vec<&str> = words.map(|word| word.trim_matches('"')).collect();
            check(&words, b"", 0, &[]);
        }
    }
}

#[test]
fn the_map_names_only_what_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = read("ARCHITECTURE.md");
    let quoted = text.split('`').skip(1).step_by(2);
    let named: Vec<&str> = quoted
        .filter(|word| ROOMS.iter().any(|room| word.starts_with(room)))
        .collect();
    assert!(named.len() > 10, "a map without rooms");
    for place in named {
        let path = place.split(':').next().unwrap_or_default();
        assert!(root.join(path).exists(), "ARCHITECTURE.md names {place}");
    }
}

/// The watchmen must bark.
#[test]
fn marks_and_commands_are_found() {
    let text = format!("a\n{BEGIN}\nold\n{END}\nb\n");
    let now = format!("a\n{BEGIN}\nnew\n{END}\nb\n");
    assert_eq!(replaced(&text, "new"), Some(now));
    assert_eq!(replaced("no marks", "new"), None);
    let text = "```sh\nfairfloor presets\ncargo build\n```\nfairfloor run\n```\nfairfloor x\n```\n";
    assert_eq!(commands(text), ["fairfloor presets"]);
}
