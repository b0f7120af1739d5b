//! The pool of workers: created once, one replication a message, each replaced when it falls silent.

use crate::background::{Background, Message};
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::{StaffPlan, Staffing};
use fairfloor::wire::{Answer, Ask, PREPARED, unpack};
use std::collections::BTreeSet;
use yew::Callback;

/// A worker that says nothing for so long is given up.
const SILENCE_MS: f64 = 20_000.0;
/// The search for people is one long task: some seconds for a hall of 45 on a desk, more for a large one
/// on a phone.
const SEARCH_SILENCE_MS: f64 = 180_000.0;
/// Workers lost one after another before we stop trying.
const MOST_LOSSES: u32 = 6;

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

/// What a worker said, and which one.
pub struct Heard {
    slot: usize,
    generation: u32,
    what: Message,
}

/// What follows for the page.
pub enum Event {
    /// Nothing.
    Nothing,
    /// A worker is free.
    Free,
    /// A replication is done.
    Done(Task, Box<Outcome>),
    /// Who is needed on the phones of this scenario; None where no hall could hold them.
    Staffed(u32, Option<Box<StaffPlan>>),
    /// A worker was lost and replaced; its task is to be run again.
    Lost(String),
    /// Too many were lost: nothing runs any more.
    Dead(String),
}

struct Slot {
    worker: Background,
    generation: u32,
    ready: bool,
    prepared: BTreeSet<u32>,
    busy: Option<Task>,
    since: f64,
}

/// The pool.
pub struct Engine {
    slots: Vec<Slot>,
    hear: Callback<Heard>,
    generation: u32,
    losses: u32,
}

impl Engine {
    /// Starts the workers.
    ///
    /// # Errors
    /// When the browser doesn't allow any.
    pub fn start(hear: Callback<Heard>) -> Result<Self, String> {
        let mut engine = Self {
            slots: Vec::new(),
            hear,
            generation: 0,
            losses: 0,
        };
        for slot in 0..pool_size() {
            let made = engine.spawn(slot)?;
            engine.slots.push(made);
        }
        Ok(engine)
    }

    /// The tasks that are being run.
    pub fn running(&self) -> impl Iterator<Item = Task> + '_ {
        self.slots.iter().filter_map(|slot| slot.busy)
    }

    /// True when any worker has said that it is up.
    pub fn is_up(&self) -> bool {
        self.slots.iter().any(|slot| slot.ready)
    }

    /// True when some worker could take a task.
    pub fn has_room(&self) -> bool {
        self.slots
            .iter()
            .any(|slot| slot.ready && slot.busy.is_none())
    }

    /// Gives a task to a free worker, and the plan too when it doesn't know it yet.
    pub fn give(&mut self, task: Task, plan: &Plan, job: Job<'_>) {
        let free = self
            .slots
            .iter_mut()
            .find(|slot| slot.ready && slot.busy.is_none());
        let Some(slot) = free else { return };
        if !slot.prepared.contains(&task.key) {
            if slot.prepared.len() >= PREPARED {
                slot.prepared.clear();
            }
            slot.prepared.insert(task.key);
            slot.worker.say(&Ask::Prepare {
                key: task.key,
                plan: Box::new(plan.clone()),
            });
        }
        slot.busy = Some(task);
        slot.since = now();
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
        slot.worker.say(&ask);
    }

    /// Takes in what a worker said.
    pub fn hear(&mut self, heard: Heard) -> Event {
        let known = self.slots.get_mut(heard.slot);
        let Some(slot) = known.filter(|slot| slot.generation == heard.generation) else {
            return Event::Nothing;
        };
        slot.since = now();
        let bytes = match heard.what {
            Message::Bytes(bytes) => bytes,
            Message::Error(why) => return self.replace(heard.slot, &why),
        };
        match unpack::<Answer>(&bytes) {
            Ok(Answer::Ready { version }) if version == fairfloor::VERSION => {
                slot.ready = true;
                Event::Free
            }
            Ok(Answer::Ready { version }) => self.replace(
                heard.slot,
                &format!("engine {version}, page {}", fairfloor::VERSION),
            ),
            Ok(Answer::Done {
                key,
                seed,
                replication,
                outcome,
            }) => {
                slot.busy = None;
                self.losses = 0;
                let task = Task {
                    key,
                    seed,
                    replication,
                };
                Event::Done(task, outcome)
            }
            Ok(Answer::Staffed { key, plan }) => {
                slot.busy = None;
                self.losses = 0;
                Event::Staffed(key, plan)
            }
            Ok(Answer::Failed { why }) => self.replace(heard.slot, &why),
            Err(why) => self.replace(heard.slot, &format!("unreadable answer: {why}")),
        }
    }

    /// Replaces the workers that have been silent for too long.
    pub fn watch(&mut self) -> Event {
        let late = self.slots.iter().position(|slot| {
            let searching = slot.busy.is_some_and(|task| task.replication == STAFFING);
            let patience = if searching {
                SEARCH_SILENCE_MS
            } else {
                SILENCE_MS
            };
            (slot.busy.is_some() || !slot.ready) && now() - slot.since > patience
        });
        match late {
            Some(slot) => self.replace(slot, "no answer in time"),
            None => Event::Nothing,
        }
    }

    /// Begins anew after too many losses.
    ///
    /// # Errors
    /// When the browser doesn't allow any worker.
    pub fn restart(&mut self) -> Result<(), String> {
        *self = Self::start(self.hear.clone())?;
        Ok(())
    }

    fn replace(&mut self, slot: usize, why: &str) -> Event {
        self.losses += 1;
        if self.losses > MOST_LOSSES {
            self.slots.clear();
            return Event::Dead(why.to_owned());
        }
        match self.spawn(slot) {
            Ok(made) => {
                // Dropping the old one terminates it.
                self.slots[slot] = made;
                Event::Lost(why.to_owned())
            }
            Err(blocked) => {
                self.slots.clear();
                Event::Dead(blocked)
            }
        }
    }

    fn spawn(&mut self, slot: usize) -> Result<Slot, String> {
        self.generation += 1;
        let generation = self.generation;
        let hear = self.hear.clone();
        let ear = Callback::from(move |what| {
            hear.emit(Heard {
                slot,
                generation,
                what,
            });
        });
        let worker = Background::start("fairfloor-worker", &ear)?;
        Ok(Slot {
            worker,
            generation,
            ready: false,
            prepared: BTreeSet::new(),
            busy: None,
            since: now(),
        })
    }
}

/// More than four gain little, and the page itself needs a core.
fn pool_size() -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
    cores.clamp(1, 4)
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |p| p.now())
}
