//! Promise: a calibration to a centre's own months finds known constants again as often as it says, says so
//! where the months are too few, and bad files say why.

use crate::chance::limit;
use crate::command::{check, folder};
use fairfloor::scenario::import::centre::{CellKind, File, Note, Record, read, record};
use fairfloor::scenario::import::centre::{column::Column, scale::Scale};
use fairfloor::scenario::presets;
use fairfloor::study::own::posterior::{Use, posterior};
use fairfloor::study::own::recovery::{Recovered, recover};
use fairfloor::study::own::{ASKED, Calibration, Row, first_months};
use std::fmt::Write;
use std::fs;
use std::sync::OnceLock;

/// Months of a small simulated centre.
fn centre(people: u32, months: u32, seed: u64) -> (Calibration, Record) {
    let mut scenario = presets::find("seed-status-quo")
        .expect("a preset")
        .scenario();
    scenario.demand.calls_per_day *= f64::from(people) / f64::from(scenario.workforce.headcount);
    scenario.workforce.headcount = people;
    let blank = Calibration::blank(&scenario, months, seed);
    let record = blank
        .record_at(900_000, &blank.point(900_000))
        .expect("a centre");
    (Calibration::new(&scenario, &record, seed), record)
}

/// Mean over constants, with the standard error from centre to centre: one centre's answers hang together.
fn share_within(found: &Recovered, low: f64, high: f64) -> (f64, f64) {
    let number = |n: usize| f64::from(u32::try_from(n).expect("few"));
    let of_centre = |centre: usize| {
        let within = found
            .constants
            .iter()
            .filter(|f| (low..=high).contains(&f.ranks[centre]));
        number(within.count()) / number(ASKED.len())
    };
    let shares: Vec<f64> = (0..found.centres).map(of_centre).collect();
    let n = number(shares.len());
    let mean = shares.iter().sum::<f64>() / n;
    let variance = shares.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// Fourteen people seen for six months, and the table of what the constants may be.
fn fourteen() -> &'static (Calibration, Vec<Row>) {
    static MADE: OnceLock<(Calibration, Vec<Row>)> = OnceLock::new();
    MADE.get_or_init(|| {
        let (asked, _) = centre(14, 6, 3);
        let table = (0..420).filter_map(|n| asked.row(n)).collect();
        (asked, table)
    })
}

#[test]
fn known_constants_are_found_again_as_often_as_promised() {
    let (_, table) = fourteen();
    let found = recover(table, table.len());
    assert_eq!(found.centres, table.len());
    for (low, high, promised) in [(0.25, 0.75, 0.5), (0.05, 0.95, 0.9)] {
        let (share, error) = share_within(&found, low, high);
        let off = (share - promised).abs();
        println!("{promised}: {share:.3} ± {error:.4}");
        // All centres are judged by one table, so that the error is a little larger than it is said.
        let far = limit(2, table.len() - 1);
        assert!(off < far * error, "{promised}: {share} ± {error}");
    }
    // Something is learned: how far people differ in speed is all but seen.
    let speed = ASKED
        .iter()
        .position(|path| path.ends_with("speed_log_sd"))
        .expect("asked");
    let of = |k: usize| found.constants[k].shrinkage;
    assert!(of(speed) > 0.15, "{}", of(speed));
    // And nothing of what can't show: pay is the same for all and never changes.
    let pay = ASKED
        .iter()
        .position(|path| path.ends_with("pay_elasticity"))
        .expect("asked");
    assert!(of(pay) < 0.1, "{}", of(pay));
}

