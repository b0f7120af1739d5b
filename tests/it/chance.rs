//! What chance alone may do: the one limit by which the tests judge figures that come of luck.

use fairfloor::measure::summary::{normal_quantile, student_t};

/// How often a test of a sound program would fail if its luck were drawn anew.
const FALSE_ALARMS: f64 = 1e-4;

/// Degrees of freedom where the standard error is known and not estimated.
pub const KNOWN: usize = usize::MAX;

/// How many standard errors the farthest of a test's `figures` may be off, to either side: Student's
/// limit with the false alarms shared out evenly (Bonferroni), so that figures may hang together.
pub fn limit(figures: usize, freedom: usize) -> f64 {
    let each = FALSE_ALARMS / figures as f64;
    student_t(-normal_quantile(each / 2.0), freedom)
}

/// Against R's `qt(1 - 1e-4 / 2 / figures, freedom)`; the expansion errs to the strict side by up to two
/// per cent where freedom is little.
#[test]
fn limits_are_those_of_the_tables() {
    for (figures, freedom, expected) in [(1, KNOWN, 3.891), (10, KNOWN, 4.417), (1, 9, 6.594)] {
        let found = limit(figures, freedom);
        let off = found / expected - 1.0;
        assert!((-0.02..0.001).contains(&off), "{figures}: {found}");
    }
}
