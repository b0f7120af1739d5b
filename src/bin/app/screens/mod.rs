//! One file a screen.

pub mod compare;
pub mod overview;
