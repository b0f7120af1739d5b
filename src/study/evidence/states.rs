//! What the runs said of each fact and experiment when this list was last gone through.
//!
//! A test holds the model to it: a fact listed as holding must not be clearly lost, and one listed as
//! failing must not clearly hold without somebody noticing. `cargo xtask validate` names what has changed.

use super::fact::Verdict;
use Verdict::{CannotTell, Fails, Holds};

/// By id.
#[rustfmt::skip]
pub const STATES: &[(&str, Verdict)] = &[
    ("1a", Holds),
    ("1b", CannotTell),
    ("2a", CannotTell),
    ("2b", Holds),
    ("3a", Holds),
    ("3b", Holds),
    ("3c", Holds),
    ("4a", Holds),
    ("4b", Holds),
    ("4c", Holds),
    ("4d", Holds),
    ("5", CannotTell),
    ("6a", Holds),
    ("6b", Holds),
    ("6c", Holds),
    ("6d", Holds),
    ("12a", Holds),
    ("12b", Holds),
    ("12c", Holds),
    ("12d", Holds),
    ("13a", Holds),
    ("13b", Holds),
    ("13c", Holds),
    ("7a", Holds),
    ("7b", Holds),
    ("8a", Holds),
    ("8b", Holds),
    ("8c", Holds),
    ("8d", Holds),
    ("9a", Holds),
    ("9b", Holds),
    ("16a", Holds),
    ("16b", Holds),
    ("10a", Holds),
    ("10b", Holds),
    ("11a", CannotTell),
    ("11b", CannotTell),
    ("14a", Holds),
    ("14b", Holds),
    ("14c", Holds),
    ("15", Holds),
    ("h1", CannotTell),
    ("h2", CannotTell),
    ("h3", CannotTell),
    ("h4", CannotTell),
    ("h5", Fails),
    ("h6", Holds),
    ("h7a", Fails),
    ("h7b", Holds),
    ("h8", Holds),
    ("h9", Holds),
    ("h10", Holds),
    ("h11", Holds),
    ("h12", CannotTell),
    ("h13", Holds),
    ("h14", CannotTell),
    ("h15", CannotTell),
    ("h16", Holds),
    ("h17", Holds),
    ("l1", CannotTell),
    ("l2", CannotTell),
    ("l3", Holds),
    ("l4", Holds),
    ("l5", CannotTell),
    ("l6", Fails),
    ("l7", Holds),
    ("l8", Holds),
    ("l9", Holds),
    ("symbolic", Fails),
    ("training", Holds),
    ("helpful", Holds),
    ("home.leaving", Fails),
    ("home.calls", Fails),
    ("exclusive", Fails),
    ("laundry", Fails),
    ("support", Holds),
    ("hybrid.leaving", Holds),
    ("hybrid.work", Holds),
];

/// What is listed for this fact or experiment.
#[must_use]
pub fn listed(id: &str) -> Verdict {
    let found = STATES.iter().find(|(known, _)| *known == id);
    found.map_or(Verdict::Undefined, |(_, verdict)| *verdict)
}
