//! Small things that only the browser can do: theme, measures, address.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the storage and in `data-theme`.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn of_id(id: &str) -> Option<Self> {
        Theme::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// The one after it.
    pub fn next(self) -> Self {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}

fn root() -> Option<Element> {
    document().document_element()
}

/// Paints the page in these colours.
pub fn set_theme(theme: Theme) {
    let Some(root) = root() else { return };
    // Refusing an attribute would be a fault of the browser's; the page stays readable.
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.id()),
    };
}

/// The element that has the focus, to come back to.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// True when a new version was ready before the page was alive; see assets/page.js.
pub fn update_waits() -> bool {
    root().is_some_and(|root| root.has_attribute("data-update"))
}

/// The page's address with everything that was chosen.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// True on a host, false for the copy that is opened from a disk, beside which no other page lies.
pub fn is_served() -> bool {
    let protocol = window().location().protocol().unwrap_or_default();
    protocol.starts_with("http")
}

/// Tells assets/page.js something.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// The room that a figure has, in pixels; as on a desk while there is none to measure.
pub fn figure_width() -> f64 {
    let screen = document().query_selector(".screen").ok().flatten();
    let inner = screen.map_or(0, |element| element.client_width());
    let padding = if inner < 700 { 66 } else { 114 };
    f64::from(if inner > padding + 200 {
        inner - padding
    } else {
        720
    })
}

/// True where the page is narrow enough for the rail to cover the results.
pub fn is_narrow() -> bool {
    let width = window().inner_width().ok().and_then(|w| w.as_f64());
    width.is_some_and(|width| width < 1100.0)
}
