//! The people: what stays with a person, what changes, and what a month has brought.

pub mod appraisal;
pub mod awards;
#[cfg(test)]
mod awards_tests;
pub mod belief;
pub mod development;
pub mod effort;
pub mod fairness;
#[cfg(test)]
mod fixtures;
pub mod home;
pub mod ladder;
pub mod needs;
pub mod past;
pub mod quit;
pub mod recognition;
pub mod recruit;
pub mod roster;
pub mod strain;
pub mod working;

use crate::measure::ledger::PersonYear;
use crate::sim::floor::desk::Tally;
use ladder::Track;

/// Promotions and star awards come by the quarter.
pub const MONTHS_A_QUARTER: u32 = 3;

/// Whether a month, by its number from the beginning of the warm-up, is a quarter's last.
#[must_use]
pub fn ends_quarter(month: u32) -> bool {
    (month + 1).is_multiple_of(MONTHS_A_QUARTER)
}

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    /// What never changes.
    pub traits: Traits,
    /// What changes by the day and the month.
    pub mind: Mind,
    /// Where the person stands in the centre.
    pub career: Career,
    /// Leave, holidays and illness.
    pub leave: Leave,
    /// What this month has brought so far.
    pub month: Month,
    /// What is written into the ledger at the end.
    pub year: PersonYear,
}

/// What never changes.
#[derive(Clone, Debug)]
pub struct Traits {
    /// What multiplies a call's length by nature.
    pub slowness: f64,
    /// Ability to solve a call, in log-odds around 0.
    pub care: f64,
    /// How fast the person learns, around 1.
    pub learning: f64,
    /// How fast the person tires, around 1.
    pub tiring: f64,
    /// Weights of existence, relatedness and growth, summing to 1.
    pub weights: [f64; 3],
    /// How much winning matters, around 1.
    pub competitiveness: f64,
    /// Inner cost of ending a tenth of one's calls early.
    pub qualm: f64,
    /// How well liked, in standard deviations.
    pub liked: f64,
    /// Log of outside options.
    pub outside: f64,
    /// How kindly the person sees the same circumstances, in standard deviations between people.
    pub temper: f64,
    /// Care duties at home.
    pub care_duty: bool,
}

/// What changes by the day and the month.
#[derive(Clone, Debug)]
pub struct Mind {
    /// Exhaustion, 0–1.
    pub exhaustion: f64,
    /// Dose of stress relief, 0–1.
    pub relief: f64,
    /// Satisfied existence, relatedness, growth, 0–1.
    pub needs: [f64; 3],
    /// Felt fairness as a whole, 0–1.
    pub fairness: f64,
    /// Its parts: of distribution, of procedure, of treatment.
    pub justice: [f64; 3],
    /// What the person believes about the targets.
    pub beliefs: Beliefs,
    /// Chosen effort.
    pub effort: Effort,
    /// The lasting sense of having been recognised, 0–1.
    pub recognised: f64,
    /// What the person wants to give back for recognition, or to catch up with it; fading.
    pub spirit: f64,
    /// Occupancy above the comfortable one over the last weeks, as a share of what is possible.
    pub overwork: f64,
    /// How often passed over at equal merit, fading.
    pub passed_over: f64,
    /// Share of requests granted lately, 0–1.
    pub granted: f64,
}

/// What the person believes about the targets, from experience.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beliefs {
    /// False until the first appraisal.
    pub formed: bool,
    /// Calls a day without special effort.
    pub volume: f64,
    /// Talk seconds without special effort.
    pub talk: f64,
    /// Inspection points without special effort.
    pub points: f64,
    /// Satisfied share of ratings without special effort.
    pub rating: f64,
    /// Record of reaching each target, 0–1.
    pub record: [f64; 4],
    /// Occupancy met lately: only busy time can be hurried.
    pub occupancy: f64,
}

/// Chosen effort.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    /// On speed, 0–1.
    pub speed: f64,
    /// On care, 0–1.
    pub care: f64,
    /// Share of calls ended early.
    pub cut: f64,
}

