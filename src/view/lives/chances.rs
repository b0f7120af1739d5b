//! A life's monthly chances of deciding to leave, with all their parts, as a table.

use super::told::percent;
use super::{date, part};
use crate::measure::journal::{Calendar, Life, Part};
use crate::scenario::field::Language;
use crate::view::finding::{Table, say};

/// A row a month; the parts sum to the chance.
#[must_use]
pub fn table(calendar: &Calendar, life: &Life, language: Language) -> Table {
    let title = say(
        language,
        "各月决定离开的可能性及其各项原因（相加即为总数）",
        "The chance of deciding to leave, by month; the parts sum to it",
    );
    let mut head = vec![
        say(language, "日期", "Date"),
        say(language, "可能性", "Chance"),
    ];
    head.extend(Part::ALL.map(|p| part(p, language)));
    let row = |(day, chance): (u32, &crate::measure::journal::Chance)| {
        let mut row = vec![date(calendar, day, language), percent(chance.chance)];
        row.extend(chance.parts.map(signed));
        row
    };
    let told = life.of_year(calendar);
    Table {
        title,
        head,
        rows: told
            .filter_map(|entry| Some(row((entry.day, entry.event.chance()?))))
            .collect(),
    }
}

/// Per cent with two decimals and a real minus sign.
fn signed(share: f64) -> String {
    let text = format!("{:.2}%", share * 100.0);
    if text == "-0.00%" {
        "0.00%".to_owned()
    } else {
        text.replacen('-', "−", 1)
    }
}
