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
    let deserved = honours.merit_link.unwrap_or(0.0);
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
            person.leave.won += hours / HOURS_A_DAY;
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
    seats.sort_unstable();
    seats
}
