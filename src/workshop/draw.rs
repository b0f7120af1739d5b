//! The workshop's drawings as data: a band over the years, a curve over the medians, years that were lost.

use super::lesson::{Scale as Steps, Task};
use super::say::tick;
use super::ticket::POINTS;
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};
use crate::view::chart::scale::{Scale, ticks};
use crate::view::chart::{Drawing, Mark, through};

/// Room at both sides of a band's axis, so that a handle at the end can be held.
pub const SIDE: f64 = 26.0;
/// From this width on a drawing is for a projector, with type twice as large.
const PROJECTED: f64 = 900.0;

/// Room under the axis.
fn foot(width: f64) -> f64 {
    if width < PROJECTED { 34.0 } else { 56.0 }
}

/// Room for the ticks at the left.
fn left(width: f64) -> f64 {
    if width < PROJECTED { 58.0 } else { 130.0 }
}

/// From a line of ticks down to their base line.
fn below(width: f64) -> f64 {
    if width < PROJECTED { 22.0 } else { 38.0 }
}

/// Where a band's amounts lie on a drawing of this width.
#[must_use]
pub fn across(steps: &Steps, width: f64) -> Scale {
    Scale {
        domain: (steps.low, steps.high),
        range: (SIDE, width - SIDE),
    }
}

/// Where a curve's places lie.
#[must_use]
pub fn places(width: f64) -> [f64; POINTS] {
    let left = left(width);
    let pitch = (width - left - SIDE - 20.0) / 4.0;
    [0.0, 1.0, 2.0, 3.0, 4.0].map(|at| left + 10.0 + at * pitch)
}

/// Where a curve's amounts lie.
#[must_use]
pub fn upwards(steps: &Steps, size: (f64, f64)) -> Scale {
    Scale {
        domain: (steps.low, steps.high),
        range: (size.1 - foot(size.0) - 14.0, 18.0),
    }
}

fn text(x: f64, y: f64, anchor: &'static str, class: &'static str, text: String) -> Mark {
    Mark::Text {
        x,
        y,
        anchor,
        class,
        text,
    }
}

fn rectangle(from: (f64, f64), to: (f64, f64), class: &'static str) -> Mark {
    let mut path = through(&[from, (to.0, from.1), to, (from.0, to.1)]);
    path.push('Z');
    Mark::Area { path, class }
}

/// What is drawn over a band's axis.
#[derive(Clone, Debug, Default)]
pub struct BandPicture<'a> {
    /// The participant's own band.
    pub own: Option<(f64, f64)>,
    /// How many of the room's bands hold each step; empty for none.
    pub room: &'a [u32],
    /// The simulated years; empty before the reveal.
    pub futures: &'a [f64],
}

/// Draws a band's axis with what is known.
#[must_use]
pub fn band(task: &Task, picture: &BandPicture, size: (f64, f64), language: Language) -> Drawing {
    let (width, height) = size;
    let (steps, unit) = (task.scale(), task.about().unit);
    let x = across(&steps, width);
    let base = height - foot(width);
    let mut marks = Vec::new();
    let most = picture.room.iter().copied().max().unwrap_or(0);
    if most > 0 {
        marks.push(room(picture.room, &steps, &x, base));
    }
    if let Some((low, high)) = picture.own {
        marks.push(rectangle((x.at(low), 22.0), (x.at(high), base), "own-band"));
    }
    marks.extend(stacked(picture.futures, &x, base));
    marks.push(Mark::Line {
        path: through(&[(SIDE, base), (width - SIDE, base)]),
        class: "axis",
    });
    let count = if width < 420.0 { 4 } else { 8 };
    for value in ticks(steps.low, steps.high, count) {
        if value <= steps.high + 1e-9 {
            marks.push(text(
                x.at(value),
                base + below(width),
                "middle",
                "tick",
                tick(value, unit, language),
            ));
        }
    }
    Drawing {
        width,
        height,
        marks,
    }
}

