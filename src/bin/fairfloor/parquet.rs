//! A table as a Parquet file: one row group, dictionary-coded texts, plain numbers, nothing compressed.
//!
//! The usual crate switches on the standard library's mathematics in num-traits, which would change
//! results between platforms (see ARCHITECTURE.md). What a long table needs of the format is little:
//! required columns, three types, two encodings, and a footer in Thrift's compact form.

use crate::long::{Column, Table};

const MAGIC: &[u8] = b"PAR1";
/// Numbers of the format's own lists.
const INT64: i64 = 2;
const DOUBLE: i64 = 5;
const BYTE_ARRAY: i64 = 6;
const PLAIN: i64 = 0;
const RLE: i64 = 3;
const RLE_DICTIONARY: i64 = 8;
const DATA_PAGE: i64 = 0;
const DICTIONARY_PAGE: i64 = 2;

/// The whole file.
pub fn file(table: &Table) -> Vec<u8> {
    let rows = table.first().map_or(0, |(_, column)| length(column));
    let mut out = MAGIC.to_vec();
    let written: Vec<Written> = table
        .iter()
        .map(|(_, column)| write_column(&mut out, column, rows))
        .collect();
    let start = out.len();
    footer(&mut out, table, &written, rows);
    let size = u32::try_from(out.len() - start).unwrap_or(u32::MAX);
    out.extend(size.to_le_bytes());
    out.extend(MAGIC);
    out
}

/// Where a column stands in the file.
struct Written {
    dictionary_at: Option<usize>,
    data_at: usize,
    bytes: usize,
}

fn length(column: &Column) -> usize {
    match column {
        Column::Text(v) => v.len(),
        Column::Whole(v) => v.len(),
        Column::Number(v) => v.len(),
    }
}

fn write_column(out: &mut Vec<u8>, column: &Column, rows: usize) -> Written {
    let start = out.len();
    let mut dictionary_at = None;
    let (data, encoding) = match column {
        Column::Whole(values) => {
            let bytes = values.iter().flat_map(|v| v.to_le_bytes()).collect();
            (bytes, PLAIN)
        }
        Column::Number(values) => {
            let bytes = values.iter().flat_map(|v| v.to_le_bytes()).collect();
            (bytes, PLAIN)
        }
        Column::Text(values) => {
            let (words, places) = dictionary(values);
            let mut page = Vec::new();
            for word in &words {
                page.extend(u32::try_from(word.len()).unwrap_or(u32::MAX).to_le_bytes());
                page.extend(word.as_bytes());
            }
            dictionary_at = Some(start);
            write_page(out, DICTIONARY_PAGE, &page, words.len(), PLAIN);
            (runs(&places, words.len()), RLE_DICTIONARY)
        }
    };
    let data_at = out.len();
    write_page(out, DATA_PAGE, &data, rows, encoding);
    Written {
        dictionary_at,
        data_at,
        bytes: out.len() - start,
    }
}

/// The different texts in the order of their coming, and each row's place among them.
fn dictionary(values: &[String]) -> (Vec<&str>, Vec<usize>) {
    let mut known = std::collections::BTreeMap::new();
    let mut words: Vec<&str> = Vec::new();
    let places = values
        .iter()
        .map(|value| {
            *known.entry(value.as_str()).or_insert_with(|| {
                words.push(value);
                words.len() - 1
            })
        })
        .collect();
    (words, places)
}

/// Places as runs of equal ones: width in bits, then for each run its length and its value.
fn runs(places: &[usize], words: usize) -> Vec<u8> {
    let width = usize::BITS - words.saturating_sub(1).leading_zeros();
    let width = width.max(1);
    #[allow(clippy::cast_possible_truncation, reason = "at most 64")]
    let mut out = vec![width as u8];
    for run in places.chunk_by(|a, b| a == b) {
        varint(&mut out, (run.len() as u64) << 1);
        out.extend(&run[0].to_le_bytes()[..width.div_ceil(8) as usize]);
    }
    out
}

fn write_page(out: &mut Vec<u8>, kind: i64, data: &[u8], values: usize, encoding: i64) {
    let mut head = Thrift::default();
    head.int(1, kind);
    head.int(2, whole(data.len()));
    head.int(3, whole(data.len()));
    head.open(if kind == DATA_PAGE { 5 } else { 7 });
    head.int(1, whole(values));
    head.int(2, encoding);
    if kind == DATA_PAGE {
        // Required columns have no levels, yet their encoding must be named.
        head.int(3, RLE);
        head.int(4, RLE);
    }
    head.close();
    head.end();
    out.extend(head.bytes);
    out.extend(data);
}

