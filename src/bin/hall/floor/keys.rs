//! The hall's own keys: they work while it has the focus, nowhere else.

use super::{Do, Floor, LAPSE};
use yew::prelude::*;

/// A minute, in seconds.
const MINUTE: f64 = 60.0;

/// Keys that mean something in the hall.
const OURS: [&str; 12] = [
    " ",
    "ArrowRight",
    "ArrowLeft",
    "PageDown",
    "PageUp",
    "ArrowDown",
    "ArrowUp",
    "Home",
    "End",
    "[",
    "]",
    "Escape",
];

/// True for keys that the hall takes for itself; the page scrolls by the others.
pub fn is_ours(event: &KeyboardEvent) -> bool {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    plain && OURS.contains(&event.key().as_str())
}

impl Floor {
    /// What a key means here; None for all that are not ours.
    pub fn key(&self, event: &KeyboardEvent) -> Option<Do> {
        let (shift, week) = (
            event.shift_key(),
            self.clock.map_or(5, |clock| clock.open_days),
        );
        let week = i32::try_from(week).unwrap_or(5);
        let step = |sign: i32| {
            if shift || self.player.still {
                Do::Days(sign)
            } else {
                Do::Seconds(f64::from(sign) * MINUTE)
            }
        };
        Some(match event.key().as_str() {
            " " => Do::Play(!self.player.playing),
            "ArrowRight" => step(1),
            "ArrowLeft" => step(-1),
            "PageDown" => Do::Days(week),
            "PageUp" => Do::Days(-week),
            "ArrowDown" => Do::Person(1),
            "ArrowUp" => Do::Person(-1),
            "Home" => Do::Days(-100_000),
            "End" => Do::Days(100_000),
            "[" => Do::Speed(self.player.speed.saturating_sub(1)),
            "]" => Do::Speed((self.player.speed + 1).min(LAPSE)),
            "Escape" if self.chosen.followed.is_some() => Do::Follow(None),
            _ => return None,
        })
    }
}
