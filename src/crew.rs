//! A crew of workers in a browser's background, as far as it is bookkeeping: who is up, who has been silent for too
//! long, who is replaced, and when all are given up. What a worker is, how one is started and what the time is are the
//! browser's, and are handed in.

/// So many workers in a row are replaced when they are lost; the next is one too many.
const MOST_LOSSES: u32 = 6;
/// A worker that hasn't said that it is up for so long is given up, in milliseconds.
const COMING_UP_MS: f64 = 20_000.0;

/// Most that passes between two readings of its clock while a page is awake, in milliseconds: it reads it every second
/// or oftener.
const AWAKE_MS: f64 = 5_000.0;

/// A clock that stands still while the page sleeps, as in a hidden tab that a browser freezes: nobody was waited for
/// then, and nothing computed.
#[derive(Debug, Default)]
pub struct Waking {
    read: f64,
    slept: f64,
}

impl Waking {
    /// Milliseconds that the page has been awake, read when so many have passed in all. Of a longer time without a
    /// reading five seconds count.
    pub fn at(&mut self, passed: f64) -> f64 {
        self.slept += (passed - self.read - AWAKE_MS).max(0.0);
        self.read = passed;
        passed - self.slept
    }
}

/// Which worker of all that there have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number in the crew.
    pub slot: usize,
    /// Never used twice, so that a worker that is gone is not heard any more.
    generation: u32,
}

/// What became of a worker that was lost, and why it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// It was replaced; what it had before it is wanted again.
    Replaced(String),
    /// Too many were lost, or no other can be had: there are none any more.
    Dead(String),
}

/// A worker.
#[derive(Debug)]
pub struct Member<B, W> {
    /// The worker itself; dropping it ends it.
    pub worker: B,
    /// What it knows and has before it.
    pub work: W,
    generation: u32,
    ready: bool,
    since: f64,
}

impl<B, W> Member<B, W> {
    /// From now on, in milliseconds of any clock that all calls share, it is waited for.
    pub fn is_asked(&mut self, now: f64) {
        self.since = now;
    }
}

/// The crew.
#[derive(Debug)]
pub struct Crew<B, W> {
    members: Vec<Member<B, W>>,
    generation: u32,
    losses: u32,
}

impl<B, W> Default for Crew<B, W> {
    fn default() -> Self {
        Self {
            members: Vec::new(),
            generation: 0,
            losses: 0,
        }
    }
}

impl<B, W: Default> Crew<B, W> {
    /// Begins anew with so many: nobody hears what the old ones were asked.
    ///
    /// # Errors
    /// Why one can't be had; then there are none.
    pub fn start(
        &mut self,
        size: usize,
        now: f64,
        mut spawn: impl FnMut(Place) -> Result<B, String>,
    ) -> Result<(), String> {
        self.end();
        self.losses = 0;
        for slot in 0..size {
            match self.member(slot, now, &mut spawn) {
                Ok(made) => self.members.push(made),
                Err(blocked) => {
                    self.end();
                    return Err(blocked);
                }
            }
        }
        Ok(())
    }

    /// Ends all.
    pub fn end(&mut self) {
        self.members.clear();
    }

    /// What all of them have before them.
    pub fn work(&self) -> impl Iterator<Item = &W> {
        self.members.iter().map(|member| &member.work)
    }

    /// What those have before them that have said that they are up.
    pub fn ready(&self) -> impl Iterator<Item = &W> {
        let ready = self.members.iter().filter(|member| member.ready);
        ready.map(|member| &member.work)
    }

    /// Those that have said that they are up, to be told something.
    pub fn ready_mut(&mut self) -> impl Iterator<Item = &mut Member<B, W>> {
        self.members.iter_mut().filter(|member| member.ready)
    }

    /// A worker was heard; false where it is one that is gone.
    pub fn hear(&mut self, place: Place, now: f64) -> bool {
        let known = self.members.get_mut(place.slot);
        let Some(member) = known.filter(|member| member.generation == place.generation) else {
            return false;
        };
        member.since = now;
        true
    }

