//! The workshop in sentences: what is asked, what came of it, what is wrong with a code.

use super::lesson::{Round, Scale, Task};
use super::score::{Reply, Score};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};
use crate::view::number::{bare, show, show_range, unit_name};
use crate::view::sentence::lower_first;

pub(super) fn pick(zh: String, en: String, language: Language) -> String {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What is to be answered, in one line.
#[must_use]
pub fn question(task: &Task, language: Language) -> String {
    let about = task.about();
    let label = about.label.get(language);
    let lower = super::score::is_lower_better(task);
    match task {
        Task::Band { .. } => pick(
            format!("{label}会在多少到多少之间？"),
            format!("{label}: between what and what will it lie?"),
            language,
        ),
        Task::Curve { lever, .. } => {
            let lever = crate::scenario::find(lever).map_or("", |f| f.label.get(language));
            pick(
                format!("{label}怎样随“{lever}”变化？"),
                format!("{label}: how does it follow the {}?", lower_first(lever)),
                language,
            )
        }
        Task::Ranking { .. } => pick(
            format!(
                "按“{label}”从好到差排列（{}为好）",
                if lower { "低" } else { "高" }
            ),
            format!(
                "Order from best to worst: {} ({} is better)",
                lower_first(label),
                if lower { "lower" } else { "higher" }
            ),
            language,
        ),
        Task::League { hours, .. } => pick(
            format!(
                "每年 {} 工时以内，让“{label}”尽量{}",
                bare(*hours, Unit::Yuan),
                if lower { "低" } else { "高" }
            ),
            format!(
                "Within {} hours a year, make it as {} as you can: {}",
                bare(*hours, Unit::Yuan),
                if lower { "low" } else { "high" },
                lower_first(label)
            ),
            language,
        ),
    }
}

/// The number that stands in a box: shares as per cent.
#[must_use]
pub fn boxed(amount: f64, unit: Unit) -> String {
    let factor = per(unit);
    let text = format!("{:.2}", amount * factor);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The amount that a box's number means.
#[must_use]
pub fn unboxed(text: &str, unit: Unit) -> Option<f64> {
    let number: f64 = text
        .trim()
        .trim_end_matches(['%', '％'])
        .trim()
        .parse()
        .ok()?;
    number.is_finite().then_some(number / per(unit))
}

fn per(unit: Unit) -> f64 {
    if matches!(unit, Unit::Share | Unit::SharePerYear) {
        100.0
    } else {
        1.0
    }
}

/// The unit beside a box.
#[must_use]
pub fn box_unit(unit: Unit, language: Language) -> &'static str {
    unit_name(unit).get(language)
}

/// A band in words.
#[must_use]
pub fn band(low: f64, high: f64, unit: Unit, language: Language) -> String {
    show_range(low, high, unit, language)
}

/// What the simulation gave, in one sentence: median and the range that a band should have had.
#[must_use]
pub fn result(round: &Round, futures: &[Vec<f64>], language: Language) -> String {
    let task = &round.task;
    let about = task.about();
    let (label, unit) = (about.label.get(language), about.unit);
    let summaries: Vec<Summary> = futures.iter().filter_map(|f| Summary::of(f)).collect();
    match task {
        Task::Band { .. } | Task::League { .. } => summaries.first().map_or(String::new(), |s| {
            let range = show_range(s.p05, s.p95, unit, language);
            pick(
                format!(
                    "模拟显示：{label}中位数 {}，90% 的年份在 {range}。",
                    show(s.p50, unit, language)
                ),
                format!(
                    "In the simulation: {} {} at the median, 90% of years within {range}.",
                    lower_first(label),
                    show(s.p50, unit, language)
                ),
                language,
            )
        }),
        Task::Curve { at, lever, .. } => {
            let lever = crate::scenario::find(lever);
            let of = |end: fn(f64, f64) -> bool| {
                let mut best: Option<(f64, f64)> = None;
                for (x, s) in at.iter().zip(&summaries) {
                    if best.is_none_or(|(_, y)| end(s.p50, y)) {
                        best = Some((*x, s.p50));
                    }
                }
                best
            };
            let name = |x: f64| lever.map_or(String::new(), |f| show(x, f.unit, language));
            let (Some(top), Some(bottom)) = (of(|a, b| a > b), of(|a, b| a < b)) else {
                return String::new();
            };
            pick(
                format!(
                    "模拟显示：{label}最高在 {}（中位数 {}），最低在 {}（中位数 {}）。",
                    name(top.0),
                    show(top.1, unit, language),
                    name(bottom.0),
                    show(bottom.1, unit, language)
                ),
                format!(
                    "In the simulation: {} is highest at {} (median {}) and lowest at {} (median {}).",
                    lower_first(label),
                    name(top.0),
                    show(top.1, unit, language),
                    name(bottom.0),
                    show(bottom.1, unit, language)
                ),
                language,
            )
        }
        Task::Ranking { plans, .. } => {
            let lower = super::score::is_lower_better(task);
            let mut order: Vec<usize> = (0..summaries.len().min(plans.len())).collect();
            crate::order::by(&mut order, |a, b| {
                let by = summaries[*a].mean.total_cmp(&summaries[*b].mean);
                if lower { by } else { by.reverse() }
            });
            let names: Vec<String> = order
                .iter()
                .map(|at| {
                    let mean = show(summaries[*at].mean, unit, language);
                    pick(
                        format!("{}（{mean}）", plans[*at].0.get(language)),
                        format!("{} ({mean})", plans[*at].0.get(language)),
                        language,
                    )
                })
                .collect();
            pick(
                format!("平均而言，从好到差：{}。", names.join("，")),
                format!("On average, from best to worst: {}.", names.join("; ")),
                language,
            )
        }
    }
}

/// How often the plan that is better on average loses.
#[must_use]
pub fn twist(lost: usize, years: usize, language: Language) -> String {
    // One in so many, rounded to a whole number.
    let one_in = (years * 2 + lost).checked_div(lost * 2).unwrap_or(0);
    let often = match one_in {
        0 => pick("一次也没有".to_owned(), "never".to_owned(), language),
        1 => pick(
            "一半以上".to_owned(),
            "more often than not".to_owned(),
            language,
        ),
        n => pick(
            format!("大约每 {n} 年有 1 年"),
            format!("about one year in {n}"),
            language,
        ),
    };
    pick(
        format!("同样的运气下，平均更好的办法在 {years} 个年份里输了 {lost} 个（{often}）。"),
        format!(
            "Under the same luck, the plan that is better on average loses in {lost} of {years} years ({often})."
        ),
        language,
    )
}

/// One year in which it loses.
#[must_use]
pub fn lost_year(year: usize, better: f64, worse: f64, unit: Unit, language: Language) -> String {
    let (better, worse) = (show(better, unit, language), show(worse, unit, language));
    pick(
        format!(
            "第 {} 个模拟年：平均更好的办法得到 {better}，另一个得到 {worse}。决定没有错，运气不在这一边。",
            year + 1
        ),
        format!(
            "Simulated year {}: the better plan comes to {better}, the other to {worse}. The decision was right; luck was elsewhere.",
            year + 1
        ),
        language,
    )
}

/// The reply to a bet.
#[expect(clippy::too_many_lines, reason = "a table of sentences")]
#[must_use]
pub fn reply(score: &Score, task: &Task, language: Language) -> String {
    let tenths = |share: f64| format!("{:.0}%", share * 100.0);
    let unit = task.about().unit;
    let (zh, en) = match score.reply {
        Reply::WellJudged(inside) => (
            format!(
                "宽窄合适：{} 的年份落在您的范围里，而范围不比运气本身宽多少。值得表扬的是这份分寸，不是碰中。",
                tenths(inside)
            ),
            format!(
                "Well judged: {} of the years lie in your range, and it is hardly wider than luck itself. The measure deserves praise, not the hit.",
                tenths(inside)
            ),
        ),
        Reply::TooWide(inside, times) if times.is_finite() => (
            format!(
                "稳妥，但太宽：{} 的年份在里面，宽度却是需要的 {times:.1} 倍。敢收窄一点，分数会更高。",
                tenths(inside)
            ),
            format!(
                "Safe but wide: {} of the years are inside, yet it is {times:.1} times as wide as needed. Daring to narrow it would score more.",
                tenths(inside)
            ),
        ),
        Reply::TooWide(inside, _) => (
            format!(
                "稳妥，但太宽：{} 的年份在里面，而各年份几乎没有差别。",
                tenths(inside)
            ),
            format!(
                "Safe but wide: {} of the years are inside, and they hardly differ.",
                tenths(inside)
            ),
        ),
        Reply::TooSure(inside) => (
            format!(
                "太有把握：范围本应五次里装下四次，实际只有 {} 的年份落在里面。年份之间的差别比您想的大。",
                tenths(inside)
            ),
            format!(
                "Too sure: you bet on four in five, but only {} of the years lie inside. Years differ more than you thought.",
                tenths(inside)
            ),
        ),
        Reply::TooHigh(inside) => (
            format!(
                "偏高：够宽，位置却高了，{} 的年份在里面，其余几乎都更低。是什么让您想得更高？",
                tenths(inside)
            ),
            format!(
                "Too high: wide enough, but not in its place; {} of the years lie inside, nearly all others below. What made you expect more?",
                tenths(inside)
            ),
        ),
        Reply::TooLow(inside) => (
            format!(
                "偏低：够宽，位置却低了，{} 的年份在里面，其余几乎都更高。是什么让您想得更低？",
                tenths(inside)
            ),
            format!(
                "Too low: wide enough, but not in its place; {} of the years lie inside, nearly all others above. What made you expect less?",
                tenths(inside)
            ),
        ),
        Reply::Distance(loss, at) => {
            let place = match task {
                Task::Curve {
                    at: places, lever, ..
                } => crate::scenario::find(lever)
                    .zip(places.get(at))
                    .map_or(String::new(), |(f, v)| show(*v, f.unit, language)),
                Task::Band { .. } | Task::Ranking { .. } | Task::League { .. } => String::new(),
            };
            let loss = crate::view::number::show_difference(loss, unit, language).replace('+', "");
            (
                format!("您的曲线平均离各年份 {loss}，在 {place} 处离中位数最远。"),
                format!(
                    "Your curve lies {loss} from the years on average, farthest from the median at {place}."
                ),
            )
        }
        Reply::Pairs(right, pairs) if right == pairs => (
            format!("{pairs} 对全排对了。再看看哪几对其实分不清。"),
            format!(
                "All {pairs} pairs are in order. Now see which of them can hardly be told apart."
            ),
        ),
        Reply::Pairs(right, pairs) => (
            format!("{pairs} 对里排对了 {right} 对。排反的那几对，是哪条理由带的路？"),
            format!("{right} of {pairs} pairs are in order. Which reason led the others astray?"),
        ),
    };
    pick(zh, en, language)
}

/// Points as they are read.
#[must_use]
pub fn points(score: &Score) -> String {
    format!("{:.0}", score.points)
}

/// A tick of a scale.
#[must_use]
pub fn tick(amount: f64, unit: Unit, language: Language) -> String {
    show(amount, unit, language)
}

/// What a screen reader hears of a scale's place.
#[must_use]
pub fn place(scale: &Scale, step: u16, unit: Unit, language: Language) -> String {
    show(scale.amount(step), unit, language)
}
