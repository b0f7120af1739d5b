//! Promise: what is somebody's own stays as it is; a study is never mixed with another.

use crate::command::{Said, check, folder, small};
use std::fs;
use std::path::{Path, PathBuf};

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn run(scenario: &str, code: i32, more: &[&str], says: &[&str]) -> Said {
    let tail = [&["--set", "calendar.working_days_per_year=60"], more].concat();
    check(&small(&["run", scenario], &tail), b"", code, says)
}

fn written(place: &Path, content: &str) -> PathBuf {
    fs::create_dir_all(place.parent().expect("a folder")).expect("made");
    fs::write(place, content).expect("written");
    place.to_owned()
}

/// A folder with a file of somebody's: each command that would write that name refuses and leaves it.
fn spared(base: &Path, name: &str, command: &[&str]) {
    let place = base.join(format!("{}-{}", command[0], name.replace('/', "-")));
    let own = written(&place.join(name), "precious");
    let first = name.split('/').next().expect("a name");
    let out = ["--out", &text(&place)];
    let resume = ["--resume"];
    // merge begins a folder and goes on with none.
    let ways = [&[][..], &resume];
    for more in &ways[..if command[0] == "merge" { 1 } else { 2 }] {
        let words = [command, &out, more].concat();
        check(&words, b"", 2, &[first, "another folder"]);
    }
    assert_eq!(fs::read_to_string(&own).expect("still there"), "precious");
    assert_eq!(fs::read_dir(&place).expect("a folder").count(), 1, "{name}");
}

#[test]
fn a_folder_with_files_of_somebodys_is_refused_and_left_as_it_is() {
    let base = folder("somebodys");
    let days = ["--set", "calendar.working_days_per_year=60"];
    let run_it = small(&["run", "seed-erg"], &days);
    let compare = small(&["compare", "seed-erg", "seed-status-quo"], &days);
    let lever = ["--vary", "appraisal.kpis.call_volume.target_per_day=20,60"];
    let sweep = small(&["sweep", "seed-erg"], &[&days[..], &lever].concat());
    let part = text(&base.join("part"));
    run("seed-erg", 0, &["--out", &part, "--shard", "1/2"], &[]);
    let merge = ["merge", &part];
    for name in [
        "years/2023/a.txt",
        "scenario.json",
        "long.csv",
        "long.parquet",
        "summary.json",
        "replications.csv",
        "study.json",
    ] {
        spared(&base, name, &run_it);
        spared(&base, name, &merge);
    }
    spared(&base, "replications.csv", &compare);
    spared(&base, "scenario-2.json", &compare);
    spared(&base, "points.csv", &sweep);
    // What another program calls its study is somebody's, too.
    let other = written(&base.join("other/study.json"), "{\"state\":\"complete\"}");
    let out = text(&base.join("other"));
    run("seed-erg", 2, &["--out", &out], &["another folder"]);
    assert!(fs::read_to_string(other).expect("there").ends_with('}'));
    // What has other names is no obstacle, and stays.
    let own = written(&base.join("free/points.csv"), "precious");
    let out = text(&base.join("free"));
    run("seed-erg", 0, &["--out", &out], &[]);
    run("seed-erg", 0, &["--out", &out], &[]);
    assert_eq!(fs::read_to_string(&own).expect("still there"), "precious");
    // Not even when what was finished there makes room for a study that has that name.
    let words = [&sweep[..], &["--out", &out]].concat();
    check(&words, b"", 2, &["points.csv", "another folder"]);
    assert_eq!(fs::read_to_string(&own).expect("still there"), "precious");
    assert!(base.join("free/long.csv").is_file(), "nothing is cleared");
}

#[test]
fn a_calibration_spares_what_is_somebodys_and_replaces_its_own() {
    let base = folder("calibrations");
    let months = text(&base.join("months"));
    let hall = [
        "--set",
        "workforce.headcount=8",
        "--set",
        "demand.calls_per_day=240",
        "--set",
        "calendar.working_days_per_year=60",
        "--set",
        "calendar.warmup_months=1",
    ];
    let example = ["--example", &months, "--months", "2"];
    check(&[&["calibrate"], &hall[..], &example].concat(), b"", 0, &[]);
    let kpi = text(&base.join("months/kpi.csv"));
    let asked = ["calibrate", "seed-status-quo", "--kpi", &kpi];
    let asked = [&asked, &hall[..], &["--draws", "60"]].concat();
    for name in [
        "centres/2023/a.txt",
        "profile.json",
        "report.txt",
        "scenario.json",
        "study.json",
    ] {
        spared(&base, name, &asked);
    }
    let place = base.join("own");
    let out = ["--out", &text(&place)];
    let words = [&asked[..], &out].concat();
    let said = check(&words, b"", 0, &[]);
    let report = fs::read(place.join("report.txt")).expect("a report");
    // Its own makes room or is gone on with; another seed's is another.
    assert_eq!(check(&words, b"", 0, &[]).out, said.out);
    let resumed = [&words[..], &["--resume"]].concat();
    assert_eq!(check(&resumed, b"", 0, &[]).out, said.out);
    assert_eq!(fs::read(place.join("report.txt")).expect("there"), report);
    let other = [&resumed[..], &["--seed", "2"]].concat();
    check(&other, b"", 2, &["seed", "another folder"]);
    // It is no part of a study, and a study takes its place only as said.
    let whole = text(&base.join("whole"));
    let merge = ["merge", &text(&place), "--out", &whole];
    check(&merge, b"", 2, &["calibration"]);
    let own = written(&place.join("long.csv"), "precious");
    run("seed-erg", 2, &out, &["long.csv", "another folder"]);
    fs::remove_file(own).expect("there");
    run("seed-erg", 0, &out, &["calibrate", "replaced"]);
    for name in ["centres", "profile.json", "report.txt"] {
        assert!(!place.join(name).exists(), "{name} of the calibration");
    }
}

