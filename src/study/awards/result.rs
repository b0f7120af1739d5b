//! What the strategies came to so far.

use super::luck::{LuckShare, Squares, luck_share, matched};
use super::{Awards, Place};
use crate::measure::ledger::PersonYear;
use crate::measure::metric::position;
use crate::measure::outcome::Outcome;
use crate::measure::summary::Summary;
use crate::study::board::Board;

/// What is read of every strategy, by the metric's id.
pub const READ: [&str; 7] = [
    "turnover.annual_rate",
    "quality.inspection",
    "output.resolved_calls_per_agent_day",
    "conduct.cut_short_share",
    "fairness.never_recognised_share",
    "fairness.recognition_gini",
    "fairness.merit_correlation",
];

/// Places of the first entries of [`READ`].
pub const TURNOVER: usize = 0;
/// Inspection points.
pub const QUALITY: usize = 1;
/// Resolved calls a day.
pub const OUTPUT: usize = 2;
/// Calls cut short.
pub const CUT: usize = 3;
/// Never recognised.
pub const NEVER: usize = 4;
/// Gini.
pub const GINI: usize = 5;
/// Awards follow merit.
pub const MERIT: usize = 6;

/// A strategy at the scenario's own coverage.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Where it stands.
    pub place: Place,
    /// Years in it.
    pub count: usize,
    /// In the order of [`READ`]; None where not defined.
    pub read: [Option<Summary>; 7],
    /// The same as differences from the lottery under the same luck; the lottery's own are None.
    pub from_lottery: [Option<Summary>; 7],
    /// The same as differences from no awards.
    pub from_none: [Option<Summary>; 7],
    /// Turnover as differences from every other strategy, by its id.
    pub against: Vec<(&'static str, Option<Summary>)>,
    /// Hours off that were really given in a year, over the years.
    pub hours_given: Option<Summary>,
    /// How much of winning is luck; None without twin years or awards.
    pub luck: Option<LuckShare>,
    /// Share of all awards that the least honoured part of the people has, in tenths of the people from
    /// 0 to 1; empty without awards.
    pub lorenz: Vec<f64>,
}

/// A strategy somewhere on the coverage curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where it stands.
    pub place: Place,
    /// In the order of [`READ`].
    pub read: [Option<Summary>; 7],
}

/// Awards by month of the people of one year: seat and counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// Which strategy.
    pub strategy: &'static str,
    /// By person in the order of seats, those who came later in a seat after those before.
    pub people: Vec<(u32, [u8; 12])>,
}

/// Everything so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// True when nothing more is to come.
    pub complete: bool,
    /// Hours a year.
    pub budget_hours: f64,
    /// The strategies in the catalogue's order.
    pub cards: Vec<Card>,
    /// The curves, strategy by strategy, under each hypothesis.
    pub curve: Vec<Point>,
    /// Who won when in the first simulated year, for each strategy.
    pub ribbons: Vec<Ribbon>,
}

impl Awards {
    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Coverage {
        let days = self.scenario().calendar.working_days_per_year;
        let of = |id: &str| {
            let place = self.own.iter().find(|place| place.strategy == id);
            place.map_or(&[][..], |place| board.outcomes(place.cell))
        };
        let (lottery, none) = (of("lottery"), of("none"));
        let cards = self.own.iter().enumerate().map(|(at, place)| {
            let outcomes = board.outcomes(place.cell);
            let twins = self.twins.get(at).map_or(&[][..], Vec::as_slice);
            Card {
                place: place.clone(),
                count: outcomes.len(),
                read: READ.map(|id| summary(outcomes, id)),
                from_lottery: READ.map(|id| {
                    (place.strategy != "lottery").then(|| paired(outcomes, lottery, id))?
                }),
                from_none: READ
                    .map(|id| (place.strategy != "none").then(|| paired(outcomes, none, id))?),
                against: self
                    .own
                    .iter()
                    .filter(|other| other.strategy != place.strategy)
                    .map(|other| {
                        let pair = paired(outcomes, board.outcomes(other.cell), READ[TURNOVER]);
                        (other.strategy, pair)
                    })
                    .collect(),
                hours_given: Summary::of(&hours(outcomes, place.hours_each)),
                luck: luck(board, place.cell, twins, days),
                lorenz: lorenz(outcomes, days),
            }
        });
        let first = |place: &Place| {
            board.outcomes(place.cell).first().map(|outcome| Ribbon {
                strategy: place.strategy,
                people: outcome
                    .people
                    .iter()
                    .map(|p| (p.who.seat, p.awards_by_month))
                    .collect(),
            })
        };
        let mut ribbons: Vec<Ribbon> = self.own.iter().filter_map(first).collect();
        for ribbon in &mut ribbons {
            crate::order::by(&mut ribbon.people, |a, b| a.0.cmp(&b.0));
        }
        Coverage {
            complete: board.is_round_complete(),
            budget_hours: self.budget_hours(),
            cards: cards.collect(),
            curve: self
                .curve
                .iter()
                .map(|place| Point {
                    place: place.clone(),
                    read: READ.map(|id| summary(board.outcomes(place.cell), id)),
                })
                .collect(),
            ribbons,
        }
    }
}

