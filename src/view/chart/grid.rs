//! A grid of cells from pale to dark: a map over two numbers, or who had what in which month.

use super::{Drawing, Mark, through};
use crate::view::finding::Table;

/// Classes from pale to dark, for the stylesheet.
const SHADES: [&str; 6] = [
    "shade-0", "shade-1", "shade-2", "shade-3", "shade-4", "shade-5",
];

/// A grid with names on its sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Above the grid.
    pub title: String,
    /// Names of the columns; empty ones are not written.
    pub columns: Vec<String>,
    /// Names of the rows, from above.
    pub rows: Vec<String>,
    /// Shares between 0 and 1 by row; None stays empty.
    pub cells: Vec<Vec<Option<f64>>>,
}

/// Number of the shade of a share.
#[must_use]
pub fn shade(share: f64) -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let shade = (share.clamp(0.0, 1.0) * SHADES.len() as f64) as usize;
    shade.min(SHADES.len() - 1)
}

impl Grid {
    /// Draws it in this width; rows are `tall` high. The table that says the same is read cell by cell.
    #[must_use]
    pub fn draw(&self, width: f64, tall: f64, table: &Table) -> Drawing {
        let (left, top, bottom) = ((width * 0.3).min(170.0), 30.0, 26.0);
        #[allow(clippy::cast_precision_loss)]
        let wide = (width - left) / self.columns.len().max(1) as f64;
        #[allow(clippy::cast_precision_loss)]
        let height = top + self.rows.len() as f64 * tall + bottom;
        let text = |x, y, anchor, class, text: &String| Mark::Text {
            x,
            y,
            anchor,
            class,
            text: text.clone(),
        };
        let mut marks = vec![text(0.0, 16.0, "start", "axis-title", &self.title)];
        let mut y = top;
        for (row, (name, cells)) in self.rows.iter().zip(&self.cells).enumerate() {
            if !name.is_empty() {
                marks.push(text(left - 8.0, y + tall / 2.0 + 4.0, "end", "tick", name));
            }
            let mut x = left;
            for (column, cell) in cells.iter().enumerate() {
                marks.extend(stop(table, (row, column), (x + wide / 2.0, y + tall / 2.0)));
                if let Some(share) = cell {
                    let (right, low) = (x + wide - 1.0, y + tall - 1.0);
                    let path = through(&[(x, y), (right, y), (right, low), (x, low)]);
                    marks.push(Mark::Area {
                        path: path + "Z",
                        class: SHADES[shade(*share)],
                    });
                }
                x += wide;
            }
            y += tall;
        }
        let mut x = left + wide / 2.0;
        for name in &self.columns {
            if !name.is_empty() {
                marks.push(text(x, height - 8.0, "middle", "tick", name));
            }
            x += wide;
        }
        Drawing {
            width,
            height,
            marks,
        }
    }
}

/// What is read in a cell; nothing where the table's is empty.
fn stop(table: &Table, (row, column): (usize, usize), (x, y): (f64, f64)) -> Option<Mark> {
    let cells = table.rows.get(row)?;
    let said = [
        cells.first()?,
        table.head.get(column + 1)?,
        cells.get(column + 1)?,
    ];
    let says = said.map(String::as_str).join(" · ");
    (!said[2].is_empty()).then_some(Mark::Stop { x, y, says })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filled_cell_is_drawn_once() {
        let grid = Grid {
            title: "t".to_owned(),
            columns: vec![String::new(); 3],
            rows: vec!["a".to_owned(), String::new()],
            cells: vec![vec![Some(0.0), None, Some(1.0)], vec![Some(0.5); 3]],
        };
        let words = |of: [&str; 4]| of.map(str::to_owned).to_vec();
        let table = Table {
            title: String::new(),
            head: words(["", "i", "j", "k"]),
            rows: vec![words(["a", "0", "", "1"]), words(["b", "", "", ""])],
        };
        let drawing = grid.draw(400.0, 12.0, &table);
        let read = crate::view::figure::Readable::of(drawing.clone());
        let says: Vec<&str> = read.stops.iter().map(|stop| stop.says.as_str()).collect();
        assert_eq!(says, ["a · i · 0", "a · k · 1"]);
        let areas = drawing
            .marks
            .iter()
            .filter(|m| matches!(m, Mark::Area { .. }));
        assert_eq!(areas.count(), 5);
        assert_eq!((shade(0.0), shade(0.5), shade(1.0)), (0, 3, 5));
    }
}
