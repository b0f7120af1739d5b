//! In which unit a column is, and which of its cells are in another; and what is too far off to be true.

use super::column::{Column, Places};
use super::{CellKind, Note, OtherUnit, Reading};
use crate::order;
use csv::StringRecord;

/// So many lines of cells in another unit are named.
const NAMED: usize = 10;
/// A result so many times the median, or so small a part of it, is a slip: people don't differ so much.
const FAR: f64 = 8.0;

/// Brings every column to our units.
pub fn settle(reading: &mut Reading, headers: &StringRecord, places: &Places) {
    talk(reading, headers, places);
    score(reading);
    rating(reading);
    for column in [Column::Calls, Column::Talk] {
        far_off(reading, column);
    }
    reading.rows.retain(|row| {
        row.agent.is_empty()
            || places.place(Column::Calls).is_none()
            || row.amount(Column::Calls).is_some()
    });
}

fn median(reading: &Reading, column: Column) -> Option<f64> {
    let mut values: Vec<f64> = reading
        .rows
        .iter()
        .filter_map(|r| r.amount(column))
        .filter(|v| *v > 0.0)
        .collect();
    order::numbers(&mut values);
    values.get(values.len() / 2).copied()
}

/// Changes the cells of a column that `other` finds to be in another unit.
fn convert(
    reading: &mut Reading,
    column: Column,
    unit: OtherUnit,
    factor: f64,
    other: impl Fn(f64) -> bool,
) {
    let (mut lines, mut count, mut all) = (Vec::new(), 0, 0);
    for row in &mut reading.rows {
        let Some(value) = &mut row.amounts[column as usize] else {
            continue;
        };
        all += 1;
        if other(*value) {
            *value *= factor;
            count += 1;
            if lines.len() < NAMED {
                lines.push(row.line);
            }
        }
    }
    if count > 0 && count == all {
        reading.notes.push(Note::Unit { column, unit });
    } else if count > 0 {
        reading.notes.push(Note::Mixed {
            column,
            unit,
            lines,
            count,
        });
    }
}

fn talk(reading: &mut Reading, headers: &StringRecord, places: &Places) {
    let Some(median_talk) = median(reading, Column::Talk) else {
        return;
    };
    let header = places
        .place(Column::Talk)
        .and_then(|at| headers.get(at))
        .unwrap_or("")
        .to_lowercase();
    let calls = median(reading, Column::Calls).unwrap_or(1.0);
    // No call of an hour, and no centre of half-minute calls.
    if header.contains('总')
        || header.contains("total")
        || median_talk > 3600.0 && median_talk / calls > 20.0
    {
        for row in &mut reading.rows {
            let calls = row.amount(Column::Calls).filter(|calls| *calls > 0.0);
            let talk = &mut row.amounts[Column::Talk as usize];
            *talk = talk.zip(calls).map(|(talk, calls)| talk / calls);
        }
        reading.notes.push(Note::Unit {
            column: Column::Talk,
            unit: OtherUnit::Total,
        });
    }
    let Some(usual) = median(reading, Column::Talk) else {
        return;
    };
    let stated = header.contains("分钟") || header.contains("min");
    if usual < 30.0 || stated && usual < 60.0 {
        convert(reading, Column::Talk, OtherUnit::Minutes, 60.0, |v| {
            v < 60.0
        });
    } else {
        // A cell that as seconds is far from all others and as minutes among them.
        convert(reading, Column::Talk, OtherUnit::Minutes, 60.0, |v| {
            v > 0.0 && v < usual / 12.0 && (usual / 4.0..usual * 4.0).contains(&(v * 60.0))
        });
    }
}

fn score(reading: &mut Reading) {
    let Some(usual) = median(reading, Column::Score) else {
        return;
    };
    if usual <= 1.0 {
        convert(reading, Column::Score, OtherUnit::Shares, 100.0, |v| {
            v <= 1.0
        });
    } else if usual <= 10.0 {
        convert(reading, Column::Score, OtherUnit::OfTen, 10.0, |v| {
            v <= 10.0
        });
    } else {
        convert(reading, Column::Score, OtherUnit::Shares, 100.0, |v| {
            v > 0.0 && v <= 1.0
        });
    }
}

fn rating(reading: &mut Reading) {
    let Some(usual) = median(reading, Column::Rating) else {
        return;
    };
    if usual > 1.0 && usual <= 10.0 {
        for row in &mut reading.rows {
            row.amounts[Column::Rating as usize] = None;
        }
        let median = usual;
        reading.notes.push(Note::UnknownScale {
            column: Column::Rating,
            median,
        });
    } else {
        convert(reading, Column::Rating, OtherUnit::PerCent, 0.01, |v| {
            v > 1.0
        });
    }
}

fn far_off(reading: &mut Reading, column: Column) {
    let Some(usual) = median(reading, column) else {
        return;
    };
    let off = |v: &f64| *v > usual * FAR || column == Column::Talk && *v < usual / FAR;
    let found: Vec<(usize, u64, f64)> = reading
        .rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at, row.line, row.amount(column).filter(off)?)))
        .collect();
    for (at, line, found) in found {
        reading.list(
            line,
            column,
            CellKind::FarOff {
                found,
                median: usual,
            },
        );
        reading.rows[at].amounts[column as usize] = None;
    }
}
