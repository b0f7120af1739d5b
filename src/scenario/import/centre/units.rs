//! In which unit a column is, by a hand or guessed, and which of its cells are in another; and what is too far
//! off to be true.

use super::column::{Column, Places};
use super::scale::{Scale, Scales};
use super::{CellKind, Note, Reading};
use crate::order;
use csv::StringRecord;

/// So many lines of cells in another unit are named.
const NAMED: usize = 10;
/// A result so many times the median, or so small a part of it, is a slip: people don't differ so much.
const FAR: f64 = 8.0;

/// Brings every column to our units. What is in a unit given by `hand` was read so, cell by cell.
pub fn settle(reading: &mut Reading, headers: &StringRecord, places: &Places, hand: &Scales) {
    for column in [Column::Talk, Column::Score, Column::Rating] {
        match hand.get(column).filter(|_| places.place(column).is_some()) {
            Some(scale) => by_hand(reading, column, scale),
            None => match column {
                Column::Talk => talk(reading, headers, places),
                Column::Score => score(reading),
                _ => rating(reading),
            },
        }
    }
    for column in [Column::Calls, Column::Talk] {
        far_off(reading, column);
    }
    reading.rows.retain(|row| {
        row.agent.is_empty()
            || places.place(Column::Calls).is_none()
            || row.amount(Column::Calls).is_some()
    });
}

/// The middle of a column's amounts above nothing.
pub(super) fn median(reading: &Reading, column: Column) -> Option<f64> {
    let mut values: Vec<f64> = reading
        .rows
        .iter()
        .filter_map(|r| r.amount(column))
        .filter(|v| *v > 0.0)
        .collect();
    order::numbers(&mut values);
    values.get(values.len() / 2).copied()
}

fn by_hand(reading: &mut Reading, column: Column, scale: Scale) {
    if matches!(scale, Scale::AllSeconds | Scale::AllMinutes) {
        per_call(reading);
    }
    reading.scales.set(column, Some(scale));
    reading.notes.push(Note::ByHand { column, scale });
}

/// Talk of all calls as that of one.
fn per_call(reading: &mut Reading) {
    for row in &mut reading.rows {
        let calls = row.amount(Column::Calls).filter(|calls| *calls > 0.0);
        let talk = &mut row.amounts[Column::Talk as usize];
        *talk = talk.zip(calls).map(|(talk, calls)| talk / calls);
    }
}

/// Changes the cells of a column that `other` finds to be in another unit.
fn convert(reading: &mut Reading, column: Column, unit: Scale, other: impl Fn(f64) -> bool) {
    let factor = unit.factor(column);
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
    let mut scales = [Scale::Seconds, Scale::Minutes];
    // No call of an hour, and no centre of half-minute calls.
    if header.contains('总')
        || header.contains("total")
        || median_talk > 3600.0 && median_talk / calls > 20.0
    {
        per_call(reading);
        reading.notes.push(Note::Unit {
            column: Column::Talk,
            unit: Scale::AllSeconds,
        });
        scales = [Scale::AllSeconds, Scale::AllMinutes];
    }
    let Some(usual) = median(reading, Column::Talk) else {
        return;
    };
    let stated = header.contains("分钟") || header.contains("min");
    let in_minutes = usual < 30.0 || stated && usual < 60.0;
    if in_minutes {
        convert(reading, Column::Talk, Scale::Minutes, |v| v < 60.0);
    } else {
        // A cell that as seconds is far from all others and as minutes among them.
        convert(reading, Column::Talk, Scale::Minutes, |v| {
            v > 0.0 && v < usual / 12.0 && (usual / 4.0..usual * 4.0).contains(&(v * 60.0))
        });
    }
    let scale = scales[usize::from(in_minutes)];
    reading.scales.set(Column::Talk, Some(scale));
}

