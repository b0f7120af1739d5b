//! What made the difference: which two scenarios are held against each other, and what the page shows of it.

use super::lab::CLAIMS;
use super::lineup::{Reference, is_title};
use super::session::Session;
use super::why::{self, Told};
use super::words::{result, shell};
use crate::measure::metric::{METRICS, position};
use crate::scenario::Scenario;
use crate::scenario::field::{Language, Text};
use crate::study::board::Board;
use crate::study::why::Why;

/// One of the two.
#[derive(Clone)]
pub struct Of {
    /// The scenario.
    pub scenario: Scenario,
    /// Its title.
    pub title: String,
    /// The same in a drawing.
    pub short: String,
}

/// The open scenario and what it is held against, the latter first; where it is that itself, the next of
/// the line-up against it. None where no two differ.
#[must_use]
pub fn pair(session: &Session) -> Option<[Of; 2]> {
    Some(differing(session)?.map(|(_, of)| of))
}

/// The same, by what they are called in the line-up.
#[must_use]
pub fn sides(session: &Session) -> Option<[Reference; 2]> {
    Some(differing(session)?.map(|(name, _)| name))
}

fn differing(session: &Session) -> Option<[(Reference, Of); 2]> {
    let lineup = &session.lineup;
    let open = lineup.open().letter;
    let own = Reference::Variant(open);
    let others = lineup.all().iter().map(|v| v.letter);
    let others = others
        .filter(|letter| *letter != open)
        .map(Reference::Variant);
    let pairs = if lineup.reference == own {
        others.map(|other| [own, other]).collect()
    } else {
        vec![[lineup.reference, own]]
    };
    let mut pairs = pairs
        .into_iter()
        .map(|pair| pair.map(|of| (of, side(session, of))));
    pairs.find(|[(_, from), (_, to)]| {
        let differences = to.scenario.differences(&from.scenario);
        differences.iter().any(|(field, _)| !is_title(field))
    })
}

fn side(session: &Session, of: Reference) -> Of {
    let language = session.language;
    let (title, short) = match of {
        Reference::Preset(_) => (
            session.title_of(of),
            result::BASELINE.get(language).to_owned(),
        ),
        Reference::Variant(letter) => {
            let word = shell::SCENARIO.get(language);
            (session.title_of(of), format!("{word} {}", letter.name()))
        }
    };
    Of {
        scenario: session.under(of),
        title,
        short,
    }
}

/// The label of a metric that can be taken apart.
#[must_use]
pub fn metric(at: usize) -> Text {
    let found = CLAIMS.get(at).and_then(|(id, _)| position(id));
    METRICS[found.unwrap_or(0)].label
}

/// What the page shows of the study as far as it has come; None while nothing is taken apart.
#[must_use]
pub fn told(asked: &Why, board: &Board, session: &Session, width: f64) -> Option<Told> {
    let at = session.lab.why?;
    let pair = pair(session)?;
    let metric = CLAIMS.get(at).and_then(|(id, _)| position(id))?;
    let language: Language = session.language;
    let asked = asked.of_metric(metric);
    let found = asked.result(board);
    let progress = board.progress();
    if found.is_none() && progress.done < progress.wanted {
        return None;
    }
    let names = pair.each_ref().map(|of| of.title.as_str());
    let short = pair.each_ref().map(|of| of.short.as_str());
    Some(why::told(
        &asked,
        found.as_ref(),
        names,
        short,
        width,
        language,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;
    use crate::view::action::Action;

    #[test]
    fn the_pair_is_what_stands_against_each_other() {
        let mut session = Session::new(Language::En);
        assert!(pair(&session).is_none(), "the baseline itself");
        let preset = &PRESETS[1];
        session.apply(Action::Choose(preset));
        let [from, to] = pair(&session).expect("two that differ");
        assert_eq!(
            [from.short.as_str(), to.short.as_str()],
            ["Baseline", "Scenario A"]
        );
        // A second stands against the first; with the first open it is still what differs.
        let scenario = Box::new(PRESETS[0].scenario());
        session.apply(Action::Add {
            preset: &PRESETS[0],
            scenario,
        });
        let named = |session: &Session| pair(session).expect("two").map(|of| of.short);
        assert_eq!(named(&session), ["Scenario A", "Scenario B"]);
        session.apply(Action::Show(crate::view::lineup::Letter::A));
        assert_eq!(named(&session), ["Scenario A", "Scenario B"]);
        for at in 0..CLAIMS.len() {
            assert!(!metric(at).zh.is_empty());
        }
    }
}
