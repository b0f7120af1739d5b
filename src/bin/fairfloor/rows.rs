//! Simulated centres of a calibration on disk: chunks, each whole or not there. A row is found again by its
//! number, so it does not matter which call has run it.

use crate::failure::Failure;
use crate::{out, store};
use fairfloor::scenario::field::Language;
use fairfloor::study::own::{Calibration, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The chunks' folder within that of the calibration.
pub const FOLDER: &str = "centres";

#[derive(Serialize, Deserialize)]
struct Chunk {
    mark: String,
    rows: Vec<Row>,
}

/// The rows of a folder.
pub struct Rows {
    folder: PathBuf,
    mark: String,
    known: BTreeMap<u32, Row>,
    next: u32,
}

impl Rows {
    /// Opens the folder, which has been claimed. Chunks of another scenario, seed, shape of data or version, and
    /// damaged ones, are passed over.
    pub fn open(study: &Path, asked: &Calibration, language: Language) -> Result<Self, Failure> {
        let folder = study.join(FOLDER);
        let scenario = store::of_scenario(asked.scenario());
        let mark = format!(
            "{} {scenario:016x} {} {:?}",
            store::mark(),
            asked.seed,
            asked.shape
        );
        let mut rows = Self {
            folder,
            mark,
            known: BTreeMap::new(),
            next: 1,
        };
        rows.load()
            .map_err(|error| out::unwritable(study, &error, language))?;
        Ok(rows)
    }

    fn load(&mut self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            self.next = self.next.max(name.parse().unwrap_or(0) + 1);
            if let Some(chunk) = store::opened::<Chunk>(&fs::read(&path)?)
                && chunk.mark == self.mark
            {
                self.known
                    .extend(chunk.rows.into_iter().map(|row| (row.number, row)));
            }
        }
        Ok(())
    }

    /// The rows that are there.
    pub fn known(&self) -> &BTreeMap<u32, Row> {
        &self.known
    }

    /// Writes rows as one chunk.
    pub fn add(&mut self, rows: &[Row], language: Language) -> Result<(), Failure> {
        self.written(rows)
            .map_err(|error| out::unwritable(&self.folder, &error, language))
    }

    fn written(&mut self, rows: &[Row]) -> io::Result<()> {
        let chunk = Chunk {
            mark: self.mark.clone(),
            rows: rows.to_vec(),
        };
        let bytes = store::sealed(&chunk)?;
        let name = format!("{:06}.rows", self.next);
        self.next += 1;
        store::whole(&self.folder, &name, &bytes)
    }
}
