//! From days of half-hours to the numbers of the demand: level, spread between days, course by weekday.

use super::day::Date;
use std::collections::BTreeMap;

/// Calls in the 48 half-hours of a day.
pub type Day = [f64; 48];

/// How days' totals scatter about the mean of their weekday, summed over weekdays that come twice.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scatter {
    squares: f64,
    means: f64,
    squared_means: f64,
}

impl Scatter {
    /// Of totals with their weekdays.
    #[must_use]
    pub fn of(totals: &[(usize, f64)]) -> Self {
        let mut scatter = Self::default();
        for weekday in 0..7 {
            let alike = totals.iter().filter(|(day, _)| *day == weekday);
            let alike: Vec<f64> = alike.map(|(_, total)| *total).collect();
            if alike.len() < 2 {
                continue;
            }
            let mean = mean(&alike);
            let freedom = to_f64(alike.len() - 1);
            scatter.squares += alike.iter().map(|t| (t - mean) * (t - mean)).sum::<f64>();
            scatter.means += freedom * mean;
            scatter.squared_means += freedom * mean * mean;
        }
        scatter
    }

    /// Variance over mean: Σ(N − m)² / Σ(n − 1)m, with m the mean of the n days of a weekday. 1 when
    /// days differ by the chance of single calls alone; None when no weekday comes twice.
    #[must_use]
    pub fn dispersion(&self) -> Option<f64> {
        (self.means > 0.0).then(|| self.squares / self.means)
    }

    /// Coefficient of variation of how busy a day is, beyond Poisson and beyond the weekday.
    ///
    /// Within a weekday of mean m, totals scatter with variance m + cv²·m²: Poisson plus the day's own
    /// level. Summed over weekdays, the excess over Poisson gives cv². None when no weekday comes twice.
    #[must_use]
    pub fn day_cv(&self) -> Option<f64> {
        let excess = self.squares - self.means;
        (self.squared_means > 0.0).then(|| (excess / self.squared_means).max(0.0).sqrt())
    }
}

/// The spread between days, as [`Scatter::day_cv`].
#[must_use]
pub fn day_cv(days: &BTreeMap<Date, Day>) -> Option<f64> {
    let totals = days
        .iter()
        .map(|(date, day)| (date.weekday(), day.iter().sum()));
    Scatter::of(&totals.collect::<Vec<_>>()).day_cv()
}

/// Mean calls in each half-hour of each weekday, Monday first; zeros where the centre was closed.
#[must_use]
pub fn courses(days: &BTreeMap<Date, Day>) -> [Vec<f64>; 7] {
    std::array::from_fn(|weekday| {
        let mut sums = vec![0.0; 48];
        let mut count = 0;
        for day in of_weekday(days, weekday) {
            count += 1;
            for (sum, calls) in sums.iter_mut().zip(day) {
                *sum += calls;
            }
        }
        let count = to_f64(count.max(1));
        sums.into_iter().map(|sum| sum / count).collect()
    })
}

/// From the first to the last half-hour in which more than stray calls came, in hours of the day.
///
/// A call in a thousand at night (a test, a wrong clock) does not make the centre open at night.
#[must_use]
pub fn hours(days: &BTreeMap<Date, Day>) -> (f64, f64) {
    const STRAY_SHARE: f64 = 0.001;
    let mut by_half_hour: Day = [0.0; 48];
    for (sum, calls) in days
        .values()
        .flat_map(|day| day.iter().enumerate())
        .map(|(i, c)| (i, *c))
    {
        by_half_hour[sum] += calls;
    }
    let total: f64 = by_half_hour.iter().sum();
    let busy = |calls: &f64| *calls > 0.0 && *calls >= STRAY_SHARE * total;
    let first = by_half_hour.iter().position(busy).unwrap_or(0);
    let last = by_half_hour.iter().rposition(busy).unwrap_or(47);
    (to_f64(first) / 2.0, to_f64(last + 1) / 2.0)
}

/// Mean of values; 0 of none.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / to_f64(values.len().max(1))
}

fn of_weekday(days: &BTreeMap<Date, Day>, weekday: usize) -> impl Iterator<Item = &Day> {
    days.iter()
        .filter(move |(date, _)| date.weekday() == weekday)
        .map(|(_, day)| day)
}

#[allow(clippy::cast_precision_loss, reason = "counts of days and half-hours")]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(totals: &[(u32, f64)]) -> BTreeMap<Date, Day> {
        totals
            .iter()
            .filter_map(|(day, total)| {
                let mut calls = [0.0; 48];
                calls[20] = *total;
                Some((Date::new(2024, 1, *day)?, calls))
            })
            .collect()
    }

    fn check_cv(totals: &[(u32, f64)], expected: Option<f64>) {
        let cv = day_cv(&days(totals));
        match (cv, expected) {
            (Some(cv), Some(expected)) => assert!((cv - expected).abs() < 1e-9, "{cv}"),
            _ => assert_eq!(cv, expected),
        }
    }

    #[test]
    fn spread_between_days_leaves_chance_and_weekday_out() {
        // 1 and 8 January 2024 are Mondays, 2 and 9 are Tuesdays.
        check_cv(&[(1, 900.0), (2, 300.0)], None);
        // Tuesdays are always a third of Mondays: no spread at all.
        check_cv(&[(1, 900.0), (8, 900.0), (2, 300.0), (9, 300.0)], Some(0.0));
        // Squares 2·100² = 20000, less the Poisson 1000, over 1000².
        check_cv(&[(1, 900.0), (8, 1100.0)], Some(0.019_f64.sqrt()));
    }

    #[test]
    fn stray_calls_do_not_open_the_centre() {
        let mut days = days(&[(1, 2000.0)]);
        for day in days.values_mut() {
            day[4] = 1.0;
        }
        assert_eq!(hours(&days), (10.0, 10.5));
    }
}
