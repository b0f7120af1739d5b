//! A crew of the browser's workers: started together, each replaced when it breaks or falls silent, and all given up
//! when they break one after another.

use crate::background::{Background, Message};
use fairfloor::crew::{Crew, Loss, Member, Place, Waking};
use serde::Serialize;
use std::cell::RefCell;
use yew::Callback;

/// What a worker said, and which one.
pub struct Heard {
    place: Place,
    what: Message,
}

/// Tells a worker something that it will answer.
pub fn say<W, T: Serialize>(member: &mut Member<Background, W>, message: &T) {
    member.is_asked(now());
    member.worker.say(message);
}

/// The crew.
pub struct Workers<W> {
    name: &'static str,
    size: usize,
    hear: Callback<Heard>,
    crew: Crew<Background, W>,
}

impl<W: Default> Workers<W> {
    /// Without any yet, later `size` of them. `name` is that of the `meta` that holds their address.
    pub fn new(name: &'static str, size: usize, hear: Callback<Heard>) -> Self {
        Self {
            name,
            size,
            hear,
            crew: Crew::default(),
        }
    }

    /// Starts them anew: nobody hears what the old ones were asked.
    ///
    /// # Errors
    /// When the browser doesn't allow any.
    pub fn start(&mut self) -> Result<(), String> {
        self.crew
            .start(self.size, now(), spawn(self.name, &self.hear))
    }

    /// Ends all.
    #[allow(dead_code, reason = "the page's own are never ended")]
    pub fn end(&mut self) {
        self.crew.end();
    }

    /// What all of them have before them.
    pub fn work(&self) -> impl Iterator<Item = &W> {
        self.crew.work()
    }

    /// What those have before them that have said that they are up.
    pub fn ready(&self) -> impl Iterator<Item = &W> {
        self.crew.ready()
    }

    /// Those that have said that they are up, to be told something.
    pub fn ready_mut(&mut self) -> impl Iterator<Item = &mut Member<Background, W>> {
        self.crew.ready_mut()
    }

    /// Which worker said what; None of one that is gone.
    ///
    /// # Errors
    /// With what became of it, when it broke.
    pub fn hear(&mut self, heard: Heard) -> Result<Option<(usize, Vec<u8>)>, Loss> {
        let Heard { place, what } = heard;
        if !self.crew.hear(place, now()) {
            return Ok(None);
        }
        match what {
            Message::Bytes(bytes) => Ok(Some((place.slot, bytes))),
            Message::Error(why) => Err(self.lose(place.slot, why)),
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
        self.crew.is_up(slot);
        Ok(())
    }

    /// A worker did what it was asked: what it has before it, to be changed.
    pub fn did(&mut self, slot: usize) -> &mut W {
        self.crew.did(slot)
    }

    /// Looks for a worker that has been silent for too long: twenty seconds until it is up, then `patience` of what
    /// it has before it, in milliseconds, None where it has nothing to say.
    ///
    /// # Errors
    /// With what became of it, when there was one.
    pub fn watch(&mut self, patience: impl Fn(&W) -> Option<f64>) -> Result<(), Loss> {
        let late = self.crew.late(now(), patience);
        late.map_or(Ok(()), |late| {
            Err(self.lose(late, "no answer in time".to_owned()))
        })
    }

    /// Replaces a worker, or gives all up.
    pub fn lose(&mut self, slot: usize, why: String) -> Loss {
        self.crew
            .lose(slot, why, now(), spawn(self.name, &self.hear))
    }
}

/// How a worker of this name is started.
fn spawn(
    name: &'static str,
    hear: &Callback<Heard>,
) -> impl Fn(Place) -> Result<Background, String> {
    move |place| {
        let hear = hear.clone();
        let ear = Callback::from(move |what| hear.emit(Heard { place, what }));
        Background::start(name, &ear)
    }
}

/// As many as this machine has use for: more than four gain little, and the page itself needs a core.
pub fn for_all_cores() -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let cores = gloo::utils::window().navigator().hardware_concurrency() as usize;
    cores.clamp(1, 4)
}

thread_local! {
    static CLOCK: RefCell<Waking> = RefCell::default();
}

/// Milliseconds that the page has been awake since it was opened. Every program that waits for workers looks after
/// them, and so reads this, every second or oftener.
pub fn now() -> f64 {
    CLOCK.with_borrow_mut(|clock| clock.at(since_opened()))
}

/// Milliseconds since the page was opened, awake or not.
pub fn since_opened() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |p| p.now())
}
