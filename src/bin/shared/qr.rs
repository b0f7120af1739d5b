//! A QR code, dark on white in any theme, because readers want it so.

use fairfloor::view::qr::code;
use yew::prelude::*;

/// The code of a text; nothing where the text is too long for one.
pub fn qr(text: &str, label: &'static str) -> Html {
    let Some(code) = code(text) else {
        return html! {};
    };
    let size = code.size;
    html! {
        <svg class="qr" role="img" aria-label={label} viewBox={format!("0 0 {size} {size}")} shape-rendering="crispEdges">
            <path class="qr-light" d={format!("M0 0h{size}v{size}h-{size}z")} />
            <path class="qr-dark" d={code.path} />
        </svg>
    }
}
