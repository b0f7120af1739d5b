//! Drives a study on all cores. Outcomes go to it by task, so threads can't change a bit.

use crate::failure::Failure;
use crate::job::Part;
use crate::store::{self, Key, Store};
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::board::Task;
use fairfloor::study::{self, Rounds, Study};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// No more work than this is lost when the program is killed.
const FLUSH: Duration = Duration::from_millis(500);

/// Runs a study to its end, round by round.
pub fn drive(study: &mut Study<dyn Rounds>, threads: u32) -> Result<(), Failure> {
    let pool = self::threads(threads)?;
    let bar = progress();
    while !study.is_done() {
        let tasks: Vec<Task> = study.wanted().collect();
        run(study, &tasks, &pool, &bar, |_, _| Ok(()))?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// Runs a study with what the store knows, and stores what is run; `unstorable` says what went wrong there. A
/// part runs its share of each round until one needs what other parts have. How many replications were run.
pub fn drive_with(
    study: &mut Study<dyn Rounds>,
    threads: u32,
    store: &mut Store,
    part: Option<Part>,
    unstorable: impl Fn(io::Error) -> Failure,
) -> Result<u64, Failure> {
    let pool = self::threads(threads)?;
    let bar = progress();
    let mut scenarios = BTreeMap::new();
    let mut run_here = 0;
    while !study.is_done() {
        let mut tasks: Vec<(Task, Key)> = Vec::new();
        for task in study.wanted() {
            let scenario = *scenarios
                .entry(task.cell)
                .or_insert_with(|| store::of_scenario(study.board().scenario(task.cell)));
            tasks.push((task, Key::new(scenario, study.luck(task))));
        }
        let mut known = Vec::new();
        tasks.retain(|(task, key)| match store.take(*key) {
            Some(outcome) => {
                known.push((*task, outcome));
                false
            }
            None => true,
        });
        let found_any = !known.is_empty();
        for (task, outcome) in known {
            study.take(task, outcome);
        }
        if found_any {
            continue;
        }
        let keys: BTreeMap<Task, Key> = tasks.into_iter().collect();
        let mine: Vec<Task> = study
            .board()
            .round()
            .iter()
            .enumerate()
            .filter(|(place, _)| part.is_none_or(|part| place % part.of == part.number - 1))
            .map(|(_, task)| *task)
            .filter(|task| keys.contains_key(task))
            .collect();
        if mine.is_empty() {
            break;
        }
        run_here += mine.len() as u64;
        #[allow(
            clippy::disallowed_methods,
            reason = "when to write, not what comes out"
        )]
        let mut last = Instant::now();
        run(study, &mine, &pool, &bar, |task, outcome| {
            store.add(keys[&task], outcome);
            if last.elapsed() < FLUSH {
                return Ok(());
            }
            #[allow(clippy::disallowed_methods, reason = "as above")]
            let now = Instant::now();
            last = now;
            store.flush().map_err(&unstorable)
        })?;
        store.flush().map_err(&unstorable)?;
    }
    bar.finish_and_clear();
    Ok(run_here)
}

/// Runs these tasks; what comes in is handed to the study by this thread, as it comes. Where it can't be kept,
/// no further one is begun.
fn run(
    study: &mut Study<dyn Rounds>,
    tasks: &[Task],
    pool: &rayon::ThreadPool,
    bar: &ProgressBar,
    mut keep_also: impl FnMut(Task, &Outcome) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut kept = Ok(());
    let mut plans = BTreeMap::new();
    for task in tasks {
        if let Entry::Vacant(place) = plans.entry(task.cell) {
            place.insert(Plan::of(study.board().scenario(task.cell)));
        }
    }
    let keep = study.board().keep();
    let with_luck: Vec<_> = tasks
        .iter()
        .map(|task| (*task, study.luck(*task)))
        .collect();
    let (sender, receiver) = mpsc::channel::<(Task, Outcome)>();
    // One after the other from the front: the first points of a study are wanted first.
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            pool.broadcast(|_| {
                while let Some((task, luck)) = with_luck.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut outcome = study::replication(&plans[&task.cell], *luck);
                    keep.trim(&mut outcome);
                    // Nobody listens only when the listener has panicked, and that is said elsewhere.
                    let _ = sender.send((*task, outcome));
                }
            });
            drop(sender);
        });
        for (task, outcome) in receiver {
            if kept.is_ok() {
                kept = keep_also(task, &outcome);
                if kept.is_err() {
                    next.store(with_luck.len(), Ordering::Relaxed);
                }
            }
            study.take(task, outcome);
            let progress = study.progress();
            bar.set_length(progress.wanted);
            bar.set_position(progress.done);
        }
    });
    kept
}

/// So many threads; 0 = as many as there are cores.
pub fn threads(number: u32) -> Result<rayon::ThreadPool, Failure> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(number as usize)
        .build()
        .map_err(|error| Failure::Failed(format!("threads: {error}")))
}

/// A bar on standard error; indicatif shows nothing where that is no terminal.
fn progress() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}  {eta}") {
        bar.set_style(style);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairfloor::scenario::Scenario;
    use fairfloor::scenario::checked::Checked;
    use fairfloor::study::board::Keep;
    use fairfloor::study::sequential::Run;

    #[test]
    fn where_nothing_can_be_kept_no_more_is_run() {
        let mut scenario = Scenario::standard();
        scenario.workforce.headcount = 10;
        scenario.demand.calls_per_day = 300.0;
        let asked = Run::new(Checked::new(scenario).expect("sound"), 500);
        let mut study = Study::new(asked, 1, Keep::default());
        let tasks: Vec<Task> = study.wanted().collect();
        let pool = threads(2).expect("threads");
        let mut asked = 0;
        let ended = run(&mut study, &tasks, &pool, &ProgressBar::hidden(), |_, _| {
            asked += 1;
            Err(Failure::Failed("full".to_owned()))
        });
        assert!(matches!(ended, Err(Failure::Failed(why)) if why == "full"));
        assert_eq!(asked, 1, "it is asked again after it has failed");
        // Those that were under way come in; there are too many for all to have been.
        let done = study.progress().done;
        assert!(done < 500, "{done} of 500 were run");
    }
}
