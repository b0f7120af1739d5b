//! The hall at any moment of a recorded year, as data: who sits where, what each does, where it is
//! painted, what happened when, and all of it in words. No browser in here.

pub mod beside;
pub mod clock;
pub mod events;
pub mod figure;
pub mod hall;
pub mod layout;
pub mod reel;
pub mod told;
