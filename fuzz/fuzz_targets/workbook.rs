//! Excel workbooks: as they are, and as sound archives of whatever sheets, texts and styles.
#![no_main]

use fairfloor::scenario::import::workbook;
use fairfloor::view::incoming;
use fairfloor_fuzz::LANGUAGES;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let read = if workbook::is_one(data) {
        workbook::read(data)
    } else {
        workbook::read(&fairfloor_fuzz::workbook(data))
    };
    for language in LANGUAGES {
        match &read {
            Ok((import, _)) => {
                let _ = incoming::rows(import, language);
            }
            Err(refused) => assert!(!incoming::no_workbook(refused, language).is_empty()),
        }
    }
});
