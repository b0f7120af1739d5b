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

/// With what a spreadsheet takes a cell for a formula, some in the wide form of Chinese keyboards.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that stays what it is: quoted where it must be, and with an apostrophe in front of what would be
/// taken for a formula. Numbers stay numbers.
#[must_use]
pub fn cell(text: &str) -> String {
    let number = || text.trim_end_matches('%').parse::<f64>().is_ok();
    let safe = if text.starts_with(BEGINNINGS) && !number() {
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
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠1", "'＠1"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("-0.5", "-0.5"),
            ("+12%", "+12%"),
            ("-1.5e-7", "-1.5e-7"),
            ("第 1 周", "第 1 周"),
            ("a,b", "\"a,b\""),
        ];
        for (text, expected) in cells {
            assert_eq!(cell(text), expected, "{text}");
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
