//! What a line-up promises.

use super::*;

fn one() -> Lineup {
    Lineup::of_one(Variant::of(Letter::A, &PRESETS[0]), &PRESETS[0])
}

fn names(lineup: &Lineup) -> String {
    lineup.all().iter().map(|v| v.letter.name()).collect()
}

#[test]
fn letters_stay_and_free_ones_are_used_again() {
    let mut lineup = one();
    let copy = Rc::clone(&lineup.open().scenario);
    for _ in 1..MOST {
        assert!(lineup.add(&PRESETS[0], Rc::clone(&copy)).is_some());
    }
    assert!(!lineup.has_room() && lineup.add(&PRESETS[0], copy.clone()).is_none());
    assert!(lineup.remove(Letter(2), &PRESETS[0]));
    assert_eq!(names(&lineup), "ABDEF");
    assert_eq!(lineup.add(&PRESETS[0], copy), Some(Letter(2)));
    assert_eq!(names(&lineup), "ABCDEF");
}

#[test]
fn the_first_addition_is_held_against_what_was_open_and_removal_mends_it() {
    let mut lineup = one();
    lineup.add(&PRESETS[1], Rc::new(PRESETS[1].scenario()));
    assert!(lineup.reference == Reference::Variant(Letter::A));
    assert_eq!(lineup.open().letter.name(), "B");
    assert!(lineup.remove(Letter::A, &PRESETS[0]));
    assert!(lineup.reference == Reference::Preset(&PRESETS[0]));
    assert!(!lineup.remove(Letter(1), &PRESETS[0]), "the last one stays");
}

#[test]
fn a_line_up_comes_back_from_a_link() {
    let mut lineup = one();
    for preset in &PRESETS[1..4] {
        lineup.add(preset, Rc::new(preset.scenario()));
    }
    lineup.remove(Letter(1), &PRESETS[0]);
    lineup.show(Letter(2));
    for reference in [
        Reference::Variant(Letter::A),
        Reference::Variant(Letter(3)),
        Reference::Preset(&PRESETS[2]),
    ] {
        lineup.reference = reference;
        let back = Lineup::of_link(&lineup.to_link(7)).expect("a line-up");
        assert_eq!(names(&back), "ACD");
        assert_eq!(back.open().letter.name(), "C");
        assert!(back.reference == reference);
    }
}

#[test]
fn a_name_says_what_is_changed_unless_one_was_given() {
    let mut variant = Variant::of(Letter::A, &PRESETS[0]);
    assert_eq!(variant.name(Language::En), PRESETS[0].title.en);
    let target = "appraisal.kpis.call_volume.target_per_day";
    let scenario = Scenario::clone(&variant.scenario)
        .with(target, Value::Number(80.0))
        .with("rewards.awards.coverage_share", Value::Number(0.3));
    variant.scenario = Rc::new(scenario);
    assert_eq!(variant.name(Language::Zh), "日接听目标 80 · 奖励覆盖面 30%");
    Rc::make_mut(&mut variant.scenario).name = "Plan of May".to_owned();
    assert_eq!(variant.title(Language::Zh), "A Plan of May");
}
