//! The phones where order of arrival is not order of service: priorities, a second line, callbacks,
//! limited lines, a queue that is finished after closing. A loop over events in the order of time.

use super::arrivals::Day;
use super::call::{Rules, answer, pass_on};
use super::caller::Caller;
use super::desk::Desk;
use super::event::{Event, What};
use super::idle::Idle;
use super::{Counts, End, Witness};
use crate::rng::Chance;
use crate::scenario::plan::Plan;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// A call that waits or has waited.
#[derive(Clone, Copy, Debug)]
struct Held {
    caller: Caller,
    waits: bool,
    /// Waiting for the present line since.
    since: f64,
    /// Waited for the first line.
    before: f64,
    second_line: bool,
}

/// The queues, in the order in which the first line serves them, and the second line's.
const FIRST: usize = 0;
const ORDINARY: usize = 1;
const SECOND_LINE: usize = 2;
const CALLBACKS: usize = 3;

/// The event loop's memory, kept over the days so that a day allocates nothing.
#[derive(Default)]
pub struct Events {
    heap: BinaryHeap<Reverse<Event>>,
    calls: Vec<Held>,
    queues: [VecDeque<usize>; 4],
    /// Idle desks of the first and of the second line, by the moment since when.
    idle: [Idle; 2],
    idle_since: [Vec<f64>; 2],
    lines_busy: u32,
    waiting: u32,
    /// Desks that have begun and are not on a break, and how many of the first line they are.
    on_phones: Vec<bool>,
    first_line_on_phones: u32,
}

/// What stays the same through a day.
struct Today<'a, 'b, W> {
    rules: &'a Rules<'a>,
    arrivals: &'a mut Day<'b>,
    desks: &'a mut [Desk],
    witness: &'a mut W,
    counts: Counts,
    lines: u32,
    finish_queue: bool,
    callback: Option<(f64, Chance)>,
    goes_first: [bool; 4],
    mean_call_seconds: f64,
}

impl Events {
    /// Runs a day.
    pub fn run<W: Witness>(
        &mut self,
        plan: &Plan,
        rules: &Rules,
        arrivals: &mut Day,
        desks: &mut [Desk],
        witness: &mut W,
    ) -> Counts {
        let s = plan.scenario();
        let callback = &s.demand.callback;
        let mut today = Today {
            rules,
            arrivals,
            desks,
            witness,
            counts: Counts::default(),
            lines: if s.demand.lines == 0 {
                u32::MAX
            } else {
                s.demand.lines
            },
            finish_queue: s.calendar.finish_queue,
            callback: callback
                .enabled
                .then_some((callback.after_seconds, Chance::of(callback.accept_share))),
            goes_first: plan.kinds().map(|k| k.first),
            mean_call_seconds: plan.mean_call_seconds(),
        };
        self.reset(today.desks, rules.closes);
        loop {
            let next_call = today.arrivals.next_at();
            let next_event = self.heap.peek().map_or(f64::INFINITY, |e| e.0.at);
            if next_event <= next_call {
                let Some(Reverse(event)) = self.heap.pop() else {
                    break;
                };
                self.happens(&mut today, event);
            } else if let Some(caller) = today.arrivals.next_call() {
                self.arrives(&mut today, caller);
            }
        }
        // Whoever is still held when nothing more happens was never reached.
        self.give_up_waiting(&mut today, rules.closes);
        today.counts
    }

    fn reset(&mut self, desks: &[Desk], closes: f64) {
        self.heap.clear();
        self.calls.clear();
        self.queues.iter_mut().for_each(VecDeque::clear);
        for (line, since) in self.idle.iter_mut().zip(&mut self.idle_since) {
            since.clear();
            since.resize(desks.len(), f64::INFINITY);
            line.reset(since.iter().copied());
        }
        (self.lines_busy, self.waiting, self.first_line_on_phones) = (0, 0, 0);
        self.on_phones.clear();
        self.on_phones.resize(desks.len(), false);
        for (number, desk) in desks.iter().enumerate() {
            self.foresee(desk.works.free_at, What::Free(number));
        }
        self.foresee(closes, What::Close);
    }

    fn foresee(&mut self, at: f64, what: What) {
        if at.is_finite() {
            self.heap.push(Reverse(Event { at, what }));
        }
    }

