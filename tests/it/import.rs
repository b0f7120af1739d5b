//! Promise: a centre's own export becomes demand, and what is wrong in it is named by its line.

use crate::calls::real_data;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::import::columns::Column;
use fairfloor::scenario::import::{HalfHours, Import, Note, Refusal, RowKind, half_hours, rows};

fn demand(text: &str) -> HalfHours {
    let import = half_hours(text);
    assert_eq!(import.problem_count, 0, "{:?}", import.problems);
    import
        .demand
        .unwrap_or_else(|| panic!("{:?}", import.refusal))
}

#[allow(clippy::needless_pass_by_value, reason = "reads better in the cases")]
fn check_refusal(text: &str, expected: Refusal) {
    let import = half_hours(text);
    assert_eq!((import.demand, import.refusal), (None, Some(expected)));
}

#[allow(clippy::needless_pass_by_value, reason = "reads better in the cases")]
fn check_row(row: &str, expected: RowKind) {
    let text = format!(
        "date,interval_start,offered,answered,abandoned\n\
         2024-03-05,09:00,10,8,2\n{row}\n2024-03-05,10:30,20,20,0\n"
    );
    let import = half_hours(&text);
    let found: Vec<_> = import.problems.iter().map(|p| (p.line, &p.kind)).collect();
    assert_eq!(found, [(3, &expected)], "{row}");
    let calls = import.demand.map_or(0.0, |d| d.calls_per_day);
    let counted = if matches!(expected, RowKind::Unbalanced { .. }) {
        41.0
    } else {
        30.0
    };
    assert_eq!(calls, counted, "{row}: the other rows stand");
}

#[test]
fn a_dash_stands_for_nothing_to_count() {
    let text = "date,start,offered,answered,abandoned\n2024-03-05,9:00,4,-,--\n";
    assert_eq!(demand(text).calls_per_day, 4.0);
}

#[test]
fn the_same_days_in_every_hand_give_the_same_demand() {
    let expected = demand("date,interval_start,offered\n2024-03-05,09:00,12\n2024-03-05,09:30,8\n");
    assert_eq!(expected.calls_per_day, 20.0);
    assert_eq!(expected.profile.tuesday[18], 12.0);
    assert_eq!((expected.opens_hour, expected.closes_hour), (9.0, 10.0));
    for text in [
        "\u{feff}日期,时段,来电量\r\n2024年3月5日,09:00-09:30,12\r\n2024年3月5日,09:30-10:00,8\r\n",
        "日期;开始时间;呼入量;坐席数\n2024/3/5;9:00;12;3\n2024/3/5;9:30;8;3\n",
        "时间段\t进线量（通）\t日期\n09:00:00\t12\t20240305\n09:30:00\t8\t20240305\n",
        "某中心话务报表,,\n\n日期,时间,来电量\n2024-03-05,9:00,12\n2024-03-05,9:30,8\n,,\n",
        "date,interval_start,offered\n2024-03-05,09:00,12\n2024-03-05,09:30,8\n2024-03-06,09:00,0\n",
    ] {
        assert_eq!(demand(text), expected, "{text}");
    }
}

#[test]
fn other_grids_are_brought_to_half_hours() {
    let quarters = half_hours("date,start,calls\n2024-03-05,9:00,5\n2024-03-05,9:15,7\n");
    assert_eq!(quarters.notes, [Note::ShorterAddedUp]);
    assert_eq!(quarters.demand.map(|d| d.profile.tuesday[18]), Some(12.0));
    let hours = half_hours("date,start,calls\n2024-03-05,9:00,10\n2024-03-05,10:00,6\n");
    assert_eq!(hours.notes, [Note::HoursSplit]);
    let tuesday = hours.demand.map(|d| d.profile.tuesday[18..22].to_vec());
    assert_eq!(tuesday, Some(vec![5.0, 5.0, 3.0, 3.0]));
}

#[test]
fn wrong_rows_are_named_and_left_out() {
    let found = String::new;
    check_row(",10:00,11,9,2", RowKind::MissingDate);
    let date = "2024-02-30".to_owned();
    check_row(
        "2024-02-30,10:00,11,9,2",
        RowKind::ImpossibleDate { found: date },
    );
    let time = "25:00".to_owned();
    check_row(
        "2024-03-05,25:00,11,9,2",
        RowKind::ImpossibleTime { found: time },
    );
    let column = Column::Offered;
    check_row(
        "2024-03-05,10:00,,9,2",
        RowKind::NotANumber {
            column,
            found: found(),
        },
    );
    let word = "many".to_owned();
    check_row(
        "2024-03-05,10:00,many,9,2",
        RowKind::NotANumber {
            column,
            found: word,
        },
    );
    let late = "3333333310:00".to_owned();
    check_row(
        &format!("2024-03-05,{late},11,9,2"),
        RowKind::ImpossibleTime { found: late },
    );
    let slipped = "1".repeat(40);
    check_row(
        &format!("2024-03-05,10:00,{slipped},9,2"),
        RowKind::NotANumber {
            column,
            found: slipped,
        },
    );
    let negative = "-11".to_owned();
    check_row(
        "2024-03-05,10:00,-11,9,2",
        RowKind::Negative {
            column,
            found: negative,
        },
    );
    check_row("2024/3/5,9:00,11,9,2", RowKind::Duplicate { first_line: 2 });
    check_row(
        "2024-03-05,10:00,11,9,1",
        RowKind::Unbalanced {
            offered: 11.0,
            answered: 9.0,
            abandoned: 1.0,
        },
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for (text, line) in [
        ("date,start,offered\r\n2024-03-05,9:00,x\r\n", 2),
        ("title\n\ndate,start,offered\n\n\n2024-03-05,9:00,x", 6),
        (
            "date,start,offered,note\n2024-03-05,9:00,1,\"a\nb\"\n,,1,",
            4,
        ),
    ] {
        let lines: Vec<u64> = half_hours(text).problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [line], "{text}");
    }
}