#[test]
fn three_months_of_twelve_people_say_little() {
    let (asked, record) = centre(12, 3, 5);
    assert_eq!(record.staff.len(), 3);
    let table: Vec<Row> = (0..300).filter_map(|n| asked.row(n)).collect();
    let found = posterior(&table, &asked.observed).expect("a posterior");
    // Leaving hardly shows in nine months of work by a dozen: its constants keep the width of their range.
    for (path, constant) in ASKED.iter().zip(&found.constants) {
        let width = constant.most.1 - constant.most.0;
        if path.contains(".quit.") {
            assert!(width > 0.6, "{path}: {width}");
        }
    }
    let told = found.constants.iter().filter(|c| c.told).count();
    assert!(told * 2 < ASKED.len(), "{told}");
}

#[test]
fn what_no_simulated_centre_is_like_is_left_out_and_the_rest_stays() {
    let (asked, table) = fourteen();
    let table = &table[..200];
    let calm = posterior(table, &asked.observed).expect("a posterior");
    let mut wild = asked.observed.clone();
    let talk = 6;
    wild[talk] = wild[talk].map(|v| v + 3.0);
    let found = posterior(table, &wild).expect("a posterior");
    assert_eq!(
        (calm.used[talk], found.used[talk]),
        (Use::Used, Use::Outside)
    );
    assert!(
        found
            .constants
            .iter()
            .all(|c| c.median > 0.0 && c.median < 1.0)
    );
}

#[test]
fn held_back_months_don_t_enter_the_fit() {
    let (asked, record) = centre(14, 10, 7);
    assert_eq!(asked.shape.held_back, 2);
    let mut changed = record.clone();
    changed
        .agents
        .iter_mut()
        .filter(|a| a.month >= 8)
        .for_each(|a| a.calls *= 1.5);
    let (scenario, seed) = (asked.scenario().clone(), asked.seed);
    let again = Calibration::new(&scenario, &changed, seed);
    assert_eq!(again.observed, asked.observed);
    assert_ne!(again.course, asked.course);
    assert_eq!(first_months(&changed, 8), first_months(&record, 8));
}

#[test]
fn rows_are_the_same_whenever_they_are_run_and_differ_in_luck() {
    let (asked, _) = centre(10, 3, 1);
    let row = asked.row(4).expect("a row");
    assert_eq!(asked.row(4), Some(row.clone()));
    assert_ne!(
        asked.row_at(5, row.point.clone()).map(|r| r.traits),
        Some(row.traits)
    );
}

#[test]
fn units_are_told_and_cells_in_another_are_named() {
    let mut text = "月份,姓名,代号,通话量,平均通话时长,质检分,满意率\n".to_owned();
    for month in 1..=4 {
        for agent in 0..6 {
            let talk = if (month, agent) == (2, 3) {
                "4".to_owned()
            } else {
                (200 + agent * 20).to_string()
            };
            let rating = if (month, agent) == (3, 1) {
                "0.91"
            } else {
                "92"
            };
            let _ = writeln!(
                text,
                "2024年{month}月,张三,A{agent},{},{talk},{},{rating}",
                1000 + agent,
                80 + agent
            );
        }
    }
    text += "2024-13,李四,A1,900,200,90,92\n2024-04,李四,A1,900,200,90,92\n2024-05,李四,A1,-3,200,90,92\n2024-05,李四,A2,九百,200,90,92\n2024-05,李四,A3,99000,200,90,92\n2024-05,李四,A4,20000,200,190,92\n";
    let kpi = read::read(&text, File::Kpi);
    assert_eq!(kpi.refusal, None);
    let unit = |column| {
        kpi.notes.iter().find_map(|n| match n {
            Note::Mixed {
                column: c,
                unit,
                lines,
                ..
            } if *c == column => Some((*unit, lines.clone())),
            _ => None,
        })
    };
    assert_eq!(unit(Column::Talk), Some((Scale::Minutes, vec![11])));
    assert_eq!(unit(Column::Rating).map(|u| u.0), Some(Scale::Hundred));
    assert!(kpi.notes.contains(&Note::Identifying {
        header: "姓名".to_owned()
    }));
    let talks: Vec<f64> = kpi
        .rows
        .iter()
        .filter_map(|r| r.amount(Column::Talk))
        .collect();
    assert!(
        talks.iter().all(|t| (200.0..=300.0).contains(t)),
        "{talks:?}"
    );
    let ratings: Vec<f64> = kpi
        .rows
        .iter()
        .filter_map(|r| r.amount(Column::Rating))
        .collect();
    assert!(
        ratings.iter().all(|r| (0.9..0.93).contains(r)),
        "{ratings:?}"
    );
    let kinds: Vec<(u64, bool)> = kpi
        .problems
        .iter()
        .map(|p| (p.line, matches!(p.kind, CellKind::FarOff { .. })))
        .collect();
    assert_eq!(
        kinds,
        [
            (26, false),
            (27, false),
            (28, false),
            (29, false),
            (30, false),
            (31, false),
            (31, true)
        ]
    );
    assert_eq!(kpi.rows.len(), 24);
}

