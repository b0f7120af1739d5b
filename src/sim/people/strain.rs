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
    /// A weekend follows.
    pub weekend: bool,
}

/// Folds a day into a person's exhaustion. All contributions scale with how fast the person tires and
/// with what is left of 1, so that exhaustion stays between 0 and 1.
pub fn evening(plan: &Plan, person: &mut Person, day: Evening) {
    let s = plan.scenario();
    let strain = &s.behaviour.parameters.strain;
    let mind = &mut person.mind;
    let mut load = 0.0;
    if let Some(tally) = day.tally {
        let occupancy = if tally.staffed_seconds > 0.0 {
            tally.busy_seconds / tally.staffed_seconds
        } else {
            0.0
        };
        let effort = mind.effort;
        load += strain.load * (occupancy - strain.comfortable_occupancy).max(0.0);
        load += strain.anger * f64::from(tally.angry);
        if mind.beliefs.formed {
            load += strain.pressure * plan.weights()[0] * (1.0 - mind.beliefs.record[0]);
        }
        load += strain.effort * (effort.speed * effort.speed + effort.care * effort.care);
    }
    if day.morning == Morning::Refused {
        load += strain.conflict;
    }
    mind.exhaustion += load * person.traits.tiring * (1.0 - mind.exhaustion);

    mind.relief *= pow(0.5, 1.0 / strain.relief_half_life_days);
    mind.relief += strain.relief_build.min(1.0) * day.relief * (1.0 - mind.relief);
    let rests = s.support.rest_minutes_per_day / 30.0;
    let faster = 1.0 + strain.relief * mind.relief + strain.rest * rests;
    let nights = if day.weekend { 3.0 } else { 1.0 };
    let away = if day.morning == Morning::Away {
        1.0
    } else {
        0.0
    };
    let recovered = (strain.recovery * faster * (nights + away)).min(1.0);
    mind.exhaustion = unit(mind.exhaustion * (1.0 - recovered));
}
