//! A league of schemes: levers that cost hours, one budget, common luck, and ranks that admit what can't
//! be told apart.

use super::lesson::{moved, stands};
use super::ticket::{Answer, POINT_STEPS, POINTS};
use crate::measure::metric::{Better, METRICS};
use crate::measure::summary::Summary;
use crate::scenario::{Scenario, find};
use crate::view::verdict::{Row, Verdict, judge, too_small};

/// A lever that teams may move.
pub struct Lever {
    /// Its path.
    pub path: &'static str,
    /// Lowest amount.
    pub low: f64,
    /// Highest amount.
    pub high: f64,
    /// One step.
    pub step: f64,
    /// Hours a year that a plan spends on it.
    pub hours: fn(&Scenario) -> f64,
}

fn people(plan: &Scenario) -> f64 {
    f64::from(plan.workforce.headcount)
}

/// All of them. What costs no hours is bounded by nothing but its own sense.
#[rustfmt::skip]
pub static LEVERS: &[Lever] = &[
    Lever {
        path: "support.rest_minutes_per_day", low: 0.0, high: 60.0, step: 5.0,
        hours: |p| people(p) * f64::from(p.calendar.working_days_per_year) * p.support.rest_minutes_per_day / 60.0,
    },
    Lever {
        path: "development.training.hours_per_month", low: 0.0, high: 8.0, step: 0.5,
        hours: |p| people(p) * 12.0 * p.development.training.hours_per_month,
    },
    Lever {
        path: "support.stress_relief.frequency_per_month", low: 0.0, high: 4.0, step: 0.1,
        hours: |p| people(p) * 12.0 * p.support.stress_relief.frequency_per_month * p.support.stress_relief.minutes / 60.0,
    },
    Lever {
        path: "rewards.merit_leave_days_per_year", low: 0.0, high: 6.0, step: 0.5,
        // The most that can come of it: everybody at full marks.
        hours: |p| people(p) * p.rewards.merit_leave_days_per_year * (p.workforce.shift_hours - p.workforce.lunch_minutes / 60.0),
    },
    Lever {
        path: "rewards.awards.budget_hours_per_year", low: 0.0, high: 1200.0, step: 20.0,
        hours: |p| p.rewards.awards.budget_hours_per_year,
    },
    Lever { path: "rewards.awards.coverage_share", low: 0.05, high: 1.0, step: 0.05, hours: |_| 0.0 },
    Lever { path: "appraisal.kpis.call_volume.target_per_day", low: 55.0, high: 100.0, step: 1.0, hours: |_| 0.0 },
    Lever { path: "appraisal.openness_share", low: 0.0, high: 1.0, step: 0.05, hours: |_| 0.0 },
    Lever { path: "appraisal.voice_share", low: 0.0, high: 1.0, step: 0.05, hours: |_| 0.0 },
];

/// The lever at a path.
#[must_use]
pub fn lever(path: &str) -> Option<&'static Lever> {
    LEVERS.iter().find(|lever| lever.path == path)
}

impl Lever {
    /// Steps from its lowest to its highest amount.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn steps(&self) -> u16 {
        ((self.high - self.low) / self.step).round() as u16
    }

    /// The amount at a step, without the dust of binary fractions.
    #[must_use]
    pub fn amount(&self, step: u16) -> f64 {
        let exact = self.low + f64::from(step.min(self.steps())) * self.step;
        (exact * 1000.0).round() / 1000.0
    }

    /// The step nearest to an amount.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn nearest(&self, amount: f64) -> u16 {
        let exact = ((amount - self.low) / self.step).round();
        exact.clamp(0.0, f64::from(self.steps().min(POINT_STEPS))) as u16
    }
}

