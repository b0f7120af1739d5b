//! What is chosen in a visit, written where it is found again: into the address, and as this tab's draft.

use super::delay::Delay;
use crate::{address, storage};
use fairfloor::view::session::Session;

/// Ticks without another choice after which it is written: browsers refuse to write at every move of a drag.
const WRITE_AFTER: u8 = 2;

/// The visit.
pub struct Visit {
    /// Its mark in the browser's history.
    pub number: u32,
    /// What this tab is called among the drafts.
    tab: String,
    unwritten: Delay,
}

impl Visit {
    /// The first.
    pub fn new() -> Self {
        Self {
            number: 1,
            tab: storage::tab(),
            unwritten: Delay::default(),
        }
    }

    /// Goes on with this one, or begins another.
    pub fn turn_to(&mut self, known: Option<u32>) {
        self.number = known.unwrap_or(self.number + 1).max(1);
    }

    /// Something was chosen that is written before long.
    pub fn save_soon(&mut self) {
        self.unwritten.put_off(WRITE_AFTER);
    }

    /// A tick: what waits long enough is written.
    pub fn tick(&mut self, session: &Session) {
        if self.unwritten.tick() {
            self.save(session);
        }
    }

    /// Writes the address and the draft.
    pub fn save(&mut self, session: &Session) {
        self.unwritten.end();
        self.mark(session);
        let link = address::linked(session);
        storage::change_drafts(|drafts| drafts.put(&self.tab, &link));
    }

    /// Writes the address alone.
    pub fn mark(&self, session: &Session) {
        address::replace(session, self.number);
    }

    /// Another screen was opened: going back leads to the one before.
    pub fn step(&self, session: &Session) {
        address::push(session, self.number);
    }
}
