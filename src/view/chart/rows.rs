//! Named rows on one scale: bars from here to there, or dots with their intervals, with a line at zero and
//! a diamond where something turns.

use super::scale::{Scale, ticks};
use super::{Drawing, Mark, lettering, minus, through};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// Filled from here to there.
    pub bar: Option<(f64, f64)>,
    /// A dot.
    pub dot: Option<f64>,
    /// A thin line from here to there: an interval.
    pub whisker: Option<(f64, f64)>,
    /// A word at the right end.
    pub note: String,
    /// Which series it belongs to, for the stylesheet: `series-a` to `series-f`.
    pub class: &'static str,
}

const ROW: f64 = 28.0;
/// Below this width a row's words stand above its bar.
const NARROW: f64 = 480.0;
const NARROW_ROW: f64 = 46.0;
const TOP: f64 = 34.0;
/// From one line of the title to the next.
const LINE: f64 = 17.0;
const BOTTOM: f64 = 28.0;

/// Draws the rows from above; `line` is where the line stands, `value` writes a tick.
#[must_use]
pub fn draw(
    rows: &[Row],
    title: &str,
    line: f64,
    value: impl Fn(f64) -> String,
    width: f64,
) -> Drawing {
    let value = |v: f64| minus(&value(v));
    let narrow = width < NARROW;
    let (left, right, each) = if narrow {
        // The outermost ticks stand with half their width beyond the scale: «−100%».
        (22.0, 22.0, NARROW_ROW)
    } else {
        ((width * 0.38).min(260.0), (width * 0.2).min(120.0), ROW)
    };
    let (marked, domain) = domain(rows, line);
    let scale = Scale {
        domain,
        range: (left, width - right),
    };
    #[allow(clippy::cast_precision_loss)]
    let (lines, first) = {
        let lines = lettering::broken(title, width);
        // Every line beyond the first moves the rows down.
        let more = lines.len().saturating_sub(1) as f64 * LINE;
        (lines, TOP + more)
    };
    #[allow(clippy::cast_precision_loss)]
    let height = first + rows.len() as f64 * each + BOTTOM;
    let mut marks = Vec::new();
    let mut base = 16.0;
    for line in &lines {
        marks.push(text(0.0, base, "start", "axis-title", line));
        base += LINE;
    }
    let upright = |at: f64, class| Mark::Line {
        path: through(&[(at, first - 6.0), (at, height - BOTTOM)]),
        class,
    };
    for tick in &marked {
        let (x, y) = (scale.at(*tick), height - BOTTOM + 18.0);
        marks.push(upright(x, "grid"));
        marks.push(text(x, y, "middle", "tick", &value(*tick)));
    }
    marks.push(upright(scale.at(line), "axis"));
    let mut top = first;
    for row in rows {
        // The middle of the bar, and the base line of the words.
        let (y, words) = if narrow {
            (top + 30.0, top + 14.0)
        } else {
            (top + ROW / 2.0, top + ROW / 2.0 + 4.0)
        };
        marks.push(text(0.0, words, "start", "row-label", &row.label));
        row.draw(&mut marks, &scale, line, y, &value);
        marks.push(text(width, words, "end", "row-note", &row.note));
        top += each;
    }
    Drawing {
        width,
        height,
        marks,
    }
}

/// The scale's ticks, and from where to where it goes: over everything that rows reach, and the line.
fn domain(rows: &[Row], line: f64) -> (Vec<f64>, (f64, f64)) {
    let ends = rows.iter().flat_map(|row| {
        let pair = |p: Option<(f64, f64)>| p.map_or([None, None], |(a, b)| [Some(a), Some(b)]);
        let (bar, whisker) = (pair(row.bar), pair(row.whisker));
        [row.dot, bar[0], bar[1], whisker[0], whisker[1]]
    });
    let (low, high) = ends
        .flatten()
        .chain([line])
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
            (l.min(v), h.max(v))
        });
    let marked = ticks(low, high, 4);
    let domain = (
        marked.first().copied().unwrap_or(low).min(low),
        marked.last().copied().unwrap_or(high).max(high),
    );
    (marked, domain)
}

impl Row {
    /// Bar, whisker, the place where it is read, and dot, at this height.
    fn draw(
        &self,
        marks: &mut Vec<Mark>,
        scale: &Scale,
        line: f64,
        y: f64,
        value: &impl Fn(f64) -> String,
    ) {
        if let Some((from, to)) = self.bar {
            let (a, b) = (scale.at(from), scale.at(to));
            marks.push(Mark::Area {
                path: format!(
                    "{}Z",
                    through(&[(a, y - 8.0), (b, y - 8.0), (b, y + 8.0), (a, y + 8.0)])
                ),
                class: "range-bar",
            });
        }
        if let Some((from, to)) = self.whisker {
            marks.push(Mark::Line {
                path: through(&[(scale.at(from), y), (scale.at(to), y)]),
                class: "whisker",
            });
        }
        let reach = self.whisker.or(self.bar);
        let said = [
            Some(self.label.clone()),
            self.dot.map(value),
            reach.map(|(from, to)| format!("{} → {}", value(from), value(to))),
            (!self.note.is_empty()).then(|| self.note.clone()),
        ];
        let says: Vec<String> = said.into_iter().flatten().collect();
        marks.push(Mark::Stop {
            x: scale.at(self.dot.or(self.bar.map(|bar| bar.1)).unwrap_or(line)),
            y,
            says: says.join(" · "),
        });
        if let Some(dot) = self.dot {
            marks.push(Mark::Dot {
                x: scale.at(dot),
                y,
                r: 4.5,
                class: self.class,
            });
        }
    }
}

fn text(x: f64, y: f64, anchor: &'static str, class: &'static str, text: &str) -> Mark {
    Mark::Text {
        x,
        y,
        anchor,
        class,
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stay_inside_and_in_order() {
        let row = |from, to| Row {
            label: "x".to_owned(),
            bar: Some((from, to)),
            dot: Some(to),
            whisker: Some((from, to)),
            note: String::new(),
            class: "series-a",
        };
        let drawing = draw(
            &[row(-3.0, 2.0), row(1.0, 7.3)],
            "t",
            0.0,
            |v| v.to_string(),
            600.0,
        );
        let dots: Vec<(f64, f64)> = drawing
            .marks
            .iter()
            .filter_map(|m| match m {
                Mark::Dot { x, y, .. } => Some((*x, *y)),
                Mark::Area { .. } | Mark::Line { .. } | Mark::Text { .. } | Mark::Stop { .. } => {
                    None
                }
            })
            .collect();
        assert_eq!(dots.len(), 2);
        let read = crate::view::figure::Readable::of(drawing.clone());
        assert_eq!(read.stops[1].says, "x · 7.3 · 1 → 7.3");
        assert_eq!((read.stops[1].x, read.stops[1].dots[0]), dots[1]);
        assert!(dots[0].0 < dots[1].0 && dots[0].1 < dots[1].1);
        assert!(
            dots.iter()
                .all(|(x, y)| *x < drawing.width && *y < drawing.height)
        );
    }
}