    /// A worker said that it is up.
    pub fn is_up(&mut self, slot: usize) {
        self.members[slot].ready = true;
    }

    /// A worker did what it was asked: what it has before it, to be changed.
    pub fn did(&mut self, slot: usize) -> &mut W {
        self.losses = 0;
        &mut self.members[slot].work
    }

    /// A worker that has been silent for too long: twenty seconds until it is up, then `patience` of what it has
    /// before it, in milliseconds, None where it has nothing to say.
    pub fn late(&self, now: f64, patience: impl Fn(&W) -> Option<f64>) -> Option<usize> {
        self.members.iter().position(|member| {
            let most = if member.ready {
                patience(&member.work)
            } else {
                Some(COMING_UP_MS)
            };
            most.is_some_and(|most| now - member.since > most)
        })
    }

    /// Replaces a worker, or gives all up.
    pub fn lose(
        &mut self,
        slot: usize,
        why: String,
        now: f64,
        spawn: impl FnMut(Place) -> Result<B, String>,
    ) -> Loss {
        self.losses += 1;
        let made = if self.losses > MOST_LOSSES {
            Err(why.clone())
        } else {
            self.member(slot, now, spawn)
        };
        match made {
            Ok(made) => {
                self.members[slot] = made;
                Loss::Replaced(why)
            }
            Err(why) => {
                self.end();
                Loss::Dead(why)
            }
        }
    }

