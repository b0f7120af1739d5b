//! What a person believes: what effort does to one's figures, and how surely a target is reached.
//!
//! Nothing here knows the simulator's truth. Figures are those that appraisals showed, put right for the
//! effort that was made; what effort does to a call is what everybody knows from doing the work.

use super::appraisal::Appraisal;
use super::{Beliefs, Effort, Person};
use crate::math::{logistic, unit};
use crate::scenario::plan::Plan;

/// Turns spreads into log-odds: logistic(1.7 z) is within 0.01 of the normal distribution at z, so that a
/// spread of belief is a standard deviation.
const NORMAL_TO_LOGISTIC: f64 = 1.7;

/// What everybody in the hall knows from doing the work.
#[derive(Clone, Copy, Debug)]
pub struct Craft {
    speed_gain: f64,
    care_cost: f64,
    cut_seconds: f64,
    /// Points and satisfied share lost by full haste.
    haste: [f64; 2],
    /// Points and satisfied share gained by full care.
    care: [f64; 2],
}

impl Craft {
    /// At a call of ordinary difficulty, taken by somebody ordinary.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let s = plan.scenario();
        let p = &s.behaviour.parameters;
        let sheet = &s.appraisal.kpis.inspection;
        let slope_at = |logit: f64| logistic(logit) * (1.0 - logistic(logit));
        let mut before = 0.0;
        let solving: f64 = plan
            .kinds()
            .iter()
            .map(|kind| {
                let share = kind.cumulative_share - before;
                before = kind.cumulative_share;
                share * slope_at(-kind.difficulty)
            })
            .sum();
        let courtesy = slope_at(p.call.courtesy_base) * p.call.courtesy_care;
        let pleased = p.caller.satisfied_if_resolved - p.caller.satisfied_if_not;
        let (haste, care) = (solving * p.call.haste_logit, solving * p.call.care_logit);
        Self {
            speed_gain: p.call.speed_gain,
            care_cost: p.call.care_cost,
            cut_seconds: p.cutting.seconds,
            haste: [sheet.solved_points * haste, pleased * haste],
            care: [
                sheet.solved_points * care + sheet.courteous_points * courtesy,
                pleased * care + (1.0 - p.caller.rude_factor) * courtesy,
            ],
        }
    }

    /// Share of a call's length that cutting it short saves.
    fn cut_saves(&self, beliefs: &Beliefs) -> f64 {
        1.0 - (self.cut_seconds / beliefs.talk.max(1.0)).min(1.0)
    }

    /// Length of a call at this effort, against none; and its slopes in speed, care and cutting.
    fn length(&self, beliefs: &Beliefs, e: Effort) -> (f64, [f64; 3]) {
        let saves = self.cut_saves(beliefs);
        let fast = 1.0 - self.speed_gain * e.speed;
        let careful = 1.0 + self.care_cost * e.care;
        let whole = 1.0 - saves * e.cut;
        (
            fast * careful * whole,
            [
                -self.speed_gain * careful * whole,
                self.care_cost * fast * whole,
                -saves * fast * careful,
            ],
        )
    }

    /// What the four indicators will show at this effort, and the slopes of each in speed, care, cutting.
    #[must_use]
    pub fn figures(&self, beliefs: &Beliefs, e: Effort) -> ([f64; 4], [[f64; 3]; 4]) {
        let (length, steep) = self.length(beliefs, e);
        // Only busy time can be shortened.
        let gain = 1.0 / (1.0 - beliefs.occupancy + beliefs.occupancy * length);
        let (volume, talk) = (beliefs.volume * gain, beliefs.talk * length);
        let judged = |neutral: f64, which: usize| {
            let (haste, care) = (self.haste[which], self.care[which]);
            let value = neutral - haste * e.speed * e.speed + care * e.care - neutral * e.cut;
            (value, [-2.0 * haste * e.speed, care, -neutral])
        };
        let (points, points_slopes) = judged(beliefs.points, 0);
        let (rating, rating_slopes) = judged(beliefs.rating, 1);
        (
            [volume, talk, points, unit(rating)],
            [
                steep.map(|d| -volume * gain * beliefs.occupancy * d),
                steep.map(|d| beliefs.talk * d),
                points_slopes,
                rating_slopes,
            ],
        )
    }
}

