//! A centre's own export on the page: what it says, where it says nothing, and the scenario it gives.

use super::chart::fit::{Plot, plots};
use super::figure::Grid;
use super::number::counted;
use super::words::calibrate as words;
use super::{fit as said, incoming};
use crate::scenario::Scenario;
use crate::scenario::field::Language;
use crate::scenario::import::{self, Import};
use crate::study::fit::{Fit, fit};

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Fitted {
    /// What was read.
    pub import: Import,
    /// What it says; None where nothing could be told.
    pub fit: Option<Fit>,
}

impl Fitted {
    /// Reads a file's text and fits everything that it can tell.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (import, export) = import::read(text);
        let fit = export.map(|export| fit(&export));
        Self { import, fit }
    }

    /// The scenario that it gives, which says where it comes from.
    #[must_use]
    pub fn scenario(&self) -> Option<Scenario> {
        let fit = self.fit.as_ref()?;
        let mut scenario = fit.scenario.clone();
        let (days, first, last) = fit.days;
        scenario.name = format!("{first} – {last}");
        scenario.description = format!(
            "由 {days} 天、{} 通来电拟合；其余为默认值。\nFitted to {} on {}; all else is default.",
            fit.offered,
            counted(fit.offered, "call", "calls"),
            counted(days, "day", "days")
        );
        Some(scenario)
    }

    /// The first sentence.
    #[must_use]
    pub fn headline(&self, language: Language) -> String {
        let Some(fit) = &self.fit else {
            return words::NOTHING.get(language).to_owned();
        };
        let (days, first, last) = fit.days;
        let calls = super::number::bare(fit.offered, crate::scenario::field::Unit::Yuan);
        match language {
            Language::Zh => format!("{first} 至 {last}，{days} 天共 {calls} 通来电"),
            Language::En => format!(
                "{} on {}, {first} to {last}",
                counted(calls, "call", "calls"),
                counted(days, "day", "days")
            ),
        }
    }

    /// Why nothing could be told, and what was odd in the rows.
    #[must_use]
    pub fn problems(&self, language: Language) -> Vec<String> {
        let refusal = self.import.refusal.iter();
        let mut lines: Vec<String> = refusal.map(|r| incoming::refusal(r, language)).collect();
        lines.extend(incoming::rows(&self.import, language));
        let notes = self.import.notes.iter();
        lines.extend(notes.map(|note| incoming::note(note, language)));
        lines
    }

    /// Every figure that the file can tell, with its error.
    #[must_use]
    pub fn figures(&self, language: Language) -> Grid {
        let rows = self
            .fit
            .as_ref()
            .map_or_else(Vec::new, |fit| said::rows(fit, language));
        Grid {
            head: [words::FIGURE, words::VALUE, words::ERROR]
                .map(|text| text.get(language).to_owned())
                .to_vec(),
            rows: rows.into_iter().map(|row| row.to_vec()).collect(),
        }
    }

    /// Where the errors come from.
    #[must_use]
    pub fn explanation(&self, language: Language) -> String {
        self.fit
            .as_ref()
            .map_or_else(String::new, |fit| said::explanation(fit, language))
    }

    /// Where the data say little or nothing.
    #[must_use]
    pub fn silent(&self, language: Language) -> Vec<String> {
        let warnings = self.fit.iter().flat_map(|fit| &fit.warnings);
        warnings.map(|one| said::warning(one, language)).collect()
    }

    /// What the scenario can't reproduce.
    #[must_use]
    pub fn unmatched(&self, language: Language) -> Vec<String> {
        let unmatched = self.fit.iter().flat_map(|fit| &fit.unmatched);
        unmatched
            .map(|one| said::unmatched(one, language))
            .collect()
    }

    /// How well it fits, drawn.
    #[must_use]
    pub fn plots(&self, width: f64, language: Language) -> Vec<Plot> {
        self.fit
            .as_ref()
            .map_or_else(Vec::new, |fit| plots(fit, width, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_says_nothing_says_why() {
        let fitted = Fitted::of("a,b\n1,2\n");
        assert!(fitted.fit.is_none() && fitted.scenario().is_none());
        for language in [Language::Zh, Language::En] {
            assert!(!fitted.problems(language).is_empty());
            assert_eq!(fitted.headline(language), words::NOTHING.get(language));
        }
    }

    #[test]
    fn half_hours_give_figures_a_scenario_and_what_they_cannot_tell() {
        let mut text = "date,time,offered,answered\n".to_owned();
        for day in 1..=20 {
            for half_hour in 16..36 {
                let (hour, minute) = (half_hour / 2, half_hour % 2 * 30);
                let calls = 20 + (day * 7 + half_hour) % 9;
                let row = format!(
                    "1999-08-{day:02},{hour:02}:{minute:02},{calls},{}\n",
                    calls - 1
                );
                text += &row;
            }
        }
        let fitted = Fitted::of(&text);
        let scenario = fitted.scenario().expect("it can be told");
        assert!(crate::scenario::check::problems(&scenario).is_empty());
        let grid = fitted.figures(Language::En);
        assert!(!grid.rows.is_empty());
        assert!(grid.rows.iter().all(|row| row.len() == grid.head.len()));
        assert!(!fitted.silent(Language::Zh).is_empty());
    }
}
