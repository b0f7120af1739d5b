//! The sweep's three panels on one axis: medians and ranges, what is allowed, how far one may go.

use super::scale::{Scale, step, ticks_from_zero};
use super::{Drawing, Mark, between, through};
use crate::measure::metric::{METRICS, position};
use crate::scenario::field::Language;
use crate::study::sweep::answer::Answer;
use crate::study::sweep::lever::amount;
use crate::study::sweep::phones::Phones;
use crate::study::sweep::{PointResult, SweepResult};
use crate::view::number;
use crate::view::snapshot::{FIRST, unit_of};
use crate::view::target::{REQUIREMENTS, Settings};
use crate::view::words::sweep as words;

/// Panels: the first requirements' metrics.
pub const PANELS: usize = 3;

const TOP: f64 = 34.0;
const BETWEEN: f64 = 38.0;
const BOTTOM: f64 = 40.0;
const LEFT: f64 = 52.0;
/// How the curves of a second lever are told apart.
const CURVES: [&str; 3] = ["median curve-0", "median curve-1", "median curve-2"];

/// Where everything goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The lever's values to pixels.
    pub x: Scale,
    /// Each panel's values to pixels.
    pub y: [Scale; PANELS],
}

/// One curve: its points with what they brought.
struct Curve<'a> {
    points: Vec<(f64, &'a PointResult)>,
    answer: &'a Answer,
}

fn curves(found: &SweepResult) -> Vec<Curve<'_>> {
    found
        .lines
        .iter()
        .map(|answer| Curve {
            points: found
                .points
                .iter()
                .filter(|point| point.at.get(1) == answer.outer.as_ref())
                .filter_map(|point| Some((amount(&point.at[0])?, point)))
                .collect(),
            answer,
        })
        .collect()
}

fn metric(panel: usize) -> usize {
    position(REQUIREMENTS[panel].metric).unwrap_or(0)
}

/// Where everything goes, for a drawing of this width.
#[must_use]
pub fn frame(found: &SweepResult, width: f64) -> Frame {
    let height: f64 = if width < 560.0 { 112.0 } else { 124.0 };
    let at = found.points.iter().filter_map(|point| amount(&point.at[0]));
    let (low, high) = at.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
        (l.min(v), h.max(v))
    });
    let y = std::array::from_fn(|panel| {
        #[allow(clippy::cast_precision_loss, reason = "three panels")]
        let top = TOP + (height + BETWEEN) * panel as f64;
        let metric = metric(panel);
        let highest = found
            .points
            .iter()
            .filter_map(|point| Some(point.metrics[metric]?.p95))
            .fold(0.0, f64::max);
        let ticks = ticks_from_zero(highest.max(0.01), 3);
        Scale {
            domain: (0.0, ticks.last().copied().unwrap_or(1.0)),
            range: (top + height, top),
        }
    });
    let bottom = y[PANELS - 1].range.0;
    Frame {
        width,
        height: bottom + BOTTOM,
        x: Scale {
            domain: if low < high { (low, high) } else { (0.0, 1.0) },
            range: (LEFT, width - 18.0),
        },
        y,
    }
}

/// Draws the sweep.
#[must_use]
pub fn draw(found: &SweepResult, settings: &Settings, width: f64, language: Language) -> Drawing {
    let frame = frame(found, width);
    let curves = curves(found);
    let mut marks = Vec::new();
    if let [one] = curves.as_slice() {
        feasible(&frame, one, settings.certainty, &mut marks);
    }
    for panel in 0..PANELS {
        grid(&frame, panel, language, &mut marks);
        for (number, curve) in curves.iter().enumerate() {
            course(&frame, panel, curve, number, curves.len() == 1, &mut marks);
        }
    }
    for curve in &curves {
        sweet(&frame, curve, &mut marks);
    }
    phones(&frame, found, language, &mut marks);
    axis(&frame, settings, language, &mut marks);
    Drawing {
        width,
        height: frame.height,
        marks,
    }
}

/// The stretches in which all requirements hold as surely as asked.
fn feasible(frame: &Frame, curve: &Curve, certainty: f64, marks: &mut Vec<Mark>) {
    let holds: Vec<(f64, bool)> = curve
        .answer
        .points
        .iter()
        .map(|point| (point.at, point.all.is_some_and(|p| p >= certainty)))
        .collect();
    let edge = curve.answer.sweet.map(|sweet| sweet.boundary);
    let (top, bottom) = (frame.y[0].range.1, frame.y[PANELS - 1].range.0);
    for stretch in holds.chunk_by(|a, b| a.1 == b.1).filter(|s| s[0].1) {
        let from = frame.x.at(stretch[0].0);
        let last = stretch[stretch.len() - 1].0;
        let to = frame
            .x
            .at(edge.filter(|edge| *edge >= last).unwrap_or(last));
        let corners = [(from, top), (to, top), (to, bottom), (from, bottom)];
        marks.push(Mark::Area {
            path: format!("{}Z", through(&corners)),
            class: "feasible",
        });
    }
}

