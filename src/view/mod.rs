//! From numbers to what a person reads, in both languages; no browser in here.

pub mod action;
pub mod amount;
pub mod asked;
pub mod chart;
pub mod compare;
pub mod control;
pub mod coverage;
pub mod document;
pub mod figure;
pub mod finding;
pub mod fit;
pub mod grouping;
pub mod history;
pub mod incoming;
pub mod lineup;
pub mod number;
pub mod overturn;
pub mod problem;
pub mod screen;
pub mod sentence;
pub mod session;
pub mod snapshot;
pub mod sweep;
pub mod verdict;
pub mod words;
pub mod year;
