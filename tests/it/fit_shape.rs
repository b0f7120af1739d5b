//! Promise: the curves that show how well a fit fits are those of the data, and say so when it doesn't.

use crate::calls::real_data;
use crate::fit::{TRUTH, Truth, fitted};
use fairfloor::math::exp;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::import::course::days_of_calls;
use fairfloor::scenario::import::{ExportRows, read};
use fairfloor::study::fit::Fit;
use fairfloor::study::fit::shape::inside;
use fairfloor::view::chart::fit::{Plot, plots};
use fairfloor::view::chart::svg;

/// The largest distance in standard errors between the file's curve and a truth's.
fn farthest(fit: &Fit, truth: &Truth) -> f64 {
    let survival = |seconds: f64| {
        truth.impatient_share * exp(-seconds / truth.impatient_seconds)
            + (1.0 - truth.impatient_share) * exp(-seconds / truth.patient_seconds)
    };
    let told = fit.shape.patience.iter().filter_map(|point| {
        let error = point.error.filter(|error| *error > 0.0)?;
        Some((point.survival - survival(point.seconds)).abs() / error)
    });
    told.fold(0.0, f64::max)
}

#[test]
fn patience_is_drawn_as_it_was_made() {
    let fit = fitted(&TRUTH.log(1));
    assert_eq!(fit.shape.patience.len(), 61);
    // The largest of sixty points of one curve, which hang together.
    assert!(farthest(&fit, &TRUTH) < 4.0, "{}", farthest(&fit, &TRUTH));
    let other = Truth {
        impatient_seconds: 25.0,
        ..TRUTH
    };
    assert!(farthest(&fit, &other) > 4.0, "{}", farthest(&fit, &other));
}

#[test]
fn every_call_has_its_class() {
    let fit = fitted(&TRUTH.log(1));
    let all = fit.service.all.expect("many").count;
    let classes = &fit.shape.lengths;
    let too_long = fit.service.long.0 as f64;
    assert_eq!(classes.iter().map(|c| c.calls).sum::<f64>(), all - too_long);
    // Pearson's statistic over the classes in which the distribution puts ten calls or more: its mean
    // is their number less three, its variance twice that.
    let (mut squares, mut count) = (0.0, 0.0);
    for class in classes.iter().filter(|class| class.fitted >= 10.0) {
        squares += (class.calls - class.fitted) * (class.calls - class.fitted) / class.fitted;
        count += 1.0;
    }
    let freedom = count - 3.0;
    let z = (squares - freedom) / f64::sqrt(2.0 * freedom);
    // People differ, which makes their calls hang together, hence more than chance (3.9): by how much no
    // standard error says, and five is a rule of design.
    assert!(count > 20.0 && z.abs() < 5.0, "{count} classes, z = {z}");
}

#[test]
fn days_lie_where_the_spread_says_and_not_where_chance_alone_does() {
    let busy = Truth {
        calls_per_day: 2000.0,
        days: 28,
        ..TRUTH
    };
    let (_, export) = read(&busy.log(4));
    let Some(ExportRows::Calls(log)) = export.map(|export| export.rows) else {
        panic!("calls");
    };
    let days = days_of_calls(&log);
    let share = |cv| inside(&days, cv).expect("four of each weekday");
    // A day's half-hours share its level, so what counts is the number of days.
    let error = f64::sqrt(0.9 * 0.1 / 28.0);
    let right = share(busy.day_cv);
    assert_eq!(right.half_hours, 28 * 20);
    assert!(
        (right.share - right.expected).abs() < 4.0 * error,
        "{right:?}"
    );
    let wrong = share(0.0);
    assert!(wrong.share < wrong.expected - 4.0 * error, "{wrong:?}");
}

fn check_drawn(plots: &[Plot]) {
    for plot in plots {
        let svg = svg::text(&plot.drawing);
        for bad in ["NaN", "inf"] {
            assert!(
                !svg.contains(bad) && !plot.caption.contains(bad),
                "{plot:?}"
            );
        }
        assert!(
            !plot.title.is_empty() && plot.caption.len() > 60,
            "{plot:?}"
        );
    }
}

#[test]
fn what_the_file_tells_is_drawn_and_nothing_else() {
    let fit = fitted(&TRUTH.log(1));
    for (language, word) in [(Language::En, "data"), (Language::Zh, "数据")] {
        for width in [360.0, 800.0] {
            let plots = plots(&fit, width, language);
            assert_eq!(plots.len(), 3);
            check_drawn(&plots);
            assert!(plots[0].caption.contains(word), "{}", plots[0].caption);
        }
    }
    let counts = "date,start,offered\n2024-03-04,09:00,12\n2024-03-05,09:00,15\n";
    let few = plots(&fitted(counts), 800.0, Language::En);
    assert_eq!(few.len(), 1, "half-hours tell the course and no more");
    assert!(few[0].caption.contains("No weekday comes twice"));
    check_drawn(&few);
}

#[test]
#[ignore = "needs FAIRFLOOR_DATA"]
fn the_bank_of_1999_is_drawn() {
    let fit = fitted(&real_data("anonymous-bank-1999-08-calls.csv"));
    check_drawn(&plots(&fit, 800.0, Language::En));
    let inside = fit.shape.inside.expect("three of each weekday");
    // 21 days; a day's half-hours share its level.
    let error = f64::sqrt(0.9 * 0.1 / 21.0);
    assert!(
        (inside.share - inside.expected).abs() < 4.0 * error,
        "{inside:?}"
    );
}
