//! The calendar that is simulated: warm-up and year, weekdays, months.

use super::Scenario;

/// Working days, weeks and months.
#[derive(Clone, Debug)]
pub struct Days {
    /// Days before the measured year.
    pub warmup: u32,
    /// Days of the measured year.
    pub measured: u32,
    /// The weekdays on which the phones are open, 0 = Monday.
    pub weekdays: Vec<usize>,
    /// First day after each month.
    pub month_ends: Vec<u32>,
}

impl Days {
    /// Of a scenario whose phones are open on these weekdays.
    pub(super) fn of(s: &Scenario, weekdays: Vec<usize>) -> Self {
        let measured = s.calendar.working_days_per_year;
        // Whole-number rounding keeps every month within a day of a twelfth of the year.
        let end_of = |month: u32| (month * measured + 6) / 12;
        let month_ends: Vec<u32> = (1..=s.calendar.warmup_months + 12).map(end_of).collect();
        let total = month_ends.last().copied().unwrap_or(measured);
        Self {
            warmup: total - measured,
            measured,
            weekdays,
            month_ends,
        }
    }

    /// All days that are simulated.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.warmup + self.measured
    }

    /// Weekday of a day; the measured year begins at a week's first working day.
    #[must_use]
    pub fn weekday(&self, day: u32) -> usize {
        self.weekdays[self.place_in_week(day)]
    }

    /// True on the last working day of a week.
    #[must_use]
    pub fn ends_week(&self, day: u32) -> bool {
        self.place_in_week(day) + 1 == self.weekdays.len()
    }

    fn place_in_week(&self, day: u32) -> usize {
        let length = self.weekdays.len();
        (day as usize + length - self.warmup as usize % length) % length
    }

    /// Week of the measured year; None during the warm-up.
    #[must_use]
    pub fn week(&self, day: u32) -> Option<usize> {
        let since = day.checked_sub(self.warmup)?;
        Some(since as usize / self.weekdays.len())
    }

    /// Place of a month in the measured year, 0–11, which must have begun.
    #[must_use]
    pub fn month_of_year(&self, month: u32) -> usize {
        (month as usize + 12).saturating_sub(self.month_ends.len())
    }

    /// Working days in a month, on average.
    #[must_use]
    pub fn per_month(&self) -> f64 {
        f64::from(self.measured) / 12.0
    }

    /// Working days that pass in this many calendar days.
    #[must_use]
    pub fn in_calendar_days(&self, calendar_days: f64) -> u32 {
        let days = calendar_days * f64::from(self.measured) / 365.0;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = days.round() as u32;
        whole
    }
}
