//! The same person under another policy and the same luck, side by side; and how often a life turned out
//! so in other years of the same people.

use super::told::percent;
use super::{cause, date, names};
use crate::measure::journal::{Calendar, Event, Journal, Life};
use crate::measure::ledger::{Left, PersonYear};
use crate::scenario::field::{Language, Unit};
use crate::view::finding::{Table, head, say};
use crate::view::number::{bare, show};
use crate::view::sentence::lower_first;

/// A person in two scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// Number of the life in the other journal; None where the person never came there.
    pub life: Option<usize>,
    /// How the two lives differ in a sentence.
    pub sentence: String,
    /// The two side by side; no rows without a twin.
    pub table: Table,
}

/// In how many years of the same people a person left, and had an award.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Often {
    /// Years looked at.
    pub years: u32,
    /// Of those, years in which the person was there at all.
    pub there: u32,
    /// Of those, years in which the person quit.
    pub quit: u32,
    /// Years in which the person had an award.
    pub awarded: u32,
}

impl Often {
    /// Counts over other years of the same people, everybody's in each.
    #[must_use]
    pub fn of<'a>(years: impl Iterator<Item = &'a [PersonYear]>, life: &Life) -> Self {
        let mut often = Self::default();
        for people in years {
            often.years += 1;
            if let Some(year) = people.iter().find(|year| year.who == life.who) {
                often.there += 1;
                often.quit += u32::from(year.end.left == Left::Quit);
                often.awarded += u32::from(year.awards() > 0);
            }
        }
        often
    }

    /// In a sentence.
    #[must_use]
    pub fn sentence(self, life: &Life, language: Language) -> String {
        let name = names::name(life, language);
        let Self {
            years,
            there,
            quit,
            awarded,
        } = self;
        if there == 0 {
            return match language {
                Language::Zh => format!("同一批人的另外 {years} 个年头里，{name}都没有入职。"),
                Language::En => {
                    format!("In {years} other years of the same people {name} was never hired.")
                }
            };
        }
        match language {
            Language::Zh => format!(
                "同一批人换 {years} 次运气：{name}在岗 {there} 次，其中主动离职 {quit} 次，得过奖 {awarded} 次。"
            ),
            Language::En => format!(
                "In {years} other years of the same people {name} was there in {there}, quit in {quit} of them and had an award in {awarded}."
            ),
        }
    }
}

/// The same person under the other policy; `names` are the scenarios'.
#[must_use]
pub fn twin(
    journals: [&Journal; 2],
    life: &Life,
    scenarios: [&str; 2],
    language: Language,
) -> Twin {
    let [here, there] = journals;
    let name = names::name(life, language);
    let other = there.twin_of(life);
    let at = other.and_then(|other| there.lives.iter().position(|l| std::ptr::eq(l, other)));
    let Some(other) = other else {
        let with = scenarios[1];
        return Twin {
            life: None,
            sentence: match language {
                Language::Zh => {
                    format!(
                        "在“{with}”里，这个岗位没有空出来，{name}没有入职，因此没有可以对照的经历。"
                    )
                }
                Language::En => format!(
                    "Under “{with}” the post was never free for {name}, so there is no other life to compare."
                ),
            },
            table: Table::default(),
        };
    };
    Twin {
        life: at,
        sentence: sentence(journals, [life, other], scenarios[1], &name, language),
        table: table([here, there], [life, other], scenarios, language),
    }
}

fn ended(calendar: &Calendar, life: &Life, language: Language) -> String {
    match life.end {
        None => say(language, "仍在岗", "still there"),
        Some((day, left)) => {
            let on = date(calendar, day, language);
            match (left, language) {
                (Left::Quit, Language::Zh) => format!("主动离职（{on}）"),
                (Left::Quit, Language::En) => format!("quit, {}", lower_first(&on)),
                (Left::Otherwise | Left::Stayed, Language::Zh) => format!("非自愿离开（{on}）"),
                (Left::Otherwise | Left::Stayed, Language::En) => {
                    format!("left otherwise, {}", lower_first(&on))
                }
            }
        }
    }
}

