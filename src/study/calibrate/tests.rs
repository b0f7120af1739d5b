//! Promise: every constant and arm can be run, no moment is held out, and known planes are solved.

use super::*;

#[test]
fn every_free_constant_and_every_arm_exists_at_both_ends_of_the_ranges() {
    for end in [-1.0, 1.0] {
        let at = constants(&vec![end; FREE.len()]);
        for (path, value) in FREE.iter().zip(&at) {
            let (low, high) = range(path);
            assert!((low..=high).contains(value), "{path}: {value}");
        }
        assert!(prepare(&at).is_some());
    }
}

#[test]
fn no_moment_is_a_fact_that_is_held_out() {
    use crate::study::evidence::fact::Standing;
    use crate::study::evidence::facts;
    for moment in moments() {
        assert!(
            moment.half > 0.0 && moment.half.is_finite(),
            "{}",
            moment.fact
        );
        let fact = facts::all().find(|fact| fact.id == moment.fact);
        assert!(fact.is_some() || moment.fact.is_empty(), "{}", moment.fact);
        assert!(
            fact.is_none_or(|f| f.standing != Standing::HeldOut),
            "{}",
            moment.fact
        );
    }
    assert_eq!(moments().len(), 23);
}

#[test]
fn two_figures_are_two() {
    let rounded = [0.011_49, 0.5, 8.372, 76.9, -0.1234].map(two_figures);
    assert_eq!(rounded, [0.011, 0.5, 8.4, 77.0, -0.12]);
}

/// Moments that are planes in the constants, with the answer known: on a cut that holds it the fit is it.
#[test]
fn the_best_point_of_known_planes_is_found() {
    let cut = Cut {
        middle: vec![0.25, -0.5],
        half: 0.5,
    };
    let points: Vec<Vec<f64>> = [[0.1, 0.9], [0.8, 0.3], [0.5, 0.5], [0.2, 0.1], [0.9, 0.8]]
        .iter()
        .map(|shares| cut.point(shares))
        .collect();
    // Off by 3 (x − 0.4) and by 2 (x + y), and never defined at the last point.
    let found: Vec<Vec<Option<f64>>> = points
        .iter()
        .enumerate()
        .map(|(at, p)| {
            let known = (at < 4).then_some(2.0 * (p[0] + p[1]));
            vec![Some(3.0 * (p[0] - 0.4)), known]
        })
        .collect();
    let surface = Surface::of(cut, &points, &found);
    // The bowl's lowest point by hand: (9 + 4 + 1) x + 4 y = 3.6; 4 x + (4 + 1) y = 0.
    let expected = [3.6 * 5.0 / 54.0, -3.6 * 4.0 / 54.0];
    let best = surface.best();
    for (found, expected) in best.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-6, "{best:?}");
    }
    // What is left: the inverse of [[14, 4], [4, 5]].
    let left = surface.left();
    assert!(
        (left[0].share - 5.0 / 54.0).abs() < 1e-6 && (left[1].share - 14.0 / 54.0).abs() < 1e-6
    );
    let (with, correlation) = left[0].with.expect("two constants");
    assert_eq!(with, 1);
    assert!((correlation + 4.0 / 70.0_f64.sqrt()).abs() < 1e-6);
}

#[test]
fn a_part_stays_inside_the_ranges() {
    let whole = Cut::whole(2);
    assert_eq!(whole.point(&[0.0, 1.0]), [-1.0, 1.0]);
    let part = whole.about(&[0.9, -0.2]);
    assert_eq!(part.middle, [0.5, -0.2]);
    assert_eq!(part.point(&[1.0, 0.5]), [1.0, -0.2]);
}
