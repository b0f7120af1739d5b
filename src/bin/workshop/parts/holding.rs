//! What the fields to drag in have in common: where a pointer is, and how far a key goes.

use web_sys::Element;
use yew::prelude::*;

/// What a field listens to, to be dragged in.
pub struct Holding {
    pub down: Callback<PointerEvent>,
    pub pulled: Callback<PointerEvent>,
    pub up: Callback<PointerEvent>,
}

/// Lets a pointer take hold of the field, pull, and let go. `grasp` makes of its place what is held, `pull` of
/// what is held and its new place what is held then; places are shares of the field's width and height.
#[hook]
pub fn use_holding<T, G, P>(node: &NodeRef, grasp: G, pull: P) -> Holding
where
    T: Copy + 'static,
    G: Fn((f64, f64)) -> T + 'static,
    P: Fn(T, (f64, f64)) -> T + 'static,
{
    // Not a state: a move must see it at once.
    let held = use_mut_ref(|| None::<T>);
    let down = {
        let (held, node) = (held.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(place) = share(&node, &event) {
                take(&node, &event);
                *held.borrow_mut() = Some(grasp(place));
            }
        })
    };
    let pulled = {
        let (held, node) = (held.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let now = *held.borrow();
            if let (Some(now), Some(place)) = (now, share(&node, &event)) {
                *held.borrow_mut() = Some(pull(now, place));
            }
        })
    };
    let up = Callback::from(move |_: PointerEvent| *held.borrow_mut() = None);
    Holding { down, pulled, up }
}

/// Where a pointer is in the field; None before it is laid out. Yew listens at the page's root, so an event
/// doesn't say whose place it is about.
fn share(node: &NodeRef, event: &PointerEvent) -> Option<(f64, f64)> {
    let place = node.cast::<Element>()?.get_bounding_client_rect();
    if place.width() <= 0.0 || place.height() <= 0.0 {
        return None;
    }
    let x = (f64::from(event.client_x()) - place.left()) / place.width();
    let y = (f64::from(event.client_y()) - place.top()) / place.height();
    Some((x, y))
}

/// Takes hold: what the pointer does from now on is the field's, even outside of it.
fn take(node: &NodeRef, event: &PointerEvent) {
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
