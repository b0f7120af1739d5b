//! What the pages are put together from.

pub mod answer;
pub mod band;
pub mod curve;
pub mod holding;
pub mod number;
pub mod outcome;
#[path = "../../shared/qr.rs"]
pub mod qr;
