//! What judges the model: known facts, published experiments, mechanisms switched off, directions.
//!
//! Everything here is data and functions of it. A judge says which **arms** it needs (scenarios, one or
//! two of them with a change on a day); whoever has threads runs each arm's replications, all arms under
//! the same luck; of each replication a [`row::Row`] is kept; a judge reads its number off the rows, with
//! the standard error from leaving out one replication in turn.

pub mod ablation;
pub mod arm;
pub mod centres;
pub mod direction;
pub mod docking;
pub mod extremes;
pub mod fact;
pub mod facts;
pub mod findings;
pub mod panel;
pub mod random;
pub mod row;
pub mod runs;
pub mod sample;
pub mod states;
