//! What stands in the address bar: as it is, as the content of a sound link, as a tree of sound fields.
#![no_main]

use fairfloor::scenario::link::LinkError;
use fairfloor::scenario::links;
use fairfloor::scenario::presets::PRESETS;
use fairfloor::view::chosen::Chosen;
use fairfloor::view::incoming::link_error;
use fairfloor_fuzz::{LANGUAGES, judge, link, say, tree};
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fn made(data: &[u8]) -> Result<String> {
    let mut u = Unstructured::new(data);
    let mut scenarios = Vec::new();
    for letter in 0..u.int_in_range(1..=7)? {
        let id = u.choose(PRESETS)?.id;
        scenarios.push(json!({ "p": id, "d": tree(&mut u)?, "l": letter }));
    }
    let against = if u.arbitrary()? {
        json!(u.choose(PRESETS)?.id)
    } else {
        json!(u.arbitrary::<u8>()?)
    };
    let asked = json!({ "l": u.choose(PRESETS)?.id, "r": [u.arbitrary::<i16>()?, 1e9, u.arbitrary::<u8>()?] });
    let content = json!({ "v": scenarios, "r": against, "s": u.arbitrary::<u64>()?, "q": asked });
    Ok(link("2", content.to_string().as_bytes()))
}

fuzz_target!(|data: &[u8]| {
    let text = match data {
        [b'1', b'{', ..] => link("1", &data[1..]),
        [b'2', b'{', ..] => link("2", &data[1..]),
        [b'?', rest @ ..] => match made(rest) {
            Ok(text) => text,
            Err(_) => return,
        },
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    match links::decode_with(&text) {
        Ok((several, found, asked)) => {
            say(&found);
            for one in &several.scenarios {
                judge(
                    &one.scenario,
                    &fairfloor::scenario::check::problems(&one.scenario),
                );
            }
            let (chosen, wrong) = asked.as_ref().map(Chosen::of_json).unwrap_or_default();
            say(&wrong);
            let again = links::encode_with(&several, chosen.to_json());
            let (back, _, asked) = links::decode_with(&again).expect("our own link");
            assert_eq!(back, several);
            let (same, wrong) = asked.as_ref().map(Chosen::of_json).unwrap_or_default();
            assert_eq!((same, wrong), (chosen, vec![]));
        }
        Err(error) => {
            for language in LANGUAGES {
                assert!(!link_error(&error, language).is_empty());
            }
            assert!(error != LinkError::Cut || !text.is_empty());
        }
    }
});
