//! Intervals hold the truth as often as they say, verdicts raise false alarms as seldom, and the best is found.

use crate::chance::{KNOWN, limit};
use fairfloor::math::ln;
use fairfloor::measure::chance::{of_mean, quantile_interval};
use fairfloor::measure::metric::{METRICS, position};
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::reach::Reach;
use fairfloor::measure::summary::{Summary, paired, values};
use fairfloor::rng::{Luck, Stream};
use fairfloor::scenario::Scenario;
use fairfloor::scenario::checked::Checked;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::read::assign;
use fairfloor::study::board::{Keep, Task};
use fairfloor::study::select::{Best, Wish};
use fairfloor::study::sequential::{End, Precision, Run};
use fairfloor::study::{Rounds, Study, replication};
use fairfloor::view::verdict::{FALSE_ALARMS, Row, judge};
use rayon::prelude::*;

const REPEATS: usize = 400;
const YEARS: usize = 16;

fn standard() -> Checked {
    Checked::new(Scenario::standard()).expect("sound")
}

/// 400 small studies of 16 years each, one after the other under one seed.
fn small_hall() -> Vec<Outcome> {
    let mut scenario = Scenario::standard();
    for set in [
        "workforce.headcount=8",
        "demand.calls_per_day=200",
        "calendar.warmup_months=1",
        "calendar.working_days_per_year=60",
        "appraisal.kpis.call_volume.target_per_day=25",
    ] {
        assign(&mut scenario, set).expect("sound");
    }
    let plan = Plan::new(&scenario).expect("sound");
    (0..u32::try_from(REPEATS * YEARS).expect("few"))
        .into_par_iter()
        .map(|number| {
            let mut outcome = replication(
                &plan,
                Luck {
                    seed: 5,
                    replication: number,
                },
            );
            Keep::default().trim(&mut outcome);
            outcome
        })
        .collect()
}

/// Standard errors between a share of `n` tries and what it should be.
fn z(found: usize, n: usize, expected: f64) -> f64 {
    (found as f64 / n as f64 - expected) / (expected * (1.0 - expected) / n as f64).sqrt()
}

/// What a 95 % t interval of [`YEARS`] such values holds, to the first order in 1/n (Hall 1988, *Annals of
/// Statistics* 16): skewness costs coverage. In a hall of eight one vacancy makes a bad year of waiting, so
/// that the years are skewed and 16 of them are few.
fn promised(all: &[f64]) -> f64 {
    let n = all.len() as f64;
    let mean = all.iter().sum::<f64>() / n;
    let moment = |k: usize| {
        all.iter()
            .map(|v| std::iter::repeat_n(v - mean, k).product::<f64>())
            .sum::<f64>()
            / n
    };
    let variance = moment(2);
    let (skewness, excess) = (
        moment(3) / (variance * variance.sqrt()),
        moment(4) / (variance * variance) - 3.0,
    );
    let (x, density) = (1.96, 0.0584);
    let bend = excess * (x * x - 3.0) / 12.0
        - skewness * skewness * (x * x * x * x + 2.0 * x * x - 3.0) / 18.0;
    0.95 + 2.0 * density * x / YEARS as f64 * bend
}

