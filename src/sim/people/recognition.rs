//! What an award does to its winner and to those who see it: warmth, spirit, hours off, being passed over.

use super::awards::{Candidate, Honours, Merit, Winner, at_seat, how_many_below, sorted};
use super::effort::rarity;
use super::roster::Roster;
use crate::scenario::behaviour::AwardReach;
use crate::scenario::plan::Plan;
use crate::sim::pay::HOURS_A_DAY;

/// Hands the awards out; `of_year` is the month's place in the year that is counted, if it is.
pub(super) fn celebrate(
    plan: &Plan,
    candidates: &[Candidate],
    winners: &[Winner],
    roster: &mut Roster,
    honours: &mut Honours,
    of_year: Option<usize>,
) {
    let awards = &plan.scenario().rewards.awards;
    let r = &plan.scenario().behaviour.parameters.recognition;
    let shines: f64 = winners.iter().map(|w| w.shine).sum();
    // Hours off: as set for each award, or what has come due of the year's budget, by the award's weight;
    // awards that all weigh nothing have equal parts.
    #[allow(clippy::cast_precision_loss)]
    let equal = 1.0 / winners.len() as f64;
    let hours_of = |shine: f64, owed: f64| {
        if awards.budget_hours_per_year > 0.0 {
            if shines > 0.0 {
                owed * shine / shines
            } else {
                owed * equal
            }
        } else {
            awards.leave_hours_each
        }
    };
    let owed = honours.hours_owed;
    // An award by lot obliges nobody and spurs nobody.
    let deserved = honours.merit_link.unwrap_or(0.0).max(0.0);
    let rarity = match plan.scenario().behaviour.hypotheses.award_reach {
        AwardReach::Exclusive => rarity(plan),
        AwardReach::Wide | AwardReach::CrowdOut => 1.0,
    };
    for winner in winners {
        let team = roster.team(winner.seat);
        #[allow(clippy::cast_precision_loss)]
        let size = roster.seats_of(team).len() as f64;
        honours.near[team] += 1.0 / size;
        let hours = hours_of(winner.shine, owed);
        honours.hours += hours;
        if let Some(person) = roster.seats[winner.seat].person.as_mut() {
            let seen = (r.private + awards.visibility_share) * winner.shine;
            let mind = &mut person.mind;
            mind.recognised += (r.lift * seen).min(1.0) * (1.0 - mind.recognised);
            mind.spirit += r.spirit * seen * deserved * rarity;
            mind.passed_over = 0.0;
            person.career.months_since_award = 0;
            // A part-timer's day off is shorter.
            let hours_share = plan.shifts()[winner.seat].hours_share;
            person.leave.won += hours / (HOURS_A_DAY * hours_share);
            if let Some(count) = of_year.and_then(|m| person.year.awards_by_month.get_mut(m)) {
                *count = count.saturating_add(1);
            }
        }
    }
    if !winners.is_empty() {
        honours.hours_owed = 0.0;
        strive(plan, candidates, winners, deserved, roster);
    }
    pass_over(plan, candidates, winners, roster);
}

/// Under the exclusive hypothesis those who did not get a rare, visible, deserved award try to catch up.
fn strive(
    plan: &Plan,
    candidates: &[Candidate],
    winners: &[Winner],
    deserved: f64,
    roster: &mut Roster,
) {
    if plan.scenario().behaviour.hypotheses.award_reach != AwardReach::Exclusive {
        return;
    }
    let r = &plan.scenario().behaviour.parameters.recognition;
    let visible = plan.scenario().rewards.awards.visibility_share;
    let spur = r.striving * rarity(plan) * visible * deserved;
    let seats = seats_of(winners);
    for c in candidates {
        if let Some(person) = roster.seats[c.seat].person.as_mut()
            && seats.binary_search(&c.seat).is_err()
        {
            person.mind.spirit = person.mind.spirit.max(spur);
        }
    }
}

/// Those who had more of what an award was given for, and had nothing themselves for a year, are passed
/// over: a share of colleagues preferred, on the scale of a year's awards.
fn pass_over(plan: &Plan, candidates: &[Candidate], winners: &[Winner], roster: &mut Roster) {
    let r = &plan.scenario().behaviour.parameters.recognition;
    #[allow(clippy::cast_precision_loss)]
    let everyone = candidates.len().max(1) as f64;
    let lesser = Merit::ALL.map(|merit| {
        let of = |w: &Winner| at_seat(candidates, w.seat).map(|c| merit.of(c));
        sorted(winners.iter().filter(|w| w.merit == merit).filter_map(of))
    });
    let seats = seats_of(winners);
    for c in candidates {
        if f64::from(c.since) < r.remembered_months || seats.binary_search(&c.seat).is_ok() {
            continue;
        }
        let lesser = lesser.iter().zip(Merit::ALL);
        let lesser: usize = lesser
            .map(|(winners, merit)| how_many_below(winners, merit.of(c)))
            .sum();
        #[allow(clippy::cast_precision_loss)]
        let preferred = lesser as f64 / everyone * 12.0;
        if let Some(person) = roster.seats[c.seat].person.as_mut()
            && person.career.months(plan.days().per_month()) >= r.settled_months
        {
            person.mind.passed_over += preferred;
        }
    }
}

