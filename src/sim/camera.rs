//! The onlooker who films the floor of some days: every call at every desk, and everybody who waited.

use super::course::{Course, Onlooker};
use super::floor::caller::Caller;
use super::floor::desk::Desk;
use super::floor::{End, Witness};
use super::people::home::Morning;
use super::people::roster::Roster;
use super::{Luck, Plan, replicate_course};
use crate::measure::film::{Call, DayFilm, DeskFilm, Film, Presence, Wait};
use std::ops::Range;

/// The floor of these days of one replication. All days before them are simulated, too; those after are
/// not of interest and cost what they cost.
#[must_use]
pub fn filmed(plan: &Plan, luck: Luck, days: Range<u32>) -> Film {
    let plan = &*plan.world(luck.replication);
    let mut camera = Camera {
        plan,
        days,
        film: Film::default(),
        running: false,
        desk_of: Vec::new(),
        waits: Vec::new(),
    };
    replicate_course(Course::steady(plan), luck, &mut camera);
    camera.film
}

/// Films.
struct Camera<'a> {
    plan: &'a Plan,
    days: Range<u32>,
    film: Film,
    /// Today is filmed.
    running: bool,
    /// By post: the number of its desk today.
    desk_of: Vec<usize>,
    waits: Vec<Wait>,
}

/// Whole seconds of the day.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn second(at: f64) -> u32 {
    at.max(0.0).round() as u32
}

impl Onlooker for Camera<'_> {
    fn decided(&mut self, day: u32, roster: &Roster, mornings: &[Morning], _relief: &[f64]) {
        self.running = self.days.contains(&day);
        if !self.running {
            return;
        }
        let posts = roster.seats.iter().zip(mornings).map(|(post, morning)| {
            match (&post.person, morning) {
                (None, _) => Presence::Vacant,
                (Some(_), _) if post.ready_on > day => Presence::New,
                (Some(person), Morning::Away) if person.leave.ill => Presence::Ill,
                (Some(_), Morning::Away) => Presence::OnLeave,
                (Some(_), _) => Presence::AtWork,
            }
        });
        let today = DayFilm::new(day, posts.collect(), Vec::new());
        self.film.days.push(today);
    }

    fn morning(&mut self, _day: u32, roster: &Roster, desks: &[Desk]) {
        self.desk_of.clear();
        self.desk_of.resize(roster.seats.len(), 0);
        if let (true, Some(today)) = (self.running, self.film.days.last_mut()) {
            for (number, desk) in desks.iter().enumerate() {
                self.desk_of[desk.seat] = number;
                let meant = desk.on_phones();
                let meant = meant.map(|(from, to)| (second(from), second(to)));
                let seat = u32::try_from(desk.seat).unwrap_or(u32::MAX);
                today.desks.push(DeskFilm::new(seat, meant.collect()));
            }
        }
    }

    fn witness(&mut self) -> impl Witness {
        self
    }

    fn evening(&mut self, _day: u32, _roster: &Roster, _desks: &[Desk]) {
        if let (true, Some(today)) = (self.running, self.film.days.last_mut()) {
            today.set_waits(std::mem::take(&mut self.waits));
        }
    }
}

impl Witness for &mut Camera<'_> {
    fn ended(&mut self, caller: &Caller, end: End) {
        if !self.running {
            return;
        }
        let closes = self.plan.load().closes;
        let to = match end {
            // The second line's waits begin when the first passes on, which is not told here.
            End::Answered { desk, .. } if self.plan.is_specialist(desk) => return,
            End::Answered { start, .. } | End::PassedOn { start, .. } => start,
            End::HungUp => (caller.at + caller.patience).min(closes),
            End::Busy => return,
            End::WaitingAtClose | End::NotCalledBack => closes,
        };
        let (from, to) = (second(caller.at), second(to));
        if to > from {
            self.waits.push(Wait { from, to });
        }
    }

    fn served(&mut self, seat: usize, start: f64, hung_up_at: f64, free_at: f64) {
        let desk = self.desk_of[seat];
        if let (true, Some(today)) = (self.running, self.film.days.last_mut()) {
            today.desks[desk].add(Call {
                start: second(start),
                hung_up: second(hung_up_at),
                free: second(free_at),
            });
        }
    }
}
