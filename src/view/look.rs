//! A mean as it may be shown: with its interval, or as a first look while too few years are in for one.
//! The one rule for tables, sentences and drawings.

use super::finding::say;
use super::number::{bare, counted, show, show_difference, show_range};
use crate::measure::metric;
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};

/// Years below which an interval says more about its own roughness than about the mean.
pub const FEWEST: usize = super::verdict::FEWEST_PAIRS;

/// True while there are too few years for an interval.
#[must_use]
pub fn is_first(summary: &Summary) -> bool {
    summary.count < FEWEST
}

/// What stands in place of an interval: «first look, 3 years».
#[must_use]
pub fn first(years: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("初看，仅 {years} 年"),
        Language::En => format!("first look, {}", counted(years, "year", "years")),
    }
}

/// The same in brackets behind a number of so many years; nothing where they are enough.
#[must_use]
pub fn hedge(years: usize, language: Language) -> String {
    match language {
        _ if years >= FEWEST => String::new(),
        Language::Zh => format!("（{}）", first(years, language)),
        Language::En => format!(" ({})", first(years, language)),
    }
}

/// The interval of the mean within these ends; None while it is a first look.
fn known(summary: &Summary, within: (f64, f64)) -> Option<(f64, f64)> {
    summary.interval(within).filter(|_| !is_first(summary))
}

/// The interval of a level in words, or that it is a first look.
#[must_use]
pub fn range(summary: &Summary, unit: Unit, language: Language) -> String {
    known(summary, metric::range(unit)).map_or_else(
        || first(summary.count, language),
        |(low, high)| show_range(low, high, unit, language),
    )
}

/// What the middle nine tenths of the years span, or that it is a first look.
#[must_use]
pub fn years(summary: &Summary, unit: Unit, language: Language) -> String {
    if is_first(summary) {
        return first(summary.count, language);
    }
    show_range(summary.p05, summary.p95, unit, language)
}

/// The mean of a level with its interval: «21% (17–26%)»; alone where every year has the same.
#[must_use]
pub fn level(summary: &Summary, unit: Unit, language: Language) -> String {
    let (mean, range) = (
        show(summary.mean, unit, language),
        range(summary, unit, language),
    );
    if summary.ci95.0 == summary.ci95.1 && !is_first(summary) {
        return mean;
    }
    match language {
        Language::Zh => format!("{mean}（{range}）"),
        Language::En => format!("{mean} ({range})"),
    }
}

/// The same in a row that says elsewhere how few years are in: the mean alone while it is a first look.
#[must_use]
pub fn brief(summary: &Summary, unit: Unit, language: Language) -> String {
    if is_first(summary) {
        show(summary.mean, unit, language)
    } else {
        level(summary, unit, language)
    }
}

/// The interval of a difference without its unit, or that it is a first look.
#[must_use]
pub fn span(summary: &Summary, unit: Unit, language: Language) -> String {
    let Some((low, high)) = known(summary, metric::range_of_difference(unit)) else {
        return first(summary.count, language);
    };
    let end = |v: f64| {
        let text = bare(v, unit);
        if v > 0.0 && text != "0" {
            format!("+{text}")
        } else {
            text
        }
    };
    let to = say(language, " 至 ", " to ");
    format!("{}{to}{}", end(low), end(high))
}

/// A difference with its interval, the unit once: «−4.1 pp (−12 to +4)».
#[must_use]
pub fn difference(summary: &Summary, unit: Unit, language: Language) -> String {
    let (mean, span) = (
        show_difference(summary.mean, unit, language),
        span(summary, unit, language),
    );
    match language {
        Language::Zh => format!("{mean}（{span}）"),
        Language::En => format!("{mean} ({span})"),
    }
}

/// The interval of a level as it is drawn; of no length while it is a first look.
#[must_use]
pub fn whisker(summary: &Summary, unit: Unit) -> (f64, f64) {
    known(summary, metric::range(unit)).unwrap_or((summary.mean, summary.mean))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Summary {
        Summary::of(values).expect("values")
    }

    #[test]
    fn few_years_are_a_first_look_without_an_interval() {
        // Two years of 29 % and 41 % have an interval from −41 to 111 %: nobody is shown that.
        let two = of(&[0.29, 0.41]);
        assert!(two.ci95.0 < 0.0 && two.ci95.1 > 1.0);
        let unit = Unit::SharePerYear;
        assert_eq!(level(&two, unit, Language::En), "35% (first look, 2 years)");
        assert_eq!(level(&two, unit, Language::Zh), "35%（初看，仅 2 年）");
        assert_eq!(
            difference(&two, unit, Language::En),
            "+35 pp (first look, 2 years)"
        );
        assert_eq!(whisker(&two, unit), (two.mean, two.mean));
        let mut years = vec![0.3; FEWEST - 1];
        assert!(is_first(&of(&years)));
        years.push(0.4);
        let enough = of(&years);
        assert!(!is_first(&enough));
        assert_eq!(whisker(&enough, unit), enough.ci95);
        assert!(!level(&enough, unit, Language::En).contains("look"));
    }

    #[test]
    fn an_interval_keeps_to_what_a_mean_can_be() {
        let mut years = vec![0.0; FEWEST - 1];
        years.push(0.1);
        let rare = of(&years);
        assert!(rare.ci95.0 < 0.0);
        assert_eq!(whisker(&rare, Unit::Share).0, 0.0);
        assert_eq!(range(&rare, Unit::Share, Language::En), "0–4.2%");
        let below: Vec<f64> = years.iter().map(|v| -v).collect();
        let below = of(&below);
        assert_eq!(whisker(&below, Unit::Share).0, below.ci95.0.max(below.mean));
        assert!(span(&below, Unit::Share, Language::En).starts_with('−'));
    }
}
