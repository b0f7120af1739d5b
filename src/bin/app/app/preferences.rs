//! How somebody likes the page.

use crate::browser::{self, Theme};
use crate::storage::{self, Key};

/// Colours and keys are remembered.
pub struct Preferences {
    pub theme: Theme,
    /// Keys that act by themselves.
    pub single_keys: bool,
    /// Tables instead of charts.
    pub table: bool,
}

impl Preferences {
    /// Those of the last visit.
    pub fn remembered() -> Self {
        let theme = storage::read(Key::Theme).and_then(|id| Theme::of_id(&id));
        let theme = theme.unwrap_or(Theme::Auto);
        browser::set_theme(theme);
        Self {
            theme,
            single_keys: storage::read(Key::SingleKeys).is_none_or(|on| on != "off"),
            table: false,
        }
    }

    /// Other colours.
    pub fn paint(&mut self, theme: Theme) {
        self.theme = theme;
        browser::set_theme(theme);
        storage::write(Key::Theme, theme.id());
    }

    /// Single keys on or off.
    pub fn use_single_keys(&mut self, on: bool) {
        self.single_keys = on;
        storage::write(Key::SingleKeys, if on { "on" } else { "off" });
    }
}
