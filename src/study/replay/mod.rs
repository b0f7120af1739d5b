//! A log simulated with its own arrivals: each call comes when it came, all else is fitted, and what
//! happens is held beside what happened.

pub mod presence;
pub mod tally;

use super::fit::Fit;
use super::fit::sums::{Of, SHORT_SECONDS};
use crate::math::{exp, ln};
use crate::rng::{Chance, Luck};
use crate::scenario::Scenario;
use crate::scenario::import::calls::Log;
use crate::scenario::import::day::Date;
use crate::scenario::plan::{Plan, Shift};
use crate::sim;
use crate::sim::floor::Floor;
use crate::sim::floor::desk::Desk;
use crate::sim::floor::idle::MOST_DESKS;
use presence::Presence;
use std::collections::BTreeMap;
use tally::{Figures, Sums, Tally, Watch};

/// A log ready to be simulated again.
pub struct Replay {
    plan: Plan,
    /// By day: when the calls came, in order, and the desks.
    days: Vec<(Date, Vec<f64>, Vec<Desk>)>,
    real: Tally,
    /// Calls before the hall opens or after it closes.
    outside: usize,
    presence: Presence,
    people: usize,
    kinds: usize,
}

/// What part of the log a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    All,
    /// A day.
    Day(Date),
    /// A half-hour over all days, 0 = from midnight.
    HalfHour(usize),
}

/// Real beside simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Of what.
    pub part: Part,
    /// Calls that came, in both.
    pub calls: u32,
    /// What happened.
    pub real: Figures,
    /// The mean over the replications.
    pub simulated: Figures,
    /// Where nine of ten replications lie, from and to, figure by figure.
    pub range: (Figures, Figures),
}

/// The whole comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// All, then the days, then the half-hours.
    pub rows: Vec<Row>,
    /// Calls of the log before the hall opens or after it closes, which are left out.
    pub outside: usize,
    /// Replications.
    pub replications: usize,
    /// People who answered.
    pub people: usize,
    /// Kinds of call in the log, which the simulation does not tell apart.
    pub kinds: usize,
    /// Seconds between two calls while callers waited, taken for after-call work.
    pub between_calls_seconds: f64,
    /// Mean hours on the phones of all people together on a day, as the calls show them.
    pub staffed_hours_a_day: f64,
}

impl Comparison {
    /// Correlation over the days, or over the half-hours, between real and simulated; weighed by
    /// calls. None where either does not vary.
    #[must_use]
    pub fn correlation(
        &self,
        of: impl Fn(&Part) -> bool,
        figure: impl Fn(&Figures) -> f64,
    ) -> Option<f64> {
        let rows = || self.rows.iter().filter(|row| of(&row.part));
        let weight: f64 = rows().map(|row| f64::from(row.calls)).sum();
        let mean = |side: &dyn Fn(&Row) -> f64| {
            rows()
                .map(|row| f64::from(row.calls) * side(row))
                .sum::<f64>()
                / weight
        };
        let (real, simulated) = (|r: &Row| figure(&r.real), |r: &Row| figure(&r.simulated));
        let (x, y) = (mean(&real), mean(&simulated));
        let product = mean(&|row| (real(row) - x) * (simulated(row) - y));
        let squares = mean(&|row| (real(row) - x) * (real(row) - x))
            * mean(&|row| (simulated(row) - y) * (simulated(row) - y));
        (squares > 0.0).then(|| product / squares.sqrt())
    }
}

impl Replay {
    /// Makes a log ready; None where it does not say of each call how long it waited and took and who
    /// answered it, or where more people answered on a day than a hall can hold.
    #[must_use]
    pub fn of(log: &Log, fit: &Fit) -> Option<Self> {
        fit.mixture?;
        fit.agents.as_ref()?;
        fit.service.all?;
        let presence = presence::of(log);
        let plan = Plan::new(&scenario(log, fit, &presence)).ok()?;
        let (opens, closes) = (plan.load().opens, plan.load().closes);
        let is_open = |second: f64| second >= opens && second < closes;
        let mut came: BTreeMap<Date, Vec<f64>> = BTreeMap::new();
        let mut real = Tally::default();
        let mut outside = 0;
        for call in &log.calls {
            let at = f64::from(call.second);
            match call.waited {
                Some(waited) if is_open(at) => {
                    came.entry(call.date).or_default().push(at);
                    let answered = call.answered.then_some(waited);
                    real.add(call.date, at, waited, answered);
                }
                Some(_) => outside += 1,
                None => {}
            }
        }
        let short = fit.figure(Of::ShortShare).map_or(0.0, |share| share.value);
        let mut days = Vec::new();
        for (date, mut times) in came {
            crate::order::numbers(&mut times);
            let stretches = presence.stretches.get(&date).map_or(&[][..], Vec::as_slice);
            if stretches.len() > MOST_DESKS {
                return None;
            }
            let desks = stretches.iter().enumerate();
            let desks = desks.map(|(seat, (start, end))| {
                let shift = Shift {
                    start: *start,
                    end: *end,
                    breaks: [(*end, 0.0); 3],
                    hours_share: 1.0,
                };
                let mut desk = sim::ordinary_desk(&plan, seat, &shift);
                desk.works.cut = Chance::of(short);
                desk
            });
            days.push((date, times, desks.collect()));
        }
        (!days.is_empty()).then(|| Self {
            plan,
            days,
            real,
            outside,
            presence,
            people: log.agents.len(),
            kinds: log.kinds.len().saturating_sub(1),
        })
    }

