//! The bare queue against what theory knows exactly, with tolerances from the standard error.

use crate::chance::{KNOWN, limit};
use fairfloor::measure::summary::Summary;
use fairfloor::rng::Luck;
use fairfloor::study::queue::{Found, Queue};
use rayon::prelude::*;
use std::sync::LazyLock;

const SERVICE_SECONDS: f64 = 300.0;
const REPLICATIONS: u32 = 60;

/// What theory says of one queue.
struct Theory {
    probability_of_wait: f64,
    probability_of_abandonment: f64,
    mean_wait_seconds: f64,
    probability_of_blocking: f64,
}

/// M/M/c/K: `lines` calls fit in at once, nobody hangs up.
fn limited(agents: usize, load: f64, lines: usize) -> Theory {
    let c = agents as f64;
    let arrivals = load * c;
    // Probabilities relative to state 0, kept small by dividing along the way.
    let mut p = vec![1.0];
    for n in 1..=lines {
        let next = p[n - 1] * arrivals / (n as f64).min(c);
        p.push(next);
        if next > 1e200 {
            for x in &mut p {
                *x /= 1e200;
            }
        }
    }
    let total: f64 = p.iter().sum();
    let queue: f64 = (agents..=lines)
        .map(|n| (n - agents) as f64 * p[n])
        .sum::<f64>()
        / total;
    let waits: f64 = p[agents..lines].iter().sum::<f64>() / total;
    Theory {
        probability_of_wait: waits,
        probability_of_abandonment: 0.0,
        mean_wait_seconds: queue / arrivals * SERVICE_SECONDS,
        probability_of_blocking: p[lines] / total,
    }
}

/// M/M/c or M/M/c+M from its birth–death equations; `patience` in mean services, 0 = nobody hangs up.
fn erlang(agents: usize, load: f64, patience: f64) -> Theory {
    let c = agents as f64;
    let arrivals = load * c;
    let hang_up = if patience > 0.0 { 1.0 / patience } else { 0.0 };
    // Unnormalised probabilities relative to state c, which is never negligible; both tails are summed
    // until nothing more comes.
    let (mut total, mut waiting, mut queue) = (1.0, 1.0, 0.0);
    let mut p = 1.0;
    for n in (1..=agents).rev() {
        p *= n as f64 / arrivals;
        total += p;
    }
    let (mut p, mut beyond) = (1.0, 0.0);
    while p > 1e-18 || beyond < arrivals {
        beyond += 1.0;
        p *= arrivals / (c + beyond * hang_up);
        total += p;
        waiting += p;
        queue += beyond * p;
    }
    let mean_queue = queue / total;
    Theory {
        probability_of_wait: waiting / total,
        probability_of_abandonment: hang_up * mean_queue / arrivals,
        mean_wait_seconds: mean_queue / arrivals * SERVICE_SECONDS,
        probability_of_blocking: 0.0,
    }
}

/// M/G/1 by Pollaczek and Khinchine.
fn pollaczek_khinchine(load: f64, cv: f64) -> Theory {
    Theory {
        probability_of_wait: load,
        probability_of_abandonment: 0.0,
        mean_wait_seconds: load * (1.0 + cv * cv) / (2.0 * (1.0 - load)) * SERVICE_SECONDS,
        probability_of_blocking: 0.0,
    }
}

/// What theory says of a queue.
fn theory(queue: &Queue) -> Theory {
    let service = queue.mean_service_seconds;
    let load = queue.calls_per_hour * service / 3600.0 / queue.agents as f64;
    let found = if queue.lines > 0 {
        limited(queue.agents, load, queue.lines)
    } else if queue.service_cv == 1.0 {
        erlang(queue.agents, load, queue.mean_patience_seconds / service)
    } else {
        pollaczek_khinchine(load, queue.service_cv)
    };
    let mean_wait_seconds = found.mean_wait_seconds / SERVICE_SECONDS * service;
    Theory {
        mean_wait_seconds,
        ..found
    }
}

struct Point {
    queue: Queue,
    name: String,
}

/// Load is the offered load per agent; patience is in mean services, 0 where nobody hangs up.
fn point(agents: usize, service: f64, load: f64, patience: f64, cv: f64, lines: usize) -> Point {
    let queue = Queue {
        agents,
        calls_per_hour: load * agents as f64 * 3600.0 / service,
        mean_service_seconds: service,
        service_cv: cv,
        mean_patience_seconds: patience * service,
        calls: if cv == 1.0 { 60_000 } else { 100_000 },
        service_level_seconds: 20.0,
        lines,
    };
    Point {
        queue,
        name: format!(
            "{agents} agents, service {service}, load {load}, patience {patience}, cv {cv}, lines {lines}"
        ),
    }
}

