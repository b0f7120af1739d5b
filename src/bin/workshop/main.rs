//! The workshop's page: Yew components over the library, apart from the first page so that it stays light.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/background.rs"]
mod background;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod camera;
#[cfg(target_arch = "wasm32")]
mod channel;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/document.rs"]
mod document;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/engine.rs"]
#[allow(dead_code, reason = "the first page uses all of it")]
mod engine;
#[cfg(target_arch = "wasm32")]
#[path = "../app/parts/figure.rs"]
mod figure;
#[cfg(target_arch = "wasm32")]
mod lead;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod play;
#[cfg(target_arch = "wasm32")]
mod runner;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/workers.rs"]
#[allow(dead_code, reason = "the first page says why a worker was lost")]
mod workers;

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        // What was painted before the page came is replaced, not appended to.
        root.set_inner_html("");
        yew::Renderer::<app::App>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The workshop runs in a browser: `cargo xtask serve`, then workshop.html.");
}
