//! How awards fall: Lorenz curves, and who won when.

use super::figures::{DRAWN, class};
use super::strategy;
use super::tables::{cell, unit};
use crate::scenario::field::Language;
use crate::study::awards::Awards;
use crate::study::awards::result::{Coverage, GINI, Ribbon};
use crate::view::amount::percent;
use crate::view::chart::curves::{Axes, Curve, draw};
use crate::view::chart::grid::Grid;
use crate::view::finding::{Figure, Table, say};

/// How unevenly awards fall.
#[must_use]
pub fn lorenz(found: &Coverage, width: f64, language: Language) -> Option<Figure> {
    let shown = |id: &str| {
        found
            .cards
            .iter()
            .find(|c| c.place.strategy == id && !c.lorenz.is_empty())
    };
    let tenths: Vec<f64> = (0..11).map(|t| f64::from(t) / 10.0).collect();
    let curves: Vec<Curve> = DRAWN
        .iter()
        .filter_map(|id| {
            let card = shown(id)?;
            Some(Curve {
                label: strategy(id, language).to_owned(),
                points: tenths
                    .iter()
                    .copied()
                    .zip(card.lorenz.iter().copied())
                    .collect(),
                whiskers: Vec::new(),
                joined: true,
                class: class(id),
            })
        })
        .collect();
    if curves.is_empty() {
        return None;
    }
    let title = say(
        language,
        "奖的分布：获奖最少的那部分人共得多少",
        "How awards fall: what the least honoured part of the people has of them",
    );
    let name = say(language, "评奖方式", "Strategy");
    let mut table = Table {
        title: title.clone(),
        head: std::iter::once(name)
            .chain(tenths.iter().skip(1).map(|t| percent(*t)))
            .collect(),
        rows: Vec::new(),
    };
    for card in found.cards.iter().filter(|card| !card.lorenz.is_empty()) {
        let mut row = vec![strategy(card.place.strategy, language).to_owned()];
        row.extend(card.lorenz.iter().skip(1).map(|v| percent(*v)));
        table.rows.push(row);
    }
    let gini = |id: &str| {
        let card = found.cards.iter().find(|c| c.place.strategy == id)?;
        Some(cell(unit(GINI), card.read[GINI], language))
    };
    let (star, many) = (
        gini("star").unwrap_or_default(),
        gini("many_angles").unwrap_or_default(),
    );
    let (up, across) = (
        say(language, "占全部奖的份额", "Share of all awards"),
        say(
            language,
            "从获奖最少的人数起",
            "People, least honoured first",
        ),
    );
    let axes = Axes {
        up: &up,
        across: &across,
        up_value: &percent,
        across_value: &percent,
        from_zero: true,
    };
    Some(Figure {
        id: "lorenz",
        caption: match language {
            Language::Zh => format!(
                "奖的集中度（基尼系数）：季度之星 {star}，多角度评奖 {many}；0 为人人一样。"
            ),
            Language::En => format!(
                "Concentration of awards (Gini): quarterly star {star}, many angles {many}; 0 is all alike."
            ),
        },
        drawing: draw(&curves, &axes, width),
        table,
    })
}

/// Who won when in the first simulated year, under the scenario's own strategy.
#[must_use]
pub fn ribbon(study: &Awards, found: &Coverage, width: f64, language: Language) -> Option<Figure> {
    let ribbon = found
        .ribbons
        .iter()
        .find(|r| r.strategy == study.own_strategy())?;
    if ribbon.people.is_empty() {
        return None;
    }
    let (table, grid) = by_month(ribbon, language);
    Some(Figure {
        id: "ribbon",
        caption: winners(ribbon, language),
        drawing: grid.draw(width, 7.0, &table),
        table,
    })
}

/// A row for each person, a column for each month.
fn by_month(ribbon: &Ribbon, language: Language) -> (Table, Grid) {
    let months: Vec<String> = (1..=12).map(|m| m.to_string()).collect();
    let title = match language {
        Language::Zh => format!(
            "谁（纵）在哪个月（横）获奖：{}，第一个模拟年",
            strategy(ribbon.strategy, language)
        ),
        Language::En => format!(
            "Who won (down) when (month, across): {}, first simulated year",
            strategy(ribbon.strategy, language)
        ),
    };
    let post = say(language, "岗位", "Post");
    let mut table = Table {
        title: title.clone(),
        head: std::iter::once(post.clone())
            .chain(months.iter().cloned())
            .collect(),
        rows: Vec::new(),
    };
    let mut grid = Grid {
        title,
        columns: months,
        rows: Vec::new(),
        cells: Vec::new(),
    };
    let mut before = None;
    let mut holder = 1;
    for (seat, awards) in &ribbon.people {
        holder = if before == Some(*seat) { holder + 1 } else { 1 };
        before = Some(*seat);
        // Whoever came into the post after somebody had left.
        let later = if holder > 1 {
            format!("-{holder}")
        } else {
            String::new()
        };
        let name = format!("{post} {}{later}", seat + 1);
        let mut row = vec![name];
        row.extend(awards.iter().map(|n| {
            if *n == 0 {
                String::new()
            } else {
                n.to_string()
            }
        }));
        table.rows.push(row);
        grid.rows.push(if seat % 5 == 0 && holder == 1 {
            (seat + 1).to_string()
        } else {
            String::new()
        });
        grid.cells.push(
            awards
                .iter()
                .map(|n| Some(if *n == 0 { 0.0 } else { 1.0 }))
                .collect(),
        );
    }
    (table, grid)
}

/// How many of them had an award, and how many the most awarded.
fn winners(ribbon: &Ribbon, language: Language) -> String {
    let total = |awards: &[u8; 12]| awards.iter().map(|n| u32::from(*n)).sum::<u32>();
    let winners = ribbon.people.iter().filter(|(_, a)| total(a) > 0).count();
    let most = ribbon
        .people
        .iter()
        .map(|(_, a)| total(a))
        .max()
        .unwrap_or(0);
    match language {
        Language::Zh if winners == 0 => {
            format!("这一年在岗过的 {} 人中没有人得过奖。", ribbon.people.len())
        }
        Language::En if winners == 0 => format!(
            "Of {} people who served in that year nobody had an award.",
            ribbon.people.len()
        ),
        Language::Zh => format!(
            "这一年在岗过的 {} 人中 {winners} 人得过奖，最多的一人 {most} 次。",
            ribbon.people.len()
        ),
        Language::En => format!(
            "Of {} people who served in that year {winners} had an award; nobody had more than {most}.",
            ribbon.people.len()
        ),
    }
}
