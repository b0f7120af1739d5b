//! Columns that line up in a terminal, Chinese signs being two cells wide.

/// Rows under a head; the first column is flush left, the others flush right.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| width(cell)).max().unwrap_or(0);
            widest.max(width(head[column]))
        })
        .collect();
    let mut out = String::new();
    line(&mut out, head.iter().copied(), &widths);
    for row in rows {
        line(&mut out, row.iter().map(String::as_str), &widths);
    }
    out
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>, widths: &[usize]) {
    let mut text = String::new();
    for (column, (cell, wide)) in cells.zip(widths).enumerate() {
        let gap = " ".repeat(wide - width(cell));
        if column == 0 {
            text.push_str(cell);
            text.push_str(&gap);
        } else {
            text.push_str("   ");
            text.push_str(&gap);
            text.push_str(cell);
        }
    }
    out.push_str(text.trim_end());
    out.push('\n');
}

/// Cells that a text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// A text cut to so many cells, for heads of columns.
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out) + 2 >= most {
            break;
        }
        out.push(c);
    }
    out + "…"
}

/// East Asian wide and full-width signs (Unicode's blocks, as far as our texts go).
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_english_columns_line_up() {
        let rows = [
            vec!["放弃率".to_owned(), "2.1%".to_owned()],
            vec!["x".to_owned(), "10%".to_owned()],
        ];
        let text = table(&["指标", "均值"], &rows);
        assert_eq!(cut("放弃率放弃率", 8), "放弃率…");
        assert_eq!(cut("放弃率", 6), "放弃率");
        assert_eq!(text, "指标     均值\n放弃率   2.1%\nx         10%\n");
    }
}
