//! The phones: one day's calls, call by call, from the queue to the desks.

pub mod again;
pub mod arrivals;
pub mod call;
pub mod caller;
pub mod desk;
pub mod direct;
pub mod event;
pub mod events;
pub mod idle;

use crate::measure::ledger::Week;
use crate::rng::Luck;
use crate::scenario::plan::{Plan, Routing};
use arrivals::{Arrivals, Fresh};
use call::Rules;
use caller::Caller;
use desk::Desk;
use events::Events;
use idle::Idle;

/// The phones, kept over the days.
#[derive(Default)]
pub struct Floor {
    /// Today's desks in the order of their seats; filled each morning.
    pub desks: Vec<Desk>,
    arrivals: Arrivals,
    idle: Idle,
    events: Events,
}

/// What a day's calls came to, besides what the desks count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Calls that got a line.
    pub offered: u32,
    /// Calls that met a busy signal.
    pub blocked: u32,
    /// Callers who hung up waiting.
    pub abandoned: u32,
    /// Callers still waiting when the phones closed.
    pub waiting_at_close: u32,
    /// Callers who were promised to be called back and were not reached before closing.
    pub not_called_back: u32,
    /// Callers who hung up waiting for a specialist.
    pub lost_in_transfer: u32,
    /// Answered within the service-level limit.
    pub in_time: u32,
    /// Waiting over all offered calls.
    pub wait_seconds: f64,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// Answered by the desk of this seat from this second on.
    Answered {
        /// The seat.
        desk: usize,
        /// Second of the day.
        start: f64,
    },
    /// Passed on to the second line by the desk of this seat, answered from this second on.
    PassedOn {
        /// The seat.
        desk: usize,
        /// Second of the day.
        start: f64,
    },
    /// Hung up waiting, for the first or the second line.
    HungUp,
    /// Met a busy signal.
    Busy,
    /// Still waiting when the phones closed.
    WaitingAtClose,
    /// Promised to be called back and not reached before closing.
    NotCalledBack,
}

/// Somebody who watches the calls: a test, or a recording.
pub trait Witness {
    /// A call came to this end. A call that is passed on comes to a second one.
    fn ended(&mut self, caller: &Caller, end: End);
    /// The desk of this seat had a call: from when on, until when the caller was there, and when the desk
    /// was done with it, in seconds of the day.
    #[inline]
    fn served(&mut self, _seat: usize, _start: f64, _hung_up_at: f64, _free_at: f64) {}
}

/// Nobody watches; costs nothing.
pub struct Unwatched;

impl Witness for Unwatched {
    #[inline]
    fn ended(&mut self, _: &Caller, _: End) {}
}

impl Floor {
    /// Runs a day: every call until the phones are closed. Desks keep their tallies.
    pub fn run_day(
        &mut self,
        plan: &Plan,
        luck: Luck,
        day: u32,
        witness: &mut impl Witness,
    ) -> Counts {
        self.run(plan, luck, day, Fresh::Drawn, witness)
    }

    /// The same with fresh calls at these seconds of the day, in order, instead of drawn ones.
    pub fn run_given_day(
        &mut self,
        plan: &Plan,
        luck: Luck,
        day: u32,
        times: &[f64],
        witness: &mut impl Witness,
    ) -> Counts {
        self.run(plan, luck, day, Fresh::Given(times), witness)
    }

    fn run(
        &mut self,
        plan: &Plan,
        luck: Luck,
        day: u32,
        times: Fresh,
        witness: &mut impl Witness,
    ) -> Counts {
        let rules = Rules::of(plan);
        let mut today = self.arrivals.open(plan, luck, day, times);
        let counts = match plan.routing() {
            Routing::InOrderOfArrival => {
                direct::run(&rules, &mut today, &mut self.desks, &mut self.idle, witness)
            }
            Routing::ByEvents => {
                self.events
                    .run(plan, &rules, &mut today, &mut self.desks, witness)
            }
        };
        for desk in &mut self.desks {
            desk.close();
        }
        counts
    }
}

impl Counts {
    /// Adds a day's calls to its week.
    pub fn add_to(&self, week: &mut Week) {
        week.offered += self.offered;
        week.blocked += self.blocked;
        week.abandoned += self.abandoned;
        week.waiting_at_close += self.waiting_at_close;
        week.not_called_back += self.not_called_back;
        week.lost_in_transfer += self.lost_in_transfer;
        week.in_time += self.in_time;
        week.wait_seconds += self.wait_seconds;
    }
}
