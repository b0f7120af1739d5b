//! What the targets share: scenarios as JSON, links and workbooks, made from bytes that mean something.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fairfloor::scenario::check::{Problem, problems};
use fairfloor::scenario::field::{Field, Kind, Language};
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::{Scenario, catalogue, read, write};
use fairfloor::view::problem;
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::{Map, Value as Json};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Both languages, so that every sentence is made.
pub const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Says each problem in both languages.
pub fn say(found: &[Problem]) {
    for problem in found {
        for language in LANGUAGES {
            assert!(!problem::problem(problem, language).is_empty());
        }
    }
}

/// What was read: accepted scenarios have a plan and come back from a file, refused ones say why.
pub fn judge(scenario: &Scenario, found: &[Problem]) {
    say(found);
    assert_eq!(problems(scenario).is_empty(), Plan::new(scenario).is_ok());
    if found.is_empty() {
        assert!(problems(scenario).is_empty());
    }
    let (back, _) = read::read(&write::write_text(scenario), &Scenario::default());
    assert_eq!(&back, scenario);
}

/// A value for a field: mostly one that it may have, sometimes one of another kind.
fn value(field: &Field, u: &mut Unstructured) -> Result<Json> {
    if u.ratio(1, 8)? {
        return Ok(match u.int_in_range(0..=9)? {
            0 => Json::Null,
            1 => Json::from(u.arbitrary::<bool>()?),
            2 => Json::from(u.arbitrary::<u64>()?),
            3 => Json::from(u.arbitrary::<i64>()?),
            4 => Json::from(f64::from_bits(u.arbitrary()?)),
            5 => Json::from(u.arbitrary::<&str>()?),
            6 => Json::Array(vec![Json::from(1); u.int_in_range(0..=60)?]),
            7 => Json::Object(Map::new()),
            8 => Json::from(f64::MIN_POSITIVE),
            _ => Json::from(-0.0),
        });
    }
    let share = f64::from(u.arbitrary::<u16>()?) / f64::from(u16::MAX);
    Ok(match field.kind {
        Kind::Number { min, max, .. } => Json::from(min + share * (max - min)),
        Kind::Whole { min, max } => {
            // Sizes are left to the model's own tests: a hall of thousands only takes its time.
            Json::from(u.int_in_range(min..=max.min(100).max(min))?)
        }
        Kind::Switch => Json::from(u.arbitrary::<bool>()?),
        Kind::Choice(options) => Json::from(u.choose(options)?.id),
        Kind::Series { len } => {
            let most = [1.0, 1e9, 1e-300][u.int_in_range(0..=2)?];
            let one = |u: &mut Unstructured| {
                Ok(Json::from(f64::from(u.arbitrary::<u8>()?) / 255.0 * most))
            };
            Json::Array((0..len).map(|_| one(u)).collect::<Result<_>>()?)
        }
        Kind::Words { .. } => Json::from(u.arbitrary::<&str>()?),
    })
}

/// Some fields of a scenario as the tree that a file holds.
pub fn tree(u: &mut Unstructured) -> Result<Map<String, Json>> {
    let fields: Vec<&Field> = catalogue().collect();
    let mut tree = Map::new();
    for _ in 0..u.int_in_range(0..=24)? {
        let field = u.choose(&fields)?;
        let value = value(field, u)?;
        let mut path: Vec<&str> = field.path.split('.').collect();
        if u.ratio(1, 16)? {
            path.truncate(u.int_in_range(1..=path.len())?);
        }
        if u.ratio(1, 16)? {
            path.push(u.arbitrary()?);
        }
        put(&mut tree, &path, value);
    }
    Ok(tree)
}

fn put(tree: &mut Map<String, Json>, path: &[&str], value: Json) {
    match path {
        [] => {}
        [last] => {
            tree.insert((*last).to_owned(), value);
        }
        [first, rest @ ..] => {
            let inner = tree
                .entry(*first)
                .or_insert_with(|| Json::Object(Map::new()));
            if let Json::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

/// A link whose checksum is right, whatever is in it.
pub fn link(prefix: &str, content: &[u8]) -> String {
    let packed = compress_to_vec_zlib(content, 1);
    format!("{prefix}~{}", URL_SAFE_NO_PAD.encode(packed))
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>"#;

/// A workbook of the parts that bytes hold, separated by zeros: the sheet, and where they are there its
/// shared texts, its styles and its list of sheets.
pub fn workbook(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut part = |usual: &'static str| match parts.next() {
        Some(given) if !given.is_empty() => given,
        _ => usual.as_bytes(),
    };
    let sheet = part("<worksheet/>");
    let shared = part("<sst/>");
    let files: [(&str, &[u8]); 7] = [
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", shared),
        ("xl/styles.xml", part(STYLES)),
        ("xl/workbook.xml", part(BOOK)),
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        writer.start_file(name, stored).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}
