//! What has been run, on disk: chunks of years, each whole or not there.
//!
//! A year is found again by what it depends on: the scenario's values, the seed, the replication's
//! number, and the program whose results these are. So it does not matter which call, which part of a
//! study or which machine ran it. A chunk is written beside its name, forced to the disk, then renamed,
//! and ends with a checksum; one that was cut or changed is passed over, and its years are run again.

use crate::failure::Failure;
use crate::{input, out};
use fairfloor::hash::{hash, hashed};
use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::Luck;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::{Scenario, write};
use fairfloor::study::board::Keep;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The chunks' folder within that of the study.
pub const FOLDER: &str = "years";
const ENDING: &str = "years";
/// The list by which a change of results is noticed; results of another list are another program's.
const GOLDEN: &str = include_str!("../../../tests/it/golden.txt");

/// What a year depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    scenario: u64,
    seed: u64,
    replication: u32,
}

impl Key {
    /// Of a scenario, by [`of_scenario`], under this luck.
    pub fn new(scenario: u64, luck: Luck) -> Self {
        Self {
            scenario,
            seed: luck.seed,
            replication: luck.replication,
        }
    }
}

/// A number for the values of a scenario; its titles make no difference.
pub fn of_scenario(scenario: &Scenario) -> u64 {
    hash([write::write(&scenario.untitled()).to_string()])
}

/// What these results are of: version of the program, its golden list.
pub fn mark() -> String {
    format!("{} {}", fairfloor::VERSION, hashed([GOLDEN]))
}

#[derive(Serialize, Deserialize)]
struct Chunk {
    mark: String,
    courses: bool,
    people: bool,
    years: Vec<(Key, Outcome)>,
}

/// The years of a folder.
pub struct Store {
    folder: PathBuf,
    keep: Keep,
    known: BTreeMap<Key, Outcome>,
    fresh: Vec<(Key, Outcome)>,
    next: u32,
    /// Chunks that were there and could not be believed.
    pub passed_over: Vec<String>,
}

impl Store {
    /// Opens the folder, which is made if need be, and reads every whole chunk in it.
    pub fn open(study: &Path, keep: Keep) -> io::Result<Self> {
        let folder = study.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let mut store = Self {
            folder,
            keep,
            known: BTreeMap::new(),
            fresh: Vec::new(),
            next: next(study)?,
            passed_over: Vec::new(),
        };
        for path in chunks(study)? {
            match read(&path)? {
                Some(chunk)
                    if chunk.mark == mark()
                        && (chunk.courses || !keep.courses)
                        && (chunk.people || !keep.people) =>
                {
                    store.known.extend(chunk.years);
                }
                Some(_) | None => store.passed_over.push(path.display().to_string()),
            }
        }
        Ok(store)
    }

    /// The year, if it is there. It is handed over: a study asks once.
    pub fn take(&mut self, key: Key) -> Option<Outcome> {
        self.known.remove(&key)
    }

    /// Adds a year; it is on the disk after the next [`Store::flush`].
    pub fn add(&mut self, key: Key, outcome: &Outcome) {
        let mut outcome = outcome.clone();
        self.keep.trim(&mut outcome);
        self.fresh.push((key, outcome));
    }

    /// Writes what was added as one chunk.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.fresh.is_empty() {
            return Ok(());
        }
        let chunk = Chunk {
            mark: mark(),
            courses: self.keep.courses,
            people: self.keep.people,
            years: std::mem::take(&mut self.fresh),
        };
        let bytes = sealed(&chunk)?;
        let name = format!("{:06}.{ENDING}", self.next);
        self.next += 1;
        whole(&self.folder, &name, &bytes)
    }
}

/// The chunks of a study, in order.
pub fn chunks(study: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(study.join(FOLDER))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == ENDING) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The number of the next chunk.
fn next(study: &Path) -> io::Result<u32> {
    let chunks = chunks(study)?;
    let names = chunks.iter().filter_map(|path| path.file_stem());
    let numbers = names.filter_map(|name| name.to_string_lossy().parse::<u32>().ok());
    Ok(numbers.max().unwrap_or(0).saturating_add(1))
}

/// A chunk, if it is whole.
fn read(path: &Path) -> io::Result<Option<Chunk>> {
    Ok(opened(&fs::read(path)?))
}

