//! Lives to read: whom the gallery shows, a life as a dated story, why it went so, and the same person
//! under another policy. Terminal and page show the same.

pub mod cause;
pub mod chances;
pub mod choice;
pub mod chosen;
pub mod hazard;
pub mod names;
pub mod stage;
pub mod told;
pub mod twin;

use super::finding::say;
use super::sentence::lower_first;
use crate::measure::journal::{Calendar, Event, Journal, Life, Part};
use crate::measure::ledger::Left;
use crate::scenario::Scenario;
use crate::scenario::field::Language;
use choice::Place;
use told::Line;

/// Somebody in the gallery.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Number of the life in the journal.
    pub life: usize,
    /// The place.
    pub place: Place,
    /// What the place is called.
    pub title: &'static str,
    /// The rule by which this person was chosen.
    pub rule: &'static str,
    /// How the person is asked for: the post from 1, and the holder where there are several.
    pub id: String,
    /// The made-up name.
    pub name: String,
    /// Who it is and how it ended, in a line.
    pub headline: String,
}

/// A life as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// How the person is asked for.
    pub id: String,
    /// The made-up name.
    pub name: String,
    /// Who it is and how it ended, in a line.
    pub headline: String,
    /// Why it went so: up to three sentences.
    pub cause: Vec<String>,
    /// What happened, in order of time.
    pub lines: Vec<Line>,
}

/// The gallery of a replication.
#[must_use]
pub fn gallery(journal: &Journal, language: Language) -> Vec<Card> {
    choice::gallery(journal)
        .into_iter()
        .map(|chosen| {
            let life = &journal.lives[chosen.life];
            Card {
                life: chosen.life,
                place: chosen.place,
                title: chosen.place.title(language),
                rule: chosen.place.rule(language),
                id: id(journal, chosen.life),
                name: names::name(life, language),
                headline: headline(&journal.calendar, life, language),
            }
        })
        .collect()
}

/// A life as a story; `scenario` is the one that it was lived under.
#[must_use]
pub fn story(journal: &Journal, at: usize, scenario: &Scenario, language: Language) -> Story {
    let life = &journal.lives[at];
    Story {
        id: id(journal, at),
        name: names::name(life, language),
        headline: headline(&journal.calendar, life, language),
        cause: cause::sentences(journal, life, scenario, language),
        lines: told::lines(&journal.calendar, life, scenario, language),
    }
}

/// How a life is asked for: the post from 1, and after a point which of its holders in the journal.
#[must_use]
pub fn id(journal: &Journal, at: usize) -> String {
    let seat = journal.lives[at].who.seat;
    let turn = journal.lives[..=at]
        .iter()
        .filter(|life| life.who.seat == seat)
        .count();
    format!("{}.{turn}", seat + 1)
}

/// The life that is asked for: `37.2`, or `37` for the post's first holder in the measured year.
#[must_use]
pub fn find(journal: &Journal, typed: &str) -> Option<usize> {
    let (post, turn) = match typed.split_once('.') {
        Some((post, turn)) => (post, Some(turn.parse::<usize>().ok()?)),
        None => (typed, None),
    };
    let seat = post.parse::<u32>().ok()?.checked_sub(1)?;
    let mut of_post = journal
        .lives
        .iter()
        .enumerate()
        .filter(|(_, life)| life.who.seat == seat);
    match turn {
        Some(turn) => of_post.nth(turn.checked_sub(1)?).map(|(at, _)| at),
        None => of_post
            .find(|(_, life)| life.in_year(&journal.calendar))
            .map(|(at, _)| at),
    }
}

/// A working day in words.
#[must_use]
pub fn date(calendar: &Calendar, day: u32, language: Language) -> String {
    let date = calendar.date(day);
    let weekday = WEEKDAYS[date.weekday % 7];
    let before = 1 - date.month;
    match (language, date.month >= 1) {
        (Language::Zh, true) => format!("第 {} 月第 {} 周周{}", date.month, date.week, weekday.0),
        (Language::Zh, false) => {
            format!("年初前 {before} 个月，第 {} 周周{}", date.week, weekday.0)
        }
        (Language::En, true) => format!("Month {}, week {}, {}", date.month, date.week, weekday.1),
        (Language::En, false) => {
            let months = if before == 1 { "month" } else { "months" };
            format!(
                "{before} {months} before, week {}, {}",
                date.week, weekday.1
            )
        }
    }
}

