//! Several worlds instead of one: values of the constants that one's data leave possible. Each replication
//! lives in the next of them, so that every interval holds what isn't known of people beside what is luck.
//!
//! As text, which is what files and links carry: `quit.base 0.19 0.23 0.21; effort.value 1.1 0.8 1.4` are
//! three worlds. Constants are named from `behaviour.parameters.` on.

use super::field::{Field, Kind, Source, Value, field};
use super::parameters::Parameters;
use super::{Scenario, find};
use crate::math::within;
use std::borrow::Cow;
use std::fmt::Write;

/// Worlds at most: more than a study's usual replications would not all be lived in.
pub const MOST_WORLDS: usize = 100;
/// Characters at most.
pub const LONGEST: usize = 20_000;
/// Where the text stands.
pub const PATH: &str = "behaviour.worlds";
/// What all constants' paths begin with.
const ROOT: &str = "behaviour.parameters.";
/// The two weights of fairness that can exceed the whole together.
const DISTRIBUTIVE: &str = "behaviour.parameters.fairness.distributive";
const PROCEDURAL: &str = "behaviour.parameters.fairness.procedural";

/// The last entry of the catalogue: who sets a constant before it, as a command line may, takes none out.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        behaviour.worlds, None, Kind::Words { max: LONGEST },
        Value::Words(Cow::Borrowed("")), Source::Example,
        "常数的可能取值", "Possible values of the constants",
        "校准后数据仍然允许的若干组常数，每个模拟年轮流取一组，于是区间里既有运气，也有对人的不确定。留空则只用上面的常数。",
        "Sets of constants that your data leave possible; each simulated year lives in the next, so that intervals hold what isn’t known of people beside luck. Empty: only the constants as they stand."
    ),
];

/// Constants with their values, world by world; as many of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worlds {
    constants: Vec<(&'static str, Vec<f64>)>,
}

/// What is wrong with a text of read.
#[derive(Clone, Debug, PartialEq)]
pub enum NoWorlds {
    /// There is no such constant, or it stands twice.
    Constant(String),
    /// No number, or one that the constant can't be.
    Value {
        /// The constant, as written.
        constant: String,
        /// What stands there.
        found: String,
    },
    /// Another number of values than the first constant has, or more worlds than there may be.
    Count {
        /// The constant, as written.
        constant: String,
        /// How many values it has.
        found: usize,
        /// How many there must be, or may be at most.
        expected: usize,
    },
    /// In this world, counted from 1, the weights of fairness exceed the whole.
    World(usize),
}

impl Worlds {
    /// Of constants by path, world by world; what is no constant is left out, and values are brought to
    /// steps of a thousandth of the plausible range at most, which keeps links short.
    #[must_use]
    pub fn of(paths: &[&str], worlds: &[Vec<f64>]) -> Self {
        let constants = paths.iter().enumerate().filter_map(|(k, path)| {
            let field =
                find(path).filter(|field| path.starts_with(ROOT) && bounds(field).is_some())?;
            if paths[..k].contains(path) {
                return None;
            }
            let values = worlds.iter().take(MOST_WORLDS);
            let values = values.map(|world| stepped(field, world.get(k).copied()));
            Some((field.path, values.collect::<Option<Vec<f64>>>()?))
        });
        Self {
            constants: constants.collect(),
        }
    }

