//! Promise: what comes in has the course, the spread between days and the hang of one day on the next
//! that the levers say.

use crate::chance::limit;
use fairfloor::math::{exp, log_sd};
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::sim::floor::arrivals::{Arrivals, Fresh};
use std::borrow::Cow;

const DAYS: u32 = 200;
const REPLICATIONS: u32 = 40;
const CALLS: f64 = 800.0;

#[derive(Clone, Copy, Debug)]
struct Levers {
    cv: f64,
    correlation: f64,
    /// Monday's calls against another day's.
    monday: f64,
    /// Calls from ten to half past against another half-hour's.
    ten: f64,
}

impl Levers {
    fn scenario(&self) -> Scenario {
        let course = |weight: f64| -> Cow<'static, [f64]> {
            let mut course = vec![0.0; 48];
            course[18..36].fill(weight);
            course[20] = weight * self.ten;
            Cow::Owned(course)
        };
        let mut scenario = Scenario::standard()
            .with("demand.calls_per_day", Value::Number(CALLS))
            .with("demand.day_cv", Value::Number(self.cv))
            .with("demand.day_correlation", Value::Number(self.correlation))
            .with("demand.returns.unresolved_share", Value::Number(0.0))
            .with("demand.returns.redial_share", Value::Number(0.0))
            .with("calendar.opens_hour", Value::Number(9.0))
            .with("calendar.closes_hour", Value::Number(18.0));
        for (day, weight) in [
            ("monday", self.monday),
            ("tuesday", 1.0),
            ("wednesday", 1.0),
        ] {
            scenario = scenario.with(
                &format!("demand.profile.{day}"),
                Value::Series(course(weight)),
            );
        }
        for day in ["thursday", "friday", "saturday", "sunday"] {
            let closed = Value::Series(Cow::Owned(vec![0.0; 48]));
            scenario = scenario.with(&format!("demand.profile.{day}"), closed);
        }
        scenario
    }

    /// Monday's mean, the share of ten o'clock, the variance of days about their weekday's mean
    /// relative to its square, and the covariance of a day's level with the next one's.
    fn theory(&self) -> [f64; 4] {
        let mean = CALLS * 3.0 / (self.monday + 2.0);
        let sigma = log_sd(self.cv);
        let poisson = (1.0 / (mean * self.monday) + 2.0 / mean) / 3.0;
        [
            mean * self.monday,
            self.ten / (self.ten + 17.0),
            self.cv * self.cv + poisson,
            exp(self.correlation * sigma * sigma) - 1.0,
        ]
    }

    fn found(&self, plan: &Plan, replication: u32) -> [f64; 4] {
        let luck = Luck {
            seed: 9,
            replication,
        };
        let mean = CALLS * 3.0 / (self.monday + 2.0);
        let mut arrivals = Arrivals::default();
        let (mut mondays, mut monday_calls, mut at_ten, mut all) = (0.0, 0.0, 0.0, 0.0);
        let mut levels = Vec::new();
        for day in 0..DAYS {
            let mut today = arrivals.open(plan, luck, day, Fresh::Drawn);
            let (mut calls, mut before) = (0.0, 0.0);
            while let Some(caller) = today.next_call() {
                assert!(caller.at >= before, "out of order");
                before = caller.at;
                calls += 1.0;
                at_ten += f64::from(u8::from((36_000.0..37_800.0).contains(&caller.at)));
            }
            all += calls;
            let is_monday = plan.days().weekday(day) == 0;
            if is_monday {
                mondays += 1.0;
                monday_calls += calls;
            }
            levels.push(calls / mean / if is_monday { self.monday } else { 1.0 } - 1.0);
        }
        let days = f64::from(DAYS);
        [
            monday_calls / mondays,
            at_ten / all,
            levels.iter().map(|l| l * l).sum::<f64>() / days,
            levels.windows(2).map(|w| w[0] * w[1]).sum::<f64>() / (days - 1.0),
        ]
    }

    /// Standard errors between found and a theory, figure by figure.
    fn z(&self, theory: [f64; 4]) -> [f64; 4] {
        let plan = Plan::new(&self.scenario()).expect("sound");
        let found: Vec<[f64; 4]> = (0..REPLICATIONS).map(|r| self.found(&plan, r)).collect();
        let n = f64::from(REPLICATIONS);
        std::array::from_fn(|i| {
            let mean = found.iter().map(|f| f[i]).sum::<f64>() / n;
            let squares = found.iter().map(|f| (f[i] - mean) * (f[i] - mean));
            let error = (squares.sum::<f64>() / (n - 1.0) / n).sqrt();
            (mean - theory[i]) / error
        })
    }
}

/// Twelve settings of the levers, four figures each.
const FIGURES: usize = 48;

/// How many standard errors from replication to replication the farthest of them may be off.
fn far() -> f64 {
    limit(FIGURES, REPLICATIONS as usize - 1)
}

#[test]
fn weekday_course_spread_and_correlation_are_those_of_the_levers() {
    let limit = far();
    let mut worst: f64 = 0.0;
    for cv in [0.0, 0.2, 0.5] {
        for correlation in [0.0, 0.7] {
            for monday in [1.0, 1.8] {
                let levers = Levers {
                    cv,
                    correlation,
                    monday,
                    ten: 2.0,
                };
                for (figure, z) in levers.z(levers.theory()).into_iter().enumerate() {
                    assert!(z.abs() < limit, "{levers:?}: figure {figure}, z = {z}");
                    worst = worst.max(z.abs());
                }
            }
        }
    }
    println!("{FIGURES} figures, worst |z| {worst:.2}");
}

#[test]
fn another_lever_than_the_simulated_one_is_rejected() {
    let right = Levers {
        cv: 0.2,
        correlation: 0.7,
        monday: 1.8,
        ten: 2.0,
    };
    let wrong = [
        (
            0,
            Levers {
                monday: 1.6,
                ..right
            },
        ),
        (1, Levers { ten: 1.9, ..right }),
        (2, Levers { cv: 0.25, ..right }),
        (
            3,
            Levers {
                correlation: 0.4,
                ..right
            },
        ),
    ];
    for (figure, wrong) in wrong {
        let z = right.z(wrong.theory())[figure];
        println!("figure {figure}: |z| = {:.1}", z.abs());
        assert!(
            z.abs() > far(),
            "figure {figure}: {wrong:?} passed, z = {z}"
        );
    }
}
