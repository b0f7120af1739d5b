//! One metric's numbers as they are read: rounded to what their range supports.

use super::number;
use super::snapshot::unit_of;
use super::verdict::Difference;
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};

/// People of a hundred, whole: «21» for 0.213.
pub(super) fn of_hundred(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

/// A share in whole per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A metric's median as it is read in tiles and tables.
#[must_use]
pub fn value(metric: usize, summary: &Summary, language: Language) -> String {
    rounded(summary.p50, summary, metric, language)
}

/// Rounded to what its range supports: no decimals of a percentage whose range is wider than two.
fn rounded(value: f64, summary: &Summary, metric: usize, language: Language) -> String {
    match unit_of(metric) {
        Unit::Share | Unit::SharePerYear if summary.p95 - summary.p05 > 0.02 => percent(value),
        Unit::Yuan => number::show(coarse(value, summary), Unit::Yuan, language),
        unit => number::show(value, unit, language),
    }
}

/// Money to a tenth of its range's order of size: 330,000 where the range is 260,000–430,000.
fn coarse(value: f64, summary: &Summary) -> f64 {
    let range = summary.p95 - summary.p05;
    let mut grain = 1.0;
    while grain * 100.0 <= range {
        grain *= 10.0;
    }
    (value / grain).round() * grain
}

/// The range that holds 90 % of the simulations.
#[must_use]
pub fn range(metric: usize, summary: &Summary, language: Language) -> String {
    let unit = unit_of(metric);
    match unit {
        Unit::Share | Unit::SharePerYear if summary.p95 - summary.p05 > 0.02 => {
            format!("{}–{}%", of_hundred(summary.p05), of_hundred(summary.p95))
        }
        Unit::Yuan => {
            let [low, high] = [summary.p05, summary.p95].map(|v| coarse(v, summary));
            number::show_range(low, high, unit, language)
        }
        _ => number::show_range(summary.p05, summary.p95, unit, language),
    }
}

/// The paired difference, its interval, in one line.
#[must_use]
pub fn delta(metric: usize, difference: &Difference, language: Language) -> String {
    number::show_difference(mean(metric, difference), unit_of(metric), language)
}

/// The mean paired difference and how far its 95 % interval reaches to each side.
#[must_use]
pub fn delta_within(metric: usize, difference: &Difference, language: Language) -> String {
    let unit = unit_of(metric);
    let (low, high) = difference.summary.ci95;
    let half = match unit {
        Unit::Yuan => coarse((high - low) / 2.0, &difference.summary),
        _ => (high - low) / 2.0,
    };
    // A hundredth of an index is much: half an interval keeps two digits that say something.
    let digits = match unit {
        Unit::Index | Unit::Correlation | Unit::Ratio => Unit::Strength,
        unit => unit,
    };
    let by = delta(metric, difference, language);
    format!("{by} (± {})", number::bare(half, digits))
}

fn mean(metric: usize, difference: &Difference) -> f64 {
    let summary = &difference.summary;
    match unit_of(metric) {
        Unit::Yuan => coarse(summary.mean, summary),
        _ => summary.mean,
    }
}

/// The range that holds 90 % of the paired differences.
#[must_use]
pub fn delta_range(metric: usize, difference: &Difference, language: Language) -> String {
    let unit = unit_of(metric);
    let Summary { p05, p95, .. } = difference.summary;
    let [p05, p95] = match unit {
        Unit::Yuan => [p05, p95].map(|v| coarse(v, &difference.summary)),
        _ => [p05, p95],
    };
    let signed = |v: f64| {
        let text = number::bare(v, unit);
        if v > 0.0 && text != "0" {
            format!("+{text}")
        } else {
            text
        }
    };
    match language {
        Language::Zh => format!("{} 至 {}", signed(p05), signed(p95)),
        Language::En => format!("{} to {}", signed(p05), signed(p95)),
    }
}

/// A difference's size without its sign: «4.1 个百分点».
pub(super) fn size(metric: usize, difference: &Difference, language: Language) -> String {
    number::show_difference(mean(metric, difference).abs(), unit_of(metric), language)
        .trim_start_matches('+')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::metric::{METRICS, position};
    use crate::view::verdict::{Row, judge};

    #[test]
    fn a_difference_has_a_sign_and_a_range() {
        let row = Row {
            metric: &METRICS[0],
            differences: &[0.04; 9],
            matters: 0.01,
        };
        let difference = judge(&[row])[0].expect("values");
        assert_eq!(delta(0, &difference, Language::En), "+4 pp");
        assert_eq!(delta_range(0, &difference, Language::En), "+4 to +4");
        assert_eq!(size(0, &difference, Language::Zh), "4 个百分点");
    }

    #[test]
    fn money_and_shares_are_rounded_to_what_their_range_supports() {
        let cost = position("cost.total_per_year").expect("known");
        let values: Vec<f64> = (0..64).map(|i| 262_555.0 + 2700.0 * f64::from(i)).collect();
        let summary = Summary::of(&values).expect("values");
        assert_eq!(value(cost, &summary, Language::En), "350,000 CNY");
        assert_eq!(range(cost, &summary, Language::Zh), "270,000–420,000 元");
        let narrow = Summary::of(&[0.0518, 0.0522]).expect("values");
        assert_eq!(value(0, &narrow, Language::En), "5.2%");
    }
}
