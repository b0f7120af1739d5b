//! Several scenarios in one link: each as its preset and what differs from it, under its letter.

use super::Scenario;
use super::check::Problem;
use super::json::shortened;
use super::link::{
    LINK_VERSION, LinkError, SEVERAL_VERSION, of_one, packed, read_one, seed, unpack,
};
use super::presets::{self, Preset};
use serde_json::{Map, Value as Json};

/// More than this many scenarios are not on one page.
pub const MOST: usize = 6;

/// One scenario of several.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    /// Its place among the letters, 0 = A.
    pub letter: u8,
    /// The preset from which it departs.
    pub preset: &'static str,
    /// The scenario.
    pub scenario: Scenario,
}

/// What they are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// What the page takes by itself.
    Usual,
    /// A preset, by its id.
    Preset(&'static str),
    /// One of them, by its letter.
    Letter(u8),
}

/// What a link with several carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Several {
    /// The scenarios; the first is the one that is open.
    pub scenarios: Vec<One>,
    /// What they are held against.
    pub against: Against,
    /// The seed under which they were shown.
    pub seed: u64,
}

/// The link's text. One scenario under the usual comparison is written as ever, so that older versions
/// open it.
#[must_use]
pub fn encode(several: &Several) -> String {
    encode_with(several, None)
}

/// The same with what is asked of the scenarios, in a form that is the page's own business. Versions
/// that don't know it open the rest.
#[must_use]
pub fn encode_with(several: &Several, asked: Option<Json>) -> String {
    let (version, mut content) = scenarios(several);
    content.insert("s".to_owned(), Json::from(several.seed));
    if let Some(asked) = asked {
        content.insert("q".to_owned(), asked);
    }
    packed(version, content)
}

fn scenarios(several: &Several) -> (u64, Map<String, Json>) {
    if let [one] = several.scenarios.as_slice()
        && several.against == Against::Usual
    {
        return (LINK_VERSION, of_one(one.preset, &one.scenario));
    }
    let list = several.scenarios.iter().map(|one| {
        let mut content = of_one(one.preset, &one.scenario);
        content.insert("l".to_owned(), Json::from(one.letter));
        Json::Object(content)
    });
    let mut content = Map::new();
    content.insert("v".to_owned(), Json::Array(list.collect()));
    match several.against {
        Against::Usual => {}
        Against::Preset(id) => {
            content.insert("r".to_owned(), Json::from(id));
        }
        Against::Letter(letter) => {
            content.insert("r".to_owned(), Json::from(letter));
        }
    }
    (SEVERAL_VERSION, content)
}

/// Reads a link with one scenario or several. What this version doesn't know or doesn't accept is
/// listed; the rest holds.
///
/// # Errors
/// When nothing of it can be trusted.
pub fn decode(text: &str) -> Result<(Several, Vec<Problem>), LinkError> {
    let (several, found, _) = decode_with(text)?;
    Ok((several, found))
}

/// A link's scenarios, what is wrong with them, and what is asked of them.
pub type Decoded = (Several, Vec<Problem>, Option<Json>);

/// The same with what is asked of them, where the link says that.
///
/// # Errors
/// When nothing of it can be trusted.
pub fn decode_with(text: &str) -> Result<Decoded, LinkError> {
    let (version, mut content) = unpack(text)?;
    let asked = content.remove("q");
    let seed = seed(&content)?;
    if version == LINK_VERSION {
        let (preset, scenario, found) = read_one(&content)?;
        let one = One {
            letter: 0,
            preset: preset.id,
            scenario,
        };
        let several = Several {
            scenarios: vec![one],
            against: Against::Usual,
            seed,
        };
        return Ok((several, found, asked));
    }
    let list = content.get("v").and_then(Json::as_array);
    let list = list.filter(|list| (1..=MOST).contains(&list.len()));
    let mut found = Vec::new();
    let mut scenarios: Vec<One> = Vec::new();
    for json in list.ok_or(LinkError::Damaged)? {
        let content = json.as_object().ok_or(LinkError::Damaged)?;
        let (preset, scenario, problems) = read_one(content)?;
        let letter = content.get("l").and_then(letter_of);
        let letter = letter.ok_or(LinkError::Damaged)?;
        if scenarios.iter().any(|one| one.letter == letter) {
            return Err(LinkError::Damaged);
        }
        found.extend(problems);
        scenarios.push(One {
            letter,
            preset: preset.id,
            scenario,
        });
    }
    let against = match content.get("r") {
        None => Against::Usual,
        Some(Json::String(id)) => Against::Preset(known(id)?.id),
        Some(json) => Against::Letter(letter_of(json).ok_or(LinkError::Damaged)?),
    };
    let several = Several {
        scenarios,
        against,
        seed,
    };
    Ok((several, found, asked))
}

