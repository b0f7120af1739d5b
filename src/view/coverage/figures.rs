//! Turnover over coverage: by strategy, and by hypothesis.

use super::tables::{cell, unit, with_interval};
use super::{hypothesis, strategy};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};
use crate::study::awards::result::{Coverage, NEVER, OUTPUT, Point, QUALITY, TURNOVER};
use crate::study::awards::{Awards, Place};
use crate::view::amount::percent;
use crate::view::chart::curves::{Axes, Curve, SERIES, draw};
use crate::view::finding::{Figure, Table, head, say};
use crate::view::look::whisker;
use crate::view::number::{bare, show_difference};

/// Share of people with a whole year who were recognised in it.
fn reached(point: &Point) -> Option<f64> {
    point.read[NEVER].map(|never| 1.0 - never.mean)
}

/// The same with its interval.
fn reached_in_words(point: &Point, language: Language) -> String {
    let reached = point.read[NEVER].map(|never| Summary {
        mean: 1.0 - never.mean,
        ci95: (1.0 - never.ci95.1, 1.0 - never.ci95.0),
        p05: 1.0 - never.p95,
        p50: 1.0 - never.p50,
        p95: 1.0 - never.p05,
        count: never.count,
    });
    cell(Unit::Share, reached, language)
}

/// The strategies drawn as lines of their own: more than six can't be told apart.
pub(super) const DRAWN: [&str; 6] = [
    "top_share",
    "many_angles",
    "over_bar",
    "rotation",
    "team",
    "lottery",
];

pub(super) fn class(id: &str) -> &'static str {
    let at = DRAWN.iter().position(|drawn| *drawn == id).unwrap_or(0);
    if id == "lottery" { "null" } else { SERIES[at] }
}

/// Turnover over the share of people who are really reached.
#[must_use]
pub fn curve(study: &Awards, found: &Coverage, width: f64, language: Language) -> Option<Figure> {
    let own = study.own_hypothesis();
    let points: Vec<&Point> = found
        .curve
        .iter()
        .filter(|p| p.place.hypothesis == own)
        .collect();
    let curves = curves(&points, language);
    // Its place is kept from the beginning, so that what stands below is read in peace.
    if curves.is_empty() && found.complete {
        return None;
    }
    let lowest = points
        .iter()
        .filter_map(|p| Some((p.read[TURNOVER]?.mean, *p)))
        .min_by(|a, b| a.0.total_cmp(&b.0));
    let (axis_up, axis_across) = (
        say(language, "年离职率", "Annual turnover"),
        say(
            language,
            "一年内至少得一次奖的人",
            "People with at least one award in the year",
        ),
    );
    let axes = Axes {
        up: &axis_up,
        across: &axis_across,
        up_value: &percent,
        across_value: &percent,
        from_zero: true,
    };
    Some(Figure {
        id: "coverage",
        caption: lowest.map_or_else(
            || to_come(language),
            |(turnover, point)| best(turnover, point, language),
        ),
        drawing: draw(&curves, &axes, width),
        table: table(&points, language),
    })
}

/// A curve for each strategy that is drawn.
fn curves(points: &[&Point], language: Language) -> Vec<Curve> {
    let mut curves = Vec::new();
    for id in DRAWN {
        let placed = points
            .iter()
            .filter(|p| p.place.strategy == id)
            .filter_map(|p| {
                let turnover = p.read[TURNOVER]?;
                Some((
                    (reached(p)?, turnover.mean),
                    whisker(&turnover, unit(TURNOVER)),
                ))
            });
        let (at, whiskers): (Vec<_>, Vec<_>) = placed.unzip();
        if !at.is_empty() {
            curves.push(Curve {
                label: strategy(id, language).to_owned(),
                points: at,
                whiskers,
                joined: true,
                class: class(id),
            });
        }
    }
    curves
}

fn table(points: &[&Point], language: Language) -> Table {
    let titles = head(
        language,
        [
            "评奖方式",
            "计划覆盖",
            "每奖小时",
            "实际覆盖",
            "年离职率",
            "质检分",
            "人均日解决",
        ],
        [
            "Strategy",
            "Meant",
            "Hours each",
            "Reached",
            "Turnover",
            "Inspection",
            "Resolved a day",
        ],
    );
    let title = say(
        language,
        "覆盖面与离职、质量、产出",
        "Coverage against turnover, quality and output",
    );
    let mut table = Table::new(title, &titles);
    for point in points {
        table.rows.push(vec![
            strategy(point.place.strategy, language).to_owned(),
            meant(&point.place),
            bare(point.place.hours_each, Unit::Hours),
            reached_in_words(point, language),
            with_interval(TURNOVER, point.read[TURNOVER], language),
            with_interval(QUALITY, point.read[QUALITY], language),
            with_interval(OUTPUT, point.read[OUTPUT], language),
        ]);
    }
    table
}

