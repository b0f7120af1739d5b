//! From numbers to what a person reads, in both languages; no browser in here.

pub mod amount;
pub mod chart;
pub mod control;
pub mod coverage;
pub mod document;
pub mod fair;
pub mod finding;
pub mod fit;
pub mod grouping;
pub mod history;
pub mod incoming;
pub mod lives;
pub mod number;
pub mod overturn;
pub mod plans;
pub mod problem;
pub mod screen;
pub mod sentence;
pub mod session;
pub mod snapshot;
pub mod sweep;
pub mod verdict;
pub mod why;
pub mod words;
