//! A scenario as JSON: every field, or only what differs from another scenario.

use super::field::Value;
use super::{SCHEMA_VERSION, Scenario, catalogue};
use serde_json::{Map, Number, Value as Json};

/// Every field, nested, in the order of the catalogue, the version first.
#[must_use]
pub fn write(scenario: &Scenario) -> Json {
    let values = catalogue().map(|field| (field.path, (field.get)(scenario)));
    nested(values)
}

/// Only the fields in which `scenario` differs from `base`, in the same shape.
#[must_use]
pub fn write_differences(scenario: &Scenario, base: &Scenario) -> Json {
    let differences = scenario.differences(base);
    nested(
        differences
            .into_iter()
            .map(|(field, value)| (field.path, value)),
    )
}

/// Every field as the text of a file.
#[must_use]
pub fn write_text(scenario: &Scenario) -> String {
    format!("{:#}\n", write(scenario))
}

/// One value as JSON.
#[must_use]
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Number(v) => number(*v),
        Value::Whole(v) => Json::from(*v),
        Value::Switch(v) => Json::from(*v),
        Value::Choice(id) => Json::from(*id),
        Value::Series(values) => values.iter().map(|v| number(*v)).collect(),
        Value::Words(text) => Json::from(text.as_ref()),
    }
}

/// Whole amounts are written without a decimal point, as people do; what is not finite as null.
#[must_use]
pub fn number(value: f64) -> Json {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.trunc() == value && value.abs() < EXACT && !(value == 0.0 && value.is_sign_negative())
    {
        #[allow(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        return Json::from(value as i64);
    }
    Number::from_f64(value).map_or(Json::Null, Json::Number)
}

fn nested(values: impl Iterator<Item = (&'static str, Value)>) -> Json {
    let mut root = Map::new();
    root.insert("schema_version".to_owned(), Json::from(SCHEMA_VERSION));
    for (path, value) in values {
        insert(&mut root, path, to_json(&value));
    }
    Json::Object(root)
}

/// Puts `leaf` at the dotted `path`, making the groups on the way.
pub(super) fn insert(map: &mut Map<String, Json>, path: &str, leaf: Json) {
    match path.split_once('.') {
        None => {
            map.insert(path.to_owned(), leaf);
        }
        Some((head, rest)) => {
            let group = map
                .entry(head)
                .or_insert_with(|| Json::Object(Map::new()))
                .as_object_mut();
            if let Some(group) = group {
                insert(group, rest, leaf);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_first_and_the_order_is_the_catalogues() {
        let json = write(&Scenario::standard());
        let keys: Vec<&str> = json
            .as_object()
            .map(|map| map.keys().map(String::as_str).collect())
            .unwrap_or_default();
        assert_eq!(
            keys,
            [
                "schema_version",
                "name",
                "description",
                "calendar",
                "demand",
                "workforce",
                "appraisal",
                "rewards",
                "support",
                "development",
                "behaviour"
            ]
        );
    }

    #[test]
    fn amounts_are_written_as_people_write_them() {
        for (value, expected) in [
            (30.0, "30"),
            (0.25, "0.25"),
            (-2.0, "-2"),
            (f64::NAN, "null"),
        ] {
            assert_eq!(number(value).to_string(), expected);
        }
    }

    #[test]
    fn equal_scenarios_differ_in_nothing() {
        let standard = Scenario::standard();
        assert_eq!(
            write_differences(&standard, &standard).to_string(),
            r#"{"schema_version":1}"#
        );
    }
}
