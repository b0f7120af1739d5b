//! One arm of an experiment: a built-in scenario with differences, and perhaps a change on a day.

use super::panel::Panel;
use super::row::{Row, Seen};
use crate::rng::Luck;
use crate::scenario::field::Value;
use crate::scenario::plan::Plan;
use crate::scenario::presets;
use crate::scenario::{Scenario, find};
use crate::sim::course::Course;
use crate::sim::replicate_course;
use std::borrow::Cow;

/// The value of a field as a table of constants can hold it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Set {
    /// An amount.
    Number(f64),
    /// A count.
    Whole(u32),
    /// On or off.
    Switch(bool),
    /// One of a closed list.
    Choice(&'static str),
    /// A fixed number of amounts.
    Series(&'static [f64]),
    /// Free text.
    Words(&'static str),
    /// An amount relative to what the scenario has: the arms follow when a preset is calibrated anew.
    Times(f64),
}

impl Set {
    /// As a field takes it that has `now`.
    #[must_use]
    pub fn value(self, now: &Value) -> Value {
        match self {
            Set::Number(v) => Value::Number(v),
            Set::Whole(v) => Value::Whole(v),
            Set::Switch(v) => Value::Switch(v),
            Set::Choice(v) => Value::Choice(v),
            Set::Series(v) => Value::Series(Cow::Borrowed(v)),
            Set::Words(v) => Value::Words(Cow::Borrowed(v)),
            Set::Times(factor) => match now {
                Value::Number(v) => Value::Number(v * factor),
                Value::Whole(_)
                | Value::Switch(_)
                | Value::Choice(_)
                | Value::Series(_)
                | Value::Words(_) => now.clone(),
            },
        }
    }
}

/// A path and the value it gets.
pub type Difference = (&'static str, Set);

/// One arm of an experiment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arm {
    /// The built-in scenario it starts from.
    pub preset: &'static str,
    /// What is different in it.
    pub set: &'static [Difference],
    /// What changes besides after so many months of the measured year (negative: in the warm-up).
    pub then: Option<(i32, &'static [Difference])>,
    /// The same people under the same luck, but with these differences besides: for comparing each
    /// person with what would have become of the same person.
    pub twin: Option<&'static [Difference]>,
}

/// The arm of this built-in scenario as it is.
#[must_use]
pub const fn arm(preset: &'static str) -> Arm {
    Arm {
        preset,
        set: &[],
        then: None,
        twin: None,
    }
}

impl Arm {
    /// With these differences.
    #[must_use]
    pub const fn with(self, set: &'static [Difference]) -> Self {
        Self { set, ..self }
    }
    /// With these besides from month `month` of the measured year on.
    #[must_use]
    pub const fn from_month(self, month: i32, set: &'static [Difference]) -> Self {
        Self {
            then: Some((month, set)),
            ..self
        }
    }
    /// With a twin that has these besides.
    #[must_use]
    pub const fn against(self, set: &'static [Difference]) -> Self {
        Self {
            twin: Some(set),
            ..self
        }
    }

    /// The scenario at its beginning.
    ///
    /// # Panics
    /// When the preset or a path does not exist: for our own tables, which a test walks.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        applied(self.base(), self.set)
    }

    fn base(&self) -> Scenario {
        let preset = presets::find(self.preset);
        preset.map_or_else(Scenario::standard, presets::Preset::scenario)
    }

    /// Checked and ready to run. None when the scenario has problems or changes what can't change.
    #[must_use]
    pub fn prepare(&self) -> Option<Prepared> {
        self.prepare_with(&[])
    }

    /// The same with these differences before the arm's own.
    #[must_use]
    pub fn prepare_with(&self, first: &[Difference]) -> Option<Prepared> {
        let scenario = applied(applied(self.base(), first), self.set);
        let plan = |set| Plan::new(&applied(scenario.clone(), set)).ok();
        let first = plan(&[])?;
        let then = match self.then {
            None => None,
            Some((month, set)) => {
                let warmup = i32::try_from(scenario.calendar.warmup_months).ok()?;
                let ended = usize::try_from(warmup + month).ok()?;
                let day = match ended.checked_sub(1) {
                    None => 0,
                    Some(last) => *first.days().month_ends.get(last)?,
                };
                let second = plan(set)?;
                Course::changing(&first, day, &second)?;
                Some((day, second))
            }
        };
        let twin = match self.twin {
            None => None,
            Some(set) => Some(plan(set)?),
        };
        Some(Prepared { first, then, twin })
    }
}

/// The scenario with these differences, in their order.
///
/// # Panics
/// When a path does not exist: for our own tables only, which a test walks.
#[must_use]
pub fn applied(scenario: Scenario, set: &[Difference]) -> Scenario {
    set.iter().fold(scenario, |s, (path, value)| {
        let now = find(path).map(|field| (field.get)(&s));
        let value = value.value(&now.unwrap_or(Value::Switch(false)));
        s.with(path, value)
    })
}

/// An arm that can be run.
#[derive(Clone, Debug)]
pub struct Prepared {
    first: Plan,
    then: Option<(u32, Plan)>,
    twin: Option<Plan>,
}

impl Prepared {
    /// One plan from beginning to end.
    #[must_use]
    pub fn steady(first: Plan) -> Self {
        Self {
            first,
            then: None,
            twin: None,
        }
    }

    /// The plan at the beginning.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.first
    }

    /// One replication, and what is kept of it.
    #[must_use]
    pub fn run(&self, luck: Luck) -> Row {
        let twin = self.twin.as_ref().map(|plan| {
            let plan = &*plan.world(luck.replication);
            let mut panel = Panel::new(plan);
            replicate_course(Course::steady(plan), luck, &mut panel);
            panel
        });
        let first = &*self.first.world(luck.replication);
        let then = self.then.as_ref();
        let then = then.map(|(day, plan)| (*day, plan.world(luck.replication)));
        let course = then
            .as_ref()
            .and_then(|(day, plan)| Course::changing(first, *day, plan))
            .unwrap_or_else(|| Course::steady(first));
        let mut panel = Panel::new(first);
        let ledger = replicate_course(course, luck, &mut panel);
        Row::of(&Seen {
            plan: first,
            ledger: &ledger,
            panel: &panel,
            twin: twin.as_ref(),
        })
    }
}
