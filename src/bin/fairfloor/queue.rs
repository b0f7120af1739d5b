//! `queue`: the call floor alone, to hold against queueing theory.

use crate::args::TwoFormats;
use crate::failure::Failure;
use crate::print::{self, aside};
use crate::table::table;
use clap::Args;
use fairfloor::rng::Luck;
use fairfloor::scenario::field::{Language, Text};
use fairfloor::study::queue::{FIGURES, Found, Queue};
use serde_json::{Map, Value as Json, json};
use std::time::Instant;

/// A queue without people.
#[derive(Args)]
pub struct Options {
    /// Agents on the phones
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub agents: u32,
    /// Mean calls per hour (Poisson)
    #[arg(long, value_parser = positive)]
    pub calls_per_hour: f64,
    /// Mean service time in seconds
    #[arg(long, value_parser = positive)]
    pub mean_service_seconds: f64,
    /// Coefficient of variation of service time: 1 = exponential, else log-normal
    #[arg(long, default_value_t = 1.0, value_parser = not_negative)]
    pub service_cv: f64,
    /// Mean patience in seconds; 0 = nobody hangs up
    #[arg(long, default_value_t = 0.0, value_parser = not_negative)]
    pub mean_patience_seconds: f64,
    /// Calls to simulate; the first 10 % warm the queue up
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(10..=10_000_000_000))]
    pub calls: u64,
    /// Calls that fit in at once, in service and waiting; 0 = no limit
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub lines: u32,
    /// The wait that the service level refers to
    #[arg(long, default_value_t = 20.0, value_parser = not_negative)]
    pub service_level_seconds: f64,
    /// Equal seeds give equal results
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Form of the results
    #[arg(long, value_enum, default_value_t = TwoFormats::Table)]
    pub format: TwoFormats,
}

fn positive(text: &str) -> Result<f64, String> {
    let v = not_negative(text)?;
    if v > 0.0 {
        Ok(v)
    } else {
        Err("must be above 0".to_owned())
    }
}

fn not_negative(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(v) if v.is_finite() && v >= 0.0 => Ok(v),
        Ok(_) | Err(_) => Err("must be a finite number, at least 0".to_owned()),
    }
}

/// Simulates a queue of agents who are neither motivated nor tired.
pub fn queue(options: &Options, language: Language) -> Result<(), Failure> {
    let queue = Queue {
        agents: options.agents as usize,
        calls_per_hour: options.calls_per_hour,
        mean_service_seconds: options.mean_service_seconds,
        service_cv: options.service_cv,
        mean_patience_seconds: options.mean_patience_seconds,
        calls: options.calls,
        service_level_seconds: options.service_level_seconds,
        lines: options.lines as usize,
    };
    let problems = queue.problems();
    if !problems.is_empty() {
        let line = |p: &fairfloor::study::queue::OutOfRange| {
            let option = p.input.replace('_', "-");
            match language {
                Language::Zh => format!("--{option} 须在 {} 与 {} 之间", p.min, p.max),
                Language::En => format!("--{option} must be between {} and {}", p.min, p.max),
            }
        };
        return Err(Failure::BadInput(problems.iter().map(line).collect()));
    }
    // The clock is only for the speed that is reported; no figure depends on it.
    #[allow(clippy::disallowed_methods)]
    let started = Instant::now();
    let found = queue.run(Luck {
        seed: options.seed,
        replication: 0,
    });
    #[allow(clippy::cast_precision_loss)]
    let nanoseconds = started.elapsed().as_nanos() as f64 / options.calls as f64;
    if queue.never_settles() {
        let (load, agents) = (queue.offered_load(), queue.agents);
        aside(&match language {
            Language::Zh => format!(
                "话务强度 {load:.1} Erlang，不小于 {agents} 人，又没有人挂断：队伍越排越长，没有稳态，下面的数字只对这些来电成立。"
            ),
            Language::En => format!(
                "The offered load of {load:.1} erlangs is no less than {agents} agents and nobody hangs up: the queue grows without end, and the figures are of this many calls only."
            ),
        });
    }
    match options.format {
        TwoFormats::Json => print::result(&json(&found, nanoseconds)),
        TwoFormats::Table => print::result(&text(&found, nanoseconds, language)),
    }
}

fn json(found: &Found, nanoseconds: f64) -> String {
    let ends =
        |of: Option<(f64, f64)>| of.map_or(json!([null, null]), |(low, high)| json!([low, high]));
    let ci95: Map<String, Json> = FIGURES
        .iter()
        .zip(found.ci95)
        .map(|(name, of)| ((*name).to_owned(), ends(of)))
        .collect();
    let value = json!({
        "calls": found.calls,
        "probability_of_wait": found.probability_of_wait,
        "probability_of_blocking": found.probability_of_blocking,
        "probability_of_abandonment": found.probability_of_abandonment,
        "mean_wait_seconds": found.mean_wait_seconds,
        "service_level": found.service_level,
        "occupancy": found.occupancy,
        "ci95": ci95,
        "fingerprint": format!("{:016x}", found.fingerprint),
        "nanoseconds_per_call": nanoseconds,
    });
    format!("{value:#}\n")
}

fn text(found: &Found, nanoseconds: f64, language: Language) -> String {
    let row = |zh, en, value: String| vec![Text { zh, en }.get(language).to_owned(), value];
    let [waits, gone, busy, wait, level, occupancy] = found.ci95;
    let within = |of: Option<(f64, f64)>, show: &dyn Fn(f64) -> String| {
        of.map_or(String::new(), |(low, high)| {
            format!(" ± {}", show((high - low) / 2.0))
        })
    };
    let percent = |value: f64| format!("{:.3}%", 100.0 * value);
    let seconds = |value: f64| match language {
        Language::Zh => format!("{value:.3} 秒"),
        Language::En => format!("{value:.3} s"),
    };
    let share = |value: f64, of| percent(value) + &within(of, &percent);
    let rows = [
        row("计入的来电", "Calls counted", found.calls.to_string()),
        row(
            "需要等待",
            "Had to wait",
            share(found.probability_of_wait, waits),
        ),
        row(
            "忙音",
            "Busy signal",
            share(found.probability_of_blocking, busy),
        ),
        row(
            "放弃",
            "Hung up",
            share(found.probability_of_abandonment, gone),
        ),
        row(
            "平均等待",
            "Mean wait",
            seconds(found.mean_wait_seconds) + &within(wait, &seconds),
        ),
        row(
            "服务水平",
            "Service level",
            share(found.service_level, level),
        ),
        row("占用率", "Occupancy", share(found.occupancy, occupancy)),
        row("每通用时", "Time per call", format!("{nanoseconds:.1} ns")),
        row("指纹", "Fingerprint", format!("{:016x}", found.fingerprint)),
    ];
    let head = [
        Text {
            zh: "指标",
            en: "Figure",
        }
        .get(language),
        Text {
            zh: "值",
            en: "Value",
        }
        .get(language),
    ];
    table(&head, &rows)
}
