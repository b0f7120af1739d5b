//! `cargo xtask`: the chores of the project, from a bare machine to the open page.

mod cache;
mod calibrate;
mod documents;
mod first;
mod offline;
mod page;
mod policy;
mod process;
mod release;
mod serve;
mod single;
mod stamp;
mod styles;
mod system;
mod test;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a chore gives up with: a sentence for the person at the terminal.
pub type Outcome<T> = Result<T, String>;

const HELP: &str = "\
Fairfloor's chores. Each installs what it needs and nothing twice.

  cargo xtask serve [--port N] [--no-open]
                      build the page and serve it on this machine (port 8080, or the next free one)
  cargo xtask test    every check there is: format, lints, tests, page build, size, browser
  cargo xtask validate [--quick]
                      hold the model to the evidence: VALIDATION.md and docs/validation/, in minutes
  cargo xtask centres ask other centres what the default concludes: docs/centres.md (minutes)
  cargo xtask build   build the page into dist/, ready for any static host
  cargo xtask calibrate [SEED ROUNDS POINTS YEARS CHECKED]
                      fit the free constants to the stylised facts; writes CALIBRATION.md (half an hour)
  cargo xtask recover [SEED DRAWS CENTRES]
                      are the constants of synthetic centres found again; into CALIBRATION.md (minutes)
  cargo xtask measure build the page, time it in Chromium and ask Lighthouse, beside what is aimed at:
                      docs/measured.md (half an hour)
  cargo xtask release everything that is handed out, with checksums and a list of parts: release/ (minutes)
  cargo xtask help    this text

Environment
  FAIRFLOOR_DATA      folder of real data (default: ../shared/data); without it some tests are ignored
  FAIRFLOOR_TOOLS     folder for the installed tools (default: fairfloor/tools in the user's cache)
  CHROME, FIREFOX     the Chromium or Chrome and the Firefox that the browser tests use
  HEADLESS_SHELL      Chromium's headless shell, which most of them use; where only CHROME is named, they use that
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve", rest @ ..] => serve::Options::read(rest).and_then(serve::serve),
        // Prints its own last line, so that the summary stays the last one.
        ["test"] => return test::test(),
        ["build"] => page::prepare_and_build(),
        ["centres"] => validate(&["--", "centres"]),
        ["validate"] => validate(&[]),
        ["validate", "--quick"] => validate(&["--", "--quick"]),
        ["calibrate", rest @ ..] => calibrate::calibrate(rest),
        ["recover", rest @ ..] => calibrate::recover(rest),
        ["release"] => release::release(),
        ["measure"] => test::measure(),
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("I don't know `{}`.\n\n{HELP}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

/// The package's own program does it; the chores know nothing of the library.
fn validate(more: &[&str]) -> Outcome<()> {
    let run = [
        "run",
        "--locked",
        "--release",
        "--quiet",
        "--example",
        "validate",
    ];
    process::run_long(process::cargo(&run).args(more))
}

/// The folder of the clone, wherever the command was called from.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
