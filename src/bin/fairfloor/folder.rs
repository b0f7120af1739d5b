//! Whose folder it is that a study is put into: new, holding a study of ours, or somebody's.

use crate::failure::Failure;
use crate::print::aside;
use crate::{out, rows, store};
use fairfloor::scenario::field::{Language, Text};
use fairfloor::scenario::write::write_differences;
use fairfloor::scenario::{SCHEMA_VERSION, Scenario};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;

/// A study's results in brief.
pub const SUMMARY: &str = "summary.json";
/// Every year, a row a metric.
pub const LONG_CSV: &str = "long.csv";
/// The same for programs.
pub const LONG_PARQUET: &str = "long.parquet";
/// A row a year.
pub const REPLICATIONS: &str = "replications.csv";
/// A row a point.
pub const POINTS: &str = "points.csv";
/// Constants, for `--profile`.
pub const PROFILE: &str = "profile.json";
/// What a calibration says.
pub const REPORT: &str = "report.txt";
/// The file of a single scenario.
pub const SCENARIO: &str = "scenario.json";
/// The command that is no study of years.
pub const CALIBRATE: &str = "calibrate";

/// The file in which a folder says what is in it.
const ABOUT: &str = "study.json";
const PROGRAM: &str = "fairfloor";

/// The folder's [`ABOUT`]; None where there is none of ours that can be read.
pub fn about_of(folder: &Path) -> Option<Json> {
    let text = fs::read_to_string(folder.join(ABOUT)).ok()?;
    let about: Option<Json> = serde_json::from_str(&text).ok();
    about.filter(|about| about["program"] == PROGRAM)
}

/// What every [`ABOUT`] says: the program, the command and what it was asked. `scenarios` are what each is
/// called, its file in the folder, and itself.
pub fn origin<'a>(
    state: &str,
    repeat: &[String],
    seed: u64,
    scenarios: impl Iterator<Item = (&'a str, String, &'a Scenario)>,
) -> Json {
    let standard = Scenario::standard();
    let scenarios = scenarios.map(|(name, file, scenario)| {
        let differences = write_differences(scenario, &standard);
        json!({ "name": name, "file": file, "differences": differences })
    });
    // For people: a path needn't be Unicode, a JSON text must.
    let typed = std::env::args_os().skip(1);
    let typed = typed.map(|word| word.to_string_lossy().into_owned());
    json!({
        "program": PROGRAM,
        "version": fairfloor::VERSION,
        "schema_version": SCHEMA_VERSION,
        "results_of": store::mark(),
        "state": state,
        "seed": seed,
        "command_line": typed.collect::<Vec<_>>(),
        "repeat": repeat,
        "scenarios": scenarios.collect::<Vec<_>>(),
    })
}

/// Writes the folder's [`ABOUT`].
pub fn write_about(folder: &Path, about: &Json, language: Language) -> Result<(), Failure> {
    let text = format!("{about:#}\n").into_bytes();
    out::write(folder, &[(ABOUT, text)], language)
}

/// Sees that nothing in the folder is lost that a study of ours hasn't written. What stands there and is
/// finished makes room for the study `asked`, which is described as in [`ABOUT`]; with `resume` it must be
/// of the same command, scenarios and seed.
///
/// # Errors
/// When the folder holds something unfinished, another study than is gone on with, or files of somebody's.
pub fn claim(folder: &Path, asked: &Json, resume: bool, language: Language) -> Result<(), Failure> {
    let Some(there) = about_of(folder) else {
        return free(folder, asked, language);
    };
    let differs = DIFFERENCES.iter().find(|(of, _)| of(&there) != of(asked));
    if resume {
        return match differs {
            Some((_, name)) => Err(another(folder, name.get(language), language)),
            None => Ok(()),
        };
    }
    if there["state"] != "complete" {
        return Err(unfinished(folder, language));
    }
    let taken = taken(folder, asked, |name| !names(&there).contains(&name));
    if !taken.is_empty() {
        return Err(in_the_way(folder, &taken, language));
    }
    if differs.is_some() {
        replaces(folder, &there, language);
    }
    for file in files(&there).chain(results(&there).iter().copied()) {
        let _ = fs::remove_file(folder.join(file));
    }
    out::clear(&folder.join(work(&there)), language)
}

/// Sees that a folder without a study of ours has no files by the names that the study `asked` will need.
///
/// # Errors
/// When there are some: they are somebody's.
pub fn free(folder: &Path, asked: &Json, language: Language) -> Result<(), Failure> {
    let taken = taken(folder, asked, |_| true);
    if taken.is_empty() {
        Ok(())
    } else {
        Err(strange(folder, &taken, language))
    }
}

/// The command whose folder it is.
fn command(about: &Json) -> &str {
    about["repeat"][0].as_str().unwrap_or_default()
}

