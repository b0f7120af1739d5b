//! What is open over the page, and where the focus was before.

use super::Msg;
use crate::{browser, document};
use fairfloor::scenario::field::Field;
use web_sys::HtmlElement;

/// The panels.
#[derive(Default)]
pub struct Panels {
    pub help: bool,
    /// The rail, where it covers the results.
    pub rail: bool,
    /// The parameter in the drawer.
    pub explained: Option<&'static Field>,
    /// Files hang over the page.
    pub dropping: bool,
    came_from: Option<HtmlElement>,
}

impl Panels {
    /// Opens the help or closes it.
    pub fn help(&mut self, open: bool) {
        self.remember_or_return(open);
        self.help = open;
    }

    /// Opens the rail or closes it.
    pub fn rail(&mut self, open: bool) {
        self.remember_or_return(open);
        self.rail = open;
        if open {
            document::focus_soon(".rail .close");
        }
    }

    /// Opens the drawer or closes it.
    pub fn explain(&mut self, field: Option<&'static Field>) {
        self.remember_or_return(field.is_some());
        self.explained = field;
        if field.is_some() {
            document::focus_soon(".drawer .close");
        }
    }

    /// What closes the uppermost, where one is open.
    pub fn close(&self) -> Option<Msg> {
        if self.help {
            Some(Msg::Help(false))
        } else if self.explained.is_some() {
            Some(Msg::Explain(None))
        } else {
            self.rail.then_some(Msg::Rail(false))
        }
    }

    /// Remembers where the focus was when a panel opens, and puts it back when it closes.
    fn remember_or_return(&mut self, opening: bool) {
        if opening {
            self.came_from = browser::focused();
        } else if let Some(element) = self.came_from.take() {
            // The element may be gone; then the browser keeps the focus where it is.
            let _ = element.focus();
        }
    }
}
