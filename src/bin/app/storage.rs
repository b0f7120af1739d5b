//! What the browser remembers between visits; a browser that refuses is no reason to stop.

use crate::document;

/// What is remembered.
#[derive(Clone, Copy)]
pub enum Key {
    Language,
    Theme,
    SingleKeys,
    /// The last scenario, as the text of a link.
    Draft,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Key::Language => "language",
            Key::Theme => "theme",
            Key::SingleKeys => "single-keys",
            Key::Draft => "draft",
        }
    }
}

/// What was remembered, if anything.
pub fn read(key: Key) -> Option<String> {
    document::remembered(key.name())
}

/// Remembers; false when the browser refuses.
pub fn write(key: Key, value: &str) -> bool {
    document::remember(key.name(), value)
}
