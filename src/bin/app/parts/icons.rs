//! The few icons: strokes on a 20-pixel grid in the colour of the text around them.

use yew::prelude::*;

pub const UNDO: &str = "M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8";
pub const REDO: &str = "M13 5l3.5 3.5L13 12M16 8.5H8.5a4.5 4.5 0 0 0 0 9H12";
pub const RESET: &str = "M4 4v4h4M4.6 8A6.5 6.5 0 1 1 3.5 11.5";
pub const INFO: &str = "M10 9v5M10 6.2v.3M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15";
pub const CLOSE: &str = "M5 5l10 10M15 5 5 15";
pub const SEARCH: &str = "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12M13.5 13.5 17 17";
pub const LINK: &str =
    "M8.5 11.5l3-3M7 9 5 11a3.2 3.2 0 0 0 4.5 4.5l1.5-1.5M13 11l2-2a3.2 3.2 0 0 0-4.500-4.500L9 6";
pub const HELP: &str = "M7.8 7.6a2.3 2.3 0 1 1 3.4 2.100c-.8.5-1.200 1-1.200 1.800M10 14v.3M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15";
pub const SLIDERS: &str = "M3 6h6M13 6h4M3 14h3M10 14h7M9 4v4M13 4v4M9 4h4v4H9zM6 12h4v4H6z";
pub const CHEVRON: &str = "M6 8l4 4 4-4";
pub const AUTO: &str = "M10 3v14M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M12 4v12M14 5.500v9";
pub const SUN: &str = "M10 13.5a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M10 2v2M10 16v2M2 10h2M16 10h2M4.300 4.300l1.400 1.400M14.300 14.300l1.400 1.400M4.300 15.700l1.400-1.400M14.300 5.700l1.400-1.400";
pub const MOON: &str =
    "M16.500 11.800A6.800 6.800 0 0 1 8.200 3.500a6.800 6.800 0 1 0 8.300 8.300z";
pub const UP: &str = "M10 16V4M5 9l5-5 5 5";
pub const DOWN: &str = "M10 4v12M5 11l5 5 5-5";
pub const RESULT: &str = "M4 16V9M10 16V4M16 16v-5";
pub const SWAP: &str = "M4 7h12M13 4l3 3-3 3M16 13H4M7 10l-3 3 3 3";
pub const PLUS: &str = "M10 4v12M4 10h12";
pub const MORE: &str = "M4.500 10h.1M10 10h.1M15.500 10h.1";
pub const FILE: &str = "M10 13V4M6.500 7.500 10 4l3.500 3.500M4 13v3h12v-3";
/// An icon; what it means stands in the button's name.
pub fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}
