//! What a centre's own export says of its phones, with standard errors, and the scenario it gives.
//!
//! Calls of a day hang together (the same weather, the same people, one queue), so the standard
//! errors come from leaving out days in turn, up to thirty blocks of them; with fewer than five days,
//! from twenty hands of calls dealt in turn, which takes calls for independent.

pub mod agents;
pub mod daily;
pub mod jackknife;
pub mod patience;
pub mod proposal;
pub mod range;
pub mod service;
pub mod shape;
pub mod spread;
pub mod sums;
pub mod survival;

use crate::scenario::Scenario;
use crate::scenario::import::calls::Log;
use crate::scenario::import::columns::Column;
use crate::scenario::import::course;
use crate::scenario::import::day::Date;
use crate::scenario::import::rows::Rows;
use crate::scenario::import::{Export, ExportRows, Form};
use agents::Agents;
use daily::Daily;
use patience::Mixture;
use service::Service;
use shape::Shape;
use std::collections::BTreeMap;
use sums::{Figures, Of, Sums};

/// Parts of which each is left out in turn: blocks of days.
const MOST_BLOCKS: usize = 30;
/// Fewer days tell nothing about how days differ.
const FEWEST_DAYS: usize = 5;
/// Hands of calls where there are too few days.
const HANDS: usize = 20;

/// A figure with its standard error, where that can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Figure {
    /// The figure.
    pub value: f64,
    /// Its standard error.
    pub error: Option<f64>,
}

/// All that an export says.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Fit {
    /// What its rows are.
    pub form: Form,
    /// Days on which calls came, the first and the last of them.
    pub days: (usize, Date, Date),
    /// Calls that came.
    pub offered: f64,
    /// Of them, answered, where the file says so.
    pub answered: Option<f64>,
    /// Figures that are sums over calls.
    pub figures: Figures,
    /// Lengths of calls.
    pub service: Service,
    /// Two kinds of patience, or one; None where too few hung up.
    pub mixture: Option<Mixture>,
    /// Largest distance between that and Kaplan–Meier, and at which wait.
    pub mixture_distance: Option<(f64, f64)>,
    /// People; None where the file doesn't name them.
    pub agents: Option<Agents>,
    /// How days differ.
    pub daily: Daily,
    /// How well it fits, as curves.
    pub shape: Shape,
    /// Where the data say little or nothing.
    pub warnings: Vec<Warning>,
    /// What the scenario can't reproduce.
    pub unmatched: Vec<Unmatched>,
    /// The standard scenario with all that the data say.
    pub scenario: Scenario,
}

/// Where the data say little or nothing.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Warning {
    /// Too few days for errors by days; calls were taken for independent.
    ErrorsFromCalls {
        /// Days there are.
        days: usize,
    },
    /// Half-hours can't tell patience, the spread of talk times or people.
    OnlyHalfHours,
    /// Neither answered nor abandoned calls are told.
    NoAnswered,
    /// A column isn't there, and what needs it can't be told.
    Missing(Column),
    /// Too few hung up to tell patience.
    FewHungUp {
        /// How many.
        count: f64,
    },
    /// Most callers would wait longer than anybody had to: their patience is a guess.
    PatienceUnseen {
        /// The longest wait at which enough callers were still there.
        seconds: f64,
        /// Share who would wait longer.
        survival: f64,
    },
    /// No weekday comes twice.
    NoWeekdayTwice,
    /// A value lay outside what a scenario may have and was set to the limit.
    Limited {
        /// The field.
        path: String,
        /// What the data say.
        found: f64,
        /// What was written.
        set: f64,
    },
}

/// What the scenario can't reproduce, or the data can't give it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Unmatched {
    /// How many were on the phones when is not in the file.
    Staffing {
        /// People who answered.
        agents: Option<usize>,
    },
    /// Kinds of call with priorities or people of their own, where the scenario has one queue.
    OneQueue {
        /// Kinds in the file.
        kinds: usize,
    },
    /// The scenario's kinds of call are its own; their talk times were scaled alike.
    KindsScaled,
    /// Talk times are not quite log-normal.
    LogNormal {
        /// Kolmogorov–Smirnov distance.
        distance: f64,
    },
    /// Calls too long to belong to the distribution were left out of the talk time.
    LongCalls {
        /// How many.
        count: usize,
        /// Longer than this.
        seconds: f64,
    },
    /// Patience is not quite the mixture.
    Patience {
        /// Largest distance of the survival.
        distance: f64,
        /// At this wait.
        seconds: f64,
    },
    /// The level rises or falls, where the scenario has a steady one.
    Trend {
        /// Change from the first day to the last, relative to the mean.
        change: f64,
    },
    /// Calls below ten seconds; in the scenario that is conduct, which follows from the incentives.
    ShortCalls {
        /// Their share.
        share: f64,
    },
    /// Calls outside the opening hours.
    Strays {
        /// So many a day.
        per_day: f64,
    },
}

