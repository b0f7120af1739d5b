//! The sense of fairness: how rewards are spread, how they are decided, how one is treated.

use super::Person;
use crate::math::{pow, unit};
use crate::scenario::plan::Plan;

/// With whom and by what a person judges.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Mean sense of recognition of those one compares with.
    pub recognised: f64,
    /// Their mean score.
    pub score: f64,
    /// How far awards visibly follow the appraisal, 0–1.
    pub merit_link: f64,
    /// Support by the team leader, 0–1.
    pub leader: f64,
    /// Share of requests that were granted to everybody lately.
    pub granted: f64,
}

/// A month moves the sense of fairness some way towards what the person now sees.
pub fn update(plan: &Plan, person: &mut Person, seen: Reference) {
    let s = plan.scenario();
    let f = &s.behaviour.parameters.fairness;
    // Adams: own reward over own input against others': what the other would have got for my input.
    let input = if seen.score > 0.0 {
        person.career.score / seen.score
    } else {
        1.0
    };
    let gap = person.mind.recognised - seen.recognised * pow(input, f.input_power);
    let felt = if gap < 0.0 {
        gap * f.loss_aversion
    } else {
        gap
    };
    let distributive = unit(f.even + f.comparison * felt);

    let samples = f64::from(s.appraisal.kpis.inspection.samples_per_month);
    // Nothing inspected is nothing to trust, even for those who doubt nothing.
    let trusted = if samples > 0.0 {
        f.sampling * samples / (samples + f.sampling_doubt)
    } else {
        0.0
    };
    let procedural = unit(
        f.openness * s.appraisal.openness_share
            + f.voice * s.appraisal.voice_share
            + trusted
            + f.merit_link * seen.merit_link
            + f.consistency * (1.0 - (person.mind.granted - seen.granted).abs())
            + f.attainable * person.mind.beliefs.overall_record(plan.weights()),
    );
    // The same is fair to one and not to another.
    let kindly = f.temper_sd * person.traits.temper;
    let now = [distributive, procedural, unit(seen.leader)].map(|felt| unit(felt + kindly));
    let inertia = s.behaviour.parameters.growth.inertia;
    for (felt, now) in person.mind.justice.iter_mut().zip(now) {
        *felt = inertia * *felt + (1.0 - inertia) * now;
    }
    let rest = (1.0 - f.distributive - f.procedural).max(0.0);
    let [distribution, procedure, treatment] = person.mind.justice;
    person.mind.fairness =
        f.distributive * distribution + f.procedural * procedure + rest * treatment;
}
