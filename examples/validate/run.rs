//! Runs what is wanted on all cores; rows are kept by number, so threads can't change a bit.

use fairfloor::rng::Luck;
use fairfloor::study::evidence::arm::Prepared;
use fairfloor::study::evidence::row::Row;
use fairfloor::study::evidence::runs::{Runs, Wanted};
use rayon::prelude::*;

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
    let tasks: Vec<(usize, u32)> = (0..wanted.len())
        .flat_map(|arm| (0..wanted[arm].1).map(move |r| (arm, r)))
        .collect();
    let found: Vec<Row> = tasks
        .par_iter()
        .map(|(arm, replication)| wanted[*arm].0.run(luck(*replication)))
        .collect();
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); wanted.len()];
    for ((arm, _), row) in tasks.into_iter().zip(found) {
        rows[arm].push(row);
    }
    rows
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
