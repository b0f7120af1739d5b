//! Calibration to one centre's own months: which values of the behavioural constants make the model's
//! months look like the centre's, how sure that is, and which constants the months say nothing about.
//!
//! Not to be confused with `study::calibrate`, which sets the defaults by published facts. Here every
//! simulated centre is a draw from the plausible ranges with luck of its own; those that come out like the
//! real one make the posterior (approximate Bayesian computation with regression adjustment, Beaumont,
//! Zhang & Balding 2002; Fearnhead & Prangle 2012). Luck is not shared between draws: the real centre had
//! its own, and a posterior under one luck would take that luck for knowledge.

pub mod algebra;
pub mod fitting;
pub mod posterior;
pub mod profile;
pub mod recovery;
pub mod traits;
pub mod watch;

use crate::hash::hashed;
use crate::rng::{Luck, Stream};
use crate::scenario::field::Value;
use crate::scenario::import::centre::Record;
use crate::scenario::plan::Plan;
use crate::scenario::write::write;
use crate::scenario::{Scenario, find};
use crate::sim::course::Course;
use crate::sim::replicate_course;
use serde::{Deserialize, Serialize};
use watch::Watch;

/// The constants that are asked after; all others stay at their assumption. The first ten are those that
/// `study::calibrate` fits to facts, the others what a centre's months speak of and facts don't.
pub const ASKED: [&str; 17] = [
    "behaviour.parameters.quit.base",
    "behaviour.parameters.quit.needs",
    "behaviour.parameters.quit.exhaustion",
    "behaviour.parameters.quit.unfairness",
    "behaviour.parameters.quit.pay_elasticity",
    "behaviour.parameters.effort.value",
    "behaviour.parameters.effort.discouragement",
    "behaviour.parameters.call.haste_logit",
    "behaviour.parameters.strain.relief",
    "behaviour.parameters.cutting.qualm",
    "behaviour.parameters.skill.speed_log_sd",
    "behaviour.parameters.skill.care_sd",
    "behaviour.parameters.skill.entry_slowness",
    "behaviour.parameters.call.tired_logit",
    "behaviour.parameters.home.absence",
    "behaviour.parameters.quit.newcomer",
    "behaviour.parameters.quit.contagion",
];

/// Months simulated before those that are compared.
const SETTLING: u32 = 6;
/// Most months that can be compared: the longest warm-up and the measured year, less the settling.
pub const MOST_MONTHS: u32 = 66;

/// The number of a centre that is simulated to try things out: beyond those of any table, so that no table
/// holds it.
pub const EXAMPLE: u32 = 900_000;

/// What of a centre's months is known, so that simulated ones can be cut to the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// Months from first to last.
    pub months: u32,
    /// Of those, the last so many are held back to judge by.
    pub held_back: u32,
    /// Whether the people of a month are known.
    pub staff: Vec<bool>,
    /// Whether the results of a month are known.
    pub results: Vec<bool>,
    /// Share of the agents in post whose results are known.
    pub agents_share: f64,
    /// Known: days, talk, score, rating, early leavers, hires.
    pub columns: [bool; 6],
    /// Whether awards are known.
    pub awards: bool,
}