pub(super) const WEEKDAYS: [(&str, &str); 7] = [
    ("一", "Mon"),
    ("二", "Tue"),
    ("三", "Wed"),
    ("四", "Thu"),
    ("五", "Fri"),
    ("六", "Sat"),
    ("日", "Sun"),
];

/// What a part of the chance of leaving is called.
#[must_use]
pub fn part(part: Part, language: Language) -> String {
    use super::words::result;
    let of = |text: crate::scenario::field::Text| text.get(language).to_owned();
    match part {
        Part::Ordinary => say(language, "人人都有的基准风险", "What everybody has"),
        Part::Early => say(language, "入职不久", "The first months"),
        Part::Outside => say(language, "别处的机会", "Other jobs"),
        Part::Existence => of(result::REASON_EXISTENCE),
        Part::Relatedness => of(result::REASON_RELATEDNESS),
        Part::Growth => of(result::REASON_GROWTH),
        Part::Exhaustion => of(result::REASON_EXHAUSTION),
        Part::Unfairness => of(result::REASON_UNFAIRNESS),
        Part::Contagion => of(result::REASON_CONTAGION),
        Part::Hopeless => of(result::REASON_HOPELESS),
    }
}

/// Who it is and how it ended, in a line.
fn headline(calendar: &Calendar, life: &Life, language: Language) -> String {
    let who = life.who;
    let years = life.served_before / f64::from(calendar.measured.max(1));
    let came = match (life.hired, language) {
        (Some(day), Language::Zh) => format!("入职：{}", date(calendar, day, language)),
        (Some(day), Language::En) => {
            format!("hired: {}", lower_first(&date(calendar, day, language)))
        }
        (None, Language::Zh) => format!("模拟开始时已在岗 {years:.1} 年"),
        (None, Language::En) => format!("{years:.1} years in post at the start"),
    };
    let went = match (life.end, language) {
        (None, Language::Zh) => "年底仍在岗".to_owned(),
        (None, Language::En) => "still there at the end".to_owned(),
        (Some((day, left)), _) => {
            let on = date(calendar, day, language);
            match (left, language) {
                (Left::Quit, Language::Zh) => format!("主动离职，最后一天：{on}"),
                (Left::Quit, Language::En) => format!("quit, last day: {}", lower_first(&on)),
                (Left::Otherwise | Left::Stayed, Language::Zh) => {
                    format!("非自愿离开，最后一天：{on}")
                }
                (Left::Otherwise | Left::Stayed, Language::En) => {
                    format!("left for other reasons, last day: {}", lower_first(&on))
                }
            }
        }
    };
    let duty = match (who.care_duty, language) {
        (true, Language::Zh) => "有照护责任，",
        (true, Language::En) => ", with care duties",
        (false, _) => "",
    };
    let hours = match (who.part_time, language) {
        (true, Language::Zh) => "非全日制，",
        (true, Language::En) => ", part time",
        (false, _) => "",
    };
    let team = who.team + 1;
    match language {
        Language::Zh => {
            let woman = if who.woman { "女" } else { "男" };
            let age = if who.young {
                "35 岁以下"
            } else {
                "35 岁及以上"
            };
            format!("{woman}，{age}，{duty}{hours}第 {team} 组；{came}；{went}。")
        }
        Language::En => {
            let woman = if who.woman { "Woman" } else { "Man" };
            let age = if who.young { "under 35" } else { "35 or older" };
            format!("{woman}, {age}{duty}{hours}, team {team}; {came}; {went}.")
        }
    }
}

/// How often something happened up to a day, as far as the journal goes.
fn until(life: &Life, day: u32, what: impl Fn(&Event) -> bool) -> usize {
    let before = life.entries.iter().take_while(|entry| entry.day <= day);
    before.filter(|entry| what(&entry.event)).count()
}
