//! Calls as they come: a day's fresh calls and those that come back, in the order of their arrival.

use crate::math::exp;
use crate::rng::{Draws, Luck, Stream};
use crate::scenario::demand::Demand;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Load, Plan};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Days ahead on which unsolved callers may call again.
const DAYS_AHEAD: usize = 5;

/// A call with all the luck it may ever need: always the same number of draws.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// Second of the day.
    pub at: f64,
    /// Kind of call.
    pub kind: u8,
    /// Earlier calls about the same matter.
    pub earlier: u8,
    /// Seconds that the caller is willing to wait.
    pub patience: f64,
    /// Standard normal behind the talk time.
    pub talk_z: f64,
    /// Uniforms behind yes and no: solved, courteous, satisfied, rates, angry, cut short, comes back.
    pub luck: [f64; 7],
}

/// Who will call again on a later day.
#[derive(Clone, Copy, Debug)]
struct Later {
    kind: u8,
    earlier: u8,
}

/// Same-day second calls, earliest first.
struct SameDay(Caller);

impl PartialEq for SameDay {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for SameDay {}
impl PartialOrd for SameDay {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for SameDay {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.at.total_cmp(&other.0.at)
    }
}

/// Everything that comes in; kept over the days for those who call again.
#[derive(Default)]
pub struct Arrivals {
    same_day: BinaryHeap<Reverse<SameDay>>,
    later: [Vec<Later>; DAYS_AHEAD],
}

/// One day's arrivals.
pub struct Day<'a> {
    demand: &'a Demand,
    load: &'a Load,
    shares: [f64; 4],
    rates: [f64; HALF_HOURS],
    fresh: Draws,
    returning: Draws,
    at: f64,
    half_hour: usize,
    next_fresh: Option<Caller>,
    book: &'a mut Arrivals,
    today: usize,
}

impl Arrivals {
    /// Opens a day.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn open<'a>(&'a mut self, plan: &'a Plan, luck: Luck, day: u32) -> Day<'a> {
        let load = plan.load();
        let sigma = load.day_sigma;
        let z = luck.stream(Stream::DayFactor, day, 0).normal();
        let factor = exp(sigma * z - sigma * sigma / 2.0);
        let mut opened = Day {
            demand: &plan.scenario().demand,
            load,
            shares: plan.kinds().map(|k| k.cumulative_share),
            rates: load.rates[plan.days().weekday(day)].map(|rate| rate * factor),
            fresh: luck.stream(Stream::Calls, day, 0),
            returning: luck.stream(Stream::Returns, day, 0),
            at: load.opens,
            half_hour: (load.opens / HALF_HOUR_SECONDS) as usize,
            next_fresh: None,
            book: self,
            today: day as usize % DAYS_AHEAD,
        };
        opened.book.same_day.clear();
        opened.bring_back();
        opened.advance();
        opened
    }
}

impl Day<'_> {
    /// The next call, or None when no more come before closing.
    #[inline]
    pub fn next(&mut self) -> Option<Caller> {
        let back = self
            .book
            .same_day
            .peek()
            .map_or(f64::INFINITY, |c| c.0.0.at);
        match &self.next_fresh {
            Some(fresh) if fresh.at <= back => {
                let caller = *fresh;
                self.advance();
                Some(caller)
            }
            _ => self.book.same_day.pop().map(|c| c.0.0),
        }
    }

    /// A caller whose matter is not settled decides, after ending at `now`, whether to call again.
    pub fn comes_back(&mut self, caller: &Caller, now: f64, abandoned: bool) {
        let returns = &self.demand.returns;
        let share = if abandoned {
            returns.redial_share
        } else {
            returns.unresolved_share
        };
        if caller.luck[6] >= share {
            return;
        }
        let earlier = caller.earlier.saturating_add(1);
        let delay = self.returning.exponential() * returns.delay_minutes * 60.0;
        let same_day = abandoned || self.returning.chance(returns.same_day_share);
        let ahead = self.returning.uniform();
        if same_day && now + delay < self.load.closes {
            self.admit(now + delay, caller.kind, earlier);
        } else {
            // One to four days later; the slot of today is being emptied now.
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss
            )]
            let days = 1 + (ahead * (DAYS_AHEAD - 1) as f64) as usize;
            self.book.later[(self.today + days) % DAYS_AHEAD].push(Later {
                kind: caller.kind,
                earlier,
            });
        }
    }

    /// Those who decided on an earlier day to call today, at times as busy as the day's course.
    fn bring_back(&mut self) {
        let mut waiting = std::mem::take(&mut self.book.later[self.today]);
        let total: f64 = self.rates.iter().sum();
        for later in waiting.drain(..) {
            let mut rest = self.returning.uniform() * total;
            let mut half_hour = 0;
            while half_hour + 1 < HALF_HOURS && rest >= self.rates[half_hour] {
                rest -= self.rates[half_hour];
                half_hour += 1;
            }
            let share = if self.rates[half_hour] > 0.0 {
                (rest / self.rates[half_hour]).min(1.0)
            } else {
                0.0
            };
            #[allow(clippy::cast_precision_loss)]
            let at = (half_hour as f64 + share) * HALF_HOUR_SECONDS;
            self.admit(at, later.kind, later.earlier);
        }
        // The emptied list goes back with its memory.
        self.book.later[self.today] = waiting;
    }

    fn admit(&mut self, at: f64, kind: u8, earlier: u8) {
        let mut caller = draw(&mut self.returning, self.demand, &self.shares, at);
        caller.kind = kind;
        caller.earlier = earlier;
        self.book.same_day.push(Reverse(SameDay(caller)));
    }

    /// Moves on to the next fresh call: exponential gaps in a rate that is constant by half-hour.
    #[inline]
    fn advance(&mut self) {
        let mut hazard = self.fresh.exponential();
        while self.half_hour < HALF_HOURS {
            let rate = self.rates[self.half_hour];
            #[allow(clippy::cast_precision_loss)]
            let end = (self.half_hour + 1) as f64 * HALF_HOUR_SECONDS;
            let within = rate * (end - self.at);
            if hazard < within {
                self.at += hazard / rate;
                self.next_fresh = Some(draw(&mut self.fresh, self.demand, &self.shares, self.at));
                return;
            }
            hazard -= within;
            self.at = end;
            self.half_hour += 1;
        }
        self.next_fresh = None;
    }
}

#[inline]
fn draw(draws: &mut Draws, demand: &Demand, shares: &[f64; 4], at: f64) -> Caller {
    let [kind, impatient, solved, courteous] = draws.four_uniforms();
    let [satisfied, rates, angry, cut] = draws.four_uniforms();
    let back = draws.uniform();
    let mean = if impatient < demand.impatient_share {
        demand.impatient_seconds
    } else {
        demand.mean_patience_seconds
    };
    let kind =
        u8::from(kind >= shares[0]) + u8::from(kind >= shares[1]) + u8::from(kind >= shares[2]);
    Caller {
        at,
        kind,
        earlier: 0,
        patience: draws.exponential() * mean,
        talk_z: draws.normal(),
        luck: [solved, courteous, satisfied, rates, angry, cut, back],
    }
}
