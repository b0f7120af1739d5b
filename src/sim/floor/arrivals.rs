//! Calls as they come: a day's fresh calls and those that come back, in the order of their arrival.

use super::again::Again;
use super::caller::{CallLuck, Caller, Matter};
use crate::math::{ExpLine, exp};
use crate::rng::{Chance, Draws, Family, Luck, Stream};
use crate::scenario::demand::Demand;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Load, Plan};

/// Days ahead on which unsolved callers may call again.
const DAYS_AHEAD: usize = 5;

/// Fresh calls are drawn so many at a time: the processor works on several at once.
const BATCH: usize = 32;

/// Everything that comes in; kept over the days for those who call again and for the day's level.
#[derive(Default)]
pub struct Arrivals {
    /// Those who call again today.
    again: Again,
    /// Fresh calls that are drawn and not yet there.
    batch: Vec<Caller>,
    later: [Vec<Matter>; DAYS_AHEAD],
    level_z: f64,
}

/// What a day's callers are drawn from.
struct Callers<'a> {
    demand: &'a Demand,
    shares: [Chance; 3],
    impatient: Chance,
    /// Mean patience of the patient and of the impatient.
    patience: [f64; 2],
    talk_length: Option<&'a ExpLine>,
    date: u32,
}

/// When fresh calls come.
#[derive(Clone, Copy)]
pub enum Fresh<'a> {
    /// At random, in the course of the plan's day.
    Drawn,
    /// At these seconds of the day, in order.
    Given(&'a [f64]),
}

/// What becomes of those who were not helped.
struct Fates {
    today: Family,
    later: Family,
    unresolved: Chance,
    redial: Chance,
}

/// One day's arrivals.
pub struct Day<'a> {
    callers: Callers<'a>,
    fates: Fates,
    load: &'a Load,
    rates: [f64; HALF_HOURS],
    times: Fresh<'a>,
    fresh: Draws,
    number: u32,
    /// Up to when fresh calls are drawn.
    at: f64,
    half_hour: usize,
    /// Place in the batch of the next fresh call.
    next_fresh: usize,
    book: &'a mut Arrivals,
}

impl Arrivals {
    /// Opens a day.
    pub fn open<'a>(
        &'a mut self,
        plan: &'a Plan,
        luck: Luck,
        day: u32,
        times: Fresh<'a>,
    ) -> Day<'a> {
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
        let expected = demand.calls_per_day * level;
        // A call in four comes back or so; where it is otherwise, slots are longer or emptier.
        self.again.open(load.opens, load.closes, expected / 4.0);
        self.batch.clear();
        let shares = plan.kinds().map(|k| Chance::of(k.cumulative_share));
        let mut opened = Day {
            callers: Callers {
                demand,
                shares: [shares[0], shares[1], shares[2]],
                impatient: Chance::of(demand.impatient_share),
                patience: [demand.mean_patience_seconds, demand.impatient_seconds],
                talk_length: load.talk_length.as_ref(),
                date: day,
            },
            fates: Fates {
                today: luck.family(Stream::Returns),
                later: luck.family(Stream::Later),
                unresolved: Chance::of(demand.returns.unresolved_share),
                redial: Chance::of(demand.returns.redial_share),
            },
            load,
            rates: load.rates[plan.days().weekday(day)].map(|rate| rate * level),
            times,
            fresh: luck.stream(Stream::Calls, day, 0),
            number: 0,
            at: load.opens,
            half_hour: half_hour_of(load.opens),
            next_fresh: 0,
            book: self,
        };
        opened.bring_back();
        opened.draw_fresh();
        opened
    }
}

