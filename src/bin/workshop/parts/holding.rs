//! What the fields to drag in have in common: where a pointer is, and how far a key goes.

use web_sys::Element;
use yew::prelude::*;

/// Where a pointer is in the field, as shares of its width and height; None before it is laid out. Yew
/// listens at the page's root, so an event doesn't say whose place it is about.
pub fn share(node: &NodeRef, event: &PointerEvent) -> Option<(f64, f64)> {
    let place = node.cast::<Element>()?.get_bounding_client_rect();
    if place.width() <= 0.0 || place.height() <= 0.0 {
        return None;
    }
    let x = (f64::from(event.client_x()) - place.left()) / place.width();
    let y = (f64::from(event.client_y()) - place.top()) / place.height();
    Some((x, y))
}

/// Takes hold: what the pointer does from now on is the field's, even outside of it.
pub fn take(node: &NodeRef, event: &PointerEvent) {
    event.prevent_default();
    if let Some(element) = node.cast::<Element>() {
        // Without the capture a fast drag ends at the edge, which is bearable.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The step to which a key moves from `now`; None for a key that moves nothing.
pub fn stepped(event: &KeyboardEvent, now: u16, most: u16) -> Option<u16> {
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => now.saturating_add(1),
        "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
        "PageUp" => now.saturating_add(10),
        "PageDown" => now.saturating_sub(10),
        "Home" => 0,
        "End" => most,
        _ => return None,
    };
    event.prevent_default();
    Some(to.min(most))
}
