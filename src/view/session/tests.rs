//! What a session promises.

use super::*;
use crate::scenario::find;

const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

fn set(session: &mut Session, path: &str, value: f64, commit: bool) -> Effect {
    let field = find(path).expect("known");
    let value = Value::Number(value);
    session.apply(if commit {
        Action::Set(field, value)
    } else {
        Action::Drag(field, value)
    })
}

#[test]
fn a_drag_is_one_step_and_undo_names_it() {
    let mut session = Session::new(Language::Zh);
    for value in [75.0, 73.0, 70.0] {
        set(&mut session, TARGET, value, false);
    }
    assert!(session.undoable().is_none());
    set(&mut session, TARGET, 70.0, true);
    assert_eq!(session.changed().len(), 1);
    let Effect::Undone(change) = session.apply(Action::Undo) else {
        panic!("there was a step");
    };
    let default = find(TARGET).map(|field| field.default.clone());
    let Some(Value::Number(default)) = default else {
        panic!("a number");
    };
    assert_eq!(
        change.name(Language::Zh),
        format!("日接听目标 {default}→70")
    );
    assert!(session.changed().is_empty());
    assert!(matches!(session.apply(Action::Redo), Effect::Redone(_)));
    assert_eq!(session.changed().len(), 1);
    assert!(matches!(session.apply(Action::Redo), Effect::Nothing));
}

#[test]
fn a_bad_value_is_refused_and_nothing_moves() {
    let mut session = Session::new(Language::Zh);
    for bad in [f64::NAN, -1.0, 1e9] {
        assert!(matches!(
            set(&mut session, TARGET, bad, true),
            Effect::Refused(_)
        ));
    }
    assert!(session.changed().is_empty() && session.undoable().is_none());
}

#[test]
fn presets_can_be_undone_and_the_baseline_follows_the_assumptions() {
    let mut session = Session::new(Language::En);
    session.apply(Action::Choose(&PRESETS[1]));
    assert!(session.changed().is_empty());
    assert_eq!(session.baseline_title(), PRESETS[0].title.en);
    set(&mut session, "behaviour.parameters.quit.base", 0.02, true);
    assert!(
        session
            .baseline_title()
            .ends_with("same changed assumptions")
    );
    let field = find("behaviour.parameters.quit.base").expect("known");
    assert_eq!(
        (field.get)(&session.baseline_scenario()),
        (field.get)(session.scenario())
    );
    session.apply(Action::Undo);
    session.apply(Action::Undo);
    assert_eq!(session.preset().id, PRESETS[0].id);
    assert!(
        session
            .baseline_scenario()
            .differences(session.scenario())
            .is_empty()
    );
}

#[test]
fn a_hundred_steps_are_kept() {
    let mut session = Session::new(Language::En);
    for i in 0..150 {
        set(&mut session, TARGET, 50.0 + f64::from(i), true);
    }
    let mut steps = 0;
    while let Effect::Undone(_) = session.apply(Action::Undo) {
        steps += 1;
    }
    assert_eq!(steps, super::super::history::DEPTH);
}

const B: usize = 1;

#[test]
fn a_copy_is_opened_beside_what_it_was_copied_from_and_can_be_undone() {
    let mut session = Session::new(Language::En);
    set(&mut session, TARGET, 70.0, true);
    session.apply(Action::Duplicate);
    let b = Letter::of_index(B).expect("there is a B");
    assert_eq!(session.lineup.open().letter, b);
    set(&mut session, TARGET, 85.0, true);
    assert_eq!(session.baseline_title(), "A Volume target 70");
    let target = find(TARGET).expect("known");
    let of = |letter| {
        let variant = session.lineup.find(letter).expect("there");
        (target.get)(&variant.scenario)
    };
    assert_eq!([of(Letter::A), of(b)], [70.0, 85.0].map(Value::Number));
    session.apply(Action::Undo);
    session.apply(Action::Undo);
    assert_eq!(session.lineup.all().len(), 1);
    assert!(session.lineup.reference == Reference::Preset(&PRESETS[0]));
}

#[test]
fn what_was_deleted_comes_back_by_undo_with_its_name() {
    let mut session = Session::new(Language::Zh);
    session.apply(Action::Duplicate);
    let b = session.lineup.open().letter;
    session.apply(Action::Rename(b, "  五月方案  ".to_owned()));
    session.apply(Action::Show(Letter::A));
    assert!(matches!(
        session.apply(Action::Remove(b)),
        Effect::Removed(_)
    ));
    assert_eq!(session.lineup.all().len(), 1);
    session.apply(Action::Undo);
    let variant = session.lineup.find(b).expect("it is back");
    assert_eq!(variant.name(Language::Zh), "五月方案");
    session.apply(Action::Rename(b, String::new()));
    assert_eq!(session.lineup.find(b).expect("there").given_name(), None);
}

#[test]
fn there_are_never_more_than_six() {
    let mut session = Session::new(Language::Zh);
    for _ in 0..8 {
        session.apply(Action::Duplicate);
    }
    assert_eq!(session.lineup.all().len(), super::super::lineup::MOST);
}
