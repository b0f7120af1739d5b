//! A centre's files on the page: what each was taken for, corrected by hand, and what was corrected is
//! remembered for the same headers.

use super::reading;
use super::remembered::Remembered;
use crate::scenario::field::{Language, Unit};
use crate::scenario::import::centre::column::Column;
use crate::scenario::import::centre::month::Month;
use crate::scenario::import::centre::scale::{Scale, Scales};
use crate::scenario::import::centre::table::Table;
use crate::scenario::import::centre::{File, Note, Reading, Record, Refusal, record};
use crate::study::own::MOST_MONTHS;
use crate::view::figure::Grid;
use crate::view::number;
use crate::view::words::centre as words;

/// One file, or one sheet of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// What is in it; why nothing could be made of it.
    pub table: Result<Table, Refusal>,
    /// What it is about; None where it is not used.
    pub file: Option<File>,
    /// What each column is taken for.
    pub columns: Vec<Option<Column>>,
    /// In which unit a column is, where a hand said so.
    pub scales: Scales,
    /// What was read so.
    pub reading: Reading,
}

impl Sheet {
    fn read(&mut self) {
        self.reading = match (&self.table, self.file) {
            (Ok(table), Some(file)) => table.read(file, &self.columns, &self.scales),
            (Ok(_) | Err(_), _) => Reading::default(),
        };
    }

    /// What stands first in the choice of a column's unit: what was guessed, or to let it be guessed again.
    #[must_use]
    pub fn guess(&self, column: Column, language: Language) -> String {
        if self.scales.get(column).is_some() {
            return words::GUESS.get(language).to_owned();
        }
        let Some(scale) = self.reading.scales.get(column) else {
            return words::UNIT_UNKNOWN.get(language).to_owned();
        };
        let (guessed, scale) = (words::GUESSED, words::scale(scale, column));
        match language {
            Language::Zh => format!("{}：{}", guessed.zh, scale.zh),
            Language::En => format!("{}: {}", guessed.en, scale.en),
        }
    }

    /// The middle of what was read of a column that may be in several units, so that a wrong unit is seen.
    #[must_use]
    pub fn median(&self, column: Column, language: Language) -> Option<String> {
        let unit = match column {
            Column::Talk => Unit::Seconds,
            Column::Score => Unit::Points,
            Column::Rating => Unit::Share,
            _ => return None,
        };
        let median = number::show(self.reading.median(column)?, unit, language);
        Some(format!("{} {median}", words::MEDIAN.get(language)))
    }

    /// Why nothing can be made of it, and what to do.
    #[must_use]
    pub fn refusal(&self, language: Language) -> Option<String> {
        let refusal = self.table.as_ref().err().or(self.reading.refusal.as_ref());
        refusal.map(|refusal| reading::refusal(refusal, language))
    }

    /// The wrong cells, the first of them: line, column, what to write.
    #[must_use]
    pub fn findings(&self, language: Language) -> Grid {
        let head = [words::LINE, words::COLUMN, words::WRONG];
        let rows = self.reading.problems.iter().map(|problem| {
            vec![
                problem.line.to_string(),
                problem.column.name().get(language).to_owned(),
                reading::wrong(problem, language),
            ]
        });
        Grid {
            head: head.map(|text| text.get(language).to_owned()).to_vec(),
            rows: rows.collect(),
        }
    }

    /// Rows, months, and how many cells are wrong.
    #[must_use]
    pub fn summary(&self, language: Language) -> String {
        let rows = self.reading.rows.len();
        let months = self.reading.rows.iter().map(|row| row.month);
        let (Some(first), Some(last)) = (months.clone().min(), months.max()) else {
            return String::new();
        };
        let wrong = self.reading.problem_count;
        let listed = self.reading.problems.len();
        match language {
            Language::Zh => {
                let wrong = match (wrong, wrong > listed) {
                    (0, _) => "，没有问题".to_owned(),
                    (n, false) => format!("，{n} 处有问题"),
                    (n, true) => format!("，{n} 处有问题，先列出 {listed} 处"),
                };
                format!("{rows} 行，{first} 至 {last}{wrong}")
            }
            Language::En => {
                let wrong = match (wrong, wrong > listed) {
                    (0, _) => "nothing wrong".to_owned(),
                    (n, false) => format!("{n} wrong"),
                    (n, true) => format!("{n} wrong, the first {listed} listed"),
                };
                let rows = if rows == 1 {
                    "1 row".to_owned()
                } else {
                    format!("{rows} rows")
                };
                format!("{rows}, {first} to {last}, {wrong}")
            }
        }
    }
}

