//! Scenarios that know several worlds: each replication lives in one of them, as if the constants had been
//! set by hand, and what is chosen by hand is no longer drawn.

use fairfloor::measure::metric::position;
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::{Luck, Stream};
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::link::{Linked, decode, encode};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::worlds::{PATH, Worlds};
use fairfloor::scenario::{Scenario, read};
use fairfloor::sim::recorder::recorded;
use fairfloor::sim::replicate;
use fairfloor::study::evidence::random;
use fairfloor::study::own::profile::{Profile, WORLDS};
use fairfloor::study::own::{ASKED, range};
use fairfloor::study::sensitivity::inputs::{Input, Range, Width, assumptions, in_world};
use fairfloor::study::sensitivity::sample;

const QUIT: &str = "behaviour.parameters.quit.base";

fn small() -> Scenario {
    Scenario::standard()
        .with("workforce.headcount", Value::Whole(8))
        .with("demand.calls_per_day", Value::Number(360.0))
}

fn worlds(text: &'static str) -> Scenario {
    small().with(PATH, Value::Words(text.into()))
}

fn luck(replication: u32) -> Luck {
    Luck {
        seed: 5,
        replication,
    }
}

fn year(scenario: &Scenario, replication: u32) -> Outcome {
    let plan = Plan::new(scenario).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    Outcome::of(&replicate(&plan, luck(replication)))
}

#[test]
fn a_year_in_a_world_is_the_year_of_a_scenario_with_those_constants() {
    let several = worlds("quit.base 0.004 0.05");
    for replication in 0..4 {
        let base = [0.004, 0.05][replication as usize % 2];
        let by_hand = small().with(QUIT, Value::Number(base));
        assert_eq!(
            year(&several, replication).metrics,
            year(&by_hand, replication).metrics,
            "replication {replication}"
        );
    }
    let plan = Plan::new(&several).expect("sound");
    let (ledger, _) = recorded(&plan, luck(1));
    assert_eq!(Outcome::of(&ledger).metrics, year(&several, 1).metrics);
}

#[test]
fn intervals_hold_what_is_not_known_beside_luck() {
    let turnover = position("turnover.annual_rate").expect("a metric");
    let spread = |scenario: &Scenario| {
        let of = |k| year(scenario, k).metrics[turnover].unwrap_or(0.0);
        let values: Vec<f64> = (0..24).map(of).collect();
        let mean = values.iter().sum::<f64>() / 24.0;
        values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / 23.0
    };
    // Eight people of whom one in a hundred thousand or nearly all want to leave: far beyond the ratio of
    // variances that 24 years give by chance (F with 23 and 23 degrees of freedom exceeds 5.6 less than once
    // in 10,000).
    let (known, unknown) = (spread(&small()), spread(&worlds("quit.base 0.0001 0.2")));
    println!("{unknown} against {known}");
    assert!(unknown > 5.6 * known, "{unknown} against {known}");
}

fn checked(text: &'static str) -> Checked {
    Checked::new(worlds(text)).expect("sound")
}

#[test]
fn what_is_set_by_hand_is_no_longer_drawn() {
    let mut scenario = worlds("quit.base 0.004 0.05; effort.value 1.1 0.8");
    read::assign(&mut scenario, &format!("{QUIT}=0.01")).expect("sound");
    assert_eq!(scenario.behaviour.worlds, "effort.value 1.1 0.8");
    // A study of assumptions sets them all, and looks no farther than the worlds reach.
    let scenario = checked("quit.base 0.004 0.05; effort.value 1.1 0.8");
    let inputs = assumptions(std::slice::from_ref(&scenario), Width::Plausible);
    let input = inputs.iter().find(|input| input.field.path == QUIT);
    let own = scenario.behaviour.parameters.quit.base;
    let expected = Range::Amounts {
        low: own.min(0.004),
        high: own.max(0.05),
    };
    assert_eq!(input.map(|input| &input.range), Some(&expected));
    let there = in_world(&scenario, &inputs, &vec![0.5; inputs.len()]);
    assert_eq!(there.expect("sound").behaviour.worlds, "");
}

