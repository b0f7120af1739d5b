//! How well the fit fits, as curves: patience, lengths of calls, the course of a day.

use super::jackknife;
use super::patience::{self, Mixture};
use super::range::Range;
use super::service::Service;
use super::sums::{SHORT_SECONDS, Sums};
use super::survival;
use crate::math::{exp, ln, normal_cdf};
use crate::scenario::import::calls::Log;
use crate::scenario::import::day::Date;
use crate::scenario::import::level::Day;
use std::collections::BTreeMap;

/// Times at which patience is told.
const TIMES: u32 = 60;
/// Classes of equal width on the log scale for the lengths of calls.
const CLASSES: u32 = 36;
/// So many days of a weekday are kept to be shown, the latest.
const DAYS_KEPT: usize = 20;

/// All curves that the file can tell.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Shape {
    /// Patience from nothing to the longest wait that tells something; empty where too few hung up.
    pub patience: Vec<Patience>,
    /// Lengths of calls of at least [`SHORT_SECONDS`], without those too long to be believed; empty where
    /// too few are told.
    pub lengths: Vec<Class>,
    /// Each weekday on which the centre was open, Monday first.
    pub weekdays: Vec<Weekday>,
    /// Of all half-hours of days whose weekday comes more than once, the share inside the range that
    /// the other days of that weekday and the spread between days give it.
    pub inside: Option<Inside>,
}

/// Patience at a time.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Patience {
    /// The wait.
    pub seconds: f64,
    /// Share who would wait longer, by Kaplan–Meier.
    pub survival: f64,
    /// Its standard error, days left out in turn.
    pub error: Option<f64>,
    /// The share by the fitted mixture.
    pub fitted: f64,
}

impl Patience {
    /// Where the share lies with 95 per cent confidence, where the error is known.
    #[must_use]
    pub fn band(&self) -> Option<(f64, f64)> {
        let half = 1.96 * self.error?;
        Some((
            (self.survival - half).max(0.0),
            (self.survival + half).min(1.0),
        ))
    }
}

/// Calls by length.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Class {
    /// From this length on, in seconds.
    pub from: f64,
    /// To below this length.
    pub to: f64,
    /// Calls in the file.
    pub calls: f64,
    /// Calls by the log-normal distribution.
    pub fitted: f64,
}

/// The course of a weekday.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Weekday {
    /// 0 = Monday … 6 = Sunday.
    pub weekday: usize,
    /// Days there are.
    pub count: usize,
    /// The latest of them.
    pub days: Vec<Vec<f64>>,
    /// Mean calls of each half-hour, which the scenario takes over.
    pub mean: Vec<f64>,
    /// The range in which nine of ten such days lie by the scenario, from and to, by half-hour.
    pub range: Vec<Range>,
}

/// Half-hours inside the range.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Inside {
    /// Half-hours looked at.
    pub half_hours: usize,
    /// Share inside the range.
    pub share: f64,
    /// Share that should be; a little more than nine in ten, because calls are whole.
    pub expected: f64,
}

/// Patience at even times, with the fitted curve beside it.
#[must_use]
pub fn patience(whole: &Sums, parts: &[Sums], mixture: Option<&Mixture>) -> Vec<Patience> {
    let steps = whole.waits.kaplan_meier();
    let Some((mixture, end)) = mixture.zip(patience::told(&steps).last()) else {
        return Vec::new();
    };
    let without: Vec<_> = parts
        .iter()
        .map(|part| {
            let mut rest = whole.waits.clone();
            rest.join(&part.waits, -1.0);
            rest.kaplan_meier()
        })
        .collect();
    let times = (0..=TIMES).map(|i| end.seconds * f64::from(i) / f64::from(TIMES));
    let points = times.filter_map(|seconds| {
        let left_out = without.iter().map(|steps| survival::at(steps, seconds));
        Some(Patience {
            seconds,
            survival: survival::at(&steps, seconds)?,
            error: jackknife::error(left_out),
            fitted: mixture.survival(seconds),
        })
    });
    points.collect()
}

