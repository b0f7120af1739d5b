//! What the present roster puts on the phones: on paper, and in simulated years.

use super::trial::{milliseconds, spread};
use crate::rng::Luck;
use crate::scenario::plan::{HALF_HOUR_SECONDS, HALF_HOURS, Plan};
use crate::sim;
use crate::sim::floor::desk::Desk;

/// People on the phones by half-hour when every post is held and everybody is there on time.
#[must_use]
pub fn nominal(plan: &Plan) -> [f64; HALF_HOURS] {
    let mut people = [0.0; HALF_HOURS];
    for (seat, shift) in plan.shifts().iter().enumerate() {
        for (from, to) in Desk::new(seat, shift, 0.0, 0.0).on_phones() {
            spread(from, to, |h, seconds| {
                people[h] += seconds / HALF_HOUR_SECONDS;
            });
        }
    }
    people
}

/// What simulated years had on the phones, in whole milliseconds and days.
#[derive(Clone, Debug, PartialEq)]
pub struct OnPhones {
    days: u64,
    staffed: [u64; HALF_HOURS],
    busy: u64,
    answered: u64,
}

impl Default for OnPhones {
    fn default() -> Self {
        Self {
            days: 0,
            staffed: [0; HALF_HOURS],
            busy: 0,
            answered: 0,
        }
    }
}

#[allow(clippy::cast_precision_loss)]
impl OnPhones {
    /// Looks at the hall on each morning of a measured year that falls on `weekday`, or on every one.
    /// Breaks count when they are due; that a call delays one is not seen.
    #[must_use]
    pub fn in_a_year(plan: &Plan, weekday: Option<usize>, luck: Luck) -> Self {
        let mut found = Self::default();
        let ledger = sim::replicate_watched(plan, luck, |day, desks| {
            let days = plan.days();
            if day < days.warmup || weekday.is_some_and(|w| w != days.weekday(day)) {
                return;
            }
            found.days += 1;
            for (from, to) in desks.iter().flat_map(Desk::on_phones) {
                spread(from, to, |h, seconds| {
                    found.staffed[h] += milliseconds(seconds);
                });
            }
        });
        for week in &ledger.weeks {
            found.busy += milliseconds(week.busy_seconds);
            found.answered += u64::from(week.answered);
        }
        found
    }

    /// Adds another year.
    pub fn add(&mut self, other: &Self) {
        self.days += other.days;
        self.busy += other.busy;
        self.answered += other.answered;
        for (sum, more) in self.staffed.iter_mut().zip(&other.staffed) {
            *sum += more;
        }
    }

    /// People on the phones by half-hour, mean over the days.
    #[must_use]
    pub fn mean(&self) -> [f64; HALF_HOURS] {
        let whole = self.days.max(1) as f64 * HALF_HOUR_SECONDS * 1000.0;
        self.staffed.map(|sum| sum as f64 / whole)
    }

    /// Talk and after-call work of an answered call; None where none was.
    #[must_use]
    pub fn mean_service_seconds(&self) -> Option<f64> {
        (self.answered > 0).then(|| self.busy as f64 / 1000.0 / self.answered as f64)
    }
}
