//! What the centre's screen has in common with the page's.

#[path = "../../app/parts/figure.rs"]
pub mod figure;
#[path = "../../app/parts/plot.rs"]
pub mod plot;
#[path = "../../app/parts/save.rs"]
pub mod save;
