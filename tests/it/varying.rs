//! A day that changes by the half-hour, M(t)/M/s(t)+M, against its differential equations solved
//! numerically.

use crate::chance::limit;
use fairfloor::measure::summary::{Summary, student_t_975};
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::{HALF_HOUR_SECONDS, Plan};
use fairfloor::sim::floor::desk::Desk;
use fairfloor::sim::floor::{Counts, Floor, Unwatched};

const TALK_SECONDS: f64 = 240.0;
const PATIENCE_SECONDS: f64 = 300.0;
const SEATS: usize = 12;
const DAYS: u32 = 60;
const REPLICATIONS: u32 = 30;

fn scenario(calls_per_day: f64) -> Scenario {
    let number = Value::Number;
    let mut s = Scenario::standard()
        .with("behaviour.enabled", Value::Switch(false))
        .with("workforce.headcount", Value::Whole(SEATS as u32))
        .with("workforce.lunch_minutes", number(0.0))
        .with("support.rest_minutes_per_day", number(0.0))
        .with("demand.calls_per_day", number(calls_per_day))
        .with("demand.day_cv", number(0.0))
        .with("demand.talk_shape", Value::Choice("exponential"))
        .with("demand.after_call_seconds", number(0.0))
        .with("demand.mean_patience_seconds", number(PATIENCE_SECONDS))
        .with("demand.returns.unresolved_share", number(0.0))
        .with("demand.returns.redial_share", number(0.0));
    for kind in ["procedure", "fee", "form", "complaint"] {
        s = s.with(
            &format!("demand.types.{kind}.talk_seconds"),
            number(TALK_SECONDS),
        );
    }
    s
}

/// Seat i comes on the phones i × 15 minutes after opening: the number of servers grows.
fn starts(plan: &Plan) -> Vec<f64> {
    (0..SEATS)
        .map(|seat| plan.load().opens + seat as f64 * 900.0)
        .collect()
}

/// What theory expects of a day: calls offered, hung up, and seconds waited by all.
struct Expected {
    offered: f64,
    abandoned: f64,
    wait_seconds: f64,
}

/// Kolmogorov's forward equations for the number in the system, by fourth-order Runge–Kutta.
fn expected(plan: &Plan) -> Expected {
    const MOST: usize = 150;
    const STEP: f64 = 2.0;
    let (mu, theta) = (1.0 / TALK_SECONDS, 1.0 / PATIENCE_SECONDS);
    let starts = starts(plan);
    // Monday's rates: the test runs Mondays only.
    let rate = |t: f64| plan.load().rates[0][((t + 1e-9) / HALF_HOUR_SECONDS) as usize];
    let slope = |p: &[f64], lambda: f64, servers: usize| -> Vec<f64> {
        let leaves =
            |n: usize| n.min(servers) as f64 * mu + n.saturating_sub(servers) as f64 * theta;
        (0..=MOST)
            .map(|n| {
                let from_below = if n > 0 { lambda * p[n - 1] } else { 0.0 };
                let from_above = if n < MOST {
                    leaves(n + 1) * p[n + 1]
                } else {
                    0.0
                };
                let out = if n < MOST { lambda } else { 0.0 } + leaves(n);
                from_below + from_above - out * p[n]
            })
            .collect()
    };
    let mut p = vec![0.0; MOST + 1];
    p[0] = 1.0;
    let mut result = Expected {
        offered: 0.0,
        abandoned: 0.0,
        wait_seconds: 0.0,
    };
    let mut t = plan.load().opens;
    while t < plan.load().closes - 1e-9 {
        let servers = starts.iter().filter(|s| **s <= t + 1e-9).count();
        let lambda = rate(t);
        let queue = |p: &[f64]| -> f64 {
            p.iter()
                .enumerate()
                .map(|(n, q)| n.saturating_sub(servers) as f64 * q)
                .sum()
        };
        let plus = |a: &[f64], k: &[f64], h: f64| -> Vec<f64> {
            a.iter().zip(k).map(|(x, y)| x + h * y).collect()
        };
        let before = queue(&p);
        let k1 = slope(&p, lambda, servers);
        let k2 = slope(&plus(&p, &k1, STEP / 2.0), lambda, servers);
        let k3 = slope(&plus(&p, &k2, STEP / 2.0), lambda, servers);
        let k4 = slope(&plus(&p, &k3, STEP), lambda, servers);
        for n in 0..=MOST {
            p[n] += STEP / 6.0 * (k1[n] + 2.0 * k2[n] + 2.0 * k3[n] + k4[n]);
        }
        let mean_queue = f64::midpoint(before, queue(&p));
        result.offered += lambda * STEP;
        result.abandoned += theta * mean_queue * STEP;
        result.wait_seconds += mean_queue * STEP;
        t += STEP;
    }
    result
}

fn day(plan: &Plan, floor: &mut Floor, luck: Luck, day: u32) -> Counts {
    floor.desks = starts(plan)
        .into_iter()
        .enumerate()
        .map(|(seat, start)| Desk::new(seat, &plan.shifts()[seat], start - plan.load().opens, 0.0))
        .collect();
    floor.run_day(plan, luck, day, &mut Unwatched)
}

/// Largest |z| of offered, abandoned and waited per Monday over independent replications.
fn worst_z(simulated: &Plan, theory: &Expected) -> f64 {
    let mut means = [const { Vec::new() }; 3];
    let mondays: Vec<u32> = (0..simulated.days().total())
        .filter(|d| simulated.days().weekday(*d) == 0)
        .take(DAYS as usize)
        .collect();
    for replication in 0..REPLICATIONS {
        let luck = Luck {
            seed: 31,
            replication,
        };
        let mut floor = Floor::default();
        let mut sums = [0.0; 3];
        for monday in &mondays {
            let counts = day(simulated, &mut floor, luck, *monday);
            sums[0] += f64::from(counts.offered);
            sums[1] += f64::from(counts.abandoned);
            sums[2] += counts.wait_seconds;
        }
        for (all, sum) in means.iter_mut().zip(sums) {
            all.push(sum / mondays.len() as f64);
        }
    }
    let expected = [theory.offered, theory.abandoned, theory.wait_seconds];
    means
        .iter()
        .zip(expected)
        .map(|(values, expected)| {
            let summary = Summary::of(values).expect("replications");
            let standard_error = (summary.ci95.1 - summary.mean) / student_t_975(values.len() - 1);
            ((summary.mean - expected) / standard_error).abs()
        })
        .fold(0.0, f64::max)
}

#[test]
fn a_changing_day_agrees_with_its_differential_equations() {
    // Three days, three figures each.
    let far = limit(9, REPLICATIONS as usize - 1);
    for calls in [500.0, 900.0, 1400.0] {
        let plan = Plan::new(&scenario(calls)).expect("sound");
        let theory = expected(&plan);
        let z = worst_z(&plan, &theory);
        println!(
            "{calls} calls a day: worst |z| = {z:.2}, {:.1} hang up",
            theory.abandoned
        );
        assert!(z < far, "{calls} calls a day: |z| = {z:.2}");
        // The same day with 2 % more calls must be told apart.
        let wrong = Plan::new(&scenario(calls * 1.02)).expect("sound");
        assert!(
            worst_z(&wrong, &theory) >= far,
            "{calls}: 2 % more calls go unnoticed"
        );
    }
}