impl Shape {
    /// The shape of a record; with eight months or more the last fifth is held back.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let months = record.months();
        let any = |f: fn(&crate::scenario::import::centre::AgentMonth) -> bool| {
            record.agents.iter().any(f)
        };
        let staff: Vec<bool> = record.staff.iter().map(Option::is_some).collect();
        let results: Vec<bool> = (0..months)
            .map(|m| record.agents.iter().any(|a| a.month == m))
            .collect();
        let known = results.iter().filter(|known| **known).count().max(1);
        let share = record.headcount().map_or(1.0, |h| {
            to_f64(record.agents.len()) / to_f64(known) / h.max(1.0)
        });
        let columns = [
            any(|a| a.days.is_some()),
            any(|a| a.talk.is_some()),
            any(|a| a.score.is_some()),
            any(|a| a.rating.is_some()),
            record
                .staff
                .iter()
                .flatten()
                .any(|s| s.early_leavers.is_some()),
            record.staff.iter().flatten().any(|s| s.hires.is_some()),
        ];
        Self {
            months,
            held_back: if months >= 8 { months / 5 } else { 0 },
            staff,
            results,
            agents_share: if share > 0.85 { 1.0 } else { share },
            columns,
            awards: !record.awards.is_empty(),
        }
    }

    /// Months that are fitted.
    #[must_use]
    pub fn fitted(&self) -> u32 {
        self.months - self.held_back
    }

    /// A simulated record cut to what is known.
    #[must_use]
    pub fn cut(&self, mut record: Record, seats: u32) -> Record {
        let kept = rounded(self.agents_share * f64::from(seats));
        let known = |list: &[bool], month: u32| list.get(month as usize).copied().unwrap_or(false);
        for (month, staff) in record.staff.iter_mut().enumerate() {
            *staff = staff.take_if(|_| self.staff.get(month) == Some(&true));
            if let Some(staff) = staff {
                staff.early_leavers = staff.early_leavers.filter(|_| self.columns[4]);
                staff.hires = staff.hires.filter(|_| self.columns[5]);
            }
        }
        // A person's number begins with the post.
        record
            .agents
            .retain(|a| known(&self.results, a.month) && a.agent % seats.max(1) < kept);
        for agent in &mut record.agents {
            let [days, talk, score, rating, ..] = self.columns;
            agent.days = agent.days.filter(|_| days);
            agent.talk = agent.talk.filter(|_| talk);
            agent.score = agent.score.filter(|_| score);
            agent.rating = agent.rating.filter(|_| rating);
        }
        let has_awards = self.awards;
        record
            .awards
            .retain(|(_, agent)| has_awards && agent % seats.max(1) < kept);
        record
    }
}

/// The months of a record that are fitted.
#[must_use]
pub fn first_months(record: &Record, months: u32) -> Record {
    let mut first = record.clone();
    first.staff.truncate(months as usize);
    first.agents.retain(|a| a.month < months);
    first.awards.retain(|(month, _)| *month < months);
    first
}

/// What is shown month by month: leavers, calls of an agent's day (or month), talk seconds, score.
pub type Course4 = Vec<[Option<f64>; 4]>;

/// One simulated centre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its number, which is that of its luck and of its values.
    pub number: u32,
    /// Where each of [`ASKED`] lies in its range, 0–1.
    pub point: Vec<f64>,
    /// Its traits, in the order of [`Trait::ALL`].
    pub traits: Vec<Option<f64>>,
    /// Its course by month.
    pub course: Course4,
}

/// What is asked: a centre as it is set up, and what of its months is known.
#[derive(Clone, Debug)]
pub struct Calibration {
    scenario: Scenario,
    /// What of the months is known.
    pub shape: Shape,
    /// The centre's own traits.
    pub observed: Vec<Option<f64>>,
    /// The centre's own course, held-back months included.
    pub course: Course4,
    /// A number for all that the months hold, apart from which is the first.
    pub record: String,
    /// A number for that and for the scenario as it is simulated, apart from its title.
    pub data: String,
    /// Equal seeds give equal results.
    pub seed: u64,
}

/// The plausible range of a constant.
#[must_use]
pub fn range(path: &str) -> (f64, f64) {
    let range = find(path).and_then(|field| field.source.range());
    range.unwrap_or((0.0, 1.0))
}

/// The value that a constant has where the data say nothing.
#[must_use]
pub fn assumption(scenario: &Scenario, path: &str) -> f64 {
    match find(path).map(|field| (field.get)(scenario)) {
        Some(Value::Number(value)) => value,
        Some(
            Value::Whole(_)
            | Value::Switch(_)
            | Value::Choice(_)
            | Value::Series(_)
            | Value::Words(_),
        )
        | None => 0.0,
    }
}