/// Whether a folder holds a calibration, which has no years and can't be divided.
pub fn is_calibration(about: &Json) -> bool {
    command(about) == CALIBRATE
}

/// The folder within for what is still to be summed up.
fn work(about: &Json) -> &'static str {
    if is_calibration(about) {
        rows::FOLDER
    } else {
        store::FOLDER
    }
}

/// The files that each command writes when it is done: with the scenarios, [`work`] and [`ABOUT`] all that is
/// ours in a folder, so that what is written, refused and cleared is the same.
pub fn results(about: &Json) -> &'static [&'static str] {
    match command(about) {
        CALIBRATE => &[PROFILE, REPORT],
        "run" | "compare" => &[SUMMARY, LONG_CSV, LONG_PARQUET, REPLICATIONS],
        "sweep" => &[SUMMARY, LONG_CSV, LONG_PARQUET, POINTS],
        _ => &[SUMMARY, LONG_CSV, LONG_PARQUET],
    }
}

/// Every name in a folder that is ours.
fn names(about: &Json) -> Vec<&str> {
    let all = [ABOUT, work(about)].into_iter().chain(files(about));
    all.chain(results(about).iter().copied()).collect()
}

/// The names that the study `asked` needs and that are taken by what is `somebodys`.
fn taken<'a>(folder: &Path, asked: &'a Json, somebodys: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let mut names = names(asked);
    names.retain(|name| somebodys(name) && folder.join(name).exists());
    names
}

/// Under this name stands a number for the months that a calibration was asked with; studies have none.
pub const MONTHS: &str = "months";

/// What is looked at in `study.json`.
type Aspect = fn(&Json) -> Json;

/// What makes two studies different ones, with its names.
const DIFFERENCES: [(Aspect, Text); 4] = [
    (|about| command(about).into(), text("命令", "command")),
    (|about| about["seed"].clone(), text("运气编号", "seed")),
    (scenarios, text("情景", "scenario")),
    (|about| about[MONTHS].clone(), text("月度数据", "months")),
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// Their values; what they are called makes no difference.
fn scenarios(about: &Json) -> Json {
    let all = about["scenarios"].as_array().into_iter().flatten();
    all.map(|scenario| scenario["differences"].clone())
        .collect()
}

/// The scenarios' files that `study.json` names.
pub fn files(about: &Json) -> impl Iterator<Item = &str> {
    let scenarios = about["scenarios"].as_array().into_iter().flatten();
    scenarios
        .filter_map(|scenario| scenario["file"].as_str())
        .filter(|file| !file.contains(['/', '\\']))
}

fn strange(folder: &Path, taken: &[&str], language: Language) -> Failure {
    let place = folder.display();
    Failure::input(match language {
        Language::Zh => format!(
            "{place}：里面已有 {}，却没有可读的 {ABOUT}，不是这里写下的研究，不能覆盖。请换一个文件夹。",
            taken.join("、")
        ),
        Language::En => format!(
            "{place}: holds {} but no {ABOUT} that can be read, so it is no study of ours and is left as it is. Name another folder.",
            taken.join(", ")
        ),
    })
}

fn in_the_way(folder: &Path, taken: &[&str], language: Language) -> Failure {
    let place = folder.display();
    Failure::input(match language {
        Language::Zh => format!(
            "{place}：里面的 {} 不是那项研究写下的，会被这一项覆盖。请把它移走，或换一个文件夹。",
            taken.join("、")
        ),
        Language::En => format!(
            "{place}: {} was not written by the study that stands there and would be replaced by this one. Move it away, or name another folder.",
            taken.join(", ")
        ),
    })
}

fn another(folder: &Path, what: &str, language: Language) -> Failure {
    let place = folder.display();
    Failure::input(match language {
        Language::Zh => format!(
            "{place}：里面是另一项研究（{what}不同），不能继续。请按原来的{what}继续，或换一个文件夹。"
        ),
        Language::En => format!(
            "{place}: holds a study with another {what}, so it can't be gone on with. Ask as that was asked, or name another folder."
        ),
    })
}

fn unfinished(folder: &Path, language: Language) -> Failure {
    let place = folder.display();
    Failure::input(match language {
        Language::Zh => {
            format!("{place}：里面有一项没有做完的研究。加上 --resume 继续，或换一个文件夹。")
        }
        Language::En => format!(
            "{place}: holds a study that isn't finished. Go on with --resume, or name another folder."
        ),
    })
}

fn replaces(folder: &Path, there: &Json, language: Language) {
    let place = folder.display();
    let was = there["command_line"].as_array().into_iter().flatten();
    let was: Vec<&str> = was.filter_map(Json::as_str).collect();
    let was = was.join(" ");
    aside(&match language {
        Language::Zh => format!("{place}：原有的研究（fairfloor {was}）被这一项取代。"),
        Language::En => {
            format!(
                "{place}: the study that stood there (fairfloor {was}) is replaced by this one."
            )
        }
    });
}
