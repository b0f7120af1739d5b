//! Promise: what `compare`, `run --until` and `best` add to the contract's forms.

use crate::command::{check, folder, small};
use fairfloor::measure::metric::METRICS;
use serde_json::json;
use std::fs;

/// Two files that differ in the target alone, far enough apart for everybody to reach one and some the
/// other.
fn low_and_high(name: &str) -> [String; 2] {
    let folder = folder(name);
    ["20", "32"].map(|target| {
        let path = folder.join(format!("target-{target}.json"));
        let text = format!(
            r#"{{"name": "target {target}", "appraisal": {{"kpis": {{"call_volume": {{"target_per_day": {target}}}}}}}}}"#
        );
        fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    })
}

#[test]
fn compare_says_what_follows_and_what_differs() {
    let [low, high] = low_and_high("compare");
    let mut args = small(
        &["compare", &low, &low, &high, "--format", "json"],
        &["--reference", "3"],
    );
    let at = args
        .iter()
        .position(|a| *a == "--replications")
        .expect("small has it");
    args[at + 1] = "20";
    let json = check(&args, b"", 0, &[]).json();
    assert_eq!(json["reference"], "target 32");
    assert_eq!(json["differences"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["false_alarms"]["rule"], "holm");
    let reached = &json["differences"][0]["metrics"]["output.share_reaching_target"];
    assert_eq!(reached["pairs"], 20);
    assert_eq!(reached["verdict"], "higher", "{reached}");
    assert!(
        reached["luck_saves"]
            .as_f64()
            .is_some_and(|times| times > 0.0),
        "{reached}"
    );
    let fields = json["differing_fields"].as_array().expect("fields");
    let target = "appraisal.kpis.call_volume.target_per_day";
    let target = fields
        .iter()
        .find(|field| field["path"] == target)
        .expect("it differs");
    assert_eq!(target["values"].as_array().map(Vec::len), Some(3));
    assert_eq!(target["values"][0], target["values"][1]);
    let quantile = &json["scenarios"][0]["metrics"]["service.level"];
    assert!(quantile["p50_ci95"][0].is_number(), "{quantile}");
    assert!(
        quantile["p95_ci95"][1].is_null(),
        "twenty years don't bound the 95 % quantile"
    );
    // A threshold that nothing reaches leaves nothing to be told apart.
    args.extend(["--matters", "output.share_reaching_target=1"]);
    let json = check(&args, b"", 0, &[]).json();
    let reached = &json["differences"][0]["metrics"]["output.share_reaching_target"];
    assert_eq!(reached["verdict"], "cant-tell");
    for wrong in [
        ["--matters", "x=1"],
        ["--matters", "service.level=-1"],
        ["--reference", "9"],
    ] {
        check(
            &[&["compare", "seed-erg", "high-target"][..], &wrong].concat(),
            b"",
            2,
            &[],
        );
    }
    args.truncate(args.len() - 2);
    let at = args.iter().position(|a| *a == "json").expect("a format");
    args[at] = "table";
    check(&args, b"", 0, &["What differs", "Holm", "Luck saves"]);
}

#[test]
fn a_run_stops_when_it_is_narrow_or_says_that_it_is_not() {
    let run = |until: &str, most: &'static str| {
        let mut args = small(
            &["run", "seed-status-quo", "--format", "json"],
            &["--until", until],
        );
        let at = args
            .iter()
            .position(|a| *a == "--replications")
            .expect("small has it");
        args[at + 1] = most;
        check(&args, b"", 0, &[]).json()
    };
    let narrow = run("service.level=0.1", "100");
    assert_eq!(
        (&narrow["stopped"], narrow["replications"].as_u64()),
        (&"narrow".into(), Some(32))
    );
    let not = run("service.level=0.000001", "40");
    assert_eq!(
        (&not["stopped"], not["replications"].as_u64()),
        (&"budget".into(), Some(40))
    );
    check(
        &["run", "seed-erg", "--until", "service.levl=1"],
        b"",
        2,
        &["Did you mean service.level?"],
    );
    check(
        &["run", "seed-erg", "--until", "service.level=0"],
        b"",
        2,
        &["above 0"],
    );
}

#[test]
fn the_best_is_named_with_its_certainty() {
    let [low, high] = low_and_high("best");
    let args = |metric: &'static str, matters: &'static str| {
        let mut args = small(
            &["best", &low, &high, "--format", "json"],
            &["--metric", metric, "--matters", matters],
        );
        let at = args
            .iter()
            .position(|a| *a == "--replications")
            .expect("small has it");
        args[at + 1] = "64";
        args
    };
    let mut typed = args("output.share_reaching_target", "0.05");
    check(&typed, b"", 2, &["--prefer"]);
    typed.extend(["--prefer", "higher"]);
    let json = check(&typed, b"", 0, &[]).json();
    assert_eq!(
        (&json["best"], &json["decided"]),
        (&"target 20".into(), &true.into())
    );
    assert!(json["scenarios"][1]["given_up_after"].is_number());
    assert_eq!(json["unit"], "share");
    let at = typed.iter().position(|a| *a == "json").expect("a format");
    typed[at] = "csv";
    let csv = check(&typed, b"", 0, &[]).out;
    for row in &cells(&csv)[1..] {
        assert_eq!(row[6..], ["output.share_reaching_target", "share"]);
    }
    typed[at] = "table";
    check(&typed, b"", 0, &["Mean of “Reaching the target”"]);
    let json = check(
        &args("quality.customer_satisfaction", "0.00001"),
        b"",
        0,
        &[],
    )
    .json();
    assert_eq!(
        json["decided"], false,
        "no 64 years tell a thousandth of a point"
    );
    check(
        &["best", "seed-erg", "high-target", "--metric", "x"],
        b"",
        2,
        &["no metric"],
    );
    check(
        &["best", "seed-erg", "high-target", "--certainty", "0.4"],
        b"",
        2,
        &["blind"],
    );
}

