//! The rows of an export: separator, headers, and each row read or listed with its reason.

use super::cell::{self, Count};
use super::columns::{Column, Places};
use super::day::Date;
use super::{Import, Refusal, RowKind, RowProblem};
use crate::scenario::json::shortened;
use csv::StringRecord;
use std::collections::BTreeMap;

/// Longest text that is read: half-hours of seven years stay below it.
pub const LONGEST_TEXT: usize = 5_000_000;
/// So many wrong rows are kept; of the others only the count.
pub const ROWS_KEPT: usize = 20;
/// Rows above the headers: titles that some systems print there.
const ROWS_BEFORE_HEADERS: usize = 10;

/// An interval that was read.
pub struct Row {
    /// Its line in the file.
    line: u64,
    /// Calls that came.
    pub offered: f64,
    /// Calls answered and their mean length in seconds, where both are there.
    pub served: Option<(f64, f64)>,
}

/// Intervals by date and by the minute at which they begin.
pub type Rows = BTreeMap<(Date, u32), Row>;

/// Reads every row; wrong ones are listed in `import`.
///
/// # Errors
/// When there are no rows to read.
pub fn read(text: &str, import: &mut Import) -> Result<Rows, Refusal> {
    if text.len() > LONGEST_TEXT {
        return Err(Refusal::TooLarge {
            bytes: text.len(),
            limit: LONGEST_TEXT,
        });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    // Reading a text in memory can't fail: rows of any length are admitted.
    let mut records = reader.records().filter_map(Result::ok);
    let mut tops: Vec<StringRecord> = Vec::new();
    let places = loop {
        let Some(record) = records.next().filter(|_| tops.len() < ROWS_BEFORE_HEADERS) else {
            return Err(no_header(&tops));
        };
        let places = Places::of(&record);
        if places.missing().is_empty() {
            break places;
        }
        tops.push(record);
    };
    let mut rows = Rows::new();
    let mut lines = Lines::of(text);
    for record in records {
        let byte = record.position().map_or(0, csv::Position::byte);
        let line = lines.line_at(byte);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Err(kind) = take(&record, &places, line, &mut rows) {
            import.problem_count += 1;
            if import.problems.len() < ROWS_KEPT {
                import.problems.push(RowProblem { line, kind });
            }
        }
    }
    Ok(rows)
}

/// Counts lines up to where a record begins. The reader's own count stands before blank lines and,
/// with `\r\n`, before the end of the line above.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the first sign that is no line's end from `byte` on; `byte` only grows.
    fn line_at(&mut self, byte: u64) -> u64 {
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
fn delimiter(text: &str) -> u8 {
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

/// The fullest of the first rows is most likely meant as the headers.
fn no_header(tops: &[StringRecord]) -> Refusal {
    let likely = tops.iter().rev().max_by_key(|row| {
        let known = Column::NEEDED.len() - Places::of(row).missing().len();
        (known, row.len())
    });
    match likely {
        None => Refusal::Empty,
        Some(row) => Refusal::NoHeader {
            missing: Places::of(row).missing(),
            found: row
                .iter()
                .take(20)
                .map(|cell| shortened(cell.trim_start_matches('\u{feff}')))
                .collect(),
        },
    }
}

/// Reads one row into `rows`.
fn take(record: &StringRecord, places: &Places, line: u64, rows: &mut Rows) -> Result<(), RowKind> {
    let cell = |column| places.cell(record, column).unwrap_or("");
    let found = |column| shortened(cell(column));
    if cell(Column::Date).is_empty() {
        return Err(RowKind::MissingDate);
    }
    let date = cell::date(cell(Column::Date)).ok_or_else(|| RowKind::ImpossibleDate {
        found: found(Column::Date),
    })?;
    let minute = cell::minute(cell(Column::Start)).ok_or_else(|| RowKind::ImpossibleTime {
        found: found(Column::Start),
    })?;
    let count = |column| match cell::count(cell(column)) {
        Count::Calls(calls) => Ok(calls),
        Count::Negative => Err(RowKind::Negative {
            column,
            found: found(column),
        }),
        Count::Nothing => Err(RowKind::NotANumber {
            column,
            found: found(column),
        }),
    };
    let optional = |column| {
        // Systems print a dash where there was nothing to count.
        if matches!(cell(column), "" | "-" | "--" | "—" | "/" | "N/A") {
            Ok(None)
        } else {
            count(column).map(Some)
        }
    };
    let offered = count(Column::Offered)?;
    let answered = optional(Column::Answered)?;
    let abandoned = optional(Column::Abandoned)?;
    let mean_served = cell::seconds(cell(Column::MeanServed));
    if let Some(first) = rows.get(&(date, minute)) {
        return Err(RowKind::Duplicate {
            first_line: first.line,
        });
    }
    let row = Row {
        line,
        offered,
        served: answered.zip(mean_served),
    };
    rows.insert((date, minute), row);
    match answered.zip(abandoned) {
        Some((answered, abandoned)) if offered != answered + abandoned => {
            Err(RowKind::Unbalanced {
                offered,
                answered,
                abandoned,
            })
        }
        Some(_) | None => Ok(()),
    }
}
