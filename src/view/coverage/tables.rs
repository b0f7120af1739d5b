//! The tables: the strategies at one budget, and what they do that chance doesn't.

use super::strategy;
use super::words::ranked;
use crate::measure::metric::{METRICS, position};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};
use crate::study::awards::result::{
    CUT, Card, Coverage, GINI, MERIT, NEVER, OUTPUT, QUALITY, READ, TURNOVER,
};
use crate::view::amount::percent;
use crate::view::finding::{Table, head, say};
use crate::view::look::{FEWEST, brief, difference, first, level};
use crate::view::number::show_range;

pub(super) fn unit(read: usize) -> Unit {
    position(READ[read]).map_or(Unit::None, |metric| METRICS[metric].unit)
}

/// With its interval, in a row that says elsewhere how few years are in.
pub(super) fn cell(unit: Unit, summary: Option<Summary>, language: Language) -> String {
    summary.map_or_else(|| "—".to_owned(), |s| brief(&s, unit, language))
}

pub(super) fn with_interval(read: usize, summary: Option<Summary>, language: Language) -> String {
    summary.map_or_else(|| "—".to_owned(), |s| level(&s, unit(read), language))
}

/// The strategies at the scenario's own coverage, lowest turnover first.
#[must_use]
pub fn cards(found: &Coverage, language: Language) -> Table {
    let titles = head(
        language,
        [
            "评奖方式",
            "年离职率",
            "质检分",
            "人均日解决",
            "从未获奖",
            "集中度",
            "与贡献相关",
            "提前挂断",
            "实发小时",
        ],
        [
            "Strategy",
            "Turnover",
            "Inspection",
            "Resolved a day",
            "Never",
            "Gini",
            "Follows merit",
            "Cut short",
            "Hours given",
        ],
    );
    let title = say(
        language,
        "同一预算下的各种评奖方式",
        "The strategies at one budget",
    );
    let mut table = Table::new(title, &titles);
    for card in ranked(found) {
        let read = |read: usize| cell(unit(read), card.read[read], language);
        table.rows.push(vec![
            strategy(card.place.strategy, language).to_owned(),
            with_interval(TURNOVER, card.read[TURNOVER], language),
            read(QUALITY),
            read(OUTPUT),
            read(NEVER),
            read(GINI),
            read(MERIT),
            read(CUT),
            cell(Unit::Hours, card.hours_given, language),
        ]);
    }
    table
}

/// How much of winning is luck, with its interval, or as a first look; None without twin years or awards.
fn luck(card: &Card, language: Language) -> Option<String> {
    let luck = card.luck?;
    let (first, known) = (first(card.count, language), luck.interval());
    let range = known
        .filter(|_| card.count >= FEWEST)
        .map_or(first, |(low, high)| {
            show_range(low, high, Unit::Share, language)
        });
    let share = percent(luck.share.clamp(0.0, 1.0));
    Some(match language {
        Language::Zh => format!("{share}（{range}）"),
        Language::En => format!("{share} ({range})"),
    })
}

/// Against the null: what of winning is luck, and what the strategy does that a lottery doesn't.
#[must_use]
pub fn chance(found: &Coverage, language: Language) -> Table {
    let titles = head(
        language,
        [
            "评奖方式",
            "运气占比",
            "离职率比抽签",
            "质检分比抽签",
            "提前挂断比不设奖",
        ],
        [
            "Strategy",
            "Luck’s share",
            "Turnover − lottery",
            "Inspection − lottery",
            "Cut short − none",
        ],
    );
    let title = say(
        language,
        "与抽签、与不设奖相比（同样的运气）",
        "Against a lottery and against none, under the same luck",
    );
    let mut table = Table::new(title, &titles);
    let difference = |read: usize, summary: Option<Summary>| {
        summary.map_or_else(|| "—".to_owned(), |s| difference(&s, unit(read), language))
    };
    for card in ranked(found) {
        let luck = luck(card, language).unwrap_or_else(|| "—".to_owned());
        table.rows.push(vec![
            strategy(card.place.strategy, language).to_owned(),
            luck,
            difference(TURNOVER, card.from_lottery[TURNOVER]),
            difference(QUALITY, card.from_lottery[QUALITY]),
            difference(CUT, card.from_none[CUT]),
        ]);
    }
    table
}
