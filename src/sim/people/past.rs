//! The past of the seats: who is there at the beginning, and what years of service have left in them.

use super::Person;
use super::recruit::newcomer;
use super::roster::number;
use crate::math::{exp, pow, unit};
use crate::rng::{Luck, Stream};
use crate::scenario::development::Trained;
use crate::scenario::parameters::work::Skill;
use crate::scenario::plan::Plan;

/// How many mean tenures before the beginning a seat's history starts: long enough to be forgotten.
const HISTORY_TENURES: f64 = 5.0;

/// What the past of all seats has in common.
pub struct Past<'a> {
    plan: &'a Plan,
    /// Years before the beginning at which it starts.
    history: f64,
    /// Mean stay of one of no inclination, in years.
    mean_stay: f64,
}

impl<'a> Past<'a> {
    /// Of a centre that has existed for years.
    #[must_use]
    pub fn of(plan: &'a Plan) -> Self {
        let mean_tenure = plan.scenario().workforce.mean_tenure_years.max(0.05);
        Self {
            plan,
            history: HISTORY_TENURES * mean_tenure,
            mean_stay: mean_stay(plan, mean_tenure),
        }
    }
}

/// Who holds `seat` at the beginning, and how many held it before and including that person.
///
/// The seat's past is lived through in short: holders follow one another, each staying for a time that
/// depends on outside options, on how fast the person tires and on how kindly the person sees things. So
/// those who are here have stayed for a reason, as in a centre that has existed for years, and the year
/// that is measured does not begin with a clearing out.
#[must_use]
pub fn incumbent(past: &Past, luck: Luck, seat: usize) -> (Person, u32) {
    let plan = past.plan;
    let whose = number(seat);
    let mut draws = luck.stream(Stream::Beginning, 0, whose);
    let mut back = past.history;
    let mut holder = 0;
    loop {
        let mut person = newcomer(plan, luck, seat, holder);
        let stays = draws.exponential() * past.mean_stay / exp(inclination(plan, &person));
        holder += 1;
        if stays > back {
            settle(plan, &mut person, back, draws.normal());
            return (person, holder);
        }
        back -= stays;
    }
}

/// What a person's traits add to the log of the hazard of leaving, at ordinary strain and in a job that
/// meets needs as usual.
fn inclination(plan: &Plan, person: &Person) -> f64 {
    let p = &plan.scenario().behaviour.parameters;
    let tires = p.quit.exhaustion * p.quit.ordinary_exhaustion * (person.traits.tiring - 1.0);
    (person.traits.outside + tires - kindly(plan) * person.traits.temper).clamp(-3.0, 3.0)
}

/// What a standard deviation of seeing things kindly takes off that log.
fn kindly(plan: &Plan) -> f64 {
    let p = &plan.scenario().behaviour.parameters;
    p.quit.needs * p.weights.contented_sd + p.quit.unfairness * p.fairness.temper_sd
}

/// How long somebody of no inclination stays on average where those who are there on the first day have
/// served the stated years: less, as who stays long is met more often.
///
/// In a past of length H the mean service of those who are met is τ · E[h⁻² (1 − e^(−H h/τ))] / E[h⁻¹], with
/// the log of h normal. It grows with τ, so halving finds it.
fn mean_stay(plan: &Plan, served: f64) -> f64 {
    let (mean, sd) = inclinations(plan);
    // Steps of a fifth of a standard deviation, to four on either side; only ratios count.
    let hazards: Vec<(f64, f64)> = (-20..=20)
        .map(|step| {
            let z = f64::from(step) / 5.0;
            (exp(-z * z / 2.0), exp((mean + sd * z).clamp(-3.0, 3.0)))
        })
        .collect();
    let history = HISTORY_TENURES * served;
    let met = |stay: f64| {
        let (mut service, mut all) = (0.0, 0.0);
        for (weight, hazard) in &hazards {
            let seen = 1.0 - exp(-history * hazard / stay);
            service += weight * stay * seen / (hazard * hazard);
            all += weight / hazard;
        }
        service / all
    };
    let (mut short, mut long) = (0.0, 4.0 * served);
    // With hazards as low as they are let be it is exp(3) times as long.
    while met(long) < served && long < 50.0 * served {
        (short, long) = (long, 2.0 * long);
    }
    // To a millionth.
    for _ in 0..22 {
        let middle = f64::midpoint(short, long);
        if met(middle) < served {
            short = middle;
        } else {
            long = middle;
        }
    }
    long
}

