//! Promise: the names, exit codes and forms of contract.md, held against the real binary.

use crate::command::{check, folder, small};
use fairfloor::view::csv::cell;
use serde_json::{Value as Json, json};
use std::fs;

const METRICS: [(&str, &str); 37] = [
    ("turnover.annual_rate", "share/year"),
    ("turnover.first_quarter_share", "share"),
    ("service.level", "share"),
    ("service.abandonment", "share"),
    ("service.mean_wait_seconds", "s"),
    ("service.occupancy", "share"),
    ("quality.first_contact_resolution", "share"),
    ("quality.inspection", "0-100"),
    ("quality.customer_satisfaction", "0-1"),
    ("output.calls_per_agent_day", "calls"),
    ("output.share_reaching_target", "share"),
    ("output.resolved_calls_per_agent_day", "calls"),
    ("wellbeing.exhaustion", "0-1"),
    ("wellbeing.burnt_out_share", "share"),
    ("needs.existence", "0-1"),
    ("needs.relatedness", "0-1"),
    ("needs.growth", "0-1"),
    ("conduct.cut_short_share", "share"),
    ("fairness.recognition_gini", "0-1"),
    ("fairness.never_recognised_share", "share"),
    ("fairness.merit_correlation", "−1–1"),
    ("fairness.selection_rate_ratio", "ratio"),
    ("fairness.perceived", "0-1"),
    ("cost.total_per_year", "CNY"),
    ("fairness.distributive", "0-1"),
    ("fairness.procedural", "0-1"),
    ("fairness.interactional", "0-1"),
    ("fairness.recognition_theil", "strength"),
    ("fairness.top_tenth_share", "share"),
    ("fairness.luck_share", "share"),
    ("fairness.load_gini", "0-1"),
    ("wellbeing.leave_granted_share", "share"),
    ("conduct.effort_on_speed", "0-1"),
    ("conduct.effort_on_care", "0-1"),
    ("needs.growth_weight", "share"),
    ("service.busy_share", "share"),
    ("service.broken_promise_share", "share"),
];

#[test]
fn presets_are_listed_and_printed_whole() {
    let said = check(
        &["presets"],
        b"",
        0,
        &["seed-status-quo", "seed-erg", "bank-1999"],
    );
    for line in said.out.lines() {
        let id = line.split_whitespace().next().unwrap_or("");
        let preset = check(&["presets", id], b"", 0, &[]);
        let again = check(&["check", "-"], preset.out.as_bytes(), 0, &[]);
        assert_eq!(again.err, "");
        for key in [
            "schema_version",
            "name",
            "calendar",
            "demand",
            "workforce",
            "appraisal",
            "rewards",
            "support",
            "development",
            "behaviour",
        ] {
            assert!(!preset.json()[key].is_null(), "{id}: {key}");
        }
    }
    check(&["presets", "seed-erq"], b"", 2, &["seed-erg"]);
}

#[test]
fn the_schema_covers_the_fixed_paths_and_every_path_of_a_preset() {
    let schema = check(&["schema"], b"", 0, &[]).json();
    let at = |path: &str| {
        path.split('.')
            .fold(&schema, |json, key| &json["properties"][key])
    };
    for path in [
        "demand.calls_per_day",
        "demand.mean_patience_seconds",
        "workforce.headcount",
        "workforce.hiring.lead_time_days",
        "appraisal.kpis.call_volume.weight",
        "appraisal.kpis.talk_time.weight",
        "appraisal.kpis.inspection.weight",
        "appraisal.kpis.customer_rating.weight",
        "appraisal.kpis.call_volume.target_per_day",
        "appraisal.kpis.inspection.samples_per_month",
        "rewards.awards.strategy",
        "rewards.awards.coverage_share",
        "support.stress_relief.frequency_per_month",
        "support.stress_relief.intensity",
        "support.flexible_work.enabled",
        "support.leave.days_per_year",
        "development.ladder.enabled",
        "development.training.hours_per_month",
        "behaviour.enabled",
        "behaviour.hypotheses.award_reach",
    ] {
        assert!(at(path)["default"] != Json::Null, "{path}");
        assert!(at(path)["x-source"]["kind"].is_string(), "{path}");
    }
    let strategies = json!([
        "none",
        "star",
        "top_share",
        "tiers",
        "many_angles",
        "over_bar",
        "team",
        "rotation",
        "peer_vote",
        "lottery"
    ]);
    assert_eq!(at("rewards.awards.strategy")["enum"], strategies);
    let reach = json!(["wide", "exclusive", "crowd_out"]);
    assert_eq!(at("behaviour.hypotheses.award_reach")["enum"], reach);
    let preset = check(&["presets", "seed-status-quo"], b"", 0, &[]).json();
    let mut groups = vec![(String::new(), &preset)];
    let mut leaves = 0;
    while let Some((above, json)) = groups.pop() {
        for (key, inner) in json.as_object().expect("a group") {
            let path = if above.is_empty() {
                key.clone()
            } else {
                format!("{above}.{key}")
            };
            if inner.is_object() {
                groups.push((path, inner));
            } else {
                leaves += 1;
                assert_ne!(at(&path)["default"], Json::Null, "{path}");
            }
        }
    }
    assert!(leaves > 100, "{leaves}");
}

