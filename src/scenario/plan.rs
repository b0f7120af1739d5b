//! The checked scenario with everything derived from it once: what can be run.

use super::Scenario;
use super::after_call;
use super::check::Problem;
use super::checked::Checked;
use super::days::Days;
use super::demand::TalkShape;
use super::pace::{PaceUnderLoad, pace_under_load};
use super::parameters::Parameters;
use super::travel::Packed;
use super::worlds;
use crate::math::{ExpLine, exp, log_sd};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Half-hours in a day.
pub const HALF_HOURS: usize = 48;
/// Seconds in a half-hour.
pub const HALF_HOUR_SECONDS: f64 = 1800.0;

/// A scenario without problems, with everything derived from it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Packed", into = "Packed")]
pub struct Plan {
    scenario: Scenario,
    worlds: Vec<Parameters>,
    days: Days,
    load: Load,
    kinds: [Kind; 4],
    shifts: Vec<Shift>,
    weights: [f64; 4],
    pace: PaceUnderLoad,
    routing: Routing,
}

/// How calls find their desk: chosen once for a scenario, never per call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Routing {
    /// One queue, longest idle first: calls can be taken in the order of their arrival.
    InOrderOfArrival,
    /// Priorities, a second line, callbacks, limited lines or a queue that is finished after closing:
    /// a time-ordered event loop.
    ByEvents,
}

/// What comes in.
#[derive(Clone, Debug)]
pub struct Load {
    /// First-attempt calls a second while the phones are open, by weekday and half-hour.
    pub rates: [[f64; HALF_HOURS]; 7],
    /// Second of the day at which the phones open.
    pub opens: f64,
    /// Second of the day at which they close.
    pub closes: f64,
    /// Weekdays with no more calls than the average day.
    pub slack: [bool; 7],
    /// Calls of each weekday against the average day's.
    pub level: [f64; 7],
    /// Standard deviation of the log of a day's level.
    pub day_sigma: f64,
    /// A talk's length against the mean of its kind; None where it is exponential.
    pub talk_length: Option<ExpLine>,
    /// After-call work in seconds, in steps of equal chance.
    pub after_call: [f64; after_call::STEPS],
}

/// A kind of call.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Share of this kind and of those before it.
    pub cumulative_share: f64,
    /// Mean talk seconds of an experienced person without special effort.
    pub talk_seconds: f64,
    /// Difficulty on the log-odds scale.
    pub difficulty: f64,
    /// The odds against solving it that this makes.
    pub hardness: f64,
    /// Chance of an angry caller when answered at once.
    pub anger: f64,
    /// Goes before the others.
    pub first: bool,
    /// Chance of needing a specialist; 0 where there is none.
    pub transfer: f64,
}

/// A seat's hours: when it opens, when it closes, and its breaks in between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Second of the day.
    pub start: f64,
    /// Second of the day.
    pub end: f64,
    /// Lunch and two rests in order of time: start and length in seconds.
    pub breaks: [(f64, f64); 3],
    /// Its hours on the phones against those of a full post: 1, or less where it is part time.
    pub hours_share: f64,
}

impl Shift {
    /// Seconds on the phones.
    #[must_use]
    pub fn phone_seconds(&self) -> f64 {
        self.end - self.start - self.breaks.iter().map(|b| b.1).sum::<f64>()
    }

    /// True where it is no full post's.
    #[must_use]
    pub fn is_part_time(&self) -> bool {
        self.hours_share < 1.0
    }

    /// Seconds on the phones of a full post.
    #[must_use]
    pub fn full_seconds(&self) -> f64 {
        self.phone_seconds() / self.hours_share
    }

    /// The same begun `by` seconds later, and ended as much later as the phones' closing allows.
    #[must_use]
    pub fn moved(&self, by: f64, closes: f64) -> Self {
        Self {
            start: (self.start + by).min(self.end),
            end: (self.end + by).min(closes.max(self.end)),
            ..*self
        }
    }
}

impl Plan {
    /// Checks a scenario and derives what the simulation needs.
    ///
    /// # Errors
    /// Every problem of the scenario.
    pub fn new(scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        Ok(Self::of(&Checked::new(scenario.clone())?))
    }

    /// Derives what the simulation needs of a scenario that was checked.
    #[must_use]
    pub fn of(scenario: &Checked) -> Self {
        // Wrong ones would have been found.
        let worlds = worlds::of(scenario).unwrap_or_default();
        Self::derived(Scenario::clone(scenario), worlds)
    }

