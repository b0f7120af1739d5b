//! The screens and their names in the address.

/// The screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// The headline, the tiles, the year.
    #[default]
    Overview,
    /// The current scenario against the baseline, metric by metric.
    Compare,
}

impl Screen {
    /// The screens in the order of the tabs.
    pub const ALL: [Screen; 2] = [Screen::Overview, Screen::Compare];

    /// Its name in the address.
    #[must_use]
    pub fn route(self) -> &'static str {
        match self {
            Screen::Overview => "",
            Screen::Compare => "compare",
        }
    }

    /// The screen of this name.
    #[must_use]
    pub fn of_route(route: &str) -> Option<Self> {
        Screen::ALL.into_iter().find(|s| s.route() == route)
    }
}
