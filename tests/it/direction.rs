//! Every lever moves what it must, the way it must, and leaves alone to the bit what it must.

use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::{Scenario, catalogue};
use fairfloor::study::evidence::arm::Prepared;
use fairfloor::study::evidence::direction::{self, Direction, placebo::PLACEBOS};
use fairfloor::study::evidence::row::Row;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Pairs under the same luck: as many as the weakest of the claims needs to be clear of chance. Equal bits need
/// one.
const PAIRS: u32 = 12;

/// Rows of both sides of each; scenarios that several share are run once.
fn tried(all: &[&Direction]) -> Vec<[Vec<Row>; 2]> {
    let mut scenarios: Vec<(Scenario, u32)> = Vec::new();
    let mut places = Vec::new();
    for direction in all {
        let moves = !direction.up.is_empty() || !direction.down.is_empty();
        let pairs = if moves { PAIRS } else { 1 };
        let place = direction.sides().map(|side| {
            let scenario = side.scenario();
            let known = scenarios.iter().position(|(s, _)| *s == scenario);
            let at = known.unwrap_or(scenarios.len());
            match known {
                Some(at) => scenarios[at].1 = scenarios[at].1.max(pairs),
                None => scenarios.push((scenario, pairs)),
            }
            at
        });
        places.push((place, pairs));
    }
    let rows: Vec<Vec<Row>> = scenarios
        .par_iter()
        .map(|(scenario, pairs)| {
            let plan = Plan::new(scenario).unwrap_or_else(|p| panic!("{p:?}"));
            let prepared = Prepared::steady(plan);
            let luck = |replication| Luck {
                seed: 1999,
                replication,
            };
            (0..*pairs).map(|r| prepared.run(luck(r))).collect()
        })
        .collect();
    let of = |at: usize, pairs: u32| rows[at][..pairs as usize].to_vec();
    places
        .into_iter()
        .map(|([a, b], pairs)| [of(a, pairs), of(b, pairs)])
        .collect()
}

fn hold(all: &[&Direction]) {
    let mut broken = Vec::new();
    for (direction, [first, second]) in all.iter().zip(tried(all)) {
        broken.extend(direction.broken([&first, &second]));
    }
    let lines: Vec<String> = broken.iter().map(|b| format!("{b:?}")).collect();
    assert!(broken.is_empty(), "\n{}", lines.join("\n"));
}

#[test]
fn every_lever_has_an_entry() {
    let entries: BTreeSet<&str> = direction::all().map(|d| d.path).collect();
    let missing: Vec<&str> = catalogue()
        .map(|field| field.path)
        .filter(|path| !path.starts_with("behaviour.parameters.") && !entries.contains(path))
        .collect();
    assert!(missing.is_empty(), "say what these move: {missing:?}");
    // An entry without a claim is one of the two that say how long one looks.
    for d in direction::all().chain(PLACEBOS) {
        let claims = !d.up.is_empty() || !d.down.is_empty() || d.still != direction::Still::NoClaim;
        assert!(claims || d.path.starts_with("calendar."), "{}", d.path);
    }
}

#[test]
fn levers_of_demand_move_what_they_must() {
    hold(&direction::demand::DIRECTIONS.iter().collect::<Vec<_>>());
}

#[test]
fn levers_on_the_workforce_move_what_they_must() {
    hold(&direction::people::DIRECTIONS.iter().collect::<Vec<_>>());
}

#[test]
fn levers_of_policy_move_what_they_must() {
    hold(&direction::policy::DIRECTIONS.iter().collect::<Vec<_>>());
}

#[test]
fn placebos_change_no_bit() {
    hold(&PLACEBOS.iter().collect::<Vec<_>>());
}

/// The watchman must bark: turned round, claims are broken, and a lever that matters is no placebo.
#[test]
fn a_wrong_claim_is_noticed() {
    let headcount = direction::people::DIRECTIONS
        .iter()
        .find(|d| d.path == "workforce.headcount")
        .expect("an entry");
    let wrong = Direction {
        up: headcount.down,
        down: headcount.up,
        still: direction::Still::AllBut(&[]),
        ..*headcount
    };
    let [[first, second]] = &tried(&[&wrong])[..] else {
        panic!("one entry, two sides")
    };
    let broken = wrong.broken([first, second]);
    let turned = wrong.up.len() + wrong.down.len();
    assert!(broken.len() > turned, "{broken:?}");
}
