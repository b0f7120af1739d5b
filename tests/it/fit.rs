//! Promise: what a log was drawn from is found again in it, within the errors that are told.

use crate::calls::real_data;
use crate::chance::{KNOWN, limit};
use fairfloor::math::{exp, ln};
use fairfloor::rng::{Draws, Luck, Stream};
use fairfloor::scenario::Scenario;
use fairfloor::scenario::check::problems;
use fairfloor::scenario::import::read;
use fairfloor::study::fit::sums::Of;
use fairfloor::study::fit::{Figure, Fit, Unmatched, Warning, fit};
use std::fmt::Write;

/// What a log is drawn from.
#[derive(Clone, Copy)]
pub struct Truth {
    pub days: u32,
    pub calls_per_day: f64,
    pub day_cv: f64,
    pub log_mean: f64,
    /// Within a person.
    pub log_sd: f64,
    pub between_people: f64,
    pub short_share: f64,
    pub impatient_share: f64,
    pub impatient_seconds: f64,
    pub patient_seconds: f64,
}

pub const TRUTH: Truth = Truth {
    days: 24,
    calls_per_day: 400.0,
    day_cv: 0.2,
    log_mean: 5.2,
    log_sd: 0.6,
    between_people: 0.2,
    short_share: 0.05,
    impatient_share: 0.25,
    impatient_seconds: 40.0,
    patient_seconds: 600.0,
};
const PEOPLE: usize = 24;
/// Some are answered at once, the others after an exponential time if they are still there.
const AT_ONCE: f64 = 0.3;
const MEAN_QUEUE: f64 = 250.0;

impl Truth {
    /// Figures that follow from it exactly.
    fn figures(&self) -> [(Of, f64); 12] {
        let kinds = [
            (self.impatient_share, self.impatient_seconds),
            (1.0 - self.impatient_share, self.patient_seconds),
        ];
        let sum = |of: &dyn Fn(f64) -> f64| kinds.iter().map(|(p, a)| p * of(*a)).sum::<f64>();
        let waiting = 1.0 - AT_ONCE;
        let hung_up = waiting * sum(&|a| MEAN_QUEUE / (MEAN_QUEUE + a));
        let mean_wait = waiting * sum(&|a| a * MEAN_QUEUE / (MEAN_QUEUE + a));
        let survival = |t: f64| sum(&|a| exp(-t / a));
        let variance = self.log_sd * self.log_sd + self.between_people * self.between_people;
        [
            (Of::Abandonment, hung_up),
            (Of::MeanWait, mean_wait),
            (Of::LogMean, self.log_mean),
            (Of::LogSd, variance.sqrt()),
            (Of::ShortShare, self.short_share),
            (Of::Survival(0), survival(10.0)),
            (Of::Survival(1), survival(30.0)),
            (Of::Survival(2), survival(60.0)),
            (Of::Survival(4), survival(300.0)),
            (Of::ImpatientShare, self.impatient_share),
            (Of::ImpatientSeconds, self.impatient_seconds),
            (Of::PatientSeconds, self.patient_seconds),
        ]
    }

