//! A drawing as SVG text: for files, prerendered pages and tests.

use super::{Drawing, Mark, short};
use std::fmt::Write;

/// The drawing as one SVG element.
#[must_use]
pub fn text(drawing: &Drawing) -> String {
    let (width, height) = (short(drawing.width), short(drawing.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">"
    );
    for mark in &drawing.marks {
        // Writing into a string can't fail.
        let _ = match mark {
            Mark::Stop { .. } => Ok(()),
            Mark::Area { path, class } | Mark::Line { path, class } => {
                write!(out, "<path class=\"{class}\" d=\"{path}\"/>")
            }
            Mark::Dot { x, y, r, class } => {
                let (x, y, r) = (short(*x), short(*y), short(*r));
                write!(
                    out,
                    "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"
                )
            }
            Mark::Text {
                x,
                y,
                anchor,
                class,
                text,
            } => {
                let (x, y) = (short(*x), short(*y));
                let text = escaped(text);
                write!(
                    out,
                    "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
                )
            }
        };
    }
    out.push_str("</svg>");
    out
}

/// Text that is safe inside an element.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_numbers_short() {
        let drawing = Drawing {
            width: 10.0,
            height: 5.25,
            marks: vec![Mark::Text {
                x: 1.0,
                y: 2.0,
                anchor: "start",
                class: "t",
                text: "a<b".into(),
            }],
        };
        let svg = text(&drawing);
        assert!(
            svg.contains("a&lt;b") && svg.contains("viewBox=\"0 0 10 5.2\""),
            "{svg}"
        );
    }
}
