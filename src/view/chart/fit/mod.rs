//! How well a fit fits, drawn: patience, lengths of calls, the course of the busiest weekday.
//!
//! What the file says is drawn in ink, what was fitted in colour; each drawing comes with a sentence
//! that says the finding, so that nobody has to judge curves by eye.

pub mod course;
pub mod lengths;
pub mod patience;

use super::scale::{Scale, ticks_from_zero};
use super::{Drawing, Mark, through};
use crate::scenario::field::Language;
use crate::study::fit::Fit;

const TOP: f64 = 30.0;
const BOTTOM: f64 = 34.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 14.0;

/// A drawing with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What is drawn.
    pub title: String,
    /// What it shows: the finding in a sentence, then how to read it.
    pub caption: String,
    /// The drawing.
    pub drawing: Drawing,
}

/// Every drawing that the file can tell.
#[must_use]
pub fn plots(fit: &Fit, width: f64, language: Language) -> Vec<Plot> {
    [
        patience::draw(fit, width, language),
        lengths::draw(fit, width, language),
        course::draw(fit, width, language),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Axes of one panel.
struct Frame {
    width: f64,
    height: f64,
    x: Scale,
    y: Scale,
}

impl Frame {
    fn new(width: f64, x: (f64, f64), top: f64) -> Self {
        let height: f64 = if width < 560.0 { 220.0 } else { 260.0 };
        let ticks = ticks_from_zero(top, 4);
        Self {
            width,
            height,
            x: Scale {
                domain: x,
                range: (LEFT, width - RIGHT),
            },
            y: Scale {
                domain: (0.0, ticks.last().copied().unwrap_or(1.0)),
                range: (height - BOTTOM, TOP),
            },
        }
    }

    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.at(x), self.y.at(y))
    }

    /// Grid, ticks and the title above the axis of values.
    fn axes(&self, title: String, value: impl Fn(f64) -> String) -> Vec<Mark> {
        let mut marks = vec![Mark::Text {
            x: 0.0,
            y: TOP - 14.0,
            anchor: "start",
            class: "axis-title",
            text: title,
        }];
        for tick in ticks_from_zero(self.y.domain.1, 4) {
            let at = self.y.at(tick);
            marks.push(Mark::Line {
                path: through(&[(self.x.range.0, at), (self.x.range.1, at)]),
                class: if tick == 0.0 { "axis" } else { "grid" },
            });
            marks.push(Mark::Text {
                x: LEFT - 8.0,
                y: at + 4.0,
                anchor: "end",
                class: "tick",
                text: value(tick),
            });
        }
        marks
    }

    fn tick(&self, at: f64, text: String) -> Mark {
        Mark::Text {
            x: self.x.at(at),
            y: self.height - BOTTOM + 20.0,
            anchor: "middle",
            class: "tick",
            text,
        }
    }

    /// Where the cursor reads this.
    fn stop(&self, x: f64, y: f64, says: &[&str]) -> Mark {
        let (x, y) = self.at(x, y);
        let says = says.join(" · ");
        Mark::Stop { x, y, says }
    }

    fn drawn(&self, marks: Vec<Mark>) -> Drawing {
        Drawing {
            width: self.width,
            height: self.height,
            marks,
        }
    }
}

fn duration(seconds: f64, language: Language) -> String {
    let (value, zh, en) = if seconds >= 120.0 || seconds == 60.0 {
        (seconds / 60.0, "分钟", "min")
    } else {
        (seconds.round(), "秒", "s")
    };
    let value = super::short(value);
    match language {
        Language::Zh => format!("{value} {zh}"),
        Language::En => format!("{value} {en}"),
    }
}

fn percent(share: f64) -> String {
    format!("{}%", super::short(share * 100.0))
}

fn pick(zh: &str, en: &str, language: Language) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of classes and half-hours"
)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_unit_that_fits() {
        assert_eq!(duration(90.0, Language::En), "90 s");
        assert_eq!(duration(60.0, Language::Zh), "1 分钟");
        assert_eq!(duration(150.0, Language::En), "2.5 min");
    }
}
