//! The onlooker who writes everybody's journal: what it is told, and what it sees between two looks.

use super::course::Onlooker;
use super::floor::desk::Desk;
use super::people::appraisal::Appraisal;
use super::people::awards::Honours;
use super::people::home::Morning;
use super::people::quit::Hazard;
use super::people::roster::Roster;
use super::people::{Effort, Person, ladder};
use super::{Ledger, Luck, Plan, replicate_course};
use crate::measure::journal::{Appraised, Calendar, Entry, Event, Journal, Life, Reply};
use crate::sim::course::Course;
use crate::sim::pay::HOURS_A_DAY;

/// One replication with everybody's journal. The ledger is the same, bit by bit, as without it.
#[must_use]
pub fn recorded(plan: &Plan, luck: Luck) -> (Ledger, Journal) {
    let plan = &*plan.world(luck.replication);
    let mut recorder = Recorder::new(plan);
    let ledger = replicate_course(Course::steady(plan), luck, &mut recorder);
    (ledger, recorder.close())
}

/// Writes journals.
struct Recorder<'a> {
    plan: &'a Plan,
    calendar: Calendar,
    /// By post: those who left it, in order.
    past: Vec<Vec<Life>>,
    /// By post: who holds it, and what was seen of that person last.
    now: Vec<Option<(Life, Seen)>>,
    day: u32,
}

/// What was seen of a person when last looked at, and what is still open.
#[derive(Clone, Copy, Default)]
struct Seen {
    asked: u32,
    granted: u32,
    training_hours: f64,
    ill: bool,
    effort: Effort,
    unfamiliar: f64,
    passed_over: f64,
    won_days: f64,
    step: bool,
    leaves: bool,
    handled: u32,
    angry: u32,
    exhaustion: f64,
}

impl<'a> Recorder<'a> {
    fn new(plan: &'a Plan) -> Self {
        let days = plan.days();
        Self {
            plan,
            calendar: Calendar {
                warmup: days.warmup,
                measured: days.measured,
                weekdays: days
                    .weekdays
                    .iter()
                    .map(|day| u8::try_from(*day).unwrap_or(0))
                    .collect(),
                month_ends: days.month_ends.clone(),
            },
            past: Vec::new(),
            now: Vec::new(),
            day: 0,
        }
    }

    fn close(self) -> Journal {
        let mut lives = Vec::new();
        for (mut past, now) in self.past.into_iter().zip(self.now) {
            lives.append(&mut past);
            if let Some((mut life, mut seen)) = now {
                week_ends(&mut life, &mut seen, self.day);
                lives.push(life);
            }
        }
        Journal {
            calendar: self.calendar,
            lives,
        }
    }

    fn write(&mut self, seat: usize, event: Event) {
        let day = self.day;
        if let Some((life, _)) = self.now.get_mut(seat).and_then(Option::as_mut) {
            life.entries.push(Entry { day, event });
        }
    }

    /// Somebody new holds a post.
    fn begins(&mut self, seat: usize, person: &Person, holder: u32, hired: Option<u32>) {
        let life = Life {
            who: person.year.who,
            holder,
            hired,
            served_before: person.career.tenure_days,
            end: None,
            entries: Vec::new(),
        };
        self.now[seat] = Some((life, Seen::of(person)));
        if hired.is_some() {
            self.write(seat, Event::Hired);
        }
    }

    /// Everybody who is in post, with the person as it is now.
    fn each<'r>(
        &mut self,
        roster: &'r Roster,
        mut look: impl FnMut(&mut Life, &mut Seen, &'r Person, usize),
    ) {
        for (seat, (post, now)) in roster.seats.iter().zip(&mut self.now).enumerate() {
            if let (Some(person), Some((life, seen))) = (&post.person, now) {
                look(life, seen, person, seat);
            }
        }
    }
}

impl Seen {
    fn of(person: &Person) -> Self {
        Self {
            effort: person.mind.effort,
            exhaustion: person.mind.exhaustion,
            ..Self::default()
        }
    }
}

