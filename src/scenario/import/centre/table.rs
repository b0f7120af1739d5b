//! A centre's monthly file as a table: which row holds the headers, what each column may be taken for, and
//! which of the three files it is. What says who somebody is was emptied before anything else is done.

use super::column::{Column, Places, is_identifying};
use super::read::{LONGEST_TEXT, gather, no_columns};
use super::scale::Scales;
use super::{File, Reading, Refusal};
use crate::scenario::import::sheet::{Lines, ROWS_BEFORE_HEADERS, delimiter};
use crate::scenario::json::shortened;
use csv::StringRecord;

/// A table whose columns can be given other meanings than their headers say.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    headers: StringRecord,
    rows: Vec<(u64, StringRecord)>,
}

impl Table {
    /// Finds separator and headers: of the first rows the one with most names that are known, else the fullest.
    ///
    /// # Errors
    /// When it is empty or too long.
    pub fn of(text: &str) -> Result<Self, Refusal> {
        if text.len() > LONGEST_TEXT {
            return Err(Refusal::TooLarge { bytes: text.len() });
        }
        let records = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes())
            .into_records();
        let mut lines = Lines::of(text);
        let mut rows: Vec<(u64, StringRecord)> = Vec::new();
        for record in records.flatten() {
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let byte = record.position().map_or(0, csv::Position::byte);
                rows.push((lines.line_at(byte), record));
            }
        }
        let full = |row: &StringRecord| row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let worth = |row: &StringRecord| (known(row), full(row));
        let tops = rows.iter().take(ROWS_BEFORE_HEADERS + 1).enumerate();
        // The first of the best.
        let at = tops.rev().max_by_key(|(_, row)| worth(&row.1));
        let Some(at) = at.map(|(at, _)| at) else {
            return Err(Refusal::Empty);
        };
        let mut rows = rows.split_off(at);
        let headers = rows.remove(0).1;
        let personal: Vec<bool> = headers.iter().map(is_identifying).collect();
        for (_, row) in &mut rows {
            let of = |(at, cell)| {
                if personal.get(at) == Some(&true) {
                    ""
                } else {
                    cell
                }
            };
            *row = row.iter().enumerate().map(of).collect();
        }
        Ok(Self { headers, rows })
    }

    /// The headers as they stand, shortened.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        let plain = |cell: &str| shortened(cell.trim_start_matches('\u{feff}').trim());
        self.headers.iter().map(plain).collect()
    }

    /// Whether a column says who somebody is: nothing of it is kept.
    #[must_use]
    pub fn is_personal(&self, at: usize) -> bool {
        self.headers.get(at).is_some_and(is_identifying)
    }

    /// The first cell of a column that says something, shortened.
    #[must_use]
    pub fn example(&self, at: usize) -> String {
        let mut cells = self.rows.iter().filter_map(|(_, row)| row.get(at));
        let cell = cells.find(|cell| !cell.trim().is_empty());
        shortened(cell.unwrap_or("").trim())
    }

    /// Rows under the headers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Which file it most likely is: one whose needed columns are all there, else the one with most of them.
    #[must_use]
    pub fn file(&self) -> Option<File> {
        let missing = |file: File| Places::of(&self.headers, file.columns()).missing(file.needed());
        // An agent's results are awards with more columns, so they come first.
        let order = [File::Kpi, File::People, File::Awards];
        let whole = order.into_iter().find(|file| missing(*file).is_empty());
        whole.or_else(|| {
            // Every file has months: they tell nothing.
            let any = |file: &File| {
                let missing = missing(*file);
                let mut telling = file.needed().iter().filter(|c| **c != Column::Month);
                telling.any(|column| !missing.contains(column))
            };
            let likely = order.into_iter().filter(any);
            likely.min_by_key(|file| missing(*file).len())
        })
    }

    /// What the headers say that the columns are, in a file of this kind.
    #[must_use]
    pub fn columns(&self, file: File) -> Vec<Option<Column>> {
        let places = Places::of(&self.headers, file.columns());
        let of = |at: usize| {
            let mut all = file.columns().iter().copied();
            all.find(|column| places.place(*column) == Some(at))
        };
        (0..self.headers.len()).map(of).collect()
    }

    /// Reads it as a file of this kind with these columns, and in the units that a hand gave them; one that says
    /// who somebody is is never read.
    #[must_use]
    pub fn read(&self, file: File, columns: &[Option<Column>], hand: &Scales) -> Reading {
        let open =
            |(at, column): (usize, &Option<Column>)| column.filter(|_| !self.is_personal(at));
        let columns: Vec<Option<Column>> = columns.iter().enumerate().map(open).collect();
        let places = Places::at(&columns);
        if !places.missing(file.needed()).is_empty() {
            return Reading {
                refusal: Some(no_columns(&self.headers, &places, file)),
                ..Reading::default()
            };
        }
        gather(
            &self.headers,
            &places,
            file,
            hand,
            self.rows.iter().cloned(),
        )
    }
}