fn footer(out: &mut Vec<u8>, table: &Table, written: &[Written], rows: usize) {
    let mut foot = Thrift::default();
    foot.int(1, 1);
    foot.list(2, table.len() + 1);
    foot.element();
    foot.text(4, "fairfloor");
    foot.int(5, whole(table.len()));
    foot.close();
    for (name, column) in table {
        foot.element();
        foot.int(1, kind(column));
        foot.int(3, 0);
        foot.text(4, name);
        if matches!(column, Column::Text(_)) {
            foot.int(6, 0);
        }
        foot.close();
    }
    foot.long(3, rows);
    foot.list(4, 1);
    foot.element();
    foot.list(1, table.len());
    for ((name, column), at) in table.iter().zip(written) {
        foot.element();
        foot.long(2, at.dictionary_at.unwrap_or(at.data_at));
        foot.open(3);
        foot.int(1, kind(column));
        let encodings: &[i64] = match column {
            Column::Text(_) => &[PLAIN, RLE_DICTIONARY],
            Column::Whole(_) | Column::Number(_) => &[PLAIN],
        };
        foot.ints(2, encodings);
        foot.texts(3, &[name]);
        foot.int(4, 0);
        foot.long(5, rows);
        foot.long(6, at.bytes);
        foot.long(7, at.bytes);
        foot.long(9, at.data_at);
        if let Some(dictionary_at) = at.dictionary_at {
            foot.long(11, dictionary_at);
        }
        foot.close();
        foot.close();
    }
    foot.long(2, written.iter().map(|at| at.bytes).sum());
    foot.long(3, rows);
    foot.close();
    foot.text(6, &format!("fairfloor {}", fairfloor::VERSION));
    foot.end();
    out.extend(foot.bytes);
}

fn kind(column: &Column) -> i64 {
    match column {
        Column::Text(_) => BYTE_ARRAY,
        Column::Whole(_) => INT64,
        Column::Number(_) => DOUBLE,
    }
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the low seven bits are meant"
        )]
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    #[allow(clippy::cast_possible_truncation, reason = "below 128")]
    out.push(value as u8);
}

/// Thrift's compact form, as far as Parquet's heads use it.
#[derive(Default)]
struct Thrift {
    bytes: Vec<u8>,
    /// Last field of each open structure; the innermost last.
    outer: Vec<u8>,
    last: u8,
}

/// Types of the compact form.
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

impl Thrift {
    fn field(&mut self, id: u8, kind: u8) {
        self.bytes.push((id - self.last) << 4 | kind);
        self.last = id;
    }

    fn number(&mut self, value: i64) {
        let zigzag = (value << 1) ^ (value >> 63);
        varint(&mut self.bytes, zigzag.cast_unsigned());
    }

    fn int(&mut self, id: u8, value: i64) {
        self.field(id, I32);
        self.number(value);
    }

    fn long(&mut self, id: u8, value: usize) {
        self.field(id, I64);
        self.number(whole(value));
    }

    fn plain(&mut self, text: &str) {
        varint(&mut self.bytes, text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    fn text(&mut self, id: u8, text: &str) {
        self.field(id, BINARY);
        self.plain(text);
    }

    fn head(&mut self, id: u8, length: usize, kind: u8) {
        self.field(id, LIST);
        match u8::try_from(length) {
            Ok(short) if short < 15 => self.bytes.push(short << 4 | kind),
            Ok(_) | Err(_) => {
                self.bytes.push(0xf0 | kind);
                varint(&mut self.bytes, length as u64);
            }
        }
    }

    /// A list of structures, each written between [`Thrift::element`] and [`Thrift::close`].
    fn list(&mut self, id: u8, length: usize) {
        self.head(id, length, STRUCT);
    }

    fn ints(&mut self, id: u8, values: &[i64]) {
        self.head(id, values.len(), I32);
        for value in values {
            self.number(*value);
        }
    }

    fn texts(&mut self, id: u8, values: &[&str]) {
        self.head(id, values.len(), BINARY);
        for value in values {
            self.plain(value);
        }
    }

    fn open(&mut self, id: u8) {
        self.field(id, STRUCT);
        self.element();
    }

    fn element(&mut self) {
        self.outer.push(self.last);
        self.last = 0;
    }

    fn close(&mut self) {
        self.end();
        self.last = self.outer.pop().unwrap_or(0);
    }

    fn end(&mut self) {
        self.bytes.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_runs_are_packed_as_the_format_says() {
        let mut out = Vec::new();
        varint(&mut out, 300);
        assert_eq!(out, [0xac, 0x02]);
        // Two words take one bit: two of the first, three of the second.
        assert_eq!(runs(&[0, 0, 1, 1, 1], 2), [1, 4, 0, 6, 1]);
        // 300 words take nine bits, so that a value is two bytes.
        assert_eq!(runs(&[299], 300), [9, 2, 0x2b, 0x01]);
        let mut thrift = Thrift::default();
        thrift.int(1, -1);
        thrift.long(4, 64);
        thrift.text(5, "ab");
        assert_eq!(thrift.bytes, [0x15, 1, 0x36, 0x80, 1, 0x18, 2, b'a', b'b']);
    }

    #[test]
    fn a_file_begins_and_ends_as_it_must_and_its_footer_is_where_it_says() {
        let table: Table = vec![
            (
                "metric".to_owned(),
                Column::Text(vec!["a".to_owned(), "b".to_owned()]),
            ),
            ("replication".to_owned(), Column::Whole(vec![0, 1])),
            ("value".to_owned(), Column::Number(vec![0.5, f64::MAX])),
        ];
        let bytes = file(&table);
        assert!(bytes.starts_with(MAGIC) && bytes.ends_with(MAGIC));
        let size = bytes.len();
        let foot = u32::from_le_bytes(bytes[size - 8..size - 4].try_into().expect("four"));
        // The footer begins with field 1, an int: version 1 as zigzag.
        assert_eq!(bytes[size - 8 - foot as usize..][..2], [0x15, 2]);
    }
}
