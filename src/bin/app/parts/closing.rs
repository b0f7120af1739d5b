//! How a menu closes again: by Esc, as the help says of everything that is open, and by a press elsewhere
//! where it lies over the page.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// Closes what the button `opener` opens; also by a press on anything but that button where `lies_over`.
#[hook]
pub fn use_closing(open: &UseStateHandle<bool>, opener: &NodeRef, lies_over: bool) {
    let (set, opener) = (open.setter(), opener.clone());
    use_effect_with(**open, move |open| {
        let mut ears = Vec::new();
        if *open {
            let (close, button) = (set.clone(), opener.clone());
            ears.push(EventListener::new(&document(), "keydown", move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if key.as_deref() == Some("Escape") {
                    close.set(false);
                    // What had the focus goes with the menu.
                    if let Some(button) = button.cast::<HtmlElement>() {
                        let _ = button.focus();
                    }
                }
            }));
        }
        if *open && lies_over {
            ears.push(EventListener::new(&document(), "click", move |event| {
                let at = event.target().and_then(|target| target.dyn_into().ok());
                let on_opener = opener
                    .cast::<Node>()
                    .is_some_and(|button| button.contains(at.as_ref()));
                // The button itself opens and closes.
                if !on_opener {
                    set.set(false);
                }
            }));
        }
        move || drop(ears)
    });
}
