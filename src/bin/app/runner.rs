//! What is to be run next, what came of it, and when the page should show it.

use crate::engine::{Engine, Event, Job, STAFFING, Task};
use crate::shared::Shared;
use crate::store::Store;
use crate::studies::{Standing, Studies};
use crate::workers::{Heard, Loss, now};
use fairfloor::scenario::plan::Plan;
use fairfloor::study::staff::{Question, StaffPlan, Staffing};
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

/// The search for people: what was asked of which scenario, and what came of it.
#[derive(Default)]
struct Search {
    asked: Option<(u32, Staffing)>,
    found: Option<(u32, Option<Shared<StaffPlan>>)>,
}

/// Where the search for people stands.
#[derive(Clone, PartialEq)]
pub enum Staffed {
    /// Nobody asked.
    Nothing,
    /// It is being searched.
    Busy,
    /// What was found; None where no hall could hold the people.
    Found {
        plan: Option<Shared<StaffPlan>>,
        /// True while the scenario is still the one that was asked about.
        current: bool,
    },
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
    began: f64,
    /// How long the run took, in milliseconds.
    pub took: f64,
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

    /// Replications of the current scenario that are there, and how many are asked for.
    pub fn progress(&self) -> (usize, usize) {
        (self.store.count(self.current).min(self.goal), self.goal)
    }

    /// Makes this the scenario on the page. Results that are known already are used again.
    pub fn show(&mut self, scenario: Plan, baseline: Plan, seed: u64, goal: usize) {
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

    /// The scenario can't be run: what is on the page stays.
    pub fn hold(&mut self) {
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
            Ok(Event::Staffed(key, plan)) => {
                if self
                    .staffing
                    .asked
                    .as_ref()
                    .is_some_and(|(asked, _)| *asked == key)
                {
                    self.staffing = Search {
                        asked: None,
                        found: Some((key, plan.map(|plan| Shared::new(*plan)))),
                    };
                }
            }
            Err(Loss::Dead(why)) => self.state = State::Error(why),
            Err(Loss::Replaced(why)) => {
                lost = Some(why);
                // Where the search was lost with its worker, it is not tried again unasked.
                let searching = self.engine.as_ref().is_some_and(|engine| {
                    engine.running().any(|task| task.replication == STAFFING)
                });
                if !searching {
                    self.staffing.asked = None;
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

    /// True when the engine could take work.
    pub fn is_up(&self) -> bool {
        self.engine.as_ref().is_some_and(Engine::is_up)
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

    /// Gives out the search for people, once, when it was asked for.
    fn feed_staffing(&mut self) {
        let Some(engine) = self.engine.as_mut().filter(|engine| engine.has_room()) else {
            return;
        };
        let Some((key, staffing)) = &self.staffing.asked else {
            return;
        };
        let task = |series: &crate::store::Series| Task {
            key: series.key,
            seed: series.seed,
            replication: STAFFING,
        };
        // A series that is no longer kept can't be asked about.
        if let Some(series) = self.store.find(*key)
            && engine.running().all(|running| running != task(series))
        {
            engine.give(task(series), &series.plan, Job::Staff(staffing));
        }
    }

    /// Asks who is needed on the phones of the open scenario.
    pub fn ask_staffing(&mut self, question: Question) {
        let series = self.store.find(self.current);
        let made = series.map(|series| Staffing::new(&series.plan, question));
        self.staffing = match made {
            Some(Ok(staffing)) => Search {
                asked: Some((self.current, staffing)),
                found: None,
            },
            Some(Err(_)) => Search {
                asked: None,
                found: Some((self.current, None)),
            },
            None => return,
        };
        self.feed();
    }

    /// What came of that, and whether it is of the open scenario.
    pub fn staffed(&self) -> Staffed {
        match (&self.staffing.asked, &self.staffing.found) {
            (Some(_), _) => Staffed::Busy,
            (None, Some((key, plan))) => Staffed::Found {
                plan: plan.clone(),
                current: *key == self.current,
            },
            (None, None) => Staffed::Nothing,
        }
    }

    /// Gives out work: the first eight of the open scenario, then what the open screen asks
    /// for, then the rest.
    fn feed(&mut self) {
        let main = self.state == State::Running;
        self.feed_staffing();
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
