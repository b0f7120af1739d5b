//! Promise: the house is in order, so that a reader finds the room of any line.

use std::fs;
use std::path::{Path, PathBuf};

/// What each part of the library may name of the others.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("math", &[]),
    ("order", &[]),
    ("rng", &[]),
    ("scenario", &["math", "order", "scenario"]),
    ("measure", &["math", "order", "scenario", "measure"]),
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
            "math", "order", "rng", "scenario", "sim", "measure", "study",
        ],
    ),
    ("view", &["order", "scenario", "measure", "study", "view"]),
    ("wire", &["scenario", "study", "measure", "wire"]),
    (
        "workshop",
        &["order", "scenario", "measure", "view", "workshop"],
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

fn sources(under: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
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

fn name(path: &Path) -> String {
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
    if let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == part) {
        for line in &code {
            // `$crate` inside a macro names the same places.
            for (at, _) in line.match_indices("crate::") {
                let named = &line[at + "crate::".len()..];
                let fits = |a: &&&str| named.strip_prefix(**a).is_some_and(ends_name);
                if named.starts_with(|c: char| c.is_lowercase())
                    && !allowed.iter().any(|a| fits(&a))
                {
                    wrong.push(format!("{part} may not name {}", line.trim()));
                }
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
    for path in sources("src") {
        let place = name(&path);
        let text = fs::read_to_string(&path).expect("a source file");
        if place.starts_with("src/bin/") {
            let is_page = ["app", "hall", "centre", "workshop", "shared"]
                .iter()
                .any(|bin| place.starts_with(&format!("src/bin/{bin}/")));
            if is_page && text.contains("fairfloor::sim") {
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
    ] {
        assert_eq!(forbidden(part, line).len(), offences, "{part}: {line}");
    }
}
