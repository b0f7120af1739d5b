//! Promise: what makes results the same everywhere, and what tells of a change, can't slip away unseen.

use fnv::FnvHasher;
use std::hash::Hasher;
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

fn hash(text: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
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
        let present = hash(&read(list));
        assert!(
            told.contains(&present),
            "{list} is now {present}: name it under «Results change» and say what changed"
        );
    }
}

/// The watchmen must bark.
#[test]
fn standard_mathematics_and_a_silent_change_are_noticed() {
    assert!(switches_on_std("└── num-traits feature \"std\"\n"));
    assert!(!switches_on_std("└── num-traits feature \"libm\"\n"));
    assert_ne!(hash("a preset 1\n"), hash("a preset 2\n"));
    let text = "# C\n\n### Results change\n\n- new\n\n## 0.0.9\n\n### Results change\n\n- old\n";
    assert_eq!(results_change(text), Some("\n- new\n"));
    assert_eq!(results_change("# C\n"), None);
}
