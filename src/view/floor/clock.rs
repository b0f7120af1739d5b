//! Time in the hall: working days of the measured year and seconds between opening and closing. Nights
//! and days without service are passed over.

use crate::scenario::plan::Plan;

/// When the phones are open, and which days the year has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Working days before the measured year.
    pub warmup: u32,
    /// Working days of the measured year.
    pub measured: u32,
    /// Working days of a week.
    pub open_days: u32,
    /// Second of the day at which the phones open.
    pub opens: u32,
    /// Second of the day at which they close.
    pub closes: u32,
}

/// A moment of the measured year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// Working day of the measured year, from 0.
    pub day: u32,
    /// Second of the day.
    pub second: f64,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(seconds: f64) -> u32 {
    seconds.max(0.0) as u32
}

impl Clock {
    /// The clock of a scenario.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let (days, load) = (plan.days(), plan.load());
        Self {
            warmup: days.warmup,
            measured: days.measured.max(1),
            open_days: u32::try_from(days.weekdays.len()).unwrap_or(1).max(1),
            opens: whole(load.opens),
            closes: whole(load.closes).max(whole(load.opens) + 1),
        }
    }

    /// The week of a working day, from 0.
    #[must_use]
    pub fn week(&self, day: u32) -> u32 {
        day / self.open_days
    }

    /// Weeks of the year.
    #[must_use]
    pub fn weeks(&self) -> u32 {
        self.measured.div_ceil(self.open_days)
    }

    /// The working days of a week as the simulation counts them: from the warm-up's first on.
    #[must_use]
    pub fn days_of(&self, week: u32) -> std::ops::Range<u32> {
        let end = ((week + 1) * self.open_days).min(self.measured);
        self.warmup + week * self.open_days..self.warmup + end
    }

    /// The nearest moment at which the phones are open.
    #[must_use]
    pub fn within(&self, moment: Moment) -> Moment {
        let (opens, closes) = (f64::from(self.opens), f64::from(self.closes));
        Moment {
            day: moment.day.min(self.measured - 1),
            second: moment.second.clamp(opens, closes),
        }
    }

    /// So many seconds of service later, or earlier; nights are passed over, the year's ends hold.
    #[must_use]
    pub fn after(&self, moment: Moment, seconds: f64) -> Moment {
        let (opens, closes) = (f64::from(self.opens), f64::from(self.closes));
        let Moment { mut day, second } = self.within(moment);
        let mut second = second + seconds;
        while second > closes && day + 1 < self.measured {
            second -= closes - opens;
            day += 1;
        }
        while second < opens && day > 0 {
            second += closes - opens;
            day -= 1;
        }
        self.within(Moment { day, second })
    }

    /// So many working days later, or earlier, at the same time of day.
    #[must_use]
    pub fn days_after(&self, moment: Moment, days: i32) -> Moment {
        self.within(Moment {
            day: moment.day.saturating_add_signed(days),
            second: moment.second,
        })
    }

    /// True at the year's last moment.
    #[must_use]
    pub fn is_over(&self, moment: Moment) -> bool {
        moment.day + 1 >= self.measured && whole(moment.second) >= self.closes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOCK: Clock = Clock {
        warmup: 60,
        measured: 250,
        open_days: 5,
        opens: 32_400,
        closes: 64_800,
    };

    fn at(day: u32, second: f64) -> Moment {
        Moment { day, second }
    }

    #[test]
    fn nights_are_passed_over_both_ways() {
        assert_eq!(CLOCK.after(at(3, 64_000.0), 1_000.0), at(4, 32_600.0));
        assert_eq!(CLOCK.after(at(4, 32_600.0), -1_000.0), at(3, 64_000.0));
        assert_eq!(
            CLOCK.after(at(3, 40_000.0), 32_400.0 * 2.0),
            at(5, 40_000.0)
        );
    }

    #[test]
    fn the_year_has_ends() {
        assert_eq!(CLOCK.after(at(0, 32_500.0), -1e9), at(0, 32_400.0));
        let end = CLOCK.after(at(0, 32_500.0), 1e9);
        assert_eq!(end, at(249, 64_800.0));
        assert!(CLOCK.is_over(end) && !CLOCK.is_over(at(249, 64_799.0)));
        assert_eq!(CLOCK.days_after(end, 5), end);
        assert_eq!((CLOCK.weeks(), CLOCK.week(249)), (50, 49));
        assert_eq!(CLOCK.days_of(49), 305..310);
    }
}
