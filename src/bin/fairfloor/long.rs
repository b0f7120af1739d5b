//! Every year of a study in the long form: a row a scenario or point, replication and metric.

use crate::input::Named;
use crate::out::with_mark;
use crate::results;
use fairfloor::measure::metric::METRICS;
use fairfloor::scenario::schema::unit_id;
use fairfloor::scenario::write::to_json;
use fairfloor::study::board::Board;

/// A column that says what a cell of the study is.
pub struct Label {
    /// Its name.
    pub name: String,
    /// By cell of the board.
    pub of: Vec<String>,
}

/// Which cells are in, and what they are called.
pub struct Labels {
    /// Columns before the replication.
    pub columns: Vec<Label>,
    /// Cells that are in, in the order of the rows.
    pub cells: Vec<u32>,
}

impl Labels {
    /// A cell a scenario, in their order.
    pub fn of_scenarios(scenarios: &[Named]) -> Self {
        let column = Label {
            name: "scenario".to_owned(),
            of: scenarios.iter().map(|named| named.name.clone()).collect(),
        };
        Self {
            columns: vec![column],
            cells: (0..).take(scenarios.len()).collect(),
        }
    }

    /// Every cell, by its number and by what differs in it from the first.
    pub fn of_cells(board: &Board) -> Self {
        let cells = board.cells();
        let differences = cells.iter().map(|cell| {
            let of = cell.scenario().differences(cells[0].scenario());
            let of = of
                .iter()
                .map(|(field, value)| format!("{}={}", field.path, to_json(value)));
            of.collect::<Vec<_>>().join(" ")
        });
        let columns = [
            (
                "cell",
                (0..cells.len()).map(|cell| cell.to_string()).collect(),
            ),
            ("differences", differences.collect()),
        ];
        Self {
            columns: columns
                .into_iter()
                .map(|(name, of)| Label {
                    name: name.to_owned(),
                    of,
                })
                .collect(),
            cells: (0..).take(cells.len()).collect(),
        }
    }
}

/// A column of a table.
pub enum Column {
    /// Texts.
    Text(Vec<String>),
    /// Counts.
    Whole(Vec<i64>),
    /// Amounts.
    Number(Vec<f64>),
}

/// Columns by name, all of one length.
pub type Table = Vec<(String, Column)>;

/// The years of the cells that have a label; values that are not defined have no row.
pub fn table(board: &Board, labels: &Labels) -> Table {
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); labels.columns.len()];
    let (mut seeds, mut replications) = (Vec::new(), Vec::new());
    let (mut metrics, mut units, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for cell in &labels.cells {
        for (at, metric) in METRICS.iter().enumerate() {
            for (replication, outcome) in (0_i64..).zip(board.outcomes(*cell)) {
                let Some(value) = outcome.metrics[at] else {
                    continue;
                };
                for (column, label) in texts.iter_mut().zip(&labels.columns) {
                    column.push(label.of[*cell as usize].clone());
                }
                // Bits are what is kept of a seed above what Parquet's signed column holds.
                seeds.push(board.seed().cast_signed());
                replications.push(replication);
                metrics.push(metric.id.to_owned());
                units.push(unit_id(metric.unit).to_owned());
                values.push(value);
            }
        }
    }
    let named = labels.columns.iter().map(|label| label.name.clone());
    let mut table: Table = named.zip(texts.into_iter().map(typed)).collect();
    table.push(("seed".to_owned(), Column::Whole(seeds)));
    table.push(("replication".to_owned(), Column::Whole(replications)));
    table.push(("metric".to_owned(), Column::Text(metrics)));
    table.push(("unit".to_owned(), Column::Text(units)));
    table.push(("value".to_owned(), Column::Number(values)));
    table
}

/// A column of amounts where every text is one: levers are numbers to whoever reads the file.
fn typed(texts: Vec<String>) -> Column {
    let amounts: Option<Vec<f64>> = texts.iter().map(|text| text.parse().ok()).collect();
    match amounts {
        Some(amounts) if !amounts.is_empty() => Column::Number(amounts),
        Some(_) | None => Column::Text(texts),
    }
}

/// The table as CSV, with the mark by which spreadsheets know UTF-8.
pub fn csv(table: &Table) -> Vec<u8> {
    let rows = table.first().map_or(0, |(_, column)| match column {
        Column::Text(v) => v.len(),
        Column::Whole(v) => v.len(),
        Column::Number(v) => v.len(),
    });
    let mut out = vec![
        table
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>(),
    ];
    out.extend((0..rows).map(|row| {
        let cells = table.iter().map(|(name, column)| match column {
            Column::Text(v) => v[row].clone(),
            Column::Whole(v) if name == "seed" => v[row].cast_unsigned().to_string(),
            Column::Whole(v) => v[row].to_string(),
            Column::Number(v) => v[row].to_string(),
        });
        cells.collect()
    }));
    with_mark(&results::csv(&out)).into_bytes()
}
