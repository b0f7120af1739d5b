//! The months of a centre, drawn: data over nine tenths of what is simulated.

use super::drawing::text;
use super::{dash, written, written_band};
use crate::scenario::field::{Language, Text};
use crate::scenario::import::centre::month::Month;
use crate::study::own::traits::quantile;
use crate::study::own::{Calibration, Row};
use crate::view::chart::scale::{Scale, ticks};
use crate::view::chart::{Drawing, Mark, between, through};
use crate::view::figure::{Figure, Grid, Readable};
use crate::view::words::centre as words;
use std::rc::Rc;

const HEIGHT: f64 = 240.0;
const LEFT: f64 = 52.0;
const BOTTOM: f64 = 34.0;

/// One month as it is drawn.
struct Seen {
    name: String,
    data: Option<f64>,
    band: Option<(f64, f64)>,
    held: bool,
}

/// The months, a figure for each result that the data have: data over nine tenths of the simulations.
#[must_use]
pub fn months(
    asked: &Calibration,
    checks: &[Row],
    first: Month,
    language: Language,
) -> Vec<Figure> {
    let ids = ["own-leavers", "own-calls", "own-talk", "own-score"];
    let all = ids.into_iter().zip(words::COURSES).enumerate();
    let with = all.filter(|(at, _)| asked.course.iter().any(|month| month[*at].is_some()));
    with.map(|(at, (id, title))| {
        let seen = seen(asked, checks, first, at);
        course(id, title, seen, at, language)
    })
    .collect()
}

fn seen(asked: &Calibration, checks: &[Row], first: Month, at: usize) -> Vec<Seen> {
    let of = |(number, month): (u32, &[Option<f64>; 4])| {
        let simulated = |row: &Row| row.course.get(number as usize)?[at];
        let values: Vec<f64> = checks.iter().filter_map(simulated).collect();
        let low = quantile(values.clone(), 0.05);
        Seen {
            name: first.later(number).to_string(),
            data: month[at],
            band: low
                .zip(quantile(values, 0.95))
                .filter(|_| month[at].is_some()),
            held: number >= asked.shape.fitted(),
        }
    };
    (0..).zip(&asked.course).map(of).collect()
}

fn course(id: &'static str, title: Text, seen: Vec<Seen>, at: usize, language: Language) -> Figure {
    let write = move |value: f64| written(at, value, language);
    let judged: Vec<&Seen> = seen.iter().filter(|s| s.held && s.data.is_some()).collect();
    let inside = judged.iter().filter(|s| is_inside(s)).count();
    let held = judged.len();
    let caption = match (held, language) {
        (0, _) => title.get(language).to_owned(),
        (_, Language::Zh) => format!(
            "{}：留作检验的 {held} 个月里，{inside} 个在区间内",
            title.zh
        ),
        (_, Language::En) => {
            format!(
                "{}: of {held} months held back, {inside} lie inside",
                title.en
            )
        }
    };
    let rows = seen.iter().map(|month| {
        let band = month.band.map(|band| written_band(at, band, language));
        vec![
            month.name.clone(),
            month.data.map_or_else(dash, write),
            band.unwrap_or_else(dash),
            if month.held {
                words::HELD
            } else {
                words::FITTED
            }
            .get(language)
            .to_owned(),
        ]
    });
    let head = [words::MONTH, words::DATA, words::SIMULATED, words::USED_FOR];
    let table = Grid {
        head: head.map(|text| text.get(language).to_owned()).to_vec(),
        rows: rows.collect(),
    };
    Figure {
        id,
        caption,
        note: words::COURSE_NOTE.get(language).to_owned(),
        foot: String::new(),
        grid: table,
        draw: Rc::new(move |width| Readable::of(line(&seen, &write, language, width))),
    }
}

fn is_inside(month: &Seen) -> bool {
    let pair = month.data.zip(month.band);
    pair.is_some_and(|(value, (low, high))| (low..=high).contains(&value))
}