/// Lengths of calls in classes of equal width on the log scale, with the calls that the log-normal
/// distribution puts there. Calls of less than [`SHORT_SECONDS`] are none, and those too long to be
/// believed are left out.
#[must_use]
pub fn lengths(log: &Log, service: &Service) -> Vec<Class> {
    let Some(fitted) = service.all else {
        return Vec::new();
    };
    let (_, believed) = service.long;
    let told = || {
        let served = log.calls.iter().filter_map(|call| call.served);
        served.filter(|seconds| (SHORT_SECONDS..=believed).contains(seconds))
    };
    let longest = told().fold(SHORT_SECONDS, f64::max);
    // A call of exactly the longest length belongs to the last class.
    let (low, high) = (ln(SHORT_SECONDS), ln(longest * 1.001));
    let width = (high - low) / f64::from(CLASSES);
    let below = |seconds: f64| normal_cdf((ln(seconds) - fitted.log_mean) / fitted.log_sd);
    let mut classes: Vec<Class> = (0..CLASSES)
        .map(|i| {
            let from = exp(low + width * f64::from(i));
            let to = exp(low + width * f64::from(i + 1));
            Class {
                from,
                to,
                calls: 0.0,
                fitted: fitted.count * (below(to) - below(from)),
            }
        })
        .collect();
    for seconds in told() {
        let place = classes.partition_point(|class| class.to <= seconds);
        if let Some(class) = classes.get_mut(place) {
            class.calls += 1.0;
        }
    }
    classes
}

/// The course of each weekday, with the range in which its days should lie.
#[must_use]
pub fn weekdays(days: &BTreeMap<Date, Day>, day_cv: f64) -> Vec<Weekday> {
    let by_weekday = (0..7).map(|weekday| (weekday, of_weekday(days, weekday)));
    by_weekday
        .filter(|(_, days)| !days.is_empty())
        .map(|(weekday, days)| {
            let count = days.len();
            let mean = (0..48).map(|i| mean(days.iter().map(|day| day[i])));
            let mean: Vec<f64> = mean.collect();
            let range = mean.iter().map(|m| Range::of_a_day(*m, day_cv, count));
            Weekday {
                weekday,
                count,
                range: range.collect(),
                days: days[count.saturating_sub(DAYS_KEPT)..]
                    .iter()
                    .map(|day| day.to_vec())
                    .collect(),
                mean,
            }
        })
        .collect()
}

/// Each day against the others of its weekday, half-hour by half-hour. Half-hours that are closed on
/// all of them are left out; None where no weekday comes twice.
#[must_use]
pub fn inside(days: &BTreeMap<Date, Day>, day_cv: f64) -> Option<Inside> {
    let (mut half_hours, mut inside, mut expected) = (0, 0.0, 0.0);
    for weekday in 0..7 {
        let alike = of_weekday(days, weekday);
        if alike.len() < 2 {
            continue;
        }
        for half_hour in 0..48 {
            let all: f64 = alike.iter().map(|day| day[half_hour]).sum();
            let others = alike.len() - 1;
            for day in &alike {
                let mean = (all - day[half_hour]) / to_f64(others);
                // Halves come of hours that were split in two.
                let calls = day[half_hour];
                if mean <= 0.0 {
                    continue;
                }
                let range = Range::of_a_day(mean, day_cv, others);
                half_hours += 1;
                inside += f64::from(u8::from((range.low..=range.high).contains(&calls)));
                expected += range.share;
            }
        }
    }
    let all = to_f64(half_hours);
    (half_hours > 0).then(|| Inside {
        half_hours,
        share: inside / all,
        expected: expected / all,
    })
}

fn of_weekday(days: &BTreeMap<Date, Day>, weekday: usize) -> Vec<Day> {
    let alike = days.iter().filter(|(date, _)| date.weekday() == weekday);
    alike.map(|(_, day)| *day).collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = to_f64(values.len().max(1));
    values.sum::<f64>() / count
}

#[allow(clippy::cast_precision_loss, reason = "days and half-hours are few")]
fn to_f64(n: usize) -> f64 {
    n as f64
}
