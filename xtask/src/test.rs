//! `cargo xtask test`: every check, cheapest first, stopping at the first that fails.

use crate::page;
use crate::process::{cargo, command, pretty, run};
use crate::tools::{self, Purpose};
use crate::{Outcome, system};
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

/// A phase: its name as it is announced, and what it does.
type Phase = (&'static str, fn() -> Outcome<()>);

const PHASES: [Phase; 9] = [
    ("tools", || tools::prepare(Purpose::Tests)),
    ("format", format),
    ("lints, native", lint_native),
    ("lints, WebAssembly", lint_wasm),
    ("tests", test_native),
    ("release command", release_command),
    ("page build", page::build),
    ("page size", page_size),
    ("browser tests", test_browser),
];

/// Runs the phases; the last line is `N passed, N failed`.
pub fn test() -> ExitCode {
    let begun = Instant::now();
    let mut times = Vec::new();
    let mut failure = None;
    for (index, (name, phase)) in PHASES.iter().enumerate() {
        println!("\n== {}/{} {name}", index + 1, PHASES.len());
        // The programs below write to the same terminal.
        let _ = std::io::stdout().flush();
        let start = Instant::now();
        let outcome = phase();
        let time = pretty(start.elapsed());
        match outcome {
            Ok(()) => println!("== {name}: passed in {time}"),
            Err(why) => {
                eprintln!("{why}");
                println!("== {name}: FAILED after {time}");
                failure = Some(index);
                break;
            }
        }
        times.push(format!("{name} {time}"));
    }
    println!("\n{}", times.join(" · "));
    println!("{} in all.", pretty(begun.elapsed()));
    if let Some(index) = failure {
        let left: Vec<&str> = PHASES[index + 1..].iter().map(|(name, _)| *name).collect();
        if !left.is_empty() {
            println!("Not run: {}.", left.join(", "));
        }
    }
    println!(
        "{} passed, {} failed",
        times.len(),
        usize::from(failure.is_some())
    );
    if failure.is_some() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn format() -> Outcome<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
        .map_err(|why| format!("{why} `cargo fmt --all` puts it right."))
}

fn lint_native() -> Outcome<()> {
    run(&mut cargo(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The page's code exists for WebAssembly only, so the native lints see none of it.
fn lint_wasm() -> Outcome<()> {
    let mut clippy = cargo(&[
        "clippy",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--lib",
    ]);
    for program in [
        "app", "hall", "centre", "workshop", "worker", "recorder", "reader",
    ] {
        clippy.args(["--bin", program]);
    }
    run(clippy.args(["--quiet", "--", "-D", "warnings"]))
}

fn test_native() -> Outcome<()> {
    let mut tests = cargo(&["test", "--locked", "--workspace"]);
    let folder = std::env::var_os("FAIRFLOOR_DATA");
    let usual = "../shared/data/anonymous-bank-1999-08-calls.csv";
    if folder.is_some() || crate::root().join(usual).is_file() {
        tests.args(["--", "--include-ignored"]);
    } else {
        println!("Without the folder of real data: tests that need it are counted as ignored.");
    }
    run(&mut tests)
}

/// The command as it is shipped: the browser tests hold the page's bits against it.
fn release_command() -> Outcome<()> {
    run(&mut cargo(&[
        "build",
        "--locked",
        "--release",
        "--bin",
        "fairfloor",
    ]))
}

fn page_size() -> Outcome<()> {
    run(&mut command("node", &["tests/page/size.mjs"]))
}

fn test_browser() -> Outcome<()> {
    let folder = crate::root().join("tests/page");
    let files = std::fs::read_dir(&folder)
        .map_err(|why| format!("I can't list {}: {why}", folder.display()))?;
    let mut names: Vec<String> = files
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/page/{name}"))
        .collect();
    names.sort();
    let chrome = system::chromium().ok_or("Chromium is gone.")?;
    let firefox = system::firefox().ok_or("Firefox is gone.")?;
    // Two keep two processors busy; from four on a page has four workers, and two processors are enough for one.
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let at_a_time = format!(
        "--test-concurrency={}",
        (processors / 2).max(processors.min(2))
    );
    let mut node = command("node", &["--test", &at_a_time, "--test-reporter=spec"]);
    let shell = system::headless_shell().unwrap_or_else(|| chrome.clone());
    node.env("CHROME", chrome)
        .env("HEADLESS_SHELL", shell)
        .env("FIREFOX", firefox);
    run(node.args(&names))
}

/// `cargo xtask measure`: builds the page, times it in Chromium, and asks Lighthouse.
pub fn measure() -> Outcome<()> {
    tools::prepare(Purpose::Measure)?;
    page::build()?;
    let chrome = system::chromium().ok_or("Chromium is gone.")?;
    ["measure", "lighthouse"].iter().try_for_each(|name| {
        let mut node = command("node", &[&format!("tests/page/{name}.mjs")]);
        run(node.env("CHROME", &chrome))
    })
}
