//! What an answer is worth: scores that nobody can better by saying something else than they believe.
//!
//! Each is a mean over all simulated futures, not over the one that came: so luck earns nothing.
//! - A band that should hold four of five futures: the interval score, its width plus ten times (2/α,
//!   α = 0.2) what lies outside. Its best is at the simulation's 10 % and 90 % quantiles (Gneiting and
//!   Raftery 2007, JASA 102:359–378).
//! - A curve: the mean distance, best at the medians.
//! - A ranking: pairs in the right order, best where each pair is as more than half of the futures have it.
//!
//! Points are 100 for the best that anybody could have said.

use super::lesson::{Scale, Task};
use super::ticket::{Answer, POINTS};
use crate::measure::outcome::Outcome;
use crate::measure::summary::quantile;

/// Share of the futures that a band should leave outside.
pub const OUTSIDE: f64 = 0.2;

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// 0 to 100; 100 is the best that could have been said.
    pub points: f64,
    /// The score itself, in the metric's unit, lower is better; for a ranking the share of pairs that are wrong.
    pub loss: f64,
    /// The best possible loss.
    pub best: f64,
    /// What to say about it.
    pub reply: Reply,
}

/// What is said about an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reply {
    /// The band is about as wide as luck is, and in the right place. With the share of futures inside.
    WellJudged(f64),
    /// It holds the futures, but is so many times as wide as needed.
    TooWide(f64, f64),
    /// Narrower than luck is: with the share of futures inside.
    TooSure(f64),
    /// As wide as luck or wider, but too high.
    TooHigh(f64),
    /// As wide as luck or wider, but too low.
    TooLow(f64),
    /// The curve's mean distance, and the point at which it was widest.
    Distance(f64, usize),
    /// So many pairs of so many are as most futures have them.
    Pairs(u32, u32),
}

/// A metric's values, plan by plan, in the years in which every plan has it: so they stay pairs.
#[must_use]
pub fn futures(sides: &[&[Outcome]], metric: usize) -> Vec<Vec<f64>> {
    let years = sides.iter().map(|side| side.len()).min().unwrap_or(0);
    let mut futures = vec![Vec::new(); sides.len()];
    for year in 0..years {
        let values: Option<Vec<f64>> = sides
            .iter()
            .map(|side| side[year].metrics.get(metric).copied().flatten())
            .collect();
        for (future, value) in futures.iter_mut().zip(values.into_iter().flatten()) {
            future.push(value);
        }
    }
    futures
}

/// The interval score of a band over all futures.
#[must_use]
pub fn interval(low: f64, high: f64, futures: &[f64]) -> f64 {
    let beyond = futures
        .iter()
        .map(|y| (low - y).max(0.0) + (y - high).max(0.0));
    high - low + 2.0 / OUTSIDE * beyond.sum::<f64>() / count(futures.len())
}

/// Judges a band; None without futures.
#[must_use]
pub fn band(low: f64, high: f64, futures: &[f64]) -> Option<Score> {
    let sorted = sorted(futures)?;
    let (from, to) = (
        least(&sorted, OUTSIDE / 2.0),
        least(&sorted, 1.0 - OUTSIDE / 2.0),
    );
    let (loss, best) = (interval(low, high, &sorted), interval(from, to, &sorted));
    let inside = sorted.iter().filter(|y| (low..=high).contains(*y)).count();
    let inside = count(inside) / count(sorted.len());
    let (width, needed) = (high - low, to - from);
    let times = if needed > 0.0 {
        width / needed
    } else {
        f64::INFINITY
    };
    let below = count(sorted.iter().filter(|y| **y < low).count()) / count(sorted.len());
    let above = 1.0 - inside - below;
    // Half of what may lie outside belongs on each side; a band with nearly all of it on one is misplaced.
    let misplaced = (above - below).abs() > OUTSIDE * 0.75;
    let reply = if inside >= 1.0 - 1.5 * OUTSIDE && !misplaced {
        if times <= 1.4 {
            Reply::WellJudged(inside)
        } else {
            Reply::TooWide(inside, times)
        }
    } else if times < 0.75 {
        Reply::TooSure(inside)
    } else if f64::midpoint(low, high) > f64::midpoint(from, to) {
        Reply::TooHigh(inside)
    } else {
        Reply::TooLow(inside)
    };
    Some(Score {
        points: points(best, loss),
        loss,
        best,
        reply,
    })
}

/// Judges a curve against the futures at each of its places.
#[must_use]
pub fn curve(heights: &[f64; POINTS], futures: &[Vec<f64>]) -> Option<Score> {
    let (mut loss, mut best, mut worst) = (0.0, 0.0, (0.0, 0));
    if futures.len() != POINTS {
        return None;
    }
    for (at, (height, futures)) in heights.iter().zip(futures).enumerate() {
        let sorted = sorted(futures)?;
        let median = quantile(&sorted, 0.5);
        let distance =
            |from: f64| sorted.iter().map(|y| (y - from).abs()).sum::<f64>() / count(sorted.len());
        loss += distance(*height) / count(POINTS);
        best += distance(median) / count(POINTS);
        if (height - median).abs() > worst.0 {
            worst = ((height - median).abs(), at);
        }
    }
    let reply = Reply::Distance(loss, worst.1);
    Some(Score {
        points: points(best, loss),
        loss,
        best,
        reply,
    })
}

