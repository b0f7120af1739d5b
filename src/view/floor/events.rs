//! What happened in a recorded year, in order of time, and week by week: what the hall shows, to be read.

use super::clock::Clock;
use super::hall::Hall;
use crate::measure::journal::{Event, Life};
use crate::measure::ledger::Left;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Left of their own will.
    Quit,
    /// Left otherwise.
    Exit,
    /// Won an award.
    Award,
    /// Got a place on the ladder.
    Promoted,
    /// First day.
    Hired,
}

impl What {
    /// All kinds, as the list can be sifted by them.
    pub const ALL: [What; 5] = [
        What::Quit,
        What::Award,
        What::Promoted,
        What::Hired,
        What::Exit,
    ];

    fn of(event: &Event) -> Option<Self> {
        match event {
            Event::LastDay(Left::Quit) => Some(What::Quit),
            Event::LastDay(Left::Otherwise | Left::Stayed) => Some(What::Exit),
            Event::Award { .. } => Some(What::Award),
            Event::Promoted(_) => Some(What::Promoted),
            Event::Hired => Some(What::Hired),
            Event::Week { .. }
            | Event::Ill { .. }
            | Event::Asked(_)
            | Event::Relief
            | Event::Training { .. }
            | Event::Appraisal(_)
            | Event::PassedOver { .. }
            | Event::Rotated
            | Event::Effort { .. }
            | Event::Leaving(_)
            | Event::NotPromoted
            | Event::Decided { .. } => None,
        }
    }
}

/// Something that happened to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Working day of the measured year, from 0.
    pub day: u32,
    /// What.
    pub what: What,
    /// Number of the life in the journal.
    pub life: usize,
}

/// Everything of the measured year worth jumping to, in order of time.
#[must_use]
pub fn happenings(hall: &Hall) -> Vec<Happening> {
    let calendar = &hall.journal.calendar;
    let mut found = Vec::new();
    for (number, life) in hall.journal.lives.iter().enumerate() {
        for entry in life.of_year(calendar) {
            if let Some(what) = What::of(&entry.event) {
                found.push(Happening {
                    day: entry.day - calendar.warmup,
                    what,
                    life: number,
                });
            }
        }
    }
    crate::order::by(&mut found, |a, b| a.day.cmp(&b.day));
    found
}

/// The first of a kind.
#[must_use]
pub fn first(happenings: &[Happening], what: What) -> Option<&Happening> {
    happenings.iter().find(|happening| happening.what == what)
}

/// A week in the hall.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Week {
    /// People in post on its last day.
    pub in_post: u32,
    /// By kind, in the order of [`What::ALL`].
    pub happened: [u32; 5],
    /// Calls handled.
    pub handled: u32,
    /// Of those, from angry callers.
    pub angry: u32,
    /// Mean exhaustion of those who were on the phones, 0–1.
    pub exhaustion: f64,
}

/// The year week by week.
#[must_use]
pub fn weeks(hall: &Hall, happenings: &[Happening], clock: &Clock) -> Vec<Week> {
    let mut weeks = vec![Week::default(); clock.weeks() as usize];
    let mut told = vec![0.0; weeks.len()];
    for happening in happenings {
        if let Some(week) = weeks.get_mut(clock.week(happening.day) as usize) {
            week.happened[What::ALL
                .iter()
                .position(|w| *w == happening.what)
                .unwrap_or(0)] += 1;
        }
    }
    for life in &hall.journal.lives {
        for entry in life.of_year(&hall.journal.calendar) {
            let number = clock.week(entry.day - clock.warmup) as usize;
            let (
                Event::Week {
                    handled,
                    angry,
                    exhaustion,
                },
                Some(week),
            ) = (&entry.event, weeks.get_mut(number))
            else {
                continue;
            };
            week.handled += handled;
            week.angry += angry;
            week.exhaustion += f64::from(*exhaustion);
            told[number] += 1.0;
        }
    }
    for (number, (week, told)) in (0_u32..).zip(weeks.iter_mut().zip(told)) {
        let last = clock.days_of(number).end - 1;
        let there = (0..hall.seats()).filter(|seat| hall.holder(*seat, last).is_some());
        week.in_post = u32::try_from(there.count()).unwrap_or(u32::MAX);
        week.exhaustion /= f64::max(told, 1.0);
    }
    weeks
}

/// The week, from 0, at whose end nobody is left; None where somebody always is.
#[must_use]
pub fn deserted(weeks: &[Week]) -> Option<usize> {
    let at = weeks.iter().position(|week| week.in_post == 0)?;
    weeks[at..]
        .iter()
        .all(|week| week.in_post == 0)
        .then_some(at)
}

/// How often something happened to somebody in the year up to a day of the simulation.
#[must_use]
pub fn times(life: &Life, hall: &Hall, day: u32, what: What) -> usize {
    let until = life.of_year(&hall.journal.calendar);
    let until = until.take_while(|entry| entry.day <= day);
    until.filter(|e| What::of(&e.event) == Some(what)).count()
}
