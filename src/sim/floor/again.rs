//! Those who call again today, in the order in which they will.
//!
//! The day is cut into as many slots as calls are expected to come back. A slot holds its calls in no
//! order until it is its turn; then it is sorted, which is a call or two. What a call costs does not
//! grow with how many there are, as it would in a heap.

use super::caller::{Caller, Matter};
use std::cmp::Ordering;

/// No further call in a slot.
const END: u32 = u32::MAX;
/// Slots of a day, at least and at most.
const FEWEST_SLOTS: usize = 64;
const MOST_SLOTS: usize = 1 << 17;

/// When somebody calls, and where the rest stands.
#[derive(Clone, Copy, Debug)]
struct Due {
    at: f64,
    /// Place in [`Again::callers`].
    place: u32,
}

/// The calls that come back today; kept over the days, so that a day allocates nothing.
#[derive(Default)]
pub struct Again {
    /// The first call of each slot, by place.
    slots: Vec<u32>,
    /// Which slots have calls in them, a bit each.
    full: Vec<u64>,
    /// The next call in the same slot, by place.
    next: Vec<u32>,
    /// Every call that came back today with all its luck; gone at the end of the day.
    callers: Vec<Caller>,
    /// The calls of the slot `current`, latest first; empty only when nobody calls again.
    soon: Vec<Due>,
    current: usize,
    waiting: usize,
    opens: f64,
    slots_per_second: f64,
}

impl Again {
    /// Starts a day on which about so many calls come back between these seconds.
    pub fn open(&mut self, opens: f64, closes: f64, expected: f64) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let slots = (expected as usize)
            .next_power_of_two()
            .clamp(FEWEST_SLOTS, MOST_SLOTS);
        self.slots.clear();
        self.slots.resize(slots, END);
        self.full.clear();
        self.full.resize(slots / 64, 0);
        self.next.clear();
        self.callers.clear();
        self.soon.clear();
        (self.current, self.waiting) = (0, 0);
        self.opens = opens;
        #[allow(clippy::cast_precision_loss)]
        let count = slots as f64;
        self.slots_per_second = count / (closes - opens).max(1.0);
    }

    /// Somebody will call; not before the last one who did.
    pub fn push(&mut self, caller: Caller) {
        #[allow(clippy::cast_possible_truncation, reason = "far fewer calls a day")]
        let place = self.callers.len() as u32;
        let due = Due {
            at: caller.at,
            place,
        };
        self.callers.push(caller);
        self.next.push(END);
        let slot = self.slot_of(due.at);
        if slot < self.current && !self.soon.is_empty() {
            self.put_back();
        }
        if self.soon.is_empty() && self.waiting == 0 || slot < self.current {
            self.current = slot;
        }
        if slot == self.current {
            let callers = &self.callers;
            let after = |other: &Due| in_order(callers, &due, other) == Ordering::Less;
            let at = self.soon.partition_point(after);
            self.soon.insert(at, due);
        } else {
            self.put(slot, place);
        }
    }

    fn put(&mut self, slot: usize, place: u32) {
        self.next[place as usize] = self.slots[slot];
        self.slots[slot] = place;
        self.full[slot / 64] |= 1 << (slot % 64);
        self.waiting += 1;
    }

    /// Somebody comes before those whose turn it was thought to be.
    fn put_back(&mut self) {
        while let Some(due) = self.soon.pop() {
            self.put(self.current, due.place);
        }
    }

    /// When the next one calls; infinite when nobody does.
    #[inline]
    pub fn next_at(&self) -> f64 {
        self.soon.last().map_or(f64::INFINITY, |due| due.at)
    }

    /// The next one.
    #[inline]
    pub fn pop(&mut self) -> Option<Caller> {
        let due = self.soon.pop()?;
        if self.soon.is_empty() && self.waiting > 0 {
            self.turn();
        }
        self.callers.get(due.place as usize).copied()
    }

    fn slot_of(&self, at: f64) -> usize {
        // A cast from float to integer saturates.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let slot = ((at - self.opens) * self.slots_per_second) as usize;
        slot.min(self.slots.len() - 1)
    }

    /// Goes on to the next slot with calls in it; there is one.
    fn turn(&mut self) {
        let Some(slot) = self.next_full() else {
            return;
        };
        self.current = slot;
        self.full[slot / 64] &= !(1 << (slot % 64));
        let mut place = std::mem::replace(&mut self.slots[slot], END);
        while place != END {
            let at = self.callers[place as usize].at;
            self.soon.push(Due { at, place });
            place = self.next[place as usize];
            self.waiting -= 1;
        }
        if self.soon.len() > 1 {
            let callers = &self.callers;
            self.soon.sort_unstable_by(|a, b| in_order(callers, b, a));
        }
    }

    /// The first slot after the current one with calls in it.
    fn next_full(&self) -> Option<usize> {
        let from = self.current + 1;
        let later = |word: u64| word & (u64::MAX << (from % 64));
        let first = later(*self.full.get(from / 64)?);
        if first != 0 {
            return Some(from / 64 * 64 + first.trailing_zeros() as usize);
        }
        let rest = self.full.get(from / 64 + 1..)?;
        let skipped = rest.iter().position(|word| *word != 0)?;
        let word = from / 64 + 1 + skipped;
        Some(word * 64 + self.full[word].trailing_zeros() as usize)
    }
}

/// By time, and where that is the same by who calls: not by the order in which they came to be known.
fn in_order(callers: &[Caller], a: &Due, b: &Due) -> Ordering {
    let matter = |due: &Due| {
        callers
            .get(due.place as usize)
            .map(|c| -> Matter { c.matter })
    };
    a.at.total_cmp(&b.at)
        .then_with(|| matter(a).cmp(&matter(b)))
}

#[cfg(test)]
mod tests {
    use super::super::caller::CallLuck;
    use super::*;
    use crate::rng::{Luck, Stream};

    fn caller(at: f64, number: u32) -> Caller {
        Caller {
            at,
            matter: Matter {
                day: 0,
                number,
                earlier: 1,
                kind: 0,
            },
            patience: 1.0,
            length: 1.0,
            luck: CallLuck::default(),
        }
    }

    /// Against a list that is searched: pushed and popped in turn, with many at the same moment.
    #[test]
    fn they_come_in_order_of_time_and_then_of_who_calls() {
        for (expected, round) in [(10.0, 1.0), (2000.0, 30.0), (2000.0, 0.25)] {
            let mut draws = Luck {
                seed: 3,
                replication: 0,
            }
            .stream(Stream::Queue, 0, 0);
            let mut again = Again::default();
            for _ in 0..3 {
                again.open(100.0, 30_000.0, expected);
                let mut list: Vec<(f64, u32)> = Vec::new();
                let (mut now, mut number) = (100.0, 0);
                for _ in 0..4000 {
                    if draws.chance(0.55) {
                        let ahead = draws.exponential() * 2000.0;
                        let at = now + (ahead / round).floor() * round;
                        if at < 30_000.0 {
                            number += 7919 % 1000;
                            again.push(caller(at, number));
                            list.push((at, number));
                        }
                    } else {
                        list.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
                        assert_eq!(again.next_at(), list.last().map_or(f64::INFINITY, |l| l.0));
                        let found = again.pop().map(|c| (c.at, c.matter.number));
                        assert_eq!(found, list.pop());
                        now = found.map_or(now, |f| f.0);
                    }
                }
            }
        }
    }
}
