//! Where each constant may lie within its range, drawn.

use super::short;
use crate::scenario::field::Language;
use crate::scenario::find;
use crate::study::own::posterior::{Constant, Posterior};
use crate::study::own::{ASKED, Calibration, assumption, range};
use crate::view::chart::scale::Scale;
use crate::view::chart::{Drawing, Mark, between, through};
use crate::view::figure::{Figure, Grid, Readable};
use crate::view::finding::Table;
use crate::view::number;
use crate::view::words::centre as words;
use std::rc::Rc;

const EACH: f64 = 28.0;
/// Below this width a constant's words stand above its range.
const NARROW: f64 = 560.0;
const NARROW_EACH: f64 = 48.0;
const TOP: f64 = 34.0;

fn grid(table: Table) -> Grid {
    Grid {
        head: table.head,
        rows: table.rows,
    }
}

pub(super) fn text(
    x: f64,
    y: f64,
    anchor: &'static str,
    class: &'static str,
    text: String,
) -> Mark {
    Mark::Text {
        x,
        y,
        anchor,
        class,
        text,
    }
}

/// Where the constants may lie; the same as a table is given.
#[must_use]
pub fn constants(
    asked: &Calibration,
    found: &Posterior,
    table: Table,
    language: Language,
) -> Figure {
    let rows: Vec<Place> = (0..ASKED.len())
        .map(|k| place(asked, k, found.constants[k], language))
        .collect();
    Figure {
        id: "constants",
        caption: words::CONSTANTS.get(language).to_owned(),
        note: words::CONSTANTS_NOTE.get(language).to_owned(),
        foot: String::new(),
        grid: grid(table),
        draw: Rc::new(move |width| Readable::of(ranges(&rows, language, width))),
    }
}

/// One constant as it is drawn: places 0–1 within its range, and words.
struct Place {
    label: String,
    assumed: f64,
    found: Constant,
    note: String,
    says: String,
}

fn place(asked: &Calibration, k: usize, found: Constant, language: Language) -> Place {
    let (low, high) = range(ASKED[k]);
    let value = |place: f64| short(low + place * (high - low));
    let assumed = assumption(asked.scenario(), ASKED[k]);
    let label = find(ASKED[k]).map_or(ASKED[k], |field| field.label.get(language));
    let interval = number::between(&value(found.most.0), &value(found.most.1), language);
    let median = value(found.median);
    let note = if found.told {
        format!("{median} ({interval})")
    } else {
        words::SILENT.get(language).to_owned()
    };
    let (assumed_is, of_ninety) = (words::ASSUMED.get(language), words::NINETY.get(language));
    Place {
        assumed: ((assumed - low) / (high - low)).clamp(0.0, 1.0),
        says: format!(
            "{label} · {median} · {of_ninety} {interval} · {assumed_is} {}{}",
            short(assumed),
            if found.told {
                String::new()
            } else {
                format!(" · {note}")
            }
        ),
        label: label.to_owned(),
        found,
        note,
    }
}

fn ranges(rows: &[Place], language: Language, width: f64) -> Drawing {
    let narrow = width < NARROW;
    let (left, right, each) = if narrow {
        (8.0, 8.0, NARROW_EACH)
    } else {
        ((width * 0.34).min(250.0), (width * 0.24).min(170.0), EACH)
    };
    let scale = Scale {
        domain: (0.0, 1.0),
        range: (left, width - right),
    };
    let mut marks = vec![
        text(
            left,
            16.0,
            "start",
            "tick",
            words::LOWEST.get(language).to_owned(),
        ),
        text(
            width - right,
            16.0,
            "end",
            "tick",
            words::HIGHEST.get(language).to_owned(),
        ),
    ];
    let mut top = TOP;
    for row in rows {
        let (y, base) = if narrow {
            (top + 32.0, top + 15.0)
        } else {
            (top + EACH / 2.0, top + EACH / 2.0 + 4.0)
        };
        let across = |from: f64, to: f64| through(&[(scale.at(from), y), (scale.at(to), y)]);
        let told = row.found.told;
        let class = |yes: &'static str, no: &'static str| if told { yes } else { no };
        marks.push(text(
            0.0,
            base,
            "start",
            class("row-label", "row-note"),
            row.label.clone(),
        ));
        marks.push(Mark::Line {
            path: across(0.0, 1.0),
            class: "grid",
        });
        let (from, to) = (scale.at(row.found.half.0), scale.at(row.found.half.1));
        marks.push(Mark::Area {
            path: between(
                &[(from, y - 7.0), (to, y - 7.0)],
                &[(from, y + 7.0), (to, y + 7.0)],
            ),
            class: class("range-bar", "silent-bar"),
        });
        marks.push(Mark::Line {
            path: across(row.found.most.0, row.found.most.1),
            class: class("whisker", "silent-line"),
        });
        let assumed = scale.at(row.assumed);
        marks.push(Mark::Line {
            path: through(&[(assumed, y - 9.0), (assumed, y + 9.0)]),
            class: "assumed",
        });
        let x = scale.at(row.found.median);
        marks.push(Mark::Stop {
            x,
            y,
            says: row.says.clone(),
        });
        marks.push(Mark::Dot {
            x,
            y,
            r: 4.5,
            class: class("series-a", "few"),
        });
        marks.push(text(width, base, "end", "row-note", row.note.clone()));
        top += each;
    }
    Drawing {
        width,
        height: top + 8.0,
        marks,
    }
}
