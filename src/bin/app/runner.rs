//! What is to be run next, what came of it, and when the page should show it.

use crate::engine::{Engine, Event, Job, Task};
use crate::staffing::{Search, Staffed};
use crate::store::Store;
use crate::studies::{Standing, Studies};
use crate::workers::{Heard, now};
use fairfloor::crew::Loss;
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::Question;
use fairfloor::view::asked::{Asked, Found};
use fairfloor::view::session::Session;
use fairfloor::view::snapshot::{FIRST, FULL, LOOK, Snapshot};
use std::rc::Rc;

/// Results are shown at most this often while they stream in.
const SHOW_MS: f64 = 140.0;

/// Where a run stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// The engine isn't up yet.
    Idle,
    /// Replications are coming in.
    Running,
    /// All that were asked for are there.
    Done,
    /// Stopped by the user.
    Cancelled,
    /// The scenario can't be run as it is.
    Unsound,
    /// The engine is gone.
    Error(String),
}

/// Where everything stands, for the chip and the marks of staleness.
#[derive(Clone, PartialEq)]
pub struct Status {
    pub state: State,
    pub done: usize,
    pub goal: usize,
    pub took_ms: f64,
    /// The question of the open screen, where it has one.
    pub study: Option<Standing>,
    /// The search for people.
    pub staffed: Staffed,
    pub is_up: bool,
    /// True when what is drawn is not of the scenario as it stands.
    pub stale: bool,
}

impl Status {
    /// The same with the counts of another.
    pub fn counting_as(&self, other: &Self) -> Self {
        let mut same = self.clone();
        same.done = other.done;
        if let (Some(study), Some(other)) = (&mut same.study, &other.study) {
            study.done = other.done;
            study.wanted = other.wanted;
        }
        same
    }
}

/// Decides which replication comes next and keeps what came.
pub struct Runner {
    engine: Option<Engine>,
    store: Store,
    studies: Studies,
    staffing: Search,
    current: u32,
    baseline: u32,
    goal: usize,
    state: State,
    /// A drag went on while an earlier value was still being tried.
    waiting: bool,
    began: f64,
    /// How long the run took, in milliseconds.
    took: f64,
    shown: (u32, u32, usize, usize),
    shown_at: f64,
}

impl Runner {
    /// With an engine, or without one where the browser refuses.
    pub fn new(engine: Result<Engine, String>) -> Self {
        let (engine, state) = match engine {
            Ok(engine) => (Some(engine), State::Idle),
            Err(why) => (None, State::Error(why)),
        };
        Self {
            engine,
            store: Store::default(),
            studies: Studies::default(),
            staffing: Search::default(),
            current: 0,
            baseline: 0,
            goal: FULL,
            state,
            waiting: false,
            began: now(),
            took: 0.0,
            shown: (0, 0, 0, 0),
            shown_at: 0.0,
        }
    }

    /// Where the run stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Where everything stands.
    pub fn status(&self) -> Status {
        let (done, goal) = self.progress();
        Status {
            state: self.state.clone(),
            done,
            goal,
            took_ms: self.took,
            study: self.standing(),
            staffed: self.staffing.standing(self.current),
            is_up: self.engine.as_ref().is_some_and(Engine::is_up),
            stale: self.waiting || !self.is_current() || self.state == State::Unsound,
        }
    }

    /// Replications of the current scenario that are there, and how many are asked for.
    pub fn progress(&self) -> (usize, usize) {
        (self.store.count(self.current).min(self.goal), self.goal)
    }

    /// Makes this the scenario on the page. Results that are known already are used again.
    pub fn show(&mut self, scenario: Plan, baseline: Plan, seed: u64, goal: usize) {
        self.waiting = false;
        if matches!(self.state, State::Error(_)) {
            return;
        }
        self.current = self.store.key_of(scenario, seed);
        self.baseline = self.store.key_of(baseline, seed);
        self.goal = goal;
        self.began = now();
        self.state = State::Running;
        self.feed();
    }

    /// The middle of a drag is to be tried: true where that must wait, as an earlier value is still being tried.
    pub fn put_off(&mut self) -> bool {
        let busy = self.state == State::Running && self.goal <= FIRST;
        self.waiting |= busy;
        busy
    }

    /// True when a value that waited can be tried.
    pub fn is_due(&self) -> bool {
        self.waiting && self.state != State::Running
    }

    /// True while what was asked for last is no more than a try.
    pub fn was_tried(&self) -> bool {
        self.waiting || self.goal <= FIRST
    }

    /// The scenario can't be run: what is on the page stays.
    pub fn hold(&mut self) {
        self.waiting = false;
        if !matches!(self.state, State::Error(_)) {
            self.state = State::Unsound;
        }
    }

    /// Makes these the questions that are worked on beside the scenario.
    pub fn ask(&mut self, asked: Vec<Asked>) {
        self.studies.ask(asked);
        self.feed();
    }

    /// Where the studies of the open screen stand.
    pub fn standing(&self) -> Option<Standing> {
        self.studies.standing()
    }

    /// What they found so far, where there is something new to show.
    pub fn findings(&mut self, session: &Session, width: f64) -> Vec<Found> {
        self.studies.findings(session, width)
    }

    /// Stops the studies of the open screen, or lets them go on.
    pub fn stop_study(&mut self, stopped: bool) {
        self.studies.stop(stopped);
        self.feed();
    }