/// Everything that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    sheets: Vec<Sheet>,
    remembered: Remembered,
}

/// What is fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// The months.
    pub record: Record,
    /// The first of them.
    pub first: Month,
    /// What is to be said of the files together.
    pub notes: Vec<Note>,
}

impl Intake {
    /// Nothing is read yet; `text` is what was remembered before.
    #[must_use]
    pub fn new(text: Option<&str>) -> Self {
        Self {
            sheets: Vec::new(),
            remembered: text.and_then(Remembered::of).unwrap_or_default(),
        }
    }

    /// What was read.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Takes a file in, in place of one of the same name.
    pub fn add(&mut self, name: &str, text: &str) {
        let table = Table::of(text);
        let (file, columns, scales) = match &table {
            Ok(table) => {
                let known = self.remembered.find(&table.headers());
                known.unwrap_or_else(|| {
                    let file = table.file();
                    let columns = file.map_or_else(
                        || vec![None; table.headers().len()],
                        |file| table.columns(file),
                    );
                    (file, columns, Scales::default())
                })
            }
            Err(_) => (None, Vec::new(), Scales::default()),
        };
        let mut sheet = Sheet {
            name: name.to_owned(),
            table,
            file,
            columns,
            scales,
            reading: Reading::default(),
        };
        sheet.read();
        self.sheets.retain(|other| other.name != sheet.name);
        self.sheets.push(sheet);
    }

    /// Takes a file away.
    pub fn remove(&mut self, at: usize) {
        if at < self.sheets.len() {
            self.sheets.remove(at);
        }
    }

    /// A file is about something else, or not to be used. Its columns are guessed anew.
    pub fn set_file(&mut self, at: usize, file: Option<File>) {
        let Some(sheet) = self.sheets.get_mut(at) else {
            return;
        };
        sheet.file = file;
        if let (Ok(table), Some(file)) = (&sheet.table, file) {
            sheet.columns = table.columns(file);
        }
        sheet.scales = Scales::default();
        sheet.read();
        self.remembered.keep(sheet);
    }

    /// A column is taken for something else, or for nothing. What it is taken for now no other is.
    pub fn set_column(&mut self, at: usize, place: usize, column: Option<Column>) {
        let Some(sheet) = self.sheets.get_mut(at) else {
            return;
        };
        // A unit was said of the cells that had the meaning until now.
        let before = sheet.columns.get(place).copied().flatten();
        for moved in before.into_iter().chain(column) {
            sheet.scales.set(moved, None);
        }
        for (other, one) in sheet.columns.iter_mut().enumerate() {
            if other == place {
                *one = column;
            } else if column.is_some() && *one == column {
                *one = None;
            }
        }
        sheet.read();
        self.remembered.keep(sheet);
    }

    /// A column is in this unit; None to have it guessed.
    pub fn set_scale(&mut self, at: usize, column: Column, scale: Option<Scale>) {
        let Some(sheet) = self.sheets.get_mut(at) else {
            return;
        };
        sheet.scales.set(column, scale);
        sheet.read();
        self.remembered.keep(sheet);
    }

    /// All files together; None while they say nothing of people or results.
    #[must_use]
    pub fn ready(&self) -> Option<Ready> {
        let of = |file: File| {
            let mut all = Reading::default();
            let sound =
                |sheet: &&Sheet| sheet.file == Some(file) && sheet.reading.refusal.is_none();
            for sheet in self.sheets.iter().filter(sound) {
                all.rows.extend(sheet.reading.rows.iter().cloned());
            }
            all
        };
        let [people, kpi, awards] = File::ALL.map(of);
        let (record, first, notes) = record(&people, &kpi, &awards)?;
        Some(Ready {
            record,
            first,
            notes,
        })
    }

    /// What was corrected, as a text to be kept.
    #[must_use]
    pub fn remembered(&self) -> String {
        self.remembered.text()
    }
}

