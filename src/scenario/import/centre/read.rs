//! The rows of a centre's monthly file, each cell read or listed with its reason.

use super::column::{Column, Places, is_identifying};
use super::month::Month;
use super::scale::Scales;
use super::units;
use super::{CellKind, CellProblem, File, Note, Reading, Refusal, Row};
use crate::scenario::import::cell;
use crate::scenario::import::rows::is_nothing;
use crate::scenario::import::sheet::{Lines, ROWS_BEFORE_HEADERS, delimiter};
use crate::scenario::json::shortened;
use csv::StringRecord;

/// Longest text that is read: ten years of a thousand agents stay below it.
pub const LONGEST_TEXT: usize = 20_000_000;
/// So many wrong cells are kept; of the others only the count.
const KEPT: usize = 20;

/// Reads a file of this kind.
#[must_use]
pub fn read(text: &str, file: File) -> Reading {
    if text.len() > LONGEST_TEXT {
        return Reading {
            refusal: Some(Refusal::TooLarge { bytes: text.len() }),
            ..Reading::default()
        };
    }
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes())
        .into_records();
    let mut lines = Lines::of(text);
    let mut tops: Vec<StringRecord> = Vec::new();
    while let Some(Ok(headers)) = records.next().filter(|_| tops.len() < ROWS_BEFORE_HEADERS) {
        let places = Places::of(&headers, file.columns());
        if !places.missing(file.needed()).is_empty() {
            tops.push(headers);
            continue;
        }
        let full = records.flatten().filter_map(|record| {
            let is_full = record.iter().any(|cell| !cell.trim().is_empty());
            let byte = record.position().map_or(0, csv::Position::byte);
            is_full.then(|| (lines.line_at(byte), record))
        });
        return gather(&headers, &places, file, &Scales::default(), full);
    }
    Reading {
        refusal: Some(no_header(&tops, file)),
        ..Reading::default()
    }
}

/// The rows under headers whose needed columns are all there, each with its line; `hand` are the units that
/// somebody gave.
pub(super) fn gather(
    headers: &StringRecord,
    places: &Places,
    file: File,
    hand: &Scales,
    rows: impl Iterator<Item = (u64, StringRecord)>,
) -> Reading {
    let mut reading = Reading::default();
    let personal = headers.iter().filter(|header| is_identifying(header));
    let left_out = personal.map(|header| Note::Identifying {
        header: shortened(header.trim()),
    });
    reading.notes.extend(left_out);
    for (line, record) in rows {
        take(&record, places, (file, hand), line, &mut reading);
    }
    units::settle(&mut reading, headers, places, hand);
    if reading.rows.is_empty() {
        reading.refusal = Some(Refusal::NoRows);
    }
    reading
}

impl Reading {
    /// The middle of a column's amounts above nothing, in our unit.
    #[must_use]
    pub fn median(&self, column: Column) -> Option<f64> {
        units::median(self, column)
    }

    /// Lists a wrong cell.
    pub(super) fn list(&mut self, line: u64, column: Column, kind: CellKind) {
        self.problem_count += 1;
        if self.problems.len() < KEPT {
            self.problems.push(CellProblem { line, column, kind });
        }
    }
}