/// Mean and standard deviation of the inclinations of those who come.
fn inclinations(plan: &Plan) -> (f64, f64) {
    let s = plan.scenario();
    let p = &s.behaviour.parameters;
    let of = |share: f64, shift: f64| (share * shift, share * (1.0 - share) * shift * shift);
    let (young, young_var) = of(s.workforce.under_35_share, p.quit.young);
    let (degree, degree_var) = of(s.workforce.degree_share, p.quit.degree);
    // Spreads are small: the log of tiring stands for tiring − 1.
    let tires = p.quit.exhaustion * p.quit.ordinary_exhaustion * p.strain.resilience_sd;
    let with_temper = p.strain.resilience_temper;
    let of_temper = tires * with_temper + kindly(plan);
    let alone = tires * tires * (1.0 - with_temper * with_temper);
    let outside = p.quit.outside_sd * p.quit.outside_sd + young_var + degree_var;
    (
        young + degree + tires * p.strain.resilience_sd / 2.0,
        (outside + alone + of_temper * of_temper).sqrt(),
    )
}

/// What years of service have left in a person.
fn settle(plan: &Plan, person: &mut Person, years: f64, z: f64) {
    let p = &plan.scenario().behaviour.parameters;
    let ordinary = p.quit.ordinary_exhaustion;
    person.career.tenure_days = years * f64::from(plan.days().measured);
    let hours_share = plan.shifts()[person.year.who.seat as usize].hours_share;
    let practised = person.career.tenure_days * hours_share;
    person.career.skill = learned(plan, person, practised);
    let months = years * 12.0;
    person.career.knowledge = trained(plan, months);
    let every = f64::from(plan.scenario().development.rotation.months_between);
    if every > 0.0 {
        person.career.breadth = 1.0 - exp(-p.skill.breadth_gain * months / every);
    }
    // Requests that flexible hours solve are granted; of the others as usual.
    let flexible = &plan.scenario().support.flexible_work;
    if flexible.enabled {
        person.mind.granted += flexible.solves_share * (1.0 - person.mind.granted);
    }
    person.mind.exhaustion =
        unit(ordinary * person.traits.tiring.min(2.0) + p.strain.beginning_sd * z);
}

/// Knowledge after so many months of service under the policy of training, from none. Where the new have all
/// of it, that is what a year of it leaves, faded since; else it is that of everybody's equal part.
fn trained(plan: &Plan, months: f64) -> f64 {
    let skill = &plan.scenario().behaviour.parameters.skill;
    let training = &plan.scenario().development.training;
    let stays = 1.0 - skill.knowledge_fade;
    let (hours, most) = (training.hours_per_month, training.most_hours_per_month);
    match training.who {
        Trained::Everyone | Trained::Best | Trained::Weak => {
            learned_in(skill, hours.min(most), months)
        }
        Trained::New => {
            // Of people whose service is exponential so many are in their first year.
            let new = 1.0 - exp(-1.0 / plan.scenario().workforce.mean_tenure_years.max(0.05));
            let first_year = learned_in(skill, (hours / new).min(most), months.min(12.0));
            first_year * pow(stays, (months - 12.0).max(0.0))
        }
    }
}

/// Knowledge after so many months of so many hours each: a month's hours close a part of what is lacking,
/// and then some fades.
fn learned_in(skill: &Skill, hours: f64, months: f64) -> f64 {
    let stays = 1.0 - skill.knowledge_fade;
    let lacks = pow(1.0 - skill.training_hour_gain, hours);
    let each = stays * lacks;
    if each >= 1.0 {
        return 0.0;
    }
    stays * (1.0 - lacks) / (1.0 - each) * (1.0 - pow(each, months))
}

