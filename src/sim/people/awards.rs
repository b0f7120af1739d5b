//! Awards: who is recognised, by the chosen strategy, and what it does to winners and to the others.

use super::appraisal::Appraisal;
use super::roster::Roster;
use crate::rng::Draws;
use crate::scenario::plan::Plan;
use crate::scenario::rewards::AwardStrategy;

/// What the centre remembers between award seasons.
#[derive(Clone, Debug, Default)]
pub struct Honours {
    /// Awards that are due but not given yet.
    owed: f64,
    /// Composite score that was enough lately; None where score does not decide.
    pub bar: Option<f64>,
    /// How far awards visibly follow the appraisal, 0–1; None before the first season.
    pub merit_link: Option<f64>,
    /// Share of each team recognised lately, fading.
    pub near: Vec<f64>,
    /// Awards given this month.
    pub given: u32,
}

/// One who can be chosen this month.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The seat.
    pub seat: usize,
    /// This month's appraisal.
    pub found: Appraisal,
    /// Score smoothed over months.
    pub score: f64,
    /// Months since the last award.
    pub since: u32,
    /// How well liked, in standard deviations.
    pub liked: f64,
}

/// Whoever was recognised within this many months does not feel passed over.
const REMEMBERED_MONTHS: u32 = 12;

/// A winner and how visible the award is against an ordinary one.
type Winner = (usize, f64);

/// Gives this month's awards.
pub fn season(
    plan: &Plan,
    month: u32,
    candidates: &[Candidate],
    draws: &mut Draws,
    honours: &mut Honours,
    roster: &mut Roster,
) {
    let awards = &plan.scenario().rewards.awards;
    honours.near.resize(roster.leaders.len(), 0.0);
    let fade = 1.0 - plan.scenario().behaviour.parameters.recognition.fade;
    honours.near.iter_mut().for_each(|share| *share *= fade);
    honours.given = 0;
    let posts = f64::from(plan.scenario().workforce.headcount);
    honours.owed += awards.coverage_share * posts / 12.0;
    let quarterly = awards.strategy == AwardStrategy::Star;
    if quarterly && !(month + 1).is_multiple_of(3) {
        return;
    }
    // A year's awards never pile up: what could not be given for want of candidates lapses.
    honours.owed = honours.owed.min(awards.coverage_share * posts);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let places = (honours.owed + 1e-9).floor() as usize;
    let winners = choose(plan, candidates, places, draws, honours.bar, roster);
    if winners.is_empty() {
        return;
    }
    #[allow(clippy::cast_precision_loss)]
    let number = winners.len() as f64;
    honours.owed -= number;
    honours.given = u32::try_from(winners.len()).unwrap_or(u32::MAX);
    remember(awards.strategy, candidates, &winners, places, honours);
    celebrate(plan, candidates, &winners, roster, honours);
}

fn choose(
    plan: &Plan,
    candidates: &[Candidate],
    places: usize,
    draws: &mut Draws,
    bar: Option<f64>,
    roster: &Roster,
) -> Vec<Winner> {
    let awards = &plan.scenario().rewards.awards;
    let cool = |c: &&Candidate| c.since >= awards.cooling_off_months;
    let plain = |seats: Vec<usize>| seats.into_iter().map(|seat| (seat, 1.0)).collect();
    match awards.strategy {
        AwardStrategy::None => Vec::new(),
        AwardStrategy::Star => plain(best(candidates.iter(), places, |c| c.score)),
        AwardStrategy::TopShare => plain(best(candidates.iter(), places, |c| c.found.composite)),
        AwardStrategy::Tiers => {
            let ranked = best(candidates.iter(), places, |c| c.found.composite);
            let gold = places.div_ceil(6);
            let silver = gold + places.div_ceil(3);
            let shine = |rank: usize| match rank {
                r if r < gold => 1.5,
                r if r < silver => 1.0,
                _ => 0.6,
            };
            ranked
                .into_iter()
                .enumerate()
                .map(|(rank, seat)| (seat, shine(rank)))
                .collect()
        }
        AwardStrategy::ManyAngles => plain(many_angles(
            &candidates.iter().filter(cool).copied().collect::<Vec<_>>(),
            places,
        )),
        AwardStrategy::OverBar => {
            let over = |c: &&Candidate| bar.is_none_or(|bar| c.found.composite >= bar);
            let limit = if bar.is_some() { usize::MAX } else { places };
            let eligible = candidates.iter().filter(over);
            plain(best(eligible, limit, |c| c.found.composite))
        }
        AwardStrategy::Team => plain(best_team(candidates, places, roster)),
        AwardStrategy::Rotation => plain(best(candidates.iter().filter(cool), places, |c| {
            c.found.composite
        })),
        AwardStrategy::PeerVote => {
            let liking = plan.scenario().behaviour.parameters.recognition.liking;
            let votes: Vec<f64> = candidates
                .iter()
                .map(|c| c.score + liking * (c.liked + draws.normal()))
                .collect();
            plain(by_number(candidates, &votes, places))
        }
        AwardStrategy::Lottery => {
            let lots: Vec<f64> = candidates.iter().map(|_| draws.uniform()).collect();
            plain(by_number(candidates, &lots, places))
        }
    }
}

fn best<'a>(
    candidates: impl Iterator<Item = &'a Candidate>,
    places: usize,
    by: impl Fn(&Candidate) -> f64,
) -> Vec<usize> {
    let mut ranked: Vec<&Candidate> = candidates.collect();
    ranked.sort_by(|a, b| by(b).total_cmp(&by(a)).then(a.seat.cmp(&b.seat)));
    ranked.iter().take(places).map(|c| c.seat).collect()
}

