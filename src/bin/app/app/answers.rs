//! What the open screen's questions found so far.

use crate::shared::Shared;
use fairfloor::view::asked::{Findings, Found};
use fairfloor::view::{chase, unbeaten, why};

/// The answers; None where nothing is known yet, or nothing was asked.
#[derive(Clone, Default, PartialEq)]
pub struct Answers {
    /// To the screen's own question.
    pub own: Option<Shared<Findings>>,
    /// How the difference comes about that is taken apart.
    pub why: Option<Shared<why::Told>>,
    /// What must change to catch up.
    pub caught: Option<Shared<chase::Told>>,
    /// Which plans no other beats.
    pub unbeaten: Option<Shared<unbeaten::Told>>,
}

impl Answers {
    /// Takes one in.
    pub fn take(&mut self, found: Found) {
        match found {
            Found::Own(findings) => self.own = Some(Shared::new(findings)),
            Found::Why(told) => self.why = Some(Shared::new(*told)),
            Found::Caught(told) => self.caught = Some(Shared::new(*told)),
            Found::Unbeaten(told) => self.unbeaten = Some(Shared::new(*told)),
        }
    }
}
