//! From the rows of an export to the demand of a scenario.

use super::calls::Log;
use super::day::Date;
use super::level::{self, Day};
use super::rows::Rows;
use super::{HalfHours, Note};
use crate::math::logistic;
use crate::scenario::Scenario;
use crate::scenario::demand::{Demand, Profile};
use std::collections::BTreeMap;

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
        let all = demand.calls_per_day;
        let share = first_attempt_share(demand, self.abandonment.unwrap_or(0.0));
        // Nobody knows the tenth of a call.
        let first = (all * share * 10.0).round() / 10.0;
        if first < all {
            demand.calls_per_day = first;
            notes.push(Note::SecondCallsTakenOut { all, first });
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

/// Of all calls, the share that are first attempts: each call that hangs up, or is answered and not
/// solved, brings another with the scenario's chances. What is solved is taken from the kinds' difficulty.
fn first_attempt_share(demand: &Demand, abandonment: f64) -> f64 {
    let types = demand.types.all();
    let weight: f64 = types.iter().map(|t| t.share).sum();
    let solved: f64 = types
        .iter()
        .map(|t| t.share * logistic(-t.difficulty))
        .sum::<f64>()
        / weight.max(1e-9);
    let again = abandonment * demand.returns.redial_share
        + (1.0 - abandonment) * (1.0 - solved) * demand.returns.unresolved_share;
    (1.0 - again).clamp(0.05, 1.0)
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

/// The demand in rows of half-hours; None when there are no calls.
#[must_use]
pub fn of_rows(rows: &Rows, notes: &mut Vec<Note>) -> Option<HalfHours> {
    if are_hours(rows) {
        notes.push(Note::HoursSplit);
    }
    if rows.keys().any(|(_, minute)| !minute.is_multiple_of(30)) {
        notes.push(Note::ShorterAddedUp);
    }
    let (mut offered, mut hung_up) = (0.0, 0.0);
    for row in rows.values() {
        let answered = row.answered.map(|answered| row.offered - answered);
        if let Some(lost) = row.abandoned.or(answered) {
            offered += row.offered;
            hung_up += lost.clamp(0.0, row.offered);
        }
    }
    let abandonment = (offered > 0.0).then(|| hung_up / offered);
    let (mut served, mut answered) = (0.0, 0.0);
    for row in rows.values() {
        if let Some((count, mean)) = row.answered.zip(row.mean_served) {
            served += count * mean;
            answered += count;
        }
    }
    of_days(
        &days_of_rows(rows),
        (answered > 0.0).then(|| served / answered),
        abandonment,
    )
}

fn are_hours(rows: &Rows) -> bool {
    rows.len() > 1 && rows.keys().all(|(_, minute)| minute.is_multiple_of(60))
}

/// Calls by half-hour of each day on which calls came; hours are split into equal halves, shorter
/// intervals added up.
#[must_use]
pub fn days_of_rows(rows: &Rows) -> BTreeMap<Date, Day> {
    let hourly = are_hours(rows);
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
    with_calls(days)
}

/// Calls by half-hour of each day on which calls came.
#[must_use]
pub fn days_of_calls(log: &Log) -> BTreeMap<Date, Day> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for call in &log.calls {
        days.entry(call.date).or_insert([0.0; 48])[(call.second / 1800) as usize] += 1.0;
    }
    with_calls(days)
}

fn with_calls(mut days: BTreeMap<Date, Day>) -> BTreeMap<Date, Day> {
    days.retain(|_, day| day.iter().any(|calls| *calls > 0.0));
    days
}

/// The demand in single calls; None when there are none.
#[must_use]
pub fn of_calls(log: &Log) -> Option<HalfHours> {
    let (mut served, mut answered) = (0.0, 0.0);
    for call in &log.calls {
        if let Some(seconds) = call.served {
            served += seconds;
            answered += 1.0;
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let all = log.calls.len() as f64;
    let abandonment = (answered > 0.0).then(|| 1.0 - answered / all);
    of_days(
        &days_of_calls(log),
        (answered > 0.0).then(|| served / answered),
        abandonment,
    )
}

fn of_days(
    days: &BTreeMap<Date, Day>,
    mean_served_seconds: Option<f64>,
    abandonment: Option<f64>,
) -> Option<HalfHours> {
    let (first, last) = (*days.keys().next()?, *days.keys().next_back()?);
    let totals: Vec<f64> = days.values().map(|day| day.iter().sum()).collect();
    let (opens_hour, closes_hour) = level::hours(days);
    let [
        monday,
        tuesday,
        wednesday,
        thursday,
        friday,
        saturday,
        sunday,
    ] = level::courses(days);
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
        day_cv: level::day_cv(days),
        days: days.len(),
        first,
        last,
        opens_hour,
        closes_hour,
        mean_served_seconds,
        abandonment,
    })
}
