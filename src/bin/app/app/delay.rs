//! What waits until it was left alone for some ticks.

/// The ticks that are left; nothing waits without.
#[derive(Default)]
pub struct Delay(Option<u8>);

impl Delay {
    /// So many ticks from now, even if it was to be sooner.
    pub fn put_off(&mut self, ticks: u8) {
        self.0 = Some(ticks);
    }

    /// A tick: true when the wait is over.
    pub fn tick(&mut self) -> bool {
        let over = self.0 == Some(0);
        self.0 = self.0.and_then(|left| left.checked_sub(1));
        over
    }

    /// Nothing waits any more.
    pub fn end(&mut self) {
        self.0 = None;
    }
}
