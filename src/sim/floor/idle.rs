//! Who serves next: the desk that comes free first, which is also the one that has been free longest.
//!
//! With one queue and longest-idle routing, calls can be taken in the order of their arrival: each
//! needs one look at the smallest free-at time and one replacement, and there is no event list. The
//! smallest is kept in a winner tree of integers, whose comparisons compile without branches: times are
//! not negative, so their bits are ordered as they are.

/// Low bits of a key that carry the desk instead of the time's last bits: at the end of a day, order is
/// decided to a quarter of a microsecond, and what is closer by the desk.
const DESK_BITS: u32 = 13;
/// More desks than a key can carry are refused by the catalogue's range.
pub const MOST_DESKS: usize = 1 << DESK_BITS;

/// Places of the tree: as many as most desks need, so that a place is made sure of by its last bits
/// alone. Only those that today's desks need are touched.
const PLACES: usize = 2 * MOST_DESKS;

/// Desks by the moment at which they come free.
#[derive(Clone, Debug)]
pub struct Idle {
    /// A complete binary tree: node k is the smaller of 2k and 2k+1, the leaves are the desks.
    tree: Box<[u64; PLACES]>,
    leaves: usize,
}

impl Default for Idle {
    fn default() -> Self {
        let tree = vec![u64::MAX; PLACES].into_boxed_slice();
        let Ok(tree) = tree.try_into() else {
            unreachable!("it was made with that many places");
        };
        Self { tree, leaves: 2 }
    }
}

fn key(free_at: f64, desk: usize) -> u64 {
    const DESK: u64 = (1 << DESK_BITS) - 1;
    free_at.to_bits() & !DESK | desk as u64
}

impl Idle {
    /// Starts anew with these free-at times, none negative.
    pub fn reset(&mut self, free_at: impl ExactSizeIterator<Item = f64>) {
        let desks = free_at.len();
        debug_assert!(desks <= MOST_DESKS);
        self.leaves = desks.next_power_of_two().max(2);
        self.tree[..2 * self.leaves].fill(u64::MAX);
        for (desk, at) in free_at.enumerate() {
            self.tree[self.leaves + desk] = key(at, desk);
        }
        for node in (1..self.leaves).rev() {
            self.tree[node] = self.tree[2 * node].min(self.tree[2 * node + 1]);
        }
    }

    /// The desk that has been free longest or comes free first.
    #[inline]
    #[must_use]
    pub fn first(&self) -> usize {
        #[allow(clippy::cast_possible_truncation)]
        let desk = (self.tree[1] & ((1 << DESK_BITS) - 1)) as usize;
        desk
    }

    /// Says when a desk comes free next.
    #[inline]
    pub fn set(&mut self, desk: usize, free_at: f64) {
        let mut node = (self.leaves + desk) % PLACES;
        let mut smallest = key(free_at, desk);
        self.tree[node] = smallest;
        while node > 1 {
            smallest = smallest.min(self.tree[node ^ 1]);
            node >>= 1;
            self.tree[node] = smallest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    #[test]
    fn it_always_names_the_smallest() {
        let mut draws = Luck {
            seed: 7,
            replication: 0,
        }
        .stream(Stream::Queue, 0, 0);
        for desks in [1, 2, 3, 45, 64, 65, 500] {
            let mut free: Vec<f64> = (0..desks).map(|_| draws.uniform() * 1e5).collect();
            let mut idle = Idle::default();
            idle.reset(free.iter().copied());
            for _ in 0..2000 {
                let expected = (0..desks).min_by(|a, b| free[*a].total_cmp(&free[*b]));
                assert_eq!(Some(idle.first()), expected);
                let desk = idle.first();
                free[desk] += draws.exponential() * 300.0;
                idle.set(desk, free[desk]);
            }
        }
    }
}
