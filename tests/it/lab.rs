//! Promise: studies of awards and of assumptions give the same bits on any number of threads, in any
//! order; a lottery is found to be all luck.

use crate::chance::limit;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::awards::{Awards, Terms};
use fairfloor::study::board::{Keep, Task};
use fairfloor::study::sensitivity::claim::{Claim, Limit};
use fairfloor::study::sensitivity::inputs::Width;
use fairfloor::study::sensitivity::{Effort, Sensitivity};
use fairfloor::study::{Rounds, Study, replication};

/// A hall of few calls, so that a year is short work.
pub fn small() -> Scenario {
    Scenario::standard()
        .with("demand.calls_per_day", Value::Number(240.0))
        .with("workforce.headcount", Value::Whole(18))
        .with("calendar.working_days_per_year", Value::Whole(120))
        .with("calendar.warmup_months", Value::Whole(2))
}

/// Drives a study to its end, each round from behind where `backwards`.
pub fn drive<Q: Rounds>(question: Q, backwards: bool) -> Study<Q> {
    let keep = Keep {
        people: true,
        ..Keep::default()
    };
    let mut study = Study::new(question, 7, keep);
    while !study.is_done() {
        let mut tasks: Vec<Task> = study.wanted().collect();
        if backwards {
            tasks.reverse();
        }
        for task in tasks {
            let plan = Plan::of(study.board().scenario(task.cell));
            let outcome = replication(&plan, study.luck(task));
            study.take(task, outcome);
        }
    }
    study
}

fn sensitivity() -> Sensitivity {
    let limit = Limit {
        metric: 0,
        bound: 0.3,
        at_most: true,
    };
    let effort = Effort {
        walks: 2,
        kept: 3,
        worlds: 12,
        years_alone: 2,
        halvings: 2,
        ..Effort::default()
    };
    let only = [
        "behaviour.parameters.quit.base",
        "behaviour.parameters.quit.needs",
        "behaviour.parameters.strain.burnout",
        "behaviour.hypotheses.award_reach",
    ]
    .map(str::to_owned);
    let claim = Claim::Keeps {
        limits: vec![limit],
    };
    Sensitivity::new(
        claim,
        vec![Checked::new(small()).expect("sound")],
        Width::Plausible,
        Some(&only),
        effort,
        7,
    )
}

#[test]
fn what_overturns_a_claim_is_the_same_in_any_order_and_finds_the_base_hazard() {
    let result = |backwards| {
        let study = drive(sensitivity(), backwards);
        let asked = study.question();
        let paths: Vec<&str> = asked.inputs().iter().map(|i| i.field.path).collect();
        let at = |end: &str| {
            paths
                .iter()
                .position(|path| path.ends_with(end))
                .expect("an input")
        };
        let places = (at("strain.burnout"), at("quit.base"));
        (asked.result(study.board()), places)
    };
    let (found, (burnout, base)) = result(false);
    assert_eq!(found, result(true).0);
    assert!(found.complete && found.walks == 2 && found.screening.len() == 4);
    assert_eq!(found.share.expect("worlds").worlds, 12);
    // A burn-out threshold is only counted against, nobody acts on it: it can't move turnover.
    assert_eq!(found.screening[burnout].size, 0.0);
    // Four times the base hazard: of these four nothing moves turnover more.
    assert_eq!(found.tornado[0].input, base, "{:?}", found.screening);
}

#[test]
fn a_lottery_is_all_luck_and_the_best_are_not() {
    // Three teams of six: a star's places are few, a top share's are the awards of 24 seats' halves.
    let scenario = small().with("rewards.awards.coverage_share", Value::Number(1.0));
    let scenario = Checked::new(scenario).expect("sound");
    let terms = Terms {
        replications: 20,
        coverages: vec![0.5],
        twins: 2,
        locked: true,
        hypotheses: false,
    };
    let study = drive(Awards::new(scenario, terms), false);
    let asked = study.question();
    let found = asked.result(study.board());
    let luck = |id: &str| {
        let card = found
            .cards
            .iter()
            .find(|c| c.place.strategy == id)
            .expect("a strategy");
        card.luck.expect("twin years")
    };
    let (lottery, top) = (luck("lottery"), luck("top_share"));
    let error = |l: fairfloor::study::awards::luck::LuckShare| l.error.expect("several groups");
    // Twenty groups, each left out once. The two are of the same luck: whatever they have in common, their
    // difference errs by no more than both errors together.
    let far = limit(2, 19);
    println!("{lottery:?} {top:?}, limit {far:.1}");
    assert!(
        (lottery.share - 1.0).abs() < far * error(lottery),
        "{lottery:?}"
    );
    assert!(
        top.share < lottery.share - far * (error(top) + error(lottery)),
        "{top:?} {lottery:?}"
    );
    // The budget is what was meant: as many hours as awards times hours each, over every strategy that
    // gives as many awards as it was told to.
    let top = found
        .cards
        .iter()
        .find(|c| c.place.strategy == "top_share")
        .expect("a strategy");
    let given = top.hours_given.expect("years");
    println!("{} ± {}", given.mean, given.standard_error());
    // A rule of design: awards are whole, so that a tenth more or less is as near as it gets.
    assert!(
        (given.mean / found.budget_hours - 1.0).abs() < 0.1,
        "{given:?} {}",
        found.budget_hours
    );
}

#[test]
fn awards_that_bring_no_hours_are_never_far_from_their_budget() {
    let cells = |hours: f64, locked: bool| {
        let scenario = small().with("rewards.awards.leave_hours_each", Value::Number(hours));
        let terms = Terms {
            replications: 1,
            coverages: vec![0.5],
            twins: 0,
            locked,
            hypotheses: false,
        };
        let asked = Awards::new(Checked::new(scenario).expect("sound"), terms);
        drive(asked, false).board().cells().len()
    };
    assert_eq!(cells(0.0, true), cells(0.0, false), "nothing is run again");
    assert!(cells(4.0, true) > cells(4.0, false), "what is far off is");
}
