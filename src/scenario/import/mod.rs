//! A centre's own half-hourly counts, as its telephone system exports them, made into demand.

pub mod cell;
pub mod columns;
pub mod day;
pub mod level;
pub mod rows;

use super::Scenario;
use super::demand::Profile;
use columns::Column;
use day::Date;
use level::Day;
use rows::Rows;
use std::collections::BTreeMap;

/// What came of reading an export.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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
}

/// Why nothing could be made of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// Longer than any export of half-hours.
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
}

/// A row that says something impossible.
#[derive(Clone, Debug, PartialEq)]
pub struct RowProblem {
    /// Line of the file, from 1.
    pub line: u64,
    /// What is wrong.
    pub kind: RowKind,
}

/// What can be wrong with a row. All but [`RowKind::Unbalanced`] leave the row out.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Intervals shorter than half an hour were added up.
    ShorterAddedUp,
    /// Hours were split into equal halves.
    HoursSplit,
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
    /// The file has talk times; the scenario's, which are by kind of call, were left alone.
    ServiceTimesLeft {
        /// Mean in the file, in seconds.
        mean_seconds: f64,
    },
}

/// Reads an export of half-hours.
#[must_use]
pub fn half_hours(text: &str) -> Import {
    let mut import = Import::default();
    match rows::read(text, &mut import) {
        Ok(rows) => match demand(&rows, &mut import.notes) {
            Some(demand) => import.demand = Some(demand),
            None => import.refusal = Some(Refusal::NoCalls),
        },
        Err(refusal) => import.refusal = Some(refusal),
    }
    import
}

impl HalfHours {
    /// Puts the demand into a scenario and says what it did.
    pub fn apply(&self, scenario: &mut Scenario) -> Vec<Note> {
        let mut notes = vec![Note::Replaced {
            days: self.days,
            first: self.first,
            last: self.last,
            calls_per_day: self.calls_per_day,
        }];
        let calendar = &mut scenario.calendar;
        let opens = calendar.opens_hour.min(self.opens_hour);
        let closes = calendar.closes_hour.max(self.closes_hour);
        if (opens, closes) != (calendar.opens_hour, calendar.closes_hour) {
            (calendar.opens_hour, calendar.closes_hour) = (opens, closes);
            notes.push(Note::HoursWidened { opens, closes });
        }
        let demand = &mut scenario.demand;
        demand.profile = self.profile.clone();
        let (left_out, all) = leave_out_strays(&mut demand.profile, opens, closes);
        demand.calls_per_day = self.calls_per_day;
        if left_out > 0.0 {
            let per_day = self.calls_per_day * left_out / all;
            demand.calls_per_day -= per_day;
            notes.push(Note::StrayCalls { per_day });
        }
        match self.day_cv {
            None => notes.push(Note::DayCvKept),
            Some(found) if found > 1.0 => {
                demand.day_cv = 1.0;
                notes.push(Note::DayCvCapped { found });
            }
            Some(cv) => demand.day_cv = cv,
        }
        if let Some(mean_seconds) = self.mean_served_seconds {
            notes.push(Note::ServiceTimesLeft { mean_seconds });
        }
        notes
    }
}

/// Sets half-hours outside the opening hours to zero; the calls in them, and all calls.
fn leave_out_strays(profile: &mut Profile, opens: f64, closes: f64) -> (f64, f64) {
    let (mut left_out, mut all) = (0.0, 0.0);
    for day in [
        &mut profile.monday,
        &mut profile.tuesday,
        &mut profile.wednesday,
        &mut profile.thursday,
        &mut profile.friday,
        &mut profile.saturday,
        &mut profile.sunday,
    ] {
        let mut hour = 0.0;
        for calls in day.iter_mut() {
            all += *calls;
            if hour < opens || hour >= closes {
                left_out += *calls;
                *calls = 0.0;
            }
            hour += 0.5;
        }
    }
    (left_out, all)
}

fn demand(rows: &Rows, notes: &mut Vec<Note>) -> Option<HalfHours> {
    let hourly = rows.len() > 1 && rows.keys().all(|(_, minute)| minute.is_multiple_of(60));
    if hourly {
        notes.push(Note::HoursSplit);
    }
    if rows.keys().any(|(_, minute)| !minute.is_multiple_of(30)) {
        notes.push(Note::ShorterAddedUp);
    }
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for ((date, minute), row) in rows {
        let day = days.entry(*date).or_insert([0.0; 48]);
        let half_hour = (minute / 30) as usize;
        if hourly {
            day[half_hour] += row.offered / 2.0;
            day[half_hour + 1] += row.offered / 2.0;
        } else {
            day[half_hour] += row.offered;
        }
    }
    days.retain(|_, day| day.iter().any(|calls| *calls > 0.0));
    let (first, last) = (*days.keys().next()?, *days.keys().next_back()?);
    let totals: Vec<f64> = days.values().map(|day| day.iter().sum()).collect();
    let (opens_hour, closes_hour) = level::hours(&days);
    let [
        monday,
        tuesday,
        wednesday,
        thursday,
        friday,
        saturday,
        sunday,
    ] = level::courses(&days);
    let (mut served, mut answered) = (0.0, 0.0);
    for (count, mean) in rows.values().filter_map(|row| row.served) {
        served += count * mean;
        answered += count;
    }
    Some(HalfHours {
        profile: Profile {
            monday,
            tuesday,
            wednesday,
            thursday,
            friday,
            saturday,
            sunday,
        },
        calls_per_day: level::mean(&totals),
        day_cv: level::day_cv(&days),
        days: days.len(),
        first,
        last,
        opens_hour,
        closes_hour,
        mean_served_seconds: (answered > 0.0).then(|| served / answered),
    })
}
