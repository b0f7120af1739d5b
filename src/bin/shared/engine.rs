//! What the page asks of its workers: one replication a message, or the search for people.

use crate::workers::{Heard, Workers, for_all_cores, say};
use fairfloor::crew::Loss;
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::{StaffPlan, Staffing};
use fairfloor::wire::{Answer, Ask, Prepared, unpack};
use yew::Callback;

/// A replication of a large hall takes a phone some seconds; a worker that says nothing for so long is lost, in
/// milliseconds.
const SILENCE_MS: f64 = 20_000.0;
/// The search for people is one long task: some seconds for a hall of 45 on a desk, more for a large one
/// on a phone.
const SEARCH_SILENCE_MS: f64 = 180_000.0;

/// Replications of each trial of the staffing card.
const STAFF_REPLICATIONS: u32 = 4;
/// The number under which the search for people is given out: no replication has it.
pub const STAFFING: u32 = u32::MAX;

/// One replication to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    pub key: u32,
    pub seed: u64,
    pub replication: u32,
}

/// What is to be done of a task.
#[derive(Clone, Copy)]
pub enum Job<'a> {
    /// The replication.
    Run,
    /// The search for people.
    Staff(&'a Staffing),
}

/// What follows for the page.
pub enum Event {
    /// Nothing, or a worker is free.
    Nothing,
    /// A replication is done.
    Done(Task, Box<Outcome>),
    /// Who is needed on the phones of this scenario; None where no hall could hold them.
    Staffed(u32, Option<Box<StaffPlan>>),
}

/// What a worker knows and does.
#[derive(Default)]
struct Work {
    prepared: Prepared<()>,
    task: Option<Task>,
}

/// The workers.
pub struct Engine(Workers<Work>);

impl Engine {
    /// Starts the workers.
    ///
    /// # Errors
    /// When the browser doesn't allow any.
    pub fn start(hear: Callback<Heard>) -> Result<Self, String> {
        let mut workers = Workers::new("fairfloor-worker", for_all_cores(), hear);
        workers.start()?;
        Ok(Self(workers))
    }

    /// Begins anew after too many losses.
    ///
    /// # Errors
    /// When the browser doesn't allow any worker.
    pub fn restart(&mut self) -> Result<(), String> {
        self.0.start()
    }

    /// The tasks that are being run.
    pub fn running(&self) -> impl Iterator<Item = Task> + '_ {
        self.0.work().filter_map(|work| work.task)
    }

    /// True when any worker has said that it is up.
    pub fn is_up(&self) -> bool {
        self.0.ready().next().is_some()
    }

    /// True when some worker could take a task.
    pub fn has_room(&self) -> bool {
        self.0.ready().any(|work| work.task.is_none())
    }

    /// Gives a task to a free worker, and the plan too when it doesn't know it yet.
    pub fn give(&mut self, task: Task, plan: &Plan, job: Job<'_>) {
        let Some(slot) = self.0.ready_mut().find(|slot| slot.work.task.is_none()) else {
            return;
        };
        if slot.work.prepared.is_new(task.key) {
            let plan = Box::new(plan.clone());
            let key = task.key;
            say(slot, &Ask::Prepare { key, plan });
        }
        slot.work.task = Some(task);
        let Task {
            key,
            seed,
            replication,
        } = task;
        let ask = match job {
            Job::Run => Ask::Replicate {
                key,
                seed,
                replication,
            },
            Job::Staff(staffing) => Ask::Staff {
                key,
                seed,
                replications: STAFF_REPLICATIONS,
                staffing: Box::new(staffing.clone()),
            },
        };
        say(slot, &ask);
    }

    /// Takes in what a worker said.
    ///
    /// # Errors
    /// With what became of a worker that was lost.
    pub fn hear(&mut self, heard: Heard) -> Result<Event, Loss> {
        let Some((slot, bytes)) = self.0.hear(heard)? else {
            return Ok(Event::Nothing);
        };
        match unpack::<Answer>(&bytes) {
            Ok(Answer::Ready { version }) => {
                self.0.is_up(slot, &version)?;
                Ok(Event::Nothing)
            }
            Ok(Answer::Done {
                key,
                seed,
                replication,
                outcome,
            }) => {
                self.0.did(slot).task = None;
                let task = Task {
                    key,
                    seed,
                    replication,
                };
                Ok(Event::Done(task, outcome))
            }
            Ok(Answer::Staffed { key, plan }) => {
                self.0.did(slot).task = None;
                Ok(Event::Staffed(key, plan))
            }
            Ok(Answer::Failed { why }) => Err(self.0.lose(slot, why)),
            Err(why) => Err(self.0.lose(slot, format!("unreadable answer: {why}"))),
        }
    }

    /// Looks for a worker that has been silent for too long.
    ///
    /// # Errors
    /// With what became of a worker that was lost.
    pub fn watch(&mut self) -> Result<Event, Loss> {
        self.0.watch(|work| {
            work.task.map(|task| {
                if task.replication == STAFFING {
                    SEARCH_SILENCE_MS
                } else {
                    SILENCE_MS
                }
            })
        })?;
        Ok(Event::Nothing)
    }
}
