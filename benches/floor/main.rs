//! `cargo bench`: nanoseconds per call against the limit, everything checked before its time counts.
//!
//! `cargo bench -- [--rounds N] [--only PART OF A NAME]`. Times are those on the processor, medians over rounds that go through
//! all cases in turn.

mod bare;
mod clock;

use clock::{Case, median, ratio, time};
use fairfloor::measure::ledger::Ledger;
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::rng::Luck;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::find;
use fairfloor::sim::floor::{Floor, Unwatched};
use fairfloor::study::erlang::Erlang;
use fairfloor::study::queue::Queue;
use fairfloor::{sim, study};
use rayon::prelude::*;

const GOLDEN: &str = include_str!("../../tests/it/golden.txt");
const SIZES: [u32; 4] = [45, 225, 1000, 5000];
/// λ = 95, μ = 1, θ = 0.5 on 100 agents.
const EXACT: [f64; 3] = [0.030_282_1, 0.364_474_5, 0.015_141_0];

fn luck(replication: u32) -> Luck {
    Luck {
        seed: 1,
        replication,
    }
}

/// The queue with this many agents at this load; service takes an hour.
fn queue(agents: u32, load: f64, calls: u64) -> Queue {
    Queue {
        agents: agents as usize,
        calls_per_hour: load * f64::from(agents),
        mean_service_seconds: 3600.0,
        service_cv: 1.0,
        mean_patience_seconds: 7200.0,
        calls,
        service_level_seconds: 20.0,
        lines: 0,
    }
}

/// First calls a person and day in the standard centre, and what still fits the catalogue with 5,000.
const USUAL: f64 = 2480.0 / 45.0;
const FEWER: f64 = 40.0;

/// The standard centre with this many people and this many calls for each of them.
fn centre(people: u32, calls_each: f64, days: u32, warm_up: u32) -> Plan {
    let calls = calls_each * f64::from(people);
    let scenario = find("seed-status-quo")
        .expect("a preset")
        .scenario()
        .with("workforce.headcount", Value::Whole(people))
        .with("demand.calls_per_day", Value::Number(calls))
        .with("calendar.working_days_per_year", Value::Whole(days))
        .with("calendar.warmup_months", Value::Whole(warm_up));
    Plan::new(&scenario).expect("sound")
}

/// Mean wait, share that waited, share that hung up: within four standard errors of the exact.
fn check(name: &str, exact: [f64; 3], found: &[[f64; 3]]) {
    #[allow(clippy::cast_precision_loss)]
    let n = found.len() as f64;
    for figure in 0..3 {
        let mean = found.iter().map(|f| f[figure]).sum::<f64>() / n;
        let deviations = found
            .iter()
            .map(|f| (f[figure] - mean) * (f[figure] - mean));
        let error = (deviations.sum::<f64>() / (n - 1.0) / n).sqrt();
        let z = (mean - exact[figure]) / error;
        assert!(
            z.abs() < 4.0,
            "{name}: figure {figure} is {mean}, z = {z:.1}"
        );
    }
}

fn check_queue(agents: u32, load: f64) {
    let exact = Erlang {
        rate: load * f64::from(agents),
        service_seconds: 1.0,
        patience_seconds: 2.0,
    };
    let exact = exact.figures(agents, 0.0);
    let exact = [
        exact.mean_wait_seconds,
        exact.probability_of_wait,
        exact.probability_of_abandonment,
    ];
    if agents == 100 && load == 0.95 {
        let off = exact.iter().zip(EXACT).map(|(a, b)| (a - b).abs());
        assert!(off.fold(0.0, f64::max) < 1e-7, "theory");
    }
    let queue = queue(agents, load, 400_000);
    let found: Vec<[f64; 3]> = (0..16)
        .map(|r| queue.run(luck(r)))
        .map(|f| {
            [
                f.mean_wait_seconds / 3600.0,
                f.probability_of_wait,
                f.probability_of_abandonment,
            ]
        })
        .collect();
    check(&format!("queue, {agents} agents"), exact, &found);
}

