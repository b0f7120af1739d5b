//! Lines and points over two axes, each line with its name at its end.

use super::lettering::{long, within};
use super::scale::{Scale, ticks};
use super::{Drawing, Mark, minus, through};

/// One line, or points of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Its name, written at its last point; empty for none.
    pub label: String,
    /// The points.
    pub points: Vec<(f64, f64)>,
    /// Interval of each point's height; empty for none.
    pub whiskers: Vec<(f64, f64)>,
    /// True where the points are joined.
    pub joined: bool,
    /// Which series it is, for the stylesheet: `series-a` to `series-f`, or `null` for the null.
    pub class: &'static str,
}

/// What the axes are about, and how their ticks are written.
pub struct Axes<'a> {
    /// Name of the axis of heights, above the drawing.
    pub up: &'a str,
    /// Name of the axis across, under it.
    pub across: &'a str,
    /// Writes a height.
    pub up_value: &'a dyn Fn(f64) -> String,
    /// Writes a place.
    pub across_value: &'a dyn Fn(f64) -> String,
    /// True where both axes begin at 0, as rates and counts must.
    pub from_zero: bool,
}

/// Classes of the series, in the order of use.
pub const SERIES: [&str; 6] = [
    "series-a", "series-b", "series-c", "series-d", "series-e", "series-f",
];

const LEFT: f64 = 56.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 46.0;
/// Height of a name.
const LINE: f64 = 14.0;
/// Between the axis's end and a name, and behind the name.
const ASIDE: f64 = 14.0;

/// Draws the curves.
#[must_use]
pub fn draw(curves: &[Curve], axes: &Axes<'_>, width: f64) -> Drawing {
    let height: f64 = if width < 560.0 { 260.0 } else { 320.0 };
    let longest = curves.iter().map(|c| long(&c.label)).fold(0.0, f64::max);
    let right = (longest + ASIDE)
        .max((width * 0.22).min(150.0))
        .min((width * 0.34).min(240.0));
    let points = || curves.iter().flat_map(|c| c.points.iter());
    let heights = points().map(|p| p.1).chain(
        curves
            .iter()
            .flat_map(|c| c.whiskers.iter().flat_map(|w| [w.0, w.1])),
    );
    let zero = axes.from_zero.then_some(0.0);
    let x = axis(points().map(|p| p.0).chain(zero), (LEFT, width - right));
    let y = axis(heights.chain(zero), (height - BOTTOM, TOP));
    let mut marks = frame(axes, &x, &y, height);
    let scales = (&x.0, &y.0);
    for curve in curves {
        marks.extend(stops(curve, axes, scales));
        marks.extend(one(curve, scales));
    }
    names(curves, scales, right - ASIDE, &mut marks);
    Drawing {
        width,
        height,
        marks,
    }
}

/// The titles of the axes, the grid and what its lines stand for.
fn frame(axes: &Axes<'_>, x: &Axis, y: &Axis, height: f64) -> Vec<Mark> {
    let text = |x, y, anchor, class, text: &str| Mark::Text {
        x,
        y,
        anchor,
        class,
        text: text.to_owned(),
    };
    let end = x.0.range.1;
    let mut marks = vec![
        text(0.0, 16.0, "start", "axis-title", axes.up),
        text(end, height - 6.0, "end", "axis-title", axes.across),
    ];
    for tick in &y.1 {
        let at = y.0.at(*tick);
        marks.push(Mark::Line {
            path: through(&[(LEFT, at), (end, at)]),
            class: "grid",
        });
        let value = minus(&(axes.up_value)(*tick));
        marks.push(text(LEFT - 8.0, at + 4.0, "end", "tick", &value));
    }
    for tick in &x.1 {
        let value = minus(&(axes.across_value)(*tick));
        let below = height - BOTTOM + 18.0;
        marks.push(text(x.0.at(*tick), below, "middle", "tick", &value));
    }
    marks
}

/// One curve: whiskers, line and points.
fn one(curve: &Curve, (x, y): (&Scale, &Scale)) -> Vec<Mark> {
    let placed = curve.points.iter().map(|p| (x.at(p.0), y.at(p.1)));
    let placed: Vec<(f64, f64)> = placed.collect();
    let whiskers = placed.iter().zip(&curve.whiskers);
    let mut marks: Vec<Mark> = whiskers
        .map(|((at, _), (low, high))| Mark::Line {
            path: through(&[(*at, y.at(*low)), (*at, y.at(*high))]),
            class: "whisker",
        })
        .collect();
    if curve.joined {
        marks.push(Mark::Line {
            path: through(&placed),
            class: curve.class,
        });
    }
    marks.extend(placed.iter().map(|(px, py)| Mark::Dot {
        x: *px,
        y: *py,
        r: if curve.joined { 2.5 } else { 4.5 },
        class: curve.class,
    }));
    marks
}

