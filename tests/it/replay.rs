//! Promise: a log simulated with its own arrivals gives what happened, where the log was made the way
//! the simulation works; and says so where it was not.

use crate::calls::real_data;
use crate::command::check;
use crate::fit::fitted;
use fairfloor::math::exp;
use fairfloor::rng::{Draws, Luck, Stream};
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::calls::Log;
use fairfloor::scenario::import::{ExportRows, read};
use fairfloor::study::replay::{Comparison, Part, Row, compare};
use fairfloor::view::replay::sentence;
use std::fmt::Write;

const DAYS: u32 = 10;
const BETWEEN_CALLS: f64 = 12.0;

/// A hall of one queue, call by call in the order of arrival, as a telephone system would export it:
/// people who come at eight or at ten and take lunch, one kind of talk, two kinds of patience.
fn log(seed: u64, people: usize, calls_per_hour: f64) -> String {
    let mut draws = Luck {
        seed,
        replication: 0,
    }
    .stream(Stream::Queue, 0, 0);
    let mut text = "date,arrived,waited,outcome,served,agent\n".to_owned();
    for day in 1..=DAYS {
        let start = |p: usize| {
            if p.is_multiple_of(2) {
                28_800.0
            } else {
                36_000.0
            }
        };
        let mut free: Vec<f64> = (0..people).map(start).collect();
        let mut lunch_taken = vec![false; people];
        let level = 0.8 + 0.4 * draws.uniform();
        let mut at: f64 = 28_800.0;
        loop {
            at += 3600.0 / (calls_per_hour * level) * draws.exponential();
            if at >= 64_800.0 {
                break;
            }
            let came = at.floor();
            let _ = write!(
                text,
                "{}",
                row(&mut draws, day, came, &mut free, &mut lunch_taken)
            );
        }
    }
    text
}

/// A call's line.
fn row(
    draws: &mut Draws,
    day: u32,
    came: f64,
    free: &mut [f64],
    lunch_taken: &mut [bool],
) -> String {
    // Whoever is free at half past eleven or later goes to lunch for three quarters of an hour.
    for (free, taken) in free.iter_mut().zip(lunch_taken) {
        if !*taken && free.max(came) >= 41_400.0 {
            *free = free.max(41_400.0) + 2700.0;
            *taken = true;
        }
    }
    let (who, soonest) = free
        .iter()
        .copied()
        .enumerate()
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .expect("people");
    let patience = draws.exponential() * if draws.chance(0.2) { 30.0 } else { 400.0 };
    let talk = exp(5.0 + 0.7 * draws.normal()).max(10.0);
    let start = soonest.max(came);
    let second = came as u32;
    let (h, m, s) = (second / 3600, second / 60 % 60, second % 60);
    let head = format!("2024-03-{day:02},{h:02}:{m:02}:{s:02}");
    if start - came > patience {
        return format!("{head},{patience:.1},abandoned,,\n");
    }
    free[who] = start + talk + BETWEEN_CALLS;
    let wait = start - came;
    format!("{head},{wait:.1},answered,{talk:.1},A{who}\n")
}

fn calls(text: &str) -> Log {
    match read(text).1.map(|export| export.rows) {
        Some(ExportRows::Calls(log)) => log,
        other => panic!("{other:?}"),
    }
}

fn compared(text: &str) -> Comparison {
    compare(&calls(text), &fitted(text), 40, 1).expect("everything is told")
}

fn all(comparison: &Comparison) -> &Row {
    &comparison.rows[0]
}

/// How far real and simulated abandonment lie apart, in standard deviations of the simulations: their
/// range of nine in ten is 3.29 of them.
fn apart(row: &Row) -> f64 {
    let deviation = (row.range.1.abandonment - row.range.0.abandonment) / 3.29;
    (row.real.abandonment - row.simulated.abandonment) / deviation
}

