//! Awards: who is recognised, by the chosen strategy, and what is learned of how it is done.

use super::appraisal::Appraisal;
use super::ends_quarter;
use super::recognition;
use super::roster::Roster;
use crate::order;
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
    /// How far awards visibly follow the appraisal: 0 as by lot, at most 1; None before the first season.
    pub merit_link: Option<f64>,
    /// Share of each team recognised lately, fading.
    pub near: Vec<f64>,
    /// Awards given this month.
    pub given: u32,
    /// Of those, to people who would not have had it with other luck.
    pub by_luck: u32,
    /// Hours off given with them.
    pub hours: f64,
    /// Hours of the year's budget that are due but not given yet.
    pub(super) hours_owed: f64,
}

/// One who can be chosen this month.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The seat.
    pub seat: usize,
    /// This month's appraisal.
    pub found: Appraisal,
    /// What it would have been with other calls inspected.
    pub again: Appraisal,
    /// Score smoothed over months.
    pub score: f64,
    /// What it would be, had other calls been inspected all along.
    pub other_score: f64,
    /// Months since the last award.
    pub since: u32,
    /// How well liked, in standard deviations.
    pub liked: f64,
}

/// A winner.
#[derive(Clone, Copy)]
pub(super) struct Winner {
    pub(super) seat: usize,
    /// How visible the award is against an ordinary one.
    pub(super) shine: f64,
    /// The merit that it was given for, or would have had to be given for.
    pub(super) merit: Merit,
}

/// What an award can be given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merit {
    /// This month's whole.
    Composite,
    /// The whole, smoothed over months.
    Score,
    Points,
    Volume,
    Rating,
    /// This month's whole above what one is used to.
    Progress,
}

impl Merit {
    pub(super) const ALL: [Self; 6] = [
        Self::Composite,
        Self::Score,
        Self::Points,
        Self::Volume,
        Self::Rating,
        Self::Progress,
    ];

    /// Of somebody who can be chosen.
    pub(super) fn of(self, c: &Candidate) -> f64 {
        match self {
            Self::Composite => c.found.composite,
            Self::Score => c.score,
            Self::Points => c.found.points,
            Self::Volume => c.found.volume,
            Self::Rating => c.found.rating,
            Self::Progress => c.found.composite - c.score,
        }
    }
}

/// One of the candidates, who are in the order of their seats.
pub(super) fn at_seat(candidates: &[Candidate], seat: usize) -> Option<&Candidate> {
    let place = candidates.binary_search_by_key(&seat, |c| c.seat).ok()?;
    candidates.get(place)
}

