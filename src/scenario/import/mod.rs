//! A centre's own counts by half-hour or call by call, as its telephone system exports them.

pub mod calls;
pub mod cell;
pub mod centre;
pub mod columns;
pub mod course;
pub mod day;
pub mod level;
pub mod rows;
pub mod sheet;
pub mod workbook;

use super::demand::Profile;
use calls::Log;
use columns::Column;
use day::Date;
use rows::Rows;
use sheet::Sheet;

/// What the rows of an export are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Form {
    /// Counts in intervals.
    HalfHours,
    /// Single calls.
    Calls,
}

impl Form {
    /// Both; where a file could be either, the first.
    pub const ALL: [Form; 2] = [Form::HalfHours, Form::Calls];

    /// The columns without which an export of this form says nothing.
    #[must_use]
    pub fn needed(self) -> &'static [Column] {
        match self {
            Form::HalfHours => &Column::NEEDED,
            Form::Calls => &Column::NEEDED_OF_CALLS,
        }
    }

    /// Longest text that is read.
    #[must_use]
    pub fn longest_text(self) -> usize {
        match self {
            Form::HalfHours => rows::LONGEST_TEXT,
            Form::Calls => calls::LONGEST_TEXT,
        }
    }
}

/// An export with its rows, for those who want more than its demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// What it says about the demand.
    pub demand: HalfHours,
    /// Its rows.
    pub rows: ExportRows,
}

/// The rows of either form.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportRows {
    /// Counts in intervals.
    HalfHours(Rows),
    /// Single calls.
    Calls(Log),
}

/// What came of reading an export.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Import {
    /// What it says about the demand; None when it was refused.
    pub demand: Option<HalfHours>,
    /// Why nothing could be made of it.
    pub refusal: Option<Refusal>,
    /// The first wrong rows.
    pub problems: Vec<RowProblem>,
    /// How many rows are wrong.
    pub problem_count: usize,
    /// What was done with the rows besides reading them.
    pub notes: Vec<Note>,
}

/// What an export says about the demand.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct HalfHours {
    /// Mean calls by weekday and half-hour.
    pub profile: Profile,
    /// Mean calls of a day on which the centre was open.
    pub calls_per_day: f64,
    /// Spread between days beyond chance and weekday; None when no weekday comes twice.
    pub day_cv: Option<f64>,
    /// Days on which the centre was open.
    pub days: usize,
    /// The first of them.
    pub first: Date,
    /// The last of them.
    pub last: Date,
    /// When the first calls come, hour of the day.
    pub opens_hour: f64,
    /// When the last calls have come, hour of the day.
    pub closes_hour: f64,
    /// Mean length of an answered call, in seconds, where the file says so.
    pub mean_served_seconds: Option<f64>,
    /// Share of calls that hung up, where the file says so.
    pub abandonment: Option<f64>,
}

/// Why nothing could be made of an export.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// Longer than any export of its form should be.
    TooLarge {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        limit: usize,
    },
    /// Needed columns are not there.
    NoHeader {
        /// Those.
        missing: Vec<Column>,
        /// The first row's cells.
        found: Vec<String>,
    },
    /// No row has a call.
    NoCalls,
    /// More calls were answered, or hung up, than came.
    MoreThanCame {
        /// The column that says so.
        column: Column,
        /// Its total.
        found: u64,
        /// Calls that came.
        offered: u64,
    },
}

/// A row that says something impossible.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RowProblem {
    /// Line of the file, from 1.
    pub line: u64,
    /// What is wrong.
    pub kind: RowKind,
}

