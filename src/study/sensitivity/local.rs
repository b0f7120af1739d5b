//! One assumption at a time, all others as they are: what its ends do to the margin, and at which value
//! the margin crosses zero.

use crate::measure::summary::{Summary, student_t_975};

/// What an assumption does to the margin when it alone is moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Number of the input.
    pub input: usize,
    /// The ends of its range, or every other option: the place between 0 and 1 and the margin there.
    pub ends: Vec<(f64, Summary)>,
    /// Where the claim turns false.
    pub flip: Flip,
}

impl Bar {
    /// Lowest and highest margin at its ends.
    #[must_use]
    pub fn reach(&self) -> (f64, f64) {
        let ends = self.ends.iter().map(|(_, margin)| margin.mean);
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), m| {
            (l.min(m), h.max(m))
        })
    }
}

/// Where the claim turns, moving one assumption alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flip {
    /// Not between its own value and either end, as far as the ends show.
    NotInRange,
    /// Not known yet.
    Pending,
    /// At this place between 0 and 1; between the other two the margin can't be told from zero.
    At {
        /// Where the margin crosses zero.
        at: f64,
        /// Lower end of what can't be told apart.
        from: f64,
        /// Upper end of it.
        to: f64,
    },
    /// With this option, by its place.
    With {
        /// The option's place between 0 and 1.
        at: f64,
    },
}

impl Flip {
    /// Part of the range from which a crossing that may lie anywhere in it isn't placed.
    const MOST: f64 = 0.5;

    /// True where the claim turns.
    #[must_use]
    pub fn is_there(&self) -> bool {
        matches!(self, Flip::At { .. } | Flip::With { .. })
    }

    /// True where it is known about where: not if the crossing may lie anywhere in most of the range.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        match self {
            Flip::At { from, to, .. } => to - from <= Self::MOST,
            Flip::With { .. } => true,
            Flip::NotInRange | Flip::Pending => false,
        }
    }
}

/// A margin that was measured somewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Where, between 0 and 1.
    pub at: f64,
    /// Mean margin.
    pub margin: f64,
    /// Its standard error.
    pub error: f64,
}

impl Measured {
    /// From the margins' summary.
    #[must_use]
    pub fn new(at: f64, margin: &Summary) -> Self {
        let error = if margin.count > 1 {
            (margin.ci95.1 - margin.mean) / student_t_975(margin.count - 1)
        } else {
            0.0
        };
        Self {
            at,
            margin: margin.mean,
            error,
        }
    }
}

/// The search for a crossing between two places whose margins have different signs, by halving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halving {
    /// On the side of the assumption's own value.
    near: Measured,
    /// On the other side of zero.
    far: Measured,
    /// The whole way at the beginning, for the slope.
    whole: (Measured, Measured),
}

impl Halving {
    /// None where both margins are on the same side.
    #[must_use]
    pub fn new(own: Measured, end: Measured) -> Option<Self> {
        ((own.margin > 0.0) != (end.margin > 0.0)).then_some(Self {
            near: own,
            far: end,
            whole: (own, end),
        })
    }

    /// Where to measure next.
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.near.at, self.far.at)
    }

    /// The two places that enclose the crossing, the nearer to the own value first.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        (self.near.at, self.far.at)
    }

    /// Takes in what was measured there.
    pub fn take(&mut self, found: Measured) {
        if (found.margin > 0.0) == (self.whole.0.margin > 0.0) {
            self.near = found;
        } else {
            self.far = found;
        }
    }

    /// The crossing: on the straight line between the two places that enclose it. How far it may be off
    /// is two standard errors of the margin over the slope of the whole way.
    #[must_use]
    pub fn flip(&self) -> Flip {
        let (near, far) = (self.near, self.far);
        let way = near.margin / (near.margin - far.margin);
        let at = near.at + way * (far.at - near.at);
        let (own, end) = self.whole;
        let slope = (end.margin - own.margin) / (end.at - own.at);
        let off = (2.0 * near.error.max(far.error) / slope).abs();
        Flip::At {
            at,
            from: (at - off).max(0.0),
            to: (at + off).min(1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(f: impl Fn(f64) -> f64, own: f64, end: f64, steps: u32) -> Option<Flip> {
        let measured = |at| Measured {
            at,
            margin: f(at),
            error: 0.01,
        };
        let mut halving = Halving::new(measured(own), measured(end))?;
        for _ in 0..steps {
            halving.take(measured(halving.middle()));
        }
        Some(halving.flip())
    }

    #[test]
    fn a_known_crossing_is_found_from_either_side() {
        for (own, end) in [(0.2, 1.0), (0.9, 0.0)] {
            let found = search(|x| x * x * x - 0.343, own, end, 6).expect("a crossing");
            let Flip::At { at, from, to } = found else {
                panic!("{found:?}");
            };
            assert!((at - 0.7).abs() < 1e-3, "{at}");
            assert!(from < 0.7 && 0.7 < to && to - from < 0.1, "{from} {to}");
        }
    }

    #[test]
    fn a_crossing_that_may_lie_anywhere_is_not_placed() {
        let flip = |from, to| Flip::At { at: 0.3, from, to };
        assert!(flip(0.2, 0.4).is_placed() && flip(0.2, 0.4).is_there());
        assert!(!flip(0.1, 0.8).is_placed() && flip(0.1, 0.8).is_there());
        assert!(Flip::With { at: 0.0 }.is_placed());
        assert!(!Flip::NotInRange.is_there() && !Flip::Pending.is_placed());
    }

    #[test]
    fn no_crossing_is_said() {
        assert_eq!(search(|x| x + 0.1, 0.2, 1.0, 4), None);
    }
}
