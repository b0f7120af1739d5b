//! From values to pixels, and round numbers for the ticks.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Values at both ends.
    pub domain: (f64, f64),
    /// Pixels at both ends.
    pub range: (f64, f64),
}

impl Scale {
    /// The pixel of a value.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let (d0, d1) = self.domain;
        let (r0, r1) = self.range;
        if d1 > d0 {
            r0 + (value - d0) / (d1 - d0) * (r1 - r0)
        } else {
            r0
        }
    }

    /// The value at a pixel.
    #[must_use]
    pub fn value_at(&self, pixel: f64) -> f64 {
        let (d0, d1) = self.domain;
        let (r0, r1) = self.range;
        d0 + (pixel - r0) / (r1 - r0) * (d1 - d0)
    }
}

/// The step of 1, 2, 2.5 or 5 times a power of ten that gives at most `count` steps over `span`.
#[must_use]
pub fn step(span: f64, count: u32) -> f64 {
    let mut power = 1e-9;
    loop {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            // Three tenths are more than thrice a tenth by a last bit, and ask for no larger step.
            if span / (factor * power) <= f64::from(count) + 1e-9 {
                return factor * power;
            }
        }
        power *= 10.0;
        if power > 1e15 {
            return span;
        }
    }
}

/// Ticks from 0 to the first round number at or above `top`.
#[must_use]
pub fn ticks_from_zero(top: f64, count: u32) -> Vec<f64> {
    let step = step(top.max(1e-6), count);
    let mut ticks = vec![0.0];
    let mut k = 1.0;
    loop {
        let tick = step * k;
        ticks.push(tick);
        if tick >= top - 1e-9 {
            return ticks;
        }
        k += 1.0;
    }
}

/// Round ticks that enclose everything from `low` to `high`, at most `count` steps and two more.
#[must_use]
pub fn ticks(low: f64, high: f64, count: u32) -> Vec<f64> {
    let step = step((high - low).max(1e-9), count);
    let mut k = (low / step + 1e-9).floor();
    let mut ticks = vec![step * k];
    while step * k < high - 1e-9 * step {
        k += 1.0;
        ticks.push(step * k);
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_everything() {
        assert_eq!(ticks_from_zero(0.21, 4), [0.0, 0.1, 0.2, 0.1 * 3.0]);
        assert_eq!(ticks_from_zero(1.0, 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(ticks_from_zero(0.0, 4).first(), Some(&0.0));
    }

    #[test]
    fn the_last_tick_ends_the_same_ticks() {
        for top in (1..400).map(|n| 0.005 * f64::from(n)) {
            for count in [3, 4, 5] {
                let ticks = ticks_from_zero(top, count);
                let last = ticks[ticks.len() - 1];
                assert_eq!(ticks_from_zero(last, count), ticks, "{top}, {count}");
            }
        }
    }

    #[test]
    fn ticks_enclose_both_ends() {
        assert_eq!(ticks(-0.3, 0.9, 4), [-0.5, 0.0, 0.5, 1.0]);
        assert_eq!(ticks(0.0, 1.0, 4), [0.0, 0.25, 0.5, 0.75, 1.0]);
    }

    #[test]
    fn a_scale_goes_there_and_back() {
        let scale = Scale {
            domain: (0.0, 10.0),
            range: (100.0, 0.0),
        };
        assert!((scale.at(2.5) - 75.0).abs() < 1e-9);
        assert!((scale.value_at(75.0) - 2.5).abs() < 1e-9);
    }
}
