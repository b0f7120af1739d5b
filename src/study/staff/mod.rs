//! Staffing help: how many people each half-hour needs on the phones, and how many it has.
//!
//! Two answers stand side by side. **Erlang-A** takes each half-hour for a steady floor of its own, with
//! exponential service and patience of the scenario's means. **The simulation** makes neither
//! assumption: days of one kind are run with a number of people for each half-hour, under the same luck
//! for every trial, and the numbers are raised until each half-hour answers its share in time, then
//! lowered one by one, in the order of the day, as long as all half-hours still do. What is found is
//! therefore the smallest number of each half-hour given the others; people who are plentiful in one
//! may spare one in the next.
//!
//! What this is not. Those on the phones are ordinary and do not behave: nobody learns, tires, hurries
//! or cuts calls short. There is one queue: priorities, a second line, callbacks and limited lines are
//! left aside. Numbers are people on the phones, without breaks, training or illness; what the roster
//! gives is counted in the same way. Who calls again does so on days of the same kind. The service level
//! of a half-hour is that of its callers over all days together, quiet ones and busy ones; Erlang-A
//! knows only the mean day and asks for fewer where days differ.

pub mod roster;
pub mod trial;

use super::erlang::Erlang;
use crate::rng::Luck;
use crate::scenario::check::Problem;
use crate::scenario::field::Value;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Plan};
use crate::sim::floor::idle::MOST_DESKS;
use roster::OnPhones;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use trial::{Numbers, Tally, Trial};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Share of calls to be answered within the scenario's limit.
    pub target_share: f64,
    /// 0 = Monday; None for the mean of all days on which the phones are open.
    pub weekday: Option<usize>,
}

/// Targets that can be asked for.
pub const TARGETS: (f64, f64) = (0.01, 0.999);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// The target is outside [`TARGETS`].
    Target,
    /// The phones are closed on that weekday.
    Closed,
    /// A day of that kind is outside what a scenario may be.
    Scenario(Vec<Problem>),
    /// More people than a hall can hold.
    TooMany,
}

/// Everything about the day in question, before any simulation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Staffing {
    question: Question,
    /// One kind of day, ordinary people, one queue.
    plan: Plan,
    /// Full seats on the phones by half-hour.
    nominal: Vec<f64>,
}

/// One half-hour.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffRow {
    /// Number of the half-hour in the day: 0 = from midnight.
    pub half_hour: usize,
    /// Calls a day, those who call again included, when the simulated number is there.
    pub calls: f64,
    /// The work in them: agents who would be busy if nobody waited.
    pub offered_load: f64,
    /// People on the phones by Erlang-A; None beyond what a hall can hold.
    pub erlang: Option<u32>,
    /// People on the phones by simulation.
    pub simulated: u32,
    /// Share in time with that number; None where nobody calls.
    pub service_level: Option<f64>,
    /// Busy share of their time, calls finished after the half-hour included.
    pub occupancy: Option<f64>,
    /// What the roster gives when every post is held and everybody is there: shifts less breaks.
    pub nominal: f64,
    /// What it gives in simulated years: vacancies, newcomers in training, illness, leave, lateness,
    /// sessions and breaks taken off.
    pub present: f64,
}

impl StaffRow {
    /// People that are missing; negative where there are more than are needed.
    #[must_use]
    pub fn short(&self) -> f64 {
        f64::from(self.simulated) - self.present
    }
}

/// The whole day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffPlan {
    /// What was asked.
    pub question: Question,
    /// The scenario's limit, in seconds.
    pub target_wait_seconds: f64,
    /// Talk and after-call work of ordinary people, in seconds.
    pub mean_service_seconds: f64,
    /// The same in the simulated years; None where nobody was answered.
    pub present_service_seconds: Option<f64>,
    /// Over all kinds of callers, in seconds.
    pub mean_patience_seconds: f64,
    /// Days simulated with the numbers found.
    pub days: u64,
    /// Trials that the search took.
    pub trials: u32,
    /// Half-hours in which the phones are open or somebody is on them.
    pub half_hours: Vec<StaffRow>,
}