/// A study of assumptions leaves nothing out: each end alone, all of them, and anywhere between.
#[test]
fn every_end_of_every_assumption_can_be_run() {
    let one = checked("fairness.procedural 0.3 0.4");
    let others = (0..60).map(|number| Checked::new(random::scenario(number).scenario));
    let scenarios = others.map(|one| one.expect("sound")).chain([one]);
    let mut draws = luck(0).stream(Stream::Worlds, 9, 0);
    let mut alone = 0;
    for scenario in scenarios {
        let inputs = assumptions(std::slice::from_ref(&scenario), Width::Wide);
        for input in &inputs {
            for at in input.ends() {
                let there = in_world(&scenario, std::slice::from_ref(input), &[at]);
                assert!(there.is_some(), "{} at {at}", input.field.path);
                alone += 1;
            }
        }
        let ends = [0.0, 1.0].map(|at| vec![at; inputs.len()]);
        for point in sample::worlds(20, inputs.len(), &mut draws)
            .into_iter()
            .chain(ends)
        {
            assert!(in_world(&scenario, &inputs, &point).is_some(), "{point:?}");
        }
    }
    assert!(alone > 60 * 100, "{alone}");
    // With one of the weights drawn, the other can't be the whole: the drawn one gives way.
    let scenario = checked("fairness.procedural 0.3 0.5");
    let inputs = assumptions(std::slice::from_ref(&scenario), Width::Plausible);
    let weight = |input: &&Input| input.field.path.ends_with("fairness.distributive");
    let weight = inputs.iter().find(weight).expect("an input").clone();
    let there = in_world(&scenario, &[weight], &[1.0]).expect("sound");
    assert_eq!(there.behaviour.parameters.fairness.distributive, 0.6);
    assert_eq!(there.behaviour.worlds, "fairness.procedural 0.3 0.4");
}

#[test]
fn a_profile_fills_worlds_in_and_a_link_carries_them() {
    let draw = |k: u32| -> Vec<f64> {
        let place = |i: usize| (f64::from(k) * 0.618 + to_f64(i) * 0.377).fract();
        let all = ASKED.iter().enumerate();
        all.map(|(i, path)| {
            let (low, high) = range(path);
            low + place(i) * (high - low)
        })
        .collect()
    };
    let known = ASKED.iter().map(|path| {
        let (low, high) = range(path);
        serde_json::json!({
            "path": path, "told": *path == QUIT, "assumption": low, "median": f64::midpoint(low, high),
            "interval90": [low, high], "shrinkage": 0.0,
        })
    });
    let profile = serde_json::json!({
        "kind": "fairfloor-profile", "version": "0", "name": "own",
        "source": {
            "first": "2026-01", "months": [18, 3], "headcount": 8, "simulated": 100, "effective": 50.0, "seed": 1,
        },
        "constants": known.collect::<Vec<_>>(),
        "draws": (0..100).map(draw).collect::<Vec<_>>(),
    });
    let profile = Profile::read(&profile.to_string()).expect("a profile");
    let mut scenario = small();
    profile.apply(&mut scenario);
    let read = Worlds::read(&scenario.behaviour.worlds).expect("worlds");
    assert_eq!(read.number(), Some(WORLDS));
    assert_eq!(read.constants().count(), ASKED.len());
    assert!(Plan::new(&scenario).is_ok());
    let (low, high) = range(QUIT);
    let own = scenario.behaviour.parameters.quit.base;
    assert!((own - f64::midpoint(low, high)).abs() < 1e-12);

    let linked = Linked {
        preset: "seed-status-quo",
        scenario,
        seed: 7,
    };
    let link = encode(&linked);
    assert!(link.len() < 6_000, "{} signs", link.len());
    assert_eq!(decode(&link), Ok((linked, vec![])));
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
