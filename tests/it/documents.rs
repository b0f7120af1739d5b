//! Promise: the documents say what the code says. Tables are current, commands run, rooms exist.

use crate::command::{check, folder};
use crate::tidy::{name, sources};
use fairfloor::scenario::field::Language;
use fairfloor::view::document::parameter_tables;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- parameters -->";
const END: &str = "<!-- end -->";
/// Before an excerpt: the command that says it.
const SHOWS: &str = "<!-- shows: ";
/// Rooms whose files ARCHITECTURE.md may name only while they exist.
const ROOMS: [&str; 18] = [
    "src/scenario/",
    "src/sim/",
    "src/measure/",
    "src/study/",
    "src/view/",
    "src/bin/app/",
    "src/bin/fairfloor/",
    "src/bin/hall/",
    "src/bin/centre/",
    "src/bin/shared/",
    "src/bin/workshop/",
    "src/workshop/",
    "examples/",
    "fuzz/",
    "assets/",
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

/// What a command line of a document says, both outputs. The centres that a calibration simulates are the same in
/// either language: they are kept here for the second.
fn said(line: &str, kept: &str) -> String {
    let line = line.split(" #").next().unwrap_or_default();
    // What a shell takes for one word has no spaces here.
    let words = line.split_whitespace().skip(1);
    let mut words: Vec<&str> = words.map(|word| word.trim_matches('"')).collect();
    if words.starts_with(&["calibrate", "--people"]) {
        words.extend(["--out", kept, "--resume"]);
    }
    if STUDIES.contains(&words[0]) {
        words.extend(["--set", "workforce.headcount=10"]);
        words.extend(["--set", "demand.calls_per_day=300"]);
    }
    check(&words, b"", 0, &[]).all()
}

/// The first column of a line.
fn label(line: &str) -> &str {
    line.trim_start().split("  ").next().unwrap_or_default()
}

/// What two lines have in common at their beginning, in characters.
fn alike(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

/// `text` with each line under a `shows` mark as the command of the mark says it now, and the lines that it
/// does not say any more: neither one with the same first column nor one that begins alike.
fn as_said(text: &str, said: &dyn Fn(&str) -> String) -> (String, Vec<String>) {
    let (mut now, mut missing) = (String::new(), Vec::new());
    let (mut lines, mut inside) = (Vec::new(), false);
    for line in text.lines() {
        if let Some(mark) = line.strip_prefix(SHOWS) {
            let output = said(mark.trim_end_matches(" -->"));
            lines = output.lines().map(|l| l.trim_end().to_owned()).collect();
        }
        let fence = line.starts_with("```");
        if fence {
            inside = line == "```text" && !lines.is_empty();
            if line == "```" {
                lines.clear();
            }
        }
        if fence || !inside || line.is_empty() || line == "…" {
            now += line;
        } else {
            let same = lines.iter().find(|one| label(one) == label(line));
            let near = lines.iter().max_by_key(|one| alike(one, line));
            let near = near.filter(|one| alike(one, line) >= 12);
            let found = same.or(near);
            missing.extend(found.is_none().then(|| line.to_owned()));
            now += found.map_or(line, String::as_str);
        }
        now.push('\n');
    }
    (now, missing)
}

/// Commands of which nothing is shown, and which are tried in a small hall: that they are understood is asked here, what
/// they say in `lab_command`.
const STUDIES: [&str; 4] = ["awards", "fairness", "sensitivity", "search"];

/// `UPDATE=1 cargo test` writes the excerpts anew. What needs whole years and shows nothing runs in English alone.
#[test]
fn every_command_in_the_read_me_runs_and_says_what_is_shown() {
    let mut ran: Vec<(String, String)> = Vec::new();
    let kept = folder("read-me").join("calibrated").display().to_string();
    for name in ["README.md", "README.zh-CN.md"] {
        let text = read(name);
        let found = commands(&text);
        assert!(found.len() >= 5, "{name}: only {} commands", found.len());
        for line in found {
            let word = line.split(' ').nth(1).unwrap_or_default();
            // What `explain` says is asked in both languages where it is at home.
            let is_long = (word == "explain" || STUDIES.contains(&word))
                && !text.contains(&format!("{SHOWS}{line} -->"));
            let in_english = line.strip_suffix(" --lang zh").filter(|_| is_long);
            let asked = in_english.unwrap_or(&line);
            if !ran.iter().any(|(one, _)| one == asked) {
                let out = said(&line, &kept);
                ran.push((line, out));
            }
        }
        let shown = |command: &str| {
            let known = ran.iter().find(|(line, _)| line == command);
            known.map_or_else(
                || panic!("{name} shows {command} and never runs it"),
                |(_, out)| out.clone(),
            )
        };
        let (now, missing) = as_said(&text, &shown);
        assert!(missing.is_empty(), "{name}: no longer said: {missing:?}");
        if std::env::var_os("UPDATE").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            fs::write(path, &now).expect("writable");
            continue;
        }
        let behind = text.lines().zip(now.lines()).find(|(was, is)| was != is);
        assert_eq!(
            behind, None,
            "{name} is behind: see the comment at this test"
        );
        assert!(text.matches(SHOWS).count() >= 4, "{name} shows nothing");
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

/// Tests that a text names: `` `file::test` ``, `` `file`: `test` ``, or `` `file`: words …, others … `` of the
/// page's.
fn tests_named(text: &str) -> Vec<(&str, &str)> {
    let is_file = |word: &str| {
        let fits = |c: char| c.is_ascii_lowercase() || c == '_' || c == '-';
        !word.is_empty() && word.chars().all(fits)
    };
    let mut found = Vec::new();
    for line in text.lines() {
        let parts: Vec<&str> = line.split('`').collect();
        for at in (1..parts.len()).step_by(2) {
            let after = parts.get(at + 1).and_then(|after| after.strip_prefix(": "));
            let named: Vec<(&str, &str)> = match (parts[at].split_once("::"), after) {
                (Some(named), _) => vec![named],
                (None, Some("")) => {
                    let test = parts.get(at + 2);
                    test.map(|test| (parts[at], *test)).into_iter().collect()
                }
                (None, after) => {
                    let words = after.and_then(|words| words.rsplit_once(" …"));
                    let titles = words.into_iter().flat_map(|(words, _)| words.split(" …, "));
                    titles.map(|title| (parts[at], title)).collect()
                }
            };
            found.extend(named.into_iter().filter(|(file, _)| is_file(file)));
        }
    }
    found
}

/// Whether a file of tests for the page has one whose name begins so, as far as its name is fixed.
fn page_has(text: &str, words: &str) -> bool {
    text.split("test(").skip(1).any(|rest| {
        let rest = rest.trim_start_matches(['"', '`']);
        let title = rest.split(['"', '`']).next().unwrap_or_default();
        title.starts_with(words)
            || title
                .split_once("${")
                .is_some_and(|(fixed, _)| !fixed.is_empty() && words.starts_with(fixed))
    })
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let rooms = ["src", "tests/it", "xtask/src"].into_iter();
    let files: Vec<(String, String)> = rooms
        .flat_map(sources)
        .map(|path| (name(&path), fs::read_to_string(&path).expect("a source")))
        .collect();
    let stands = |file: &str, test: &str| {
        if test.contains(' ') {
            return page_has(&read(&format!("tests/page/{file}.test.mjs")), test);
        }
        let head = match test.strip_suffix('…') {
            Some(begins) => format!("fn {begins}"),
            None => format!("fn {test}("),
        };
        let mut of_file = files
            .iter()
            .filter(|(place, _)| place.split(['/', '.']).any(|part| part == file));
        of_file.any(|(_, text)| text.contains(&head))
    };
    for (document, least) in [("RELIABILITY.md", 40), ("THREATS.md", 3)] {
        let text = read(document);
        let named = tests_named(&text);
        assert!(named.len() >= least, "{document}: {}", named.len());
        for (file, test) in named {
            assert!(stands(file, test), "{document} names {file}: {test}");
        }
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
    let text = "<!-- shows: x -->\n```text\nTurnover   1%\n…\n```\nTurnover   1%\n";
    let (now, missing) = as_said(text, &|_| "Head\nTurnover     9%   \n".to_owned());
    assert_eq!(now, text.replacen("Turnover   1%", "Turnover     9%", 1));
    assert!(missing.is_empty());
    assert_eq!(as_said(text, &|_| "Head\n".to_owned()).1, ["Turnover   1%"]);
    let text = "| `a::b_c`, `D::e` | `f`: `g_…`, `h-i`: two words …, others …, and so on; `src/j.rs`, by hand |";
    let named = [
        ("a", "b_c"),
        ("f", "g_…"),
        ("h-i", "two words"),
        ("h-i", "others"),
    ];
    assert_eq!(tests_named(text), named);
    let page = "test(\"two words more\", …); test(`a ${what} is so`, …)";
    assert!(page_has(page, "two words") && page_has(page, "a day is"));
    assert!(!page_has(page, "words") && !page_has(page, "the"));
}

/// Whoever cites must cite what is there.
#[test]
fn the_citation_names_this_version() {
    let line = format!("\nversion: {}\n", env!("CARGO_PKG_VERSION"));
    assert!(
        read("CITATION.cff").contains(&line),
        "CITATION.cff is behind"
    );
}

/// Whoever moves a fitted constant by hand, or calibrates and leaves the catalogue as it was, is told.
#[test]
fn the_defaults_of_fitted_constants_are_what_the_calibration_found() {
    use fairfloor::study::calibrate::{FREE, default};
    let text = read("CALIBRATION.md");
    for path in FREE {
        let short = path.trim_start_matches("behaviour.parameters.");
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("| `{short}` | ")));
        let best = row.and_then(|row| row.split(" | ").nth(2)?.trim().parse::<f64>().ok());
        assert_eq!(best, Some(default(path)), "{path}");
    }
}