/// Gives this month's awards; `of_year` is the month's place in the year that is counted, if it is.
#[allow(clippy::too_many_arguments)]
pub fn season(
    plan: &Plan,
    month: u32,
    candidates: &[Candidate],
    [draws, other_draws]: [&mut Draws; 2],
    honours: &mut Honours,
    roster: &mut Roster,
    of_year: Option<usize>,
) {
    let awards = &plan.scenario().rewards.awards;
    honours.near.resize(roster.leaders.len(), 0.0);
    let fade = 1.0 - plan.scenario().behaviour.parameters.recognition.fade;
    honours.near.iter_mut().for_each(|share| *share *= fade);
    (honours.given, honours.by_luck, honours.hours) = (0, 0, 0.0);
    honours.hours_owed += awards.budget_hours_per_year / 12.0;
    let a_year = awards.coverage_share * f64::from(plan.scenario().workforce.headcount);
    honours.owed += a_year / 12.0;
    // Nothing is owed where nothing is given: a course may give awards from some month on.
    if awards.strategy == AwardStrategy::None {
        (honours.owed, honours.hours_owed) = (0.0, 0.0);
    }
    if awards.strategy == AwardStrategy::Star && !ends_quarter(month) {
        return;
    }
    // No more than a year's awards, or a team's, pile up for want of candidates: the rest lapses.
    let team = f64::from(plan.scenario().workforce.team_size);
    honours.owed = honours.owed.min(a_year.max(team));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let places = (honours.owed + 1e-9).floor() as usize;
    // Whoever was found cutting calls short is out of it this month.
    let honest: Vec<Candidate> = candidates
        .iter()
        .filter(|c| c.found.found_cut == 0)
        .copied()
        .collect();
    let winners = choose(plan, &honest, places, draws, honours.bar, roster);
    let otherwise: Vec<Candidate> = candidates
        .iter()
        .filter(|c| c.again.found_cut == 0)
        .map(|c| Candidate {
            found: c.again,
            score: c.other_score,
            ..*c
        })
        .collect();
    let others = choose(plan, &otherwise, places, other_draws, honours.bar, roster);
    let by_luck = winners
        .iter()
        .filter(|w| !others.iter().any(|o| o.seat == w.seat));
    honours.by_luck = u32::try_from(by_luck.count()).unwrap_or(u32::MAX);
    #[allow(clippy::cast_precision_loss)]
    let number = winners.len() as f64;
    honours.owed -= number;
    honours.given = u32::try_from(winners.len()).unwrap_or(u32::MAX);
    remember(plan, candidates, &winners, honours);
    recognition::celebrate(plan, candidates, &winners, roster, honours, of_year);
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
    let won = |seats: Vec<usize>, merit: Merit| {
        let winner = |seat| Winner {
            seat,
            shine: 1.0,
            merit,
        };
        seats.into_iter().map(winner).collect::<Vec<_>>()
    };
    match awards.strategy {
        AwardStrategy::None => Vec::new(),
        AwardStrategy::Star => won(best(candidates.iter(), places, Merit::Score), Merit::Score),
        AwardStrategy::TopShare => won(
            best(candidates.iter(), places, Merit::Composite),
            Merit::Composite,
        ),
        AwardStrategy::Tiers => {
            let mut winners = won(
                best(candidates.iter(), places, Merit::Composite),
                Merit::Composite,
            );
            let r = &plan.scenario().behaviour.parameters.recognition;
            #[allow(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss
            )]
            let of = |share: f64| (places as f64 * share - 1e-9).ceil().max(0.0) as usize;
            let gold = of(r.gold_share);
            let silver = gold + of(r.silver_share);
            for (rank, winner) in winners.iter_mut().enumerate() {
                winner.shine = if rank < gold {
                    r.gold
                } else if rank < silver {
                    1.0
                } else {
                    r.bronze
                };
            }
            winners
        }
        AwardStrategy::ManyAngles => {
            let eligible: Vec<Candidate> = candidates.iter().filter(cool).copied().collect();
            many_angles(eligible, places)
        }
        AwardStrategy::OverBar => {
            let over = |c: &&Candidate| bar.is_none_or(|bar| c.found.composite >= bar);
            let limit = if bar.is_some() { usize::MAX } else { places };
            won(
                best(candidates.iter().filter(over), limit, Merit::Composite),
                Merit::Composite,
            )
        }
        AwardStrategy::Team => won(
            best_team(candidates, places, plan, roster),
            Merit::Composite,
        ),
        AwardStrategy::Rotation => won(
            best(candidates.iter().filter(cool), places, Merit::Composite),
            Merit::Composite,
        ),
        AwardStrategy::PeerVote => {
            let liking = plan.scenario().behaviour.parameters.recognition.liking;
            let votes: Vec<f64> = candidates
                .iter()
                .map(|c| c.score + liking * (c.liked + draws.normal()))
                .collect();
            won(by_number(candidates, &votes, places), Merit::Composite)
        }
        AwardStrategy::Lottery => {
            let lots: Vec<f64> = candidates.iter().map(|_| draws.uniform()).collect();
            won(by_number(candidates, &lots, places), Merit::Composite)
        }
    }
}

fn best<'a>(
    candidates: impl Iterator<Item = &'a Candidate>,
    places: usize,
    by: Merit,
) -> Vec<usize> {
    let mut ranked: Vec<&Candidate> = candidates.collect();
    order::by(&mut ranked, |a, b| {
        by.of(b).total_cmp(&by.of(a)).then(a.seat.cmp(&b.seat))
    });
    ranked.iter().take(places).map(|c| c.seat).collect()
}

fn by_number(candidates: &[Candidate], numbers: &[f64], places: usize) -> Vec<usize> {
    let order = order::positions(candidates.len(), &mut |a, b| {
        numbers[b].total_cmp(&numbers[a])
    });
    order
        .iter()
        .take(places)
        .map(|i| candidates[*i].seat)
        .collect()
}