fn meant(place: &Place) -> String {
    if place.strategy == "none" {
        "—".to_owned()
    } else {
        percent(place.coverage)
    }
}

fn to_come(language: Language) -> String {
    say(
        language,
        "每种评奖方式先照现在的覆盖面算一遍，见下表；再从少到多，逐点画出这条线。",
        "Every strategy is run at today’s coverage first, see the table below; then this curve comes point by point, from few awards to many.",
    )
}

/// Which point has the lowest turnover.
fn best(turnover: f64, point: &Point, language: Language) -> String {
    let name = strategy(point.place.strategy, language);
    let share = reached(point).map_or_else(|| "—".to_owned(), percent);
    match language {
        Language::Zh => format!(
            "算过的各点中离职率最低的是“{name}”、实际覆盖 {share} 处（{}）；细线为均值的 95% 区间，重叠的分不清。",
            percent(turnover)
        ),
        Language::En => format!(
            "Of the points run, turnover is lowest with “{name}” where {share} are reached ({}); thin lines are 95 % intervals of the mean, and where they overlap points can’t be told apart.",
            percent(turnover)
        ),
    }
}

/// Turnover over coverage under each hypothesis, for one wide strategy.
#[must_use]
pub fn hypotheses(
    study: &Awards,
    found: &Coverage,
    width: f64,
    language: Language,
) -> Option<Figure> {
    let id = if study.own_strategy() == "none" {
        "many_angles"
    } else {
        study.own_strategy()
    };
    let (table, curves) = by_hypothesis(found, id, language);
    if curves.len() < 2 {
        return None;
    }
    let name = strategy(id, language);
    let (up, across) = (
        say(language, "年离职率", "Annual turnover"),
        say(language, "计划覆盖面", "Coverage that is meant"),
    );
    let axes = Axes {
        up: &up,
        across: &across,
        up_value: &percent,
        across_value: &percent,
        from_zero: true,
    };
    let ends: Vec<String> = curves
        .iter()
        .filter_map(|c| {
            let (first, last) = (c.points.first()?, c.points.last()?);
            let change = show_difference(last.1 - first.1, Unit::SharePerYear, language);
            Some(match language {
                Language::Zh => format!("{} {change}", c.label),
                Language::En => format!("{}: {change}", c.label),
            })
        })
        .collect();
    Some(Figure {
        id: "hypotheses",
        caption: match language {
            Language::Zh => format!(
                "“{name}”从最窄到最宽，离职率的变化因假设而异：{}。",
                ends.join("；")
            ),
            Language::En => format!(
                "From narrowest to widest “{name}”, turnover changes by hypothesis: {}.",
                ends.join("; ")
            ),
        },
        drawing: draw(&curves, &axes, width),
        table,
    })
}

/// Every point of the curve as a row, and turnover of this strategy over coverage, hypothesis by hypothesis.
fn by_hypothesis(found: &Coverage, id: &str, language: Language) -> (Table, Vec<Curve>) {
    let mut curves: Vec<Curve> = Vec::new();
    let titles = head(
        language,
        ["假设", "评奖方式", "计划覆盖", "年离职率", "质检分"],
        ["Hypothesis", "Strategy", "Meant", "Turnover", "Inspection"],
    );
    let title = say(
        language,
        "三种假设并列",
        "The three hypotheses side by side",
    );
    let mut table = Table::new(title, &titles);
    for choice in crate::scenario::behaviour::AwardReach::CHOICES {
        let mut points = Vec::new();
        let mut whiskers = Vec::new();
        for point in found
            .curve
            .iter()
            .filter(|p| p.place.hypothesis == choice.id)
        {
            table.rows.push(vec![
                hypothesis(choice.id, language).to_owned(),
                strategy(point.place.strategy, language).to_owned(),
                meant(&point.place),
                with_interval(TURNOVER, point.read[TURNOVER], language),
                with_interval(QUALITY, point.read[QUALITY], language),
            ]);
            if let (true, Some(turnover)) = (point.place.strategy == id, point.read[TURNOVER]) {
                points.push((point.place.coverage, turnover.mean));
                whiskers.push(whisker(&turnover, unit(TURNOVER)));
            }
        }
        if !points.is_empty() {
            curves.push(Curve {
                label: hypothesis(choice.id, language).to_owned(),
                points,
                whiskers,
                joined: true,
                class: SERIES[curves.len() % SERIES.len()],
            });
        }
    }
    (table, curves)
}
