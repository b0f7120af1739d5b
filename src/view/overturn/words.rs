//! The sentences: whether the conclusion holds, in how many worlds, what turns it, what to measure.

use super::{amount, label, margin, value};
use crate::scenario::field::{Language, Unit};
use crate::study::sensitivity::Sensitivity;
use crate::study::sensitivity::local::{Bar, Flip};
use crate::study::sensitivity::result::Overturn;
use crate::study::sensitivity::worth::range_of_error;
use crate::view::amount::percent;
use crate::view::finding::say;
use crate::view::look;
use crate::view::number::show_range;

/// The finding: with what strength the claim holds, and what would turn it.
#[must_use]
pub fn sentence(study: &Sensitivity, found: &Overturn, claim: &str, language: Language) -> String {
    let Some(base) = found.base else {
        return match language {
            Language::Zh => format!("还没有可用的模拟年，判断不了这个结论：{claim}。"),
            Language::En => format!("The conclusion “{claim}”: no simulated year to judge by yet."),
        };
    };
    let holds = base.mean > 0.0;
    let by = margin(study, base.mean.abs(), language);
    let by = by.trim_start_matches('+');
    let by = match (language, look::is_first(&base)) {
        (_, false) => by.to_owned(),
        (Language::Zh, true) => format!("{by}（{}）", look::first(base.count, language)),
        (Language::En, true) => format!("{by} ({})", look::first(base.count, language)),
    };
    let first = match (language, holds) {
        (Language::Zh, true) => format!("按目前的假设，结论成立：{claim}，余量 {by}。"),
        (Language::Zh, false) => format!("按目前的假设，结论不成立（{claim}）：差 {by}。"),
        (Language::En, true) => {
            format!("Under today’s assumptions the conclusion holds: {claim}, by {by}.")
        }
        (Language::En, false) => {
            format!(
                "Under today’s assumptions the conclusion does not hold ({claim}): it misses by {by}."
            )
        }
    };
    [
        first,
        worlds(found, language),
        turns(study, found, holds, language),
    ]
    .concat()
}

fn worlds(found: &Overturn, language: Language) -> String {
    let Some(share) = found.share else {
        return String::new();
    };
    let (low, high) = (percent(share.interval.0), percent(share.interval.1));
    let middle = percent(share.share);
    let so_far = !found.complete;
    match language {
        Language::Zh => format!(
            "在 {} 个合理的假设组合里，约 {middle} 成立（{low} 至 {high}{}）。",
            share.worlds,
            if so_far { "，未算完" } else { "" }
        ),
        Language::En => format!(
            " In {} plausible worlds it holds in about {middle} ({low} to {high}{}).",
            share.worlds,
            if so_far { ", not finished" } else { "" }
        ),
    }
}

fn turns(study: &Sensitivity, found: &Overturn, holds: bool, language: Language) -> String {
    let bars = || found.tornado.iter().filter(|bar| bar.flip.is_there());
    let placed: Vec<String> = bars()
        .filter(|bar| bar.flip.is_placed())
        .map(|bar| turn(study, bar, language))
        .take(3)
        .collect();
    let any_known = found.tornado.iter().any(|bar| bar.flip != Flip::Pending);
    let sure = match (language, placed.is_empty()) {
        (_, true) => String::new(),
        (Language::Zh, false) => format!(
            "此结论{}，若{}。",
            if holds { "翻转" } else { "转为成立" },
            placed.join("，或")
        ),
        (Language::En, false) => format!(
            " This conclusion {} if {}.",
            if holds { "flips" } else { "becomes true" },
            placed.join(", or ")
        ),
    };
    let unplaced: Vec<String> = bars()
        .filter(|bar| !bar.flip.is_placed())
        .map(|bar| label(study, bar.input, language))
        .take(3)
        .collect();
    let unsure = match (language, unplaced.is_empty()) {
        (_, true) => String::new(),
        (Language::Zh, false) => format!(
            "“{}”也许能使它{}，但这些年份还说不出在哪个数值。",
            unplaced.join("”“"),
            if holds { "翻转" } else { "成立" }
        ),
        (Language::En, false) => format!(
            " “{}” may turn it, but at which value these years can’t tell.",
            unplaced.join("”, “")
        ),
    };
    match (language, any_known && bars().next().is_none()) {
        (_, false) => sure + &unsure,
        (Language::Zh, true) => "单独改动任何一项保留的假设，都不会使它翻转。".to_owned(),
        (Language::En, true) => {
            " No kept assumption turns it when moved alone within its range.".to_owned()
        }
    }
}

