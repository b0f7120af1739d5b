//! The search for people on the phones, on the page's side: asked for, given out once, found.

use crate::engine::{Engine, Job, STAFFING, Task};
use crate::shared::Shared;
use crate::store::{Series, Store};
use fairfloor::study::staff::{Question, StaffPlan, Staffing};

/// What was asked of which scenario, and what came of it.
#[derive(Default)]
pub struct Search {
    asked: Option<(u32, Staffing)>,
    found: Option<(u32, Option<Shared<StaffPlan>>)>,
}

/// Where it stands.
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

impl Search {
    /// Asks who is needed on the phones of a scenario.
    pub fn ask(&mut self, series: &Series, question: Question) {
        (self.asked, self.found) = match Staffing::new(&series.plan, question) {
            Ok(staffing) => (Some((series.key, staffing)), None),
            Err(_) => (None, Some((series.key, None))),
        };
    }

    /// Gives it out, once.
    pub fn feed(&self, engine: &mut Engine, store: &Store) {
        let Some((key, staffing)) = self.asked.as_ref().filter(|_| engine.has_room()) else {
            return;
        };
        // A series that is no longer kept can't be asked about.
        let Some(series) = store.find(*key) else {
            return;
        };
        let task = Task {
            key: series.key,
            seed: series.seed,
            replication: STAFFING,
        };
        if engine.running().all(|running| running != task) {
            engine.give(task, &series.plan, Job::Staff(staffing));
        }
    }

    /// Takes in what was found.
    pub fn take(&mut self, key: u32, plan: Option<Box<StaffPlan>>) {
        let asked = self.asked.take_if(|(asked, _)| *asked == key);
        if asked.is_some() {
            self.found = Some((key, plan.map(|plan| Shared::new(*plan))));
        }
    }

    /// A worker was lost: a search that was lost with it is not tried again unasked.
    pub fn after_loss(&mut self, engine: &Engine) {
        if engine.running().all(|task| task.replication != STAFFING) {
            self.asked = None;
        }
    }

    /// Where it stands while this is the open scenario.
    pub fn standing(&self, open: u32) -> Staffed {
        match (&self.asked, &self.found) {
            (Some(_), _) => Staffed::Busy,
            (None, Some((key, plan))) => Staffed::Found {
                plan: plan.clone(),
                current: *key == open,
            },
            (None, None) => Staffed::Nothing,
        }
    }
}