fn grid() -> Vec<Point> {
    let mut points = Vec::new();
    let mut services = [SERVICE_SECONDS, 90.0, 720.0].into_iter().cycle();
    let mut service = || services.next().expect("without end");
    for agents in [1, 2, 5, 10, 25, 60, 150, 500] {
        for load in [0.3, 0.6, 0.85] {
            points.push(point(agents, service(), load, 0.0, 1.0, 0));
        }
        for (load, patience) in [(0.7, 0.3), (0.95, 2.0), (1.05, 0.5), (1.2, 5.0), (1.5, 1.0)] {
            points.push(point(agents, service(), load, patience, 1.0, 0));
        }
    }
    for (agents, lines) in [(1, 1), (1, 4), (5, 5), (20, 26), (100, 110)] {
        for load in [0.5, 0.9, 1.3] {
            points.push(point(agents, service(), load, 0.0, 1.0, lines));
        }
    }
    for load in [0.3, 0.5, 0.7, 0.85] {
        for cv in [0.0, 0.5, 1.5] {
            points.push(point(1, service(), load, 0.0, cv, 0));
        }
    }
    points
}

/// The grid and what was found at each point, in independent replications: two tests look at the same.
static FOUND: LazyLock<Vec<(Point, Vec<Found>)>> = LazyLock::new(|| {
    let run = |point: Point| {
        let lucks = (0..REPLICATIONS).map(|replication| Luck {
            seed: 20,
            replication,
        });
        let found = lucks.map(|luck| point.queue.run(luck)).collect();
        (point, found)
    };
    grid().into_par_iter().map(run).collect()
});

/// What is compared at a point: what was found, and what theory says.
type Compared = (fn(&Found) -> f64, f64);

/// Everything that theory knows of a point, but what is too rare to be seen: of that the sample's variance
/// says nothing. What is expected is what theory says of this queue, which may not be the point's.
fn compared(point: &Point, expected: &Queue) -> Vec<Compared> {
    let tries = point.queue.calls as f64 * f64::from(REPLICATIONS);
    let seen = |p: f64| p.min(1.0 - p) * tries >= 2000.0;
    let known = theory(&point.queue);
    let says = theory(expected);
    let all: [(f64, Compared); 4] = [
        (
            known.probability_of_wait,
            (|f| f.probability_of_wait, says.probability_of_wait),
        ),
        (
            known.probability_of_wait,
            (|f| f.mean_wait_seconds, says.mean_wait_seconds),
        ),
        (
            known.probability_of_blocking,
            (|f| f.probability_of_blocking, says.probability_of_blocking),
        ),
        (
            known.probability_of_abandonment,
            (
                |f| f.probability_of_abandonment,
                says.probability_of_abandonment,
            ),
        ),
    ];
    let shown = all.into_iter().filter(|(p, _)| seen(*p));
    shown.map(|(_, compared)| compared).collect()
}

/// How many standard errors the farthest figure of all points may be off.
fn far() -> f64 {
    let all = FOUND.iter().map(|(point, _)| point);
    let figures = all.map(|point| compared(point, &point.queue).len()).sum();
    limit(figures, REPLICATIONS as usize - 1)
}

/// Largest |z| of the point's figures over independent replications, if the queue were this one.
fn worst_z(point: &Point, found: &[Found], expected: &Queue) -> f64 {
    let z = |(of, expected): Compared| {
        let values: Vec<f64> = found.iter().map(of).collect();
        let summary = Summary::of(&values).expect("replications");
        let standard_error = summary.standard_error();
        if standard_error > 0.0 {
            (summary.mean - expected) / standard_error
        } else {
            // All replications alike: then it must be the exact value.
            (summary.mean - expected) * 1e12
        }
    };
    let all = compared(point, expected)
        .into_iter()
        .map(|one| z(one).abs());
    all.fold(0.0, f64::max)
}

#[test]
fn theory_agrees_with_published_values() {
    // M/M/100+M, λ = 95, μ = 1, θ = 0.5: mean wait 0.0302821, P(wait) 0.3644745, P(abandon) 0.0151410.
    let known = erlang(100, 0.95, 2.0);
    assert!((known.mean_wait_seconds / SERVICE_SECONDS - 0.030_282_1).abs() < 1e-7);
    assert!((known.probability_of_wait - 0.364_474_5).abs() < 1e-7);
    assert!((known.probability_of_abandonment - 0.015_141_0).abs() < 1e-7);
    // Erlang-B with 5 agents and 5 Erlang blocks 0.28487 of the calls.
    assert!((limited(5, 1.0, 5).probability_of_blocking - 0.284_87).abs() < 5e-6);
    // M/M/1: P(wait) = ρ, mean wait ρ/(1−ρ).
    let single = erlang(1, 0.6, 0.0);
    assert!((single.probability_of_wait - 0.6).abs() < 1e-12);
    assert!((single.mean_wait_seconds - 1.5 * SERVICE_SECONDS).abs() < 1e-6);
}