#[allow(clippy::cast_possible_truncation)]
fn short(value: f64) -> f32 {
    value as f32
}

fn three(effort: Effort) -> [f32; 3] {
    [effort.speed, effort.care, effort.cut].map(short)
}

fn week_ends(life: &mut Life, seen: &mut Seen, day: u32) {
    if seen.handled > 0 {
        let event = Event::Week {
            handled: seen.handled,
            angry: seen.angry,
            exhaustion: short(seen.exhaustion),
        };
        life.entries.push(Entry { day, event });
    }
    (seen.handled, seen.angry) = (0, 0);
}

impl Onlooker for Recorder<'_> {
    fn turnover(&mut self, day: u32, roster: &Roster) {
        self.day = day;
        self.past.resize_with(roster.seats.len(), Vec::new);
        self.now.resize_with(roster.seats.len(), || None);
        for year in &roster.departed {
            let seat = year.who.seat as usize;
            if let Some((mut life, mut seen)) = self.now[seat].take() {
                // The last day was the one before; nobody leaves before the first.
                let last = day.saturating_sub(1);
                week_ends(&mut life, &mut seen, last);
                let event = Event::LastDay(year.end.left);
                life.entries.push(Entry { day: last, event });
                life.end = Some((last, year.end.left));
                self.past[seat].push(life);
            }
        }
        for (seat, post) in roster.seats.iter().enumerate() {
            if let (Some(person), None) = (&post.person, &self.now[seat]) {
                self.begins(seat, person, post.holders, post.started_on);
            }
        }
    }

    fn decided(&mut self, day: u32, roster: &Roster, mornings: &[Morning], relief: &[f64]) {
        self.each(roster, |life, seen, person, seat| {
            let mut write = |event| life.entries.push(Entry { day, event });
            let month = &person.month;
            if month.asked > seen.asked {
                let granted = month.granted > seen.granted;
                let holiday = person.leave.holiday;
                write(Event::Asked(match (granted, mornings[seat]) {
                    (true, Morning::Moved) => Reply::Moved,
                    (true, _) if holiday > 0 => Reply::Holiday(holiday + 1),
                    (true, _) => Reply::DayOff,
                    (false, Morning::Refused) => Reply::Refused,
                    (false, _) => Reply::HolidayRefused,
                }));
            }
            if month.training_hours > seen.training_hours {
                let hours = short(month.training_hours - seen.training_hours);
                write(Event::Training { hours });
            }
            if relief[seat] > 0.0 {
                write(Event::Relief);
            }
            (seen.asked, seen.granted) = (month.asked, month.granted);
            seen.training_hours = month.training_hours;
            let ill = person.leave.ill;
            if ill {
                falls_ill(life, seen.ill, day, person.leave.worked_ill);
            }
            seen.ill = ill;
        });
    }

    fn evening(&mut self, day: u32, roster: &Roster, desks: &[Desk]) {
        let mut desks = desks.iter().peekable();
        let weekend = self.plan.days().ends_week(day);
        self.each(roster, |life, seen, person, seat| {
            while desks.next_if(|desk| desk.seat < seat).is_some() {}
            if let Some(desk) = desks.next_if(|desk| desk.seat == seat) {
                seen.handled += desk.tally.handled;
                seen.angry += desk.tally.angry;
            }
            seen.exhaustion = person.mind.exhaustion;
            if weekend {
                week_ends(life, seen, day);
            }
        });
    }

    fn month_ends(&mut self, _month: u32, roster: &Roster) {
        self.each(roster, |_, seen, person, _| {
            seen.effort = person.mind.effort;
            seen.unfamiliar = person.career.unfamiliar;
            seen.passed_over = person.mind.passed_over;
            seen.won_days = person.leave.won;
            seen.step = person.career.step.is_some();
            seen.leaves = person.career.leaves_on.is_some();
        });
    }

    fn appraised(&mut self, seat: usize, found: &Appraisal) {
        let event = Event::Appraisal(Appraised {
            figures: [found.volume, found.talk, found.points, found.rating],
            reached: found.reached,
            score: found.composite,
            place: 0,
            of: 0,
            found_cut: found.found_cut,
        });
        self.write(seat, event);
    }

    fn honoured(&mut self, roster: &Roster, honours: &Honours) {
        let day = self.day;
        let everyone = self.appraised_today().count().max(1);
        self.each(roster, |life, seen, person, _| {
            let mut write = |event| life.entries.push(Entry { day, event });
            if honours.given > 0 && person.career.months_since_award == 0 {
                let hours = short((person.leave.won - seen.won_days) * HOURS_A_DAY);
                write(Event::Award { hours });
            } else if person.mind.passed_over > seen.passed_over {
                // The hurt is the share of colleagues preferred, on the scale of a year's awards.
                #[allow(clippy::cast_precision_loss)]
                let preferred =
                    (person.mind.passed_over - seen.passed_over) / 12.0 * everyone as f64;
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let lesser = preferred.round() as u32;
                write(Event::PassedOver { lesser });
            }
        });
    }

    fn weighs(&mut self, seat: usize, hazard: &Hazard) {
        self.write(seat, Event::Leaving(hazard.apart()));
    }

    fn month_ended(&mut self, _month: u32, roster: &Roster) {
        let (day, plan) = (self.day, self.plan);
        self.place();
        let mut someone = false;
        self.each(roster, |_, seen, person, _| {
            someone |= person.career.step.is_some() && !seen.step;
        });
        self.each(roster, |life, seen, person, _| {
            let mut write = |event| life.entries.push(Entry { day, event });
            if person.career.unfamiliar > seen.unfamiliar {
                write(Event::Rotated);
            }
            let (from, to) = (three(seen.effort), three(person.mind.effort));
            if from != to {
                write(Event::Effort { from, to });
            }
            match person.career.step {
                Some(track) if !seen.step => write(Event::Promoted(track as u8)),
                None if someone && ladder::is_eligible(plan, person) => write(Event::NotPromoted),
                Some(_) | None => {}
            }
            if person.career.leaves_on.is_some() && !seen.leaves {
                let quits = person.career.quits;
                write(Event::Decided { quits });
            }
            (seen.asked, seen.granted, seen.training_hours) = (0, 0, 0.0);
        });
    }
}

