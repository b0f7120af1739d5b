//! One queue, longest idle first: calls are worked off in the order of their arrival.
//!
//! The desk with the smallest free-at time is both the one that has been idle longest and the next to
//! come free, so each call is settled for good when it arrives. No event list, no queue to keep.

use super::arrivals::Day;
use super::call::{Rules, answer};
use super::desk::Desk;
use super::idle::Idle;
use super::{Counts, End, Witness};

/// Runs a day.
pub fn run(
    rules: &Rules,
    today: &mut Day,
    desks: &mut [Desk],
    idle: &mut Idle,
    witness: &mut impl Witness,
) -> Counts {
    idle.reset(desks.iter().map(|d| d.works.free_at));
    let mut counts = Counts::default();
    while let Some(caller) = today.next_call() {
        counts.offered += 1;
        let (desk, start) = first_free(desks, idle, caller.at);
        let wait = start - caller.at;
        if wait > caller.patience || start >= rules.closes {
            let left = caller.at + caller.patience;
            if left < rules.closes {
                counts.abandoned += 1;
                counts.wait_seconds += caller.patience;
                witness.ended(&caller, End::HungUp);
                today.gave_up(&caller, left);
            } else {
                counts.waiting_at_close += 1;
                counts.wait_seconds += rules.closes - caller.at;
                witness.ended(&caller, End::WaitingAtClose);
            }
            continue;
        }
        counts.wait_seconds += wait;
        counts.in_time += u32::from(wait <= rules.limit);
        let chosen = &mut desks[desk];
        let ended = answer(rules, chosen, &caller, start, wait);
        idle.set(desk, ended.free_at);
        witness.served(chosen.seat, start, ended.hung_up_at, ended.free_at);
        witness.ended(
            &caller,
            End::Answered {
                desk: chosen.seat,
                start,
            },
        );
        today.served(&caller, ended.resolved, ended.free_at);
    }
    counts
}

/// The desk that serves a call that came at `at`, and when. Desks whose break is due go first.
#[inline]
fn first_free(desks: &mut [Desk], idle: &mut Idle, at: f64) -> (usize, f64) {
    loop {
        let desk = idle.first();
        // An empty hall: nobody will ever be free.
        let Some(candidate) = desks.get_mut(desk) else {
            return (desk, f64::INFINITY);
        };
        if candidate.works.free_at == f64::INFINITY {
            return (desk, f64::INFINITY);
        }
        if let Some(start) = candidate.start_for(at) {
            return (desk, start);
        }
        let free_at = candidate.works.free_at;
        idle.set(desk, free_at);
    }
}