#[test]
fn of_many_wrong_rows_the_first_are_kept_and_all_are_counted() {
    let text = format!(
        "date,interval_start,offered\n2024-03-05,09:00,1\n{}",
        "2024-03-05,09:00,x\n".repeat(500)
    );
    let import = half_hours(&text);
    assert_eq!(import.problem_count, 500);
    assert_eq!(import.problems.len(), rows::ROWS_KEPT);
    assert!(import.demand.is_some());
}

#[test]
fn files_that_are_no_export_say_why() {
    check_refusal("", Refusal::Empty);
    check_refusal("\n\n", Refusal::Empty);
    check_refusal("date,interval_start,offered\n", Refusal::NoCalls);
    check_refusal(
        "date,interval_start,offered\n2024-03-05,09:00,0\n",
        Refusal::NoCalls,
    );
    check_refusal(
        "日期,坐席,来电量\n2024-03-05,张三,4\n",
        Refusal::NoHeader {
            missing: vec![Column::Start],
            found: ["日期", "坐席", "来电量"].map(str::to_owned).to_vec(),
        },
    );
    let bytes = 10_000_000;
    let limit = rows::LONGEST_TEXT;
    check_refusal(&"1".repeat(bytes), Refusal::TooLarge { bytes, limit });
}

#[test]
fn applying_touches_the_demand_and_nothing_else() {
    let text = "date,interval_start,offered,answered,mean_served_seconds\n\
                2024-03-05,07:30,12,12,100\n2024-03-05,18:30,8,8,200\n";
    let mut scenario = Scenario::standard();
    let notes = demand(text).apply(&mut scenario);
    let changed: Vec<&str> = scenario
        .differences(&Scenario::standard())
        .iter()
        .map(|(field, _)| field.path)
        .filter(|path| !path.starts_with("demand.profile."))
        .collect();
    assert_eq!(
        changed,
        [
            "calendar.opens_hour",
            "calendar.closes_hour",
            "demand.calls_per_day"
        ]
    );
    assert_eq!(
        (scenario.calendar.opens_hour, scenario.calendar.closes_hour),
        (7.5, 19.0)
    );
    assert!(notes.contains(&Note::DayCvKept));
    assert!(notes.contains(&Note::ServiceTimesLeft {
        mean_seconds: 140.0
    }));
    assert_eq!(fairfloor::scenario::check::problems(&scenario), []);
}

/// The bank's half-hours, read from beside the repository; the project carries no copy.
fn bank() -> Import {
    half_hours(&real_data("anonymous-bank-1999-08-halfhour.csv"))
}

#[test]
#[ignore = "needs FAIRFLOOR_DATA"]
fn the_bank_of_1999_comes_out_as_published() {
    let import = bank();
    assert_eq!(import.problem_count, 0, "{:?}", import.problems);
    let demand = import.demand.expect("an export with calls");
    assert_eq!(demand.days, 21);
    assert_eq!(demand.first.to_string(), "1999-08-01");
    assert_eq!(demand.last.to_string(), "1999-08-21");
    let total = demand.calls_per_day * 21.0;
    assert!((total - 27_403.0).abs() < 1e-6, "{total}");
    let [
        monday,
        tuesday,
        wednesday,
        thursday,
        friday,
        saturday,
        sunday,
    ] = demand.profile.rows().map(|row| row.iter().sum::<f64>());
    let mean = (monday + tuesday + wednesday + thursday + sunday) / 5.0;
    assert!((mean - 1695.0).abs() < 0.5, "{mean}");
    assert!(friday < 610.0 && saturday < 153.0);
    // sd 358 of 1,695, mostly a trend over the weeks, which taking weekdays apart does not lessen.
    let cv = demand.day_cv.expect("three of each weekday");
    assert!((0.19..0.23).contains(&cv), "{cv}");
    let served = demand.mean_served_seconds.expect("the file has talk times");
    assert!((served - 186.0).abs() < 2.0, "{served}");
    assert_eq!((demand.opens_hour, demand.closes_hour), (7.0, 24.0));
    // The published course of the whole month, Sunday to Thursday, is close to these three weeks'.
    let days = demand.profile.rows();
    for (half_hour, published) in [(14, 15.0), (20, 74.0), (28, 58.0), (38, 34.0), (47, 21.0)] {
        let mean = [0, 1, 2, 3, 6]
            .map(|d: usize| days[d][half_hour])
            .iter()
            .sum::<f64>()
            / 5.0;
        assert!(
            (mean - published).abs() < 0.15 * published + 2.0,
            "{half_hour}: {mean}"
        );
    }
    let mut scenario = Scenario::standard();
    demand.apply(&mut scenario);
    assert_eq!(fairfloor::scenario::check::problems(&scenario), []);
}
