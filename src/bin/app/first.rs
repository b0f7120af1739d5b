//! The result that the build wrote into the page: shown until the same is computed here, then compared.

use fairfloor::scenario::field::Language;
use fairfloor::view::snapshot::{FULL, Snapshot};
use fairfloor::view::words::result;
use std::rc::Rc;
use web_sys::Element;
use yew::AttrValue;

/// Where the built result stands.
#[derive(Clone, PartialEq)]
pub enum Built {
    /// There is none, or the scenario is another one by now.
    Gone,
    /// It stands in for what is being computed.
    Standing(Rc<Page>),
    /// The same came out here.
    Same,
    /// Something else came out here: fingerprints of here and of the build.
    Differs(String, String),
}

/// What the build wrote.
#[derive(PartialEq)]
pub struct Page {
    html: [AttrValue; 2],
    fingerprint: String,
}

impl Built {
    /// Takes it from the page before the page is emptied.
    pub fn of(root: &Element) -> Self {
        let first = |id: &str| {
            let element = root.query_selector(&format!(".first[lang={id}]"));
            element.ok().flatten()
        };
        let result = |first: &Element| {
            let result = first.query_selector(".first-result").ok().flatten();
            result.map(|element| AttrValue::from(element.outer_html()))
        };
        let page = || {
            let (zh, en) = (first("zh-CN")?, first("en")?);
            Some(Page {
                html: [result(&zh)?, result(&en)?],
                fingerprint: zh.get_attribute("data-first")?,
            })
        };
        page().map_or(Self::Gone, |page| Self::Standing(Rc::new(page)))
    }

    /// What stands in.
    pub fn html(&self, language: Language) -> Option<AttrValue> {
        let Self::Standing(page) = self else {
            return None;
        };
        let [zh, en] = &page.html;
        Some(match language {
            Language::Zh => zh.clone(),
            Language::En => en.clone(),
        })
    }

    /// Compares it with what came out here, once all of that is there.
    pub fn check(&mut self, snapshot: &Snapshot) {
        let Self::Standing(page) = &*self else { return };
        if snapshot.current.count == FULL {
            *self = if page.fingerprint == snapshot.fingerprint {
                Self::Same
            } else {
                Self::Differs(snapshot.fingerprint.clone(), page.fingerprint.clone())
            };
        }
    }

    /// What is to be known of it.
    pub fn said(&self, language: Language) -> String {
        match self {
            Self::Gone | Self::Standing(_) => "\u{a0}".to_owned(),
            Self::Same => result::FIRST_SAME.get(language).to_owned(),
            Self::Differs(here, built) => {
                format!("{} ({here} ≠ {built})", result::FIRST_DIFFERS.get(language))
            }
        }
    }
}
