//! `calibrate`: the behavioural constants as a centre's own months speak of them, and a profile of them.

use crate::args::{Overrides, TwoFormats};
use crate::failure::Failure;
use crate::input::Named;
use crate::job::typed;
use crate::print::aside;
use crate::rows::Rows;
use crate::{folder, input, out, pool, print, told};
use clap::{Args, ValueEnum};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::month::Month;
use fairfloor::scenario::import::centre::{File, Reading, Record, record};
use fairfloor::scenario::write::write_text;
use fairfloor::study::own::fitting::{CHECKS, CHECKS_FROM};
use fairfloor::study::own::posterior::{Posterior, equal, posterior};
use fairfloor::study::own::profile::{Profile, profile};
use fairfloor::study::own::{ASKED, Calibration, EXAMPLE, MOST_MONTHS, Row};
use fairfloor::view::number::counted;
use fairfloor::view::own::{finding, reading as words, templates};
use rayon::prelude::*;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Which template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Template {
    People,
    Kpi,
    Awards,
}

/// What to calibrate to.
// The table of the command's options: as many fields as it has.
#[derive(Args)]
pub struct Options {
    /// The centre as it is set up: a preset's id, a file, or - [default: seed-status-quo]
    pub scenario: Option<String>,
    #[command(flatten)]
    pub overrides: Overrides,
    /// Headcount, leavers and hires by month (CSV or .xlsx); may be repeated
    #[arg(long, value_name = "FILE")]
    pub people: Vec<PathBuf>,
    /// Results by agent and month, agents by pseudonyms; may be repeated
    #[arg(long, value_name = "FILE")]
    pub kpi: Vec<PathBuf>,
    /// Who got an award in which month; may be repeated
    #[arg(long, value_name = "FILE")]
    pub awards: Vec<PathBuf>,
    /// Print a file to fill in, with example rows
    #[arg(long, value_name = "people|kpi|awards", hide_possible_values = true)]
    pub template: Option<Template>,
    /// Write the three files of a simulated centre into this folder instead, to try things out
    #[arg(long, value_name = "DIR")]
    pub example: Option<PathBuf>,
    /// Months of the example
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_MONTHS)))]
    pub months: u32,
    /// Simulated centres to compare with
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(60..=100_000))]
    pub draws: u32,
    /// Stop after so many seconds with what there is
    #[arg(long, value_name = "SECONDS")]
    pub seconds: Option<u64>,
    /// Name of the profile
    #[arg(long, default_value = "own")]
    pub name: String,
    /// Write the profile into this file, for --profile of other commands. It must not be there yet; with
    /// --resume it may be the profile so far
    #[arg(long, value_name = "PROFILE.json")]
    pub save: Option<PathBuf>,
    /// Keep what is simulated in this folder, with the profile so far. A finished calibration that stands
    /// there is replaced
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Go on with what is in --out; it ends with the same bits
    #[arg(long, requires = "out")]
    pub resume: bool,
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; 0 = all. Results don't depend on it
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1024))]
    pub threads: u32,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = TwoFormats::Table)]
    pub format: TwoFormats,
}

/// A batch is simulated, kept and spoken of before the next.
const BATCH: u32 = 100;

/// The words that ask for the same again, in the folder; the files are where they were.
fn repeat(options: &Options) -> Vec<String> {
    let mut words = [folder::CALIBRATE, folder::SCENARIO]
        .map(str::to_owned)
        .to_vec();
    let kinds = [
        ("--people", &options.people),
        ("--kpi", &options.kpi),
        ("--awards", &options.awards),
    ];
    for (option, files) in kinds {
        for file in files {
            words.extend([option.to_owned(), file.to_string_lossy().into_owned()]);
        }
    }
    words.extend(typed(&[
        ("--draws", options.draws.to_string()),
        ("--seed", options.seed.to_string()),
    ]));
    words
}

