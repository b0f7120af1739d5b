//! The page: Yew components over the library, and the few modules that touch the browser.

#[cfg(target_arch = "wasm32")]
mod address;
#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/background.rs"]
mod background;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/browser.rs"]
mod browser;
#[cfg(target_arch = "wasm32")]
mod controls;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/document.rs"]
mod document;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/engine.rs"]
mod engine;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod first;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/reader.rs"]
mod reader;
#[cfg(target_arch = "wasm32")]
mod runner;
#[cfg(target_arch = "wasm32")]
mod screens;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/select.rs"]
mod select;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/shared.rs"]
mod shared;
#[cfg(target_arch = "wasm32")]
mod staffing;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod studies;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/told.rs"]
mod told;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/workers.rs"]
mod workers;

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        // What was painted before the engine came is replaced, not appended to.
        let built = first::Built::of(&root);
        root.set_inner_html("");
        yew::Renderer::<app::App>::with_root_and_props(root, app::Start { built }).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask serve`.");
}
