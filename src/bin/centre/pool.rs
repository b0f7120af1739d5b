//! The workers that simulate centres: recorders, started with the first fit.

use crate::workers::{Heard, Workers, for_all_cores, say};
use fairfloor::crew::Loss;
use fairfloor::scenario::import::centre::Record;
use fairfloor::study::own::Row;
use fairfloor::wire::{Seen, Take, unpack};
use yew::Callback;

/// A centre is given out ahead, so that a worker doesn't wait while the page paints.
const AHEAD: usize = 2;
/// A centre of hundreds and of several years takes a phone some seconds; one that takes so long is lost.
const SILENCE_MS: f64 = 120_000.0;

/// What follows.
pub enum Event {
    /// Nothing, or a worker is free.
    Nothing,
    /// A row of the table.
    Row(Box<Row>),
    /// The months of the example.
    Months(Box<Record>),
}

/// The workers, and the numbers of the centres that each has been given, in order.
pub struct Pool(Workers<Vec<u32>>);

impl Pool {
    /// Without workers yet.
    pub fn new(hear: Callback<Heard>) -> Self {
        Self(Workers::new("fairfloor-recorder", for_all_cores(), hear))
    }

    /// Starts anew: nobody hears what the old workers were asked.
    ///
    /// # Errors
    /// When the browser doesn't allow any worker.
    pub fn start(&mut self) -> Result<(), String> {
        self.0.start()
    }

    /// Ends all workers.
    pub fn end(&mut self) {
        self.0.end();
    }

    /// True where there are no workers.
    pub fn is_empty(&self) -> bool {
        self.0.work().next().is_none()
    }

    /// True while a worker is at this centre or has it before it.
    pub fn is_running(&self, number: u32) -> bool {
        self.0.work().any(|busy| busy.contains(&number))
    }

    /// True when some worker could take a centre.
    pub fn has_room(&self) -> bool {
        self.0.ready().any(|busy| busy.len() < AHEAD)
    }

    /// Gives a centre of this number to the worker that has least before it.
    pub fn give(&mut self, number: u32, take: &Take) {
        if let Some(slot) = self.0.ready_mut().min_by_key(|slot| slot.work.len()) {
            slot.work.push(number);
            say(slot, take);
        }
    }

    /// Takes in what a worker said.
    ///
    /// # Errors
    /// With what became of a worker that was lost.
    pub fn hear(&mut self, heard: Heard) -> Result<Event, Loss> {
        let Some((slot, bytes)) = self.0.hear(heard)? else {
            return Ok(Event::Nothing);
        };
        match unpack::<Seen>(&bytes) {
            Ok(Seen::Ready { version }) => {
                self.0.is_up(slot, &version)?;
                Ok(Event::Nothing)
            }
            Ok(Seen::Centre { row }) => {
                self.0.did(slot).retain(|number| *number != row.number);
                Ok(Event::Row(row))
            }
            Ok(Seen::Months { record }) => {
                self.0.did(slot).clear();
                Ok(Event::Months(record))
            }
            // Nobody here asks for journals or films.
            Ok(Seen::Recorded { .. } | Seen::Filmed { .. }) => Ok(Event::Nothing),
            Ok(Seen::Failed { why }) => Err(self.0.lose(slot, why)),
            Err(why) => Err(self.0.lose(slot, why.to_string())),
        }
    }

    /// Looks for a worker that has been silent for too long.
    ///
    /// # Errors
    /// With what became of a worker that was lost.
    pub fn watch(&mut self) -> Result<Event, Loss> {
        self.0
            .watch(|busy| (!busy.is_empty()).then_some(SILENCE_MS))?;
        Ok(Event::Nothing)
    }
}
