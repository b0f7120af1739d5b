//! A centre's export of half-hours or calls, to the demand, the fit and the sentences about both.
#![no_main]

use fairfloor::scenario::Scenario;
use fairfloor::scenario::check::problems;
use fairfloor::scenario::import;
use fairfloor::study::fit::fit;
use fairfloor::view::{fit as said, incoming};
use fairfloor_fuzz::LANGUAGES;
use libfuzzer_sys::fuzz_target;

/// What comes of an export can be run, unless there are more calls than a scenario may have; that is said.
fn sound(scenario: &Scenario) {
    for problem in problems(scenario) {
        assert_eq!(problem.path(), "demand.calls_per_day");
        fairfloor_fuzz::say(&[problem]);
    }
}

fuzz_target!(|text: &str| {
    let (import, export) = import::read(text);
    for language in LANGUAGES {
        if let Some(refusal) = &import.refusal {
            assert!(!incoming::refusal(refusal, language).is_empty());
        }
        let _ = incoming::rows(&import, language);
    }
    let Some(export) = export else { return };
    let mut scenario = Scenario::standard();
    let notes = export.demand.apply(&mut scenario);
    sound(&scenario);
    let found = fit(&export);
    sound(&found.scenario);
    for language in LANGUAGES {
        for note in import.notes.iter().chain(&notes) {
            assert!(!incoming::note(note, language).is_empty());
        }
        let _ = said::rows(&found, language);
        let _ = said::explanation(&found, language);
    }
});
