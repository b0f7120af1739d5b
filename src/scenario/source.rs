//! Who says what a field's default is, in both languages.

use super::field::{Language, Text};
use std::borrow::Cow;

/// How far a source can be trusted: A meta-analysis or field experiment, B large observational,
/// C small study or trade figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Meta-analysis or field experiment.
    A,
    /// Large observational or structural study.
    B,
    /// Small study, survey, trade figure.
    C,
}

/// What a figure leans on: authors and years, and what they found where that is not plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citation {
    /// Names and years alone, as in English.
    Names(&'static str),
    /// With words that need a language.
    Noted(Text),
}

impl Citation {
    /// The citation as it is written in `language`.
    #[must_use]
    pub fn get(self, language: Language) -> Cow<'static, str> {
        match (self, language) {
            (Citation::Noted(text), _) => Cow::Borrowed(text.get(language)),
            (Citation::Names(names), Language::En) => Cow::Borrowed(names),
            (Citation::Names(names), Language::Zh) => {
                Cow::Owned(names.replace(" et al.", " 等").replace("; ", "；"))
            }
        }
    }
}

/// What is said of an assumption that leans on nothing.
pub const UNSUPPORTED: Text = Text {
    zh: "无直接来源；取值使已知的典型事实成立",
    en: "no direct source; set so that well-known facts come out",
};

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// The paper about the patent office's service centre says so.
    Seed,
    /// An example for this centre; the user's own figure should replace it.
    Example,
    /// A convention of the trade.
    Convention,
    /// Measured for this project from the bank's log of August 1999 (Brown et al. 2005).
    BankLog,
    /// A study, with the range it leaves open.
    Study {
        /// Authors and year.
        cite: Citation,
        /// How far to trust it.
        grade: Grade,
        /// Lower end of the plausible range.
        low: f64,
        /// Upper end of the plausible range.
        high: f64,
    },
    /// The author's assumption, with a plausible range and what it leans on.
    Assumption {
        /// Lower end of the plausible range.
        low: f64,
        /// Upper end of the plausible range.
        high: f64,
        /// What it leans on, if on anything but its consequences.
        why: Option<Citation>,
    },
}

impl Source {
    /// The plausible range, where the source leaves one.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        match *self {
            Source::Study { low, high, .. } | Source::Assumption { low, high, .. } => {
                Some((low, high))
            }
            Source::Seed | Source::Example | Source::Convention | Source::BankLog => None,
        }
    }
}

/// Words in Latin letters that are no names: what a Chinese text should not have.
#[cfg(test)]
pub(crate) fn foreign(text: &str) -> Vec<&str> {
    let latin = |c: char| c.is_alphabetic() && (c.is_lowercase() || c.is_uppercase());
    text.split(|c| !latin(c))
        .filter(|word| word.chars().count() > 1 && word.starts_with(char::is_lowercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::catalogue;

    #[test]
    fn what_a_source_says_is_chinese_in_chinese() {
        for field in catalogue() {
            let (Source::Study { cite, .. }
            | Source::Assumption {
                why: Some(cite), ..
            }) = field.source
            else {
                continue;
            };
            let said = cite.get(Language::Zh);
            assert_eq!(foreign(&said), [""; 0], "{}: {said}", field.path);
        }
    }

    #[test]
    fn names_stay_and_others_are_named_in_each_language() {
        let cite = Citation::Names("Adams 1965; Card et al. 2012");
        assert_eq!(cite.get(Language::Zh), "Adams 1965；Card 等 2012");
        assert_eq!(cite.get(Language::En), "Adams 1965; Card et al. 2012");
        let english = "the paper; Card et al. 2012";
        assert_eq!(foreign(english), ["the", "paper", "et", "al"]);
    }
}
