//! Single keys: never while typing, never with a modifier, and they can be switched off.

use crate::app::Msg;
use crate::shared::Dispatch;
use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Search,
    Undo,
    Redo,
    Run,
    Help,
    Table,
    Escape,
}

impl Key {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
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
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let Some(key) = Key::of(&event.key()) else {
            return;
        };
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if key == Key::Escape || (plain && !is_typing(event)) {
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
