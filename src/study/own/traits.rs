//! What a centre's months are summed up to: a few figures that constants move, the same for real months
//! and simulated ones. Middle values and quartiles instead of means, so that a few wild cells move little.

use crate::math::{exp, ln};
use crate::order;
use crate::scenario::import::centre::{AgentMonth, Record};
use std::collections::{BTreeMap, BTreeSet};

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// Root of the share of people who leave in a year; the root has the same luck at any level.
    Turnover,
    /// Of the leavers, those in their first year.
    EarlyShare,
    /// Log of how much more leavers by month vary than chance alone would make them.
    Clustering,
    /// Log of calls of an agent's day.
    Calls,
    /// The same, spread between agents.
    CallsBetween,
    /// The same, spread from month to month of an agent.
    CallsWithin,
    /// Log of mean talk.
    Talk,
    /// Its spread between agents.
    TalkBetween,
    /// Its spread from month to month.
    TalkWithin,
    /// Inspection score.
    Score,
    /// Its spread between agents.
    ScoreBetween,
    /// Its spread from month to month.
    ScoreWithin,
    /// Satisfied share.
    Rating,
    /// Its spread between agents.
    RatingBetween,
    /// Days worked in a month.
    Days,
    /// Newcomers' talk in their first two months against later, log.
    NewTalk,
    /// Newcomers' score likewise.
    NewScore,
    /// Leavers' calls in their last months against the others', log.
    LeaversCalls,
    /// Leavers' score likewise.
    LeaversScore,
    /// Calls in the month after an award against the month before, log.
    AwardedCalls,
    /// Score likewise.
    AwardedScore,
    /// Share of those with an award who leave, less that of the others.
    AwardedLeave,
}

impl Trait {
    /// All, in the order of a row's figures.
    pub const ALL: [Trait; 22] = [
        Trait::Turnover,
        Trait::EarlyShare,
        Trait::Clustering,
        Trait::Calls,
        Trait::CallsBetween,
        Trait::CallsWithin,
        Trait::Talk,
        Trait::TalkBetween,
        Trait::TalkWithin,
        Trait::Score,
        Trait::ScoreBetween,
        Trait::ScoreWithin,
        Trait::Rating,
        Trait::RatingBetween,
        Trait::Days,
        Trait::NewTalk,
        Trait::NewScore,
        Trait::LeaversCalls,
        Trait::LeaversScore,
        Trait::AwardedCalls,
        Trait::AwardedScore,
        Trait::AwardedLeave,
    ];
}

/// On what scale a trait is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it is, in its own unit.
    Amount,
    /// As it is, a share.
    Share,
    /// Root of a share.
    Root,
    /// Log of an amount.
    Log,
    /// Log of a ratio.
    Ratio,
    /// Log of a ratio that is read as a change.
    LogChange,
}

impl Trait {
    /// On what scale it is held.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            Trait::Turnover => Scale::Root,
            Trait::Calls | Trait::Talk => Scale::Log,
            Trait::Clustering => Scale::Ratio,
            Trait::NewTalk | Trait::LeaversCalls | Trait::AwardedCalls => Scale::LogChange,
            Trait::EarlyShare
            | Trait::CallsBetween
            | Trait::CallsWithin
            | Trait::TalkBetween
            | Trait::TalkWithin
            | Trait::Rating
            | Trait::RatingBetween
            | Trait::AwardedLeave => Scale::Share,
            Trait::Score
            | Trait::ScoreBetween
            | Trait::ScoreWithin
            | Trait::Days
            | Trait::NewScore
            | Trait::LeaversScore
            | Trait::AwardedScore => Scale::Amount,
        }
    }

    /// The amount, share, ratio or change that a value stands for.
    #[must_use]
    pub fn plain(self, value: f64) -> f64 {
        match self.scale() {
            Scale::Amount | Scale::Share => value,
            Scale::Root => value * value,
            Scale::Log | Scale::Ratio => exp(value),
            Scale::LogChange => exp(value) - 1.0,
        }
    }
}

