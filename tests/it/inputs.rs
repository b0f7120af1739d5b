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
fn a_name_that_stands_twice_is_refused_with_its_path() {
    for (text, path) in [
        (
            r#"{"workforce":{"headcount":10},"workforce":{"team_size":5}}"#,
            "workforce ",
        ),
        (
            r#"{"workforce":{"headcount":10,"headcount":20}}"#,
            "workforce.headcount",
        ),
        (
            r#"{"name":"a","nobody":[{"x":1,"x":2}],"name":"b"}"#,
            "nobody.x",
        ),
    ] {
        check(&["check", "-"], text.as_bytes(), 2, &[path, "twice"]);
    }
    check(&["check", "-"], br#"{"name":"a","support":{}}"#, 0, &[]);
}

/// A terminal would obey them.
#[test]
fn control_characters_of_a_file_are_refused_and_never_repeated() {
    for text in [
        r#"{"name":"x\u001b]0;here\u0007"}"#,
        r#"{"name":"two\nlines"}"#,
        r#"{"description":"x\u0000"}"#,
        r#"{"head\u001b[2Jcount":1}"#,
    ] {
        for language in ["zh", "en"] {
            let said = check(&["check", "-", "--lang", language], text.as_bytes(), 2, &[]);
            let obeyed = said.all().chars().any(|c| c.is_control() && c != '\n');
            assert!(!obeyed, "{text}: {:?}", said.all());
        }
    }
    check(&["check", "-"], br#"{"description":"two\nlines"}"#, 0, &[]);
}

#[test]
fn amounts_are_in_the_metrics_own_unit() {
    let vary = ["--vary", "workforce.headcount=5:6", "--replications", "1"];
    for (wrong, says) in [
        ("quality.inspection>=88%", "from 0 to 100"),
        ("service.level>=80", "from 0 to 1"),
        ("service.mean_wait_seconds<=50%", "at least 0"),
        ("turnover.anual_rate<=1", "turnover.annual_rate"),
    ] {
        let asked = [&["sweep", "clinic", "--require", wrong][..], &vary].concat();
        check(&asked, b"", 2, &[says]);
    }
    for (command, option, says) in [
        ("run", "--until", "service.level"),
        ("compare", "--matters", "service.level"),
        ("sensitivity", "--claim", "service.level"),
    ] {
        let second = (command == "compare").then_some("seed-erg");
        let asked = [command, "clinic"].into_iter().chain(second);
        let typed = format!(
            "service.levl{}0.5",
            if command == "sensitivity" { "<=" } else { "=" }
        );
        let asked: Vec<&str> = asked.chain([option, &typed]).collect();
        check(&asked, b"", 2, &[says]);
    }
}

#[test]
fn more_calls_answered_than_came_is_no_export() {
    let folder = folder("more-than-came");
    let path = folder.join("calls.csv");
    let text =
        "date,interval_start,offered,abandoned\n2024-03-05,09:00,5,9\n2024-03-05,09:30,8,2\n";
    // In one interval it may be so: who waits at its end counts in the next.
    fs::write(&path, text.replace("5,9", "5,6")).expect("written");
    check(&["fit", &path.to_string_lossy()], b"", 0, &[]);
    fs::write(&path, text.replace("8,2", "8,5")).expect("written");
    for command in [&["fit"][..], &["check", "clinic", "--demand"]] {
        let place = path.to_string_lossy();
        let asked = [command, &[&*place]].concat();
        check(
            &asked,
            b"",
            2,
            &["abandoned adds up to 14", "13 calls offered"],
        );
    }
    let log = "call_id,date,time,wait_seconds,talk_seconds,agent\n1,2024-03-05,09:00:01,3,200,A\n";
    fs::write(&path, log).expect("written");
    check(&["fit", &path.to_string_lossy()], b"", 2, &["outcome"]);
}

#[test]
fn what_was_typed_wrong_is_said_in_chinese_too() {
    for (typed, says) in [
        ("run clinic --replications abc", "须是整数"),
        ("run clinic --replications -3", "须在 1 与 100000 之间"),
        ("run clinic --sed 1", "--seed"),
        ("presets --set a=1", "要改哪一个现成的情景"),
        ("check nowhere/x.json --demand nowhere.csv", "没有"),
        ("run clinic --demand nowhere.csv", "没有这个文件"),
    ] {
        let asked: Vec<&str> = typed.split(' ').chain(["--lang", "zh"]).collect();
        let said = check(&asked, b"", 2, &[says]);
        assert!(
            !said.err.contains("error:") && !said.err.contains("os error"),
            "{}",
            said.err
        );
    }
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

#[test]
fn an_unknown_metric_gets_the_same_sentence_wherever_one_is_asked_for() {
    let other = ["--against", "seed-status-quo"];
    let asked: [(&[&str], &str, &[&str]); 6] = [
        (&["explain", "seed-erg", "--why"], "", &other),
        (
            &["best", "seed-erg", "seed-status-quo", "--metric"],
            "",
            &[],
        ),
        (&["run", "seed-erg", "--until"], "=1", &[]),
        (
            &["compare", "seed-erg", "seed-status-quo", "--matters"],
            "=1",
            &[],
        ),
        (&["sensitivity", "seed-erg", "--claim"], "<=1", &[]),
        (
            &[
                "search",
                "seed-erg",
                "--catch-up-with",
                "high-target",
                "--metric",
            ],
            "",
            &[],
        ),
    ];
    for (head, tail, more) in asked {
        for (id, lang, says) in [
            (
                "zzz",
                "en",
                "There is no metric “zzz”. Metrics: turnover.annual_rate, ",
            ),
            (
                "zzz",
                "zh",
                "没有名为“zzz”的指标。指标有：turnover.annual_rate、",
            ),
            (
                "turnover.anual_rate",
                "en",
                "There is no metric “turnover.anual_rate”. Did you mean turnover.annual_rate?",
            ),
        ] {
            let typed = format!("{id}{tail}");
            let words = [head, &[typed.as_str()], more, &["--lang", lang]].concat();
            check(&words, b"", 2, &[says]);
        }
    }
}
