//! Charts as data: marks with places and classes. The colours are the stylesheet's, the page turns
//! marks into elements, [`svg`] into text.

pub mod curves;
pub mod dots;
pub mod fit;
pub mod grid;
mod lettering;
pub mod rows;
pub mod scale;
pub mod svg;
pub mod sweep;
pub mod waterfall;
pub mod year;

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled band between two lines.
    Area {
        /// Path data.
        path: String,
        /// What it is, for the stylesheet.
        class: &'static str,
    },
    /// A line.
    Line {
        /// Path data.
        path: String,
        /// What it is, for the stylesheet.
        class: &'static str,
    },
    /// A dot.
    Dot {
        /// Centre, from the left.
        x: f64,
        /// Centre, from the top.
        y: f64,
        /// Radius.
        r: f64,
        /// What it is, for the stylesheet.
        class: &'static str,
    },
    /// A word.
    Text {
        /// Anchor, from the left.
        x: f64,
        /// Base line, from the top.
        y: f64,
        /// Where the anchor is: start, middle or end.
        anchor: &'static str,
        /// What it is, for the stylesheet.
        class: &'static str,
        /// The word.
        text: String,
    },
    /// A place at which the reading cursor stops; nothing is drawn.
    Stop {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// What is read there.
        says: String,
    },
}

/// A drawing with its size in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

/// A number for an attribute: short, so that the page stays small.
pub(crate) fn short(value: f64) -> String {
    let mut text = format!("{value:.1}");
    if text.ends_with(".0") {
        text.truncate(text.len() - 2);
    }
    text
}

/// A written number whose sign is a minus and no hyphen.
pub(crate) fn minus(text: &str) -> String {
    text.strip_prefix('-')
        .map_or_else(|| text.to_owned(), |number| format!("−{number}"))
}

/// Path data through these points.
#[must_use]
pub fn through(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (i, (x, y)) in points.iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        path.push_str(&short(*x));
        path.push(' ');
        path.push_str(&short(*y));
    }
    path
}

/// Path data around the band between an upper and a lower line.
pub(crate) fn between(upper: &[(f64, f64)], lower: &[(f64, f64)]) -> String {
    let around: Vec<(f64, f64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
    let mut path = through(&around);
    path.push('Z');
    path
}
