//! Many replications, without threads: what to run, and what comes of it in whatever order.

pub mod erlang;
pub mod fit;
pub mod queue;
pub mod staff;

use crate::measure::outcome::Outcome;
use crate::rng::Luck;
use crate::scenario::plan::Plan;
use crate::sim;

/// One replication from start to finish: what a thread or a worker is asked to do.
#[must_use]
pub fn replication(plan: &Plan, luck: Luck) -> Outcome {
    Outcome::of(&sim::replicate(plan, luck))
}
