//! From what was typed to scenarios: presets, files, standard input, overrides, exports.

use crate::args::Overrides;
use crate::failure::Failure;
use crate::print::{aside, reason};
use encoding_rs::{Encoding, GB18030};
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::scenario::check::Problem;
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::centre::{self, Reading};
use fairfloor::scenario::import::{self, Export, Import, Refusal, calls, workbook};
use fairfloor::scenario::presets::{self, PRESETS, Preset};
use fairfloor::scenario::{Scenario, json, nearest, read};
use fairfloor::study::own::profile::{Profile, Wrong};
use fairfloor::view::{incoming, own, problem};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A scenario with what it is called in results.
pub struct Named<S = Checked> {
    /// The preset's id, the scenario's own name, or the file's.
    pub name: String,
    /// The scenario, as typed or checked.
    pub scenario: S,
}

/// The scenario that `typed` means, with every problem that it has.
pub fn examine(
    typed: &str,
    overrides: &Overrides,
    language: Language,
) -> Result<(Named<Scenario>, Vec<Problem>), Failure> {
    let (mut named, mut found) = base(typed, language)?;
    // The export first: what is set by hand is meant more particularly and has the last word.
    if let Some(path) = &overrides.demand {
        replace_demand(&mut named.scenario, path, language)?;
    }
    if let Some(path) = &overrides.profile {
        profile(path, language)?.apply(&mut named.scenario);
    }
    for assignment in &overrides.set {
        if let Err(problem) = read::assign(&mut named.scenario, assignment) {
            found.push(problem);
        }
    }
    read::add_checks(&named.scenario, &mut found);
    Ok((named, found))
}

/// The scenario that `typed` means, ready to run.
pub fn checked(typed: &str, overrides: &Overrides, language: Language) -> Result<Named, Failure> {
    let (Named { name, scenario }, found) = examine(typed, overrides, language)?;
    let wrong = |found: Vec<Problem>| Failure::BadInput(lines(&found, language));
    if !found.is_empty() {
        return Err(wrong(found));
    }
    let scenario = Checked::new(scenario).map_err(wrong)?;
    Ok(Named { name, scenario })
}

/// Every problem in words, a line each; each names its JSON path.
pub fn lines(found: &[Problem], language: Language) -> Vec<String> {
    found
        .iter()
        .map(|p| problem::problem(p, language))
        .collect()
}

/// The preset with this id, or bad input that names the nearest.
pub fn preset(id: &str, language: Language) -> Result<&'static Preset, Failure> {
    presets::find(id).ok_or_else(|| Failure::input(no_preset(id, language, false)))
}

fn base(typed: &str, language: Language) -> Result<(Named<Scenario>, Vec<Problem>), Failure> {
    if let Some(preset) = presets::find(typed) {
        let scenario = preset.scenario();
        let name = preset.id.to_owned();
        return Ok((Named { name, scenario }, Vec::new()));
    }
    let path = Path::new(typed);
    if typed != "-" && !path.exists() {
        return Err(Failure::input(no_preset(typed, language, true)));
    }
    let text = text_of(path, json::LONGEST_TEXT, language)?;
    let (scenario, found) = match text {
        Ok(text) => read::read_fields(&text, &Scenario::standard()),
        Err(bytes) => {
            let limit = json::LONGEST_TEXT;
            (
                Scenario::standard(),
                vec![Problem::TooLarge { bytes, limit }],
            )
        }
    };
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let name = match (typed, scenario.name.as_str()) {
        ("-", "") => "stdin".to_owned(),
        (_, "") => stem.unwrap_or_else(|| typed.to_owned()),
        (_, own) => own.to_owned(),
    };
    Ok((Named { name, scenario }, found))
}

fn replace_demand(scenario: &mut Scenario, path: &Path, language: Language) -> Result<(), Failure> {
    let (import, export) = export(path, language)?;
    let place = path.display();
    for line in incoming::rows(&import, language) {
        aside(&format!("{place}: {line}"));
    }
    let done = export.demand.apply(scenario);
    for note in import.notes.iter().chain(&done) {
        aside(&format!("{place}: {}", incoming::note(note, language)));
    }
    Ok(())
}

