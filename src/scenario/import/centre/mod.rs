//! What a centre knows of itself month by month: people, results by agent, awards; read from its files.

pub mod column;
pub mod month;
pub mod read;
pub mod scale;
pub mod table;
pub mod units;

use column::Column;
use month::Month;
use scale::{Scale, Scales};

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// Headcount, leavers, hires by month.
    People,
    /// Results by agent and month.
    Kpi,
    /// Who got an award in which month.
    Awards,
}

impl File {
    /// All three.
    pub const ALL: [File; 3] = [File::People, File::Kpi, File::Awards];

    /// As it is typed.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            File::People => "people",
            File::Kpi => "kpi",
            File::Awards => "awards",
        }
    }

    /// The columns that are understood in it, those of the template.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            File::People => &[
                Column::Month,
                Column::Headcount,
                Column::Leavers,
                Column::Hires,
                Column::EarlyLeavers,
            ],
            File::Kpi => &[
                Column::Month,
                Column::Agent,
                Column::Calls,
                Column::Days,
                Column::Talk,
                Column::Score,
                Column::Rating,
            ],
            File::Awards => &[Column::Month, Column::Agent],
        }
    }

    /// The columns without which it says nothing.
    #[must_use]
    pub fn needed(self) -> &'static [Column] {
        match self {
            File::People => &[Column::Month, Column::Headcount, Column::Leavers],
            File::Kpi => &[Column::Month, Column::Agent, Column::Calls],
            File::Awards => &[Column::Month, Column::Agent],
        }
    }
}

/// The people of one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Staff {
    /// In post at the month's end.
    pub headcount: f64,
    /// Left in the month, for whatever reason.
    pub leavers: f64,
    /// Started in the month, where known.
    pub hires: Option<f64>,
    /// Of the leavers, those with less than a year of service, where known.
    pub early_leavers: Option<f64>,
}

/// One agent's month.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AgentMonth {
    /// The agent, from 0; what the file called them is not kept.
    pub agent: u32,
    /// The month, from 0.
    pub month: u32,
    /// Calls handled.
    pub calls: f64,
    /// Days worked, where known.
    pub days: Option<f64>,
    /// Mean talk of a call, in seconds, where known.
    pub talk: Option<f64>,
    /// Inspection score, 0–100, where known.
    pub score: Option<f64>,
    /// Satisfied share of ratings, 0–1, where known.
    pub rating: Option<f64>,
}

/// Everything that is kept of a centre's files; a simulated centre is written down in the same form.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// People by month, from the first month that any file knows; None where a month is missing.
    pub staff: Vec<Option<Staff>>,
    /// Results, by month and agent.
    pub agents: Vec<AgentMonth>,
    /// Awards: month and agent, both from 0.
    pub awards: Vec<(u32, u32)>,
}

impl Record {
    /// Months from the first to the last that anything is known of.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.staff.len()).unwrap_or(u32::MAX)
    }

    /// Mean headcount of the months that are known.
    #[must_use]
    pub fn headcount(&self) -> Option<f64> {
        let known: Vec<f64> = self.staff.iter().flatten().map(|s| s.headcount).collect();
        #[allow(clippy::cast_precision_loss, reason = "a few months")]
        let n = known.len() as f64;
        (n > 0.0).then(|| known.iter().sum::<f64>() / n)
    }
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Its rows, with the months and agents as the file calls them.
    pub rows: Vec<Row>,
    /// Why nothing could be made of it.
    pub refusal: Option<Refusal>,
    /// The first wrong cells.
    pub problems: Vec<CellProblem>,
    /// How many are wrong.
    pub problem_count: usize,
    /// What was done besides reading.
    pub notes: Vec<Note>,
    /// In which unit each column was taken; none where there is but one, or it can't be told.
    pub scales: Scales,
}

/// A row that can be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The month.
    pub month: Month,
    /// Who, as the file calls them; empty in a file about the whole.
    pub agent: String,
    /// Amounts, in the order of [`Column::ALL`].
    pub amounts: [Option<f64>; Column::ALL.len()],
}

impl Row {
    /// The amount of a column.
    #[must_use]
    pub fn amount(&self, column: Column) -> Option<f64> {
        self.amounts[column as usize]
    }
}

/// Why nothing could be made of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// Longer than ten years of a thousand agents.
    TooLarge {
        /// How long it is.
        bytes: usize,
    },
    /// Needed columns are not there.
    NoHeader {
        /// Those.
        missing: Vec<Column>,
        /// The first row's cells, those that name somebody left out.
        found: Vec<String>,
        /// True where the agent stands in a column of names, which are not read.
        named_only: bool,
    },
    /// No row can be used.
    NoRows,
}

/// A cell that says something impossible.
#[derive(Clone, Debug, PartialEq)]
pub struct CellProblem {
    /// Line of the file, from 1.
    pub line: u64,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub kind: CellKind,
}

