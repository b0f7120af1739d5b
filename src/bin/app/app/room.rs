//! The room that figures have: once it is another, what was drawn for the old one is drawn anew.

use super::delay::Delay;
use crate::browser;

/// Ticks without another size of the window after which what was found is drawn for it.
const FIT_AFTER: u8 = 1;

/// The room.
#[derive(Default)]
pub struct Room {
    /// The width that figures had when it was asked for.
    drawn_for: f64,
    /// Counted anew while the window is pulled.
    unfitted: Delay,
}

impl Room {
    /// It may be another now.
    pub fn may_change(&mut self) {
        self.unfitted.put_off(FIT_AFTER);
    }

    /// What is drawn from now on is drawn for the room as it is.
    pub fn measure(&mut self) {
        self.drawn_for = browser::figure_width();
    }

    /// A tick: true once it keeps its size and is not the one that figures were drawn for.
    #[allow(clippy::float_cmp, reason = "whole pixels, kept as they were")]
    pub fn tick(&mut self) -> bool {
        self.unfitted.tick() && browser::figure_width() != self.drawn_for
    }
}
