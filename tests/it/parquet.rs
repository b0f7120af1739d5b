//! Promise: `long.parquet` holds what `long.csv` holds. It is read here as the format's own description says,
//! by a reader that knows nothing of the writer.

use crate::command::{check, folder, small};
use std::collections::BTreeMap;
use std::fs;

/// A value of Thrift's compact form.
#[derive(Debug)]
enum Thrift {
    Number(i64),
    Text(String),
    List(Vec<Thrift>),
    Fields(BTreeMap<u64, Thrift>),
}

impl Thrift {
    fn field(&self, id: u64) -> &Thrift {
        match self {
            Thrift::Fields(fields) => &fields[&id],
            other => panic!("no structure: {other:?}"),
        }
    }

    fn has(&self, id: u64) -> bool {
        matches!(self, Thrift::Fields(fields) if fields.contains_key(&id))
    }

    fn number(&self, id: u64) -> usize {
        match self.field(id) {
            Thrift::Number(value) => usize::try_from(*value).expect("not negative"),
            other => panic!("no number: {other:?}"),
        }
    }

    fn list(&self, id: u64) -> &[Thrift] {
        match self.field(id) {
            Thrift::List(values) => values,
            other => panic!("no list: {other:?}"),
        }
    }
}

/// Reads on from a place.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.take(1)[0]
    }

    /// Seven bits a byte, the lowest first.
    fn varint(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    /// Little-endian, in so many bytes.
    fn little(&mut self, bytes: usize) -> u64 {
        let bytes = self.take(bytes).iter().rev();
        bytes.fold(0, |value, byte| value << 8 | u64::from(*byte))
    }

    fn text(&mut self, length: u64) -> String {
        String::from_utf8(self.take(length as usize).to_vec()).expect("UTF-8")
    }

    fn thrift(&mut self, kind: u8) -> Thrift {
        match kind {
            4..=6 => {
                let zigzag = self.varint();
                Thrift::Number((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())
            }
            8 => {
                let length = self.varint();
                Thrift::Text(self.text(length))
            }
            9 => {
                let head = self.byte();
                let short = u64::from(head >> 4);
                let length = if short == 15 { self.varint() } else { short };
                Thrift::List((0..length).map(|_| self.thrift(head & 15)).collect())
            }
            12 => {
                let (mut fields, mut id) = (BTreeMap::new(), 0);
                loop {
                    let head = self.byte();
                    if head == 0 {
                        return Thrift::Fields(fields);
                    }
                    assert!(head >> 4 > 0, "a field far from the last");
                    id += u64::from(head >> 4);
                    fields.insert(id, self.thrift(head & 15));
                }
            }
            other => panic!("a type that is not expected: {other}"),
        }
    }
}

/// What a page holds, its number of values and its encoding.
fn page(file: &[u8], at: usize) -> (Reader<'_>, usize, usize) {
    let mut reader = Reader(&file[at..]);
    let head = reader.thrift(12);
    let inner = head.field(if head.has(5) { 5 } else { 7 });
    let (values, encoding) = (inner.number(1), inner.number(2));
    assert_eq!(head.number(2), head.number(3), "nothing is compressed");
    (Reader(reader.take(head.number(3))), values, encoding)
}

/// A column's values as texts; whole and other numbers as Rust writes them.
fn column(file: &[u8], about: &Thrift) -> Vec<String> {
    let (mut data, values, encoding) = page(file, about.number(9));
    assert_eq!(about.number(5), values, "one page a column");
    match (about.number(1), encoding) {
        (2, 0) => (0..values)
            .map(|_| data.little(8).cast_signed().to_string())
            .collect(),
        (5, 0) => (0..values)
            .map(|_| f64::from_bits(data.little(8)).to_string())
            .collect(),
        (6, 8) => {
            let (mut words, count, encoding) = page(file, about.number(11));
            assert_eq!(encoding, 0, "words are plain");
            let words: Vec<String> = (0..count)
                .map(|_| {
                    let length = words.little(4);
                    words.text(length)
                })
                .collect();
            let bytes = usize::from(data.byte()).div_ceil(8);
            let mut found = Vec::new();
            while found.len() < values {
                let head = data.varint();
                assert_eq!(head & 1, 0, "runs of equal values alone");
                let word = &words[data.little(bytes) as usize];
                found.extend(std::iter::repeat_n(word.clone(), (head >> 1) as usize));
            }
            found
        }
        other => panic!("a type and an encoding that are not expected: {other:?}"),
    }
}

/// Columns by name.
fn read(file: &[u8]) -> Vec<(String, Vec<String>)> {
    let (rest, end) = file.split_at(file.len() - 8);
    assert!(file.starts_with(b"PAR1") && end.ends_with(b"PAR1"));
    let length = Reader(end).little(4) as usize;
    let footer = Reader(&rest[rest.len() - length..]).thrift(12);
    let [group] = footer.list(4) else {
        panic!("one group of rows");
    };
    let columns = group.list(1).iter().map(|chunk| {
        let about = chunk.field(3);
        let [Thrift::Text(name)] = about.list(3) else {
            panic!("a name");
        };
        let values = column(file, about);
        assert_eq!(values.len(), footer.number(3), "{name}: rows");
        (name.clone(), values)
    });
    columns.collect()
}

/// A column of the table for spreadsheets.
fn of_csv(text: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let names: Vec<String> = reader
        .headers()
        .expect("names")
        .iter()
        .map(str::to_owned)
        .collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let of = |at: usize| rows.iter().map(|row| row[at].to_owned()).collect();
    let columns = names.into_iter().enumerate();
    columns.map(|(at, name)| (name, of(at))).collect()
}

/// A sweep has every kind of column: words, whole numbers, amounts, and levers, which are amounts too.
#[test]
fn both_long_tables_hold_the_same_to_the_bit() {
    let place = folder("parquet").join("out").display().to_string();
    let hall = [
        "--vary",
        "appraisal.kpis.call_volume.target_per_day=20,32.5,60",
        "--vary",
        "behaviour.hypotheses.award_reach=wide,exclusive",
        "--set",
        "calendar.working_days_per_year=60",
    ];
    let rest = ["--seed", "7", "--out", &place];
    let words = small(&["sweep", "seed-status-quo"], &[&hall[..], &rest].concat());
    check(&words, b"", 0, &[]);
    let bytes = |name: &str| fs::read(format!("{place}/{name}")).expect(name);
    let text = String::from_utf8(bytes("long.csv")).expect("UTF-8");
    let (found, expected) = (read(&bytes("long.parquet")), of_csv(&text));
    assert!(expected.len() >= 6 && expected[0].1.len() > 100, "a table");
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}
