//! What a replication's people lived through, life by life; written only where somebody asked for it.

use super::ledger::{Left, Who};
use serde::{Deserialize, Serialize};

/// Everybody's life in one replication.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Journal {
    /// The working days of the replication.
    pub calendar: Calendar,
    /// Lives in the order of posts, in each post in the order of its holders.
    pub lives: Vec<Life>,
}

/// Which working day falls where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    /// Working days before the measured year.
    pub warmup: u32,
    /// Working days of the measured year.
    pub measured: u32,
    /// The weekdays on which the phones are open, 0 = Monday.
    pub weekdays: Vec<u8>,
    /// First working day after each month.
    pub month_ends: Vec<u32>,
}

/// A working day as people would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Month of the measured year from 1; 0 is the month before it, −1 the one before that.
    pub month: i32,
    /// Week of the month, from 1.
    pub week: u32,
    /// Weekday, 0 = Monday.
    pub weekday: usize,
}

/// One person's time in the centre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Life {
    /// The person.
    pub who: Who,
    /// Which holder of the post this is since the post exists. Post and holder together are the same
    /// person under the same luck, whatever the policy.
    pub holder: u32,
    /// First working day; None for those who were there at the beginning.
    pub hired: Option<u32>,
    /// Working days of service on the first day of the simulation; 0 for those hired in it.
    pub served_before: f64,
    /// The last working day and how the person left; None for those still there.
    pub end: Option<(u32, Left)>,
    /// What happened, in order of time.
    pub entries: Vec<Entry>,
}

/// Something that happened to somebody on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Working day of the simulation, from 0.
    pub day: u32,
    /// What.
    pub event: Event,
}

/// What can happen to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// First day.
    Hired,
    /// A week on the phones.
    Week {
        /// Calls handled.
        handled: u32,
        /// Of those, from angry callers.
        angry: u32,
        /// Exhaustion on its last evening, 0–1.
        exhaustion: f32,
    },
    /// Ill from this day on.
    Ill {
        /// Working days in a row.
        days: u32,
        /// Of those, days at work although ill.
        worked: u32,
    },
    /// Asked for a day off, other hours or a holiday.
    Asked(Reply),
    /// A session of stress relief.
    Relief,
    /// A session of training.
    Training {
        /// Its hours.
        hours: f32,
    },
    /// The month's appraisal.
    Appraisal(Appraised),
    /// An award.
    Award {
        /// Hours off that came with it.
        hours: f32,
    },
    /// Awards went to colleagues who had less of what they were given for.
    PassedOver {
        /// How many.
        lesser: u32,
    },
    /// Moved to other work.
    Rotated,
    /// Chose another effort.
    Effort {
        /// On speed, on care, and share of calls cut short, before.
        from: [f32; 3],
        /// The same from now on.
        to: [f32; 3],
    },
    /// The chance of deciding to leave this month, and what it is made of.
    Leaving(Chance),
    /// Got a place on the ladder; the number is the track's in the scenario.
    Promoted(u8),
    /// Could have got a place on the ladder, and others did.
    NotPromoted,
    /// Decided to leave.
    Decided {
        /// Of their own will.
        quits: bool,
    },
    /// Last day.
    LastDay(Left),
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// Hours were moved.
    Moved,
    /// A day off because home needed one.
    DayOff,
    /// A holiday of so many days.
    Holiday(u32),
    /// Home needed a day and it was refused.
    Refused,
    /// A holiday was refused.
    HolidayRefused,
}

/// A month's appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Appraised {
    /// Calls a day, talk seconds, points of inspection, satisfied share of ratings.
    pub figures: [f64; 4],
    /// Which targets were reached.
    pub reached: [bool; 4],
    /// The month's score, 0–1.
    pub score: f64,
    /// Place by the month's score, 1 = best.
    pub place: u32,
    /// How many were appraised.
    pub of: u32,
    /// Sampled calls found cut short.
    pub found_cut: u32,
}

/// A month's chance of deciding to leave.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// The chance, 0–1.
    pub chance: f64,
    /// What each part adds to it, in the order of [`Part::ALL`]; they sum to the chance.
    pub parts: [f64; 10],
}

/// What the chance of leaving is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What remains for somebody settled who lacks nothing.
    Ordinary,
    /// The first months of service.
    Early,
    /// What other jobs offer against this one; below 0 where this one is better.
    Outside,
    /// Unmet existence needs.
    Existence,
    /// Unmet relatedness needs.
    Relatedness,
    /// Unmet growth needs.
    Growth,
    /// Exhaustion.
    Exhaustion,
    /// Felt unfairness.
    Unfairness,
    /// Colleagues who left.
    Contagion,
    /// A target out of reach.
    Hopeless,
}

