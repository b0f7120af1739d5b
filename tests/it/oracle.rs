//! A simulator that is slow and obviously right: at every step it looks at everything that could happen
//! next, and does the earliest.
//!
//! It judges the order of events alone: who is served when and by whom, and who waits in which queue. What
//! a call is (arrivals, patience, lengths, the chances of calling back or of being passed on) it has from
//! the floor's own `Arrivals`, `Rules`, `answer` and `pass_on`; those are held to their levers by
//! `demand`, `varying` and their unit tests, and agreement says nothing of them.

use fairfloor::rng::{Luck, uniform};
use fairfloor::scenario::plan::Plan;
use fairfloor::sim::floor::arrivals::{Arrivals, Day, Fresh};
use fairfloor::sim::floor::call::{Rules, answer, pass_on};
use fairfloor::sim::floor::caller::{Caller, Matter};
use fairfloor::sim::floor::desk::Desk;
use fairfloor::sim::floor::{Counts, End, Witness};

/// Every end of every call, as it happened.
#[derive(Default)]
pub struct Record(pub Vec<(Matter, End)>);

impl Witness for Record {
    fn ended(&mut self, caller: &Caller, end: End) {
        self.0.push((caller.matter, end));
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
    /// On a break, not yet here, or gone for good (until infinity).
    Away(f64),
    Idle(f64),
    Busy(f64),
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Queue {
    First,
    Ordinary,
    CallBack,
    SecondLine,
}

struct Waiting {
    caller: Caller,
    queue: Queue,
    since: f64,
    before: f64,
}

struct Hall<'a> {
    plan: &'a Plan,
    rules: Rules<'a>,
    desks: Vec<Desk>,
    states: Vec<State>,
    waiting: Vec<Waiting>,
    /// Conversations that will be passed on: when, who, waited before.
    passing: Vec<(f64, Caller, f64)>,
    /// When each busy line will be free.
    lines: Vec<f64>,
    counts: Counts,
    record: Record,
    closed: bool,
}

/// What can happen next, in the order in which ties are resolved.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Next {
    PassOn(usize),
    DeskIsFree(usize),
    BreakIsDue(usize),
    PatienceEnds(usize),
    Closing,
    Arrival,
    Nothing,
}

