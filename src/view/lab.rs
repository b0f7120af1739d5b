//! What is chosen on the screens of awards, fairness and what could be wrong, and the questions that follow.

use super::chase::Chase;
use super::session::Session;
use super::unbeaten::Wish;
use super::words::lab as words;
use crate::measure::metric::{METRICS, position};
use crate::scenario::Scenario;
use crate::scenario::field::{Language, Text};
use crate::study::awards::Terms;
use crate::study::fairness::Fair;
use crate::study::fairness::group::Grouping;
use crate::study::sensitivity::Effort;
use crate::study::sensitivity::claim::{Claim, Limit};
use crate::study::sensitivity::inputs::Width;

/// Years of each strategy on the page: half of the command's, so that the cards are soon there.
const YEARS_OF_AWARDS: u32 = 8;

/// What a conclusion may be about, and whether lower is claimed of the open scenario.
pub const CLAIMS: [(&str, bool); 6] = [
    ("turnover.annual_rate", true),
    ("quality.customer_satisfaction", false),
    ("output.resolved_calls_per_agent_day", false),
    ("service.level", false),
    ("fairness.perceived", false),
    ("cost.total_per_year", true),
];

/// How far the assumptions are moved.
pub const WIDTHS: [(Width, Text); 3] = [
    (Width::Narrow, words::NARROW),
    (Width::Plausible, words::PLAUSIBLE),
    (Width::Wide, words::WIDE),
];

/// What is chosen on the three screens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Which of [`CLAIMS`].
    pub claim: usize,
    /// The other way round: higher for lower.
    pub reversed: bool,
    /// Which of [`WIDTHS`].
    pub width: usize,
    /// All strategies share one budget of hours.
    pub locked: bool,
    /// Which of [`Grouping::ALL`] is looked at; None for all.
    pub grouping: Option<usize>,
    /// Of which of [`CLAIMS`] a difference is taken apart; None while it is not.
    pub why: Option<usize>,
    /// Who is to catch up with whom; None while nobody asks.
    pub chase: Option<Chase>,
    /// What is wished of plans that no other beats; None while nobody asks.
    pub unbeaten: Option<Wish>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            claim: 0,
            reversed: false,
            width: 1,
            locked: true,
            grouping: None,
            why: None,
            chase: None,
            unbeaten: None,
        }
    }
}

/// One change of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Another conclusion.
    Claim(usize),
    /// The other way round.
    Reverse,
    /// Another width.
    Width(usize),
    /// One budget or not.
    Lock,
    /// One grouping, or all.
    Grouping(Option<usize>),
    /// A difference taken apart, or no longer.
    Why(Option<usize>),
    /// Who is to catch up with whom, or no longer.
    Chase(Option<Chase>),
    /// Plans that no other beats, or no longer.
    Unbeaten(Option<Wish>),
}

impl Settings {
    /// Makes a change; false when it was so already.
    pub fn choose(&mut self, choice: Choice) -> bool {
        let before = *self;
        match choice {
            Choice::Claim(claim) => self.claim = claim.min(CLAIMS.len() - 1),
            Choice::Reverse => self.reversed = !self.reversed,
            Choice::Width(width) => self.width = width.min(WIDTHS.len() - 1),
            Choice::Grouping(grouping) => {
                self.grouping = grouping.filter(|at| *at < Grouping::ALL.len());
            }
            Choice::Why(metric) => self.why = metric.filter(|at| *at < CLAIMS.len()),
            Choice::Chase(chase) => self.chase = chase.filter(|of| of.metric < CLAIMS.len()),
            Choice::Unbeaten(wish) => self.unbeaten = wish.filter(|wish| wish.is_possible()),
            Choice::Lock => self.locked = !self.locked,
        }
        *self != before
    }
}

/// How the awards are studied on the page.
#[must_use]
pub fn terms(settings: &Settings) -> Terms {
    Terms {
        replications: YEARS_OF_AWARDS,
        locked: settings.locked,
        ..Terms::default()
    }
}

/// How much is run of what could be wrong.
#[must_use]
pub fn effort() -> Effort {
    Effort::default()
}

/// What is found of the grouping that is looked at, or of all.
#[must_use]
pub fn looked_at(mut found: Fair, settings: &Settings) -> Fair {
    if let Some(grouping) = settings.grouping.and_then(|at| Grouping::ALL.get(at)) {
        found.groups.retain(|group| group.grouping == *grouping);
    }
    found
}

/// A conclusion about the open scenario with the scenarios it is about and their names: against what it
/// is held against, where that is another; otherwise that turnover keeps within a fifth.
#[must_use]
pub fn claim(session: &Session) -> (Claim, Vec<Scenario>, [String; 2]) {
    let settings = &session.lab;
    let own = session.scenario().clone();
    let other = session.baseline_scenario();
    let names = [
        session.lineup.open().title(session.language),
        session.baseline_title(),
    ];
    let (id, lower) = CLAIMS[settings.claim.min(CLAIMS.len() - 1)];
    let metric = position(id).unwrap_or(0);
    let differ = own.differences(&other);
    if differ
        .iter()
        .all(|(field, _)| super::lineup::is_title(field))
    {
        let limit = Limit {
            metric: position("turnover.annual_rate").unwrap_or(0),
            bound: 0.2,
            at_most: true,
        };
        return (
            Claim::Keeps {
                limits: vec![limit],
            },
            vec![own],
            names,
        );
    }
    let claim = if lower == settings.reversed {
        Claim::Higher { metric }
    } else {
        Claim::Lower { metric }
    };
    (claim, vec![own, other], names)
}

/// A conclusion as it is offered: «lower annual turnover».
#[must_use]
pub fn offered(claim: usize, reversed: bool, language: Language) -> String {
    let (id, lower) = CLAIMS[claim];
    let label = position(id).map_or("", |metric| METRICS[metric].label.get(language));
    match (lower != reversed, language) {
        (true, Language::Zh) => format!("{label}更低"),
        (false, Language::Zh) => format!("{label}更高"),
        (true, Language::En) => format!("{label}: lower"),
        (false, Language::En) => format!("{label}: higher"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;
    use crate::view::action::Action;

    #[test]
    fn a_conclusion_is_about_two_where_two_differ() {
        let mut session = Session::new(Language::En);
        let (alone, scenarios, _) = claim(&session);
        assert!(matches!(alone, Claim::Keeps { .. }) && scenarios.len() == 1);
        session.apply(Action::Choose(&PRESETS[1]));
        let (compared, scenarios, names) = claim(&session);
        assert_eq!(compared, Claim::Lower { metric: 0 });
        assert!(compared.is_sound() && scenarios.len() == 2);
        assert_eq!(names[1], PRESETS[0].title.en);
        session.apply(Action::Lab(Choice::Reverse));
        assert_eq!(claim(&session).0, Claim::Higher { metric: 0 });
    }

    #[test]
    fn every_conclusion_names_a_metric() {
        for (at, (id, _)) in CLAIMS.iter().enumerate() {
            assert!(position(id).is_some(), "{id}");
            assert_ne!(
                offered(at, false, Language::Zh),
                offered(at, true, Language::Zh)
            );
        }
    }
}
