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

#[cfg(test)]
mod tests {
    use super::super::fixtures;
    use super::*;
    use crate::scenario::Scenario;

    /// A newcomer to a centre that was changed, for whom nothing is out of the ordinary.
    fn somebody(change: impl Fn(&mut Scenario)) -> (Plan, Person) {
        let mut scenario = Scenario::standard();
        scenario.behaviour.parameters.growth.inertia = 0.0;
        change(&mut scenario);
        let plan = Plan::new(&scenario).expect("sound");
        let mut person = fixtures::somebody(&plan);
        person.traits.temper = 0.0;
        person.mind.exhaustion = scenario.behaviour.parameters.quit.ordinary_exhaustion;
        person.mind.granted = 0.5;
        person.career.skill = 1.0;
        (plan, person)
    }

    /// The needs after a month in ordinary surroundings, of which nothing is left of the month before.
    fn met(plan: &Plan, mut person: Person) -> [f64; 3] {
        let s = plan.scenario();
        let around = Surroundings {
            leader: s.behaviour.parameters.relatedness.ordinary_support,
            team_exhaustion: s.behaviour.parameters.quit.ordinary_exhaustion,
            recognised_near: 0.0,
            ladder_hope: 0.0,
            mood: 0.0,
        };
        update(plan, &mut person, around);
        person.mind.needs
    }

    #[test]
    fn merit_leave_and_bonus_meet_existence_as_a_part_of_the_year_and_of_pay_by_score() {
        let (plan, mut person) = somebody(|s| {
            s.behaviour.parameters.existence.base = 0.5;
            s.behaviour.parameters.existence.material = 0.8;
            // A tenth of the year's 250 days, and a tenth of the pay.
            s.rewards.merit_leave_days_per_year = 25.0;
            s.rewards.cash.allowed = true;
            s.rewards.cash.bonus_share_of_pay = 0.1;
        });
        for (score, existence) in [(0.0, 0.5), (0.5, 0.58), (1.0, 0.66)] {
            person.career.score = score;
            let [found, ..] = met(&plan, person.clone());
            assert!((found - existence).abs() < 1e-12, "{found} for {existence}");
        }
    }

    #[test]
    fn targets_that_were_reached_meet_growth_by_their_weight() {
        let (plan, mut person) = somebody(|s| {
            s.behaviour.parameters.growth.base = 0.2;
            s.behaviour.parameters.growth.achievement = 0.4;
            let kpis = &mut s.appraisal.kpis;
            kpis.call_volume.weight = 75.0;
            kpis.talk_time.weight = 0.0;
            kpis.inspection.weight = 25.0;
            kpis.customer_rating.weight = 0.0;
        });
        person.mind.beliefs.formed = true;
        for (volume, points, growth) in [(0.0, 0.0, 0.2), (1.0, 0.0, 0.5), (0.4, 1.0, 0.42)] {
            person.mind.beliefs.record = [volume, 0.9, points, 0.9];
            let [.., found] = met(&plan, person.clone());
            assert!((found - growth).abs() < 1e-12, "{found} for {growth}");
        }
    }

    #[test]
    fn what_growth_is_refused_weighs_on_relatedness_and_what_that_lacks_on_existence() {
        for (erg, expected) in [
            // Growth is met by a fifth and gives half of the rest of its weight away, 0.2; relatedness is
            // half met and gives on a quarter of what arrived.
            (true, [0.25, 0.45, 0.3]),
            (false, [0.2, 0.3, 0.5]),
        ] {
            let (plan, mut person) = somebody(|s| {
                s.behaviour.hypotheses.erg = erg;
                s.behaviour.parameters.growth.regression = 0.5;
            });
            person.traits.weights = [0.2, 0.3, 0.5];
            person.mind.needs = [0.9, 0.5, 0.2];
            let found = felt_weights(&plan, &person);
            let near = |(found, expected): (f64, f64)| (found - expected).abs() < 1e-12;
            assert!(found.into_iter().zip(expected).all(near), "{found:?}");
        }
    }
}
