//! All fixed texts of the page, each in both languages in one line.

use crate::scenario::field::Language;

pub mod calibrate;
pub mod centre;
pub mod centres;
pub mod chase;
pub mod compare;
pub mod compose;
pub mod doors;
pub mod floor;
pub mod lab;
pub mod limits;
pub mod notice;
pub mod people;
pub mod rail;
pub mod report;
pub mod result;
pub mod shell;
pub mod staffing;
pub mod sweep;
pub mod tour;
pub mod unbeaten;
pub mod why;
pub mod workshop;

/// One constant a text.
macro_rules! texts {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("“", $en, "”")]
            pub const $name: $crate::scenario::field::Text =
                $crate::scenario::field::Text { zh: $zh, en: $en };
        )+
    };
}
pub(super) use texts;

/// The same with a list of all for the tests.
macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $crate::view::words::texts! { $($name = $zh, $en;)+ }
        /// All of them, by name.
        #[cfg(test)]
        pub const ALL: &[(&str, $crate::scenario::field::Text)] = &[$((stringify!($name), $name)),+];
    };
}
use words;

/// A text that was made up from values, in both languages, so that it survives a language switch.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Said {
    /// 简体中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Said {
    /// Says it in each language.
    pub fn in_both(say: impl Fn(Language) -> String) -> Self {
        Self {
            zh: say(Language::Zh),
            en: say(Language::En),
        }
    }

    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl From<crate::scenario::field::Text> for Said {
    fn from(text: crate::scenario::field::Text) -> Self {
        Self::in_both(|language| text.get(language).to_owned())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_is_in_both_languages_and_avoids_what_we_avoid() {
        let all = [
            super::shell::ALL,
            super::rail::ALL,
            super::report::ALL,
            super::result::ALL,
            super::notice::ALL,
            super::limits::ALL,
            super::compare::ALL,
            super::doors::ALL,
            super::chase::ALL,
            super::sweep::ALL,
            super::staffing::ALL,
            super::calibrate::ALL,
            super::centre::ALL,
            super::centres::ALL,
            super::lab::ALL,
            super::people::ALL,
            super::why::ALL,
            super::unbeaten::ALL,
            super::tour::ALL,
            super::workshop::ALL,
            super::compose::ALL,
            super::floor::ALL,
        ];
        let terms = super::tour::TERMS
            .iter()
            .flat_map(|(term, meaning)| [term, meaning]);
        for text in terms {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", text.en);
        }
        for (name, text) in all.into_iter().flatten() {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{name}");
            for word in ["置信区间", "显著", "流失率", "参数化"] {
                assert!(!text.zh.contains(word), "{name} says {word}");
            }
            for word in ["redict", "ignificant"] {
                assert!(!text.en.contains(word), "{name} says {word}");
            }
        }
    }
}