/// What can be wrong with a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellKind {
    /// There is no such month; the row is left out.
    NoMonth {
        /// What was written.
        found: String,
    },
    /// Nobody is named; the row is left out.
    NoAgent,
    /// No amount.
    NotANumber {
        /// What was written.
        found: String,
    },
    /// Below 0.
    Negative {
        /// What was written.
        found: String,
    },
    /// More than there can be.
    TooMuch {
        /// What was written.
        found: String,
        /// At most.
        most: f64,
    },
    /// Not on the scale that somebody gave the column.
    OffScale {
        /// What was written.
        found: String,
        /// The scale's ends.
        ends: (f64, f64),
    },
    /// So far from everybody's that it is a slip.
    FarOff {
        /// The amount.
        found: f64,
        /// The file's median.
        median: f64,
    },
    /// The same month, or the same agent's month, stood above; the row is left out.
    Twice {
        /// In this line.
        first_line: u64,
    },
}

/// What was done with a file, or is to be known about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A column that says who somebody is was left out.
    Identifying {
        /// Its header.
        header: String,
    },
    /// Names of agents look like telephone or identity numbers; they were used to tell people apart and
    /// are not kept.
    LooksPersonal,
    /// All of a column was taken in another unit.
    Unit {
        /// The column.
        column: Column,
        /// Which.
        unit: Scale,
    },
    /// All of a column was taken in a unit that somebody gave.
    ByHand {
        /// The column.
        column: Column,
        /// Which.
        scale: Scale,
    },
    /// Some cells of a column were in another unit than the rest.
    Mixed {
        /// The column.
        column: Column,
        /// Which.
        unit: Scale,
        /// The first lines.
        lines: Vec<u64>,
        /// How many.
        count: usize,
    },
    /// A column's scale can't be told; it is not used.
    UnknownScale {
        /// The column.
        column: Column,
        /// Its median.
        median: f64,
    },
    /// Months between the first and the last are not there.
    MissingMonths {
        /// Those.
        months: Vec<Month>,
    },
    /// Awards to agents of whom there are no results.
    AwardsUnknown {
        /// How many.
        count: usize,
    },
}

/// The files of a centre as one record, its first month, and what is to be said of it.
#[must_use]
pub fn record(
    people: &Reading,
    kpi: &Reading,
    awards: &Reading,
) -> Option<(Record, Month, Vec<Note>)> {
    let rows = || people.rows.iter().chain(&kpi.rows);
    let first = rows().map(|row| row.month).min()?;
    let last = rows().map(|row| row.month).max()?;
    let number = |month: Month| month.since(first);
    let mut notes = Vec::new();
    let mut staff = vec![None; number(last) as usize + 1];
    for row in &people.rows {
        staff[number(row.month) as usize] = Some(Staff {
            headcount: row.amount(Column::Headcount).unwrap_or(0.0),
            leavers: row.amount(Column::Leavers).unwrap_or(0.0),
            hires: row.amount(Column::Hires),
            early_leavers: row.amount(Column::EarlyLeavers),
        });
    }
    let mut names: Vec<&str> = kpi.rows.iter().map(|row| row.agent.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let agent = |name: &str| {
        let found = names.binary_search(&name).ok()?;
        u32::try_from(found).ok()
    };
    let mut agents: Vec<AgentMonth> = kpi
        .rows
        .iter()
        .filter_map(|row| {
            Some(AgentMonth {
                agent: agent(&row.agent)?,
                month: number(row.month),
                calls: row.amount(Column::Calls)?,
                days: row.amount(Column::Days),
                talk: row.amount(Column::Talk),
                score: row.amount(Column::Score),
                rating: row.amount(Column::Rating),
            })
        })
        .collect();
    agents.sort_unstable_by_key(|a| (a.month, a.agent));
    let missing = |with: &dyn Fn(u32) -> bool| -> Vec<Month> {
        let all = 0..=number(last);
        all.filter(|m| !with(*m)).map(|m| first.later(m)).collect()
    };
    let mut gaps = Vec::new();
    if !people.rows.is_empty() {
        gaps.extend(missing(&|m| staff[m as usize].is_some()));
    }
    if !agents.is_empty() {
        let seen = |m: u32| agents.binary_search_by_key(&m, |a| a.month).is_ok();
        gaps.extend(missing(&seen));
    }
    gaps.sort_unstable();
    gaps.dedup();
    if !gaps.is_empty() {
        notes.push(Note::MissingMonths { months: gaps });
    }
    let within = |row: &&Row| row.month >= first && row.month <= last;
    let given: Vec<Option<(u32, u32)>> = awards
        .rows
        .iter()
        .filter(within)
        .map(|row| Some((number(row.month), agent(&row.agent)?)))
        .collect();
    let unknown = given.iter().filter(|award| award.is_none()).count();
    if unknown > 0 {
        notes.push(Note::AwardsUnknown { count: unknown });
    }
    let mut awards: Vec<(u32, u32)> = given.into_iter().flatten().collect();
    awards.sort_unstable();
    let record = Record {
        staff,
        agents,
        awards,
    };
    Some((record, first, notes))
}
