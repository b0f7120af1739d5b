//! A call: who calls about what, and all the luck that hangs on it.

use crate::scenario::after_call::STEPS;

/// Who calls, about what, for the how-manieth time. Everything random about a call hangs on this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// Day of the first call.
    pub day: u32,
    /// Number of the first call on that day.
    pub number: u32,
    /// Earlier calls about the same matter.
    pub earlier: u8,
    /// Kind of call.
    pub kind: u8,
}

impl Matter {
    /// What names the call among those of its day's first calls.
    #[must_use]
    pub fn key(self) -> u32 {
        self.number << 8 | u32::from(self.earlier)
    }
}

/// A call with all the luck it may ever need: always the same number of draws. Small, because it is
/// copied about.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// Second of the day.
    pub at: f64,
    /// Seconds that the caller is willing to wait.
    pub patience: f64,
    /// Length of the talk against the mean of its kind.
    pub length: f64,
    /// Who calls about what.
    pub matter: Matter,
    /// Uniforms behind yes and no.
    pub luck: CallLuck,
}

/// Uniforms of 16 bits behind every yes and no of a call, four to a draw, left as they were drawn: taking
/// one out costs nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct CallLuck(pub(super) [u64; 3]);

#[allow(missing_docs)]
impl CallLuck {
    #[inline]
    fn part(&self, draw: usize, place: u32) -> u16 {
        #[allow(clippy::cast_possible_truncation, reason = "a part is what is meant")]
        let part = (self.0[draw] >> (16 * place)) as u16;
        part
    }
    pub(super) fn kind(&self) -> u16 {
        self.part(0, 0)
    }
    pub(super) fn impatient(&self) -> u16 {
        self.part(0, 1)
    }
    pub fn solved(&self) -> u16 {
        self.part(0, 2)
    }
    pub fn courteous(&self) -> u16 {
        self.part(0, 3)
    }
    pub fn satisfied(&self) -> u16 {
        self.part(1, 0)
    }
    pub fn rates(&self) -> u16 {
        self.part(1, 1)
    }
    pub fn angry(&self) -> u16 {
        self.part(1, 2)
    }
    pub fn cut(&self) -> u16 {
        self.part(1, 3)
    }
    pub fn calls_again(&self) -> u16 {
        self.part(2, 0)
    }
    pub fn specialist(&self) -> u16 {
        self.part(2, 1)
    }
    pub fn takes_callback(&self) -> u16 {
        self.part(2, 2)
    }
    /// Which step of after-call work it will be.
    #[inline]
    pub fn after_call(&self) -> usize {
        (usize::from(self.part(2, 3)) * STEPS) >> 16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_yes_and_no_of_a_call_has_luck_of_its_own() {
        // Twelve parts, each with its own number in it; the last chooses a step.
        let part = |at: u64| (at + 1) << 12;
        let draw = |first: u64| (0..4).fold(0, |sum, k| sum | part(first + k) << (16 * k));
        let luck = CallLuck([draw(0), draw(4), draw(8)]);
        let said = [
            luck.kind(),
            luck.impatient(),
            luck.solved(),
            luck.courteous(),
            luck.satisfied(),
            luck.rates(),
            luck.angry(),
            luck.cut(),
            luck.calls_again(),
            luck.specialist(),
            luck.takes_callback(),
        ];
        for (at, said) in (0..).zip(said) {
            assert_eq!(u64::from(said), part(at));
        }
        assert_eq!(luck.after_call(), STEPS * 12 / 16);
    }
}
