//! From events to numbers: what a replication counts, and what is made of many replications.

pub mod chance;
pub mod film;
pub mod inequality;
pub mod journal;
pub mod ledger;
pub mod metric;
pub mod outcome;
pub mod reach;
pub mod summary;
pub mod weekly;
