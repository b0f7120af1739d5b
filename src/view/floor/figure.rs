//! How people look: paths on a square of 100 units, one table for the hall and its legend. Each pose has
//! a shape of its own, so that colour only helps.

use super::hall::Pose;

/// In which of the page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Ink,
    /// Secondary text.
    Secondary,
    /// Axes and lines.
    Axis,
    /// On a call.
    Call,
    /// New.
    Fresh,
    /// Exhaustion, and callers who wait long.
    Warm,
    /// An award.
    Gold,
    /// The page itself.
    Page,
    /// The ground of an island.
    Surface,
    /// Marks whom one follows.
    Focus,
}

impl Ink {
    /// The design tokens that hold the colours, in the order of the cases.
    pub const TOKENS: [&'static str; 10] = [
        "--ink",
        "--ink-secondary",
        "--axis",
        "--series-a",
        "--series-c",
        "--series-b",
        "--series-e",
        "--page",
        "--surface",
        "--focus",
    ];
}

/// A path that is filled or drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// As in the `d` of an SVG path.
    pub path: &'static str,
    /// In which colour.
    pub ink: Ink,
    /// Filled, not drawn.
    pub fill: bool,
}

const fn fill(path: &'static str, ink: Ink) -> Part {
    Part {
        path,
        ink,
        fill: true,
    }
}

const fn line(path: &'static str, ink: Ink) -> Part {
    Part {
        path,
        ink,
        fill: false,
    }
}

const DESK: &str = "M14 73h72a4 4 0 0 1 0 8h-72a4 4 0 0 1 0-8z";
const NO_DESK: &str = "M12 77h8M28 77h8M44 77h8M60 77h8M76 77h8";
const BUST: &str = "M50 19a12 12 0 1 1 0 24a12 12 0 0 1 0-24zM27 69c0-15 9-22 23-22s23 7 23 22z";
const BENT: &str = "M46 27a12 12 0 1 1 0 24a12 12 0 0 1 0-24zM23 69c1-11 10-14 24-14s24 3 26 14z";
const HEADSET: &str = "M36 33a14 14 0 0 1 28 0M36 31v7M64 31v7c0 5-4 8-9 8";
const BUBBLE: &str =
    "M70 8h18a5 5 0 0 1 5 5v9a5 5 0 0 1-5 5h-9l-8 7v-7h-1a5 5 0 0 1-5-5v-9a5 5 0 0 1 5-5z";
const SHEET: &str = "M66 49h20v20h-20zM71 55h10M71 61h10";
const CUP: &str =
    "M36 48h24v13a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8zM60 52h4a5 5 0 0 1 0 10h-4M43 41v-7M53 41v-7";
const CHAIR: &str = "M38 69v-17a12 12 0 0 1 24 0v17";
const BOOK: &str =
    "M50 42c-6-5-14-6-22-4v24c8-2 16-1 22 4c6-5 14-6 22-4v-24c-8-2-16-1-22 4zM50 42v24";
const CROSS: &str = "M45 30h10v9h9v10h-9v9h-10v-9h-9v-10h9z";
const PALM: &str = "M50 36a9 9 0 1 1 0 18a9 9 0 0 1 0-18zM50 25v5M50 60v5M30 45h5M65 45h5M36 31l3 3M61 56l3 3M64 31l-3 3M39 56l-3 3";
/// An award.
pub const STAR: &str = "M19 50l4 9 10 1-7 7 2 10-9-5-9 5 2-10-7-7 10-1z";
/// Somebody new.
pub const LEAF: &str = "M10 31c-3-13 5-22 20-22c1 14-7 23-20 22zM8 37c2-9 8-16 14-20";

/// What is painted for a pose, in this order.
#[must_use]
pub fn parts(pose: Pose) -> &'static [Part] {
    use Ink::{Axis, Call, Fresh, Ink as Text, Secondary, Warm};
    match pose {
        Pose::Call => {
            const {
                &[
                    fill(BUST, Call),
                    line(HEADSET, Text),
                    fill(BUBBLE, Call),
                    fill(DESK, Axis),
                ]
            }
        }
        Pose::WrapUp => const { &[fill(BENT, Secondary), line(SHEET, Text), fill(DESK, Axis)] },
        Pose::Free => const { &[line(BUST, Secondary), fill(DESK, Axis)] },
        Pose::Break => const { &[line(CUP, Secondary), fill(DESK, Axis)] },
        Pose::Home => const { &[line(CHAIR, Axis), fill(DESK, Axis)] },
        Pose::Training => const { &[line(BOOK, Fresh), fill(DESK, Axis)] },
        Pose::Ill => const { &[line(CROSS, Warm), fill(DESK, Axis)] },
        Pose::Leave => const { &[line(PALM, Secondary), fill(DESK, Axis)] },
        Pose::Vacant => const { &[line(NO_DESK, Axis)] },
    }
}

/// The marks: an award, somebody new.
pub const MARKS: [Part; 2] = [fill(STAR, Ink::Gold), fill(LEAF, Ink::Fresh)];
/// The ring of exhaustion: middle and radius.
pub const RING: [f64; 3] = [50.0, 43.0, 37.0];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pose_has_a_shape_of_its_own() {
        for one in Pose::ALL {
            for other in Pose::ALL {
                let shapes = |pose| {
                    parts(pose)
                        .iter()
                        .map(|p| (p.path, p.fill))
                        .collect::<Vec<_>>()
                };
                assert_eq!(
                    shapes(one) == shapes(other),
                    one == other,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn colours_are_the_pages_own() {
        let tokens = include_str!("../../../styles/tokens.css");
        for token in Ink::TOKENS {
            assert!(tokens.contains(&format!("{token}:")), "{token}");
        }
        assert_eq!(Ink::Focus as usize + 1, Ink::TOKENS.len());
    }
}
