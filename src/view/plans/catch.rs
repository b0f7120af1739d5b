//! What must change for one scenario to catch up with another.

use crate::measure::metric::METRICS;
use crate::scenario::field::{Language, Unit};
use crate::study::search::catch::{CatchUp, Caught, Change};
use crate::view::finding::{Finding, Table, head, say};
use crate::view::look::difference;
use crate::view::number::show_difference;
use crate::view::overturn::{amount, value};

fn unit(study: &CatchUp) -> Unit {
    study
        .claim()
        .metric()
        .map_or(Unit::None, |m| METRICS[m].unit)
}

/// The levers of a change and where to, in words.
fn moves(study: &CatchUp, change: &Change, language: Language) -> String {
    let one = |(lever, at): &(usize, f64)| {
        let lever = &study.levers()[*lever];
        let label = lever.field.label.get(language);
        let (to, own) = (
            value(lever, *at, language),
            amount(lever, &lever.own, language),
        );
        match language {
            Language::Zh => format!("「{label}」由 {own} 改为 {to}"),
            Language::En => format!("“{label}” from {own} to {to}"),
        }
    };
    let all: Vec<String> = change.moves.iter().map(one).collect();
    all.join(match language {
        Language::Zh => "，",
        Language::En => ", ",
    })
}

/// Everything that a person reads of it, at any moment; `names` are the one behind and the one ahead.
#[must_use]
pub fn finding(study: &CatchUp, found: &Caught, names: [&str; 2], language: Language) -> Finding {
    let titles = head(
        language,
        ["改什么", "之后领先", "改动占范围"],
        ["What changes", "Then ahead by", "Share of the ranges"],
    );
    let mut table = Table::new(
        say(
            language,
            "足以追上的改动，由小到大",
            "Changes that are enough, smallest first",
        ),
        &titles,
    );
    let mut row = |change: &Change| {
        table.rows.push(vec![
            moves(study, change, language),
            difference(&change.margin, unit(study), language),
            format!("{:.0}%", change.distance * 100.0),
        ]);
    };
    found.singles.iter().for_each(&mut row);
    if let Some(together) = &found.together {
        row(together);
    }
    Finding {
        sentence: sentence(study, found, names, language),
        notes: vec![say(
            language,
            "「追上」指在同样的运气下均值不再落后；区间跨过零的，换一年运气仍可能落后。",
            "Caught up means no longer behind on the mean under the same luck; where the interval spans zero, another year may still be behind.",
        )],
        figures: Vec::new(),
        tables: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![table]
        },
    }
}

fn sentence(study: &CatchUp, found: &Caught, names: [&str; 2], language: Language) -> String {
    let [behind, ahead] = names;
    let what = study
        .claim()
        .metric()
        .map_or("", |m| METRICS[m].label.get(language));
    let Some(margin) = found.margin else {
        return say(language, "还没有模拟年。", "No simulated year yet.");
    };
    let by = show_difference(margin.mean.abs(), unit(study), language);
    let by = by.trim_start_matches('+');
    if margin.mean > 0.0 {
        return match language {
            Language::Zh => format!("「{behind}」的{what}并不落后于「{ahead}」（领先 {by}）。"),
            Language::En => {
                format!("“{behind}” is not behind “{ahead}” in “{what}”: it is ahead by {by}.")
            }
        };
    }
    let first = match language {
        Language::Zh => format!("「{behind}」的{what}比「{ahead}」落后 {by}。"),
        Language::En => format!("“{behind}” is {by} behind “{ahead}” in “{what}”."),
    };
    let then = match (found.singles.first(), &found.together, language) {
        (Some(one), _, Language::Zh) => format!(
            "改一项就能追上，改动最小的是{}。",
            moves(study, one, language)
        ),
        (Some(one), _, Language::En) => format!(
            " One lever is enough; the smallest move is {}.",
            moves(study, one, language)
        ),
        (None, Some(all), Language::Zh) if all.margin.mean > 0.0 => {
            format!(
                "改任何一项都不够；至少要一起改 {} 项：{}。",
                all.moves.len(),
                moves(study, all, language)
            )
        }
        (None, Some(all), Language::En) if all.margin.mean > 0.0 => {
            format!(
                " No single lever is enough; together {} do it: {}.",
                all.moves.len(),
                moves(study, all, language)
            )
        }
        (None, Some(all), Language::Zh) => {
            format!(
                "试过的改动都追不上；最接近的是一起改 {} 项：{}。",
                all.moves.len(),
                moves(study, all, language)
            )
        }
        (None, Some(all), Language::En) => {
            format!(
                " Nothing that was tried catches up; nearest come {} levers together: {}.",
                all.moves.len(),
                moves(study, all, language)
            )
        }
        (None, None, _) if !found.complete => String::new(),
        (None, None, Language::Zh) => "试过的改动都没有帮助。".to_owned(),
        (None, None, Language::En) => " Nothing that was tried helps.".to_owned(),
    };
    first + &then
}
