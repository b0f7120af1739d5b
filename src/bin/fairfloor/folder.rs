//! Whose folder it is that a study is put into: new, holding a study of ours, or somebody's.

use crate::failure::Failure;
use crate::print::aside;
use crate::{out, store};
use fairfloor::scenario::field::{Language, Text};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;

/// The file in which a folder says what is in it.
const ABOUT: &str = "study.json";

/// The folder's [`ABOUT`]; None where there is none that can be read.
pub fn about_of(folder: &Path) -> Option<Json> {
    let text = fs::read_to_string(folder.join(ABOUT)).ok()?;
    serde_json::from_str(&text).ok()
}

/// Writes the folder's [`ABOUT`].
pub fn write_about(folder: &Path, about: &Json, language: Language) -> Result<(), Failure> {
    let text = format!("{about:#}\n").into_bytes();
    out::write(folder, &[(ABOUT.to_owned(), text)], language)
}

/// Sees that nothing in the folder is lost that a study of ours hasn't written. What stands there and is
/// finished makes room for the study `asked`, which is described as in [`ABOUT`]; with `resume` it must be
/// of the same command, scenarios and seed.
///
/// # Errors
/// When the folder holds something unfinished, another study than is gone on with, or files of somebody's.
pub fn claim(folder: &Path, asked: &Json, resume: bool, language: Language) -> Result<(), Failure> {
    let Some(there) = about_of(folder) else {
        return strange(folder, asked, language);
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
    if differs.is_some() {
        replaces(folder, &there, language);
    }
    for file in files(&there) {
        let _ = fs::remove_file(folder.join(file));
    }
    out::clear(&folder.join(store::FOLDER), language)
}

/// What is looked at in `study.json`.
type Aspect = fn(&Json) -> Json;

/// What makes two studies different ones, with its names.
const DIFFERENCES: [(Aspect, Text); 3] = [
    (|about| about["repeat"][0].clone(), text("命令", "command")),
    (|about| about["seed"].clone(), text("种子", "seed")),
    (scenarios, text("情景", "scenario")),
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

/// Files of somebody's that have the names of ours.
fn strange(folder: &Path, asked: &Json, language: Language) -> Result<(), Failure> {
    let ours = [
        ABOUT,
        store::FOLDER,
        "summary.json",
        "long.csv",
        "long.parquet",
    ];
    let taken = ours.into_iter().chain(files(asked));
    let taken: Vec<&str> = taken.filter(|name| folder.join(name).exists()).collect();
    if taken.is_empty() {
        return Ok(());
    }
    let place = folder.display();
    Err(Failure::input(match language {
        Language::Zh => format!(
            "{place}：里面已有 {}，却没有可读的 {ABOUT}，不是这里写下的研究，不能覆盖。请换一个文件夹。",
            taken.join("、")
        ),
        Language::En => format!(
            "{place}: holds {} but no {ABOUT} that can be read, so it is no study of ours and is left as it is. Name another folder.",
            taken.join(", ")
        ),
    }))
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
