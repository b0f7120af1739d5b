//! A pool of workers: started together, each replaced when it breaks or falls silent, and all given up when
//! they break one after another.

use crate::background::{Background, Message};
use serde::Serialize;
use yew::Callback;

/// So many workers in a row are replaced when they are lost; the next is one too many.
const MOST_LOSSES: u32 = 6;
/// A worker that says nothing for so long is given up, in milliseconds.
pub const SILENCE_MS: f64 = 20_000.0;

/// What a worker said, and which one.
pub struct Heard {
    slot: usize,
    generation: u32,
    what: Message,
}

/// What became of a worker that was lost, and why it was.
pub enum Loss {
    /// It was replaced; what it had before it is wanted again.
    Replaced(String),
    /// Too many were lost, or no other can be had: there are none any more.
    Dead(String),
}

/// A worker.
pub struct Slot<W> {
    worker: Background,
    generation: u32,
    ready: bool,
    since: f64,
    /// What it knows and has before it.
    pub work: W,
}

impl<W> Slot<W> {
    /// Tells it something that it will answer.
    pub fn say<T: Serialize>(&mut self, message: &T) {
        self.since = now();
        self.worker.say(message);
    }
}

/// The pool.
pub struct Workers<W> {
    name: &'static str,
    hear: Callback<Heard>,
    slots: Vec<Slot<W>>,
    /// The last that was started; never used twice, so that a worker that is gone is not heard any more.
    generation: u32,
    losses: u32,
}

impl<W: Default> Workers<W> {
    /// Without any yet. `name` is that of the `meta` that holds their address.
    pub fn new(name: &'static str, hear: Callback<Heard>) -> Self {
        Self {
            name,
            hear,
            slots: Vec::new(),
            generation: 0,
            losses: 0,
        }
    }

    /// Starts them anew: nobody hears what the old ones were asked.
    ///
    /// # Errors
    /// When the browser doesn't allow any.
    pub fn start(&mut self) -> Result<(), String> {
        self.end();
        self.losses = 0;
        for slot in 0..pool_size() {
            match self.spawn(slot) {
                Ok(made) => self.slots.push(made),
                Err(blocked) => {
                    self.end();
                    return Err(blocked);
                }
            }
        }
        Ok(())
    }

    /// Ends all.
    pub fn end(&mut self) {
        self.slots.clear();
    }

    /// What all of them have before them.
    pub fn work(&self) -> impl Iterator<Item = &W> {
        self.slots.iter().map(|slot| &slot.work)
    }

    /// What those have before them that have said that they are up.
    pub fn ready(&self) -> impl Iterator<Item = &W> {
        let ready = self.slots.iter().filter(|slot| slot.ready);
        ready.map(|slot| &slot.work)
    }

    /// Those that have said that they are up, to be told something.
    pub fn ready_mut(&mut self) -> impl Iterator<Item = &mut Slot<W>> {
        self.slots.iter_mut().filter(|slot| slot.ready)
    }

    /// Which worker said what; None of one that is gone.
    ///
    /// # Errors
    /// With what became of it, when it broke.
    pub fn hear(&mut self, heard: Heard) -> Result<Option<(usize, Vec<u8>)>, Loss> {
        let known = self.slots.get_mut(heard.slot);
        let Some(slot) = known.filter(|slot| slot.generation == heard.generation) else {
            return Ok(None);
        };
        slot.since = now();
        match heard.what {
            Message::Bytes(bytes) => Ok(Some((heard.slot, bytes))),
            Message::Error(why) => Err(self.lose(heard.slot, why)),
        }
    }

    /// A worker said that it is up, and of which version it is.
    ///
    /// # Errors
    /// With what became of it, when it is of another version than the page: then it is no use.
    pub fn is_up(&mut self, slot: usize, version: &str) -> Result<(), Loss> {
        if version != fairfloor::VERSION {
            let why = format!("engine {version}, page {}", fairfloor::VERSION);
            return Err(self.lose(slot, why));
        }
        self.slots[slot].ready = true;
        Ok(())
    }

    /// A worker did what it was asked: what it has before it, to be changed.
    pub fn did(&mut self, slot: usize) -> &mut W {
        self.losses = 0;
        &mut self.slots[slot].work
    }

    /// Looks for a worker that has been silent for too long: that is `patience` of what it has before it, in
    /// milliseconds, None where it has nothing to say.
    ///
    /// # Errors
    /// With what became of it, when there was one.
    pub fn watch(&mut self, patience: impl Fn(&W) -> Option<f64>) -> Result<(), Loss> {
        let late = self.slots.iter().position(|slot| {
            let most = if slot.ready {
                patience(&slot.work)
            } else {
                Some(SILENCE_MS)
            };
            most.is_some_and(|most| now() - slot.since > most)
        });
        late.map_or(Ok(()), |late| {
            Err(self.lose(late, "no answer in time".to_owned()))
        })
    }

    /// Replaces a worker.
    pub fn lose(&mut self, slot: usize, why: String) -> Loss {
        self.losses += 1;
        let made = if self.losses > MOST_LOSSES {
            Err(why.clone())
        } else {
            self.spawn(slot)
        };
        match made {
            Ok(made) => {
                // Dropping the old one terminates it.
                self.slots[slot] = made;
                Loss::Replaced(why)
            }
            Err(why) => {
                self.end();
                Loss::Dead(why)
            }
        }
    }

    fn spawn(&mut self, slot: usize) -> Result<Slot<W>, String> {
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
            worker: Background::start(self.name, &ear)?,
            generation,
            ready: false,
            since: now(),
            work: W::default(),
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
