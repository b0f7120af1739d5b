//! Calls as they come: a day's fresh calls and those that come back, in the order of their arrival.

use crate::math::exp;
use crate::rng::{Draws, Luck, Stream};
use crate::scenario::demand::Demand;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Load, Plan};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Days ahead on which unsolved callers may call again.
const DAYS_AHEAD: usize = 5;

/// Who calls, about what, for the how-manieth time. Everything random about a call hangs on this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// Day of the first call.
    pub day: u32,
    /// Number of the first call on that day.
    pub number: u32,
    /// Earlier calls about the same matter.
    pub earlier: u8,
    /// Kind of call.
    pub kind: u8,
}

impl Matter {
    fn key(self) -> u32 {
        self.number << 8 | u32::from(self.earlier)
    }
}

/// A call with all the luck it may ever need: always the same number of draws.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// Second of the day.
    pub at: f64,
    /// Who calls about what.
    pub matter: Matter,
    /// Seconds that the caller is willing to wait.
    pub patience: f64,
    /// Length of the talk against the mean of its kind.
    pub length: f64,
    /// Uniforms behind yes and no.
    pub luck: CallLuck,
}

/// Uniforms on [0, 1) behind every yes and no of a call.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct CallLuck {
    pub solved: f64,
    pub courteous: f64,
    pub satisfied: f64,
    pub rates: f64,
    pub angry: f64,
    pub cut: f64,
    pub calls_again: f64,
    pub specialist: f64,
    pub takes_callback: f64,
}

/// Who calls again today, and when: small, because a heap moves its entries about. Times are not
/// negative, so their bits are ordered as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Again {
    at: u64,
    matter: Matter,
    /// Place in [`Arrivals::callers`].
    place: usize,
}

/// Everything that comes in; kept over the days for those who call again and for the day's level.
#[derive(Default)]
pub struct Arrivals {
    /// Those who call again today, earliest first.
    again: BinaryHeap<Reverse<Again>>,
    /// The same with all their luck, in no order; gone at the end of the day.
    callers: Vec<Caller>,
    later: [Vec<Matter>; DAYS_AHEAD],
    level_z: f64,
}

/// What a day's callers are drawn from.
struct Callers<'a> {
    demand: &'a Demand,
    shares: [f64; 4],
    talk_sigma: Option<f64>,
    date: u32,
}

/// One day's arrivals.
pub struct Day<'a> {
    callers: Callers<'a>,
    load: &'a Load,
    luck: Luck,
    rates: [f64; HALF_HOURS],
    fresh: Draws,
    number: u32,
    at: f64,
    half_hour: usize,
    next_fresh: Option<Caller>,
    book: &'a mut Arrivals,
}

impl Arrivals {
    /// Opens a day.
    pub fn open<'a>(&'a mut self, plan: &'a Plan, luck: Luck, day: u32) -> Day<'a> {
        let load = plan.load();
        let demand = &plan.scenario().demand;
        let rho = demand.day_correlation;
        let z = luck.stream(Stream::DayFactor, day, 0).normal();
        // The first day starts in the long run's spread.
        self.level_z = if day == 0 {
            z
        } else {
            rho * self.level_z + (1.0 - rho * rho).sqrt() * z
        };
        let sigma = load.day_sigma;
        let level = exp(sigma * self.level_z - sigma * sigma / 2.0);
        self.again.clear();
        self.callers.clear();
        let mut opened = Day {
            callers: Callers {
                demand,
                shares: plan.kinds().map(|k| k.cumulative_share),
                talk_sigma: load.talk_sigma,
                date: day,
            },
            load,
            luck,
            rates: load.rates[plan.days().weekday(day)].map(|rate| rate * level),
            fresh: luck.stream(Stream::Calls, day, 0),
            number: 0,
            at: load.opens,
            half_hour: half_hour_of(load.opens),
            next_fresh: None,
            book: self,
        };
        opened.bring_back();
        opened.advance();
        opened
    }
}

