//! JSON as it is read, with a note of every name that an object has twice: a reader that keeps the last
//! would drop what stood under the first without a word.

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};
use std::fmt;

/// Reads a value that stands at `path` and adds to `repeated` the paths that come again.
pub struct Unique<'a> {
    /// Where the value stands; empty for the whole text.
    pub path: String,
    /// Paths that an object has more than once.
    pub repeated: &'a mut Vec<String>,
}

impl Unique<'_> {
    fn below(&mut self, name: &str) -> Unique<'_> {
        let path = match self.path.as_str() {
            "" => name.to_owned(),
            above => format!("{above}.{name}"),
        };
        Unique {
            path,
            repeated: self.repeated,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        let number = Number::from_f64(value);
        number
            .map(Json::Number)
            .ok_or_else(|| E::custom("no number"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        loop {
            let item = Unique {
                path: self.path.clone(),
                repeated: self.repeated,
            };
            match items.next_element_seed(item)? {
                Some(item) => all.push(item),
                None => return Ok(Json::Array(all)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<Json, A::Error> {
        let mut all = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let here = self.below(&name);
            let path = here.path.clone();
            let value = fields.next_value_seed(here)?;
            if all.insert(name, value).is_some() {
                self.repeated.push(path);
            }
        }
        Ok(Json::Object(all))
    }
}
