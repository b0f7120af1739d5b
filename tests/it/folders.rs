//! Promise: a study that was killed, or done in parts, ends with the bits of one that was not.

use crate::command::{Said, about, check, folder, kill, results, small};
use std::fs;
use std::path::{Path, PathBuf};

fn chunks(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.join("years")) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a chunk").path())
        .filter(|path| path.extension().is_some_and(|end| end == "years"))
        .collect();
    found.sort();
    found
}

/// A sweep that adapts: later rounds depend on earlier ones.
const SWEEP: [&str; 16] = [
    "sweep",
    "seed-status-quo",
    "--set",
    "workforce.headcount=8",
    "--set",
    "demand.calls_per_day=240",
    "--set",
    "calendar.warmup_months=1",
    "--set",
    "calendar.working_days_per_year=60",
    "--vary",
    "appraisal.kpis.call_volume.target_per_day=20:60:5",
    "--require",
    "output.share_reaching_target>=0.4",
    "--replications",
    "6",
];

fn sweep(more: &[&str]) -> Said {
    check(&[&SWEEP[..], more].concat(), b"", 0, &[])
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn parts_join_to_the_bits_of_one_run() {
    let base = folder("parts");
    let whole = text(&base.join("whole"));
    sweep(&["--out", &whole]);
    let parts: Vec<String> = (1..=3)
        .map(|number| {
            let place = text(&base.join(format!("part-{number}")));
            let said = sweep(&["--out", &place, "--shard", &format!("{number}/3")]);
            assert_eq!(said.out, "", "a part has no results");
            assert_eq!(about(Path::new(&place))["state"], "part");
            place
        })
        .collect();
    let joined = text(&base.join("joined"));
    let mut args = vec!["merge"];
    args.extend(parts.iter().map(String::as_str));
    args.extend(["--out", &joined]);
    check(&args, b"", 0, &["Volume target"]);
    assert_eq!(results(Path::new(&joined)), results(Path::new(&whole)));
    let (one, other) = (about(Path::new(&whole)), about(Path::new(&joined)));
    assert_eq!(one["fingerprints"], other["fingerprints"]);
    assert_eq!(one["repeat"], other["repeat"]);
    // Parts of different studies are not joined, and nothing is overwritten.
    let other = text(&base.join("other"));
    sweep(&["--out", &other, "--shard", "1/2", "--seed", "2"]);
    let new = text(&base.join("new"));
    check(
        &["merge", &parts[0], &other, "--out", &new],
        b"",
        2,
        &["seed"],
    );
    check(
        &["merge", &parts[0], "--out", &joined],
        b"",
        2,
        &["already"],
    );
    check(
        &["merge", &text(&base), "--out", &new],
        b"",
        2,
        &["study.json"],
    );
    for wrong in ["0/3", "4/3", "x", "1"] {
        check(
            &[&SWEEP[..], &["--out", &new, "--shard", wrong]].concat(),
            b"",
            2,
            &["I/N"],
        );
    }
}

/// What must change to catch up, in a hall so small that it runs in a moment.
const CATCH: [&str; 8] = [
    "search",
    "seed-status-quo",
    "--catch-up-with",
    "seed-erg",
    "--vary",
    "support.flexible_work.enabled",
    "--replications",
    "3",
];

#[test]
fn catching_up_is_kept_divided_and_gone_on_with_like_the_others() {
    let base = folder("catch");
    let run = |more: &[&str]| check(&[&CATCH[..], &SWEEP[2..10], more].concat(), b"", 0, &[]);
    let whole = text(&base.join("whole"));
    run(&["--out", &whole]);
    let parts = [1, 2].map(|number| {
        let place = text(&base.join(format!("part-{number}")));
        run(&["--out", &place, "--shard", &format!("{number}/2")]);
        place
    });
    let joined = text(&base.join("joined"));
    let args = ["merge", &parts[0], &parts[1], "--out", &joined];
    check(&args, b"", 0, &[]);
    assert_eq!(results(Path::new(&joined)), results(Path::new(&whole)));
    let about = about(Path::new(&whole));
    assert_eq!(about["scenarios"].as_array().map(Vec::len), Some(2));
    assert_eq!(about["state"], "complete");
}

#[test]
fn a_part_with_what_others_have_goes_on_into_the_next_round() {
    let base = folder("rounds");
    let whole = text(&base.join("whole"));
    sweep(&["--out", &whole]);
    let two = [1, 2].map(|number| {
        let place = base.join(format!("part-{number}"));
        sweep(&["--out", &text(&place), "--shard", &format!("{number}/2")]);
        place
    });
    let before = about(&two[0])["replications"].as_u64().expect("a number");
    // What a scheduler would do between rounds: bring the chunks together, then run the parts again.
    for (from, to) in [(0, 1), (1, 0)] {
        for (number, chunk) in chunks(&two[from]).into_iter().enumerate() {
            let name = format!("years/9{from}000{number}.years");
            fs::copy(chunk, two[to].join(name)).expect("copied");
        }
    }
    sweep(&["--out", &text(&two[0]), "--shard", "1/2", "--resume"]);
    let after = about(&two[0])["replications"].as_u64().expect("a number");
    assert!(after > before, "{before} {after}");
    let joined = text(&base.join("joined"));
    let [one, other] = two.map(|place| text(&place));
    check(&["merge", &one, &other, "--out", &joined], b"", 0, &[]);
    assert_eq!(results(Path::new(&joined)), results(Path::new(&whole)));
}

/// A run that is long enough to be killed in.
fn long_run(place: &Path, more: &[&str]) -> Vec<String> {
    let head = ["run", "seed-status-quo", "--threads", "2"];
    let place = text(place);
    let tail = [
        "--set",
        "calendar.working_days_per_year=60",
        "--out",
        &place,
    ];
    let mut words = small(&head, &[&tail, more].concat());
    let at = words.iter().position(|word| *word == "--replications");
    words[at.expect("small has it") + 1] = "480";
    words.into_iter().map(str::to_owned).collect()
}

fn words(typed: &[String]) -> Vec<&str> {
    typed.iter().map(String::as_str).collect()
}

/// Goes on with what stands in `place`: the end is that of `whole`.
fn goes_on(place: &Path, whole: &Path, when: &str) {
    check(&words(&long_run(place, &["--resume"])), b"", 0, &[]);
    assert_eq!(results(place), results(whole), "{when}");
    let table = |folder: &Path| fs::read(folder.join("replications.csv")).expect("a table");
    assert_eq!(table(place), table(whole), "{when}");
    let (here, there) = (about(place), about(whole));
    assert_eq!(here["state"], "complete", "{when}");
    assert_eq!(here["fingerprints"], there["fingerprints"], "{when}");
    let left = fs::read_dir(place).expect("a folder").filter(|entry| {
        let name = entry.as_ref().expect("a file").file_name();
        name.to_string_lossy().ends_with(".part")
    });
    assert_eq!(left.count(), 0, "{when}: half a file is left");
}

#[test]
fn killed_at_any_point_it_goes_on_to_the_same_bits() {
    let base = folder("killed");
    let whole = base.join("whole");
    check(&words(&long_run(&whole, &[])), b"", 0, &[]);
    let mut with_work_left = 0;
    // Right after so many chunks, and after looking so many times more, unless it was quicker: nothing here is
    // timed, as a machine may be slow once and fast another time.
    for (number, looks) in [(0, 0), (0, 30), (1, 0), (1, 60), (2, 0), (2, 100), (3, 0)] {
        let name = format!("chunk-{number}-{looks}");
        let place = base.join(&name);
        let mut seen = 0;
        kill(&words(&long_run(&place, &[])), || {
            seen += usize::from(chunks(&place).len() >= number);
            seen > looks
        });
        // What a kill in the middle of writing leaves behind.
        let years = place.join("years");
        if years.is_dir() {
            fs::write(years.join(".000009.years.part"), b"half").expect("written");
            fs::write(years.join("000009.years"), b"half a chunk, renamed by hand")
                .expect("written");
        }
        if place.join("study.json").is_file() && about(&place)["state"] == "running" {
            with_work_left += 1;
            check(&words(&long_run(&place, &[])), b"", 2, &["--resume"]);
        }
        goes_on(&place, &whole, &name);
    }
    assert!(
        with_work_left > 1,
        "nearly every kill came too late: a test that can't fail"
    );
}

/// The files that are written last stand too close together for a kill to meet each gap between them.
#[test]
fn killed_between_the_last_files_it_goes_on_to_the_same_bits() {
    let base = folder("killed-last");
    let whole = base.join("whole");
    check(&words(&long_run(&whole, &[])), b"", 0, &[]);
    let last = [
        "replications.csv",
        "summary.json",
        "long.csv",
        "long.parquet",
        "study.json",
    ];
    for (written, next) in last.iter().enumerate() {
        let place = base.join(next);
        fs::create_dir_all(place.join("years")).expect("made");
        for chunk in chunks(&whole) {
            let name = chunk.file_name().expect("a name");
            fs::copy(&chunk, place.join("years").join(name)).expect("copied");
        }
        for name in last[..written].iter().chain(&["scenario.json"]) {
            fs::copy(whole.join(name), place.join(name)).expect("copied");
        }
        write_about(&place, &whole, "running");
        let half = fs::read(whole.join(next)).expect("a file");
        let part = place.join(format!(".{next}.part"));
        fs::write(part, &half[..half.len() / 2]).expect("written");
        goes_on(&place, &whole, next);
    }
}

/// What `whole` says of itself, in another state, into `place`.
fn write_about(place: &Path, whole: &Path, state: &str) {
    let mut about = about(whole);
    about["state"] = state.into();
    fs::write(place.join("study.json"), about.to_string()).expect("written");
}

#[test]
fn joining_that_was_interrupted_is_gone_on_with() {
    let base = folder("joining");
    let whole = base.join("whole");
    sweep(&["--out", &text(&whole)]);
    let parts = [1, 2].map(|number| {
        let place = text(&base.join(format!("part-{number}")));
        sweep(&["--out", &place, "--shard", &format!("{number}/2")]);
        place
    });
    let half = base.join("half");
    fs::create_dir_all(half.join("years")).expect("made");
    write_about(&half, &whole, "running");
    let first = &chunks(Path::new(&parts[0]))[0];
    fs::copy(first, half.join("years/000001.years")).expect("copied");
    fs::write(half.join("years/.000002.years.part"), b"half").expect("written");
    let place = text(&half);
    let merge = ["merge", &parts[0], &parts[1], "--out", &place];
    check(&merge, b"", 0, &[]);
    assert_eq!(results(&half), results(&whole));
    assert_eq!(about(&half)["fingerprints"], about(&whole)["fingerprints"]);
    // What is finished, or another's, is not joined into.
    check(&merge, b"", 2, &["already"]);
    let other = text(&base.join("other"));
    sweep(&["--out", &other, "--seed", "2"]);
    write_about(Path::new(&other), Path::new(&other), "running");
    let merge = ["merge", &parts[0], &parts[1], "--out", &other];
    check(&merge, b"", 2, &["already"]);
}

#[test]
fn a_study_says_all_that_is_needed_to_repeat_it() {
    let base = folder("repeat");
    let place = text(&base.join("one"));
    sweep(&["--out", &place, "--seed", "3"]);
    let about = about(Path::new(&place));
    let words: Vec<String> = about["repeat"]
        .as_array()
        .expect("words")
        .iter()
        .map(|word| {
            let word = word.as_str().expect("a word");
            if word == "scenario.json" {
                text(&Path::new(&place).join(word))
            } else {
                word.to_owned()
            }
        })
        .collect();
    let again = text(&base.join("again"));
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.extend(["--out", &again]);
    check(&words, b"", 0, &[]);
    assert_eq!(results(Path::new(&place)), results(Path::new(&again)));
    let differences = &about["scenarios"][0]["differences"];
    assert_eq!(differences["workforce"]["headcount"], 8);
    assert_eq!(about["seed"], 3);
    assert!(about["version"].is_string() && about["command_line"].is_array());
}

#[test]
fn a_sweep_has_the_form_of_the_contract() {
    let json = sweep(&["--format", "json"]).json();
    let points = json["points"].as_array().expect("points");
    assert!(points.len() >= 5);
    let path = "appraisal.kpis.call_volume.target_per_day";
    assert_eq!(points[0]["at"][path], 20);
    assert!(points[0]["metrics"]["turnover.annual_rate"]["ci95"].is_array());
    assert!(points[0]["holds"].is_number());
    let sweet = &json["curves"][0]["sweet_spot"];
    assert!(
        sweet["at"].is_number() && sweet["interval90"].is_array(),
        "{sweet}"
    );
    assert!(json["phones_alone"]["calls_per_agent_day"].is_number());
    for (wrong, said) in [
        (
            ["--vary", "workforce.headcont=1:2", "--seed", "1"],
            "workforce.headcount",
        ),
        (
            ["--vary", "workforce.headcount=5:1", "--seed", "1"],
            "low end",
        ),
        (
            ["--vary", "workforce.headcount=1:9", "--require", "x<=1"],
            "no metric",
        ),
        (
            ["--vary", "workforce.headcount=1:9", "--certainty", "2"],
            "at most 1",
        ),
    ] {
        check(
            &[&["sweep", "seed-erg"][..], &wrong].concat(),
            b"",
            2,
            &[said],
        );
    }
    let chinese = sweep(&["--lang", "zh"]);
    assert!(
        chinese.out.contains("可行的最高") || chinese.out.contains("没有一处"),
        "{}",
        chinese.out
    );
}
