//! A lesson's rounds in its link: a ready one by its id, another with all that it asks and says.

use super::LONGEST_TEXT;
use crate::measure::metric::{METRICS, position};
use crate::scenario::presets::{self, PRESETS};
use crate::scenario::read::read_fields;
use crate::scenario::write::{number, write_differences};
use crate::scenario::{Scenario, check};
use crate::view::words::Said;
use crate::workshop::lesson::{Round, Task, lever_of};
use crate::workshop::own::titled;
use crate::workshop::ready;
use crate::workshop::scheme::{base, called, nearest};
use crate::workshop::ticket::{MOST_RANKED, POINTS};
use serde_json::{Map, Value as Json, json};

/// A text that is the same in both languages once, another twice.
pub(super) fn said(said: &Said) -> Json {
    if said.zh == said.en {
        Json::from(said.zh.as_str())
    } else {
        json!([said.zh, said.en])
    }
}

pub(super) fn text(value: &Json) -> Option<Said> {
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

/// Which version a lesson needs, as its rounds are written.
#[derive(Default)]
pub(super) struct Version {
    /// True where the first can't hold it.
    pub(super) is_second: bool,
}

impl Version {
    /// A round; a ready one is its id.
    pub(super) fn round(&mut self, round: &Round) -> Json {
        if ready::round(&round.id).is_some_and(|ready| ready == *round) {
            return Json::from(round.id.as_str());
        }
        let mut content = Map::new();
        let mut put = |key: &str, value: Json| content.insert(key.to_owned(), value);
        if round.title == titled(&round.task) {
            self.is_second = true;
        } else {
            put("t", said(&round.title));
        }
        put("s", said(&round.story));
        put("q", said(&round.discuss));
        if round.hint != Said::default() {
            self.is_second = true;
            put("i", said(&round.hint));
        }
        if let Some(sum) = round.reveal {
            self.is_second = true;
            put("k", Json::from(sum));
        }
        put("m", Json::from(round.task.about().id));
        match &round.task {
            Task::Band { plan, .. } => {
                put("p", self.plan(plan));
            }
            Task::Curve {
                plan, lever, at, ..
            } => {
                put("p", self.plan(plan));
                put("l", Json::from(*lever));
                put("x", at.iter().map(|v| number(*v)).collect());
            }
            Task::Ranking { plans, twist, .. } => {
                let plans = plans.iter().map(|(name, plan)| {
                    let is_own = *name != called(plan);
                    let json = self.plan(plan);
                    if is_own {
                        json!([said(name), json])
                    } else {
                        self.is_second = true;
                        json!([json])
                    }
                });
                put("r", plans.collect());
                put("w", Json::from(*twist));
            }
            Task::League {
                plan,
                levers,
                hours,
                ..
            } => {
                put("p", self.plan(plan));
                put("v", levers.iter().copied().map(Json::from).collect());
                put("h", number(*hours));
            }
        }
        Json::Object(content)
    }

    /// What differs from the standard scenario, or the id of another and what differs from that.
    fn plan(&mut self, plan: &Scenario) -> Json {
        let (preset, _) = nearest(plan);
        let mut json = write_differences(plan, &base(preset));
        if let Some(map) = json.as_object_mut() {
            map.remove("schema_version");
        }
        if preset.id == PRESETS[0].id {
            return json;
        }
        self.is_second = true;
        json!([preset.id, json])
    }
}

/// A round, if all of it is sound.
pub(super) fn read(json: &Json) -> Option<Round> {
    if let Some(id) = json.as_str() {
        return ready::round(id);
    }
    let said = |key: &str| json.get(key).and_then(text);
    let metric = position(json.get("m")?.as_str()?).filter(|m| *m < METRICS.len())?;
    let plan = || json.get("p").and_then(scenario).map(Box::new);
    let task = if let Some(plans) = json.get("r") {
        let plans = plans.as_array()?;
        let plans: Option<Vec<(Said, Scenario)>> = plans.iter().map(named).collect();
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
        let sound = |v: &f64| check::is_sound(&crate::workshop::lesson::moved(&plan, lever, *v));
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
            .map(|path| crate::workshop::league::lever(path.as_str()?).map(|l| l.path))
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
    let optional = |key: &str, otherwise: &dyn Fn() -> Said| {
        json.get(key).map_or_else(|| Some(otherwise()), text)
    };
    Some(Round {
        id: String::new(),
        title: optional("t", &|| titled(&task))?,
        story: said("s")?,
        hint: optional("i", &Said::default)?,
        discuss: said("q")?,
        reveal: match json.get("k") {
            Some(sum) => Some(u32::try_from(sum.as_u64()?).ok()?),
            None => None,
        },
        task,
    })
}

/// A plan of a ranking, with its name or called by what it changes.
fn named(json: &Json) -> Option<(Said, Scenario)> {
    match json.as_array()?.as_slice() {
        [plan] => {
            let plan = scenario(plan)?;
            Some((called(&plan), plan))
        }
        [name, plan] => Some((text(name)?, scenario(plan)?)),
        _ => None,
    }
}

/// A sound scenario from its differences; None where anything is unknown or impossible.
fn scenario(json: &Json) -> Option<Scenario> {
    let (start, differences) = match json.as_array() {
        Some(both) => (base(presets::find(both.first()?.as_str()?)?), both.get(1)?),
        None => (Scenario::standard(), json),
    };
    let (scenario, found) = read_fields(&differences.to_string(), &start);
    (found.is_empty() && check::is_sound(&scenario)).then_some(scenario)
}
