//! The steepest stretch of a curve: where a step of the lever costs most.

use super::answer::{Seek, Wish};
use crate::measure::metric::{Better, METRICS};
use crate::measure::outcome::Outcome;
use crate::measure::summary::{self, Summary, paired};

/// A stretch this many times as steep as the mean one may be called a cliff.
const CLIFF: f64 = 2.0;

/// Where a metric changes fastest for the worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steepest {
    /// Place among the metrics.
    pub metric: usize,
    /// Lower end of the stretch.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// Change of the mean per unit of the lever, upwards.
    pub slope: f64,
    /// How many times the mean steepness of all stretches.
    pub times_mean: f64,
    /// True where it is a cliff: [`CLIFF`] times the mean steepness, and the change is beyond what chance
    /// makes of as many stretches once in twenty curves.
    pub is_cliff: bool,
}

/// For each required metric, or turnover where nothing is required. Only what gets worse in the direction
/// of the wish counts; where neither way is worse, either does.
pub(super) fn steepest(points: &[(f64, &[Outcome])], wish: &Wish) -> Vec<Steepest> {
    let mut metrics: Vec<usize> = wish.constraints.iter().map(|c| c.metric).collect();
    crate::order::by(&mut metrics, Ord::cmp);
    metrics.dedup();
    if metrics.is_empty() {
        metrics.push(0);
    }
    metrics
        .into_iter()
        .filter_map(|metric| of_metric(points, metric, wish.seek))
        .collect()
}

fn of_metric(points: &[(f64, &[Outcome])], metric: usize, seek: Seek) -> Option<Steepest> {
    // Change towards the wish that counts as worse: +1 upwards on the lever, −1 downwards, 0 either.
    let bad = match (METRICS[metric].better, seek) {
        (Better::Lower, Seek::Highest) | (Better::Higher, Seek::Lowest) => 1.0,
        (Better::Higher, Seek::Highest) | (Better::Lower, Seek::Lowest) => -1.0,
        (Better::Neither, _) => 0.0,
    };
    let stretches: Vec<(f64, f64, f64, Summary)> = points
        .windows(2)
        .filter_map(|pair| {
            let ((from, before), (to, after)) = (pair[0], pair[1]);
            let change = Summary::of(&paired(after, before, metric))?;
            Some((from, to, change.mean / (to - from), change))
        })
        .collect();
    let mean = stretches.iter().map(|s| s.2.abs()).sum::<f64>() / count(stretches.len());
    let steepness = |slope: f64| if bad == 0.0 { slope.abs() } else { slope * bad };
    let (from, to, slope, change) = stretches.iter().copied().reduce(|best, s| {
        if steepness(s.2) > steepness(best.2) {
            s
        } else {
            best
        }
    })?;
    if steepness(slope) <= 0.0 || change.count < 2 {
        return None;
    }
    let times_mean = slope.abs() / mean;
    let beyond = summary::normal_quantile(1.0 - 0.025 / count(stretches.len()));
    let beyond = summary::student_t(beyond, change.count - 1) * change.standard_error();
    Some(Steepest {
        metric,
        from,
        to,
        slope,
        times_mean,
        is_cliff: times_mean >= CLIFF && change.count >= 8 && change.mean.abs() > beyond,
    })
}

#[allow(clippy::cast_precision_loss)]
fn count(n: usize) -> f64 {
    n as f64
}
