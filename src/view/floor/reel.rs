//! One filmed day, unpacked for looking at any second of it in any order: a search, not a replay.

use crate::measure::film::{Call, DayFilm, DeskFilm, Doing, Film, Presence, Wait};

/// Half an hour, in seconds.
const HALF_HOUR: u32 = 1_800;

/// A filmed day.
#[derive(Clone, Debug, Default)]
pub struct Reel {
    /// Working day of the simulation.
    pub day: u32,
    posts: Vec<Presence>,
    /// By post; empty for those who are not at work.
    desks: Vec<Desk>,
    waits: Vec<Wait>,
    longest: u32,
}

#[derive(Clone, Debug, Default)]
struct Desk {
    calls: Vec<Call>,
    /// Breaks as they were: from when to when.
    off: Vec<(u32, u32)>,
    begins: u32,
    ends: u32,
}

impl Reel {
    /// Unpacks a day.
    #[must_use]
    pub fn new(film: &DayFilm) -> Self {
        let mut desks = Vec::new();
        desks.resize_with(film.posts.len(), Desk::default);
        for desk in &film.desks {
            let calls: Vec<Call> = desk.calls().collect();
            // A break that a call ran into begins after the call and is as long as ever.
            let off = desk.meant.windows(2).map(|pair| {
                let (begins, back) = (pair[0].1, pair[1].0);
                let at = calls.partition_point(|call| call.start < begins);
                let last = at.checked_sub(1).map(|at| calls[at]);
                let late = last.map_or(0, |call| call.free.saturating_sub(begins));
                (begins + late, back + late)
            });
            let off = off.collect();
            if let Some(place) = desks.get_mut(desk.seat as usize) {
                *place = Desk {
                    begins: desk.meant.first().map_or(0, |(from, _)| *from),
                    ends: desk.meant.last().map_or(0, |(_, to)| *to),
                    calls,
                    off,
                };
            }
        }
        let waits: Vec<Wait> = film.waits().collect();
        Self {
            day: film.day,
            posts: film.posts.clone(),
            desks,
            longest: waits.iter().map(|w| w.to - w.from).max().unwrap_or(0),
            waits,
        }
    }

    /// What is with a post today.
    #[must_use]
    pub fn presence(&self, seat: usize) -> Presence {
        self.posts.get(seat).copied().unwrap_or(Presence::Vacant)
    }

    /// What a desk does at a second of the day.
    #[must_use]
    pub fn doing(&self, seat: usize, second: u32) -> Doing {
        let Some(desk) = self.desks.get(seat) else {
            return Doing::Home;
        };
        let at = desk.calls.partition_point(|call| call.start <= second);
        if let Some(call) = at.checked_sub(1).map(|at| desk.calls[at]) {
            if second < call.hung_up {
                return Doing::Call;
            }
            if second < call.free {
                return Doing::WrapUp;
            }
        }
        if second < desk.begins || second >= desk.ends {
            return Doing::Home;
        }
        let on_break = |(from, to): &(u32, u32)| (*from..*to).contains(&second);
        if desk.off.iter().any(on_break) {
            Doing::Off
        } else {
            Doing::Free
        }
    }

    /// Calls that a desk has begun by a second of the day.
    #[must_use]
    pub fn begun(&self, seat: usize, second: u32) -> usize {
        let calls = self.desks.get(seat).map(|desk| &desk.calls);
        calls.map_or(0, |calls| calls.partition_point(|c| c.start <= second))
    }

    /// Those who wait at a second of the day, in the order of coming.
    pub fn waiting(&self, second: u32) -> impl Iterator<Item = &Wait> {
        // Nobody waits longer than the longest: who came before that is gone.
        let first = second.saturating_sub(self.longest);
        let from = self.waits.partition_point(|wait| wait.from < first);
        let to = self.waits.partition_point(|wait| wait.from <= second);
        self.waits[from..to].iter().filter(move |w| second < w.to)
    }
}

/// The half-hour in which most calls of these days were answered: its day and its first second.
#[must_use]
pub fn busiest(film: &Film) -> Option<(u32, u32)> {
    let mut best = (0_u32, None);
    for day in &film.days {
        let mut counts = [0_u32; 48];
        for call in day.desks.iter().flat_map(DeskFilm::calls) {
            counts[(call.start / HALF_HOUR).min(47) as usize] += 1;
        }
        for (at, count) in (0_u32..).zip(counts) {
            if count > best.0 {
                best = (count, Some((day.day, at * HALF_HOUR)));
            }
        }
    }
    best.1
}
