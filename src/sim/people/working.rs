//! What skill, chosen effort and tiredness make of a person's calls today.

use super::Person;
use crate::math::logistic;
use crate::scenario::plan::Plan;

/// A person as numbers for today's desk.
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
    let (skill, call, load) = (&p.skill, &p.call, plan.pace());
    let (mind, career) = (&person.mind, &person.career);
    let (e, x) = (mind.effort, mind.exhaustion);
    let pace = person.traits.slowness
        * (1.0 + skill.entry_slowness * (1.0 - career.skill))
        * (1.0 + skill.rotation_slowness * career.unfamiliar)
        * (1.0 - skill.knowledge_speed * (career.knowledge - skill.knowledge_usual))
        * (1.0 + load.tired_slowness * x)
        * (1.0 + load.overwork_slowness * mind.overwork)
        * (1.0 - call.speed_gain * e.speed)
        * (1.0 + call.care_cost * e.care);
    let tired = call.tired_logit * x;
    let haste = |speed: f64| call.haste_logit * speed * speed;
    let solve_logit = person.traits.care - skill.entry_logit * (1.0 - career.skill)
        + skill.knowledge_logit * career.knowledge
        + skill.breadth_logit * career.breadth
        + call.care_logit * e.care
        - haste(e.speed)
        - tired;
    // Hurrying by a share h costs what effort on speed that saves h more would cost.
    let hurry_logit = if load.while_waiting < 1.0 && call.speed_gain > 0.0 {
        haste(e.speed + (1.0 - load.while_waiting) / call.speed_gain) - haste(e.speed)
    } else {
        0.0
    };
    Working {
        pace,
        solve_logit,
        hurry_logit,
        courteous: logistic(call.courtesy_base + call.courtesy_care * e.care - tired),
    }
}