impl Recorder<'_> {
    /// The appraisals of this evening.
    fn appraised_today(&mut self) -> impl Iterator<Item = &mut Appraised> {
        let day = self.day;
        let lives = self.now.iter_mut().flatten();
        lives.filter_map(move |(life, _)| {
            let mut latest = life.entries.iter_mut().rev();
            latest
                .by_ref()
                .take_while(|entry| entry.day == day)
                .find_map(|entry| {
                    if let Event::Appraisal(found) = &mut entry.event {
                        Some(found)
                    } else {
                        None
                    }
                })
        })
    }

    /// Says of each appraisal of this evening which place it is.
    fn place(&mut self) {
        let mut scores: Vec<f64> = self.appraised_today().map(|found| found.score).collect();
        crate::order::by(&mut scores, |a, b| b.total_cmp(a));
        let of = u32::try_from(scores.len()).unwrap_or(u32::MAX);
        for found in self.appraised_today() {
            let before = scores.partition_point(|score| *score > found.score);
            found.place = u32::try_from(before + 1).unwrap_or(u32::MAX);
            found.of = of;
        }
    }
}

/// Another day of an illness, or the first.
fn falls_ill(life: &mut Life, already: bool, day: u32, at_work: bool) {
    let at_work = u32::from(at_work);
    if already {
        for entry in life.entries.iter_mut().rev() {
            if let Event::Ill { days, worked } = &mut entry.event {
                *days += 1;
                *worked += at_work;
                return;
            }
        }
    }
    let event = Event::Ill {
        days: 1,
        worked: at_work,
    };
    life.entries.push(Entry { day, event });
}
