//! `queue`: the call floor alone, to hold against queueing theory.

use crate::args::{QueueOptions, TwoFormats};
use crate::failure::Failure;
use crate::print;
use crate::table::table;
use fairfloor::rng::Luck;
use fairfloor::scenario::field::{Language, Text, Unit};
use fairfloor::study::queue::{Found, Queue};
use fairfloor::view::number::show;
use serde_json::json;
use std::time::Instant;

/// Simulates a queue of agents who are neither motivated nor tired.
pub fn queue(options: &QueueOptions, language: Language) -> Result<(), Failure> {
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
    match options.format {
        TwoFormats::Json => print::result(&json(&found, nanoseconds)),
        TwoFormats::Table => print::result(&text(&found, nanoseconds, language)),
    }
}

fn json(found: &Found, nanoseconds: f64) -> String {
    let value = json!({
        "calls": found.calls,
        "probability_of_wait": found.probability_of_wait,
        "probability_of_blocking": found.probability_of_blocking,
        "probability_of_abandonment": found.probability_of_abandonment,
        "mean_wait_seconds": found.mean_wait_seconds,
        "service_level": found.service_level,
        "occupancy": found.occupancy,
        "fingerprint": format!("{:016x}", found.fingerprint),
        "nanoseconds_per_call": nanoseconds,
    });
    format!("{value:#}\n")
}

fn text(found: &Found, nanoseconds: f64, language: Language) -> String {
    let row = |zh, en, value: String| vec![Text { zh, en }.get(language).to_owned(), value];
    let share = |value| format!("{:.3}%", 100.0 * value);
    let rows = [
        row("计入的来电", "Calls counted", found.calls.to_string()),
        row("需要等待", "Had to wait", share(found.probability_of_wait)),
        row("忙音", "Busy signal", share(found.probability_of_blocking)),
        row("放弃", "Hung up", share(found.probability_of_abandonment)),
        row(
            "平均等待",
            "Mean wait",
            format!("{:.3} s", found.mean_wait_seconds),
        ),
        row("服务水平", "Service level", share(found.service_level)),
        row(
            "占用率",
            "Occupancy",
            show(found.occupancy, Unit::Share, language),
        ),
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
