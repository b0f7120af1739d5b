//! The recordings behind the hall's screens: a worker of its own, started when somebody opens one and
//! ended when it is left, the years, and the weeks of film that are kept.

use crate::workers::{Heard, Workers, say};
use fairfloor::crew::Loss;
use fairfloor::measure::film::{DayFilm, Film};
use fairfloor::scenario::plan::Plan;
use fairfloor::view::floor::clock::Clock;
use fairfloor::view::floor::events::{self, Happening, Week};
use fairfloor::view::floor::hall::Hall;
use fairfloor::wire::{Prepared, Seen, Take, unpack};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use yew::Callback;

/// Weeks of film that are kept for each hall.
const KEPT: usize = 12;
/// A year of hundreds takes a phone some seconds; a worker that takes so long is lost, in milliseconds.
const SILENCE_MS: f64 = 120_000.0;
/// So often the worker is looked after.
const LOOK_MS: u32 = 1_000;

/// What the worker knows and does.
#[derive(Default)]
struct Work {
    prepared: Prepared<()>,
    busy: bool,
}

/// A hall's year without its films.
pub struct Year {
    pub hall: Hall,
    pub happenings: Vec<Happening>,
    pub weeks: Vec<Week>,
    /// Size of the journal as it came.
    pub bytes: usize,
}

/// A week of film.
struct Reels {
    week: u32,
    film: Film,
    bytes: usize,
}

/// One hall: what is to be recorded, and what has been.
struct Side {
    key: u32,
    plan: Plan,
    clock: Clock,
    /// The year is this scenario's, not the one's before.
    fresh: bool,
    year: Option<Rc<Year>>,
    weeks: Vec<Reels>,
}

/// What the projector is called for.
pub enum Call {
    /// The worker said something.
    Heard(Heard),
    /// A while has passed: is the worker still at it?
    Look,
}

/// What came.
pub enum Came {
    /// Nothing that anybody waits for.
    Nothing,
    /// The worker can be asked again.
    Free,
    /// A year: what is known of its people has changed.
    Year(usize),
    /// Some weeks of film.
    Film,
    Failed(String),
}

/// Records and keeps.
pub struct Projector {
    worker: Workers<Work>,
    _looks: Interval,
    last_key: u32,
    luck: (u64, u32),
    sides: Vec<Side>,
}

impl Projector {
    /// Starts the worker.
    ///
    /// # Errors
    /// When the browser doesn't allow it.
    pub fn start(call: &Callback<Call>) -> Result<Self, String> {
        let mut worker = Workers::new("fairfloor-recorder", 1, call.reform(Call::Heard));
        worker.start()?;
        let call = call.clone();
        Ok(Self {
            worker,
            _looks: Interval::new(LOOK_MS, move || call.emit(Call::Look)),
            last_key: 0,
            luck: (0, 0),
            sides: Vec::new(),
        })
    }

    /// Makes these the halls. What was seen stays until the new year is there.
    pub fn show(&mut self, plans: Vec<Plan>, seed: u64, replication: u32) {
        let same_luck = std::mem::replace(&mut self.luck, (seed, replication)) == self.luck;
        let mut before = std::mem::take(&mut self.sides).into_iter();
        for plan in plans {
            let old = before.next();
            let same = |old: &Side| same_luck && old.plan.scenario() == plan.scenario();
            let old = match old {
                Some(old) if same(&old) => {
                    self.sides.push(old);
                    continue;
                }
                old => old,
            };
            self.last_key += 1;
            let (year, weeks) = old.map_or((None, Vec::new()), |old| (old.year, old.weeks));
            self.sides.push(Side {
                key: self.last_key,
                clock: Clock::of(&plan),
                plan,
                fresh: false,
                year,
                weeks,
            });
        }
    }

    /// The year of a hall, if it is recorded.
    pub fn year(&self, side: usize) -> Option<&Rc<Year>> {
        self.sides.get(side)?.year.as_ref()
    }

    /// True while a hall's year is another scenario's.
    pub fn is_stale(&self, side: usize) -> bool {
        self.sides.get(side).is_some_and(|side| !side.fresh)
    }

    /// The seconds that callers should wait at most.
    pub fn patience(&self, side: usize) -> f64 {
        let plan = self.sides.get(side).map(|side| &side.plan);
        plan.map_or(0.0, |plan| plan.scenario().demand.target_wait_seconds)
    }

    /// The film of a working day of the simulation.
    pub fn day(&self, side: usize, day: u32) -> Option<&DayFilm> {
        let films = self.sides.get(side)?.weeks.iter();
        films
            .flat_map(|reels| &reels.film.days)
            .find(|film| film.day == day)
    }

    /// A week's film and its size.
    pub fn week(&self, side: usize, week: u32) -> Option<(&Film, usize)> {
        let found = self
            .sides
            .get(side)?
            .weeks
            .iter()
            .find(|r| r.week == week)?;
        Some((&found.film, found.bytes))
    }

