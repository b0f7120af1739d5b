//! Promise: whatever comes in, the command says what is wrong with it and what to do.

use crate::command::{check, folder};
use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

#[test]
fn bad_input_ends_with_2_and_says_what_to_do() {
    let folder = folder("bad-input");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file for the test");
        path.to_string_lossy().into_owned()
    };
    let empty = file("empty.json", b"");
    let large = file("large.json", &vec![b' '; 10_000_000]);
    let binary = file("binary.xlsx", b"PK\x03\x04\x00\x00\xff");
    check(&["check", &empty], b"", 2, &["empty"]);
    check(&["check", &large], b"", 2, &["10.0 MB", "1.0 MB"]);
    check(&["run", "-"], &vec![b'['; 3_000_000], 2, &["1.0 MB"]);
    check(&["check", &binary], b"", 2, &["CSV"]);
    check(
        &["run", "seed-erg", "--demand", &large],
        b"",
        2,
        &["10.0 MB"],
    );
    check(
        &["run", "seed-erg", "--demand", &empty],
        b"",
        2,
        &["interval_start"],
    );
    check(
        &["run", "no-such-file.json"],
        b"",
        2,
        &["no-such-file.json", "seed-status-quo"],
    );
    check(&["check", "-"], b"{\"name\": }", 2, &["ine 1", "olumn"]);
    check(
        &["run", "seed-erg", "--set", "workforce.headcount=-1"],
        b"",
        2,
        &["workforce.headcount", "1 and 5000"],
    );
    check(
        &["run", "seed-erg", "--set", "demand.calls_per_day=inf"],
        b"",
        2,
        &["finite"],
    );
    check(
        &["run", "seed-erg", "--set", "headcount"],
        b"",
        2,
        &["PATH=VALUE"],
    );
    check(
        &["run", "seed-erg", "--replications", "0"],
        b"",
        2,
        &["1..=100000"],
    );
    check(
        &["run", "seed-erg", "--out", &format!("{empty}/x")],
        b"",
        2,
        &["empty.json/x"],
    );
    check(
        &["queue", "--agents", "0", "--calls-per-hour", "NaN"],
        b"",
        2,
        &[],
    );
    check(&["nonsense"], b"", 2, &[]);
    check(&[], b"", 2, &["Usage"]);
    check(&["--help"], b"", 0, &["compare"]);
}

#[test]
fn exports_in_gbk_are_understood() {
    let folder = folder("gbk");
    let path = folder.join("export.csv");
    // 日期,时段,来电量 in GBK.
    let mut bytes = b"\xc8\xd5\xc6\xda,\xca\xb1\xb6\xce,\xc0\xb4\xb5\xe7\xc1\xbf\r\n".to_vec();
    bytes.extend(b"2024/3/5,9:00,40\r\n2024/3/5,9:30,-2\r\n2024/3/6,9:00,60\r\n");
    fs::write(&path, bytes).expect("a file for the test");
    let path = path.to_string_lossy().into_owned();
    let said = check(
        &["presets", "seed-erg", "--demand", &path],
        b"",
        0,
        &["Line 3", "offered"],
    );
    // Of 50 calls a day, 44 are first attempts by the scenario's shares.
    assert_eq!(said.json()["demand"]["calls_per_day"], 44.0);
    let set = ["--set", "demand.calls_per_day=70"];
    let args = ["presets", "seed-erg", "--demand", &path];
    let said = check(&[&args[..], &set].concat(), b"", 0, &[]);
    assert_eq!(
        said.json()["demand"]["calls_per_day"],
        70,
        "what is set has the last word"
    );
    check(
        &["check", "seed-erg", "--demand", &path, "--lang", "zh"],
        b"",
        0,
        &["第 3 行"],
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fairfloor"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    // One byte is taken and the pipe closed while most of the schema still waits to be written.
    let mut out = child.stdout.take().expect("piped");
    out.read_exact(&mut [0]).expect("a byte");
    drop(out);
    let ended = child.wait_with_output().expect("the binary");
    assert_eq!(ended.status.code(), Some(0));
    assert!(
        ended.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}

#[test]
fn the_language_follows_the_environment() {
    for (locale, said) in [
        ("zh_CN.UTF-8", "没有问题"),
        ("en_GB.UTF-8", "no problems"),
        ("C", "no problems"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_fairfloor"))
            .args(["check", "seed-erg"])
            .env("LC_ALL", "")
            .env("LC_MESSAGES", locale)
            .env("LANG", "de_DE")
            .output()
            .expect("the binary");
        let out = String::from_utf8_lossy(&output.stdout);
        assert!(out.contains(said), "{locale}: {out}");
    }
}
