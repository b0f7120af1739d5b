//! The limit: an Erlang-A floor in call order, M/M/100+M, with nothing around it.

use rand::SeedableRng;
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;

const AGENTS: usize = 100;
const LEAVES: usize = 128;
/// Low bits of a time that carry the agent.
const WHO: u64 = LEAVES as u64 - 1;

/// Waiting, waited and hung up, a call.
pub struct Found {
    pub mean_wait: f64,
    pub waited: f64,
    pub abandoned: f64,
}

/// A winner tree of times whose last bits name the agent; times in mean services. No time is negative,
/// so their bits are ordered as they are, and integers are compared without branches.
pub fn run(arrivals: f64, patience: f64, calls: u64, seed: u64) -> Found {
    let mut draws = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut tree = [u64::MAX; 2 * LEAVES];
    for agent in 0..AGENTS {
        tree[LEAVES + agent] = agent as u64;
    }
    for node in (1..LEAVES).rev() {
        tree[node] = tree[2 * node].min(tree[2 * node + 1]);
    }
    let gap = 1.0 / arrivals;
    let (mut at, mut wait, mut waited, mut abandoned, mut counted) = (0.0, 0.0, 0u64, 0u64, 0u64);
    let warm_up = calls / 10;
    for call in 0..calls {
        if call == warm_up {
            (wait, waited, abandoned, counted) = (0.0, 0, 0, calls - warm_up);
        }
        at += gap * exponential(&mut draws);
        let length = exponential(&mut draws);
        let willing = patience * exponential(&mut draws);
        let first = f64::from_bits(tree[1]);
        let start = if first > at { first } else { at };
        let waits = start - at;
        if waits > willing {
            waited += 1;
            abandoned += 1;
            wait += willing;
            continue;
        }
        waited += u64::from(waits > 0.0);
        wait += waits;
        let agent = tree[1] & WHO;
        let mut best = (start + length).to_bits() & !WHO | agent;
        #[allow(clippy::cast_possible_truncation)]
        let mut node = LEAVES + agent as usize;
        tree[node] = best;
        while node > 1 {
            best = best.min(tree[node ^ 1]);
            node >>= 1;
            tree[node] = best;
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let counted = counted as f64;
    #[allow(clippy::cast_precision_loss)]
    Found {
        mean_wait: wait / counted,
        waited: waited as f64 / counted,
        abandoned: abandoned as f64 / counted,
    }
}

#[inline]
fn exponential(draws: &mut Xoshiro256PlusPlus) -> f64 {
    Exp1.sample(draws)
}
