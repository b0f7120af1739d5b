//! The centre: one's own files taken in, the phones fitted, the people's constants calibrated. A part of the page
//! of its own, fetched when somebody goes there, so that the first page stays light.

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
mod fit;
#[cfg(target_arch = "wasm32")]
mod given;
#[cfg(target_arch = "wasm32")]
mod inbox;
#[cfg(target_arch = "wasm32")]
mod notes;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod phones;
#[cfg(target_arch = "wasm32")]
mod pool;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/reader.rs"]
mod reader;
#[cfg(target_arch = "wasm32")]
mod result;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/select.rs"]
mod select;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/shared.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod shared;
#[cfg(target_arch = "wasm32")]
mod sheets;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/told.rs"]
mod told;
#[cfg(target_arch = "wasm32")]
#[path = "../shared/workers.rs"]
mod workers;
#[cfg(target_arch = "wasm32")]
mod zone;

#[cfg(target_arch = "wasm32")]
fn main() {
    given::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "The centre runs in a browser; the commands are `fairfloor fit` and `fairfloor calibrate`."
    );
}
