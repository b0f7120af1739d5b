//! From what the data say to a scenario, and what the scenario can't reproduce.

use super::sums::Of;
use super::{Fit, Unmatched, Warning};
use crate::math::{exp, ln};
use crate::scenario::Scenario;
use crate::scenario::field::{Kind, Value};
use crate::scenario::import::{Form, HalfHours, Note};

/// Kolmogorov–Smirnov distances above this are told.
const CLOSE: f64 = 0.02;
/// Shorter days don't hold a shift with its breaks; the standard opening hours are kept around them.
const SHORTEST_DAY_HOURS: f64 = 4.0;

/// Fills `scenario` and `unmatched`.
pub fn propose(fit: &mut Fit, demand: &HalfHours) {
    let mut scenario = Scenario::standard();
    if demand.closes_hour - demand.opens_hour >= SHORTEST_DAY_HOURS {
        scenario.calendar.opens_hour = demand.opens_hour;
        scenario.calendar.closes_hour = demand.closes_hour;
    }
    for note in demand.apply(&mut scenario) {
        match note {
            Note::StrayCalls { per_day } => fit.unmatched.push(Unmatched::Strays { per_day }),
            Note::DayCvCapped { found } => fit.warnings.push(Warning::Limited {
                path: "demand.day_cv".to_owned(),
                found,
                set: 1.0,
            }),
            // The others say what was done, which the result shows.
            Note::ShorterAddedUp
            | Note::HoursSplit
            | Note::NotOffered { .. }
            | Note::Replaced { .. }
            | Note::HoursWidened { .. }
            | Note::DayCvKept
            | Note::SecondCallsTakenOut { .. }
            | Note::ServiceTimesLeft { .. } => {}
        }
    }
    let level = scenario.demand.calls_per_day;
    let mut values = vec![
        ("demand.calls_per_day", level),
        ("demand.day_cv", scenario.demand.day_cv),
    ];
    values.extend(patience(fit));
    values.extend(talk(fit, &scenario));
    for (path, value) in values {
        set(&mut scenario, path, value, &mut fit.warnings);
    }
    unmatched(fit);
    fit.scenario = scenario;
}

fn patience(fit: &Fit) -> Vec<(&'static str, f64)> {
    let Some(mixture) = fit.mixture else {
        return Vec::new();
    };
    let mut values = vec![
        ("demand.mean_patience_seconds", mixture.patient_seconds),
        ("demand.impatient_share", mixture.impatient_share),
    ];
    if !mixture.is_single() {
        values.push(("demand.impatient_seconds", mixture.impatient_seconds));
    }
    values
}

/// Talk times of the scenario's kinds scaled alike to the mean in the file; the spread within a kind
/// is what is left of the log's variance after that between people and between the kinds.
fn talk(fit: &Fit, scenario: &Scenario) -> Vec<(&'static str, f64)> {
    const TALK: [&str; 4] = [
        "demand.types.procedure.talk_seconds",
        "demand.types.fee.talk_seconds",
        "demand.types.form.talk_seconds",
        "demand.types.complaint.talk_seconds",
    ];
    let mut values = Vec::new();
    let kinds = scenario.demand.types.all();
    let shares: f64 = kinds.iter().map(|kind| kind.share).sum();
    let mean_of = |of: &dyn Fn(f64) -> f64| {
        let sums = kinds.iter().map(|kind| kind.share * of(kind.talk_seconds));
        sums.sum::<f64>() / shares
    };
    let mean = mean_of(&|talk| talk);
    let served = fit.figures.get(Of::MeanServed).map(|figure| figure.value);
    if let Some(found) = fit.service.believed_mean.or(served).filter(|m| *m > 0.0) {
        for (path, kind) in TALK.into_iter().zip(kinds) {
            values.push((path, kind.talk_seconds * found / mean));
        }
    }
    let people = fit.agents.as_ref().and_then(|agents| agents.log_sd);
    if let Some(people) = people {
        values.push(("behaviour.parameters.skill.speed_log_sd", people.value));
    }
    if let Some(all) = fit.service.all {
        let log = mean_of(&ln);
        let between_kinds = mean_of(&|talk| (ln(talk) - log) * (ln(talk) - log));
        let between_people = people.map_or(0.0, |people| people.value * people.value);
        let within = (all.log_sd * all.log_sd - between_people - between_kinds).max(0.0);
        values.push(("demand.talk_cv", (exp(within) - 1.0).sqrt()));
    }
    values
}

/// Sets a field, to four digits, inside what a scenario may have.
fn set(scenario: &mut Scenario, path: &'static str, value: f64, warnings: &mut Vec<Warning>) {
    let Some(field) = crate::scenario::find(path) else {
        debug_assert!(false, "no field {path}");
        return;
    };
    let (min, max) = match field.kind {
        Kind::Number { min, max, .. } => (min, max),
        Kind::Whole { .. }
        | Kind::Switch
        | Kind::Choice(_)
        | Kind::Series { .. }
        | Kind::Words { .. } => {
            debug_assert!(false, "{path} is no number");
            return;
        }
    };
    let inside = value.clamp(min, max);
    if inside != value {
        warnings.push(Warning::Limited {
            path: path.to_owned(),
            found: value,
            set: inside,
        });
    }
    let rounded = format!("{inside:.3e}").parse().unwrap_or(inside);
    let taken = (field.set)(scenario, &Value::Number(rounded));
    debug_assert!(taken, "{path}: wrong kind");
}

fn unmatched(fit: &mut Fit) {
    let mut found = Vec::new();
    if let Some((distance, seconds)) = fit.mixture_distance.filter(|(d, _)| *d > CLOSE) {
        found.push(Unmatched::Patience { distance, seconds });
    }
    if let Some(all) = fit.service.all.filter(|all| all.distance > CLOSE) {
        found.push(Unmatched::LogNormal {
            distance: all.distance,
        });
    }
    let (count, seconds) = fit.service.long;
    if count > 0 {
        found.push(Unmatched::LongCalls { count, seconds });
    }
    if let Some(short) = fit.figure(Of::ShortShare).filter(|short| short.value > 0.0) {
        found.push(Unmatched::ShortCalls { share: short.value });
    }
    if fit.service.kinds.len() > 1 {
        let kinds = fit.service.kinds.len();
        found.push(Unmatched::OneQueue { kinds });
    }
    if fit.figure(Of::MeanServed).is_some() {
        found.push(Unmatched::KindsScaled);
    }
    if let Some(change) = fit.daily.trend {
        found.push(Unmatched::Trend { change });
    }
    let agents = fit.agents.as_ref().map(|agents| agents.count);
    found.push(Unmatched::Staffing {
        agents: agents.filter(|_| fit.form == Form::Calls),
    });
    fit.unmatched.append(&mut found);
}
