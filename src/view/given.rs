//! What the page gives its parts that are programs of their own, the hall where people are looked at and the
//! centre where own files are taken in: everything that their screens stand on, as bytes, and what comes back.

use super::action::Action;
use super::history::Change;
use super::lineup::Lineup;
use super::lives::chosen::{Choice, Settings};
use super::screen::Screen;
use super::session::Session;
use crate::measure::ledger::PersonYear;
use crate::scenario::Scenario;
use crate::scenario::field::Language;
use crate::scenario::links::{self, Against, One, Several};
use crate::scenario::presets::{self, Preset};
use serde::{Deserialize, Serialize};

/// What the screens of a part show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Chinese, otherwise English.
    chinese: bool,
    /// The screen's part of the address.
    route: String,
    /// The scenarios, as a link holds them.
    link: String,
    /// Whose life is read, as a link holds it.
    who: String,
    /// The colours, by their name.
    pub theme: String,
    /// Tables instead of charts.
    pub table: bool,
    /// What is to be known of the state of results, over the headline.
    pub note: String,
    /// The replication in the middle of those that are there, and how many these are.
    pub typical: Option<(u32, usize)>,
    /// The engine is gone: there will be no typical replication.
    pub failed: bool,
    /// Everybody's other years, as far as they are there, and whether all are.
    pub years: Option<(Vec<Vec<PersonYear>>, bool)>,
}

impl Given {
    /// What a session gives; the rest is empty.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self {
            chinese: session.language == Language::Zh,
            route: session.screen.route().to_owned(),
            link: links::encode(&session.several()),
            who: session.people.to_link().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The session again, without its history; None while a scenario in it can't be run.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        let (several, problems) = links::decode(&self.link).ok()?;
        let lineup = Lineup::of_link(&several).filter(|_| problems.is_empty())?;
        let mut session = Session::new(self.language());
        session.apply(Action::TakeAll {
            lineup: Box::new(lineup),
            seed: several.seed,
            change: Change::Link,
        });
        session.apply(Action::Open(Screen::of_route(&self.route)?));
        let who = Settings::of_link(&self.who);
        session.apply(Action::People(Choice::Everything(who)));
        Some(session)
    }

    /// The language, which is known whatever the scenarios are.
    #[must_use]
    pub fn language(&self) -> Language {
        if self.chinese {
            Language::Zh
        } else {
            Language::En
        }
    }
}

/// What a part wants of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wanted {
    /// Charts instead of tables, or tables instead of charts.
    Table,
    /// Another life, as a link holds what is chosen.
    Who(String),
    /// A scenario, as a link holds it.
    Scenario {
        /// The link.
        link: String,
        /// Beside the others, not in the open one's place.
        beside: bool,
        /// What an export of calls gives; otherwise the open one with what a profile knows.
        fitted: bool,
    },
}

/// A scenario on its way to the page.
#[must_use]
pub fn linked(preset: &'static Preset, scenario: &Scenario) -> String {
    links::encode(&Several {
        scenarios: vec![One {
            letter: 0,
            preset: preset.id,
            scenario: scenario.clone(),
        }],
        against: Against::Usual,
        seed: 0,
    })
}

/// The scenario that came, with its preset; None for one that can't be run.
#[must_use]
pub fn one(link: &str) -> Option<(&'static Preset, Scenario)> {
    let (several, problems) = links::decode(link).ok()?;
    let one = several.scenarios.into_iter().next()?;
    let preset = presets::find(one.preset).filter(|_| problems.is_empty())?;
    Some((preset, one.scenario))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_arrives_as_it_was_given() {
        let mut session = Session::new(Language::En);
        session.apply(Action::Add {
            preset: &presets::PRESETS[1],
            scenario: Box::new(presets::PRESETS[1].scenario()),
        });
        session.apply(Action::Open(Screen::People));
        session.apply(Action::People(Choice::Person("3.1".to_owned())));
        session.seed = 17;
        let bytes = postcard::to_allocvec(&Given::of(&session)).expect("packed");
        let given: Given = postcard::from_bytes(&bytes).expect("unpacked");
        let back = given.session().expect("sound");
        assert_eq!(back.scenario(), session.scenario());
        assert_eq!(back.baseline_scenario(), session.baseline_scenario());
        assert_eq!(back.lineup.open().letter, session.lineup.open().letter);
        assert_eq!((back.seed, back.language), (17, Language::En));
        assert_eq!((back.screen, &*back.people.person), (Screen::People, "3.1"));
    }

    #[test]
    fn what_cannot_be_run_gives_no_session() {
        let given = Given {
            link: "1~nonsense".to_owned(),
            ..Given::of(&Session::new(Language::Zh))
        };
        assert!(given.session().is_none());
        assert_eq!(given.language(), Language::Zh);
    }
}
