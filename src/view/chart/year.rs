//! The year's two panels: leavers so far above, satisfaction below, on one axis of weeks.

use super::scale::{Scale, ticks_from_zero};
use super::{Drawing, Mark, between, through};
use crate::measure::summary::Band;
use crate::scenario::field::{Language, Text};
use crate::view::snapshot::{FIRST, Side, Snapshot};
use crate::view::words::result;

const TOP: f64 = 30.0;
const BETWEEN: f64 = 44.0;
const BOTTOM: f64 = 30.0;
const LEFT: f64 = 42.0;

/// The panels' places, shared by the drawing and the reading cursor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// Weeks to pixels.
    pub x: Scale,
    /// Each panel's values to pixels.
    pub y: [Scale; 2],
}

/// Where everything goes, for a drawing of this width.
#[must_use]
pub fn frame(snapshot: &Snapshot, width: f64) -> Frame {
    let weeks = snapshot.current.bands[0].len().max(2);
    let panel = if width < 560.0 { 132.0 } else { 158.0 };
    let right = if width < 560.0 { 58.0 } else { 92.0 };
    #[allow(clippy::cast_precision_loss)]
    let x = Scale {
        domain: (1.0, weeks as f64),
        range: (LEFT, width - right),
    };
    let highest = |side: &Side| {
        side.bands[0]
            .iter()
            .map(|band| band.quantiles[4])
            .fold(0.0, f64::max)
    };
    let top = snapshot
        .baseline
        .iter()
        .map(highest)
        .fold(highest(&snapshot.current), f64::max);
    let ticks = ticks_from_zero(top.max(0.05), 4);
    let first = (TOP + panel, TOP);
    let second = (TOP + panel + BETWEEN + panel, TOP + panel + BETWEEN);
    Frame {
        width,
        height: second.0 + BOTTOM,
        x,
        y: [
            Scale {
                domain: (0.0, ticks.last().copied().unwrap_or(1.0)),
                range: first,
            },
            Scale {
                domain: (0.0, 1.0),
                range: second,
            },
        ],
    }
}

/// Draws the year.
#[must_use]
pub fn draw(snapshot: &Snapshot, width: f64, language: Language) -> Drawing {
    let frame = frame(snapshot, width);
    let mut marks = Vec::new();
    let titles: [Text; 2] = [result::LEAVERS_AXIS, result::SATISFACTION_AXIS];
    for (panel, title) in titles.into_iter().enumerate() {
        grid(&frame, panel, title, language, &mut marks);
        course(&frame, panel, snapshot, &mut marks);
    }
    weeks(&frame, language, &mut marks);
    for panel in 0..2 {
        labels(&frame, panel, snapshot, language, &mut marks);
    }
    Drawing {
        width,
        height: frame.height,
        marks,
    }
}

fn grid(frame: &Frame, panel: usize, title: Text, language: Language, marks: &mut Vec<Mark>) {
    let y = frame.y[panel];
    let (left, right) = frame.x.range;
    marks.push(Mark::Text {
        x: 0.0,
        y: y.range.1 - 14.0,
        anchor: "start",
        class: "axis-title",
        text: title.get(language).to_owned(),
    });
    for tick in ticks_from_zero(y.domain.1, 4) {
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
            text: format!("{}%", super::short(tick * 100.0)),
        });
    }
}

fn line(frame: &Frame, panel: usize, values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    (1_u32..)
        .zip(values)
        .map(|(week, value)| (frame.x.at(f64::from(week)), frame.y[panel].at(value)))
        .collect()
}

fn quantile_line(frame: &Frame, panel: usize, bands: &[Band], q: usize) -> Vec<(f64, f64)> {
    line(frame, panel, bands.iter().map(|band| band.quantiles[q]))
}

