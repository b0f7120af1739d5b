//! The sentences: which strategy keeps most people, what can't be told apart from it, what of winning is
//! luck, what the lottery would have done.

use super::{hypothesis, strategy};
use crate::measure::summary::{Summary, student_t, student_t_975};
use crate::scenario::field::{Language, Unit};
use crate::study::awards::Awards;
use crate::study::awards::result::{CUT, Card, Coverage, TURNOVER};
use crate::view::amount::percent;
use crate::view::finding::say;
use crate::view::look::{FEWEST, difference};
use crate::view::number::show_range;

/// Normal quantile of two-sided 5 % shared out over the nine strategies that are held against the best.
const BEYOND_CHANCE: f64 = 2.773;

/// The cards by turnover, lowest first.
#[must_use]
pub fn ranked(found: &Coverage) -> Vec<&Card> {
    let mut cards: Vec<&Card> = found
        .cards
        .iter()
        .filter(|c| c.read[TURNOVER].is_some())
        .collect();
    let mean = |card: &Card| card.read[TURNOVER].map_or(f64::INFINITY, |s| s.mean);
    crate::order::by(&mut cards, |a, b| mean(a).total_cmp(&mean(b)));
    cards
}

/// The finding.
#[must_use]
pub fn sentence(found: &Coverage, language: Language) -> String {
    let ranked = ranked(found);
    let (Some(best), Some(worst)) = (ranked.first(), ranked.last()) else {
        return say(language, "还没有模拟年。", "No simulated year yet.");
    };
    if best.count < FEWEST {
        return say(
            language,
            "模拟次数还不够给各种评奖方式排先后。",
            "Too few simulations yet to rank the strategies.",
        );
    }
    let turnover = |card: &Card| card.read[TURNOVER].map_or_else(String::new, |s| percent(s.mean));
    // Both were run under the same luck: their distance from no awards is taken year by year.
    let alike: Vec<&str> = ranked[1..]
        .iter()
        .filter(|card| !apart(best, card))
        .map(|card| strategy(card.place.strategy, language))
        .collect();
    let name = strategy(best.place.strategy, language);
    let last = strategy(worst.place.strategy, language);
    let hours = crate::view::number::bare(found.budget_hours, Unit::Hours);
    match language {
        Language::Zh => {
            let alike = match alike.len() {
                0 => "，其余都明显更高".to_owned(),
                n if n + 1 == ranked.len() => "，但与其余各种都分不清".to_owned(),
                _ => format!("，与它分不清的有{}", alike.join("、")),
            };
            format!(
                "同样 {hours} 小时的奖励预算下，“{name}”的年离职率最低（{}）{alike}；最高的是“{last}”（{}）。",
                turnover(best),
                turnover(worst)
            )
        }
        Language::En => {
            let alike = match alike.len() {
                0 => "; all others are clearly higher".to_owned(),
                n if n + 1 == ranked.len() => ", but no other can be told apart from it".to_owned(),
                _ => format!("; not to be told apart from it: {}", alike.join(", ")),
            };
            format!(
                "At one budget of {hours} hours, “{name}” has the lowest annual turnover ({}){alike}. The highest is “{last}” ({}).",
                turnover(best),
                turnover(worst)
            )
        }
    }
}

/// True where the other's turnover is further from the best's than chance would bring any of nine.
fn apart(best: &Card, other: &Card) -> bool {
    let Some((_, pair)) = best
        .against
        .iter()
        .find(|(id, _)| *id == other.place.strategy)
    else {
        return false;
    };
    pair.is_some_and(|pair| beyond_chance(&pair))
}

fn beyond_chance(summary: &Summary) -> bool {
    if summary.count < FEWEST {
        return false;
    }
    let degrees = summary.count - 1;
    let error = (summary.ci95.1 - summary.mean) / student_t_975(degrees);
    summary.mean.abs() > student_t(BEYOND_CHANCE, degrees) * error
}

/// What qualifies it.
#[must_use]
pub fn notes(study: &Awards, found: &Coverage, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    let own = found
        .cards
        .iter()
        .find(|c| c.place.strategy == study.own_strategy());
    if let Some(card) = own {
        notes.extend(lottery(card, language));
        notes.extend(luck(card, language));
        notes.extend(gaming(card, language));
    }
    if !study.terms().locked {
        notes.push(say(
            language,
            "预算未锁定：每奖附带的小时数不变，奖越多花得越多。",
            "The budget is not locked: each award brings the same hours, so more awards cost more.",
        ));
    }
    if found.curve.iter().any(|point| point.place.capped) {
        notes.push(say(
            language,
            "覆盖面很小时，单个奖的小时数到了上限，预算没有用完。",
            "At the smallest coverage an award may not bring as many hours as the budget has; some of it is left.",
        ));
    }
    let assumed = hypothesis(study.own_hypothesis(), language);
    notes.push(match language {
        Language::Zh => format!(
            "这里假设的是“{assumed}”；研究对此有分歧，换成另外两种假设的结果并列在后。奖励与离职的关系是模型的假设，不是实测。"
        ),
        Language::En => format!(
            "This assumes: {assumed}. Research disagrees; the two other hypotheses stand beside it. How awards act on leaving is the model’s assumption, not a measurement."
        ),
    });
    notes
}

fn lottery(card: &Card, language: Language) -> Option<String> {
    let pair = card.from_lottery[TURNOVER]?;
    let name = strategy(card.place.strategy, language);
    let by = difference(&pair, Unit::SharePerYear, language);
    Some(match language {
        Language::Zh => format!("“{name}”与抽签的离职率之差：{by}。"),
        Language::En => {
            format!("Turnover of “{name}” less that of a lottery: {by}.")
        }
    })
}

fn luck(card: &Card, language: Language) -> Option<String> {
    // Twin years of few people say little, and so do few years.
    let luck = card
        .luck
        .filter(|luck| card.count >= FEWEST && luck.error.is_some_and(|error| error < 0.15))?;
    let name = strategy(card.place.strategy, language);
    let share = percent(luck.share.clamp(0.0, 1.0));
    let (low, high) = luck.interval()?;
    let range = show_range(low, high, Unit::Share, language);
    Some(match language {
        Language::Zh => format!(
            "“{name}”里谁获奖，约 {share} 是运气（{range}）：同样的人换一年运气再过一遍，获奖次数的变动中有这么多不随人。"
        ),
        Language::En => format!(
            "Of who wins under “{name}”, about {share} is luck ({range}): so much of the variance of awards doesn’t go with the person when the same people live through another year."
        ),
    })
}

fn gaming(card: &Card, language: Language) -> Option<String> {
    let pair = card.from_none[CUT]?;
    let name = strategy(card.place.strategy, language);
    let by = difference(&pair, Unit::Share, language);
    Some(match language {
        Language::Zh => {
            format!("“{name}”下提前挂断的来电占比，与不设奖时相差 {by}。")
        }
        Language::En => format!("Calls cut short under “{name}”, less those without awards: {by}."),
    })
}
