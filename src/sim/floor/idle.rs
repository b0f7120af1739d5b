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

/// Groups of four places that the tree has room for, so that a place is made sure of by its last bits
/// alone: its leaves begin at a power of four, at 4⁷ for most desks. Only those that today's desks need
/// are touched.
const GROUPS: usize = 1 << 13;

/// Four brothers, on one line of the processor's cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Group([u64; 4]);

impl Group {
    const EMPTY: Self = Self([u64::MAX; 4]);

    fn smallest(&self) -> u64 {
        let [a, b, c, d] = self.0;
        a.min(b).min(c.min(d))
    }
}

/// Desks by the moment at which they come free.
#[derive(Clone, Debug)]
pub struct Idle {
    /// A complete tree in which every node has four children: node k is the smallest of 4k to 4k + 3,
    /// the root is 1, the leaves are the desks. Four, because then there is little to wait for: what the
    /// other three come to is known before the new one is, and each level is a line of the cache.
    tree: Box<[Group; GROUPS]>,
    leaves: usize,
}

impl Default for Idle {
    fn default() -> Self {
        let tree = vec![Group::EMPTY; GROUPS].into_boxed_slice();
        let Ok(tree) = tree.try_into() else {
            unreachable!("it was made with that many places");
        };
        Self { tree, leaves: 4 }
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
        self.leaves = 4;
        while self.leaves < desks {
            self.leaves *= 4;
        }
        // Level by level, from the leaves up: as many groups as have desks below them, and those beside
        // them that are looked at.
        let first = self.leaves / 4;
        self.tree[first..first + desks.div_ceil(4)].fill(Group::EMPTY);
        for (desk, at) in free_at.enumerate() {
            self.tree[first + desk / 4].0[desk % 4] = key(at, desk);
        }
        let (mut level, mut nodes) = (first, desks.div_ceil(4));
        while level > 0 {
            let above = level / 4;
            self.tree[above..=above + nodes.saturating_sub(1) / 4].fill(Group::EMPTY);
            for node in level..level + nodes {
                self.tree[node / 4].0[node % 4] = self.tree[node].smallest();
            }
            (level, nodes) = (above, nodes.div_ceil(4));
        }
    }

    /// The desk that has been free longest or comes free first.
    #[inline]
    #[must_use]
    pub fn first(&self) -> usize {
        #[allow(clippy::cast_possible_truncation)]
        let desk = (self.tree[0].0[1] & ((1 << DESK_BITS) - 1)) as usize;
        desk
    }

    /// Says when a desk comes free next.
    #[inline]
    pub fn set(&mut self, desk: usize, free_at: f64) {
        let mut node = (self.leaves + desk) % (4 * GROUPS);
        let mut smallest = key(free_at, desk);
        while node > 1 {
            let (group, place) = (&mut self.tree[node / 4].0, node % 4);
            let others = group[place ^ 1].min(group[place ^ 2]).min(group[place ^ 3]);
            group[place] = smallest;
            smallest = smallest.min(others);
            node /= 4;
        }
        self.tree[0].0[1] = smallest;
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
        for desks in [1, 2, 3, 4, 5, 45, 64, 65, 500, 4097, MOST_DESKS] {
            let mut idle = Idle::default();
            // A hall that was larger the day before leaves nothing behind.
            idle.reset(std::iter::repeat_n(0.0, 2 * desks % MOST_DESKS));
            let mut free: Vec<f64> = (0..desks).map(|_| draws.uniform() * 1e5).collect();
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
