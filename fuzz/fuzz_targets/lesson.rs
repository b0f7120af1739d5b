//! The link of a workshop's lesson: as it is, and as the content of a sound link.
#![no_main]

use fairfloor::workshop::link::{decode, encode};
use fairfloor::workshop::say::question;
use fairfloor::workshop::wrong::link_error;
use fairfloor_fuzz::{LANGUAGES, link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = match data {
        [b'{', ..] => link("w1", data),
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    match decode(&text) {
        Ok(lesson) => {
            for round in &lesson.rounds {
                let (task, scale) = (&round.task, round.task.scale());
                assert!(task.fits(&task.blank()));
                assert!(scale.steps() > 0 && scale.amount(scale.steps()).is_finite());
                assert!(!task.plans().is_empty() && task.years() > 0);
                for language in LANGUAGES {
                    assert!(!question(task, language).is_empty());
                }
            }
            assert_eq!(decode(&encode(&lesson)), Ok(lesson));
        }
        Err(error) => {
            for language in LANGUAGES {
                assert!(!link_error(&error, language).is_empty());
            }
        }
    }
});