impl Calibration {
    /// Of a centre that is set up as the scenario says, apart from its headcount, which the data know;
    /// the calls change with it.
    #[must_use]
    pub fn new(scenario: &Scenario, record: &Record, seed: u64) -> Self {
        let mut scenario = scenario.clone();
        // What is asked after is drawn here, not by an earlier calibration.
        scenario.behaviour.worlds.clear();
        if let Some(headcount) = record.headcount() {
            let before = f64::from(scenario.workforce.headcount);
            scenario.workforce.headcount = rounded(headcount).max(1);
            let factor = f64::from(scenario.workforce.headcount) / before.max(1.0);
            scenario.demand.calls_per_day *= factor;
        }
        let shape = Shape::of(record);
        let span = shape.months.max(1) + SETTLING;
        scenario.calendar.warmup_months = span.saturating_sub(12).min(60);
        let months = serde_json::to_vec(record).unwrap_or_default();
        let text = write(&scenario.untitled()).to_string();
        Self {
            observed: traits::of(&first_months(record, shape.fitted())),
            course: traits::course(record),
            record: hashed([&months]),
            data: hashed([months, text.into_bytes()]),
            scenario,
            shape,
            seed,
        }
    }

    /// Of no data: what simulates so many months of the scenario as it is.
    #[must_use]
    pub fn blank(scenario: &Scenario, months: u32, seed: u64) -> Self {
        let staff = vec![None; months as usize];
        let record = Record {
            staff,
            ..Record::default()
        };
        Self::new(scenario, &record, seed)
    }

    /// The centre as it is simulated, at the assumptions.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The values of a row of the table.
    #[must_use]
    pub fn point(&self, number: u32) -> Vec<f64> {
        let mut draws = self.luck(number).stream(Stream::Worlds, 0, 0);
        ASKED.iter().map(|_| draws.uniform()).collect()
    }

    fn luck(&self, number: u32) -> Luck {
        Luck {
            seed: self.seed,
            replication: number,
        }
    }

    /// The centre with these values, to be simulated; None where they make no scenario.
    #[must_use]
    pub fn plan(&self, point: &[f64]) -> Option<Plan> {
        Plan::new(&at(&self.scenario, point)).ok()
    }

    /// Simulates a row of the table.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<Row> {
        self.row_at(number, self.point(number))
    }

    /// Simulates a centre with these values and the luck of this number.
    #[must_use]
    pub fn row_at(&self, number: u32, point: Vec<f64>) -> Option<Row> {
        let plan = self.plan(&point)?;
        Some(simulated(&plan, &self.shape, self.luck(number), point))
    }

    /// The whole record of a simulated centre; None where the values make no scenario.
    #[must_use]
    pub fn record_at(&self, number: u32, point: &[f64]) -> Option<Record> {
        let plan = self.plan(point)?;
        Some(written_down(&plan, self.shape.months, self.luck(number)))
    }
}

/// The last months of a centre, written down as its own files would have them.
#[must_use]
pub fn written_down(plan: &Plan, months: u32, luck: Luck) -> Record {
    let mut watch = Watch::new(plan, months);
    let _ = replicate_course(Course::steady(plan), luck, &mut watch);
    watch.record()
}

/// A row of the table: what a thread or a worker is asked to do. The plan is [`Calibration::plan`] of the
/// point, the luck's replication the row's number.
#[must_use]
pub fn simulated(plan: &Plan, shape: &Shape, luck: Luck, point: Vec<f64>) -> Row {
    let record = written_down(plan, shape.months, luck);
    let record = shape.cut(record, plan.scenario().workforce.headcount);
    Row {
        number: luck.replication,
        point,
        traits: traits::of(&first_months(&record, shape.fitted())),
        course: traits::course(&record),
    }
}

/// A scenario with the constants at a point of the unit cube.
#[must_use]
pub fn at(scenario: &Scenario, point: &[f64]) -> Scenario {
    ASKED
        .iter()
        .zip(point)
        .fold(scenario.clone(), |s, (path, place)| {
            let (low, high) = range(path);
            s.with(path, Value::Number(low + place * (high - low)))
        })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast saturates"
)]
fn rounded(value: f64) -> u32 {
    value.round() as u32
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
