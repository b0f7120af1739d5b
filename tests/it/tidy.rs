//! Promise: the house is in order, so that a reader finds the room of any line.

use std::fs;
use std::path::{Path, PathBuf};

/// What each part of the library may name of the others.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("crew", &[]),
    ("lib", &[]),
    ("math", &[]),
    ("order", &[]),
    ("hash", &[]),
    ("rng", &[]),
    ("scenario", &["math", "order", "scenario"]),
    ("measure", &["math", "order", "hash", "scenario", "measure"]),
    (
        "sim",
        &[
            "math",
            "order",
            "rng",
            "scenario",
            "measure::ledger",
            "measure::journal",
            "measure::film",
            "sim",
        ],
    ),
    (
        "study",
        &[
            "math", "order", "hash", "rng", "scenario", "sim", "measure", "study",
        ],
    ),
    ("view", &["order", "scenario", "measure", "study", "view"]),
    ("wire", &["scenario", "study", "measure", "wire"]),
    (
        "workshop",
        &["order", "hash", "scenario", "measure", "view", "workshop"],
    ),
];
/// What the library must not know, because the binaries bring it.
const OUTSIDE: &[&str] = &[
    "web_sys",
    "gloo",
    "yew",
    "clap",
    "rayon",
    "js_sys",
    "wasm_bindgen",
    "indicatif",
    "std::fs",
    "std::thread",
    "println!",
];
const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files of a room.
pub fn sources(under: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{under}: {why}"));
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A file as it is named from the root.
pub fn name(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}

/// What is wrong with the form of a file.
fn untidy(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//! ") {
        wrong.push("its first line doesn't say what it is for".to_owned());
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        wrong.push(format!("{lines} lines: split it by idea"));
    }
    for mark in [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ] {
        if text.contains(mark) {
            wrong.push(format!("holds a {mark}"));
        }
    }
    wrong
}

/// The imports of a library file that its part may not have.
fn forbidden(part: &str, text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect();
    let mut wrong = Vec::new();
    let known = MAY_IMPORT.iter().find(|(name, _)| *name == part);
    let (_, allowed) = known.unwrap_or_else(|| panic!("{part} has no line in MAY_IMPORT"));
    let begins = |named: &str, place: &str| named.strip_prefix(place).is_some_and(ends_name);
    let is_part = |named: &str| MAY_IMPORT.iter().any(|(place, _)| begins(named, place));
    for line in &code {
        // `$crate` inside a macro names the same places; so may a way up of two steps or more.
        let down = line.match_indices("crate::").map(|found| (found, false));
        let up = line.match_indices("super::super::");
        let up = up.map(|found| (found, true));
        for ((at, step), goes_up) in down.chain(up) {
            let named = line[at + step.len()..].trim_start_matches("super::");
            let is_place = if goes_up {
                is_part(named)
            } else {
                named.starts_with(|c: char| c.is_lowercase())
            };
            if is_place && !allowed.iter().any(|place| begins(named, place)) {
                wrong.push(format!("{part} may not name {}", line.trim()));
            }
        }
        // What stands in braces would be seen by none of these rules.
        for root in ["crate::{", "std::{", "super::super::{"] {
            let rest = line.split_once(root).map(|(_, rest)| rest.trim_start());
            if rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_uppercase())) {
                wrong.push(format!("a line each, not {root}: {}", line.trim()));
            }
        }
    }
    for outside in OUTSIDE {
        if code.iter().any(|line| line.contains(outside)) {
            wrong.push(format!("the library may not name {outside}"));
        }
    }
    wrong
}

/// Whether a text names the simulation, or could in braces.
fn names_sim(text: &str) -> bool {
    text.contains("fairfloor::sim") || text.contains("fairfloor::{")
}

fn ends_name(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut wrong = Vec::new();
    let rooms = [
        "src",
        "tests",
        "xtask",
        "benches",
        "examples",
        "fuzz/src",
        "fuzz/fuzz_targets",
    ];
    for path in rooms.into_iter().flat_map(sources) {
        let text = fs::read_to_string(&path).expect("a source file");
        wrong.extend(
            untidy(&text)
                .into_iter()
                .map(|w| format!("{}: {w}", name(&path))),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_part_names_only_what_it_may() {
    let mut wrong = Vec::new();
    let sources = sources("src");
    assert!(sources.len() > 300, "{} files", sources.len());
    for path in sources {
        let place = name(&path);
        let text = fs::read_to_string(&path).expect("a source file");
        if place.starts_with("src/bin/") {
            let is_page = ["app", "hall", "centre", "workshop", "shared"]
                .iter()
                .any(|bin| place.starts_with(&format!("src/bin/{bin}/")));
            if is_page && names_sim(&text) {
                wrong.push(format!("{place}: the page may not name sim"));
            }
            continue;
        }
        let part = place["src/".len()..].split(['/', '.']).next().unwrap_or("");
        wrong.extend(
            forbidden(part, &text)
                .into_iter()
                .map(|w| format!("{place}: {w}")),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The watchman must bark: each of these is an offence.
#[test]
fn offences_are_noticed() {
    assert_eq!(untidy("//! Good.\n"), Vec::<String>::new());
    assert_eq!(untidy("use x;\n").len(), 1);
    assert_eq!(untidy(&format!("//! Long.\n{}", "\n".repeat(400))).len(), 1);
    assert_eq!(untidy(concat!("//! A.\n// TO", "DO later\n")).len(), 1);
    for (part, line, offences) in [
        ("sim", "use crate::measure::ledger::Ledger;", 0),
        ("sim", "use crate::measure::summary::Summary;", 1),
        ("sim", "use crate::view::number;", 1),
        ("scenario", "use crate::mathematics;", 1),
        ("scenario", "// crate::view is not for us", 0),
        ("math", "use crate::rng;", 1),
        ("view", "use web_sys::Window;", 1),
        ("sim", "use crate::{view::number, rng::Luck};", 1),
        ("sim", "use super::super::view::number;", 1),
        ("sim", "use super::super::super::view::number;", 1),
        ("sim", "use super::super::{view::number};", 1),
        ("sim", "use super::super::caller::{CallLuck, Matter};", 0),
        ("sim", "use super::super::{Floor, Unwatched};", 0),
        ("view", "use std::{fs, rc::Rc};", 1),
        ("view", "use std::{thread};", 1),
    ] {
        assert_eq!(forbidden(part, line).len(), offences, "{part}: {line}");
    }
    assert!(names_sim("use fairfloor::{sim::replicate, rng::Luck};"));
    assert!(!names_sim("use fairfloor::study::replication;"));
    let unknown = || forbidden("new_part", "use crate::view::number;");
    assert!(
        std::panic::catch_unwind(unknown).is_err(),
        "an unknown part"
    );
    let missing = || sources("no-such-room");
    assert!(std::panic::catch_unwind(missing).is_err(), "a missing room");
}
