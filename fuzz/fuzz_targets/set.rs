//! `--set PATH=VALUE`. Bytes below 32 stand for paths that exist, so that the value matters soon.
#![no_main]

use fairfloor::scenario::check::value_problem;
use fairfloor::scenario::{Scenario, catalogue, find, read};
use fairfloor_fuzz::say;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static STANDARD: LazyLock<Scenario> = LazyLock::new(Scenario::standard);
static PATHS: LazyLock<Vec<&str>> = LazyLock::new(|| catalogue().map(|f| f.path).collect());

fuzz_target!(|text: &str| {
    let assignment = match text.as_bytes() {
        [a @ 0..32, b, ..] if b.is_ascii() => {
            let at = usize::from(*a) * 128 + usize::from(*b);
            format!("{}={}", PATHS[at % PATHS.len()], &text[2..])
        }
        _ => text.to_owned(),
    };
    let mut scenario = STANDARD.clone();
    match read::assign(&mut scenario, &assignment) {
        Ok(()) => {
            let path = assignment
                .split_once('=')
                .map_or("", |(path, _)| path.trim());
            let field = find(path).expect("what was set exists");
            let value = (field.get)(&scenario);
            assert_eq!(value_problem(field.path, field.kind, &value), None);
        }
        Err(problem) => {
            say(&[problem]);
            assert_eq!(scenario, *STANDARD);
        }
    }
});