impl Part {
    /// In the order of [`Chance::parts`].
    pub const ALL: [Part; 10] = [
        Part::Ordinary,
        Part::Early,
        Part::Outside,
        Part::Existence,
        Part::Relatedness,
        Part::Growth,
        Part::Exhaustion,
        Part::Unfairness,
        Part::Contagion,
        Part::Hopeless,
    ];
}

impl Calendar {
    /// A working day as people would say it.
    #[must_use]
    pub fn date(&self, day: u32) -> Date {
        let at = self.month_ends.partition_point(|end| *end <= day);
        let begins = at
            .checked_sub(1)
            .map_or(0, |before| self.month_ends[before]);
        let warmup_months = self.month_ends.partition_point(|end| *end <= self.warmup);
        let number = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let open = u32::try_from(self.weekdays.len()).unwrap_or(1).max(1);
        // The measured year begins with a week's first working day.
        let shifted = |day: u32| day + (open - self.warmup % open) % open;
        let weekday = self.weekdays.get((shifted(day) % open) as usize);
        Date {
            month: number(at) - number(warmup_months) + 1,
            week: shifted(day) / open - shifted(begins) / open + 1,
            weekday: weekday.map_or(0, |weekday| usize::from(*weekday)),
        }
    }

    /// True for days of the measured year.
    #[must_use]
    pub fn is_measured(&self, day: u32) -> bool {
        day >= self.warmup
    }
}

impl Life {
    /// Entries of the measured year.
    pub fn of_year<'a>(&'a self, calendar: &'a Calendar) -> impl Iterator<Item = &'a Entry> {
        let measured = |entry: &&Entry| calendar.is_measured(entry.day);
        self.entries.iter().filter(measured)
    }

    /// True where some of the life lies in the measured year.
    #[must_use]
    pub fn in_year(&self, calendar: &Calendar) -> bool {
        self.end.is_none_or(|(day, _)| calendar.is_measured(day))
    }

    /// The last working day, for those who left of their own will in the measured year.
    #[must_use]
    pub fn quit_on(&self, calendar: &Calendar) -> Option<u32> {
        match self.end {
            Some((day, Left::Quit)) if calendar.is_measured(day) => Some(day),
            Some((_, Left::Quit | Left::Otherwise | Left::Stayed)) | None => None,
        }
    }

    /// How often something happened in the measured year.
    #[must_use]
    pub fn count(&self, calendar: &Calendar, what: impl Fn(&Event) -> bool) -> u32 {
        let found = self.of_year(calendar).filter(|entry| what(&entry.event));
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    }

    /// Mean score of the measured year's appraisals, if there were any.
    #[must_use]
    pub fn mean_score(&self, calendar: &Calendar) -> Option<f64> {
        let (mut sum, mut n) = (0.0, 0.0);
        for entry in self.of_year(calendar) {
            if let Event::Appraisal(found) = &entry.event {
                sum += found.score;
                n += 1.0;
            }
        }
        (n > 0.0).then(|| sum / n)
    }
}

impl Event {
    /// A refused request.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(self, Event::Asked(Reply::Refused | Reply::HolidayRefused))
    }

    /// The month's chance of deciding to leave, where the event is that.
    #[must_use]
    pub fn chance(&self) -> Option<&Chance> {
        if let Event::Leaving(chance) = self {
            Some(chance)
        } else {
            None
        }
    }

    /// Hours of training; 0 for everything else.
    #[must_use]
    pub fn training_hours(&self) -> f64 {
        if let Event::Training { hours } = self {
            f64::from(*hours)
        } else {
            0.0
        }
    }

    /// An award.
    #[must_use]
    pub fn is_award(&self) -> bool {
        matches!(self, Event::Award { .. })
    }
}

impl Journal {
    /// The lives with a part in the measured year.
    pub fn of_year(&self) -> impl Iterator<Item = &Life> {
        self.lives
            .iter()
            .filter(|life| life.in_year(&self.calendar))
    }

    /// The same person's life under another policy and the same luck, if that person came there at all.
    #[must_use]
    pub fn twin_of(&self, life: &Life) -> Option<&Life> {
        let same = |other: &&Life| other.who == life.who && other.holder == life.holder;
        self.lives.iter().find(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_training_has_hours_of_training() {
        assert_eq!(Event::Training { hours: 7.5 }.training_hours(), 7.5);
        assert_eq!(Event::Award { hours: 8.0 }.training_hours(), 0.0);
        assert_eq!(Event::Relief.training_hours(), 0.0);
    }
}