#[test]
fn check_names_every_problem_with_its_path() {
    let text =
        br#"{"workforce": {"headcount": -3, "headcuont": 1}, "demand": {"calls_per_day": NaN},
        "rewards": {"awards": {"strategy": "lotery"}}, "schema_version": 9}"#;
    let said = check(
        &["check", "-"],
        text,
        2,
        &[
            "workforce.headcount",
            "-3",
            "workforce.headcuont",
            "demand.calls_per_day",
            "NaN",
            "rewards.awards.strategy",
            "lottery",
            "schema_version",
        ],
    );
    assert_eq!(said.out.lines().count(), 5, "{}", said.out);
    check(
        &["check", "seed-erg", "--lang", "zh"],
        b"",
        0,
        &["没有问题"],
    );
    check(
        &["check", "-", "--lang", "zh"],
        text,
        2,
        &["定员人数", "（workforce.headcount）"],
    );
}

#[test]
fn run_gives_every_metric_in_the_fixed_form() {
    let said = check(
        &small(&["run", "seed-erg"], &["--seed", "7", "--format", "json"]),
        b"",
        0,
        &[],
    );
    assert_eq!(said.err, "", "no progress where nobody looks");
    let json = said.json();
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["seed"], 7);
    assert_eq!(json["replications"], 3);
    assert!(json["scenario"].is_string() && json["fingerprint"].is_string());
    assert!(json["calls_simulated"].is_u64() && json["wall_seconds"].is_number());
    let metrics = json["metrics"].as_object().expect("metrics");
    let ids: Vec<&str> = metrics.keys().map(String::as_str).collect();
    assert_eq!(ids, METRICS.map(|(id, _)| id));
    for (id, unit) in METRICS {
        let metric = &metrics[id];
        assert_eq!(metric["unit"], unit, "{id}");
        assert_eq!(cell(unit), unit, "{id}: a spreadsheet would reckon");
        if metric["mean"].is_null() {
            assert!(metric["ci95"].is_null(), "{id}");
            continue;
        }
        let number = |json: &Json| json.as_f64().unwrap_or_else(|| panic!("{id}: {json}"));
        // Both ends, or neither where the metric is defined in a single year.
        match [&metric["ci95"][0], &metric["ci95"][1]].map(Json::as_f64) {
            [Some(low), Some(high)] => assert!(
                low <= number(&metric["mean"]) && number(&metric["mean"]) <= high,
                "{id}"
            ),
            ends => assert_eq!(ends, [None, None], "{id}"),
        }
        let quantiles = ["p05", "p50", "p95"].map(|q| number(&metric[q]));
        assert!(quantiles.is_sorted(), "{id}");
    }
}

#[test]
fn results_do_not_depend_on_threads_but_on_the_seed() {
    let of = |tail: &[&str]| {
        let mut json = check(
            &small(&["run", "seed-erg", "--format", "json"], tail),
            b"",
            0,
            &[],
        )
        .json();
        json["wall_seconds"] = Json::Null;
        json
    };
    let one = of(&["--threads", "1"]);
    assert_eq!(one, of(&["--threads", "2"]));
    assert_eq!(one, of(&["--threads", "0"]));
    // Another seed is another luck, and not only another number in the answer.
    assert_ne!(one["fingerprint"], of(&["--seed", "2"])["fingerprint"]);
}