fn by_number(candidates: &[Candidate], numbers: &[f64], places: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|a, b| numbers[*b].total_cmp(&numbers[*a]));
    order
        .iter()
        .take(places)
        .map(|i| candidates[*i].seat)
        .collect()
}

/// Volume, inspection, rating, talk time and progress take turns; one award a person.
fn many_angles(candidates: &[Candidate], places: usize) -> Vec<usize> {
    let angles: [fn(&Candidate) -> f64; 5] = [
        |c| c.found.points,
        |c| c.found.volume,
        |c| c.found.rating,
        |c| c.found.composite - c.score,
        |c| c.found.composite,
    ];
    let mut left = candidates.to_vec();
    let mut winners = Vec::new();
    for turn in 0..places.min(candidates.len()) {
        let Some(seat) = best(left.iter(), 1, angles[turn % angles.len()]).pop() else {
            break;
        };
        winners.push(seat);
        left.retain(|c| c.seat != seat);
    }
    winners
}

/// All of the team with the best mean score, once enough awards are due for a whole team.
fn best_team(candidates: &[Candidate], places: usize, roster: &Roster) -> Vec<usize> {
    let mut winner: (f64, Vec<usize>) = (f64::NEG_INFINITY, Vec::new());
    for team in 0..roster.leaders.len() {
        let seats = roster.seats_of(team);
        let members: Vec<&Candidate> = candidates
            .iter()
            .filter(|c| seats.contains(&c.seat))
            .collect();
        #[allow(clippy::cast_precision_loss)]
        let mean =
            members.iter().map(|c| c.found.composite).sum::<f64>() / members.len().max(1) as f64;
        if !members.is_empty() && members.len() <= places && mean > winner.0 {
            winner = (mean, members.iter().map(|c| c.seat).collect());
        }
    }
    winner.1
}

/// What people learn from a season: how high one had to be, and whether merit decided.
fn remember(
    strategy: AwardStrategy,
    candidates: &[Candidate],
    winners: &[Winner],
    places: usize,
    honours: &mut Honours,
) {
    let won = |c: &&Candidate| winners.iter().any(|w| w.0 == c.seat);
    let scores: Vec<f64> = candidates
        .iter()
        .filter(won)
        .map(|c| c.found.composite)
        .collect();
    #[allow(clippy::cast_precision_loss)]
    let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
    honours.bar = match strategy {
        AwardStrategy::Lottery | AwardStrategy::None => None,
        // Next month's bar is the score that this month would have filled the meant number.
        AwardStrategy::OverBar => {
            let mut all: Vec<f64> = candidates.iter().map(|c| c.found.composite).collect();
            all.sort_by(|a, b| b.total_cmp(a));
            all.get(places.saturating_sub(1)).copied().or(honours.bar)
        }
        AwardStrategy::Star
        | AwardStrategy::TopShare
        | AwardStrategy::Tiers
        | AwardStrategy::ManyAngles
        | AwardStrategy::Team
        | AwardStrategy::Rotation
        | AwardStrategy::PeerVote => Some(mean),
    };
    // Mean rank of the winners: one half under a lottery, one where the very best win.
    let below = |score: f64| {
        candidates
            .iter()
            .filter(|c| c.found.composite < score)
            .count()
    };
    #[allow(clippy::cast_precision_loss)]
    let ranks = scores.iter().map(|s| below(*s) as f64).sum::<f64>()
        / (scores.len() * candidates.len().saturating_sub(1).max(1)) as f64;
    let link = (2.0 * ranks - 1.0).clamp(0.0, 1.0);
    honours.merit_link = Some(
        honours
            .merit_link
            .map_or(link, |old| 0.7 * old + 0.3 * link),
    );
}

fn celebrate(
    plan: &Plan,
    candidates: &[Candidate],
    winners: &[Winner],
    roster: &mut Roster,
    honours: &mut Honours,
) {
    let visibility = plan.scenario().rewards.awards.visibility_share;
    let lift = plan.scenario().behaviour.parameters.recognition.lift;
    for (seat, shine) in winners {
        let team = roster.team(*seat);
        #[allow(clippy::cast_precision_loss)]
        let size = roster.seats_of(team).len() as f64;
        honours.near[team] += 1.0 / size;
        if let Some(person) = roster.seats[*seat].person.as_mut() {
            let warmth = (lift * (0.5 + visibility) * shine).min(1.0);
            person.mind.recognised += warmth * (1.0 - person.mind.recognised);
            person.mind.passed_over = 0.0;
            person.career.months_since_award = 0;
            person.year.awards += 1;
        }
    }
    let merit = |w: &Winner| {
        candidates
            .iter()
            .find(|c| c.seat == w.0)
            .map(|c| c.found.composite)
    };
    #[allow(clippy::cast_precision_loss)]
    let mean = winners.iter().filter_map(merit).sum::<f64>() / winners.len().max(1) as f64;
    for c in candidates {
        // Equal merit, nothing this time and nothing within a year.
        let overlooked = c.found.composite >= mean
            && c.since >= REMEMBERED_MONTHS
            && winners.iter().all(|w| w.0 != c.seat);
        if overlooked && let Some(person) = roster.seats[c.seat].person.as_mut() {
            person.mind.passed_over += 1.0;
        }
    }
}
