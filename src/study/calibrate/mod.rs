//! Calibration: which values of the free constants bring the model nearest to the stylised facts' centres,
//! and which of them those facts can tell at all.
//!
//! A response surface (Box & Wilson 1951). In each round the centres are run at points spread over a part of
//! the plausible ranges, each with luck of its own; every moment is fitted by a plane over that part; the
//! next round's part is half as wide about the point where the planes fit best. The first part is the whole
//! of the ranges, so nothing depends on where the defaults stood. «Best» weighs being off a moment's centre
//! by half of its band like being off the middle of a constant's range by half of the range: ranges are the
//! priors, and a constant of which no moment speaks stays in the middle of its range.
//!
//! Whoever drives it runs the scenarios; nothing here has a thread or a clock.

pub mod moments;
pub mod surface;

use crate::rng::{Luck, Stream};
use crate::scenario::Scenario;
use crate::study::evidence::arm::{Arm, Prepared, Set};
use crate::study::evidence::runs::Runs;
use crate::study::own::{assumption, range};
use crate::study::sensitivity::sample::worlds;
use moments::{Moment, arms, moments};
use std::ops::Range;
use surface::{Cut, Left, Surface};

/// The constants that are fitted. The others stay at their assumption.
pub const FREE: &[&str] = &[
    "behaviour.parameters.quit.base",
    "behaviour.parameters.quit.needs",
    "behaviour.parameters.quit.exhaustion",
    "behaviour.parameters.quit.unfairness",
    "behaviour.parameters.quit.contagion",
    "behaviour.parameters.quit.hopeless",
    "behaviour.parameters.quit.pay_elasticity",
    "behaviour.parameters.quit.flexible_worth",
    "behaviour.parameters.effort.value",
    "behaviour.parameters.effort.discouragement",
    "behaviour.parameters.call.haste_logit",
    "behaviour.parameters.call.tired_logit",
    "behaviour.parameters.skill.speed_log_sd",
    "behaviour.parameters.skill.entry_slowness",
    "behaviour.parameters.cutting.qualm",
    "behaviour.parameters.strain.pressure",
    "behaviour.parameters.strain.conflict",
    "behaviour.parameters.strain.relief",
    "behaviour.parameters.strain.relief_half_life_days",
    "behaviour.parameters.strain.resilience_sd",
    "behaviour.parameters.strain.resilience_temper",
    "behaviour.parameters.home.absence_slope",
    "behaviour.parameters.recognition.lift",
    "behaviour.parameters.recognition.passed_over",
    "behaviour.parameters.weights.contented_sd",
    "behaviour.parameters.weights.mood_sd",
    "behaviour.parameters.fairness.temper_sd",
];

/// How much is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// The seed of all luck.
    pub seed: u64,
    /// Rounds: the first over the whole ranges, the others over half of them.
    pub rounds: u32,
    /// Points in a round.
    pub points: u32,
    /// Years of each centre at a point.
    pub years: u32,
    /// Years of each centre at the end, for the figures that are reported.
    pub checked: u32,
}

/// Constants at which the centres are to be run, and the replications to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Values of the free constants.
    pub at: Vec<f64>,
    /// Replications.
    pub replications: Range<u32>,
}

/// The moments at a point, each with its value and standard error.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Values of the free constants.
    pub at: Vec<f64>,
    /// By moment.
    pub moments: Vec<Option<(f64, f64)>>,
    /// Mean square of what the moments are off, in halves of their bands.
    pub distance: f64,
}

/// What a calibration found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The middle of the plausible ranges.
    pub middle: Checked,
    /// The catalogue's defaults.
    pub defaults: Checked,
    /// The best point, rounded to two figures.
    pub best: Checked,
    /// By constant: what the moments leave open about it.
    pub left: Vec<Left>,
    /// By constant: the moment that speaks loudest of it, and by how many halves of its band half of the
    /// constant's range moves it.
    pub loudest: Vec<(usize, f64)>,
}

