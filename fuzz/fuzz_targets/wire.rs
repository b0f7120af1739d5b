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
    if data.first().is_some_and(|kind| *kind != 0) {
        let _ = unpack::<Ask>(data);
    }
    // Of the recorder's asks the first carries a plan, and the last two do.
    if data.first().is_some_and(|kind| matches!(kind, 1 | 2)) {
        let _ = unpack::<Take>(data);
    }
});