fn grid(frame: &Frame, panel: usize, language: Language, marks: &mut Vec<Mark>) {
    let y = frame.y[panel];
    let metric = metric(panel);
    let (left, right) = frame.x.range;
    marks.push(Mark::Text {
        x: 0.0,
        y: y.range.1 - 12.0,
        anchor: "start",
        class: "axis-title",
        text: with_unit(
            METRICS[metric].label.get(language),
            number::unit_name(unit_of(metric)).get(language),
            language,
        ),
    });
    for tick in ticks_from_zero(y.domain.1, 3) {
        let at = y.at(tick);
        marks.push(Mark::Line {
            path: through(&[(left, at), (right, at)]),
            class: if tick == 0.0 { "axis" } else { "grid" },
        });
        marks.push(Mark::Text {
            x: left - 8.0,
            y: at + 4.0,
            anchor: "end",
            class: "tick",
            text: number::bare(tick, unit_of(metric)),
        });
    }
}

fn course(
    frame: &Frame,
    panel: usize,
    curve: &Curve,
    number: usize,
    alone: bool,
    marks: &mut Vec<Mark>,
) {
    let metric = metric(panel);
    let known = curve.points.iter().filter_map(|(at, point)| {
        let summary = point.metrics[metric]?;
        Some((frame.x.at(*at), summary, point.count))
    });
    let known: Vec<_> = known.collect();
    let y = |value: f64| frame.y[panel].at(value);
    let enough: Vec<_> = known.iter().filter(|(_, _, n)| *n >= FIRST).collect();
    if alone && enough.len() > 1 {
        let upper: Vec<(f64, f64)> = enough.iter().map(|(x, s, _)| (*x, y(s.p95))).collect();
        let lower: Vec<(f64, f64)> = enough.iter().map(|(x, s, _)| (*x, y(s.p05))).collect();
        marks.push(Mark::Area {
            path: between(&upper, &lower),
            class: "band-90",
        });
    }
    let middle: Vec<(f64, f64)> = known.iter().map(|(x, s, _)| (*x, y(s.p50))).collect();
    marks.push(Mark::Line {
        path: through(&middle),
        class: CURVES[number % CURVES.len()],
    });
    for (x, summary, count) in &known {
        marks.push(Mark::Dot {
            x: *x,
            y: y(summary.p50),
            r: if *count < FIRST { 1.8 } else { 2.6 },
            class: if *count < FIRST { "few" } else { "point" },
        });
    }
}

/// The highest feasible value through all panels, with its whisker above them.
fn sweet(frame: &Frame, curve: &Curve, marks: &mut Vec<Mark>) {
    let Some(sweet) = curve.answer.sweet else {
        return;
    };
    let x = frame.x.at(sweet.boundary);
    let (low, high) = (frame.x.at(sweet.interval.0), frame.x.at(sweet.interval.1));
    let (top, bottom) = (frame.y[0].range.1, frame.y[PANELS - 1].range.0);
    let at = top - 4.0;
    marks.push(Mark::Line {
        path: through(&[(x, top), (x, bottom)]),
        class: "sweet",
    });
    let there = curve.points.iter().find(|(at, _)| *at == sweet.at);
    if there.is_some_and(|(_, point)| point.count >= FIRST) {
        marks.push(Mark::Line {
            path: through(&[(low, at), (high, at)]),
            class: "whisker",
        });
    }
    let r = 5.0;
    let diamond = [(x, at - r), (x + r, at), (x, at + r), (x - r, at)];
    marks.push(Mark::Area {
        path: format!("{}Z", through(&diamond)),
        class: "sweet-mark",
    });
}

/// What the phones alone say, where it lies in the range.
fn phones(frame: &Frame, found: &SweepResult, language: Language, marks: &mut Vec<Mark>) {
    let at = match &found.phones {
        Some(Phones::Volume { calls, .. }) => Some(*calls),
        Some(Phones::Runs(sweet)) => sweet.map(|sweet| sweet.boundary),
        None => None,
    };
    let (low, high) = frame.x.domain;
    let Some(at) = at.filter(|at| (low..=high).contains(at)) else {
        return;
    };
    let x = frame.x.at(at);
    let (top, bottom) = (frame.y[0].range.1, frame.y[PANELS - 1].range.0);
    marks.push(Mark::Line {
        path: through(&[(x, top), (x, bottom)]),
        class: "phones",
    });
    let left = x > frame.width / 2.0;
    marks.push(Mark::Text {
        x: if left { x - 5.0 } else { x + 5.0 },
        y: bottom - 6.0,
        anchor: if left { "end" } else { "start" },
        class: "tick",
        text: words::PHONES.get(language).to_owned(),
    });
}

fn axis(frame: &Frame, settings: &Settings, language: Language, marks: &mut Vec<Mark>) {
    let field = settings.field();
    let (low, high) = frame.x.domain;
    let by = step(high - low, if frame.width < 560.0 { 5 } else { 10 });
    let y = frame.y[PANELS - 1].range.0;
    let mut tick = (low / by).ceil() * by;
    while tick <= high + by * 1e-6 {
        marks.push(Mark::Text {
            x: frame.x.at(tick),
            y: y + 18.0,
            anchor: "middle",
            class: "tick",
            text: number::bare(tick, field.unit),
        });
        tick += by;
    }
    let unit = number::unit_name(field.unit).get(language);
    let label = field.label.get(language);
    marks.push(Mark::Text {
        x: frame.x.range.1,
        y: y + 36.0,
        anchor: "end",
        class: "axis-title",
        text: with_unit(label, unit, language),
    });
}

fn with_unit(label: &str, unit: &str, language: Language) -> String {
    match (unit.is_empty(), language) {
        (true, _) => label.to_owned(),
        (false, Language::Zh) => format!("{label}（{unit}）"),
        (false, Language::En) => format!("{label} ({unit})"),
    }
}
