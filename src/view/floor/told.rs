//! The hall in words: the first sentence, what the picture's label says, a person's line, the clock.

use super::clock::{Clock, Moment};
use super::events::{Happening, Week, What};
use super::hall::{Hall, Pose};
use crate::scenario::field::{Language, Text};
use crate::view::finding::Table;
use crate::view::lives::names;
use crate::view::words::floor as words;

/// What a pose is called.
#[must_use]
pub fn pose(pose: Pose) -> Text {
    match pose {
        Pose::Call => words::CALL,
        Pose::WrapUp => words::WRAP_UP,
        Pose::Free => words::FREE,
        Pose::Break => words::BREAK,
        Pose::Home => words::HOME,
        Pose::Training => words::TRAINING,
        Pose::Ill => words::ILL,
        Pose::Leave => words::LEAVE,
        Pose::Vacant => words::VACANT,
    }
}

/// What a kind of event is called.
#[must_use]
pub fn what(what: What) -> Text {
    match what {
        What::Quit => words::QUIT,
        What::Exit => words::EXIT,
        What::Award => words::AWARD,
        What::Promoted => words::PROMOTED,
        What::Hired => words::HIRED,
    }
}

/// A week and its day.
#[must_use]
pub fn day(hall: Option<&Hall>, clock: &Clock, day: u32, language: Language) -> String {
    let week = clock.week(day) + 1;
    let weekday = hall.map(|hall| hall.journal.calendar.date(clock.warmup + day).weekday);
    match (language, weekday) {
        (Language::Zh, Some(at)) => {
            format!("第 {week} 周周{}", crate::view::lives::WEEKDAYS[at % 7].0)
        }
        (Language::En, Some(at)) => {
            format!("Week {week}, {}", crate::view::lives::WEEKDAYS[at % 7].1)
        }
        (Language::Zh, None) => format!("第 {week} 周"),
        (Language::En, None) => format!("Week {week}"),
    }
}

/// The time of day; with seconds where they can be followed.
#[must_use]
pub fn time(second: f64, seconds: bool) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = second.max(0.0) as u32;
    let (h, m, s) = (whole / 3_600, whole / 60 % 60, whole % 60);
    if seconds {
        format!("{h:02}:{m:02}:{s:02}")
    } else {
        format!("{h:02}:{m:02}")
    }
}

/// The hall at a moment, in a sentence: counts in the order of [`Pose::ALL`], and how many wait.
#[must_use]
pub fn state(
    hall: Option<&Hall>,
    clock: &Clock,
    now: Moment,
    counts: &[usize; 9],
    waiting: usize,
    language: Language,
) -> String {
    let when = format!(
        "{} {}",
        day(hall, clock, now.day, language),
        time(now.second, false)
    );
    let in_post: usize = counts[..8].iter().sum();
    let parts: Vec<String> = Pose::ALL
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|(one, count)| match language {
            Language::Zh => format!("{} {count}", pose(one).zh),
            Language::En => format!("{} {count}", pose(one).en.to_lowercase()),
        })
        .collect();
    match language {
        Language::Zh => format!(
            "{when}：{in_post} 人在岗，{}；排队 {waiting} 通。",
            parts.join("，")
        ),
        Language::En => format!(
            "{when}: {in_post} in post, {}; {waiting} {} waiting.",
            parts.join(", "),
            if waiting == 1 { "caller" } else { "callers" }
        ),
    }
}

/// Which of the simulations this is.
#[must_use]
pub fn which(replication: u32, of: Option<usize>, language: Language) -> String {
    let number = replication + 1;
    match (of, language) {
        (Some(of), Language::Zh) => {
            format!("这是 {of} 次模拟中的第 {number} 次（离职率居中）。")
        }
        (Some(of), Language::En) => {
            format!("This is simulation {number} of {of}, the one in the middle by turnover.")
        }
        (None, Language::Zh) => format!("这是第 {number} 次模拟，随手换的一次运气。"),
        (None, Language::En) => format!("This is simulation {number}: other luck, picked at will."),
    }
}