/// Judges an order of plans, best first, future by future under common luck; ties count half.
#[must_use]
pub fn ranking(order: &[u8], futures: &[Vec<f64>], lower_is_better: bool) -> Option<Score> {
    let years = futures
        .iter()
        .map(Vec::len)
        .min()
        .filter(|years| *years > 0)?;
    if order.len() != futures.len() {
        return None;
    }
    let (mut wrong, mut least, mut right, mut pairs) = (0.0, 0.0, 0, 0);
    for (at, ahead) in order.iter().enumerate() {
        for behind in &order[at + 1..] {
            let (a, b) = (
                futures.get(usize::from(*ahead))?,
                futures.get(usize::from(*behind))?,
            );
            let lost = losses(a, b, years, lower_is_better);
            wrong += lost;
            least += lost.min(1.0 - lost);
            right += u32::from(lost <= 0.5);
            pairs += 1;
        }
    }
    let pairs_ = f64::from(pairs);
    let (wrong, least) = (wrong / pairs_, least / pairs_);
    let best = if least < 1.0 {
        100.0 * (1.0 - wrong) / (1.0 - least)
    } else {
        0.0
    };
    Some(Score {
        points: best,
        loss: wrong,
        best: least,
        reply: Reply::Pairs(right, pairs),
    })
}

/// Share of the futures in which the first loses to the second; ties count half.
#[must_use]
pub fn losses(first: &[f64], second: &[f64], years: usize, lower_is_better: bool) -> f64 {
    let lost = first.iter().zip(second).take(years).map(|(a, b)| {
        if a == b {
            0.5
        } else {
            f64::from(u8::from((a > b) == lower_is_better))
        }
    });
    lost.sum::<f64>() / count(years)
}

/// Judges whatever was answered in a round; a scheme is judged by the league.
#[must_use]
pub fn judge(task: &Task, answer: &Answer, futures: &[Vec<f64>]) -> Option<Score> {
    let scale: Scale = task.scale();
    match answer {
        Answer::Band(low, high) => band(scale.amount(*low), scale.amount(*high), futures.first()?),
        Answer::Curve(points) => curve(&points.map(|p| scale.amount(p)), futures),
        Answer::Ranking(order) => ranking(order, futures, is_lower_better(task)),
        Answer::Scheme(_) => None,
    }
}

/// True where less of the round's metric is better.
#[must_use]
pub fn is_lower_better(task: &Task) -> bool {
    task.about().better == crate::measure::metric::Better::Lower
}

/// The future at which the expected loss is least: the order statistic, not a value between two.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn least(sorted: &[f64], share: f64) -> f64 {
    // A hair less, so that a tenth of ten futures is the first and not the second.
    let at = (share * count(sorted.len()) - 1e-9).ceil() as usize;
    sorted[at.clamp(1, sorted.len()) - 1]
}

fn points(best: f64, loss: f64) -> f64 {
    if loss > 0.0 {
        (100.0 * best / loss).clamp(0.0, 100.0)
    } else {
        100.0
    }
}

fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    let mut sorted = values.to_vec();
    crate::order::numbers(&mut sorted);
    (!sorted.is_empty()).then_some(sorted)
}

#[allow(clippy::cast_precision_loss)]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn futures() -> Vec<f64> {
        (0..64).map(|i| 0.1 + 0.004 * f64::from(i)).collect()
    }

    #[test]
    fn replies_name_what_is_wrong_with_a_band() {
        let reply = |low, high| band(low, high, &futures()).map(|s| s.reply);
        assert!(matches!(reply(0.12, 0.33), Some(Reply::WellJudged(_))));
        assert!(matches!(reply(0.0, 0.8), Some(Reply::TooWide(inside, _)) if inside == 1.0));
        assert!(matches!(reply(0.2, 0.22), Some(Reply::TooSure(_))));
        assert!(matches!(reply(0.25, 0.5), Some(Reply::TooHigh(_))));
        assert!(matches!(reply(0.0, 0.2), Some(Reply::TooLow(_))));
        // Wide enough for anything, and yet a fifth of the futures lie below it and none above.
        assert!(matches!(reply(0.15, 0.6), Some(Reply::TooHigh(_))));
        assert_eq!(band(0.0, 1.0, &[]), None);
    }

    #[test]
    fn the_right_order_has_all_points_and_the_reverse_fewest() {
        let futures = [0.3, 0.1, 0.2]
            .map(|base| (0..32).map(|i| base + 0.01 * f64::from(i % 3)).collect())
            .to_vec();
        let points = |order: &[u8]| ranking(order, &futures, true).map(|s| s.points);
        assert_eq!(points(&[1, 2, 0]), Some(100.0));
        assert_eq!(points(&[0, 2, 1]), Some(0.0));
        assert_eq!(points(&[0, 1]), None);
    }

    proptest! {
        /// Proper: no band, curve or order scores more than what the simulation itself would say.
        #[test]
        fn nobody_betters_the_simulation(
            futures in prop::collection::vec(0.0..1.0_f64, 1..80), a in 0.0..1.0_f64, b in 0.0..1.0_f64,
        ) {
            let score = band(a.min(b), a.max(b), &futures);
            prop_assert!(score.is_some_and(|s| s.loss >= s.best - 1e-12));
            let all = vec![futures.clone(); POINTS];
            let drawn = curve(&[a; POINTS], &all);
            prop_assert!(drawn.is_some_and(|s| s.loss >= s.best - 1e-12));
        }
    }
}
