//! Why a life went so, in up to three sentences: what was decided, the largest shares of the chance, and
//! what the journal holds behind the largest.

use super::told::{largest, percent};
use super::{date, names, part, until};
use crate::measure::journal::{Chance, Event, Journal, Life, Part};
use crate::measure::ledger::Left;
use crate::scenario::Scenario;
use crate::scenario::field::{Language, Unit};
use crate::view::number::{bare, show};
use crate::view::sentence::lower_first;

/// Up to three sentences.
#[must_use]
pub fn sentences(
    journal: &Journal,
    life: &Life,
    scenario: &Scenario,
    language: Language,
) -> Vec<String> {
    let name = names::name(life, language);
    let decision = life.entries.iter().find_map(|entry| {
        if let Event::Decided { quits: true } = entry.event {
            Some(entry.day)
        } else {
            None
        }
    });
    let (first, parts, until) = if let Some(day) = decision {
        let Some(chance) = chance_on(life, day) else {
            return Vec::new();
        };
        let first = decided(journal, chance, day, &name, language);
        (first, chance.parts, day)
    } else {
        let calendar = &journal.calendar;
        let year_end = calendar.warmup + calendar.measured;
        let last = life.end.map_or(year_end, |(day, _)| day);
        let (stays, parts) = year(journal, life);
        let first = did_not_decide(life, &name, 1.0 - stays, language);
        (first, parts, last)
    };
    let named = largest(parts);
    let mut out = vec![first];
    if !named.is_empty() {
        out.push(shares(parts, language));
    }
    // What other jobs offer and how long ago one was hired stands in no journal.
    let told = |part: &Part| !matches!(part, Part::Outside | Part::Early | Part::Ordinary);
    if let Some((most, _)) = named.into_iter().find(|(part, _)| told(part)) {
        out.push(behind(journal, life, scenario, most, until, language));
    }
    out
}

fn chance_on(life: &Life, day: u32) -> Option<&Chance> {
    life.entries
        .iter()
        .filter(|entry| entry.day == day)
        .find_map(|entry| entry.event.chance())
}

/// The chance of not deciding to leave in all the months that are told.
#[must_use]
pub fn stays(life: &Life) -> f64 {
    let chances = life.entries.iter().filter_map(|entry| entry.event.chance());
    chances.map(|chance| 1.0 - chance.chance).product()
}

/// The same in the measured year, and the sums of the parts over its months.
fn year(journal: &Journal, life: &Life) -> (f64, [f64; 10]) {
    let mut stays = 1.0;
    let mut parts = [0.0; 10];
    for entry in life.of_year(&journal.calendar) {
        if let Some(chance) = entry.event.chance() {
            stays *= 1.0 - chance.chance;
            for (sum, part) in parts.iter_mut().zip(chance.parts) {
                *sum += part;
            }
        }
    }
    (stays, parts)
}

fn decided(journal: &Journal, chance: &Chance, day: u32, name: &str, language: Language) -> String {
    let on = date(&journal.calendar, day, language);
    let own = percent(chance.chance);
    let mut all: Vec<f64> = journal
        .lives
        .iter()
        .filter_map(|life| chance_on(life, day))
        .map(|chance| chance.chance)
        .collect();
    crate::order::numbers(&mut all);
    let middle = percent(all.get(all.len() / 2).copied().unwrap_or(chance.chance));
    match language {
        Language::Zh => {
            format!(
                "{name}决定离开（{on}）；那个月这样决定的可能性是 {own}，全体的中位数是 {middle}。"
            )
        }
        Language::En => format!(
            "{name} decided to leave ({}); the chance of that was {own} that month, against {middle} in the middle of the hall.",
            lower_first(&on)
        ),
    }
}

fn did_not_decide(life: &Life, name: &str, chance: f64, language: Language) -> String {
    let chance = percent(chance);
    match (life.end.map(|(_, left)| left), language) {
        (None, Language::Zh) => {
            format!("{name}年底仍在岗；一年里各月决定离开的可能性累计为 {chance}，但没有离开。")
        }
        (None, Language::En) => format!(
            "{name} was still there at the end; over the year the chance of deciding to leave came to {chance} and did not come true."
        ),
        (Some(Left::Quit), Language::Zh) => {
            format!("{name}在岗前培训结束时离开；模型里，每个新人都有固定的概率这样离开。")
        }
        (Some(Left::Quit), Language::En) => format!(
            "{name} left when the training before the phones ended, as new people in the model do with a fixed chance."
        ),
        (Some(Left::Otherwise | Left::Stayed), Language::Zh) => format!(
            "{name}不是自己要走的：退休、辞退和迁居在模型里随机发生；此前决定离开的可能性累计为 {chance}。"
        ),
        (Some(Left::Otherwise | Left::Stayed), Language::En) => format!(
            "{name} did not choose to go: retirement, dismissal and moves are drawn by lot in the model; up to then the chance of deciding to leave came to {chance}."
        ),
    }
}

