//! What one entry of the catalogue says, and the two macros that write entries.

use super::Scenario;
pub use super::source::{Citation, Grade, Source, UNSUPPORTED};
use std::borrow::Cow;

/// A text in both languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// 简体中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

/// The languages of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Text {
    /// The text in `language`.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

/// The value of a field, whatever its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An amount.
    Number(f64),
    /// A count.
    Whole(u32),
    /// On or off.
    Switch(bool),
    /// One of a closed list, by its id.
    Choice(&'static str),
    /// A fixed number of amounts.
    Series(Cow<'static, [f64]>),
    /// Free text.
    Words(Cow<'static, str>),
}

/// What values a field may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// An amount between `min` and `max`; `step` is the slider's step.
    Number {
        /// Smallest allowed value.
        min: f64,
        /// Largest allowed value.
        max: f64,
        /// Step of the control.
        step: f64,
    },
    /// A count between `min` and `max`.
    Whole {
        /// Smallest allowed value.
        min: u32,
        /// Largest allowed value.
        max: u32,
    },
    /// On or off.
    Switch,
    /// One of these.
    Choice(&'static [Choice]),
    /// `len` amounts, none negative.
    Series {
        /// How many.
        len: usize,
    },
    /// Free text of at most `max` characters.
    Words {
        /// Longest allowed text, in characters.
        max: usize,
    },
}

/// One option of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id in files and links.
    pub id: &'static str,
    /// What it is called on the page.
    pub label: Text,
}

/// What a number is counted in. The text on the page comes from `view::number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// No unit: a switch, a choice, a text.
    None,
    /// A share between 0 and 1, shown as per cent.
    Share,
    /// A relative weight, 0–100.
    Weight,
    /// A strength or coefficient without a unit.
    Strength,
    /// Calls.
    Calls,
    /// Calls per agent and worked day.
    CallsPerAgentDay,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Hour of the day, 8.5 = 08:30.
    HourOfDay,
    /// Working days unless the meaning says calendar days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
    /// People.
    People,
    /// Sessions a month.
    PerMonth,
    /// Points of 100.
    Points,
    /// Chinese yuan.
    Yuan,
    /// Share per year.
    SharePerYear,
    /// A ratio.
    Ratio,
    /// Correlation, −1 to 1.
    Correlation,
    /// An index from 0 to 1.
    Index,
}

/// One parameter: everything that the form, the schema, the checker, the link and the documents need.
#[derive(Debug)]
pub struct Field {
    /// Dotted path, both the JSON name and the place in the struct.
    pub path: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// What it may be.
    pub kind: Kind,
    /// What it is when nobody says otherwise.
    pub default: Value,
    /// Who says so.
    pub source: Source,
    /// Its name on the page.
    pub label: Text,
    /// One sentence: what it means and what it touches.
    pub meaning: Text,
    /// Reads it from a scenario.
    pub get: fn(&Scenario) -> Value,
    /// Writes it; false when the value is of another kind.
    pub set: fn(&mut Scenario, &Value) -> bool,
}

impl Field {
    /// True for what the user assumes about people, as opposed to what the centre decides.
    #[must_use]
    pub fn is_assumption(&self) -> bool {
        self.path.starts_with("behaviour.")
    }

    /// The first part of the path.
    #[must_use]
    pub fn group(&self) -> &'static str {
        self.path.split('.').next().unwrap_or(self.path)
    }
}

/// A struct field that can be a leaf of the scenario.
pub trait Leaf {
    /// Its value.
    fn to_value(&self) -> Value;
    /// Takes a value of the right kind; false otherwise.
    fn take(&mut self, value: &Value) -> bool;
}

macro_rules! leaf {
    ($type:ty, $variant:ident) => {
        impl Leaf for $type {
            fn to_value(&self) -> Value {
                Value::$variant(self.clone().into())
            }
            fn take(&mut self, value: &Value) -> bool {
                if let Value::$variant(v) = value {
                    *self = v.clone().into();
                }
                matches!(value, Value::$variant(_))
            }
        }
    };
}
leaf!(f64, Number);
leaf!(u32, Whole);
leaf!(bool, Switch);