    /// The plan in the world of a replication: itself where the scenario knows only one.
    #[must_use]
    pub fn world(&self, replication: u32) -> Cow<'_, Self> {
        let worlds = self.worlds.len().max(1);
        let Some(parameters) = self.worlds.get(replication as usize % worlds) else {
            return Cow::Borrowed(self);
        };
        let mut scenario = self.scenario.clone();
        scenario.behaviour.parameters = parameters.clone();
        Cow::Owned(Self::derived(scenario, Vec::new()))
    }

    /// What follows from a scenario that was checked.
    pub(super) fn derived(scenario: Scenario, worlds: Vec<Parameters>) -> Self {
        let load = load(&scenario);
        // By the course of the week, not by the calls: a centre that nobody calls is open all the same.
        let open = (0..7).filter(|day| load.level[*day] > 0.0).collect();
        let days = Days::of(&scenario, open);
        Self {
            kinds: kinds(&scenario),
            shifts: super::roster::shifts(&scenario, &load),
            weights: shares(scenario.appraisal.kpis.weights()),
            pace: pace_under_load(&scenario),
            routing: routing(&scenario),
            days,
            load,
            scenario,
            worlds,
        }
    }

    /// The constants of each world; empty where there is only the scenario's.
    #[must_use]
    pub fn worlds(&self) -> &[Parameters] {
        &self.worlds
    }
    /// The scenario it was made from.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
    /// Working days, weeks and months.
    #[must_use]
    pub fn days(&self) -> &Days {
        &self.days
    }
    /// What comes in.
    #[must_use]
    pub fn load(&self) -> &Load {
        &self.load
    }
    /// The kinds of call.
    #[must_use]
    pub fn kinds(&self) -> &[Kind; 4] {
        &self.kinds
    }
    /// Each seat's hours.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }
    /// The indicators' weights as shares: volume, talk time, inspection, rating.
    #[must_use]
    pub fn weights(&self) -> [f64; 4] {
        self.weights
    }
    /// What load and tiredness do to the pace.
    #[must_use]
    pub fn pace(&self) -> PaceUnderLoad {
        self.pace
    }
    /// Mean talk and after-call work of an ordinary person, in seconds.
    #[must_use]
    pub fn mean_call_seconds(&self) -> f64 {
        let demand = &self.scenario.demand;
        let types = demand.types.all();
        let shares = shares(types.map(|t| t.share));
        let talk: f64 = types
            .iter()
            .zip(shares)
            .map(|(t, s)| t.talk_seconds * s)
            .sum();
        talk + demand.after_call_seconds
    }
    /// How calls find their desk.
    #[must_use]
    pub fn routing(&self) -> Routing {
        self.routing
    }
    /// True for the posts of the second line, which are spread evenly over the hall.
    #[must_use]
    pub fn is_specialist(&self, seat: usize) -> bool {
        specialists(&self.scenario, seat + 1) > specialists(&self.scenario, seat)
    }
    /// Seconds at the desk that count as a day when calls are held against the target.
    #[must_use]
    pub fn appraised_seconds(&self, seat: usize) -> f64 {
        let shift = &self.shifts[seat];
        if self.scenario.appraisal.by_hours {
            shift.full_seconds()
        } else {
            shift.phone_seconds()
        }
    }
    /// Calls of a day's weekday against the average day's.
    #[must_use]
    pub fn weekday_level(&self, day: u32) -> f64 {
        self.load.level[self.days.weekday(day)]
    }
    /// False when nobody is motivated, tired, learning, absent or leaving.
    #[must_use]
    pub fn people_behave(&self) -> bool {
        self.scenario.behaviour.enabled
    }
}

fn load(s: &Scenario) -> Load {
    let (opens, closes) = (
        s.calendar.opens_hour * 3600.0,
        s.calendar.closes_hour * 3600.0,
    );
    let mut rates = [[0.0; HALF_HOURS]; 7];
    let mut sums = [0.0; 7];
    for (day, row) in s.demand.profile.rows().iter().enumerate() {
        for (half_hour, calls) in row.iter().enumerate() {
            // Of a half-hour within which the phones open or close, its part counts.
            let part = s.calendar.open_share(half_hour);
            if part > 0.0 {
                rates[day][half_hour] = *calls;
                sums[day] += calls * part;
            }
        }
    }
    let open = sums.iter().filter(|sum| **sum > 0.0).count();
    #[allow(clippy::cast_precision_loss)]
    let mean = sums.iter().sum::<f64>() / open.max(1) as f64;
    for row in &mut rates {
        for rate in row {
            *rate *= s.demand.calls_per_day / mean / HALF_HOUR_SECONDS;
        }
    }
    Load {
        rates,
        opens,
        closes,
        slack: sums.map(|sum| sum <= mean),
        level: sums.map(|sum| sum / mean),
        day_sigma: log_sd(s.demand.day_cv),
        talk_length: match s.demand.talk_shape {
            TalkShape::LogNormal => {
                let sigma = log_sd(s.demand.talk_cv);
                Some(ExpLine::new(sigma, -sigma * sigma / 2.0))
            }
            TalkShape::Exponential => None,
        },
        after_call: after_call::steps(s.demand.after_call_seconds, s.demand.after_call_cv),
    }
}

fn kinds(s: &Scenario) -> [Kind; 4] {
    let types = s.demand.types.all();
    let shares = shares(types.map(|t| t.share));
    let has_specialists = specialists(s, s.workforce.headcount as usize) > 0;
    let mut sum = 0.0;
    let mut index = 0;
    types.map(|t| {
        sum += shares[index];
        index += 1;
        Kind {
            cumulative_share: if index == 4 { 1.0 } else { sum },
            talk_seconds: t.talk_seconds,
            difficulty: t.difficulty,
            hardness: exp(t.difficulty),
            anger: t.anger_share,
            first: t.first,
            transfer: if has_specialists {
                t.transfer_share
            } else {
                0.0
            },
        }
    })
}

/// Specialists among the first `seats` posts.
fn specialists(s: &Scenario, seats: usize) -> usize {
    super::roster::spread(s.workforce.second_line.share, 1e-9, seats)
}

fn routing(s: &Scenario) -> Routing {
    let kinds = s.demand.types.all();
    // Where all kinds go first, nobody does.
    let priorities = kinds.iter().any(|t| t.first) && kinds.iter().any(|t| !t.first);
    let second_line = specialists(s, s.workforce.headcount as usize) > 0;
    if priorities
        || second_line
        || s.demand.lines > 0
        || s.demand.callback.enabled
        || s.calendar.finish_queue
    {
        Routing::ByEvents
    } else {
        Routing::InOrderOfArrival
    }
}

fn shares(weights: [f64; 4]) -> [f64; 4] {
    let sum: f64 = weights.iter().sum();
    weights.map(|w| if sum > 0.0 { w / sum } else { 0.25 })
}
