//! Drives a study on all cores. Outcomes go to it by task, so threads can't change a bit.

use crate::failure::Failure;
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::board::Task;
use fairfloor::study::{self, Study};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Runs a study to its end, round by round.
pub fn drive(study: &mut Study, threads: u32) -> Result<(), Failure> {
    let pool = self::threads(threads)?;
    let bar = progress();
    while !study.is_done() {
        let tasks: Vec<Task> = study.wanted().collect();
        run(study, &tasks, &pool, &bar)?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// Runs these tasks; what comes in is handed to the study by this thread, as it comes.
fn run(
    study: &mut Study,
    tasks: &[Task],
    pool: &rayon::ThreadPool,
    bar: &ProgressBar,
) -> Result<(), Failure> {
    let mut plans = BTreeMap::new();
    for task in tasks {
        if let Entry::Vacant(place) = plans.entry(task.cell) {
            let plan = Plan::new(study.board().scenario(task.cell))
                .map_err(|found| Failure::Failed(format!("{found:?}")))?;
            place.insert(plan);
        }
    }
    let keep = study.board().keep();
    let with_luck: Vec<_> = tasks
        .iter()
        .map(|task| (*task, study.luck(*task)))
        .collect();
    let (sender, receiver) = mpsc::channel::<(Task, Outcome)>();
    thread::scope(|scope| {
        scope.spawn(|| {
            // One after the other from the front: the first points of a study are wanted first.
            let next = AtomicUsize::new(0);
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
            study.take(task, outcome);
            let progress = study.progress();
            bar.set_length(progress.wanted);
            bar.set_position(progress.done);
        }
    });
    Ok(())
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
