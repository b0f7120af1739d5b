//! A table as CSV that a spreadsheet opens without running anything in it.

use super::figure::Grid;

/// The table with a byte-order mark, so that spreadsheets see UTF-8; lines end as RFC 4180 has them.
#[must_use]
pub fn text(grid: &Grid) -> String {
    let mut out = String::from('\u{feff}');
    for row in std::iter::once(&grid.head).chain(&grid.rows) {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe in front, numbers apart.
fn cell(text: &str) -> String {
    let number = text.trim_end_matches('%').parse::<f64>().is_ok();
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number;
    let safe = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if safe.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_words_and_numbers_stay_numbers() {
        let cells = [
            ("=1+1", "'=1+1"),
            ("+cmd|x", "'+cmd|x"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("-0.5", "-0.5"),
            ("+12%", "+12%"),
            ("第 1 周", "第 1 周"),
            ("a,b", "\"a,b\""),
        ];
        for (text, expected) in cells {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn a_table_has_its_mark_and_a_line_a_row() {
        let grid = Grid {
            head: vec!["周".into(), "a".into()],
            rows: vec![vec!["1".into(), "2".into()]],
        };
        assert_eq!(text(&grid), "\u{feff}周,a\r\n1,2\r\n");
    }
}
