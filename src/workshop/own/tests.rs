//! What the form can make is sound, short as a link, and comes back to the form as it was.

use super::*;
use crate::scenario::presets::PRESETS;
use crate::workshop::lesson::Lesson;
use crate::workshop::link::{COMFORTABLE, decode, encode};
use crate::workshop::ready;
use crate::workshop::scheme::strategies;
use proptest::prelude::*;

const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

fn text(most: usize) -> impl Strategy<Value = String> {
    let signs = prop::sample::select("ab 天《".chars().collect::<Vec<char>>());
    prop::collection::vec(signs, 0..most).prop_map(|signs| signs.into_iter().collect())
}

fn scheme() -> impl Strategy<Value = Scheme> {
    let moves = prop::collection::vec((0..league::LEVERS.len(), any::<u16>()), 0..4);
    let choice = prop::option::of(prop::sample::select(strategies()));
    (0..PRESETS.len(), moves, choice, text(6)).prop_map(|(preset, moves, choice, name)| {
        let mut scheme = Scheme {
            preset: PRESETS[preset].id,
            name,
            moves: Vec::new(),
            strategy: choice.map(|c| c.id),
        };
        for (lever, step) in moves {
            let lever = &league::LEVERS[lever];
            scheme.add(lever.path);
            if let Some(last) = scheme.moves.last_mut() {
                let lever = league::lever(last.0).expect("a lever");
                last.1 = step % (lever.steps() + 1);
            }
        }
        scheme
    })
}

fn draft() -> impl Strategy<Value = Draft> {
    let ask = prop::sample::select(vec![Ask::Band, Ask::Curve, Ask::Ranking, Ask::League]);
    let lever = 0..curve_levers().count();
    let script = (text(8), text(20), text(9), text(4));
    let schemes = prop::collection::vec(scheme(), 1..=MOST_RANKED);
    let ends = (any::<u16>(), any::<u16>());
    let freed = prop::collection::vec(0..league::LEVERS.len(), 0..9);
    let league = (freed, any::<u32>());
    (ask, 0..METRICS.len(), schemes, lever, ends, script, league).prop_map(
        |(ask, metric, schemes, lever, (low, high), (title, story, hint, word), (freed, hours))| {
            let mut draft = Draft {
                metric,
                schemes,
                hours,
                ..Draft::default()
            };
            for lever in freed {
                draft.free(league::LEVERS[lever].path);
            }
            let lever = curve_levers().nth(lever).expect("counted");
            draft.along(lever.path);
            draft.end(true, low % (lever.steps() + 1));
            draft.end(false, high % (lever.steps() + 1));
            draft.ask_for(ask);
            draft.script = Script {
                title,
                story,
                hint,
                ..Script::default()
            };
            draft.script.set_word(word);
            draft
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_draft_makes_a_round_that_its_link_holds_and_that_comes_back(draft in draft()) {
        let places = draft.places();
        prop_assert!(places.windows(2).all(|two| two[0] < two[1]), "{places:?}");
        match draft.round() {
            Ok(round) => {
                let mut lesson = ready::first();
                lesson.rounds.push(round.clone());
                prop_assert_eq!(decode(&encode(&lesson)), Ok(lesson));
                let again = Draft::of(&round);
                prop_assert_eq!(again.map(|draft| draft.round()), Some(Ok(round)));
            }
            Err(Wrong::Same(first, second)) => {
                prop_assert_eq!(draft.schemes[first].plan(), draft.schemes[second].plan());
            }
            Err(Wrong::NoLever) => prop_assert!(draft.levers.is_empty()),
            // Presets and visible levers don't lead to what can't be.
            Err(Wrong::Impossible(problem)) => prop_assert!(false, "{:?}", problem),
        }
    }
}

/// Twelve lines of Chinese a round are what a talkative trainer writes.
#[test]
fn a_lesson_of_all_kinds_of_bet_has_a_comfortable_link() {
    let mut lesson = Lesson {
        rounds: Vec::new(),
        ..ready::first()
    };
    let story =
        "上面说下个月起每天多休十分钟，电话会不会更没人接？先想想谁会用这十分钟，谁又不敢用。";
    for (at, ask) in [Ask::Band, Ask::Curve, Ask::Ranking]
        .into_iter()
        .enumerate()
    {
        let schemes = PRESETS[6..11]
            .iter()
            .map(|preset| {
                let mut scheme = Scheme {
                    preset: preset.id,
                    ..Scheme::default()
                };
                scheme.add(TARGET);
                scheme.add("support.rest_minutes_per_day");
                scheme
            })
            .collect();
        let mut draft = Draft {
            metric: at,
            schemes,
            ..Draft::default()
        };
        draft.ask_for(ask);
        draft.script.story = story.repeat(2);
        draft.script.hint = story.to_owned();
        draft.script.discuss = story.to_owned();
        draft.script.set_word("小休".to_owned());
        lesson.rounds.push(draft.round().expect("a sound round"));
    }
    let text = encode(&lesson);
    assert!(text.starts_with("w2~"), "{text}");
    // As much again is left for the address before it and for a fourth round.
    assert!(text.len() * 2 < COMFORTABLE, "{} signs", text.len());
    assert_eq!(decode(&text), Ok(lesson));
}

#[test]
fn a_word_of_a_rounds_own_opens_that_round_only() {
    let mut lesson = ready::first();
    lesson.reveal = Some(reveal_sum("lesson"));
    let mut draft = Draft::default();
    draft.script.set_word("Round".to_owned());
    lesson.rounds.push(draft.round().expect("a sound round"));
    let last = lesson.rounds.len() - 1;
    assert!(lesson.opens(0, "lesson") && !lesson.opens(0, "round"));
    assert!(lesson.opens(last, "round") && !lesson.opens(last, "lesson"));
    // The word itself is in no link, and a draft from it keeps the lock.
    let again = Draft::of(&lesson.rounds[last]).expect("of the form");
    assert_eq!(
        (again.script.word.as_str(), again.script.reveal),
        ("", Some(reveal_sum("round")))
    );
}

#[test]
fn a_league_of_ones_own_has_levers_a_budget_and_a_start_within_it() {
    let mut draft = Draft::default();
    draft.ask_for(Ask::League);
    assert!(draft.spent() > 0.0 && draft.spent() < f64::from(draft.hours));
    assert!(draft.round().is_ok());
    for lever in league::LEVERS {
        draft.free(lever.path);
    }
    assert_eq!(draft.levers.len(), POINTS, "a code holds no more");
    for path in draft.levers.clone() {
        draft.free(path);
    }
    assert_eq!(draft.round(), Err(Wrong::NoLever));
}

#[test]
fn the_same_scheme_twice_is_no_ranking() {
    let mut draft = Draft::default();
    draft.ask_for(Ask::Ranking);
    assert_eq!(draft.round(), Err(Wrong::Same(0, 1)));
    draft.schemes[1].strategy = Some("lottery");
    assert!(draft.round().is_ok());
}