impl Leaf for Vec<f64> {
    fn to_value(&self) -> Value {
        Value::Series(Cow::Owned(self.clone()))
    }
    fn take(&mut self, value: &Value) -> bool {
        if let Value::Series(v) = value {
            *self = v.to_vec();
        }
        matches!(value, Value::Series(_))
    }
}

impl Leaf for String {
    fn to_value(&self) -> Value {
        Value::Words(Cow::Owned(self.clone()))
    }
    fn take(&mut self, value: &Value) -> bool {
        if let Value::Words(v) = value {
            *self = v.to_string();
        }
        matches!(value, Value::Words(_))
    }
}

/// A closed list: an enum that knows its ids and labels in both languages.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { #[default] $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// The options in the order of the page.
            pub const CHOICES: &'static [$crate::scenario::field::Choice] = &[
                $($crate::scenario::field::Choice {
                    id: $id,
                    label: $crate::scenario::field::Text { zh: $zh, en: $en },
                }),+
            ];
            const ALL: &'static [(&'static str, $name)] = &[$(($id, $name::$variant)),+];
        }
        impl $crate::scenario::field::Leaf for $name {
            fn to_value(&self) -> $crate::scenario::field::Value {
                let id = Self::ALL.iter().find(|(_, v)| v == self).map_or("", |(id, _)| *id);
                $crate::scenario::field::Value::Choice(id)
            }
            fn take(&mut self, value: &$crate::scenario::field::Value) -> bool {
                let $crate::scenario::field::Value::Choice(id) = value else { return false };
                let found = Self::ALL.iter().find(|(known, _)| known == id);
                if let Some((_, v)) = found { *self = *v; }
                found.is_some()
            }
        }
    };
}

/// One entry of the catalogue; a path that does not exist in the struct does not compile.
macro_rules! field {
    ($head:ident $(. $tail:ident)*, $unit:ident, $kind:expr, $default:expr, $source:expr,
     $zh:literal, $en:literal, $zh_meaning:literal, $en_meaning:literal) => {
        $crate::scenario::field::Field {
            path: concat!(stringify!($head) $(, ".", stringify!($tail))*),
            unit: $crate::scenario::field::Unit::$unit,
            kind: $kind,
            default: $default,
            source: $source,
            label: $crate::scenario::field::Text { zh: $zh, en: $en },
            meaning: $crate::scenario::field::Text { zh: $zh_meaning, en: $en_meaning },
            get: |s| $crate::scenario::field::Leaf::to_value(&s.$head $(.$tail)*),
            set: |s, v| $crate::scenario::field::Leaf::take(&mut s.$head $(.$tail)*, v),
        }
    };
}
pub(super) use {choices, field};

/// Shorthands that keep the tables readable.
pub(super) mod short {
    use super::{Citation, Grade, Kind, Source, Text, Value};
    use std::borrow::Cow;

    pub const SWITCH: Kind = Kind::Switch;
    pub const fn num(min: f64, max: f64, step: f64) -> Kind {
        Kind::Number { min, max, step }
    }
    pub const fn whole(min: u32, max: u32) -> Kind {
        Kind::Whole { min, max }
    }
    pub const fn n(value: f64) -> Value {
        Value::Number(value)
    }
    pub const fn w(value: u32) -> Value {
        Value::Whole(value)
    }
    pub const ON: Value = Value::Switch(true);
    pub const OFF: Value = Value::Switch(false);
    pub const fn series(values: &'static [f64]) -> Value {
        Value::Series(Cow::Borrowed(values))
    }
    pub const fn study(names: &'static str, grade: Grade, low: f64, high: f64) -> Source {
        Source::Study {
            cite: Citation::Names(names),
            grade,
            low,
            high,
        }
    }
    /// The author's assumption that leans on these authors.
    pub const fn leaning(names: &'static str, low: f64, high: f64) -> Source {
        Source::Assumption {
            low,
            high,
            why: Some(Citation::Names(names)),
        }
    }
    /// The author's assumption that leans on something that needs saying.
    pub const fn noted(zh: &'static str, en: &'static str, low: f64, high: f64) -> Source {
        Source::Assumption {
            low,
            high,
            why: Some(Citation::Noted(Text { zh, en })),
        }
    }
    /// The author's assumption with nothing behind it but its consequences.
    pub const fn assumed(low: f64, high: f64) -> Source {
        Source::Assumption {
            low,
            high,
            why: None,
        }
    }
}