/// The year in the hall, in a sentence: how many of how many quit, and who first.
#[must_use]
pub fn year(hall: &Hall, happenings: &[Happening], clock: &Clock, language: Language) -> String {
    let seats = hall.seats();
    let quits = happenings.iter().filter(|h| h.what == What::Quit);
    let count = quits.clone().count();
    let first = quits.clone().next().map(|h| clock.week(h.day) + 1);
    match (first, language) {
        (Some(week), Language::Zh) => {
            format!("{seats} 个座席，这一年走了 {count} 人；第一个在第 {week} 周。")
        }
        (Some(week), Language::En) => {
            let people = if count == 1 { "person" } else { "people" };
            format!(
                "{seats} desks, and {count} {people} quit in this year; the first in week {week}."
            )
        }
        (None, Language::Zh) => format!("{seats} 个座席，这一年没有人主动离职。"),
        (None, Language::En) => format!("{seats} desks, and nobody quit in this year."),
    }
}

/// An event in a line.
#[must_use]
pub fn happening(hall: &Hall, clock: &Clock, one: &Happening, language: Language) -> String {
    let name = names::name(&hall.journal.lives[one.life], language);
    let on = day(Some(hall), clock, one.day, language);
    let what = what(one.what).get(language);
    match language {
        Language::Zh => format!("{on}：{name}，{what}"),
        Language::En => format!("{on}: {name}, {}", what.to_lowercase()),
    }
}

/// A share as a whole percentage.
#[must_use]
pub fn percent(share: f64, language: Language) -> String {
    match language {
        Language::Zh => format!("{:.0}%", share * 100.0),
        Language::En => format!("{:.0} %", share * 100.0),
    }
}

/// The year week by week, as a table.
#[must_use]
pub fn table(weeks: &[Week], title: String, language: Language) -> Table {
    let head = [words::WEEK, words::IN_POST]
        .into_iter()
        .chain(What::ALL.map(what))
        .chain([words::HANDLED, words::ANGRY, words::EXHAUSTION]);
    let rows = weeks.iter().enumerate().map(|(at, week)| {
        let counts = week.happened.into_iter().chain([week.handled, week.angry]);
        let counts = [week.in_post].into_iter().chain(counts);
        std::iter::once((at + 1).to_string())
            .chain(counts.map(|count| count.to_string()))
            .chain([percent(week.exhaustion, language)])
            .collect()
    });
    Table {
        title,
        head: head.map(|text| text.get(language).to_owned()).collect(),
        rows: rows.collect(),
    }
}

/// How many wait.
#[must_use]
pub fn waiting(count: usize, language: Language) -> String {
    match (count, language) {
        (0, Language::Zh) => "没有来电在排队".to_owned(),
        (0, Language::En) => "No caller is waiting".to_owned(),
        (_, Language::Zh) => format!("排队 {count} 通"),
        (1, Language::En) => "1 caller waiting".to_owned(),
        (_, Language::En) => format!("{count} callers waiting"),
    }
}

/// Everybody has left at the end of this week, counted from 0.
#[must_use]
pub fn deserted(week: usize, language: Language) -> String {
    let week = week + 1;
    match language {
        Language::Zh => format!("到第 {week} 周，所有人都已离职。"),
        Language::En => format!("By week {week} everybody has left."),
    }
}

/// The recording's size.
#[must_use]
pub fn size(journal: usize, film: usize, weeks: usize, language: Language) -> String {
    let kb = |bytes: usize| bytes.div_ceil(1000);
    match language {
        Language::Zh => format!(
            "回放只在有人看时才生成：全年的经历 {} 千字节，眼前这一周的每一通电话 {} 千字节；内存里留着 {weeks} 周。",
            kb(journal),
            kb(film)
        ),
        Language::En => format!(
            "Recorded only while somebody watches: {} kB for the year’s lives, {} kB for every call of this week; {weeks} {} in memory.",
            kb(journal),
            kb(film),
            if weeks == 1 { "week" } else { "weeks" }
        ),
    }
}
