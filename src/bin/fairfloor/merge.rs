//! `merge`: the parts of a study into one folder, then its results, with the same bits as one run.

use crate::args::Format;
use crate::dispatch::dispatch;
use crate::failure::Failure;
use crate::folder::{about_of, files, free, is_calibration, write_about};
use crate::job::{Part, part};
use crate::print::aside;
use crate::{input, out, store};
use clap::Args;
use fairfloor::scenario::field::Language;
use serde_json::Value as Json;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What to join.
#[derive(Args)]
pub struct Options {
    /// The folders of the parts
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// A new folder for the whole, or one in which joining the same parts was interrupted
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Threads for what is still to be run; 0 = all
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// What is the same in every part of a study.
const SAME: [&str; 4] = ["repeat", "results_of", "scenarios", "seed"];

/// Gathers the parts' years and asks the study again, which then has little or nothing to run.
pub fn merge(options: &Options, language: Language) -> Result<(), Failure> {
    // The study is asked again by the names of its scenarios there, which may be presets' and so are text.
    if options.out.to_str().is_none() {
        let place = options.out.display();
        return Err(Failure::input(match language {
            Language::Zh => format!("{place}：文件夹的名字不是 UTF-8 编码。请换一个文件夹。"),
            Language::En => {
                format!("{place}: the folder's name is not in UTF-8. Name another folder.")
            }
        }));
    }
    let first = about(&options.folders[0], language)?;
    let mut wrong = Vec::new();
    let mut parts = vec![part_of(&first)];
    for (at, folder) in options.folders.iter().enumerate().skip(1) {
        if options.folders[..at].contains(folder) {
            let place = folder.display();
            wrong.push(match language {
                Language::Zh => format!("{place}：写了两次。请写一次，并检查是否漏了别的一份。"),
                Language::En => format!(
                    "{place}: is named twice. Name it once, and see whether another part was meant."
                ),
            });
            continue;
        }
        let other = about(folder, language)?;
        parts.push(part_of(&other));
        for key in SAME {
            if other[key] != first[key] {
                wrong.push(differs(folder, &options.folders[0], key, language));
            }
        }
    }
    let there = about_of(&options.out);
    let interrupted = there.as_ref().is_some_and(|there| {
        there["state"] == "running"
            && there["shard"].is_null()
            && SAME.iter().all(|key| there[key] == first[key])
    });
    if options.folders.contains(&options.out) || (there.is_some() && !interrupted) {
        let place = options.out.display();
        wrong.push(match language {
            Language::Zh => format!("{place}：已有一项研究。请给合并结果一个新文件夹。"),
            Language::En => {
                format!("{place}: holds a study already. Name a new folder for the whole.")
            }
        });
    }
    if !wrong.is_empty() {
        return Err(Failure::BadInput(wrong));
    }
    if let Some(line) = absent(&parts, language) {
        aside(&line);
    }
    out::prepare(&options.out, language)?;
    if !interrupted {
        free(&options.out, &first, language)?;
    }
    let mut whole = first.clone();
    whole["state"] = "running".into();
    whole["shard"] = Json::Null;
    write_about(&options.out, &whole, language)?;
    for folder in &options.folders {
        store::gather(folder, &options.out, language)?;
    }
    dispatch(asked_again(options, &first, language)?)
}

/// The words that ask the study again in the folder for the whole, with the files that they name copied there.
fn asked_again(
    options: &Options,
    first: &Json,
    language: Language,
) -> Result<Vec<OsString>, Failure> {
    let names: Vec<&str> = files(first).collect();
    let mut typed: Vec<OsString> = vec!["fairfloor".into()];
    for word in first["repeat"].as_array().into_iter().flatten() {
        let word = word.as_str().unwrap_or_default();
        if names.contains(&word) {
            let from = options.folders[0].join(word);
            let text = fs::read(&from).map_err(|e| input::unreadable(&from, &e, language))?;
            out::write(&options.out, &[(word, text)], language)?;
            typed.push(options.out.join(word).into());
        } else {
            typed.push(word.into());
        }
    }
    typed.extend([
        "--resume".into(),
        "--out".into(),
        options.out.clone().into(),
    ]);
    typed.extend(["--threads".into(), options.threads.to_string().into()]);
    typed.extend(["--format".into(), options.format.id().into()]);
    let lang = match language {
        Language::Zh => "zh",
        Language::En => "en",
    };
    typed.extend(["--lang".into(), lang.into()]);
    Ok(typed)
}

/// The part that a folder holds, as it was asked for.
fn part_of(about: &Json) -> Option<Part> {
    part(about["shard"].as_str()?).ok()
}

/// Parts that are not among the folders. Their years are run now, which may take as long as they would have.
fn absent(parts: &[Option<Part>], language: Language) -> Option<String> {
    let of = parts.first()?.as_ref()?.of;
    let has = |number: usize| parts.contains(&Some(Part { number, of }));
    let missing: Vec<String> = (1..=of)
        .filter(|number| !has(*number))
        .map(|number| number.to_string())
        .collect();
    let (first, more) = missing.split_at(missing.len().min(10));
    let count = missing.len();
    let dots = if more.is_empty() { "" } else { " …" };
    (count > 0).then(|| match language {
        Language::Zh => format!(
            "{of} 份里缺 {count} 份（第 {}{dots} 份），缺的现在运行。若只是忘了写文件夹，请中断后补上。",
            first.join("、")
        ),
        Language::En => format!(
            "Of {of} parts {count} {} not among the folders (number {}{dots}) and will be run now. If a folder was forgotten, stop and name it.",
            if count == 1 { "is" } else { "are" },
            first.join(", ")
        ),
    })
}

fn about(folder: &Path, language: Language) -> Result<Json, Failure> {
    let about = about_of(folder).filter(|about| !is_calibration(about));
    about.ok_or_else(|| {
        let place = folder.display();
        Failure::input(match language {
            Language::Zh => {
                format!("{place}：没有可读的 study.json，或是一次校准，不是研究的一份。")
            }
            Language::En => format!(
                "{place}: has no study.json that can be read, or one of a calibration; it is no part of a study."
            ),
        })
    })
}

fn differs(folder: &Path, first: &Path, key: &str, language: Language) -> String {
    let (place, first) = (folder.display(), first.display());
    match language {
        Language::Zh => format!("{place}：与 {first} 不是同一项研究（study.json 的 {key} 不同）。"),
        Language::En => {
            format!("{place}: is not of the same study as {first} ({key} in study.json differs).")
        }
    }
}