    /// A log as a telephone system would export it.
    pub fn log(&self, seed: u64) -> String {
        let mut draws = Luck {
            seed,
            replication: 0,
        }
        .stream(Stream::Queue, 0, 0);
        let people = people(&mut draws, self.between_people);
        let mut text = "date,arrived,waited,outcome,served,agent\n".to_owned();
        let sigma = ln(1.0 + self.day_cv * self.day_cv).sqrt();
        for day in 1..=self.days {
            let level = exp(sigma * draws.normal() - sigma * sigma / 2.0);
            let gap = 36_000.0 / (self.calls_per_day * level);
            let mut at = 28_800.0 + gap * draws.exponential();
            while at < 64_800.0 {
                let waits = draws.uniform() >= AT_ONCE;
                let queue = if waits {
                    MEAN_QUEUE * draws.exponential()
                } else {
                    0.0
                };
                let patience = if draws.uniform() < self.impatient_share {
                    self.impatient_seconds
                } else {
                    self.patient_seconds
                } * draws.exponential();
                let second = at as u32;
                let (h, m, s) = (second / 3600, second / 60 % 60, second % 60);
                let _ = write!(text, "2024-03-{day:02},{h:02}:{m:02}:{s:02},");
                if patience < queue {
                    let _ = writeln!(text, "{patience:.1},abandoned,,");
                } else {
                    let agent = (draws.uniform() * PEOPLE as f64) as usize;
                    let served = if draws.uniform() < self.short_share {
                        3.0
                    } else {
                        exp(self.log_mean + people[agent] + self.log_sd * draws.normal())
                    };
                    let _ = writeln!(text, "{queue:.1},answered,{served:.1},A{agent}");
                }
                at += gap * draws.exponential();
            }
        }
        text
    }
}

/// People whose mean is 0 and whose standard deviation is exactly as asked, so that the truth of the
/// log is not itself a draw.
fn people(draws: &mut Draws, sd: f64) -> Vec<f64> {
    let drawn: Vec<f64> = (0..PEOPLE).map(|_| draws.normal()).collect();
    let mean = drawn.iter().sum::<f64>() / PEOPLE as f64;
    let squares: f64 = drawn.iter().map(|x| (x - mean) * (x - mean)).sum();
    let scale = sd / (squares / (PEOPLE as f64 - 1.0)).sqrt();
    drawn.iter().map(|x| (x - mean) * scale).collect()
}

pub fn fitted(text: &str) -> Fit {
    let (import, export) = read(text);
    assert_eq!(import.problem_count, 0, "{:?}", import.problems);
    fit(&export.unwrap_or_else(|| panic!("{:?}", import.refusal)))
}

/// Standard errors between a figure and a claim.
fn z(figure: Option<Figure>, claim: f64) -> f64 {
    let figure = figure.expect("the file tells it");
    (figure.value - claim) / figure.error.expect("and its error")
}

type Claim = (String, Option<Figure>, f64);

/// How many standard errors a true claim may be off; the errors are estimated from day to day.
fn far(claims: &[Claim]) -> f64 {
    limit(claims.len(), TRUTH.days as usize - 1)
}

/// Every claim with what the fit says of it.
fn claims(fit: &Fit, truth: &Truth) -> Vec<Claim> {
    let mut claims: Vec<_> = truth
        .figures()
        .into_iter()
        .map(|(of, claim)| (format!("{of:?}"), fit.figure(of), claim))
        .collect();
    let agents = fit.agents.as_ref().and_then(|agents| agents.log_sd);
    claims.push(("agents".to_owned(), agents, truth.between_people));
    claims.push(("day_cv".to_owned(), fit.daily.day_cv, truth.day_cv));
    let calls = Some(fit.daily.calls_per_day);
    claims.push(("calls".to_owned(), calls, truth.calls_per_day));
    let poisson_and_level = 1.0 + truth.day_cv * truth.day_cv * truth.calls_per_day;
    claims.push((
        "dispersion".to_owned(),
        fit.daily.dispersion,
        poisson_and_level,
    ));
    claims
}

#[test]
fn the_truth_is_found_as_nearly_as_the_errors_say_and_they_are_small() {
    let fit = fitted(&TRUTH.log(1));
    let claims = claims(&fit, &TRUTH);
    let limit = far(&claims);
    for (name, figure, truth) in claims {
        let off = z(figure, truth);
        assert!(
            off.abs() < limit,
            "{name}: {figure:?} against {truth}, z {off}"
        );
        let error = figure.and_then(|f| f.error).expect("told");
        assert!(error < 0.5 * truth, "{name}: ± {error}");
    }
}

