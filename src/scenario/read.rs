//! From text to a scenario: JSON files and `PATH=VALUE`, with every problem and not only the first.

use super::check::{Problem, problems, value_problem};
use super::field::{Field, Kind, Value};
use super::json::{NOT_FINITE, parse, shortened};
use super::{SCHEMA_VERSION, Scenario, find, nearest, worlds};
use serde_json::{Map, Value as Json};
use std::borrow::Cow;

/// Reads a scenario that may name only what differs from `base`, and says everything that is wrong
/// with it. What could be read stands in the scenario, even where it is out of range.
#[must_use]
pub fn read(text: &str, base: &Scenario) -> (Scenario, Vec<Problem>) {
    let (scenario, mut found) = read_fields(text, base);
    add_checks(&scenario, &mut found);
    (scenario, found)
}

/// Like [`read`], without the checks that join fields: for when overrides are still to come.
#[must_use]
pub fn read_fields(text: &str, base: &Scenario) -> (Scenario, Vec<Problem>) {
    let mut scenario = base.clone();
    let mut found = Vec::new();
    match parse(text) {
        Err(problem) => found.push(problem),
        Ok(map) => merge(&mut scenario, &map, &mut found),
    }
    (scenario, found)
}

/// Adds what [`problems`] finds and is not known yet.
pub fn add_checks(scenario: &Scenario, found: &mut Vec<Problem>) {
    for problem in problems(scenario) {
        if !found.contains(&problem) {
            found.push(problem);
        }
    }
}

/// Sets one field from `PATH=VALUE`. On a problem the scenario stays as it was.
///
/// # Errors
/// The first thing that is wrong with the assignment.
pub fn assign(scenario: &mut Scenario, assignment: &str) -> Result<(), Problem> {
    let parts = assignment.split_once('=');
    let Some((path, text)) = parts.filter(|(path, _)| !path.trim().is_empty()) else {
        return Err(Problem::NotAnAssignment {
            text: shortened(assignment),
        });
    };
    let (path, text) = (path.trim(), text.trim());
    let Some(field) = find(path) else {
        return Err(if nearest::is_group(path) {
            Problem::NotAField {
                path: path.to_owned(),
            }
        } else {
            unknown(path)
        });
    };
    let value = value_of(field, &typed_json(field.kind, text))?;
    if let Some(problem) = value_problem(field.path, field.kind, &value) {
        return Err(problem);
    }
    worlds::fix(scenario, field, &value);
    Ok(())
}

/// The text of an assignment as the JSON that a file would hold.
fn typed_json(kind: Kind, text: &str) -> Json {
    let plain = || Json::from(text);
    match kind {
        Kind::Words { .. } | Kind::Choice(_) => plain(),
        Kind::Switch => match text {
            "true" => Json::from(true),
            "false" => Json::from(false),
            _ => plain(),
        },
        Kind::Number { .. } | Kind::Whole { .. } => number_json(text),
        Kind::Series { .. } => {
            let inside = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
            let items = inside.unwrap_or(text).split(',');
            items.map(|item| number_json(item.trim())).collect()
        }
    }
}

/// A number; the mark where it is none that is finite; the text itself where it is no number.
fn number_json(text: &str) -> Json {
    match text.parse::<f64>() {
        Ok(v) if v.is_finite() => super::write::number(v),
        Ok(_) => Json::from(NOT_FINITE),
        Err(_) => Json::from(text),
    }
}

/// Walks an object and sets what it names; `schema_version` is looked at first.
pub(super) fn merge(scenario: &mut Scenario, map: &Map<String, Json>, found: &mut Vec<Problem>) {
    if let Some(version) = map.get("schema_version") {
        match version.as_u64() {
            // Version 1 is the first; upgrades of older ones will be called from here.
            Some(v) if v == u64::from(SCHEMA_VERSION) => {}
            Some(v) if v > u64::from(SCHEMA_VERSION) => {
                found.push(Problem::NewerSchema { found: v });
            }
            Some(_) | None => found.push(Problem::NotAVersion {
                found: shortened(&version.to_string()),
            }),
        }
    }
    walk(scenario, "", map, found);
}

/// With so many problems a text is no scenario: what follows is neither read nor said.
pub const MOST_PROBLEMS: usize = 100;

