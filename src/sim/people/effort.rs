//! What a person chooses: effort on speed, on care, and cutting calls short.
//!
//! Vroom: belief of reaching a target × what reaching it brings × what that is worth, less the cost of
//! effort. Nothing here knows the simulator's truth; all figures are the person's own experience.
//! That a certain or hopeless target moves nobody is a consequence of the belief's shape.

use super::appraisal::{Appraisal, judge};
use super::{Beliefs, Effort, Person};
use crate::math::{exp, logistic, pow, unit};
use crate::scenario::behaviour::{AwardReach, BonusQuality};
use crate::scenario::development::Criterion;
use crate::scenario::plan::Plan;
use crate::scenario::rewards::AwardStrategy;

/// People change their ways by steps of this size, a few a month.
const STEP: f64 = 0.1;
const CUT_STEP: f64 = 0.03;
const MOST_CUT: f64 = 0.3;
const STEPS_A_MONTH: usize = 3;

/// What everybody knows about the centre this month.
#[derive(Clone, Copy, Debug)]
pub struct Prospects {
    /// Composite score at which awards were given lately; None where score does not decide.
    pub award_bar: Option<f64>,
    /// Share of an award's chance that one's own effort moves (a team's award: one of many).
    pub own_part: f64,
}

/// What effort does to one's figures, as people know from doing the work. The slopes are the model's
/// own at an ordinary call.
struct Known {
    speed_gain: f64,
    care_cost: f64,
    cut_saves: f64,
    points: [f64; 3],
    rating: [f64; 3],
}

impl Known {
    fn of(plan: &Plan, beliefs: &Beliefs) -> Self {
        let s = plan.scenario();
        let p = &s.behaviour.parameters;
        let sheet = &s.appraisal.kpis.inspection;
        // Slope of a chance near three quarters, where calls are usually solved.
        let slope = 0.19;
        let (solve_care, solve_haste) = (slope * p.call.care_logit, slope * p.call.haste_logit);
        let polite_care = slope * p.call.courtesy_care;
        let pleased = p.caller.satisfied_if_resolved - p.caller.satisfied_if_not;
        let talk = beliefs.talk.max(1.0);
        Self {
            speed_gain: p.call.speed_gain,
            care_cost: p.call.care_cost,
            cut_saves: 1.0 - (p.cutting.seconds / talk).min(1.0),
            points: [
                -sheet.solved_points * solve_haste,
                sheet.solved_points * solve_care + sheet.courteous_points * polite_care,
                -beliefs.points,
            ],
            rating: [
                -pleased * solve_haste,
                pleased * solve_care + (1.0 - p.caller.rude_factor) * polite_care,
                -beliefs.rating,
            ],
        }
    }

    /// Length of a call, of the time spent on calls, and of what is left at this effort.
    fn length(&self, e: Effort) -> f64 {
        (1.0 - self.speed_gain * e.speed) * (1.0 + self.care_cost * e.care)
    }

    fn moved(slopes: &[f64; 3], e: Effort) -> f64 {
        slopes[0] * e.speed + slopes[1] * e.care + slopes[2] * e.cut
    }

    /// What multiplies calls a day: only busy time can be shortened.
    fn volume(&self, beliefs: &Beliefs, e: Effort) -> f64 {
        let busy = self.length(e) * (1.0 - self.cut_saves * e.cut);
        1.0 / (1.0 - beliefs.occupancy + beliefs.occupancy * busy)
    }

    fn expected(&self, plan: &Plan, beliefs: &Beliefs, e: Effort) -> Appraisal {
        judge(
            plan,
            beliefs.volume * self.volume(beliefs, e),
            beliefs.talk * self.length(e) * (1.0 - self.cut_saves * e.cut),
            beliefs.points + Self::moved(&self.points, e),
            unit(beliefs.rating + Self::moved(&self.rating, e)),
        )
    }
}

