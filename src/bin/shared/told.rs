//! What two programs of one page tell each other: an event of the window with a packed message.

use fairfloor::wire::{pack, unpack};
use gloo::utils::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event};

/// Tells a message, or that there is none any more.
pub fn tell<T: Serialize>(name: &str, message: Option<&T>) {
    let bytes = message.and_then(|message| pack(message).ok());
    let init = CustomEventInit::new();
    init.set_detail(&bytes.map_or(JsValue::NULL, |bytes| {
        js_sys::Uint8Array::from(bytes.as_slice()).into()
    }));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window().dispatch_event(&event);
    }
}

/// The message that an event holds. Both programs are of one build: what can't be read can't come.
pub fn heard<T: for<'a> Deserialize<'a>>(event: &Event) -> Option<T> {
    let detail = event.dyn_ref::<CustomEvent>()?.detail();
    let bytes = (!detail.is_null()).then(|| js_sys::Uint8Array::new(&detail).to_vec())?;
    unpack(&bytes).ok()
}