/// An export of half-hours or of single calls, with what is wrong in it; refused when nothing can be
/// made of it.
pub fn export(path: &Path, language: Language) -> Result<(Import, Export), Failure> {
    let limit = calls::LONGEST_TEXT;
    let (import, export) = match bytes_of(path, limit, language)? {
        Ok(bytes) if workbook::is_one(&bytes) => workbook::read(&bytes).map_err(|refused| {
            let why = incoming::no_workbook(&refused, language);
            Failure::input(format!("{}: {why}", path.display()))
        })?,
        Ok(bytes) => import::read(&text_in(&bytes, path, language)?),
        Err(bytes) => {
            let refusal = Some(Refusal::TooLarge { bytes, limit });
            let import = Import::default();
            (Import { refusal, ..import }, None)
        }
    };
    if let Some(export) = export {
        return Ok((import, export));
    }
    let why = import.refusal.as_ref();
    let why = why.map(|refusal| incoming::refusal(refusal, language));
    let mut said = vec![format!("{}: {}", path.display(), why.unwrap_or_default())];
    said.extend(incoming::rows(&import, language));
    Err(Failure::BadInput(said))
}

/// A centre's monthly file, from a text or the first sheet of a workbook that has its columns.
pub fn centre(path: &Path, file: centre::File, language: Language) -> Result<Reading, Failure> {
    let limit = centre::read::LONGEST_TEXT;
    let bytes = match bytes_of(path, limit, language)? {
        Ok(bytes) => bytes,
        Err(bytes) => {
            let refusal = Some(centre::Refusal::TooLarge { bytes });
            return Ok(Reading {
                refusal,
                ..Reading::default()
            });
        }
    };
    if !workbook::is_one(&bytes) {
        return Ok(centre::read::read(&text_in(&bytes, path, language)?, file));
    }
    let sheets = workbook::sheets(&bytes, limit).map_err(|refused| {
        let why = incoming::no_workbook(&refused, language);
        Failure::input(format!("{}: {why}", path.display()))
    })?;
    let mut all = sheets
        .iter()
        .map(|(_, text)| centre::read::read(text, file));
    let first = all.next().unwrap_or_default();
    if first.refusal.is_none() {
        return Ok(first);
    }
    let good = all.find(|reading| reading.refusal.is_none());
    Ok(good.unwrap_or(first))
}

/// A profile that `calibrate` has written.
pub fn profile(path: &Path, language: Language) -> Result<Profile, Failure> {
    let said = |wrong: &Wrong| {
        let why = own::reading::profile(wrong, language);
        Failure::input(format!("{}: {why}", path.display()))
    };
    match text_of(path, json::LONGEST_TEXT, language)? {
        Ok(text) => {
            Profile::read(text.trim_start_matches('\u{feff}')).map_err(|wrong| said(&wrong))
        }
        Err(bytes) => Err(said(&Wrong::NotAProfile(format!("{bytes} bytes")))),
    }
}

/// The text of a file, or of standard input for `-`; its size alone where it exceeds `limit`.
fn text_of(
    path: &Path,
    limit: usize,
    language: Language,
) -> Result<Result<String, usize>, Failure> {
    match bytes_of(path, limit, language)? {
        Ok(bytes) => Ok(Ok(text_in(&bytes, path, language)?)),
        Err(size) => Ok(Err(size)),
    }
}

/// The bytes of a file, or of standard input for `-`; their number alone where it exceeds `limit`.
fn bytes_of(
    path: &Path,
    limit: usize,
    language: Language,
) -> Result<Result<Vec<u8>, usize>, Failure> {
    let unreadable = |error: io::Error| unreadable(path, &error, language);
    let mut bytes = Vec::new();
    // A little over the limit is read, not all: what is too large may also be endless.
    let most = limit as u64 * 2;
    let mut size = None;
    if path == Path::new("-") {
        io::stdin()
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        let file = File::open(path).map_err(unreadable)?;
        size = file
            .metadata()
            .ok()
            .and_then(|m| usize::try_from(m.len()).ok());
        file.take(most)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    }
    if bytes.len() > limit {
        return Ok(Err(size.unwrap_or(0).max(bytes.len())));
    }
    Ok(Ok(bytes))
}