/// The hall's own numbers: means of 16 years against the mean of all 6,400, which errs twenty times less
/// than one of them. And the verdicts: two halves of the same hall are the same scenario.
#[test]
fn intervals_of_a_small_hall_hold_the_truth_and_its_verdicts_hold_their_peace() {
    let years = small_hall();
    let mut table: Vec<(&str, Vec<bool>, f64)> = Vec::new();
    for (metric, about) in METRICS.iter().enumerate() {
        let all = values(&years, metric);
        // What takes the same value in many years (nobody burnt out, nobody awarded) does so throughout
        // many studies of 16, and an interval without width holds no truth: such metrics need more years,
        // and are left out here.
        let mut sorted = all.clone();
        sorted.sort_by(f64::total_cmp);
        let most_alike = sorted.chunk_by(|a, b| a == b).map(<[f64]>::len).max();
        if all.len() < years.len() || most_alike > Some(all.len() / 10) {
            continue;
        }
        let truth = all.iter().sum::<f64>() / all.len() as f64;
        let held = all
            .chunks(YEARS)
            .map(|study| {
                let summary = Summary::of(study).expect("years");
                summary.ci95.0 <= truth && truth <= summary.ci95.1
            })
            .collect();
        table.push((about.id, held, promised(&all)));
    }
    let metrics = table.len();
    assert!(metrics >= 12, "{metrics}");
    // Each as often as 16 years of so skewed a metric can; a standard error is 1.1 points.
    for (id, held, expected) in &table {
        let held = held.iter().filter(|held| **held).count();
        let off = z(held, REPEATS, *expected);
        println!("{id} {held} of {REPEATS}, by its skewness {expected:.4}, z = {off:.1}");
        assert!(off.abs() < limit(metrics, KNOWN), "{id}: z = {off:.1}");
    }
    // And all together: metrics of one year hang together, so the error is taken from study to study.
    let of_study = |study: usize| {
        let held = table.iter().filter(|(_, held, _)| held[study]).count();
        held as f64 / metrics as f64
    };
    let shares: Vec<f64> = (0..REPEATS).map(of_study).collect();
    let together = Summary::of(&shares).expect("studies");
    let expected = table.iter().map(|row| row.2).sum::<f64>() / metrics as f64;
    let (mean, error) = (together.mean, together.standard_error());
    println!("together {mean:.4} ± {error:.4}, by their skewness {expected:.4}");
    assert!((mean - expected).abs() < limit(1, REPEATS - 1) * error);

    let (mut alarms, mut one_by_one) = (0, 0);
    let tables = years.chunks_exact(2 * YEARS);
    let tables_in_all = tables.len();
    for both in tables {
        let pairs: Vec<Vec<f64>> = (0..METRICS.len())
            .map(|metric| paired(&both[..YEARS], &both[YEARS..], metric))
            .collect();
        let rows: Vec<Row> = METRICS
            .iter()
            .zip(&pairs)
            .map(|(metric, differences)| Row {
                metric,
                differences,
                matters: 0.0,
            })
            .collect();
        let judged = judge(&rows);
        alarms += usize::from(judged.iter().flatten().any(|d| d.verdict.is_clear()));
        let alone = judged
            .iter()
            .flatten()
            .any(|d| of_mean(&d.summary) < FALSE_ALARMS);
        one_by_one += usize::from(alone);
    }
    println!("false alarms: {alarms} of {tables_in_all} tables; metric by metric {one_by_one}");
    // At most what is stated, as far as chance goes; and without Holm's rule far more.
    assert!(
        z(alarms, tables_in_all, FALSE_ALARMS) < limit(1, KNOWN),
        "{alarms} of {tables_in_all}"
    );
    assert!(one_by_one > tables_in_all / 4, "a test that can't fail");
}

/// An outcome whose first metrics are these.
fn outcome(of: &[f64]) -> Outcome {
    let mut metrics = vec![None; METRICS.len()];
    for (metric, value) in metrics.iter_mut().zip(of) {
        *metric = Some(*value);
    }
    Outcome {
        metrics,
        weekly: Vec::new(),
        people: Vec::new(),
        reach: Reach::default(),
        reasons: [0.0; 7],
        fingerprint: 0,
        calls_simulated: 0,
    }
}

/// Tables of independent rows of normal numbers around zero, one a metric: here the rule's rate is known.
#[test]
fn a_table_of_nothing_raises_an_alarm_as_often_as_stated() {
    let tables = 3000;
    let mut alarms = 0;
    for replication in 0..tables {
        let mut draws = Luck {
            seed: 8,
            replication,
        }
        .stream(Stream::Again, 1, 0);
        let pairs: Vec<Vec<f64>> = METRICS
            .iter()
            .map(|_| (0..12).map(|_| draws.normal()).collect())
            .collect();
        let rows: Vec<Row> = METRICS
            .iter()
            .zip(&pairs)
            .map(|(metric, differences)| Row {
                metric,
                differences,
                matters: 0.0,
            })
            .collect();
        alarms += usize::from(judge(&rows).iter().flatten().any(|d| d.verdict.is_clear()));
    }
    // 1 − (1 − 0.05/n)^n for n rows.
    let n = METRICS.len();
    let none = std::iter::repeat_n(1.0 - FALSE_ALARMS / n as f64, n).product::<f64>();
    let off = z(alarms, tables as usize, 1.0 - none);
    let far = limit(1, KNOWN);
    assert!(off.abs() < far, "{alarms} of {tables}: z = {off:.1}");
    println!("{alarms} of {tables} tables");
}

fn drive<Q: Rounds>(question: Q, seed: u64, year: impl Fn(u32, Luck) -> Outcome) -> Study<Q> {
    let mut study = Study::new(question, seed, Keep::default());
    while !study.is_done() {
        let tasks: Vec<Task> = study.wanted().collect();
        for task in tasks {
            let outcome = year(task.cell, study.luck(task));
            study.take(task, outcome);
        }
    }
    study
}

