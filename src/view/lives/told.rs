//! What happened to somebody, a line an event; weeks, sessions and small changes are put together by month.

use super::{date, part};
use crate::measure::journal::{Appraised, Calendar, Chance, Event, Life, Part, Reply};
use crate::measure::ledger::Left;
use crate::scenario::Scenario;
use crate::scenario::field::{Language, Unit};
use crate::scenario::rewards::AwardStrategy;
use crate::view::finding::say;
use crate::view::number::{bare, show};
use crate::view::sentence::lower_first;

/// A dated line of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Working day of the simulation, from 0.
    pub day: u32,
    /// The day in words.
    pub date: String,
    /// What kind of event, for the stylesheet and for programs.
    pub kind: &'static str,
    /// What happened.
    pub text: String,
}

/// Changes of effort below this are not told.
const TOLD_EFFORT: f32 = 0.02;

/// Sums of a month that is not told yet.
#[derive(Clone, Copy, Default)]
struct Open {
    handled: u32,
    angry: u32,
    hardest: u32,
    exhaustion: f32,
    relief: u32,
    training: f32,
    day: u32,
}

/// The story's lines, in order of time.
#[must_use]
pub fn lines(
    calendar: &Calendar,
    life: &Life,
    scenario: &Scenario,
    language: Language,
) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut open = Open::default();
    let mut line = |day: u32, kind: &'static str, text: String| {
        out.push(Line {
            day,
            date: date(calendar, day, language),
            kind,
            text,
        });
    };
    let month = |day: u32| calendar.date(day).month;
    for entry in &life.entries {
        let ends_month = matches!(
            entry.event,
            Event::Appraisal(_) | Event::Leaving(_) | Event::LastDay(_)
        );
        if ends_month || month(entry.day) != month(open.day) {
            for (kind, text) in open.told(language) {
                line(open.day, kind, text);
            }
            open = Open::default();
        }
        open.day = entry.day;
        match &entry.event {
            Event::Week {
                handled,
                angry,
                exhaustion,
            } => {
                open.handled += handled;
                open.angry += angry;
                open.hardest = open.hardest.max(*angry);
                open.exhaustion = *exhaustion;
            }
            Event::Relief => open.relief += 1,
            Event::Training { hours } => open.training += hours,
            event => {
                if let Some(text) = text(event, life, scenario, language) {
                    line(entry.day, kind(event), text);
                }
            }
        }
    }
    for (kind, text) in open.told(language) {
        line(open.day, kind, text);
    }
    out
}

/// A name of each kind of event for programs.
#[must_use]
pub fn kind(event: &Event) -> &'static str {
    match event {
        Event::Hired => "hired",
        Event::Week { .. } => "work",
        Event::Ill { .. } => "ill",
        Event::Asked(Reply::Moved | Reply::DayOff | Reply::Holiday(_)) => "granted",
        Event::Asked(Reply::Refused | Reply::HolidayRefused) => "refused",
        Event::Relief => "relief",
        Event::Training { .. } => "training",
        Event::Appraisal(_) => "appraisal",
        Event::Award { .. } => "award",
        Event::PassedOver { .. } => "passed_over",
        Event::Rotated => "rotated",
        Event::Effort { .. } => "effort",
        Event::Leaving(_) => "chance",
        Event::Promoted(_) => "promoted",
        Event::NotPromoted => "not_promoted",
        Event::Decided { .. } => "decided",
        Event::LastDay(_) => "last_day",
    }
}

impl Open {
    fn told(self, language: Language) -> Vec<(&'static str, String)> {
        let mut told = Vec::new();
        if self.handled > 0 {
            let calls = show(f64::from(self.handled), Unit::Calls, language);
            let (angry, hardest) = (self.angry, self.hardest);
            let tired = bare(f64::from(self.exhaustion), Unit::Index);
            told.push((
                "work",
                match language {
                    Language::Zh => format!(
                        "这个月接了 {calls}，其中 {angry} 通是愤怒来电，最难的一周 {hardest} 通；疲劳 {tired}。"
                    ),
                    Language::En => format!(
                        "{calls} this month; angry callers: {angry}, {hardest} of them in the hardest week. Exhaustion {tired}."
                    ),
                },
            ));
        }
        if self.training > 0.0 {
            let hours = show(f64::from(self.training), Unit::Hours, language);
            told.push((
                "training",
                match language {
                    Language::Zh => format!("这个月受训 {hours}。"),
                    Language::En => format!("{hours} of training this month."),
                },
            ));
        }
        if self.relief > 0 {
            let n = self.relief;
            let sessions = if n == 1 { "session" } else { "sessions" };
            told.push((
                "relief",
                match language {
                    Language::Zh => format!("这个月参加减压活动 {n} 次。"),
                    Language::En => format!("{n} {sessions} of stress relief this month."),
                },
            ));
        }
        told
    }
}

