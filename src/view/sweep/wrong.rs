//! Why a sweep can't be made as asked, in words.

use crate::measure::metric::METRICS;
use crate::scenario::field::Language;
use crate::study::sweep::constraint::Unreadable;
use crate::study::sweep::lever::Unvaried;
use crate::study::sweep::{MOST_POINTS, Unswept};
use crate::view::number::unit_name;
use crate::view::problem;

/// Why a lever can't be varied.
#[must_use]
pub fn unvaried(why: &Unvaried, language: Language) -> String {
    match (why, language) {
        (Unvaried::Problem(problem), _) => problem::problem(problem, language),
        (Unvaried::Form { text }, Language::Zh) => {
            format!("“{text}”读不懂。请写 路径=低:高:点数、路径=低:高 或 路径=甲,乙,…")
        }
        (Unvaried::Form { text }, Language::En) => {
            format!("“{text}” can't be read. Write PATH=LO:HI:STEPS, PATH=LO:HI or PATH=A,B,…")
        }
        (Unvaried::Kind { path }, Language::Zh) => {
            format!("{path}：不是可以这样扫的一项。请列出取值，或换一项。")
        }
        (Unvaried::Kind { path }, Language::En) => {
            format!("{path}: can't be swept like this. List its values, or take another.")
        }
        (Unvaried::Range { path }, Language::Zh) => {
            format!("{path}：低端须小于高端，点数须在 2 到 201 之间。")
        }
        (Unvaried::Range { path }, Language::En) => {
            format!("{path}: the low end must be below the high one, with 2 to 201 points.")
        }
    }
}

/// Why a requirement can't be read.
#[must_use]
pub fn unreadable(why: &Unreadable, language: Language) -> String {
    match (why, language) {
        (Unreadable::Form { text }, Language::Zh) => {
            format!("“{text}”读不懂。请写 指标<=界限 或 指标>=界限。")
        }
        (Unreadable::Form { text }, Language::En) => {
            format!("“{text}” can't be read. Write METRIC<=LIMIT or METRIC>=LIMIT.")
        }
        (Unreadable::Metric { id, nearest }, Language::Zh) => {
            let near = nearest.map_or(String::new(), |id| format!("是不是 {id}？"));
            format!("没有名为“{id}”的指标。{near}")
        }
        (Unreadable::Metric { id, nearest }, Language::En) => {
            let near = nearest.map_or(String::new(), |id| format!(" Did you mean {id}?"));
            format!("There is no metric “{id}”.{near}")
        }
        (Unreadable::Limit { text, metric }, _) => {
            format!("{} {}", quoted(text, language), allowed(*metric, language))
        }
    }
}

fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("“{text}”不是它能取的值。"),
        Language::En => format!("“{text}” is no value that it can have."),
    }
}

/// What a metric is counted in, and from where to where it goes.
#[must_use]
pub fn allowed(metric: usize, language: Language) -> String {
    let metric = &METRICS[metric];
    let name = metric.label.get(language);
    let unit = unit_name(metric.unit).get(language);
    let (low, high) = metric.range();
    let in_unit = match (unit, language) {
        ("", _) => String::new(),
        ("%", Language::Zh) => "（占比，也可写成百分数）".to_owned(),
        ("%", Language::En) => " (a share, or a percentage)".to_owned(),
        (_, Language::Zh) => format!("（{unit}）"),
        (_, Language::En) => format!(" ({unit})"),
    };
    match (high.is_finite(), language) {
        (true, Language::Zh) => format!("{name}{in_unit}从 {low} 到 {high}。"),
        (false, Language::Zh) => format!("{name}{in_unit}不小于 {low}。"),
        (true, Language::En) => format!("{name}{in_unit} goes from {low} to {high}."),
        (false, Language::En) => format!("{name}{in_unit} is at least {low}."),
    }
}

/// Why a sweep can't be made, a line each.
#[must_use]
pub fn unswept(why: &Unswept, language: Language) -> Vec<String> {
    match (why, language) {
        (Unswept::Levers, Language::Zh) => vec!["请扫一项或两项不同的参数。".to_owned()],
        (Unswept::Levers, Language::En) => {
            vec!["Vary one lever, or two different ones.".to_owned()]
        }
        (Unswept::TooMany { points }, Language::Zh) => {
            vec![format!("{points} 个点太多，最多 {MOST_POINTS} 个。")]
        }
        (Unswept::TooMany { points }, Language::En) => {
            vec![format!(
                "{points} points are too many; at most {MOST_POINTS}."
            )]
        }
        (Unswept::Point { problems, .. }, _) => problems
            .iter()
            .map(|p| problem::problem(p, language))
            .collect(),
    }
}