/// Progress on the learning curve after this many days of service.
fn learned(plan: &Plan, person: &Person, days: f64) -> f64 {
    let half_life = plan.scenario().behaviour.parameters.skill.half_life_days;
    1.0 - pow(0.5, days * person.traits.learning / half_life)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::field::Value;

    /// Everybody who is there on the first day of so many halls.
    fn everybody(scenario: &Scenario, halls: u32) -> (Plan, Vec<Person>) {
        let plan = Plan::new(scenario).expect("sound");
        let past = Past::of(&plan);
        let people = (0..halls).flat_map(|replication| {
            let luck = Luck {
                seed: 17,
                replication,
            };
            (0..plan.shifts().len()).map({
                let past = &past;
                move |seat| incumbent(past, luck, seat).0
            })
        });
        let people = people.collect();
        (plan, people)
    }

    #[allow(clippy::cast_precision_loss)]
    fn mean_and_error(values: &[f64]) -> (f64, f64) {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
        (mean, (variance / n).sqrt())
    }

    #[test]
    fn those_who_are_there_have_served_the_stated_years_and_see_things_kindly() {
        let scenario = Scenario::standard();
        let (plan, people) = everybody(&scenario, 60);
        let year = f64::from(plan.days().measured);
        let served: Vec<f64> = people.iter().map(|p| p.career.tenure_days / year).collect();
        let (mean, error) = mean_and_error(&served);
        let stated = scenario.workforce.mean_tenure_years;
        // Beside chance a thirtieth: the log of the hazard is normal but for two groups and for tiring.
        assert!(
            (mean - stated).abs() < 4.0 * error + stated / 30.0,
            "{mean} ± {error} for {stated}"
        );
        let temper: Vec<f64> = people.iter().map(|p| p.traits.temper).collect();
        let (mean, error) = mean_and_error(&temper);
        assert!(mean > 4.0 * error, "{mean} ± {error}");
    }

    #[test]
    fn knowledge_is_what_the_months_of_training_would_have_left() {
        for (who, hours, months) in [
            (Trained::Everyone, 4.0, 7),
            (Trained::Weak, 1.0, 30),
            (Trained::New, 1.0, 9),
            (Trained::New, 1.0, 40),
            (Trained::Everyone, 0.0, 12),
        ] {
            let mut scenario = Scenario::standard();
            scenario.development.training.who = who;
            scenario.development.training.hours_per_month = hours;
            let plan = Plan::new(&scenario).expect("sound");
            let skill = &scenario.behaviour.parameters.skill;
            let new = 1.0 - exp(-1.0 / scenario.workforce.mean_tenure_years);
            let mut expected = 0.0;
            for month in 0..months {
                let each = match who {
                    Trained::New if month < 12 => hours / new,
                    Trained::New => 0.0,
                    _ => hours,
                };
                let lacks = (1.0 - expected) * pow(1.0 - skill.training_hour_gain, each);
                expected = (1.0 - lacks) * (1.0 - skill.knowledge_fade);
            }
            let found = trained(&plan, f64::from(months));
            assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
        }
        // Without hours and without ageing nothing is ever learned or lost.
        let mut still = Scenario::standard();
        still.development.training.hours_per_month = 0.0;
        still.behaviour.parameters.skill.knowledge_fade = 0.0;
        let plan = Plan::new(&still).expect("sound");
        assert_eq!(trained(&plan, 50.0), 0.0);
    }

    #[test]
    fn flexible_hours_are_known_to_grant_what_they_solve() {
        let plain =
            Scenario::standard().with("support.flexible_work.enabled", Value::Switch(false));
        let flexible = plain
            .clone()
            .with("support.flexible_work.enabled", Value::Switch(true));
        let granted = |scenario: &Scenario| everybody(scenario, 1).1[0].mind.granted;
        let ordinary = plain.behaviour.parameters.quit.ordinary_met;
        assert_eq!(granted(&plain), ordinary);
        let solves = plain.support.flexible_work.solves_share;
        assert_eq!(granted(&flexible), ordinary + solves * (1.0 - ordinary));
    }

    /// The equation of [`mean_stay`], summed up once more in other steps and farther out; where many are likely to
    /// leave, the way to its answer is longer.
    #[test]
    fn how_long_people_stay_gives_the_service_that_is_stated() {
        for (shift, served) in [(0.0, 2.0), (0.5, 2.0), (2.0, 2.0), (2.0, 9.0), (-1.0, 0.5)] {
            let mut scenario = Scenario::standard();
            scenario.workforce.under_35_share = 1.0;
            scenario.workforce.degree_share = 1.0;
            scenario.behaviour.parameters.quit.young = shift;
            scenario.behaviour.parameters.quit.degree = shift;
            let plan = Plan::new(&scenario).expect("sound");
            let stay = mean_stay(&plan, served);
            let (mean, sd) = inclinations(&plan);
            let (mut service, mut all) = (0.0, 0.0);
            for step in -600..=600 {
                let z = f64::from(step) / 100.0;
                let hazard = exp((mean + sd * z).clamp(-3.0, 3.0)) / stay;
                let weight = exp(-z * z / 2.0);
                let seen = 1.0 - exp(-HISTORY_TENURES * served * hazard);
                service += weight * seen / (hazard * hazard);
                all += weight / hazard;
            }
            let found = service / all;
            assert!(
                (found / served - 1.0).abs() < 0.002,
                "{found} for {served} after {shift}"
            );
        }
    }

    #[test]
    fn whoever_tires_and_has_elsewhere_to_go_is_inclined_to_leave_and_the_kindly_are_not() {
        let plan = Plan::new(&Scenario::standard()).expect("sound");
        let p = &plan.scenario().behaviour.parameters;
        let luck = Luck {
            seed: 17,
            replication: 0,
        };
        let mut person = newcomer(&plan, luck, 0, 0);
        let mut with = |outside, tiring, temper| {
            let traits = &mut person.traits;
            (traits.outside, traits.tiring, traits.temper) = (outside, tiring, temper);
            inclination(&plan, &person)
        };
        let usual = p.quit.exhaustion * p.quit.ordinary_exhaustion;
        assert_eq!(with(0.5, 1.0, 0.0), 0.5);
        assert!((with(0.5, 1.5, 0.0) - (0.5 + usual / 2.0)).abs() < 1e-12);
        let kindly =
            p.quit.needs * p.weights.contented_sd + p.quit.unfairness * p.fairness.temper_sd;
        assert!(kindly > 0.0 && (with(0.5, 1.0, 1.0) - (0.5 - kindly)).abs() < 1e-12);
        assert_eq!([with(9.0, 1.0, 0.0), with(-9.0, 1.0, 0.0)], [3.0, -3.0]);
    }

    #[test]
    fn the_learning_curve_and_the_rotation_are_where_years_have_brought_them() {
        let mut scenario = Scenario::standard();
        scenario.development.rotation.months_between = 6;
        let plan = Plan::new(&scenario).expect("sound");
        let skill = &plan.scenario().behaviour.parameters.skill;
        let luck = Luck {
            seed: 17,
            replication: 0,
        };
        let mut person = newcomer(&plan, luck, 0, 0);
        person.traits.learning = 2.0;
        let half = skill.half_life_days / 2.0 / f64::from(plan.days().measured);
        settle(&plan, &mut person, 2.0 * half, 0.0);
        assert!((person.career.skill - 0.75).abs() < 1e-9);
        let turns = 2.0 * half * 12.0 / 6.0;
        let seen = 1.0 - exp(-skill.breadth_gain * turns);
        assert!((person.career.breadth - seen).abs() < 1e-9);
        let quit = &plan.scenario().behaviour.parameters.quit;
        let tired = unit(quit.ordinary_exhaustion * person.traits.tiring.min(2.0));
        assert!((person.mind.exhaustion - tired).abs() < 1e-12);
        // Without rotation nobody has seen more than one kind of work.
        scenario.development.rotation.months_between = 0;
        let plan = Plan::new(&scenario).expect("sound");
        let mut person = newcomer(&plan, luck, 0, 0);
        settle(&plan, &mut person, 5.0, 0.0);
        assert_eq!(person.career.breadth, 0.0);
    }
}