impl Day<'_> {
    /// When the next call comes; infinite when no more come.
    #[inline]
    #[must_use]
    pub fn next_at(&self) -> f64 {
        let back = self.book.again.next_at();
        back.min(self.next_fresh_at())
    }

    /// The next call, or None when no more come before closing.
    #[inline]
    pub fn next_call(&mut self) -> Option<Caller> {
        if self.book.again.next_at() < self.next_fresh_at() {
            return self.book.again.pop();
        }
        let caller = *self.book.batch.get(self.next_fresh)?;
        self.next_fresh += 1;
        if self.next_fresh == self.book.batch.len() {
            self.draw_fresh();
        }
        Some(caller)
    }

    #[inline]
    fn next_fresh_at(&self) -> f64 {
        let next = self.book.batch.get(self.next_fresh);
        next.map_or(f64::INFINITY, |caller| caller.at)
    }

    /// A caller who may not have been helped may call again. `now` is when the call or the wait ended.
    #[inline]
    pub fn served(&mut self, caller: &Caller, helped: bool, now: f64) {
        // Both at once, because either alone is hard to foresee.
        if !helped & self.fates.unresolved.holds(caller.luck.calls_again()) {
            self.wants_more(caller, now);
        }
    }

    fn wants_more(&mut self, caller: &Caller, now: f64) {
        let mut draws = self.fate(caller);
        let same_day = draws.chance(self.callers.demand.returns.same_day_share);
        self.call_again(caller, now, same_day, draws);
    }

    /// A caller who was not helped may call again.
    pub fn not_helped(&mut self, caller: &Caller, now: f64) {
        self.served(caller, false, now);
    }

    /// A caller who hung up, or met a busy signal, may dial again.
    pub fn gave_up(&mut self, caller: &Caller, now: f64) {
        if self.fates.redial.holds(caller.luck.calls_again()) {
            let draws = self.fate(caller);
            self.call_again(caller, now, true, draws);
        }
    }

    fn fate(&self, caller: &Caller) -> Draws {
        let Matter { day, .. } = caller.matter;
        self.fates.today.stream(day, caller.matter.key())
    }

    fn call_again(&mut self, caller: &Caller, now: f64, same_day: bool, mut draws: Draws) {
        // The number of calls is part of what a caller's luck is drawn by: after the last one that has a
        // number, nobody calls again.
        let Some(earlier) = caller.matter.earlier.checked_add(1) else {
            return;
        };
        let matter = Matter {
            earlier,
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
            let mut draws = self.fates.later.stream(matter.day, matter.key());
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
                self.admit(at.max(self.load.opens), matter, &mut draws);
            }
        }
        // The emptied list goes back with its memory.
        self.book.later[today] = waiting;
    }

    fn admit(&mut self, at: f64, matter: Matter, draws: &mut Draws) {
        let mut caller = self.callers.draw(draws, at, 0);
        caller.matter = matter;
        self.callers.talk(std::slice::from_mut(&mut caller));
        self.book.again.push(caller);
    }

    /// Draws the next fresh calls.
    fn draw_fresh(&mut self) {
        self.book.batch.clear();
        self.next_fresh = 0;
        match self.times {
            Fresh::Drawn => self.draw_at_random(),
            Fresh::Given(times) => {
                let from = self.number as usize;
                for at in times.iter().skip(from).take(BATCH) {
                    let caller = self.callers.draw(&mut self.fresh, *at, self.number);
                    self.book.batch.push(caller);
                    self.number += 1;
                }
            }
        }
        self.callers.talk(&mut self.book.batch);
    }

    /// Exponential gaps in a rate that is constant by half-hour.
    fn draw_at_random(&mut self) {
        while self.half_hour < HALF_HOURS {
            let rate = self.rates[self.half_hour];
            #[allow(clippy::cast_precision_loss)]
            let end = ((self.half_hour + 1) as f64 * HALF_HOUR_SECONDS).min(self.load.closes);
            if rate > 0.0 && self.draw_until(end, 1.0 / rate) {
                return;
            }
            self.at = end;
            self.half_hour += 1;
        }
    }

    /// With so many seconds between calls on average, up to `end`; true when the batch is full before.
    fn draw_until(&mut self, end: f64, gap: f64) -> bool {
        let batch = &mut self.book.batch;
        // The generator in variables of its own, hence in registers, as long as the batch lasts.
        let (mut draws, mut at, mut number) = (self.fresh.clone(), self.at, self.number);
        let mut is_full = true;
        while batch.len() < BATCH {
            let next = at + draws.exponential() * gap;
            // A constant rate forgets: beyond its half-hour the next one begins anew.
            if next >= end {
                is_full = false;
                break;
            }
            at = next;
            batch.push(self.callers.draw(&mut draws, at, number));
            number += 1;
        }
        (self.fresh, self.at, self.number) = (draws, at, number);
        is_full
    }
}

impl Callers<'_> {
    /// A call with all its luck: always the same draws, whatever is made of them. Its length is still the
    /// variate behind it.
    #[allow(clippy::inline_always, reason = "the generator stays in registers")]
    #[inline(always)]
    fn draw(&self, draws: &mut Draws, at: f64, number: u32) -> Caller {
        let luck = CallLuck([draws.bits(), draws.bits(), draws.bits()]);
        let patience = self.patience[usize::from(self.impatient.holds(luck.impatient()))];
        let kind = |share: &Chance| u8::from(!share.holds(luck.kind()));
        let kind = self.shares.iter().map(kind).sum();
        Caller {
            at,
            matter: Matter {
                day: self.date,
                number,
                earlier: 0,
                kind,
            },
            patience: draws.exponential() * patience,
            length: match self.talk_length {
                Some(_) => draws.normal(),
                None => draws.exponential(),
            },
            luck,
        }
    }

    /// Lengths of calls that were drawn, from their variates: four at a time, because it is the longest
    /// reckoning of a call.
    fn talk(&self, callers: &mut [Caller]) {
        let Some(line) = self.talk_length else {
            return;
        };
        let mut fours = callers.chunks_exact_mut(4);
        for four in &mut fours {
            let variates = [0, 1, 2, 3].map(|i: usize| four[i].length);
            for (caller, length) in four.iter_mut().zip(line.each(variates)) {
                caller.length = length;
            }
        }
        for caller in fours.into_remainder() {
            caller.length = line.at(caller.length);
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn half_hour_of(second: f64) -> usize {
    (second / HALF_HOUR_SECONDS) as usize
}

#[cfg(test)]
mod tests;
