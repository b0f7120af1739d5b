//! Putting things in order, compiled once.
//!
//! The standard library's sort is compiled anew for every kind of thing and every comparison:
//! three to four kilobytes of WebAssembly each, and the page had forty of them. Here one sort of
//! positions serves all; what is compiled per use is only the comparison and the moving. On the
//! path of calls, where lists are put in order all day, the standard library's own is used.

use core::cmp::Ordering;

/// Puts `items` in the order of `compare`; equals keep their places.
///
/// The comparison must be a total order; if it is not, the order that results is unspecified.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = positions(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    settle(order, &mut |a, b| items.swap(a, b));
}

/// Puts numbers in ascending order; whatever is not a number comes at the ends.
pub fn numbers(values: &mut [f64]) {
    by(values, f64::total_cmp);
}

/// The positions 0 to `count` − 1 in the order of `compare`; equals by position.
#[must_use]
pub fn positions(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Moves what stands at `order[k]` to place `k`, by exchanging pairs along each cycle.
fn settle(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        // A place that holds its own position is settled.
        while order[place] != start {
            let from = order[place];
            swap(place, from);
            order[place] = place;
            place = from;
        }
        order[place] = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The same as the standard library's, equals in their places.
        #[test]
        fn as_the_standard_library(keys in proptest::collection::vec(0_u8..9, 0..60)) {
            let mut ours: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut theirs = ours.clone();
            by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn what_is_no_number_does_not_panic() {
        let mut values = [2.0, f64::NAN, -1.0, f64::NEG_INFINITY];
        numbers(&mut values);
        assert!(values[3].is_nan());
        assert_eq!(&values[..3], &[f64::NEG_INFINITY, -1.0, 2.0]);
    }
}
