//! What somebody chose: the scenario, and the catalogue of every parameter in it.

pub mod after_call;
pub mod appraisal;
pub mod behaviour;
pub mod calendar;
mod centres;
pub mod check;
pub mod checked;
pub mod days;
pub mod demand;
pub mod development;
pub mod field;
pub mod import;
pub mod json;
pub mod link;
pub mod links;
pub mod nearest;
pub mod pace;
pub mod parameters;
pub mod plan;
pub mod presets;
pub mod read;
pub mod rewards;
pub mod roster;
pub mod schema;
pub mod source;
pub mod support;
pub mod travel;
pub mod workforce;
pub mod worlds;
pub mod write;

use field::{Field, Kind, Source, Value, field};
use std::borrow::Cow;

/// Version of the scenario's form; older ones are upgraded when read.
pub const SCHEMA_VERSION: u32 = 1;

/// What somebody chose. Any values can stand here; [`plan::Plan`] is what can be run.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Scenario {
    pub name: String,
    pub description: String,
    pub calendar: calendar::Calendar,
    pub demand: demand::Demand,
    pub workforce: workforce::Workforce,
    pub appraisal: appraisal::Appraisal,
    pub rewards: rewards::Rewards,
    pub support: support::Support,
    pub development: development::Development,
    pub behaviour: behaviour::Behaviour,
}

#[rustfmt::skip]
const TITLES: &[Field] = &[
    field!(
        name, None, Kind::Words { max: 200 }, Value::Words(Cow::Borrowed("")), Source::Example,
        "名称", "Name", "情景的名称。", "What the scenario is called."
    ),
    field!(
        description, None, Kind::Words { max: 4000 }, Value::Words(Cow::Borrowed("")), Source::Example,
        "说明", "Description", "情景说了什么、从哪里来。", "What the scenario is and where it comes from."
    ),
];

/// Every entry of the catalogue, in the order of the page.
pub fn catalogue() -> impl Iterator<Item = &'static Field> {
    TITLES
        .iter()
        .chain(calendar::FIELDS)
        .chain(demand::FIELDS)
        .chain(demand::TYPES.iter().flatten())
        .chain(workforce::FIELDS)
        .chain(appraisal::FIELDS)
        .chain(rewards::FIELDS)
        .chain(support::FIELDS)
        .chain(development::FIELDS)
        .chain(behaviour::FIELDS)
        .chain(parameters::TABLES.iter().copied().flatten())
        .chain(worlds::FIELDS)
}

/// The entry at `path`.
#[must_use]
pub fn find(path: &str) -> Option<&'static Field> {
    catalogue().find(|field| field.path == path)
}

impl Scenario {
    /// The scenario in which every field has its default: the seed's centre as it is.
    #[must_use]
    pub fn standard() -> Self {
        let mut scenario = Self::default();
        for field in catalogue() {
            let taken = (field.set)(&mut scenario, &field.default);
            debug_assert!(taken, "{}: the default is of another kind", field.path);
        }
        scenario
    }

    /// The scenario without what it is called: two that are alike then do the same.
    #[must_use]
    pub fn untitled(&self) -> Self {
        let mut plain = self.clone();
        plain.name.clear();
        plain.description.clear();
        plain
    }

    /// The fields in which `self` differs from `base`, with their values.
    #[must_use]
    pub fn differences(&self, base: &Self) -> Vec<(&'static Field, Value)> {
        catalogue()
            .filter_map(|field| {
                let value = (field.get)(self);
                (value != (field.get)(base)).then_some((field, value))
            })
            .collect()
    }

    /// Sets the field at `path`, which must exist and be of the value's kind.
    ///
    /// # Panics
    /// When it is not: for our own literals only. What users type goes through [`check`].
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "literals are handed over")]
    pub fn with(mut self, path: &str, value: Value) -> Self {
        let field = find(path).unwrap_or_else(|| panic!("no field {path}"));
        assert!((field.set)(&mut self, &value), "{path}: wrong kind");
        self
    }
}

#[cfg(test)]
mod tests {
    use super::field::Unit;
    use super::*;
    use std::collections::BTreeSet;

    fn leaves(prefix: &str, value: &serde_json::Value, out: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, inner) in map {
                    let path = if prefix.is_empty() {
                        key.clone()
                    } else {
                        format!("{prefix}.{key}")
                    };
                    leaves(&path, inner, out);
                }
            }
            _ => {
                out.insert(prefix.to_owned());
            }
        }
    }

    #[test]
    fn every_leaf_of_the_scenario_has_one_entry_and_no_entry_is_left_over() {
        let json = serde_json::to_value(Scenario::standard()).expect("plain data");
        let mut expected = BTreeSet::new();
        leaves("", &json, &mut expected);
        let paths: Vec<String> = catalogue().map(|f| f.path.to_owned()).collect();
        let unique: BTreeSet<String> = paths.iter().cloned().collect();
        assert_eq!(unique.len(), paths.len(), "a path stands twice");
        assert_eq!(unique, expected);
    }

    #[test]
    fn every_entry_reads_back_what_it_writes_and_speaks_both_languages() {
        for field in catalogue() {
            let mut scenario = Scenario::default();
            assert!((field.set)(&mut scenario, &field.default), "{}", field.path);
            assert_eq!((field.get)(&scenario), field.default, "{}", field.path);
            for text in [field.label, field.meaning] {
                assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", field.path);
                assert!(!text.zh.is_ascii(), "{} is not Chinese", field.path);
            }
        }
    }

    #[test]
    fn defaults_and_plausible_ranges_lie_inside_the_bounds() {
        for field in catalogue() {
            if let (Kind::Number { min, max, step }, Value::Number(v)) =
                (field.kind, &field.default)
            {
                assert!(min <= *v && *v <= max && step > 0.0, "{}", field.path);
                if let Some((low, high)) = field.source.range()
                    && field.unit == Unit::Strength
                {
                    assert!(min <= low && high <= max && low < high, "{}", field.path);
                    assert!(low <= *v && *v <= high, "{}: default outside", field.path);
                }
            }
            if let (Kind::Whole { min, max }, Value::Whole(v)) = (field.kind, &field.default) {
                assert!(min <= *v && *v <= max, "{}", field.path);
            }
        }
    }

    #[test]
    fn every_assumption_has_a_range() {
        for field in catalogue().filter(|f| f.is_assumption() && f.unit == Unit::Strength) {
            assert!(field.source.range().is_some(), "{}", field.path);
        }
    }
}
