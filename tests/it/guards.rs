//! Promise: what makes results the same everywhere, and what tells of a change, can't slip away unseen.

use fairfloor::hash::hashed;
use serde_json::Value as Json;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
    text.replace('\r', "")
}

/// Whether the features of num-traits, as `cargo tree` prints them, hold the standard library's.
fn switches_on_std(tree: &str) -> bool {
    tree.contains("num-traits feature \"std\"") || tree.contains("num-traits feature \"default\"")
}

/// With it, `rand_distr` would take the platform's `exp` and `ln` under test, and the golden list would
/// not be that of the shipped program.
#[test]
fn no_dependency_brings_the_platforms_mathematics() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let run = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--offline", "-e", "features", "-i", "num-traits"])
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8_lossy(&run.stdout);
    let why = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{why}");
    assert!(tree.contains("num-traits feature \"libm\""), "{tree}");
    assert!(!switches_on_std(&tree), "num-traits has std:\n{tree}");
}

/// Licences that a program may be made of whose own is MIT or Apache-2.0, asking for no more than being named.
const LICENCES: [&str; 9] = [
    "0BSD",
    "Apache-2.0",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an SPDX expression leaves a choice of these; all parts of an AND must.
fn is_allowed(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        part.split(" OR ").any(|one| LICENCES.contains(&one.trim()))
    })
}

/// What is wrong with where a package comes from or with what it may be used for.
fn objection(package: &Json) -> Option<String> {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    let ours = package["source"].is_null() && text("manifest_path").starts_with(HERE);
    if !ours && text("source") != "registry+https://github.com/rust-lang/crates.io-index" {
        return Some(format!("{} comes from «{}»", text("name"), text("source")));
    }
    (!is_allowed(text("license")))
        .then(|| format!("{} has the licence «{}»", text("name"), text("license")))
}

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// All packages of the lock file that are built for the page or for this machine, tests and chores included.
#[test]
fn every_package_is_of_the_registry_and_free_to_use() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let about = Command::new(rustc).arg("-vV").output().expect("rustc");
    let about = String::from_utf8_lossy(&about.stdout).into_owned();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    for target in [host.expect("a host"), "wasm32-unknown-unknown"] {
        let run = Command::new(&cargo)
            .current_dir(HERE)
            .args(["metadata", "--locked", "--offline", "--format-version=1"])
            .args(["--filter-platform", target])
            .output()
            .expect("cargo runs");
        let told: Json = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| {
            let why = String::from_utf8_lossy(&run.stderr);
            panic!("{why}\n`cargo fetch --locked` brings what is missing.")
        });
        let packages = told["packages"].as_array().expect("packages");
        assert!(packages.len() > 50, "{} packages", packages.len());
        let wrong: Vec<String> = packages.iter().filter_map(objection).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// What stands under the first *Results change*.
fn results_change(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("\n### Results change\n")?;
    after.split("\n#").next()
}

/// `UPDATE=1` writes the lists; the hash in CHANGELOG.md is changed by hand, with a line that says why.
#[test]
fn a_change_of_results_stands_in_the_changelog() {
    if env::var_os("UPDATE").is_some() {
        return;
    }
    let text = read("CHANGELOG.md");
    let told = results_change(&text).expect("a heading «Results change»");
    for list in ["tests/it/golden.txt", "tests/it/scenarios.txt"] {
        let present = hashed([read(list)]);
        assert!(
            told.contains(&present),
            "{list} is now {present}: name it under «Results change» and say what changed"
        );
    }
}

/// The watchmen must bark.
#[test]
fn standard_mathematics_a_foreign_package_and_a_silent_change_are_noticed() {
    for (licence, allowed) in [
        ("MIT/Apache-2.0", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT OR GPL-3.0-only", true),
        ("MIT AND GPL-3.0-only", false),
        ("GPL-3.0-only", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(licence), allowed, "{licence}");
    }
    let from = |source: Json| serde_json::json!({ "name": "x", "license": "MIT", "source": source, "manifest_path": "/elsewhere/Cargo.toml" });
    let registry = "registry+https://github.com/rust-lang/crates.io-index";
    assert_eq!(objection(&from(registry.into())), None);
    assert!(objection(&from("git+https://example.org/x".into())).is_some());
    assert!(objection(&from(Json::Null)).is_some());
    assert!(switches_on_std("└── num-traits feature \"std\"\n"));
    assert!(!switches_on_std("└── num-traits feature \"libm\"\n"));
    assert_ne!(hashed(["a preset 1\n"]), hashed(["a preset 2\n"]));
    let text = "# C\n\n### Results change\n\n- new\n\n## 0.0.9\n\n### Results change\n\n- old\n";
    assert_eq!(results_change(text), Some("\n- new\n"));
    assert_eq!(results_change("# C\n"), None);
}
