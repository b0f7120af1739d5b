//! Exhaustion: up by day through load, anger, effort and conflict, down by night and stress relief.

use super::Person;
use super::home::Morning;
use crate::math::{pow, unit};
use crate::scenario::plan::Plan;
use crate::sim::floor::desk::Tally;

/// What the evening needs to know about a person's day.
#[derive(Clone, Copy, Debug)]
pub struct Evening<'a> {
    /// What the desk counted; None for those who took no calls.
    pub tally: Option<&'a Tally>,
    /// What the morning decided.
    pub morning: Morning,
    /// Strength of a session of stress relief attended today; 0 without one.
    pub relief: f64,
    /// What a day leaves of earlier relief, from [`relief_left`].
    pub relief_left: f64,
    /// A weekend follows.
    pub weekend: bool,
    /// Support by the team leader, 0–1.
    pub leader: f64,
    /// Seconds on the phones of a full post.
    pub full_day_seconds: f64,
}

/// What a day leaves of relief: the same for everybody.
#[must_use]
pub fn relief_left(plan: &Plan) -> f64 {
    let strain = &plan.scenario().behaviour.parameters.strain;
    pow(0.5, 1.0 / strain.relief_half_life_days)
}

/// Folds a day into a person's exhaustion. All contributions scale with how fast the person tires and
/// with what is left of 1, so that exhaustion stays between 0 and 1.
pub fn evening(plan: &Plan, person: &mut Person, day: Evening) {
    let s = plan.scenario();
    let strain = &s.behaviour.parameters.strain;
    let mind = &mut person.mind;
    let mut load = 0.0;
    if let Some(tally) = day.tally {
        let over = if tally.staffed_seconds > 0.0 {
            let occupancy = tally.busy_seconds / tally.staffed_seconds;
            (occupancy - strain.comfortable_occupancy).max(0.0)
        } else {
            0.0
        };
        // What calls take is taken in the hours on the phones.
        let hours = (tally.staffed_seconds / day.full_day_seconds.max(1.0)).min(1.0);
        let effort = mind.effort;
        load += hours * strain.load * over;
        load += strain.effort * hours * (effort.speed * effort.speed + effort.care * effort.care);
        let softened = (1.0 - strain.anger_training * person.career.knowledge)
            * (1.0 - strain.anger_support * day.leader);
        load += strain.anger * f64::from(tally.angry) * softened;
        if mind.beliefs.formed {
            load += strain.pressure * plan.weights()[0] * (1.0 - mind.beliefs.record[0]);
        }
        let most = (1.0 - strain.comfortable_occupancy).max(0.01);
        mind.overwork += (over / most - mind.overwork) / strain.overwork_days;
    }
    match day.morning {
        Morning::Refused => load += strain.conflict,
        Morning::Ill => load += strain.ill,
        Morning::AtWork | Morning::Moved | Morning::Away => {}
    }
    mind.exhaustion += load * person.traits.tiring * (1.0 - mind.exhaustion);

    mind.relief *= day.relief_left;
    mind.relief += strain.relief_build.min(1.0) * day.relief * (1.0 - mind.relief);
    let rests = s.support.rest_minutes_per_day / 30.0;
    let own_hours = if s.support.flexible_work.enabled {
        strain.autonomy
    } else {
        0.0
    };
    let faster = 1.0 + strain.relief * mind.relief + strain.rest * rests + own_hours;
    let nights = if day.weekend { 3.0 } else { 1.0 };
    let away = if day.morning == Morning::Away {
        1.0
    } else {
        0.0
    };
    let recovered = (strain.recovery * faster * (nights + away)).min(1.0);
    mind.exhaustion = unit(mind.exhaustion * (1.0 - recovered));
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::somebody;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn relief_rests_and_hours_of_ones_own_add_to_how_fast_nights_and_days_off_restore() {
        let mut scenario = Scenario::standard();
        let strain = &mut scenario.behaviour.parameters.strain;
        (strain.recovery, strain.relief) = (0.1, 0.4);
        (strain.rest, strain.autonomy) = (0.3, 0.5);
        scenario.support.rest_minutes_per_day = 30.0;
        scenario.support.flexible_work.enabled = true;
        let plan = Plan::new(&scenario).expect("sound");
        // Twice as fast: 0.2 by half a dose of relief, 0.3 by rests of half an hour, 0.5 by hours. A night
        // takes a fifth, a weekend's three nights three fifths, and a day away as much as a night.
        for (morning, weekend, left) in [
            (Morning::AtWork, false, 0.4),
            (Morning::AtWork, true, 0.2),
            (Morning::Away, false, 0.3),
        ] {
            let mut person = somebody(&plan);
            (person.mind.exhaustion, person.mind.relief) = (0.5, 0.5);
            let day = Evening {
                tally: None,
                morning,
                relief: 0.0,
                relief_left: 1.0,
                weekend,
                leader: 0.5,
                full_day_seconds: 27_000.0,
            };
            evening(&plan, &mut person, day);
            let found = person.mind.exhaustion;
            assert!((found - left).abs() < 1e-12, "{found} for {left}");
        }
    }
}
