//! What the hall's screens have in common with the page's.

#[path = "../../app/parts/figure.rs"]
pub mod figure;
#[path = "../../app/parts/icons.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
pub mod icons;
#[path = "../../app/parts/plot.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
pub mod plot;
#[path = "../../app/parts/save.rs"]
pub mod save;
