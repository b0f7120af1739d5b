//! What only the browser can do and every page of ours asks of it: language, focus, clipboard, memory.

use fairfloor::scenario::field::{Language, Text};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The name of a language in `lang` and in the storage.
pub fn language_id(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// Tells the browser which language the page is in, and its title.
pub fn set_language(language: Language, title: Text) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language_id(language));
    }
    document().set_title(title.get(language));
}

/// The language that was chosen before, or that the browser asks for.
pub fn wished_language() -> Language {
    let wished = remembered("language").or_else(|| window().navigator().language());
    if wished
        .unwrap_or_default()
        .to_ascii_lowercase()
        .starts_with("zh")
    {
        Language::Zh
    } else {
        Language::En
    }
}

/// What was remembered under a name.
pub fn remembered(name: &str) -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    let found = storage.get_item(&format!("fairfloor.{name}"));
    found.ok().flatten()
}

/// Remembers; false when the browser refuses (private windows, full or blocked storage).
pub fn remember(name: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    let name = format!("fairfloor.{name}");
    storage.is_some_and(|storage| storage.set_item(&name, value).is_ok())
}

/// Puts the focus on the first element that matches, after the page has been drawn.
pub fn focus_soon(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        let found = document().query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    })
    .forget();
}

/// Copies a text and tells how it went.
pub fn copy(text: &str, told: impl FnOnce(bool) + 'static) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    if clipboard.map_or(true, |c| c.is_undefined()) {
        // Not there on pages that are not served over https.
        told(false);
        return;
    }
    let promise = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        told(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}
