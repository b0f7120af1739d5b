//! Promise: each other centre gives a plausible year, near what is published of its kind or known not to
//! be; and what the paper says of its own centre is nowhere taken for theirs.

use crate::chance::limit;
use fairfloor::measure::metric::position;
use fairfloor::measure::outcome::Outcome;
use fairfloor::measure::summary::{Summary, values};
use fairfloor::rng::Luck;
use fairfloor::scenario::plan::Plan;
use fairfloor::scenario::presets;
use fairfloor::scenario::{Scenario, find};
use fairfloor::study;
use fairfloor::study::evidence::centres::{CENTRES, years};
use fairfloor::view::centres::is_near;
use fairfloor::view::centres::typical::SHEETS;
use rayon::prelude::*;

const PRIVATE: [&str; 4] = ["bank-line", "after-sales", "telecom-outsourced", "clinic"];

fn scenario(id: &str) -> Scenario {
    presets::find(id).expect("a built-in centre").scenario()
}

fn simulated(id: &str, years: u32) -> Vec<Outcome> {
    let plan = Plan::new(&scenario(id)).expect("sound");
    let year = |replication| {
        let seed = 1999;
        study::replication(&plan, Luck { seed, replication })
    };
    (0..years).into_par_iter().map(year).collect()
}

/// The mean may miss a range by what chance may do to the farthest of all figures of all centres.
#[test]
fn each_centre_is_near_what_is_published_or_known_not_to_be() {
    let mut wrong = Vec::new();
    let figures: usize = SHEETS.iter().map(|sheet| sheet.typical.len()).sum();
    for sheet in &SHEETS {
        let found = simulated(sheet.centre, years(sheet.centre).div_ceil(3));
        for figure in sheet.typical {
            let metric = position(figure.metric).expect("a metric");
            let summary = Summary::of(&values(&found, metric)).expect("years");
            let (low, high) = figure.near;
            let slack = limit(figures, summary.count - 1) * summary.standard_error();
            let close = (low - slack..=high + slack).contains(&summary.mean);
            let is_wrong = if figure.deviates {
                is_near(figure, summary.mean)
            } else {
                !close
            };
            if is_wrong {
                let state = if figure.deviates {
                    "near by now"
                } else {
                    "not near"
                };
                wrong.push(format!(
                    "{} {}: {} is {state} ({low} to {high})",
                    sheet.centre, figure.metric, summary.mean
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_other_centre_has_its_sheet_and_every_source_a_value() {
    let sheets: Vec<&str> = SHEETS.iter().map(|sheet| sheet.centre).collect();
    assert_eq!(sheets, CENTRES[1..]);
    let standard = Scenario::standard();
    for sheet in &SHEETS {
        let own = scenario(sheet.centre);
        for sourced in sheet.sourced {
            let field = find(sourced.path).unwrap_or_else(|| panic!("no {}", sourced.path));
            let differs = (field.get)(&own) != (field.get)(&standard);
            assert!(differs, "{}: {} is the default", sheet.centre, sourced.path);
        }
    }
}

/// The paper's centre: 93.3 % with a degree, 91.1 % under 35, 80.9 % women, its care duties, no cash.
#[test]
fn what_the_paper_says_of_its_own_centre_does_not_leak() {
    let paper = Scenario::standard().workforce;
    for centre in PRIVATE.into_iter().chain(["hotline-12345"]) {
        let own = scenario(centre).workforce;
        let shares = |w: &fairfloor::scenario::workforce::Workforce| {
            [w.degree_share, w.under_35_share, w.women_share].map(f64::to_bits)
        };
        let same = shares(&own)
            .iter()
            .zip(shares(&paper))
            .any(|(a, b)| *a == b);
        assert!(!same, "{centre}: a share is the paper's");
        assert!(
            own.care_duty != paper.care_duty,
            "{centre}: the paper's care"
        );
    }
    for centre in PRIVATE {
        let cash = scenario(centre).rewards.cash;
        assert!(
            cash.allowed && cash.bonus_share_of_pay > 0.0,
            "{centre}: no cash"
        );
    }
    let hotline = scenario("hotline-12345").rewards.cash;
    assert!(!hotline.allowed, "a public line has no cash to hand out");
}
