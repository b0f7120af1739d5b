//! Runs the real binary for the tests and holds what it says.

use serde_json::Value as Json;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// What a command said.
pub struct Said {
    /// Exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// Standard output as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }
    /// Both outputs.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

fn fairfloor(args: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fairfloor"))
        .args(args)
        .envs([("LC_ALL", "C"), ("RUST_BACKTRACE", "0")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    // A program that doesn't read its input, or not all of it, closes the pipe: that is its right.
    let _ = child.stdin.take().expect("piped").write_all(input);
    let output = child.wait_with_output().expect("the binary");
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Runs, expects the code, and expects each text in what is said.
pub fn check(args: &[&str], input: &[u8], code: i32, texts: &[&str]) -> Said {
    let said = fairfloor(args, input);
    assert_eq!(said.code, Some(code), "{args:?}: {}", said.all());
    for text in texts {
        assert!(
            said.all().contains(text),
            "{args:?}: no {text} in {}",
            said.all()
        );
    }
    said
}

/// Runs until `when` is so and kills; whether there was something left to kill.
pub fn kill(args: &[&str], mut when: impl FnMut() -> bool) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fairfloor"))
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary");
    while child.try_wait().expect("a child").is_none() {
        if when() {
            let _ = child.kill();
            return !child.wait().expect("a child").success();
        }
        thread::sleep(Duration::from_millis(2));
    }
    false
}

/// A folder of this test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test");
    path
}

/// A small centre, so that the real simulation takes no time here.
const SMALL: [&str; 8] = [
    "--set",
    "workforce.headcount=10",
    "--set",
    "demand.calls_per_day=300",
    "--set",
    "calendar.warmup_months=1",
    "--replications",
    "3",
];

/// Arguments around those of a small centre.
pub fn small<'a>(head: &[&'a str], tail: &[&'a str]) -> Vec<&'a str> {
    [head, &SMALL, tail].concat()
}

/// Results that must be the same to the bit, whoever ran what.
pub fn results(folder: &Path) -> Vec<(&'static str, Vec<u8>)> {
    let names = ["long.csv", "long.parquet", "summary.json"];
    names
        .map(|name| {
            (
                name,
                fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}")),
            )
        })
        .to_vec()
}

/// What a folder of results says of itself.
pub fn about(folder: &Path) -> Json {
    let text = fs::read_to_string(folder.join("study.json")).expect("study.json");
    serde_json::from_str(&text).expect("JSON")
}
