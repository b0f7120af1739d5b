//! The phones: one day's calls through one queue to the desks, call by call.

pub mod arrivals;
pub mod desk;
pub mod idle;

use crate::math::exp;
use crate::measure::ledger::Week;
use crate::rng::Luck;
use crate::scenario::plan::Plan;
use arrivals::{Arrivals, Caller};
use desk::Desk;
use idle::Idle;

/// The phones, kept over the days.
#[derive(Default)]
pub struct Floor {
    /// Today's desks; filled each morning.
    pub desks: Vec<Desk>,
    idle: Idle,
    arrivals: Arrivals,
}

/// What the floor needs of the plan on the path of a call, in one place.
struct Rules {
    closes: f64,
    limit: f64,
    log_talk: [f64; 4],
    anger: [f64; 4],
    talk_sigma: f64,
    after_call: f64,
    while_waiting: f64,
    rating_share: f64,
    cut_seconds: f64,
    cut_resolves: f64,
    anger_per_second: f64,
    anger_repeat: f64,
    satisfied: [f64; 2],
    rude_factor: f64,
    wait_half: f64,
}

impl Rules {
    fn of(plan: &Plan) -> Self {
        let s = plan.scenario();
        let parameters = &s.behaviour.parameters;
        Self {
            closes: plan.load().closes,
            limit: s.demand.target_wait_seconds,
            log_talk: plan.kinds().map(|k| k.log_talk),
            anger: plan.kinds().map(|k| k.anger),
            talk_sigma: plan.load().talk_sigma,
            after_call: s.demand.after_call_seconds,
            while_waiting: plan.pace().while_waiting,
            rating_share: s.demand.rating_share,
            cut_seconds: parameters.cutting.seconds,
            cut_resolves: parameters.cutting.resolves,
            anger_per_second: parameters.caller.anger_per_minute / 60.0,
            anger_repeat: parameters.caller.anger_repeat,
            satisfied: [
                parameters.caller.satisfied_if_not,
                parameters.caller.satisfied_if_resolved,
            ],
            rude_factor: parameters.caller.rude_factor,
            wait_half: parameters.caller.wait_half_seconds,
        }
    }
}

impl Floor {
    /// Runs a day: every call in the order of its arrival. Desks keep their tallies; the week gets
    /// what belongs to nobody.
    pub fn run_day(&mut self, plan: &Plan, luck: Luck, day: u32, week: &mut Week) -> u64 {
        let rules = Rules::of(plan);
        self.idle.reset(self.desks.iter().map(|d| d.free_at));
        let mut today = self.arrivals.open(plan, luck, day);
        let mut offered = 0;
        let mut wait_seconds = 0.0;
        while let Some(caller) = today.next() {
            offered += 1;
            let (desk, start) = first_free(&mut self.desks, &mut self.idle, caller.at);
            let wait = start - caller.at;
            if wait > caller.patience || start >= rules.closes {
                let left = caller.at + caller.patience;
                if left < rules.closes {
                    week.abandoned += 1;
                    wait_seconds += caller.patience;
                    today.comes_back(&caller, left, true);
                } else {
                    week.waiting_at_close += 1;
                    wait_seconds += rules.closes - caller.at;
                }
                continue;
            }
            wait_seconds += wait;
            week.in_time += u32::from(wait <= rules.limit);
            let desk_today = &mut self.desks[desk];
            let resolved = answer(&rules, desk_today, &caller, start, wait);
            self.idle.set(desk, desk_today.free_at);
            if !resolved {
                let now = desk_today.free_at;
                today.comes_back(&caller, now, false);
            }
        }
        week.offered += offered;
        week.wait_seconds += wait_seconds;
        for desk in &mut self.desks {
            desk.close();
        }
        u64::from(offered)
    }
}

/// The desk that serves a call that came at `at`, and when. Desks whose break is due go first.
#[inline]
fn first_free(desks: &mut [Desk], idle: &mut Idle, at: f64) -> (usize, f64) {
    loop {
        let desk = idle.first();
        // An empty hall: nobody will ever be free.
        let Some(candidate) = desks.get_mut(desk) else {
            return (desk, f64::INFINITY);
        };
        if candidate.free_at == f64::INFINITY {
            return (desk, f64::INFINITY);
        }
        if let Some(start) = candidate.start_for(at) {
            return (desk, start);
        }
        let free_at = candidate.free_at;
        idle.set(desk, free_at);
    }
}

/// One answered call: how long, solved, courteous, rated, angry. Returns whether it was solved.
#[inline]
fn answer(rules: &Rules, desk: &mut Desk, caller: &Caller, start: f64, wait: f64) -> bool {
    let kind = usize::from(caller.kind);
    let [solved, courteous, satisfied, rates, angry, cut, _] = caller.luck;
    let others_wait = wait > 0.0;
    let hurry = if others_wait {
        rules.while_waiting
    } else {
        1.0
    };
    let length = exp(rules.log_talk[kind] + rules.talk_sigma * caller.talk_z) * desk.pace * hurry;
    let is_cut = cut < desk.cut;
    let (talk, chance) = if is_cut {
        (
            length.min(rules.cut_seconds),
            desk.resolve[kind][0] * rules.cut_resolves,
        )
    } else {
        (length, desk.resolve[kind][usize::from(others_wait)])
    };
    let resolved = solved < chance;
    let polite = !is_cut && courteous < desk.courteous;
    let pleased = rules.satisfied[usize::from(resolved)]
        * if polite { 1.0 } else { rules.rude_factor }
        * (rules.wait_half / (rules.wait_half + wait));
    let repeat = if caller.earlier > 0 {
        rules.anger_repeat
    } else {
        1.0
    };
    let anger = (rules.anger[kind] + rules.anger_per_second * wait) * repeat;
    let is_satisfied = satisfied < pleased;
    let rated = rates < rules.rating_share;
    let busy = talk + rules.after_call * desk.pace;
    desk.free_at = start + busy;
    let tally = &mut desk.tally;
    tally.handled += 1;
    tally.resolved += u32::from(resolved);
    tally.courteous += u32::from(polite);
    tally.cut_short += u32::from(is_cut);
    tally.angry += u32::from(angry < anger);
    tally.satisfied += u32::from(is_satisfied);
    tally.rated += u32::from(rated);
    tally.rated_satisfied += u32::from(rated && is_satisfied);
    tally.talk_seconds += talk;
    tally.busy_seconds += busy;
    resolved
}
