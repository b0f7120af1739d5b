//! How everything that runs in the background listens, answers, and says that it broke.

use fairfloor::wire::pack;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens, then says that it does. A panic is reported by `failed` before it ends us.
pub fn listen<T: Serialize + 'static>(
    ready: &T,
    failed: fn(String) -> T,
    mut hear: impl FnMut(&[u8]) + 'static,
) {
    std::panic::set_hook(Box::new(move |info| post(&failed(info.to_string()))));
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        hear(&js_sys::Uint8Array::new(&event.data()).to_vec());
    });
    scope().set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens for as long as it lives.
    listen.forget();
    post(ready);
}

/// Answers the page.
pub fn post<T: Serialize>(answer: &T) {
    // What can't be packed or sent leaves the page to its deadline, or to «stop», which ends us.
    if let Ok(bytes) = pack(answer) {
        let array = js_sys::Uint8Array::from(bytes.as_slice());
        let transfer = js_sys::Array::of1(&array.buffer());
        let _ = scope().post_message_with_transfer(&array, &transfer);
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
