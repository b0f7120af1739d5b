//! Promise: `fairfloor explain` tells a life with dates and reasons, whose parts sum, in both languages.

use crate::command::{check, small};
use serde_json::Value as Json;

fn people(head: &[&str], tail: &[&str]) -> Vec<Json> {
    let said = check(&small(head, tail), b"", 0, &[]);
    let json = said.json();
    assert_eq!(json["schema_version"], 1);
    let people = json["people"].as_array().expect("people");
    assert!(!people.is_empty());
    people.clone()
}

#[test]
fn the_gallery_names_its_rules_and_nobody_twice() {
    let found = people(&["explain", "seed-erg"], &["--format", "json"]);
    let mut ids: Vec<&str> = found.iter().filter_map(|p| p["id"].as_str()).collect();
    assert!(ids.len() >= 4, "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), found.len());
    for person in &found {
        assert!(
            person["place"]["rule"]
                .as_str()
                .is_some_and(|r| r.len() > 20)
        );
        assert_eq!(person["other_years"]["years"], 3);
        let there = person["other_years"]["there"].as_u64().expect("a count");
        assert!(person["other_years"]["quit"].as_u64().expect("a count") <= there);
    }
}

#[test]
fn a_life_has_dates_reasons_and_parts_that_sum() {
    let tail = [
        "--person",
        "3",
        "--against",
        "high-target",
        "--format",
        "json",
    ];
    let found = people(&["explain", "seed-status-quo"], &tail);
    let [person] = found.as_slice() else {
        panic!("one person")
    };
    assert_eq!(person["who"]["seat"], 2);
    assert!(!person["cause"].as_array().expect("sentences").is_empty());
    assert!(person["twin"]["sentence"].is_string());
    let mut chances = 0;
    let mut last = 0;
    for entry in person["entries"].as_array().expect("entries") {
        let day = entry["day"].as_u64().expect("a day");
        assert!(day >= last, "out of order");
        last = day;
        if let Some(chance) = entry["event"].get("Leaving") {
            let parts = chance["parts"].as_array().expect("parts");
            let sum: f64 = parts.iter().filter_map(Json::as_f64).sum();
            let whole = chance["chance"].as_f64().expect("a chance");
            assert!((sum - whole).abs() < 1e-12, "{sum} is not {whole}");
            chances += 1;
        }
    }
    assert!(chances >= 12);
}

#[test]
fn a_life_reads_in_both_languages_and_threads_change_nothing() {
    let head = ["explain", "seed-erg"];
    let en = check(
        &small(
            &head,
            &["--person", "2.1", "--lang", "en", "--threads", "1"],
        ),
        b"",
        0,
        &[
            "Names are made up",
            "Appraisal:",
            "Chance of deciding to leave",
            "other years",
        ],
    );
    let again = check(
        &small(
            &head,
            &["--person", "2.1", "--lang", "en", "--threads", "3"],
        ),
        b"",
        0,
        &[],
    );
    assert_eq!(en.out, again.out);
    let zh = check(
        &small(&head, &["--person", "2.1", "--lang", "zh"]),
        b"",
        0,
        &["姓名均为虚构", "考核", "决定离开的可能", "换 3 次运气"],
    );
    assert!(!zh.out.contains("Chance"), "{}", zh.out);
    let gallery = check(&small(&head, &["--lang", "zh"]), b"", 0, &["获奖最多的人"]);
    assert!(!gallery.out.contains("awarded"), "{}", gallery.out);
}

#[test]
fn whoever_stayed_took_calls_until_the_year_ended() {
    let found = people(
        &["explain", "seed-status-quo"],
        &["--format", "json", "--lang", "en"],
    );
    let cause = |person: &Json| person["cause"].to_string();
    let tired: Vec<String> = found
        .iter()
        .map(cause)
        .filter(|all| all.contains("Behind exhaustion"))
        .collect();
    assert!(
        !tired.is_empty(),
        "nobody is said to be tired: a test that can't fail"
    );
    for sentence in tired {
        assert!(!sentence.contains(" 0 calls"), "{sentence}");
    }
}

#[test]
fn nobody_is_asked_for_in_vain_without_being_told() {
    for person in ["0", "11", "3.99", "x"] {
        let args = small(&["explain", "seed-erg"], &["--person", person]);
        check(&args, b"", 2, &["posts go from 1 to 10"]);
    }
}

#[test]
fn why_takes_a_difference_apart_without_a_rest_unsaid() {
    let head = ["explain", "seed-status-quo", "--against", "seed-erg"];
    let tail = ["--why", "wellbeing.exhaustion", "--format", "json"];
    let json = check(&small(&head, &tail), b"", 0, &[]).json();
    let mean = |of: &Json| of["mean"].as_f64().expect("a mean");
    let pathways = json["pathways"].as_array().expect("pathways");
    assert!(pathways.len() >= 6, "{pathways:?}");
    let parts: f64 = pathways.iter().map(|way| mean(&way["part"])).sum();
    let all = mean(&json["difference"]);
    assert!((parts + mean(&json["left_over"]) - all).abs() < 1e-12);
    assert!((mean(&json["to"]) - mean(&json["from"]) - all).abs() < 1e-12);
    for way in pathways {
        let fields = way["fields"].as_array().expect("fields");
        assert!(!fields.is_empty() && way["part"]["ci95"][0].is_number());
    }
    let tail = ["--why", "wellbeing.exhaustion", "--lang", "zh"];
    let told = check(
        &small(&head, &tail),
        b"",
        0,
        &["拆不开的部分", "工作", "成长"],
    );
    assert!(!told.out.contains("Left over"));
    let wrong = small(&head, &["--why", "turnover"]);
    check(&wrong, b"", 2, &["turnover.annual_rate"]);
    let alone = small(&head[..2], &["--why", "turnover.annual_rate"]);
    check(&alone, b"", 2, &["--against"]);
}