/// `small` with another number of years.
fn years<'a>(number: &'a str, head: &[&'a str], tail: &[&'a str]) -> Vec<&'a str> {
    let mut args = small(head, tail);
    let at = args.iter().position(|a| *a == "--replications");
    args[at.expect("small has it") + 1] = number;
    args
}

/// The cells of a CSV's rows, the head first.
fn cells(csv: &str) -> Vec<Vec<&str>> {
    csv.lines().map(|line| line.split(',').collect()).collect()
}

#[test]
fn few_years_claim_no_more_than_they_know() {
    let run =
        |number, tail: &[&str]| check(&years(number, &["run", "seed-erg"], tail), b"", 0, &[]);
    let one = run("1", &["--format", "json"]).json();
    assert_eq!(one["metrics"]["service.level"]["ci95"], json!([null, null]));
    let csv = run("1", &["--format", "csv"]).out;
    let level = cells(&csv)
        .into_iter()
        .find(|row| row[1] == "service.level");
    assert_eq!(level.expect("a row")[4..6], ["", ""]);
    let table = run("1", &["--lang", "en"]).out;
    assert!(table.contains("\n1 year, seed"), "{table}");
    assert_eq!(
        table.matches("first look, 1 year").count() % 2,
        0,
        "neither the mean nor the years' spread is known: {table}"
    );
    // Two years apart have an interval far beyond what a share can be.
    let two = run("2", &["--format", "json"]).json();
    for metric in METRICS {
        let (least, most) = metric.range();
        let ends = [0, 1].map(|end| two["metrics"][metric.id]["ci95"][end].as_f64());
        let inside = |end: Option<f64>| end.is_none_or(|v| least <= v && v <= most);
        assert!(ends.into_iter().all(inside), "{}: {ends:?}", metric.id);
    }
}

#[test]
fn compare_has_its_differences_in_rows_and_says_over_how_many_pairs() {
    let [low, high] = low_and_high("compare-rows");
    let compare = |tail: &[&str]| {
        let args = years("8", &["compare", &low, &high, "--threads", "1"], tail);
        check(&args, b"", 0, &[])
    };
    let csv = compare(&["--format", "csv"]).out;
    let json = compare(&["--format", "json"]).json();
    let rows = cells(&csv);
    assert_eq!(rows.len(), 1 + 3 * METRICS.len());
    assert_eq!(rows[0][9..], ["against", "pairs"]);
    let own = METRICS.len() * 2;
    assert!(rows[1..=own].iter().all(|row| row[9..] == ["", ""]));
    for (row, metric) in rows[own + 1..].iter().zip(METRICS) {
        let found = &json["differences"][0]["metrics"][metric.id];
        assert_eq!([row[0], row[1]], ["target 32 − target 20", metric.id]);
        assert_eq!(row[3].parse().ok(), found["mean"].as_f64(), "{}", metric.id);
        let pairs = found["pairs"].as_u64().unwrap_or(0);
        assert_eq!(row[9..], ["target 20", &pairs.to_string()]);
    }
    let fewer = json["differences"][0]["metrics"].as_object().expect("all");
    let fewer = fewer
        .values()
        .any(|m| m["pairs"].as_u64().is_some_and(|n| n < 8));
    let table = compare(&["--lang", "en"]).out;
    assert_eq!(table.contains("in which both have a value; of 8:"), fewer);
    assert!(table.contains("8 years of each, seed"), "{table}");
    let print = json["scenarios"][1]["fingerprint"].as_str().expect("one");
    assert!(table.contains(&format!("target 32 {print}")), "{table}");
}

#[test]
fn a_sweep_says_how_much_was_run_and_nothing_of_what_was_not_asked() {
    let path = "appraisal.kpis.call_volume.target_per_day";
    let vary = format!("{path}=20,32");
    let sweep = |tail: &[&str]| {
        let args = years("8", &["sweep", "seed-erg", "--vary", &vary], tail);
        check(&args, b"", 0, &[]).out
    };
    let bare = sweep(&["--lang", "en"]);
    assert!(
        bare.starts_with("Volume target   Annual turnover"),
        "{bare}"
    );
    assert!(bare.contains("8 years at each point, seed"), "{bare}");
    assert!(!bare.contains("all holds"), "{bare}");
    let asked = sweep(&["--lang", "en", "--require", "service.level>=0.1"]);
    assert!(asked.contains("Years in which all holds"), "{asked}");
    let level = asked.lines().find(|line| line.starts_with("20 "));
    let level = level.expect("a point");
    assert!(
        level.matches('(').count() >= 3,
        "means have intervals: {level}"
    );
}