/// Calibrates and prints what the months say.
pub fn calibrate(options: &Options, language: Language) -> Result<(), Failure> {
    if let Some(which) = options.template {
        let file = match which {
            Template::People => File::People,
            Template::Kpi => File::Kpi,
            Template::Awards => File::Awards,
        };
        return print::result(&out::with_mark(&templates::template(file, language)));
    }
    let typed = options.scenario.as_deref().unwrap_or("seed-status-quo");
    let named = input::checked(typed, &options.overrides, language)?;
    if let Some(folder) = &options.example {
        return example(&named, folder, options, language);
    }
    // Whoever goes on has the profile so far, and replaces no other.
    let save = options.save.as_deref();
    let so_far = save.filter(|_| options.resume);
    let so_far = so_far.and_then(|path| input::profile(path, language).ok());
    if let (Some(path), None) = (save, &so_far) {
        out::spare(path, language)?;
    }
    let (record, first) = data(options, language)?;
    let asked = Calibration::new(&named.scenario, &record, options.seed);
    if let (Some(path), Some(profile)) = (save, so_far)
        && !profile.is_from(
            &options.name,
            &first.to_string(),
            &asked,
            options.draws as usize,
        )
    {
        out::spare(path, language)?;
    }
    let pool = pool::threads(options.threads)?;
    let about = |state| {
        let repeat = repeat(options);
        let scenario = (
            named.name.as_str(),
            folder::SCENARIO.to_owned(),
            asked.scenario(),
        );
        let mut about = folder::origin(state, &repeat, asked.seed, std::iter::once(scenario));
        about[folder::MONTHS] = asked.record.clone().into();
        about
    };
    let kept = match &options.out {
        Some(place) => {
            out::prepare(place, language)?;
            let about = about("running");
            folder::claim(place, &about, options.resume, language)?;
            folder::write_about(place, &about, language)?;
            let scenario = write_text(asked.scenario()).into_bytes();
            out::write(place, &[(folder::SCENARIO, scenario)], language)?;
            Some(Rows::open(place, &asked, language)?)
        }
        None => None,
    };
    let table = table(&asked, first, kept, options, &pool, language)?;
    let Some(found) = posterior(&table, &asked.observed) else {
        return Err(Failure::Failed("too few simulated centres".to_owned()));
    };
    let points = equal(&found, CHECKS);
    let checks: Vec<Row> = pool.install(|| {
        let numbers = CHECKS_FROM..CHECKS_FROM + CHECKS;
        let each = numbers.into_par_iter().zip(points);
        each.filter_map(|(number, point)| asked.row_at(number, point))
            .collect()
    });
    let profile = profile(&options.name, &first.to_string(), &asked, &found);
    let json = as_text(&profile)?;
    if let Some(path) = &options.save {
        out::write_one(path, &json, language)?;
    }
    let said = told::text(&finding(&asked, &found, &checks, first, language));
    if let Some(place) = &options.out {
        let files = [
            (folder::PROFILE, json.clone().into_bytes()),
            (folder::REPORT, said.clone().into_bytes()),
        ];
        out::write(place, &files, language)?;
        folder::write_about(place, &about("complete"), language)?;
    }
    print::result(&match options.format {
        TwoFormats::Table => said,
        TwoFormats::Json => json,
    })
}

fn as_text(profile: &Profile) -> Result<String, Failure> {
    profile
        .text()
        .map_err(|why| Failure::Failed(why.to_string()))
}

/// The files as one record, and its first month.
fn data(options: &Options, language: Language) -> Result<(Record, Month), Failure> {
    let people = read(&options.people, File::People, language)?;
    let kpi = read(&options.kpi, File::Kpi, language)?;
    let awards = read(&options.awards, File::Awards, language)?;
    let Some((record, first, notes)) = record(&people, &kpi, &awards) else {
        return Err(Failure::input(match language {
            Language::Zh => {
                "请至少用 --people 或 --kpi 给一个文件；样表：fairfloor calibrate --template people。"
            }
            Language::En => {
                "Name at least one file with --people or --kpi; for an example: fairfloor calibrate --template people."
            }
        }));
    };
    for note in &notes {
        aside(&words::note(note, language));
    }
    if record.months() > MOST_MONTHS {
        return Err(Failure::input(words::too_long(record.months(), language)));
    }
    Ok((record, first))
}

