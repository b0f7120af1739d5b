//! What tests of people have in common: luck, somebody who has just come, a season of awards.

use super::Person;
use super::appraisal::Appraisal;
use super::awards::{Candidate, Honours, season};
use super::recruit::newcomer;
use super::roster::Roster;
use crate::rng::{Luck, Stream};
use crate::scenario::plan::Plan;

/// Any luck will do.
pub const LUCK: Luck = Luck {
    seed: 3,
    replication: 0,
};

/// Who has just taken the first seat.
pub fn somebody(plan: &Plan) -> Person {
    newcomer(plan, LUCK, 0, 0)
}

/// A candidate with this appraisal who had no award for long and is liked as others are.
pub fn candidate(seat: usize, found: Appraisal) -> Candidate {
    Candidate {
        seat,
        found,
        again: found,
        score: 0.5,
        other_score: 0.5,
        since: 99,
        liked: 0.0,
    }
}

/// The roster after a month's season among these.
pub fn season_among(
    plan: &Plan,
    month: u32,
    candidates: &[Candidate],
    honours: &mut Honours,
) -> Roster {
    let mut roster = Roster::open(plan, LUCK);
    let mut draws = LUCK.stream(Stream::Awards, month, 0);
    let mut others = LUCK.stream(Stream::OtherLuck, month, u32::MAX);
    let draws = [&mut draws, &mut others];
    season(plan, month, candidates, draws, honours, &mut roster, None);
    roster
}
