//! One answered call: how long it takes, whether it is solved, courteous, rated, and by an angry caller.

use super::caller::Caller;
use super::desk::Desk;
use crate::rng::{Chance, uniform};
use crate::scenario::after_call::STEPS;
use crate::scenario::plan::Plan;

/// What a call needs of the plan, in one place.
pub struct Rules<'a> {
    /// Second of the day at which the phones close.
    pub closes: f64,
    /// Wait that counts as in time.
    pub limit: f64,
    /// Chance of needing a specialist, by kind.
    pub transfer: [Chance; 4],
    /// Part of a call's length before it is passed on.
    pub before_transfer: f64,
    talk_seconds: [f64; 4],
    anger: [f64; 4],
    after_call: &'a [f64; STEPS],
    /// What multiplies a call's length in calm, and while others wait.
    hurry: [f64; 2],
    rating: Chance,
    cut_seconds: f64,
    cut_resolves: f64,
    anger_per_second: f64,
    /// On a first call, and on a later one.
    anger_repeat: [f64; 2],
    satisfied: [f64; 2],
    /// What multiplies satisfaction when rude, and when courteous.
    courtesy: [f64; 2],
    wait_half: f64,
}

impl<'a> Rules<'a> {
    /// Reads them off the plan.
    #[must_use]
    pub fn of(plan: &'a Plan) -> Self {
        let s = plan.scenario();
        let parameters = &s.behaviour.parameters;
        Self {
            closes: plan.load().closes,
            limit: s.demand.target_wait_seconds,
            transfer: plan.kinds().map(|k| Chance::of(k.transfer)),
            before_transfer: s.workforce.second_line.before_share,
            talk_seconds: plan.kinds().map(|k| k.talk_seconds),
            anger: plan.kinds().map(|k| k.anger),
            after_call: &plan.load().after_call,
            hurry: [1.0, plan.pace().while_waiting],
            rating: Chance::of(s.demand.rating_share),
            cut_seconds: parameters.cutting.seconds,
            cut_resolves: parameters.cutting.resolves,
            anger_per_second: parameters.caller.anger_per_minute / 60.0,
            anger_repeat: [1.0, parameters.caller.anger_repeat],
            satisfied: [
                parameters.caller.satisfied_if_not,
                parameters.caller.satisfied_if_resolved,
            ],
            courtesy: [parameters.caller.rude_factor, 1.0],
            wait_half: parameters.caller.wait_half_seconds,
        }
    }
}

/// What a call came to.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// When the caller is gone.
    pub hung_up_at: f64,
    /// When the desk is done with it, after-call work included.
    pub free_at: f64,
    /// The caller's question was answered.
    pub resolved: bool,
}

/// A desk takes a call from `start`; `wait` is what the caller waited in all.
#[allow(
    clippy::inline_always,
    reason = "the heart of the loop over calls, in two places"
)]
#[inline(always)]
pub fn answer(rules: &Rules, desk: &mut Desk, caller: &Caller, start: f64, wait: f64) -> Ended {
    let kind = usize::from(caller.matter.kind);
    let luck = &caller.luck;
    let others_wait = wait > 0.0;
    let length = talk_seconds(rules, desk, caller, others_wait);
    let is_cut = desk.works.cut.holds(luck.cut());
    let solves = desk.works.resolve[kind];
    let (talk, chance) = if is_cut {
        (
            length.min(rules.cut_seconds),
            solves[0].times(rules.cut_resolves),
        )
    } else {
        (length, solves[usize::from(others_wait)])
    };
    let resolved = chance.holds(luck.solved());
    let polite = !is_cut & desk.works.courteous.holds(luck.courteous());
    let pleased = rules.satisfied[usize::from(resolved)]
        * rules.courtesy[usize::from(polite)]
        * (rules.wait_half / (rules.wait_half + wait));
    let repeat = rules.anger_repeat[usize::from(caller.matter.earlier > 0)];
    let anger = (rules.anger[kind] + rules.anger_per_second * wait) * repeat;
    let is_satisfied = uniform(luck.satisfied()) < pleased;
    let rated = rules.rating.holds(luck.rates());
    let busy = talk + rules.after_call[luck.after_call()] * desk.works.pace;
    let free_at = start + busy;
    desk.works.free_at = free_at;
    desk.last_call_ended = free_at;
    let tally = &mut desk.tally;
    tally.handled += 1;
    tally.resolved += u32::from(resolved);
    tally.courteous += u32::from(polite);
    tally.cut_short += u32::from(is_cut);
    tally.angry += u32::from(uniform(luck.angry()) < anger);
    tally.satisfied += u32::from(is_satisfied);
    tally.rated += u32::from(rated);
    tally.rated_satisfied += u32::from(rated & is_satisfied);
    tally.talk_seconds += talk;
    tally.busy_seconds += busy;
    Ended {
        hung_up_at: start + talk,
        free_at,
        resolved,
    }
}

/// The first line finds that a specialist is needed: part of the talk, no after-call work, nothing
/// solved yet. Returns when the caller is passed on.
pub fn pass_on(rules: &Rules, desk: &mut Desk, caller: &Caller, start: f64, wait: f64) -> f64 {
    let talk = talk_seconds(rules, desk, caller, wait > 0.0) * rules.before_transfer;
    let free_at = start + talk;
    desk.works.free_at = free_at;
    desk.last_call_ended = free_at;
    desk.tally.passed_on += 1;
    desk.tally.talk_seconds += talk;
    desk.tally.busy_seconds += talk;
    free_at
}

#[inline]
fn talk_seconds(rules: &Rules, desk: &Desk, caller: &Caller, others_wait: bool) -> f64 {
    let hurry = rules.hurry[usize::from(others_wait)];
    let kind = usize::from(caller.matter.kind);
    rules.talk_seconds[kind] * caller.length * desk.works.pace * hurry
}
