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

#[cfg(test)]
mod tests {
    use super::super::fixtures::somebody;
    use super::*;
    use crate::scenario::Scenario;

    /// Justice in spreading, in deciding and in dealing, and the whole, after a month among others.
    fn felt(scenario: &Scenario, change: impl Fn(&mut Person, &mut Reference)) -> ([f64; 3], f64) {
        let plan = Plan::new(scenario).expect("sound");
        let mut person = somebody(&plan);
        person.career.score = 80.0;
        person.mind.recognised = 0.5;
        person.mind.granted = 0.5;
        let mut seen = Reference {
            recognised: 0.5,
            score: 80.0,
            merit_link: 0.5,
            leader: 0.5,
            granted: 0.5,
        };
        change(&mut person, &mut seen);
        update(&plan, &mut person, seen);
        (person.mind.justice, person.mind.fairness)
    }

    #[test]
    fn less_than_others_for_the_same_input_is_felt_and_weighs_more_than_more_of_it() {
        let standard = Scenario::standard();
        let (even, whole) = felt(&standard, |_, _| ());
        let (less, sadder) = felt(&standard, |person, _| person.mind.recognised = 0.4);
        let (more, gladder) = felt(&standard, |person, _| person.mind.recognised = 0.6);
        let (loss, gain) = (even[0] - less[0], more[0] - even[0]);
        let aversion = standard.behaviour.parameters.fairness.loss_aversion;
        assert!(
            gain > 0.0 && (loss - aversion * gain).abs() < 1e-12,
            "{loss} {gain}"
        );
        assert!(sadder < whole && whole < gladder);
        assert_eq!((less[1], less[2]), (even[1], even[2]));
        // Who gives more for the same reward feels it too.
        let (given, _) = felt(&standard, |person, _| person.career.score = 90.0);
        assert!(given[0] < even[0]);
    }

    #[test]
    fn openness_voice_merit_and_equal_treatment_make_decisions_fair_and_the_leader_dealings() {
        let standard = Scenario::standard();
        let (even, _) = felt(&standard, |_, _| ());
        for change in [
            |s: &mut Scenario| s.appraisal.openness_share += 0.2,
            |s: &mut Scenario| s.appraisal.voice_share += 0.2,
        ] {
            let mut scenario = standard.clone();
            change(&mut scenario);
            assert!(felt(&scenario, |_, _| ()).0[1] > even[1]);
        }
        assert!(felt(&standard, |_, seen| seen.merit_link = 0.8).0[1] > even[1]);
        for granted in [0.2, 0.8] {
            assert!(felt(&standard, |person, _| person.mind.granted = granted).0[1] < even[1]);
        }
        let (justice, _) = felt(&standard, |_, seen| seen.leader = 0.9);
        assert!(justice[2] > even[2] && justice[0].to_bits() == even[0].to_bits());
    }
}