#[test]
fn the_queue_agrees_with_theory_over_the_grid() {
    assert!(FOUND.len() >= 60);
    let far = far();
    let mut worst = (0.0, String::new());
    for (point, found) in FOUND.iter() {
        let z = worst_z(point, found, &point.queue);
        assert!(z < far, "{}: |z| = {z:.2}", point.name);
        if z > worst.0 {
            worst = (z, point.name.clone());
        }
    }
    println!(
        "{} points, limit {far:.2}, worst |z| = {:.2} at {}",
        FOUND.len(),
        worst.0,
        worst.1
    );
}

/// What was found doesn't agree with theory that is given one input wrong by two per cent: more than half of the
/// points say so; where it is their patience, more than a quarter of those where callers hang up.
#[test]
fn the_same_grid_against_theory_with_one_input_wrong_by_two_per_cent_is_rejected() {
    type Distortion = (&'static str, usize, fn(&mut Queue));
    let distortions: [Distortion; 3] = [
        ("arrivals", 2, |q| q.calls_per_hour *= 1.02),
        ("service", 2, |q| q.mean_service_seconds *= 1.02),
        ("patience", 4, |q| q.mean_patience_seconds *= 1.02),
    ];
    let far = far();
    for (input, one_in, distort) in distortions {
        let distorted = |(point, found): &'static (Point, Vec<Found>)| {
            let mut wrong = point.queue;
            distort(&mut wrong);
            (wrong != point.queue).then(|| worst_z(point, found, &wrong))
        };
        let all: Vec<f64> = FOUND.iter().filter_map(distorted).collect();
        let rejecting = all.iter().filter(|z| **z >= far).count();
        println!("{input}: {rejecting} of {} points reject", all.len());
        assert!(
            rejecting * one_in > all.len(),
            "{input}: {rejecting} of {} points reject, too few",
            all.len()
        );
    }
}

/// Intervals from batches: of 400 that are independent 95 % hold the truth, give or take what chance does
/// to a share (a standard error is 1.1 points); batches of 4,500 calls are long beside a wait.
#[test]
fn the_intervals_of_a_queue_hold_what_theory_knows() {
    let queue = Queue {
        agents: 20,
        calls_per_hour: 228.0,
        mean_service_seconds: SERVICE_SECONDS,
        service_cv: 1.0,
        mean_patience_seconds: 2.0 * SERVICE_SECONDS,
        calls: 100_000,
        service_level_seconds: 20.0,
        lines: 0,
    };
    let theory = erlang(20, 0.95, 2.0);
    let runs = 400;
    let mut held = [0; 3];
    for replication in 0..runs {
        let found = queue.run(Luck {
            seed: 5,
            replication,
        });
        let [waits, gone, _, wait, _, _] = found.ci95.map(|ends| ends.expect("enough calls"));
        let truths = [
            (waits, theory.probability_of_wait),
            (gone, theory.probability_of_abandonment),
            (wait, theory.mean_wait_seconds),
        ];
        for (held, ((low, high), truth)) in held.iter_mut().zip(truths) {
            *held += u32::from((low..=high).contains(&truth));
        }
    }
    let error = (0.95 * 0.05 / f64::from(runs)).sqrt();
    for held in held {
        let share = f64::from(held) / f64::from(runs);
        let off = (share - 0.95).abs();
        assert!(off <= limit(3, KNOWN) * error, "{share}");
    }
}

#[test]
fn nobody_is_busier_than_all_the_time() {
    let queue = |calls_per_hour, mean_patience_seconds| Queue {
        agents: 10,
        calls_per_hour,
        mean_service_seconds: SERVICE_SECONDS,
        service_cv: 0.5,
        mean_patience_seconds,
        calls: 20_000,
        service_level_seconds: 20.0,
        lines: 0,
    };
    let overloaded = queue(1140.0, 0.0);
    assert!(overloaded.never_settles());
    let luck = Luck {
        seed: 1,
        replication: 0,
    };
    let found = overloaded.run(luck);
    assert!((found.occupancy - 1.0).abs() < 1e-9, "{}", found.occupancy);
    assert!(!queue(1140.0, 60.0).never_settles() && !queue(119.0, 0.0).never_settles());
    // Idle agents work off what comes: the offered load over their number (a 95 % interval of twenty
    // batches reaches 2.09 standard errors to each side).
    let found = queue(60.0, 0.0).run(luck);
    let (low, high) = found.ci95[5].expect("enough calls");
    let error = (high - low) / 2.0 / 2.09;
    assert!(
        (found.occupancy - 0.5).abs() < limit(1, 19) * error,
        "{low} to {high}"
    );
}