    /// Weeks of film in memory.
    pub fn kept(&self) -> usize {
        self.sides.iter().map(|side| side.weeks.len()).sum()
    }

    /// Asks for what is missing, one thing at a time: the years, then the films of this week and of so
    /// many after it, several in one go where they are to pass quickly.
    pub fn want(&mut self, week: u32, ahead: u32) {
        self.ask(Some((week, ahead)));
    }

    /// Asks for the years that are missing, and for no films.
    pub fn want_years(&mut self) {
        self.ask(None);
    }

    fn ask(&mut self, films: Option<(u32, u32)>) {
        let Some(worker) = self.worker.ready_mut().find(|worker| !worker.work.busy) else {
            return;
        };
        let (seed, replication) = self.luck;
        for side in &self.sides {
            let Side { key, clock, .. } = *side;
            let ask = if side.fresh {
                let Some((week, ahead)) = films else {
                    continue;
                };
                let there = |week: u32| side.weeks.iter().any(|reels| reels.week == week);
                let last = (week + ahead + 1).min(clock.weeks());
                let Some(first) = (week..last).find(|week| !there(*week)) else {
                    continue;
                };
                let until = (first..last).find(|week| there(*week)).unwrap_or(last);
                // A chunk is short enough that its unpacking isn't felt.
                let end = until.min(first + 4);
                Take::Film {
                    key,
                    seed,
                    replication,
                    days: [clock.days_of(first).start, clock.days_of(end - 1).end],
                }
            } else {
                Take::Record {
                    key,
                    seed,
                    replication,
                }
            };
            if worker.work.prepared.is_new(key) {
                let plan = Box::new(side.plan.clone());
                say(worker, &Take::Prepare { key, plan });
            }
            say(worker, &ask);
            worker.work.busy = true;
            return;
        }
    }

    /// Does what it is called for; `week` is the one that is looked at.
    pub fn hear(&mut self, call: Call, week: u32) -> Came {
        let came = match call {
            Call::Heard(heard) => self.heard(heard, week),
            Call::Look => {
                let patience = |work: &Work| work.busy.then_some(SILENCE_MS);
                self.worker.watch(patience).map(|()| Came::Nothing)
            }
        };
        came.unwrap_or_else(|loss| match loss {
            // It is asked again once it is up.
            Loss::Replaced(_) => Came::Nothing,
            Loss::Dead(why) => Came::Failed(why),
        })
    }

    fn heard(&mut self, heard: Heard, week: u32) -> Result<Came, Loss> {
        let Some((slot, bytes)) = self.worker.hear(heard)? else {
            return Ok(Came::Nothing);
        };
        Ok(match unpack::<Seen>(&bytes) {
            Ok(Seen::Ready { version }) => {
                self.worker.is_up(slot, &version)?;
                Came::Free
            }
            Ok(Seen::Recorded { key, journal }) => {
                self.worker.did(slot).busy = false;
                let Some(at) = self.sides.iter().position(|side| side.key == key) else {
                    return Ok(Came::Free);
                };
                let side = &mut self.sides[at];
                let hall = Hall::new(*journal);
                let happenings = events::happenings(&hall);
                side.year = Some(Rc::new(Year {
                    weeks: events::weeks(&hall, &happenings, &side.clock),
                    happenings,
                    hall,
                    bytes: bytes.len(),
                }));
                side.fresh = true;
                side.weeks.clear();
                Came::Year(at)
            }
            Ok(Seen::Filmed { key, film }) => {
                self.worker.did(slot).busy = false;
                let Some(side) = self.sides.iter_mut().find(|side| side.key == key) else {
                    return Ok(Came::Free);
                };
                side.take(*film, bytes.len(), week);
                Came::Film
            }
            // Nobody here asks for a calibration's centres.
            Ok(Seen::Centre { .. } | Seen::Months { .. }) => Came::Nothing,
            Ok(Seen::Failed { why }) => return Err(self.worker.lose(slot, why)),
            Err(why) => return Err(self.worker.lose(slot, why.to_string())),
        })
    }
}

impl Side {
    fn take(&mut self, film: Film, bytes: usize, now: u32) {
        let days = film.days.len().max(1);
        for day in film.days {
            let week = self.clock.week(day.day.saturating_sub(self.clock.warmup));
            let share = bytes / days;
            if let Some(reels) = self.weeks.iter_mut().find(|reels| reels.week == week) {
                reels.film.days.push(day);
                reels.bytes += share;
            } else {
                self.weeks.push(Reels {
                    week,
                    film: Film { days: vec![day] },
                    bytes: share,
                });
            }
        }
        while self.weeks.len() > KEPT {
            let far = |reels: &Reels| reels.week.abs_diff(now);
            let farthest = (0..self.weeks.len()).max_by_key(|at| far(&self.weeks[*at]));
            self.weeks.swap_remove(farthest.unwrap_or(0));
        }
    }
}
