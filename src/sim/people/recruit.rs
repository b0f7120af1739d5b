//! Draws a person with the shares of the scenario.

use super::roster::number;
use super::{Beliefs, Career, Effort, Leave, Mind, Month, Person, Traits};
use crate::math::{exp, ln, unit};
use crate::measure::ledger::{PersonYear, Who};
use crate::rng::{Draws, Luck, Stream};
use crate::scenario::plan::Plan;

/// The `holder`-th person in `seat`, on the first day of service. Keyed by seat and holder, not by the
/// order of hiring: one quit more does not change who comes anywhere else.
#[must_use]
pub fn newcomer(plan: &Plan, luck: Luck, seat: usize, holder: u32) -> Person {
    let workforce = &plan.scenario().workforce;
    let part_time = plan.shifts()[seat].is_part_time();
    let who_comes = WhoComes::to(plan, part_time);
    let seat = number(seat);
    let mut draws = luck.stream(Stream::Traits, holder, seat);
    let woman = draws.chance(who_comes.women);
    let young = draws.chance(workforce.under_35_share);
    let degree = draws.chance(workforce.degree_share);
    let care_duty = draws.chance(who_comes.care[usize::from(!woman)]);
    let temper = luck.stream(Stream::Temper, holder, seat).normal();
    let traits = traits(plan, &mut draws, temper, [young, degree, care_duty]);
    let who = Who {
        seat,
        team: seat / workforce.team_size.max(1),
        woman,
        care_duty,
        part_time,
        young,
        degree,
        speed: -ln(traits.slowness),
        care: traits.care,
    };
    let p = &plan.scenario().behaviour.parameters;
    let (q, first) = (&p.quit, &p.effort);
    let contented = p.weights.contented_sd * temper;
    let fair = p.fairness.temper_sd * temper;
    Person {
        traits,
        mind: Mind {
            // Rested, but not as on the first day of one's life.
            exhaustion: q.ordinary_exhaustion / 2.0,
            relief: 0.0,
            needs: [unit(q.ordinary_met + contented); 3],
            fairness: unit(q.ordinary_met + fair),
            justice: [unit(q.ordinary_met + fair); 3],
            beliefs: Beliefs::default(),
            effort: Effort {
                speed: first.first_speed,
                care: first.first_care,
                cut: 0.0,
            },
            recognised: 0.0,
            spirit: 0.0,
            overwork: 0.0,
            passed_over: 0.0,
            granted: q.ordinary_met,
        },
        career: Career {
            tenure_days: 0.0,
            skill: 0.0,
            knowledge: 0.0,
            unfamiliar: 0.0,
            breadth: 0.0,
            step: None,
            score: q.ordinary_met,
            other_score: q.ordinary_met,
            months_since_award: u32::MAX / 2,
            leaves_on: None,
            quits: false,
        },
        leave: Leave {
            days: plan.scenario().support.leave.days_per_year,
            ..Leave::default()
        },
        month: Month::default(),
        year: PersonYear {
            who,
            ..PersonYear::default()
        },
    }
}

/// Who comes for a post: shares.
struct WhoComes {
    women: f64,
    /// Care duties, of women and of men.
    care: [f64; 2],
}

impl WhoComes {
    /// A full post takes the scenario's shares. To a part-time post those with care duties come more
    /// often, by the ratio of odds, and so do women where more of them have such duties.
    fn to(plan: &Plan, part_time: bool) -> Self {
        let workforce = &plan.scenario().workforce;
        let women = workforce.women_share;
        let care = [
            workforce.care_duty.women_share,
            workforce.care_duty.men_share,
        ];
        if !part_time {
            return Self { women, care };
        }
        let odds = workforce.part_time.care_odds;
        // How many come of each, in a measure by which those without duties are as many as before.
        let come = care.map(|share| 1.0 - share + odds * share);
        let [of_women, of_men] = [women * come[0], (1.0 - women) * come[1]];
        Self {
            women: of_women / (of_women + of_men),
            care: [odds * care[0] / come[0], odds * care[1] / come[1]],
        }
    }
}

/// Somebody with no traits at all, for the queue without people.
#[must_use]
pub fn nobody(plan: &Plan, luck: Luck, seat: usize) -> Person {
    let mut person = newcomer(plan, luck, seat, 0);
    person.traits.slowness = 1.0;
    person.traits.care = 0.0;
    person.career.skill = 1.0;
    // Calls take as long as the scenario says.
    person.career.knowledge = plan.scenario().behaviour.parameters.skill.knowledge_usual;
    person.mind.exhaustion = 0.0;
    person.mind.effort = Effort::default();
    person
}

