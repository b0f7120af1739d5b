//! `cargo bench`: nanoseconds per call against the limit, everything checked before its time counts.
//!
//! `cargo bench -- [--rounds N] [--only PART OF A NAME]`. Times are those on the processor, medians over rounds that go through
//! all cases in turn.

mod bare;
mod checks;
mod clock;
mod features;

use checks::{check_bare, check_golden, check_queue, check_year};
use clock::{Case, median, ratio, time};
use fairfloor::rng::Luck;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::find;
use fairfloor::sim;
use fairfloor::sim::camera::filmed;
use fairfloor::sim::recorder::recorded;
use fairfloor::study::queue::Queue;
use features::{features, floor_case};
use rayon::prelude::*;

const SIZES: [u32; 3] = [45, 450, 5000];

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

/// Days of a year in which the month's work weighs more than it does in an ordinary one.
const SHORT_YEAR: u32 = 120;

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

/// A year that somebody looks at; says how many calls it had, whatever came of the looking.
fn watched_case(name: &str, looks: fn(&Plan)) -> Case {
    let plan = centre(45, USUAL, 250, 6);
    let calls = year(&plan, 1);
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            looks(&plan);
            calls
        }),
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

/// The standard centre without anybody's behaviour.
fn unmoved() -> Plan {
    let scenario = find("seed-status-quo").expect("a preset").scenario();
    let scenario = scenario.with("behaviour.enabled", Value::Switch(false));
    Plan::new(&scenario).expect("sound")
}

fn threads_case(name: &str, threads: usize) -> Case {
    let plan = centre(45, USUAL, 250, 6);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
    let pool = pool.build().expect("threads");
    Case {
        name: name.to_owned(),
        work: Box::new(move || {
            pool.install(|| {
                let replications = (0..8).into_par_iter();
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
const UNMOVED: &str = "year, 45 people, nobody behaves";
const JOURNAL: &str = "year, 45 people, everybody's journal";
const FILM: &str = "year, 45 people, five days filmed";
const ONE: &str = "8 years, one thread";
const TWO: &str = "8 years, two threads";

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
        year_case(UNMOVED, unmoved(), 2),
        watched_case(JOURNAL, |plan| {
            assert!(!recorded(plan, luck(0)).1.lives.is_empty());
        }),
        watched_case(FILM, |plan| {
            assert_eq!(filmed(plan, luck(0), 200..205).days.len(), 5);
        }),
        threads_case(ONE, 1),
        threads_case(TWO, 2),
    ];
    // As many calls as agents can take: in large halls with less load nobody would ever wait.
    for people in SIZES {
        let name = format!("growth: queue, {people} agents");
        cases.push(queue_case(&name, people, 1.0));
    }
    for people in SIZES {
        let name = format!("growth: year, {people} people");
        let replications = 900 / people;
        let plan = centre(people, FEWER, SHORT_YEAR, 0);
        cases.push(year_case(&name, plan, replications.max(1)));
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
    for (what, case) in [
        ("nobody behaves ÷ everything on", UNMOVED),
        ("journals ÷ nobody looks", JOURNAL),
        ("five days filmed ÷ nobody looks", FILM),
    ] {
        say(what, ratio(&times, case, YEAR));
    }
    for case in times.iter().filter(|t| t.name.starts_with("feature: ")) {
        let against = ratio(&times, &case.name, FLOOR);
        say(&format!("{} ÷ floor alone", case.name), against);
    }
    for (kind, unit) in [("queue", "agents"), ("year", "people")] {
        let name = |size: u32| format!("growth: {kind}, {size} {unit}");
        let grown = ratio(&times, &name(5000), &name(45));
        say(&format!("{kind}: 5,000 ÷ 45"), grown);
    }
}