/// A month's experience rewrites what the person believes.
pub fn learn(plan: &Plan, person: &mut Person, found: &Appraisal) {
    let rate = plan.scenario().behaviour.parameters.effort.learning;
    let effort = person.mind.effort;
    let occupancy = if person.month.staffed_seconds > 0.0 {
        unit(person.month.busy_seconds / person.month.staffed_seconds)
    } else {
        0.0
    };
    let beliefs = &mut person.mind.beliefs;
    if !beliefs.formed {
        *beliefs = Beliefs {
            formed: true,
            volume: found.volume,
            talk: found.talk,
            points: found.points,
            rating: found.rating,
            record: [0.5; 4],
            occupancy,
        };
    }
    let known = Known::of(plan, beliefs);
    let towards = |old: &mut f64, seen: f64| *old += rate * (seen - *old);
    towards(&mut beliefs.occupancy, occupancy);
    let shortened = known.length(effort) * (1.0 - known.cut_saves * effort.cut);
    let neutral_volume = found.volume / known.volume(beliefs, effort);
    towards(&mut beliefs.volume, neutral_volume);
    towards(&mut beliefs.talk, found.talk / shortened.max(0.05));
    towards(
        &mut beliefs.points,
        found.points - Known::moved(&known.points, effort),
    );
    towards(
        &mut beliefs.rating,
        found.rating - Known::moved(&known.rating, effort),
    );
    let spread = plan.scenario().behaviour.parameters.effort.belief_spread;
    for (k, record) in beliefs.record.iter_mut().enumerate() {
        // Just missed is half a success; missed by three spreads of belief is none.
        let seen = if found.reached[k] {
            1.0
        } else {
            0.5 * (1.0 + nearness(plan, found, k, spread) / 3.0).max(0.0)
        };
        towards(record, seen);
    }
}

/// The person tries a few steps of effort and keeps what promises most.
pub fn choose(plan: &Plan, person: &mut Person, prospects: Prospects) {
    if !person.mind.beliefs.formed {
        return;
    }
    let stakes = Stakes::of(plan, person, prospects);
    let mut best = person.mind.effort;
    let mut worth = stakes.utility(plan, best);
    for _ in 0..STEPS_A_MONTH {
        let from = best;
        for (ds, dq, dg) in NEIGHBOURS {
            let candidate = Effort {
                speed: unit(from.speed + ds * STEP),
                care: unit(from.care + dq * STEP),
                cut: (from.cut + dg * CUT_STEP).clamp(0.0, MOST_CUT),
            };
            let value = stakes.utility(plan, candidate);
            if value > worth + 1e-12 {
                (best, worth) = (candidate, value);
            }
        }
        if best == from {
            break;
        }
    }
    person.mind.effort = best;
}

/// One thing changed at a time, or speed traded against care.
const NEIGHBOURS: [(f64, f64, f64); 8] = [
    (1.0, 0.0, 0.0),
    (-1.0, 0.0, 0.0),
    (0.0, 1.0, 0.0),
    (0.0, -1.0, 0.0),
    (0.0, 0.0, 1.0),
    (0.0, 0.0, -1.0),
    (1.0, -1.0, 0.0),
    (-1.0, 1.0, 0.0),
];

/// What a person weighs when choosing.
struct Stakes {
    beliefs: Beliefs,
    known: Known,
    value: f64,
    award: f64,
    award_bar: f64,
    pride: f64,
    cost: f64,
    substitution: f64,
    qualm: f64,
    spread: f64,
    efficacy: f64,
}

impl Stakes {
    fn of(plan: &Plan, person: &Person, prospects: Prospects) -> Self {
        let s = plan.scenario();
        let p = &s.behaviour.parameters;
        let mind = &person.mind;
        let [w_existence, _, w_growth] = person.traits.weights;
        let material =
            s.rewards.merit_leave_days_per_year / 5.0 + s.rewards.cash.bonus_share_of_pay / 0.2;
        // Only a ladder that goes by merit is climbed by reaching targets.
        let ladder = match s.development.ladder.criterion {
            Criterion::Merit if s.development.ladder.enabled => s.development.ladder.openness_share,
            Criterion::Merit | Criterion::Seniority | Criterion::Discretion => 0.0,
        };
        let brings = p.effort.approval + w_existence * material.min(1.0) + w_growth * ladder;
        let credible = 1.0 - p.effort.justice * (1.0 - mind.fairness);
        let met = f64::midpoint(mind.needs[1], mind.needs[2]) - 0.5;
        let awards = &s.rewards.awards;
        let has_awards = !matches!(awards.strategy, AwardStrategy::None);
        let mut pride = p.effort.pride * (1.0 + p.effort.pride_needs * met).max(0.0);
        let mut worth = 1.0;
        match s.behaviour.hypotheses.award_reach {
            AwardReach::Exclusive => {
                let reach = awards.coverage_share.max(0.01);
                worth = pow(p.recognition.usual_coverage / reach, p.recognition.rarity);
            }
            AwardReach::CrowdOut if has_awards => {
                pride *= 1.0 - p.recognition.crowding * awards.visibility_share;
            }
            AwardReach::Wide | AwardReach::CrowdOut => {}
        }
        if s.behaviour.hypotheses.bonus_quality == BonusQuality::Harms {
            pride *= 1.0 - plan.weights()[0];
        }
        let award = if prospects.award_bar.is_some() {
            p.recognition.value * worth * person.traits.competitiveness * prospects.own_part
        } else {
            0.0
        };
        let samples = f64::from(s.appraisal.kpis.inspection.samples_per_month);
        Self {
            beliefs: mind.beliefs,
            known: Known::of(plan, &mind.beliefs),
            value: p.effort.value * brings * credible,
            award: award * credible,
            award_bar: prospects.award_bar.unwrap_or(1.0),
            pride,
            cost: p.effort.cost * (1.0 + p.effort.cost_exhaustion * mind.exhaustion),
            substitution: p.effort.substitution,
            qualm: person.traits.qualm * (1.0 + p.cutting.inspected * samples / 10.0) / 0.1,
            spread: p.effort.belief_spread,
            efficacy: p.effort.self_efficacy,
        }
    }

