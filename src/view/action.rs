//! What can be done to a session, and what came of it.

use super::history::Change;
use super::lab::Choice;
use super::lineup::{Letter, Lineup, Reference};
use super::lives::chosen;
use super::screen::Screen;
use super::target::Tuning;
use crate::scenario::Scenario;
use crate::scenario::check::Problem;
use crate::scenario::field::{Field, Language, Value};
use crate::scenario::presets::Preset;

/// What can be done to a session.
pub enum Action {
    /// A value in the middle of a drag: shown and simulated, not remembered.
    Drag(&'static Field, Value),
    /// A value that was let go of.
    Set(&'static Field, Value),
    /// One field as in the preset.
    Reset(&'static Field),
    /// All fields as in the preset.
    ResetAll,
    /// Another preset in place of the open scenario.
    Choose(&'static Preset),
    /// Something else to be held against.
    Against(Reference),
    /// A whole scenario from elsewhere in place of the open one.
    Take {
        /// Its preset.
        preset: &'static Preset,
        /// The scenario.
        scenario: Box<Scenario>,
        /// What to call the step.
        change: Change,
    },
    /// A whole line-up from elsewhere.
    TakeAll {
        /// The scenarios.
        lineup: Box<Lineup>,
        /// The seed they were shown under.
        seed: u64,
        /// What to call the step.
        change: Change,
    },
    /// A copy of the open scenario, opened.
    Duplicate,
    /// One scenario more, opened.
    Add {
        /// Its preset.
        preset: &'static Preset,
        /// The scenario.
        scenario: Box<Scenario>,
    },
    /// Another of the line-up is opened.
    Show(Letter),
    /// One is given a name; none takes the given one away.
    Rename(Letter, String),
    /// One is taken away.
    Remove(Letter),
    /// Other luck.
    Seed(u64),
    /// Something on the screens of awards and of what could be wrong.
    Lab(Choice),
    /// Something on the screen of lives.
    People(chosen::Choice),
    /// Something on the screen of the sweep.
    Sweep(Tuning),
    /// From which size on a difference matters: a factor on what is meant for anybody.
    Matters(f64),
    /// The last step back.
    Undo,
    /// The last undone step again.
    Redo,
    /// Another language.
    Speak(Language),
    /// Another screen.
    Open(Screen),
}

/// What a page has to do after an action that changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Run a few years of what is being tried.
    TryOut,
    /// Remember it, and run it in full.
    Run,
    /// Ask the screen's question anew; the scenarios are what they were.
    Ask,
    /// Show another screen, and ask its question.
    Open,
    /// Say everything in another language.
    Speak,
}

impl Action {
    /// What has to be done after it.
    #[must_use]
    pub fn follows(&self) -> Follows {
        match self {
            Self::Drag(..) => Follows::TryOut,
            Self::Set(..)
            | Self::Reset(_)
            | Self::ResetAll
            | Self::Choose(_)
            | Self::Against(_)
            | Self::Take { .. }
            | Self::TakeAll { .. }
            | Self::Duplicate
            | Self::Add { .. }
            | Self::Show(_)
            | Self::Rename(..)
            | Self::Remove(_)
            | Self::Seed(_)
            | Self::Undo
            | Self::Redo => Follows::Run,
            Self::Lab(_) | Self::People(_) | Self::Sweep(_) | Self::Matters(_) => Follows::Ask,
            Self::Open(_) => Follows::Open,
            Self::Speak(_) => Follows::Speak,
        }
    }

    /// The field that is given a value by hand.
    #[must_use]
    pub fn edited(&self) -> Option<&'static Field> {
        match self {
            Self::Drag(field, _) | Self::Set(field, _) => Some(field),
            _ => None,
        }
    }
}

/// What came of an action.
pub enum Effect {
    /// Done; nothing to say.
    Done,
    /// Nothing was changed.
    Nothing,
    /// A step was taken back.
    Undone(Change),
    /// A step was done again.
    Redone(Change),
    /// Taken away, and worth an offer to bring it back.
    Removed(Change),
    /// The value can't be taken; what was there stays.
    Refused(Problem),
}
