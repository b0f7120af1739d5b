//! A study as a job: run, kept in a folder, gone on with, done in parts.

use crate::args::Common;
use crate::failure::Failure;
use crate::folder;
use crate::input::Named;
use crate::print::aside;
use crate::store::Store;
use crate::{long, out, pool};
use clap::Args;
use fairfloor::measure::outcome::combined_fingerprint;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::write::write_text;
use fairfloor::study::cell::Cell;
use fairfloor::study::{Rounds, Study};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where results go and how the work is divided.
#[derive(Args)]
pub struct Files {
    /// Also write everything into this folder: every year as CSV and Parquet, the summary, and
    /// study.json with what is needed to repeat it. A finished study that stands there is replaced
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Go on with the unfinished study in --out; it ends with the same bits
    #[arg(long, requires = "out")]
    pub resume: bool,
    /// Run part I of N into --out, to be joined by `merge`
    #[arg(long, value_name = "I/N", requires = "out", value_parser = part)]
    pub shard: Option<Part>,
    // For `merge`: what the scenarios are called in results.
    #[arg(long, hide = true)]
    pub called: Vec<String>,
}

impl Files {
    /// Calls the scenarios what they were called when the study began.
    pub fn rename(&self, scenarios: &mut [Named]) {
        if self.called.len() == scenarios.len() {
            for (named, called) in scenarios.iter_mut().zip(&self.called) {
                named.name.clone_from(called);
            }
        }
    }
}

/// Part `number` (from 1) of `of` equal parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 1.
    pub number: usize,
    /// In all.
    pub of: usize,
}

/// Reads `I/N`.
pub fn part(text: &str) -> Result<Part, String> {
    let parts = text.split_once('/');
    let parts = parts.and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    match parts {
        Some((number, of)) if (1..=of).contains(&number) && of <= 100_000 => {
            Ok(Part { number, of })
        }
        _ => Err("must be I/N with I from 1 to N, such as 2/4".to_owned()),
    }
}

/// Options and their values as they are typed.
pub fn typed(pairs: &[(&str, String)]) -> Vec<String> {
    pairs
        .iter()
        .flat_map(|(name, value)| [(*name).to_owned(), value.clone()])
        .collect()
}

/// A command that is a study.
pub struct Job<'a> {
    /// Its name.
    pub command: &'static str,
    /// Its scenarios.
    pub scenarios: &'a [Named],
    /// What was typed beyond scenarios, overrides and what is common, as it must be typed again.
    pub arguments: Vec<String>,
    /// Where results go, and on how many threads.
    pub common: &'a Common,
    /// Of messages.
    pub language: Language,
}

/// A study that was run to its end.
pub struct Done {
    /// For people, not for results.
    pub wall_seconds: f64,
}