fn room(counts: &[u32], steps: &Steps, x: &Scale, base: f64) -> Mark {
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let mut outline = vec![(x.at(steps.low), base)];
    for (at, count) in counts.iter().enumerate() {
        let value = steps.amount(u16::try_from(at).unwrap_or(u16::MAX));
        let y = base - f64::from(*count) / most * (base - 24.0);
        let (left, right) = (
            x.at(value - steps.step / 2.0),
            x.at(value + steps.step / 2.0),
        );
        outline.extend([(left.max(x.range.0), y), (right.min(x.range.1), y)]);
    }
    outline.push((x.at(steps.high), base));
    let mut path = through(&outline);
    path.push('Z');
    Mark::Area {
        path,
        class: "room",
    }
}

/// The years as dots, stacked where they are alike.
fn stacked(futures: &[f64], x: &Scale, base: f64) -> Vec<Mark> {
    let columns = ((x.range.1 - x.range.0) / 11.0).floor().max(1.0);
    let slots = Scale {
        domain: x.domain,
        range: (0.0, columns),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let column = |v: f64| slots.at(v).clamp(0.0, columns - 1.0) as usize;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut heights = vec![0_u32; columns as usize];
    for value in futures {
        heights[column(*value)] += 1;
    }
    let tallest = heights.iter().copied().max().unwrap_or(1).max(2);
    let pitch = 10.5_f64.min((base - 40.0) / f64::from(tallest));
    let mut seen = vec![0_u32; heights.len()];
    futures
        .iter()
        .map(|value| {
            let at = column(*value);
            let y = base - 7.0 - f64::from(seen[at]) * pitch;
            seen[at] += 1;
            #[allow(clippy::cast_precision_loss)]
            let middle = (at as f64 + 0.5) * (x.range.1 - x.range.0) / columns + x.range.0;
            Mark::Dot {
                x: middle,
                y,
                r: 4.5,
                class: "year",
            }
        })
        .collect()
}

/// Draws a curve's axes, the room's curves, the participant's own and the medians with their 90 % of years.
#[must_use]
pub fn curve(
    task: &Task,
    own: Option<&[f64; POINTS]>,
    room: &[[f64; POINTS]],
    futures: &[Vec<f64>],
    size: (f64, f64),
    language: Language,
) -> Drawing {
    let (width, height) = size;
    let (xs, y) = (places(width), upwards(&task.scale(), size));
    let mut marks = frame(task, &xs, &y, size, language);
    let across = |heights: &[f64; POINTS]| -> Vec<(f64, f64)> {
        let points = xs.iter().zip(heights);
        points.map(|(x, v)| (*x, y.at(*v))).collect()
    };
    let line = |heights: &[f64; POINTS], class| Mark::Line {
        path: through(&across(heights)),
        class,
    };
    marks.extend(room.iter().map(|heights| line(heights, "room-line")));
    let summaries: Vec<Summary> = futures.iter().filter_map(|f| Summary::of(f)).collect();
    if let Ok(summaries) = <[Summary; POINTS]>::try_from(summaries) {
        let mut around = across(&summaries.map(|s| s.p95));
        around.extend(across(&summaries.map(|s| s.p05)).into_iter().rev());
        marks.push(Mark::Area {
            path: format!("{}Z", through(&around)),
            class: "years",
        });
        let medians = summaries.map(|s| s.p50);
        marks.push(line(&medians, "medians"));
        marks.extend(across(&medians).into_iter().map(|(x, y)| Mark::Dot {
            x,
            y,
            r: 4.0,
            class: "median",
        }));
    }
    marks.extend(own.map(|own| line(own, "own-line")));
    Drawing {
        width,
        height,
        marks,
    }
}

/// The grid of a curve, and the values of the lever below it.
fn frame(
    task: &Task,
    xs: &[f64; POINTS],
    y: &Scale,
    size: (f64, f64),
    language: Language,
) -> Vec<Mark> {
    let (width, height) = size;
    let (steps, unit) = (task.scale(), task.about().unit);
    let mut marks = Vec::new();
    for value in ticks(steps.low, steps.high, 4) {
        let at = y.at(value);
        marks.push(Mark::Line {
            path: through(&[(left(width), at), (width - SIDE, at)]),
            class: "grid",
        });
        marks.push(text(
            left(width) - 8.0,
            at + 4.0,
            "end",
            "tick",
            tick(value, unit, language),
        ));
    }
    if let Task::Curve { at, lever, .. } = task {
        let of = crate::scenario::find(lever).map_or(Unit::None, |f| f.unit);
        let low = height - foot(width) - 8.0 + below(width);
        for (x, value) in xs.iter().zip(at) {
            // Five long units side by side would run into each other.
            let name = crate::view::number::bare(*value, of);
            let name = if of == Unit::Share {
                format!("{name}%")
            } else {
                name
            };
            marks.push(text(*x, low, "middle", "tick", name));
        }
    }
    marks
}

/// Draws each year's difference between two plans, sorted: upwards where the first is better.
#[must_use]
pub fn lost_years(
    differences: &[f64],
    marked: Option<usize>,
    unit: Unit,
    size: (f64, f64),
) -> Drawing {
    let (width, height) = size;
    let most = differences
        .iter()
        .fold(0.0_f64, |m, d| m.max(d.abs()))
        .max(1e-9);
    let y = Scale {
        domain: (-most, most),
        range: (height - 12.0, 12.0),
    };
    let mut order: Vec<usize> = (0..differences.len()).collect();
    crate::order::by(&mut order, |a, b| {
        differences[*a].total_cmp(&differences[*b]).reverse()
    });
    #[allow(clippy::cast_precision_loss)]
    let pitch = (width - left(width) - SIDE) / (differences.len().max(1) as f64);
    let zero = y.at(0.0);
    let mut marks = Vec::new();
    for value in [-most, 0.0, most] {
        // The unit stands in the sentence; here it would run out at the left.
        let sign = if value > 0.0 { "+" } else { "" };
        let label = format!("{sign}{}", crate::view::number::bare(value, unit));
        marks.push(text(
            left(width) - 6.0,
            y.at(value) + 4.0,
            "end",
            "tick",
            label,
        ));
    }
    for (place, at) in order.into_iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let x = left(width) + place as f64 * pitch;
        let class = match (differences[at] < 0.0, marked == Some(at)) {
            (_, true) => "year-marked",
            (true, false) => "year-lost",
            (false, false) => "year-won",
        };
        let end = y.at(differences[at]);
        // A bar of nothing would not be seen.
        let end = if (end - zero).abs() < 1.5 {
            zero + 1.5_f64.copysign(end - zero)
        } else {
            end
        };
        marks.push(rectangle(
            (x, zero),
            (x + (pitch - 1.0).max(1.0), end),
            class,
        ));
    }
    marks.push(Mark::Line {
        path: through(&[(left(width), zero), (width - SIDE, zero)]),
        class: "axis",
    });
    Drawing {
        width,
        height,
        marks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::ready;

    #[test]
    fn every_year_is_a_dot_within_the_drawing_and_pixels_mean_amounts() {
        let task = &ready::first().rounds[0].task;
        let futures: Vec<f64> = (0..64).map(|i| f64::from(i % 16) * 0.05).collect();
        let room = vec![3; usize::from(task.scale().steps()) + 1];
        let picture = BandPicture {
            own: Some((0.1, 0.3)),
            room: &room,
            futures: &futures,
        };
        let drawing = band(task, &picture, (320.0, 220.0), Language::Zh);
        let dots = drawing.marks.iter().filter(|mark| match mark {
            Mark::Dot { x, y, .. } => (0.0..=320.0).contains(x) && (0.0..=220.0).contains(y),
            Mark::Area { .. } | Mark::Line { .. } | Mark::Text { .. } | Mark::Stop { .. } => false,
        });
        assert_eq!(dots.count(), 64);
        let x = across(&task.scale(), 320.0);
        assert!((x.value_at(x.at(0.25)) - 0.25).abs() < 1e-9);
    }
}
