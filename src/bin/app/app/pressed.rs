//! What a pressed key does.

use super::{App, Msg};
use crate::keys::Key;
use crate::{browser, document};
use fairfloor::view::action::Action;

impl App {
    /// True when something on the page may have changed.
    pub(super) fn press(&mut self, key: Key) -> bool {
        if key == Key::Escape {
            return if self.help {
                self.handle(Msg::Help(false))
            } else if self.explained.is_some() {
                self.handle(Msg::Explain(None))
            } else if self.rail_open {
                self.handle(Msg::Rail(false))
            } else {
                false
            };
        }
        if !self.single_keys {
            return false;
        }
        match key {
            Key::Screen(screen) => self.act(Action::Open(screen)),
            Key::Scenario(letter) => self.act(Action::Show(letter)),
            Key::Duplicate => self.act(Action::Duplicate),
            Key::Search => {
                if browser::is_narrow() {
                    self.rail_open = true;
                }
                document::focus_soon("#parameter-search");
                true
            }
            Key::Undo => self.act(Action::Undo),
            Key::Redo => self.act(Action::Redo),
            Key::Run => self.handle(Msg::Toggle),
            Key::Help => self.handle(Msg::Help(!self.help)),
            Key::Table => self.handle(Msg::Table),
            Key::Go | Key::Escape => false,
        }
    }
}
