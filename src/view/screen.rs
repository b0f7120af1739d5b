//! The screens: their names in the address, in words, and on the keyboard.

use super::words::{report, shell};
use crate::scenario::field::Text;

/// The screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// The headline, the tiles, the year.
    #[default]
    Overview,
    /// The hall, played back.
    Floor,
    /// Up to six scenarios side by side.
    Compare,
    /// How high the target may be.
    Sweep,
    /// Who should get the awards.
    Awards,
    /// Who bears the cost.
    Fairness,
    /// Lives to read.
    People,
    /// What would overturn the conclusion.
    Sensitivity,
    /// A centre's own export.
    Calibrate,
    /// One page to carry away.
    Report,
}

impl Screen {
    /// The screens in the order of the tabs.
    pub const ALL: [Screen; 10] = [
        Screen::Overview,
        Screen::Floor,
        Screen::Compare,
        Screen::Sweep,
        Screen::Awards,
        Screen::Fairness,
        Screen::People,
        Screen::Sensitivity,
        Screen::Calibrate,
        Screen::Report,
    ];

    /// Its name in the address.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Screen::Overview => "",
            Screen::Floor => "floor",
            Screen::Compare => "compare",
            Screen::Sweep => "sweep",
            Screen::Awards => "awards",
            Screen::Fairness => "fair",
            Screen::People => "people",
            Screen::Sensitivity => "sens",
            Screen::Calibrate => "calib",
            Screen::Report => "report",
        }
    }

    /// Its name on the tab.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Screen::Overview => shell::OVERVIEW,
            Screen::Floor => shell::FLOOR,
            Screen::Compare => shell::COMPARE,
            Screen::Sweep => shell::SWEEP,
            Screen::Awards => shell::AWARDS,
            Screen::Fairness => shell::FAIRNESS,
            Screen::People => shell::PEOPLE,
            Screen::Sensitivity => shell::SENSITIVITY,
            Screen::Calibrate => shell::CALIBRATE,
            Screen::Report => report::REPORT,
        }
    }

    /// The key that opens it after `g`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Screen::Overview => "o",
            Screen::Floor => "h",
            Screen::Compare => "c",
            Screen::Sweep => "s",
            Screen::Awards => "a",
            Screen::Fairness => "f",
            Screen::People => "p",
            Screen::Sensitivity => "n",
            Screen::Calibrate => "d",
            Screen::Report => "r",
        }
    }

    /// The screen of this name.
    #[must_use]
    pub fn of_route(route: &str) -> Option<Self> {
        Screen::ALL.into_iter().find(|s| s.route() == route)
    }

    /// The screen of this key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Screen::ALL.into_iter().find(|s| s.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_by_its_own_name_and_key() {
        for screen in Screen::ALL {
            assert_eq!(Screen::of_route(screen.route()), Some(screen));
            assert_eq!(Screen::of_key(screen.key()), Some(screen));
        }
    }
}
