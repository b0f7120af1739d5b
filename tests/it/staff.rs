//! Promise: staffing help agrees with theory where theory holds, and its command keeps its form.

use crate::chance::limit;
use crate::command::check;
use fairfloor::rng::Luck;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::plan::{HALF_HOURS, Plan, Shift};
use fairfloor::study::erlang::Erlang;
use fairfloor::study::queue::Queue;
use fairfloor::study::staff::roster::OnPhones;
use fairfloor::study::staff::trial::Tally;
use fairfloor::study::staff::{Question, StaffPlan, Staffing, Unfit};
use rayon::prelude::*;
use serde_json::Value as Json;
use std::borrow::Cow;

fn luck(replication: u32) -> Luck {
    Luck {
        seed: 5,
        replication,
    }
}

fn answer(plan: &Plan, question: Question, replications: u32) -> StaffPlan {
    let staffing = Staffing::new(plan, question).expect("an answer");
    let found = staffing
        .search(|trial| {
            let tallies = (0..replications).into_par_iter();
            let tallies = tallies.map(|r| trial.replication(luck(r)));
            tallies.reduce(Tally::default, |mut sum, more| {
                sum.add(&more);
                sum
            })
        })
        .expect("not too many");
    staffing.plan(
        &found,
        &OnPhones::in_a_year(plan, question.weekday, luck(0)),
    )
}

/// A day without a course: talk is exponential, nobody calls twice, all days are alike.
fn steady(calls_per_half_hour: f64) -> Scenario {
    let mut profile = vec![0.0; HALF_HOURS];
    profile[12..36].fill(1.0);
    let number = Value::Number;
    let mut s = Scenario::standard()
        .with("calendar.opens_hour", number(6.0))
        .with("calendar.closes_hour", number(18.0))
        .with("demand.calls_per_day", number(calls_per_half_hour * 24.0))
        .with("demand.day_cv", number(0.0))
        .with("demand.talk_cv", number(1.0))
        .with("demand.after_call_seconds", number(0.0))
        .with("demand.returns.unresolved_share", number(0.0))
        .with("demand.returns.redial_share", number(0.0));
    for kind in ["procedure", "fee", "form", "complaint"] {
        let path = format!("demand.types.{kind}.talk_seconds");
        s = s.with(&path, number(240.0));
    }
    for weekday in ["monday", "tuesday", "wednesday", "thursday", "friday"] {
        let path = format!("demand.profile.{weekday}");
        s = s.with(&path, Value::Series(Cow::Owned(profile.clone())));
    }
    s
}

const EVERY_DAY: Question = Question {
    target_share: 0.8,
    weekday: None,
};

/// Largest difference between the simulated and the exact number, in the middle of the day: the first
/// half-hours begin with an empty hall.
fn furthest(found: &StaffPlan, calls_per_half_hour: f64, service_seconds: f64) -> i64 {
    let exact = Erlang {
        rate: calls_per_half_hour / 1800.0,
        service_seconds,
        patience_seconds: 600.0,
    };
    let required = exact.required(0.8, 20.0, 8192).expect("few");
    let middle = &found.half_hours[2..22];
    middle
        .iter()
        .map(|row| (i64::from(row.simulated) - i64::from(required)).abs())
        .max()
        .expect("half-hours")
}

#[test]
fn on_a_steady_day_the_simulation_asks_for_what_erlang_a_asks_for() {
    let mut last = 0;
    for calls in [40.0, 150.0, 300.0] {
        let plan = Plan::new(&steady(calls)).expect("sound");
        let found = answer(&plan, EVERY_DAY, 8);
        let off = furthest(&found, calls, 240.0);
        println!("{calls} calls a half-hour: at most {off} off");
        assert!(off <= 1, "{calls} calls a half-hour: {off} off");
        last = furthest(&found, calls, 264.0);
    }
    // The busiest day held against calls a tenth longer must not agree.
    assert!(last > 1, "a test that can't fail");
}

#[test]
fn theory_and_the_bare_queue_agree_on_who_is_answered_in_time() {
    let far = limit(4, 19);
    for (agents, load, patience, seconds) in [
        (10_u32, 0.9, 2.0, 20.0),
        (100, 0.95, 2.0, 5.0),
        (25, 1.3, 1.0, 60.0),
        (5, 0.8, 0.5, 200.0),
    ] {
        let rate = load * f64::from(agents) / 300.0;
        let exact = Erlang {
            rate,
            service_seconds: 300.0,
            patience_seconds: patience * 300.0,
        };
        let expected = exact.figures(agents, seconds);
        let queue = Queue {
            agents: agents as usize,
            calls_per_hour: rate * 3600.0,
            mean_service_seconds: 300.0,
            service_cv: 1.0,
            mean_patience_seconds: patience * 300.0,
            calls: 200_000,
            service_level_seconds: seconds,
            lines: 0,
        };
        let levels: Vec<f64> = (0..20).map(|r| queue.run(luck(r)).service_level).collect();
        let mean = levels.iter().sum::<f64>() / 20.0;
        let variance = levels.iter().map(|l| (l - mean) * (l - mean)).sum::<f64>() / 19.0;
        let z = (mean - expected.service_level) / (variance / 20.0).sqrt();
        assert!(z.abs() < far, "{agents} agents: z = {z:.1}");
        let busier = Erlang {
            rate: rate * 1.02,
            ..exact
        };
        let wrong = busier.figures(agents, seconds).service_level;
        let z = (mean - wrong) / (variance / 20.0).sqrt();
        println!("{agents} agents, 2 % busier: z = {z:.1}, limit {far:.1}");
        assert!(z.abs() > far, "{agents} agents: a test that can't fail");
    }
}

