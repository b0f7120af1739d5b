//! The drawings and tables: tornado with flip points, map of two assumptions, blame, worth, screening.

use super::words::chance_of_error;
use super::{amount, label, margin, value};
use crate::scenario::field::Language;
use crate::study::sensitivity::Sensitivity;
use crate::study::sensitivity::local::{Bar, Flip};
use crate::study::sensitivity::morris::ranked;
use crate::study::sensitivity::result::Overturn;
use crate::view::amount::percent;
use crate::view::chart::grid::Grid;
use crate::view::chart::rows::{Row, draw};
use crate::view::finding::{Figure, Table, head, say};
use crate::view::number::counted;

fn flip(study: &Sensitivity, bar: &Bar, language: Language) -> String {
    let input = &study.inputs()[bar.input];
    match bar.flip {
        Flip::Pending => "…".to_owned(),
        Flip::NotInRange => say(language, "范围内未翻转", "not in range"),
        Flip::With { at } => value(input, at, language),
        Flip::At { at, from, to } => {
            let (at, from, to) = (
                value(input, at, language),
                value(input, from, language),
                value(input, to, language),
            );
            match language {
                Language::Zh => format!("{at}（{from} 至 {to}）"),
                Language::En => format!("{at} ({from} to {to})"),
            }
        }
    }
}

/// The kept assumptions, each moved alone from end to end, by what that does to the margin.
#[must_use]
pub fn tornado(
    study: &Sensitivity,
    found: &Overturn,
    width: f64,
    language: Language,
) -> Option<Figure> {
    let base = found.base?;
    let first = found.tornado.first()?;
    let rows: Vec<Row> = found
        .tornado
        .iter()
        .map(|bar| {
            let (low, high) = bar.reach();
            Row {
                label: label(study, bar.input, language),
                bar: Some((low.min(base.mean), high.max(base.mean))),
                dot: bar.flip.is_there().then_some(0.0),
                whisker: None,
                note: match bar.flip {
                    Flip::At { at, .. } | Flip::With { at } if bar.flip.is_placed() => {
                        value(&study.inputs()[bar.input], at, language)
                    }
                    Flip::At { .. } | Flip::With { .. } => "?".to_owned(),
                    Flip::NotInRange | Flip::Pending => String::new(),
                },
                class: "series-a",
            }
        })
        .collect();
    let titles = head(
        language,
        ["假设", "当前值", "范围两端", "余量", "翻转点"],
        ["Assumption", "Now", "Ends", "Margin there", "Flips at"],
    );
    let title = say(
        language,
        "单独改动一项假设时结论的余量（当前值的余量为基准）",
        "The conclusion’s margin with one assumption moved alone",
    );
    let mut table = Table::new(title.clone(), &titles);
    for bar in &found.tornado {
        let input = &study.inputs()[bar.input];
        let joined = |part: &dyn Fn(&(f64, crate::measure::summary::Summary)) -> String| {
            bar.ends
                .iter()
                .map(part)
                .collect::<Vec<String>>()
                .join(" / ")
        };
        table.rows.push(vec![
            label(study, bar.input, language),
            amount(input, &input.own, language),
            joined(&|(at, _)| value(input, *at, language)),
            joined(&|(_, there)| margin(study, there.mean, language)),
            flip(study, bar, language),
        ]);
    }
    let strongest = label(study, first.input, language);
    let turning = found
        .tornado
        .iter()
        .filter(|bar| bar.flip.is_there())
        .count();
    Some(Figure {
        id: "tornado",
        caption: match language {
            Language::Zh => format!(
                "“{strongest}”对余量影响最大；保留的 {} 项假设中有 {turning} 项单独就能使结论翻转（圆点在零线上，右边是翻转点，说不出在哪里的为“?”）。",
                found.tornado.len()
            ),
            Language::En => format!(
                "“{strongest}” moves the margin most; {turning} of the {} kept assumptions turn the conclusion alone (dot on the zero line, value at the right, “?” where it can’t be placed).",
                found.tornado.len()
            ),
        },
        drawing: draw(&rows, &title, 0.0, |v| margin(study, v, language), width),
        table,
    })
}

