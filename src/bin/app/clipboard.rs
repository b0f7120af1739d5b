//! The clipboard.

use crate::app::Msg;
use crate::shared::Dispatch;
use gloo::utils::window;

/// Copies a text and tells how it went.
pub fn copy(text: &str, dispatch: Dispatch) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    if clipboard.map_or(true, |c| c.is_undefined()) {
        // Not there on pages that are not served over https.
        dispatch.emit(Msg::Copied(false));
        return;
    }
    let promise = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
        dispatch.emit(Msg::Copied(copied));
    });
}