    fn happens<W: Witness>(&mut self, today: &mut Today<W>, event: Event) {
        match event.what {
            What::Free(desk) => self.comes_free(today, desk, event.at),
            What::Due(desk) => {
                // A desk that took a call since then leaves when it is done with it.
                let line = usize::from(today.desks[desk].specialist);
                let idle = self.idle_since[line][desk].is_finite();
                if idle && today.desks[desk].leaves_at() <= event.at {
                    self.comes_free(today, desk, event.at);
                }
            }
            What::LineFree => self.lines_busy -= 1,
            What::PassedOn(call) => self.reaches_second_line(today, call, event.at),
            What::HangUp(call) => self.hangs_up(today, call, event.at),
            What::Close => {
                self.nobody_calls_back(today);
                if !today.finish_queue {
                    self.give_up_waiting(today, event.at);
                }
            }
        }
    }

    fn arrives<W: Witness>(&mut self, today: &mut Today<W>, caller: Caller) {
        if self.lines_busy + self.waiting >= today.lines {
            today.counts.blocked += 1;
            today.witness.ended(&caller, End::Busy);
            today.arrivals.gave_up(&caller, caller.at);
            return;
        }
        today.counts.offered += 1;
        let call = self.calls.len();
        self.calls.push(Held {
            caller,
            waits: false,
            since: caller.at,
            before: 0.0,
            second_line: false,
        });
        if let Some(desk) = self.idle_desk(0) {
            self.begins(today, desk, call, caller.at, 0.0);
        } else if today.offers_callback(&caller, self.waiting, self.first_line_on_phones) {
            self.queues[CALLBACKS].push_back(call);
        } else {
            let first = today.goes_first[usize::from(caller.matter.kind)];
            self.waits(call, if first { FIRST } else { ORDINARY }, caller.at);
        }
    }

    fn waits(&mut self, call: usize, queue: usize, now: f64) {
        self.calls[call].waits = true;
        self.calls[call].since = now;
        self.waiting += 1;
        self.queues[queue].push_back(call);
        self.foresee(now + self.calls[call].caller.patience, What::HangUp(call));
    }

    /// The desk of a line that has been idle longest.
    fn idle_desk(&self, line: usize) -> Option<usize> {
        let desk = self.idle[line].first();
        self.idle_since[line]
            .get(desk)
            .is_some_and(|since| since.is_finite())
            .then_some(desk)
    }

    fn set_idle(&mut self, line: usize, desk: usize, since: f64) {
        self.idle_since[line][desk] = since;
        self.idle[line].set(desk, since);
    }

    /// A desk has nothing to do from `now` on: a break that is due, the next call, or idleness.
    fn comes_free<W: Witness>(&mut self, today: &mut Today<W>, desk: usize, now: f64) {
        let line = usize::from(today.desks[desk].specialist);
        self.set_idle(line, desk, f64::INFINITY);
        if !std::mem::replace(&mut self.on_phones[desk], true) {
            self.first_line_on_phones += u32::from(line == 0);
        }
        let next = self.next_call(line);
        let due = today.desks[desk].leaves_at() <= now;
        let overtime = today.finish_queue
            && today.desks[desk].ends_next()
            && now >= today.rules.closes
            && next.is_some();
        if due && !overtime {
            today.desks[desk].leave(now);
            let back = today.desks[desk].works.free_at;
            self.on_phones[desk] = false;
            self.first_line_on_phones -= u32::from(line == 0);
            if back.is_finite() {
                self.foresee(back, What::Free(desk));
            }
            return;
        }
        if let Some((queue, call)) = next {
            self.queues[queue].pop_front();
            let held = &mut self.calls[call];
            let wait = if queue == CALLBACKS {
                0.0
            } else {
                now - held.since
            };
            if held.waits {
                held.waits = false;
                self.waiting -= 1;
            }
            self.begins(today, desk, call, now, wait);
        } else {
            self.set_idle(line, desk, now);
            self.foresee(today.desks[desk].leaves_at(), What::Due(desk));
        }
    }

    /// Who is served next by a line; those who hung up meanwhile are dropped.
    fn next_call(&mut self, line: usize) -> Option<(usize, usize)> {
        let order: &[usize] = if line == 0 {
            &[FIRST, ORDINARY, CALLBACKS]
        } else {
            &[SECOND_LINE]
        };
        for queue in order {
            while let Some(call) = self.queues[*queue].front() {
                if *queue == CALLBACKS || self.calls[*call].waits {
                    return Some((*queue, *call));
                }
                self.queues[*queue].pop_front();
            }
        }
        None
    }

