//! The rows of an export of half-hours, each read or listed with its reason.

use super::cell::{self, Count};
use super::columns::{Column, Places};
use super::day::Date;
use super::sheet::Sheet;
use super::{Import, Refusal, RowKind};
use crate::scenario::json::shortened;
use csv::StringRecord;
use std::collections::BTreeMap;

/// Longest text of half-hours that is read: seven years stay below it.
pub const LONGEST_TEXT: usize = 5_000_000;
/// So many wrong rows are kept; of the others only the count.
pub const ROWS_KEPT: usize = 20;

/// An interval that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its line in the file.
    line: u64,
    /// Calls that came.
    pub offered: f64,
    /// Calls answered, where the file says so.
    pub answered: Option<f64>,
    /// Callers who hung up, where the file says so.
    pub abandoned: Option<f64>,
    /// Mean length of an answered call, in seconds.
    pub mean_served: Option<f64>,
    /// Mean wait of those answered, in seconds.
    pub mean_wait: Option<f64>,
}

/// Intervals by date and by the minute at which they begin.
pub type Rows = BTreeMap<(Date, u32), Row>;

/// Reads every row; wrong ones are listed in `import`.
pub fn read(sheet: &mut Sheet, import: &mut Import) -> Rows {
    let places = sheet.places;
    let mut rows = Rows::new();
    for (line, record) in sheet {
        if let Err(kind) = take(&record, &places, line, &mut rows) {
            import.list(line, kind);
        }
    }
    rows
}

/// By so much more may be answered, or hang up, than came: who waits at an interval's end counts in the next.
const CARRIED: f64 = 1.02;

/// A column that counts more calls than came can't be what its header says. In one interval it may.
pub(super) fn too_many(rows: &Rows) -> Option<Refusal> {
    let offered: f64 = rows.values().map(|row| row.offered).sum();
    let answered = rows.values().filter_map(|row| row.answered).sum();
    let abandoned = rows.values().filter_map(|row| row.abandoned).sum();
    let columns: [(Column, f64); 2] =
        [(Column::Answered, answered), (Column::Abandoned, abandoned)];
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sums of counts"
    )]
    columns.into_iter().find_map(|(column, found)| {
        (found > offered * CARRIED).then_some(Refusal::MoreThanCame {
            column,
            found: found as u64,
            offered: offered as u64,
        })
    })
}

/// Whether a cell says that there was nothing: systems print a dash.
pub fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "—" | "/" | "N/A")
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
        if is_nothing(cell(column)) {
            Ok(None)
        } else {
            count(column).map(Some)
        }
    };
    let offered = count(Column::Offered)?;
    let answered = optional(Column::Answered)?;
    let abandoned = optional(Column::Abandoned)?;
    if let Some(first) = rows.get(&(date, minute)) {
        return Err(RowKind::Duplicate {
            first_line: first.line,
        });
    }
    let row = Row {
        line,
        offered,
        answered,
        abandoned,
        mean_served: cell::seconds(cell(Column::MeanServed)),
        mean_wait: cell::seconds(cell(Column::MeanWait)),
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
