//! Surfaces against functions whose indices are known.

use super::basis::Spread;
use super::sample::worlds;
use super::surface::{Degrees, Surface, fit};
use crate::measure::summary::{normal_quantile, student_t};
use crate::rng::{Draws, Luck, Stream};

fn draws(replication: u32) -> Draws {
    let luck = Luck {
        seed: 11,
        replication,
    };
    luck.stream(Stream::Worlds, 0, 0)
}

/// So many that Student's limit is not far out.
const REPEATS: u32 = 40;

/// Repeats of the whole estimate on fresh samples: their mean must be the truth within what chance does to
/// the farthest of these figures once in 10,000, plus what a polynomial of this degree can't follow, `blind`.
fn check(
    f: impl Fn(&[f64], &mut Draws) -> f64,
    spreads: &[Spread],
    sizes: (usize, u32),
    degrees: Degrees,
    truth: &[(f64, f64)],
    blind: f64,
) {
    let (points, repeats) = sizes;
    let surfaces: Vec<Surface> = (0..repeats)
        .map(|repeat| {
            let mut draws = draws(repeat);
            let sample = worlds(points, spreads.len(), &mut draws);
            let values: Vec<f64> = sample.iter().map(|p| f(p, &mut draws)).collect();
            fit(&sample, &values, spreads, degrees).expect("values differ")
        })
        .collect();
    // Two figures an input, two sides each.
    let each = 1e-4 / f64::from(u32::try_from(4 * truth.len()).expect("few"));
    let limit = student_t(-normal_quantile(each), repeats as usize - 1);
    let near = |of: &dyn Fn(&Surface) -> f64, expected: f64, what: &str| {
        let found: Vec<f64> = surfaces.iter().map(of).collect();
        let n = f64::from(repeats);
        let mean = found.iter().sum::<f64>() / n;
        let variance = found.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
        let allowed = limit * (variance / n).sqrt() + blind;
        assert!(
            (mean - expected).abs() < allowed,
            "{what}: {mean}, known {expected}"
        );
    };
    for (input, (alone, in_all)) in truth.iter().enumerate() {
        near(
            &|s| s.alone(input) / s.variance(),
            *alone,
            &format!("alone {input}"),
        );
        near(
            &|s| s.in_all(input) / s.variance(),
            *in_all,
            &format!("in all {input}"),
        );
    }
}

const PI: f64 = std::f64::consts::PI;

/// Ishigami's function with a = 7, b = 0.1 (Ishigami & Homma 1990); the sine by its series, as the
/// library has none.
fn ishigami(x: &[f64]) -> f64 {
    let sine = |x: f64| {
        let mut term = x;
        let mut sum = x;
        for k in 1..14 {
            let k = f64::from(k);
            term *= -x * x / ((2.0 * k) * (2.0 * k + 1.0));
            sum += term;
        }
        sum
    };
    let [a, b, c] = [x[0], x[1], x[2]].map(|u| PI * (2.0 * u - 1.0));
    sine(a) + 7.0 * sine(b) * sine(b) + 0.1 * c * c * c * c * sine(a)
}

/// (alone, in all) from the closed form: variances of the parts over the whole.
fn ishigami_truth() -> [(f64, f64); 3] {
    let (a, b): (f64, f64) = (7.0, 0.1);
    let p4 = PI * PI * PI * PI;
    let v1 = 0.5 * (1.0 + b * p4 / 5.0) * (1.0 + b * p4 / 5.0);
    let v2 = a * a / 8.0;
    let v13 = b * b * p4 * p4 * (1.0 / 18.0 - 1.0 / 50.0);
    let v = v1 + v2 + v13;
    [(v1 / v, (v1 + v13) / v), (v2 / v, v2 / v), (0.0, v13 / v)]
}

#[test]
fn ishigami_has_its_known_indices() {
    let degrees = Degrees {
        single: 10,
        pair: 9,
    };
    check(
        |x, _| ishigami(x),
        &[Spread::Even; 3],
        (400, REPEATS),
        degrees,
        &ishigami_truth(),
        0.002,
    );
}

