//! A waterfall lying on its side: from one level to another, a row a step, each with its interval.

use super::rows::{Row, draw};
use super::{Drawing, Mark};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is about.
    pub label: String,
    /// How far it goes.
    pub size: f64,
    /// The interval of how far it goes.
    pub interval: (f64, f64),
    /// The size in words.
    pub note: String,
    /// True for what is left over, which is drawn apart.
    pub left_over: bool,
}

/// Draws the steps between two levels with their labels and values in words; `value` writes a tick.
#[must_use]
pub fn waterfall(
    from: (&str, f64, &str),
    to: (&str, f64, &str),
    steps: &[Step],
    title: &str,
    value: impl Fn(f64) -> String,
    width: f64,
) -> Drawing {
    let level = |(label, at, note): (&str, f64, &str), class| Row {
        label: label.to_owned(),
        bar: None,
        dot: Some(at),
        whisker: None,
        note: note.to_owned(),
        class,
    };
    let mut rows = vec![level(from, "series-a")];
    let mut at = from.1;
    for step in steps {
        let then = at + step.size;
        rows.push(Row {
            label: step.label.clone(),
            bar: Some((at, then)),
            dot: None,
            whisker: Some((at + step.interval.0, at + step.interval.1)),
            note: step.note.clone(),
            class: match (step.left_over, step.size < 0.0) {
                (true, _) => "left-over",
                (false, true) => "step-down",
                (false, false) => "step-up",
            },
        });
        at = then;
    }
    rows.push(level(to, "series-b"));
    let mut drawing = draw(&rows, title, from.1, value, width);
    // A step's bar says by its colour which way it goes, as its words do by their sign.
    let mut classes = rows.iter().filter(|row| row.bar.is_some());
    for mark in &mut drawing.marks {
        if let Mark::Area { class, .. } = mark {
            *class = classes.next().map_or(*class, |row| row.class);
        }
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_begins_where_the_last_ended() {
        let step = |size: f64| Step {
            label: "x".to_owned(),
            size,
            interval: (size - 0.5, size + 0.5),
            note: String::new(),
            left_over: false,
        };
        let steps = [step(-3.0), step(1.0)];
        let text = |v: f64| v.to_string();
        let drawing = waterfall(("a", 10.0, ""), ("b", 8.0, ""), &steps, "t", text, 600.0);
        let corners: Vec<Vec<f64>> = drawing
            .marks
            .iter()
            .filter_map(|mark| {
                if let Mark::Area { path, .. } = mark {
                    let xs = path.trim_end_matches('Z').split(['M', 'L']).skip(1);
                    let x = |pair: &str| pair.split(' ').next().and_then(|x| x.parse().ok());
                    Some(xs.filter_map(x).collect())
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(corners.len(), 2);
        let class = |mark: &Mark| match mark {
            Mark::Area { class, .. } => Some(*class),
            Mark::Line { .. } | Mark::Dot { .. } | Mark::Text { .. } | Mark::Stop { .. } => None,
        };
        let classes: Vec<&str> = drawing.marks.iter().filter_map(class).collect();
        assert_eq!(classes, ["step-down", "step-up"]);
        // The first corner is where a step begins, the second where it ends.
        assert!((corners[0][1] - corners[1][0]).abs() < 0.11);
        let dots: Vec<f64> = drawing
            .marks
            .iter()
            .filter_map(|mark| {
                if let Mark::Dot { x, .. } = mark {
                    Some(*x)
                } else {
                    None
                }
            })
            .collect();
        assert!((corners[1][1] - dots[1]).abs() < 0.11 && dots[1] < dots[0]);
    }
}
