//! JSON Schema of a scenario, walked out of the catalogue: every field with unit, range and source.

use super::field::{Citation, Field, Grade, Kind, Language, Source, Text, UNSUPPORTED, Unit};
use super::write::{number, to_json};
use super::{SCHEMA_VERSION, catalogue};
use serde_json::{Map, Value as Json, json};

/// The schema (draft 2020-12). Texts are English; `x-zh` holds them in Chinese.
#[must_use]
pub fn schema() -> Json {
    let mut properties = Map::new();
    properties.insert(
        "schema_version".to_owned(),
        json!({
            "title": "Version of the form",
            "x-zh": { "title": "格式版本" },
            "type": "integer",
            "minimum": 1,
            "maximum": SCHEMA_VERSION,
            "default": SCHEMA_VERSION,
        }),
    );
    for field in catalogue() {
        place(&mut properties, field.path, entry(field));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fairfloor scenario",
        "description": "A file may name only what differs from the defaults.",
        "x-zh": { "title": "客服激励沙盘的情景", "description": "文件可以只写与默认值不同的字段。" },
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

/// A unit's id in results and schemas.
#[must_use]
pub fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "",
        Unit::Share => "share",
        Unit::SharePerYear => "share/year",
        Unit::Weight => "weight",
        Unit::Strength => "strength",
        Unit::Calls => "calls",
        Unit::CallsPerAgentDay => "calls/agent/day",
        Unit::Seconds => "s",
        Unit::Minutes => "min",
        Unit::Hours => "h",
        Unit::HourOfDay => "hour of day",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::People => "people",
        Unit::PerMonth => "per month",
        Unit::Points => "0-100",
        Unit::Yuan => "CNY",
        Unit::Ratio => "ratio",
        // With a hyphen in front a spreadsheet takes it for a formula.
        Unit::Correlation => "−1–1",
        Unit::Index => "0-1",
    }
}

fn entry(field: &Field) -> Json {
    let mut entry = Map::new();
    entry.insert("title".to_owned(), Json::from(field.label.en));
    entry.insert("description".to_owned(), Json::from(field.meaning.en));
    entry.insert(
        "x-zh".to_owned(),
        json!({ "title": field.label.zh, "description": field.meaning.zh }),
    );
    let kind = match field.kind {
        Kind::Number { min, max, .. } => {
            json!({ "type": "number", "minimum": number(min), "maximum": number(max) })
        }
        Kind::Whole { min, max } => {
            json!({ "type": "integer", "minimum": min, "maximum": max })
        }
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Choice(options) => {
            let ids: Vec<&str> = options.iter().map(|option| option.id).collect();
            let labels: Map<String, Json> = options
                .iter()
                .map(|option| (option.id.to_owned(), words(option.label)))
                .collect();
            json!({ "type": "string", "enum": ids, "x-labels": labels })
        }
        Kind::Series { len } => json!({
            "type": "array",
            "items": { "type": "number", "minimum": 0 },
            "minItems": len,
            "maxItems": len,
        }),
        Kind::Words { max } => json!({ "type": "string", "maxLength": max }),
    };
    if let Json::Object(kind) = kind {
        entry.extend(kind);
    }
    if field.unit != Unit::None {
        entry.insert("x-unit".to_owned(), Json::from(unit_id(field.unit)));
    }
    entry.insert("default".to_owned(), to_json(&field.default));
    entry.insert("x-source".to_owned(), source(&field.source));
    Json::Object(entry)
}

fn source(source: &Source) -> Json {
    match *source {
        Source::Seed => json!({ "kind": "seed paper" }),
        Source::Example => json!({ "kind": "example" }),
        Source::Convention => json!({ "kind": "convention" }),
        Source::BankLog => json!({ "kind": "bank log, August 1999 (Brown et al. 2005)" }),
        Source::Study {
            cite,
            grade,
            low,
            high,
        } => json!({
            "kind": "study",
            "cite": cite.get(Language::En),
            "grade": match grade { Grade::A => "A", Grade::B => "B", Grade::C => "C" },
            "plausible": [number(low), number(high)],
        }),
        Source::Assumption { low, high, why } => json!({
            "kind": "assumption",
            "why": leans(why),
            "plausible": [number(low), number(high)],
        }),
    }
}

fn leans(why: Option<Citation>) -> Json {
    why.map_or_else(
        || words(UNSUPPORTED),
        |cite| json!({ "zh": cite.get(Language::Zh), "en": cite.get(Language::En) }),
    )
}

fn words(text: Text) -> Json {
    json!({ "zh": text.zh, "en": text.en })
}

/// Puts an entry among the properties of its group, making the groups on the way.
fn place(properties: &mut Map<String, Json>, path: &str, entry: Json) {
    let Some((head, rest)) = path.split_once('.') else {
        properties.insert(path.to_owned(), entry);
        return;
    };
    let group = properties.entry(head).or_insert_with(
        || json!({ "type": "object", "additionalProperties": false, "properties": {} }),
    );
    if let Some(inner) = group.get_mut("properties").and_then(Json::as_object_mut) {
        place(inner, rest, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<'a>(schema: &'a Json, path: &str) -> &'a Json {
        path.split('.')
            .fold(schema, |json, key| &json["properties"][key])
    }

    #[test]
    fn every_field_has_its_entry() {
        let schema = schema();
        for field in catalogue() {
            let entry = at(&schema, field.path);
            assert_eq!(entry["title"], field.label.en, "{}", field.path);
            assert_eq!(entry["default"], to_json(&field.default), "{}", field.path);
            assert!(entry["x-source"]["kind"].is_string(), "{}", field.path);
            assert!(entry["x-zh"]["description"].is_string(), "{}", field.path);
            let has_unit = entry["x-unit"].is_string();
            assert_eq!(has_unit, field.unit != Unit::None, "{}", field.path);
        }
    }

    #[test]
    fn groups_admit_no_unknown_names() {
        let schema = schema();
        for path in ["workforce", "workforce.hiring", "behaviour.parameters"] {
            assert_eq!(at(&schema, path)["additionalProperties"], false, "{path}");
        }
        let headcount = at(&schema, "workforce.headcount");
        assert_eq!(headcount["minimum"], 1);
        assert_eq!(headcount["x-unit"], "people");
    }
}