#[test]
fn a_log_from_another_truth_is_told_apart() {
    let other = Truth {
        log_mean: 5.3,
        log_sd: 0.7,
        between_people: 0.45,
        short_share: 0.08,
        impatient_share: 0.45,
        impatient_seconds: 20.0,
        patient_seconds: 1500.0,
        calls_per_day: 900.0,
        ..TRUTH
    };
    let fit = fitted(&other.log(2));
    let mut told_apart = 0;
    let theirs = claims(&fit, &other);
    let limit = far(&theirs);
    for ((name, figure, own), (_, _, foreign)) in theirs.into_iter().zip(claims(&fit, &TRUTH)) {
        let error = figure.and_then(|f| f.error).expect("told");
        assert!(
            z(figure, own).abs() < limit,
            "{name}: {figure:?} against {own}"
        );
        // Some figures hardly differ between the two, and the log can't tell them.
        if (own - foreign).abs() > (limit + 3.0) * error {
            let off = z(figure, foreign);
            assert!(off.abs() > limit, "{name}: {foreign} passed, z {off}");
            told_apart += 1;
        }
    }
    assert!(told_apart >= 8, "only {told_apart}");
}

#[test]
fn the_errors_are_as_large_as_the_estimates_scatter() {
    let small = Truth {
        days: 20,
        calls_per_day: 150.0,
        ..TRUTH
    };
    let logs = 60;
    let mut squares = [0.0; 12];
    for seed in 0..logs {
        let fit = fitted(&small.log(100 + seed));
        for (sum, (of, truth)) in squares.iter_mut().zip(small.figures()) {
            let off = z(fit.figure(of), truth);
            *sum += off * off / logs as f64;
        }
    }
    // The mean of 60 squares of a normal, by Wilson and Hilferty the cube of a nearly normal number; those
    // of a t with 19 degrees are 19/17 as large.
    let (middle, spread) = (
        1.0 - 2.0 / (9.0 * logs as f64),
        f64::sqrt(2.0 / (9.0 * logs as f64)),
    );
    let reach = limit(squares.len(), KNOWN) * spread;
    let [low, high] = [middle - reach, middle + reach].map(|root| root * root * root * 19.0 / 17.0);
    for (square, (of, _)) in squares.iter().zip(small.figures()) {
        println!("{of:?}: {square:.2}, between {low:.2} and {high:.2}");
        assert!((low..high).contains(square), "{of:?}: {square}");
    }
}

#[test]
fn the_scenario_says_what_the_data_say() {
    let fit = fitted(&TRUTH.log(1));
    let scenario = &fit.scenario;
    assert_eq!(problems(scenario), []);
    let demand = &scenario.demand;
    let mixture = fit.mixture.expect("many hung up");
    assert!((demand.impatient_share / mixture.impatient_share - 1.0).abs() < 1e-3);
    assert!((demand.impatient_seconds / mixture.impatient_seconds - 1.0).abs() < 1e-3);
    assert!((demand.mean_patience_seconds / mixture.patient_seconds - 1.0).abs() < 1e-3);
    assert_eq!(
        (scenario.calendar.opens_hour, scenario.calendar.closes_hour),
        (8.0, 18.0)
    );
    let kinds = demand.types.all();
    let shares: f64 = kinds.iter().map(|kind| kind.share).sum();
    let talk = kinds.iter().map(|k| k.share * k.talk_seconds).sum::<f64>() / shares;
    let mean = fit.figure(Of::ServiceMean).expect("told").value;
    assert!((talk / mean - 1.0).abs() < 0.02, "{talk} against {mean}");
    // Variance of the log within people, less that between the scenario's kinds.
    assert!((0.55..0.68).contains(&demand.talk_cv), "{}", demand.talk_cv);
    let spread = scenario.behaviour.parameters.skill.speed_log_sd;
    assert!((spread - 0.2).abs() < 0.02, "{spread}");
    assert_eq!(
        demand.after_call_seconds,
        Scenario::standard().demand.after_call_seconds
    );
}

