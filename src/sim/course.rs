//! A course of policy through one replication, and those who look on without touching it.

use super::floor::desk::Desk;
use super::floor::{Unwatched, Witness};
use super::people::appraisal::Appraisal;
use super::people::awards::Honours;
use super::people::home::Morning;
use super::people::quit::Hazard;
use super::people::roster::Roster;
use crate::scenario::plan::Plan;

/// Who looks on at a replication. What an onlooker sees it can't change.
pub trait Onlooker {
    /// First thing in the morning: the hall after those who left are gone and those who are hired came.
    /// Who left since the day before stands in the roster's `departed`.
    fn turnover(&mut self, _day: u32, _roster: &Roster) {}
    /// What the morning decided about everybody, and who has a session of stress relief, by post.
    fn decided(&mut self, _day: u32, _roster: &Roster, _mornings: &[Morning], _relief: &[f64]) {}
    /// Each morning before the phones open: the hall, and the desks of those who are at work.
    fn morning(&mut self, _day: u32, _roster: &Roster, _desks: &[Desk]) {}
    /// Who watches the day's calls.
    fn witness(&mut self) -> impl Witness {
        Unwatched
    }
    /// Each evening: the desks with what they counted, and the hall after the day.
    fn evening(&mut self, _day: u32, _roster: &Roster, _desks: &[Desk]) {}
    /// On a month's last evening, before anything is judged: what the month has brought.
    fn month_ends(&mut self, _month: u32, _roster: &Roster) {}
    /// The month's appraisal of who holds a post.
    fn appraised(&mut self, _seat: usize, _found: &Appraisal) {}
    /// The month's awards are given, or none were.
    fn honoured(&mut self, _roster: &Roster, _honours: &Honours) {}
    /// Who holds a post weighs whether to leave.
    fn weighs(&mut self, _seat: usize, _hazard: &Hazard) {}
    /// The same evening after appraisal, awards and decisions.
    fn month_ended(&mut self, _month: u32, _roster: &Roster) {}
}

/// Nobody looks.
pub struct Nobody;

impl Onlooker for Nobody {}

/// Somebody who looks at the desks each morning.
pub(super) struct Mornings<F>(pub(super) F);

impl<F: FnMut(u32, &[Desk])> Onlooker for Mornings<F> {
    fn morning(&mut self, day: u32, _roster: &Roster, desks: &[Desk]) {
        (self.0)(day, desks);
    }
}

/// A plan, and perhaps another that takes over on a morning: a policy that changes within the time
/// simulated. What people are and remember goes on.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    first: &'a Plan,
    then: Option<(u32, &'a Plan)>,
}

impl<'a> Course<'a> {
    /// One plan from beginning to end.
    #[must_use]
    pub fn steady(plan: &'a Plan) -> Self {
        Self {
            first: plan,
            then: None,
        }
    }

    /// `first`, and from the morning of `day` on `then`. None where the two differ in posts, teams or
    /// working days, which can't change under people's feet.
    #[must_use]
    pub fn changing(first: &'a Plan, day: u32, then: &'a Plan) -> Option<Self> {
        let (a, b) = (first.scenario(), then.scenario());
        let same = a.workforce.headcount == b.workforce.headcount
            && a.workforce.team_size == b.workforce.team_size
            && first.days().month_ends == then.days().month_ends
            && first.days().weekdays == then.days().weekdays;
        same.then_some(Self {
            first,
            then: Some((day, then)),
        })
    }

    /// The plan at the beginning.
    #[must_use]
    pub fn first(&self) -> &'a Plan {
        self.first
    }

    /// The plan that takes over on the morning of `day`, if one does.
    #[must_use]
    pub fn takes_over(&self, day: u32) -> Option<&'a Plan> {
        self.then.and_then(|(on, plan)| (on == day).then_some(plan))
    }
}