/// How many columns of any file have their names in a row.
fn known(row: &StringRecord) -> usize {
    let of = |file: File| {
        let places = Places::of(row, file.columns());
        file.columns().len() - places.missing(file.columns()).len()
    };
    File::ALL.into_iter().map(of).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::import::centre::{Note, read};

    const KPI: &str =
        "三月业绩,,,\n\n月份,姓名,工号,接听量\n2024-03,张三,A1,900\n\n2024-03,李四,A2,800\n";

    #[test]
    fn headers_below_titles_are_found_and_names_are_gone() {
        let table = Table::of(KPI).expect("a table");
        assert_eq!(table.headers(), ["月份", "姓名", "工号", "接听量"]);
        assert_eq!(table.file(), Some(File::Kpi));
        assert_eq!(
            (table.example(0), table.example(1)),
            ("2024-03".to_owned(), String::new())
        );
        assert!(!format!("{table:?}").contains("张三"));
        let columns = table.columns(File::Kpi);
        assert_eq!(
            columns,
            [
                Some(Column::Month),
                None,
                Some(Column::Agent),
                Some(Column::Calls)
            ]
        );
        let reading = table.read(File::Kpi, &columns, &Scales::default());
        assert_eq!(
            reading,
            read::read(KPI, File::Kpi),
            "the same as without a hand"
        );
        assert_eq!(
            reading.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
            [4, 6]
        );
    }

    #[test]
    fn a_hand_gives_foreign_headers_a_meaning_but_not_to_names() {
        let table = Table::of("wann,wer,姓名,wieviel\n2024-03,A1,张三,900\n").expect("a table");
        assert_eq!(table.file(), None);
        let mut columns = table.columns(File::Kpi);
        assert!(
            table
                .read(File::Kpi, &columns, &Scales::default())
                .refusal
                .is_some()
        );
        columns[0] = Some(Column::Month);
        columns[2] = Some(Column::Agent);
        columns[3] = Some(Column::Calls);
        let refused = table.read(File::Kpi, &columns, &Scales::default());
        assert!(
            matches!(&refused.refusal, Some(Refusal::NoHeader { missing, .. }) if *missing == [Column::Agent]),
            "{refused:?}"
        );
        columns[1] = Some(Column::Agent);
        columns[2] = None;
        let reading = table.read(File::Kpi, &columns, &Scales::default());
        assert_eq!(reading.rows.len(), 1);
        assert_eq!(reading.rows[0].agent, "A1");
        let header = "姓名".to_owned();
        assert!(reading.notes.contains(&Note::Identifying { header }));
    }

    #[test]
    fn each_file_is_told_by_its_headers() {
        for (text, file) in [
            ("month,headcount,leavers\n2024-01,45,1\n", File::People),
            ("month,agent\n2024-01,A1\n", File::Awards),
            ("月份,人数\n2024-01,45\n", File::People),
        ] {
            assert_eq!(
                Table::of(text).expect("a table").file(),
                Some(file),
                "{text}"
            );
        }
        assert_eq!(Table::of(" \n"), Err(Refusal::Empty));
    }
}
