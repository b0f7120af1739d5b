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

#[cfg(test)]
mod tests {
    use super::super::caller::{CallLuck, Matter};
    use super::super::desk::Tally;
    use super::*;
    use crate::scenario::Scenario;

    /// A caller of the first kind, whose talk is as long as the mean.
    fn caller(earlier: u8, luck: [u64; 3]) -> Caller {
        Caller {
            at: 0.0,
            patience: 0.0,
            length: 1.0,
            matter: Matter {
                day: 0,
                number: 0,
                earlier,
                kind: 0,
            },
            luck: CallLuck(luck),
        }
    }

    /// A plan that was changed, in which a talk of the first kind takes a hundred seconds.
    fn plan(change: impl Fn(&mut Scenario)) -> Plan {
        let mut scenario = Scenario::standard();
        scenario.demand.types.procedure.talk_seconds = 100.0;
        change(&mut scenario);
        Plan::new(&scenario).expect("sound")
    }

    /// A desk at the ordinary pace that solves everything in calm and nothing in a hurry.
    fn desk(plan: &Plan) -> Desk {
        let mut desk = Desk::new(0, &plan.shifts()[0], 0.0, 0.0);
        desk.works.resolve[0] = [Chance::of(1.0), Chance::of(0.0)];
        desk
    }

    fn answered(plan: &Plan, desk: &mut Desk, caller: &Caller, wait: f64) -> Ended {
        answer(&Rules::of(plan), desk, caller, 0.0, wait)
    }

    #[test]
    fn only_who_had_to_wait_is_hurried() {
        let plan = plan(|s| s.behaviour.parameters.call.hurry = 0.25);
        for (wait, talk) in [(0.0, 100.0), (0.5, 75.0)] {
            let ended = answered(&plan, &mut desk(&plan), &caller(0, [0; 3]), wait);
            assert_eq!((ended.hung_up_at, ended.resolved), (talk, wait == 0.0));
        }
    }

    #[test]
    fn who_has_called_before_is_angry_more_often() {
        let plan = plan(|s| {
            s.demand.types.procedure.anger_share = 0.1;
            s.behaviour.parameters.caller.anger_repeat = 2.0;
        });
        // Luck that makes angry where the chance is 0.15 or more: not on the first call, but at twice 0.1.
        let luck = [0, (65_536 * 15 / 100) << 32, 0];
        for (earlier, angry) in [(0, 0), (1, 1), (2, 1)] {
            let mut desk = desk(&plan);
            answered(&plan, &mut desk, &caller(earlier, luck), 0.0);
            assert_eq!(desk.tally.angry, angry, "after {earlier} calls");
        }
    }

    #[test]
    fn of_those_who_rate_the_satisfied_are_counted() {
        let plan = plan(|s| s.demand.rating_share = 0.5);
        let mut desk = desk(&plan);
        // Satisfied or not, and rating or not: the least and the most that luck can be.
        let most = u64::from(u16::MAX);
        for luck in [0, 0, most, most << 16, most << 16 | most] {
            answered(&plan, &mut desk, &caller(0, [0, luck, 0]), 0.0);
        }
        let tally = desk.tally;
        assert_eq!((tally.satisfied, tally.rated), (3, 3));
        assert_eq!(tally.rated_satisfied, 2);
    }

    #[test]
    fn passing_on_takes_its_part_of_the_talk_without_writing_up_and_solves_nothing() {
        let plan = plan(|s| s.workforce.second_line.before_share = 0.5);
        let mut desk = desk(&plan);
        let begun = desk.tally;
        let who = caller(0, [0; 3]);
        let passed = pass_on(&Rules::of(&plan), &mut desk, &who, 1000.0, 0.0);
        assert_eq!((passed, desk.works.free_at), (1050.0, 1050.0));
        let spent = Tally {
            passed_on: 1,
            talk_seconds: 50.0,
            busy_seconds: 50.0,
            ..begun
        };
        assert_eq!(desk.tally, spent);
    }
}
