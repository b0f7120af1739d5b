//! The page's question of what must change: asked of the right two, told in both languages, taken once.

use super::*;
use crate::measure::metric::METRICS;
use crate::measure::summary::Summary;
use crate::scenario::presets::PRESETS;
use crate::study::Study;
use crate::study::search::catch::CatchUp;
use crate::study::search::catch::tests::{caught, hall, run};
use crate::view::action::Action;
use crate::view::asked::Asked;
use crate::view::lab::Choice;
use crate::view::look;
use crate::view::screen::Screen;
use crate::view::verdict::{Row, judge};

fn of(letter: char) -> Reference {
    let mut letters = Letter::all();
    Reference::Variant(
        letters
            .find(|l| l.name() == letter.to_string())
            .expect("a letter"),
    )
}

/// Two scenarios, A and B, of which B is open, on the screen where they are compared.
fn two(language: Language, a: &Scenario, b: &Scenario) -> Session {
    let mut session = Session::new(language);
    session.apply(Action::Open(Screen::Compare));
    let preset = &PRESETS[0];
    session.apply(Action::Take {
        preset,
        scenario: Box::new(a.clone()),
        change: crate::view::history::Change::ResetAll,
    });
    let scenario = Box::new(b.clone());
    session.apply(Action::Add { preset, scenario });
    session
}

fn chase(session: &mut Session, behind: char, ahead: char) {
    let chase = Chase {
        metric: 0,
        behind: of(behind),
        ahead: of(ahead),
    };
    session.apply(Action::Lab(Choice::Chase(Some(chase))));
}

fn told_of(session: &Session, study: &Study<CatchUp>) -> Told {
    told(study.question(), study.board(), session, 720.0).expect("it is asked")
}

/// A table of two columns in which the second's metrics differ so from the first's.
fn judged(differences: impl Fn(usize) -> f64) -> Vec<Vec<Option<Difference>>> {
    let column = |of: &dyn Fn(usize) -> f64| {
        let values: Vec<Vec<f64>> = (0..METRICS.len()).map(|m| vec![of(m); 64]).collect();
        let rows = METRICS
            .iter()
            .zip(&values)
            .map(|(metric, differences)| Row {
                metric,
                differences,
                matters: 0.0,
            });
        judge(&rows.collect::<Vec<_>>())
    };
    vec![column(&|_| 0.0), column(&differences)]
}

#[test]
fn the_worse_of_the_two_is_to_catch_up_with_the_better() {
    let session = two(Language::En, &hall(60.0, 0.4), &hall(82.0, 0.4));
    let asked = first(&session, &[]).expect("two that differ");
    assert_eq!((asked.behind, asked.ahead), (of('B'), of('A')));
    let turnover = CLAIMS[0].0;
    let one = |metric: usize, by: f64| {
        judged(move |m| {
            if METRICS[m].id == CLAIMS[metric].0 {
                by
            } else {
                0.0
            }
        })
    };
    assert_eq!(METRICS[position(turnover).expect("a metric")].id, turnover);
    assert_eq!(first(&session, &one(0, 0.1)), Some(asked));
    assert_eq!(first(&session, &one(0, -0.1)), Some(asked.reversed()));
    let satisfied = first(&session, &one(1, 0.1)).expect("one");
    assert_eq!((satisfied.metric, satisfied.behind), (1, of('A')));
    assert!(
        first(&Session::new(Language::En), &[]).is_none(),
        "the baseline itself"
    );
    // Choosing the one ahead lets the two change places; nobody is to catch up with himself.
    assert_eq!(asked.of(of('A')), asked.reversed());
    assert_eq!(asked.with(of('B')), asked.reversed());
    assert_eq!(asked.with(of('C')).ahead, of('C'));
    assert_eq!(title(&asked, Language::Zh), "情景 B 要改什么才能追上？");
}

#[test]
fn it_is_asked_where_it_is_open_and_stays_when_a_change_is_taken() {
    let mut session = two(Language::En, &hall(60.0, 0.4), &hall(82.0, 0.4));
    assert!(Asked::beside(&session).is_empty());
    chase(&mut session, 'B', 'A');
    let asked = Asked::beside(&session);
    assert_eq!(asked.len(), 1);
    assert!(asked[0].study().is_some_and(|study| !study.is_done()));
    let study = run(hall(82.0, 0.4), hall(60.0, 0.4), (1.0, 1.0), None);
    let told = told_of(&session, &study);
    assert!(told.complete && told.behind);
    let [offer] = told.offers.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!(taken(&session, &offer.scenario), None);
    let preset = preset(&session, &open(&session).expect("it is asked"));
    let scenario = Box::new(offer.scenario.clone());
    session.apply(Action::Add { preset, scenario });
    let added = session.lineup.open();
    assert_eq!(taken(&session, &offer.scenario), Some(added.letter));
    assert_eq!(added.letter.name(), "C");
    assert!(
        added.name(Language::En).contains("Volume target"),
        "{}",
        added.name(Language::En)
    );
    // The same question, of the same two, whatever is open and whatever they are called.
    assert!(Asked::beside(&session) == asked);
    session.apply(Action::Rename(Letter::A, "May".to_owned()));
    assert!(Asked::beside(&session) == asked);
    let whom = offered(&session, &open(&session).expect("it is asked"));
    assert_eq!(whom.len(), 3);
    session.apply(Action::Open(Screen::Overview));
    assert!(Asked::beside(&session).is_empty());
    session.apply(Action::Open(Screen::Compare));
    session.apply(Action::Remove(Letter::A));
    assert!(open(&session).is_none() && Asked::beside(&session).is_empty());
}

