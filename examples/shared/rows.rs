//! Runs arms on all cores; rows are kept by number, so threads can't change a bit.

use fairfloor::rng::Luck;
use fairfloor::study::evidence::arm::Prepared;
use fairfloor::study::evidence::row::Row;
use rayon::prelude::*;
use std::ops::Range;

/// These replications of each.
pub fn rows(seed: u64, wanted: &[(&Prepared, Range<u32>)]) -> Vec<Vec<Row>> {
    let tasks: Vec<(usize, u32)> = (0..wanted.len())
        .flat_map(|arm| wanted[arm].1.clone().map(move |r| (arm, r)))
        .collect();
    let found: Vec<Row> = tasks
        .par_iter()
        .map(|(arm, replication)| {
            wanted[*arm].0.run(Luck {
                seed,
                replication: *replication,
            })
        })
        .collect();
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); wanted.len()];
    for ((arm, _), row) in tasks.into_iter().zip(found) {
        rows[arm].push(row);
    }
    rows
}
