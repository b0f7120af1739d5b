//! Growth: learning on the job, training off the phones, rotation to other work.

use super::Person;
use super::roster::Roster;
use crate::math::pow;
use crate::scenario::development::Trained;
use crate::scenario::plan::Plan;

/// A day at work teaches, part of a day by its part; what a rotation brought becomes familiar, and one
/// knows more kinds of work.
pub fn learn_by_doing(plan: &Plan, person: &mut Person, hours_share: f64) {
    let skill = &plan.scenario().behaviour.parameters.skill;
    let left = pow(
        0.5,
        person.traits.learning * hours_share / skill.half_life_days,
    );
    let career = &mut person.career;
    career.skill = 1.0 - (1.0 - career.skill) * left;
    let learned = career.unfamiliar * (1.0 - left);
    career.unfamiliar -= learned;
    career.breadth += skill.breadth_gain * learned * (1.0 - career.breadth);
}

/// Whether a person shares in the training of the month that began on a day: has a right to it by the policy
/// (`rank_share` is the rank by score, 1 = first) and was ready for the phones by then. Hours are shared out as
/// a month begins, so whoever is ready later waits for the next.
#[must_use]
pub fn is_due(
    plan: &Plan,
    person: &Person,
    rank_share: f64,
    ready_on: u32,
    month_begins: u32,
) -> bool {
    let has_right = match plan.scenario().development.training.who {
        Trained::Everyone => true,
        Trained::New => person.career.tenure_days < f64::from(plan.days().measured),
        Trained::Best => rank_share >= 2.0 / 3.0,
        Trained::Weak => rank_share < 1.0 / 3.0,
    };
    has_right && ready_on <= month_begins
}

/// Hours of training for each who shares in them, in the month that begins on this `day`: the budget is the same
/// whoever gets it.
#[must_use]
pub fn hours_each(plan: &Plan, roster: &Roster, ranks: &[f64], day: u32) -> f64 {
    let (mut staff, mut due) = (0.0, 0.0);
    for (seat, post) in roster.seats.iter().enumerate() {
        if let Some(person) = &post.person {
            staff += 1.0;
            let shares = is_due(plan, person, ranks[seat], post.ready_on, day);
            due += f64::from(u32::from(shares));
        }
    }
    let training = &plan.scenario().development.training;
    if due > 0.0 {
        (training.hours_per_month * staff / due).min(training.most_hours_per_month)
    } else {
        0.0
    }
}

/// Hours of training on the `day`-th of a month's `days` for someone who is due `hours` in it: sessions
/// are spread over the month, and over the people by their seat.
#[must_use]
pub fn hours_today(plan: &Plan, hours: f64, (day, days): (u32, u32), seat: usize) -> f64 {
    if hours <= 0.0 {
        return 0.0;
    }
    let days = f64::from(days.max(1));
    let session = plan.scenario().development.training.session_hours;
    let sessions = (hours / session).ceil().min(days);
    #[allow(clippy::cast_precision_loss)]
    let turn = (f64::from(day) + (seat * 5) as f64) % days;
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

#[cfg(test)]
mod tests {
    use super::super::fixtures::{LUCK, somebody};
    use super::super::recruit::newcomer;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn half_a_gap_is_closed_in_the_half_life_sooner_by_fast_learners_and_later_in_part_time() {
        let mut scenario = Scenario::standard();
        scenario.behaviour.parameters.skill.half_life_days = 12.0;
        let plan = Plan::new(&scenario).expect("sound");
        for (learning, hours_share, days) in [
            (1.0, 1.0, 12),
            (2.0, 1.0, 6),
            (2.0, 0.5, 12),
            (0.5, 0.25, 96),
        ] {
            let mut person = somebody(&plan);
            person.traits.learning = learning;
            person.career.unfamiliar = 1.0;
            for _ in 0..days {
                learn_by_doing(&plan, &mut person, hours_share);
            }
            // A rounding or two a day.
            for half in [person.career.skill, person.career.unfamiliar] {
                assert!(
                    (half - 0.5).abs() < 1e-13,
                    "{learning} {hours_share}: {half}"
                );
            }
        }
    }

    #[test]
    fn everybody_moves_to_other_work_every_so_many_months_and_nobody_without_rotation() {
        for (every, moves) in [(0, 0), (6, 4), (12, 2)] {
            let mut scenario = Scenario::standard();
            scenario.development.rotation.months_between = every;
            let plan = Plan::new(&scenario).expect("sound");
            for seat in 0..3 {
                let mut person = newcomer(&plan, LUCK, seat, 0);
                let moved = |month: &u32| {
                    person.career.unfamiliar = 0.0;
                    month_passes(&plan, &mut person, *month, seat);
                    person.career.unfamiliar == 1.0
                };
                assert_eq!((0..24).filter(moved).count(), moves, "every {every}");
            }
        }
    }
}
