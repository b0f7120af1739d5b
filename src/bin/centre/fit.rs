//! A calibration that is being fitted: what is asked, given to the workers, and what of it is shown.

use crate::pool::Pool;
use crate::shared::Shared;
use crate::workers::now;
use fairfloor::scenario::Scenario;
use fairfloor::scenario::field::Language;
use fairfloor::scenario::find;
use fairfloor::study::own::fitting::Fitting;
use fairfloor::study::own::profile::{Profile, known, profile};
use fairfloor::study::own::{ASKED, Calibration, Row};
use fairfloor::view::figure::Figure;
use fairfloor::view::finding::Finding;
use fairfloor::view::own::intake::Ready;
use fairfloor::view::own::{constants, course, drawing, finding};
use fairfloor::wire::Take;

/// Where it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Running,
    Stopped,
    Done,
    /// The table says nothing.
    Silent,
    Broken(String),
}

/// What is drawn of it.
#[derive(Clone)]
pub struct Shown {
    pub finding: Finding,
    pub constants: Shared<Figure>,
    pub months: Vec<Shared<Figure>>,
}

/// The fit.
pub struct Fit {
    fitting: Fitting,
    /// The scenario and the files as they were asked.
    base: Scenario,
    ready: Ready,
    /// Rows that were wanted at first.
    goal: u32,
    pub state: State,
    pub shown: Option<Shown>,
    began: f64,
    pub took: f64,
    /// When there was first something to see, in milliseconds from the beginning.
    pub first: Option<f64>,
}

impl Fit {
    /// Begins.
    pub fn new(base: &Scenario, ready: Ready, seed: u64, draws: u32) -> Self {
        let asked = Calibration::new(base, &ready.record, seed);
        Self {
            fitting: Fitting::new(asked, draws),
            base: base.clone(),
            ready,
            goal: draws,
            state: State::Running,
            shown: None,
            began: now(),
            took: 0.0,
            first: None,
        }
    }

    /// Gives out what is wanted while there is room for it.
    pub fn feed(&mut self, pool: &mut Pool) {
        while self.state == State::Running && pool.has_room() {
            let Some(wanted) = self.fitting.wanted(|number| pool.is_running(number)) else {
                break;
            };
            let asked = self.fitting.asked();
            if let Some(plan) = asked.plan(&wanted.point) {
                let take = Take::Centre {
                    plan: Box::new(plan),
                    shape: Box::new(asked.shape.clone()),
                    seed: asked.seed,
                    number: wanted.number,
                    point: wanted.point,
                };
                pool.give(wanted.number, &take);
            } else {
                self.fitting.take(wanted.number, None);
            }
        }
    }

    /// Takes in a row; true when there is something new to see.
    pub fn take(&mut self, row: Row, language: Language) -> bool {
        let new = self.fitting.take(row.number, Some(row));
        self.settle();
        if new {
            self.show(language);
        }
        new
    }

    fn settle(&mut self) {
        self.took = now() - self.began;
        if self.fitting.is_done() {
            self.state = if self.fitting.draws() < self.goal {
                State::Stopped
            } else {
                State::Done
            };
        } else if self.fitting.is_silent() {
            self.state = State::Silent;
        }
    }

    /// Makes what is drawn anew.
    pub fn show(&mut self, language: Language) {
        let Some(found) = self.fitting.found() else {
            return;
        };
        let asked = self.fitting.asked();
        let checks = self.fitting.checks();
        let first = self.ready.first;
        let table = constants(&known(asked, found), language);
        // A band of a few simulations would be one of chance.
        let whole = self.fitting.is_done();
        let months = if whole {
            course::months(asked, &checks, first, language)
        } else {
            Vec::new()
        };
        self.shown = Some(Shown {
            finding: finding(asked, found, &checks, first, language),
            constants: Shared::new(drawing::constants(asked, found, table, language)),
            months: months.into_iter().map(Shared::new).collect(),
        });
        self.first.get_or_insert(now() - self.began);
    }

    /// Ends the table where it stands; false while it says nothing.
    pub fn stop(&mut self, language: Language) -> bool {
        let stopped = self.fitting.stop();
        if stopped {
            self.show(language);
        }
        stopped
    }

    /// Goes on to the table that was wanted at first.
    pub fn go_on(&mut self, language: Language) {
        self.fitting.go_on(self.goal);
        self.state = State::Running;
        self.began = now() - self.took;
        self.show(language);
    }

    /// Rows that are in, and rows that are wanted.
    pub fn progress(&self) -> (u32, u32) {
        let draws = self.fitting.draws();
        (self.fitting.done().min(draws), draws)
    }

    /// True while what was found is held against the data.
    pub fn is_checking(&self) -> bool {
        let (done, wanted) = self.progress();
        self.state == State::Running && done == wanted
    }

    /// The profile of this name.
    pub fn profile(&self, name: &str) -> Option<Profile> {
        let found = self.fitting.found()?;
        let first = self.ready.first.to_string();
        Some(profile(name, &first, self.fitting.asked(), found))
    }

    /// True when files or scenario are others than those that were asked, apart from the constants.
    pub fn is_old(&self, scenario: &Scenario, ready: Option<&Ready>) -> bool {
        let plain = |scenario: &Scenario| {
            let mut plain = scenario.untitled();
            plain.behaviour.worlds.clear();
            for field in ASKED.iter().filter_map(|path| find(path)) {
                (field.set)(&mut plain, &(field.get)(&self.base));
            }
            plain
        };
        ready != Some(&self.ready) || plain(scenario) != plain(&self.base)
    }
}
