//! Screening: which assumptions move a number at all, by walks that change one at a time (Morris 1991).
//!
//! A walk begins at a point of a coarse grid and changes every input once, in a random order, by two
//! thirds of its range. What the number changes by, over the step, is an elementary effect. The starts of
//! the walks are balanced over the grid, so that few walks cover it. A walk keeps its luck from end to
//! end: most of what luck does cancels in each step.

use crate::rng::Draws;

/// Levels of the grid: 0, 1/3, 2/3, 1.
const LEVELS: usize = 4;
/// Length of a step: two thirds of the range.
const STEP: f64 = 2.0 / 3.0;

/// One walk.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// Where it begins, each coordinate between 0 and 1.
    pub start: Vec<f64>,
    /// Which input each step changes, each input once.
    pub order: Vec<usize>,
}

impl Walk {
    /// The points of the walk: one more than there are inputs.
    #[must_use]
    pub fn points(&self) -> Vec<Vec<f64>> {
        let mut at = self.start.clone();
        let mut points = vec![at.clone()];
        for input in &self.order {
            at[*input] = across(at[*input]);
            points.push(at.clone());
        }
        points
    }
}

/// The other end of a step.
fn across(from: f64) -> f64 {
    if from < 0.5 { from + STEP } else { from - STEP }
}

/// So many walks over so many inputs.
#[must_use]
pub fn walks(number: usize, inputs: usize, draws: &mut Draws) -> Vec<Walk> {
    let mut walks: Vec<Walk> = (0..number)
        .map(|_| Walk {
            start: vec![0.0; inputs],
            order: shuffled(inputs, draws),
        })
        .collect();
    for input in 0..inputs {
        // Every level as often as every other, as far as the number of walks allows.
        for (walk, turn) in shuffled(number, draws).into_iter().enumerate() {
            let level = u32::try_from(turn % LEVELS).unwrap_or(0);
            walks[walk].start[input] = f64::from(level) / (to_f64(LEVELS) - 1.0);
        }
    }
    walks
}

/// The numbers below `n` in a random order.
#[must_use]
pub fn shuffled(n: usize, draws: &mut Draws) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    for last in (1..n).rev() {
        order.swap(last, draws.below(last + 1));
    }
    order
}

/// What an input does, from the walks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Mean elementary effect: change of the number over the whole range of the input. Near zero with a
    /// large spread: it goes either way.
    pub mean: f64,
    /// Mean size of the effects, whatever their sign: what inputs are ranked by.
    pub size: f64,
    /// Standard error of the size; None below two walks.
    pub size_error: Option<f64>,
    /// Standard deviation of the effects: the part of an input that is bent or hangs on others.
    pub spread: Option<f64>,
}

/// The effects by input, from walks and the values at their points, point by point. Walks whose values
/// are incomplete are left out.
#[must_use]
pub fn effects(walks: &[Walk], values: &[Vec<f64>]) -> Vec<Effect> {
    let inputs = walks.first().map_or(0, |walk| walk.start.len());
    let mut found: Vec<Vec<f64>> = vec![Vec::new(); inputs];
    for (walk, values) in walks.iter().zip(values) {
        if values.len() != inputs + 1 {
            continue;
        }
        for (step, input) in walk.order.iter().enumerate() {
            let up = walk.start[*input] < 0.5;
            let change = (values[step + 1] - values[step]) / STEP;
            found[*input].push(if up { change } else { -change });
        }
    }
    found.iter().map(|effects| summed_up(effects)).collect()
}

fn summed_up(effects: &[f64]) -> Effect {
    let sizes: Vec<f64> = effects.iter().map(|e| e.abs()).collect();
    Effect {
        mean: mean(effects),
        size: mean(&sizes),
        size_error: deviation(&sizes).map(|sd| sd / to_f64(sizes.len()).sqrt()),
        spread: deviation(effects),
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / to_f64(values.len().max(1))
}

fn deviation(values: &[f64]) -> Option<f64> {
    let about = mean(values);
    let squares: f64 = values.iter().map(|v| (v - about) * (v - about)).sum();
    (values.len() > 1).then(|| (squares / to_f64(values.len() - 1)).sqrt())
}

/// The inputs by size of their effects, largest first; equal ones in their own order.
#[must_use]
pub fn ranked(effects: &[Effect]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..effects.len()).collect();
    crate::order::by(&mut order, |a, b| {
        effects[*b].size.total_cmp(&effects[*a].size)
    });
    order
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    fn draws() -> Draws {
        let luck = Luck {
            seed: 5,
            replication: 0,
        };
        luck.stream(Stream::Worlds, 0, 0)
    }

    #[test]
    fn a_walk_changes_every_input_once_and_stays_on_the_grid() {
        let walks = walks(8, 5, &mut draws());
        for input in 0..5 {
            let low = walks.iter().filter(|w| w.start[input] == 0.0).count();
            assert_eq!(low, 2, "levels are balanced");
        }
        for walk in &walks {
            let points = walk.points();
            for pair in points.windows(2) {
                let moved: Vec<f64> = (0..5).map(|i| (pair[1][i] - pair[0][i]).abs()).collect();
                assert_eq!(moved.iter().filter(|m| **m > 0.0).count(), 1);
                assert!((moved.iter().sum::<f64>() - STEP).abs() < 1e-12);
            }
            assert!(
                points
                    .iter()
                    .flatten()
                    .all(|v| (0.0..=1.0 + 1e-12).contains(v))
            );
        }
    }

    /// A straight line has its slopes for effects, without spread; a product of two has spread; what is
    /// not in the function has none of either.
    #[test]
    fn effects_of_known_functions() {
        let walks = walks(12, 4, &mut draws());
        let of = |f: &dyn Fn(&[f64]) -> f64| {
            let values: Vec<Vec<f64>> = walks
                .iter()
                .map(|walk| walk.points().iter().map(|p| f(p)).collect())
                .collect();
            effects(&walks, &values)
        };
        let line = of(&|x| 3.0 * x[0] - 2.0 * x[1] + 7.0);
        for (effect, slope) in line.iter().zip([3.0, -2.0, 0.0, 0.0]) {
            assert!((effect.mean - slope).abs() < 1e-9);
            assert!((effect.size - slope.abs()).abs() < 1e-9);
            assert!(effect.spread.expect("walks") < 1e-9);
        }
        let product = of(&|x| x[0] * x[1] + 0.1 * x[2]);
        assert!(product[0].spread.expect("walks") > 0.1);
        assert!(product[2].spread.expect("walks") < 1e-9);
        assert_eq!(ranked(&product)[2..], [2, 3]);
    }

    /// Morris's order for the g-function with a = 0, 1, 4.5, 9 is the order of importance.
    #[test]
    fn the_g_function_is_ranked_as_known() {
        let a = [0.0, 1.0, 4.5, 9.0];
        let walks = walks(40, 4, &mut draws());
        let g = |x: &[f64]| -> f64 {
            let part = |(x, a): (&f64, &f64)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a);
            x.iter().zip(&a).map(part).product()
        };
        let values: Vec<Vec<f64>> = walks
            .iter()
            .map(|walk| walk.points().iter().map(|p| g(p)).collect())
            .collect();
        assert_eq!(ranked(&effects(&walks, &values)), [0, 1, 2, 3]);
    }
}
