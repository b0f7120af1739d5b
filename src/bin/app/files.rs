//! Files that are dropped or chosen: read in the browser, never sent anywhere.

use crate::app::Msg;
use crate::shared::Dispatch;
use fairfloor::scenario::import::calls::LONGEST_TEXT;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File};

/// As much as is read of single calls: years of them.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
const LARGEST: f64 = LONGEST_TEXT as f64;

/// What came of reading a file.
pub enum Read {
    /// What is in it.
    Bytes(Vec<u8>),
    /// Larger than we read.
    TooLarge,
    /// The browser would not hand it over.
    Unreadable,
}

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

/// Reads a file and tells what came of it.
pub fn read(file: &File, dispatch: Dispatch) {
    if file.size() > LARGEST {
        dispatch.emit(Msg::File(Read::TooLarge));
        return;
    }
    let promise = file.array_buffer();
    spawn_local(async move {
        let bytes = JsFuture::from(promise).await;
        let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        dispatch.emit(Msg::File(bytes.map_or(Read::Unreadable, Read::Bytes)));
    });
}
