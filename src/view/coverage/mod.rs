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
    let mut figures = Vec::new();
    figures.extend(figures::curve(study, found, width, language));
    // What came before the drawing over it would be pushed away by that, under somebody's eyes.
    if !figures.is_empty() || found.complete {
        figures.extend(spread::lorenz(found, width, language));
        figures.extend(spread::ribbon(study, found, width, language));
        figures.extend(figures::hypotheses(study, found, width, language));
    }
    let tables = if figures.is_empty() && !found.complete {
        Vec::new()
    } else {
        vec![
            tables::cards(found, language),
            tables::chance(found, language),
        ]
    };
    // The same goes for notes, which stand over the drawings.
    let notes = if figures.is_empty() && !found.complete {
        Vec::new()
    } else {
        words::notes(study, found, language)
    };
    Finding {
        sentence: words::sentence(found, language),
        notes,
        figures,
        tables,
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