fn sentence(
    journals: [&Journal; 2],
    lives: [&Life; 2],
    with: &str,
    name: &str,
    language: Language,
) -> String {
    let quits = |at: usize| lives[at].quit_on(&journals[at].calendar);
    let on = |day: u32| date(&journals[1].calendar, day, language);
    let chances = lives.map(|life| percent(1.0 - cause::stays(life)));
    let [a, b] = chances;
    let turn = match (quits(0), quits(1), language) {
        (Some(_), Some(day), Language::Zh) => format!("也离职了（最后一天：{}）", on(day)),
        (Some(_), Some(day), Language::En) => {
            format!("quit as well (last day: {})", lower_first(&on(day)))
        }
        (Some(_), None, Language::Zh) => "没有离职".to_owned(),
        (Some(_), None, Language::En) => "did not quit".to_owned(),
        (None, Some(day), Language::Zh) => format!("离职了（最后一天：{}）", on(day)),
        (None, Some(day), Language::En) => {
            format!("quit (last day: {})", lower_first(&on(day)))
        }
        (None, None, Language::Zh) => "同样没有离职".to_owned(),
        (None, None, Language::En) => "did not quit either".to_owned(),
    };
    match language {
        Language::Zh => format!(
            "同样的运气、换成“{with}”，{name}{turn}；所记各月决定离开的可能性累计从 {a} 变为 {b}。"
        ),
        Language::En => format!(
            "Under the same luck and “{with}”, {name} {turn}; the chance of deciding to leave, over all months told, went from {a} to {b}."
        ),
    }
}

fn table(
    journals: [&Journal; 2],
    lives: [&Life; 2],
    scenarios: [&str; 2],
    language: Language,
) -> Table {
    let first = head(language, [""], [""])[0];
    let title = say(
        language,
        "同一个人，两种政策",
        "The same person under two policies",
    );
    let mut table = Table::new(title, &[first, scenarios[0], scenarios[1]]);
    let mut row = |zh: &str, en: &str, of: &dyn Fn(&Journal, &Life) -> String| {
        let cells = [0, 1].map(|at| of(journals[at], lives[at]));
        let [a, b] = cells;
        table.rows.push(vec![say(language, zh, en), a, b]);
    };
    let count = |journal: &Journal, life: &Life, what: &dyn Fn(&Event) -> bool| {
        life.count(&journal.calendar, what).to_string()
    };
    row("结局", "How it ended", &|j, l| {
        ended(&j.calendar, l, language)
    });
    row(
        "所记各月决定离开的可能性，累计",
        "Chance of deciding to leave, over all months told",
        &|_, l| percent(1.0 - cause::stays(l)),
    );
    row("平均考核得分", "Mean score", &|j, l| {
        l.mean_score(&j.calendar)
            .map_or_else(|| "—".to_owned(), |score| bare(score * 100.0, Unit::Points))
    });
    row("获奖", "Awards", &|j, l| count(j, l, &Event::is_award));
    row("落选（更低者获奖）", "Passed over", &|j, l| {
        count(j, l, &|e| matches!(e, Event::PassedOver { .. }))
    });
    row(
        "请假与调班申请",
        "Requests for leave or other hours",
        &|j, l| count(j, l, &|e| matches!(e, Event::Asked(_))),
    );
    row("其中没批", "Of those, refused", &|j, l| {
        count(j, l, &Event::is_refusal)
    });
    row("受训", "Training", &|j, l| {
        let hours = l
            .of_year(&j.calendar)
            .map(|entry| entry.event.training_hours());
        show(hours.sum(), Unit::Hours, language)
    });
    row("晋升", "Promotions", &|j, l| {
        count(j, l, &|e| matches!(e, Event::Promoted(_)))
    });
    row("愤怒来电", "Angry callers", &|j, l| angry(j, l));
    row(
        "最后一周的疲劳",
        "Exhaustion in the last week",
        &|_, l| {
            let last = l.entries.iter().rev().find_map(|entry| {
                if let Event::Week { exhaustion, .. } = &entry.event {
                    Some(f64::from(*exhaustion))
                } else {
                    None
                }
            });
            last.map_or_else(|| "—".to_owned(), |tired| bare(tired, Unit::Index))
        },
    );
    table
}

fn angry(journal: &Journal, life: &Life) -> String {
    let (mut calls, mut angry) = (0_u32, 0_u32);
    for entry in life.of_year(&journal.calendar) {
        if let Event::Week {
            handled, angry: of, ..
        } = &entry.event
        {
            calls += handled;
            angry += of;
        }
    }
    if calls == 0 {
        "—".to_owned()
    } else {
        format!("{angry} / {calls}")
    }
}