impl Job<'_> {
    /// Runs the study; None when it was a part of one, of which there are no results yet.
    pub fn run(&self, study: &mut Study<dyn Rounds>) -> Result<Option<Done>, Failure> {
        #[allow(
            clippy::disallowed_methods,
            reason = "how long it took is for people, not for results"
        )]
        let start = Instant::now();
        let Some(folder) = &self.common.files.out else {
            pool::drive(study, self.common.threads)?;
            return Ok(Some(Done {
                wall_seconds: start.elapsed().as_secs_f64(),
            }));
        };
        let mut store = self.open(folder, study)?;
        let unstorable = |error| out::unwritable(folder, &error, self.language);
        let part = self.common.files.shard;
        let run = pool::drive_with(study, self.common.threads, &mut store, part, unstorable)?;
        let wall_seconds = start.elapsed().as_secs_f64();
        if study.is_done() {
            return Ok(Some(Done { wall_seconds }));
        }
        let about = self.described("part", study, wall_seconds);
        folder::write_about(folder, &about, self.language)?;
        let place = folder.display();
        aside(&match self.language {
            Language::Zh => format!(
                "{place}：这一份已完成，新运行 {run} 次。各份都完成后：fairfloor merge 各文件夹 --out 新文件夹"
            ),
            Language::En => format!(
                "{place}: this part is done, {run} replications were run. When all are: fairfloor merge FOLDER… --out NEW"
            ),
        });
        Ok(None)
    }

    /// Writes the results of a study that has ended, with every year in the long form.
    pub fn finish(
        &self,
        study: &Study<dyn Rounds>,
        done: &Done,
        labels: &long::Labels,
        files: Vec<(&str, Vec<u8>)>,
    ) -> Result<(), Failure> {
        let Some(folder) = &self.common.files.out else {
            return Ok(());
        };
        let table = long::table(study.board(), labels);
        let mut files = files;
        files.push((folder::LONG_CSV, long::csv(&table)));
        files.push((folder::LONG_PARQUET, crate::parquet::file(&table)));
        let about = self.described("complete", study, done.wall_seconds);
        let ours = folder::results(&about);
        debug_assert!(
            files.iter().all(|(name, _)| ours.contains(name)),
            "a file that the next study would neither clear nor spare"
        );
        out::write(folder, &files, self.language)?;
        folder::write_about(folder, &about, self.language)
    }

    /// The same for a study whose cells are named by what they are, with `json` as its only summary; gives
    /// back the text of it.
    pub fn finish_with_summary(
        &self,
        study: &Study<dyn Rounds>,
        done: &Done,
        json: &Json,
    ) -> Result<String, Failure> {
        let text = format!("{json:#}\n");
        let files = vec![(folder::SUMMARY, text.clone().into_bytes())];
        self.finish(study, done, &long::Labels::of_cells(study.board()), files)?;
        Ok(text)
    }

    /// Prepares the folder: it may be new, hold something finished that is replaced, or something
    /// unfinished that is gone on with.
    fn open(&self, folder: &Path, study: &Study<dyn Rounds>) -> Result<Store, Failure> {
        out::prepare(folder, self.language)?;
        let asked = self.described("running", study, 0.0);
        folder::claim(folder, &asked, self.common.files.resume, self.language)?;
        // Before anything else, so that a folder that was killed is known for ours.
        folder::write_about(folder, &asked, self.language)?;
        let files: Vec<(String, Vec<u8>)> = self
            .scenarios
            .iter()
            .zip(self.names())
            .map(|(named, name)| (name, write_text(&named.scenario).into_bytes()))
            .collect();
        out::write(folder, &files, self.language)?;
        let store = Store::open(folder, study.board().keep())
            .map_err(|error| out::unwritable(folder, &error, self.language))?;
        for path in &store.passed_over {
            aside(&match self.language {
                Language::Zh => format!("{path}：不完整或来自另一版本，略过，其中各年重新运行。"),
                Language::En => {
                    format!("{path}: not whole, or another version's; its years are run again.")
                }
            });
        }
        Ok(store)
    }

    /// The scenarios' files in the folder.
    pub fn names(&self) -> Vec<String> {
        match self.scenarios {
            [_] => vec![folder::SCENARIO.to_owned()],
            many => (1..=many.len())
                .map(|number| format!("scenario-{number}.json"))
                .collect(),
        }
    }

    /// Everything that is needed to repeat it.
    fn described(&self, state: &str, study: &Study<dyn Rounds>, wall_seconds: f64) -> Json {
        let mut repeat = vec![self.command.to_owned()];
        repeat.extend(self.names());
        repeat.extend(self.arguments.iter().cloned());
        repeat.extend(self.common.repeat());
        for named in self.scenarios {
            repeat.extend(["--called".to_owned(), named.name.clone()]);
        }
        let (board, cells) = (study.board(), study.board().cells());
        let scenarios = self.scenarios.iter().zip(self.names());
        let scenarios = scenarios.map(|(named, file)| (&named.name[..], file, &*named.scenario));
        let mut about = folder::origin(state, &repeat, board.seed(), scenarios);
        let marks = || -> Vec<_> {
            let marks = cells
                .iter()
                .map(|cell| combined_fingerprint(cell.outcomes()));
            marks.collect()
        };
        let shard = self.common.files.shard;
        let calls = cells.iter().flat_map(Cell::outcomes);
        let calls: u64 = calls.map(|o| o.calls_simulated).sum();
        about["shard"] = json!(shard.map(|part| format!("{}/{}", part.number, part.of)));
        about["replications"] = json!(study.progress().done);
        about["fingerprints"] = json!((state == "complete").then(marks));
        about["calls_simulated"] = json!(calls);
        about["wall_seconds"] = json!(wall_seconds);
        about
    }
}
