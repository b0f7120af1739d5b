//! A month of the calendar, in the ways in which tables write it.

use crate::scenario::import::cell;
use std::fmt;

/// A month: so many since the year 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(u32);

const ENGLISH: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

impl Month {
    /// The month, if there is such a one between 1900 and 2199; `month` from 1.
    #[must_use]
    pub fn new(year: u32, month: u32) -> Option<Self> {
        let exists = (1900..2200).contains(&year) && (1..=12).contains(&month);
        exists.then(|| Self(year * 12 + month - 1))
    }

    /// The month in `2024-03`, `2024/3`, `2024年3月`, `202403`, `Mar-24`, or of a date.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) {
            return Self::new(text[..4].parse().ok()?, text[4..].parse().ok()?);
        }
        if cell::date(text).is_some() {
            let plain = text.replace(['/', '.', '年', '月'], "-");
            let mut parts = plain.split('-');
            return match (parts.next()?, parts.next()) {
                (year, Some(month)) => Self::new(year.parse().ok()?, month.parse().ok()?),
                (whole, None) => Self::new(
                    whole.get(..4)?.parse().ok()?,
                    whole.get(4..6)?.parse().ok()?,
                ),
            };
        }
        let plain = text
            .trim_end_matches(['月', '份'])
            .replace(['/', '.', '年', ' '], "-");
        let (a, b) = plain.split_once('-')?;
        // Spreadsheets in English turn 2024-03 into Mar-24.
        let lower = a.to_lowercase();
        let named = ENGLISH.iter().position(|name| lower.starts_with(name));
        if let Some(at) = named {
            let year: u32 = b.parse().ok()?;
            let year = if year < 100 { 2000 + year } else { year };
            return Self::new(year, u32::try_from(at).ok()? + 1);
        }
        Self::new(a.parse().ok()?, b.parse().ok()?)
    }

    /// Months from `first` to this one; 0 where this one is not later.
    #[must_use]
    pub fn since(self, first: Self) -> u32 {
        self.0.saturating_sub(first.0)
    }

    /// The month so many months later.
    #[must_use]
    pub fn later(self, months: u32) -> Self {
        Self(self.0 + months)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_every_hand() {
        let expected = Month::new(2024, 3);
        assert!(expected.is_some());
        for text in [
            "2024-03",
            "2024/3",
            "2024.03",
            "2024年3月",
            "2024年03月份",
            "202403",
            "Mar-24",
            "March 2024",
            "2024-03-01",
            "2024/3/31",
            "20240301",
            "2024-03-01 00:00:00",
        ] {
            assert_eq!(Month::read(text), expected, "{text}");
        }
        for text in ["", "合计", "2024", "2024-13", "13-2024", "3月", "2024-00"] {
            assert_eq!(Month::read(text), None, "{text}");
        }
        let month = Month::new(2023, 12).expect("a month");
        assert_eq!(month.later(1).to_string(), "2024-01");
        assert_eq!(month.later(14).since(month), 14);
    }
}
