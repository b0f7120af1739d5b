//! Promise: `fairfloor fit` in the form of contract.md, its scenario runs, and bad files say why.

use crate::command::{check, folder};
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::fs;

/// Ten days of a hundred and twenty calls each, a third of which hang up.
fn calls() -> String {
    let mut text = "日期,呼入时间,等待时长,结果,通话时长,坐席,业务类型\n".to_owned();
    for day in 1..=10 {
        for call in 0..120 {
            let (hour, minute) = (8 + call / 12, call % 12 * 5);
            let _ = write!(text, "2024-03-{day:02},{hour:02}:{minute:02}:07,");
            let wait = (call * 37 + day * 11) % 113;
            let kind = ["费用", "流程"][call % 2];
            if call % 3 == 0 {
                let _ = writeln!(text, "{wait},放弃,,,{kind}");
            } else {
                let (talk, agent) = (5 + call * 53 % 600, call % 5);
                let _ = writeln!(text, "0:{:02},接通,{talk},工{agent},{kind}", wait % 60);
            }
        }
    }
    text
}

#[test]
fn fit_gives_the_fixed_form_for_calls() {
    let said = check(
        &["fit", "-", "--format", "json"],
        calls().as_bytes(),
        0,
        &[],
    );
    let json = said.json();
    assert_eq!(json["offered"], 1200);
    assert_eq!(json["answered"], 800);
    for path in [
        "/abandonment",
        "/mean_wait_seconds",
        "/service_seconds/mean",
        "/service_seconds/cv",
        "/service_seconds/log_mean",
        "/service_seconds/log_sd",
        "/patience_seconds/mean",
        "/patience_seconds/survival/10",
        "/patience_seconds/survival/30",
        "/patience_seconds/survival/60",
        "/agents/count",
        "/agents/log_sd",
        "/short_call_share",
        "/dispersion_of_daily_counts",
    ] {
        assert!(json.pointer(path).is_some_and(Json::is_number), "{path}");
        let name = path[1..].replace('/', ".");
        if name != "agents.count" {
            let error = &json["standard_errors"][&name];
            assert!(error.is_number(), "{name}: {error}");
        }
    }
    // Nobody waited two minutes.
    for seconds in ["120", "300", "600"] {
        let survival = &json["patience_seconds"]["survival"];
        assert!(
            survival
                .as_object()
                .is_some_and(|s| s.contains_key(seconds))
        );
        assert_eq!(survival[seconds], Json::Null);
    }
    assert_eq!(json["problems"], json!([]));
    assert_eq!(json["scenario"]["schema_version"], 1);
}

#[test]
fn the_scenario_of_a_fit_runs() {
    let place = folder("fit").join("mine.json");
    let file = place.to_string_lossy().into_owned();
    let said = check(
        &["fit", "-", "--format", "json", "--out", &file],
        calls().as_bytes(),
        0,
        &[],
    );
    let written: Json =
        serde_json::from_str(&fs::read_to_string(&place).expect("written")).expect("JSON");
    assert_eq!(written, said.json()["scenario"]);
    assert_eq!(
        fs::read_dir(place.parent().expect("a folder"))
            .expect("it")
            .count(),
        1
    );
    check(&["check", &file], b"", 0, &["no problems"]);
    let run = check(
        &["run", &file, "--replications", "2", "--format", "json"],
        b"",
        0,
        &[],
    );
    assert!(run.json()["metrics"]["service.level"]["mean"].is_number());
    let nowhere = format!("{file}/no/such.json");
    check(
        &["fit", "-", "--out", &nowhere],
        calls().as_bytes(),
        2,
        &["can't be written"],
    );
}

