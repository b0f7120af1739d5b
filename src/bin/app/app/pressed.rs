//! What a pressed key does.

use super::{App, Msg};
use crate::keys::Key;
use crate::{browser, document};
use fairfloor::view::action::Action;

impl App {
    /// True when something on the page may have changed.
    pub(super) fn press(&mut self, key: Key) -> bool {
        if key == Key::Escape {
            let open = self.panels.close();
            return open.is_some_and(|close| self.handle(close));
        }
        if !self.preferences.single_keys {
            return false;
        }
        match key {
            Key::Screen(screen) => self.act(Action::Open(screen)),
            Key::Scenario(letter) => self.act(Action::Show(letter)),
            Key::Duplicate => self.act(Action::Duplicate),
            Key::Search => {
                if browser::is_narrow() {
                    self.panels.rail = true;
                }
                document::focus_soon("#parameter-search");
                true
            }
            Key::Undo => self.act(Action::Undo),
            Key::Redo => self.act(Action::Redo),
            Key::Run => self.handle(Msg::Toggle),
            Key::Help => self.handle(Msg::Help(!self.panels.help)),
            Key::Table => self.handle(Msg::Table),
            Key::Go | Key::Escape => false,
        }
    }
}