/// What can be wrong with a row. All but [`RowKind::Unbalanced`] and [`RowKind::NotADuration`] leave
/// the row out.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum RowKind {
    /// The date is empty.
    MissingDate,
    /// There is no such date.
    ImpossibleDate {
        /// What was written.
        found: String,
    },
    /// There is no such time of the day.
    ImpossibleTime {
        /// What was written.
        found: String,
    },
    /// No count.
    NotANumber {
        /// Where.
        column: Column,
        /// What was written.
        found: String,
    },
    /// No duration; the call counts, without it.
    NotADuration {
        /// Where.
        column: Column,
        /// What was written.
        found: String,
    },
    /// Neither answered nor abandoned, nor known to be no call.
    UnknownOutcome {
        /// What was written.
        found: String,
    },
    /// A count below 0.
    Negative {
        /// Where.
        column: Column,
        /// What was written.
        found: String,
    },
    /// The same interval stood above.
    Duplicate {
        /// In this line.
        first_line: u64,
    },
    /// Offered is not answered plus abandoned; offered is believed.
    Unbalanced {
        /// Calls that came.
        offered: f64,
        /// Calls answered.
        answered: f64,
        /// Callers who hung up.
        abandoned: f64,
    },
}

/// What was done, or left, while an export became demand.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Note {
    /// Intervals shorter than half an hour were added up.
    ShorterAddedUp,
    /// Hours were split into equal halves.
    HoursSplit,
    /// Rows that are no offered calls, like those who hung up in the voice menu.
    NotOffered {
        /// How many.
        rows: usize,
    },
    /// Level, course and spread between days were replaced.
    Replaced {
        /// Open days in the file.
        days: usize,
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
        /// Calls on a day.
        calls_per_day: f64,
    },
    /// The opening hours were widened to these.
    HoursWidened {
        /// Hour of the day.
        opens: f64,
        /// Hour of the day.
        closes: f64,
    },
    /// So many calls a day outside the opening hours were left out as strays.
    StrayCalls {
        /// Calls a day.
        per_day: f64,
    },
    /// The spread between days could not be told and stayed as it was.
    DayCvKept,
    /// The spread between days was larger than a scenario may have and was set to the largest.
    DayCvCapped {
        /// What the file says.
        found: f64,
    },
    /// Redials and second calls, which are among the calls of a file, were taken out of the level, since
    /// the scenario adds its own to the first attempts.
    SecondCallsTakenOut {
        /// Calls a day in the file.
        all: f64,
        /// Of those, first attempts.
        first: f64,
    },
    /// The file has talk times; the scenario's, which are by kind of call, were left alone.
    ServiceTimesLeft {
        /// Mean in the file, in seconds.
        mean_seconds: f64,
    },
}

/// Reads an export of either form, as demand.
#[must_use]
pub fn half_hours(text: &str) -> Import {
    read(text).0
}

/// Reads an export of either form; the rows are there where the demand is.
#[must_use]
pub fn read(text: &str) -> (Import, Option<Export>) {
    let mut import = Import::default();
    let rows = match Sheet::open(text) {
        Err(refusal) => {
            import.refusal = Some(refusal);
            return (import, None);
        }
        Ok(mut sheet) => match sheet.form {
            Form::HalfHours => ExportRows::HalfHours(rows::read(&mut sheet, &mut import)),
            Form::Calls => ExportRows::Calls(calls::read(&mut sheet, &mut import)),
        },
    };
    let demand = match &rows {
        ExportRows::HalfHours(rows) => course::of_rows(rows, &mut import.notes),
        ExportRows::Calls(log) => course::of_calls(log),
    };
    if let ExportRows::HalfHours(rows) = &rows
        && let Some(refusal) = rows::too_many(rows)
    {
        import.refusal = Some(refusal);
        return (import, None);
    }
    import.demand.clone_from(&demand);
    if demand.is_none() {
        import.refusal = Some(Refusal::NoCalls);
    }
    (import, demand.map(|demand| Export { demand, rows }))
}

impl Import {
    /// Lists a wrong row.
    fn list(&mut self, line: u64, kind: RowKind) {
        self.problem_count += 1;
        if self.problems.len() < rows::ROWS_KEPT {
            self.problems.push(RowProblem { line, kind });
        }
    }
}
