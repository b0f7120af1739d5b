//! A month's training, morning by morning.

use super::*;
use crate::scenario::Scenario;
use crate::scenario::field::Value;

#[test]
fn whoever_comes_to_the_phones_in_the_middle_of_a_month_has_training_from_the_next() {
    let scenario = Scenario::standard()
        .with("workforce.headcount", Value::Whole(10))
        .with("development.training.hours_per_month", Value::Number(6.0))
        .with("behaviour.parameters.home.absence", Value::Number(0.0));
    let plan = Plan::new(&scenario).expect("sound");
    let luck = Luck {
        seed: 7,
        replication: 0,
    };
    let mut year = Year::open(&plan, luck);
    let (late, ready_on) = (3, 5);
    year.roster.seats[late].ready_on = ready_on;
    let month = plan.days().month_ends[0];
    assert!(month > ready_on + 10);
    let mut came = false;
    for day in 0..month {
        year.morning(day, 0);
        came |= year.floor.desks.iter().any(|desk| desk.seat == late);
    }
    assert!(came);
    // Ten people's hours among the nine who were there; whoever is absent loses what falls on that day.
    let had: Vec<f64> = year
        .roster
        .people()
        .map(|p| p.month.training_hours)
        .collect();
    let others: f64 = had.iter().sum::<f64>() - had[late];
    assert!(had[late] <= 0.0, "{had:?}");
    assert!(others > 30.0 && others <= 60.0 + 1e-9, "{had:?}");
}