fn take(
    record: &StringRecord,
    places: &Places,
    (file, hand): (File, &Scales),
    line: u64,
    reading: &mut Reading,
) {
    let cell = |column| places.cell(record, column).unwrap_or("");
    let Some(month) = Month::read(cell(Column::Month)) else {
        let found = shortened(cell(Column::Month));
        reading.list(line, Column::Month, CellKind::NoMonth { found });
        return;
    };
    let mut row = Row {
        line,
        month,
        ..Row::default()
    };
    if file.needed().contains(&Column::Agent) {
        cell(Column::Agent).clone_into(&mut row.agent);
        if is_nothing(&row.agent) {
            reading.list(line, Column::Agent, CellKind::NoAgent);
            return;
        }
        if looks_personal(&row.agent) && !reading.notes.contains(&Note::LooksPersonal) {
            reading.notes.push(Note::LooksPersonal);
        }
    }
    for column in file.columns() {
        if matches!(column, Column::Month | Column::Agent) || is_nothing(cell(*column)) {
            continue;
        }
        match in_unit(cell(*column), *column, hand) {
            Ok(value) => row.amounts[*column as usize] = Some(value),
            Err(kind) => reading.list(line, *column, kind),
        }
    }
    if let (Some(leavers), Some(early)) = (
        row.amount(Column::Leavers),
        row.amount(Column::EarlyLeavers),
    ) && early > leavers
    {
        let found = early.to_string();
        let kind = CellKind::TooMuch {
            found,
            most: leavers,
        };
        reading.list(line, Column::EarlyLeavers, kind);
        row.amounts[Column::EarlyLeavers as usize] = None;
    }
    let whole = |column: &Column| {
        matches!(column, Column::Month | Column::Agent) || row.amount(*column).is_some()
    };
    if !file.needed().iter().all(whole) {
        return;
    }
    // An award may well be given twice in a month.
    let same = |other: &&Row| other.month == row.month && other.agent == row.agent;
    let twice = reading.rows.iter().rev().take(5000).find(same);
    if let Some(first_line) = twice.filter(|_| file != File::Awards).map(|row| row.line) {
        reading.list(line, Column::Month, CellKind::Twice { first_line });
        return;
    }
    reading.rows.push(row);
}

/// The amount of a cell, in our unit where somebody gave the column one and the cell doesn't say its own.
fn in_unit(text: &str, column: Column, hand: &Scales) -> Result<f64, CellKind> {
    let value = amount(text, column)?;
    let Some(scale) = hand.get(column).filter(|_| !says_unit(text, column)) else {
        return Ok(value);
    };
    scale
        .ours(value, column)
        .map_err(|ends| CellKind::OffScale {
            found: shortened(text),
            ends,
        })
}

/// True of `3:05`, `185s` and `92%`.
fn says_unit(text: &str, column: Column) -> bool {
    if column == Column::Talk {
        text.contains([':', '：', '分', '时', '秒']) || text.ends_with(['s', 'S'])
    } else {
        text.ends_with(['%', '％'])
    }
}

fn amount(text: &str, column: Column) -> Result<f64, CellKind> {
    let found = || shortened(text);
    let plain = text.trim_end_matches(['%', '％', '分', '天', '人', '通']);
    let value = if column == Column::Talk {
        cell::seconds(text)
    } else {
        cell::amount(plain)
    };
    let value = value.or_else(|| cell::amount(plain));
    let value = value.ok_or_else(|| CellKind::NotANumber { found: found() })?;
    if value < 0.0 {
        return Err(CellKind::Negative { found: found() });
    }
    if value > column.most() {
        let most = column.most();
        return Err(CellKind::TooMuch {
            found: found(),
            most,
        });
    }
    // With its sign a share of a hundred is no matter of guessing.
    let per_cent = column == Column::Rating && text.ends_with(['%', '％']);
    Ok(if per_cent { value / 100.0 } else { value })
}

/// A mobile number or an identity card's.
fn looks_personal(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let length = text.chars().count();
    length == digits && digits == 11 && text.starts_with('1') || length == 18 && digits >= 17
}

/// The row with most of the columns was most likely meant as the headers.
fn no_header(tops: &[StringRecord], file: File) -> Refusal {
    let of = |row| Places::of(row, file.columns());
    let likely = tops
        .iter()
        .rev()
        .min_by_key(|row| of(row).missing(file.needed()).len());
    likely.map_or(Refusal::Empty, |row| no_columns(row, &of(row), file))
}

/// That needed columns are not among these.
pub(super) fn no_columns(headers: &StringRecord, places: &Places, file: File) -> Refusal {
    let missing = places.missing(file.needed());
    Refusal::NoHeader {
        named_only: missing.contains(&Column::Agent) && headers.iter().any(is_identifying),
        missing,
        found: headers
            .iter()
            .take(20)
            .map(|cell| shortened(cell.trim_start_matches('\u{feff}')))
            .collect(),
    }
}
