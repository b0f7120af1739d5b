//! What is weighed when effort is chosen, and that what is chosen is the best.

use super::*;
use crate::rng::Luck;
use crate::scenario::Scenario;
use crate::scenario::field::Value;
use crate::sim::people::recruit::newcomer;

const LUCK: Luck = Luck {
    seed: 5,
    replication: 0,
};

/// Half of an award is one's own to win, for a score that few reach.
fn prospects(plan: &Plan) -> Prospects {
    Prospects {
        craft: Craft::of(plan),
        award_bar: Some(0.85),
        own_part: 0.5,
    }
}

/// People who differ in all that matters here, before targets of every height.
fn cases(mut examine: impl FnMut(&Plan, &Stakes)) {
    for target in [40.0, 60.0, 68.0, 75.0, 105.0] {
        let path = "appraisal.kpis.call_volume.target_per_day";
        let scenario = Scenario::standard().with(path, Value::Number(target));
        let scenario = scenario.with("appraisal.kpis.talk_time.weight", Value::Number(0.0));
        let plan = Plan::new(&scenario).expect("sound");
        let prospects = prospects(&plan);
        for seat in 0..12 {
            let mut person = newcomer(&plan, LUCK, seat, 0);
            person.mind.beliefs = Beliefs {
                formed: true,
                volume: 55.0 + 2.0 * f64::from(u32::try_from(seat).expect("small")),
                talk: 260.0,
                points: 52.0 + 3.0 * f64::from(u32::try_from(seat).expect("small")),
                rating: 0.7,
                record: [0.2, 0.5, 0.6, 0.4],
                occupancy: 0.8,
            };
            person.mind.exhaustion = 0.3;
            person.mind.spirit = 0.1;
            // So that cutting is in question for some of them.
            person.traits.qualm *= 0.1;
            examine(&plan, &Stakes::of(&plan, &person, &prospects));
        }
    }
}

#[test]
fn slopes_are_those_of_the_utility() {
    cases(|_, stakes| {
        for (speed, care, cut) in [(0.3, 0.4, 0.1), (0.7, 0.1, 0.02), (0.05, 0.9, 0.3)] {
            let at = |ds: f64, dq: f64, dg: f64| {
                let e = Effort {
                    speed: speed + ds,
                    care: care + dq,
                    cut: cut + dg,
                };
                stakes.utility(e).0
            };
            let (_, slope) = stakes.utility(Effort { speed, care, cut });
            let h = 1e-5;
            let numeric = [
                (at(h, 0.0, 0.0) - at(-h, 0.0, 0.0)) / (2.0 * h),
                (at(0.0, h, 0.0) - at(0.0, -h, 0.0)) / (2.0 * h),
                (at(0.0, 0.0, h) - at(0.0, 0.0, -h)) / (2.0 * h),
            ];
            for (found, expected) in slope.iter().zip(numeric) {
                assert!((found - expected).abs() < 1e-6, "{found} ≠ {expected}");
            }
        }
    });
}

#[test]
fn what_is_chosen_is_the_best_of_a_fine_grid() {
    let mut cutters = 0;
    cases(|plan, stakes| {
        let chosen = stakes.best();
        let found = stakes.utility(chosen).0;
        cutters += u32::from(chosen.cut > 0.0);
        let most = plan.scenario().behaviour.parameters.cutting.most;
        let mut best = f64::NEG_INFINITY;
        for i in 0..=40 {
            for j in 0..=40 {
                for k in 0..=20 {
                    let part = |n: i32, of: f64| f64::from(n) / of;
                    let e = Effort {
                        speed: part(i, 40.0),
                        care: part(j, 40.0),
                        cut: most * part(k, 20.0),
                    };
                    best = best.max(stakes.utility(e).0);
                }
            }
        }
        assert!(found > best - 1e-3, "{found} < {best}");
    });
    assert!(cutters > 0, "nobody for whom cutting is in question");
}

/// Somebody who was changed, and what that person weighs where half of an award is one's own to win.
fn weighed(change: impl Fn(&mut Scenario, &mut Person), examine: impl Fn(&Stakes)) {
    let mut scenario = Scenario::standard();
    let mut person = newcomer(&Plan::new(&scenario).expect("sound"), LUCK, 0, 0);
    person.mind.beliefs.formed = true;
    person.mind.beliefs.record = [0.5; 4];
    change(&mut scenario, &mut person);
    let plan = Plan::new(&scenario).expect("sound");
    examine(&Stakes::of(&plan, &person, &prospects(&plan)));
}

#[test]
fn pride_in_care_grows_with_relatedness_and_growth_above_the_ordinary_and_spirit_adds_to_both() {
    for (relatedness, growth, pride) in [
        (0.5, 0.5, 0.4),
        (0.6, 0.8, 0.56),
        (0.3, 0.4, 0.28),
        (0.0, 0.0, 0.0),
    ] {
        let change = |s: &mut Scenario, person: &mut Person| {
            let p = &mut s.behaviour.parameters;
            (p.effort.pride, p.effort.pride_needs) = (0.4, 2.0);
            p.quit.ordinary_met = 0.5;
            person.mind.needs = [0.1, relatedness, growth];
            person.mind.spirit = 0.25;
        };
        weighed(change, |stakes| {
            let [speed, care] = stakes.joy;
            assert_eq!(speed, 0.25);
            assert!((care - 0.25 - pride).abs() < 1e-12, "{care} for {pride}");
        });
    }
}

#[test]
fn who_feels_treated_unfairly_believes_less_of_what_an_award_is_worth() {
    for (fairness, worth) in [(1.0, 0.48), (0.5, 0.36), (0.0, 0.24)] {
        let change = |s: &mut Scenario, person: &mut Person| {
            s.behaviour.parameters.effort.justice = 0.5;
            s.behaviour.parameters.recognition.value = 0.8;
            person.traits.competitiveness = 1.2;
            person.mind.fairness = fairness;
        };
        weighed(change, |stakes| {
            let award = stakes.award;
            assert!((award - worth).abs() < 1e-12, "{award} for {worth}");
        });
    }
}

#[test]
fn targets_that_were_always_missed_take_the_heart_out_of_the_work_by_their_weight() {
    let mut scenario = Scenario::standard();
    scenario.behaviour.parameters.effort.discouragement = 0.8;
    let kpis = &mut scenario.appraisal.kpis;
    (kpis.call_volume.weight, kpis.talk_time.weight) = (50.0, 0.0);
    (kpis.inspection.weight, kpis.customer_rating.weight) = (25.0, 25.0);
    let plan = Plan::new(&scenario).expect("sound");
    for (record, left) in [
        ([0.5, 0.0, 0.6, 1.0], 1.0),
        ([0.25, 0.0, 0.5, 0.5], 0.8),
        ([0.0, 0.0, 0.25, 0.9], 0.5),
        ([0.0; 4], 0.2),
    ] {
        let beliefs = Beliefs {
            record,
            ..Beliefs::default()
        };
        let found = commitment(&plan, &beliefs);
        assert!((found - left).abs() < 1e-12, "{found} for {left}");
    }
}
