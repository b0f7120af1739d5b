//! Promise: the ready lessons teach what the simulation does, not what we wish it did.

use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::replication;
use fairfloor::workshop::lesson::Task;
use fairfloor::workshop::{ready, score};
use rayon::prelude::*;

/// The round about a better plan that loses needs a plan that does, in about one year of five. Of 64 years
/// the share has a standard error of √(0.2 · 0.8 / 64) = 0.05; two of them either way are taken for a fifth.
#[test]
fn the_better_plan_loses_about_one_year_in_five() {
    let twists = ready::all().into_iter().flat_map(|lesson| {
        let seed = lesson.seed;
        lesson.rounds.into_iter().map(move |round| (seed, round))
    });
    let mut seen = 0;
    for (seed, round) in twists {
        let Task::Ranking { twist: true, .. } = round.task else {
            continue;
        };
        seen += 1;
        let sides: Vec<Vec<Outcome>> = round
            .task
            .plans()
            .iter()
            .map(|scenario| {
                let plan = Plan::new(scenario).expect("ready plans are sound");
                let years = (0..round.task.years()).into_par_iter();
                years
                    .map(|replication_| {
                        let luck = Luck {
                            seed,
                            replication: replication_,
                        };
                        replication(&plan, luck)
                    })
                    .collect()
            })
            .collect();
        let sides: Vec<&[Outcome]> = sides.iter().map(Vec::as_slice).collect();
        let futures = score::futures(&sides, round.task.metric());
        let years = futures[0].len();
        let lower = score::is_lower_better(&round.task);
        let lost = score::losses(&futures[0], &futures[1], years, lower);
        let mean = |of: &[f64]| of.iter().sum::<f64>();
        let first_is_better = (mean(&futures[0]) < mean(&futures[1])) == lower;
        let lost = if first_is_better { lost } else { 1.0 - lost };
        assert!(
            (lost - 0.2).abs() <= 0.1,
            "{}: the better plan loses in {lost:.3} of the years",
            round.id
        );
    }
    assert_eq!(seen, 1);
}
