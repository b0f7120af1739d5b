//! Scenarios at the edges, which must run to the end and keep everything within its range.

use super::arm::{Arm, Set, arm};
use crate::measure::ledger::{Ledger, Left};
use crate::measure::metric::METRICS;
use crate::measure::outcome::Outcome;

const fn n(value: f64) -> Set {
    Set::Number(value)
}
const QUO: Arm = arm("seed-status-quo");
const CALLS: &str = "demand.calls_per_day";
const POSTS: &str = "workforce.headcount";
const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
const OFF: Set = Set::Switch(false);

macro_rules! only {
    ($volume:literal, $talk:literal, $inspection:literal, $rating:literal) => {
        QUO.with(&[
            ("appraisal.kpis.call_volume.weight", n($volume)),
            ("appraisal.kpis.talk_time.weight", n($talk)),
            ("appraisal.kpis.inspection.weight", n($inspection)),
            ("appraisal.kpis.customer_rating.weight", n($rating)),
        ])
    };
}

/// The edges, by id.
pub const EXTREMES: &[(&str, Arm)] = &[
    (
        "one-person",
        QUO.with(&[(POSTS, Set::Whole(1)), (CALLS, n(55.0))]),
    ),
    (
        "one-person-for-a-halls-calls",
        QUO.with(&[(POSTS, Set::Whole(1))]),
    ),
    (
        "2000-people",
        QUO.with(&[(POSTS, Set::Whole(2000)), (CALLS, n(110_000.0))]),
    ),
    ("no-demand", QUO.with(&[(CALLS, n(0.0))])),
    ("tenfold-demand", QUO.with(&[(CALLS, n(24_800.0))])),
    ("target-nought", QUO.with(&[(TARGET, n(0.0))])),
    ("target-impossible", QUO.with(&[(TARGET, n(500.0))])),
    ("volume-alone-counts", only!(100.0, 0.0, 0.0, 0.0)),
    ("talk-time-alone-counts", only!(0.0, 100.0, 0.0, 0.0)),
    ("inspection-alone-counts", only!(0.0, 0.0, 100.0, 0.0)),
    ("rating-alone-counts", only!(0.0, 0.0, 0.0, 100.0)),
    (
        "everybody-leaves",
        QUO.with(&[
            // Nor does anybody see things so kindly as to stay.
            ("behaviour.parameters.weights.contented_sd", n(0.0)),
            ("behaviour.parameters.quit.base", n(0.5)),
            ("behaviour.parameters.quit.needs", n(10.0)),
            ("workforce.hiring.enabled", OFF),
        ]),
    ),
    (
        "everybody-leaves-and-is-replaced-at-once",
        QUO.with(&[
            ("behaviour.parameters.quit.base", n(0.5)),
            ("behaviour.parameters.quit.needs", n(10.0)),
            ("workforce.hiring.lead_time_days", n(0.0)),
            ("workforce.hiring.training_days", Set::Whole(0)),
        ]),
    ),
    (
        "nobody-may-be-hired",
        QUO.with(&[("workforce.hiring.enabled", OFF)]),
    ),
    (
        "nobody-is-patient",
        QUO.with(&[("demand.mean_patience_seconds", n(1.0))]),
    ),
    (
        "everybody-calls-again",
        QUO.with(&[
            ("demand.returns.unresolved_share", n(0.95)),
            ("demand.returns.redial_share", n(0.95)),
            ("demand.returns.same_day_share", n(1.0)),
        ]),
    ),
];

/// What sums in another order may be off by, as shares.
const ROUNDING: f64 = 1e-9;

/// What is out of order in a replication's ledger; nothing when all is well.
#[must_use]
pub fn faults(posts: u32, ledger: &Ledger) -> Vec<String> {
    let mut faults = Vec::new();
    let mut hold = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    for week in &ledger.weeks {
        let answered = week
            .offered
            .checked_sub(week.abandoned + week.waiting_at_close);
        hold(answered == Some(week.answered), "calls");
        hold(
            week.busy_seconds <= week.staffed_seconds + 1e-6,
            "busy above staffed",
        );
        hold(
            week.wait_seconds >= 0.0 && week.wait_seconds.is_finite(),
            "waits",
        );
        hold(week.post_days <= posts * week.days, "posts");
    }
    let flow = &ledger.flow;
    let came = flow.at_start + flow.hired;
    let went = flow.quit + flow.other_exits;
    hold(came == went + flow.at_end, "people");
    let stayed = ledger
        .people
        .iter()
        .filter(|p| p.end.left == Left::Stayed)
        .count();
    hold(stayed <= flow.at_end as usize, "who stayed");
    for (at, value) in Outcome::of(ledger).metrics.iter().enumerate() {
        let metric = &METRICS[at];
        let (low, high) = metric.range();
        let inside = |v: f64| v >= low - ROUNDING && v <= high + ROUNDING;
        hold(value.is_none_or(inside), metric.id);
    }
    faults
}