/// All figures of a record; None where the months don't have what it takes.
#[must_use]
pub fn of(record: &Record) -> Vec<Option<f64>> {
    let calls = Measured::new(record, |a| per_day(a).filter(|v| *v > 0.0).map(ln));
    let talk = Measured::new(record, |a| a.talk.filter(|v| *v > 0.0).map(ln));
    let score = Measured::new(record, |a| a.score);
    let rating = Measured::new(record, |a| a.rating);
    let days = Measured::new(record, |a| a.days);
    let agents = Agents::of(record);
    Trait::ALL
        .into_iter()
        .map(|one| match one {
            Trait::Turnover => turnover(record).map(f64::sqrt),
            Trait::EarlyShare => early_share(record),
            Trait::Clustering => clustering(record),
            Trait::Calls => calls.level,
            Trait::CallsBetween => calls.between(),
            Trait::CallsWithin => calls.within(),
            Trait::Talk => talk.level,
            Trait::TalkBetween => talk.between(),
            Trait::TalkWithin => talk.within(),
            Trait::Score => score.level,
            Trait::ScoreBetween => score.between(),
            Trait::ScoreWithin => score.within(),
            Trait::Rating => rating.level,
            Trait::RatingBetween => rating.between(),
            Trait::Days => days.level,
            Trait::NewTalk => agents.newcomers(&talk),
            Trait::NewScore => agents.newcomers(&score),
            Trait::LeaversCalls => agents.leavers(&calls),
            Trait::LeaversScore => agents.leavers(&score),
            Trait::AwardedCalls => after_awards(record, &calls),
            Trait::AwardedScore => after_awards(record, &score),
            Trait::AwardedLeave => agents.awarded_leave(record),
        })
        .collect()
}

/// Calls of a day worked, or of the month where days are not known.
fn per_day(a: &AgentMonth) -> Option<f64> {
    match a.days {
        Some(days) if days > 0.0 => Some(a.calls / days),
        Some(_) => None,
        None => Some(a.calls),
    }
}

/// The course by month: leavers, calls of a day, talk, score; medians over agents.
#[must_use]
pub fn course(record: &Record) -> super::Course4 {
    (0..record.months())
        .map(|month| {
            let of = |what: fn(&AgentMonth) -> Option<f64>| {
                let now = record.agents.iter().filter(|a| a.month == month);
                quantile(now.filter_map(what).collect(), 0.5)
            };
            let leavers = record.staff[month as usize].map(|s| s.leavers);
            [leavers, of(per_day), of(|a| a.talk), of(|a| a.score)]
        })
        .collect()
}

fn turnover(record: &Record) -> Option<f64> {
    let known: Vec<_> = record.staff.iter().flatten().collect();
    let people: f64 = known.iter().map(|s| s.headcount).sum();
    let leavers: f64 = known.iter().map(|s| s.leavers).sum();
    (people > 0.0).then(|| leavers * 12.0 / people)
}

fn early_share(record: &Record) -> Option<f64> {
    let known = record
        .staff
        .iter()
        .flatten()
        .filter_map(|s| Some((s.leavers, s.early_leavers?)));
    let (all, early) = known.fold((0.0, 0.0), |sum, (a, e)| (sum.0 + a, sum.1 + e));
    (all > 0.0).then(|| early / all)
}

fn clustering(record: &Record) -> Option<f64> {
    let leavers: Vec<f64> = record.staff.iter().flatten().map(|s| s.leavers).collect();
    let mean = mean(&leavers).filter(|mean| *mean > 0.0 && leavers.len() >= 3)?;
    let variance =
        leavers.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / to_f64(leavers.len() - 1);
    Some(ln((variance / mean).max(0.05)))
}

/// A result of agents by month: its level, and how each agent's month differs from that month's median.
struct Measured {
    level: Option<f64>,
    deviations: BTreeMap<u32, BTreeMap<u32, f64>>,
}

impl Measured {
    fn new(record: &Record, what: impl Fn(&AgentMonth) -> Option<f64>) -> Self {
        let values: Vec<(u32, u32, f64)> = record
            .agents
            .iter()
            .filter_map(|a| Some((a.month, a.agent, what(a)?)))
            .collect();
        let mut months: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
        for (month, _, value) in &values {
            months.entry(*month).or_default().push(*value);
        }
        let usual: BTreeMap<u32, f64> = months
            .into_iter()
            .filter_map(|(m, v)| Some((m, quantile(v, 0.5)?)))
            .collect();
        let mut deviations: BTreeMap<u32, BTreeMap<u32, f64>> = BTreeMap::new();
        for (month, agent, value) in &values {
            deviations
                .entry(*agent)
                .or_default()
                .insert(*month, value - usual[month]);
        }
        Self {
            level: quantile(values.into_iter().map(|v| v.2).collect(), 0.5),
            deviations,
        }
    }

