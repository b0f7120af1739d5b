//! The text in the address bar: a preset, what differs from it, and the seed, in a few hundred signs;
//! several scenarios as several of these (see [`super::links`]).
//!
//! `1~` (`2~` for several) and base64url of zlib of JSON. zlib ends with a checksum, so that a link that a chat program
//! cut or changed is recognised and not half believed.

use super::check::Problem;
use super::json::shortened;
use super::presets::{self, Preset};
use super::read::{add_checks, merge};
use super::{Scenario, write};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde_json::{Map, Value as Json};

/// Version of the link's form, its first sign, for one scenario.
pub const LINK_VERSION: u64 = 1;
/// The same for several.
pub const SEVERAL_VERSION: u64 = 2;

/// Nothing that the page writes comes near; a link that unpacks to more was made to do harm.
const LONGEST_CONTENT: usize = 1_000_000;

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The preset from which the scenario departs.
    pub preset: &'static str,
    /// The scenario.
    pub scenario: Scenario,
    /// The seed under which it was shown.
    pub seed: u64,
}

/// Why a link can't be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no version and content in it.
    NotALink,
    /// The end is missing.
    Cut,
    /// Something in the middle was changed.
    Damaged,
    /// Made by a later version of the program.
    Newer {
        /// The version found.
        found: u64,
    },
    /// It unpacks to more than a scenario can be.
    TooLarge,
    /// It departs from a preset that this version doesn't have.
    UnknownPreset {
        /// The preset's id.
        id: String,
    },
}

/// The link's text, safe in the part of an address after `#`.
#[must_use]
pub fn encode(linked: &Linked) -> String {
    let mut content = of_one(linked.preset, &linked.scenario);
    content.insert("s".to_owned(), Json::from(linked.seed));
    packed(LINK_VERSION, content)
}

/// A preset and what differs from it.
pub(super) fn of_one(preset: &'static str, scenario: &Scenario) -> Map<String, Json> {
    let base = presets::find(preset).map_or_else(Scenario::standard, Preset::scenario);
    let mut differences = Map::new();
    for (field, value) in scenario.differences(&base) {
        write::insert(&mut differences, field.path, write::to_json(&value));
    }
    let mut content = Map::new();
    content.insert("p".to_owned(), Json::from(preset));
    if !differences.is_empty() {
        content.insert("d".to_owned(), Json::Object(differences));
    }
    content
}

pub(super) fn packed(version: u64, content: Map<String, Json>) -> String {
    let packed = compress_to_vec_zlib(Json::Object(content).to_string().as_bytes(), 9);
    format!("{version}~{}", URL_SAFE_NO_PAD.encode(packed))
}

/// Reads a link. Fields that this version doesn't know or doesn't accept are listed; the rest holds.
///
/// # Errors
/// When nothing of it can be trusted.
pub fn decode(text: &str) -> Result<(Linked, Vec<Problem>), LinkError> {
    let (version, content) = unpack(text)?;
    if version != LINK_VERSION {
        return Err(LinkError::Newer { found: version });
    }
    let (preset, scenario, found) = read_one(&content)?;
    let linked = Linked {
        preset: preset.id,
        scenario,
        seed: seed(&content)?,
    };
    Ok((linked, found))
}

pub(super) fn seed(content: &Map<String, Json>) -> Result<u64, LinkError> {
    let seed = content.get("s").and_then(Json::as_u64);
    seed.ok_or(LinkError::Damaged)
}

