//! Files that are dropped on the page.

use crate::app::Msg;
use crate::shared::Dispatch;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::DragEvent;

/// Listens for files dropped anywhere on the page.
pub fn listen(dispatch: &Dispatch) -> Vec<EventListener> {
    let on = |name: &'static str, act: fn(&DragEvent, &Dispatch)| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else {
                return;
            };
            if has_files(event) {
                // Otherwise the browser leaves the page and opens the file.
                event.prevent_default();
                act(event, &dispatch);
            }
        })
    };
    vec![
        on("dragover", |_, dispatch| dispatch.emit(Msg::Dropping(true))),
        on("dragleave", |event, dispatch| {
            // Leaving one element for another within the page has a target; leaving the page has none.
            if event.related_target().is_none() {
                dispatch.emit(Msg::Dropping(false));
            }
        }),
        on("drop", |event, dispatch| {
            dispatch.emit(Msg::Dropping(false));
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                dispatch.emit(Msg::Dropped(file));
            }
        }),
    ]
}

fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}