    /// Reads the text; an empty one is no worlds.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Self, NoWorlds> {
        let mut read = Self::default();
        for entry in text.split(';').map(str::trim).filter(|e| !e.is_empty()) {
            let mut parts = entry.split_whitespace();
            let name = parts.next().unwrap_or_default();
            let constant = || name.to_owned();
            let field = find(&format!("{ROOT}{name}"))
                .filter(|field| read.constants.iter().all(|(path, _)| *path != field.path))
                .ok_or_else(|| NoWorlds::Constant(constant()))?;
            let (low, high) = bounds(field).ok_or_else(|| NoWorlds::Constant(constant()))?;
            let mut values = Vec::new();
            for part in parts {
                let value = part.parse().ok().filter(|v| (low..=high).contains(v));
                values.push(value.ok_or_else(|| NoWorlds::Value {
                    constant: constant(),
                    found: part.to_owned(),
                })?);
            }
            let expected = read.number().unwrap_or(values.len().clamp(1, MOST_WORLDS));
            if values.len() != expected {
                return Err(NoWorlds::Count {
                    constant: constant(),
                    found: values.len(),
                    expected,
                });
            }
            read.constants.push((field.path, values));
        }
        Ok(read)
    }

    /// As [`Self::read`] reads it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (path, values) in &self.constants {
            let gap = if text.is_empty() { "" } else { "; " };
            let name = path.trim_start_matches(ROOT);
            let _ = write!(text, "{gap}{name}");
            for value in values {
                let _ = write!(text, " {value}");
            }
        }
        text
    }

    /// How many worlds; None where there are no constants.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        self.constants.first().map(|(_, values)| values.len())
    }

    /// The constants' paths, in the order written.
    pub fn constants(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.constants.iter().map(|(path, _)| *path)
    }

    /// Between which values a constant lies in nine tenths of the worlds, where it is among them.
    #[must_use]
    pub fn middle(&self, path: &str) -> Option<(f64, f64)> {
        let (_, values) = self.constants.iter().find(|(of, _)| *of == path)?;
        let mut values = values.clone();
        values.sort_by(f64::total_cmp);
        let outside = values.len() / 20;
        let most = values.len().checked_sub(outside + 1)?;
        Some((values[outside], values[most]))
    }

    /// The constants in each world; what is not among these is as the scenario has it.
    ///
    /// # Errors
    /// The number of a world, from 1, that can't be.
    pub fn constants_in(&self, scenario: &Scenario) -> Result<Vec<Parameters>, NoWorlds> {
        let mut there = Scenario::default();
        let values = self.constants.iter();
        let fields: Vec<(&Field, &Vec<f64>)> = values
            .filter_map(|(path, values)| Some((find(path)?, values)))
            .collect();
        (0..self.number().unwrap_or(0))
            .map(|k| {
                there.behaviour.parameters = scenario.behaviour.parameters.clone();
                for (field, values) in &fields {
                    (field.set)(&mut there, &Value::Number(values[k]));
                }
                let fairness = &there.behaviour.parameters.fairness;
                if !fairness.fits_the_whole() {
                    return Err(NoWorlds::World(k + 1));
                }
                Ok(there.behaviour.parameters.clone())
            })
            .collect()
    }
}

/// The constants in each world of a scenario; none where it knows only its own.
///
/// # Errors
/// The first thing that is wrong with its worlds.
pub fn of(scenario: &Scenario) -> Result<Vec<Parameters>, NoWorlds> {
    Worlds::read(&scenario.behaviour.worlds)?.constants_in(scenario)
}

/// True where a text of worlds speaks of a constant; a study of assumptions asks for every constant of every
/// world, so nothing is read for it.
fn speaks_of(text: &str, path: &str) -> bool {
    let name = path.strip_prefix(ROOT);
    let mut entries = text.split(';');
    name.is_some() && entries.any(|entry| entry.split_whitespace().next() == name)
}

/// Sets a field of a scenario to a value that holds in every world: a constant that is chosen is no longer
/// drawn. False where the value is of another kind.
pub fn fix(scenario: &mut Scenario, field: &Field, value: &Value) -> bool {
    if speaks_of(&scenario.behaviour.worlds, field.path)
        && let Ok(mut read) = Worlds::read(&scenario.behaviour.worlds)
    {
        read.constants.retain(|(path, _)| *path != field.path);
        scenario.behaviour.worlds = read.text();
    }
    (field.set)(scenario, value)
}