fn summary(outcomes: &[Outcome], id: &str) -> Option<Summary> {
    let metric = position(id)?;
    let values: Vec<f64> = outcomes.iter().filter_map(|o| o.metrics[metric]).collect();
    Summary::of(&values)
}

fn paired(of: &[Outcome], against: &[Outcome], id: &str) -> Option<Summary> {
    let metric = position(id)?;
    Summary::of(&crate::measure::summary::paired(of, against, metric))
}

fn hours(outcomes: &[Outcome], each: f64) -> Vec<f64> {
    let given = |o: &Outcome| o.people.iter().map(|p| f64::from(p.awards())).sum::<f64>();
    outcomes.iter().map(|o| given(o) * each).collect()
}

/// The luck share over the replications that all twin years have.
fn luck(board: &Board, cell: u32, twins: &[u32], days: u32) -> Option<LuckShare> {
    if twins.is_empty() {
        return None;
    }
    let mut cells = vec![cell];
    cells.extend(twins);
    let groups: Vec<Squares> = (0..board.common(&cells))
        .map(|replication| {
            let years: Vec<&[PersonYear]> = cells
                .iter()
                .map(|cell| board.outcomes(*cell)[replication].people.as_slice())
                .collect();
            Squares::of(&matched(&years, days))
        })
        .collect();
    luck_share(&groups)
}

/// Mean Lorenz curve over the years with awards: people with at least a quarter of the year in post, by
/// awards a year of service.
fn lorenz(outcomes: &[Outcome], days: u32) -> Vec<f64> {
    let mut sum = vec![0.0; 11];
    let mut years = 0.0;
    for outcome in outcomes {
        let mut rates: Vec<f64> = outcome
            .people
            .iter()
            .filter(|p| p.service_days > 0 && p.service_days >= days / 4)
            .map(|p| f64::from(p.awards()) / f64::from(p.service_days))
            .collect();
        let total: f64 = rates.iter().sum();
        if total <= 0.0 {
            continue;
        }
        crate::order::numbers(&mut rates);
        years += 1.0;
        for (tenth, known) in (0_u32..).zip(&mut sum) {
            *known += below(&rates, f64::from(tenth) / 10.0) / total;
        }
    }
    if years > 0.0 {
        sum.iter().map(|v| v / years).collect()
    } else {
        Vec::new()
    }
}

/// Sum of the lowest `share` of sorted values, one of them in part.
fn below(sorted: &[f64], share: f64) -> f64 {
    let mut left = share * to_f64(sorted.len());
    let mut sum = 0.0;
    for value in sorted {
        sum += value * left.clamp(0.0, 1.0);
        left -= 1.0;
    }
    sum
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_part_of_sorted_values() {
        let sorted = [0.0, 0.0, 1.0, 3.0];
        for (share, expected) in [
            (0.0, 0.0),
            (0.5, 0.0),
            (0.75, 1.0),
            (0.875, 2.5),
            (1.0, 4.0),
        ] {
            assert!((below(&sorted, share) - expected).abs() < 1e-12, "{share}");
        }
    }
}
