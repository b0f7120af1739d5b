//! What can be put beside the open scenario's hall: what it is held against, the others of the line-up,
//! and rivals that differ in one lever.

use crate::scenario::Scenario;
use crate::view::compare::rivals;
use crate::view::lineup::is_title;
use crate::view::session::Session;

/// A hall to put beside.
pub struct Beside {
    /// What it is called.
    pub label: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// All that differ from the open scenario, the likeliest first; only halls with the same posts, as the
/// same people sit in both.
#[must_use]
pub fn offered(session: &Session) -> Vec<Beside> {
    let (open, language) = (session.scenario(), session.language);
    let reference = Beside {
        label: session.baseline_title(),
        scenario: session.baseline_scenario(),
    };
    let letter = session.lineup.open().letter;
    let others = session.lineup.all().iter();
    let others = others.filter(|variant| {
        variant.letter != letter
            && session.lineup.reference_variant().map(|v| v.letter) != Some(variant.letter)
    });
    let others = others.map(|variant| Beside {
        label: variant.title(language),
        scenario: Scenario::clone(&variant.scenario),
    });
    let rivals = rivals(open, language).into_iter().map(|rival| Beside {
        label: rival.label,
        scenario: rival.scenario,
    });
    let all = std::iter::once(reference).chain(others).chain(rivals);
    all.filter(|one| {
        one.scenario.workforce.headcount == open.workforce.headcount
            && one
                .scenario
                .differences(open)
                .iter()
                .any(|(field, _)| !is_title(field))
    })
    .collect()
}
