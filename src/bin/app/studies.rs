//! The studies that screens have asked for: the open one is run, the others are kept for a while.

use crate::engine::Task;
use crate::store::Store;
use crate::workers::now;
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::Study;
use fairfloor::study::board::Task as Cell;
use fairfloor::view::asked::{Asked, Found};
use fairfloor::view::session::Session;
use std::rc::Rc;

/// Studies of so many questions are kept, the last used.
const KEPT: usize = 8;
/// Findings are computed at most this often while outcomes stream in, in milliseconds.
const SHOW_MS: f64 = 250.0;
/// And so rarely that computing them takes at most this part of the page's time.
const SHOW_SHARE: f64 = 0.1;

/// Where a study stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Replications that are in.
    pub done: u64,
    /// Replications wanted so far.
    pub wanted: u64,
    /// Stopped by the user.
    pub stopped: bool,
    /// Nothing more is wanted.
    pub is_done: bool,
    /// How long it took, in milliseconds.
    pub took_ms: f64,
}

/// A board's scenario as the workers know it.
struct Known {
    key: u32,
    plan: Rc<Plan>,
}

struct Active {
    asked: Asked,
    study: Study,
    cells: Vec<Option<Known>>,
    /// What was given out, and which replication of which scenario it is for the study.
    given: Vec<(Task, Cell)>,
    stopped: bool,
    began: f64,
    took: f64,
    shown: Option<u64>,
    shown_at: f64,
    /// How long the last findings took to compute, in milliseconds.
    shown_in: f64,
}

/// The studies.
#[derive(Default)]
pub struct Studies {
    /// The last used at the end.
    kept: Vec<Active>,
    /// So many at the end are open.
    open: usize,
}

impl Studies {
    /// Makes these the questions that are worked on, the first of them first; none when the open screen
    /// has none.
    pub fn ask(&mut self, all: Vec<Asked>) {
        self.open = 0;
        for asked in all {
            if let Some(at) = self.kept.iter().position(|active| active.asked == asked) {
                let mut active = self.kept.remove(at);
                active.shown = None;
                self.kept.push(active);
            } else {
                let Some(study) = asked.study() else {
                    continue;
                };
                if self.kept.len() >= KEPT {
                    self.kept.remove(0);
                }
                self.kept.push(Active {
                    study,
                    asked,
                    cells: Vec::new(),
                    given: Vec::new(),
                    stopped: false,
                    began: now(),
                    took: 0.0,
                    shown: None,
                    shown_at: 0.0,
                    shown_in: 0.0,
                });
            }
            self.open += 1;
        }
    }

    /// Where the open studies stand.
    pub fn standing(&self) -> Option<Standing> {
        let open = self.opened();
        let unfinished = || open.iter().filter(|active| !active.study.is_done());
        let progress = || open.iter().map(|active| active.study.progress());
        (!open.is_empty()).then(|| Standing {
            done: progress().map(|p| p.done).sum(),
            wanted: progress().map(|p| p.wanted).sum(),
            stopped: unfinished().any(|active| active.stopped),
            is_done: unfinished().next().is_none(),
            took_ms: open.iter().map(|active| active.took).fold(0.0, f64::max),
        })
    }

    /// Stops the open studies or lets them go on; what is done is kept.
    pub fn stop(&mut self, stopped: bool) {
        for active in self.opened_mut() {
            active.stopped = stopped;
        }
    }

    /// What the open studies found so far, of each that has something new when it is time to show it.
    pub fn findings(&mut self, session: &Session, width: f64) -> Vec<Found> {
        let open = self.opened_mut().iter_mut();
        open.filter_map(|active| active.findings(session, width))
            .collect()
    }

    /// The task of the open studies that is best run next, with its plan. What the page knows already is
    /// handed in on the way.
    pub fn next(
        &mut self,
        store: &mut Store,
        is_running: &dyn Fn(&Task) -> bool,
    ) -> Option<(Task, Rc<Plan>)> {
        let mut open = self.opened_mut().iter_mut();
        open.find_map(|active| active.next(store, is_running))
    }

    /// Takes in what a worker found; every study that waits for it gets it.
    pub fn take(&mut self, task: Task, outcome: &Outcome) {
        for active in &mut self.kept {
            let given = active.given.iter().position(|(given, _)| *given == task);
            if let Some(at) = given {
                let (_, cell) = active.given.swap_remove(at);
                active.take(cell, outcome.clone());
            }
        }
    }

    fn opened(&self) -> &[Active] {
        &self.kept[self.kept.len().saturating_sub(self.open)..]
    }

    fn opened_mut(&mut self) -> &mut [Active] {
        let first = self.kept.len().saturating_sub(self.open);
        &mut self.kept[first..]
    }
}

impl Active {
    fn findings(&mut self, session: &Session, width: f64) -> Option<Found> {
        let done = self.study.progress().done;
        let is_done = self.study.is_done();
        let pause = SHOW_MS.max(self.shown_in / SHOW_SHARE);
        let due = self.shown.is_none() || is_done || self.stopped || now() - self.shown_at >= pause;
        if done == 0 || self.shown == Some(done) || !due {
            return None;
        }
        let began = now();
        let found = Asked::findings(&self.study, session, width);
        self.shown = Some(done);
        self.shown_at = now();
        self.shown_in = self.shown_at - began;
        found
    }

    fn next(
        &mut self,
        store: &mut Store,
        is_running: &dyn Fn(&Task) -> bool,
    ) -> Option<(Task, Rc<Plan>)> {
        if self.stopped {
            return None;
        }
        loop {
            let mut handed = None;
            for cell in self.study.wanted() {
                let place = cell.cell as usize;
                if self.cells.len() <= place {
                    self.cells.resize_with(place + 1, || None);
                }
                let known =
                    self.cells[place].get_or_insert_with(|| known(&self.study, cell, store));
                let luck = self.study.luck(cell);
                if let Some(outcome) = store.find(known.key).and_then(|s| s.get(luck.replication)) {
                    handed = Some((cell, outcome.clone()));
                    break;
                }
                let task = Task {
                    key: known.key,
                    seed: luck.seed,
                    replication: luck.replication,
                };
                if !is_running(&task) {
                    let plan = Rc::clone(&known.plan);
                    self.given.retain(|(given, _)| *given != task);
                    self.given.push((task, cell));
                    return Some((task, plan));
                }
            }
            let (cell, outcome) = handed?;
            self.take(cell, outcome);
        }
    }

    fn take(&mut self, cell: Cell, outcome: Outcome) {
        self.study.take(cell, outcome);
        if self.study.is_done() {
            self.took = now() - self.began;
        }
    }
}

/// The plan of a board's scenario, under the name that the page has for it already, if it has one.
fn known(study: &Study, cell: Cell, store: &mut Store) -> Known {
    let plan = Plan::of(study.board().scenario(cell.cell));
    let seed = study.luck(cell).seed;
    if let Some(series) = store.known(&plan, seed) {
        return Known {
            key: series.key,
            plan: Rc::clone(&series.plan),
        };
    }
    Known {
        key: store.new_key(),
        plan: Rc::new(plan),
    }
}