/// All files of a kind, one after the other.
fn read(paths: &[PathBuf], file: File, language: Language) -> Result<Reading, Failure> {
    let mut all = Reading::default();
    for path in paths {
        let reading = input::centre(path, file, language)?;
        let place = path.display();
        for line in words::problems(&reading, language) {
            aside(&format!("{place}: {line}"));
        }
        for note in &reading.notes {
            aside(&format!("{place}: {}", words::note(note, language)));
        }
        if let Some(refusal) = &reading.refusal {
            let why = words::refusal(refusal, language);
            let example = words::example(file, language);
            return Err(Failure::input(format!("{place}: {why}{example}")));
        }
        all.rows.extend(reading.rows);
    }
    Ok(all)
}

/// The table of simulated centres, batch by batch, with what it says so far.
fn table(
    asked: &Calibration,
    first: Month,
    mut kept: Option<Rows>,
    options: &Options,
    pool: &rayon::ThreadPool,
    language: Language,
) -> Result<Vec<Row>, Failure> {
    #[allow(
        clippy::disallowed_methods,
        reason = "when to stop is asked in seconds"
    )]
    let start = Instant::now();
    let mut table: Vec<Row> = Vec::new();
    let mut begin = 0;
    while begin < options.draws {
        let numbers: Vec<u32> = (begin..(begin + BATCH).min(options.draws)).collect();
        begin += BATCH;
        let known = kept.as_ref().map(Rows::known);
        let (old, new): (Vec<u32>, Vec<u32>) = numbers
            .into_iter()
            .partition(|n| known.is_some_and(|k| k.contains_key(n)));
        table.extend(old.iter().filter_map(|n| known?.get(n).cloned()));
        let fresh: Vec<Row> =
            pool.install(|| new.into_par_iter().filter_map(|n| asked.row(n)).collect());
        if let Some(rows) = kept.as_mut().filter(|_| !fresh.is_empty()) {
            rows.add(&fresh, language)?;
        }
        table.extend(fresh);
        table.sort_by_key(|row| row.number);
        if let Some(found) = posterior(&table, &asked.observed) {
            aside(&so_far(&found, language));
            if let Some(place) = &options.out {
                let text = as_text(&profile(&options.name, &first.to_string(), asked, &found))?;
                out::write(place, &[(folder::PROFILE, text.into_bytes())], language)?;
            }
        }
        if options
            .seconds
            .is_some_and(|most| start.elapsed() >= Duration::from_secs(most))
        {
            break;
        }
    }
    Ok(table)
}

fn so_far(found: &Posterior, language: Language) -> String {
    let (rows, effective) = (found.rows, found.effective);
    let told = found.constants.iter().filter(|c| c.told).count();
    match language {
        Language::Zh => format!(
            "{rows} 个模拟中心，相当于 {effective:.0} 个等权抽样；数据能说明 {told} 个常数。"
        ),
        Language::En => format!(
            "{rows} simulated centres: worth {effective:.0} equal draws, the data speak of {}.",
            counted(told, "constant", "constants")
        ),
    }
}

/// The files of a simulated centre with values drawn from the plausible ranges.
fn example(
    named: &Named,
    folder: &Path,
    options: &Options,
    language: Language,
) -> Result<(), Failure> {
    let asked = Calibration::blank(&named.scenario, options.months, options.seed);
    let point = asked.point(EXAMPLE);
    let record = asked.record_at(EXAMPLE, &point).unwrap_or_default();
    let first = Month::new(2024, 1).unwrap_or_default();
    out::prepare(folder, language)?;
    // Invented months must not replace real ones.
    for file in File::ALL {
        out::spare(&folder.join(format!("{}.csv", file.id())), language)?;
    }
    let files = templates::files(&record, first).map(|(file, text)| {
        (
            format!("{}.csv", file.id()),
            out::with_mark(&text).into_bytes(),
        )
    });
    out::write(folder, &files, language)?;
    let mut truth = String::new();
    for (path, place) in ASKED.iter().zip(&point) {
        let (low, high) = fairfloor::study::own::range(path);
        let _ = writeln!(truth, "{path}={}", low + place * (high - low));
    }
    let place = folder.display();
    aside(&match language {
        Language::Zh => {
            format!("{place}：编造的月度文件已写好；下面是编造时所用的常数，用来检验校准。")
        }
        Language::En => format!(
            "{place}: the invented months are written; below are the constants that they were made with, to hold a calibration against."
        ),
    });
    print::result(&truth)
}
