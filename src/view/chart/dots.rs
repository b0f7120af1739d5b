//! The quantile plot of one number: dots that can be counted, stacked where they are alike.

use super::{Drawing, Mark};
use crate::view::chart::scale::Scale;

/// Draws values (sorted) as stacked dots between `low` and `high`, the median's dots marked; the
/// baseline's median as a tick.
#[must_use]
pub fn draw(values: &[f64], domain: (f64, f64), baseline: Option<f64>, width: f64) -> Drawing {
    let columns = 15_u32;
    let slot = width / f64::from(columns);
    let r = slot * 0.42;
    let scale = Scale {
        domain,
        range: (0.0, f64::from(columns) - 1e-9),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let column = |v: f64| (scale.at(v).clamp(0.0, f64::from(columns) - 1.0)) as usize;
    let mut heights = vec![0_u32; columns as usize];
    for value in values {
        heights[column(*value)] += 1;
    }
    let tallest = heights.iter().copied().max().unwrap_or(0).max(1);
    // Dots stay round and inside a fixed height: tall stacks overlap instead of growing.
    let height = 56.0;
    let base = height - 4.0;
    let pitch = (r * 2.0 + 0.6).min((base - 2.0 * r) / f64::from(tallest.max(2) - 1));
    let mut marks = vec![Mark::Line {
        path: super::through(&[(0.0, base + 1.5), (width, base + 1.5)]),
        class: "axis",
    }];
    let mut stacked = vec![0_u32; columns as usize];
    for value in values {
        let at = column(*value);
        #[allow(clippy::cast_precision_loss)]
        let x = (at as f64 + 0.5) * slot;
        let y = base - r - f64::from(stacked[at]) * pitch;
        stacked[at] += 1;
        marks.push(Mark::Dot {
            x,
            y,
            r,
            class: "dot",
        });
    }
    if let Some(value) = baseline {
        let x = (scale.at(value) + 0.0).clamp(0.0, f64::from(columns)) * slot;
        marks.push(Mark::Line {
            path: super::through(&[(x, 2.0), (x, base + 3.0)]),
            class: "baseline",
        });
    }
    Drawing {
        width,
        height,
        marks,
    }
}

/// A domain that holds all values and the baseline, with some air; never narrower than `least`.
#[must_use]
pub fn domain(values: &[f64], baseline: Option<f64>, least: f64) -> (f64, f64) {
    let all = values.iter().copied().chain(baseline);
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
        (l.min(v), h.max(v))
    });
    if low > high {
        return (0.0, 1.0);
    }
    let span = (high - low).max(least);
    let middle = f64::midpoint(low, high);
    (middle - span * 0.55, middle + span * 0.55)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_a_dot_inside_the_drawing() {
        let values: Vec<f64> = (0..20).map(|i| f64::from(i % 5)).collect();
        let drawing = draw(&values, domain(&values, Some(9.0), 0.1), Some(9.0), 180.0);
        let dots = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Dot { x, y, r, .. } => Some((*x, *y, *r)),
            _ => None,
        });
        let mut count = 0;
        for (x, y, r) in dots {
            count += 1;
            assert!(x - r >= 0.0 && x + r <= 180.0 && y - r >= 0.0, "{x} {y}");
        }
        assert_eq!(count, 20);
    }
}
