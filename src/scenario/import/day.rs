//! A date of the calendar: does it exist, which weekday is it.

use std::fmt;

/// A date that exists.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// The date, if there is such a one between 1900 and 2199.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let length = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let exists = (1900..2200).contains(&year) && (1..=length).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// 0 = Monday … 6 = Sunday (Zeller's congruence).
    #[must_use]
    pub fn weekday(self) -> usize {
        let (year, month) = if self.month < 3 {
            (self.year - 1, self.month + 12)
        } else {
            (self.year, self.month)
        };
        let (century, rest) = (year / 100, year % 100);
        let saturday_is_0 =
            (self.day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7;
        ((saturday_is_0 + 5) % 7) as usize
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_known() {
        for (year, month, day, expected) in [
            (1999, 8, 1, 6),
            (2024, 2, 29, 3),
            (2024, 3, 4, 0),
            (2000, 1, 1, 5),
        ] {
            let date = Date::new(year, month, day).map(Date::weekday);
            assert_eq!(date, Some(expected), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn dates_that_are_none_are_refused() {
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2024, 13, 1),
            (2024, 4, 31),
            (24, 1, 1),
        ] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }
}
