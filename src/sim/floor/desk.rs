//! What a call may see of a person: today's numbers at today's desk. No call ever sees the person.

use crate::scenario::plan::Shift;

/// One desk for one day.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The seat it belongs to.
    pub seat: usize,
    /// When it is or comes free, in seconds of the day.
    pub free_at: f64,
    /// What multiplies a call's length.
    pub pace: f64,
    /// Chance of solving a call, by kind: in calm, and while others wait.
    pub resolve: [[f64; 2]; 4],
    /// Chance of a courteous call.
    pub courteous: f64,
    /// Chance of ending a call early.
    pub cut: f64,
    /// What the day brought.
    pub tally: Tally,
    absences: [(f64, f64); 4],
    next_absence: usize,
}

/// What a desk's day brought.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Calls answered.
    pub handled: u32,
    /// Of those, solved.
    pub resolved: u32,
    /// Courteous.
    pub courteous: u32,
    /// Ended early.
    pub cut_short: u32,
    /// From angry callers.
    pub angry: u32,
    /// Satisfied callers.
    pub satisfied: u32,
    /// Callers who rated.
    pub rated: u32,
    /// Of those, satisfied.
    pub rated_satisfied: u32,
    /// Talk, in seconds.
    pub talk_seconds: f64,
    /// Talk and after-call work, in seconds.
    pub busy_seconds: f64,
    /// On the phones, in seconds; filled at the end of the day.
    pub staffed_seconds: f64,
}

impl Desk {
    /// A desk that follows `shift`, its person being off the phones for the first `off_phone` seconds.
    #[must_use]
    pub fn new(seat: usize, shift: &Shift, off_phone: f64) -> Self {
        let start = (shift.start + off_phone).min(shift.end);
        let [first, lunch, last] = shift.breaks.map(|(at, length)| {
            // A break that falls into time off the phones anyway is taken with it.
            let left = (at + length - start.max(at)).max(0.0);
            (at.max(start), left)
        });
        Self {
            seat,
            free_at: start,
            pace: 1.0,
            resolve: [[0.0; 2]; 4],
            courteous: 0.0,
            cut: 0.0,
            tally: Tally {
                staffed_seconds: shift.end - start - first.1 - lunch.1 - last.1,
                ..Tally::default()
            },
            absences: [first, lunch, last, (shift.end, f64::INFINITY)],
            next_absence: 0,
        }
    }

    /// When this desk can start a call that came at `at`; None when it leaves the phones before that,
    /// in which case it says so by its new `free_at`.
    #[inline]
    pub fn start_for(&mut self, at: f64) -> Option<f64> {
        let start = self.free_at.max(at);
        let (leaves, length) = self.absences[self.next_absence];
        if start < leaves {
            return Some(start);
        }
        // A call that ran into the break delays the break, it does not shorten it.
        self.free_at = self.free_at.max(leaves) + length;
        if length.is_finite() {
            self.next_absence += 1;
        }
        None
    }

    /// Closes the day: what was worked past the shift's end counts as time on the phones.
    pub fn close(&mut self) {
        let end = self.absences[3].0;
        if self.free_at.is_finite() && self.free_at > end {
            self.tally.staffed_seconds += self.free_at - end;
        }
        self.tally.staffed_seconds = self.tally.staffed_seconds.max(self.tally.busy_seconds);
    }
}