fn walk(scenario: &mut Scenario, above: &str, map: &Map<String, Json>, found: &mut Vec<Problem>) {
    for (key, json) in map {
        if found.len() >= MOST_PROBLEMS {
            return;
        }
        let path = match above {
            "" if key == "schema_version" => continue,
            "" => key.clone(),
            _ => format!("{above}.{key}"),
        };
        if let Some(field) = find(&path) {
            match value_of(field, json) {
                Ok(value) => {
                    (field.set)(scenario, &value);
                }
                Err(problem) => found.push(problem),
            }
        } else if nearest::is_group(&path) {
            match json {
                Json::Object(inner) => walk(scenario, &path, inner, found),
                _ => found.push(Problem::NotAnObject { path }),
            }
        } else {
            found.push(unknown(&path));
        }
    }
}

fn unknown(path: &str) -> Problem {
    Problem::Unknown {
        path: shortened(path),
        nearest: nearest::path(path),
    }
}

/// The value that `json` gives to `field`; out of range is still a value.
fn value_of(field: &Field, json: &Json) -> Result<Value, Problem> {
    let path = field.path;
    let wrong_kind = || Problem::WrongKind {
        path,
        found: shortened(&json.to_string()),
    };
    if json == NOT_FINITE {
        return Err(Problem::NotFinite { path });
    }
    match field.kind {
        Kind::Number { .. } => json.as_f64().map(Value::Number).ok_or_else(wrong_kind),
        Kind::Whole { min, max } => {
            let v = json.as_f64().filter(|v| v.trunc() == *v);
            let v = v.ok_or_else(wrong_kind)?;
            if (0.0..=f64::from(u32::MAX)).contains(&v) {
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "whole and inside u32"
                )]
                return Ok(Value::Whole(v as u32));
            }
            Err(Problem::OutOfRange {
                path,
                value: v,
                min: f64::from(min),
                max: f64::from(max),
            })
        }
        Kind::Switch => json.as_bool().map(Value::Switch).ok_or_else(wrong_kind),
        Kind::Choice(options) => {
            let typed = json.as_str().ok_or_else(wrong_kind)?;
            let ids = options.iter().map(|option| option.id);
            match ids.clone().find(|id| *id == typed) {
                Some(id) => Ok(Value::Choice(id)),
                None => Err(Problem::NotAChoice {
                    path,
                    found: shortened(typed),
                    nearest: nearest::option(typed, ids),
                }),
            }
        }
        Kind::Series { len } => {
            let items = json.as_array().ok_or_else(wrong_kind)?;
            if items.len() != len {
                return Err(Problem::WrongLength {
                    path,
                    found: items.len(),
                    expected: len,
                });
            }
            let mut values = Vec::with_capacity(len);
            for item in items {
                match item.as_f64() {
                    Some(v) => values.push(v),
                    None if item == NOT_FINITE => return Err(Problem::NotFinite { path }),
                    None => {
                        return Err(Problem::WrongKind {
                            path,
                            found: shortened(&item.to_string()),
                        });
                    }
                }
            }
            Ok(Value::Series(Cow::Owned(values)))
        }
        Kind::Words { .. } => match json.as_str() {
            Some(text) => Ok(Value::Words(Cow::Owned(text.to_owned()))),
            None => Err(wrong_kind()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::json::LONGEST_TEXT;
    use crate::scenario::presets::PRESETS;
    use crate::scenario::write;

    fn check(text: &str, expected: &[Problem]) {
        let (_, found) = read(text, &Scenario::standard());
        assert_eq!(found, expected, "{text}");
    }

    #[allow(clippy::needless_pass_by_value, reason = "reads better in the cases")]
    fn check_assign(assignment: &str, expected: Problem) {
        let mut scenario = Scenario::standard();
        assert_eq!(
            assign(&mut scenario, assignment),
            Err(expected),
            "{assignment}"
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        for preset in PRESETS {
            let scenario = preset.scenario();
            let whole = write::write_text(&scenario);
            let (back, found) = read(&whole, &Scenario::default());
            assert_eq!((back, found), (scenario.clone(), vec![]), "{}", preset.id);
            let part = write::write_differences(&scenario, &Scenario::standard()).to_string();
            let (back, found) = read(&part, &Scenario::standard());
            assert_eq!((back, found), (scenario, vec![]), "{}", preset.id);
        }
    }

    #[test]
    fn every_problem_is_found_at_once() {
        check(
            r#"{"workforce": {"headcount": -3, "headcuont": 5, "shift_hours": NaN},
                "rewards": {"awards": {"strategy": "lotery", "coverage_share": 1.5}},
                "support": {"leave": 3}, "behaviour": {"enabled": "yes"}}"#,
            &[
                Problem::OutOfRange {
                    path: "workforce.headcount",
                    value: -3.0,
                    min: 1.0,
                    max: 5000.0,
                },
                Problem::Unknown {
                    path: "workforce.headcuont".to_owned(),
                    nearest: Some("workforce.headcount"),
                },
                Problem::NotFinite {
                    path: "workforce.shift_hours",
                },
                Problem::NotAChoice {
                    path: "rewards.awards.strategy",
                    found: "lotery".to_owned(),
                    nearest: Some("lottery"),
                },
                Problem::NotAnObject {
                    path: "support.leave".to_owned(),
                },
                Problem::WrongKind {
                    path: "behaviour.enabled",
                    found: "\"yes\"".to_owned(),
                },
                Problem::OutOfRange {
                    path: "rewards.awards.coverage_share",
                    value: 1.5,
                    min: 0.0,
                    max: 1.0,
                },
            ],
        );
    }

    #[test]
    fn texts_that_are_no_scenario_say_why() {
        check("", &[Problem::Empty]);
        check(" \n", &[Problem::Empty]);
        let path = String::new();
        check("[1]", &[Problem::NotAnObject { path }]);
        check(
            "{\n \"name\": }",
            &[Problem::Unreadable {
                line: 2,
                column: 10,
            }],
        );
        check(
            r#"{"schema_version": 2}"#,
            &[Problem::NewerSchema { found: 2 }],
        );
        let found = "\"x\"".to_owned();
        check(
            r#"{"schema_version": "x"}"#,
            &[Problem::NotAVersion { found }],
        );
        check(r#"{"schema_version": 1, "name": "NaN \"NaN"}"#, &[]);
        let bytes = LONGEST_TEXT + 1;
        check(
            &" ".repeat(bytes),
            &[Problem::TooLarge {
                bytes,
                limit: LONGEST_TEXT,
            }],
        );
        check(
            &"[".repeat(900_000),
            &[Problem::Unreadable {
                line: 1,
                column: 128,
            }],
        );
    }

    #[test]
    fn numbers_that_are_not_finite_are_named_by_their_field() {
        let path = "demand.calls_per_day";
        for number in ["NaN", "-Infinity", "Infinity", "1e999", "-1e999"] {
            let text = format!(r#"{{"demand": {{"calls_per_day": {number}}}}}"#);
            check(&text, &[Problem::NotFinite { path }]);
        }
    }

    #[test]
    fn assignments_take_every_kind() {
        let mut scenario = Scenario::standard();
        let ones = ["1"; 48].join(",");
        for assignment in [
            "workforce.headcount=60".to_owned(),
            "behaviour.enabled = false".to_owned(),
            "rewards.awards.strategy=lottery".to_owned(),
            "name=a=b".to_owned(),
            format!("demand.profile.saturday={ones}"),
            format!("demand.profile.sunday=[{ones}]"),
        ] {
            assert_eq!(assign(&mut scenario, &assignment), Ok(()), "{assignment}");
        }
        assert_eq!(scenario.workforce.headcount, 60);
        assert!(!scenario.behaviour.enabled);
        assert_eq!(scenario.name, "a=b");
        assert_eq!(scenario.demand.profile.saturday, vec![1.0; 48]);
        assert_eq!(scenario.demand.profile.sunday, vec![1.0; 48]);
    }

    #[test]
    fn wrong_assignments_say_why() {
        let text = "workforce.headcount".to_owned();
        check_assign(&text.clone(), Problem::NotAnAssignment { text });
        let path = "demand.calls_per_day";
        check_assign("demand.calls_per_day=inf", Problem::NotFinite { path });
        let path = "workforce".to_owned();
        check_assign("workforce=3", Problem::NotAField { path });
        check_assign(
            "workforce.headcont=3",
            Problem::Unknown {
                path: "workforce.headcont".to_owned(),
                nearest: Some("workforce.headcount"),
            },
        );
        check_assign(
            "workforce.headcount=2.5",
            Problem::WrongKind {
                path: "workforce.headcount",
                found: "2.5".to_owned(),
            },
        );
        let (path, found) = ("demand.profile.saturday", "\"x\"".to_owned());
        let items = ["x"; 48].join(",");
        let expected = Problem::WrongKind { path, found };
        check_assign(&format!("{path}=[{items}]"), expected);
    }
}
