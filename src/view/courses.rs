//! The scenarios' years over each other: one line a scenario, and at the year's end what luck leaves open.

use super::chart::curves::{Axes, Curve, SERIES, draw};
use super::compare::Column;
use super::figure::{Figure, Grid, Readable};
use super::number;
use super::words::compare as words;
use super::year;
use crate::measure::summary::Band;
use crate::measure::weekly::{WEEKLY, Weekly};
use crate::scenario::field::Language;
use crate::study::compare::Comparison;
use std::rc::Rc;

/// A line has a point every so many weeks, so that six of them can be told apart.
const EVERY: usize = 5;
/// From so many years on the middle nine tenths of them are drawn.
const FOR_A_RANGE: usize = 8;

/// The figure of course number `course`; None before the first year or where no courses were kept.
#[must_use]
pub fn figure(
    found: &Comparison,
    columns: &[Column],
    course: usize,
    seed: u64,
    language: Language,
) -> Option<Figure> {
    let weekly = WEEKLY.get(course)?;
    let bands: Vec<&Vec<Band>> = found
        .courses
        .iter()
        .map(|of| of.get(course).filter(|weeks| !weeks.is_empty()))
        .collect::<Option<_>>()?;
    let curves: Vec<Curve> = columns
        .iter()
        .zip(&bands)
        .map(|(column, weeks)| curve(column, weeks, found.count >= FOR_A_RANGE))
        .collect();
    let label = weekly.label.get(language);
    let ends = columns.iter().zip(&bands).filter_map(|(column, weeks)| {
        let end = value(weekly, weeks.last()?.quantiles[2], language);
        Some(format!("{} {end}", short(column)))
    });
    let ends: Vec<String> = ends.collect();
    Some(Figure {
        id: "courses",
        caption: match language {
            Language::Zh => format!("{label}，年末：{}", ends.join("，")),
            Language::En => format!("{label}, at the year’s end: {}", ends.join(", ")),
        },
        note: words::COURSES_NOTE.get(language).to_owned(),
        foot: year::foot(found.count, seed, language),
        grid: grid(columns, &bands, weekly, language),
        draw: Rc::new(move |width| {
            let axes = Axes {
                up: label,
                across: words::WEEK.get(language),
                up_value: &|v| value(weekly, v, language),
                across_value: &|v| format!("{v:.0}"),
                from_zero: true,
            };
            Readable::of(draw(&curves, &axes, width))
        }),
    })
}

fn curve(column: &Column, weeks: &[Band], ranged: bool) -> Curve {
    let last = weeks.len() - 1;
    let drawn: Vec<usize> = (0..weeks.len())
        .filter(|week| (week + 1) % EVERY == 0 || *week == 0 || *week == last)
        .collect();
    #[allow(clippy::cast_precision_loss, reason = "weeks of a year")]
    let points = drawn
        .iter()
        .map(|w| ((w + 1) as f64, weeks[*w].quantiles[2]));
    let range = |week: &usize| {
        let [low, _, middle, _, high] = weeks[*week].quantiles;
        if ranged && *week == last {
            (low, high)
        } else {
            (middle, middle)
        }
    };
    Curve {
        label: short(column),
        points: points.collect(),
        whiskers: drawn.iter().map(range).collect(),
        joined: true,
        class: column
            .letter
            .map_or("null", |letter| SERIES[letter.index()]),
    }
}

/// What a scenario is called where there is little room.
fn short(column: &Column) -> String {
    column
        .letter
        .map_or_else(|| column.title.clone(), |letter| letter.name().to_owned())
}

fn value(weekly: &Weekly, value: f64, language: Language) -> String {
    number::show(value, weekly.unit, language)
}

fn grid(columns: &[Column], bands: &[&Vec<Band>], weekly: &Weekly, language: Language) -> Grid {
    let weeks = bands.iter().map(|of| of.len()).min().unwrap_or(0);
    let row = |week: usize| {
        let values = bands.iter().map(|of| {
            let [low, _, middle, _, high] = of[week].quantiles;
            let range = number::show_range(low, high, weekly.unit, language);
            format!("{} ({range})", value(weekly, middle, language))
        });
        std::iter::once((week + 1).to_string())
            .chain(values)
            .collect()
    };
    Grid {
        head: std::iter::once(words::WEEK.get(language).to_owned())
            .chain(columns.iter().map(short))
            .collect(),
        rows: (0..weeks).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::lineup::Letter;

    fn comparison(years: usize) -> Comparison {
        let band = |week: u32, level: f64| Band {
            quantiles: [0.5, 0.8, 1.0, 1.2, 1.5].map(|q| q * level * f64::from(week)),
        };
        let course = |level: f64| {
            (1..=50)
                .map(|week| band(week, level))
                .collect::<Vec<Band>>()
        };
        Comparison {
            count: years,
            complete: true,
            reference: 0,
            metrics: Vec::new(),
            differences: Vec::new(),
            courses: [0.004, 0.006]
                .map(|level| WEEKLY.iter().map(|_| course(level)).collect())
                .to_vec(),
        }
    }

    fn columns() -> Vec<Column> {
        let column = |at: usize| Column {
            letter: Letter::of_index(at),
            title: "x".to_owned(),
            is_reference: at == 0,
        };
        vec![column(0), column(1)]
    }

    #[test]
    fn the_caption_says_where_each_year_ends_and_the_table_every_week() {
        let figure = figure(&comparison(64), &columns(), 0, 1, Language::En).expect("courses");
        assert!(
            figure.caption.contains("A 20%, B 30%"),
            "{}",
            figure.caption
        );
        assert_eq!(figure.grid.rows.len(), 50);
        assert_eq!(figure.grid.rows[49][2], "30% (15–45%)");
        // A point every five weeks and the first, of each scenario, each of which can be read.
        assert_eq!((figure.draw)(720.0).stops.len(), 2 * 11);
    }

    #[test]
    fn few_years_have_no_range_and_no_years_no_figure() {
        let of = |years| {
            curve(
                &columns()[0],
                &comparison(years).courses[0][0],
                years >= FOR_A_RANGE,
            )
        };
        assert!(of(64).whiskers.last().is_some_and(|(low, high)| low < high));
        assert!(of(3).whiskers.iter().all(|(low, high)| low == high));
        let none = Comparison {
            courses: vec![vec![Vec::new(); WEEKLY.len()]; 2],
            ..comparison(0)
        };
        assert!(figure(&none, &columns(), 0, 1, Language::Zh).is_none());
    }
}
