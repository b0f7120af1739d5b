//! What can happen on the phones, and in which order where it happens at one moment.

/// What happens at a moment; numbers are places in `calls` or `desks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A desk is done with a call or comes back from a break.
    Free(usize),
    /// An idle desk's break is due.
    Due(usize),
    /// A line is free again.
    LineFree,
    /// A caller reaches the second line.
    PassedOn(usize),
    /// A caller's patience ends.
    HangUp(usize),
    /// The phones close.
    Close,
}

impl What {
    /// Order of what happens at one moment: desks by their seats, as everywhere.
    fn order(self) -> (u8, usize) {
        match self {
            What::LineFree => (0, 0),
            What::PassedOn(call) => (1, call),
            What::Free(desk) | What::Due(desk) => (2, desk),
            What::HangUp(call) => (3, call),
            What::Close => (4, 0),
        }
    }
}

/// What happens, and when.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Second of the day.
    pub at: f64,
    /// What happens.
    pub what: What,
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Event {}
impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Event {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let by_time = self.at.total_cmp(&other.at);
        by_time.then_with(|| self.what.order().cmp(&other.what.order()))
    }
}