    /// Stops: what is being run is let finish, nothing new is given out.
    pub fn cancel(&mut self) {
        if self.state == State::Running {
            self.state = State::Cancelled;
        }
    }

    /// Goes on after a stop, to at least `goal` replications.
    pub fn go_on(&mut self, goal: usize) {
        if matches!(self.state, State::Cancelled | State::Done) {
            self.goal = self.goal.max(goal);
            self.began = now();
            self.state = State::Running;
            self.feed();
        }
    }

    /// Begins anew after the engine was lost.
    pub fn restart(&mut self) {
        let restarted = self.engine.as_mut().map(Engine::restart);
        self.state = match restarted {
            Some(Ok(())) => State::Running,
            Some(Err(why)) => State::Error(why),
            None => return,
        };
        self.began = now();
    }

    /// Takes in what a worker said; why one was lost, if one was.
    pub fn hear(&mut self, heard: Heard) -> Option<String> {
        let event = self.engine.as_mut()?.hear(heard);
        self.follow(event)
    }

    /// Looks for silent workers; why one was lost, if one was.
    pub fn watch(&mut self) -> Option<String> {
        let event = self.engine.as_mut()?.watch();
        self.follow(event)
    }

    fn follow(&mut self, event: Result<Event, Loss>) -> Option<String> {
        let mut lost = None;
        match event {
            Ok(Event::Done(task, outcome)) => {
                // Kept even when the page has moved on: it may come back by undo.
                self.studies.take(task, &outcome);
                if let Some(series) = self.store.find_mut(task.key) {
                    series.take(task.replication, *outcome);
                }
            }
            Ok(Event::Staffed(key, plan)) => self.staffing.take(key, plan),
            Err(Loss::Dead(why)) => self.state = State::Error(why),
            Err(Loss::Replaced(why)) => {
                lost = Some(why);
                if let Some(engine) = &self.engine {
                    self.staffing.after_loss(engine);
                }
            }
            Ok(Event::Nothing) => {}
        }
        self.feed();
        lost
    }

    /// A new snapshot, when there is something new and it is time to show it. The old one stays on the
    /// page until there is a first look at the new scenario: `keep` says that there is an old one.
    pub fn snapshot(&mut self, keep: bool) -> Option<Snapshot> {
        // More may be known than is wanted: then less is shown, and more again once it is.
        let count = |key| self.store.count(key).min(self.goal);
        let (current, baseline) = (count(self.current), count(self.baseline));
        let same_run = self.shown.0 == self.current;
        let enough = current >= LOOK.min(self.goal) || !keep || same_run;
        let now_shown = (self.current, self.baseline, current, baseline);
        let first_band = same_run && self.shown.2 < FIRST && current >= FIRST;
        let due = now() - self.shown_at >= SHOW_MS
            || !same_run
            || first_band
            || self.state != State::Running;
        if current == 0 || !enough || now_shown == self.shown || !due {
            return None;
        }
        let (of, against) = (
            self.store.outcomes(self.current),
            self.store.outcomes(self.baseline),
        );
        let snapshot = Snapshot::of(
            &of[..current],
            &against[..baseline.min(current)],
            self.current == self.baseline,
        );
        self.shown = now_shown;
        self.shown_at = now();
        snapshot
    }

    /// True when what was shown last belongs to the scenario on the page.
    pub fn is_current(&self) -> bool {
        self.shown.0 == self.current
    }

    /// The first replication that is missing and not being run, among the first `goal`: of both
    /// scenarios in turn.
    fn next(&self, goal: usize) -> Option<(Task, Rc<Plan>)> {
        let engine = self.engine.as_ref()?;
        let pair = [
            self.store.find(self.current)?,
            self.store.find(self.baseline)?,
        ];
        (0..u32::try_from(goal).ok()?)
            .flat_map(|replication| pair.map(|series| (series, replication)))
            .filter(|(series, replication)| !series.has(*replication))
            .map(|(series, replication)| {
                let task = Task {
                    key: series.key,
                    seed: series.seed,
                    replication,
                };
                (task, series)
            })
            .find(|(task, _)| engine.running().all(|running| running != *task))
            .map(|(task, series)| (task, Rc::clone(&series.plan)))
    }

    /// Asks who is needed on the phones of the open scenario.
    pub fn ask_staffing(&mut self, question: Question) {
        let Some(series) = self.store.find(self.current) else {
            return;
        };
        self.staffing.ask(series, question);
        self.feed();
    }

    /// Gives out work: the first eight of the open scenario, then what the open screen asks
    /// for, then the rest.
    fn feed(&mut self) {
        let main = self.state == State::Running;
        if let Some(engine) = &mut self.engine {
            self.staffing.feed(engine, &self.store);
        }
        while self.engine.as_ref().is_some_and(Engine::has_room) {
            let first = main.then(|| self.next(FIRST.min(self.goal))).flatten();
            let task = first
                .or_else(|| {
                    let engine = self.engine.as_ref()?;
                    let busy = |task: &Task| engine.running().any(|running| running == *task);
                    self.studies.next(&mut self.store, &busy)
                })
                .or_else(|| main.then(|| self.next(self.goal)).flatten());
            let Some((task, plan)) = task else { break };
            if let Some(engine) = self.engine.as_mut() {
                engine.give(task, &plan, Job::Run);
            }
        }
        let all = |key: u32| self.store.count(key) >= self.goal;
        if main && all(self.current) && all(self.baseline) {
            self.state = State::Done;
            self.took = now() - self.began;
        }
    }
}
