//! The floor as it was on some days, small enough to send: who was on the phones when, every call with its
//! start and ends, and everybody who waited. Enough to show the hall at any second.

use serde::{Deserialize, Serialize};

/// Some days of a replication's floor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Film {
    /// The days in order.
    pub days: Vec<DayFilm>,
}

/// A day on the floor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DayFilm {
    /// Working day of the simulation, from 0.
    pub day: u32,
    /// What is with each post this morning.
    pub posts: Vec<Presence>,
    /// The desks of those at work, in the order of posts.
    pub desks: Vec<DeskFilm>,
    /// Those who waited: when they came and how long they did, packed.
    waits: Packed,
}

/// What is with a post on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Somebody is at work.
    AtWork,
    /// Nobody holds the post.
    Vacant,
    /// The new person is in training before the phones.
    New,
    /// Ill.
    Ill,
    /// On leave or on holiday.
    OnLeave,
}

/// One desk's day.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeskFilm {
    /// The post, from 0.
    pub seat: u32,
    /// From when to when the desk was meant to be on the phones, in seconds of the day: breaks lie between.
    pub meant: Vec<(u32, u32)>,
    /// Its calls, packed.
    calls: Packed,
}

/// A call at a desk, in seconds of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Answered.
    pub start: u32,
    /// The caller is gone.
    pub hung_up: u32,
    /// The desk is done with it.
    pub free: u32,
}

/// Somebody who waited, in seconds of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Began to wait.
    pub from: u32,
    /// Was answered, hung up, or the phones closed.
    pub to: u32,
}

/// What a desk does at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// On a call.
    Call,
    /// Work after a call.
    WrapUp,
    /// Free.
    Free,
    /// On a break, or off the phones for training or stress relief.
    Off,
    /// Before or after the shift.
    Home,
}

/// Numbers of seven bits a byte, small ones short; each counted from the one before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Packed {
    bytes: Vec<u8>,
    last: u32,
}

impl Packed {
    fn push(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(low_bits(number) | 0x80);
            number >>= 7;
        }
        self.bytes.push(low_bits(number));
    }

    /// A number as its distance from the last; what lies before it is taken for it.
    fn push_after(&mut self, number: u32) {
        self.push(number.saturating_sub(self.last));
        self.last = self.last.max(number);
    }

    fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let mut bytes = self.bytes.iter();
        std::iter::from_fn(move || {
            let (mut number, mut shift) = (0, 0);
            loop {
                let byte = *bytes.next()?;
                number |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    return Some(number);
                }
            }
        })
    }
}

fn low_bits(number: u32) -> u8 {
    number.to_le_bytes()[0] & 0x7f
}

impl DeskFilm {
    /// A desk that is meant to be on the phones from when to when.
    #[must_use]
    pub fn new(seat: u32, meant: Vec<(u32, u32)>) -> Self {
        Self {
            seat,
            meant,
            calls: Packed::default(),
        }
    }

    /// Adds a call; calls come in order.
    pub fn add(&mut self, call: Call) {
        self.calls.push_after(call.start);
        self.calls.push_after(call.hung_up);
        self.calls.push_after(call.free);
    }

    /// The calls in order.
    pub fn calls(&self) -> impl Iterator<Item = Call> + '_ {
        let mut numbers = self.calls.numbers();
        let mut at = 0;
        std::iter::from_fn(move || {
            let mut next = || {
                at += numbers.next()?;
                Some(at)
            };
            Some(Call {
                start: next()?,
                hung_up: next()?,
                free: next()?,
            })
        })
    }

    /// What the desk does at a second of the day.
    #[must_use]
    pub fn doing(&self, second: u32) -> Doing {
        let latest = self.calls().take_while(|call| call.start <= second).last();
        if let Some(call) = latest {
            if second < call.hung_up {
                return Doing::Call;
            }
            if second < call.free {
                return Doing::WrapUp;
            }
        }
        let first = self.meant.first().map_or(u32::MAX, |(from, _)| *from);
        let last = self.meant.last().map_or(0, |(_, to)| *to);
        // A break that a call ran into begins after the call and is as long as ever.
        let mut late = 0;
        for (from, to) in &self.meant {
            let (from, begins) = (from + late, *to);
            if second < from {
                return if second < first {
                    Doing::Home
                } else {
                    Doing::Off
                };
            }
            if second < begins {
                return Doing::Free;
            }
            let over = self.calls().find(|c| c.start < begins && c.free > begins);
            late = over.map_or(0, |call| call.free - begins);
        }
        if second >= last {
            Doing::Home
        } else {
            Doing::Off
        }
    }
}

impl DayFilm {
    /// A day on which this is with the posts, and these desks are at work.
    #[must_use]
    pub fn new(day: u32, posts: Vec<Presence>, desks: Vec<DeskFilm>) -> Self {
        Self {
            day,
            posts,
            desks,
            waits: Packed::default(),
        }
    }

    /// Takes in everybody who waited, in any order.
    pub fn set_waits(&mut self, mut waits: Vec<Wait>) {
        crate::order::by(&mut waits, |a, b| (a.from, a.to).cmp(&(b.from, b.to)));
        self.waits = Packed::default();
        for wait in waits {
            self.waits.push_after(wait.from);
            // How long, not when: the next may have begun before.
            self.waits.push(wait.to - wait.from);
        }
    }

    /// Everybody who waited, in the order of coming.
    pub fn waits(&self) -> impl Iterator<Item = Wait> + '_ {
        let mut numbers = self.waits.numbers();
        let mut from = 0;
        std::iter::from_fn(move || {
            from += numbers.next()?;
            Some(Wait {
                from,
                to: from + numbers.next()?,
            })
        })
    }

    /// How many wait at a second of the day.
    #[must_use]
    pub fn waiting(&self, second: u32) -> usize {
        self.waits()
            .take_while(|wait| wait.from <= second)
            .filter(|wait| second < wait.to)
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_and_waits_come_back_as_they_were() {
        let call = |start, hung_up, free| Call {
            start,
            hung_up,
            free,
        };
        let calls = [call(28_800, 29_000, 29_030), call(29_030, 29_030, 47_000)];
        let mut desk = DeskFilm::new(3, vec![(28_000, 43_200), (46_800, 61_200)]);
        for call in calls {
            desk.add(call);
        }
        assert_eq!(desk.calls().collect::<Vec<_>>(), calls);
        let wait = |from, to| Wait { from, to };
        let mut day = DayFilm::new(0, Vec::new(), vec![desk]);
        day.set_waits(vec![wait(500, 600), wait(100, 9_000), wait(500, 501)]);
        let waits: Vec<Wait> = day.waits().collect();
        assert_eq!(waits, [wait(100, 9_000), wait(500, 501), wait(500, 600)]);
        assert_eq!(
            [99, 100, 500, 501, 600, 9_000].map(|s| day.waiting(s)),
            [0, 1, 3, 2, 1, 0]
        );
    }

    #[test]
    fn a_break_that_a_call_ran_into_begins_after_it() {
        let mut desk = DeskFilm::new(0, vec![(100, 1_000), (1_600, 3_000)]);
        desk.add(Call {
            start: 900,
            hung_up: 1_150,
            free: 1_200,
        });
        let expected = [
            (50, Doing::Home),
            (100, Doing::Free),
            (900, Doing::Call),
            (1_150, Doing::WrapUp),
            (1_200, Doing::Off),
            (1_799, Doing::Off),
            (1_800, Doing::Free),
            (3_000, Doing::Home),
        ];
        for (second, doing) in expected {
            assert_eq!(desk.doing(second), doing, "at {second}");
        }
    }
}
