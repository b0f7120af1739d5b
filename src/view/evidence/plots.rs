//! The report's drawings: experiments and mechanisms as forests, the target as two curves.

use super::titles;
use crate::scenario::field::Language;
use crate::study::evidence::docking::Trial;
use crate::study::evidence::findings::{Contribution, Judged};
use crate::view::chart::scale::{Scale, step};
use crate::view::chart::{Drawing, Mark, through};

const WIDTH: f64 = 860.0;
const ROW: f64 = 22.0;
const LEFT: f64 = 380.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 30.0;

/// A line of a forest.
struct Line {
    label: String,
    /// A reference interval with its middle.
    reference: Option<(f64, f64, f64)>,
    /// Found, with its interval.
    found: Option<(f64, f64, f64)>,
}

/// Published effects with their intervals above the simulated ones, in per cent.
#[must_use]
pub fn docking(trials: &[Judged<Trial>], language: Language) -> Drawing {
    let lines: Vec<Line> = trials
        .iter()
        .map(|j| {
            let p = j.of.published;
            Line {
                label: titles::trial(j.of.id)
                    .map_or("", |t| t.get(language))
                    .to_owned(),
                reference: Some((100.0 * p.interval.0, 100.0 * p.effect, 100.0 * p.interval.1)),
                found: j.found.map(|f| {
                    let (low, high) = f.interval();
                    (100.0 * low, 100.0 * f.value, 100.0 * high)
                }),
            }
        })
        .collect();
    forest(&lines)
}

/// What each mechanism adds to turnover in the present centre, in percentage points, largest first;
/// those whose interval holds nought are left out.
#[must_use]
pub fn ablation(all: &[Contribution], language: Language) -> Drawing {
    let mut lines: Vec<Line> = all
        .iter()
        .filter_map(|c| {
            let found = c.headlines.first()?.first().copied().flatten()?;
            let (low, high) = found.interval();
            (low > 0.0 || high < 0.0).then(|| Line {
                label: super::name(c.of.path(), language).to_owned(),
                reference: None,
                found: Some((100.0 * low, 100.0 * found.value, 100.0 * high)),
            })
        })
        .collect();
    let size = |line: &Line| line.found.map_or(0.0, |f| f.1.abs());
    lines.sort_by(|a, b| size(b).total_cmp(&size(a)));
    forest(&lines)
}

fn forest(lines: &[Line]) -> Drawing {
    let all = lines.iter().flat_map(|l| [l.reference, l.found]).flatten();
    let (low, high) = all.fold((0.0_f64, 0.0_f64), |(low, high), (a, _, b)| {
        (low.min(a), high.max(b))
    });
    #[allow(clippy::cast_precision_loss)]
    let height = TOP + ROW * lines.len().max(1) as f64 + BOTTOM;
    let across = Scale {
        domain: (low, high),
        range: (LEFT, WIDTH - RIGHT),
    };
    let mut marks = axis(across, height);
    for (i, line) in lines.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let y = TOP + ROW * (i as f64 + 0.5);
        marks.push(Mark::Text {
            x: LEFT - 10.0,
            y: y + 4.0,
            anchor: "end",
            class: "label",
            text: line.label.clone(),
        });
        let both = line.reference.is_some();
        if let Some(interval) = line.reference {
            marks.extend(bar(across, y - 4.0, interval, "reference"));
        }
        if let Some(interval) = line.found {
            marks.extend(bar(
                across,
                if both { y + 4.0 } else { y },
                interval,
                "found",
            ));
        }
    }
    Drawing {
        width: WIDTH,
        height,
        marks,
    }
}

fn bar(
    across: Scale,
    y: f64,
    (low, value, high): (f64, f64, f64),
    class: &'static str,
) -> [Mark; 2] {
    [
        Mark::Line {
            path: through(&[(across.at(low), y), (across.at(high), y)]),
            class,
        },
        Mark::Dot {
            x: across.at(value),
            y,
            r: 3.5,
            class,
        },
    ]
}

/// Ticks with numbers below, and a line at nought.
fn axis(across: Scale, height: f64) -> Vec<Mark> {
    let (low, high) = across.domain;
    let step = step((high - low).max(1e-9), 8);
    let mut marks = Vec::new();
    let mut tick = (low / step).ceil() * step;
    while tick <= high + 1e-9 {
        let x = across.at(tick);
        let class = if tick.abs() < step / 2.0 {
            "nought"
        } else {
            "grid"
        };
        marks.push(Mark::Line {
            path: through(&[(x, TOP - 6.0), (x, height - BOTTOM + 4.0)]),
            class,
        });
        let value = if tick.abs() < step / 2.0 { 0.0 } else { tick };
        marks.push(Mark::Text {
            x,
            y: height - 8.0,
            anchor: "middle",
            class: "tick",
            text: super::figure::bare(value, crate::study::evidence::fact::Scale::Plain)
                .trim_end_matches('0')
                .trim_end_matches('.')
                .to_owned(),
        });
        tick += step;
    }
    marks
}

/// One curve over the target.
pub struct Curve {
    /// What it is.
    pub label: String,
    /// Target, value, half of its interval.
    pub points: Vec<(f64, f64, f64)>,
}

/// Curves over the volume target, one panel each, all on the same targets.
#[must_use]
pub fn target(curves: &[Curve]) -> Drawing {
    const PANEL: f64 = 150.0;
    let mut marks = Vec::new();
    for (i, curve) in curves.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let top = 30.0 + i as f64 * (PANEL + 46.0);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (_, value, half) in &curve.points {
            low = low.min(value - half);
            high = high.max(value + half);
        }
        let targets = curve.points.iter().map(|p| p.0);
        let across = Scale {
            domain: (
                targets.clone().fold(f64::INFINITY, f64::min),
                targets.fold(f64::NEG_INFINITY, f64::max),
            ),
            range: (70.0, WIDTH - RIGHT),
        };
        let up = Scale {
            domain: (low, high),
            range: (top + PANEL, top),
        };
        let text = |x: f64, y: f64, anchor, text: String| Mark::Text {
            x,
            y,
            anchor,
            class: "tick",
            text,
        };
        marks.push(text(70.0, top - 12.0, "start", curve.label.clone()));
        for value in [low, f64::midpoint(low, high), high] {
            marks.push(Mark::Line {
                path: through(&[(70.0, up.at(value)), (WIDTH - RIGHT, up.at(value))]),
                class: "grid",
            });
            marks.push(text(62.0, up.at(value) + 4.0, "end", format!("{value:.1}")));
        }
        let line: Vec<(f64, f64)> = curve
            .points
            .iter()
            .map(|p| (across.at(p.0), up.at(p.1)))
            .collect();
        marks.push(Mark::Line {
            path: through(&line),
            class: "found",
        });
        for (at, value, half) in &curve.points {
            let x = across.at(*at);
            marks.push(Mark::Line {
                path: through(&[(x, up.at(value - half)), (x, up.at(value + half))]),
                class: "found",
            });
            marks.push(Mark::Dot {
                x,
                y: up.at(*value),
                r: 3.5,
                class: "found",
            });
            marks.push(text(x, top + PANEL + 16.0, "middle", format!("{at:.0}")));
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let height = 30.0 + curves.len() as f64 * (PANEL + 46.0);
    Drawing {
        width: WIDTH,
        height,
        marks,
    }
}