#[test]
fn a_preset_that_is_no_longer_a_column_can_still_be_caught_up_with() {
    let mut session = Session::new(Language::En);
    session.apply(Action::Open(Screen::Compare));
    session.apply(Action::Choose(&PRESETS[3]));
    let asked = first(&session, &[]).expect("two that differ");
    assert_eq!(asked.ahead, Reference::Preset(&PRESETS[0]));
    session.apply(Action::Lab(Choice::Chase(Some(asked))));
    let before = Asked::beside(&session);
    assert_eq!(before.len(), 1);
    session.apply(Action::Duplicate);
    assert_eq!(session.lineup.reference, of('A'));
    assert!(Asked::beside(&session) == before);
    let whom = offered(&session, &asked);
    assert_eq!(whom[0], (asked.ahead, PRESETS[0].title.en.to_owned()));
    assert_eq!(
        title(&asked.reversed(), Language::En),
        "What would the baseline need to catch up?"
    );
}

/// What is said of halls whose turnover is known, in one language.
fn said(language: Language, ahead: f64, most: Option<usize>) -> (String, Told) {
    let mut session = two(language, &hall(ahead, 0.4), &hall(82.0, 0.4));
    chase(&mut session, 'B', 'A');
    let study = run(hall(82.0, 0.4), hall(ahead, 0.4), (1.0, 20.0), most);
    let told = told_of(&session, &study);
    (told.sentence.clone(), told)
}

#[test]
fn every_end_has_its_sentence_in_both_languages() {
    let both = [Language::Zh, Language::En];
    let cases: [(f64, Option<usize>, [&str; 2]); 6] = [
        (60.0, None, ["改一项也许就能追上", "one lever seems enough"]),
        (37.0, None, ["一起改 2 项", "it takes 2 levers together"]),
        (
            30.0,
            None,
            [
                "范围内试过的改动都追不上",
                "Nothing that was tried within the ranges catches up",
            ],
        ),
        (90.0, None, ["不用追", "nothing to catch up"]),
        (60.0, Some(12), ["到目前为止", "So far"]),
        (60.0, Some(4), ["还没有模拟年", "No simulated year yet"]),
    ];
    for (ahead, most, words) in cases {
        for (language, words) in both.into_iter().zip(words) {
            let (sentence, told) = said(language, ahead, most);
            assert!(sentence.contains(words), "{sentence}");
            assert_eq!(told.complete, most.is_none());
            assert_eq!(told.behind, ahead < 82.0, "{sentence}");
            assert!(
                language == Language::En || !sentence.contains("lever"),
                "{sentence}"
            );
            let drawn = told.behind && !told.notes.is_empty() && most != Some(4);
            assert_eq!(told.figure.is_some(), drawn, "{sentence}");
        }
    }
    let (_, early) = said(Language::En, 60.0, Some(12));
    assert_eq!(early.title, "Changes that seem enough so far");
    let (_, nearest) = said(Language::En, 30.0, None);
    assert_eq!(nearest.title, "What comes nearest");
    assert_eq!(nearest.offers.len(), 1);
    assert_eq!(nearest.offers[0].moves.len(), 2);
    let (from, to) = ("82".to_owned(), "45 calls/agent/day".to_owned());
    assert_eq!(nearest.offers[0].moves[0].1, [from, to]);
}

#[test]
fn what_luck_may_do_is_not_called_behind() {
    // Equal but for what luck does to each year: nobody can tell.
    let wobbling = |language| {
        let mut session = two(language, &hall(60.0, 0.4), &hall(82.0, 0.4));
        chase(&mut session, 'B', 'A');
        let (behind, ahead) = (hall(82.0, 0.4), hall(60.0, 0.4));
        let asked = super::study(0, [behind, ahead]);
        let mut study = Study::new(asked, 1, crate::study::board::Keep::default());
        let all: Vec<_> = study.wanted().collect();
        for task in all.into_iter().filter(|task| task.cell < 2) {
            let by = [0.3, -0.2][task.replication as usize % 2] * f64::from(1 - task.cell);
            study.take(task, crate::study::board::tests::outcome(0.2 + by));
        }
        let found = told_of(&session, &study);
        (found.sentence, found.behind)
    };
    let (zh, behind) = wobbling(Language::Zh);
    assert!(zh.contains("分不清先后") && behind, "{zh}");
    let (en, _) = wobbling(Language::En);
    assert!(en.contains("can’t be told apart"), "{en}");
    let study = run(hall(82.0, 0.4), hall(60.0, 0.4), (1.0, 1.0), None);
    let (_, found) = caught(&study);
    let margin: Summary = found.singles[0].margin;
    assert!(look::is_first(&margin), "four years are a first look");
}
