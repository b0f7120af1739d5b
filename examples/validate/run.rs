//! Runs what is wanted.

use crate::rows as shared;
use fairfloor::rng::Luck;
use fairfloor::study::evidence::arm::Prepared;
use fairfloor::study::evidence::row::Row;
use fairfloor::study::evidence::runs::{Runs, Wanted};

/// The seed of the whole validation.
const SEED: u64 = 1999;

/// The luck of a replication.
pub fn luck(replication: u32) -> Luck {
    Luck {
        seed: SEED,
        replication,
    }
}

/// So many replications of each, all under the same luck.
pub fn rows(wanted: &[(&Prepared, u32)]) -> Vec<Vec<Row>> {
    let asked: Vec<_> = wanted.iter().map(|(arm, n)| (*arm, 0..*n)).collect();
    shared::rows(SEED, &asked)
}

/// Every wanted arm.
pub fn all(wanted: &Wanted) -> Runs {
    let prepared: Vec<(Prepared, u32)> = wanted
        .arms
        .iter()
        .map(|(arm, n)| {
            let prepared = arm.prepare();
            (
                prepared.unwrap_or_else(|| panic!("{arm:?} can't be run")),
                *n,
            )
        })
        .collect();
    let asked: Vec<(&Prepared, u32)> = prepared.iter().map(|(p, n)| (p, *n)).collect();
    let rows = rows(&asked);
    Runs {
        arms: wanted.arms.iter().map(|(arm, _)| *arm).zip(rows).collect(),
    }
}
