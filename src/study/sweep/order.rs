//! In which order the years of a sweep are run: a coarse curve first, then what the answer hangs on.

use super::answer::{Line, Wish};

/// Years below which a point is judged together with its neighbours.
const OWN: usize = 4;
/// A point fails clearly where one that is just good enough would show so few good years less often.
const CHANCE: f64 = 0.05;

/// Every place once: the ends, then the middle of every stretch, again and again; of several curves of
/// as many points each, the same place of all before the next.
pub(super) fn coarse_first(points: usize, curves: usize) -> Vec<usize> {
    let Some(last) = points.checked_sub(1) else {
        return Vec::new();
    };
    let mut order = vec![0];
    order.extend((last > 0).then_some(last));
    let mut stretches = vec![(0, last)];
    let mut at = 0;
    while let Some((from, to)) = stretches.get(at).copied() {
        at += 1;
        if to - from > 1 {
            let middle = usize::midpoint(from, to);
            order.push(middle);
            stretches.extend([(from, middle), (middle, to)]);
        }
    }
    let all = |place: usize| (0..curves).map(move |curve| curve * points + place);
    order.into_iter().flat_map(all).collect()
}

impl Line<'_> {
    /// What the answer hangs on, as places with the years that each should have next: the furthest point
    /// that holds and all beyond it, but those that have all their years or clearly fail; and a few years
    /// of the point before, to which the answer falls back.
    pub(super) fn open(&self, wish: &Wish, all: usize) -> Vec<(usize, usize)> {
        let mut outward: Vec<usize> = (0..self.points.len()).collect();
        if wish.is_further(1.0, 0.0) {
            outward.reverse();
        }
        let holds = |place: &usize| {
            let share = wish.share(self.points[*place].1);
            share.is_some_and(|share| share >= wish.certainty)
        };
        let inside = outward.iter().rposition(holds);
        let mut open = Vec::new();
        for (turn, place) in outward.into_iter().enumerate() {
            let years = self.points[place].1.len();
            let beyond = inside.is_none_or(|inside| turn >= inside);
            let before = inside.is_some_and(|inside| turn + 1 == inside);
            let goal = if before { OWN.min(all) } else { all };
            if (beyond || before) && years < goal && !(beyond && self.fails(wish, place)) {
                open.push((place, (2 * years).max(OWN).min(goal)));
            }
        }
        open
    }

    /// True when the answer no longer hangs on any year that is yet to be run.
    pub(super) fn is_settled(&self, wish: &Wish, all: usize) -> bool {
        let asked = !wish.constraints.is_empty() && self.is_ordered();
        let begun = |(_, years, added): &(f64, &[_], bool)| *added || !years.is_empty();
        asked && self.points.iter().all(begun) && self.open(wish, all).is_empty()
    }

    fn fails(&self, wish: &Wish, place: usize) -> bool {
        let counted = |place: usize| {
            let years = self.points[place].1;
            (years.iter().filter(|y| wish.holds(y)).count(), years.len())
        };
        let (mut good, mut all) = counted(place);
        if all < OWN {
            let last = self.points.len() - 1;
            let beside = [place.checked_sub(1), (place < last).then_some(place + 1)];
            for (more_good, more) in beside.into_iter().flatten().map(counted) {
                (good, all) = (good + more_good, all + more);
            }
        }
        all > 0 && at_most(good, all, wish.certainty) < CHANCE
    }
}

/// Chance of at most so many good years of so many, each good with this chance.
#[allow(clippy::cast_precision_loss, reason = "some hundred years at most")]
fn at_most(good: usize, all: usize, chance: f64) -> f64 {
    let bad = 1.0 - chance;
    if bad <= 0.0 {
        return if good < all { 0.0 } else { 1.0 };
    }
    let mut term = (0..all).fold(1.0, |product, _| product * bad);
    let mut sum = term;
    for k in 0..good {
        term *= (all - k) as f64 / (k + 1) as f64 * chance / bad;
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coarse_points_come_first_and_none_is_lost() {
        assert_eq!(coarse_first(9, 1), [0, 8, 4, 2, 6, 1, 3, 5, 7]);
        assert_eq!(coarse_first(3, 2), [0, 3, 2, 5, 1, 4]);
        for n in 0..40 {
            let mut order = coarse_first(n, 2);
            crate::order::by(&mut order, Ord::cmp);
            assert_eq!(order, (0..2 * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn few_good_years_are_a_matter_of_chance() {
        assert!((at_most(0, 2, 0.8) - 0.04).abs() < 1e-12);
        assert!((at_most(1, 3, 0.8) - 0.104).abs() < 1e-12);
        assert!((at_most(16, 16, 0.8) - 1.0).abs() < 1e-12);
        assert_eq!([at_most(3, 4, 1.0), at_most(4, 4, 1.0)], [0.0, 1.0]);
    }
}
