//! What was corrected by hand in a centre's files, kept as a text for tables with the same headers.

use super::intake::Sheet;
use crate::scenario::import::centre::File;
use crate::scenario::import::centre::column::Column;
use crate::scenario::import::centre::scale::{Scale, Scales};
use serde::{Deserialize, Serialize};

/// So many corrections are remembered, the last made.
const REMEMBERED: usize = 30;

/// What a table with these headers was taken for, by the ids of its file, columns and units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Known {
    headers: Vec<String>,
    file: Option<String>,
    columns: Vec<Option<String>>,
    /// Columns whose unit was set; earlier versions kept none.
    #[serde(default)]
    units: Vec<(String, String)>,
}

/// What is known again: file, columns, units.
pub(super) type Found = (Option<File>, Vec<Option<Column>>, Scales);

/// Everything that was corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Remembered(Vec<Known>);

impl Remembered {
    pub(super) fn find(&self, headers: &[String]) -> Option<Found> {
        let known = self.0.iter().find(|known| known.headers == headers)?;
        let file = |id: &String| File::ALL.into_iter().find(|file| file.id() == id);
        let column = |id: &String| Column::ALL.into_iter().find(|one| one.name().en == id);
        let columns = known.columns.iter().map(|id| id.as_ref().and_then(column));
        let mut scales = Scales::default();
        for (of, id) in &known.units {
            if let Some(of) = column(of) {
                scales.set(of, Scale::ALL.into_iter().find(|scale| scale.id() == id));
            }
        }
        let file = known.file.as_ref().and_then(file);
        Some((file, columns.collect(), scales))
    }

    pub(super) fn keep(&mut self, sheet: &Sheet) {
        let Ok(table) = &sheet.table else { return };
        let headers = table.headers();
        self.0.retain(|known| known.headers != headers);
        let id = |column: &Option<Column>| column.map(|column| column.name().en.to_owned());
        let unit = |column: Column| {
            let scale = sheet.scales.get(column)?;
            Some((column.name().en.to_owned(), scale.id().to_owned()))
        };
        self.0.push(Known {
            headers,
            file: sheet.file.map(|file| file.id().to_owned()),
            columns: sheet.columns.iter().map(id).collect(),
            units: Column::ALL.into_iter().filter_map(unit).collect(),
        });
        let over = self.0.len().saturating_sub(REMEMBERED);
        self.0.drain(..over);
    }

    /// As a text; empty when it can't be one, which would be a fault of ours.
    pub(super) fn text(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// What another version has kept and can't be read is forgotten.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut list: Vec<Known> = serde_json::from_str(text).ok()?;
        list.retain(|known| known.headers.len() == known.columns.len());
        Some(Self(list))
    }
}