/// Where the claim holds over the two assumptions with most blame.
#[must_use]
pub fn map(
    study: &Sensitivity,
    found: &Overturn,
    width: f64,
    language: Language,
) -> Option<Figure> {
    let map = found.map.as_ref()?;
    let (across, up) = (&study.inputs()[map.inputs.0], &study.inputs()[map.inputs.1]);
    let names = (
        label(study, map.inputs.0, language),
        label(study, map.inputs.1, language),
    );
    let columns: Vec<String> = map
        .places
        .0
        .iter()
        .map(|at| value(across, *at, language))
        .collect();
    let title = match language {
        Language::Zh => format!("结论成立的可能性：横轴{}，纵轴{}", names.0, names.1),
        Language::En => format!("Chance that it holds: across {}, up {}", names.0, names.1),
    };
    let mut table = Table {
        title: title.clone(),
        head: std::iter::once(names.1.clone())
            .chain(columns.iter().cloned())
            .collect(),
        rows: Vec::new(),
    };
    let mut grid = Grid {
        title,
        // Every other name fits.
        columns: columns
            .iter()
            .enumerate()
            .map(|(i, name)| {
                if i % 2 == 0 || columns.len() < 4 {
                    name.clone()
                } else {
                    String::new()
                }
            })
            .collect(),
        rows: Vec::new(),
        cells: Vec::new(),
    };
    // From above: the highest value first.
    for (at, chances) in map.places.1.iter().zip(&map.chance).rev() {
        let name = value(up, *at, language);
        let mut row = vec![name.clone()];
        row.extend(chances.iter().map(|chance| percent(*chance)));
        table.rows.push(row);
        grid.rows.push(name);
        grid.cells
            .push(chances.iter().map(|chance| Some(*chance)).collect());
    }
    let all = || map.chance.iter().flatten();
    let low = percent(all().copied().fold(1.0, f64::min));
    let high = percent(all().copied().fold(0.0, f64::max));
    Some(Figure {
        id: "map",
        caption: match language {
            Language::Zh => format!(
                "随“{}”与“{}”而变，结论成立的可能性从 {low} 到 {high}，其余假设任意取值（颜色越浓，可能性越大）。",
                names.0, names.1
            ),
            Language::En => format!(
                "Over “{}” and “{}” the chance that it holds runs from {low} to {high}, the other assumptions taking any value (the stronger the colour, the more often).",
                names.0, names.1
            ),
        },
        drawing: grid.draw(width, 24.0, &table),
        table,
    })
}

/// Who is to blame for the variance over worlds.
#[must_use]
pub fn blame(study: &Sensitivity, found: &Overturn, language: Language) -> Option<Table> {
    if found.blame.is_empty() {
        return None;
    }
    let titles = head(
        language,
        ["假设", "单独", "连同交互", "区间"],
        ["Assumption", "Alone", "With interactions", "Interval"],
    );
    let title = say(
        language,
        "合理范围内余量的变动由谁造成（索博尔指数）",
        "Whose doing the margin’s variance over worlds is (Sobol’ indices)",
    );
    let mut table = Table::new(title, &titles);
    for one in &found.blame {
        let interval = one.interval.map_or_else(String::new, |(low, high)| {
            format!("{}–{}", percent(low), percent(high))
        });
        table.rows.push(vec![
            label(study, one.input, language),
            percent(one.alone),
            percent(one.in_all),
            interval,
        ]);
    }
    if let Some(rest) = found.unexplained {
        let rest_name = say(
            language,
            "其余假设与未能拟合的部分",
            "Other assumptions, and what was not fitted",
        );
        table
            .rows
            .push(vec![rest_name, String::new(), percent(rest), String::new()]);
    }
    Some(table)
}

/// Which number is worth measuring first.
#[must_use]
pub fn worth(study: &Sensitivity, found: &Overturn, language: Language) -> Option<Table> {
    let error = found.error?;
    if found.worth.is_empty() {
        return None;
    }
    let titles = head(
        language,
        ["先测哪个数", "判断错误的可能性降到"],
        ["Measure first", "Chance of a wrong conclusion falls to"],
    );
    let now = chance_of_error(found, language).unwrap_or_default();
    let title = match language {
        Language::Zh => format!("测准它有多值（现在判断错误的可能性：{now}）"),
        Language::En => {
            format!("What measuring is worth (chance of a wrong conclusion now: {now})")
        }
    };
    let mut table = Table::new(title, &titles);
    for (input, worth) in found.worth.iter().take(10) {
        let then = percent((error - worth.gain).max(0.0));
        table.rows.push(vec![label(study, *input, language), then]);
    }
    Some(table)
}

/// The first look over all assumptions.
#[must_use]
pub fn screening(study: &Sensitivity, found: &Overturn, language: Language) -> Option<Table> {
    if found.screening.is_empty() {
        return None;
    }
    let titles = head(
        language,
        ["假设", "平均影响大小", "平均影响", "离散"],
        ["Assumption", "Mean size of effect", "Mean effect", "Spread"],
    );
    let title = match language {
        Language::Zh => format!(
            "筛查：全部 {} 项假设（{} 条路径；影响按整个范围折算）",
            study.inputs().len(),
            found.walks
        ),
        Language::En => format!(
            "Screening of all {} ({}; effects over the whole range)",
            counted(study.inputs().len(), "assumption", "assumptions"),
            counted(found.walks, "walk", "walks")
        ),
    };
    let mut table = Table::new(title, &titles);
    for input in ranked(&found.screening).into_iter().take(20) {
        let effect = found.screening[input];
        let size = margin(study, effect.size, language);
        table.rows.push(vec![
            label(study, input, language),
            size.trim_start_matches('+').to_owned(),
            margin(study, effect.mean, language),
            effect.spread.map_or_else(String::new, |spread| {
                margin(study, spread, language)
                    .trim_start_matches('+')
                    .to_owned()
            }),
        ]);
    }
    Some(table)
}
