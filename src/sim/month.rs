//! The end of a month, in order: appraisal, awards, learning, fairness, needs, effort, leaving.

use super::course::Onlooker;
use super::pay;
use super::people::awards::{self, Candidate, Honours};
use super::people::belief::{self, Craft};
use super::people::effort::{self, Prospects};
use super::people::ladder::Rivals;
use super::people::needs::{self, Surroundings};
use super::people::roster::{Roster, number};
use super::people::{
    MONTHS_A_QUARTER, Month, Person, appraisal, development, ends_quarter, fairness, home, ladder,
    quit,
};
use crate::measure::ledger::{Ledger, Months, Reason};
use crate::rng::{Family, Luck, Stream};
use crate::scenario::behaviour::FairnessReference;
use crate::scenario::plan::Plan;
use crate::scenario::rewards::AwardStrategy;

/// The month that ends.
#[derive(Clone, Copy)]
pub struct Ending<'a> {
    /// The policy that it ends under.
    pub plan: &'a Plan,
    /// The luck of the replication.
    pub luck: Luck,
    /// Its number, from the beginning of the warm-up.
    pub month: u32,
    /// Its last day.
    pub day: u32,
}

impl Ending<'_> {
    fn is_measured(&self) -> bool {
        self.day >= self.plan.days().warmup
    }
}

/// Runs the end of a month.
pub fn end(
    now: Ending,
    roster: &mut Roster,
    honours: &mut Honours,
    ranks: &mut Vec<f64>,
    ledger: &mut Ledger,
    onlooker: &mut impl Onlooker,
) {
    let Ending {
        plan, luck, month, ..
    } = now;
    let measured = now.is_measured();
    let of_year = measured.then(|| plan.days().month_of_year(month));
    let candidates = appraise(now, roster, ledger, onlooker);
    if !plan.people_behave() {
        for (_, person) in roster.people_mut() {
            person.month = Month::default();
        }
        return;
    }
    let mut draws = luck.stream(Stream::Awards, month, 0);
    let mut other_draws = luck.stream(Stream::OtherLuck, month, u32::MAX);
    awards::season(
        plan,
        month,
        &candidates,
        [&mut draws, &mut other_draws],
        honours,
        roster,
        of_year,
    );
    onlooker.honoured(roster, honours);
    if measured {
        spend_on_rewards(plan, honours, roster, ledger);
        ledger.months.awards += honours.given;
        ledger.months.awards_by_luck += honours.by_luck;
    }
    rank(roster, ranks);
    roster.month_passes(plan, luck, month);
    let moods = luck.family(Stream::Moods);
    let views = look_around(plan, (moods, month), roster, honours);
    let prospects = prospects(plan, honours);
    for (seat, person) in roster.people_mut() {
        let view = &views[seat];
        fairness::update(plan, person, view.reference);
        needs::update(plan, person, view.surroundings);
        effort::choose(plan, person, &prospects);
        home::accrue(plan, person);
        development::month_passes(plan, person, month, seat);
        let r = &plan.scenario().behaviour.parameters.recognition;
        let mind = &mut person.mind;
        mind.recognised *= 1.0 - r.fade;
        mind.spirit *= 1.0 - r.fade;
        mind.passed_over *= 1.0 - r.hurt_fade;
        person.career.months_since_award = person.career.months_since_award.saturating_add(1);
    }
    leave(now, roster, ledger, onlooker);
    if ends_quarter(month) {
        let mut draws = luck.stream(Stream::Promotion, month, 0);
        ladder::promote(plan, roster, &mut draws, measured);
    }
    for (_, person) in roster.people_mut() {
        if measured {
            note(plan, person, &mut ledger.months);
        }
        person.month = Month::default();
    }
}

/// Writes down a person's month.
fn note(plan: &Plan, person: &mut Person, months: &mut Months) {
    let mind = &person.mind;
    months.existence += mind.needs[0];
    months.relatedness += mind.needs[1];
    months.growth += mind.needs[2];
    months.fairness += mind.fairness;
    let add = |sums: &mut [f64; 3], parts: [f64; 3]| {
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum += part;
        }
    };
    let effort = mind.effort;
    add(&mut months.effort, [effort.speed, effort.care, effort.cut]);
    add(&mut months.justice, mind.justice);
    add(&mut months.weights, needs::felt_weights(plan, person));
    months.people += 1;
    months.leave_asked += person.month.asked;
    months.leave_granted += person.month.granted;
    person.year.leave_asked += person.month.asked;
    person.year.leave_granted += person.month.granted;
}

