//! The three needs of ERG theory: what satisfies them, and how weight moves when growth is blocked.

use super::Person;
use crate::math::unit;
use crate::scenario::behaviour::AwardReach;
use crate::scenario::plan::Plan;

/// What a person's surroundings are like this month.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// Support by the team leader, 0–1.
    pub leader: f64,
    /// Mean exhaustion of the team.
    pub team_exhaustion: f64,
    /// Share of the team recognised lately.
    pub recognised_near: f64,
    /// Chance in the person's eyes to get onto the ladder, 0–1.
    pub ladder_hope: f64,
    /// What the month brought that the model does not know, as a standard normal.
    pub mood: f64,
}

/// A month moves each need some way towards what the person now lives in.
pub fn update(plan: &Plan, person: &mut Person, around: Surroundings) {
    let s = plan.scenario();
    let constants = &s.behaviour.parameters;
    if person.month.asked > 0 {
        let share = f64::from(person.month.granted) / f64::from(person.month.asked);
        person.mind.granted += constants.effort.learning * (share - person.mind.granted);
    }
    let above_ordinary = |x: f64| x - constants.quit.ordinary_exhaustion;
    let mind = &person.mind;

    let existence_of = &constants.existence;
    let flexible = if s.support.flexible_work.enabled {
        1.0
    } else {
        0.0
    };
    let material = s.rewards.merit_leave_days_per_year / f64::from(plan.days().measured)
        + s.rewards.cash.bonus_share_of_pay;
    let existence = existence_of.base
        + existence_of.leave * (mind.granted - 0.5)
        + existence_of.flexibility * flexible
        - existence_of.load * above_ordinary(mind.exhaustion)
        + existence_of.material * material * person.career.score;

    let relatedness_of = &constants.relatedness;
    let neighbours = match s.behaviour.hypotheses.award_reach {
        AwardReach::Wide => constants.recognition.neighbours * s.rewards.awards.visibility_share,
        AwardReach::Exclusive | AwardReach::CrowdOut => 0.0,
    };
    let relatedness = relatedness_of.base
        + relatedness_of.recognised * mind.recognised
        + relatedness_of.supervisor * (around.leader - relatedness_of.ordinary_support)
        + relatedness_of.together * mind.relief
        + neighbours * around.recognised_near.min(1.0)
        - constants.recognition.passed_over * mind.passed_over.min(constants.recognition.hurt_most)
        - relatedness_of.mood * above_ordinary(around.team_exhaustion);

    let growth_of = &constants.growth;
    let hours = person.month.training_hours;
    let record = mind.beliefs.overall_record(plan.weights());
    let growth = growth_of.base
        + growth_of.learning * (1.0 - person.career.skill)
        + growth_of.training * hours / (hours + growth_of.training_half_hours)
        + growth_of.ladder * around.ladder_hope
        + growth_of.rotation * person.career.unfamiliar
        + growth_of.achievement * record;

    // At home and at work much happens that is no lever of anybody's, and some see it all more kindly.
    let kindly = constants.weights.contented_sd * person.traits.temper;
    let besides = kindly + constants.weights.mood_sd * around.mood;
    let inertia = constants.growth.inertia;
    for (need, now) in person
        .mind
        .needs
        .iter_mut()
        .zip([existence, relatedness, growth])
    {
        *need = inertia * *need + (1.0 - inertia) * unit(now + besides);
    }
}

/// Weights of the needs as they are felt now: what growth is refused moves back to relatedness, and
/// what relatedness then lacks moves back to existence (Alderfer), where that hypothesis is on.
#[must_use]
pub fn felt_weights(plan: &Plan, person: &Person) -> [f64; 3] {
    let [mut existence, mut relatedness, mut growth] = person.traits.weights;
    let behaviour = &plan.scenario().behaviour;
    if behaviour.hypotheses.erg {
        let strength = behaviour.parameters.growth.regression;
        let [_, met_relatedness, met_growth] = person.mind.needs;
        let moved = strength * (1.0 - met_growth) * growth;
        growth -= moved;
        relatedness += moved;
        let further = strength * (1.0 - met_relatedness) * moved;
        relatedness -= further;
        existence += further;
    }
    [existence, relatedness, growth]
}
