//! A worker in the browser's background: started from the address that the build wrote into the page,
//! heard until it is dropped, which ends it.

use fairfloor::wire::pack;
use serde::Serialize;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// What a worker says.
pub enum Message {
    /// A packed message.
    Bytes(Vec<u8>),
    /// It broke.
    Error(String),
}

/// A worker and its ears.
pub struct Background {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Background {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Background {
    /// Starts the worker whose address the `meta` of this name holds.
    ///
    /// # Errors
    /// When the browser doesn't allow it.
    pub fn start(name: &str, hear: &Callback<Message>) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker =
            Worker::new_with_options(&address(name), &options).map_err(|why| text(&why))?;
        let ear = hear.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            ear.emit(Message::Bytes(
                js_sys::Uint8Array::new(&event.data()).to_vec(),
            ));
        });
        let ear = hear.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            // Handled here: the console needn't repeat it.
            event.prevent_default();
            ear.emit(Message::Error(event.message()));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Packs a message and hands it over. What can't be packed is noticed by whoever waits for the answer.
    pub fn say<T: Serialize>(&self, message: &T) {
        if let Ok(bytes) = pack(message) {
            self.send(&bytes);
        }
    }

    /// Hands bytes over. What can't be sent is noticed by whoever waits for the answer.
    pub fn send(&self, bytes: &[u8]) {
        let array = js_sys::Uint8Array::from(bytes);
        let transfer = js_sys::Array::of1(&array.buffer());
        let _ = self.worker.post_message_with_transfer(&array, &transfer);
    }
}

/// Where a worker is: the build writes hashed addresses into the page, see index.html.
fn address(name: &str) -> String {
    let document = gloo::utils::document();
    document
        .query_selector(&format!("meta[name={name}]"))
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .and_then(|relative| {
            let base = document.base_uri().ok().flatten()?;
            Some(web_sys::Url::new_with_base(&relative, &base).ok()?.href())
        })
        .unwrap_or_default()
}

fn text(value: &JsValue) -> String {
    value
        .as_string()
        .or_else(|| {
            js_sys::Reflect::get(value, &"message".into())
                .ok()?
                .as_string()
        })
        .unwrap_or_else(|| format!("{value:?}"))
}
