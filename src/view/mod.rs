//! From numbers to what a person reads, in both languages; no browser in here.

pub mod number;
