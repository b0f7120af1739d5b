//! What participants hand in: lines with codes, and whole pastes of them. A first byte 1 or 2 makes the signs
//! after it a code whose checks are right, which chance would do once in 32,768.
#![no_main]

use fairfloor::workshop::lesson::Lesson;
use fairfloor::workshop::ready;
use fairfloor::workshop::room::{Room, line, read};
use fairfloor::workshop::sign::{checked, sign};
use fairfloor::workshop::ticket::Ticket;
use fairfloor::workshop::wrong::{code_error, line_error};
use fairfloor_fuzz::LANGUAGES;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LESSONS: LazyLock<Vec<Lesson>> = LazyLock::new(ready::all);

/// A code whose check signs are right, from five bits of each of so many bytes, and what follows them.
fn sound(text: &str, length: usize) -> Option<String> {
    let data: Vec<u8> = text.bytes().take(length).map(|byte| byte & 31).collect();
    let code: String = checked(&data).into_iter().map(sign).collect();
    Some(format!("{code}{}", text.get(length..)?))
}

fuzz_target!(|text: &str| {
    let made = match text.as_bytes() {
        [1, ..] => sound(&text[1..], 9),
        [2, ..] => sound(&text[1..], 13),
        _ => None,
    };
    let text = made.as_deref().unwrap_or(text);
    match Ticket::read(text) {
        Ok(ticket) => assert_eq!(Ticket::read(&ticket.code()), Ok(ticket)),
        Err(error) => {
            for language in LANGUAGES {
                assert!(!code_error(&error, language).is_empty());
            }
        }
    }
    if let Ok(entry) = read(text) {
        let again = read(&line(&entry)).expect("our own line");
        assert_eq!(again.ticket, entry.ticket);
        assert_eq!(again.reason, entry.reason);
    }
    for lesson in LESSONS.iter() {
        let mut room = Room::default();
        for (_, taken) in room.paste(lesson, text) {
            if let Err(error) = taken {
                for language in LANGUAGES {
                    assert!(!line_error(&error, language).is_empty());
                }
            }
        }
        if !room.entries().is_empty() {
            for (at, round) in lesson.rounds.iter().enumerate() {
                assert!(!room.coverage(at, &round.task).is_empty());
            }
            let csv = room.csv(lesson, &[]);
            assert!(csv.lines().count() > room.entries().len());
        }
    }
});