/// Searches. `run` gives the rows of all arms at each of the points asked for.
pub fn search(effort: Effort, run: &mut impl FnMut(&[Asked]) -> Vec<Runs>) -> Found {
    let held_to = moments();
    let mut seen = Seen {
        cut: Cut::whole(FREE.len()),
        points: Vec::new(),
        off: Vec::new(),
    };
    let middle = vec![0.0; FREE.len()];
    let mut best = middle.clone();
    let mut last: Option<Surface> = None;
    for round in 0..effort.rounds {
        if last.is_some() {
            seen.narrow(&best);
        }
        let more = seen.more(effort, round);
        let first = round * effort.points * effort.years;
        let asked: Vec<Asked> = (first..)
            .step_by(effort.years as usize)
            .zip(&more)
            .map(|(first, point)| Asked {
                at: constants(point),
                replications: first..first + effort.years,
            })
            .collect();
        seen.points.extend(more);
        seen.off.extend(run(&asked).iter().map(|runs| {
            let off = |m: &Moment| m.value(runs).map(|value| m.off(value));
            held_to.iter().map(off).collect::<Vec<_>>()
        }));
        let surface = Surface::of(seen.cut.clone(), &seen.points, &seen.off);
        best = surface.best();
        last = Some(surface);
    }
    // Luck that no plane was fitted to.
    let first = effort.rounds * effort.points * effort.years;
    let mut checked = |at: Vec<f64>| {
        let asked = [Asked {
            at,
            replications: first..first + effort.checked,
        }];
        let runs = run(&asked);
        let [Asked { at, .. }] = asked;
        check(&held_to, at, &runs[0])
    };
    let slopes = last.as_ref().map(Surface::slopes).unwrap_or_default();
    Found {
        middle: checked(constants(&middle)),
        defaults: checked(FREE.iter().map(|path| default(path)).collect()),
        best: checked(constants(&best).into_iter().map(two_figures).collect()),
        left: last.as_ref().map(Surface::left).unwrap_or_default(),
        loudest: (0..FREE.len()).map(|i| loudest(&slopes, i)).collect(),
    }
}

/// The points of the present part of the ranges, and what each moment is off at each.
struct Seen {
    cut: Cut,
    points: Vec<Vec<f64>>,
    off: Vec<Vec<Option<f64>>>,
}

impl Seen {
    /// Goes on about this point; what was seen of a wider part no longer counts.
    fn narrow(&mut self, about: &[f64]) {
        let narrower = self.cut.about(about);
        if narrower.half < self.cut.half {
            self.points.clear();
            self.off.clear();
        }
        self.cut = narrower;
    }

    /// Points spread over the present part.
    fn more(&self, effort: Effort, round: u32) -> Vec<Vec<f64>> {
        let luck = Luck {
            seed: effort.seed,
            replication: 0,
        };
        let mut draws = luck.stream(Stream::Search, round, 0);
        let shares = worlds(effort.points as usize, FREE.len(), &mut draws);
        shares.iter().map(|share| self.cut.point(share)).collect()
    }
}

fn loudest(slopes: &[Vec<f64>], constant: usize) -> (usize, f64) {
    let by_moment = slopes
        .iter()
        .map(|of_moment| of_moment[constant])
        .enumerate();
    by_moment
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
        .unwrap_or((0, 0.0))
}

fn check(held_to: &[Moment], at: Vec<f64>, runs: &Runs) -> Checked {
    let found = held_to.iter().map(|m| m.estimate(runs));
    let moments: Vec<Option<(f64, f64)>> = found
        .map(|estimate| estimate.map(|e| (e.value, e.error)))
        .collect();
    let squares = held_to.iter().zip(&moments).filter_map(|(m, found)| {
        let off = m.off(found.as_ref()?.0);
        Some(off * off)
    });
    let (sum, number) = squares.fold((0.0, 0_u32), |(sum, n), square| (sum + square, n + 1));
    Checked {
        at,
        moments,
        distance: sum / f64::from(number),
    }
}

/// The constants at a point that is counted in halves of their ranges from their middles.
fn constants(point: &[f64]) -> Vec<f64> {
    let value = |(path, at): (&&str, &f64)| {
        let (low, high) = range(path);
        (f64::midpoint(low, high) + at * (high - low) / 2.0).clamp(low, high)
    };
    FREE.iter().zip(point).map(value).collect()
}

/// What the catalogue has.
#[must_use]
pub fn default(path: &str) -> f64 {
    assumption(&Scenario::standard(), path)
}

/// Rounded to two significant figures: more would pretend to what the moments can't tell.
fn two_figures(value: f64) -> f64 {
    format!("{value:.1e}").parse().unwrap_or(value)
}

/// The arms of all moments at a point, ready to run; None when one can't be.
#[must_use]
pub fn prepare(at: &[f64]) -> Option<Vec<(Arm, Prepared)>> {
    let free: Vec<(&str, Set)> = FREE
        .iter()
        .zip(at)
        .map(|(path, value)| (*path, Set::Number(*value)))
        .collect();
    arms(&moments())
        .into_iter()
        .map(|arm| Some((arm, arm.prepare_with(&free)?)))
        .collect()
}

#[cfg(test)]
mod tests;