/// What is read at each point.
fn stops(curve: &Curve, axes: &Axes<'_>, (x, y): (&Scale, &Scale)) -> Vec<Mark> {
    let read = curve.points.iter().enumerate().map(|(at, point)| {
        let mut says = vec![
            minus(&(axes.across_value)(point.0)),
            minus(&(axes.up_value)(point.1)),
        ];
        if !curve.label.is_empty() {
            says.insert(0, curve.label.clone());
        }
        if let Some((low, high)) = curve.whiskers.get(at).filter(|(low, high)| low < high) {
            let ends = [low, high].map(|v| minus(&(axes.up_value)(*v)));
            says.push(ends.join(" → "));
        }
        Mark::Stop {
            x: x.at(point.0),
            y: y.at(point.1),
            says: says.join(" · "),
        }
    });
    read.collect()
}

/// The names in a column right of everything, moved apart where they would cover each other, each with a
/// thin line from its last point; one that has no room is cut where it can be seen to be.
fn names(curves: &[Curve], (x, y): (&Scale, &Scale), room: f64, marks: &mut Vec<Mark>) {
    let named = curves.iter().filter(|c| !c.label.is_empty());
    let mut ends: Vec<((f64, f64), f64, &str)> = named
        .filter_map(|c| {
            let end = c.points.last().map(|p| (x.at(p.0), y.at(p.1)))?;
            Some((end, end.1, c.label.as_str()))
        })
        .collect();
    crate::order::by(&mut ends, |a, b| a.1.total_cmp(&b.1));
    // Downwards from the highest, then up again from the lowest that fell out of the drawing.
    let (mut above, mut below) = (f64::NEG_INFINITY, y.range.0);
    for (_, at, _) in &mut ends {
        *at = at.max(above + LINE);
        above = *at;
    }
    for (_, at, _) in ends.iter_mut().rev() {
        *at = at.min(below);
        below = *at - LINE;
    }
    let column = x.range.1 + 10.0;
    for (end, at, label) in ends {
        marks.push(Mark::Line {
            path: through(&[(end.0 + 4.0, end.1), (column - 3.0, at)]),
            class: "grid",
        });
        marks.push(Mark::Text {
            x: column,
            y: at + 4.0,
            anchor: "start",
            class: "label",
            text: within(label, room),
        });
    }
}

/// A scale and its ticks.
type Axis = (Scale, Vec<f64>);

fn axis(values: impl Iterator<Item = f64>, range: (f64, f64)) -> Axis {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
        (l.min(v), h.max(v))
    });
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let ticks = ticks(low, high, 5);
    let domain = (
        ticks.first().copied().unwrap_or(low).min(low),
        ticks.last().copied().unwrap_or(high).max(high),
    );
    (Scale { domain, range }, ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Axes<'static> = Axes {
        up: "y",
        across: "x",
        up_value: &|v| v.to_string(),
        across_value: &|v| v.to_string(),
        from_zero: true,
    };

    #[test]
    fn a_name_has_the_room_that_it_takes_or_is_seen_to_be_cut() {
        assert_eq!(within("lottery", 60.0), "lottery");
        assert_eq!(within("One star of the month", 60.0), "One st…");
        assert_eq!(within("各种角度的奖都评", 60.0), "各种角…");
        let one = |label: &str| Curve {
            label: label.to_owned(),
            points: vec![(0.0, 1.0), (1.0, 2.0)],
            whiskers: Vec::new(),
            joined: true,
            class: SERIES[0],
        };
        for width in [320.0, 358.0, 720.0] {
            let names = [
                "lottery",
                "A bar that everybody may reach",
                "抽签",
                "各种角度的奖都评一评",
            ];
            let drawing = draw(&names.map(one), &PLAIN, width);
            let ends = drawing.marks.iter().filter_map(|mark| match mark {
                Mark::Text {
                    class: "label",
                    x,
                    text,
                    ..
                } => Some(x + long(text)),
                _ => None,
            });
            let ends: Vec<f64> = ends.collect();
            assert_eq!(ends.len(), 4);
            assert!(ends.iter().all(|end| *end <= width), "{width}: {ends:?}");
        }
    }

    #[test]
    fn every_point_lies_inside_and_no_two_names_cover_each_other() {
        let curve = |shift: f64| Curve {
            label: "n".to_owned(),
            points: vec![(0.0, shift), (1.0, 0.5)],
            whiskers: vec![(shift - 0.2, shift + 0.2), (0.3, 0.7)],
            joined: true,
            class: SERIES[0],
        };
        // All four end in the same point, low in the drawing.
        let four = [0.1, 0.9, 2.0, 3.0].map(curve);
        let drawing = draw(&four, &PLAIN, 700.0);
        let mut labels = Vec::new();
        for mark in &drawing.marks {
            match mark {
                Mark::Dot { x, y, .. } => {
                    assert!(
                        (0.0..=drawing.width).contains(x) && (0.0..=drawing.height).contains(y)
                    );
                }
                Mark::Text { class, y, .. } if *class == "label" => labels.push(*y),
                Mark::Text { .. } | Mark::Area { .. } | Mark::Line { .. } | Mark::Stop { .. } => {}
            }
        }
        assert_eq!(labels.len(), 4);
        assert!(labels.windows(2).all(|two| two[1] - two[0] >= LINE - 1e-9));
        assert!(labels.iter().all(|y| *y <= drawing.height - BOTTOM + 5.0));
    }
}
