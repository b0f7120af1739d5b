//! Sums over calls, by day and by half-hour, and the figures that follow from them.

use crate::scenario::import::day::Date;
use crate::sim::floor::caller::Caller;
use crate::sim::floor::{End, Witness};
use std::collections::BTreeMap;

/// Waits within which answers are counted, in seconds.
pub const WITHIN_SECONDS: [f64; 3] = [20.0, 30.0, 60.0];

/// Sums over some calls.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Calls that came.
    pub calls: u32,
    /// Callers who were not answered.
    pub lost: u32,
    /// Waiting of all, in seconds.
    pub waited: f64,
    /// Answered within each of [`WITHIN_SECONDS`].
    pub within: [u32; 3],
}

/// What a manager looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Share of callers who were not answered.
    pub abandonment: f64,
    /// Mean wait of all, in seconds.
    pub mean_wait_seconds: f64,
    /// Share answered within each of [`WITHIN_SECONDS`].
    pub within: [f64; 3],
}

/// Sums of all calls, of each day and of each half-hour.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// All.
    pub all: Sums,
    /// By day.
    pub days: BTreeMap<Date, Sums>,
    /// By half-hour of the day.
    pub half_hours: [Sums; 48],
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            all: Sums::default(),
            days: BTreeMap::new(),
            half_hours: [Sums::default(); 48],
        }
    }
}

impl Tally {
    /// Takes a call that came at `at`, waited, and was answered after some seconds or not at all.
    pub fn add(&mut self, date: Date, at: f64, waited: f64, answered: Option<f64>) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let half_hour = ((at / 1800.0) as usize).min(47);
        for sums in [
            &mut self.all,
            self.days.entry(date).or_default(),
            &mut self.half_hours[half_hour],
        ] {
            sums.calls += 1;
            sums.lost += u32::from(answered.is_none());
            sums.waited += waited;
            for (count, limit) in sums.within.iter_mut().zip(WITHIN_SECONDS) {
                *count += u32::from(answered.is_some_and(|seconds| seconds <= limit));
            }
        }
    }
}

impl Sums {
    /// The figures; None without calls.
    #[must_use]
    pub fn figures(&self) -> Option<Figures> {
        let calls = f64::from(self.calls);
        (self.calls > 0).then(|| Figures {
            abandonment: f64::from(self.lost) / calls,
            mean_wait_seconds: self.waited / calls,
            within: self.within.map(|count| f64::from(count) / calls),
        })
    }
}

impl Figures {
    /// As a list: abandonment, mean wait, then the shares answered within.
    #[must_use]
    pub fn list(&self) -> [f64; 5] {
        let [first, second, third] = self.within;
        [
            self.abandonment,
            self.mean_wait_seconds,
            first,
            second,
            third,
        ]
    }

    fn of(list: [f64; 5]) -> Self {
        Self {
            abandonment: list[0],
            mean_wait_seconds: list[1],
            within: [list[2], list[3], list[4]],
        }
    }

    /// Figure by figure; None of none.
    #[must_use]
    pub fn mean(all: &[Self]) -> Option<Self> {
        #[allow(clippy::cast_precision_loss, reason = "replications are few")]
        let count = all.len() as f64;
        let sum = |place: usize| all.iter().map(|f| f.list()[place]).sum::<f64>();
        (!all.is_empty()).then(|| Self::of(std::array::from_fn(|place| sum(place) / count)))
    }

    /// Figure by figure, the value below which this share of them lies; None of none.
    #[must_use]
    pub fn quantile(all: &[Self], share: f64) -> Option<Self> {
        let last = all.len().checked_sub(1)?;
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss
        )]
        let at = (last as f64 * share).round() as usize;
        Some(Self::of(std::array::from_fn(|place| {
            let mut sorted: Vec<f64> = all.iter().map(|f| f.list()[place]).collect();
            crate::order::numbers(&mut sorted);
            sorted[at]
        })))
    }
}

/// Counts the calls of a day as they end.
pub struct Watch<'a> {
    /// Where they are counted.
    pub tally: &'a mut Tally,
    /// The day.
    pub date: Date,
    /// When the phones close, second of the day.
    pub closes: f64,
}

impl Witness for Watch<'_> {
    fn ended(&mut self, caller: &Caller, end: End) {
        let rest = self.closes - caller.at;
        let (waited, answered) = match end {
            End::Answered { start, .. } => (start - caller.at, Some(start - caller.at)),
            // There is no second line here.
            End::PassedOn { .. } => return,
            End::HungUp => (caller.patience, None),
            End::Busy => (0.0, None),
            End::WaitingAtClose | End::NotCalledBack => (rest, None),
        };
        self.tally.add(self.date, caller.at, waited, answered);
    }
}
