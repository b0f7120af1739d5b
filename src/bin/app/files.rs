//! Files that are dropped or chosen: read in the browser, never sent anywhere.

use crate::app::Msg;
use crate::shared::Dispatch;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, TextDecoder, TextDecoderOptions};

/// Half-hourly counts of ten years are far smaller.
const LARGEST: f64 = 5_000_000.0;

/// What came of reading a file.
pub enum Read {
    /// Its text.
    Text(String),
    /// Larger than we read.
    TooLarge,
    /// No text in a form that we know.
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
                read(&file, dispatch.clone());
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
        let text = JsFuture::from(promise).await.ok().and_then(|buffer| {
            let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
            decode(&bytes)
        });
        dispatch.emit(Msg::File(text.map_or(Read::Unreadable, Read::Text)));
    });
}

/// UTF-8 if it is, otherwise GBK as Chinese spreadsheets write it; None for what is neither.
fn decode(bytes: &[u8]) -> Option<String> {
    ["utf-8", "gbk"].into_iter().find_map(|label| {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        let text = decoder.decode_with_u8_array(bytes).ok()?;
        (!text.contains('\0')).then_some(text)
    })
}
