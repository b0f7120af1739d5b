//! One cell of an export, in the many ways in which telephone systems write dates, times and counts.

use super::day::Date;

/// The date in `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日` or `20240305`; what follows a
/// space (a time, a weekday) is not looked at.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let text = text.split([' ', 'T', '\u{3000}']).next()?;
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let part = |from: usize, to: usize| text[from..to].parse().ok();
        return Date::new(part(0, 4)?, part(4, 6)?, part(6, 8)?);
    }
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::parse);
    let date = Date::new(
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    if parts.next().is_some() { None } else { date }
}

/// The minute of the day at which an interval begins: `9:00`, `09:00:00`, `09:00-09:30`, `9点30分`,
/// `9:30 PM`, `下午1:30`, `0930`; a date before it is not looked at.
#[must_use]
pub fn minute(text: &str) -> Option<u32> {
    clock(text).map(|(minute, _)| minute)
}

/// The second of the day at which a call came, in the same ways: `9:00:05`, `9点30分5秒`, `093005`.
#[must_use]
pub fn second(text: &str) -> Option<u32> {
    clock(text).map(|(minute, second)| minute * 60 + second)
}

/// Minute of the day and second of the minute.
fn clock(text: &str) -> Option<(u32, u32)> {
    let separators = [':', '：', '点', '时'];
    let (hour, minute, second, rest) = if let Some((before, after)) = text.split_once(separators) {
        let hour = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        let (minute, rest) = leading_digits(after);
        let second = rest.strip_prefix([':', '：', '分']).unwrap_or("");
        let (second, _) = leading_digits(second);
        (hour.parse().ok()?, minute, second, after)
    } else {
        let start = text.split(['-', '–', '~']).next()?.trim();
        if !matches!(start.len(), 4 | 6) || !start.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        (start[..2].parse().ok()?, &start[2..4], &start[4..], "")
    };
    let whole = |digits: &str| {
        if digits.is_empty() {
            Some(0)
        } else {
            digits.parse::<u32>().ok()
        }
    };
    let (minute, second) = (whole(minute)?, whole(second)?);
    let until_end = rest
        .split(['-', '–', '—', '~', '至'])
        .next()?
        .to_lowercase();
    let afternoon = until_end.contains("pm") || text.contains("下午") || text.contains("晚上");
    let hour: u32 = match hour {
        12 if until_end.contains("am") => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    (hour < 24 && minute < 60 && second < 60).then(|| (hour * 60 + minute, second))
}

fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

/// What a cell with a count can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Count {
    /// A whole amount from 0.
    Calls(f64),
    /// Below 0.
    Negative,
    /// None at all: empty, words, a fraction, more than any half-hour holds.
    Nothing,
}

/// More calls than any centre has in half an hour: digits that slipped.
const MOST: f64 = 1e6;

/// A count, with or without thousands separators.
#[must_use]
pub fn count(text: &str) -> Count {
    match amount(text) {
        Some(v) if v < 0.0 => Count::Negative,
        Some(v) if v.trunc() == v && v <= MOST => Count::Calls(v),
        Some(_) | None => Count::Nothing,
    }
}

/// Seconds, also as `mm:ss`, `hh:mm:ss`, `3分5秒` or `185s`.
#[must_use]
pub fn seconds(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(['秒', 's', 'S']);
    let mut plain = text.replace("小时", ":").replace(['：', '时', '分'], ":");
    if plain.ends_with(':') {
        plain.push('0');
    }
    plain.split(':').try_fold(0.0, |sum, part| {
        let part = amount(part)?;
        (part >= 0.0).then_some(sum * 60.0 + part)
    })
}

/// An amount, with or without thousands separators.
#[must_use]
pub fn amount(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' ' | '\u{a0}'))
        .collect();
    plain.parse().ok().filter(|v: &f64| v.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_hand() {
        let expected = Date::new(2024, 3, 5);
        for text in [
            "2024-03-05",
            "2024/3/5",
            "2024.03.05",
            "2024年3月5日",
            "20240305",
            "2024-03-05 00:00:00",
            "2024/03/05 星期二",
            "2024-03-05T09:00",
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        for text in [
            "",
            "合计",
            "2024-02-30",
            "5.3.2024",
            "2024-03",
            "2024-03-05-06",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn times_in_every_hand() {
        for (text, expected) in [
            ("9:00", Some(540)),
            ("09:00:00", Some(540)),
            ("09:30-10:00", Some(570)),
            ("09:30～10:00", Some(570)),
            ("2024-03-05 09:30", Some(570)),
            ("9点30分", Some(570)),
            ("9时", Some(540)),
            ("0930", Some(570)),
            ("1:30 PM", Some(810)),
            ("11:30 AM-12:00 PM", Some(690)),
            ("12:00 AM", Some(0)),
            ("下午1:30", Some(810)),
            ("24:00", None),
            ("9", None),
            ("", None),
        ] {
            assert_eq!(minute(text), expected, "{text}");
        }
    }

    #[test]
    fn seconds_of_the_day() {
        for (text, expected) in [
            ("9:00:05", Some(32_405)),
            ("2024-03-05 09:30", Some(34_200)),
            ("2024-03-05T09:30:07.250", Some(34_207)),
            ("9点30分5秒", Some(34_205)),
            ("1:30:10 PM", Some(48_610)),
            ("093005", Some(34_205)),
            ("9:00:61", None),
            ("20240305", None),
        ] {
            assert_eq!(second(text), expected, "{text}");
        }
    }

    #[test]
    fn counts_and_seconds() {
        for (text, expected) in [
            ("12", Count::Calls(12.0)),
            ("1,234", Count::Calls(1234.0)),
            ("12.0", Count::Calls(12.0)),
            ("-3", Count::Negative),
            ("2.5", Count::Nothing),
            ("NaN", Count::Nothing),
            ("", Count::Nothing),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
        for (text, expected) in [
            ("185.5", Some(185.5)),
            ("3:05", Some(185.0)),
            ("00:03:05", Some(185.0)),
            ("3分5秒", Some(185.0)),
            ("1小时3分", Some(3780.0)),
            ("185 s", Some(185.0)),
            ("-1", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