#[test]
fn other_scales_missing_months_and_strange_awards_are_said() {
    let kpi = "month,agent,calls,talk (min),score,csat\n2024-01,a,900,4.1,0.9,4.5\n2024-01,b,950,3.9,0.8,4.1\n2024-03,a,910,4,0.85,4.4\n";
    let people = "month,headcount,leavers\n2024-01,30,1\n2024-03,31,0\n";
    let kpi = read::read(kpi, File::Kpi);
    let people = read::read(people, File::People);
    let awards = read::read("month,agent\n2024-01,a\n2024-03,nobody\n", File::Awards);
    for (column, unit) in [
        (Column::Talk, Scale::Minutes),
        (Column::Score, Scale::Share),
    ] {
        assert!(
            kpi.notes.contains(&Note::Unit { column, unit }),
            "{:?}",
            kpi.notes
        );
    }
    assert!(kpi.notes.iter().any(|n| matches!(
        n,
        Note::UnknownScale {
            column: Column::Rating,
            ..
        }
    )));
    let (record, _, notes) = record(&people, &kpi, &awards).expect("a record");
    assert_eq!(
        record.staff.iter().map(Option::is_some).collect::<Vec<_>>(),
        [true, false, true]
    );
    assert_eq!(record.awards, [(0, 0)]);
    assert!(
        notes
            .iter()
            .any(|n| matches!(n, Note::MissingMonths { months } if months.len() == 1))
    );
    assert!(notes.contains(&Note::AwardsUnknown { count: 1 }));
    let asked = Calibration::new(
        &presets::find("seed-status-quo")
            .expect("a preset")
            .scenario(),
        &record,
        1,
    );
    assert_eq!(
        (asked.scenario().workforce.headcount, asked.shape.staff),
        (31, vec![true, false, true])
    );
}

#[test]
fn bad_files_say_how_to_mend_them() {
    let home = folder("own-bad");
    let file = home.join("kpi.csv");
    let path = file.display().to_string();
    for (text, said) in [
        (
            "月份,姓名,通话量\n2024-01,张三,900\n",
            ["座席代号", "代号（如 A01）"],
        ),
        (
            "月份,代号,通话量\n去年,A1,900\n",
            ["第 2 行，月份", "没有一行能用"],
        ),
        ("", ["文件是空的", "--template kpi"]),
    ] {
        fs::write(&file, text).expect("written");
        check(
            &["calibrate", "--kpi", &path, "--lang", "zh"],
            b"",
            2,
            &said,
        );
    }
    check(&["calibrate"], b"", 2, &["--people", "--template"]);
    for which in ["people", "kpi", "awards"] {
        let template = check(
            &["calibrate", "--template", which],
            b"",
            0,
            &["\u{feff}month"],
        );
        let kind = File::ALL
            .into_iter()
            .find(|f| f.id() == which)
            .expect("a file");
        let reading = read::read(template.out.trim_start_matches('\u{feff}'), kind);
        assert_eq!(
            (reading.refusal, reading.problem_count),
            (None, 0),
            "{which}"
        );
    }
}