/// Where the person stands in the centre.
#[derive(Clone, Debug)]
pub struct Career {
    /// Working days of service.
    pub tenure_days: f64,
    /// Progress on the learning curve, 0–1.
    pub skill: f64,
    /// Knowledge from training, 0–1.
    pub knowledge: f64,
    /// Unfamiliarity after a rotation, 0–1.
    pub unfamiliar: f64,
    /// Breadth of knowledge over kinds of work, from rotations, 0–1.
    pub breadth: f64,
    /// The step of the ladder, once promoted.
    pub step: Option<Track>,
    /// Composite score, smoothed over months, 0–1.
    pub score: f64,
    /// What it would be, had other calls been inspected all along.
    pub other_score: f64,
    /// Months since the last award; large when never.
    pub months_since_award: u32,
    /// Day on which the person leaves, once decided.
    pub leaves_on: Option<u32>,
    /// Leaves of their own will.
    pub quits: bool,
}

/// Leave, holidays and illness.
#[derive(Clone, Debug, Default)]
pub struct Leave {
    /// Days of annual leave left.
    pub days: f64,
    /// Days won with awards and not taken yet.
    pub won: f64,
    /// Days of a holiday still to come.
    pub holiday: u32,
    /// Ill today.
    pub ill: bool,
    /// Came to work ill today.
    pub worked_ill: bool,
}

/// What this month has brought so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Month {
    /// Days worked.
    pub worked_days: u32,
    /// Time on the phones, in what counts as days when the target is held against them.
    pub phone_days: f64,
    /// Calls handled.
    pub handled: u32,
    /// Calls passed on to the second line; not among the handled.
    pub passed_on: u32,
    /// Of the handled, solved.
    pub resolved: u32,
    /// Courteous.
    pub courteous: u32,
    /// Ended early.
    pub cut_short: u32,
    /// Callers who rated.
    pub rated: u32,
    /// Of those, satisfied.
    pub rated_satisfied: u32,
    /// Talk seconds.
    pub talk_seconds: f64,
    /// Busy seconds.
    pub busy_seconds: f64,
    /// Seconds on the phones.
    pub staffed_seconds: f64,
    /// Requests for leave or other hours.
    pub asked: u32,
    /// Of those, granted.
    pub granted: u32,
    /// Hours of training.
    pub training_hours: f64,
}

impl Beliefs {
    /// Record of reaching targets, by the weight of each.
    #[must_use]
    pub fn overall_record(&self, weights: [f64; 4]) -> f64 {
        if self.formed {
            self.record.iter().zip(weights).map(|(r, w)| r * w).sum()
        } else {
            0.5
        }
    }
}

impl Month {
    /// Adds a day at the desk; `day_seconds` on the phones count as one day.
    pub fn add(&mut self, tally: &Tally, day_seconds: f64) {
        self.worked_days += 1;
        self.phone_days += if day_seconds > 0.0 {
            tally.staffed_seconds / day_seconds
        } else {
            0.0
        };
        self.handled += tally.handled;
        self.passed_on += tally.passed_on;
        self.resolved += tally.resolved;
        self.courteous += tally.courteous;
        self.cut_short += tally.cut_short;
        self.rated += tally.rated;
        self.rated_satisfied += tally.rated_satisfied;
        self.talk_seconds += tally.talk_seconds;
        self.busy_seconds += tally.busy_seconds;
        self.staffed_seconds += tally.staffed_seconds;
    }
}

impl Career {
    /// Months of service.
    #[must_use]
    pub fn months(&self, days_per_month: f64) -> f64 {
        self.tenure_days / days_per_month
    }
}

impl Leave {
    /// What can be taken, in days.
    #[must_use]
    pub fn left(&self) -> f64 {
        self.days + self.won
    }

    /// Takes a day: what was won goes first.
    pub fn take_day(&mut self) {
        let won = self.won.min(1.0);
        self.won -= won;
        self.days -= 1.0 - won;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_is_taken_of_what_was_won_first() {
        let mut leave = Leave {
            days: 5.0,
            won: 1.5,
            ..Leave::default()
        };
        for (days, won) in [(5.0, 0.5), (4.5, 0.0), (3.5, 0.0)] {
            let before = leave.left();
            leave.take_day();
            assert_eq!((leave.days, leave.won), (days, won));
            assert_eq!(before - leave.left(), 1.0);
        }
    }
}
