//! The workers that simulate centres: recorders, started with the first fit, each replaced when it breaks.

use crate::background::{Background, Message};
use fairfloor::scenario::import::centre::Record;
use fairfloor::study::own::Row;
use fairfloor::wire::{Seen, Take, unpack};
use yew::Callback;

/// A centre is given out ahead, so that a worker doesn't wait while the page paints.
const AHEAD: usize = 2;
/// Workers lost one after another before we stop trying.
const MOST_LOSSES: u32 = 6;

/// What a worker said, and which one.
pub struct Heard {
    slot: usize,
    generation: u32,
    what: Message,
}

/// What follows.
pub enum Event {
    /// Nothing, or a worker is free.
    Nothing,
    /// A row of the table.
    Row(Box<Row>),
    /// The months of the example.
    Months(Box<Record>),
    /// Too many workers were lost: nothing runs any more.
    Dead(String),
}

struct Slot {
    worker: Background,
    generation: u32,
    ready: bool,
    /// Numbers of the centres that it has been given, in order.
    busy: Vec<u32>,
}

/// The pool.
pub struct Pool {
    hear: Callback<Heard>,
    slots: Vec<Slot>,
    generation: u32,
    losses: u32,
}

impl Pool {
    /// Without workers yet.
    pub fn new(hear: Callback<Heard>) -> Self {
        Self {
            hear,
            slots: Vec::new(),
            generation: 0,
            losses: 0,
        }
    }

    /// Starts anew: nobody hears what the old workers were asked.
    ///
    /// # Errors
    /// When the browser doesn't allow any worker.
    pub fn start(&mut self) -> Result<(), String> {
        self.end();
        self.losses = 0;
        for slot in 0..size() {
            let made = self.spawn(slot)?;
            self.slots.push(made);
        }
        Ok(())
    }

    /// Ends all workers.
    pub fn end(&mut self) {
        self.slots.clear();
    }

    /// True while a worker is at this centre or has it before it.
    pub fn is_running(&self, number: u32) -> bool {
        self.slots.iter().any(|slot| slot.busy.contains(&number))
    }

    /// True when some worker could take a centre.
    pub fn has_room(&self) -> bool {
        self.slots
            .iter()
            .any(|slot| slot.ready && slot.busy.len() < AHEAD)
    }

    /// Gives a centre of this number to the worker that has least before it.
    pub fn give(&mut self, number: u32, take: &Take) {
        let ready = self.slots.iter_mut().filter(|slot| slot.ready);
        if let Some(slot) = ready.min_by_key(|slot| slot.busy.len()) {
            slot.busy.push(number);
            slot.worker.say(take);
        }
    }

    /// Takes in what a worker said.
    pub fn hear(&mut self, heard: Heard) -> Event {
        let known = self.slots.get_mut(heard.slot);
        let Some(slot) = known.filter(|slot| slot.generation == heard.generation) else {
            return Event::Nothing;
        };
        let bytes = match heard.what {
            Message::Bytes(bytes) => bytes,
            Message::Error(why) => return self.replace(heard.slot, why),
        };
        match unpack::<Seen>(&bytes) {
            Ok(Seen::Ready { version }) if version == fairfloor::VERSION => {
                slot.ready = true;
                Event::Nothing
            }
            Ok(Seen::Ready { version }) => self.replace(heard.slot, format!("engine {version}")),
            Ok(Seen::Centre { row }) => {
                slot.busy.retain(|number| *number != row.number);
                self.losses = 0;
                Event::Row(row)
            }
            Ok(Seen::Months { record }) => {
                slot.busy.clear();
                Event::Months(record)
            }
            // Nobody here asks for journals or films.
            Ok(Seen::Recorded { .. } | Seen::Filmed { .. }) => Event::Nothing,
            Ok(Seen::Failed { why }) => self.replace(heard.slot, why),
            Err(why) => self.replace(heard.slot, why.to_string()),
        }
    }

    fn replace(&mut self, slot: usize, why: String) -> Event {
        self.losses += 1;
        if self.losses > MOST_LOSSES {
            self.end();
            return Event::Dead(why);
        }
        match self.spawn(slot) {
            Ok(made) => {
                // What the old one had before it is wanted again, as nobody is at it.
                self.slots[slot] = made;
                Event::Nothing
            }
            Err(blocked) => {
                self.end();
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
        Ok(Slot {
            worker: Background::start("fairfloor-recorder", &ear)?,
            generation,
            ready: false,
            busy: Vec::new(),
        })
    }
}

/// More than four gain little, and the page itself needs a core.
fn size() -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
    cores.clamp(1, 4)
}
