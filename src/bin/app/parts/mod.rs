//! What the screens are put together from.

pub mod bottom;
pub mod chip;
pub mod closing;
pub mod differences;
pub mod drawer;
pub mod figure;
pub mod help;
pub mod icons;
pub mod import;
pub mod limits;
pub mod lineup;
pub mod notices;
pub mod plot;
pub mod problems;
#[path = "../../shared/qr.rs"]
pub mod qr;
pub mod rail;
pub mod reasons;
pub mod save;
pub mod scenario;
pub mod tiles;
pub mod topbar;
pub mod tour;
pub mod year;