impl Staffing {
    /// Prepares the day in question.
    ///
    /// # Errors
    /// Why there can be no answer.
    pub fn new(plan: &Plan, question: Question) -> Result<Self, Unfit> {
        if !(TARGETS.0..=TARGETS.1).contains(&question.target_share) {
            return Err(Unfit::Target);
        }
        let days = &plan.days().weekdays;
        let chosen: Vec<usize> = match question.weekday {
            Some(weekday) => vec![weekday],
            None => days.clone(),
        };
        if chosen.iter().any(|weekday| !days.contains(weekday)) {
            return Err(Unfit::Closed);
        }
        let mut mean = [0.0; HALF_HOURS];
        for weekday in &chosen {
            for (sum, rate) in mean.iter_mut().zip(&plan.load().rates[*weekday]) {
                *sum += rate;
            }
        }
        #[allow(clippy::cast_precision_loss)]
        let mean = mean.map(|sum| sum / chosen.len() as f64 * HALF_HOUR_SECONDS);
        Ok(Self {
            question,
            plan: one_kind_of_day(plan, &mean)?,
            nominal: roster::nominal(plan).to_vec(),
        })
    }

    /// Searches the numbers; `simulate` runs a trial's replications, on however many threads, and
    /// adds up what they saw.
    ///
    /// # Errors
    /// [`Unfit::TooMany`] when a hall can't hold those who are needed.
    pub fn search(&self, simulate: impl FnMut(&Trial) -> Tally) -> Result<Found, Unfit> {
        let rates = self.open_rates();
        let mut search = Search {
            staffing: self,
            simulate,
            trials: 0,
        };
        let numbers = rates.map(|rate| self.by_theory(rate).unwrap_or(0));
        let (numbers, seen) = search.approach(numbers)?;
        let (numbers, seen) = search.raise(numbers, seen)?;
        let (numbers, seen) = search.lower(numbers, seen)?;
        Ok(Found {
            numbers,
            seen,
            trials: search.trials,
        })
    }

    /// The whole answer on one thread: `replications` of each trial, and as many years of `plan`, the
    /// scenario as it is, for those who are there.
    ///
    /// # Errors
    /// [`Unfit::TooMany`] when a hall can't hold those who are needed.
    pub fn answer(&self, plan: &Plan, seed: u64, replications: u32) -> Result<StaffPlan, Unfit> {
        let luck = |replication| Luck { seed, replication };
        let found = self.search(|trial| {
            (0..replications).fold(Tally::default(), |mut sum, replication| {
                sum.add(&trial.replication(luck(replication)));
                sum
            })
        })?;
        let mut present = OnPhones::default();
        for replication in 0..replications {
            let weekday = self.question.weekday;
            present.add(&OnPhones::in_a_year(plan, weekday, luck(replication)));
        }
        Ok(self.plan(&found, &present))
    }

    /// Puts side by side what is needed and what `present` shows.
    #[must_use]
    pub fn plan(&self, found: &Found, present: &OnPhones) -> StaffPlan {
        let s = self.plan.scenario();
        let rates = self.open_rates();
        let here = present.mean();
        let rows = (0..HALF_HOURS)
            .filter(|h| rates[*h] > 0.0 || found.seen.offered[*h] > 0 || self.nominal[*h] > 0.0)
            .map(|h| {
                let calls = found.seen.calls_a_day(h);
                StaffRow {
                    half_hour: h,
                    calls,
                    offered_load: calls / HALF_HOUR_SECONDS * self.plan.mean_call_seconds(),
                    erlang: self.by_theory(calls / HALF_HOUR_SECONDS),
                    simulated: found.numbers[h],
                    service_level: found.seen.service_level(h),
                    occupancy: found.seen.occupancy(h, found.numbers[h]),
                    nominal: self.nominal[h],
                    present: here[h],
                }
            })
            .collect();
        StaffPlan {
            question: self.question,
            target_wait_seconds: s.demand.target_wait_seconds,
            mean_service_seconds: self.plan.mean_call_seconds(),
            present_service_seconds: present.mean_service_seconds(),
            mean_patience_seconds: self.mean_patience(),
            days: found.seen.days,
            trials: found.trials,
            half_hours: rows,
        }
    }

    /// First calls a second, by half-hour.
    fn open_rates(&self) -> [f64; HALF_HOURS] {
        self.plan.load().rates[self.plan.days().weekday(0)]
    }

    fn mean_patience(&self) -> f64 {
        let demand = &self.plan.scenario().demand;
        let hasty = demand.impatient_share;
        hasty * demand.impatient_seconds + (1.0 - hasty) * demand.mean_patience_seconds
    }