/// The winners' seats, in order.
fn seats_of(winners: &[Winner]) -> Vec<usize> {
    let mut seats: Vec<usize> = winners.iter().map(|w| w.seat).collect();
    crate::order::by(&mut seats, usize::cmp);
    seats
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{LUCK, candidate, season_among};
    use super::*;
    use crate::rng::Stream;
    use crate::scenario::Scenario;
    use crate::scenario::field::Value;
    use crate::sim::people::appraisal::Appraisal;

    /// The first seats, each with an award that shines so much.
    fn winners(shines: [f64; 3]) -> Vec<Winner> {
        let places = shines.into_iter().enumerate();
        let winner = |(seat, shine)| Winner {
            seat,
            shine,
            merit: Merit::Composite,
        };
        places.map(winner).collect()
    }

    /// Before anybody was ever rewarded.
    fn opened(plan: &Plan) -> (Roster, Honours) {
        let roster = Roster::open(plan, LUCK);
        let mut honours = Honours::default();
        honours.near.resize(roster.leaders.len(), 0.0);
        (roster, honours)
    }

    /// Hours off that three winners get, a gold, a silver and a bronze one, of 70 that have come due; then
    /// what has been handed out in all and what is left.
    fn hours(path: &str, hours: f64) -> ([f64; 3], f64, f64) {
        let scenario = Scenario::standard().with(path, Value::Number(hours));
        let plan = Plan::new(&scenario).expect("sound");
        let (mut roster, mut honours) = opened(&plan);
        honours.hours_owed = 70.0;
        let winners = winners([2.0, 1.0, 0.5]);
        let won = |roster: &Roster, seat: usize| {
            let person = roster.seats[seat].person.as_ref().expect("held");
            person.leave.won * HOURS_A_DAY
        };
        let before = [0, 1, 2].map(|seat| won(&roster, seat));
        celebrate(&plan, &[], &winners, &mut roster, &mut honours, None);
        let more = [0, 1, 2].map(|seat| won(&roster, seat) - before[seat]);
        (more, honours.hours, honours.hours_owed)
    }

    #[test]
    fn what_is_due_of_a_budget_is_shared_by_weight_and_spent() {
        let (each, all, left) = hours("rewards.awards.budget_hours_per_year", 840.0);
        for (found, due) in each.into_iter().zip([40.0, 20.0, 10.0]) {
            assert!((found - due).abs() < 1e-9, "{found} for {due}");
        }
        assert!((all - 70.0).abs() < 1e-9 && left == 0.0, "{all}, {left}");
    }

    #[test]
    fn without_a_budget_every_award_has_the_same_hours() {
        let (each, all, _) = hours("rewards.awards.leave_hours_each", 5.0);
        assert!(each.iter().all(|h| (h - 5.0).abs() < 1e-9), "{each:?}");
        assert!((all - 15.0).abs() < 1e-9, "{all}");
    }

    /// Whom three who did equally well vote for, by how much each of them is liked.
    fn voted(liked: [f64; 3], month: u32) -> Vec<usize> {
        let scenario = Scenario::standard()
            .with("rewards.awards.strategy", Value::Choice("peer_vote"))
            .with("rewards.awards.coverage_share", Value::Number(0.2))
            .with("workforce.headcount", Value::Whole(60));
        let plan = Plan::new(&scenario).expect("sound");
        let candidates = [0, 1, 2].map(|seat| Candidate {
            liked: liked[seat],
            ..candidate(seat, Appraisal::default())
        });
        let roster = season_among(&plan, month, &candidates, &mut Honours::default());
        let has_won = |seat: &usize| {
            let person = roster.seats[*seat].person.as_ref().expect("held");
            person.career.months_since_award == 0
        };
        (0..3).filter(has_won).collect()
    }

    #[test]
    fn of_equals_a_vote_falls_to_whoever_is_liked_best_and_then_to_the_months_highest_draw() {
        for month in 0..8 {
            assert_eq!(voted([0.0, 9.0, 0.0], month), [1], "{month}");
            let mut draws = LUCK.stream(Stream::Awards, month, 0);
            let drawn = [0, 1, 2].map(|_| draws.normal());
            let highest = (0..3).max_by(|a, b| drawn[*a].total_cmp(&drawn[*b]));
            assert_eq!(voted([0.0; 3], month), [highest.expect("three")], "{month}");
        }
    }

    #[test]
    fn an_award_closes_a_part_of_the_gap_in_recognition_by_its_shine() {
        let mut scenario = Scenario::standard();
        let r = &mut scenario.behaviour.parameters.recognition;
        (r.lift, r.private) = (0.4, 0.5);
        scenario.rewards.awards.visibility_share = 0.5;
        let plan = Plan::new(&scenario).expect("sound");
        let (mut roster, mut honours) = opened(&plan);
        let winners = winners([3.0, 1.0, 0.5]);
        for (_, person) in roster.people_mut() {
            person.mind.recognised = 0.5;
        }
        celebrate(&plan, &[], &winners, &mut roster, &mut honours, None);
        let felt = roster.people().map(|p| p.mind.recognised);
        // Four tenths of the gap for an ordinary award, never more than the whole.
        for (found, expected) in felt.zip([1.0, 0.7, 0.6, 0.5]) {
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
        }
    }
}