/// Inspection, volume, rating, progress and the whole take turns; one award a person.
fn many_angles(mut left: Vec<Candidate>, places: usize) -> Vec<Winner> {
    let angles = [
        Merit::Points,
        Merit::Volume,
        Merit::Rating,
        Merit::Progress,
        Merit::Composite,
    ];
    let mut winners = Vec::new();
    for turn in 0..places.min(left.len()) {
        let merit = angles[turn % angles.len()];
        // Of equals the first, who has the lower seat.
        let better = |a: &Candidate, b: &Candidate| {
            let by_merit = merit.of(b).total_cmp(&merit.of(a));
            by_merit.then(a.seat.cmp(&b.seat))
        };
        let Some(seat) = left.iter().min_by(|a, b| better(a, b)).map(|c| c.seat) else {
            break;
        };
        winners.push(Winner {
            seat,
            shine: 1.0,
            merit,
        });
        left.retain(|c| c.seat != seat);
    }
    winners
}

/// All of the team with the best mean score, once enough awards are due for a team.
fn best_team(candidates: &[Candidate], places: usize, plan: &Plan, roster: &Roster) -> Vec<usize> {
    let posts = plan.scenario().workforce.headcount;
    if places < plan.scenario().workforce.team_size.min(posts) as usize {
        return Vec::new();
    }
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
        if !members.is_empty() && mean > winner.0 {
            winner = (mean, members.iter().map(|c| c.seat).collect());
        }
    }
    winner.1
}

/// Merits in ascending order.
pub(super) fn sorted(merits: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut merits: Vec<f64> = merits.collect();
    order::numbers(&mut merits);
    merits
}

/// How many of the merits in ascending order are below one's own.
pub(super) fn how_many_below(merits: &[f64], own: f64) -> usize {
    merits.partition_point(|merit| *merit < own)
}

/// What people learn from a season: how high one had to be, and whether merit decided.
fn remember(plan: &Plan, candidates: &[Candidate], winners: &[Winner], honours: &mut Honours) {
    let awards = &plan.scenario().rewards.awards;
    let of = |w: &Winner| at_seat(candidates, w.seat);
    let composite = |c: &Candidate| c.found.composite;
    let scores: Vec<f64> = winners.iter().filter_map(of).map(composite).collect();
    #[allow(clippy::cast_precision_loss)]
    let mean = scores.iter().sum::<f64>() / scores.len().max(1) as f64;
    match awards.strategy {
        AwardStrategy::Lottery | AwardStrategy::None => honours.bar = None,
        // Next month's bar is the score that this month would have let the meant number through.
        AwardStrategy::OverBar => {
            let mut all: Vec<f64> = candidates.iter().map(composite).collect();
            order::by(&mut all, |a, b| b.total_cmp(a));
            let a_month =
                awards.coverage_share * f64::from(plan.scenario().workforce.headcount) / 12.0;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let meant = a_month.round().max(1.0) as usize;
            honours.bar = all.get(meant - 1).copied().or(honours.bar);
        }
        _ if winners.is_empty() => {}
        // Where the composite decides, the last winner's was just enough.
        AwardStrategy::Star
        | AwardStrategy::TopShare
        | AwardStrategy::Tiers
        | AwardStrategy::Rotation => {
            honours.bar = Some(scores.iter().copied().fold(f64::INFINITY, f64::min));
        }
        // Where something else decides, people take the winners' mean for what it takes.
        AwardStrategy::ManyAngles | AwardStrategy::Team | AwardStrategy::PeerVote => {
            honours.bar = Some(mean);
        }
    }
    if winners.is_empty() || candidates.len() < 2 {
        return;
    }
    // Mean rank of the winners in what they won for: one half under a lottery, one where the best win.
    let everyone = Merit::ALL.map(|merit| {
        let given = winners.iter().any(|w| w.merit == merit);
        sorted(candidates.iter().filter(|_| given).map(|c| merit.of(c)))
    });
    #[allow(clippy::cast_precision_loss)]
    let rank = |w: &Winner| {
        let own = of(w).map_or(0.0, |c| w.merit.of(c));
        let below = how_many_below(&everyone[w.merit as usize], own);
        below as f64 / (candidates.len() - 1) as f64
    };
    #[allow(clippy::cast_precision_loss)]
    let ranks = winners.iter().map(rank).sum::<f64>() / winners.len() as f64;
    // Below nought where most were better: under a lottery as often as above.
    let link = 2.0 * ranks - 1.0;
    let rate = plan
        .scenario()
        .behaviour
        .parameters
        .recognition
        .link_smoothing;
    honours.merit_link = Some(
        honours
            .merit_link
            .map_or(link, |old| old + rate * (link - old)),
    );
}
