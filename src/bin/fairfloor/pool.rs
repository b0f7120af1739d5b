//! Replications on all cores. Outcomes are kept by their number, so threads can't change a bit.

use crate::failure::Failure;
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::study;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

/// Replications of each plan, all under the same luck: outcomes by plan, then by replication.
pub fn replicate(
    plans: &[&Plan],
    seed: u64,
    replications: u32,
    threads: u32,
) -> Result<Vec<Vec<Outcome>>, Failure> {
    let pool = self::threads(threads)?;
    let all = plans.len() as u64 * u64::from(replications);
    let progress = progress(all);
    let outcomes = pool.install(|| {
        plans
            .iter()
            .map(|plan| {
                (0..replications)
                    .into_par_iter()
                    .map(|replication| {
                        let mut outcome = study::replication(plan, Luck { seed, replication });
                        // No result of the command shows courses; 100,000 of them fill the memory.
                        outcome.weekly = Vec::new();
                        progress.inc(1);
                        outcome
                    })
                    .collect()
            })
            .collect()
    });
    progress.finish_and_clear();
    Ok(outcomes)
}

/// So many threads; 0 = as many as there are cores.
pub fn threads(number: u32) -> Result<rayon::ThreadPool, Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(number as usize)
        .build()
        .map_err(|error| Failure::Failed(format!("threads: {error}")))
}

/// A bar on standard error; indicatif shows nothing where that is no terminal.
fn progress(all: u64) -> ProgressBar {
    let bar = ProgressBar::new(all);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}  {eta}") {
        bar.set_style(style);
    }
    bar
}