/// A month's experience rewrites what the person believes.
pub fn learn(plan: &Plan, craft: &Craft, person: &mut Person, found: &Appraisal) {
    let p = &plan.scenario().behaviour.parameters.effort;
    let (rate, whole_miss) = (p.learning, p.whole_miss);
    let effort = person.mind.effort;
    let occupancy = if person.month.staffed_seconds > 0.0 {
        unit(person.month.busy_seconds / person.month.staffed_seconds)
    } else {
        0.0
    };
    let beliefs = &mut person.mind.beliefs;
    let forms = !beliefs.formed;
    if forms {
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
    // What would have been found without special effort, by what effort is known to do.
    let seen = [found.volume, found.talk, found.points, found.rating];
    let (now, _) = craft.figures(beliefs, effort);
    let (neutral, _) = craft.figures(beliefs, Effort::default());
    // What is seen first is believed.
    let towards = |old: &mut f64, seen: f64| *old += if forms { 1.0 } else { rate } * (seen - *old);
    towards(&mut beliefs.occupancy, occupancy);
    let scaled = |k: usize| seen[k] * neutral[k] / now[k].max(1e-6);
    towards(&mut beliefs.volume, scaled(0));
    towards(&mut beliefs.talk, scaled(1));
    towards(&mut beliefs.points, seen[2] + neutral[2] - now[2]);
    towards(&mut beliefs.rating, seen[3] + neutral[3] - now[3]);
    let towards = |old: &mut f64, seen: f64| *old += rate * (seen - *old);
    for (k, (record, figure)) in beliefs.record.iter_mut().zip(seen).enumerate() {
        // Just missed is half a success; missed by far is none.
        let outcome = if found.reached[k] {
            1.0
        } else {
            0.5 * (1.0 + nearness(plan, k, figure).0 / whole_miss).max(0.0)
        };
        towards(record, outcome);
    }
}

/// Belief of reaching target `k` with this figure, coloured by one's record; and its slope in the figure.
#[must_use]
pub fn of_reaching(plan: &Plan, k: usize, figure: f64, record: f64) -> (f64, f64) {
    let efficacy = plan.scenario().behaviour.parameters.effort.self_efficacy;
    let (near, steep) = nearness(plan, k, figure);
    let belief = logistic(NORMAL_TO_LOGISTIC * near + efficacy * (record - 0.5));
    (belief, belief * (1.0 - belief) * NORMAL_TO_LOGISTIC * steep)
}

/// How far above target `k` a figure is, in spreads of belief, and the slope of that.
fn nearness(plan: &Plan, k: usize, figure: f64) -> (f64, f64) {
    let kpis = &plan.scenario().appraisal.kpis;
    let spread = plan.scenario().behaviour.parameters.effort.belief_spread;
    let above = |target: f64| {
        let unit = spread * target.max(1e-6);
        ((figure - target) / unit, 1.0 / unit)
    };
    match k {
        0 => above(kpis.call_volume.target_per_day),
        1 => {
            let (low, high) = (
                above(kpis.talk_time.from_seconds),
                above(kpis.talk_time.to_seconds),
            );
            if low.0 < -high.0 {
                low
            } else {
                (-high.0, -high.1)
            }
        }
        2 => above(kpis.inspection.target_points),
        _ => above(kpis.customer_rating.target_share),
    }
}

#[cfg(test)]
mod tests {
    use super::super::appraisal::judge;
    use super::super::fixtures::somebody;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn what_haste_and_care_do_to_an_ordinary_call_is_what_they_are_known_to_do_to_the_figures() {
        let mut scenario = Scenario::standard();
        // As many calls are solved as not, as many are courteous as not: there, chances move by a quarter of
        // what log-odds do.
        for kind in scenario.demand.types.all_mut() {
            kind.difficulty = 0.0;
        }
        let p = &mut scenario.behaviour.parameters;
        (p.call.haste_logit, p.call.care_logit) = (0.4, 0.8);
        (p.call.courtesy_base, p.call.courtesy_care) = (0.0, 0.4);
        (p.caller.satisfied_if_resolved, p.caller.satisfied_if_not) = (0.9, 0.4);
        p.caller.rude_factor = 0.6;
        let sheet = &mut scenario.appraisal.kpis.inspection;
        (sheet.solved_points, sheet.courteous_points) = (50.0, 30.0);
        let craft = Craft::of(&Plan::new(&scenario).expect("sound"));
        let beliefs = Beliefs {
            points: 60.0,
            rating: 0.5,
            ..Beliefs::default()
        };
        let figures = |speed, care| {
            let effort = Effort {
                speed,
                care,
                cut: 0.0,
            };
            let ([_, _, points, rating], _) = craft.figures(&beliefs, effort);
            (points - 60.0, rating - 0.5)
        };
        // Haste: a tenth fewer are solved. Care: a fifth more are solved, a tenth more are courteous.
        for (found, expected) in [
            (figures(1.0, 0.0), (-50.0 * 0.1, -0.5 * 0.1)),
            (
                figures(0.0, 1.0),
                (50.0 * 0.2 + 30.0 * 0.1, 0.5 * 0.2 + 0.4 * 0.1),
            ),
        ] {
            assert!((found.0 - expected.0).abs() < 1e-12, "{found:?}");
            assert!((found.1 - expected.1).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn a_target_just_missed_is_half_a_success_and_one_missed_by_a_whole_miss_is_none() {
        let mut scenario = Scenario::standard();
        let effort = &mut scenario.behaviour.parameters.effort;
        (effort.learning, effort.belief_spread, effort.whole_miss) = (1.0, 0.1, 4.0);
        scenario.appraisal.kpis.call_volume.target_per_day = 100.0;
        let plan = Plan::new(&scenario).expect("sound");
        // A spread is ten calls, a whole miss forty.
        for (volume, success) in [
            (101.0, 1.0),
            (100.0 - 1e-9, 0.5),
            (80.0, 0.25),
            (60.0, 0.0),
            (40.0, 0.0),
        ] {
            let mut person = somebody(&plan);
            let found = judge(&plan, [volume, 230.0, 80.0, 0.8]);
            learn(&plan, &Craft::of(&plan), &mut person, &found);
            let record = person.mind.beliefs.record[0];
            assert!((record - success).abs() < 1e-9, "{record} for {volume}");
        }
    }
}
