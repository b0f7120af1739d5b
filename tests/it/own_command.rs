//! Promise: `calibrate` goes on where it was killed, replaces no other profile than its own, and what it found is taken up.

use crate::command::{check, folder, kill};
use std::fs;

#[test]
fn the_command_goes_on_where_it_was_killed_and_its_profile_is_taken_up() {
    let home = folder("own");
    let path = |name: &str| home.join(name).display().to_string();
    let set = [
        "--set",
        "workforce.headcount=10",
        "--set",
        "demand.calls_per_day=300",
    ];
    let head = ["calibrate", "seed-status-quo"];
    let example = path("centre");
    check(
        &[&head[..], &set, &["--example", &example, "--months", "3"]].concat(),
        b"",
        0,
        &["quit.base="],
    );
    let (people, kpi) = (path("centre/people.csv"), path("centre/kpi.csv"));
    let (whole, parts) = (path("whole"), path("parts"));
    let of = ["--people", &people, "--kpi", &kpi, "--format", "json"];
    let asked = [&head[..], &set, &of].concat();
    let run = |rest: &[&str], code: i32, says: &[&str]| {
        check(&[&asked[..], rest].concat(), b"", code, says)
    };
    let says = ["100 simulated centres"];
    let all = run(&["--out", &whole, "--draws", "160"], 0, &says);
    // Killed with most of its batches to go.
    let long = [&asked[..], &["--out", &parts, "--draws", "5000"]].concat();
    let chunk = home.join("parts/centres/000002.rows");
    assert!(kill(&long, || chunk.is_file()), "it was not killed");
    // What isn't finished is not thrown away unasked.
    let again = ["--out", &parts, "--draws", "160"];
    run(&again, 2, &["isn't finished", "--resume"]);
    // A chunk that was cut is passed over.
    let bytes = fs::read(&chunk).expect("a chunk");
    fs::write(&chunk, &bytes[..bytes.len() / 2]).expect("written");
    let resumed = run(&[&again[..], &["--resume"]].concat(), 0, &[]);
    assert_eq!(resumed.out, all.out);
    // Who goes on replaces the profile so far, and none of another question.
    let saved = path("saved.json");
    fs::copy(home.join("whole/profile.json"), &saved).expect("copied");
    let goes_on = ["--out", &parts, "--resume", "--save", &saved];
    let moved = "support.rest_minutes_per_day=9";
    for other in [["--name", "another"], ["--draws", "100"], ["--set", moved]] {
        let says = ["saved.json", "another name"];
        run(&[&goes_on[..], &other].concat(), 2, &says);
    }
    let whole = [&goes_on[..], &["--draws", "160"]].concat();
    // One row less: other months.
    let rows = fs::read_to_string(&kpi).expect("results");
    let fewer = rows.trim_end().rsplit_once('\n').expect("rows").0;
    fs::write(&kpi, fewer).expect("written");
    run(&whole, 2, &["saved.json", "another name"]);
    fs::write(&kpi, rows).expect("written");
    assert_eq!(run(&whole, 0, &[]).out, all.out);
    let report = fs::read_to_string(home.join("whole/report.txt")).expect("a report");
    assert!(
        report.contains("The data are few") && report.contains("2024-03"),
        "{report}"
    );
    let profile = path("whole/profile.json");
    let small = [&set[..], &["--replications", "2", "--format", "json"]].concat();
    let run = |more: &[&str]| {
        let words = [&["run", "seed-status-quo"][..], more, &small].concat();
        check(&words, b"", 0, &[]).json()["fingerprint"].clone()
    };
    assert_ne!(run(&["--profile", &profile]), run(&[]));
    let bad = path("bad.json");
    fs::write(&bad, "{}").expect("written");
    check(
        &["run", "seed-status-quo", "--profile", &bad],
        b"",
        2,
        &["not a profile"],
    );
}
