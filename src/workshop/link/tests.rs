//! Links come back whole, and no damage is believed.

use super::*;
use crate::measure::metric::METRICS;
use crate::scenario::Scenario;
use crate::view::words::Said;
use crate::workshop::lesson::{Round, Task, moved, reveal_sum};
use crate::workshop::ticket::MOST_RANKED;
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
    let hint = prop_oneof![Just(Said::default()), own_text()];
    let own = (
        own_text(),
        own_text(),
        hint,
        own_text(),
        any::<Option<u32>>(),
        tasks(),
    )
        .prop_map(|(title, story, hint, discuss, reveal, task)| Round {
            id: String::new(),
            title,
            story,
            hint,
            discuss,
            reveal,
            task,
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

/// Made by the page as it was before the second version, with a code's tag of each.
const OLD: [(&str, u8, usize); 2] = [
    (
        "w1~eNpFi7EKglAYhV8l_lnCrJDuq0SI1TUEvdr1WoQI0hDSYrU41tDSlLNIL5M3aOoV-kWo5fBxzncimAKBmWNbFiiwQKYMYQ1E0_r6sDfSVVUBDmTcSt0eri1pP-qDEoHA7-ue1WWJKa83WWR1dewM1I5Md-_TGe0AlbaW-4tMi1b8K89ki9aysZJKPnJ5yD9Vc3SxEiFn3oryrslYaDoGNwXFyQcSQRD6vsdFg5wGwnBtFgoaGD7lxtzcABmocRxP4i9wcWAm",
        20,
        4,
    ),
    (
        "w1~eNqdUctOAjEU_RVy181keBRkfoVMJhUKTixD6QM1pAlxYYgb1A1LXbhxJWtC_BmpiSt_wVsH0LB00572nnvPyblTOIUEuiLv94HAADEvEFxAUqvVW7TabsUxAQVJpyRFVayWqHZAdSBTMNj78brYrtd4-ucXv1psN_eVRlzx85vPh0dka6SU3_72yc9XJfGX8j67RtY4sGYb_7b0d8uvTWgc4pexqhhNuIpYUVgmMsUMx5KEZAraSjlSJkDFtcmGeWEN15nkKuuxK0gasXNuZ7K7c6J3Wr1jgX6ucMbYMmWwX58xtRdyBAQymZSK5ZqJ6FzmOuoyIbLJSNghjwxTA24OwgQuMTpKSZOSFiUnlLRpujei_mckLKMDDDN3Keng_nDcwVGIIJgK9x9f4XlkLWk2MROXpj_bNspyl7pvopK-YQ",
        5,
        6,
    ),
];

#[test]
fn older_links_still_open_and_their_codes_still_fit() {
    for (text, tag, rounds) in OLD {
        let lesson = decode(text).expect("an old link");
        assert_eq!(lesson.rounds.len(), rounds);
        assert_eq!(lesson.language, Language::En);
        assert!(lesson.opens(3, "Cliff") && !lesson.opens(3, ""));
        assert_eq!(lesson.rounds[3].story.zh, "小休加到每天 40 分钟。");
        assert_eq!((encode(&lesson).as_str(), lesson.tag()), (text, tag));
    }
}

#[test]
fn a_link_is_found_within_an_address() {
    assert_eq!(begins("https://a.b/workshop.html#/w2~xyz"), Some(27));
    assert_eq!(begins("看这里：w1~xyz"), Some("看这里：".len()));
    assert_eq!(begins("1~xyz"), None);
}

#[test]
fn strange_links_say_what_they_are() {
    assert_eq!(decode("1~abc"), Err(LinkError::NotALink));
    assert_eq!(decode("w3~abc"), Err(LinkError::Newer { found: 3 }));
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
        let at = PREFIXES[0].len() + place.index(signs.len() - PREFIXES[0].len());
        signs[at] = char::from(with);
        let changed: String = signs.iter().collect();
        // The last sign may carry bits that mean nothing.
        prop_assert!(changed == text || decode(&changed).is_err() || decode(&changed) == Ok(lesson));
        signs.truncate(at);
        prop_assert!(decode(&signs.into_iter().collect::<String>()).is_err());
        let _ = decode(&format!("w2~{noise}"));
    }
}