/// Brings the weights of two of the three parts of fairness, which can't exceed the whole, back to it. Their ratio is
/// kept; but where only one of them is drawn, the other holds in every world, and the drawn one gives way to it.
pub fn reconcile(scenario: &mut Scenario) {
    let worlds = &mut scenario.behaviour.worlds;
    let fairness = &mut scenario.behaviour.parameters.fairness;
    let (path, drawn, room) = match (
        speaks_of(worlds, DISTRIBUTIVE),
        speaks_of(worlds, PROCEDURAL),
    ) {
        (true, false) => (
            DISTRIBUTIVE,
            &mut fairness.distributive,
            1.0 - fairness.procedural,
        ),
        (false, true) => (
            PROCEDURAL,
            &mut fairness.procedural,
            1.0 - fairness.distributive,
        ),
        (true, true) | (false, false) => {
            let sum = fairness.distributive + fairness.procedural;
            if sum > 1.0 {
                fairness.distributive /= sum;
                fairness.procedural = 1.0 - fairness.distributive;
            }
            return;
        }
    };
    *drawn = drawn.min(room);
    let Ok(mut read) = Worlds::read(worlds) else {
        return;
    };
    // Few digits, which keeps links short; what fits stays as it was written.
    let most = (room * 1e6 + 1e-3).floor() / 1e6;
    let of_it = read.constants.iter_mut().filter(|(of, _)| *of == path);
    let too_much = of_it
        .flat_map(|(_, values)| values)
        .filter(|value| **value > room + 1e-9);
    if too_much.map(|value| *value = most).count() > 0 {
        scenario.behaviour.worlds = read.text();
    }
}

/// What a constant may be; None for what is no number.
fn bounds(field: &Field) -> Option<(f64, f64)> {
    match field.kind {
        Kind::Number { min, max, .. } => Some((min, max)),
        Kind::Whole { .. }
        | Kind::Switch
        | Kind::Choice(_)
        | Kind::Series { .. }
        | Kind::Words { .. } => None,
    }
}