#[test]
fn half_hours_give_null_for_what_they_can_not_tell() {
    let mut text =
        "date,interval_start,offered,answered,abandoned,mean_served_seconds\n".to_owned();
    for day in 1..=14 {
        for hour in 9..17 {
            let _ = writeln!(
                text,
                "2024-03-{day:02},{hour:02}:30,{},{},2,180",
                hour + day,
                hour + day - 2
            );
            let _ = writeln!(text, "2024-03-{day:02},{hour:02}:00,10,10,0,200");
        }
    }
    let json = check(&["fit", "-", "--format", "json"], text.as_bytes(), 0, &[]).json();
    assert!(json["offered"].is_number() && json["abandonment"].is_number());
    assert!(json["dispersion_of_daily_counts"].is_number());
    for path in [
        "/mean_wait_seconds",
        "/service_seconds/mean",
        "/service_seconds/log_sd",
        "/patience_seconds/mean",
        "/patience_seconds/survival/10",
        "/agents/count",
        "/agents/log_sd",
        "/short_call_share",
    ] {
        assert_eq!(json.pointer(path), Some(&Json::Null), "{path}");
    }
    let counts = "date,interval_start,offered\n2024-03-05,09:00,10\n";
    let json = check(&["fit", "-", "--format", "json"], counts.as_bytes(), 0, &[]).json();
    assert_eq!(
        (&json["answered"], &json["abandonment"]),
        (&Json::Null, &Json::Null)
    );
    assert_eq!(json["dispersion_of_daily_counts"], Json::Null);
}

#[test]
fn the_table_speaks_both_languages() {
    let text = calls();
    check(
        &["fit", "-", "--lang", "zh"],
        text.as_bytes(),
        0,
        &[
            "放弃率",
            "标准误",
            "拟合对不上的",
            "demand.calls_per_day = 120",
        ],
    );
    check(
        &["fit", "-"],
        text.as_bytes(),
        0,
        &[
            "Hung up",
            "Standard error",
            "What the fit could not match",
            "within weekday",
        ],
    );
}

#[test]
fn bad_files_say_why_with_line_and_remedy() {
    check(&["fit", "/no/such/file.csv"], b"", 2, &["can't be read"]);
    check(&["fit", "-"], b"", 2, &["empty"]);
    check(
        &["fit", "-"],
        b"a,b\n1,2\n",
        2,
        &["missing", "interval_start"],
    );
    check(
        &["fit", "-"],
        b"arrived,agent\n2024-03-05 9:00,4\n",
        2,
        &["missing", "outcome"],
    );
    check(&["fit", "-"], b"PK\x03\x04\x00\x00", 2, &["save it as CSV"]);
    let text = "date,arrived,outcome\n2024-03-05,9:00,answered\n2024-03-05,9:01,maybe\n";
    let said = check(
        &["fit", "-", "--format", "json"],
        text.as_bytes(),
        0,
        &["Line 3", "maybe"],
    );
    assert_eq!(said.json()["problems"][0]["line"], 3);
    assert_eq!(said.json()["problem_count"], 1);
    let wrong = "arrived,outcome\n2024-03-05 9:00,maybe\n";
    check(
        &["fit", "-"],
        wrong.as_bytes(),
        2,
        &["No row has a call", "Line 2", "maybe"],
    );
    check(&["fit"], b"", 2, &["FILE"]);
}

#[test]
fn calls_are_demand_too_in_every_encoding() {
    let folder = folder("calls-as-demand");
    let file = folder.join("calls.csv");
    let place = file.to_string_lossy().into_owned();
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(calls().encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    // GBK for «日期,进线时间,结果» and «接通».
    let gbk = b"\xc8\xd5\xc6\xda,\xbd\xf8\xcf\xdf\xca\xb1\xbc\xe4,\xbd\xe1\xb9\xfb\n\
        2024-03-05,9:00,\xbd\xd3\xcd\xa8\n";
    for (bytes, calls) in [(calls().as_bytes(), 120), (&utf16[..], 120), (&gbk[..], 1)] {
        fs::write(&file, bytes).expect("a file");
        let args = ["presets", "seed-erg", "--demand", &place];
        let preset = check(&args, b"", 0, &[]);
        assert_eq!(preset.json()["demand"]["calls_per_day"], calls);
    }
}