fn check_bare() {
    let found: Vec<[f64; 3]> = (0..16)
        .map(|seed| bare::run(95.0, 2.0, 400_000, seed))
        .map(|f| [f.mean_wait, f.waited, f.abandoned])
        .collect();
    check("bare", EXACT, &found);
}

/// The preset is bit for bit what the tests hold it to.
fn check_golden() {
    let plan = Plan::new(&find("seed-status-quo").expect("a preset").scenario()).expect("sound");
    let outcomes: Vec<Outcome> = (0..4).map(|r| study::replication(&plan, luck(r))).collect();
    let expected = GOLDEN
        .lines()
        .find_map(|l| l.strip_prefix("seed-status-quo "));
    assert_eq!(Some(combined_fingerprint(&outcomes).as_str()), expected);
}

/// No call is lost.
fn check_year(ledger: &Ledger) {
    for week in &ledger.weeks {
        let ended = week.answered + week.abandoned + week.waiting_at_close;
        assert_eq!(week.offered, ended, "{week:?}");
    }
}

fn year(plan: &Plan, replications: u32) -> u64 {
    let calls = (0..replications).map(|r| sim::replicate(plan, luck(r)).calls_simulated);
    calls.sum()
}

fn year_case(name: &str, plan: Plan, replications: u32) -> Case {
    check_year(&sim::replicate(&plan, luck(0)));
    Case {
        name: name.to_owned(),
        work: Box::new(move || year(&plan, replications)),
    }
}

fn queue_case(name: &str, agents: u32, load: f64) -> Case {
    check_queue(agents, load);
    let queue = queue(agents, load, 4_000_000);
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            assert!(queue.run(luck(0)).mean_wait_seconds > 0.0);
            queue.calls
        }),
    }
}

/// The phones of a year without anybody's behaviour, mornings and evenings left out.
fn floor_case(name: &str, levers: &[(&str, Value)]) -> Case {
    let mut scenario = find("seed-status-quo")
        .expect("a preset")
        .scenario()
        .with("behaviour.enabled", Value::Switch(false));
    for (path, value) in levers {
        scenario = scenario.with(path, value.clone());
    }
    let plan = Plan::new(&scenario).expect("sound");
    let seats = plan.shifts().iter().enumerate();
    let desks: Vec<_> = seats
        .map(|(seat, shift)| {
            let mut desk = sim::ordinary_desk(&plan, seat, shift);
            desk.specialist = plan.is_specialist(seat);
            desk
        })
        .collect();
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            let mut floor = Floor::default();
            let mut calls = 0;
            for day in 0..250 {
                floor.desks.clone_from(&desks);
                let counts = floor.run_day(&plan, luck(0), day, &mut Unwatched);
                let handled: u32 = floor.desks.iter().map(|d| d.tally.handled).sum();
                let lost = counts.abandoned + counts.lost_in_transfer;
                assert_eq!(counts.offered, handled + lost + counts.waiting_at_close);
                calls += u64::from(counts.offered + counts.blocked);
            }
            calls
        }),
    }
}

/// One feature at a time, against the floor without it. The first four stay on the plain path; with
/// one of the others the loop over events runs instead.
fn features() -> Vec<Case> {
    let number = Value::Number;
    let on = || Value::Switch(true);
    let cases: [(&str, Vec<(&str, Value)>); 9] = [
        (
            "nobody calls again",
            vec![
                ("demand.returns.unresolved_share", number(0.0)),
                ("demand.returns.redial_share", number(0.0)),
            ],
        ),
        (
            "exponential talk",
            vec![("demand.talk_shape", Value::Choice("exponential"))],
        ),
        (
            "two kinds of patience",
            vec![("demand.impatient_share", number(0.2))],
        ),
        (
            "no breaks",
            vec![
                ("workforce.lunch_minutes", number(0.0)),
                ("support.rest_minutes_per_day", number(0.0)),
            ],
        ),
        (
            "events: two priorities",
            vec![("demand.types.complaint.first", on())],
        ),
        (
            "events: second line",
            vec![
                ("workforce.second_line.share", number(0.2)),
                ("demand.types.form.transfer_share", number(0.3)),
            ],
        ),
        ("events: callbacks", vec![("demand.callback.enabled", on())]),
        ("events: 50 lines", vec![("demand.lines", Value::Whole(50))]),
        (
            "events: queue finished after closing",
            vec![("calendar.finish_queue", on())],
        ),
    ];
    let cases = cases.into_iter();
    cases
        .map(|(name, levers)| floor_case(&format!("feature: {name}"), &levers))
        .collect()
}