/// A preset, the scenario that departs from it, and what is wrong with that.
pub(super) type One = (&'static Preset, Scenario, Vec<Problem>);

pub(super) fn read_one(content: &Map<String, Json>) -> Result<One, LinkError> {
    let id = content.get("p").and_then(Json::as_str);
    let id = id.ok_or(LinkError::Damaged)?;
    let preset = presets::find(id).ok_or_else(|| LinkError::UnknownPreset { id: shortened(id) })?;
    let mut scenario = preset.scenario();
    let mut found = Vec::new();
    match content.get("d") {
        None => {}
        Some(Json::Object(differences)) => merge(&mut scenario, differences, &mut found),
        Some(_) => return Err(LinkError::Damaged),
    }
    add_checks(&scenario, &mut found);
    Ok((preset, scenario, found))
}

/// The version and the content.
pub(super) fn unpack(text: &str) -> Result<(u64, Map<String, Json>), LinkError> {
    let (version, bytes) = unpack_bytes(text)?;
    let content = serde_json::from_slice(&bytes).map_err(|_| LinkError::Damaged)?;
    Ok((version, content))
}

fn unpack_bytes(text: &str) -> Result<(u64, Vec<u8>), LinkError> {
    let text = text.trim().trim_start_matches('#');
    let (version, body) = text
        .split_once('~')
        .or_else(|| text.split_once("%7E"))
        .or_else(|| text.split_once("%7e"))
        .ok_or(LinkError::NotALink)?;
    let version: u64 = version.parse().map_err(|_| LinkError::NotALink)?;
    match version {
        LINK_VERSION | SEVERAL_VERSION => {}
        0 => return Err(LinkError::NotALink),
        found => return Err(LinkError::Newer { found }),
    }
    // A sentence around the link leaves its full stop or bracket at the end; the checksum still judges.
    let body = body.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    let packed = URL_SAFE_NO_PAD.decode(body).map_err(|error| match error {
        base64::DecodeError::InvalidByte(..) => LinkError::Damaged,
        _ => LinkError::Cut,
    })?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&packed, LONGEST_CONTENT).map_err(|error| match error
            .status
        {
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Cut,
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Damaged,
        })?;
    Ok((version, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::field::Value;
    use crate::scenario::presets::PRESETS;

    fn linked() -> Linked {
        let scenario = presets::find("seed-erg").map(Preset::scenario);
        Linked {
            preset: "seed-erg",
            scenario: scenario
                .unwrap_or_default()
                .with("workforce.headcount", Value::Whole(52))
                .with("demand.calls_per_day", Value::Number(2410.0))
                .with("rewards.awards.coverage_share", Value::Number(0.35))
                .with("rewards.awards.strategy", Value::Choice("over_bar"))
                .with("support.leave.days_per_year", Value::Number(12.0))
                .with(
                    "appraisal.kpis.call_volume.target_per_day",
                    Value::Number(66.0),
                ),
            seed: 20_240_305,
        }
    }

    fn check(text: &str, expected: &LinkError) {
        assert_eq!(decode(text).err().as_ref(), Some(expected), "{text}");
    }

    #[test]
    fn presets_and_differences_come_back() {
        for preset in PRESETS {
            let linked = Linked {
                preset: preset.id,
                scenario: preset.scenario(),
                seed: u64::MAX,
            };
            let text = encode(&linked);
            assert!(text.len() < 100, "{text}");
            assert_eq!(decode(&text), Ok((linked, vec![])));
        }
        let text = encode(&linked());
        assert!(text.len() < 300, "{} signs", text.len());
        assert_eq!(decode(&format!("#{text}。")), Ok((linked(), vec![])));
    }

    #[test]
    fn a_link_cut_anywhere_is_refused() {
        let text = encode(&linked());
        for length in 2..text.len() {
            assert!(decode(&text[..length]).is_err(), "cut to {length}");
        }
        check(&text[..text.len() - 4], &LinkError::Cut);
        check("1", &LinkError::NotALink);
    }

    #[test]
    fn one_wrong_sign_is_noticed() {
        let text = encode(&linked());
        for at in 2..text.len() {
            let mut signs = text.clone().into_bytes();
            signs[at] = if signs[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8_lossy(&signs);
            // The very last sign may carry bits that mean nothing.
            let same = decode(&changed).is_ok_and(|(back, _)| back == linked());
            assert!(decode(&changed).is_err() || same, "sign {at}");
        }
    }

    #[test]
    fn strange_links_say_what_they_are() {
        check("hello", &LinkError::NotALink);
        check("3~abcd", &LinkError::Newer { found: 3 });
        let bomb = compress_to_vec_zlib(&vec![b' '; 5_000_000], 9);
        let bomb = format!("1~{}", URL_SAFE_NO_PAD.encode(bomb));
        check(&bomb, &LinkError::TooLarge);
        let of = |json: &str| {
            let packed = compress_to_vec_zlib(json.as_bytes(), 9);
            format!("1~{}", URL_SAFE_NO_PAD.encode(packed))
        };
        let id = "no-such".to_owned();
        check(
            &of(r#"{"p":"no-such","s":1}"#),
            &LinkError::UnknownPreset { id },
        );
        let (back, found) = decode(&of(r#"{"p":"seed-erg","s":1,"d":{"future":1}}"#))
            .unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(back.preset, "seed-erg");
        let path = "future".to_owned();
        let nearest = None;
        assert_eq!(found, [Problem::Unknown { path, nearest }]);
    }
}