impl Hall<'_> {
    fn next(&self, day: &Day) -> (f64, Next) {
        let mut found = (f64::INFINITY, Next::Nothing);
        let mut consider = |at: f64, next: Next| {
            if at < found.0 {
                found = (at, next);
            }
        };
        for (i, passing) in self.passing.iter().enumerate() {
            consider(passing.0, Next::PassOn(i));
        }
        for (i, state) in self.states.iter().enumerate() {
            match state {
                State::Away(until) | State::Busy(until) => consider(*until, Next::DeskIsFree(i)),
                State::Idle(_) => consider(self.desks[i].leaves_at(), Next::BreakIsDue(i)),
            }
        }
        for (i, w) in self.waiting.iter().enumerate() {
            if w.queue != Queue::CallBack {
                consider(w.since + w.caller.patience, Next::PatienceEnds(i));
            }
        }
        if !self.closed {
            consider(self.rules.closes, Next::Closing);
        }
        consider(day.next_at(), Next::Arrival);
        found
    }

    fn run(&mut self, day: &mut Day) {
        loop {
            let (now, next) = self.next(day);
            match next {
                Next::Nothing => break,
                Next::PassOn(i) => {
                    let (_, caller, before) = self.passing.remove(i);
                    self.ask_for(day, caller, Queue::SecondLine, now, before);
                }
                Next::DeskIsFree(i) | Next::BreakIsDue(i) => self.desk_is_free(day, i, now),
                Next::PatienceEnds(i) => self.patience_ends(day, i, now),
                Next::Closing => self.close(now),
                Next::Arrival => self.arrives(day),
            }
        }
        self.nobody_left(self.rules.closes);
        for desk in &mut self.desks {
            desk.close();
        }
    }

    fn arrives(&mut self, day: &mut Day) {
        let caller = day.next_call().expect("it was next");
        let s = self.plan.scenario();
        let kind = &self.plan.kinds()[usize::from(caller.matter.kind)];
        // A line is taken by every conversation, and by everybody who waits on the phone.
        let talking = self
            .lines
            .iter()
            .filter(|until| **until > caller.at)
            .count();
        let on_hold = self
            .waiting
            .iter()
            .filter(|w| w.queue != Queue::CallBack)
            .count();
        if s.demand.lines > 0 && talking + self.passing.len() + on_hold >= s.demand.lines as usize {
            self.counts.blocked += 1;
            self.record.ended(&caller, End::Busy);
            day.gave_up(&caller, caller.at);
            return;
        }
        self.counts.offered += 1;
        let here =
            |i: &usize| !self.desks[*i].specialist && !matches!(self.states[*i], State::Away(_));
        let on_phones = (0..self.desks.len()).filter(here).count().max(1) as f64;
        let announced = (on_hold + 1) as f64 / on_phones * self.plan.mean_call_seconds();
        let offer = &s.demand.callback;
        let queue = if kind.first {
            Queue::First
        } else {
            Queue::Ordinary
        };
        let nobody_idle = self.idle(false).is_none();
        if nobody_idle
            && offer.enabled
            && announced >= offer.after_seconds
            && uniform(caller.luck.takes_callback()) < offer.accept_share
        {
            let since = caller.at;
            self.waiting.push(Waiting {
                caller,
                queue: Queue::CallBack,
                since,
                before: 0.0,
            });
        } else {
            self.ask_for(day, caller, queue, caller.at, 0.0);
        }
    }

    /// The longest idle desk of a line.
    fn idle(&self, specialist: bool) -> Option<usize> {
        let since = |i: usize| match self.states[i] {
            State::Idle(since) if self.desks[i].specialist == specialist => Some(since),
            _ => None,
        };
        (0..self.desks.len())
            .filter(|i| since(*i).is_some())
            .min_by(|a, b| {
                since(*a)
                    .partial_cmp(&since(*b))
                    .expect("finite")
                    .then(a.cmp(b))
            })
    }

    fn ask_for(&mut self, day: &mut Day, caller: Caller, queue: Queue, now: f64, before: f64) {
        match self.idle(queue == Queue::SecondLine) {
            Some(desk) => self.serve(day, desk, &caller, now, 0.0, before),
            None => self.waiting.push(Waiting {
                caller,
                queue,
                since: now,
                before,
            }),
        }
    }

    fn serve(
        &mut self,
        day: &mut Day,
        i: usize,
        caller: &Caller,
        now: f64,
        wait: f64,
        before: f64,
    ) {
        let needs = self.plan.kinds()[usize::from(caller.matter.kind)].transfer;
        let desk = &mut self.desks[i];
        self.counts.wait_seconds += wait;
        if !desk.specialist && wait <= self.rules.limit {
            self.counts.in_time += 1;
        }
        if !desk.specialist && uniform(caller.luck.specialist()) < needs {
            let until = pass_on(&self.rules, desk, caller, now, wait);
            self.record.ended(
                caller,
                End::PassedOn {
                    desk: desk.seat,
                    start: now,
                },
            );
            self.passing.push((until, *caller, wait));
            self.states[i] = State::Busy(until);
        } else {
            let ended = answer(&self.rules, desk, caller, now, wait + before);
            self.record.ended(
                caller,
                End::Answered {
                    desk: desk.seat,
                    start: now,
                },
            );
            self.lines.push(ended.hung_up_at);
            self.states[i] = State::Busy(ended.free_at);
            if !ended.resolved {
                day.not_helped(caller, ended.free_at);
            }
        }
    }

    /// The one whose turn it is: queue by queue, longest waiting first.
    fn turn(&self, specialist: bool) -> Option<usize> {
        let order: &[Queue] = if specialist {
            &[Queue::SecondLine]
        } else {
            &[Queue::First, Queue::Ordinary, Queue::CallBack]
        };
        order
            .iter()
            .find_map(|queue| self.waiting.iter().position(|w| w.queue == *queue))
    }

    fn desk_is_free(&mut self, day: &mut Day, i: usize, now: f64) {
        let turn = self.turn(self.desks[i].specialist);
        let stays_on = self.plan.scenario().calendar.finish_queue
            && now >= self.rules.closes
            && self.desks[i].ends_next()
            && turn.is_some();
        if self.desks[i].leaves_at() <= now && !stays_on {
            self.desks[i].leave(now);
            self.states[i] = State::Away(self.desks[i].works.free_at);
        } else if let Some(turn) = turn {
            let next = self.waiting.remove(turn);
            let wait = if next.queue == Queue::CallBack {
                0.0
            } else {
                now - next.since
            };
            self.serve(day, i, &next.caller, now, wait, next.before);
        } else {
            self.states[i] = State::Idle(now);
        }
    }

    fn patience_ends(&mut self, day: &mut Day, i: usize, now: f64) {
        let gone = self.waiting.remove(i);
        self.counts.wait_seconds += now - gone.since;
        self.record.ended(&gone.caller, End::HungUp);
        if gone.queue == Queue::SecondLine {
            self.counts.lost_in_transfer += 1;
            day.not_helped(&gone.caller, now);
        } else {
            self.counts.abandoned += 1;
            day.gave_up(&gone.caller, now);
        }
    }

    fn close(&mut self, now: f64) {
        self.closed = true;
        for i in (0..self.waiting.len()).rev() {
            if self.waiting[i].queue == Queue::CallBack {
                let gone = self.waiting.remove(i);
                self.counts.not_called_back += 1;
                self.counts.waiting_at_close += 1;
                self.record.ended(&gone.caller, End::NotCalledBack);
            }
        }
        if !self.plan.scenario().calendar.finish_queue {
            self.nobody_left(now);
        }
    }

    fn nobody_left(&mut self, now: f64) {
        for gone in std::mem::take(&mut self.waiting) {
            self.counts.wait_seconds += (now - gone.since).max(0.0);
            if gone.queue == Queue::SecondLine {
                self.counts.lost_in_transfer += 1;
            } else {
                self.counts.waiting_at_close += 1;
            }
            self.record.ended(&gone.caller, End::WaitingAtClose);
        }
    }
}

/// Runs a day: what every call came to, the counts, and the desks with their tallies.
pub fn oracle(
    plan: &Plan,
    desks: Vec<Desk>,
    arrivals: &mut Arrivals,
    luck: Luck,
    day: u32,
) -> (Record, Counts, Vec<Desk>) {
    let mut today = arrivals.open(plan, luck, day, Fresh::Drawn);
    let mut hall = Hall {
        plan,
        rules: Rules::of(plan),
        states: desks.iter().map(|d| State::Away(d.works.free_at)).collect(),
        desks,
        waiting: Vec::new(),
        passing: Vec::new(),
        lines: Vec::new(),
        counts: Counts::default(),
        record: Record::default(),
        closed: false,
    };
    hall.run(&mut today);
    (hall.record, hall.counts, hall.desks)
}
