//! Promise: an Excel workbook is read like the text that it holds, and a trap is refused.

use crate::command::{check, folder};
use serde_json::Value as Json;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A cell: a text, a number, or a number of days shown as a date, a time or a length of time.
enum Cell {
    Text(&'static str),
    Number(f64),
    Date(f64),
    Time(f64),
    Length(f64),
}

fn letters(column: usize) -> char {
    char::from(b'A' + column as u8)
}

fn sheet(rows: &[Vec<Cell>]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    for (number, row) in rows.iter().enumerate() {
        let number = number + 1;
        let _ = write!(xml, "<row r=\"{number}\">");
        for (column, cell) in row.iter().enumerate() {
            let at = format!("{}{number}", letters(column));
            let _ = match cell {
                Cell::Text(text) => write!(
                    xml,
                    "<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                ),
                Cell::Number(value) => write!(xml, "<c r=\"{at}\"><v>{value}</v></c>"),
                Cell::Date(value) => write!(xml, "<c r=\"{at}\" s=\"1\"><v>{value}</v></c>"),
                Cell::Time(value) => write!(xml, "<c r=\"{at}\" s=\"2\"><v>{value}</v></c>"),
                Cell::Length(value) => write!(xml, "<c r=\"{at}\" s=\"3\"><v>{value}</v></c>"),
            };
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

/// A workbook with these sheets, as small as Excel takes it.
fn workbook(sheets: &[String]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let (mut names, mut links) = (String::new(), String::new());
    for number in 1..=sheets.len() {
        let _ = write!(
            names,
            "<sheet name=\"S{number}\" sheetId=\"{number}\" r:id=\"r{number}\"/>"
        );
        let _ = write!(
            links,
            "<Relationship Id=\"r{number}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[h]:mm:ss\"/></numFmts>\
         <cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"21\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    );
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"w\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{names}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{package}/relationships\">{links}<Relationship Id=\"st\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml".to_owned(), styles),
    ];
    for (number, sheet) in sheets.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/sheet{}.xml", number + 1),
            sheet.clone(),
        ));
    }
    packed(&parts)
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(name.as_str(), options).expect("memory");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// 5 March 2024 in Excel's days.
const DAY: f64 = 45_356.0;

/// Calls with a date, a time, a length as seconds and one as a length of time.
fn calls() -> (String, String) {
    let mut text = "日期,呼入时间,等待时长,结果,通话时长,坐席\n".to_owned();
    let heads = ["日期", "呼入时间", "等待时长", "结果", "通话时长", "坐席"];
    let mut rows = vec![vec![Cell::Text("通话明细")], heads.map(Cell::Text).into()];
    for call in 0..40 {
        let (second, wait, talk) = (32_400 + 97 * call, call * 7 % 50, 20 + call * 31 % 400);
        let (h, m, s) = (second / 3600, second / 60 % 60, second % 60);
        let answered = call % 4 != 0;
        let _ = write!(text, "2024-03-05,{h}:{m:02}:{s:02},{wait},");
        let mut row = vec![
            Cell::Date(DAY),
            Cell::Time(f64::from(second) / 86_400.0),
            Cell::Number(f64::from(wait)),
        ];
        if answered {
            let _ = writeln!(text, "接通,{talk},A1");
            row.push(Cell::Text("接通"));
            row.push(Cell::Length(f64::from(talk) / 86_400.0));
            row.push(Cell::Text("A1"));
        } else {
            text.push_str("放弃,,\n");
            row.push(Cell::Text("放弃"));
        }
        rows.push(row);
    }
    (text, sheet(&rows))
}

fn without_name(mut json: Json) -> Json {
    if let Some(scenario) = json["scenario"].as_object_mut() {
        scenario.remove("name");
    }
    json
}

#[test]
fn a_workbook_says_what_its_text_says() {
    let (text, sheet_of_calls) = calls();
    let notes = sheet(&[vec![Cell::Text("说明")], vec![Cell::Text("第二张表")]]);
    let folder = folder("workbook");
    let path = folder.join("calls.xlsx");
    fs::write(&path, workbook(&[notes, sheet_of_calls])).expect("a folder");
    let path = path.to_string_lossy();
    let json = |file: &str, input: &[u8]| {
        let said = check(&["fit", file, "--format", "json"], input, 0, &[]);
        without_name(said.json())
    };
    let (from_text, from_workbook) = (json("-", text.as_bytes()), json(&path, b""));
    assert_eq!(from_workbook["offered"], 40);
    assert_eq!(from_text, from_workbook);
    check(
        &["run", "seed-erg", "--demand", &path, "--replications", "1"],
        b"",
        0,
        &["2024-03-05"],
    );
}

#[test]
fn wrong_rows_are_named_by_their_number_in_the_sheet() {
    let heads = ["date", "start", "offered"].map(Cell::Text);
    let good = |half_hour: f64| {
        vec![
            Cell::Date(DAY),
            Cell::Time(half_hour / 48.0),
            Cell::Number(9.0),
        ]
    };
    let rows = [
        Vec::from(heads),
        good(18.0),
        vec![],
        vec![Cell::Date(DAY), Cell::Time(0.4), Cell::Text("many")],
        good(20.0),
    ];
    let book = workbook(&[sheet(&rows)]);
    check(&["fit", "-"], &book, 0, &["4", "many"]);
}

/// Found by fuzzing, and by reading what it found.
#[test]
fn cells_that_claim_to_stand_where_no_spreadsheet_ends_are_passed_over() {
    let rows = [
        Vec::from(["date", "start", "offered"].map(Cell::Text)),
        vec![Cell::Date(DAY), Cell::Time(0.4), Cell::Number(9.0)],
    ];
    let json = |more: &str| {
        let far = sheet(&rows).replace("</sheetData>", &format!("{more}</sheetData>"));
        check(&["fit", "-", "--format", "json"], &workbook(&[far]), 0, &[]).json()
    };
    let plain = json("");
    assert_eq!(plain["offered"], 9);
    for name in ["C4000000000", "C1048577", &format!("{}3", "T".repeat(100))] {
        let row = format!("<row r=\"3\"><c r=\"{name}\"><v>7</v></c></row>");
        assert_eq!(json(&row), plain, "{name}");
    }
}

#[test]
fn a_trap_and_a_damaged_file_are_refused_with_the_remedy() {
    // Half a gigabyte of the same sign packs to half a megabyte.
    let huge = (
        "xl/worksheets/sheet1.xml".to_owned(),
        "a".repeat(450_000_000),
    );
    let trap = packed(&[huge]);
    assert!(trap.len() < 1_000_000);
    check(&["fit", "-"], &trap, 2, &["400 MB", "CSV"]);
    check(&["fit", "-"], b"PK\x03\x04 and then nothing", 2, &["CSV"]);
}
