//! What workers say to the page, and the asks that carry no plan. A plan is made by the page alone, from a
//! scenario that it has checked, and is not checked again in the worker: see THREATS.md.
#![no_main]

use fairfloor::wire::{Answer, Ask, Look, Seen, Sorted, Take, Told, unpack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = unpack::<Answer>(data);
    let _ = unpack::<Seen>(data);
    let _ = unpack::<Told>(data);
    let _ = unpack::<Look>(data);
    let _ = unpack::<Sorted>(data);
    // Of what the page asks, these carry no plan: a replication; a recording and a film.
    if let [1, ..] = data {
        let _ = unpack::<Ask>(data);
    }
    if let [1 | 2, ..] = data {
        let _ = unpack::<Take>(data);
    }
});
