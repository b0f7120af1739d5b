//! Scenarios at random, as wild as the checker lets them be: what holds for these holds for any.
//!
//! Each begins as a built-in one. Some of its fields, from a few to nearly all, are set to anything they may
//! be, and with a share that differs from scenario to scenario to one end of their range. Only sizes are held
//! small, so that a year takes milliseconds. A new field or a new rule draws other scenarios.

use crate::rng::{Draws, Luck, Stream};
use crate::scenario::check::is_sound;
use crate::scenario::field::{Field, Kind, Value};
use crate::scenario::presets::PRESETS;
use crate::scenario::worlds::{self, Worlds};
use crate::scenario::{Scenario, catalogue};
use std::borrow::Cow;

/// A scenario that the checker accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The scenario.
    pub scenario: Scenario,
    /// How many the checker refused before it.
    pub refused: u32,
}

/// The seed of all of them; the number takes the place of the replication.
const SEED: u64 = 20_261_125;
/// The parts of the fields that are changed, one of them for each scenario.
const CHANGED: [f64; 4] = [0.02, 0.1, 0.35, 0.9];
/// Sizes that would only make years long: path and largest value.
const LARGEST: [(&str, f64); 4] = [
    ("calendar.working_days_per_year", 60.0),
    ("calendar.warmup_months", 3.0),
    ("demand.calls_per_day", 400.0),
    ("workforce.headcount", 24.0),
];
/// Texts that stand for all that people may write.
const TEXTS: [&str; 6] = [
    "",
    "客服 中心 🎧",
    "=1+1",
    "<b onclick=alert(1)>&amp;",
    "\"'\\,;\u{a0}\u{2028}\u{feff}",
    "\u{202e}e\u{301}\u{10ffff}",
];

/// The scenario with this number: the same one on every machine.
#[must_use]
pub fn scenario(number: u32) -> Drawn {
    let luck = Luck {
        seed: SEED,
        replication: number,
    };
    let mut draws = luck.stream(Stream::Scenarios, 0, 0);
    // Once for all attempts: the wilder ones are refused more often and would be rare otherwise.
    let changed = CHANGED[draws.below(CHANGED.len())];
    let at_ends = draws.uniform();
    let mut refused = 0;
    loop {
        let scenario = tried(changed, at_ends, &mut draws);
        if is_sound(&scenario) {
            return Drawn { scenario, refused };
        }
        refused += 1;
    }
}

fn tried(changed: f64, at_ends: f64, draws: &mut Draws) -> Scenario {
    let mut scenario = PRESETS[draws.below(PRESETS.len())].scenario();
    for field in catalogue() {
        let is_size = LARGEST.iter().any(|(path, _)| *path == field.path);
        if is_size || draws.chance(changed) {
            (field.set)(&mut scenario, &value(field, at_ends, draws));
        }
    }
    scenario
}

/// A few constants in a few worlds, each within what is plausible.
fn some_worlds(draws: &mut Draws) -> String {
    let fields: Vec<(&str, (f64, f64))> = catalogue()
        .filter(|field| field.is_assumption())
        .filter_map(|field| Some((field.path, field.source.range()?)))
        .collect();
    let ranges: Vec<(&str, (f64, f64))> = (0..=draws.below(4))
        .map(|_| fields[draws.below(fields.len())])
        .collect();
    let paths: Vec<&str> = ranges.iter().map(|(path, _)| *path).collect();
    let worlds: Vec<Vec<f64>> = (0..=draws.below(5))
        .map(|_| {
            let values = ranges.iter();
            values
                .map(|(_, (low, high))| low + draws.uniform() * (high - low))
                .collect()
        })
        .collect();
    Worlds::of(&paths, &worlds).text()
}

/// Anything that the field may be; of amounts a share `at_ends` is at one end.
fn value(field: &Field, at_ends: f64, draws: &mut Draws) -> Value {
    let largest = |max: f64| {
        let held = LARGEST.iter().find(|(path, _)| *path == field.path);
        held.map_or(max, |(_, most)| max.min(*most))
    };
    match field.kind {
        Kind::Number { min, max, .. } => {
            // Half of those inside lie where the source finds them plausible.
            let (low, high) = field.source.range().unwrap_or((min, max));
            let plausible = (low.max(min), high.min(largest(max)));
            let inside = [(min, largest(max)), plausible][draws.below(2)];
            Value::Number(amount((min, largest(max)), inside, at_ends, draws))
        }
        Kind::Whole { min, max } => {
            let ends = (f64::from(min), largest(f64::from(max)));
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let whole = amount(ends, ends, at_ends, draws).round() as u32;
            Value::Whole(whole)
        }
        Kind::Switch => Value::Switch(draws.chance(0.5)),
        Kind::Choice(options) => Value::Choice(options[draws.below(options.len())].id),
        Kind::Series { len } => Value::Series(Cow::Owned(series(len, draws))),
        Kind::Words { .. } if field.path == worlds::PATH => {
            Value::Words(Cow::Owned(some_worlds(draws)))
        }
        Kind::Words { max } => {
            let text = TEXTS[draws.below(TEXTS.len())];
            Value::Words(Cow::Owned(text.chars().cycle().take(max).collect()))
        }
    }
}

fn amount(ends: (f64, f64), inside: (f64, f64), at_ends: f64, draws: &mut Draws) -> f64 {
    if draws.chance(at_ends) {
        [ends.0, ends.1][draws.below(2)]
    } else {
        inside.0 + draws.uniform() * (inside.1 - inside.0)
    }
}

/// Amounts of each order, in each form that a day may have.
fn series(len: usize, draws: &mut Draws) -> Vec<f64> {
    let size = [1.0, 40.0, 1e9, 1e-12, f64::MIN_POSITIVE][draws.below(5)];
    let only = draws.below(len.max(1));
    let form = draws.below(4);
    (0..len)
        .map(|at| match form {
            0 => size,
            1 => size * draws.uniform(),
            2 if at == only => size,
            _ => 0.0,
        })
        .collect()
}