fn text(event: &Event, life: &Life, scenario: &Scenario, language: Language) -> Option<String> {
    let text = match event {
        Event::Week { .. } | Event::Relief | Event::Training { .. } => return None,
        Event::Hired => {
            let days = scenario.workforce.hiring.training_days;
            match language {
                Language::Zh => format!("入职，先培训 {days} 天。"),
                Language::En => format!("First day; {days} days of training come first."),
            }
        }
        Event::Ill { days, worked } => ill(*days, *worked, language),
        Event::Asked(reply) => asked(*reply, language),
        Event::Appraisal(found) => appraisal(found, language),
        Event::Award { hours } => {
            let (by, hours) = (strategy(scenario, language), f64::from(*hours));
            let off = show(hours, Unit::Hours, language);
            match (language, hours > 0.0) {
                (Language::Zh, true) => format!("获奖（{by}），附带调休 {off}。"),
                (Language::Zh, false) => format!("获奖（{by}）。"),
                (Language::En, true) => format!("An award ({by}), with {off} off."),
                (Language::En, false) => format!("An award ({by})."),
            }
        }
        Event::PassedOver { lesser } => {
            let by = strategy(scenario, language);
            let colleagues = if *lesser == 1 {
                "colleague"
            } else {
                "colleagues"
            };
            match language {
                Language::Zh => format!("落选（{by}）：{lesser} 位成绩更低的同事得了奖。"),
                Language::En => {
                    format!(
                        "Passed over ({by}): {lesser} {colleagues} with less to show got awards."
                    )
                }
            }
        }
        Event::Rotated => say(
            language,
            "轮换到别的工作，一时还生疏。",
            "Moved to other work, unfamiliar at first.",
        ),
        Event::Effort { from, to } => return effort(*from, *to, language),
        Event::Leaving(chance) => leaving(chance, language),
        Event::Promoted(track) => {
            let track = track_name(*track, language);
            match language {
                Language::Zh => format!("晋升：{track}。"),
                Language::En => format!("Promoted: {track}."),
            }
        }
        Event::NotPromoted => say(
            language,
            "有人晋升，这次没有轮到。",
            "Others were promoted this time.",
        ),
        Event::Decided { quits: true } => say(language, "决定离开。", "Decided to leave."),
        Event::Decided { quits: false } => say(
            language,
            "因退休、辞退或迁居，将要离开。",
            "Has to go: retirement, dismissal or a move.",
        ),
        Event::LastDay(left) => {
            let thought = life
                .entries
                .iter()
                .any(|entry| matches!(entry.event, Event::Decided { .. }));
            match (left, thought) {
                (Left::Quit, false) => say(
                    language,
                    "最后一天：岗前培训结束，没有留下来。",
                    "Last day: the training before the phones is over, and it was not for them.",
                ),
                (Left::Quit | Left::Otherwise | Left::Stayed, _) => {
                    say(language, "最后一天。", "Last day.")
                }
            }
        }
    };
    Some(text)
}

fn ill(days: u32, worked: u32, language: Language) -> String {
    let plural = if days == 1 { "day" } else { "days" };
    match (language, worked) {
        (Language::Zh, 0) => format!("病了 {days} 个工作日。"),
        (Language::Zh, _) => format!("病了 {days} 个工作日，其中 {worked} 天带病上班。"),
        (Language::En, 0) => format!("Ill for {days} working {plural}."),
        (Language::En, _) => format!("Ill for {days} working {plural}, at work on {worked}."),
    }
}

fn asked(reply: Reply, language: Language) -> String {
    match reply {
        Reply::Moved => say(
            language,
            "家里有事，调了班。",
            "Something at home; hours were moved.",
        ),
        Reply::DayOff => say(
            language,
            "家里有事，请假一天，批了。",
            "Something at home; a day off was granted.",
        ),
        Reply::Holiday(days) => match language {
            Language::Zh => format!("休假 {days} 天，批了。"),
            Language::En => format!("A holiday of {days} days was granted."),
        },
        Reply::Refused => say(
            language,
            "家里有事，请假没批。",
            "Something at home; a day off was refused.",
        ),
        Reply::HolidayRefused => say(
            language,
            "申请休假，没批。",
            "Asked for a holiday; it was refused.",
        ),
    }
}

