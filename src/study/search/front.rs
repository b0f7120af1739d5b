//! Who is beaten by nobody: fronts, crowding, and how sure it is that somebody belongs to the first front.
//! All objectives are such that less is better.

use crate::rng::Draws;

/// Values of the objectives and by how much the budget is exceeded (0 = not at all).
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The objectives, less is better.
    pub objectives: Vec<f64>,
    /// Excess over the budget; 0 inside it.
    pub excess: f64,
}

/// True where `a` beats `b`: inside the budget against outside, less outside against more, and inside at
/// least as good in everything and better in something (Deb et al. 2002).
#[must_use]
pub fn beats(a: &Score, b: &Score) -> bool {
    if a.excess > 0.0 || b.excess > 0.0 {
        return a.excess < b.excess;
    }
    let pairs = || a.objectives.iter().zip(&b.objectives);
    pairs().all(|(x, y)| x <= y) && pairs().any(|(x, y)| x < y)
}

/// The front of each: 0 = beaten by nobody, 1 = by those of front 0 only, and so on.
#[must_use]
pub fn fronts(scores: &[Score]) -> Vec<usize> {
    let mut front = vec![usize::MAX; scores.len()];
    let mut left: Vec<usize> = (0..scores.len()).collect();
    let mut number = 0;
    while !left.is_empty() {
        let unbeaten: Vec<usize> = left
            .iter()
            .copied()
            .filter(|i| !left.iter().any(|j| beats(&scores[*j], &scores[*i])))
            .collect();
        for i in &unbeaten {
            front[*i] = number;
        }
        left.retain(|i| !unbeaten.contains(i));
        number += 1;
    }
    front
}

/// How much room each has on its front: the sum over objectives of the distance between its neighbours,
/// relative to the whole; infinite at the ends.
#[must_use]
pub fn crowding(scores: &[Score], fronts: &[usize]) -> Vec<f64> {
    let mut room = vec![0.0; scores.len()];
    let objectives = scores.first().map_or(0, |s| s.objectives.len());
    for front in 0..=fronts.iter().copied().max().unwrap_or(0) {
        let mut members: Vec<usize> = (0..scores.len()).filter(|i| fronts[*i] == front).collect();
        for objective in 0..objectives {
            let value = |i: usize| scores[i].objectives[objective];
            crate::order::by(&mut members, |a, b| {
                value(*a).total_cmp(&value(*b)).then(a.cmp(b))
            });
            let (Some(first), Some(last)) = (members.first(), members.last()) else {
                continue;
            };
            let whole = value(*last) - value(*first);
            room[*first] = f64::INFINITY;
            room[*last] = f64::INFINITY;
            for three in members.windows(3) {
                if whole > 0.0 {
                    room[three[1]] += (value(three[2]) - value(three[0])) / whole;
                }
            }
        }
    }
    room
}

/// How often years are drawn again for a membership.
const AGAIN: u32 = 400;

/// The chance that each belongs to the first front, from years that all have under the same luck:
/// `years[candidate][year]`. The years are drawn again, the same for all, so that what common luck does to
/// all alike does not blur who beats whom.
#[must_use]
pub fn membership(years: &[Vec<Score>], draws: &mut Draws) -> Vec<f64> {
    let common = years.iter().map(Vec::len).min().unwrap_or(0);
    let mut members = vec![0.0; years.len()];
    if common == 0 {
        return members;
    }
    for _ in 0..AGAIN {
        let picked: Vec<usize> = (0..common).map(|_| draws.below(common)).collect();
        let means: Vec<Score> = years
            .iter()
            .map(|own| mean(picked.iter().map(|y| &own[*y])))
            .collect();
        for (i, count) in members.iter_mut().enumerate() {
            if !means.iter().any(|other| beats(other, &means[i])) {
                *count += 1.0 / f64::from(AGAIN);
            }
        }
    }
    members
}

/// The mean of scores.
#[must_use]
pub fn mean<'a>(scores: impl Iterator<Item = &'a Score>) -> Score {
    let mut sum = Score {
        objectives: Vec::new(),
        excess: 0.0,
    };
    let mut n = 0.0;
    for score in scores {
        if sum.objectives.is_empty() {
            sum.objectives = vec![0.0; score.objectives.len()];
        }
        for (total, value) in sum.objectives.iter_mut().zip(&score.objectives) {
            *total += value;
        }
        sum.excess += score.excess;
        n += 1.0;
    }
    sum.objectives.iter_mut().for_each(|v| *v /= n);
    // The budget is for the mean year: excess and room of single years make up for each other.
    sum.excess = (sum.excess / n).max(0.0);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    fn score(objectives: &[f64], excess: f64) -> Score {
        Score {
            objectives: objectives.to_vec(),
            excess,
        }
    }

    #[test]
    fn fronts_and_room_of_a_small_case() {
        let scores = [
            score(&[0.0, 2.0], 0.0),
            score(&[1.0, 1.0], 0.0),
            score(&[2.0, 0.0], 0.0),
            score(&[2.0, 2.0], 0.0),
            score(&[-9.0, -9.0], 0.1),
        ];
        let fronts = fronts(&scores);
        assert_eq!(fronts, [0, 0, 0, 1, 2]);
        let room = crowding(&scores, &fronts);
        assert!(room[0].is_infinite() && room[2].is_infinite());
        assert!((room[1] - 2.0).abs() < 1e-12);
    }

    /// Two candidates, one objective, years that differ by 0.5 with luck of deviation 1 each: over 16
    /// years the better one is unbeaten in Φ(0.5 × 4 / √2) = 92 % of what could have been.
    #[test]
    fn membership_is_the_chance_of_being_unbeaten() {
        let mut shares = Vec::new();
        for replication in 0..60 {
            let luck = Luck {
                seed: 2,
                replication,
            };
            let mut draws = luck.stream(Stream::Search, 0, 0);
            let years: Vec<Vec<Score>> = [0.0, 0.5]
                .iter()
                .map(|level| {
                    (0..16)
                        .map(|_| score(&[level + draws.normal()], 0.0))
                        .collect()
                })
                .collect();
            shares.push(membership(&years, &mut draws)[0]);
        }
        // As each study draws around what it saw, the chance is blurred once more: Φ(1.414 / √2) = 84 %.
        let n = 60.0;
        let mean = shares.iter().sum::<f64>() / n;
        let variance = shares.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / (n - 1.0);
        let truth = crate::math::normal_cdf(1.0);
        assert!(
            (mean - truth).abs() < 4.0 * (variance / n).sqrt(),
            "{mean} {truth}"
        );
    }
}
