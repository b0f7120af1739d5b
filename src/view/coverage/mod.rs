//! Who should get the awards, in words, drawings and tables.

pub mod figures;
pub mod spread;
pub mod tables;
pub mod words;

use super::finding::Finding;
use crate::scenario::behaviour::AwardReach;
use crate::scenario::field::{Choice, Language};
use crate::scenario::rewards::AwardStrategy;
use crate::study::awards::Awards;
use crate::study::awards::result::Coverage;

/// Everything that a person reads of the study, at any moment of it.
#[must_use]
pub fn finding(study: &Awards, found: &Coverage, width: f64, language: Language) -> Finding {
    let sentence = words::sentence(found, language);
    let drawn = [
        figures::curve(study, found, width, language),
        spread::lorenz(found, width, language),
        spread::ribbon(study, found, width, language),
        figures::hypotheses(study, found, width, language),
    ];
    Finding {
        sentence,
        notes: words::notes(study, found, language),
        figures: drawn.into_iter().flatten().collect(),
        tables: vec![
            tables::cards(found, language),
            tables::chance(found, language),
        ],
    }
}

/// A strategy's name.
#[must_use]
pub fn strategy(id: &str, language: Language) -> &'static str {
    label(AwardStrategy::CHOICES, id, language)
}

/// A hypothesis's name.
#[must_use]
pub fn hypothesis(id: &str, language: Language) -> &'static str {
    label(AwardReach::CHOICES, id, language)
}

fn label(choices: &'static [Choice], id: &str, language: Language) -> &'static str {
    let found = choices.iter().find(|choice| choice.id == id);
    found.map_or("", |choice| choice.label.get(language))
}
