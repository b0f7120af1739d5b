//! A scenario's file as text.
#![no_main]

use fairfloor::scenario::{Scenario, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (scenario, found) = read::read(text, &Scenario::standard());
    fairfloor_fuzz::judge(&scenario, &found);
});