#[test]
fn a_hall_that_works_as_the_simulation_does_comes_out_the_same() {
    for seed in 1..=4 {
        let comparison = compared(&log(seed, 14, 260.0));
        let row = all(&comparison);
        println!(
            "{:.3} {:.3} {:.1}",
            row.real.abandonment,
            row.simulated.abandonment,
            apart(row)
        );
        assert!(
            row.real.abandonment > 0.05,
            "a hall without a queue tells nothing"
        );
        // Rules of design, as no standard error is known: the fit is itself of one draw, as far off as the
        // simulations are from each other, and who was there is guessed from who answered.
        assert!(apart(row).abs() < 8.0, "{row:?}");
        let off = row.real.abandonment - row.simulated.abandonment;
        assert!(off.abs() < 0.02, "{row:?}");
        let between = comparison.between_calls_seconds;
        assert!((between - BETWEEN_CALLS).abs() < 3.0, "{between}");
        let days = comparison.correlation(|p| matches!(p, Part::Day(_)), |f| f.abandonment);
        assert!(days.is_some_and(|r| r > 0.7), "{days:?}");
    }
}

#[test]
fn a_log_whose_waits_are_not_those_of_its_queue_is_told_apart() {
    let good = log(1, 14, 260.0);
    // Every third caller who was answered at once is said to have waited a minute.
    let mut count = 0;
    let bent: String = good
        .lines()
        .map(|line| {
            let at_once = line.contains(",0.0,answered");
            count += u32::from(at_once);
            let bends = at_once && count % 3 == 0;
            let wait = if bends {
                ",60.0,answered"
            } else {
                ",0.0,answered"
            };
            line.replace(",0.0,answered", wait) + "\n"
        })
        .collect();
    let off = |text: &str| {
        let comparison = compared(text);
        let row = all(&comparison);
        let pairs = row.real.within.into_iter().zip(row.simulated.within);
        pairs.map(|(r, s)| (r - s).abs()).fold(0.0, f64::max)
    };
    let (good, bent) = (off(&good), off(&bent));
    // A rule of design: a log that is bent is twice as far off as one that isn't may be.
    assert!(good < 0.03 && bent > 0.06, "{good} and {bent}");
}

#[test]
fn the_command_prints_both_beside_each_other() {
    let text = log(2, 14, 260.0);
    let said = check(
        &["fit", "-", "--replay", "--format", "json"],
        text.as_bytes(),
        0,
        &[],
    );
    let json = said.json();
    assert!(json["rows"].as_array().is_some_and(|rows| rows.len() > 25));
    assert_eq!(json["rows"][0]["calls"], calls(&text).calls.len());
    for (language, word) in [("en", "where"), ("zh", "相差")] {
        check(
            &["--lang", language, "fit", "-", "--replay"],
            text.as_bytes(),
            0,
            &[word, "09:30", "2024-03-05"],
        );
    }
    let counts = "date,start,offered\n2024-03-04,09:00,12\n2024-03-05,09:00,15\n";
    check(
        &["fit", "-", "--replay"],
        counts.as_bytes(),
        2,
        &["single calls"],
    );
}

#[test]
#[ignore = "needs FAIRFLOOR_DATA"]
fn the_bank_of_1999_beside_its_simulation() {
    let comparison = compared(&real_data("anonymous-bank-1999-08-calls.csv"));
    println!("{}", sentence(&comparison, Language::En).expect("a row"));
    let row = all(&comparison);
    assert_eq!(
        comparison
            .rows
            .iter()
            .filter(|r| matches!(r.part, Part::Day(_)))
            .count(),
        21
    );
    // Every caller of the log who reached the queue is simulated, but for those of the small hours.
    assert_eq!(comparison.outside, 21);
    assert_eq!(row.calls as usize + comparison.outside, 27_403);
    // What is held is that it says by how much, and that the real figures are the log's.
    assert!((row.real.abandonment - 0.232).abs() < 2e-3, "{row:?}");
    assert!(
        (row.simulated.abandonment - row.real.abandonment).abs() < 0.1,
        "{row:?}"
    );
}
