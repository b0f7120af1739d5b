//! Single keys: never while typing, never with a modifier, and they can be switched off.

use crate::app::Msg;
use crate::shared::Dispatch;
use fairfloor::view::lineup::Letter;
use fairfloor::view::screen::Screen;
use gloo::events::EventListener;
use gloo::utils::document;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The letter after `g` must follow within so many milliseconds.
const GO_MS: f64 = 1500.0;

/// A key that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The next letter names a screen.
    Go,
    Screen(Screen),
    Scenario(Letter),
    Duplicate,
    Search,
    Undo,
    Redo,
    Run,
    Help,
    Table,
    Escape,
}

impl Key {
    /// What a key means; after `g` a letter means a screen.
    fn of(name: &str, after_go: bool) -> Option<Self> {
        if let Some(screen) = Screen::of_key(name).filter(|_| after_go) {
            return Some(Key::Screen(screen));
        }
        if let Ok(number @ 1..=6) = name.parse::<usize>() {
            return Letter::of_index(number - 1).map(Key::Scenario);
        }
        Some(match name {
            "g" => Key::Go,
            "d" => Key::Duplicate,
            "/" => Key::Search,
            "z" => Key::Undo,
            "Z" => Key::Redo,
            "." => Key::Run,
            "?" => Key::Help,
            "t" => Key::Table,
            "Escape" => Key::Escape,
            _ => return None,
        })
    }
}

/// Listens for as long as the result is kept.
pub fn listen(dispatch: Dispatch) -> EventListener {
    // When `g` was pressed; what follows within a moment names a screen.
    let went = Cell::new(f64::NEG_INFINITY);
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let after_go = event.time_stamp() - went.get() < GO_MS;
        let Some(key) = Key::of(&event.key(), after_go) else {
            return;
        };
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if key == Key::Escape || (plain && !is_typing(event)) {
            went.set(if key == Key::Go {
                event.time_stamp()
            } else {
                f64::NEG_INFINITY
            });
            if key == Key::Search {
                // Otherwise the sign lands in the field that gets the focus.
                event.prevent_default();
            }
            dispatch.emit(Msg::Key(key));
        }
    })
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}
