//! What the browser remembers between visits; a browser that refuses is no reason to stop.

use gloo::utils::window;

const PREFIX: &str = "fairfloor.";

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
    fn name(self) -> String {
        let name = match self {
            Key::Language => "language",
            Key::Theme => "theme",
            Key::SingleKeys => "single-keys",
            Key::Draft => "draft",
        };
        format!("{PREFIX}{name}")
    }
}

/// What was remembered, if anything.
pub fn read(key: Key) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(&key.name()).ok().flatten()
}

/// Remembers; false when the browser refuses (private windows, full or blocked storage).
pub fn write(key: Key, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(&key.name(), value).is_ok())
}
