//! The page's search: what may be wished, what it asks, what it offers.

use super::*;
use crate::scenario::checked::tests::checked;
use crate::scenario::field::{Language, Value};
use crate::scenario::plan;
use crate::study::board::Keep;
use crate::study::search::Plan;
use crate::study::{Study, replication};
use crate::view::action::Action;
use crate::view::asked::Asked;
use crate::view::chase::taken;
use crate::view::lab::Choice;
use crate::view::screen::Screen;

/// A hall that is quickly simulated.
fn hall() -> Scenario {
    Scenario::standard()
        .with("workforce.headcount", Value::Whole(8))
        .with("demand.calls_per_day", Value::Number(350.0))
}

fn comparing(language: Language, scenario: Scenario) -> Session {
    let mut session = Session::new(language);
    session.apply(Action::Open(Screen::Compare));
    let preset = session.preset();
    session.apply(Action::Add {
        preset,
        scenario: Box::new(scenario),
    });
    session
}

#[test]
fn the_last_lever_stays_free() {
    let mut wish = Wish::default();
    for lever in 0..NUMBER {
        assert!(wish.varies(lever));
        wish = wish.turned(lever);
    }
    let last = NUMBER - 1;
    assert!(wish.varies(last) && wish.is_last(last) && !wish.is_last(0));
    assert!(wish.is_possible());
    assert!(wish.turned(0).varies(0));
    assert_eq!(
        study(wish, checked(Scenario::standard()), 1).levers().len(),
        1
    );
    assert_eq!(wish.within(99).budget, BUDGETS.len() - 1);
}

#[test]
fn nothing_is_searched_before_somebody_asks_and_a_name_is_no_other_question() {
    let mut session = comparing(Language::En, hall());
    assert!(Asked::beside(&session).is_empty());
    let held = Wish {
        without: 2047,
        ..Wish::default()
    };
    session.apply(Action::Lab(Choice::Unbeaten(Some(held))));
    assert!(Asked::beside(&session).is_empty(), "nothing may be changed");
    session.apply(Action::Lab(Choice::Unbeaten(Some(Wish::default()))));
    let asked = Asked::beside(&session);
    assert_eq!(asked.len(), 1);
    let rename = Value::Words("Ours".into());
    let named = comparing(Language::En, hall().with("name", rename));
    let mut named = named;
    named.apply(Action::Lab(Choice::Unbeaten(Some(Wish::default()))));
    assert!(Asked::beside(&named) == asked);
    session.apply(Action::Open(Screen::Overview));
    assert!(Asked::beside(&session).is_empty());
}

#[test]
fn within_todays_cost_plans_are_found_offered_and_known_once_taken() {
    let mut session = comparing(Language::Zh, hall());
    let asked = {
        let scenario = scenario(&session).expect("it can be run");
        let levers = usual(&scenario);
        let effort = Effort {
            plans: 6,
            generations: 2,
            years: 1,
            last_years: 3,
        };
        Search::new(scenario, levers, Budget::Share(1.0), effort, 1)
    };
    let mut study = Study::new(asked, 1, Keep::default());
    loop {
        let Some(task) = study.wanted().next() else {
            break;
        };
        let scenario = study.board().scenario(task.cell);
        let plan = plan::Plan::of(scenario);
        let luck = study.luck(task);
        study.take(task, replication(&plan, luck));
    }
    let asked = study.question();
    let found = asked.result(study.board());
    let cost = |plan: &Plan| plan.objectives[3].expect("a cost").mean;
    let own = found
        .plans
        .iter()
        .find(|plan| plan.is_own)
        .expect("it is shown");
    assert!(found.complete && own.in_budget);
    assert_eq!(found.budget, Some(cost(own)));
    for plan in &found.plans {
        assert_eq!(plan.in_budget, cost(plan) <= cost(own));
    }
    let told = told(asked, study.board(), &session, 720.0);
    assert!(told.complete && !told.finding.figures.is_empty());
    assert_eq!(told.offers.len(), found.plans.len() - 1);
    let offer = told.offers.first().expect("a plan");
    assert!(offer.comes_to.contains("离职率") && offer.name.starts_with("方案"));
    assert_eq!(taken(&session, &offer.scenario), None);
    let preset = session.preset();
    session.apply(Action::Add {
        preset,
        scenario: Box::new(offer.scenario.clone()),
    });
    assert!(taken(&session, &offer.scenario).is_some());
}
