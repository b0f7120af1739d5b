//! Plausible worlds: points spread over all inputs at once.

use super::morris::shuffled;
use crate::rng::Draws;

/// A Latin hypercube: each input's values fall one into each of `number` equal parts of its range, in
/// orders that have nothing to do with each other (`McKay`, Beckman & Conover 1979).
#[must_use]
pub fn worlds(number: usize, inputs: usize, draws: &mut Draws) -> Vec<Vec<f64>> {
    let mut points = vec![vec![0.0; inputs]; number];
    for input in 0..inputs {
        for (point, part) in points.iter_mut().zip(shuffled(number, draws)) {
            point[input] = (to_f64(part) + draws.uniform()) / to_f64(number);
        }
    }
    points
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    #[test]
    fn each_part_of_each_range_has_one_point() {
        let luck = Luck {
            seed: 2,
            replication: 0,
        };
        let points = worlds(50, 3, &mut luck.stream(Stream::Worlds, 0, 0));
        for input in 0..3 {
            let mut values: Vec<f64> = points.iter().map(|p| p[input]).collect();
            crate::order::numbers(&mut values);
            for (part, value) in values.iter().enumerate() {
                let low = to_f64(part) / 50.0;
                assert!((low..low + 0.02 + 1e-12).contains(value), "{part}: {value}");
            }
        }
    }
}
