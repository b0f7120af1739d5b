//! Which way each lever must move what, and what it must leave alone to the bit, under the same luck.

pub mod demand;
pub mod people;
pub mod placebo;
pub mod policy;

use super::arm::{Arm, Difference, Set, applied, arm};
use super::row::Row;
use super::sample::{Estimate, estimate_by};
use crate::measure::metric::METRICS;

/// What is known beforehand about a lever.
pub struct Direction {
    /// The lever.
    pub path: &'static str,
    /// What else is so, in both arms: circumstances in which the lever can matter.
    pub where_: &'static [Difference],
    /// The two values.
    pub values: (Set, Set),
    /// Metrics that must rise.
    pub up: &'static [&'static str],
    /// Metrics that must fall.
    pub down: &'static [&'static str],
    /// Metrics that must stay as they are, to the bit.
    pub still: Still,
}

/// What must not move at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Still {
    /// No claim.
    NoClaim,
    /// Every metric but these.
    AllBut(&'static [&'static str]),
}

/// A claim that did not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The lever.
    pub path: &'static str,
    /// The metric.
    pub metric: &'static str,
    /// What was found where a direction was claimed; None where a bit moved or nothing was defined.
    pub found: Option<Estimate>,
}

/// A small hall, and a year of half the days, so that every lever can be tried in seconds.
const SMALL: &[Difference] = &[
    ("workforce.headcount", Set::Whole(12)),
    ("demand.calls_per_day", Set::Number(650.0)),
    ("calendar.working_days_per_year", Set::Whole(125)),
];

/// Every entry.
pub fn all() -> impl Iterator<Item = &'static Direction> {
    demand::DIRECTIONS
        .iter()
        .chain(people::DIRECTIONS)
        .chain(policy::DIRECTIONS)
}

/// The small hall, what is so in both, and the value.
pub struct Side<'a> {
    direction: &'a Direction,
    second: bool,
}

impl Direction {
    /// The arm with the first value and the arm with the second.
    #[must_use]
    pub fn sides(&self) -> [Side<'_>; 2] {
        [false, true].map(|second| Side {
            direction: self,
            second,
        })
    }

    /// Every claim that the rows of the two sides don't bear out: a direction needs the whole 95 %
    /// interval of the paired difference on its side of nought.
    #[must_use]
    pub fn broken(&self, rows: [&[Row]; 2]) -> Vec<Broken> {
        let mut broken = Vec::new();
        for (ids, sign) in [(self.up, 1.0), (self.down, -1.0)] {
            for id in ids {
                let found = self.change(id, rows);
                let holds = found.is_some_and(|f| sign * f.value - f.half > 0.0);
                if !holds {
                    broken.push(Broken {
                        path: self.path,
                        metric: id,
                        found,
                    });
                }
            }
        }
        if let Still::AllBut(moving) = self.still {
            for (at, metric) in METRICS.iter().enumerate() {
                let same = |(a, b): (&Row, &Row)| {
                    a.metrics[at].map(f64::to_bits) == b.metrics[at].map(f64::to_bits)
                };
                if !moving.contains(&metric.id) && !rows[0].iter().zip(rows[1]).all(same) {
                    broken.push(Broken {
                        path: self.path,
                        metric: metric.id,
                        found: None,
                    });
                }
            }
        }
        broken
    }

    /// How much a metric changes from the first value to the second.
    #[must_use]
    pub fn change(&self, id: &str, rows: [&[Row]; 2]) -> Option<Estimate> {
        estimate_by(&rows, &|s| Some(s.metric(1, id)? - s.metric(0, id)?))
    }
}

impl Side<'_> {
    /// The scenario of this side.
    #[must_use]
    pub fn scenario(&self) -> crate::scenario::Scenario {
        const QUO: Arm = arm("seed-status-quo");
        let (first, second) = self.direction.values;
        let value = if self.second { second } else { first };
        let set: Vec<Difference> = SMALL
            .iter()
            .chain(self.direction.where_)
            .chain(&[(self.direction.path, value)])
            .copied()
            .collect();
        applied(QUO.scenario(), &set)
    }
}

const fn n(value: f64) -> Set {
    Set::Number(value)
}
const fn w(value: u32) -> Set {
    Set::Whole(value)
}
const fn c(id: &'static str) -> Set {
    Set::Choice(id)
}
const ON: Set = Set::Switch(true);
const OFF: Set = Set::Switch(false);
const NOTHING: Still = Still::AllBut(&[]);

const fn lever(path: &'static str, from: Set, to: Set) -> Direction {
    Direction {
        path,
        where_: &[],
        values: (from, to),
        up: &[],
        down: &[],
        still: Still::NoClaim,
    }
}

impl Direction {
    const fn so(self, where_: &'static [Difference]) -> Self {
        Self { where_, ..self }
    }
    const fn up(self, up: &'static [&'static str]) -> Self {
        Self { up, ..self }
    }
    const fn down(self, down: &'static [&'static str]) -> Self {
        Self { down, ..self }
    }
    const fn still(self, still: Still) -> Self {
        Self { still, ..self }
    }
}

const TURNOVER: &str = "turnover.annual_rate";
const LEVEL: &str = "service.level";
const ABANDONED: &str = "service.abandonment";
const WAIT: &str = "service.mean_wait_seconds";
const OCCUPANCY: &str = "service.occupancy";
const SOLVED: &str = "quality.first_contact_resolution";
const INSPECTION: &str = "quality.inspection";
const SATISFIED: &str = "quality.customer_satisfaction";
const CALLS: &str = "output.calls_per_agent_day";
const REACHED: &str = "output.share_reaching_target";
const EXHAUSTION: &str = "wellbeing.exhaustion";
const EXISTENCE: &str = "needs.existence";
const RELATEDNESS: &str = "needs.relatedness";
const GROWTH: &str = "needs.growth";
const CUT: &str = "conduct.cut_short_share";
const GINI: &str = "fairness.recognition_gini";
const NEVER: &str = "fairness.never_recognised_share";
const RATIO: &str = "fairness.selection_rate_ratio";
const FAIR: &str = "fairness.perceived";
const COST: &str = "cost.total_per_year";
