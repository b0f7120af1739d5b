//! Promise: `awards`, `fairness`, `sensitivity` and `search` say the same in three forms and two languages,
//! on any number of threads, and refuse what they can't run.

use crate::command::{check, folder};
use serde_json::Value as Json;
use std::fs;

/// A small centre and short years.
const SMALL: [&str; 8] = [
    "--set",
    "workforce.headcount=30",
    "--set",
    "demand.calls_per_day=300",
    "--set",
    "calendar.warmup_months=1",
    "--set",
    "calendar.working_days_per_year=60",
];

const AWARDS: &[&str] = &[
    "awards",
    "seed-status-quo",
    "--replications",
    "2",
    "--coverage",
    "0.2",
    "--twins",
    "1",
];
const FAIRNESS: &[&str] = &["fairness", "seed-status-quo", "--replications", "8"];
const SENSITIVITY: &[&str] = &[
    "sensitivity",
    "seed-status-quo",
    "seed-erg",
    "--claim",
    "turnover.annual_rate=higher",
    "--only",
    "behaviour.parameters.quit.base",
    "--only",
    "behaviour.hypotheses.erg",
    "--walks",
    "2",
    "--worlds",
    "10",
    "--replications",
    "2",
];
const SEARCH: &[&str] = &[
    "search",
    "seed-status-quo",
    "--plans",
    "4",
    "--generations",
    "2",
    "--replications",
    "3",
];
const CATCH: &[&str] = &[
    "search",
    "seed-status-quo",
    "--catch-up-with",
    "seed-erg",
    "--vary",
    "support.flexible_work.enabled",
    "--vary",
    "appraisal.kpis.call_volume.target_per_day=40:80",
    "--replications",
    "2",
];
const ALL: [&[&str]; 5] = [AWARDS, FAIRNESS, SENSITIVITY, SEARCH, CATCH];

fn run(command: &[&str], tail: &[&str], code: i32, texts: &[&str]) -> crate::command::Said {
    check(&[command, &SMALL, tail].concat(), b"", code, texts)
}

#[test]
fn each_gives_the_same_bits_on_any_number_of_threads() {
    for command in ALL {
        let one = run(command, &["--format", "json", "--threads", "1"], 0, &[]);
        let two = run(command, &["--format", "json", "--threads", "2"], 0, &[]);
        assert_eq!(one.out, two.out, "{command:?}");
        assert_eq!(one.json()["complete"], Json::Bool(true), "{command:?}");
        let other = run(command, &["--format", "json", "--seed", "2"], 0, &[]);
        // The answer repeats the seed: what counts is that the rest moves.
        let [one, other] = [one, other].map(|said| {
            let mut json = said.json();
            assert!(!json["seed"].take().is_null(), "{command:?} tells its seed");
            json
        });
        assert_ne!(one, other, "{command:?}: the seed does nothing");
    }
}

#[test]
fn each_has_a_table_in_both_languages_and_even_csv() {
    let words = [
        ("离职率", "turnover"),
        ("公平", "fairness"),
        ("假设", "assumptions"),
        ("方案", "plans"),
        ("追上", "caught up"),
    ];
    for (command, (zh, en)) in ALL.into_iter().zip(words) {
        run(command, &["--lang", "zh"], 0, &[zh]);
        let english = run(command, &["--lang", "en"], 0, &[]);
        assert!(english.out.to_lowercase().contains(en), "{}", english.out);
        assert!(
            english.out.is_ascii() || !english.out.contains('，'),
            "{}",
            english.out
        );
        let csv = run(command, &["--format", "csv"], 0, &[]).out;
        let widths: Vec<usize> = csv.lines().map(|line| line.split(',').count()).collect();
        assert!(widths.len() > 1 || command == CATCH, "{csv}");
        assert!(widths.iter().all(|w| *w == widths[0]), "{csv}");
    }
}

/// Done in two parts and joined, or stopped after a part and gone on with, a study ends as in one go.
#[test]
fn parts_of_a_study_join_to_the_same_bits() {
    let home = folder("lab-parts");
    let place = |name: &str| home.join(name).to_string_lossy().into_owned();
    for (number, command) in [AWARDS, SENSITIVITY, SEARCH].into_iter().enumerate() {
        let [whole, one, two, all] =
            ["whole", "one", "two", "all"].map(|name| place(&format!("{number}-{name}")));
        let json = ["--format", "json"];
        let expected = run(command, &[&json[..], &["--out", &whole]].concat(), 0, &[]);
        run(command, &["--out", &one, "--shard", "1/2"], 0, &[]);
        run(command, &["--out", &two, "--shard", "2/2"], 0, &[]);
        let merge = ["merge", &one, &two, "--out", &all, "--format", "json"];
        let joined = check(&merge, b"", 0, &[]);
        assert_eq!(joined.out, expected.out, "{command:?}");
        let gone_on = [&json[..], &["--out", &one, "--resume"]].concat();
        assert_eq!(
            run(command, &gone_on, 0, &[]).out,
            expected.out,
            "{command:?}"
        );
        let read = |number: &str| fs::read(home.join(number).join("long.csv")).expect("a file");
        let same = read(&format!("{number}-whole")) == read(&format!("{number}-all"));
        assert!(same, "{command:?}");
    }
}

