//! Tries every lever both ways.

use crate::run;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::evidence::arm::Prepared;
use fairfloor::study::evidence::direction::{self, Broken, Direction, placebo::PLACEBOS};

/// Twice as many as in the tests.
const PAIRS: u32 = 24;

/// How many levers and placebos, and the claims that did not hold.
pub fn tried() -> (usize, usize, Vec<Broken>) {
    let all: Vec<&Direction> = direction::all().chain(PLACEBOS).collect();
    let prepared: Vec<Prepared> = all
        .iter()
        .flat_map(|d| d.sides())
        .map(|side| {
            let plan = Plan::new(&side.scenario());
            Prepared::steady(plan.unwrap_or_else(|problems| panic!("{problems:?}")))
        })
        .collect();
    let asked: Vec<(&Prepared, u32)> = prepared.iter().map(|p| (p, PAIRS)).collect();
    let rows = run::rows(&asked);
    let broken = all
        .iter()
        .enumerate()
        .flat_map(|(i, d)| d.broken([&rows[2 * i], &rows[2 * i + 1]]))
        .collect();
    (direction::all().count(), PLACEBOS.len(), broken)
}
