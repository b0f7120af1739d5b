//! What the browser remembers between visits; a browser that refuses is no reason to stop.

use crate::document;
use fairfloor::view::drafts::Drafts;
use gloo::utils::window;
use std::fmt::Write;

/// What is remembered.
#[derive(Clone, Copy)]
pub enum Key {
    Language,
    Theme,
    SingleKeys,
    /// What every tab was last left at.
    Drafts,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Key::Language => "language",
            Key::Theme => "theme",
            Key::SingleKeys => "single-keys",
            Key::Drafts => "drafts",
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

/// What every tab was last left at, as it is now: other tabs write too.
pub fn drafts() -> Drafts {
    let single = document::remembered("draft");
    Drafts::of(&read(Key::Drafts).unwrap_or_default(), single.as_deref())
}

/// Changes that. The one draft of an older version has become one of these.
pub fn change_drafts(change: impl FnOnce(&mut Drafts)) {
    let mut drafts = drafts();
    change(&mut drafts);
    if write(Key::Drafts, &drafts.text())
        && let Some(storage) = window().local_storage().ok().flatten()
    {
        let _ = storage.remove_item("fairfloor.draft");
    }
}

/// A name for this tab, which it keeps when it is loaded anew and which no other has.
pub fn tab() -> String {
    const NAME: &str = "fairfloor.tab";
    let storage = window().session_storage().ok().flatten();
    let known = storage.as_ref().and_then(|s| s.get_item(NAME).ok()?);
    known.filter(|name| !name.contains(' ')).unwrap_or_else(|| {
        let mut name = String::new();
        let _ = write!(name, "{:x}", js_sys::Math::random().to_bits());
        if let Some(storage) = storage {
            let _ = storage.set_item(NAME, &name);
        }
        name
    })
}