#[test]
fn what_they_found_stands_in_their_json() {
    let awards = run(AWARDS, &["--format", "json"], 0, &[]).json();
    let strategies = awards["strategies"].as_array().expect("strategies");
    assert_eq!(strategies.len(), 10);
    let none = &strategies[0];
    assert_eq!(none["strategy"], "none");
    assert_eq!(none["hours_given"]["mean"], 0);
    // Nine with one coverage each and none, under three hypotheses.
    assert_eq!(awards["curve"].as_array().expect("points").len(), 30);
    let fairness = run(FAIRNESS, &["--format", "json"], 0, &[]).json();
    let groups = fairness["groups"].as_array().expect("groups");
    let age = groups.iter().find(|g| g["grouping"] == "age").expect("age");
    assert!(age["suppressed"].is_string() && age["measures"].as_array().expect("none").is_empty());
    assert_eq!(fairness["meanings"].as_array().expect("four").len(), 4);
    let sensitivity = run(SENSITIVITY, &["--format", "json"], 0, &[]).json();
    assert_eq!(sensitivity["worlds"]["number"], 10);
    assert_eq!(sensitivity["assumptions"].as_array().expect("two").len(), 2);
    let chance = &run(SENSITIVITY, &["--lang", "en"], 0, &[]).out;
    assert!(chance.contains("(by 10 worlds it may be "), "{chance}");
    let rows = run(SEARCH, &["--format", "csv"], 0, &[]).out;
    let head: Vec<&str> = rows.lines().next().expect("a head").split(',').collect();
    for what in ["unit", "ci95_low", "ci95_high"] {
        let named = format!("turnover.annual_rate.{what}");
        assert!(head.contains(&named.as_str()), "{rows}");
    }
    let catch = run(CATCH, &["--lang", "en"], 0, &[]).out;
    assert!(!catch.contains("One lever is enough"), "two years: {catch}");
    let search = run(SEARCH, &["--format", "json"], 0, &[]).json();
    let plans = search["plans"].as_array().expect("plans");
    assert_eq!(plans.iter().filter(|p| p["as_it_is"] == true).count(), 1);
    let chance = |p: &Json| p["chance_unbeaten"].as_f64().expect("a chance");
    assert!(
        plans
            .iter()
            .all(|p| (0.0..=1.0 + 1e-9).contains(&chance(p))),
        "{search}"
    );
    assert!(search["budget"].is_null());
    let within = run(SEARCH, &["--budget", "100%", "--format", "json"], 0, &[]).json();
    let plans = within["plans"].as_array().expect("plans");
    let own = plans.iter().find(|p| p["as_it_is"] == true).expect("it");
    assert_eq!(
        within["budget"],
        own["metrics"]["cost.total_per_year"]["mean"]
    );
    assert_eq!(own["in_budget"], true);
}

#[test]
fn what_cannot_be_run_is_refused_with_the_reason() {
    run(&["awards", "nothing"], &[], 2, &["nothing"]);
    run(AWARDS, &["--coverage", "0"], 2, &["above 0"]);
    run(
        &["fairness", "seed-erg", "--replications", "7"],
        &[],
        2,
        &["8"],
    );
    let claim = |text: &'static str, why: &'static str| {
        run(
            &["sensitivity", "seed-erg", "--claim", text],
            &[],
            2,
            &[why],
        );
    };
    claim("turnover", "METRIC<=VALUE");
    claim("turnover.anual_rate<=0.2", "turnover.annual_rate");
    claim("turnover.annual_rate<=x", "METRIC<=VALUE");
    run(
        &[
            "sensitivity",
            "seed-erg",
            "--only",
            "rewards.awards.coverage_share",
        ],
        &[],
        2,
        &["coverage_share"],
    );
    run(
        &["search", "seed-erg", "--vary", "workforce.headcount=1:2"],
        &[],
        2,
        &["workforce.headcount"],
    );
    run(&["search", "seed-erg", "--budget", "-1"], &[], 2, &[]);
    run(&["search", "seed-erg", "--budget", "x%"], &[], 2, &["yuan"]);
    run(
        &["search", "seed-erg", "--metric", "x"],
        &[],
        2,
        &["--catch-up-with"],
    );
    let catch_up = &["search", "seed-erg", "--catch-up-with", "seed-status-quo"];
    for ignored in ["--plans", "--generations", "--budget"] {
        run(catch_up, &[ignored, "8"], 2, &[ignored, "--catch-up-with"]);
    }
}
