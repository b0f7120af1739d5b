//! The recordings that the open screen reads: which are wanted, and the last that came.

use crate::engine::Task;
use crate::shared::Shared;
use fairfloor::measure::journal::Journal;
use fairfloor::scenario::plan::Plan;
use std::rc::Rc;

/// Recordings of so many replications are kept, the last that came.
const KEPT: usize = 6;

/// The open scenario's recording and its twin's, as far as they are there.
pub type Pair = [Option<Shared<Journal>>; 2];

/// The recordings.
#[derive(Default)]
pub struct Recordings {
    wanted: Vec<(Task, Rc<Plan>)>,
    kept: Vec<(Task, Shared<Journal>)>,
}

impl Recordings {
    /// Makes this replication of these scenarios the one that is wanted; the first is the open one.
    pub fn want(&mut self, named: Vec<(u32, Rc<Plan>)>, seed: u64, replication: u32) {
        let task = |key| Task {
            key,
            seed,
            replication,
        };
        let wanted = named.into_iter().map(|(key, plan)| (task(key), plan));
        self.wanted = wanted.collect();
    }

    /// The first that is wanted, not there and not being run.
    pub fn next(&self, is_running: impl Fn(&Task) -> bool) -> Option<(Task, Rc<Plan>)> {
        let missing = |task: &Task| self.find(task).is_none() && !is_running(task);
        let found = self.wanted.iter().find(|(task, _)| missing(task));
        found.map(|(task, plan)| (*task, Rc::clone(plan)))
    }

    /// Takes one in.
    pub fn take(&mut self, task: Task, journal: Journal) {
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push((task, Shared::new(journal)));
    }

    /// Those that are wanted, as far as they are there.
    pub fn pair(&self) -> Pair {
        let mut wanted = self.wanted.iter();
        [(); 2].map(|()| wanted.next().and_then(|(task, _)| self.find(task)))
    }

    fn find(&self, task: &Task) -> Option<Shared<Journal>> {
        let kept = self.kept.iter().find(|(known, _)| known == task);
        kept.map(|(_, journal)| journal.clone())
    }
}
