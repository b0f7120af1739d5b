//! Growth: learning on the job, training off the phones, rotation, promotion into real vacancies.

use super::Person;
use super::roster::Roster;
use crate::math::pow;
use crate::rng::Draws;
use crate::scenario::development::{Criterion, Trained};
use crate::scenario::plan::Plan;

/// Hours of one training session.
const SESSION_HOURS: f64 = 4.0;

/// A day at work teaches.
pub fn learn_by_doing(plan: &Plan, person: &mut Person) {
    let skill = &plan.scenario().behaviour.parameters.skill;
    let left = pow(0.5, person.traits.learning / skill.half_life_days);
    person.career.skill = 1.0 - (1.0 - person.career.skill) * left;
    person.career.unfamiliar *= left;
}

/// Hours of training that a person has a right to in a month, by the policy.
#[must_use]
pub fn hours_due(plan: &Plan, person: &Person, rank_share: f64) -> f64 {
    let training = &plan.scenario().development.training;
    // The budget is an average over the staff: a third of them gets three times as much.
    match training.who {
        Trained::Everyone => training.hours_per_month,
        Trained::New => {
            let new = person.career.tenure_days < f64::from(plan.days().measured);
            if new {
                3.0 * training.hours_per_month
            } else {
                0.0
            }
        }
        Trained::Best => {
            if rank_share >= 2.0 / 3.0 {
                3.0 * training.hours_per_month
            } else {
                0.0
            }
        }
        Trained::Weak => {
            if rank_share < 1.0 / 3.0 {
                3.0 * training.hours_per_month
            } else {
                0.0
            }
        }
    }
}

/// Hours of training on this day of the month for someone who is due `hours` in it: sessions are
/// spread over the month, and over the people by their seat.
#[must_use]
pub fn hours_today(hours: f64, day_of_month: u32, days_in_month: u32, seat: usize) -> f64 {
    if hours <= 0.0 {
        return 0.0;
    }
    let days = f64::from(days_in_month.max(1));
    let sessions = (hours / SESSION_HOURS).ceil().min(days);
    #[allow(clippy::cast_precision_loss)]
    let turn = (f64::from(day_of_month) + (seat * 5) as f64) % days;
    let held = ((turn + 1.0) * sessions / days).floor() - (turn * sessions / days).floor();
    held * hours / sessions
}

/// What an hour of training leaves.
pub fn train(plan: &Plan, person: &mut Person, hours: f64) {
    let gain = plan
        .scenario()
        .behaviour
        .parameters
        .skill
        .training_hour_gain;
    let left = pow(1.0 - gain, hours);
    person.career.knowledge = 1.0 - (1.0 - person.career.knowledge) * left;
    person.month.training_hours += hours;
}

/// A month ages knowledge and may bring a move to other work.
pub fn month_passes(plan: &Plan, person: &mut Person, month: u32, seat: usize) {
    let fade = plan.scenario().behaviour.parameters.skill.knowledge_fade;
    person.career.knowledge *= 1.0 - fade;
    let every = plan.scenario().development.rotation.months_between;
    if every > 0 && (month as usize + seat).is_multiple_of(every as usize) {
        person.career.unfamiliar = 1.0;
    }
}

/// A quarter's promotions: the best candidates by the criterion fill the places that are open.
pub fn promote(plan: &Plan, roster: &mut Roster, draws: &mut Draws, measured: bool) {
    let ladder = &plan.scenario().development.ladder;
    if !ladder.enabled {
        return;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let places = places(plan) as usize;
    let held = roster.people().filter(|p| p.career.promoted).count();
    let year = f64::from(plan.days().measured);
    let mut candidates: Vec<(f64, usize)> = roster
        .people_mut()
        .map(|(seat, p)| {
            // Everybody draws, so that who is eligible moves nobody else's luck.
            let favour = draws.normal();
            let by = match ladder.criterion {
                Criterion::Merit => p.career.score,
                Criterion::Seniority => p.career.tenure_days,
                Criterion::Discretion => p.traits.liked + favour,
            };
            let eligible = !p.career.promoted && p.career.tenure_days >= year;
            (if eligible { by } else { f64::NEG_INFINITY }, seat)
        })
        .filter(|(by, _)| by.is_finite())
        .collect();
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, seat) in candidates.into_iter().take(places.saturating_sub(held)) {
        if let Some(person) = roster.seats[seat].person.as_mut() {
            person.career.promoted = true;
            person.year.end.promotions += u32::from(measured);
        }
    }
}

/// The chance of getting onto the ladder as a person sees it, 0–1: places for each colleague who stands
/// before oneself, by what the selection goes by; and as far as the selection is open.
#[must_use]
pub fn hope(plan: &Plan, person: &Person, rank_share: f64) -> f64 {
    let ladder = &plan.scenario().development.ladder;
    let share = places(plan) / f64::from(plan.scenario().workforce.headcount);
    if !ladder.enabled || share <= 0.0 {
        return 0.0;
    }
    if person.career.promoted {
        return 1.0;
    }
    let year = f64::from(plan.days().measured);
    let before = match ladder.criterion {
        Criterion::Merit => 1.0 - rank_share,
        Criterion::Seniority => 1.0 - (person.career.tenure_days / (5.0 * year)).min(1.0),
        // Nobody knows where one stands with the leaders.
        Criterion::Discretion => 1.0,
    };
    ladder.openness_share * (share / before.max(share)).sqrt()
}

/// Places on the ladder.
fn places(plan: &Plan) -> f64 {
    let ladder = &plan.scenario().development.ladder;
    (ladder.places_share * f64::from(plan.scenario().workforce.headcount)).round()
}
