//! A workbook of a spreadsheet as text: its sheets, row by row.

use super::{Export, Import, Refusal, calls};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// A workbook may unpack to so much. A year of calls stays below it; what is larger is a mistake or a
/// trap.
pub const MOST_UNPACKED: u64 = 400_000_000;
/// Columns that are read; no export has as many.
const MOST_COLUMNS: u32 = 256;

/// Rows that a spreadsheet has. A cell that claims to stand further down would make a line for each row up to it.
const MOST_ROWS: u32 = 1 << 20;

/// Sheets that are looked at; many that are next to nothing would each become a long text.
const MOST_SHEETS: usize = 32;

/// Why a workbook can't be read.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Refused {
    /// It unpacks to more than [`MOST_UNPACKED`].
    TooLarge,
    /// It is none, or damaged, or has a password.
    Damaged(String),
}

/// An open workbook.
struct Workbook<'a>(Xlsx<Cursor<&'a [u8]>>);

/// Whether these bytes are a packed archive, as workbooks are; no text begins so.
#[must_use]
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

impl<'a> Workbook<'a> {
    /// Opens it, once it is sure that it does not unpack to more than it may.
    fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        measure(bytes, MOST_UNPACKED)?;
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Self(book)),
            Err(why) => Err(Refused::Damaged(why.to_string())),
        }
    }

    /// The first sheets' names in their order.
    fn names(&self) -> Vec<String> {
        let mut names = self.0.sheet_names();
        names.truncate(MOST_SHEETS);
        names
    }

    /// A sheet as comma-separated text, a line a row, so that lines are rows' numbers. Cut after
    /// `limit` bytes, which whoever reads it will see from its length.
    fn text(&mut self, name: &str, limit: usize) -> Result<String, Refused> {
        let damaged = |why: calamine::XlsxError| Refused::Damaged(why.to_string());
        let mut cells = self.0.worksheet_cells_reader(name).map_err(damaged)?;
        let mut text = String::new();
        let (mut row, mut column) = (0, 0);
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (at_row, at_column) = cell.get_position();
            // Cells come in order; what doesn't belong to no table.
            let is_back = at_row < row || at_row == row && at_column < column;
            if is_back || at_row >= MOST_ROWS || at_column >= MOST_COLUMNS {
                continue;
            }
            while row < at_row {
                text.push('\n');
                (row, column) = (row + 1, 0);
            }
            while column < at_column {
                text.push(',');
                column += 1;
            }
            put(&mut text, &written(cell.get_value()));
            if text.len() > limit {
                break;
            }
        }
        text.push('\n');
        Ok(text)
    }
}

/// What the sheets of a workbook give: the first that is an export, else what is wrong with the first.
///
/// # Errors
/// When it unpacks to too much, or is no workbook.
pub fn read(bytes: &[u8]) -> Result<(Import, Option<Export>), Refused> {
    let mut book = Workbook::open(bytes)?;
    let mut first = None;
    for name in book.names() {
        let (import, export) = super::read(&book.text(&name, calls::LONGEST_TEXT)?);
        match import.refusal {
            Some(Refusal::Empty | Refusal::NoHeader { .. }) => {
                first.get_or_insert((import, export));
            }
            Some(Refusal::TooLarge { .. } | Refusal::NoCalls | Refusal::MoreThanCame { .. })
            | None => {
                return Ok((import, export));
            }
        }
    }
    let refusal = Some(Refusal::Empty);
    let import = Import::default();
    Ok(first.unwrap_or((Import { refusal, ..import }, None)))
}

/// The first sheets, each with its name, as comma-separated text, each cut a little after `limit` bytes.
///
/// # Errors
/// When it unpacks to too much, or is no workbook.
pub fn sheets(bytes: &[u8], limit: usize) -> Result<Vec<(String, String)>, Refused> {
    let mut book = Workbook::open(bytes)?;
    let names = book.names().into_iter();
    names
        .map(|name| book.text(&name, limit).map(|text| (name, text)))
        .collect()
}

/// Unpacks everything to nowhere: sizes that an archive states of itself may be lies.
fn measure(bytes: &[u8], most: u64) -> Result<(), Refused> {
    let damaged = |why: String| Refused::Damaged(why);
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|why| damaged(why.to_string()))?;
    let mut left = most;
    for place in 0..archive.len() {
        let entry = archive
            .by_index(place)
            .map_err(|why| damaged(why.to_string()))?;
        let read = io::copy(&mut entry.take(left + 1), &mut io::sink());
        let read = read.map_err(|why| damaged(why.to_string()))?;
        left = left.checked_sub(read).ok_or(Refused::TooLarge)?;
    }
    Ok(())
}

/// A cell as a telephone system would write it into a text.
fn written(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => written_moment(moment),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number of days: a length of time, a time of the day, a date, or a date with its time.
fn written_moment(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() {
        // A day has 86,400 seconds.
        format!("{}", (days * 86_400.0).round())
    } else if days < 1.0 {
        time
    } else if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {time}")
    }
}

/// Adds a cell, in quotes where it needs them; a line break in a cell must not be one of the text.
fn put(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\"").replace(['\r', '\n'], " "));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn archive(bytes: usize) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let deflated = SimpleFileOptions::default();
        writer
            .start_file("xl/sharedStrings.xml", deflated)
            .expect("in memory");
        writer.write_all(&vec![b'a'; bytes]).expect("in memory");
        writer.finish().expect("in memory").into_inner()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_before_it_is_read() {
        let small = archive(10_000);
        assert!(small.len() < 1000, "packed to {}", small.len());
        assert!(measure(&small, 10_000).is_ok());
        assert!(matches!(measure(&small, 9_999), Err(Refused::TooLarge)));
        assert!(matches!(
            measure(b"PK\x03\x04no", 100),
            Err(Refused::Damaged(_))
        ));
    }

    #[test]
    fn cells_that_would_break_a_line_are_quoted() {
        let mut text = String::new();
        put(&mut text, "a,\"b\"\nc");
        assert_eq!(text, "\"a,\"\"b\"\" c\"");
    }
}