/// Draws what never changes; of the three attributes, youth and a degree touch outside options, youth the
/// weights of needs, and care duty the events at home.
fn traits(
    plan: &Plan,
    draws: &mut Draws,
    temper: f64,
    [young, degree, care_duty]: [bool; 3],
) -> Traits {
    let p = &plan.scenario().behaviour.parameters;
    let mut ability = (draws.normal(), draws.normal());
    let base = if young {
        [p.weights.young_existence, p.weights.young_relatedness]
    } else {
        [p.weights.older_existence, p.weights.older_relatedness]
    };
    let growth = (1.0 - base[0] - base[1]).max(0.0);
    let weights = [base[0], base[1], growth].map(|w| w * exp(p.weights.spread * draws.normal()));
    let total: f64 = weights.iter().sum();
    let learning = exp(p.skill.learning_sd * draws.normal());
    // Who sees things kindly tires less.
    let kindly = p.strain.resilience_temper;
    let resilience = kindly * temper + (1.0 - kindly * kindly).sqrt() * draws.normal();
    let tiring = exp(-p.strain.resilience_sd * resilience);
    let competitiveness = 1.0 + p.recognition.competition_spread * (2.0 * draws.uniform() - 1.0);
    let qualm = p.cutting.qualm * exp(p.cutting.qualm_sd * draws.normal());
    let liked = draws.normal();
    let mut outside = p.quit.outside_sd * draws.normal();
    outside += if young { p.quit.young } else { 0.0 };
    outside += if degree { p.quit.degree } else { 0.0 };
    // Other applicants last: how many there are moves nothing else about the person.
    let mut best = seems(plan, ability, draws);
    for _ in 1..plan.scenario().workforce.hiring.applicants {
        let other = (draws.normal(), draws.normal());
        let looks = seems(plan, other, draws);
        if looks > best {
            (best, ability) = (looks, other);
        }
    }
    let (speed_z, other_z) = ability;
    let rho = p.skill.speed_care_correlation;
    let care_z = rho * speed_z + (1.0 - rho * rho).sqrt() * other_z;
    Traits {
        slowness: exp(-p.skill.speed_log_sd * speed_z),
        care: p.skill.care_sd * care_z,
        learning,
        tiring,
        weights: weights.map(|w| w / total.max(1e-9)),
        competitiveness,
        qualm,
        liked,
        outside,
        temper,
        care_duty,
    }
}