fn course(frame: &Frame, panel: usize, snapshot: &Snapshot, marks: &mut Vec<Mark>) {
    let side = &snapshot.current;
    let bands = &side.bands[panel];
    if side.count < FIRST {
        for one in &side.courses {
            marks.push(Mark::Line {
                path: through(&line(frame, panel, one[panel].iter().copied())),
                class: "one",
            });
        }
    } else {
        for (low, high, class) in [(0, 4, "band-90"), (1, 3, "band-50")] {
            marks.push(Mark::Area {
                path: between(
                    &quantile_line(frame, panel, bands, high),
                    &quantile_line(frame, panel, bands, low),
                ),
                class,
            });
        }
    }
    if let Some(baseline) = shown_baseline(snapshot) {
        marks.push(Mark::Line {
            path: through(&quantile_line(frame, panel, &baseline.bands[panel], 2)),
            class: "baseline",
        });
    }
    if side.count >= FIRST {
        marks.push(Mark::Line {
            path: through(&quantile_line(frame, panel, bands, 2)),
            class: "median",
        });
    }
}

/// The baseline where it is drawn: not when it is the very same scenario.
fn shown_baseline(snapshot: &Snapshot) -> Option<&Side> {
    snapshot.baseline.as_ref().filter(|_| !snapshot.is_baseline)
}

fn weeks(frame: &Frame, language: Language, marks: &mut Vec<Mark>) {
    let y = frame.y[1].range.0;
    let last = frame.x.domain.1;
    let mut ticks = vec![1.0];
    let step = if frame.width < 560.0 { 20.0 } else { 10.0 };
    let mut week = step;
    while week < last - step * 0.6 {
        ticks.push(week);
        week += step;
    }
    ticks.push(last);
    for week in ticks {
        let text = match language {
            Language::Zh => format!("第 {week:.0} 周"),
            Language::En => format!("wk {week:.0}"),
        };
        marks.push(Mark::Text {
            x: frame.x.at(week),
            y: y + 20.0,
            anchor: "middle",
            class: "tick",
            text,
        });
    }
}

/// Names at the lines' ends, kept apart where the lines end close together.
fn labels(
    frame: &Frame,
    panel: usize,
    snapshot: &Snapshot,
    language: Language,
    marks: &mut Vec<Mark>,
) {
    let x = frame.x.range.1 + 6.0;
    let end = |side: &Side| side.bands[panel].last().map(|band| band.quantiles[2]);
    let Some(current) = end(&snapshot.current) else {
        return;
    };
    let mut at = frame.y[panel].at(current) + 4.0;
    if let Some(value) = shown_baseline(snapshot).and_then(end) {
        let mut other = frame.y[panel].at(value) + 4.0;
        let gap = 15.0;
        if (other - at).abs() < gap {
            let middle = f64::midpoint(other, at);
            let above = if other < at { -1.0 } else { 1.0 };
            other = middle + above * gap / 2.0;
            at = middle - above * gap / 2.0;
        }
        marks.push(Mark::Text {
            x,
            y: other,
            anchor: "start",
            class: "label-baseline",
            text: named(result::BASELINE, value, frame, language),
        });
    }
    marks.push(Mark::Text {
        x,
        y: at,
        anchor: "start",
        class: "label-current",
        text: named(result::CURRENT, current, frame, language),
    });
}

fn named(name: Text, value: f64, frame: &Frame, language: Language) -> String {
    let percent = format!("{:.0}%", value * 100.0);
    if frame.width < 560.0 {
        percent
    } else {
        format!("{} {percent}", name.get(language))
    }
}

#[cfg(test)]
mod tests {
    use super::super::svg;
    use super::*;
    use crate::view::snapshot::tests::outcomes;

    #[test]
    fn few_runs_are_lines_and_many_are_bands() {
        let few = Snapshot::of(&outcomes(3, 0.2), &[], false).expect("outcomes");
        let text = svg::text(&draw(&few, 720.0, Language::En));
        assert_eq!(text.matches("class=\"one\"").count(), 6);
        assert!(!text.contains("band-90"));
        let many = Snapshot::of(&outcomes(64, 0.2), &outcomes(64, 0.3), false).expect("outcomes");
        let text = svg::text(&draw(&many, 720.0, Language::Zh));
        assert_eq!(text.matches("class=\"band-90\"").count(), 2);
        assert_eq!(text.matches("class=\"baseline\"").count(), 2);
        assert!(text.contains("第 50 周") && !text.contains("NaN"));
    }

    #[test]
    fn the_axis_of_a_rate_begins_at_nothing() {
        let many = Snapshot::of(&outcomes(64, 0.2), &[], false).expect("outcomes");
        let frame = frame(&many, 720.0);
        assert!(frame.y.iter().all(|y| y.domain.0 == 0.0));
    }
}
