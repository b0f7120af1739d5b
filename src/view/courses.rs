//! The scenarios' years over each other: one line a scenario, and at the year's end what luck leaves open.

use super::chart::curves::{Axes, Curve, SERIES, draw};
use super::chart::{Drawing, Mark};
use super::compare::Column;
use super::figure::{Figure, Grid, Readable};
use super::number;
use super::snapshot::FIRST;
use super::words::compare as words;
use super::year;
use crate::measure::summary::Band;
use crate::measure::weekly::{WEEKLY, Weekly};
use crate::scenario::field::Language;
use crate::study::compare::Comparison;
use std::rc::Rc;

/// A line has a point every so many weeks, so that six of them can be told apart.
const EVERY: usize = 5;

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
    let sides = || columns.iter().zip(&bands);
    let mut curves: Vec<Curve> = sides().map(|(of, weeks)| curve(of, weeks)).collect();
    if found.count >= FIRST {
        curves.extend(
            (0..)
                .zip(sides())
                .map(|(at, (of, weeks))| end(at, of, weeks)),
        );
    }
    let weeks = to_f64(bands.iter().map(|of| of.len()).max().unwrap_or(0));
    let label = weekly.label.get(language);
    let ends = sides().filter_map(|(column, weeks)| {
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
                across_value: &|v| {
                    if v > weeks {
                        words::YEAR_END.get(language).to_owned()
                    } else {
                        format!("{v:.0}")
                    }
                },
                from_zero: true,
            };
            let mut drawing = draw(&curves, &axes, width);
            put_end(&mut drawing, words::YEAR_END.get(language));
            Readable::of(drawing)
        }),
    })
}

/// The middle of the years.
fn curve(column: &Column, weeks: &[Band]) -> Curve {
    let last = weeks.len() - 1;
    let drawn = (0..weeks.len()).filter(|week| (week + 1) % EVERY == 0 || [0, last].contains(week));
    Curve {
        label: short(column),
        points: drawn
            .map(|week| (to_f64(week + 1), weeks[week].quantiles[2]))
            .collect(),
        whiskers: Vec::new(),
        joined: true,
        class: class(column),
    }
}

/// Where nine tenths of them end, beside the last week, scenario by scenario.
fn end(at: u32, column: &Column, weeks: &[Band]) -> Curve {
    let [low, _, middle, _, high] = weeks[weeks.len() - 1].quantiles;
    let place = to_f64(weeks.len()) + 1.5 * f64::from(at + 1);
    Curve {
        label: String::new(),
        points: vec![(place, middle)],
        whiskers: vec![(low, high)],
        joined: false,
        class: class(column),
    }
}

/// Writes where the ends stand instead of at the tick that happens to come after the last week.
fn put_end(drawing: &mut Drawing, name: &str) {
    let ends = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Stop { x, says, .. } => says.starts_with(name).then_some(*x),
        Mark::Area { .. } | Mark::Line { .. } | Mark::Dot { .. } | Mark::Text { .. } => None,
    });
    let first = ends.fold(f64::INFINITY, f64::min);
    for mark in &mut drawing.marks {
        if let Mark::Text {
            x, anchor, text, ..
        } = mark
            && text == name
        {
            // From the first of them on, clear of the week before.
            (*x, *anchor) = (first - 8.0, "start");
        }
    }
    drawing
        .marks
        .retain(|mark| !matches!(mark, Mark::Text { x, .. } if x.is_infinite()));
}

fn class(column: &Column) -> &'static str {
    column
        .letter
        .map_or("null", |letter| SERIES[letter.index()])
}

#[allow(clippy::cast_precision_loss, reason = "weeks of a year")]
fn to_f64(weeks: usize) -> f64 {
    weeks as f64
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
        // A point every five weeks and the first, and the year's end, each of which can be read.
        let stops = (figure.draw)(720.0).stops;
        assert_eq!(stops.len(), 2 * 12);
        assert!(
            stops
                .iter()
                .any(|stop| stop.says == "year’s end · 30% · 15% → 45%")
        );
    }

    #[test]
    fn few_years_have_no_range_and_no_years_no_figure() {
        let of = |found: &Comparison| figure(found, &columns(), 0, 1, Language::Zh);
        let few = of(&comparison(3)).expect("courses");
        assert_eq!((few.draw)(720.0).stops.len(), 2 * 11);
        let none = Comparison {
            courses: vec![vec![Vec::new(); WEEKLY.len()]; 2],
            ..comparison(0)
        };
        assert!(of(&none).is_none());
    }
}