#[test]
fn only_the_same_study_is_gone_on_with() {
    let base = folder("same-study");
    let place = text(&base.join("one"));
    run("seed-erg", 0, &["--out", &place], &[]);
    let before = fs::read(base.join("one/long.csv")).expect("results");
    let resume = ["--out", &place, "--resume"];
    run(
        "seed-status-quo",
        2,
        &resume,
        &["scenario", "another folder"],
    );
    run(
        "seed-erg",
        2,
        &[&resume[..], &["--seed", "2"]].concat(),
        &["seed"],
    );
    let head = ["compare", "seed-erg", "seed-status-quo"];
    let days = ["--set", "calendar.working_days_per_year=60"];
    let other = [&days[..], &resume].concat();
    check(&small(&head, &other), b"", 2, &["command"]);
    assert_eq!(
        fs::read(base.join("one/long.csv")).expect("results"),
        before
    );
    // More years of the same may be added.
    let more = [&days[..], &resume, &["--replications", "5"]].concat();
    let head = [
        "run",
        "seed-erg",
        "--set",
        "workforce.headcount=10",
        "--set",
    ];
    let hall = [
        "demand.calls_per_day=300",
        "--set",
        "calendar.warmup_months=1",
    ];
    check(&[&head[..], &hall, &more].concat(), b"", 0, &[]);
}

#[test]
fn a_finished_study_makes_room_and_it_is_said() {
    let place = folder("makes-room").join("one");
    let days = ["--set", "calendar.working_days_per_year=60"];
    let out = text(&place);
    let tail = [&days[..], &["--out", &out]].concat();
    let head = ["compare", "seed-erg", "seed-status-quo"];
    check(&small(&head, &tail), b"", 0, &[]);
    assert!(place.join("scenario-2.json").is_file());
    let said = run("seed-erg", 0, &["--out", &text(&place)], &["replaced"]);
    assert!(said.err.contains("compare seed-erg"), "{}", said.err);
    assert!(
        !place.join("scenario-2.json").exists(),
        "of the study before"
    );
    // Nor do files stay that the new study has none of.
    assert!(place.join("replications.csv").is_file());
    let awards = [&days[..], &["--out", &out, "--seed", "1"]].concat();
    check(
        &small(&["awards", "seed-erg"], &awards),
        b"",
        0,
        &["replaced"],
    );
    assert!(
        !place.join("replications.csv").exists(),
        "of the run before"
    );
    run("seed-erg", 0, &["--out", &text(&place)], &["replaced"]);
    // The same once more says nothing: nothing is lost by it.
    let said = run("seed-erg", 0, &["--out", &text(&place)], &[]);
    assert!(!said.err.contains("replaced"), "{}", said.err);
}

#[test]
fn parts_that_are_absent_are_named_and_none_counts_twice() {
    let base = folder("absent-parts");
    let part = text(&base.join("one"));
    run("seed-erg", 0, &["--out", &part, "--shard", "1/3"], &[]);
    let whole = text(&base.join("whole"));
    let twice = ["merge", &part, &part, "--out", &whole];
    check(&twice, b"", 2, &["twice"]);
    let said = check(&["merge", &part, "--out", &whole], b"", 0, &[]);
    assert!(
        said.err.contains("Of 3 parts 2 are not among"),
        "{}",
        said.err
    );
    // Another part into the folder of the first would lose it.
    run(
        "seed-erg",
        2,
        &["--out", &part, "--shard", "2/3"],
        &["--resume"],
    );
}

#[test]
fn invented_months_replace_no_real_ones() {
    let base = folder("own-months");
    let own = written(&base.join("kpi.csv"), "month,agent\n");
    let example = ["calibrate", "--example", &text(&base), "--months", "2"];
    check(&example, b"", 2, &["kpi.csv", "another name"]);
    assert_eq!(fs::read_to_string(own).expect("there"), "month,agent\n");
    assert!(!base.join("people.csv").exists());
}

#[test]
fn a_file_that_is_asked_for_replaces_none() {
    let base = folder("own-file");
    let months = text(&base.join("months"));
    let example = ["calibrate", "--example", &months, "--months", "2"];
    check(&example, b"", 0, &["quit.base="]);
    let own = written(&base.join("own.json"), "{}");
    let (place, people) = (text(&own), format!("{months}/people.csv"));
    let says = [place.as_str(), "another name"];
    let calibrate = ["calibrate", "--people", &people, "--save", &place];
    check(&calibrate, b"", 2, &says);
    // What is no profile is somebody's, whoever goes on with what.
    let kept = text(&base.join("kept"));
    let resumed = [&calibrate[..], &["--out", &kept, "--resume"]].concat();
    check(&resumed, b"", 2, &says);
    check(&["fit", &people, "--out", &place], b"", 2, &says);
    check(
        &["fit", &people, "--out", &place, "--lang", "zh"],
        b"",
        2,
        &["不会覆盖"],
    );
    assert_eq!(fs::read_to_string(own).expect("there"), "{}");
    assert!(!base.join("kept").exists(), "before any work");
}