    /// Spread between agents of their mean deviation; from five agents with two months each.
    fn between(&self) -> Option<f64> {
        let means = self.deviations.values().filter(|m| m.len() >= 2);
        let means: Vec<f64> = means
            .filter_map(|m| mean(&m.values().copied().collect::<Vec<_>>()))
            .collect();
        (means.len() >= 5).then(|| spread(means)).flatten()
    }

    /// Spread of the change from one month to the next.
    fn within(&self) -> Option<f64> {
        let changes: Vec<f64> = self
            .deviations
            .values()
            .flat_map(|months| {
                months
                    .iter()
                    .filter_map(|(month, value)| Some(months.get(&(month + 1))? - value))
                    .collect::<Vec<f64>>()
            })
            .collect();
        (changes.len() >= 5).then(|| spread(changes)).flatten()
    }
}

/// When agents are first and last seen.
struct Agents {
    seen: BTreeMap<u32, (u32, u32)>,
    first: u32,
    last: u32,
}

impl Agents {
    fn of(record: &Record) -> Self {
        let mut seen: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for a in &record.agents {
            let times = seen.entry(a.agent).or_insert((a.month, a.month));
            *times = (times.0.min(a.month), times.1.max(a.month));
        }
        let first = seen.values().map(|t| t.0).min().unwrap_or(0);
        let last = seen.values().map(|t| t.1).max().unwrap_or(0);
        Self { seen, first, last }
    }

    /// What newcomers do in their first two months less what they do later.
    fn newcomers(&self, what: &Measured) -> Option<f64> {
        let differences = self
            .seen
            .iter()
            .filter(|(_, t)| t.0 > self.first)
            .filter_map(|(agent, times)| {
                let months = what.deviations.get(agent)?;
                let (early, later): (Vec<_>, Vec<_>) =
                    months.iter().partition(|(month, _)| **month < times.0 + 2);
                let of = |part: Vec<(&u32, &f64)>| {
                    mean(&part.into_iter().map(|p| *p.1).collect::<Vec<_>>())
                };
                Some(of(early)? - of(later)?)
            });
        mean(&differences.collect::<Vec<f64>>())
    }

    /// What those who are gone did in their last three months, against everybody's median.
    fn leavers(&self, what: &Measured) -> Option<f64> {
        let last = self
            .seen
            .iter()
            .filter(|(_, t)| t.1 + 1 < self.last)
            .filter_map(|(agent, times)| {
                let months = what.deviations.get(agent)?;
                mean(
                    &months
                        .range(times.1.saturating_sub(2)..)
                        .map(|m| *m.1)
                        .collect::<Vec<_>>(),
                )
            });
        mean(&last.collect::<Vec<f64>>())
    }

    fn awarded_leave(&self, record: &Record) -> Option<f64> {
        let awarded: BTreeSet<u32> = record.awards.iter().map(|award| award.1).collect();
        let share = |with: bool| {
            let those = self
                .seen
                .iter()
                .filter(|(agent, _)| awarded.contains(agent) == with);
            let gone: Vec<f64> = those
                .map(|(_, t)| if t.1 + 1 < self.last { 1.0 } else { 0.0 })
                .collect();
            mean(&gone)
        };
        Some(share(true)? - share(false)?)
    }
}

/// Mean change from the month before an award to the month after it.
fn after_awards(record: &Record, what: &Measured) -> Option<f64> {
    let changes = record.awards.iter().filter_map(|(month, agent)| {
        let months = what.deviations.get(agent)?;
        Some(months.get(&(month + 1))? - months.get(&month.checked_sub(1)?)?)
    });
    let changes: Vec<f64> = changes.collect();
    (changes.len() >= 5).then(|| mean(&changes)).flatten()
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / to_f64(values.len()))
}

/// Half the distance between the quartiles over that of the normal distribution.
fn spread(values: Vec<f64>) -> Option<f64> {
    let upper = quantile(values.clone(), 0.75)?;
    Some((upper - quantile(values, 0.25)?) / 1.349)
}

/// A quantile between 0 and 1, between neighbours by their distance.
#[must_use]
pub fn quantile(mut values: Vec<f64>, q: f64) -> Option<f64> {
    order::numbers(&mut values);
    let place = q * to_f64(values.len().checked_sub(1)?);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the length"
    )]
    let below = place.floor() as usize;
    let above = values.get(below + 1).unwrap_or(&values[below]);
    Some(values[below] + (place - place.floor()) * (above - values[below]))
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
