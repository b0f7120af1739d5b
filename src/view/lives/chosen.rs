//! What is chosen on the screen of lives: whose, in which replication, and against which scenario.

use crate::scenario::presets;
use crate::view::lineup::{Letter, Reference, is_title};
use crate::view::session::Session;

/// Replications that can be looked at.
pub const REPLICATIONS: u32 = 1000;
/// Presets of the standard centre that a twin may live under, in the order in which they are tried.
const PRESETS: [&str; 4] = ["wide-awards", "seed-status-quo", "seed-erg", "high-target"];

/// What is chosen.
#[derive(Clone, PartialEq, Default)]
pub struct Settings {
    /// Number of the replication, from 0.
    pub replication: u32,
    /// The person as [`super::find`] knows people; empty for the first of the gallery.
    pub person: String,
    /// Under what the twin lives; None for the first of [`offered`].
    pub twin: Option<Reference>,
}

/// One change of it.
#[derive(Clone)]
pub enum Choice {
    /// Another replication, with other people.
    Replication(u32),
    /// Another person.
    Person(String),
    /// Another scenario for the twin.
    Twin(Reference),
    /// All of it, from a link.
    Everything(Settings),
}

impl Settings {
    /// Makes a change; false when it was so already.
    pub fn choose(&mut self, choice: Choice) -> bool {
        let mut now = self.clone();
        match choice {
            Choice::Replication(replication) => {
                let replication = replication.min(REPLICATIONS - 1);
                if replication != now.replication {
                    now.person.clear();
                }
                now.replication = replication;
            }
            Choice::Person(person) => now.person = person,
            Choice::Twin(twin) => now.twin = Some(twin),
            Choice::Everything(all) => now = all,
        }
        let changed = *self != now;
        *self = now;
        changed
    }

    /// As a link holds it: `5-37.2-B`; None while nothing is chosen.
    #[must_use]
    pub fn to_link(&self) -> Option<String> {
        let twin = match self.twin {
            Some(Reference::Variant(letter)) => letter.name(),
            Some(Reference::Preset(preset)) => preset.id,
            None => "",
        };
        let chosen = *self != Self::default();
        chosen.then(|| format!("{}-{}-{twin}", self.replication, self.person))
    }

    /// What a link holds; what it can't mean is left out.
    #[must_use]
    pub fn of_link(text: &str) -> Self {
        let mut parts = text.splitn(3, '-');
        let mut part = || parts.next().unwrap_or("");
        let (replication, person, twin) = (part(), part(), part());
        let is_id =
            |text: &&str| text.len() <= 12 && text.chars().all(|c| c.is_ascii_digit() || c == '.');
        let letter = Letter::all().find(|letter| letter.name() == twin);
        Self {
            replication: replication.parse().unwrap_or(0).min(REPLICATIONS - 1),
            person: Some(person).filter(is_id).unwrap_or("").to_owned(),
            twin: letter
                .map(Reference::Variant)
                .or_else(|| presets::find(twin).map(Reference::Preset)),
        }
    }
}

/// Under what a twin may live: the others of the line-up first, then presets of the same centre, without
/// those that are the open scenario.
#[must_use]
pub fn offered(session: &Session) -> Vec<Reference> {
    let open = session.lineup.open();
    let own = session.scenario();
    let others = session.lineup.all().iter().map(|variant| variant.letter);
    let others = others.filter(|letter| *letter != open.letter);
    let presets = PRESETS.iter().filter_map(|id| presets::find(id));
    others
        .map(Reference::Variant)
        .chain(presets.map(Reference::Preset))
        .filter(|reference| {
            let other = session.under(*reference);
            let differs = own.differences(&other).iter().any(|(f, _)| !is_title(f));
            differs && other.workforce.headcount == own.workforce.headcount
        })
        .collect()
}

/// Under what the twin lives; None where nothing can be offered.
#[must_use]
pub fn twin(session: &Session) -> Option<Reference> {
    let offered = offered(session);
    let chosen = session.people.twin.filter(|twin| offered.contains(twin));
    chosen.or_else(|| offered.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::field::Language;
    use crate::view::action::Action;

    #[test]
    fn a_link_brings_back_what_was_chosen_and_survives_nonsense() {
        let mut chosen = Settings::default();
        assert_eq!(chosen.to_link(), None);
        chosen.choose(Choice::Replication(5));
        chosen.choose(Choice::Person("37.2".to_owned()));
        for twin in [
            Reference::Variant(Letter::A),
            Reference::Preset(&presets::PRESETS[1]),
        ] {
            chosen.choose(Choice::Twin(twin));
            let link = chosen.to_link().expect("something is chosen");
            assert!(Settings::of_link(&link) == chosen, "{link}");
        }
        for nonsense in ["", "-", "x-y-z", "99999999999-<b>-A-B", "7"] {
            let read = Settings::of_link(nonsense);
            assert!(
                read.person.is_empty() && read.twin.is_none() && read.replication < REPLICATIONS
            );
        }
        chosen.choose(Choice::Replication(6));
        assert!(chosen.person.is_empty(), "other people");
    }

    #[test]
    fn a_twin_never_lives_under_the_open_scenario() {
        let mut session = Session::new(Language::En);
        let alone = offered(&session);
        assert!(!alone.is_empty());
        assert!(
            alone
                .iter()
                .all(|of| matches!(of, Reference::Preset(p) if p.id != session.preset().id))
        );
        session.apply(Action::Add {
            preset: &presets::PRESETS[1],
            scenario: Box::new(presets::PRESETS[1].scenario()),
        });
        assert!(twin(&session) == Some(Reference::Variant(Letter::A)));
        // What is no longer there falls back to what is.
        session.apply(Action::People(Choice::Twin(Reference::Variant(
            Letter::all().nth(3).expect("D"),
        ))));
        assert!(twin(&session) == Some(Reference::Variant(Letter::A)));
    }
}