#[test]
fn every_half_hour_reaches_the_target_and_work_is_conserved() {
    let plan = Plan::new(&Scenario::standard()).expect("sound");
    let found = answer(&plan, EVERY_DAY, 2);
    let (mut done, mut came) = (0.0, 0.0);
    for row in &found.half_hours {
        assert!(row.service_level.expect("calls") >= 0.8, "{row:?}");
        assert!(row.simulated > 0 && row.erlang.expect("few") > 0);
        done += row.occupancy.expect("people") * f64::from(row.simulated);
        came += row.offered_load;
    }
    // A few hang up, and talk after the last half-hour is not seen.
    assert!(done < came && done > 0.94 * came, "{done} of {came}");
    // Somebody always is on a break, in training or ill.
    for row in &found.half_hours {
        assert!(row.present < row.nominal && row.present > 0.7 * row.nominal);
    }
    let hours = plan.shifts().iter().map(Shift::phone_seconds).sum::<f64>() / 1800.0;
    let nominal: f64 = found.half_hours.iter().map(|row| row.nominal).sum();
    assert!((nominal - hours).abs() < 1e-6);
}

#[test]
fn where_people_do_not_behave_the_roster_is_what_it_says() {
    let s = Scenario::standard().with("behaviour.enabled", Value::Switch(false));
    let plan = Plan::new(&s).expect("sound");
    let nominal = fairfloor::study::staff::roster::nominal(&plan);
    let present = OnPhones::in_a_year(&plan, Some(2), luck(0)).mean();
    for (a, b) in nominal.iter().zip(present) {
        assert!((a - b).abs() < 1e-4, "{a} on paper, {b} present");
    }
}

#[test]
fn a_busy_weekday_needs_more_and_a_closed_one_has_no_answer() {
    let mut tuesday = vec![0.0; HALF_HOURS];
    tuesday[18..34].fill(1.0);
    let monday: Vec<f64> = tuesday.iter().map(|calls| calls * 2.0).collect();
    let s = Scenario::standard()
        .with("demand.profile.monday", Value::Series(Cow::Owned(monday)))
        .with("demand.profile.tuesday", Value::Series(Cow::Owned(tuesday)));
    let plan = Plan::new(&s).expect("sound");
    let needed = |weekday| {
        let question = Question {
            target_share: 0.8,
            weekday: Some(weekday),
        };
        let rows = answer(&plan, question, 1).half_hours;
        rows.iter().map(|row| row.simulated).sum::<u32>()
    };
    assert!(f64::from(needed(0)) > 1.5 * f64::from(needed(1)));
    let of = |target_share, weekday| {
        let question = Question {
            target_share,
            weekday,
        };
        Staffing::new(&plan, question).err()
    };
    assert_eq!(of(0.8, Some(6)), Some(Unfit::Closed));
    assert_eq!(of(1.0, None), Some(Unfit::Target));
    assert_eq!(of(f64::NAN, None), Some(Unfit::Target));
}

const SMALL: [&str; 6] = [
    "staff",
    "seed-erg",
    "--set",
    "calendar.working_days_per_year=40",
    "--replications",
    "2",
];

#[test]
fn the_command_gives_every_half_hour_in_the_fixed_form() {
    let run = |tail: &[&str]| check(&[&SMALL, tail].concat(), b"", 0, &[]);
    let of = |threads| {
        let mut json = run(&["--format", "json", "--threads", threads]).json();
        json["wall_seconds"] = Json::Null;
        json
    };
    let json = of("1");
    assert_eq!(json, of("2"), "threads change the numbers");
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["target_share"], 0.8);
    assert_eq!(json["target_wait_seconds"], 20);
    assert!(json["weekday"].is_null());
    assert!(json["mean_service_seconds"].as_f64() > Some(200.0));
    let rows = json["half_hours"].as_array().expect("half-hours");
    assert_eq!(rows.len(), 17);
    assert_eq!(rows[0]["starts_at"], "08:30");
    for row in rows {
        for key in [
            "calls",
            "offered_load_erlangs",
            "required_erlang_a",
            "required_simulated",
            "service_level",
            "occupancy",
            "on_phones_nominal",
            "on_phones",
        ] {
            assert!(row[key].as_f64() > Some(0.0), "{key}: {row}");
        }
        assert!(row["short"].is_number());
    }
    let csv = run(&["--format", "csv"]).out;
    assert_eq!(csv.lines().count(), 18);
    assert!(csv.starts_with("starts_at,calls,"));
    let table = run(&["--lang", "zh", "--weekday", "friday"]).out;
    assert!(table.contains("周五") && table.contains("16:30"));
}

#[test]
fn what_can_not_be_staffed_for_is_bad_input() {
    for (tail, says) in [
        (["--target-share", "1.2"], "--target-share"),
        (["--weekday", "sunday"], "--weekday"),
        (["--weekday", "someday"], "--weekday"),
        (["--set", "workforce.headcuont=3"], "workforce.headcount"),
    ] {
        check(&[&SMALL[..], &tail].concat(), b"", 2, &[says]);
    }
}
