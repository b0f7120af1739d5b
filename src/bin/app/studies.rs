//! The studies that screens have asked for: the open one is run, the others are kept for a while.

use crate::engine::{Task, now};
use crate::store::Store;
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::Study;
use fairfloor::study::board::Task as Cell;
use fairfloor::view::asked::{Asked, Findings};
use fairfloor::view::session::Session;
use std::rc::Rc;

/// Studies of so many questions are kept, the last used.
const KEPT: usize = 8;
/// Findings are computed at most this often while outcomes stream in, in milliseconds.
const SHOW_MS: f64 = 250.0;

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
}

/// The studies.
#[derive(Default)]
pub struct Studies {
    /// The last used at the end.
    kept: Vec<Active>,
    open: bool,
}

impl Studies {
    /// Makes this the question that is worked on; none when the open screen has none.
    pub fn ask(&mut self, asked: Option<Asked>) {
        let Some(asked) = asked else {
            self.open = false;
            return;
        };
        if let Some(at) = self.kept.iter().position(|active| active.asked == asked) {
            let mut active = self.kept.remove(at);
            active.shown = None;
            self.kept.push(active);
        } else {
            let Some(study) = asked.study() else {
                self.open = false;
                return;
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
            });
        }
        self.open = true;
    }

    /// Where the open study stands.
    pub fn standing(&self) -> Option<Standing> {
        let active = self.active()?;
        let progress = active.study.progress();
        Some(Standing {
            done: progress.done,
            wanted: progress.wanted,
            stopped: active.stopped,
            is_done: active.study.is_done(),
            took_ms: active.took,
        })
    }

    /// Stops the open study or lets it go on; what is done is kept.
    pub fn stop(&mut self, stopped: bool) {
        if let Some(active) = self.active_mut() {
            active.stopped = stopped;
        }
    }

    /// What the open study found so far, when there is something new and it is time to show it.
    pub fn findings(&mut self, session: &Session, width: f64) -> Option<Findings> {
        let active = self.active_mut()?;
        let done = active.study.progress().done;
        let is_done = active.study.is_done();
        let due = active.shown.is_none() || is_done || now() - active.shown_at >= SHOW_MS;
        if done == 0 || active.shown == Some(done) || !due {
            return None;
        }
        active.shown = Some(done);
        active.shown_at = now();
        Asked::findings(&active.study, session, width)
    }

    /// The task of the open study that is best run next, with its plan. What the page knows already is
    /// handed in on the way.
    pub fn next(
        &mut self,
        store: &mut Store,
        is_running: impl Fn(&Task) -> bool,
    ) -> Option<(Task, Rc<Plan>)> {
        let active = self.active_mut().filter(|active| !active.stopped)?;
        loop {
            let mut handed = None;
            for cell in active.study.wanted() {
                let place = cell.cell as usize;
                if active.cells.len() <= place {
                    active.cells.resize_with(place + 1, || None);
                }
                if active.cells[place].is_none() {
                    active.cells[place] = known(&active.study, cell, store);
                }
                let Some(known) = &active.cells[place] else {
                    continue;
                };
                let luck = active.study.luck(cell);
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
                    active.given.retain(|(given, _)| *given != task);
                    active.given.push((task, cell));
                    return Some((task, plan));
                }
            }
            let (cell, outcome) = handed?;
            active.take(cell, outcome);
        }
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

    fn active(&self) -> Option<&Active> {
        self.kept.last().filter(|_| self.open)
    }

    fn active_mut(&mut self) -> Option<&mut Active> {
        self.kept.last_mut().filter(|_| self.open)
    }
}

impl Active {
    fn take(&mut self, cell: Cell, outcome: Outcome) {
        self.study.take(cell, outcome);
        if self.study.is_done() {
            self.took = now() - self.began;
        }
    }
}

/// The plan of a board's scenario, under the name that the page has for it already, if it has one.
fn known(study: &Study, cell: Cell, store: &mut Store) -> Option<Known> {
    // A board holds sound scenarios only; one that isn't is never run, and the study stays unfinished.
    let plan = Plan::new(study.board().scenario(cell.cell)).ok()?;
    let seed = study.luck(cell).seed;
    if let Some(series) = store.known(&plan, seed) {
        return Some(Known {
            key: series.key,
            plan: Rc::clone(&series.plan),
        });
    }
    Some(Known {
        key: store.new_key(),
        plan: Rc::new(plan),
    })
}
