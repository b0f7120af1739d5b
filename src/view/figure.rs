//! A figure as data: the finding, a drawing at any width, what a reading cursor says, the same as a table.

use super::chart::{Drawing, Mark};
use std::rc::Rc;

/// A place at which the reading cursor stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// From the left, in pixels.
    pub x: f64,
    /// Where it marks the lines, from the top.
    pub dots: Vec<f64>,
    /// What is read there.
    pub says: String,
}

/// A drawing that can be read point by point.
#[derive(Clone, Debug, PartialEq)]
pub struct Readable {
    /// The drawing.
    pub drawing: Drawing,
    /// From left to right; none where there is nothing to read point by point.
    pub stops: Vec<Stop>,
    /// Upper and lower end of the cursor.
    pub span: (f64, f64),
}

impl Readable {
    /// A drawing that says itself where it is read: mark by mark, not along one axis.
    #[must_use]
    pub fn of(drawing: Drawing) -> Self {
        let stops = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Stop { x, y, says } => Some(Stop {
                x: *x,
                dots: vec![*y],
                says: says.clone(),
            }),
            Mark::Area { .. } | Mark::Line { .. } | Mark::Dot { .. } | Mark::Text { .. } => None,
        });
        Self {
            stops: stops.collect(),
            span: (0.0, 0.0),
            drawing,
        }
    }

    /// True where the cursor is a mark on one thing, not a line through all of them.
    #[must_use]
    pub fn is_by_mark(&self) -> bool {
        self.span.0 >= self.span.1
    }

    /// The stop nearest to a place.
    #[must_use]
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let by_mark = self.is_by_mark();
        let distance = |stop: &Stop| {
            let down = stop.dots.first().filter(|_| by_mark);
            let (across, down) = (stop.x - x, down.map_or(0.0, |at| at - y));
            across * across + down * down
        };
        let all = self.stops.iter().enumerate();
        all.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))
            .map(|(at, _)| at)
    }
}

/// Rows and columns in words; the first cell of a row is its heading.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Grid {
    /// The columns' headings.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// How a figure is drawn at a width in pixels.
pub type Draw = Rc<dyn Fn(f64) -> Readable>;

/// A figure.
#[derive(Clone)]
pub struct Figure {
    /// An id for elements and tests.
    pub id: &'static str,
    /// The finding, in a sentence.
    pub caption: String,
    /// How to read it.
    pub note: String,
    /// What it is made from: simulations, seed.
    pub foot: String,
    /// The same as a table.
    pub grid: Grid,
    /// The drawing.
    pub draw: Draw,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_takes_the_nearest_stop() {
        let stop = |x: f64| Stop {
            x,
            dots: Vec::new(),
            says: String::new(),
        };
        let mut readable = Readable {
            drawing: Drawing {
                width: 100.0,
                height: 10.0,
                marks: Vec::new(),
            },
            stops: vec![stop(10.0), stop(50.0), stop(90.0)],
            span: (0.0, 10.0),
        };
        let found = [0.0, 31.0, 69.0, 71.0].map(|x| readable.nearest(x, 0.0));
        assert_eq!(found, [Some(0), Some(1), Some(1), Some(2)]);
        readable.stops.clear();
        assert_eq!(readable.nearest(3.0, 0.0), None);
    }

    #[test]
    fn of_marks_the_nearest_in_both_directions_is_taken() {
        let stop = |x, y| Mark::Stop {
            x,
            y,
            says: String::new(),
        };
        let readable = Readable::of(Drawing {
            width: 100.0,
            height: 100.0,
            marks: vec![stop(10.0, 10.0), stop(12.0, 90.0)],
        });
        assert_eq!(readable.nearest(12.0, 20.0), Some(0));
        assert_eq!(readable.nearest(10.0, 70.0), Some(1));
    }
}
