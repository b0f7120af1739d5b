//! The address bar is the save file: `#/compare?s=1~…`, whose life is read too: `who=0-37.2-B`, written when something is let go of.

use fairfloor::scenario::link::LinkError;
use fairfloor::scenario::links::{self, Decoded};
use fairfloor::view::lives::chosen;
use fairfloor::view::screen::Screen;
use fairfloor::view::session::Session;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// What an address says.
#[derive(Default)]
pub struct Address {
    pub screen: Option<Screen>,
    /// Whose life is read.
    pub people: Option<chosen::Settings>,
    pub link: Option<Result<Decoded, LinkError>>,
}

/// Reads the address bar.
pub fn read() -> Address {
    let hash = window().location().hash().unwrap_or_default();
    let Some(route) = hash.strip_prefix("#/") else {
        // A link that lost its beginning is still looked at: it may say what it is.
        let link = hash.strip_prefix('#').filter(|text| text.contains('~'));
        return Address {
            screen: None,
            people: None,
            link: link.map(|text| links::decode_with(text.trim_start_matches("s="))),
        };
    };
    let (path, query) = route.split_once('?').unwrap_or((route, ""));
    let named = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name));
    let link = named("s=").map(links::decode_with);
    Address {
        screen: Screen::of_route(path.trim_end_matches('/')),
        people: named("who=").map(chosen::Settings::of_link),
        link,
    }
}

/// The session as the text of a link.
pub fn linked(session: &Session) -> String {
    links::encode_with(&session.several(), session.chosen().to_json())
}

fn hash(session: &Session) -> String {
    let people = (session.screen == Screen::People)
        .then(|| session.people.to_link())
        .flatten()
        .map(|who| format!("who={who}"));
    let link = (!session.is_untouched()).then(|| format!("s={}", linked(session)));
    let route = session.screen.route();
    match (people, link) {
        (None, None) => format!("#/{route}"),
        (Some(one), None) | (None, Some(one)) => format!("#/{route}?{one}"),
        (Some(people), Some(link)) => format!("#/{route}?{people}&{link}"),
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
