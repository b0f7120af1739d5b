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

#[test]
fn a_folder_with_files_of_somebodys_is_refused_and_left_as_it_is() {
    let base = folder("somebodys");
    for name in [
        "years/2023/a.txt",
        "scenario.json",
        "long.csv",
        "study.json",
    ] {
        let place = base.join(name.replace('/', "-"));
        let own = written(&place.join(name), "precious");
        let first = name.split('/').next().expect("a name");
        let out = text(&place);
        for resume in [&[][..], &["--resume"]] {
            let more = [&["--out", &out][..], resume].concat();
            run("seed-erg", 2, &more, &[first, "another folder"]);
        }
        assert_eq!(fs::read_to_string(&own).expect("still there"), "precious");
        assert_eq!(fs::read_dir(&place).expect("a folder").count(), 1, "{name}");
    }
    // What has other names is no obstacle, and stays.
    let own = written(&base.join("free/notes.txt"), "precious");
    run("seed-erg", 0, &["--out", &text(&base.join("free"))], &[]);
    assert_eq!(fs::read_to_string(own).expect("still there"), "precious");
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
    check(&example, b"", 2, &["kpi.csv", "another folder"]);
    assert_eq!(fs::read_to_string(own).expect("there"), "month,agent\n");
    assert!(!base.join("people.csv").exists());
}
