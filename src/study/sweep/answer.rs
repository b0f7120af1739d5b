//! How far one may go on a curve: where all requirements hold, how sure that is, and what stands in the way.

use super::constraint::Constraint;
use crate::measure::outcome::Outcome;
use crate::measure::summary::quantile;
use crate::rng::{Luck, Stream};
use crate::scenario::field::Value;
use crate::study::sweep::steep::{Steepest, steepest};

/// How many times the replications are drawn again for the whisker.
const RESAMPLES: u32 = 400;

/// Which end of the range is wished for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seek {
    /// As high as possible: a volume target.
    #[default]
    Highest,
    /// As low as possible: people, money.
    Lowest,
}

/// What is required of a point, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// All must hold.
    pub constraints: Vec<Constraint>,
    /// In at least this share of simulated years.
    pub certainty: f64,
    /// Which end of the range.
    pub seek: Seek,
}

/// How far one may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sweet {
    /// The furthest simulated point at which all requirements hold.
    pub at: f64,
    /// Where between it and the next the share of years falls below the certainty, by a straight line.
    pub boundary: f64,
    /// 5 and 95 % quantiles of that when the replications are drawn again, all points under the same
    /// draws: what other luck would have shown. From 16 years it holds the truth in four cases of five and
    /// no more (`tests/it/sweep.rs`): of the points that chance lets hold the furthest is taken, and drawing
    /// again doesn't undo that.
    pub interval: (f64, f64),
    /// Share of those draws in which any point held.
    pub found_share: f64,
    /// True where it is the end of the range, so that more may be possible.
    pub at_the_end: bool,
}

/// What relaxing one requirement alone would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relaxation {
    /// Place of the requirement in the wish.
    pub constraint: usize,
    /// The limit at which a point would hold, and that point; None where this one alone is not enough.
    pub needed: Option<(f64, f64)>,
    /// How far the limit has to move, as a share of itself; infinite where it is not enough.
    pub share: f64,
}

/// One point of a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Value of the first lever; where that has no order, its place in the list.
    pub at: f64,
    /// Share of years in which all requirements hold; None without requirements or years.
    pub all: Option<f64>,
    /// The same for each requirement alone.
    pub each: Vec<Option<f64>>,
}

/// What a curve says.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Value of the second lever.
    pub outer: Option<Value>,
    /// Point by point.
    pub points: Vec<Holding>,
    /// How far one may go; None where no point holds, nothing is required, or the lever has no order.
    pub sweet: Option<Sweet>,
    /// Where no point holds: the requirements, those first that need the least relaxing.
    pub relax: Vec<Relaxation>,
    /// For each required metric (turnover where nothing is required) the steepest stretch.
    pub steepest: Vec<Steepest>,
    /// True when how far one may go hangs on no year that is yet to be run: from the furthest point that
    /// holds on, each has all its years or clearly fails. What is missing fills in the curve.
    pub settled: bool,
}

/// A curve: its points, ascending, and their years.
pub(super) struct Line<'a> {
    pub(super) outer: Option<Value>,
    pub(super) points: Vec<(f64, &'a [Outcome], bool)>,
    ordered: bool,
}

impl Wish {
    /// Share of these years in which all requirements hold.
    #[must_use]
    pub fn share(&self, years: &[Outcome]) -> Option<f64> {
        if self.constraints.is_empty() || years.is_empty() {
            return None;
        }
        let good = years.iter().filter(|year| self.holds(year)).count();
        Some(ratio(good, years.len()))
    }

    pub(super) fn holds(&self, year: &Outcome) -> bool {
        self.constraints.iter().all(|c| c.holds(year))
    }

    /// Of two values, true where the second lies further in the direction wished for.
    pub(super) fn is_further(&self, from: f64, to: f64) -> bool {
        match self.seek {
            Seek::Highest => to > from,
            Seek::Lowest => to < from,
        }
    }
}