/// Where an assumption turns the conclusion: the value, from where to where that may lie, the value now.
fn turn(study: &Sensitivity, bar: &Bar, language: Language) -> String {
    let of = &study.inputs()[bar.input];
    let label = label(study, bar.input, language);
    let own = amount(of, &of.own, language);
    let now = match language {
        Language::Zh => format!("现为 {own}"),
        Language::En => format!("now {own}"),
    };
    let there = match (bar.flip, language) {
        (Flip::At { at, from, to }, _) => {
            let [at, from, to] = [at, from, to].map(|place| value(of, place, language));
            match language {
                Language::Zh => format!("{at}（{from} 至 {to} 之间，{now}）"),
                Language::En => format!("{at} (between {from} and {to}; {now})"),
            }
        }
        (Flip::With { at }, Language::Zh) => format!("{}（{now}）", value(of, at, language)),
        (Flip::With { at }, Language::En) => format!("{} ({now})", value(of, at, language)),
        (Flip::NotInRange | Flip::Pending, _) => now,
    };
    match language {
        Language::Zh => format!("“{label}”为 {there}"),
        Language::En => format!("“{label}” is {there}"),
    }
}

/// The chance of a wrong conclusion, with what so many worlds leave possible; None before there are worlds.
#[must_use]
pub fn chance_of_error(found: &Overturn, language: Language) -> Option<String> {
    let (error, share) = (found.error?, found.share?);
    let (low, high) = range_of_error(share.interval);
    let range = show_range(low.min(error), high.max(error), Unit::Share, language);
    let (worlds, error) = (share.worlds, percent(error));
    Some(match language {
        Language::Zh => format!("{error}（{worlds} 个组合下可能是 {range}）"),
        Language::En => format!("{error} (by {worlds} worlds it may be {range})"),
    })
}

/// What to measure first, how the worlds were counted, what is not in it.
#[must_use]
pub fn notes(study: &Sensitivity, found: &Overturn, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    let now = chance_of_error(found, language).unwrap_or_default();
    if let (Some((input, worth)), Some(error)) = (found.worth.first(), found.error) {
        let label = label(study, *input, language);
        let then = percent((error - worth.gain).max(0.0));
        notes.push(match language {
            Language::Zh => format!(
                "最值得先测的是“{label}”：测准它，得出错误结论的可能性约从 {now} 降到 {then}。"
            ),
            Language::En => format!(
                "“{label}” is worth measuring first: knowing it lowers the chance of a wrong conclusion from about {now} to {then}."
            ),
        });
    } else if found.error.is_some() && found.complete {
        notes.push(match language {
            Language::Zh => format!(
                "得出错误结论的可能性约 {now}；没有哪一项假设，单独知道它就能看出明显减小。"
            ),
            Language::En => format!(
                "The chance of a wrong conclusion is about {now}; no single assumption is seen to lower it much when known."
            ),
        });
    }
    if let Some(share) = found.share {
        let cant = share.worlds - share.holds - share.fails;
        notes.push(match language {
            Language::Zh => format!(
                "{} 个假设组合中，{} 个明确成立，{} 个明确不成立，{cant} 个因运气分不清；占比已扣除运气的影响。",
                share.worlds, share.holds, share.fails
            ),
            Language::En => format!(
                "Of {} worlds it clearly holds in {}, clearly fails in {}, and luck hides it in {cant}; the share has luck taken off.",
                share.worlds, share.holds, share.fails
            ),
        });
    }
    if found.complete && found.share.is_some() && found.blame.is_empty() {
        notes.push(say(
            language,
            "各假设组合之间的差别多半是运气，看不出由哪一项假设造成；多算一些组合也许能看出。",
            "What differs between these worlds is mostly luck, and no assumption stands out; more worlds may show one.",
        ));
    }
    notes.push(say(
        language,
        "每个假设都在它的合理范围内均匀取值，互不相关；范围多为作者判断。模型没有写进去的东西不在其中。",
        "Each assumption takes every value of its plausible range equally often, independently of the others; most ranges are the author’s judgement. What is not in the model is not in this.",
    ));
    notes
}
