//! What a call may see of a person: today's numbers at today's desk. No call ever sees the person.

use crate::rng::Chance;
use crate::scenario::plan::Shift;

/// One desk for one day.
#[derive(Clone, Debug)]
pub struct Desk {
    /// When and how it serves.
    pub works: Works,
    /// What the day brought.
    pub tally: Tally,
    /// When the latest call ended, after-call work included.
    pub last_call_ended: f64,
    /// The seat it belongs to.
    pub seat: usize,
    /// Takes only what the first line passes on.
    pub specialist: bool,
    absences: [(f64, f64); 4],
    next_absence: usize,
}

/// What every call asks of a desk, on one line of the processor's cache: in a hall of thousands each
/// call meets another desk, and what it costs is how many lines must be fetched.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub struct Works {
    /// When it is or comes free, in seconds of the day.
    pub free_at: f64,
    /// When the next break is due, or the shift ends.
    leaves_at: f64,
    /// What multiplies a call's length.
    pub pace: f64,
    /// Chance of solving a call, by kind: in calm, and while others wait.
    pub resolve: [[Chance; 2]; 4],
    /// Chance of a courteous call.
    pub courteous: Chance,
    /// Chance of ending a call early.
    pub cut: Chance,
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
    /// Calls passed on to the second line; not among the handled.
    pub passed_on: u32,
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
    /// A desk that follows `shift`, its person coming `late` seconds late and then working for `elsewhere`
    /// seconds off the phones.
    #[must_use]
    pub fn new(seat: usize, shift: &Shift, late: f64, elsewhere: f64) -> Self {
        let comes = shift.start + late;
        let mut start = comes + elsewhere;
        // Breaks that are still to come, then the end of the shift, then nothing more.
        let mut absences = [(f64::INFINITY, f64::INFINITY); 4];
        let (mut known, mut away) = (0, 0.0);
        for (at, length) in shift.breaks {
            // What of a break has passed when somebody comes late is missed; in work off the phones it is
            // taken, and the work goes on after it.
            let left = (at + length - comes.max(at)).max(0.0);
            if at.max(comes) < start {
                start += left;
            } else if left > 0.0 {
                absences[known] = (at.max(comes), left);
                known += 1;
                away += left;
            }
        }
        let start = start.min(shift.end);
        absences[known] = (shift.end, f64::INFINITY);
        Self {
            works: Works {
                free_at: start,
                leaves_at: absences[0].0,
                pace: 1.0,
                resolve: Default::default(),
                courteous: Chance::default(),
                cut: Chance::default(),
            },
            seat,
            last_call_ended: 0.0,
            tally: Tally {
                staffed_seconds: (shift.end - start - away).max(0.0),
                ..Tally::default()
            },
            specialist: false,
            absences,
            next_absence: 0,
        }
    }

    /// From when to when it will be on the phones, as far as is known now: breaks when they are due.
    pub fn on_phones(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let mut from = self.works.free_at;
        self.absences[self.next_absence..]
            .iter()
            .map_while(move |(due, length)| {
                let stretch = from.is_finite().then_some((from, *due));
                from = due + length;
                stretch
            })
    }

    /// When this desk can start a call that came at `at`; None when it leaves the phones before that,
    /// in which case it says so by its new `free_at`.
    #[inline]
    pub fn start_for(&mut self, at: f64) -> Option<f64> {
        // Neither is no number, so a plain comparison does.
        let start = if self.works.free_at > at {
            self.works.free_at
        } else {
            at
        };
        if start < self.leaves_at() {
            return Some(start);
        }
        self.leave(self.works.free_at);
        None
    }

    /// When the next break is due, or the shift ends.
    #[inline]
    #[must_use]
    pub fn leaves_at(&self) -> f64 {
        self.works.leaves_at
    }

    /// True when what comes next is the end of the shift.
    #[must_use]
    pub fn ends_next(&self) -> bool {
        self.absences[self.next_absence].1 == f64::INFINITY
    }

    /// Leaves for the next break, being free since `since`: the break begins when it is due or, where
    /// a call ran into it, after that call, and is not shortened. `free_at` says when it ends.
    pub fn leave(&mut self, since: f64) {
        let (due, length) = self.absences[self.next_absence];
        self.works.free_at = since.max(due) + length;
        if length.is_finite() {
            self.next_absence += 1;
            self.works.leaves_at = self.absences[self.next_absence].0;
        }
    }

    /// Closes the day: what was worked past the shift's end counts as time on the phones.
    pub fn close(&mut self) {
        let end = self
            .absences
            .iter()
            .find(|a| a.1 == f64::INFINITY)
            .map_or(f64::INFINITY, |a| a.0);
        if self.last_call_ended > end {
            self.tally.staffed_seconds += self.last_call_ended - end;
        }
        self.tally.staffed_seconds = self.tally.staffed_seconds.max(self.tally.busy_seconds);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIFT: Shift = Shift {
        start: 0.0,
        end: 9000.0,
        breaks: [(1000.0, 60.0), (3000.0, 600.0), (7000.0, 60.0)],
        hours_share: 1.0,
    };

    #[test]
    fn breaks_are_missed_by_coming_late_and_taken_in_work_elsewhere() {
        // Late, elsewhere; on the phones from, and for so long.
        for (late, elsewhere, from, for_so_long) in [
            (0.0, 0.0, 0.0, 8280.0),
            (500.0, 0.0, 500.0, 7780.0),
            // In the middle of lunch: the rest of it is taken.
            (3200.0, 0.0, 3200.0, 5800.0 - 400.0 - 60.0),
            // Half of the time on the phones: so much is left, and its breaks.
            (0.0, 4140.0, 4800.0, 4140.0),
            (500.0, 3000.0, 4160.0, 4780.0),
            // Its end falls on a break's beginning: that one is still to come.
            (0.0, 1000.0, 1000.0, 7280.0),
            (0.0, 90_000.0, 9000.0, 0.0),
        ] {
            let desk = Desk::new(0, &SHIFT, late, elsewhere);
            let found = (desk.works.free_at, desk.tally.staffed_seconds);
            assert_eq!(found, (from, for_so_long), "{late} {elsewhere}");
        }
    }

    #[test]
    fn the_end_of_the_shift_comes_next_once_the_last_break_is_taken() {
        let mut desk = Desk::new(0, &SHIFT, 0.0, 0.0);
        for (due, _) in SHIFT.breaks {
            assert_eq!((desk.leaves_at(), desk.ends_next()), (due, false));
            desk.leave(due);
        }
        assert_eq!((desk.leaves_at(), desk.ends_next()), (SHIFT.end, true));
    }
}
