//! What a control of a parameter needs: the slider's stretch, the number box's text and its reading.

use super::number::{bare, show, unit_name};
use crate::scenario::field::{Field, Kind, Language, Unit, Value};

/// A slider's ends and step, in the field's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Left end.
    pub low: f64,
    /// Right end.
    pub high: f64,
    /// Step of an arrow key.
    pub step: f64,
}

/// The part of the allowed range that is worth a slider: around the default where the whole is far
/// wider, and always with the value in it. The number box takes the whole range.
#[must_use]
pub fn stretch(field: &Field, value: f64) -> Option<Stretch> {
    let (min, max, step) = match field.kind {
        Kind::Number { min, max, step } => (min, max, step),
        Kind::Whole { min, max } => (f64::from(min), f64::from(max), 1.0),
        _ => return None,
    };
    let default = amount(&field.default).unwrap_or(min);
    let (mut low, mut high) = (min, max);
    if field.path == "appraisal.kpis.call_volume.target_per_day" {
        (low, high) = (40.0, 120.0);
    } else if is_sparse(default - min, max - min, step) {
        let plausible = field.source.range().map_or(0.0, |(_, high)| high);
        high = round_up(
            (default * 2.5).max(plausible * 1.2).max(min + step * 20.0),
            step,
        )
        .min(max);
    }
    low = low.min(value).max(min);
    high = high.max(value).min(max);
    Some(Stretch { low, high, step })
}

/// Too many steps to hit one, or a default that hides in the leftmost corner.
fn is_sparse(default: f64, span: f64, step: f64) -> bool {
    let steps = span / step;
    steps > 300.5 || (steps > 100.5 && default < 0.08 * span)
}

fn round_up(value: f64, step: f64) -> f64 {
    let coarse = super::chart::scale::step(value, 20).max(step);
    (value / coarse - 1e-9).ceil() * coarse
}

/// The amount of a number or count.
#[must_use]
pub fn amount(value: &Value) -> Option<f64> {
    match value {
        Value::Number(v) => Some(*v),
        Value::Whole(v) => Some(f64::from(*v)),
        _ => None,
    }
}

/// An amount as a value of the field's kind, on the step's grid where it came from a slider.
#[must_use]
pub fn to_value(field: &Field, amount: f64) -> Value {
    match field.kind {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Kind::Whole { .. } if amount.is_finite() && (0.0..=4e9).contains(&amount) => {
            Value::Whole(amount.round() as u32)
        }
        _ => Value::Number(amount),
    }
}

/// A slider's reading without the dust of binary fractions.
#[must_use]
pub fn on_grid(stretch: Stretch, amount: f64) -> f64 {
    let steps = ((amount - stretch.low) / stretch.step).round();
    let exact = stretch.low + steps * stretch.step;
    let tidy = (exact * 1e6).round() / 1e6;
    tidy.clamp(stretch.low, stretch.high)
}

/// The number box's text: without a unit, shares as per cent, hours of the day as a decimal.
#[must_use]
pub fn typed(field: &Field, amount: f64) -> String {
    let shown = match field.unit {
        Unit::Share | Unit::SharePerYear => amount * 100.0,
        _ => amount,
    };
    let mut text = format!("{shown:.5}");
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    text
}

/// Reads what was typed into a number box; None when it is no number. Full-width digits and grouping
/// commas are taken as people mean them.
#[must_use]
pub fn read(field: &Field, text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter_map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
            '．' | '。' => Some('.'),
            '－' | '−' => Some('-'),
            ',' | '，' | ' ' | '%' | '％' => None,
            other => Some(other),
        })
        .collect();
    let amount: f64 = plain.parse().ok()?;
    Some(match field.unit {
        Unit::Share | Unit::SharePerYear => (amount / 100.0 * 1e9).round() / 1e9,
        _ => amount,
    })
}

/// What a screen reader says of a slider: value, unit and starting value.
#[must_use]
pub fn spoken(field: &Field, value: f64, start: f64, language: Language) -> String {
    let now = show(value, field.unit, language);
    let start = bare(start, field.unit);
    match language {
        Language::Zh => format!("{now}，起点 {start}"),
        Language::En => format!("{now}, starting value {start}"),
    }
}

/// The unit behind a number box.
#[must_use]
pub fn unit(field: &Field, language: Language) -> &'static str {
    unit_name(field.unit).get(language)
}

/// The allowed range in words.
#[must_use]
pub fn allowed(field: &Field, language: Language) -> String {
    match field.kind {
        Kind::Number { min, max, .. } => super::number::show_range(min, max, field.unit, language),
        Kind::Whole { min, max } => {
            super::number::show_range(f64::from(min), f64::from(max), field.unit, language)
        }
        Kind::Choice(choices) => {
            let names: Vec<&str> = choices.iter().map(|c| c.label.get(language)).collect();
            names.join(if language == Language::Zh {
                "、"
            } else {
                "; "
            })
        }
        Kind::Switch | Kind::Series { .. } | Kind::Words { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{catalogue, find};

    #[test]
    fn every_slider_holds_its_default_and_its_ends_are_allowed() {
        for field in catalogue() {
            let Some(default) = amount(&field.default) else {
                continue;
            };
            let Some(s) = stretch(field, default) else {
                continue;
            };
            assert!(
                s.low < s.high && s.low <= default && default <= s.high,
                "{}",
                field.path
            );
            for value in [s.low, s.high, on_grid(s, default)] {
                let value = to_value(field, value);
                let problem = crate::scenario::check::value_problem(field.path, field.kind, &value);
                assert!(problem.is_none(), "{}: {problem:?}", field.path);
            }
        }
    }

    #[test]
    fn what_is_typed_is_read_as_meant() {
        let share = find("rewards.awards.coverage_share").expect("known");
        assert_eq!(read(share, "７5 %"), Some(0.75));
        assert_eq!(typed(share, 0.07), "7");
        let calls = find("demand.calls_per_day").expect("known");
        assert_eq!(read(calls, "2,230"), Some(2230.0));
        assert_eq!(read(calls, "many"), None);
        assert!(read(calls, "NaN").is_some_and(f64::is_nan));
    }

    #[test]
    fn reading_gives_back_what_was_shown() {
        for field in catalogue() {
            if let Some(default) = amount(&field.default) {
                assert_eq!(
                    read(field, &typed(field, default)),
                    Some(default),
                    "{}",
                    field.path
                );
            }
        }
    }
}
