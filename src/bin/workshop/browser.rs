//! Small things that only the browser can do: address, files, chance.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// What stands after `#` in the address.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes there; the page hears it as a change of the hash.
pub fn go(hash: &str) {
    // A browser that refuses leaves the page where it is.
    let _ = window().location().set_hash(hash);
}

/// The page's address with another hash.
pub fn address(hash: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{hash}")
}

/// True for the one-file copy on a disk: nothing lies beside it, and its address is nobody else's.
pub fn is_on_disk() -> bool {
    window().location().protocol().is_ok_and(|p| p == "file:")
}

/// A number below this, by the browser's chance. It names a participant and never touches a result.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn chance(below: u16) -> u16 {
    (js_sys::Math::random() * f64::from(below)) as u16
}

/// Width of the window.
pub fn width() -> f64 {
    window()
        .inner_width()
        .ok()
        .and_then(|w| w.as_f64())
        .unwrap_or(390.0)
}

/// Hands a text over as a file.
pub fn download(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else {
        return;
    };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// The text of a field that an event came from.
pub fn text_of(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => match other.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(other) => other
                .dyn_into::<web_sys::HtmlSelectElement>()
                .map_or_else(|_| String::new(), |s| s.value()),
        },
    }
}

/// True where somebody is typing, so that single keys must keep quiet.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return true;
    }
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
