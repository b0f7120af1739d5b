//! A value with its unit, in a language, rounded to what it can bear.

use crate::scenario::field::{Language, Text, Unit};
use std::fmt::Display;

/// The unit's name after a number; empty where the number says enough.
#[must_use]
pub fn unit_name(unit: Unit) -> Text {
    let (zh, en) = match unit {
        Unit::None | Unit::Index | Unit::Strength | Unit::Correlation | Unit::Weight => ("", ""),
        Unit::Ratio => ("倍", "×"),
        Unit::Share | Unit::SharePerYear => ("%", "%"),
        Unit::Calls => ("通", "calls"),
        Unit::CallsPerAgentDay => ("通/人·天", "calls/agent/day"),
        Unit::Seconds => ("秒", "s"),
        Unit::Minutes => ("分钟", "min"),
        Unit::Hours => ("小时", "h"),
        Unit::HourOfDay => ("时", "o'clock"),
        Unit::Days => ("天", "days"),
        Unit::Months => ("个月", "months"),
        Unit::Years => ("年", "years"),
        Unit::People => ("人", "people"),
        Unit::PerMonth => ("次/月", "a month"),
        Unit::Points => ("分", "points"),
        Unit::Yuan => ("元", "CNY"),
    };
    Text { zh, en }
}

/// The number alone, without its unit: shares as per cent, thousands grouped.
#[must_use]
pub fn bare(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share | Unit::SharePerYear => trimmed(value * 100.0, percent_decimals(value)),
        Unit::Yuan => grouped(value),
        Unit::Calls | Unit::CallsPerAgentDay | Unit::Seconds | Unit::Points => {
            if value.abs() >= 1000.0 {
                grouped(value)
            } else {
                trimmed(value, 1)
            }
        }
        Unit::HourOfDay => clock(value),
        Unit::Index | Unit::Correlation | Unit::Ratio => trimmed(value, 2),
        Unit::Strength => trimmed(value, strength_decimals(value)),
        Unit::None
        | Unit::Weight
        | Unit::Minutes
        | Unit::Hours
        | Unit::Days
        | Unit::Months
        | Unit::Years
        | Unit::People
        | Unit::PerMonth => trimmed(value, 1),
    }
}

/// A hazard of 0.011 is not 0.01: what is below a tenth keeps two digits that say something.
fn strength_decimals(value: f64) -> usize {
    match value.abs() {
        0.0 | 0.1.. => 2,
        0.01.. => 3,
        0.001.. => 4,
        _ => 5,
    }
}

/// The number with its unit.
#[must_use]
pub fn show(value: f64, unit: Unit, language: Language) -> String {
    with_unit(bare(value, unit), unit, language)
}

/// A range with its unit once: «17–26%».
#[must_use]
pub fn show_range(low: f64, high: f64, unit: Unit, language: Language) -> String {
    let range = between(&bare(low, unit), &bare(high, unit), language);
    with_unit(range, unit, language)
}

/// From one number to another: by a dash, or by a word where a minus sign would stand beside it.
#[must_use]
pub fn between(low: &str, high: &str, language: Language) -> String {
    let dash = match (low.starts_with('−') || high.starts_with('−'), language) {
        (false, _) => "–",
        (true, Language::Zh) => " 至 ",
        (true, Language::En) => " to ",
    };
    format!("{low}{dash}{high}")
}

/// A difference with its sign; of shares in percentage points.
#[must_use]
pub fn show_difference(delta: f64, unit: Unit, language: Language) -> String {
    let text = bare(delta, unit);
    let sign = if delta > 0.0 && text != "0" { "+" } else { "" };
    match (unit, language) {
        (Unit::Share | Unit::SharePerYear, Language::Zh) => format!("{sign}{text} 个百分点"),
        (Unit::Share | Unit::SharePerYear, Language::En) => format!("{sign}{text} pp"),
        _ => with_unit(format!("{sign}{text}"), unit, language),
    }
}

/// How many of something in English: «1 year», «2 years».
#[must_use]
pub fn counted(number: impl Display, one: &str, many: &str) -> String {
    let number = number.to_string();
    let noun = if number == "1" { one } else { many };
    format!("{number} {noun}")
}

