//! Promise: an export of single calls is read in every hand, and serves wherever half-hours do.

use fairfloor::scenario::Scenario;
use fairfloor::scenario::import::calls::Log;
use fairfloor::scenario::import::columns::Column;
use fairfloor::scenario::import::{
    Export, ExportRows, Import, Note, Refusal, RowKind, calls, half_hours, read,
};
use std::env;
use std::fs;
use std::path::PathBuf;

fn log(text: &str) -> (Import, Log) {
    let (import, export) = read(text);
    match export {
        Some(Export {
            rows: ExportRows::Calls(log),
            ..
        }) => (import, log),
        other => panic!("{other:?}: {import:?}"),
    }
}

/// A file of the folder of real data, which the project carries no copy of. Tests that need it are ignored
/// unless they are asked for, which `cargo xtask test` does where the folder is there.
pub fn real_data(name: &str) -> String {
    let folder = env::var_os("FAIRFLOOR_DATA")
        .map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

#[test]
fn the_same_calls_in_every_hand_are_the_same() {
    let (import, expected) = log(
        "date,arrived,call_type,waited_seconds,outcome,served_seconds,agent\n\
         2024-03-05,09:00:05,fee,75,answered,185,A1\n\
         2024-03-05,09:31:00,form,10,abandoned,,\n",
    );
    assert_eq!(import.problem_count, 0, "{:?}", import.problems);
    assert_eq!(expected.calls[0].second, 32_405);
    assert_eq!(expected.calls[0].waited, Some(75.0));
    assert_eq!(expected.calls[0].served, Some(185.0));
    assert_eq!(expected.calls[0].agent, Some(0));
    assert!(!expected.calls[1].answered && expected.calls[1].served.is_none());
    assert_eq!(expected.kinds, ["", "fee", "form"]);
    for text in [
        "\u{feff}日期,呼入时间,业务类型,等待时长,结果,通话时长,坐席\r\n\
         2024年3月5日,09:00:05,fee,1:15,接通,00:03:05,A1\r\n\
         2024年3月5日,09:31:00,form,0:10,放弃,,\r\n",
        "通话明细;;;;;\n进线时间;是否接通;技能组;排队时长（秒）;通话秒数;工号\n\
         2024/3/5 9:00:05;是;fee;75;185;A1\n2024/3/5 9:31:00;否;form;10;-;-\n",
        "Timestamp\tStatus\tQueue Time\tDuration\tAgent ID\tSkill\n\
         2024-03-05T09:00:05\tHandled\t1分15秒\t185s\tA1\tfee\n\
         2024-03-05T09:31:00\tMissed\t10\t\t\tform\n",
    ] {
        let (import, found) = log(text);
        assert_eq!(import.problem_count, 0, "{:?}", import.problems);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn wrong_rows_of_calls_are_named() {
    let column = Column::Waited;
    let found = "long".to_owned();
    for (row, expected, calls) in [
        (",09:00,5,answered,9", RowKind::MissingDate, 1),
        (
            "2024-02-30,09:00,5,answered,9",
            RowKind::ImpossibleDate {
                found: "2024-02-30".to_owned(),
            },
            1,
        ),
        (
            "2024-03-05,9h,5,answered,9",
            RowKind::ImpossibleTime {
                found: "9h".to_owned(),
            },
            1,
        ),
        (
            "2024-03-05,09:00,5,so-so,9",
            RowKind::UnknownOutcome {
                found: "so-so".to_owned(),
            },
            1,
        ),
        (
            "2024-03-05,09:00,long,answered,9",
            RowKind::NotADuration { column, found },
            2,
        ),
        (
            "2024-03-05,09:00,-5,answered,9",
            RowKind::NotADuration {
                column,
                found: "-5".to_owned(),
            },
            2,
        ),
    ] {
        let (import, log) = log(&format!(
            "date,arrived,waited,outcome,served\n\n2024-03-05,9:00,1,answered,50\n{row}\n"
        ));
        let found: Vec<_> = import.problems.iter().map(|p| (p.line, &p.kind)).collect();
        assert_eq!(found, [(4, &expected)], "{row}");
        assert_eq!(log.calls.len(), calls, "{row}");
    }
}

#[test]
fn what_is_no_offered_call_is_counted_apart() {
    let (import, log) = log("arrived,outcome\n2024-03-05 9:00,answered\n\
         2024-03-05 9:01,hung_up_in_menu\n2024-03-05 9:02,phantom\n");
    assert_eq!(log.calls.len(), 1);
    assert_eq!(import.notes, [Note::NotOffered { rows: 2 }]);
    assert_eq!(import.problem_count, 0);
}

#[test]
fn too_little_says_what_is_missing() {
    let import = half_hours("arrived,agent,waited\n2024-03-05 9:00,A1,5\n");
    let missing = vec![Column::Outcome];
    let found = ["arrived", "agent", "waited"].map(str::to_owned).to_vec();
    assert_eq!(import.refusal, Some(Refusal::NoHeader { missing, found }));
    let import = half_hours("arrived,outcome\n2024-03-05 9:00,phantom\n");
    assert_eq!(import.refusal, Some(Refusal::NoCalls));
    let long = format!("arrived,outcome\n{}", " ".repeat(calls::LONGEST_TEXT));
    let limit = calls::LONGEST_TEXT;
    let bytes = long.len();
    assert_eq!(
        half_hours(&long).refusal,
        Some(Refusal::TooLarge { bytes, limit })
    );
}

#[test]
#[ignore = "needs FAIRFLOOR_DATA"]
fn the_banks_calls_and_its_half_hours_are_the_same_demand() {
    let bank = |part: &str| half_hours(&real_data(&format!("anonymous-bank-1999-08-{part}.csv")));
    let (calls, counts) = (bank("calls"), bank("halfhour"));
    assert_eq!(calls.problem_count, 0, "{:?}", calls.problems);
    let (calls, counts) = (calls.demand.expect("calls"), counts.demand.expect("counts"));
    assert_eq!(calls.profile, counts.profile);
    assert_eq!(calls.calls_per_day, counts.calls_per_day);
    let of = |demand: &fairfloor::scenario::import::HalfHours| {
        let mut scenario = Scenario::standard();
        demand.apply(&mut scenario);
        scenario
    };
    assert_eq!(of(&calls), of(&counts));
}
