//! The chance of deciding to leave, month by month, as a chart: the person's, the twin's, the hall's middle.

use super::told::{largest, percent};
use super::{chances, date, part};
use crate::measure::journal::{Calendar, Journal, Life};
use crate::scenario::field::Language;
use crate::view::chart::curves::{Axes, Curve, draw};
use crate::view::chart::{Drawing, Mark};
use crate::view::figure::{Figure, Grid, Readable, Stop};
use crate::view::finding::say;
use crate::view::words::people;
use std::rc::Rc;

/// A line of the chart: whose it is, and its class in the stylesheet.
pub struct Named {
    /// Written at the line's end.
    pub label: String,
    /// One of the series' classes.
    pub class: &'static str,
}

/// The figure of a life, beside its twin where there is one; `foot` says what it is made from.
#[must_use]
pub fn figure(
    journal: &Journal,
    life: &Life,
    own: Named,
    twin: Option<(&Journal, &Life, Named)>,
    foot: String,
    language: Language,
) -> Figure {
    let table = chances::table(&journal.calendar, life, language);
    let mut curves = vec![curve(&journal.calendar, life, own)];
    // At each stop the reading says the date, the chance and its largest parts.
    let says: Vec<String> = told(life)
        .map(|(day, chance)| {
            let parts = largest(chance.parts).into_iter().take(3);
            let parts = parts.map(|(p, size)| format!("{} {}", part(p, language), percent(size)));
            let first = [
                date(&journal.calendar, day, language),
                percent(chance.chance),
            ];
            first
                .into_iter()
                .chain(parts)
                .collect::<Vec<_>>()
                .join(" · ")
        })
        .collect();
    if let Some((there, other, named)) = twin {
        curves.push(curve(&there.calendar, other, named));
    }
    curves.push(middle(journal, life, language));
    curves.retain(|curve| !curve.points.is_empty());
    Figure {
        id: "chance",
        caption: people::CHANCE.get(language).to_owned(),
        note: people::CHANCE_NOTE.get(language).to_owned(),
        foot,
        grid: Grid {
            head: table.head,
            rows: table.rows,
        },
        draw: Rc::new(move |width| readable(&curves, &says, width, language)),
    }
}

fn told(life: &Life) -> impl Iterator<Item = (u32, &crate::measure::journal::Chance)> {
    let entries = life.entries.iter();
    entries.filter_map(|entry| Some((entry.day, entry.event.chance()?)))
}

/// Months of the measured year from 1; months before it are 0 and less.
fn month(calendar: &Calendar, day: u32) -> f64 {
    f64::from(calendar.date(day).month)
}

fn curve(calendar: &Calendar, life: &Life, named: Named) -> Curve {
    Curve {
        label: named.label,
        points: told(life)
            .map(|(day, chance)| (month(calendar, day), chance.chance))
            .collect(),
        whiskers: Vec::new(),
        joined: true,
        class: named.class,
    }
}

/// The middle of everybody's chances in the months of a life.
fn middle(journal: &Journal, life: &Life, language: Language) -> Curve {
    let of = |day: u32| {
        let all = journal.lives.iter();
        let mut chances: Vec<f64> = all
            .filter_map(|life| told(life).find(|(on, _)| *on == day))
            .map(|(_, chance)| chance.chance)
            .collect();
        crate::order::numbers(&mut chances);
        chances.get(chances.len() / 2).copied()
    };
    let points = told(life).filter_map(|(day, _)| Some((month(&journal.calendar, day), of(day)?)));
    Curve {
        label: say(language, "全体中位数", "the hall’s middle"),
        points: points.collect(),
        whiskers: Vec::new(),
        joined: true,
        class: "null",
    }
}

fn readable(curves: &[Curve], says: &[String], width: f64, language: Language) -> Readable {
    let axes = Axes {
        up: people::CHANCE_AXIS.get(language),
        across: people::MONTH_AXIS.get(language),
        up_value: &|share| format!("{}%", crate::view::chart::short(share * 100.0)),
        // Between whole months nothing is written.
        across_value: &|month| {
            if (month - month.round()).abs() < 1e-9 {
                format!("{month:.0}")
            } else {
                String::new()
            }
        },
        from_zero: true,
    };
    let drawing = draw(curves, &axes, width);
    let dots = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Dot { x, y, .. } => Some((*x, *y)),
        Mark::Area { .. } | Mark::Line { .. } | Mark::Text { .. } | Mark::Stop { .. } => None,
    });
    // The person's dots are drawn first.
    let stops = says.iter().zip(dots).map(|(says, (x, y))| Stop {
        x,
        dots: vec![y],
        says: says.clone(),
    });
    Readable {
        stops: stops.collect(),
        span: span(&drawing),
        drawing,
    }
}

/// From the first line of the grid to the last.
fn span(drawing: &Drawing) -> (f64, f64) {
    (34.0, drawing.height - 46.0)
}
