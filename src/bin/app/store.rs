//! What came of scenarios that were on the page: kept for a while, so that undoing is instant.

use fairfloor::measure::outcome::Outcome;
use fairfloor::rng::TWIN_YEARS;
use fairfloor::scenario::plan::Plan;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Results of so many scenarios are kept.
const KEPT: usize = 20;

/// The outcomes of one scenario under one seed.
pub struct Series {
    /// Its name towards the workers.
    pub key: u32,
    /// What is run.
    pub plan: Rc<Plan>,
    /// Under which luck.
    pub seed: u64,
    /// From replication 0 on, without gaps.
    pub outcomes: Vec<Outcome>,
    /// Those that came before their turn.
    early: BTreeMap<u32, Outcome>,
    used: u64,
}

impl Series {
    /// True when this replication is there.
    pub fn has(&self, replication: u32) -> bool {
        self.get(replication).is_some()
    }

    /// What came of this replication.
    pub fn get(&self, replication: u32) -> Option<&Outcome> {
        self.outcomes
            .get(replication as usize)
            .or_else(|| self.early.get(&replication))
    }

    /// Takes in a replication. Twin years stand in no series.
    pub fn take(&mut self, replication: u32, outcome: Outcome) {
        if replication >= TWIN_YEARS {
            return;
        }
        self.early.insert(replication, outcome);
        while let Some(next) = u32::try_from(self.outcomes.len())
            .ok()
            .and_then(|turn| self.early.remove(&turn))
        {
            self.outcomes.push(next);
        }
    }
}

/// The series that are kept, and the names that were given out.
#[derive(Default)]
pub struct Store {
    series: Vec<Series>,
    last_key: u32,
    clock: u64,
}

impl Store {
    /// A name that no scenario had before.
    pub fn new_key(&mut self) -> u32 {
        self.last_key += 1;
        self.last_key
    }

    /// The series of this name, while it is kept.
    pub fn find(&self, key: u32) -> Option<&Series> {
        self.series.iter().find(|series| series.key == key)
    }

    /// The same, to take something in.
    pub fn find_mut(&mut self, key: u32) -> Option<&mut Series> {
        self.series.iter_mut().find(|series| series.key == key)
    }

    /// The series of a scenario under a seed, where it is kept. Its titles make no difference.
    pub fn known(&self, plan: &Plan, seed: u64) -> Option<&Series> {
        self.series
            .iter()
            .find(|series| series.seed == seed && same(&series.plan, plan))
    }

    /// The name of a scenario under a seed, old or new.
    pub fn key_of(&mut self, plan: Plan, seed: u64) -> u32 {
        self.clock += 1;
        if let Some(key) = self.known(&plan, seed).map(|series| series.key) {
            let clock = self.clock;
            if let Some(series) = self.find_mut(key) {
                series.used = clock;
            }
            return key;
        }
        if self.series.len() >= KEPT {
            let oldest = self.series.iter().enumerate().min_by_key(|(_, s)| s.used);
            if let Some((index, _)) = oldest {
                self.series.swap_remove(index);
            }
        }
        let key = self.new_key();
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

    /// Replications of a series from the first on.
    pub fn count(&self, key: u32) -> usize {
        self.find(key).map_or(0, |series| series.outcomes.len())
    }

    /// Its outcomes.
    pub fn outcomes(&self, key: u32) -> &[Outcome] {
        self.find(key).map_or(&[], |series| &series.outcomes)
    }
}

/// Whether two plans are of the same scenario, whatever it is called.
fn same(a: &Plan, b: &Plan) -> bool {
    a.scenario().untitled() == b.scenario().untitled()
}