fn stepped(field: &Field, value: Option<f64>) -> Option<f64> {
    let value = value.filter(|v| v.is_finite())?;
    let (min, max) = bounds(field)?;
    let (low, high) = field.source.range().unwrap_or((min, max));
    let mut step = 1.0;
    while step < 1e9 && (high - low) * step < 1000.0 {
        step *= 10.0;
    }
    Some(within((value * step).round() / step, min, max))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "quit.base 0.19 0.23; effort.value 1.1 0.8";

    #[test]
    fn what_is_written_is_read() {
        let read = Worlds::read(TEXT).expect("worlds");
        assert_eq!(read.number(), Some(2));
        assert_eq!(read.text(), TEXT);
        let base = "behaviour.parameters.quit.base";
        assert_eq!(read.middle(base), Some((0.19, 0.23)));
        let paths = [base, "behaviour.parameters.effort.value", "name"];
        let worlds = [vec![0.19, 1.1, 0.0], vec![0.23, 0.8, 0.0]];
        assert_eq!(Worlds::of(&paths, &worlds), read);
        assert_eq!(Worlds::read("").expect("none"), Worlds::default());
        assert_eq!(Worlds::read(" ; ").expect("none").number(), None);
    }

    #[test]
    fn each_world_has_its_values_and_the_rest_is_the_scenarios() {
        let read = Worlds::read(TEXT).expect("worlds");
        let standard = Scenario::standard();
        let worlds = read.constants_in(&standard).expect("sound");
        assert_eq!(worlds.len(), 2);
        let own = &standard.behaviour.parameters;
        for (world, (base, value)) in worlds.iter().zip([(0.19, 1.1), (0.23, 0.8)]) {
            assert_eq!((world.quit.base, world.effort.value), (base, value));
            assert_eq!(world.strain, own.strain);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |text: &str, expected: NoWorlds| {
            assert_eq!(Worlds::read(text).err(), Some(expected), "{text}");
        };
        let constant = || "quit.base".to_owned();
        check("quit.bass 1", NoWorlds::Constant("quit.bass".to_owned()));
        check(
            "quit.base 0.1; quit.base 0.2",
            NoWorlds::Constant(constant()),
        );
        let value = |found: &str| NoWorlds::Value {
            constant: constant(),
            found: found.to_owned(),
        };
        check("quit.base 0.1 many", value("many"));
        check("quit.base NaN", value("NaN"));
        check("quit.base 1e9", value("1e9"));
        let count = |constant: &str, found, expected| NoWorlds::Count {
            constant: constant.to_owned(),
            found,
            expected,
        };
        check("quit.base", count("quit.base", 0, 1));
        check(
            "quit.base 0.1 0.2; effort.value 1",
            count("effort.value", 1, 2),
        );
        let long = format!("quit.base{}", " 0.1".repeat(MOST_WORLDS + 1));
        check(&long, count("quit.base", MOST_WORLDS + 1, MOST_WORLDS));
        let unfair = "fairness.distributive 0.5 0.9; fairness.procedural 0.5 0.9";
        let read = Worlds::read(unfair).expect("readable");
        assert_eq!(
            read.constants_in(&Scenario::standard()),
            Err(NoWorlds::World(2))
        );
    }

    #[test]
    fn a_constant_that_is_chosen_is_no_longer_drawn() {
        let mut scenario = Scenario::standard();
        scenario.behaviour.worlds = TEXT.to_owned();
        let field = find("behaviour.parameters.quit.base").expect("a constant");
        assert!(fix(&mut scenario, field, &Value::Number(0.3)));
        assert_eq!(scenario.behaviour.worlds, "effort.value 1.1 0.8");
        assert!((scenario.behaviour.parameters.quit.base - 0.3).abs() < 1e-12);
        let other = find("workforce.headcount").expect("a lever");
        assert!(fix(&mut scenario, other, &Value::Whole(9)));
        assert_eq!(scenario.behaviour.worlds, "effort.value 1.1 0.8");
    }

    #[test]
    fn a_drawn_weight_gives_way_to_the_one_that_holds_in_every_world() {
        let check = |worlds: &str, own: [f64; 2], expected: &str, left: [f64; 2]| {
            let mut scenario = Scenario::standard();
            scenario.behaviour.worlds = worlds.to_owned();
            let of_it = &mut scenario.behaviour.parameters.fairness;
            (of_it.distributive, of_it.procedural) = (own[0], own[1]);
            reconcile(&mut scenario);
            assert!(of(&scenario).is_ok(), "{worlds}");
            assert_eq!(scenario.behaviour.worlds, expected);
            let of_it = &scenario.behaviour.parameters.fairness;
            assert_eq!([of_it.distributive, of_it.procedural], left, "{worlds}");
        };
        let drawn = "quit.base 0.2 0.3; fairness.procedural 0.25 0.5";
        check(drawn, [0.5, 0.25], drawn, [0.5, 0.25]);
        // Its own value, in which no world lives, gives way as well.
        let capped = "quit.base 0.2 0.3; fairness.procedural 0.25 0.375";
        check(drawn, [0.625, 0.5], capped, [0.625, 0.375]);
        let other = "fairness.distributive 0.5 0.875";
        let capped = "fairness.distributive 0.5 0.75";
        check(other, [0.5, 0.25], capped, [0.5, 0.25]);
        // As it was written, where it fits to the last digit of what adds up: 1 − 0.9 is a little less than 0.1.
        let fits = "fairness.procedural 0.10 0.05";
        check(fits, [0.9, 0.05], fits, [0.9, 0.05]);
        check(
            "fairness.procedural 0.2",
            [0.9, 0.05],
            "fairness.procedural 0.1",
            [0.9, 0.05],
        );
        // Both are drawn: each world has its own two, and they were sound.
        let both = "fairness.distributive 0.9; fairness.procedural 0.1";
        check(both, [0.5, 0.25], both, [0.5, 0.25]);
    }
}
