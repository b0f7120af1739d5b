//! Problems in both languages at once, so that a notice survives a language switch.

use fairfloor::scenario::check::Problem;
use fairfloor::scenario::link::LinkError;
use fairfloor::view::words::Said;
use fairfloor::view::{incoming, problem};

pub fn said(found: &Problem) -> Said {
    Said::in_both(|language| problem::problem(found, language))
}

pub fn link_said(why: &LinkError) -> Said {
    Said::in_both(|language| incoming::link_error(why, language))
}
