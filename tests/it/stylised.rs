//! Known facts about people and phones: a cheap look at what `cargo xtask validate` looks at closely.

use fairfloor::measure::ledger::PersonYear;
use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::sim::course::Course;
use fairfloor::sim::replicate_course;
use fairfloor::study::evidence::ablation::{CENTRES, MECHANISMS};
use fairfloor::study::evidence::arm::{Arm, Prepared};
use fairfloor::study::evidence::docking::TRIALS;
use fairfloor::study::evidence::extremes::EXTREMES;
use fairfloor::study::evidence::fact::{Fact, Verdict};
use fairfloor::study::evidence::facts;
use fairfloor::study::evidence::panel::{Panel, PersonMonth};
use fairfloor::study::evidence::row::Row;
use fairfloor::study::evidence::runs::{Runs, Wanted};
use fairfloor::study::evidence::states::{STATES, listed};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The fewest with a standard error.
const REPLICATIONS: u32 = 5;

fn run(wanted: &Wanted) -> Runs {
    let prepared: Vec<Prepared> = wanted
        .arms
        .iter()
        .map(|(arm, _)| arm.prepare().unwrap_or_else(|| panic!("{arm:?}")))
        .collect();
    let tasks: Vec<(usize, u32)> = (0..prepared.len())
        .flat_map(|arm| (0..wanted.arms[arm].1).map(move |r| (arm, r)))
        .collect();
    let rows: Vec<Row> = tasks
        .par_iter()
        .map(|(arm, replication)| {
            prepared[*arm].run(Luck {
                seed: 7,
                replication: *replication,
            })
        })
        .collect();
    let mut arms: Vec<(Arm, Vec<Row>)> = wanted.arms.iter().map(|(a, _)| (*a, vec![])).collect();
    for ((arm, _), row) in tasks.into_iter().zip(rows) {
        arms[arm].1.push(row);
    }
    Runs { arms }
}

/// Those that two arms decide, and that the list calls clear.
fn looked_at() -> Vec<&'static Fact> {
    facts::all()
        .filter(|f| f.arms.len() <= 2 && f.replications <= 64)
        .filter(|f| matches!(listed(f.id), Verdict::Holds | Verdict::Fails))
        .collect()
}

/// Other luck than the validation's: what the list says must not be contradicted by it. The tolerance is
/// the interval itself, so a fact is only missed here when it is clearly lost.
#[test]
fn facts_are_as_the_list_says() {
    let mut wanted = Wanted::default();
    for fact in looked_at() {
        wanted.ask(fact.arms, REPLICATIONS);
    }
    let runs = run(&wanted);
    let mut wrong = Vec::new();
    for fact in looked_at() {
        let found = fact.estimate(&runs.of(fact.arms, REPLICATIONS));
        let verdict = fact.band.judge(found.as_ref());
        let contradicts = match listed(fact.id) {
            Verdict::Holds => matches!(verdict, Verdict::Fails | Verdict::Undefined),
            Verdict::Fails => verdict == Verdict::Holds,
            Verdict::CannotTell | Verdict::Undefined => false,
        };
        if contradicts {
            wrong.push(format!(
                "{}: listed {:?}, {verdict:?} {found:?}",
                fact.id,
                listed(fact.id)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_tables_can_be_run_and_name_nothing_twice() {
    let mut ids = BTreeSet::new();
    for id in facts::all()
        .map(|f| f.id)
        .chain(TRIALS.iter().map(|t| t.id))
    {
        assert!(ids.insert(id), "{id} stands twice");
    }
    let of_facts = facts::all().flat_map(|f| f.arms);
    let of_trials = TRIALS.iter().flat_map(|t| t.arms);
    for arm in of_facts
        .chain(of_trials)
        .chain(EXTREMES.iter().map(|(_, arm)| arm))
    {
        assert!(arm.prepare().is_some(), "{arm:?}");
    }
    for mechanism in MECHANISMS {
        for centre in CENTRES {
            let off = centre.with(mechanism.off);
            assert!(off.prepare().is_some(), "{}", mechanism.path());
            assert!(
                off.scenario() != centre.scenario(),
                "{}: was off",
                mechanism.path()
            );
        }
    }
    let listed: BTreeSet<&str> = STATES.iter().map(|(id, _)| *id).collect();
    assert_eq!(listed, ids, "src/study/evidence/states.rs");
    let held_out = facts::held_out::FACTS.len();
    assert!(held_out >= 10 && TRIALS.len() >= 6, "{held_out}");
}

/// The onlooker's panel and the ledger are two ways to see the same year.
#[test]
fn an_onlooker_sees_what_the_ledger_counts() {
    let luck = Luck {
        seed: 7,
        replication: 0,
    };
    let plan = Plan::new(&CENTRES[1].scenario()).expect("sound");
    let mut panel = Panel::new(&plan);
    let ledger = replicate_course(Course::steady(&plan), luck, &mut panel);
    assert_eq!(
        ledger,
        fairfloor::sim::replicate(&plan, luck),
        "looking changes nothing"
    );
    let seen = |of: fn(&PersonMonth) -> u32| panel.measured().map(of).sum::<u32>();
    let awards: u32 = ledger.people.iter().map(PersonYear::awards).sum();
    assert!(awards > 10, "a test that can't fail");
    assert_eq!(seen(|m| u32::from(m.decided.award)), awards);
    // A month's decisions become the next month's leavers; the year's first leavers decided before it.
    let decided = seen(|m| u32::from(m.decided.quits));
    assert!(
        decided.abs_diff(ledger.flow.quit) <= 4,
        "{decided} {:?}",
        ledger.flow
    );
    let handled: u32 = ledger.people.iter().map(|p| p.handled).sum();
    // Whoever goes within a month is not there at its end to be written down.
    let written = seen(|m| m.brought.handled);
    assert!(written <= handled && f64::from(written) > 0.97 * f64::from(handled));
}
