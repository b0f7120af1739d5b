//! One seed, one outcome: whatever the threads, and as the golden list says.

use fairfloor::measure::outcome::{Outcome, combined_fingerprint};
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::sim::course::{Course, Nobody};
use fairfloor::{sim, study};
use rayon::prelude::*;

const GOLDEN: &str = "tests/it/golden.txt";
const REPLICATIONS: u32 = 4;

fn plan(scenario: &Scenario) -> Plan {
    Plan::new(scenario).expect("sound")
}

fn fingerprint(plan: &Plan, threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .expect("a pool");
    let outcomes: Vec<Outcome> = pool.install(|| {
        (0..REPLICATIONS)
            .into_par_iter()
            .map(|replication| {
                study::replication(
                    plan,
                    Luck {
                        seed: 1,
                        replication,
                    },
                )
            })
            .collect()
    });
    combined_fingerprint(&outcomes)
}

/// `UPDATE=1 cargo test` writes the list anew; CHANGELOG.md then needs a line under «Results change».
#[test]
fn every_preset_has_its_golden_fingerprint_on_one_thread_and_on_three() {
    let mut found = String::new();
    for preset in PRESETS {
        let plan = plan(&preset.scenario());
        let one = fingerprint(&plan, 1);
        assert_eq!(
            one,
            fingerprint(&plan, 3),
            "{}: threads change the bits",
            preset.id
        );
        found.extend([preset.id, " ", &one, "\n"]);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(GOLDEN, &found).expect("writable");
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    assert_eq!(
        found, golden,
        "results changed: see the comment at this test"
    );
}

#[test]
fn another_seed_and_another_replication_are_other_luck() {
    let plan = plan(&PRESETS[0].scenario());
    let of = |seed, replication| study::replication(&plan, Luck { seed, replication }).fingerprint;
    let all = [of(1, 0), of(1, 1), of(2, 0)];
    assert!(all[0] != all[1] && all[0] != all[2] && all[1] != all[2]);
}

/// Callers who never call twice: then what comes in is nobody's doing.
fn without_returns() -> Scenario {
    Scenario::standard()
        .with("demand.returns.unresolved_share", Value::Number(0.0))
        .with("demand.returns.redial_share", Value::Number(0.0))
        .with("calendar.working_days_per_year", Value::Whole(60))
}

fn offered(scenario: &Scenario) -> Vec<u32> {
    let luck = Luck {
        seed: 3,
        replication: 1,
    };
    let ledger = sim::replicate(&plan(scenario), luck);
    ledger.weeks.iter().map(|w| w.offered).collect()
}

#[test]
fn a_lever_leaves_the_luck_of_callers_alone() {
    let base = without_returns();
    let expected = offered(&base);
    for (path, value) in [
        (
            "appraisal.kpis.call_volume.target_per_day",
            Value::Number(95.0),
        ),
        ("rewards.awards.strategy", Value::Choice("lottery")),
        ("workforce.headcount", Value::Whole(60)),
        (
            "support.stress_relief.frequency_per_month",
            Value::Number(4.0),
        ),
        ("development.ladder.enabled", Value::Switch(true)),
        ("demand.mean_patience_seconds", Value::Number(60.0)),
    ] {
        assert_eq!(offered(&base.clone().with(path, value)), expected, "{path}");
    }
    let busier = base.with("demand.calls_per_day", Value::Number(2600.0));
    assert_ne!(offered(&busier), expected, "a test that can't fail");
}

#[test]
fn levers_on_people_do_nothing_where_people_do_not_behave() {
    let off = Scenario::standard()
        .with("behaviour.enabled", Value::Switch(false))
        .with("calendar.working_days_per_year", Value::Whole(60));
    let run = |s: &Scenario| {
        let ledger = sim::replicate(
            &plan(s),
            Luck {
                seed: 3,
                replication: 0,
            },
        );
        (ledger.weeks, ledger.people.len(), ledger.flow)
    };
    let expected = run(&off);
    for (path, value) in [
        ("rewards.awards.coverage_share", Value::Number(0.9)),
        ("support.flexible_work.enabled", Value::Switch(true)),
        ("development.training.hours_per_month", Value::Number(20.0)),
        ("behaviour.parameters.quit.base", Value::Number(0.2)),
        ("behaviour.parameters.strain.load", Value::Number(0.9)),
    ] {
        assert_eq!(run(&off.clone().with(path, value)), expected, "{path}");
    }
}

/// A change of policy happens on its day and not before, and a change to the same plan is none.
#[test]
fn a_course_changes_on_its_day_and_only_what_it_changes() {
    let luck = Luck {
        seed: 3,
        replication: 0,
    };
    let short = |s: Scenario| s.with("calendar.working_days_per_year", Value::Whole(60));
    let before = plan(&short(Scenario::standard()));
    let busier = plan(&short(
        Scenario::standard().with("demand.calls_per_day", Value::Number(3000.0)),
    ));
    let run = |course: Course| sim::replicate_course(course, luck, &mut Nobody);
    let steady = run(Course::steady(&before));
    let same = Course::changing(&before, 60, &before).expect("alike");
    assert_eq!(run(same), steady);
    let changed = run(Course::changing(&before, 60, &busier).expect("alike"));
    // Day 60 is the 30th of the measured year: six weeks stay, the seventh is another.
    assert_eq!(changed.weeks[..6], steady.weeks[..6]);
    assert_ne!(changed.weeks[6], steady.weeks[6]);
    let larger = plan(&short(
        Scenario::standard().with("workforce.headcount", Value::Whole(46)),
    ));
    assert!(Course::changing(&before, 60, &larger).is_none());
}