    fn utility(&self, plan: &Plan, e: Effort) -> f64 {
        let expected = self.known.expected(plan, &self.beliefs, e);
        let mut gain = 0.0;
        for (k, weight) in plan.weights().iter().enumerate() {
            if *weight > 0.0 {
                gain += weight * self.belief(plan, &expected, k);
            }
        }
        let award = if self.award > 0.0 {
            self.award * logistic((expected.composite - self.award_bar) / self.spread)
        } else {
            0.0
        };
        let effort =
            e.speed * e.speed + e.care * e.care + 2.0 * self.substitution * e.speed * e.care;
        self.value * gain + award + self.pride * e.care
            - self.cost / 2.0 * effort
            - self.qualm * e.cut
    }

    /// Belief of reaching target `k` at the expected figures, coloured by one's record.
    fn belief(&self, plan: &Plan, expected: &Appraisal, k: usize) -> f64 {
        let near = nearness(plan, expected, k, self.spread);
        logistic(1.7 * near + self.efficacy * (self.beliefs.record[k] - 0.5))
    }
}

/// How far above target `k` the figures are, in spreads of belief.
fn nearness(plan: &Plan, figures: &Appraisal, k: usize, spread: f64) -> f64 {
    let kpis = &plan.scenario().appraisal.kpis;
    let above = |value: f64, target: f64| (value - target) / (spread * target.max(1e-6));
    match k {
        0 => above(figures.volume, kpis.call_volume.target_per_day),
        1 => above(figures.talk, kpis.talk_time.from_seconds)
            .min(-above(figures.talk, kpis.talk_time.to_seconds)),
        2 => above(figures.points, kpis.inspection.target_points),
        _ => above(figures.rating, kpis.customer_rating.target_share),
    }
}

/// What chosen effort, skill and tiredness make of a person's calls today.
pub struct Working {
    /// What multiplies a call's length.
    pub pace: f64,
    /// Log-odds of solving a call, before its difficulty.
    pub solve_logit: f64,
    /// Log-odds lost by hurrying while others wait.
    pub hurry_logit: f64,
    /// Chance of a courteous call.
    pub courteous: f64,
}

/// Compiles a person into today's numbers.
#[must_use]
pub fn working(plan: &Plan, person: &Person) -> Working {
    let p = &plan.scenario().behaviour.parameters;
    let (skill, call) = (&p.skill, &p.call);
    let (e, x, career) = (person.mind.effort, person.mind.exhaustion, &person.career);
    let pace = person.traits.slowness
        * (1.0 + skill.entry_slowness * (1.0 - career.skill))
        * (1.0 + skill.rotation_slowness * career.unfamiliar)
        * (1.0 + plan.pace().tired_slowness * x)
        * (1.0 - call.speed_gain * e.speed)
        * (1.0 + call.care_cost * e.care);
    let tired = call.tired_logit * x;
    let solve_logit = person.traits.care - skill.entry_logit * (1.0 - career.skill)
        + skill.knowledge_logit * career.knowledge
        + call.care_logit * e.care
        - call.haste_logit * e.speed
        - tired;
    Working {
        pace,
        solve_logit,
        // Hurrying by a share h costs what effort on speed that saves h would cost.
        hurry_logit: if plan.pace().while_waiting < 1.0 && call.speed_gain > 0.0 {
            call.haste_logit * (1.0 - plan.pace().while_waiting) / call.speed_gain
        } else {
            0.0
        },
        courteous: 1.0 / (1.0 + exp(-(call.courtesy_base + call.courtesy_care * e.care - tired))),
    }
}