/// Stopping when the interval is narrow costs coverage; this says how much, on normal numbers.
#[test]
fn stopping_at_a_width_keeps_the_coverage_near_its_name() {
    let repeats = 1000;
    let (mut held, mut narrow, mut years) = (0, 0, 0);
    for seed in 0..repeats {
        let precision = Precision {
            metric: 0,
            half_width: 0.25,
        };
        let run = Run::until(standard(), precision, 400);
        let study = drive(run, seed, |_, luck| {
            outcome(&[1.0 + luck.stream(Stream::Again, 2, 0).normal()])
        });
        let run = study.question();
        let found = run.result(study.board());
        let summary = found.metrics[0].expect("years");
        held += usize::from(summary.ci95.0 <= 1.0 && 1.0 <= summary.ci95.1);
        narrow += usize::from(found.end == End::Narrow);
        years += found.count;
        assert!(summary.ci95.1 - summary.mean <= 0.25, "stopped too early");
    }
    println!(
        "held {held} of {repeats}, {} years on average",
        years / repeats as usize
    );
    assert_eq!(narrow, repeats as usize);
    // About 62 years are needed. Two points are given for stopping, three standard errors (0.7) for luck.
    let share = held as f64 / repeats as f64;
    assert!((0.91..=0.97).contains(&share), "{held} of {repeats}");
    // Too small a budget ends at the budget and says so.
    let precision = Precision {
        metric: 0,
        half_width: 0.05,
    };
    let run = Run::until(standard(), precision, 100);
    let study = drive(run, 1, |_, luck| {
        outcome(&[luck.stream(Stream::Again, 2, 0).normal()])
    });
    let run = study.question();
    let found = run.result(study.board());
    assert_eq!((found.end, found.count), (End::Budget, 100));
}

/// Five scenarios under common luck, the best better by just what matters: the hardest case.
#[test]
fn the_best_is_chosen_as_surely_as_stated() {
    let repeats = 400;
    let wish = Wish {
        metric: position("service.level").expect("a metric"),
        higher_is_better: true,
        matters: 0.5,
        certainty: 0.9,
        budget: 2_000,
    };
    let year = |cell: u32, luck: Luck| {
        let common = luck.stream(Stream::Again, 3, 0).normal();
        let own = luck.stream(Stream::Again, 4, cell).normal();
        let mean = if cell == 3 { 0.5 } else { 0.0 };
        let mut metrics = [0.0; 3];
        metrics[wish.metric] = mean + common + own;
        outcome(&metrics)
    };
    let (mut right, mut years, mut by_first_years) = (0, 0, 0);
    for seed in 0..repeats {
        let best = Best::new(vec![standard(); 5], wish);
        let study = drive(best, seed, year);
        let best = study.question();
        let chosen = best.result(study.board());
        assert!(chosen.complete && chosen.decided && chosen.gone.len() == 4);
        right += usize::from(chosen.best == Some(3));
        years += study.progress().done;
        // Who simply takes the best of the first 16 years.
        let mean = |cell: u32| {
            let first = &study.board().outcomes(cell)[..16];
            values(first, wish.metric).iter().sum::<f64>()
        };
        let first = (0..5).max_by(|a, b| mean(*a).total_cmp(&mean(*b)));
        by_first_years += usize::from(first == Some(3));
    }
    println!(
        "right {right}, {} years a choice; by the first 16 years {by_first_years}",
        years / repeats
    );
    // At least nine of ten, within three standard errors, which a look at 16 years does not reach.
    assert!(z(right, 400, 0.9) > -3.0, "{right} of {repeats}");
    assert!(
        z(by_first_years, 400, 0.9) < -3.0,
        "a test that can't fail: {by_first_years}"
    );
    // A budget that is too small decides nothing and says so.
    let mean_wish = Wish {
        budget: 16,
        matters: 0.05,
        ..wish
    };
    let study = drive(Best::new(vec![standard(); 5], mean_wish), 1, year);
    let best = study.question();
    let chosen = best.result(study.board());
    assert!(chosen.complete && !chosen.decided && chosen.best.is_some());
}

/// Order statistics ask nothing of the distribution: skewed numbers, true quantiles known.
#[test]
fn quantiles_intervals_hold_the_true_quantile() {
    for (q, truth) in [(0.5, ln(2.0)), (0.95, ln(20.0))] {
        let held = (0..1000_u32)
            .filter(|replication| {
                let luck = Luck {
                    seed: 9,
                    replication: *replication,
                };
                let mut draws = luck.stream(Stream::Again, 5, 0);
                let mut values: Vec<f64> = (0..200).map(|_| draws.exponential()).collect();
                values.sort_by(f64::total_cmp);
                let (low, high) = quantile_interval(&values, q);
                low.is_some_and(|v| v <= truth) && high.is_some_and(|v| v >= truth)
            })
            .count();
        let share = held as f64 / 1000.0;
        println!("{q}: {held} of 1000");
        // At least 95 %, up to a point more as ranks are whole.
        let slack = limit(2, KNOWN) * f64::sqrt(0.95 * 0.05 / 1000.0);
        let range = 0.95 - slack..=0.96 + slack;
        assert!(range.contains(&share), "{q}: {share}");
    }
}