#[test]
fn where_the_data_say_nothing_it_is_said() {
    let short = Truth {
        days: 2,
        calls_per_day: 60.0,
        ..TRUTH
    };
    let fit = fitted(&short.log(3));
    assert!(fit.warnings.contains(&Warning::ErrorsFromCalls { days: 2 }));
    assert!(fit.warnings.contains(&Warning::NoWeekdayTwice));
    assert!(fit.figure(Of::MeanWait).is_some_and(|f| f.error.is_some()));
    let bare = fitted("arrived,outcome\n2024-03-05 9:00,answered\n2024-03-05 9:10,abandoned\n");
    assert_eq!(bare.figure(Of::Abandonment).map(|f| f.value), Some(0.5));
    for of in [
        Of::MeanWait,
        Of::MeanPatience,
        Of::ShortShare,
        Of::LogMean,
        Of::Survival(0),
    ] {
        assert_eq!(bare.figure(of), None, "{of:?}");
    }
    let missing = bare
        .warnings
        .iter()
        .filter(|w| matches!(w, Warning::Missing(_)));
    assert_eq!(missing.count(), 3);
    assert_eq!(bare.agents, None);
    assert_eq!(problems(&bare.scenario), []);
}

fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, not {expected}"
    );
}

#[test]
#[ignore = "needs FAIRFLOOR_DATA"]
fn the_bank_of_1999_is_as_measured() {
    let fit = fitted(&real_data("anonymous-bank-1999-08-calls.csv"));
    let value = |of| fit.figure(of).expect("told").value;
    assert_eq!(fit.offered, 27_403.0);
    near(value(Of::Abandonment), 0.232, 5e-4, "abandonment");
    near(value(Of::MeanWait), 95.0, 0.5, "mean wait");
    for (i, share) in [0.306, 0.342, 0.426].into_iter().enumerate() {
        near(value(Of::Within(i)), share, 5e-4, "answered within");
    }
    near(value(Of::MeanServed), 186.0, 0.5, "served");
    near(value(Of::MeanPatience), 410.0, 0.5, "patience");
    let survival = [0.962, 0.892, 0.810, 0.707, 0.545, 0.380];
    for (i, share) in survival.into_iter().enumerate() {
        near(value(Of::Survival(i)), share, 5e-4, "survival");
    }
    near(value(Of::ShortShare), 0.055, 5e-4, "short");
    let regular = fit.service.kinds.iter().find(|kind| kind.name == "PS");
    let regular = regular
        .and_then(|kind| kind.service)
        .expect("the most frequent");
    near(regular.mean, 185.0, 0.5, "PS mean");
    near(regular.log_mean, 4.86, 5e-3, "PS log mean");
    near(regular.log_sd, 0.83, 5e-3, "PS log sd");
    assert!(regular.distance < 0.03, "{}", regular.distance);
    let agents = fit.agents.as_ref().expect("named");
    assert_eq!(agents.compared_on.as_deref(), Some("PS"));
    near(
        agents.log_sd.expect("many").value,
        0.2,
        0.03,
        "between agents",
    );
    let short = agents.short.as_ref().expect("many");
    assert_eq!(short.whose, "A27");
    near(short.most, 0.27, 5e-3, "A27");
    let trend = |u: &Unmatched| matches!(u, Unmatched::Trend { change } if *change < -0.2);
    assert!(fit.unmatched.iter().any(trend), "{:?}", fit.unmatched);
    assert_eq!(problems(&fit.scenario), []);
    // The half-hours of the same bank tell what half-hours can, and the same.
    let counts = fitted(&real_data("anonymous-bank-1999-08-halfhour.csv"));
    assert_eq!(counts.offered, 27_403.0);
    assert_eq!(counts.daily, fit.daily);
    let abandonment = counts.figure(Of::Abandonment).expect("told").value;
    near(abandonment, value(Of::Abandonment), 1e-12, "abandonment");
    assert_eq!(counts.figure(Of::ShortShare), None);
    assert_eq!(counts.mixture, None);
}
