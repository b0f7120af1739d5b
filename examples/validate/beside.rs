//! Figures that are known otherwise: theory for the bare queue, a bank's log for its preset.

use crate::run;
use fairfloor::measure::summary::Summary;
use fairfloor::scenario::import::{ExportRows, read};
use fairfloor::study::erlang::Erlang;
use fairfloor::study::evidence::arm::{Set, arm};
use fairfloor::study::evidence::findings::Beside;
use fairfloor::study::evidence::runs::Wanted;
use fairfloor::study::evidence::sample::{Statistic, estimate};
use fairfloor::study::fit::fit;
use fairfloor::study::queue::Queue;
use fairfloor::study::replay::{Comparison, compare};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

const REPLICATIONS: u32 = 20;
const SERVICE: f64 = 300.0;
const PATIENCE: f64 = 600.0;

/// Erlang-A at three sizes and two loads.
pub fn exact() -> Vec<Beside> {
    let mut all = Vec::new();
    for agents in [5_u32, 25, 100] {
        for load in [0.85, 1.1] {
            let rate = load * f64::from(agents) / SERVICE;
            let theory = Erlang {
                rate,
                service_seconds: SERVICE,
                patience_seconds: PATIENCE,
            }
            .figures(agents, 20.0);
            let queue = Queue {
                agents: agents as usize,
                calls_per_hour: rate * 3600.0,
                mean_service_seconds: SERVICE,
                service_cv: 1.0,
                mean_patience_seconds: PATIENCE,
                calls: 200_000,
                service_level_seconds: 20.0,
                lines: 0,
            };
            let found: Vec<_> = (0..REPLICATIONS)
                .into_par_iter()
                .map(|r| queue.run(run::luck(r)))
                .collect();
            let name = format!("M/M/{agents}+M, ρ {load}");
            let mut add = |what: &str, expected: f64, values: Vec<f64>| {
                all.extend(beside(format!("{name}: {what}"), expected, &values));
            };
            let of =
                |read: fn(&fairfloor::study::queue::Found) -> f64| found.iter().map(read).collect();
            add(
                "P(Wait)",
                theory.probability_of_wait,
                of(|f| f.probability_of_wait),
            );
            add(
                "P(Ab)",
                theory.probability_of_abandonment,
                of(|f| f.probability_of_abandonment),
            );
            add(
                "E(W), s",
                theory.mean_wait_seconds,
                of(|f| f.mean_wait_seconds),
            );
        }
    }
    all
}

fn beside(id: String, expected: f64, values: &[f64]) -> Option<Beside> {
    let summary = Summary::of(values)?;
    #[allow(clippy::cast_precision_loss)]
    let n = values.len() as f64;
    let squares: f64 = values
        .iter()
        .map(|v| (v - summary.mean) * (v - summary.mean))
        .sum();
    Some(Beside {
        id,
        expected,
        found: summary.mean,
        error: (squares / (n - 1.0) / n).sqrt(),
    })
}

/// The bank's log, where it is at hand.
fn log(root: &Path) -> Option<String> {
    let folder = std::env::var_os("FAIRFLOOR_DATA")
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    std::fs::read_to_string(folder.join("anonymous-bank-1999-08-calls.csv")).ok()
}

/// The bank's log simulated with its own arrivals; None where it is not at hand.
pub fn own_arrivals(root: &Path) -> Option<Comparison> {
    let export = read(&log(root)?).1?;
    match &export.rows {
        ExportRows::Calls(log) => compare(log, &fit(&export), 2 * REPLICATIONS, 1),
        ExportRows::HalfHours(_) => None,
    }
}

/// The bank's waits beside the preset's; nothing where the log is not at hand.
pub fn bank(root: &Path) -> Vec<Beside> {
    let Some(text) = log(root) else {
        return Vec::new();
    };
    let log = Log::read(&text);
    let limits = [
        arm("bank-1999"),
        arm("bank-1999").with(&[("demand.target_wait_seconds", Set::Number(30.0))]),
        arm("bank-1999").with(&[("demand.target_wait_seconds", Set::Number(60.0))]),
    ];
    let mut wanted = Wanted::default();
    wanted.ask(&limits, REPLICATIONS);
    let runs = run::all(&wanted);
    let figures: [(&str, f64, Statistic); 6] = [
        ("P(Ab)", log.share(|c| !c.answered), |s| {
            s.metric(0, "service.abandonment")
        }),
        ("E(W), s", log.mean_wait(), |s| {
            s.metric(0, "service.mean_wait_seconds")
        }),
        ("P(W ≤ 20 s)", log.within(20.0), |s| {
            s.metric(0, "service.level")
        }),
        ("P(W ≤ 30 s)", log.within(30.0), |s| {
            s.metric(1, "service.level")
        }),
        ("P(W ≤ 60 s)", log.within(60.0), |s| {
            s.metric(2, "service.level")
        }),
        ("E(S), s", log.mean_served(), |s| s.ratio(0, "pace.all")),
    ];
    let rows = runs.of(&limits, REPLICATIONS);
    figures
        .into_iter()
        .filter_map(|(id, expected, statistic)| {
            let found = estimate(&rows, statistic)?;
            Some(Beside {
                id: id.to_owned(),
                expected,
                found: found.value,
                error: found.error,
            })
        })
        .collect()
}

struct Call {
    answered: bool,
    waited: f64,
    served: f64,
}

/// The calls of the log that reached the queue.
struct Log(Vec<Call>);

impl Log {
    fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().unwrap_or("").split(',').collect();
        let at = |name: &str| head.iter().position(|h| *h == name);
        let (waited, outcome, served) = (at("waited_seconds"), at("outcome"), at("served_seconds"));
        let calls = lines.filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |column: Option<usize>| cells.get(column?)?.parse::<f64>().ok();
            let answered = match *cells.get(outcome?)? {
                "answered" => true,
                "abandoned" => false,
                _ => return None,
            };
            Some(Call {
                answered,
                waited: number(waited)?,
                served: number(served).unwrap_or(0.0),
            })
        });
        Self(calls.collect())
    }

    #[allow(clippy::cast_precision_loss)]
    fn share(&self, of: impl Fn(&Call) -> bool) -> f64 {
        self.0.iter().filter(|c| of(c)).count() as f64 / self.0.len().max(1) as f64
    }

    fn within(&self, limit: f64) -> f64 {
        self.share(|c| c.answered && c.waited <= limit)
    }

    #[allow(clippy::cast_precision_loss)]
    fn mean_wait(&self) -> f64 {
        self.0.iter().map(|c| c.waited).sum::<f64>() / self.0.len().max(1) as f64
    }

    fn mean_served(&self) -> f64 {
        let (sum, n) = self
            .0
            .iter()
            .filter(|c| c.answered)
            .fold((0.0, 0_u32), |(sum, n), c| (sum + c.served, n + 1));
        sum / f64::from(n.max(1))
    }
}