fn known(id: &str) -> Result<&'static Preset, LinkError> {
    presets::find(id).ok_or_else(|| LinkError::UnknownPreset { id: shortened(id) })
}

fn letter_of(json: &Json) -> Option<u8> {
    let letter = u8::try_from(json.as_u64()?).ok()?;
    (usize::from(letter) < MOST).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::field::Value;
    use crate::scenario::link;
    use crate::scenario::presets::PRESETS;

    fn one(letter: u8, target: f64) -> One {
        let path = "appraisal.kpis.call_volume.target_per_day";
        One {
            letter,
            preset: PRESETS[0].id,
            scenario: PRESETS[0]
                .scenario()
                .with(path, Value::Number(target))
                .with("rewards.awards.coverage_share", Value::Number(0.3)),
        }
    }

    fn check(several: &Several) -> String {
        let text = encode(several);
        assert_eq!(decode(&text), Ok((several.clone(), vec![])), "{text}");
        text
    }

    #[test]
    fn one_scenario_is_written_as_it_ever_was_and_old_links_open() {
        let several = Several {
            scenarios: vec![one(0, 66.0)],
            against: Against::Usual,
            seed: 9,
        };
        let text = check(&several);
        assert!(text.starts_with("1~"), "{text}");
        let (linked, _) = link::decode(&text).expect("the older reader");
        assert_eq!(linked.scenario, several.scenarios[0].scenario);
    }

    #[test]
    fn what_is_asked_comes_back_and_older_readers_open_the_rest() {
        let several = Several {
            scenarios: vec![one(0, 66.0)],
            against: Against::Usual,
            seed: 9,
        };
        let asked = serde_json::json!({"c": 0.9});
        let text = encode_with(&several, Some(asked.clone()));
        let back = decode_with(&text).expect("sound");
        assert_eq!(back, (several.clone(), vec![], Some(asked)));
        let (linked, found) = link::decode(&text).expect("the older reader");
        assert_eq!(
            (linked.scenario, found),
            (several.scenarios[0].scenario.clone(), vec![])
        );
    }

    #[test]
    fn six_scenarios_come_back_in_a_short_link() {
        let several = Several {
            scenarios: (0..6).rev().map(|i| one(i, 60.0 + f64::from(i))).collect(),
            against: Against::Letter(0),
            seed: 1,
        };
        let text = check(&several);
        assert!(text.len() < 300, "{} signs", text.len());
    }

    #[test]
    fn a_preset_to_compare_against_comes_back_and_an_unknown_one_is_named() {
        check(&Several {
            scenarios: vec![one(2, 66.0)],
            against: Against::Preset(PRESETS[1].id),
            seed: 1,
        });
        let mut content = Map::new();
        let list = vec![Json::Object({
            let mut one = of_one(PRESETS[0].id, &PRESETS[0].scenario());
            one.insert("l".to_owned(), Json::from(0));
            one
        })];
        content.insert("v".to_owned(), Json::Array(list));
        content.insert("s".to_owned(), Json::from(1));
        content.insert("r".to_owned(), Json::from("gone"));
        let id = "gone".to_owned();
        assert_eq!(
            decode(&packed(SEVERAL_VERSION, content.clone())),
            Err(LinkError::UnknownPreset { id })
        );
        content.insert("r".to_owned(), Json::from(9));
        assert_eq!(
            decode(&packed(SEVERAL_VERSION, content)),
            Err(LinkError::Damaged)
        );
    }
}
