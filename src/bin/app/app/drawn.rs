//! What is drawn of the open scenario: its results, what the build knew of them, and where the run stood.

use crate::first::Built;
use crate::runner::{Runner, State, Status};
use crate::shared::Shared;
use crate::workers::now;
use fairfloor::scenario::field::Value;
use fairfloor::scenario::find;
use fairfloor::view::session::{LEVER, Session};
use fairfloor::view::snapshot::Snapshot;
use yew::AttrValue;

/// A new count alone draws the page at most this often, in milliseconds: a small hall's years come in quicker than
/// anybody reads.
const COUNT_MS: f64 = 100.0;

/// What is drawn of the results, and of which target they are.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub snapshot: Shared<Snapshot>,
    pub target: f64,
}

/// What is drawn.
pub struct Drawn {
    pub shown: Option<Shown>,
    /// What the build computed of the same.
    pub built: Built,
    /// The target of the scenario that is run.
    target: f64,
    /// What the chip said, and when.
    status: Option<Status>,
    said_at: f64,
}

impl Drawn {
    /// Nothing but what the build computed.
    pub fn new(built: Built) -> Self {
        Self {
            shown: None,
            built,
            target: 0.0,
            status: None,
            said_at: 0.0,
        }
    }

    /// This is run from now on.
    pub fn run(&mut self, session: &Session) {
        let value = find(LEVER).map(|field| (field.get)(session.scenario()));
        if let Some(Value::Number(target)) = value {
            self.target = target;
        }
    }

    /// Takes in results.
    pub fn take(&mut self, snapshot: Snapshot) {
        self.built.check(&snapshot);
        self.shown = Some(Shown {
            snapshot: Shared::new(snapshot),
            target: self.target,
        });
    }

    /// True when the chip has something else to say than it had. Where that is a count alone it may wait its turn: it
    /// is asked again with the next answer or tick.
    pub fn follows(&self, status: &Status) -> bool {
        let only_counts = |said: &Status| said.counting_as(status) == *status;
        let may_wait = self.status.as_ref().is_some_and(only_counts);
        let changed = self.status.as_ref() != Some(status);
        changed && !(may_wait && now() - self.said_at < COUNT_MS)
    }

    /// The page is drawn, and with it the chip.
    pub fn says(&mut self, status: Status) {
        self.said_at = now();
        self.status = Some(status);
    }

    /// Fingerprints of the first eight replications and, once a run is done, of all: only of results
    /// that belong to the scenario as it stands.
    pub fn fingerprints(&self, runner: &Runner) -> [Option<AttrValue>; 2] {
        let Some(shown) = self.shown.as_ref().filter(|_| runner.is_current()) else {
            return [None, None];
        };
        let Snapshot {
            fingerprint_first,
            fingerprint,
            ..
        } = &*shown.snapshot;
        let done = *runner.state() == State::Done;
        [
            fingerprint_first.clone().map(AttrValue::from),
            done.then(|| AttrValue::from(fingerprint.clone())),
        ]
    }
}