impl Day<'_> {
    /// When the next call comes; infinite when no more come.
    #[inline]
    #[must_use]
    pub fn next_at(&self) -> f64 {
        let back = self.next_again();
        let fresh = self.next_fresh.as_ref().map_or(f64::INFINITY, |c| c.at);
        back.min(fresh)
    }

    /// The next call, or None when no more come before closing.
    #[inline]
    pub fn next_call(&mut self) -> Option<Caller> {
        let back = self.next_again();
        match &self.next_fresh {
            Some(fresh) if fresh.at <= back => {
                let caller = *fresh;
                self.advance();
                Some(caller)
            }
            _ => self.book.again.pop().map(|c| self.book.callers[c.0.place]),
        }
    }

    #[inline]
    fn next_again(&self) -> f64 {
        let first = self.book.again.peek();
        first.map_or(f64::INFINITY, |c| f64::from_bits(c.0.at))
    }

    /// A caller who was not helped may call again. `now` is when the call or the wait ended.
    pub fn not_helped(&mut self, caller: &Caller, now: f64) {
        if caller.luck.calls_again < self.callers.demand.returns.unresolved_share {
            let mut draws = self.fate(caller);
            let same_day = draws.chance(self.callers.demand.returns.same_day_share);
            self.call_again(caller, now, same_day, draws);
        }
    }

    /// A caller who hung up, or met a busy signal, may dial again.
    pub fn gave_up(&mut self, caller: &Caller, now: f64) {
        if caller.luck.calls_again < self.callers.demand.returns.redial_share {
            let draws = self.fate(caller);
            self.call_again(caller, now, true, draws);
        }
    }

    fn fate(&self, caller: &Caller) -> Draws {
        let Matter { day, .. } = caller.matter;
        self.luck.stream(Stream::Returns, day, caller.matter.key())
    }

    fn call_again(&mut self, caller: &Caller, now: f64, same_day: bool, mut draws: Draws) {
        let matter = Matter {
            earlier: caller.matter.earlier.saturating_add(1),
            ..caller.matter
        };
        let at = now + draws.exponential() * self.callers.demand.returns.delay_minutes * 60.0;
        if same_day && at < self.load.closes {
            self.admit(at, matter, &mut draws);
        } else {
            // One to four days later; the slot of today is empty by then.
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss
            )]
            let ahead = 1 + (draws.uniform() * (DAYS_AHEAD - 1) as f64) as usize;
            self.book.later[(self.callers.date as usize + ahead) % DAYS_AHEAD].push(matter);
        }
    }

    /// Those who decided on an earlier day to call today, at times as busy as the day's course.
    fn bring_back(&mut self) {
        let today = self.callers.date as usize % DAYS_AHEAD;
        let mut waiting = std::mem::take(&mut self.book.later[today]);
        let total: f64 = self.rates.iter().sum();
        for matter in waiting.drain(..) {
            let mut draws = self.luck.stream(Stream::Later, matter.day, matter.key());
            let mut rest = draws.uniform() * total;
            let mut half_hour = half_hour_of(self.load.opens);
            while half_hour + 1 < HALF_HOURS && rest >= self.rates[half_hour] {
                rest -= self.rates[half_hour];
                half_hour += 1;
            }
            let rate = self.rates[half_hour];
            let share = if rate > 0.0 {
                (rest / rate).min(1.0)
            } else {
                0.0
            };
            #[allow(clippy::cast_precision_loss)]
            let at = (half_hour as f64 + share) * HALF_HOUR_SECONDS;
            if at < self.load.closes {
                self.admit(at, matter, &mut draws);
            }
        }
        // The emptied list goes back with its memory.
        self.book.later[today] = waiting;
    }

    fn admit(&mut self, at: f64, matter: Matter, draws: &mut Draws) {
        let mut caller = self.callers.draw(draws, at, 0);
        caller.matter = matter;
        self.book.again.push(Reverse(Again {
            at: at.to_bits(),
            matter,
            place: self.book.callers.len(),
        }));
        self.book.callers.push(caller);
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
                let caller = self.callers.draw(&mut self.fresh, self.at, self.number);
                self.next_fresh = Some(caller);
                self.number += 1;
                return;
            }
            hazard -= within;
            self.at = end;
            self.half_hour += 1;
        }
        self.next_fresh = None;
    }
}

impl Callers<'_> {
    /// A call with all its luck: always the same draws, whatever is made of them.
    #[inline]
    fn draw(&self, draws: &mut Draws, at: f64, number: u32) -> Caller {
        let demand = self.demand;
        let shares = &self.shares;
        let [kind, impatient, solved, courteous] = draws.four_uniforms();
        let [satisfied, rates, angry, cut] = draws.four_uniforms();
        let [calls_again, specialist, takes_callback, _] = draws.four_uniforms();
        let mean = if impatient < demand.impatient_share {
            demand.impatient_seconds
        } else {
            demand.mean_patience_seconds
        };
        let kind =
            u8::from(kind >= shares[0]) + u8::from(kind >= shares[1]) + u8::from(kind >= shares[2]);
        Caller {
            at,
            matter: Matter {
                day: self.date,
                number,
                earlier: 0,
                kind,
            },
            patience: draws.exponential() * mean,
            length: match self.talk_sigma {
                Some(sigma) => exp(sigma * draws.normal() - sigma * sigma / 2.0),
                None => draws.exponential(),
            },
            luck: CallLuck {
                solved,
                courteous,
                satisfied,
                rates,
                angry,
                cut,
                calls_again,
                specialist,
                takes_callback,
            },
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn half_hour_of(second: f64) -> usize {
    (second / HALF_HOUR_SECONDS) as usize
}
