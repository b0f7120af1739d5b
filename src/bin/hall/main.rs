//! The hall: the floor played back and lives to read. A part of the page of its own, fetched when somebody
//! looks at people, so that the first page stays light.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/background.rs"]
mod background;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/browser.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod browser;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/document.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod document;
#[cfg(target_arch = "wasm32")]
mod floor;
#[cfg(target_arch = "wasm32")]
mod given;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod people;
#[cfg(target_arch = "wasm32")]
mod projector;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/select.rs"]
mod select;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/shared.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod shared;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/told.rs"]
mod told;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/workers.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod workers;

#[cfg(target_arch = "wasm32")]
fn main() {
    given::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The hall runs in a browser: `cargo xtask serve`.");
}
