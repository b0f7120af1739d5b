//! From numbers to what a person reads, in both languages; no browser in here.

pub mod fit;
pub mod incoming;
pub mod number;
pub mod problem;
