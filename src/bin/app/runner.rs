//! What is to be run next, what came of it, and when the page should show it.

use crate::engine::{Engine, Event, Heard, Task, now};
use fairfloor::measure::outcome::Outcome;
use fairfloor::scenario::plan::Plan;
use fairfloor::view::snapshot::{FIRST, FULL, Snapshot};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Results of so many scenarios are kept, so that undoing is instant.
const KEPT: usize = 20;
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

/// The outcomes of one scenario under one seed.
struct Series {
    key: u32,
    plan: Rc<Plan>,
    seed: u64,
    /// From replication 0 on, without gaps.
    outcomes: Vec<Outcome>,
    /// Those that came before their turn.
    early: BTreeMap<u32, Outcome>,
    used: u64,
}

impl Series {
    fn has(&self, replication: u32) -> bool {
        (replication as usize) < self.outcomes.len() || self.early.contains_key(&replication)
    }

    fn take(&mut self, replication: u32, mut outcome: Outcome) {
        // Nothing here shows single people, and twenty scenarios' worth of them is a lot.
        outcome.people = Vec::new();
        self.early.insert(replication, outcome);
        while let Some(next) = u32::try_from(self.outcomes.len())
            .ok()
            .and_then(|turn| self.early.remove(&turn))
        {
            self.outcomes.push(next);
        }
    }
}

/// Decides which replication comes next and keeps what came.
pub struct Runner {
    engine: Option<Engine>,
    series: Vec<Series>,
    next_key: u32,
    clock: u64,
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
            series: Vec::new(),
            next_key: 1,
            clock: 0,
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
        (self.count(self.current).min(self.goal), self.goal)
    }

    /// Makes this the scenario on the page. Results that are known already are used again.
    pub fn show(&mut self, scenario: Plan, baseline: Plan, seed: u64, goal: usize) {
        if matches!(self.state, State::Error(_)) {
            return;
        }
        self.current = self.key_of(scenario, seed);
        self.baseline = self.key_of(baseline, seed);
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

    fn follow(&mut self, event: Event) -> Option<String> {
        let mut lost = None;
        match event {
            Event::Done(task, outcome) => {
                // Kept even when the page has moved on: it may come back by undo.
                if let Some(series) = self.find(task.key) {
                    series.take(task.replication, *outcome);
                }
            }
            Event::Dead(why) => self.state = State::Error(why),
            Event::Lost(why) => lost = Some(why),
            Event::Nothing | Event::Free => {}
        }
        self.feed();
        lost
    }

    /// A new snapshot, when there is something new and it is time to show it. The old one stays on the
    /// page until the first eight of the new scenario are there: `keep` says that there is an old one.
    pub fn snapshot(&mut self, keep: bool) -> Option<Snapshot> {
        let (current, baseline) = (self.count(self.current), self.count(self.baseline));
        let same_run = self.shown.0 == self.current;
        let enough = current >= FIRST.min(self.goal) || !keep || same_run;
        let now_shown = (self.current, self.baseline, current, baseline);
        let first_band = same_run && self.shown.2 < FIRST && current >= FIRST;
        let due = now() - self.shown_at >= SHOW_MS
            || !same_run
            || first_band
            || self.state != State::Running;
        if current == 0 || !enough || now_shown == self.shown || !due {
            return None;
        }
        let outcomes = |key: u32| {
            let series = self.series.iter().find(|series| series.key == key);
            series.map_or(&[][..], |series| &series.outcomes)
        };
        let (of, against) = (outcomes(self.current), outcomes(self.baseline));
        let limit = self.goal.min(of.len());
        let snapshot = Snapshot::of(
            &of[..limit],
            &against[..limit.min(against.len())],
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

    fn count(&self, key: u32) -> usize {
        let series = self.series.iter().find(|series| series.key == key);
        series.map_or(0, |series| series.outcomes.len())
    }

    fn find(&mut self, key: u32) -> Option<&mut Series> {
        self.series.iter_mut().find(|series| series.key == key)
    }

    /// The key of this scenario under this seed, old or new. Its titles make no difference.
    fn key_of(&mut self, plan: Plan, seed: u64) -> u32 {
        self.clock += 1;
        let known = self
            .series
            .iter_mut()
            .find(|series| series.seed == seed && same(&series.plan, &plan));
        if let Some(series) = known {
            series.used = self.clock;
            return series.key;
        }
        if self.series.len() >= KEPT {
            let oldest = self.series.iter().enumerate().min_by_key(|(_, s)| s.used);
            if let Some((index, _)) = oldest {
                self.series.swap_remove(index);
            }
        }
        let key = self.next_key;
        self.next_key += 1;
        self.series.push(Series {
            key,
            plan: Rc::new(plan),
            seed,
            outcomes: Vec::new(),
            early: BTreeMap::new(),
            used: self.clock,
        });
        key
    }

    /// The first replication that is missing and not being run: the first eight of both scenarios in
    /// turn, then the rest.
    fn next(&self) -> Option<Task> {
        let engine = self.engine.as_ref()?;
        let of = |key: u32| self.series.iter().find(|series| series.key == key);
        let pair = [of(self.current)?, of(self.baseline)?];
        (0..u32::try_from(self.goal).ok()?)
            .flat_map(|replication| pair.map(|series| (series, replication)))
            .filter(|(series, replication)| !series.has(*replication))
            .map(|(series, replication)| Task {
                key: series.key,
                seed: series.seed,
                replication,
            })
            .find(|task| engine.running().all(|running| running != *task))
    }

    fn feed(&mut self) {
        if self.state == State::Idle || self.state != State::Running {
            return;
        }
        while self.engine.as_ref().is_some_and(Engine::has_room) {
            let Some(task) = self.next() else { break };
            let series = self.series.iter().find(|series| series.key == task.key);
            let Some(plan) = series.map(|series| Rc::clone(&series.plan)) else {
                break;
            };
            if let Some(engine) = self.engine.as_mut() {
                engine.give(task, &plan);
            }
        }
        let all = |key: u32| self.count(key) >= self.goal;
        if all(self.current) && all(self.baseline) {
            self.state = State::Done;
            self.took = now() - self.began;
        }
    }
}

/// Whether two plans are of the same scenario, whatever it is called.
fn same(a: &Plan, b: &Plan) -> bool {
    let plain = |plan: &Plan| {
        let mut scenario = plan.scenario().clone();
        scenario.name.clear();
        scenario.description.clear();
        scenario
    };
    plain(a) == plain(b)
}
