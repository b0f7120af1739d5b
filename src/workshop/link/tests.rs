//! Links come back whole, and no damage is believed.

use super::*;
use crate::workshop::lesson::{moved, reveal_sum};
use proptest::prelude::*;

const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..most).prop_map(|signs| signs.into_iter().collect())
}

fn own_text() -> impl Strategy<Value = Said> {
    (text(60), text(60), any::<bool>()).prop_map(|(zh, en, same)| {
        if same {
            Said { en: zh.clone(), zh }
        } else {
            Said { zh, en }
        }
    })
}

fn tasks() -> impl Strategy<Value = Task> {
    let plan = |target: u32| moved(&Scenario::standard(), TARGET, f64::from(target));
    let metric = 0..METRICS.len();
    prop_oneof![
        (40..120_u32, metric.clone()).prop_map(move |(t, metric)| Task::Band {
            plan: Box::new(plan(t)),
            metric
        }),
        (prop::array::uniform5(40..120_u32), metric.clone()).prop_map(move |(at, metric)| {
            Task::Curve {
                plan: Box::default(),
                lever: TARGET,
                at: at.map(f64::from),
                metric,
            }
        }),
        (
            prop::collection::vec((own_text(), 40..120_u32), 2..=MOST_RANKED),
            metric.clone(),
            any::<bool>()
        )
            .prop_map(move |(plans, metric, twist)| Task::Ranking {
                plans: plans.into_iter().map(|(name, t)| (name, plan(t))).collect(),
                metric,
                twist,
            }),
        (0..20_000_u32, metric).prop_map(move |(hours, metric)| Task::League {
            plan: Box::new(Scenario::standard()),
            levers: vec![TARGET],
            hours: f64::from(hours),
            metric,
        }),
    ]
    .prop_map(|task| match task {
        // The default of a box is no sound scenario; the standard one is.
        Task::Curve {
            lever, at, metric, ..
        } => Task::Curve {
            plan: Box::new(Scenario::standard()),
            lever,
            at,
            metric,
        },
        other => other,
    })
}

fn lessons() -> impl Strategy<Value = Lesson> {
    let ready: Vec<Lesson> = ready::all();
    let ids: Vec<String> = ready
        .iter()
        .flat_map(|l| &l.rounds)
        .map(|r| r.id.clone())
        .collect();
    let own =
        (own_text(), own_text(), own_text(), tasks()).prop_map(|(title, story, discuss, task)| {
            Round {
                id: String::new(),
                title,
                story,
                discuss,
                task,
            }
        });
    let round = prop_oneof![
        prop::sample::select(ids).prop_map(|id| ready::round(&id).expect("a ready one")),
        own,
    ];
    (
        prop::sample::select(ready),
        prop::option::of(own_text()),
        prop::option::of(own_text()),
        any::<(bool, u64, u32)>(),
        prop::option::of(text(12)),
        prop::collection::vec(round, 1..=MOST_ROUNDS),
    )
        .prop_map(
            |(mut lesson, title, story, (english, seed, minutes), word, rounds)| {
                lesson.title = title.unwrap_or(lesson.title);
                lesson.story = story.unwrap_or(lesson.story);
                lesson.language = if english { Language::En } else { Language::Zh };
                (lesson.seed, lesson.minutes, lesson.rounds) = (seed, minutes, rounds);
                lesson.reveal = word.as_deref().map(reveal_sum);
                lesson
            },
        )
}

#[test]
fn ready_lessons_have_short_links() {
    for lesson in ready::all() {
        let text = encode(&lesson);
        assert!(text.len() < 60, "{text}");
        assert_eq!(decode(&format!("#{text}。")), Ok(lesson));
    }
}

#[test]
fn strange_links_say_what_they_are() {
    assert_eq!(decode("1~abc"), Err(LinkError::NotALink));
    assert_eq!(decode("w2~abc"), Err(LinkError::Newer { found: 2 }));
    let bomb = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(&vec![b' '; 1_000_000], 9));
    assert_eq!(decode(&format!("w1~{bomb}")), Err(LinkError::TooLarge));
    let text = encode(&ready::first());
    assert_eq!(decode(&text[..text.len() - 4]), Err(LinkError::Cut));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn every_lesson_comes_back_and_no_damage_is_believed(
        lesson in lessons(), place in any::<prop::sample::Index>(), with in prop::sample::select(b"AZaz09_-Mm5".to_vec()), noise in text(80),
    ) {
        let text = encode(&lesson);
        prop_assert_eq!(decode(&text), Ok(lesson.clone()));
        let mut signs: Vec<char> = text.chars().collect();
        let at = PREFIX.len() + place.index(signs.len() - PREFIX.len());
        signs[at] = char::from(with);
        let changed: String = signs.iter().collect();
        // The last sign may carry bits that mean nothing.
        prop_assert!(changed == text || decode(&changed).is_err() || decode(&changed) == Ok(lesson));
        signs.truncate(at);
        prop_assert!(decode(&signs.into_iter().collect::<String>()).is_err());
        let _ = decode(&format!("{PREFIX}{noise}"));
    }
}