/// The scheme that leaves everything as it is.
#[must_use]
pub fn start(plan: &Scenario, levers: &[&'static str]) -> Answer {
    let mut steps = [0; POINTS];
    for (step, path) in steps.iter_mut().zip(levers) {
        let (Some(lever), Some(field)) = (lever(path), find(path)) else {
            continue;
        };
        *step = lever.nearest(stands(plan, field).unwrap_or(lever.low));
    }
    Answer::Scheme(steps)
}

/// The plan that a scheme makes.
#[must_use]
pub fn built(plan: &Scenario, levers: &[&'static str], steps: &[u16; POINTS]) -> Scenario {
    levers
        .iter()
        .zip(steps)
        .fold(plan.clone(), |built, (path, step)| match lever(path) {
            Some(lever) => moved(&built, path, lever.amount(*step)),
            None => built,
        })
}

/// Hours a year that a plan spends on the levers of a league.
#[must_use]
pub fn spent(plan: &Scenario, levers: &[&'static str]) -> f64 {
    levers
        .iter()
        .filter_map(|path| lever(path))
        .map(|lever| (lever.hours)(plan))
        .sum()
}

/// One team's standing.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Its place in what was handed in.
    pub team: usize,
    /// Its rank, from 1; those that can't be told from the one above share its rank.
    pub rank: usize,
    /// Its numbers over the years.
    pub summary: Summary,
    /// Against the one above, under common luck; None for the first.
    pub against: Option<Verdict>,
}

/// The table of a league from each team's values, year by year under common luck. From the best mean
/// downwards; teams without a year are left out.
#[must_use]
pub fn standings(values: &[Vec<f64>], metric: usize) -> Vec<Standing> {
    let Some(about) = METRICS.get(metric) else {
        return Vec::new();
    };
    let mut table: Vec<(usize, Summary)> = values
        .iter()
        .enumerate()
        .filter_map(|(team, values)| Some((team, Summary::of(values)?)))
        .collect();
    let lower = about.better == Better::Lower;
    crate::order::by(&mut table, |a, b| {
        let order = a.1.mean.total_cmp(&b.1.mean);
        let order = if lower { order } else { order.reverse() };
        order.then(a.0.cmp(&b.0))
    });
    let pairs: Vec<Vec<f64>> = table
        .windows(2)
        .map(|two| {
            let (above, below) = (&values[two[0].0], &values[two[1].0]);
            below.iter().zip(above).map(|(b, a)| b - a).collect()
        })
        .collect();
    let rows: Vec<Row> = pairs
        .iter()
        .map(|differences| Row {
            metric: about,
            differences,
            matters: too_small(about),
        })
        .collect();
    let mut verdicts = judge(&rows).into_iter();
    let mut standings: Vec<Standing> = Vec::new();
    for (at, (team, summary)) in table.into_iter().enumerate() {
        let against = if at == 0 {
            None
        } else {
            Some(
                verdicts
                    .next()
                    .flatten()
                    .map_or(Verdict::TooFew, |d| d.verdict),
            )
        };
        let above = standings.last().map_or(1, |s| s.rank);
        let rank = if against.is_some_and(Verdict::is_clear) {
            at + 1
        } else {
            above
        };
        standings.push(Standing {
            team,
            rank,
            summary,
            against,
        });
    }
    standings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::metric::position;
    use crate::scenario::check::problems;

    #[test]
    fn every_lever_is_of_the_catalogue_and_sound_at_both_ends() {
        for lever in LEVERS {
            assert!(lever.steps() <= POINT_STEPS, "{}", lever.path);
            for step in [0, lever.steps()] {
                let plan = moved(&Scenario::standard(), lever.path, lever.amount(step));
                assert_eq!(problems(&plan), [], "{} at {step}", lever.path);
                assert_eq!(
                    start(&plan, &[lever.path]),
                    Answer::Scheme([step, 0, 0, 0, 0])
                );
                assert_eq!(
                    built(&Scenario::standard(), &[lever.path], &[step, 0, 0, 0, 0]),
                    plan
                );
            }
        }
    }

    #[test]
    fn the_standard_plan_spends_what_it_says() {
        let plan = Scenario::standard();
        assert!((spent(&plan, &["support.rest_minutes_per_day"]) - 3750.0).abs() < 1e-9);
        assert!((spent(&plan, &["development.training.hours_per_month"]) - 540.0).abs() < 1e-9);
    }

    #[test]
    fn neighbours_that_luck_might_have_swapped_share_a_rank() {
        let metric = position("turnover.annual_rate").expect("there is one");
        let years = |base: f64| {
            (0..32)
                .map(|i| base + 0.01 * f64::from(i % 4))
                .collect::<Vec<f64>>()
        };
        let mut near = years(0.2);
        for (i, v) in near.iter_mut().enumerate() {
            *v += if i % 2 == 0 { 0.05 } else { -0.04 };
        }
        let table = standings(&[years(0.4), years(0.2), near], metric);
        let ranks: Vec<(usize, usize)> = table.iter().map(|s| (s.team, s.rank)).collect();
        assert_eq!(ranks, [(1, 1), (2, 1), (0, 3)]);
        assert_eq!(table[1].against, Some(Verdict::CantTell));
        assert_eq!(table[2].against, Some(Verdict::Worse));
    }
}
