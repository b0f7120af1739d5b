//! Promise: what `compare`, `run --until` and `best` add to the contract's forms.

use crate::command::{check, folder, small};
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
        &["METRIC=HALF_WIDTH"],
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