    fn by_theory(&self, rate: f64) -> Option<u32> {
        let floor = Erlang {
            rate,
            service_seconds: self.plan.mean_call_seconds(),
            patience_seconds: self.mean_patience(),
        };
        let limit = self.plan.scenario().demand.target_wait_seconds;
        let most = u32::try_from(MOST_DESKS).unwrap_or(u32::MAX);
        floor.required(self.question.target_share, limit, most)
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    numbers: Numbers,
    seen: Tally,
    trials: u32,
}

/// The scenario with every day alike, ordinary people and one queue.
fn one_kind_of_day(plan: &Plan, calls: &[f64; HALF_HOURS]) -> Result<Plan, Unfit> {
    let mut scenario = plan
        .scenario()
        .clone()
        .with("demand.calls_per_day", Value::Number(calls.iter().sum()))
        .with("demand.callback.enabled", Value::Switch(false))
        .with("demand.lines", Value::Whole(0))
        .with("calendar.finish_queue", Value::Switch(false))
        .with("workforce.second_line.share", Value::Number(0.0))
        .with("behaviour.enabled", Value::Switch(false));
    for kind in ["procedure", "fee", "form", "complaint"] {
        let path = format!("demand.types.{kind}.first");
        scenario = scenario.with(&path, Value::Switch(false));
    }
    for weekday in WEEKDAYS {
        let path = format!("demand.profile.{weekday}");
        let row = Cow::Owned(calls.to_vec());
        scenario = scenario.with(&path, Value::Series(row));
    }
    Plan::new(&scenario).map_err(Unfit::Scenario)
}

/// The weekdays' names in paths.
pub const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Rounds of moving all half-hours at once before they are looked at one by one.
const ROUNDS: u32 = 8;

struct Search<'a, S> {
    staffing: &'a Staffing,
    simulate: S,
    trials: u32,
}

impl<S: FnMut(&Trial) -> Tally> Search<'_, S> {
    fn run(&mut self, numbers: &Numbers) -> Result<Tally, Unfit> {
        let trial = Trial::new(&self.staffing.plan, numbers).ok_or(Unfit::TooMany)?;
        self.trials += 1;
        Ok((self.simulate)(&trial))
    }

    /// How far a half-hour is below the target; negative above it, and where nobody calls.
    fn gap(&self, seen: &Tally, half_hour: usize) -> f64 {
        let target = self.staffing.question.target_share;
        target - seen.service_level(half_hour).unwrap_or(1.0)
    }

    /// Moves all half-hours at once towards the target: near it, one unit of the square root of the
    /// number makes a difference of about one in the service level.
    fn approach(&mut self, mut numbers: Numbers) -> Result<(Numbers, Tally), Unfit> {
        let mut seen = self.run(&numbers)?;
        for _ in 0..ROUNDS {
            let mut next = numbers;
            for (h, number) in next.iter_mut().enumerate() {
                if seen.offered[h] == 0 {
                    *number = 0;
                    continue;
                }
                let gap = self.gap(&seen, h);
                let step = whole(gap.abs() * f64::from(*number).sqrt());
                *number = if gap > 0.0 {
                    *number + step.max(1)
                } else {
                    number.saturating_sub(step)
                };
            }
            if next == numbers {
                break;
            }
            numbers = next;
            seen = self.run(&numbers)?;
        }
        Ok((numbers, seen))
    }

    /// Raises what is short until nothing is.
    fn raise(&mut self, mut numbers: Numbers, mut seen: Tally) -> Result<(Numbers, Tally), Unfit> {
        loop {
            let mut enough = true;
            for (h, number) in numbers.iter_mut().enumerate() {
                let gap = self.gap(&seen, h);
                if gap > 0.0 {
                    enough = false;
                    *number += whole(gap * f64::from(*number).sqrt()).max(1);
                }
            }
            if enough {
                return Ok((numbers, seen));
            }
            seen = self.run(&numbers)?;
        }
    }

    /// Lowers each half-hour as far as all of them still reach the target.
    fn lower(&mut self, mut numbers: Numbers, mut seen: Tally) -> Result<(Numbers, Tally), Unfit> {
        for h in 0..HALF_HOURS {
            // Far above the target, more than one at a time.
            let slack = -self.gap(&seen, h);
            let mut step = whole(slack * f64::from(numbers[h]).sqrt()).max(1);
            while numbers[h] > 0 {
                let mut fewer = numbers;
                fewer[h] = fewer[h].saturating_sub(step);
                let tried = self.run(&fewer)?;
                if (0..HALF_HOURS).all(|h| self.gap(&tried, h) <= 0.0) {
                    (numbers, seen) = (fewer, tried);
                } else if step > 1 {
                    step /= 2;
                } else {
                    break;
                }
            }
        }
        Ok((numbers, seen))
    }
}

fn whole(amount: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = amount as u32;
    number
}