fn score(reading: &mut Reading) {
    let Some(usual) = median(reading, Column::Score) else {
        return;
    };
    let scale = if usual <= 1.0 {
        convert(reading, Column::Score, Scale::Share, |v| v <= 1.0);
        Scale::Share
    } else if usual <= 10.0 {
        convert(reading, Column::Score, Scale::Ten, |v| v <= 10.0);
        Scale::Ten
    } else {
        convert(reading, Column::Score, Scale::Share, |v| {
            v > 0.0 && v <= 1.0
        });
        Scale::Hundred
    };
    reading.scales.set(Column::Score, Some(scale));
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
        return;
    }
    convert(reading, Column::Rating, Scale::Hundred, |v| v > 1.0);
    let scale = if usual > 1.0 {
        Scale::Hundred
    } else {
        Scale::Share
    };
    reading.scales.set(Column::Rating, Some(scale));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::import::centre::File;
    use crate::scenario::import::centre::table::Table;
    use proptest::prelude::*;
    use std::fmt::Write;

    /// An agent's month in our units: calls, seconds of a call, points of a hundred, satisfied share.
    type Ours = (u32, u32, u32, u32);

    /// The same months written in these units; whole steps of each, so that nothing is lost in writing.
    fn written(months: &[Ours], [talk, score, rating]: [Scale; 3]) -> String {
        let mut text = "month,agent,calls,talk,score,csat\n".to_owned();
        for (at, (calls, seconds, points, steps)) in months.iter().enumerate() {
            let (calls, seconds) = (f64::from(*calls), f64::from(*seconds));
            let talk = match talk {
                Scale::Seconds => seconds,
                Scale::Minutes => seconds / 60.0,
                Scale::AllSeconds => seconds * calls,
                _ => seconds * calls / 60.0,
            };
            let on = |scale, share: f64| match scale {
                Scale::Share => share,
                Scale::Five => 1.0 + 4.0 * share,
                Scale::Ten => 10.0 * share,
                _ => 100.0 * share,
            };
            let score = on(score, f64::from(*points) / 100.0);
            let rating = on(rating, f64::from(*steps) / 40.0);
            let _ = writeln!(text, "2024-01,A{at},{calls},{talk},{score},{rating}");
        }
        text
    }

    fn read(text: &str, scales: [Scale; 3]) -> Reading {
        let table = Table::of(text).expect("a table");
        let mut hand = Scales::default();
        for (column, scale) in [Column::Talk, Column::Score, Column::Rating]
            .into_iter()
            .zip(scales)
        {
            hand.set(column, Some(scale));
        }
        table.read(File::Kpi, &table.columns(File::Kpi), &hand)
    }

    fn any(column: Column) -> impl Strategy<Value = Scale> {
        prop::sample::select(Scale::of(column))
    }

    proptest! {
        #[test]
        fn a_file_in_other_units_corrected_by_hand_reads_as_the_same_in_ours(
            months in prop::collection::vec((300..1500_u32, 60..400_u32, 20..=100_u32, 4..=40_u32), 1..30),
            scales in (any(Column::Talk), any(Column::Score), any(Column::Rating)),
        ) {
            let ours = [Scale::Seconds, Scale::Hundred, Scale::Share];
            let theirs = [scales.0, scales.1, scales.2];
            let expected = read(&written(&months, ours), ours);
            let found = read(&written(&months, theirs), theirs);
            prop_assert_eq!(found.problem_count, 0);
            prop_assert_eq!(expected.rows.len(), months.len());
            prop_assert_eq!(found.rows.len(), months.len());
            for (found, expected) in found.rows.iter().zip(&expected.rows) {
                for (found, expected) in found.amounts.iter().zip(&expected.amounts) {
                    let close = match (found, expected) {
                        (Some(found), Some(expected)) => (found - expected).abs() < 1e-9 * (1.0 + expected),
                        (None, None) => true,
                        _ => false,
                    };
                    prop_assert!(close, "{found:?} for {expected:?}");
                }
            }
            for (column, scale) in [Column::Talk, Column::Score, Column::Rating].into_iter().zip(theirs) {
                prop_assert_eq!(found.scales.get(column), Some(scale));
                let by_hand = Note::ByHand { column, scale };
                prop_assert!(found.notes.contains(&by_hand));
            }
        }
    }

    #[test]
    fn a_cell_that_says_its_unit_keeps_it_and_one_off_the_scale_is_listed() {
        let text = "month,agent,calls,talk,score,csat\n2024-01,A1,900,3:05,92%,91%\n2024-01,A2,900,3.5,0.9,4\n2024-01,A3,900,3,90,0.5\n";
        let reading = read(text, [Scale::Minutes, Scale::Share, Scale::Five]);
        let row = |at: usize| {
            let row = &reading.rows[at];
            [Column::Talk, Column::Score, Column::Rating].map(|column| row.amount(column))
        };
        assert_eq!(row(0), [Some(185.0), Some(92.0), Some(0.91)]);
        assert_eq!(row(1), [Some(210.0), Some(90.0), Some(0.75)]);
        assert_eq!(row(2), [Some(180.0), None, None]);
        let off = |problem: &crate::scenario::import::centre::CellProblem| match &problem.kind {
            CellKind::OffScale { found, ends } => Some((problem.line, found.clone(), *ends)),
            _ => None,
        };
        let listed: Vec<_> = reading.problems.iter().filter_map(off).collect();
        assert_eq!(
            listed,
            [
                (4, "90".to_owned(), (0.0, 1.0)),
                (4, "0.5".to_owned(), (1.0, 5.0))
            ]
        );
    }

    #[test]
    fn what_is_guessed_can_be_said() {
        let scales = |text: &str| {
            let table = Table::of(text).expect("a table");
            let columns = table.columns(File::Kpi);
            let found = table.read(File::Kpi, &columns, &Scales::default()).scales;
            [Column::Talk, Column::Score, Column::Rating].map(|column| found.get(column))
        };
        let head = "month,agent,calls,talk,score,csat\n2024-01,A1,900";
        for (cells, expected) in [
            (
                "200,90,0.9",
                [
                    Some(Scale::Seconds),
                    Some(Scale::Hundred),
                    Some(Scale::Share),
                ],
            ),
            (
                "3.5,0.9,92",
                [
                    Some(Scale::Minutes),
                    Some(Scale::Share),
                    Some(Scale::Hundred),
                ],
            ),
            (
                "180000,9,4.5",
                [Some(Scale::AllSeconds), Some(Scale::Ten), None],
            ),
            ("4500,9,4.5", [Some(Scale::Seconds), Some(Scale::Ten), None]),
        ] {
            assert_eq!(scales(&format!("{head},{cells}\n")), expected, "{cells}");
        }
    }
}
