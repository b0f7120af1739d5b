//! Lengths of calls: is each kind log-normal, which calls are too long to be believed.

use super::spread::Moments;
use super::sums::SHORT_SECONDS;
use crate::math::{exp, ln, normal_cdf};
use crate::scenario::import::calls::Log;

/// Calls this many standard deviations above the mean of the log are lines left open or slips of the
/// clock: a log-normal has three in a hundred thousand of them.
const LONG_DEVIATIONS: f64 = 4.0;
/// Fewer calls of a kind tell nothing about its distribution.
const FEWEST_CALLS: f64 = 30.0;

/// Lengths of answered calls of at least [`SHORT_SECONDS`].
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Service {
    /// Over all kinds, where the file has lengths.
    pub all: Option<LogNormal>,
    /// Mean without calls that are too long to be believed.
    pub believed_mean: Option<f64>,
    /// How many are too long, and longer than what.
    pub long: (usize, f64),
    /// Each kind that the file names.
    pub kinds: Vec<KindOfCall>,
}

/// A kind of call as the file names it.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct KindOfCall {
    /// Its name in the file.
    pub name: String,
    /// Calls that came.
    pub offered: usize,
    /// Lengths of those answered; None where too few were.
    pub service: Option<LogNormal>,
}

/// The log-normal distribution that fits best, and how well.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LogNormal {
    /// Calls.
    pub count: f64,
    /// Mean in seconds.
    pub mean: f64,
    /// Mean of the log.
    pub log_mean: f64,
    /// Standard deviation of the log.
    pub log_sd: f64,
    /// Kolmogorov–Smirnov distance: the largest between the shares of calls below any length, in the
    /// file and in the distribution.
    pub distance: f64,
}

/// All that the calls' lengths say.
#[must_use]
pub fn of(log: &Log) -> Service {
    let mut lengths = vec![Vec::new(); log.kinds.len()];
    let mut offered = vec![0; log.kinds.len()];
    for call in &log.calls {
        offered[call.kind as usize] += 1;
        if let Some(seconds) = call.served.filter(|s| *s >= SHORT_SECONDS) {
            lengths[call.kind as usize].push(seconds);
        }
    }
    let all = log_normal(&lengths.concat());
    let longest = all.map_or(f64::INFINITY, |all| {
        exp(all.log_mean + LONG_DEVIATIONS * all.log_sd)
    });
    let mut believed = Moments::default();
    let mut long = 0;
    for seconds in lengths.iter().flatten() {
        if *seconds > longest {
            long += 1;
        } else {
            believed.add(*seconds);
        }
    }
    let kinds = log.kinds.iter().zip(offered).zip(&lengths);
    let mut kinds: Vec<KindOfCall> = kinds
        .map(|((name, offered), lengths)| KindOfCall {
            name: name.clone(),
            offered,
            service: log_normal(lengths),
        })
        .filter(|kind| !kind.name.is_empty())
        .collect();
    crate::order::by(&mut kinds, |a, b| {
        b.offered.cmp(&a.offered).then(a.name.cmp(&b.name))
    });
    Service {
        all,
        believed_mean: believed.mean(),
        long: (long, longest),
        kinds,
    }
}

fn log_normal(lengths: &[f64]) -> Option<LogNormal> {
    let (mut plain, mut logs) = (Moments::default(), Moments::default());
    let mut sorted: Vec<f64> = lengths.iter().map(|seconds| ln(*seconds)).collect();
    crate::order::numbers(&mut sorted);
    for (seconds, log) in lengths.iter().zip(&sorted) {
        plain.add(*seconds);
        logs.add(*log);
    }
    if plain.count < FEWEST_CALLS {
        return None;
    }
    let (log_mean, log_sd) = (logs.mean()?, logs.sd().filter(|sd| *sd > 0.0)?);
    let mut distance: f64 = 0.0;
    let mut below = 0.0;
    for log in &sorted {
        let fitted = normal_cdf((log - log_mean) / log_sd);
        let above = below + 1.0 / plain.count;
        distance = distance
            .max((fitted - below).abs())
            .max((fitted - above).abs());
        below = above;
    }
    Some(LogNormal {
        count: plain.count,
        mean: plain.mean()?,
        log_mean,
        log_sd,
        distance,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_tells_log_normal_from_uniform() {
        let even = |i: u32| (f64::from(i) + 0.5) / 1000.0;
        // Logistic quantiles on the log scale are near enough to normal ones; uniform lengths are not.
        let close: Vec<f64> = (0..1000)
            .map(|i| exp(5.0 + 0.45 * ln(even(i) / (1.0 - even(i)))))
            .collect();
        let far: Vec<f64> = (0..1000).map(|i| 10.0 + 300.0 * even(i)).collect();
        let distance = |lengths: &[f64]| log_normal(lengths).map_or(1.0, |fit| fit.distance);
        assert!(distance(&close) < 0.03, "{}", distance(&close));
        assert!(distance(&far) > 0.08, "{}", distance(&far));
        assert_eq!(log_normal(&close[..29]), None);
    }
}