/// With as much noise as a replication has: noise of half the function's standard deviation must not go
/// to any input.
#[test]
fn ishigami_has_its_known_indices_under_noise() {
    let degrees = Degrees { single: 8, pair: 7 };
    let noisy = |x: &[f64], draws: &mut Draws| ishigami(x) + 1.86 * draws.normal();
    check(
        noisy,
        &[Spread::Even; 3],
        (800, REPEATS),
        degrees,
        &ishigami_truth(),
        0.01,
    );
}

/// Sobol's g-function with a = 1, 2, 5, 10, 20, 50: products of absolute values, which polynomials
/// follow only roughly; what degree six leaves of |4u − 2| is 1.2 % of its variance.
#[test]
fn the_g_function_has_its_known_indices() {
    let a = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0];
    let parts = a.map(|a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let whole = parts.iter().map(|v| 1.0 + v).product::<f64>() - 1.0;
    let truth: Vec<(f64, f64)> = parts
        .iter()
        .map(|v| (v / whole, v * (whole + 1.0) / (1.0 + v) / whole))
        .collect();
    let g = |x: &[f64], _: &mut Draws| -> f64 {
        let part = |(x, a): (&f64, &f64)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a);
        x.iter().zip(&a).map(part).product()
    };
    let degrees = Degrees { single: 6, pair: 6 };
    check(
        g,
        &[Spread::Even; 6],
        (500, REPEATS),
        degrees,
        &truth,
        0.012,
    );
}

/// Options are no numbers: an input with three of them, one of which matters only together with another
/// input.
#[test]
fn options_have_their_share() {
    let spreads = [Spread::Options(3), Spread::Even, Spread::Options(2)];
    // Values −1, 0, 1 by option: variance 2/3. Product of the last option with a centred line: 1/3 × 1/12
    // × 36 = 1, of which the line alone has 1/9 × 1/12 × 36 = 1/3.
    let f = |x: &[f64], _: &mut Draws| {
        let option = f64::from(spreads[0].option(x[0]));
        let last = f64::from(u8::from(option > 1.5));
        (option - 1.0) + last * 6.0 * (x[1] - 0.5)
    };
    let whole = 2.0 / 3.0 + 1.0;
    let truth = [
        (2.0 / 3.0 / whole, (2.0 / 3.0 + 2.0 / 3.0) / whole),
        (1.0 / 3.0 / whole, 1.0 / whole),
        (0.0, 0.0),
    ];
    let degrees = Degrees { single: 3, pair: 3 };
    check(f, &spreads, (300, REPEATS), degrees, &truth, 0.002);
}

#[test]
fn a_surface_says_what_it_explains_and_what_is_left() {
    let mut draws = draws(90);
    let spreads = [Spread::Even; 20];
    let sample = worlds(200, 20, &mut draws);
    let noise: Vec<f64> = sample.iter().map(|_| draws.normal()).collect();
    let degrees = Degrees { single: 3, pair: 3 };
    // Noise alone: nothing is found in it although 630 terms were looked at.
    let nothing = fit(&sample, &noise, &spreads, degrees).expect("values differ");
    assert_eq!(nothing.terms.len(), 0, "{:?}", nothing.terms);
    assert!(nothing.explained <= 0.0);
    // A line in noise of its own size: half is explained, and what is left is the noise.
    let line: Vec<f64> = sample
        .iter()
        .zip(&noise)
        .map(|(p, e)| 12.0_f64.sqrt() * p[4] + e)
        .collect();
    let found = fit(&sample, &line, &spreads, degrees).expect("values differ");
    // The standard error of a variance of n normal values is its size times the root of 2/n: 0.1.
    assert!(
        (found.residual_variance - 1.0).abs() < 0.4,
        "{}",
        found.residual_variance
    );
    assert!(found.in_all(4) > 0.9 * found.variance());
    // Nothing but the fifth input moves it, by the slope that was put in: the spread of 0.4 is 4 of 10.
    let height = |at: f64| {
        found.at(&(0..20)
            .map(|i| if i == 4 { at } else { 0.5 })
            .collect::<Vec<f64>>())
    };
    let rise = height(0.9) - height(0.5);
    let slope = 12.0_f64.sqrt();
    // The standard error of a slope over 200 points that spread by 1/√12, in noise of 1.
    assert!(
        (rise - 0.4 * slope).abs() < 4.0 * 0.4 * (12.0_f64 / 200.0).sqrt(),
        "{rise}"
    );
    assert!(fit(&sample, &vec![1.0; 200], &spreads, degrees).is_none());
}
