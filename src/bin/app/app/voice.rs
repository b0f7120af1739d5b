//! What the page says of itself: notices at the edge, and the result for those who hear it.

use super::drawn::Shown;
use crate::parts::notices::{Notice, Offer};
use fairfloor::view::sentence;
use fairfloor::view::words::{Said, rail};

/// So many notices are read at once.
const MOST: usize = 3;

/// The voice.
#[derive(Default)]
pub struct Voice {
    /// The newest last.
    pub notices: Vec<Notice>,
    /// The number of the last that was given out.
    last: u32,
    /// What came out of the last run that settled.
    pub announcement: Said,
    announced: bool,
    warned_of_assumption: bool,
}

impl Voice {
    /// A notice that goes away by itself.
    pub fn say(&mut self, text: Said) {
        self.notify(vec![text], false, None);
    }

    /// A notice that stays until it is read.
    pub fn complain(&mut self, lines: Vec<Said>) {
        self.notify(lines, true, None);
    }

    /// A notice that may offer something.
    pub fn notify(&mut self, lines: Vec<Said>, problem: bool, offer: Option<Offer>) {
        let mut lines = lines.into_iter();
        let Some(text) = lines.next() else { return };
        self.last += 1;
        // The same words twice would only push others away.
        self.unsay(&text);
        if self.notices.len() >= MOST {
            self.notices.remove(0);
        }
        self.notices.push(Notice {
            id: self.last,
            problem,
            text,
            lines: lines.collect(),
            offer,
        });
    }

    /// Takes back a notice that is no longer true.
    pub fn unsay(&mut self, text: &Said) {
        self.notices.retain(|notice| notice.text != *text);
    }

    /// Puts a notice away; what it offered, if it offered anything.
    pub fn close(&mut self, id: u32) -> Option<Offer> {
        let at = self.notices.iter().position(|notice| notice.id == id)?;
        self.notices.remove(at).offer
    }

    /// Says once that assumptions are being changed.
    pub fn warn_of_assumption(&mut self) {
        if !std::mem::replace(&mut self.warned_of_assumption, true) {
            self.say(rail::ASSUMPTION_EDITED.into());
        }
    }

    /// A run began: what comes of it is to be said.
    pub fn listen(&mut self) {
        self.announced = false;
    }

    /// Says once what came of the run.
    pub fn announce(&mut self, shown: Option<&Shown>) {
        if !std::mem::replace(&mut self.announced, true)
            && let Some(shown) = shown
        {
            self.announcement =
                Said::in_both(|language| sentence::announcement(&shown.snapshot, language));
        }
    }
}