fn shares(parts: [f64; 10], language: Language) -> String {
    let total: f64 = parts.iter().sum();
    let share = |size: f64| format!("{:.0}%", size / total * 100.0);
    let named = largest(parts);
    let told: Vec<String> = named
        .iter()
        .take(3)
        .map(|(p, size)| match language {
            Language::Zh => format!("{}占 {}", part(*p, language), share(*size)),
            Language::En => format!("{} {}", lower_first(&part(*p, language)), share(*size)),
        })
        .collect();
    match language {
        Language::Zh => format!(
            "这份可能性里，{}；人人都有的基准风险占 {}。",
            told.join("，"),
            share(parts[0])
        ),
        Language::En => format!(
            "Of that chance: {}; {} is what everybody has.",
            told.join(", "),
            share(parts[0])
        ),
    }
}

/// What the journal holds behind a part, up to a day.
fn behind(
    journal: &Journal,
    life: &Life,
    scenario: &Scenario,
    part: Part,
    day: u32,
    language: Language,
) -> String {
    let count = |what: &dyn Fn(&Event) -> bool| until(life, day, what);
    let months = count(&|e| matches!(e, Event::Leaving(_)));
    let awards = count(&Event::is_award);
    let passed = count(&|e| matches!(e, Event::PassedOver { .. }));
    let asked = count(&|e| matches!(e, Event::Asked(_)));
    let refused = count(&Event::is_refusal);
    let fact = match part {
        Part::Exhaustion => return work(journal, life, scenario, day, language),
        Part::Ordinary | Part::Early | Part::Outside => return String::new(),
        Part::Existence => match language {
            Language::Zh => format!("请假 {asked} 次，{refused} 次没批"),
            Language::En => format!("requests for leave: {asked}, of which {refused} were refused"),
        },
        Part::Unfairness | Part::Relatedness => match language {
            Language::Zh => {
                format!("获奖 {awards} 次，被成绩更低的同事挤下 {passed} 次，请假没批 {refused} 次")
            }
            Language::En => format!(
                "awards: {awards}; passed over: {passed}; requests for leave refused: {refused}"
            ),
        },
        Part::Growth => {
            let promoted = count(&|e| matches!(e, Event::Promoted(_)));
            let hours = show(trained(life, day), Unit::Hours, language);
            match language {
                Language::Zh => format!("受训 {hours}，晋升 {promoted} 次"),
                Language::En => format!("training: {hours}; promotions: {promoted}"),
            }
        }
        Part::Contagion => {
            let left = teammates_gone(journal, life, day);
            match language {
                Language::Zh => format!("近三个月同组有 {left} 人决定离开"),
                Language::En => {
                    format!(
                        "colleagues of the team who decided to leave within three months: {left}"
                    )
                }
            }
        }
        Part::Hopeless => {
            let appraised = count(&|e| matches!(e, Event::Appraisal(_)));
            let reached = count(&|e| matches!(e, Event::Appraisal(found) if found.reached[0]));
            match language {
                Language::Zh => format!("考核 {appraised} 次，日接听目标达到 {reached} 次"),
                Language::En => format!(
                    "appraisals: {appraised}, of which {reached} with the volume target reached"
                ),
            }
        }
    };
    let plural = if months == 1 { "month" } else { "months" };
    let of = super::part(part, language);
    match language {
        Language::Zh => format!("“{of}”背后，此前记下的 {months} 个月里：{fact}。"),
        Language::En => format!(
            "Behind {}, in the {months} {plural} told until then: {fact}.",
            lower_first(&of)
        ),
    }
}

/// What three months of work were like.
fn work(
    journal: &Journal,
    life: &Life,
    scenario: &Scenario,
    day: u32,
    language: Language,
) -> String {
    let since = day.saturating_sub(journal.calendar.measured / 4);
    let (mut calls, mut angry, mut tired) = (0_u32, 0_u32, 0.0_f32);
    for entry in &life.entries {
        if let Event::Week {
            handled,
            angry: of,
            exhaustion,
        } = &entry.event
            && entry.day <= day
        {
            tired = *exhaustion;
            if entry.day > since {
                calls += handled;
                angry += of;
            }
        }
    }
    let calls = show(f64::from(calls), Unit::Calls, language);
    let tired = bare(f64::from(tired), Unit::Index);
    let ordinary = scenario.behaviour.parameters.quit.ordinary_exhaustion;
    let ordinary = bare(ordinary, Unit::Index);
    match language {
        Language::Zh => format!(
            "“疲劳”背后，此前三个月接了 {calls}，其中 {angry} 通是愤怒来电；疲劳到了 {tired}，平常是 {ordinary}。"
        ),
        Language::En => format!(
            "Behind exhaustion, in the three months before: {calls}, {angry} of them from angry callers; exhaustion stood at {tired}, where {ordinary} is ordinary."
        ),
    }
}

fn trained(life: &Life, day: u32) -> f64 {
    let before = life.entries.iter().take_while(|entry| entry.day <= day);
    before.map(|entry| entry.event.training_hours()).sum()
}

fn teammates_gone(journal: &Journal, life: &Life, day: u32) -> usize {
    let since = day.saturating_sub(journal.calendar.measured / 4);
    let decides = |other: &Life| {
        other.entries.iter().any(|entry| {
            matches!(entry.event, Event::Decided { quits: true })
                && entry.day > since
                && entry.day < day
        })
    };
    journal
        .lives
        .iter()
        .filter(|other| other.who.team == life.who.team && decides(other))
        .count()
}
