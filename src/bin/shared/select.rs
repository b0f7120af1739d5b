//! Native selects.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

/// The index chosen in a native select.
pub fn chosen(event: &Event) -> Option<usize> {
    let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    usize::try_from(select.selected_index()).ok()
}