    fn begins<W: Witness>(
        &mut self,
        today: &mut Today<W>,
        desk: usize,
        call: usize,
        now: f64,
        wait: f64,
    ) {
        let chosen = &mut today.desks[desk];
        let line = usize::from(chosen.specialist);
        let held = &mut self.calls[call];
        let caller = held.caller;
        today.counts.wait_seconds += wait;
        if line == 0 {
            today.counts.in_time += u32::from(wait <= today.rules.limit);
        }
        self.lines_busy += 1;
        let needs = today.rules.transfer[usize::from(caller.matter.kind)];
        if line == 0 && needs.holds(caller.luck.specialist()) {
            let passed = pass_on(today.rules, chosen, &caller, now, wait);
            today.witness.served(chosen.seat, now, passed, passed);
            held.before = wait;
            held.second_line = true;
            let end = End::PassedOn {
                desk: chosen.seat,
                start: now,
            };
            today.witness.ended(&caller, end);
            self.foresee(passed, What::PassedOn(call));
            self.foresee(passed, What::Free(desk));
        } else {
            let waited = wait + held.before;
            let ended = answer(today.rules, chosen, &caller, now, waited);
            let (gone, free) = (ended.hung_up_at, ended.free_at);
            today.witness.served(chosen.seat, now, gone, free);
            let end = End::Answered {
                desk: chosen.seat,
                start: now,
            };
            today.witness.ended(&caller, end);
            self.foresee(ended.hung_up_at, What::LineFree);
            self.foresee(ended.free_at, What::Free(desk));
            today
                .arrivals
                .served(&caller, ended.resolved, ended.free_at);
        }
        self.set_idle(line, desk, f64::INFINITY);
    }

    fn reaches_second_line<W: Witness>(&mut self, today: &mut Today<W>, call: usize, now: f64) {
        // The line stays taken, by one who waits or by the new conversation.
        self.lines_busy -= 1;
        if let Some(desk) = self.idle_desk(1) {
            self.begins(today, desk, call, now, 0.0);
        } else {
            self.waits(call, SECOND_LINE, now);
        }
    }

    fn hangs_up<W: Witness>(&mut self, today: &mut Today<W>, call: usize, now: f64) {
        let held = &mut self.calls[call];
        // Served meanwhile, perhaps waiting anew for the second line with its patience renewed.
        if !held.waits || now < held.since + held.caller.patience {
            return;
        }
        held.waits = false;
        self.waiting -= 1;
        let held = *held;
        today.counts.wait_seconds += now - held.since;
        today.witness.ended(&held.caller, End::HungUp);
        if held.second_line {
            today.counts.lost_in_transfer += 1;
            today.arrivals.not_helped(&held.caller, now);
        } else {
            today.counts.abandoned += 1;
            today.arrivals.gave_up(&held.caller, now);
        }
    }

    /// Promises that were not kept by closing time.
    fn nobody_calls_back<W: Witness>(&mut self, today: &mut Today<W>) {
        while let Some(call) = self.queues[CALLBACKS].pop_front() {
            let caller = self.calls[call].caller;
            today.counts.not_called_back += 1;
            today.counts.waiting_at_close += 1;
            today.witness.ended(&caller, End::NotCalledBack);
        }
    }

    fn give_up_waiting<W: Witness>(&mut self, today: &mut Today<W>, now: f64) {
        for queue in [FIRST, ORDINARY, SECOND_LINE] {
            while let Some(call) = self.queues[queue].pop_front() {
                let held = &mut self.calls[call];
                if !held.waits {
                    continue;
                }
                held.waits = false;
                self.waiting -= 1;
                today.counts.wait_seconds += (now - held.since).max(0.0);
                if held.second_line {
                    today.counts.lost_in_transfer += 1;
                } else {
                    today.counts.waiting_at_close += 1;
                }
                today.witness.ended(&held.caller, End::WaitingAtClose);
            }
        }
    }
}

impl<W> Today<'_, '_, W> {
    /// The wait that the announcement names: those in the queue, one after the other, by the desks on
    /// the phones.
    fn offers_callback(&self, caller: &Caller, waiting: u32, on_phones: u32) -> bool {
        self.callback.is_some_and(|(after, accept)| {
            let turns = f64::from(waiting + 1) / f64::from(on_phones.max(1));
            turns * self.mean_call_seconds >= after && accept.holds(caller.luck.takes_callback())
        })
    }
}

#[cfg(test)]
mod tests;
