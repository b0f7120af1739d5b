//! Children from parents: tournament, simulated binary crossover, polynomial mutation (Deb & Agrawal 1995),
//! in the unit cube.

use super::front::{Score, crowding, fronts};
use crate::math::pow;
use crate::rng::Draws;

/// How close children stay to their parents.
const CROSSOVER: f64 = 15.0;
/// How close a mutation stays to what it was.
const MUTATION: f64 = 20.0;
/// Chance that a pair is crossed at all.
const CROSSED: f64 = 0.9;

/// So many children of these parents.
#[must_use]
pub fn children(
    parents: &[Vec<f64>],
    scores: &[Score],
    number: usize,
    draws: &mut Draws,
) -> Vec<Vec<f64>> {
    let front = fronts(scores);
    let room = crowding(scores, &front);
    let winner = |draws: &mut Draws| {
        let (a, b) = (draws.below(parents.len()), draws.below(parents.len()));
        let a_wins = front[a] < front[b] || (front[a] == front[b] && room[a] > room[b]);
        if a_wins { a } else { b }
    };
    let mut born = Vec::with_capacity(number + 1);
    while born.len() < number {
        let (a, b) = (winner(draws), winner(draws));
        let (mut one, mut two) = (parents[a].clone(), parents[b].clone());
        if draws.chance(CROSSED) {
            for (x, y) in one.iter_mut().zip(&mut two) {
                if draws.chance(0.5) {
                    cross(x, y, draws);
                }
            }
        }
        for child in [&mut one, &mut two] {
            mutate(child, draws);
        }
        born.push(one);
        born.push(two);
    }
    born.truncate(number);
    born
}

fn cross(x: &mut f64, y: &mut f64, draws: &mut Draws) {
    let u = draws.uniform();
    let power = 1.0 / (CROSSOVER + 1.0);
    let spread = if u < 0.5 {
        pow(2.0 * u, power)
    } else {
        pow(1.0 / (2.0 * (1.0 - u)), power)
    };
    let (middle, half) = (f64::midpoint(*x, *y), 0.5 * spread * (*x - *y));
    *x = (middle + half).clamp(0.0, 1.0);
    *y = (middle - half).clamp(0.0, 1.0);
}

fn mutate(child: &mut [f64], draws: &mut Draws) {
    let each = 1.0 / to_f64(child.len().max(1));
    for gene in child {
        if !draws.chance(each) {
            continue;
        }
        // One in five is drawn anew: options far away are otherwise never tried.
        if draws.chance(0.2) {
            *gene = draws.uniform();
            continue;
        }
        let u = draws.uniform();
        let power = 1.0 / (MUTATION + 1.0);
        let shift = if u < 0.5 {
            pow(2.0 * u, power) - 1.0
        } else {
            1.0 - pow(2.0 * (1.0 - u), power)
        };
        *gene = (*gene + shift).clamp(0.0, 1.0);
    }
}

/// The best `number` of these: front by front, on the last by room.
#[must_use]
pub fn survivors(scores: &[Score], number: usize) -> Vec<usize> {
    let front = fronts(scores);
    let room = crowding(scores, &front);
    let mut order: Vec<usize> = (0..scores.len()).collect();
    crate::order::by(&mut order, |a, b| {
        front[*a]
            .cmp(&front[*b])
            .then(room[*b].total_cmp(&room[*a]))
            .then(a.cmp(b))
    });
    order.truncate(number);
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
    use crate::study::search::front::mean;
    use crate::study::sensitivity::sample::worlds;

    /// Zitzler, Deb & Thiele's first problem with five inputs: the front is f₂ = 1 − √f₁, where all inputs
    /// but the first are 0.
    fn zdt1(x: &[f64]) -> [f64; 2] {
        let g = 1.0 + 9.0 * x[1..].iter().sum::<f64>() / to_f64(x.len() - 1);
        [x[0], g * (1.0 - (x[0] / g).sqrt())]
    }

    /// The search as the study does it: candidates are measured under common noise, those on the first
    /// front again each generation, and the mean distance of what is left to the known front is returned,
    /// with how far along the front it reaches.
    fn search(noise: f64, generations: u32, seed: u64) -> (f64, f64) {
        let luck = Luck {
            seed,
            replication: 0,
        };
        let mut draws = luck.stream(Stream::Search, 0, 0);
        let measure = |x: &[f64], year: u32| {
            let mut noisy = Luck {
                seed,
                replication: year + 1,
            }
            .stream(Stream::Day, 0, 0);
            // Part of the luck is common to all, part hangs on what is measured.
            let common = noisy.normal();
            let own: f64 = x.iter().zip(1_u32..).map(|(v, k)| v * f64::from(k)).sum();
            let part = (own * 1e6) % 2.0 - 1.0;
            let objectives = zdt1(x).map(|f| f + noise * (common + part)).to_vec();
            Score {
                objectives,
                excess: 0.0,
            }
        };
        let years = |x: &Vec<f64>, from: u32, to: u32| {
            (from..to).map(|y| measure(x, y)).collect::<Vec<Score>>()
        };
        let mut genes = worlds(24, 5, &mut draws);
        let mut seen: Vec<Vec<Score>> = genes.iter().map(|x| years(x, 0, 2)).collect();
        for _ in 0..generations {
            let scores: Vec<Score> = seen.iter().map(|s| mean(s.iter())).collect();
            let born = children(&genes, &scores, 24, &mut draws);
            seen.extend(born.iter().map(|x| years(x, 0, 2)));
            genes.extend(born);
            let scores: Vec<Score> = seen.iter().map(|s| mean(s.iter())).collect();
            let kept = survivors(&scores, 24);
            genes = kept.iter().map(|i| genes[*i].clone()).collect();
            seen = kept.iter().map(|i| seen[*i].clone()).collect();
            for (x, seen) in genes.iter().zip(&mut seen) {
                let from = u32::try_from(seen.len()).expect("few");
                if from < 12 {
                    seen.extend(years(x, from, from + 2));
                }
            }
        }
        let front: Vec<[f64; 2]> = genes.iter().map(|x| zdt1(x)).collect();
        let off = |f: &[f64; 2]| f[1] - (1.0 - f[0].max(0.0).sqrt());
        let distance = front.iter().map(off).sum::<f64>() / to_f64(front.len());
        let reach = front.iter().map(|f| f[0]).fold(0.0, f64::max)
            - front.iter().map(|f| f[0]).fold(1.0, f64::min);
        (distance, reach)
    }

    /// Without noise the front is found; with noise of a tenth of its size it is still far closer than the
    /// random start, of which f₂ lies some 3.6 above the front.
    #[test]
    fn the_known_front_is_found_with_and_without_noise() {
        let start = search(0.0, 0, 1).0;
        assert!(start > 2.0, "{start}");
        for seed in 1..4 {
            let (distance, reach) = search(0.0, 80, seed);
            assert!(distance < 0.05 && reach > 0.8, "{distance} {reach}");
            let (distance, reach) = search(0.1, 80, seed);
            assert!(distance < 0.25 && reach > 0.5, "noisy: {distance} {reach}");
        }
    }
}