/// What can't be read, in words.
pub fn unreadable(path: &Path, error: &io::Error, language: Language) -> Failure {
    let place = path.display();
    let error = reason(error, language);
    Failure::input(match language {
        Language::Zh => format!("{place}：无法读取（{error}）。请检查路径和权限。"),
        Language::En => {
            format!("{place}: can't be read ({error}). Check the path and its permissions.")
        }
    })
}

/// The text that bytes are.
fn text_in(bytes: &[u8], path: &Path, language: Language) -> Result<String, Failure> {
    let place = path.display();
    decode(bytes).ok_or_else(|| {
        Failure::input(match language {
            Language::Zh => format!(
                "{place}：不是文本文件（UTF-8、UTF-16 或 GBK）。若是旧式 Excel（.xls）等文件，请另存为 .xlsx 或 CSV。"
            ),
            Language::En => format!(
                "{place}: not a text in UTF-8, UTF-16 or GBK. If it comes from a spreadsheet, save it as .xlsx or CSV."
            ),
        })
    })
}

/// Text in UTF-8, in UTF-16 with its mark, or in GBK as Chinese spreadsheets still write it.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, wrong) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!wrong).then(|| text.into_owned());
    }
    // Binary files are valid GBK more often than one would think; no text holds a zero byte.
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (text, wrong) = GB18030.decode_without_bom_handling(bytes);
    (!wrong).then(|| text.into_owned())
}

/// What was typed is no Unicode text, as file names on some systems needn't be.
pub fn not_unicode(language: Language) -> Failure {
    Failure::input(match language {
        Language::Zh => {
            "有一个参数（多半是文件名）不是 UTF-8 编码。请给文件改名，或从标准输入读入：fairfloor check - < 文件"
        }
        Language::En => {
            "An argument, most likely a file's name, is not in UTF-8. Rename the file, or hand it over on standard input: fairfloor check - < FILE"
        }
    })
}

/// The metric with this id, or bad input that names the nearest, if one is near.
pub fn metric(id: &str, language: Language) -> Result<usize, Failure> {
    position(id).ok_or_else(|| Failure::input(no_metric(id, language)))
}

fn no_metric(typed: &str, language: Language) -> String {
    let near = nearest::option(typed, METRICS.iter().map(|metric| metric.id));
    match language {
        Language::Zh => format!(
            "没有名为“{typed}”的指标。{}",
            near.map_or_else(
                || format!("指标有：{}。", metrics("、")),
                |id| format!("是不是 {id}？")
            )
        ),
        Language::En => format!(
            "There is no metric “{typed}”. {}",
            near.map_or_else(
                || format!("Metrics: {}.", metrics(", ")),
                |id| format!("Did you mean {id}?")
            )
        ),
    }
}

fn metrics(between: &str) -> String {
    let ids: Vec<&str> = METRICS.iter().map(|metric| metric.id).collect();
    ids.join(between)
}

fn no_preset(typed: &str, language: Language, or_file: bool) -> String {
    let ids: Vec<&str> = PRESETS.iter().map(|preset| preset.id).collect();
    let near = nearest::option(typed, PRESETS.iter().map(|preset| preset.id));
    match language {
        Language::Zh => format!(
            "没有名为“{typed}”的现成情景{}。{}现成的情景有：{}。",
            if or_file {
                "，也没有这个文件"
            } else {
                ""
            },
            near.map_or(String::new(), |id| format!("是不是 {id}？")),
            ids.join("、")
        ),
        Language::En => format!(
            "There is no preset{} “{typed}”.{} Presets: {}.",
            if or_file { " and no file" } else { "" },
            near.map_or(String::new(), |id| format!(" Did you mean {id}?")),
            ids.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode(bytes).as_deref(), expected, "{bytes:?}");
    }

    #[test]
    fn texts_in_every_encoding_of_the_trade() {
        check("日期".as_bytes(), Some("日期"));
        check(b"\xef\xbb\xbf\xe6\x97\xa5", Some("日"));
        check(b"\xc8\xd5\xc6\xda,\xca\xb1\xb6\xce", Some("日期,时段"));
        check(b"\xff\xfe\xe5\x65", Some("日"));
        check(b"PK\x03\x04\x00\x00", None);
        check(b"\xff\xff\xff", None);
    }
}