#[test]
fn compare_pairs_against_the_first() {
    let args = [
        "compare",
        "seed-status-quo",
        "seed-status-quo",
        "seed-erg",
        "--format",
        "json",
    ];
    let json = check(&small(&args, &[]), b"", 0, &[]).json();
    assert_eq!(json["scenarios"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["scenarios"][0]["name"], "seed-status-quo");
    assert_eq!(json["scenarios"][1]["name"], "seed-status-quo (2)");
    let same = &json["differences"][0]["metrics"]["service.level"];
    assert_eq!((&same["mean"], &same["ci95"]), (&json!(0), &json!([0, 0])));
    assert_eq!(json["differences"][1]["name"], "seed-erg");
    for (id, _) in METRICS {
        assert!(json["differences"][1]["metrics"][id].is_object(), "{id}");
    }
    check(
        &["compare", "seed-erg", "nosuch", "nosuch2"],
        b"",
        2,
        &["nosuch:", "nosuch2:"],
    );
}

#[test]
fn the_folder_holds_all_that_is_needed_to_repeat_the_run() {
    let folder = folder("out").join("new");
    let place = folder.to_string_lossy().into_owned();
    check(
        &small(&["run", "seed-erg"], &["--out", &place]),
        b"",
        0,
        &["Annual turnover"],
    );
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
    let table = read("replications.csv");
    assert!(table.starts_with("\u{feff}scenario,seed,replication,turnover.annual_rate,"));
    assert_eq!(table.lines().count(), 4);
    let summary: Json = serde_json::from_str(&read("summary.json")).expect("JSON");
    let scenario = folder.join("scenario.json").to_string_lossy().into_owned();
    let again = check(
        &["run", &scenario, "--replications", "3", "--format", "json"],
        b"",
        0,
        &[],
    );
    assert_eq!(again.json()["fingerprint"], summary["fingerprint"]);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    let expected = [
        "long.csv",
        "long.parquet",
        "replications.csv",
        "scenario.json",
        "study.json",
        "summary.json",
        "years",
    ];
    assert_eq!(names, expected, "nothing half-written stays");
}

#[test]
fn no_spreadsheet_runs_what_a_scenario_is_called() {
    let home = folder("formulas");
    let formula = "=HYPERLINK(\"http://x/\",\"y\")";
    let cell = "\"'=HYPERLINK(\"\"http://x/\"\",\"\"y\"\")\"";
    let named = |name: &str, called: &str| {
        let place = home.join(name);
        fs::write(&place, json!({ "name": called }).to_string()).expect("written");
        place.to_string_lossy().into_owned()
    };
    let scenario = named("one.json", formula);
    let out = home.join("out");
    let place = out.to_string_lossy();
    let run = |head: &[&str], more: &[&str]| {
        let tail = [&["--format", "csv"], more].concat();
        check(&small(head, &tail), b"", 0, &[]).out
    };
    // Where the name stands, and nowhere as it was; a difference below nought is a number.
    let held = |text: &str| {
        assert!(text.contains(&format!("\n{cell},")), "{text}");
        for start in ["\n=", "\n\"=", ",=", ",\"=", ",'-0"] {
            assert!(!text.contains(start), "{start} in {text}");
        }
    };
    held(&run(&["run", &scenario], &["--out", &place]));
    for name in ["long.csv", "replications.csv"] {
        held(&fs::read_to_string(out.join(name)).expect(name));
    }
    let wide = named("two.json", "＋1");
    let compared = run(&["compare", &scenario, &wide, "seed-erg"], &[]);
    held(&compared);
    assert!(
        compared.contains(",-") && compared.contains("\n'＋1,"),
        "{compared}"
    );
    let vary = ["--vary", "appraisal.kpis.call_volume.target_per_day=20,60"];
    let place = home.join("swept");
    let swept = ["--out", &place.to_string_lossy()];
    run(&["sweep", &scenario], &[&vary[..], &swept].concat());
    held(&fs::read_to_string(place.join("long.csv")).expect("results"));
}