fn appraisal(found: &Appraised, language: Language) -> String {
    let score = bare(found.score * 100.0, Unit::Points);
    let [volume, talk, points, rating] = found.figures;
    let volume = bare(volume, Unit::Calls);
    let talk = show(talk, Unit::Seconds, language);
    let points = bare(points, Unit::Points);
    let rating = show(rating, Unit::Share, language);
    let reached = found.reached.iter().filter(|r| **r).count();
    let (place, of) = (found.place, found.of);
    let cut = match (language, found.found_cut) {
        (_, 0) => String::new(),
        (Language::Zh, n) => format!("抽检发现 {n} 通提前挂断。"),
        (Language::En, n) => format!(" Calls cut short found in the sample: {n}."),
    };
    match language {
        Language::Zh => format!(
            "考核 {score} 分，{of} 人中第 {place}：日均接听 {volume} 通，平均通话 {talk}，质检 {points} 分，满意 {rating}；四项指标达标 {reached} 项。{cut}"
        ),
        Language::En => format!(
            "Appraisal: {score} of 100, place {place} of {of}; {volume} calls a day, {talk} of talk, inspection {points}, satisfied {rating}; {reached} of 4 targets reached.{cut}"
        ),
    }
}

fn effort(from: [f32; 3], to: [f32; 3], language: Language) -> Option<String> {
    let names = match language {
        Language::Zh => ["赶快", "细致", "提前挂断"],
        Language::En => ["speed", "care", "cutting short"],
    };
    let mut parts = Vec::new();
    for (k, name) in names.into_iter().enumerate() {
        if (to[k] - from[k]).abs() >= TOLD_EFFORT {
            let unit = if k == 2 { Unit::Share } else { Unit::Index };
            let [from, to] = [from[k], to[k]].map(|v| show(f64::from(v), unit, language));
            parts.push(format!("{name} {from} → {to}"));
        }
    }
    if parts.is_empty() {
        return None;
    }
    Some(match language {
        Language::Zh => format!("改变了做法：{}。", parts.join("，")),
        Language::En => format!("Works differently from now on: {}.", parts.join(", ")),
    })
}

fn leaving(chance: &Chance, language: Language) -> String {
    let total = percent(chance.chance);
    let named: Vec<String> = largest(chance.parts)
        .into_iter()
        .take(3)
        .map(|(p, size)| match language {
            Language::Zh => format!("{} {}", part(p, language), percent(size)),
            Language::En => format!("{} {}", lower_first(&part(p, language)), percent(size)),
        })
        .collect();
    match language {
        Language::Zh => format!(
            "这个月决定离开的可能性是 {total}；占比最大的几项：{}。",
            named.join("，")
        ),
        Language::En => format!(
            "Chance of deciding to leave this month: {total}; the largest shares: {}.",
            named.join(", ")
        ),
    }
}

/// The parts that raise the chance, the largest first; what everybody has is left out.
pub(super) fn largest(parts: [f64; 10]) -> Vec<(Part, f64)> {
    let mut named: Vec<(Part, f64)> = Part::ALL
        .into_iter()
        .zip(parts)
        .skip(1)
        .filter(|(_, size)| *size > 0.0)
        .collect();
    crate::order::by(&mut named, |a, b| b.1.total_cmp(&a.1));
    named
}

/// A small share in per cent, with two decimals where it is below one.
pub(super) fn percent(share: f64) -> String {
    let decimals = if share < 0.01 { 2 } else { 1 };
    format!("{:.decimals$}%", share * 100.0)
}

/// The name of the award strategy.
fn strategy(scenario: &Scenario, language: Language) -> &'static str {
    let chosen = scenario.rewards.awards.strategy;
    AwardStrategy::CHOICES
        .get(chosen as usize)
        .map_or("", |option| option.label.get(language))
}

fn track_name(track: u8, language: Language) -> String {
    match track {
        0 => say(language, "专家咨询", "specialist consulting"),
        1 => say(language, "运营管理", "operations management"),
        _ => say(language, "专利分析", "patent analysis"),
    }
}
