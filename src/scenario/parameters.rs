//! The constants of the mechanisms, each with its source or marked as an assumption with a range.

use super::field::Field;

macro_rules! constants {
    ($(#[$doc:meta])* $name:ident at $part:ident in $table:ident {
        $($field:ident = $default:literal in $min:literal..$max:literal, $source:expr,
          $zh:literal, $en:literal, $zh_meaning:literal, $en_meaning:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub struct $name { $(#[doc = $en_meaning] pub $field: f64),+ }
        /// The constants' entries.
        pub const $table: &[Field] = &[$(
            field!(behaviour.parameters.$part.$field, Strength, num($min, $max, ($max - $min) / 100.0),
                n($default), $source, $zh, $en, $zh_meaning, $en_meaning)
        ),+];
    };
}

pub mod leaving;
pub mod motives;
pub mod strain;
pub mod work;

/// All constants, by mechanism.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Parameters {
    pub skill: work::Skill,
    pub call: work::Call,
    pub caller: work::Caller,
    pub strain: strain::Strain,
    pub home: strain::Home,
    pub effort: motives::Effort,
    pub cutting: work::Cutting,
    pub recognition: motives::Recognition,
    pub weights: motives::Weights,
    pub existence: motives::Existence,
    pub relatedness: motives::Relatedness,
    pub growth: motives::Growth,
    pub fairness: leaving::Fairness,
    pub quit: leaving::Quit,
}

/// All constants' entries, mechanism by mechanism.
pub const TABLES: &[&[Field]] = &[
    work::SKILL,
    work::CALL,
    work::CALLER,
    strain::STRAIN,
    strain::HOME,
    motives::EFFORT,
    work::CUTTING,
    motives::RECOGNITION,
    motives::WEIGHTS,
    motives::EXISTENCE,
    motives::RELATEDNESS,
    motives::GROWTH,
    leaving::FAIRNESS,
    leaving::QUIT,
];
