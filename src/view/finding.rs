//! What a study has to say, in the order in which it is read: sentence, notes, drawings, tables. Terminal
//! and page show the same.

use super::chart::Drawing;
use crate::scenario::field::Language;

/// A result as a person reads it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Finding {
    /// The finding in a sentence or two.
    pub sentence: String,
    /// What qualifies it, a sentence each.
    pub notes: Vec<String>,
    /// The drawings, each with the table that says the same.
    pub figures: Vec<Figure>,
    /// Tables without a drawing.
    pub tables: Vec<Table>,
}

/// A drawing and the table that says the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// An id for links and tests.
    pub id: &'static str,
    /// What it shows: the finding in a sentence.
    pub caption: String,
    /// The drawing.
    pub drawing: Drawing,
    /// The same as numbers.
    pub table: Table,
}

/// Rows under a head; the first column is what a row is about.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// What stands in it.
    pub title: String,
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows, as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(title: String, head: &[&str]) -> Self {
        Self {
            title,
            head: head.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        }
    }
}

/// One of two texts.
#[must_use]
pub fn say(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// A head in one of two languages.
#[must_use]
pub fn head<const N: usize>(
    language: Language,
    zh: [&'static str; N],
    en: [&'static str; N],
) -> [&'static str; N] {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
