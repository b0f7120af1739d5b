//! The warm-up is long enough: a longer one gives the same year, within the standard error.

use crate::chance::limit;
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::summary::{Summary, values};
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::study;
use rayon::prelude::*;

fn outcomes(warmup_months: u32, replications: u32) -> Vec<Outcome> {
    let scenario = Scenario::standard().with("calendar.warmup_months", Value::Whole(warmup_months));
    let plan = Plan::new(&scenario).expect("sound");
    (0..replications)
        .into_par_iter()
        .map(|replication| {
            study::replication(
                &plan,
                Luck {
                    seed: 11,
                    replication,
                },
            )
        })
        .collect()
}

/// |z| of the difference of two independent means.
fn z(a: &[Outcome], b: &[Outcome], metric: usize) -> f64 {
    let spread = |outcomes: &[Outcome]| {
        let values = values(outcomes, metric);
        let n = values.len() as f64;
        let summary = Summary::of(&values).expect("defined");
        let variance = values
            .iter()
            .map(|v| (v - summary.mean) * (v - summary.mean))
            .sum::<f64>()
            / (n - 1.0);
        (summary.mean, variance / n)
    };
    let ((mean_a, var_a), (mean_b, var_b)) = (spread(a), spread(b));
    (mean_a - mean_b).abs() / (var_a + var_b).sqrt()
}

#[test]
fn a_warm_up_twice_as_long_gives_the_same_year() {
    let usual = outcomes(6, 24);
    let longer = outcomes(12, 24);
    let none = outcomes(0, 24);
    let ids = [
        "turnover.annual_rate",
        "quality.customer_satisfaction",
        "quality.first_contact_resolution",
        "service.mean_wait_seconds",
        "wellbeing.exhaustion",
    ];
    // Twice 24 years.
    let far = limit(ids.len(), 46);
    for id in ids {
        let metric = position(id).expect("a metric");
        let found = z(&usual, &longer, metric);
        assert!(found < far, "{}: z = {found:.1}", METRICS[metric].id);
    }
    // Without a warm-up fairness and effort start from made-up values, and that must show.
    let fair = position("fairness.procedural").expect("a metric");
    assert!(z(&none, &longer, fair) > far, "a test that can't fail");
}