fn threads_case(name: &str, threads: usize) -> Case {
    let plan = centre(45, USUAL, 250, 6);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    let pool = pool.build().expect("threads");
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            pool.install(|| {
                let replications = (0..16).into_par_iter();
                let calls = replications.map(|r| sim::replicate(&plan, luck(r)).calls_simulated);
                calls.sum()
            })
        }),
    }
}

const BARE: &str = "bare call-order recursion, 100 agents";
const FLOOR: &str = "floor alone, 45 people, nobody behaves";
const QUEUE: &str = "queue, 100 agents";
const YEAR: &str = "year, 45 people, everything on";
const ONE: &str = "16 years, one thread";
const TWO: &str = "16 years, two threads";

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        let at = words.iter().position(|word| word == name)?;
        words.get(at + 1)
    };
    let rounds = after("--rounds").and_then(|number| number.parse().ok());
    check_bare();
    check_golden();
    let mut cases = vec![
        Case {
            name: BARE.to_owned(),
            work: Box::new(|| {
                assert!(bare::run(95.0, 2.0, 4_000_000, 1).mean_wait > 0.0);
                4_000_000
            }),
        },
        queue_case(QUEUE, 100, 0.95),
        floor_case(FLOOR, &[]),
        year_case(YEAR, centre(45, USUAL, 250, 6), 2),
        year_case(
            "year, 100 people, everything on",
            centre(100, USUAL, 250, 6),
            1,
        ),
        threads_case(ONE, 1),
        threads_case(TWO, 2),
    ];
    // As many calls as agents can take: in large halls with less load nobody would ever wait.
    for people in SIZES {
        let name = format!("growth: queue, {people} agents");
        cases.push(queue_case(&name, people, 1.0));
    }
    for people in SIZES {
        let name = format!("growth: 20 days, {people} people");
        let replications = 10_000 / people;
        cases.push(year_case(&name, centre(people, FEWER, 20, 0), replications));
    }
    cases.extend(features());
    if let Some(part) = after("--only") {
        cases.retain(|case| case.name.contains(part.as_str()));
    }
    println!("every case gives the right answer");
    let times = time(&cases, rounds.unwrap_or(7));
    clock::print(&times);
    println!("\nmedians of ratios within a round");
    let say = |what: &str, value: f64| {
        if value.is_finite() {
            println!("{what:<56} {value:.2}");
        }
    };
    say("queue ÷ bare recursion", ratio(&times, QUEUE, BARE));
    let wall = |name: &str| {
        times
            .iter()
            .find(|t| t.name == name)
            .map(|t| median(&t.wall))
    };
    if let (Some(one), Some(two)) = (wall(ONE), wall(TWO)) {
        say("two threads: times faster by the clock", one / two);
    }
    say(
        "two threads: work per processor second against one",
        ratio(&times, ONE, TWO),
    );
    for case in times.iter().filter(|t| t.name.starts_with("feature: ")) {
        let against = ratio(&times, &case.name, FLOOR);
        say(&format!("{} ÷ floor alone", case.name), against);
    }
    for (kind, unit) in [("queue", "agents"), ("20 days", "people")] {
        let name = |size: u32| format!("growth: {kind}, {size} {unit}");
        let grown = ratio(&times, &name(5000), &name(45));
        say(&format!("{kind}: 5,000 ÷ 45"), grown);
    }
}