/// Packed, with a checksum at the end.
pub fn sealed<T: Serialize>(content: &T) -> io::Result<Vec<u8>> {
    let mut bytes = postcard::to_allocvec(content).map_err(io::Error::other)?;
    let sum = hash([&bytes]);
    bytes.extend(sum.to_le_bytes());
    Ok(bytes)
}

/// What was sealed, unless it was cut or changed.
pub fn opened<T: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Option<T> {
    let (content, sum) = bytes.split_last_chunk::<8>()?;
    let whole = hash([content]) == u64::from_le_bytes(*sum);
    whole.then(|| postcard::from_bytes(content).ok())?
}

/// Writes a file that is there whole or not at all, also when the power goes.
pub fn whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let part = folder.join(format!(".{name}.part"));
    let written = (|| {
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, folder.join(name))
    })();
    if written.is_err() {
        let _ = fs::remove_file(&part);
        return written;
    }
    // The name itself is on the disk when the folder is; some systems can't be asked for that.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Copies the chunks of another study's folder, under numbers after those that are there.
pub fn gather(from: &Path, into: &Path, language: Language) -> Result<(), Failure> {
    let unreadable = |error| input::unreadable(from, &error, language);
    let unwritable = |error| out::unwritable(into, &error, language);
    let folder = into.join(FOLDER);
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let numbers = next(into).map_err(unwritable)?..;
    for (number, path) in numbers.zip(chunks(from).map_err(unreadable)?) {
        let bytes = fs::read(&path).map_err(unreadable)?;
        whole(&folder, &format!("{number:06}.{ENDING}"), &bytes).map_err(unwritable)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairfloor::measure::metric::METRICS;
    use fairfloor::measure::reach::Reach;

    fn year(value: f64) -> Outcome {
        Outcome {
            metrics: vec![Some(value); METRICS.len()],
            weekly: vec![vec![1.0]],
            people: Vec::new(),
            reach: Reach::default(),
            reasons: [0.0; 7],
            fingerprint: 1,
            calls_simulated: 1,
        }
    }

    fn key(replication: u32) -> Key {
        let seed = 1;
        Key::new(
            of_scenario(&Scenario::standard()),
            Luck { seed, replication },
        )
    }

    fn open(folder: &Path) -> Store {
        Store::open(folder, Keep::default()).expect("a folder")
    }

    #[test]
    fn a_chunk_that_was_cut_or_changed_is_passed_over() {
        let folder = std::env::temp_dir().join(format!("fairfloor-store-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let mut store = open(&folder);
        for replication in 0..3 {
            store.add(key(replication), &year(f64::from(replication)));
            store.flush().expect("written");
        }
        let paths = chunks(&folder).expect("chunks");
        assert_eq!(paths.len(), 3);
        let bytes = fs::read(&paths[1]).expect("a chunk");
        for cut in [0, 7, 8, bytes.len() / 2, bytes.len() - 1] {
            fs::write(&paths[1], &bytes[..cut]).expect("written");
            let mut store = open(&folder);
            assert_eq!(store.passed_over.len(), 1, "cut to {cut}");
            assert!(store.take(key(1)).is_none(), "half a chunk is believed");
            let other = store.take(key(2)).expect("whole");
            assert_eq!(other.metrics[0], Some(2.0));
            assert!(other.weekly.is_empty(), "courses are not kept");
        }
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut wrong = bytes.clone();
            wrong[at] ^= 1;
            fs::write(&paths[1], &wrong).expect("written");
            assert!(open(&folder).take(key(1)).is_none(), "byte {at}");
        }
        fs::write(&paths[1], &bytes).expect("written");
        assert!(open(&folder).take(key(1)).is_some());
        // A study that needs people can't use years without them.
        let with_people = Keep {
            people: true,
            ..Keep::default()
        };
        let mut store = Store::open(&folder, with_people).expect("a folder");
        assert!(store.take(key(1)).is_none());
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn a_year_is_found_by_values_and_luck_and_not_by_title() {
        let mut titled = Scenario::standard();
        titled.name = "mine".to_owned();
        assert_eq!(of_scenario(&titled), of_scenario(&Scenario::standard()));
        titled.workforce.headcount += 1;
        assert_ne!(of_scenario(&titled), of_scenario(&Scenario::standard()));
        assert_ne!(key(0), key(1));
    }
}
