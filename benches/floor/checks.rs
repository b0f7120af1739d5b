//! The right answer first: nothing is timed that was not held against theory, the golden list or its own sums.

use crate::{bare, luck, queue};
use fairfloor::measure::ledger::Ledger;
use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::find;
use fairfloor::study;
use fairfloor::study::erlang::Erlang;

const GOLDEN: &str = include_str!("../../tests/it/golden.txt");
/// λ = 95, μ = 1, θ = 0.5 on 100 agents.
const EXACT: [f64; 3] = [0.030_282_1, 0.364_474_5, 0.015_141_0];

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

pub fn check_queue(agents: u32, load: f64) {
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

pub fn check_bare() {
    let found: Vec<[f64; 3]> = (0..16)
        .map(|seed| bare::run(95.0, 2.0, 400_000, seed))
        .map(|f| [f.mean_wait, f.waited, f.abandoned])
        .collect();
    check("bare", EXACT, &found);
}

/// The preset is bit for bit what the tests hold it to.
pub fn check_golden() {
    let plan = Plan::new(&find("seed-status-quo").expect("a preset").scenario()).expect("sound");
    let outcomes: Vec<Outcome> = (0..4).map(|r| study::replication(&plan, luck(r))).collect();
    let expected = GOLDEN
        .lines()
        .find_map(|l| l.strip_prefix("seed-status-quo "));
    assert_eq!(Some(combined_fingerprint(&outcomes).as_str()), expected);
}

/// No call is lost.
pub fn check_year(ledger: &Ledger) {
    for week in &ledger.weeks {
        let ended = week.answered + week.abandoned + week.waiting_at_close;
        assert_eq!(week.offered, ended, "{week:?}");
    }
}