fn line(seen: &[Seen], write: &dyn Fn(f64) -> String, language: Language, width: f64) -> Drawing {
    let ends = seen.iter().flat_map(|s| {
        let (low, high) = s.band.unzip();
        [s.data, low, high]
    });
    let (low, high) = ends
        .flatten()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
            (l.min(v), h.max(v))
        });
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let up = ticks(low, high, 4);
    let y = Scale {
        domain: (up[0].min(low), up[up.len() - 1].max(high)),
        range: (HEIGHT - BOTTOM, 14.0),
    };
    let last = to_f64(seen.len().saturating_sub(1));
    let x = Scale {
        domain: (-0.5, last + 0.5),
        range: (LEFT, width - 4.0),
    };
    let mut marks = Vec::new();
    if let Some(held) = seen.iter().position(|s| s.held) {
        let (from, to) = (x.at(to_f64(held) - 0.5), x.range.1);
        marks.push(Mark::Area {
            path: between(
                &[(from, 6.0), (to, 6.0)],
                &[(from, y.range.0), (to, y.range.0)],
            ),
            class: "held-back",
        });
        marks.push(text(
            to - 4.0,
            18.0,
            "end",
            "tick",
            words::HELD.get(language).to_owned(),
        ));
    }
    for tick in &up {
        let at = y.at(*tick);
        marks.push(Mark::Line {
            path: through(&[(LEFT, at), (x.range.1, at)]),
            class: "grid",
        });
        marks.push(text(LEFT - 8.0, at + 4.0, "end", "tick", write(*tick)));
    }
    // A name takes some 64 pixels.
    let every = (to_f64(seen.len()) * 64.0 / (width - LEFT)).ceil().max(1.0);
    for (at, month) in seen.iter().enumerate() {
        if to_f64(at) % every == 0.0 {
            let place = x.at(to_f64(at));
            marks.push(text(
                place,
                HEIGHT - 12.0,
                "middle",
                "tick",
                month.name.clone(),
            ));
        }
    }
    for run in runs(seen, |s| s.band) {
        let at = |(at, end): (usize, f64)| (x.at(to_f64(at)), y.at(end));
        let upper: Vec<(f64, f64)> = run.iter().map(|(i, band)| at((*i, band.1))).collect();
        let lower: Vec<(f64, f64)> = run.iter().map(|(i, band)| at((*i, band.0))).collect();
        marks.push(Mark::Area {
            path: between(&upper, &lower),
            class: "band-90",
        });
    }
    for run in runs(seen, |s| s.data) {
        let points: Vec<(f64, f64)> = run
            .iter()
            .map(|(at, value)| (x.at(to_f64(*at)), y.at(*value)))
            .collect();
        marks.push(Mark::Line {
            path: through(&points),
            class: "data",
        });
        for ((at, value), (px, py)) in run.iter().zip(points) {
            let month = &seen[*at];
            let band = month.band.map_or_else(String::new, |(low, high)| {
                let simulated = words::SIMULATED.get(language);
                format!(" · {simulated} {} → {}", write(low), write(high))
            });
            let held = if month.held {
                words::HELD.get(language)
            } else {
                ""
            };
            let held = if held.is_empty() {
                String::new()
            } else {
                format!(" · {held}")
            };
            let data = words::DATA.get(language);
            marks.push(Mark::Stop {
                x: px,
                y: py,
                says: format!("{} · {data} {}{band}{held}", month.name, write(*value)),
            });
            marks.push(Mark::Dot {
                x: px,
                y: py,
                r: 3.5,
                class: if is_inside(month) { "null" } else { "outside" },
            });
        }
    }
    Drawing {
        width,
        height: HEIGHT,
        marks,
    }
}

/// Months without a gap, each with its number.
fn runs<T: Copy>(seen: &[Seen], of: impl Fn(&Seen) -> Option<T>) -> Vec<Vec<(usize, T)>> {
    let mut runs: Vec<Vec<(usize, T)>> = Vec::new();
    let mut last = None;
    for (at, month) in seen.iter().enumerate() {
        let Some(value) = of(month) else { continue };
        match runs.last_mut().filter(|_| last == at.checked_sub(1)) {
            Some(run) if last.is_some() => run.push((at, value)),
            Some(_) | None => runs.push(vec![(at, value)]),
        }
        last = Some(at);
    }
    runs
}

#[allow(clippy::cast_precision_loss, reason = "a few months")]
fn to_f64(n: usize) -> f64 {
    n as f64
}
