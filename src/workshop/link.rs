//! A lesson in a link: the ready lesson it comes from and what the trainer changed, in the form of
//! scenario links (zlib with its checksum, base64url), so that a cut or changed link is recognised.

use super::lesson::{Lesson, Round, Task, lever_of};
use super::ready;
use super::ticket::{MOST_RANKED, MOST_ROUNDS, POINTS};
use crate::measure::metric::{METRICS, position};
use crate::scenario::field::Language;
use crate::scenario::json::shortened;
use crate::scenario::link::LinkError;
use crate::scenario::read::read_fields;
use crate::scenario::write::{number, write_differences};
use crate::scenario::{Scenario, check};
use crate::view::words::Said;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde_json::{Map, Value as Json, json};

/// What a lesson's link begins with; scenario links have a number before the `~`.
pub const PREFIX: &str = "w1~";
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
    if lesson.rounds != ready.rounds {
        content.insert("r".to_owned(), lesson.rounds.iter().map(round).collect());
    }
    let packed = compress_to_vec_zlib(Json::Object(content).to_string().as_bytes(), 9);
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(packed))
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
        Some(1) => {}
        Some(found) if found > 1 => return Err(LinkError::Newer { found }),
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
                    .map(round_of)
                    .collect::<Option<_>>()
                    .ok_or(LinkError::Damaged)?;
            }
            _ => return Err(LinkError::Newer { found: 2 }),
        }
    }
    Ok(lesson)
}

fn small(value: &Json) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

/// A text that is the same in both languages once, another twice.
fn said(said: &Said) -> Json {
    if said.zh == said.en {
        Json::from(said.zh.as_str())
    } else {
        json!([said.zh, said.en])
    }
}

fn text(value: &Json) -> Option<Said> {
    let short = |value: &Json| {
        let text = value.as_str()?;
        (text.chars().count() <= LONGEST_TEXT).then(|| text.to_owned())
    };
    match value.as_array() {
        Some(both) => Some(Said {
            zh: short(both.first()?)?,
            en: short(both.get(1)?)?,
        }),
        None => short(value).map(|text| Said {
            zh: text.clone(),
            en: text,
        }),
    }
}

fn round(round: &Round) -> Json {
    if ready::round(&round.id).is_some_and(|ready| ready == *round) {
        return Json::from(round.id.as_str());
    }
    let mut content = Map::new();
    let mut put = |key: &str, value: Json| content.insert(key.to_owned(), value);
    put("t", said(&round.title));
    put("s", said(&round.story));
    put("q", said(&round.discuss));
    put("m", Json::from(round.task.about().id));
    let differences = |plan: &Scenario| {
        let mut json = write_differences(plan, &Scenario::standard());
        if let Some(map) = json.as_object_mut() {
            map.remove("schema_version");
        }
        json
    };
    match &round.task {
        Task::Band { plan, .. } => {
            put("p", differences(plan));
        }
        Task::Curve {
            plan, lever, at, ..
        } => {
            put("p", differences(plan));
            put("l", Json::from(*lever));
            put("x", at.iter().map(|v| number(*v)).collect());
        }
        Task::Ranking { plans, twist, .. } => {
            put(
                "r",
                plans
                    .iter()
                    .map(|(name, plan)| json!([said(name), differences(plan)]))
                    .collect(),
            );
            put("w", Json::from(*twist));
        }
        Task::League {
            plan,
            levers,
            hours,
            ..
        } => {
            put("p", differences(plan));
            put("v", levers.iter().copied().map(Json::from).collect());
            put("h", number(*hours));
        }
    }
    Json::Object(content)
}

fn round_of(json: &Json) -> Option<Round> {
    if let Some(id) = json.as_str() {
        return ready::round(id);
    }
    let said = |key: &str| json.get(key).and_then(text);
    let metric = position(json.get("m")?.as_str()?).filter(|m| *m < METRICS.len())?;
    let plan = || json.get("p").and_then(scenario).map(Box::new);
    let task = if let Some(plans) = json.get("r") {
        let plans = plans.as_array()?;
        let plans: Option<Vec<(Said, Scenario)>> = plans
            .iter()
            .map(|one| Some((text(one.get(0)?)?, scenario(one.get(1)?)?)))
            .collect();
        let plans = plans.filter(|plans| (2..=MOST_RANKED).contains(&plans.len()))?;
        Task::Ranking {
            plans,
            metric,
            twist: json.get("w")?.as_bool()?,
        }
    } else if let Some(lever) = json.get("l") {
        let lever = lever_of(lever.as_str()?)?.path;
        let at: Option<Vec<f64>> = json
            .get("x")?
            .as_array()?
            .iter()
            .map(Json::as_f64)
            .collect();
        let at: [f64; POINTS] = at?.try_into().ok()?;
        let plan = plan()?;
        let sound = |v: &f64| check::problems(&super::lesson::moved(&plan, lever, *v)).is_empty();
        if !at.iter().all(sound) {
            return None;
        }
        Task::Curve {
            plan,
            lever,
            at,
            metric,
        }
    } else if let Some(levers) = json.get("v") {
        let levers: Option<Vec<&'static str>> = levers
            .as_array()?
            .iter()
            .map(|path| super::league::lever(path.as_str()?).map(|l| l.path))
            .collect();
        let levers = levers.filter(|levers| (1..=POINTS).contains(&levers.len()))?;
        Task::League {
            plan: plan()?,
            levers,
            hours: json.get("h")?.as_f64()?,
            metric,
        }
    } else {
        Task::Band {
            plan: plan()?,
            metric,
        }
    };
    Some(Round {
        id: String::new(),
        title: said("t")?,
        story: said("s")?,
        discuss: said("q")?,
        task,
    })
}

/// A sound scenario from its differences; None where anything is unknown or impossible.
fn scenario(json: &Json) -> Option<Scenario> {
    let (scenario, found) = read_fields(&json.to_string(), &Scenario::standard());
    (found.is_empty() && check::problems(&scenario).is_empty()).then_some(scenario)
}

#[cfg(test)]
mod tests;
