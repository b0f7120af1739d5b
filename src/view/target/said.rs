//! The sweep's sentences on the page: the same as in the terminal, the first of them apart.

use super::Settings;
use crate::scenario::field::Language;
use crate::study::sweep::{Ask, SweepResult};
use crate::view::sweep::sentences;
use crate::view::words::sweep as words;

/// What is said, in the order in which it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The first sentence.
    pub headline: String,
    /// What it means.
    pub lead: String,
    /// What else there is to say.
    pub notes: Vec<String>,
}

/// The sentences of a sweep so far.
#[must_use]
pub fn told(found: Option<(&Ask, &SweepResult)>, settings: &Settings, language: Language) -> Told {
    let said = found.map_or_else(Vec::new, |(ask, found)| sentences(ask, found, language));
    let label = settings.field().label.get(language);
    let nothing = settings.limits.iter().all(Option::is_none);
    let any = found.is_some_and(|(_, found)| found.points.iter().any(|point| point.count > 0));
    if nothing || !any {
        let headline = match (nothing, language) {
            (true, Language::Zh) => format!("“{label}”从低到高，各项怎样变"),
            (true, Language::En) => format!("What “{label}” from low to high brings"),
            (false, Language::Zh) => format!("正在扫描“{label}”……"),
            (false, Language::En) => format!("Sweeping “{label}” …"),
        };
        let lead = if nothing {
            words::NOTHING_REQUIRED.get(language).to_owned()
        } else {
            String::new()
        };
        let notes = if nothing { said } else { Vec::new() };
        return Told {
            headline,
            lead,
            notes,
        };
    }
    let mut said = said.into_iter();
    let (headline, lead) = first(&said.next().unwrap_or_default(), language);
    Told {
        headline,
        lead,
        notes: said.collect(),
    }
}

/// The first sentence of a text, and what follows.
fn first(text: &str, language: Language) -> (String, String) {
    let stop = match language {
        Language::Zh => "。",
        Language::En => ". ",
    };
    match text.split_once(stop) {
        Some((first, rest)) => (format!("{first}{}", stop.trim_end()), rest.to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_stands_apart() {
        let (one, two) = first("甲：76。乙。", Language::Zh);
        assert_eq!([one.as_str(), two.as_str()], ["甲：76。", "乙。"]);
        let (one, two) = first("It is 7.5 now. Then more.", Language::En);
        assert_eq!(
            [one.as_str(), two.as_str()],
            ["It is 7.5 now.", "Then more."]
        );
    }

    #[test]
    fn before_anything_is_there_it_says_what_is_done() {
        let told = told(None, &Settings::default(), Language::En);
        assert!(told.headline.starts_with("Sweeping"), "{}", told.headline);
        let nothing = Settings {
            limits: [None; 5],
            ..Settings::default()
        };
        let told = super::told(None, &nothing, Language::Zh);
        assert!(!told.lead.is_empty());
    }
}
