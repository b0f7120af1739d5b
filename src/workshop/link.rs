//! A lesson in a link: the ready lesson it comes from and what the trainer changed, in the form of
//! scenario links (zlib with its checksum, base64url), so that a cut or changed link is recognised.
//!
//! A lesson is written in the oldest version that holds it: pages in somebody's cache may be older than the
//! trainer's, and a code's tag is taken from this text.

use super::lesson::Lesson;
use super::ready;
use super::ticket::MOST_ROUNDS;
use crate::scenario::field::Language;
use crate::scenario::json::shortened;
use crate::scenario::link::LinkError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use round::{Version, said, text};
use serde_json::{Map, Value as Json};

/// What a lesson's link begins with, by version; scenario links have a number before the `~`. The second
/// version has plans that depart from any built-in scenario, rounds with hints and words of their own, and
/// names that are made up where they are read.
pub const PREFIXES: [&str; 2] = ["w1~", "w2~"];
/// Nothing that a trainer writes comes near; more was made to do harm.
const LONGEST_CONTENT: usize = 200_000;
/// Longest text of a trainer's own, in characters.
pub const LONGEST_TEXT: usize = 2_000;
/// Longest address that every chat program and QR reader takes; longer ones are stated to be long.
pub const COMFORTABLE: usize = 2_000;

/// The lesson's link text, safe in the part of an address after `#`.
#[must_use]
pub fn encode(lesson: &Lesson) -> String {
    let ready = ready::find(lesson.from).unwrap_or_else(ready::first);
    let mut content = Map::new();
    content.insert("b".to_owned(), Json::from(ready.from));
    if lesson.title != ready.title {
        content.insert("t".to_owned(), said(&lesson.title));
    }
    if lesson.story != ready.story {
        content.insert("s".to_owned(), said(&lesson.story));
    }
    if lesson.minutes != ready.minutes {
        content.insert("m".to_owned(), Json::from(lesson.minutes));
    }
    if lesson.language == Language::En {
        content.insert("g".to_owned(), Json::from("en"));
    }
    if lesson.seed != ready.seed {
        content.insert("n".to_owned(), Json::from(lesson.seed));
    }
    if let Some(sum) = lesson.reveal {
        content.insert("w".to_owned(), Json::from(sum));
    }
    let mut version = Version::default();
    if lesson.rounds != ready.rounds {
        let rounds = lesson.rounds.iter().map(|one| version.round(one));
        content.insert("r".to_owned(), rounds.collect());
    }
    let prefix = PREFIXES[usize::from(version.is_second)];
    let packed = compress_to_vec_zlib(Json::Object(content).to_string().as_bytes(), 9);
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(packed))
}

/// Where a lesson's link begins within a longer text, such as a whole address.
#[must_use]
pub fn begins(text: &str) -> Option<usize> {
    PREFIXES.iter().filter_map(|prefix| text.find(prefix)).min()
}

/// Reads a lesson's link.
///
/// # Errors
/// When it can't be trusted. A part that this version doesn't know makes the whole a later version's:
/// half a lesson would give codes that nobody else understands.
pub fn decode(text: &str) -> Result<Lesson, LinkError> {
    let text = text.trim().trim_start_matches('#').trim_start_matches('/');
    let (version, body) = text
        .split_once('~')
        .or_else(|| text.split_once("%7E"))
        .or_else(|| text.split_once("%7e"))
        .ok_or(LinkError::NotALink)?;
    let version = version
        .strip_prefix('w')
        .and_then(|v| v.parse::<u64>().ok());
    match version {
        Some(1 | 2) => {}
        Some(found) if found > 2 => return Err(LinkError::Newer { found }),
        Some(_) | None => return Err(LinkError::NotALink),
    }
    let body = body.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    let packed = URL_SAFE_NO_PAD.decode(body).map_err(|error| match error {
        base64::DecodeError::InvalidByte(..) => LinkError::Damaged,
        _ => LinkError::Cut,
    })?;
    let unpacked = decompress_to_vec_zlib_with_limit(&packed, LONGEST_CONTENT);
    let bytes = unpacked.map_err(|error| match error.status {
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Cut,
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::Damaged,
    })?;
    let content: Map<String, Json> =
        serde_json::from_slice(&bytes).map_err(|_| LinkError::Damaged)?;
    lesson(&content)
}

fn lesson(content: &Map<String, Json>) -> Result<Lesson, LinkError> {
    let id = content.get("b").and_then(Json::as_str);
    let id = id.ok_or(LinkError::Damaged)?;
    let unknown = || LinkError::UnknownPreset { id: shortened(id) };
    let mut lesson = ready::find(id).ok_or_else(unknown)?;
    for (key, value) in content {
        match key.as_str() {
            "b" => {}
            "t" => lesson.title = text(value).ok_or(LinkError::Damaged)?,
            "s" => lesson.story = text(value).ok_or(LinkError::Damaged)?,
            "m" => lesson.minutes = small(value).ok_or(LinkError::Damaged)?,
            "g" => lesson.language = Language::En,
            "n" => lesson.seed = value.as_u64().ok_or(LinkError::Damaged)?,
            "w" => lesson.reveal = Some(small(value).ok_or(LinkError::Damaged)?),
            "r" => {
                let list = value
                    .as_array()
                    .filter(|r| (1..=MOST_ROUNDS).contains(&r.len()));
                let list = list.ok_or(LinkError::Damaged)?;
                lesson.rounds = list
                    .iter()
                    .map(round::read)
                    .collect::<Option<_>>()
                    .ok_or(LinkError::Damaged)?;
            }
            _ => return Err(LinkError::Newer { found: 3 }),
        }
    }
    Ok(lesson)
}

fn small(value: &Json) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

mod round;
#[cfg(test)]
mod tests;
