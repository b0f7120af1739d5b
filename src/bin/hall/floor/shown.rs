//! What is asked of a hall at a moment: who waits, who somebody is, who comes next.

use super::{Do, Floor};
use crate::projector::Year;
use fairfloor::view::floor::clock::Moment;
use fairfloor::view::floor::events::Happening;
use fairfloor::view::floor::reel::Reel;

/// A moment as the film knows it: a whole second.
#[derive(Clone, Copy)]
pub struct Shown {
    pub second: u32,
}

impl Shown {
    pub fn at(now: Moment) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let second = now.second.max(0.0) as u32;
        Self { second }
    }

    /// Those who wait, in the order of coming: whether each has waited longer than the target.
    pub fn waiting(self, reel: Option<&Reel>, patience: f64) -> Vec<bool> {
        let waits = reel.into_iter().flat_map(|reel| reel.waiting(self.second));
        waits
            .map(|wait| f64::from(self.second - wait.from) > patience)
            .collect()
    }
}

/// The life of a person, known by post and holder, in a year.
pub fn find(year: &Year, who: (u32, u32)) -> Option<usize> {
    let lives = &year.hall.journal.lives;
    lives
        .iter()
        .position(|life| (life.who.seat, life.holder) == who)
}

/// To an event, following whom it happened to.
pub fn jump(year: &Year, happening: &Happening) -> Do {
    let life = &year.hall.journal.lives[happening.life];
    Do::Jump(happening.day, Some((life.who.seat, life.holder)))
}

impl Floor {
    /// Who sits at a post now, as a person: post and holder.
    pub fn who(&self, side: usize, seat: usize) -> Option<(u32, u32)> {
        let year = self.projector.as_ref().ok()?.year(side)?;
        let life = self.halls[side].standings.get(seat)?.life?;
        let life = &year.hall.journal.lives[life];
        Some((life.who.seat, life.holder))
    }

    /// Follows the next person in the hall, or the one before.
    pub fn next_person(&mut self, step: i32) {
        let seats = i32::try_from(self.halls[0].standings.len()).unwrap_or(0);
        let mut at = self
            .chosen
            .followed
            .map_or(if step > 0 { -1 } else { 0 }, |who| {
                i32::try_from(who.0).unwrap_or(0)
            });
        for _ in 0..seats {
            at = (at + step).rem_euclid(seats);
            let found = self.who(0, usize::try_from(at).unwrap_or(0));
            if found.is_some() {
                self.chosen.followed = found;
                return;
            }
        }
    }
}
