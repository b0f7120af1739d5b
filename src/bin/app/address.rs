//! The address bar is the save file: `#/compare?s=1~…`, written when something is let go of.

use fairfloor::scenario::check::Problem;
use fairfloor::scenario::link::LinkError;
use fairfloor::scenario::links::{self, Several};
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// What an address says.
#[derive(Default)]
pub struct Address {
    pub screen: Option<Screen>,
    pub link: Option<Result<(Several, Vec<Problem>), LinkError>>,
}

/// Reads the address bar.
pub fn read() -> Address {
    let hash = window().location().hash().unwrap_or_default();
    let Some(route) = hash.strip_prefix("#/") else {
        // A link that lost its beginning is still looked at: it may say what it is.
        let link = hash.strip_prefix('#').filter(|text| text.contains('~'));
        return Address {
            screen: None,
            link: link.map(|text| links::decode(text.trim_start_matches("s="))),
        };
    };
    let (path, query) = route.split_once('?').unwrap_or((route, ""));
    let link = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("s="))
        .map(links::decode);
    Address {
        screen: Screen::of_route(path.trim_end_matches('/')),
        link,
    }
}

/// The session as the text of a link.
pub fn linked(session: &Session) -> String {
    links::encode(&session.several())
}

fn hash(session: &Session) -> String {
    let route = session.screen.route();
    if session.is_untouched() {
        format!("#/{route}")
    } else {
        format!("#/{route}?s={}", linked(session))
    }
}

/// Writes the session over the present entry of the browser's history. `visit` marks the entry, so
/// that going back within a visit changes the screen and nothing else.
pub fn replace(session: &Session, visit: u32) {
    if let Ok(history) = window().history() {
        let mark = JsValue::from_f64(f64::from(visit));
        // Browsers refuse more than some hundred writes a minute; the next one will tell.
        let _ = history.replace_state_with_url(&mark, "", Some(&hash(session)));
    }
}

/// Adds an entry: another screen was opened.
pub fn push(session: &Session, visit: u32) {
    if let Ok(history) = window().history() {
        let mark = JsValue::from_f64(f64::from(visit));
        let _ = history.push_state_with_url(&mark, "", Some(&hash(session)));
    }
}

/// The visit that the present entry belongs to; None when somebody typed or pasted it.
pub fn visit() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    state.as_f64().map(|visit| visit as u32)
}