fn appraise(
    now: Ending,
    roster: &mut Roster,
    ledger: &mut Ledger,
    onlooker: &mut impl Onlooker,
) -> Vec<Candidate> {
    let Ending {
        plan, luck, month, ..
    } = now;
    let measured = now.is_measured();
    let learning = plan.scenario().behaviour.parameters.effort.learning;
    let craft = Craft::of(plan);
    let mut candidates = Vec::with_capacity(roster.seats.len());
    for (seat, person) in roster.people_mut() {
        let whose = number(seat);
        let mut draws = luck.stream(Stream::Month, month, whose);
        let Some(found) = appraisal::appraise(plan, &person.month, &mut draws) else {
            continue;
        };
        onlooker.appraised(seat, &found);
        if measured {
            ledger.months.appraised += 1;
            ledger.months.reached_target += u32::from(found.reached[0]);
            person.year.appraised += 1;
            person.year.reached_target += u32::from(found.reached[0]);
        }
        if plan.people_behave() {
            belief::learn(plan, &craft, person, &found);
            let mut other = luck.stream(Stream::OtherLuck, month, whose);
            let again = appraisal::appraise(plan, &person.month, &mut other).unwrap_or(found);
            candidates.push(Candidate {
                seat,
                found,
                again,
                score: person.career.score,
                other_score: person.career.other_score,
                since: person.career.months_since_award,
                liked: person.traits.liked,
            });
            let career = &mut person.career;
            career.score += learning * (found.composite - career.score);
            career.other_score += learning * (again.composite - career.other_score);
        }
    }
    candidates
}

/// What a person sees before judging this month.
#[derive(Clone, Copy)]
struct View {
    reference: fairness::Reference,
    surroundings: Surroundings,
}

/// Each person's rank by score as a share, 0 = last, 1 = first.
fn rank(roster: &Roster, ranks: &mut Vec<f64>) {
    let score = |seat: usize| roster.seats[seat].person.as_ref().map(|p| p.career.score);
    let mut order: Vec<usize> = (0..roster.seats.len())
        .filter(|s| score(*s).is_some())
        .collect();
    crate::order::by(&mut order, |a, b| {
        let (a_score, b_score) = (score(*a).unwrap_or(0.0), score(*b).unwrap_or(0.0));
        a_score.total_cmp(&b_score).then(a.cmp(b))
    });
    ranks.clear();
    ranks.resize(roster.seats.len(), 0.5);
    #[allow(clippy::cast_precision_loss)]
    let last = order.len().saturating_sub(1).max(1) as f64;
    for (place, seat) in order.into_iter().enumerate() {
        #[allow(clippy::cast_precision_loss)]
        let share = place as f64 / last;
        ranks[seat] = share;
    }
}

fn look_around(
    plan: &Plan,
    (moods, month): (Family, u32),
    roster: &Roster,
    honours: &Honours,
) -> Vec<View> {
    let everyone = means(roster.people());
    let f = &plan.scenario().behaviour.parameters.fairness;
    let ordinary = plan.scenario().behaviour.parameters.quit.ordinary_met;
    let teams: Vec<Means> = (0..roster.leaders.len())
        .map(|team| {
            let seats = &roster.seats[roster.seats_of(team)];
            means(seats.iter().filter_map(|s| s.person.as_ref()))
        })
        .collect();
    let rivals = Rivals::of(roster.people());
    roster
        .seats
        .iter()
        .enumerate()
        .map(|(seat, s)| {
            let team = roster.team(seat);
            let leader = roster.support[team];
            let own = s.person.as_ref();
            let compared = match plan.scenario().behaviour.hypotheses.fairness_reference {
                FairnessReference::Team => teams[team],
                FairnessReference::Everyone => everyone,
                // What one had before is what one now expects.
                FairnessReference::OwnPast => own.map_or(everyone, |p| {
                    let used_to = p.mind.recognised + f.past * p.mind.passed_over;
                    Means {
                        recognised: used_to,
                        score: p.career.score,
                        ..everyone
                    }
                }),
            };
            View {
                reference: fairness::Reference {
                    recognised: compared.recognised,
                    score: compared.score,
                    // Where nothing is given there is nothing to judge by.
                    merit_link: honours.merit_link.map_or(ordinary, |link| link.max(0.0)),
                    leader,
                    granted: everyone.granted,
                },
                surroundings: Surroundings {
                    leader,
                    team_exhaustion: teams[team].exhaustion,
                    recognised_near: honours.near.get(team).copied().unwrap_or(0.0),
                    ladder_hope: own.map_or(0.0, |p| {
                        ladder::hope(plan, &roster.places, p, rivals(p.career.score))
                    }),
                    mood: moods.stream(month, number(seat)).normal(),
                },
            }
        })
        .collect()
}