/// How good an applicant looks: true ability as far as selection is valid, and luck.
fn seems(plan: &Plan, ability: (f64, f64), draws: &mut Draws) -> f64 {
    let validity = plan.scenario().workforce.hiring.validity;
    let truth = (ability.0 + ability.1) / core::f64::consts::SQRT_2;
    validity * truth + (1.0 - validity * validity).sqrt() * draws.normal()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::field::Kind;

    fn luck(replication: u32) -> Luck {
        Luck {
            seed: 11,
            replication,
        }
    }

    #[test]
    fn who_sees_things_kindly_tires_less_by_the_stated_correlation() {
        let plan = Plan::new(&Scenario::standard()).expect("sound");
        let strain = &plan.scenario().behaviour.parameters.strain;
        let n = 4000_u32;
        let pairs: Vec<(f64, f64)> = (0..n)
            .map(|replication| {
                let luck = luck(replication);
                let traits = newcomer(&plan, luck, 0, 0).traits;
                (traits.temper, -ln(traits.tiring) / strain.resilience_sd)
            })
            .collect();
        let product: f64 = pairs.iter().map(|(a, b)| a * b).sum::<f64>() / f64::from(n);
        // Of two standard normals with correlation r the product has variance 1 + r².
        let r = strain.resilience_temper;
        let error = ((1.0 + r * r) / f64::from(n)).sqrt();
        assert!((product - r).abs() < 4.0 * error, "{product} against {r}");
        let square: f64 = pairs.iter().map(|(_, b)| b * b).sum::<f64>() / f64::from(n);
        assert!((square - 1.0).abs() < 4.0 * (2.0 / f64::from(n)).sqrt());
    }

    #[test]
    fn the_best_looking_of_many_solve_more_and_need_less_time_where_looks_tell() {
        let mut scenario = Scenario::standard();
        scenario.workforce.hiring.validity = 1.0;
        let mean = |applicants: u32, scenario: &mut Scenario| {
            scenario.workforce.hiring.applicants = applicants;
            let plan = Plan::new(scenario).expect("sound");
            let n = 1000_u32;
            let sums = (0..n).fold((0.0, 0.0), |(speed, care), replication| {
                let luck = Luck {
                    seed: 5,
                    replication,
                };
                let traits = newcomer(&plan, luck, 0, 0).traits;
                (speed - ln(traits.slowness), care + traits.care)
            });
            (sums.0 / f64::from(n), sums.1 / f64::from(n))
        };
        let one = mean(1, &mut scenario);
        let best = mean(8, &mut scenario);
        let skill = &scenario.behaviour.parameters.skill;
        // Means of a thousand draws each; their difference has at most this error.
        let error = |sd: f64| sd * (2.0 / 1000.0_f64).sqrt();
        assert!(
            best.0 - one.0 > 4.0 * error(skill.speed_log_sd),
            "{best:?} {one:?}"
        );
        assert!(
            best.1 - one.1 > 4.0 * error(skill.care_sd),
            "{best:?} {one:?}"
        );
        // One who was not chosen among others is as anybody is.
        assert!(one.0.abs() < 4.0 * error(skill.speed_log_sd));
    }

    #[test]
    fn who_sees_things_kindly_begins_more_content_and_with_more_sense_of_fairness() {
        let mut scenario = Scenario::standard();
        let p = &mut scenario.behaviour.parameters;
        (p.weights.contented_sd, p.fairness.temper_sd) = (0.2, 0.1);
        p.quit.ordinary_met = 0.5;
        let plan = Plan::new(&scenario).expect("sound");
        for replication in 0..20 {
            let luck = luck(replication);
            let person = newcomer(&plan, luck, 0, 0);
            let temper = person.traits.temper;
            let (met, fair) = (unit(0.5 + 0.2 * temper), unit(0.5 + 0.1 * temper));
            assert_eq!(person.mind.needs, [met; 3]);
            assert_eq!(
                (person.mind.fairness, person.mind.justice),
                (fair, [fair; 3])
            );
        }
    }

    #[test]
    fn nobody_is_cooling_off_or_remembers_an_award_who_never_had_one() {
        let plan = Plan::new(&Scenario::standard()).expect("sound");
        let luck = luck(0);
        let since = newcomer(&plan, luck, 0, 0).career.months_since_award;
        let longest = |path: &str| match crate::scenario::find(path).expect("a field").kind {
            Kind::Whole { max, .. } => f64::from(max),
            Kind::Number { max, .. } => max,
            other => panic!("{other:?}"),
        };
        for path in [
            "rewards.awards.cooling_off_months",
            "behaviour.parameters.recognition.remembered_months",
        ] {
            assert!(f64::from(since) > longest(path), "{path}");
        }
    }

    #[test]
    fn the_log_of_how_fast_people_learn_spreads_as_far_as_is_set() {
        let learning = |sd: f64, replication| {
            let mut scenario = Scenario::standard();
            scenario.behaviour.parameters.skill.learning_sd = sd;
            let plan = Plan::new(&scenario).expect("sound");
            let luck = luck(replication);
            newcomer(&plan, luck, 0, 0).traits.learning
        };
        for replication in 0..20 {
            let [none, some, twice] = [0.0, 0.3, 0.6].map(|sd| learning(sd, replication));
            assert_eq!(none, 1.0);
            assert!((ln(twice) - 2.0 * ln(some)).abs() < 1e-12, "{some} {twice}");
        }
    }

    #[test]
    fn the_fast_solve_less_or_more_by_the_stated_correlation() {
        for rho in [-0.6, 0.6] {
            let mut scenario = Scenario::standard();
            scenario.workforce.hiring.applicants = 1;
            scenario.behaviour.parameters.skill.speed_care_correlation = rho;
            let plan = Plan::new(&scenario).expect("sound");
            let skill = &plan.scenario().behaviour.parameters.skill;
            let n = 4000_u32;
            let product = |replication| {
                let luck = luck(replication);
                let traits = newcomer(&plan, luck, 0, 0).traits;
                -ln(traits.slowness) / skill.speed_log_sd * traits.care / skill.care_sd
            };
            let mean = (0..n).map(product).sum::<f64>() / f64::from(n);
            // Of two standard normals with correlation r the product has variance 1 + r².
            let error = ((1.0 + rho * rho) / f64::from(n)).sqrt();
            assert!((mean - rho).abs() < 4.0 * error, "{mean} against {rho}");
        }
    }
}
