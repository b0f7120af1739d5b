//! Promise: options change something. Those that no other test moves stand here one by one, each with what it
//! must move in the answer; that an answer repeats an option is not enough.

use crate::command::{check, folder};
use serde_json::Value as Json;

const SMALL: &str = "--set workforce.headcount=10 --set demand.calls_per_day=300 \
    --set calendar.warmup_months=1 --set calendar.working_days_per_year=60";
const QUEUE: &str = "queue --agents 5 --calls-per-hour 55 --mean-service-seconds 300 --calls 4000";
const STAFF: &str = "staff seed-status-quo --replications 3";
const EXPLAIN: &str = "explain seed-status-quo";
const AWARDS: &str = "awards seed-status-quo --replications 2 --coverage 0.3";
const SENSITIVITY: &str = "sensitivity seed-status-quo seed-erg --claim turnover.annual_rate=higher \
    --walks 1 --worlds 10 --replications 2 --only behaviour.parameters.quit.base \
    --only behaviour.parameters.effort.value --only behaviour.hypotheses.erg";
const SEARCH: &str = "search seed-status-quo --generations 2 --replications 2 \
    --vary appraisal.kpis.call_volume.target_per_day=20:60 --vary support.flexible_work.enabled";
const COMPARE: &str = "compare seed-status-quo seed-erg --replications 3";

/// The command, an option with one value and with another, and what must move.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: [Case; 32] = [
    (QUEUE, "", "--seed 2", "mean_wait_seconds"),
    (QUEUE, "", "--lines 6", "probability_of_blocking"),
    (QUEUE, "", "--service-cv 0.5", "mean_wait_seconds"),
    (
        QUEUE,
        "",
        "--mean-patience-seconds 200",
        "probability_of_abandonment",
    ),
    (QUEUE, "", "--service-level-seconds 60", "service_level"),
    (QUEUE, "", "--agents 6", "occupancy"),
    (QUEUE, "", "--calls-per-hour 50", "occupancy"),
    (QUEUE, "", "--mean-service-seconds 280", "occupancy"),
    (QUEUE, "", "--calls 8000", "mean_wait_seconds"),
    (STAFF, "", "--seed 2", "half_hours"),
    (STAFF, "", "--replications 4", "half_hours"),
    (STAFF, "", "--target-share 0.95", "half_hours"),
    (STAFF, "", "--weekday monday", "half_hours"),
    (EXPLAIN, "", "--seed 2", "people"),
    (EXPLAIN, "", "--replication 1", "people"),
    (EXPLAIN, "", "--person 2.1", "people"),
    (EXPLAIN, "", "--against seed-erg", "people"),
    (AWARDS, "--twins 1", "--twins 2", "strategies"),
    (AWARDS, "--twins 1", "--twins 1 --unlocked", "strategies"),
    (AWARDS, "--twins 1", "--twins 1 --coverage 0.6", "curve"),
    (AWARDS, "--twins 1", "--twins 1 --seed 2", "strategies"),
    (SENSITIVITY, "--keep 1", "--keep 2", "tornado"),
    (SENSITIVITY, "--keep 1", "--keep 1 --range wide", "tornado"),
    (
        SENSITIVITY,
        "--keep 1",
        "--keep 1 --range narrow",
        "tornado",
    ),
    (SENSITIVITY, "--keep 1", "--keep 1 --walks 2", "assumptions"),
    (
        SENSITIVITY,
        "--keep 1",
        "--keep 1 --replications 3",
        "margin",
    ),
    (SENSITIVITY, "--keep 1", "--keep 1 --seed 2", "margin"),
    (SEARCH, "--plans 4", "--plans 6", "plans"),
    (SEARCH, "--plans 4", "--plans 4 --generations 3", "plans"),
    (SEARCH, "--plans 4", "--plans 4 --budget 1", "plans"),
    (COMPARE, "", "--reference 2", "differences"),
    (COMPARE, "", "--seed 2", "differences"),
];

/// What the command answers; an option that stands there twice counts as it is said last.
fn answer(command: &str, option: &str) -> Json {
    let mut words: Vec<&str> = command.split_whitespace().collect();
    if !command.starts_with("queue") {
        words.extend(SMALL.split_whitespace());
    }
    let option: Vec<&str> = option.split_whitespace().collect();
    for said in option.iter().filter(|word| word.starts_with("--")) {
        if let Some(at) = words.iter().position(|word| word == said) {
            words.drain(at..at + 2);
        }
    }
    words.extend(option);
    words.extend(["--format", "json"]);
    check(&words, b"", 0, &[]).json()
}

#[test]
fn every_option_changes_something() {
    let mut before: Option<(&str, &str, Json)> = None;
    for (command, usual, other, moves) in CASES {
        if before
            .as_ref()
            .is_none_or(|(c, u, _)| (*c, *u) != (command, usual))
        {
            before = Some((command, usual, answer(command, usual)));
        }
        let known = before.as_ref().map(|(_, _, json)| &json[moves]);
        let found = &answer(command, other)[moves];
        assert!(!found.is_null(), "{command}: no {moves}");
        assert_ne!(known, Some(found), "{command} {other}: {moves} stays");
    }
}

/// What a calibration can be told besides: `--seconds` ends it early, with what there is by then.
#[test]
fn a_calibration_has_its_name_and_ends_in_its_time() {
    let home = folder("options");
    let path = |name: &str| home.join(name).display().to_string();
    let head =
        "calibrate seed-status-quo --set workforce.headcount=10 --set demand.calls_per_day=300";
    let run = |more: &[&str]| {
        let words: Vec<&str> = head
            .split_whitespace()
            .chain(more.iter().copied())
            .collect();
        check(&words, b"", 0, &[])
    };
    run(&["--example", &path("centre"), "--months", "3"]);
    let (people, kpi) = (path("centre/people.csv"), path("centre/kpi.csv"));
    let profile = |more: &[&str]| {
        let files = ["--people", &people, "--kpi", &kpi, "--format", "json"];
        run(&[&files, more].concat()).json()
    };
    let hasty = profile(&["--name", "Hotline", "--draws", "20000", "--seconds", "1"]);
    assert_eq!(hasty["name"], "Hotline");
    let simulated = hasty["source"]["simulated"].as_u64().expect("a number");
    assert!((1..20_000).contains(&simulated), "{simulated}");
}
