//! How days differ: level, spread beyond chance, a trend.

use super::{Figure, jackknife};
use crate::scenario::import::day::Date;
use crate::scenario::import::level::{Scatter, mean};
use std::collections::BTreeMap;

/// What the days' totals say.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Daily {
    /// Mean calls of an open day.
    pub calls_per_day: Figure,
    /// Variance over mean of the days' totals within weekdays ([`Scatter::dispersion`]).
    pub dispersion: Option<Figure>,
    /// Coefficient of variation of a day's level within weekdays, beyond Poisson.
    pub day_cv: Option<Figure>,
    /// Change of the level from the first day to the last, relative to the mean; only where it is
    /// beyond chance.
    pub trend: Option<f64>,
}

/// From the calls of each open day.
#[must_use]
pub fn of(totals: &BTreeMap<Date, f64>) -> Daily {
    let days: Vec<(usize, f64)> = totals
        .iter()
        .map(|(date, calls)| (date.weekday(), *calls))
        .collect();
    let level = |days: &[(usize, f64)]| {
        let calls: Vec<f64> = days.iter().map(|(_, calls)| *calls).collect();
        Some(mean(&calls))
    };
    let dispersion = |days: &[(usize, f64)]| Scatter::of(days).dispersion();
    let day_cv = |days: &[(usize, f64)]| Scatter::of(days).day_cv();
    Daily {
        calls_per_day: figure(&days, level).unwrap_or_default(),
        dispersion: figure(&days, dispersion),
        day_cv: figure(&days, day_cv),
        trend: trend(&days),
    }
}

/// The figure of all days, each day left out in turn for its standard error.
fn figure(days: &[(usize, f64)], of: impl Fn(&[(usize, f64)]) -> Option<f64>) -> Option<Figure> {
    let without = (0..days.len()).map(|left_out| {
        let mut rest = days.to_vec();
        rest.remove(left_out);
        of(&rest)
    });
    Some(Figure {
        value: of(days)?,
        error: jackknife::error(without),
    })
}

/// Regression of the level on the day's place, both about the mean of their weekday; None below ten
/// days or where the slope is within three standard errors of nothing.
#[allow(clippy::cast_precision_loss, reason = "days are few")]
fn trend(days: &[(usize, f64)]) -> Option<f64> {
    let mut points = Vec::new();
    let mut freedom = 0.0;
    for weekday in 0..7 {
        let alike: Vec<(f64, f64)> = days
            .iter()
            .enumerate()
            .filter(|(_, (day, _))| *day == weekday)
            .map(|(place, (_, calls))| (place as f64, *calls))
            .collect();
        if alike.len() < 2 {
            continue;
        }
        freedom += alike.len() as f64 - 1.0;
        let place = mean(&alike.iter().map(|p| p.0).collect::<Vec<_>>());
        let calls = mean(&alike.iter().map(|p| p.1).collect::<Vec<_>>());
        points.extend(alike.iter().map(|p| (p.0 - place, p.1 / calls - 1.0)));
    }
    if points.len() < 10 || freedom < 3.0 {
        return None;
    }
    let xx: f64 = points.iter().map(|p| p.0 * p.0).sum();
    let xy: f64 = points.iter().map(|p| p.0 * p.1).sum();
    let slope = xy / xx;
    let left: f64 = points
        .iter()
        .map(|p| p.1 - slope * p.0)
        .map(|r| r * r)
        .sum();
    let error = (left / (freedom - 1.0) / xx).sqrt();
    (slope.abs() > 3.0 * error).then_some(slope * (days.len() as f64 - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_is_seen_and_chance_is_not() {
        let falling: Vec<(usize, f64)> = (0..21)
            .zip(std::iter::successors(Some(1000.0), |level| {
                Some(level - 20.0)
            }))
            .map(|(day, level)| (day % 7, level + [3.0, -4.0][day % 2]))
            .collect();
        let found = trend(&falling).expect("a trend");
        assert!((found + 0.5).abs() < 0.02, "{found}");
        let level: Vec<(usize, f64)> = (0..21)
            .map(|day| (day % 7, [1000.0, 1020.0, 985.0, 990.0][day % 4]))
            .collect();
        assert_eq!(trend(&level), None);
    }
}
