//! An export as a table: its separator, its headers, which kind of export it is, its rows by line.

use super::columns::{Column, Places};
use super::{Form, Refusal, calls, rows};
use crate::scenario::json::shortened;
use csv::{StringRecord, StringRecordsIntoIter};
use std::cmp::Ordering;

/// Rows above the headers: titles that some systems print there.
pub(super) const ROWS_BEFORE_HEADERS: usize = 10;

/// A table whose headers are understood.
pub struct Sheet<'a> {
    /// What its rows are.
    pub form: Form,
    /// Where the columns stand.
    pub places: Places,
    records: StringRecordsIntoIter<&'a [u8]>,
    lines: Lines<'a>,
}

impl<'a> Sheet<'a> {
    /// Finds separator and headers.
    ///
    /// # Errors
    /// When there are no headers that are understood, or too much text.
    pub fn open(text: &'a str) -> Result<Self, Refusal> {
        if text.len() > calls::LONGEST_TEXT {
            return Err(too_large(text, calls::LONGEST_TEXT));
        }
        let mut records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes())
            .into_records();
        let mut tops: Vec<StringRecord> = Vec::new();
        // Reading a text in memory can't fail: rows of any length are admitted.
        while let Some(Ok(record)) = records.next().filter(|_| tops.len() < ROWS_BEFORE_HEADERS) {
            let places = Places::of(&record);
            let form = Form::ALL
                .into_iter()
                .find(|form| places.missing(form.needed()).is_empty());
            if let Some(form) = form {
                if text.len() > form.longest_text() {
                    return Err(too_large(text, form.longest_text()));
                }
                return Ok(Self {
                    form,
                    places,
                    records,
                    lines: Lines::of(text),
                });
            }
            tops.push(record);
        }
        if text.len() > rows::LONGEST_TEXT {
            return Err(too_large(text, rows::LONGEST_TEXT));
        }
        Err(no_header(&tops))
    }
}

/// Rows that are not blank, each with its line.
impl Iterator for Sheet<'_> {
    type Item = (u64, StringRecord);

    fn next(&mut self) -> Option<Self::Item> {
        for record in self.records.by_ref() {
            let Ok(record) = record else { continue };
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let byte = record.position().map_or(0, csv::Position::byte);
                return Some((self.lines.line_at(byte), record));
            }
        }
        None
    }
}

fn too_large(text: &str, limit: usize) -> Refusal {
    Refusal::TooLarge {
        bytes: text.len(),
        limit,
    }
}

/// Counts lines up to where a record begins. The reader's own count stands before blank lines and,
/// with `\r\n`, before the end of the line above.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first sign that is no line's end from `byte` on; `byte` only grows.
    pub(super) fn line_at(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(sign) = self.bytes.get(self.at) {
            if self.at >= byte && !matches!(sign, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*sign == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// The sign that stands most often in the first lines.
pub(super) fn delimiter(text: &str) -> u8 {
    let head = text.lines().take(ROWS_BEFORE_HEADERS);
    let head: Vec<&str> = head.collect();
    let often = |sign: &u8| {
        let lines = head.iter();
        lines
            .map(|l| l.bytes().filter(|b| b == sign).count())
            .sum::<usize>()
    };
    // The comma comes last, so that it wins where nothing stands.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(often)
        .unwrap_or(b',')
}

/// Columns that only an export of calls has, and only one of half-hours.
const OF_CALLS: [Column; 2] = [Column::Waited, Column::Served];
const OF_HALF_HOURS: [Column; 4] = [
    Column::Offered,
    Column::Answered,
    Column::MeanServed,
    Column::MeanWait,
];

/// The fullest of the first rows is most likely meant as the headers, and the export is most likely
/// of the form of which it has most columns, or lacks fewest.
fn no_header(tops: &[StringRecord]) -> Refusal {
    let missing = |row| {
        let places = Places::of(row);
        let forms = Form::ALL.map(|form| {
            let missing = places.missing(form.needed());
            (form.needed().len() - missing.len(), missing)
        });
        let [half_hours, calls] = forms;
        let has = |columns: &[Column]| columns.len() - places.missing(columns).len();
        // What only the one form has says more than a date, which both have.
        let (of_calls, of_half_hours) = (has(&OF_CALLS), has(&OF_HALF_HOURS));
        let calls_are_nearer = match of_calls.cmp(&of_half_hours) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => {
                calls.0 > half_hours.0
                    || calls.0 > 0 && calls.0 == half_hours.0 && calls.1.len() < half_hours.1.len()
            }
        };
        if calls_are_nearer { calls } else { half_hours }
    };
    let likely = tops
        .iter()
        .rev()
        .max_by_key(|row| (missing(row).0, row.len()));
    match likely {
        None => Refusal::Empty,
        Some(row) => Refusal::NoHeader {
            missing: missing(row).1,
            found: row
                .iter()
                .take(20)
                .map(|cell| shortened(cell.trim_start_matches('\u{feff}')))
                .collect(),
        },
    }
}