    fn member(
        &mut self,
        slot: usize,
        now: f64,
        mut spawn: impl FnMut(Place) -> Result<B, String>,
    ) -> Result<Member<B, W>, String> {
        self.generation += 1;
        let generation = self.generation;
        Ok(Member {
            worker: spawn(Place { slot, generation })?,
            work: W::default(),
            generation,
            ready: false,
            since: now,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Workers that are known by their places, each with a number before it.
    type Numbers = Crew<Place, Option<u32>>;

    #[allow(clippy::unnecessary_wraps, reason = "as a browser that allows it")]
    fn allowed(place: Place) -> Result<Place, String> {
        Ok(place)
    }

    fn crew() -> Numbers {
        let mut crew = Numbers::default();
        crew.start(2, 0.0, allowed).expect("two workers");
        crew
    }

    fn places(crew: &Numbers) -> Vec<Place> {
        crew.members.iter().map(|member| member.worker).collect()
    }

    #[test]
    fn whoever_is_up_may_be_asked_and_nobody_else() {
        let mut crew = crew();
        assert_eq!(crew.ready().count(), 0);
        crew.is_up(1);
        let member = crew.ready_mut().next().expect("one is up");
        assert_eq!(member.worker.slot, 1);
        member.work = Some(7);
        assert_eq!(crew.work().copied().collect::<Vec<_>>(), [None, Some(7)]);
        assert_eq!(crew.ready().copied().collect::<Vec<_>>(), [Some(7)]);
        *crew.did(1) = None;
        assert!(crew.work().all(Option::is_none));
    }

    #[test]
    fn a_worker_that_is_gone_is_not_heard() {
        let mut crew = crew();
        let old = places(&crew)[0];
        assert!(crew.hear(old, 1.0));
        let loss = crew.lose(0, "why".to_owned(), 2.0, allowed);
        assert_eq!(loss, Loss::Replaced("why".to_owned()));
        assert!(!crew.hear(old, 3.0));
        let new = places(&crew)[0];
        assert!(crew.hear(new, 3.0) && new != old);
        // Nor any of before a new beginning.
        crew.start(1, 4.0, allowed).expect("a worker");
        assert!(!crew.hear(new, 5.0) && places(&crew).len() == 1);
    }

    #[test]
    fn a_replacement_knows_nothing_and_is_not_up() {
        let mut crew = crew();
        crew.is_up(0);
        crew.ready_mut().next().expect("one is up").work = Some(3);
        crew.lose(0, String::new(), 0.0, allowed);
        assert!(crew.work().all(Option::is_none) && crew.ready().count() == 0);
    }

    #[test]
    fn six_in_a_row_are_replaced_and_the_seventh_is_the_end() {
        let mut crew = crew();
        let lose = |crew: &mut Numbers| crew.lose(0, "why".to_owned(), 0.0, allowed);
        for _ in 0..6 {
            assert!(matches!(lose(&mut crew), Loss::Replaced(_)));
        }
        // What one of them does ends the row.
        crew.did(1);
        for _ in 0..6 {
            assert!(matches!(lose(&mut crew), Loss::Replaced(_)));
        }
        assert_eq!(lose(&mut crew), Loss::Dead("why".to_owned()));
        assert_eq!(crew.work().count(), 0);
        // Begun anew, the losses of before are forgotten.
        crew.start(2, 0.0, allowed).expect("two workers");
        assert!(matches!(lose(&mut crew), Loss::Replaced(_)));
    }

    #[test]
    fn where_no_other_can_be_had_there_are_none() {
        let blocked = |_: Place| Err("not allowed".to_owned());
        let mut crew = crew();
        let loss = crew.lose(1, "why".to_owned(), 0.0, blocked);
        assert_eq!(loss, Loss::Dead("not allowed".to_owned()));
        assert_eq!(crew.work().count(), 0);
        assert_eq!(crew.start(2, 0.0, blocked), Err("not allowed".to_owned()));
        // The second of two can't be had: neither is kept.
        let mut left = 1;
        let one = |place| {
            left -= 1;
            (left >= 0)
                .then_some(place)
                .ok_or_else(|| "full".to_owned())
        };
        assert_eq!(crew.start(2, 0.0, one), Err("full".to_owned()));
        assert_eq!(crew.work().count(), 0);
    }

    #[test]
    fn an_hour_asleep_is_five_seconds() {
        let mut clock = Waking::default();
        assert_eq!(clock.at(0.0), 0.0);
        for second in 1..=60 {
            assert_eq!(
                clock.at(f64::from(second) * 1_000.0),
                f64::from(second) * 1_000.0
            );
        }
        assert_eq!(clock.at(65_000.0), 65_000.0);
        assert_eq!(clock.at(3_665_000.0), 70_000.0);
        assert_eq!(clock.at(3_666_000.0), 71_000.0);
        // A hidden tab whose timers a browser slows to one a minute is awake for a twelfth.
        for minute in 1..=12 {
            clock.at(3_666_000.0 + f64::from(minute) * 60_000.0);
        }
        assert_eq!(clock.at(3_666_000.0 + 720_000.0), 131_000.0);
    }

    #[test]
    fn silence_counts_from_the_last_word_and_only_while_something_is_asked() {
        let mut crew = crew();
        let patience = |work: &Option<u32>| work.map(|_| 5_000.0);
        // One that doesn't come up is given up, too.
        assert_eq!(crew.late(COMING_UP_MS, patience), None);
        assert_eq!(crew.late(COMING_UP_MS + 1.0, patience), Some(0));
        let [first, second] = places(&crew)[..] else {
            panic!("two workers");
        };
        assert!(crew.hear(first, 100.0) && crew.hear(second, 100.0));
        crew.is_up(0);
        crew.is_up(1);
        assert_eq!(crew.late(1e9, patience), None, "nothing was asked");
        let asked = crew.ready_mut().last().expect("the second");
        asked.work = Some(1);
        asked.is_asked(1_000.0);
        assert_eq!(crew.late(6_000.0, patience), None);
        assert_eq!(crew.late(6_001.0, patience), Some(1));
        assert!(crew.hear(second, 6_000.0));
        assert_eq!(crew.late(6_001.0, patience), None);
        // Whoever comes in its place has its time from then on.
        crew.lose(1, String::new(), 50_000.0, allowed);
        assert_eq!(crew.late(50_000.0 + COMING_UP_MS, patience), None);
        assert_eq!(crew.late(50_001.0 + COMING_UP_MS, patience), Some(1));
    }
}