    /// Simulates the days once.
    #[must_use]
    pub fn replication(&self, luck: Luck) -> Tally {
        let mut floor = Floor::default();
        let mut tally = Tally::default();
        for (day, (date, times, desks)) in (0..).zip(&self.days) {
            floor.desks.clone_from(desks);
            let mut watch = Watch {
                tally: &mut tally,
                date: *date,
                closes: self.plan.load().closes,
            };
            floor.run_given_day(&self.plan, luck, day, times, &mut watch);
        }
        tally
    }

    /// Real beside simulated, from the replications.
    #[must_use]
    pub fn comparison(&self, replications: &[Tally]) -> Comparison {
        let parts = std::iter::once(Part::All)
            .chain(self.days.iter().map(|(date, _, _)| Part::Day(*date)))
            .chain((0..48).map(Part::HalfHour));
        let rows = parts.filter_map(|part| self.row(part, replications));
        let staffed = self.presence.stretches.values().flatten();
        let staffed: f64 = staffed.map(|(from, to)| to - from).sum();
        #[allow(clippy::cast_precision_loss, reason = "days are few")]
        let days = self.days.len() as f64;
        Comparison {
            rows: rows.collect(),
            outside: self.outside,
            replications: replications.len(),
            people: self.people,
            kinds: self.kinds,
            between_calls_seconds: self.presence.between_calls_seconds,
            staffed_hours_a_day: staffed / 3600.0 / days,
        }
    }

    fn row(&self, part: Part, replications: &[Tally]) -> Option<Row> {
        let real = self.real.of(part);
        let figures = replications.iter().filter_map(|r| r.of(part).figures());
        let figures: Vec<Figures> = figures.collect();
        Some(Row {
            part,
            calls: real.calls,
            real: real.figures()?,
            simulated: Figures::mean(&figures)?,
            range: (
                Figures::quantile(&figures, 0.05)?,
                Figures::quantile(&figures, 0.95)?,
            ),
        })
    }
}

/// The fitted scenario as the log's own days need it: nobody calls again, because redials are in the
/// log; people behave as they did; between calls passes what passed in the log.
fn scenario(log: &Log, fit: &Fit, presence: &Presence) -> Scenario {
    let mut scenario = fit.scenario.clone();
    scenario.behaviour.enabled = false;
    let demand = &mut scenario.demand;
    demand.returns.unresolved_share = 0.0;
    demand.returns.redial_share = 0.0;
    demand.after_call_seconds = presence.between_calls_seconds.clamp(0.0, AFTER_CALL_MOST);
    // People are alike here, so what lies between them belongs to a call's own spread.
    let people = scenario.behaviour.parameters.skill.speed_log_sd;
    let within = ln(1.0 + demand.talk_cv * demand.talk_cv);
    demand.talk_cv = (exp(within + people * people) - 1.0).sqrt().min(5.0);
    let short = log.calls.iter().filter_map(|call| call.served);
    let short: Vec<f64> = short.filter(|s| *s < SHORT_SECONDS).collect();
    #[allow(clippy::cast_precision_loss, reason = "fewer than calls")]
    let mean = short.iter().sum::<f64>() / short.len().max(1) as f64;
    scenario.behaviour.parameters.cutting.seconds = mean.clamp(1.0, SHORT_SECONDS);
    scenario
}

/// The most after-call work that a scenario may have, in seconds.
const AFTER_CALL_MOST: f64 = 600.0;

/// Simulates so many replications, one after the other.
#[must_use]
pub fn compare(log: &Log, fit: &Fit, replications: u32, seed: u64) -> Option<Comparison> {
    let replay = Replay::of(log, fit)?;
    let luck = |replication| Luck { seed, replication };
    let tallies = (0..replications).map(|number| replay.replication(luck(number)));
    Some(replay.comparison(&tallies.collect::<Vec<_>>()))
}

impl Tally {
    /// The sums of a part.
    #[must_use]
    pub fn of(&self, part: Part) -> Sums {
        match part {
            Part::All => self.all,
            Part::Day(date) => self.days.get(&date).copied().unwrap_or_default(),
            Part::HalfHour(at) => self.half_hours.get(at).copied().unwrap_or_default(),
        }
    }
}