impl<'a> Line<'a> {
    pub(super) fn new(
        outer: Option<Value>,
        points: Vec<(f64, &'a [Outcome], bool)>,
        ordered: bool,
    ) -> Self {
        Self {
            outer,
            points,
            ordered,
        }
    }

    pub(super) fn is_ordered(&self) -> bool {
        self.ordered
    }

    /// The furthest point at which all holds, and the next one, at which it doesn't.
    pub(super) fn boundary(&self, wish: &Wish) -> Option<(f64, f64)> {
        let shares: Vec<(f64, f64)> = self
            .points
            .iter()
            .filter_map(|(at, years, _)| Some((*at, wish.share(years)?)))
            .collect();
        let inside = furthest(&shares, wish)?;
        let outside = next(&shares, inside, wish)?;
        self.ordered.then_some((inside.0, outside.0))
    }

    pub(super) fn answer(&self, wish: &Wish, seed: u64, all: usize) -> Answer {
        let points = self
            .points
            .iter()
            .map(|(at, years, _)| Holding {
                at: *at,
                all: wish.share(years),
                each: wish
                    .constraints
                    .iter()
                    .map(|c| {
                        let good = years.iter().filter(|year| c.holds(year)).count();
                        (!years.is_empty()).then(|| ratio(good, years.len()))
                    })
                    .collect(),
            })
            .collect();
        let any_holds = self
            .points
            .iter()
            .any(|(_, years, _)| wish.share(years).is_some_and(|p| p >= wish.certainty));
        let any_known = self
            .points
            .iter()
            .any(|(_, years, _)| wish.share(years).is_some());
        Answer {
            outer: self.outer.clone(),
            points,
            sweet: self.ordered.then(|| self.sweet(wish, seed)).flatten(),
            relax: if any_holds || !any_known {
                Vec::new()
            } else {
                self.relaxations(wish)
            },
            steepest: if self.ordered {
                // Points that were added lie so close together that noise between them looks steep.
                let grid = self.points.iter().filter(|(_, _, added)| !added);
                let grid: Vec<(f64, &[Outcome])> =
                    grid.map(|(at, years, _)| (*at, *years)).collect();
                steepest(&grid, wish)
            } else {
                Vec::new()
            },
            settled: self.is_settled(wish, all),
        }
    }

    pub(super) fn sweet(&self, wish: &Wish, seed: u64) -> Option<Sweet> {
        let held: Vec<(f64, Vec<bool>)> = self
            .points
            .iter()
            .filter(|(_, years, _)| !years.is_empty())
            .map(|(at, years, _)| (*at, years.iter().map(|year| wish.holds(year)).collect()))
            .collect();
        let shares: Vec<(f64, f64)> = self
            .points
            .iter()
            .filter_map(|(at, years, _)| Some((*at, wish.share(years)?)))
            .collect();
        let inside = furthest(&shares, wish)?;
        let most = held.iter().map(|(_, years)| years.len()).max()?;
        let mut draws = Luck {
            seed,
            replication: 0,
        }
        .stream(Stream::Again, 0, 0);
        let mut boundaries: Vec<f64> = Vec::new();
        for _ in 0..RESAMPLES {
            let mut times = vec![0_usize; most];
            for _ in 0..most {
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss
                )]
                let year = (draws.uniform() * most as f64) as usize;
                times[year.min(most - 1)] += 1;
            }
            // A point that has fewer years than another takes its part of the draw.
            let again: Vec<(f64, f64)> = held
                .iter()
                .filter_map(|(at, years)| {
                    let drawn: usize = times[..years.len()].iter().sum();
                    let with_all = years.iter().zip(&times).filter(|(held, _)| **held);
                    let good: usize = with_all.map(|(_, times)| times).sum();
                    (drawn > 0).then(|| (*at, ratio(good, drawn)))
                })
                .collect();
            if let Some(inside) = furthest(&again, wish) {
                boundaries.push(boundary(&again, inside, wish));
            }
        }
        crate::order::numbers(&mut boundaries);
        let found_share = ratio(boundaries.len(), RESAMPLES as usize);
        let interval = if boundaries.is_empty() {
            (inside.0, inside.0)
        } else {
            (quantile(&boundaries, 0.05), quantile(&boundaries, 0.95))
        };
        Some(Sweet {
            at: inside.0,
            boundary: boundary(&shares, inside, wish),
            interval,
            found_share,
            at_the_end: next(&shares, inside, wish).is_none(),
        })
    }

    /// For each requirement the smallest move of its limit that lets some point hold.
    fn relaxations(&self, wish: &Wish) -> Vec<Relaxation> {
        let mut found: Vec<Relaxation> = (0..wish.constraints.len())
            .map(|place| {
                let constraint = &wish.constraints[place];
                let move_and_point = self
                    .points
                    .iter()
                    .filter_map(|(at, years, _)| Some((needed_move(wish, place, years)?, *at)))
                    .min_by(|a, b| a.0.total_cmp(&b.0));
                let share = move_and_point.map_or(f64::INFINITY, |(amount, _)| {
                    if constraint.limit == 0.0 {
                        f64::MAX
                    } else {
                        amount / constraint.limit.abs()
                    }
                });
                Relaxation {
                    constraint: place,
                    needed: move_and_point
                        .map(|(amount, at)| (constraint.relaxed(amount).limit, at)),
                    share,
                }
            })
            .collect();
        crate::order::by(&mut found, |a, b| {
            a.share
                .total_cmp(&b.share)
                .then(a.constraint.cmp(&b.constraint))
        });
        found
    }
}

/// How far the limit of one requirement must move for all to hold in enough of these years; None where
/// the others alone fail too often.
fn needed_move(wish: &Wish, place: usize, years: &[Outcome]) -> Option<f64> {
    let (this, others) = (&wish.constraints[place], |year: &&Outcome| {
        let mut others = wish.constraints.iter().enumerate();
        others.all(|(other, c)| other == place || c.holds(year))
    });
    let mut excess: Vec<f64> = years
        .iter()
        .filter(others)
        .map(|year| year.metrics[this.metric].map_or(0.0, |v| this.excess(v).max(0.0)))
        .collect();
    crate::order::numbers(&mut excess);
    // The fewest years that make up the certainty.
    let enough = (1..=years.len()).find(|n| ratio(*n, years.len()) >= wish.certainty)?;
    excess.get(enough - 1).copied()
}

/// The furthest point with enough certainty.
fn furthest(shares: &[(f64, f64)], wish: &Wish) -> Option<(f64, f64)> {
    let holding = shares.iter().filter(|(_, p)| *p >= wish.certainty);
    holding.copied().reduce(|best, point| {
        if wish.is_further(best.0, point.0) {
            point
        } else {
            best
        }
    })
}

/// The nearest point beyond `inside`.
fn next(shares: &[(f64, f64)], inside: (f64, f64), wish: &Wish) -> Option<(f64, f64)> {
    let beyond = shares
        .iter()
        .filter(|(at, _)| wish.is_further(inside.0, *at));
    beyond.copied().reduce(|best, point| {
        if wish.is_further(point.0, best.0) {
            point
        } else {
            best
        }
    })
}

/// Where the share falls below the certainty, by a straight line to the next point.
fn boundary(shares: &[(f64, f64)], inside: (f64, f64), wish: &Wish) -> f64 {
    match next(shares, inside, wish) {
        None => inside.0,
        Some(outside) => {
            let way = (inside.1 - wish.certainty) / (inside.1 - outside.1);
            inside.0 + way * (outside.0 - inside.0)
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