/// The English name of a unit after one; None where it is the same as after several.
fn name_of_one(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Calls => Some("call"),
        Unit::CallsPerAgentDay => Some("call/agent/day"),
        Unit::Days => Some("day"),
        Unit::Months => Some("month"),
        Unit::Years => Some("year"),
        Unit::People => Some("person"),
        Unit::Points => Some("point"),
        Unit::None
        | Unit::Index
        | Unit::Strength
        | Unit::Correlation
        | Unit::Weight
        | Unit::Ratio
        | Unit::Share
        | Unit::SharePerYear
        | Unit::Seconds
        | Unit::Minutes
        | Unit::Hours
        | Unit::HourOfDay
        | Unit::PerMonth
        | Unit::Yuan => None,
    }
}

/// A number as it is already written, with its unit: «1 day», «2 days».
#[must_use]
pub fn with_unit(number: String, unit: Unit, language: Language) -> String {
    let one = language == Language::En && number.trim_start_matches(['+', '−']) == "1";
    let name = name_of_one(unit)
        .filter(|_| one)
        .unwrap_or(unit_name(unit).get(language));
    match (unit, name.is_empty()) {
        (Unit::HourOfDay, _) | (_, true) => number,
        (Unit::Share | Unit::SharePerYear | Unit::Ratio, false) => format!("{number}{name}"),
        (_, false) => format!("{number} {name}"),
    }
}

fn percent_decimals(share: f64) -> usize {
    usize::from(share.abs() < 0.1)
}

/// At most `decimals` decimals, no trailing zeros, a real minus sign.
fn trimmed(value: f64, decimals: usize) -> String {
    let mut text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        "0".clone_into(&mut text);
    }
    text.replacen('-', "−", 1)
}

fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if value < 0.0 && out != "0" {
        format!("−{out}")
    } else {
        out
    }
}

fn clock(hour: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let minutes = (hour * 60.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, unit: Unit, zh: &str, en: &str) {
        assert_eq!(show(value, unit, Language::Zh), zh);
        assert_eq!(show(value, unit, Language::En), en);
    }

    #[test]
    fn numbers_read_well() {
        check(0.213, Unit::SharePerYear, "21%", "21%");
        check(0.0213, Unit::Share, "2.1%", "2.1%");
        check(
            62.0,
            Unit::CallsPerAgentDay,
            "62 通/人·天",
            "62 calls/agent/day",
        );
        check(1_234_567.4, Unit::Yuan, "1,234,567 元", "1,234,567 CNY");
        check(8.5, Unit::HourOfDay, "08:30", "08:30");
        check(-0.004, Unit::Index, "0", "0");
        check(-0.25, Unit::Correlation, "−0.25", "−0.25");
        check(1.0, Unit::Days, "1 天", "1 day");
        check(-1.02, Unit::Points, "−1 分", "−1 point");
        check(1.0, Unit::People, "1 人", "1 person");
    }

    #[test]
    fn differences_carry_their_sign() {
        assert_eq!(show_difference(0.041, Unit::Share, Language::En), "+4.1 pp");
        assert_eq!(
            show_difference(-0.06, Unit::Share, Language::Zh),
            "−6 个百分点"
        );
        assert_eq!(show_difference(0.0, Unit::Index, Language::En), "0");
    }

    #[test]
    fn one_is_one_and_not_several() {
        assert_eq!(counted(1, "year", "years"), "1 year");
        assert_eq!(counted(0, "year", "years"), "0 years");
        assert_eq!(counted(11, "year", "years"), "11 years");
        assert_eq!(show_difference(1.0, Unit::Calls, Language::En), "+1 call");
        assert_eq!(show_range(1.0, 1.0, Unit::Days, Language::En), "1–1 days");
    }

    #[test]
    fn ranges_name_their_unit_once() {
        assert_eq!(show_range(0.17, 0.26, Unit::Share, Language::En), "17–26%");
        assert_eq!(
            show_range(-0.1, 0.2, Unit::Index, Language::En),
            "−0.1 to 0.2"
        );
    }
}
