//! A profile that a calibration has written.
#![no_main]

use fairfloor::scenario::Scenario;
use fairfloor::scenario::check::problems;
use fairfloor::study::own::profile::Profile;
use fairfloor::view::own::reading;
use fairfloor_fuzz::LANGUAGES;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Profile::read(text) {
        Ok(profile) => {
            let mut scenario = Scenario::standard();
            profile.apply(&mut scenario);
            fairfloor_fuzz::say(&problems(&scenario));
        }
        Err(wrong) => {
            for language in LANGUAGES {
                assert!(!reading::profile(&wrong, language).is_empty());
            }
        }
    }
});
