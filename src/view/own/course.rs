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
    let last = to_f64(seen.len().saturating_sub(1));
    let frame = Frame {
        seen,
        x: Scale {
            domain: (-0.5, last + 0.5),
            range: (LEFT, width - 4.0),
        },
        y: Scale {
            domain: (up[0].min(low), up[up.len() - 1].max(high)),
            range: (HEIGHT - BOTTOM, 14.0),
        },
        write,
        language,
    };
    let mut marks = Vec::new();
    frame.held(&mut marks);
    frame.axes(&mut marks, &up, width);
    frame.band(&mut marks);
    frame.data(&mut marks);
    Drawing {
        width,
        height: HEIGHT,
        marks,
    }
}

/// The months with the scales that they are drawn on.
struct Frame<'a> {
    seen: &'a [Seen],
    x: Scale,
    y: Scale,
    write: &'a dyn Fn(f64) -> String,
    language: Language,
}

impl Frame<'_> {
    fn at(&self, (month, value): (usize, f64)) -> (f64, f64) {
        (self.x.at(to_f64(month)), self.y.at(value))
    }

    /// A ground under the months that were held back.
    fn held(&self, marks: &mut Vec<Mark>) {
        let Some(held) = self.seen.iter().position(|s| s.held) else {
            return;
        };
        let (from, to) = (self.x.at(to_f64(held) - 0.5), self.x.range.1);
        let bottom = self.y.range.0;
        marks.push(Mark::Area {
            path: between(&[(from, 6.0), (to, 6.0)], &[(from, bottom), (to, bottom)]),
            class: "held-back",
        });
        let words = words::HELD.get(self.language).to_owned();
        marks.push(text(to - 4.0, 18.0, "end", "tick", words));
    }

    fn axes(&self, marks: &mut Vec<Mark>, up: &[f64], width: f64) {
        for tick in up {
            let at = self.y.at(*tick);
            marks.push(Mark::Line {
                path: through(&[(LEFT, at), (self.x.range.1, at)]),
                class: "grid",
            });
            let value = (self.write)(*tick);
            marks.push(text(LEFT - 8.0, at + 4.0, "end", "tick", value));
        }
        // A name takes some 64 pixels.
        let every = (to_f64(self.seen.len()) * 64.0 / (width - LEFT))
            .ceil()
            .max(1.0);
        for (at, month) in self.seen.iter().enumerate() {
            if to_f64(at) % every == 0.0 {
                let (place, name) = (self.x.at(to_f64(at)), month.name.clone());
                marks.push(text(place, HEIGHT - 12.0, "middle", "tick", name));
            }
        }
    }

    fn band(&self, marks: &mut Vec<Mark>) {
        for run in runs(self.seen, |s| s.band) {
            let upper: Vec<(f64, f64)> = run.iter().map(|(i, b)| self.at((*i, b.1))).collect();
            let lower: Vec<(f64, f64)> = run.iter().map(|(i, b)| self.at((*i, b.0))).collect();
            marks.push(Mark::Area {
                path: between(&upper, &lower),
                class: "band-90",
            });
        }
    }

    fn data(&self, marks: &mut Vec<Mark>) {
        for run in runs(self.seen, |s| s.data) {
            let points: Vec<(f64, f64)> = run.iter().map(|one| self.at(*one)).collect();
            marks.push(Mark::Line {
                path: through(&points),
                class: "data",
            });
            for ((at, value), (x, y)) in run.into_iter().zip(points) {
                let month = &self.seen[at];
                let says = self.says(month, value);
                marks.push(Mark::Stop { x, y, says });
                marks.push(Mark::Dot {
                    x,
                    y,
                    r: 3.5,
                    class: if is_inside(month) { "null" } else { "outside" },
                });
            }
        }
    }

    fn says(&self, month: &Seen, value: f64) -> String {
        let word = |text: Text| text.get(self.language);
        let (data, simulated) = (word(words::DATA), word(words::SIMULATED));
        let band = month.band.map(|(low, high)| {
            let (low, high) = ((self.write)(low), (self.write)(high));
            format!("{simulated} {low} → {high}")
        });
        let held = month.held.then(|| word(words::HELD).to_owned());
        let value = format!("{data} {}", (self.write)(value));
        let said = [Some(month.name.clone()), Some(value), band, held];
        said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