impl Ready {
    /// Why it can't be fitted.
    #[must_use]
    pub fn problem(&self, language: Language) -> Option<String> {
        let months = self.record.months();
        (months > MOST_MONTHS).then(|| reading::too_long(months, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: &str = "month,headcount,leavers\n2024-01,45,1\n2024-02,44,2\n";
    const FOREIGN: &str = "wann,wer,姓名,wieviel\n2024-01,A1,张三,900\n2024-02,A1,张三,x\n";

    #[test]
    fn what_a_hand_corrects_is_remembered_for_the_same_headers() {
        let mut intake = Intake::new(None);
        intake.add("people.csv", PEOPLE);
        intake.add("wer.csv", FOREIGN);
        assert_eq!(intake.sheets()[1].file, None);
        intake.set_file(1, Some(File::Kpi));
        assert!(intake.sheets()[1].refusal(Language::En).is_some());
        for (place, column) in [(0, Column::Month), (1, Column::Agent), (3, Column::Calls)] {
            intake.set_column(1, place, Some(column));
        }
        let sheet = &intake.sheets()[1];
        assert_eq!(sheet.refusal(Language::En), None);
        assert_eq!(sheet.findings(Language::En).rows[0][..2], ["3", "calls"]);
        assert_eq!(intake.ready().map(|ready| ready.record.months()), Some(2));
        let text = intake.remembered();
        assert!(!text.contains("张三"));
        let mut again = Intake::new(Some(&text));
        again.add("again.csv", FOREIGN);
        assert_eq!(again.sheets()[0].columns, intake.sheets()[1].columns);
        assert_eq!(again.sheets()[0].file, Some(File::Kpi));
        assert_eq!(Intake::new(Some("rubbish")), Intake::new(None));
    }

    #[test]
    fn a_unit_that_a_hand_gives_is_read_at_once_remembered_and_goes_with_its_meaning() {
        let text = "month,agent,calls,talk,csat\n2024-01,A1,900,200,4.5\n2024-02,A1,900,220,4\n";
        let mut intake = Intake::new(None);
        intake.add("kpi.csv", text);
        let sheet = &intake.sheets()[0];
        assert_eq!(sheet.guess(Column::Talk, Language::En), "Guessed: seconds");
        assert_eq!(
            sheet.guess(Column::Rating, Language::Zh),
            "判断不出，不采用"
        );
        assert_eq!(sheet.median(Column::Rating, Language::En), None);
        intake.set_scale(0, Column::Rating, Some(Scale::Five));
        intake.set_scale(0, Column::Talk, Some(Scale::Minutes));
        // No unit that the column can't have.
        intake.set_scale(0, Column::Calls, Some(Scale::Minutes));
        let sheet = &intake.sheets()[0];
        let amounts = |column| sheet.reading.rows.iter().map(move |row| row.amount(column));
        assert!(amounts(Column::Rating).eq([Some(0.875), Some(0.75)]));
        assert!(amounts(Column::Talk).eq([Some(12_000.0), Some(13_200.0)]));
        assert!(amounts(Column::Calls).eq([Some(900.0); 2]));
        assert_eq!(sheet.guess(Column::Talk, Language::En), "Let it be guessed");
        let by_hand = Note::ByHand {
            column: Column::Rating,
            scale: Scale::Five,
        };
        assert!(sheet.reading.notes.contains(&by_hand));
        let said = reading::note(&by_hand, Language::En);
        assert!(
            said.contains("points from 1 to 5, as set by hand"),
            "{said}"
        );
        let mut again = Intake::new(Some(&intake.remembered()));
        again.add("again.csv", text);
        assert_eq!(again.sheets()[0].reading, intake.sheets()[0].reading);
        again.set_column(0, 4, Some(Column::Score));
        assert_eq!(again.sheets()[0].scales.get(Column::Rating), None);
        again.set_scale(0, Column::Talk, None);
        assert_eq!(
            again.sheets()[0].guess(Column::Talk, Language::Zh),
            "自动判断为：秒"
        );
        // What an earlier version kept has no units.
        let old = intake.remembered().replace("\"units\"", "\"other\"");
        let mut older = Intake::new(Some(&old));
        older.add("kpi.csv", text);
        assert_eq!(older.sheets()[0].scales, Scales::default());
    }

    #[test]
    fn a_meaning_belongs_to_one_column_and_a_file_comes_in_place_of_its_name() {
        let mut intake = Intake::new(None);
        intake.add("people.csv", PEOPLE);
        intake.set_column(0, 2, Some(Column::Headcount));
        let columns = &intake.sheets()[0].columns;
        assert_eq!(
            columns,
            &[Some(Column::Month), None, Some(Column::Headcount)]
        );
        assert!(intake.ready().is_none());
        intake.add("people.csv", &PEOPLE.replace("leavers", "left"));
        assert_eq!(intake.sheets().len(), 1);
        intake.set_file(0, None);
        assert!(intake.ready().is_none());
        intake.remove(0);
        assert!(intake.sheets().is_empty());
    }
}
