//! What page and worker say to each other, and how it is packed. Private to one build: no versions.

use crate::measure::film::Film;
use crate::measure::journal::Journal;
use crate::measure::outcome::Outcome;
use crate::scenario::import::Import;
use crate::scenario::import::centre::Record;
use crate::scenario::import::workbook::Refused;
use crate::scenario::plan::Plan;
use crate::study::fit::Fit;
use crate::study::own::{Row, Shape};
use crate::study::staff::{StaffPlan, Staffing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Scenarios that a worker keeps prepared.
/// A sweep of 21 points, its halvings and the phones' answer beside it fit in.
const PREPARED: usize = 64;

/// What a worker keeps under keys. Before it would be one too many it forgets them all, and the page, which
/// counts along with one of these that holds nothing, prepares again what it asks for next.
#[derive(Clone, Debug)]
pub struct Prepared<T>(BTreeMap<u32, T>);

impl<T> Default for Prepared<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Prepared<T> {
    /// Keeps one more.
    pub fn keep(&mut self, key: u32, value: T) {
        if self.0.len() >= PREPARED {
            self.0.clear();
        }
        self.0.insert(key, value);
    }

    /// What is kept under a key.
    ///
    /// # Errors
    /// When there is nothing, which would be a fault of ours.
    pub fn get(&self, key: u32) -> Result<&T, String> {
        let found = self.0.get(&key);
        found.ok_or_else(|| "a scenario that was never prepared".to_owned())
    }
}

impl Prepared<()> {
    /// Counts a key along: true when the worker doesn't know it, or not any more, and must be told.
    pub fn is_new(&mut self, key: u32) -> bool {
        let new = !self.0.contains_key(&key);
        if new {
            self.keep(key, ());
        }
        new
    }
}

/// From page to worker. One `Replicate` is one short chunk of work, so that stopping is prompt.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Keeps a plan under a key that later asks use.
    Prepare {
        /// The page's name for it.
        key: u32,
        /// What was checked on the page.
        plan: Box<Plan>,
    },
    /// Runs one replication.
    Replicate {
        /// Which prepared scenario.
        key: u32,
        /// The user's seed.
        seed: u64,
        /// Number of the replication.
        replication: u32,
    },
    /// Searches the people that each half-hour needs. Longer than a replication, and asked for seldom.
    Staff {
        /// Which prepared scenario.
        key: u32,
        /// The user's seed.
        seed: u64,
        /// Replications of each trial.
        replications: u32,
        /// The day in question, made on the page.
        staffing: Box<Staffing>,
    },
}

/// From worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The engine is up.
    Ready {
        /// Version of the engine; the page refuses another than its own.
        version: String,
    },
    /// A replication is done.
    Done {
        /// Which scenario.
        key: u32,
        /// Under which seed.
        seed: u64,
        /// Which replication.
        replication: u32,
        /// What came out.
        outcome: Box<Outcome>,
    },
    /// The people that each half-hour needs; None where no hall could hold them.
    Staffed {
        /// Which scenario.
        key: u32,
        /// Who is needed and who is there.
        plan: Option<Box<StaffPlan>>,
    },
    /// Something went wrong; the worker can't be used any more.
    Failed {
        /// What it said.
        why: String,
    },
}

/// From hall to recorder.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Take {
    /// Keeps a plan under a key that later asks use.
    Prepare {
        /// The hall's name for it.
        key: u32,
        /// What was checked there.
        plan: Box<Plan>,
    },
    /// Runs one replication and writes down what its people live through.
    Record {
        /// Which prepared scenario.
        key: u32,
        /// The user's seed.
        seed: u64,
        /// Number of the replication.
        replication: u32,
    },
    /// Films the floor on some days of a replication.
    Film {
        /// Which prepared scenario.
        key: u32,
        /// The user's seed.
        seed: u64,
        /// Number of the replication.
        replication: u32,
        /// From which working day of the simulation on, and until before which.
        days: [u32; 2],
    },
    /// Simulates a centre as a row of a calibration's table.
    Centre {
        /// The centre with its values.
        plan: Box<Plan>,
        /// What of the real centre's months is known.
        shape: Box<Shape>,
        /// The user's seed.
        seed: u64,
        /// The row's number.
        number: u32,
        /// Where the values lie in their ranges.
        point: Vec<f64>,
    },
    /// Simulates a centre and writes its months down as its own files would have them.
    Months {
        /// The centre.
        plan: Box<Plan>,
        /// How many of its last months.
        months: u32,
        /// The user's seed.
        seed: u64,
        /// The number of its luck.
        number: u32,
    },
}

/// From recorder to hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Seen {
    /// The recorder listens.
    Ready {
        /// Its version; the hall refuses another than its own.
        version: String,
    },
    /// A replication is recorded.
    Recorded {
        /// Which scenario.
        key: u32,
        /// Everybody's life in it.
        journal: Box<Journal>,
    },
    /// The floor of some days.
    Filmed {
        /// Which scenario.
        key: u32,
        /// The days.
        film: Box<Film>,
    },
    /// A row of a calibration's table.
    Centre {
        /// The row.
        row: Box<Row>,
    },
    /// A centre's months.
    Months {
        /// The months.
        record: Box<Record>,
    },
    /// Something went wrong; the recorder can't be used any more.
    Failed {
        /// What it said.
        why: String,
    },
}

/// From page to reader: a file's bytes, and what is wanted of them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Look<'a> {
    /// The demand that an export of calls gives.
    Demand(#[serde(serialize_with = "at_once")] &'a [u8]),
    /// Whatever it is: an export of calls, fitted, or else its text.
    Any(#[serde(serialize_with = "at_once")] &'a [u8]),
}

/// A file is large: not byte by byte.
fn at_once<S: serde::Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Sorted {
    /// An export of calls, and what was fitted to it; no fit where nothing could be told.
    Calls {
        /// What was read.
        import: Box<Import>,
        /// What it says.
        fit: Option<Box<Fit>>,
    },
    /// Something else: the sheets with their names, as comma-separated text, cut where they are longer than
    /// any that is read.
    Sheets(Vec<(String, String)>),
}

/// From reader to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// The reader listens.
    Ready {
        /// Its version; the page refuses another than its own.
        version: String,
    },
    /// What an export says.
    Read(Box<Import>),
    /// A [`Sorted`], packed once more: the page, which never asks for one, need not know how to unpack it.
    Sorted(Vec<u8>),
    /// No Excel workbook that can be read.
    NoWorkbook(Refused),
    /// No text in an encoding that we know.
    NoText,
    /// Something went wrong; the reader can't be used any more.
    Failed {
        /// What it said.
        why: String,
    },
}

/// Packs a message.
///
/// # Errors
/// When it can't be packed, which would be a fault of ours.
pub fn pack<T: Serialize>(message: &T) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(message)
}

/// Unpacks a message.
///
/// # Errors
/// When the bytes are no such message: another build's, or cut.
pub fn unpack<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::Prepared;

    #[test]
    fn a_worker_knows_whatever_the_page_does_not_tell_it() {
        let (mut page, mut worker) = (Prepared::default(), Prepared::default());
        for step in 0..1000_u32 {
            // Some hundred keys, old and new ones in turn: more than are kept.
            let key = step * step % 199;
            if page.is_new(key) {
                worker.keep(key, key);
            }
            assert_eq!(worker.get(key), Ok(&key), "at step {step}");
        }
    }
}
