//! What the centre says of what was done.

use fairfloor::scenario::field::Text;
use fairfloor::view::words::Said;

/// Notes, until something else is done.
#[derive(Default)]
pub struct Notes {
    /// What was done last, where it can't be seen otherwise.
    pub said: Option<Said>,
    /// What could not be done, and why.
    pub complaints: Vec<Said>,
}

impl Notes {
    /// Something was done.
    pub fn say(&mut self, what: Text) {
        self.said = Some(what.into());
    }

    /// Something more could not be done.
    pub fn complain(&mut self, lines: Vec<Said>) {
        self.complaints.extend(lines);
    }

    /// Something broke; that is all there is to be said of what could not be done.
    pub fn broke(&mut self, what: Text, why: &str) {
        self.complaints = vec![what.into(), Said::in_both(|_| why.to_owned())];
    }
}
