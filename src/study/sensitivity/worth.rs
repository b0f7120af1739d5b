//! Which number is worth measuring first: how much less often one would be wrong if it were known.
//!
//! Today one believes what holds in most plausible worlds and is wrong in the rest. Knowing one assumption
//! leaves the worlds with about that value, among which one believes again what holds in most. The gain is
//! the fall of the share of wrong conclusions. Groups of few worlds look more decided than they are, so
//! the mean gain of random groupings of the same sizes is taken off.

use super::morris::shuffled;
use crate::rng::Draws;

/// What it is worth to know one assumption.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// Fall of the chance of a wrong conclusion, chance grouping taken off; not below 0.
    pub gain: f64,
    /// True when fewer than one in twenty random groupings gain as much.
    pub beyond_chance: bool,
}

/// Parts into which a range is cut.
const PARTS: u32 = 5;
/// Random groupings that a gain is held against.
const GROUPINGS: u32 = 200;

/// Chance of a wrong conclusion without knowing more: the smaller side.
#[must_use]
pub fn chance_of_error(holds: &[bool]) -> f64 {
    let above = to_f64(holds.iter().filter(|h| **h).count());
    let n = to_f64(holds.len().max(1));
    above.min(n - above) / n
}

/// The chance of a wrong conclusion for all shares in which the claim may hold: from its least to its most.
#[must_use]
pub fn range_of_error((low, high): (f64, f64)) -> (f64, f64) {
    let [at_low, at_high] = [low, high].map(|share| share.min(1.0 - share));
    let undecided = low <= 0.5 && high >= 0.5;
    let most = if undecided { 0.5 } else { at_low.max(at_high) };
    (at_low.min(at_high), most)
}

/// The worth of knowing an input, from where each world has it (0–1) and whether the claim holds there.
/// `options`: its number of options, where it has options.
#[must_use]
pub fn worth(at: &[f64], holds: &[bool], options: Option<u32>, draws: &mut Draws) -> Worth {
    let parts = options.unwrap_or(PARTS).max(1);
    let groups: Vec<usize> = at.iter().map(|at| part(*at, parts)).collect();
    let now = chance_of_error(holds);
    let gain = |order: &dyn Fn(usize) -> usize| {
        let mut counts: Vec<[f64; 2]> = vec![[0.0; 2]; parts as usize];
        for (world, group) in groups.iter().enumerate() {
            counts[*group][usize::from(holds[order(world)])] += 1.0;
        }
        let wrong: f64 = counts.iter().map(|c| c[0].min(c[1])).sum();
        now - wrong / to_f64(holds.len().max(1))
    };
    let found = gain(&|world| world);
    let (mut by_chance, mut as_much) = (0.0, 0);
    for _ in 0..GROUPINGS {
        let order = shuffled(holds.len(), draws);
        let random = gain(&|world| order[world]);
        by_chance += random / f64::from(GROUPINGS);
        as_much += u32::from(random >= found);
    }
    Worth {
        gain: (found - by_chance).max(0.0),
        beyond_chance: as_much * 20 < GROUPINGS,
    }
}

fn part(at: f64, parts: u32) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let part = (at * f64::from(parts)) as u32;
    part.min(parts - 1) as usize
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    /// Whoever knows nothing of the share may be wrong as often as right.
    #[test]
    fn the_range_of_the_chance_of_error_is_that_of_the_smaller_side() {
        assert_eq!(range_of_error((0.0, 1.0)), (0.0, 0.5));
        assert_eq!(range_of_error((0.25, 0.875)), (0.125, 0.5));
        assert_eq!(range_of_error((0.75, 1.0)), (0.0, 0.25));
        assert_eq!(range_of_error((0.125, 0.25)), (0.125, 0.25));
    }

    /// The claim holds where the first input is above 0.4: one would be wrong in 40 of 100 worlds, and
    /// never again once it is known, as the cut falls between two parts. Another input is worth nothing,
    /// and is found worth something in about one of twenty samples.
    #[test]
    fn knowing_what_decides_is_worth_everything_and_what_does_not_nothing() {
        let (repeats, worlds) = (100, 200);
        let mut alarms = 0;
        for replication in 0..repeats {
            let luck = Luck {
                seed: 8,
                replication,
            };
            let mut draws = luck.stream(Stream::Worlds, 0, 0);
            let one: Vec<f64> = (0..worlds).map(|_| draws.uniform()).collect();
            let other: Vec<f64> = (0..worlds).map(|_| draws.uniform()).collect();
            let holds: Vec<bool> = one.iter().map(|v| *v > 0.4).collect();
            let known = worth(&one, &holds, None, &mut draws);
            let error = chance_of_error(&holds);
            // What random groupings gain is taken off: where both sides are even, that is the mean
            // distance of a share of 40 from one half, √(2/π) × 0.5 / √40 = 0.063, and less elsewhere.
            let taken_off = error - known.gain;
            assert!(
                known.beyond_chance && (0.0..0.063).contains(&taken_off),
                "{known:?}"
            );
            let useless = worth(&other, &holds, None, &mut draws);
            assert!(useless.gain < 0.063, "{useless:?}");
            alarms += u32::from(useless.beyond_chance);
        }
        // Each with a chance of 5 %: more than 15 of 100 would be chance once in 27,000.
        assert!(alarms <= 15, "{alarms} false alarms");
        let one: Vec<f64> = vec![0.1, 0.1, 0.9, 0.9];
        let mut draws = Luck {
            seed: 1,
            replication: 0,
        }
        .stream(Stream::Again, 0, 0);
        let options = worth(&one, &[true, true, false, false], Some(2), &mut draws);
        assert!(options.gain > 0.2);
    }
}
