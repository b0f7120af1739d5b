//! Promise: whatever somebody set comes back from a link, a file and an assignment, to the bit.

use fairfloor::scenario::field::{Kind, Value};
use fairfloor::scenario::link::{Linked, decode, encode};
use fairfloor::scenario::presets::PRESETS;
use fairfloor::scenario::{Scenario, catalogue, check, read, write};
use proptest::prelude::*;
use std::borrow::Cow;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "small positive numbers"
)]
/// A value that the field may take, from four amounts between 0 and 1 and a text.
fn value(kind: Kind, dice: [f64; 4], text: &str) -> Value {
    match kind {
        Kind::Number { min, max, step } => {
            let any = min + dice[0] * (max - min);
            // Half of the time on the slider's grid, as the page would set it.
            let on_grid = (any / step).round() * step;
            let v = if dice[1] < 0.5 { on_grid } else { any };
            Value::Number(v.clamp(min, max))
        }
        Kind::Whole { min, max } => {
            Value::Whole(min + (dice[0] * f64::from(max - min)).round() as u32)
        }
        Kind::Switch => Value::Switch(dice[0] < 0.5),
        Kind::Choice(options) => {
            let at = (dice[0] * options.len() as f64) as usize;
            Value::Choice(options[at.min(options.len() - 1)].id)
        }
        Kind::Series { len } => Value::Series(Cow::Owned(
            (0..len)
                .map(|i| dice[i % 4] * 100.0 / (i + 1) as f64)
                .collect(),
        )),
        Kind::Words { max } => Value::Words(Cow::Owned(text.chars().take(max).collect())),
    }
}

/// Any text of up to 80 characters.
fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..80).prop_map(|chars| chars.into_iter().collect())
}

fn scenarios() -> impl Strategy<Value = (usize, Scenario)> {
    let fields = catalogue().count();
    let change = (0..fields, prop::array::uniform4(0.0..1.0_f64), texts());
    let changes = prop::collection::vec(change, 0..30);
    (0..PRESETS.len(), changes).prop_map(|(preset, changes)| {
        let mut scenario = PRESETS[preset].scenario();
        let fields: Vec<_> = catalogue().collect();
        for (at, dice, text) in changes {
            let field = fields[at];
            assert!((field.set)(&mut scenario, &value(field.kind, dice, &text)));
        }
        (preset, scenario)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_link_brings_back_every_bit((preset, scenario) in scenarios(), seed in any::<u64>()) {
        let linked = Linked { preset: PRESETS[preset].id, scenario, seed };
        let (back, problems) = decode(&encode(&linked)).expect("our own link");
        prop_assert_eq!(problems, check::problems(&linked.scenario));
        prop_assert_eq!(back, linked);
    }

    #[test]
    fn a_file_brings_back_every_bit((_, scenario) in scenarios()) {
        let (back, problems) = read::read(&write::write_text(&scenario), &Scenario::default());
        prop_assert_eq!(problems, check::problems(&scenario));
        prop_assert_eq!(back, scenario);
    }

    #[test]
    fn any_text_at_all_is_read_without_falling_over(text in texts()) {
        let (_, problems) = read::read(&text, &Scenario::standard());
        prop_assert!(!problems.is_empty());
        prop_assert!(decode(&text).is_err());
        let mut scenario = Scenario::standard();
        prop_assert!(read::assign(&mut scenario, &text).is_err());
        prop_assert_eq!(scenario, Scenario::standard());
    }
}

#[test]
fn a_usual_link_is_short() {
    let standard = PRESETS[0].scenario();
    for changes in [2, 4, 6] {
        let mut scenario = standard.clone();
        let numbers = catalogue().filter(|f| matches!(f.kind, Kind::Number { .. }));
        for field in numbers.step_by(17).take(changes) {
            (field.set)(&mut scenario, &value(field.kind, [0.4; 4], ""));
        }
        let preset = PRESETS[0].id;
        let text = encode(&Linked {
            preset,
            scenario,
            seed: 1,
        });
        assert!(text.len() < 300, "{changes} changes: {} signs", text.len());
    }
}