/// Everything that can be told from an export.
#[must_use]
pub fn fit(export: &Export) -> Fit {
    let demand = &export.demand;
    let mut warnings = Vec::new();
    if demand.days < FEWEST_DAYS {
        warnings.push(Warning::ErrorsFromCalls { days: demand.days });
    }
    let (form, totals, parts, service, agents) = match &export.rows {
        ExportRows::Calls(log) => {
            let totals = totals(log.calls.iter().map(|call| (call.date, 1.0)));
            let parts = parts_of_calls(log, &totals);
            let agents = agents::of(log);
            (Form::Calls, totals, parts, service::of(log), agents)
        }
        ExportRows::HalfHours(rows) => {
            let totals = totals(rows.iter().map(|((date, _), row)| (*date, row.offered)));
            let parts = parts_of_rows(rows, &totals);
            (Form::HalfHours, totals, parts, Service::default(), None)
        }
    };
    let told = match &export.rows {
        ExportRows::Calls(_) => true,
        ExportRows::HalfHours(rows) => answers_are_told(rows),
    };
    let (whole, mixture, figures) = sums::figures(&parts);
    let steps = whole.waits.kaplan_meier();
    let daily = daily::of(&totals);
    let shape = shape_of(export, &service, &daily);
    let shape = Shape {
        patience: shape::patience(&whole, &parts, mixture.as_ref()),
        ..shape
    };
    let mut fit = Fit {
        form,
        days: (demand.days, demand.first, demand.last),
        offered: whole.offered,
        answered: told.then_some(whole.answered),
        figures,
        service,
        mixture_distance: mixture.and_then(|found| patience::distance(&found, &steps)),
        mixture,
        agents,
        daily,
        shape,
        warnings,
        unmatched: Vec::new(),
        scenario: Scenario::standard(),
    };
    fit.warn(&whole, &steps);
    proposal::propose(&mut fit, demand);
    fit
}

impl Fit {
    /// A figure of the floor, where the file can tell it.
    #[must_use]
    pub fn figure(&self, of: Of) -> Option<Figure> {
        if of == Of::Abandonment && self.answered.is_none() {
            return None;
        }
        self.figures.get(of)
    }

    fn warn(&mut self, whole: &Sums, steps: &[survival::Step]) {
        match self.form {
            Form::HalfHours => {
                self.warnings.push(Warning::OnlyHalfHours);
                if self.answered.is_none() {
                    self.warnings.push(Warning::NoAnswered);
                }
            }
            Form::Calls => {
                for (column, is_there) in [
                    (Column::Waited, whole.waited.count > 0.0),
                    (Column::Served, whole.served.count > 0.0),
                    (Column::Agent, self.agents.is_some()),
                ] {
                    if !is_there {
                        self.warnings.push(Warning::Missing(column));
                    }
                }
                let (known, count) = whole.waits.totals();
                if known > 0.0 && self.mixture.is_none() {
                    self.warnings.push(Warning::FewHungUp { count });
                }
                let seen = patience::told(steps).last();
                if let Some(end) = seen.filter(|end| end.survival > 0.5 && self.mixture.is_some()) {
                    self.warnings.push(Warning::PatienceUnseen {
                        seconds: end.seconds,
                        survival: end.survival,
                    });
                }
            }
        }
        if self.daily.dispersion.is_none() {
            self.warnings.push(Warning::NoWeekdayTwice);
        }
    }
}

/// The curves that come from the rows themselves.
fn shape_of(export: &Export, service: &Service, daily: &Daily) -> Shape {
    let (days, lengths) = match &export.rows {
        ExportRows::Calls(log) => (course::days_of_calls(log), shape::lengths(log, service)),
        ExportRows::HalfHours(rows) => (course::days_of_rows(rows), Vec::new()),
    };
    let day_cv = daily.day_cv.map_or(0.0, |cv| cv.value);
    Shape {
        lengths,
        weekdays: shape::weekdays(&days, day_cv),
        inside: shape::inside(&days, day_cv),
        ..Shape::default()
    }
}

fn totals(calls: impl Iterator<Item = (Date, f64)>) -> BTreeMap<Date, f64> {
    let mut totals = BTreeMap::new();
    for (date, count) in calls {
        *totals.entry(date).or_insert(0.0) += count;
    }
    totals.retain(|_, calls| *calls > 0.0);
    totals
}

/// The part to which each day belongs: neighbours together.
fn blocks(totals: &BTreeMap<Date, f64>) -> (usize, BTreeMap<Date, usize>) {
    let blocks = totals.len().min(MOST_BLOCKS);
    let of_day = totals
        .keys()
        .enumerate()
        .map(|(place, date)| (*date, place * blocks / totals.len()));
    (blocks, of_day.collect())
}

fn parts_of_calls(log: &Log, totals: &BTreeMap<Date, f64>) -> Vec<Sums> {
    let (blocks, of_day) = blocks(totals);
    let by_days = totals.len() >= FEWEST_DAYS;
    let mut parts = vec![Sums::default(); if by_days { blocks } else { HANDS }];
    for (place, call) in log.calls.iter().enumerate() {
        let part = if by_days {
            of_day.get(&call.date).copied().unwrap_or(0)
        } else {
            place % HANDS
        };
        parts[part].add(call);
    }
    parts
}

fn parts_of_rows(rows: &Rows, totals: &BTreeMap<Date, f64>) -> Vec<Sums> {
    let (blocks, of_day) = blocks(totals);
    let mut parts = vec![Sums::default(); blocks.max(1)];
    for ((date, _), row) in rows {
        let Some(part) = of_day.get(date) else {
            continue;
        };
        let sums = &mut parts[*part];
        sums.offered += row.offered;
        let without_abandoned = row.abandoned.map(|gone| row.offered - gone);
        let answered = row.answered.or(without_abandoned).unwrap_or(0.0);
        sums.answered += answered;
        for (moments, mean) in [
            (&mut sums.served, row.mean_served),
            (&mut sums.waited_until_answer, row.mean_wait),
        ] {
            if let Some(mean) = mean {
                moments.count += answered;
                moments.sum += answered * mean;
            }
        }
    }
    parts
}

fn answers_are_told(rows: &Rows) -> bool {
    rows.values()
        .all(|row| row.offered <= 0.0 || row.answered.is_some() || row.abandoned.is_some())
}
