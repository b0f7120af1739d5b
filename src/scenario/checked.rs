//! The scenario with which nothing is wrong, as a type of its own.

use super::Scenario;
use super::check::{Problem, joint_problems, problems};
use std::ops::Deref;

/// A scenario with which nothing is wrong: what studies are asked about. It reads as a scenario and is
/// never written to, so whoever has one need not ask again.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked(Scenario);

impl Checked {
    /// Checks a scenario.
    ///
    /// # Errors
    /// Every problem of it.
    pub fn new(scenario: Scenario) -> Result<Self, Vec<Problem>> {
        let found = problems(&scenario);
        Self::without(found, scenario)
    }

    fn without(found: Vec<Problem>, scenario: Scenario) -> Result<Self, Vec<Problem>> {
        if found.is_empty() {
            Ok(Self(scenario))
        } else {
            Err(found)
        }
    }

    /// The same with something changed.
    ///
    /// # Errors
    /// Every problem that this makes.
    pub fn changed(&self, change: impl FnOnce(&mut Scenario)) -> Result<Self, Vec<Problem>> {
        let mut scenario = self.0.clone();
        change(&mut scenario);
        Self::new(scenario)
    }

    /// The same with values changed that stay in their fields' ranges: only what joins several fields is looked
    /// at, as a study of assumptions or of plans begins with thousands of them.
    ///
    /// # Errors
    /// Every problem that this makes.
    pub(crate) fn changed_within(
        &self,
        change: impl FnOnce(&mut Scenario),
    ) -> Result<Self, Vec<Problem>> {
        let mut scenario = self.0.clone();
        change(&mut scenario);
        let found = joint_problems(&scenario);
        debug_assert_eq!(found, problems(&scenario), "a value left its range");
        Self::without(found, scenario)
    }

    /// The same under the name and description of another, with which nothing is wrong either.
    #[must_use]
    pub fn titled_as(&self, other: &Self) -> Self {
        let mut scenario = self.0.clone();
        scenario.name.clone_from(&other.name);
        scenario.description.clone_from(&other.description);
        Self(scenario)
    }
}

impl Deref for Checked {
    type Target = Scenario;

    fn deref(&self) -> &Scenario {
        &self.0
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A scenario that is known to be sound.
    pub fn checked(scenario: Scenario) -> Checked {
        Checked::new(scenario).expect("sound")
    }

    #[test]
    fn what_is_checked_stays_so() {
        let standard = checked(Scenario::standard());
        let wrong = standard.changed(|there| there.calendar.opens_hour = 25.0);
        let path = "calendar.opens_hour";
        assert!(wrong.is_err_and(|found| found.iter().any(|problem| problem.path() == path)));
        let later = standard.changed(|there| there.calendar.opens_hour = 9.5);
        assert!(later.is_ok_and(|there| there.calendar.opens_hour == 9.5 && there != standard));
        let named = checked(Scenario {
            name: "A".to_owned(),
            ..Scenario::standard()
        });
        assert_eq!(named.titled_as(&standard), standard);
    }
}
