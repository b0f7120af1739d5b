//! A scenario's file whose fields exist and whose values are mostly what they may be.
#![no_main]

use fairfloor::scenario::presets::PRESETS;
use fairfloor::scenario::read;
use fairfloor_fuzz::{judge, tree};
use libfuzzer_sys::arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use serde_json::Value as Json;

fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    let preset = u.choose(PRESETS).expect("presets");
    let Ok(tree) = tree(&mut u) else { return };
    let text = Json::Object(tree).to_string();
    let (scenario, found) = read::read(&text, &preset.scenario());
    judge(&scenario, &found);
});