/// What some people have on average.
#[derive(Clone, Copy, Default)]
struct Means {
    /// Their sense of being recognised.
    recognised: f64,
    /// Their smoothed score.
    score: f64,
    /// Their exhaustion.
    exhaustion: f64,
    /// The share of their requests that was granted lately.
    granted: f64,
}

fn means<'a>(people: impl Iterator<Item = &'a Person>) -> Means {
    let (mut sum, mut n) = (Means::default(), 0.0);
    for person in people {
        sum.recognised += person.mind.recognised;
        sum.score += person.career.score;
        sum.exhaustion += person.mind.exhaustion;
        sum.granted += person.mind.granted;
        n += 1.0;
    }
    // Where there is nobody all sums are nought.
    let n = f64::max(n, 1.0);
    Means {
        recognised: sum.recognised / n,
        score: sum.score / n,
        exhaustion: sum.exhaustion / n,
        granted: sum.granted / n,
    }
}

fn prospects(plan: &Plan, honours: &Honours) -> Prospects {
    let workforce = &plan.scenario().workforce;
    let awards = &plan.scenario().rewards.awards;
    // Seldom given, seldom hoped for: what a month's effort can win is the month's part of a season.
    let a_month = awards.coverage_share * f64::from(workforce.headcount) / 12.0;
    let a_quarter = f64::from(MONTHS_A_QUARTER);
    let own_part = match awards.strategy {
        AwardStrategy::Team => 1.0 / f64::from(workforce.team_size),
        AwardStrategy::Star => (a_quarter * a_month).min(1.0) / a_quarter,
        AwardStrategy::None
        | AwardStrategy::TopShare
        | AwardStrategy::Tiers
        | AwardStrategy::ManyAngles
        | AwardStrategy::OverBar
        | AwardStrategy::Rotation
        | AwardStrategy::PeerVote
        | AwardStrategy::Lottery => a_month.min(1.0),
    };
    Prospects {
        craft: Craft::of(plan),
        award_bar: honours.bar,
        own_part,
    }
}

fn leave(now: Ending, roster: &mut Roster, ledger: &mut Ledger, onlooker: &mut impl Onlooker) {
    let plan = now.plan;
    let q = &plan.scenario().behaviour.parameters.quit;
    let (involuntary, talked_about) = (q.involuntary, 1.0 - q.contagion_fade);
    let recent = roster.recent_quits.clone();
    for quits in &mut roster.recent_quits {
        *quits *= talked_about;
    }
    let mut left_in = vec![0.0; roster.leaders.len()];
    for seat in 0..roster.seats.len() {
        let team = roster.team(seat);
        let Some(person) = roster.seats[seat].person.as_mut() else {
            continue;
        };
        if person.career.leaves_on.is_some() {
            continue;
        }
        let whose = number(seat);
        let mut draws = now.luck.stream(Stream::Leaving, now.month, whose);
        let (decides, notice, fate) = (draws.uniform(), draws.uniform(), draws.uniform());
        let hazard = quit::hazard(plan, person, recent[team]);
        onlooker.weighs(seat, &hazard);
        let quits = decides < hazard.chance;
        if !quits && fate >= involuntary {
            continue;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let within = (notice * plan.days().per_month()) as u32;
        person.career.leaves_on = Some(now.day + 1 + within);
        person.career.quits = quits;
        if quits {
            left_in[team] += 1.0;
            if now.is_measured() {
                note_reasons(&hazard.reasons, ledger);
            }
        }
    }
    for (quits, left) in roster.recent_quits.iter_mut().zip(left_in) {
        *quits += left;
    }
}

fn note_reasons(reasons: &[f64; 7], ledger: &mut Ledger) {
    debug_assert_eq!(reasons.len(), Reason::ALL.len());
    let total: f64 = reasons.iter().sum();
    if total > 0.0 {
        for (sum, reason) in ledger.reasons.iter_mut().zip(reasons) {
            *sum += reason / total;
        }
    }
}

fn spend_on_rewards(plan: &Plan, honours: &Honours, roster: &Roster, ledger: &mut Ledger) {
    let s = plan.scenario();
    let rewards = &s.rewards;
    ledger.cost.rewards += honours.hours * pay::hourly(plan);
    let merit_days = rewards.merit_leave_days_per_year / 12.0 * pay::daily(plan);
    let bonus = rewards.cash.bonus_share_of_pay * s.workforce.monthly_pay_yuan;
    for (seat, post) in roster.seats.iter().enumerate() {
        if let Some(person) = &post.person {
            let paid = plan.shifts()[seat].hours_share;
            ledger.cost.rewards += (merit_days + bonus) * paid * person.career.score;
        }
    }
}
