//! A sweep in words: how far one may go, how sure that is, what stands in the way.

mod nowhere;
pub mod wrong;

use super::look::{FEWEST, brief, first};
use super::number::{bare, counted, show, show_difference, unit_name};
use super::sentence::lower_first;
use super::snapshot::unit_of;
use crate::measure::metric::{METRICS, position};
use crate::measure::reach::Group;
use crate::measure::summary::Summary;
use crate::scenario::field::{Field, Kind, Language, Value};
use crate::study::sweep::answer::{Answer, Seek, Sweet, Wish};
use crate::study::sweep::constraint::{Bound, Constraint};
use crate::study::sweep::lever::Lever;
use crate::study::sweep::phones::Phones;
use crate::study::sweep::{Ask, PointResult, SweepResult};

/// Metrics shown beside the required ones.
const ALSO: [&str; 4] = [
    "turnover.annual_rate",
    "quality.inspection",
    "service.level",
    "output.share_reaching_target",
];

/// What was found, a sentence or two a line, the answer first.
#[must_use]
pub fn sentences(ask: &Ask, found: &SweepResult, language: Language) -> Vec<String> {
    let mut said = Vec::new();
    for line in &found.lines {
        let mut of_line = of_line(ask, found, line, language);
        if let (Some(outer), Some(lever)) = (&line.outer, ask.levers.get(1))
            && let Some(first) = of_line.first_mut()
        {
            let name = lever.field.label.get(language);
            let value = value(lever.field, outer, language);
            *first = match language {
                Language::Zh => format!("{name}为 {value} 时：{first}"),
                Language::En => format!("With {name} at {value}: {first}"),
            };
        }
        said.append(&mut of_line);
    }
    said.extend(
        found
            .phones
            .as_ref()
            .map(|phones| alone(ask, phones, language)),
    );
    let settled = found.lines.iter().all(|line| line.settled);
    if !found.complete {
        said.push(match (language, settled) {
            (Language::Zh, true) => "界线附近的年份已跑足，答案已稳定；其余年份只是把曲线补细。",
            (Language::En, true) => "The years that the answer hangs on have run, so it has settled; the rest makes the curve finer.",
            (Language::Zh, false) => "尚未跑完，以上为已完成部分，答案还会变。",
            (Language::En, false) => "Not all of it has run; this is what is there, and the answer may still move.",
        }.to_owned());
    }
    said
}

fn of_line(ask: &Ask, found: &SweepResult, line: &Answer, language: Language) -> Vec<String> {
    let lever = &ask.levers[0];
    let mut said = Vec::new();
    if let Some(sweet) = line.sweet {
        let there = |point: &&PointResult| {
            point.at.get(1) == line.outer.as_ref()
                && crate::study::sweep::lever::amount(&point.at[0]) == Some(sweet.at)
        };
        let there = found.points.iter().find(there);
        let years = there.map_or(0, |point| point.count);
        said.push(furthest(lever, &ask.wish, sweet, years, language));
        said.extend(there.and_then(|p| who(p, language)));
    } else if !line.relax.is_empty() {
        said.push(nowhere::nowhere(lever, &ask.wish, line, language));
    }
    for steep in line.steepest.iter().filter(|steep| steep.is_cliff) {
        let metric = METRICS[steep.metric].label.get(language);
        let (from, to) = (
            amount(lever.field, steep.from),
            amount(lever.field, steep.to),
        );
        let unit = unit_of(steep.metric);
        let change = show_difference(steep.slope * (steep.to - steep.from), unit, language);
        let times = format!("{:.1}", steep.times_mean);
        said.push(match language {
            Language::Zh => format!("悬崖区：从 {from} 到 {to}，{metric}变化 {change}，是平均陡度的 {times} 倍。"),
            Language::En => format!(
                "The cliff: from {from} to {to} {} changes by {change}, {times} times as steeply as on average.",
                lower_first(metric)
            ),
        });
    }
    said
}

fn furthest(lever: &Lever, wish: &Wish, sweet: Sweet, years: usize, language: Language) -> String {
    let name = lever.field.label.get(language);
    let [at, boundary, low, high] = [sweet.at, sweet.boundary, sweet.interval.0, sweet.interval.1]
        .map(|v| amount(lever.field, v));
    let share = percent(wish.certainty);
    let required = required(wish, language);
    let whisker = match (language, years < FEWEST) {
        (_, true) => first(years, language),
        (Language::Zh, false) => format!("换一批运气多数在 {low} 到 {high}"),
        (Language::En, false) => format!("with other luck mostly {low} to {high}"),
    };
    let mut text = match language {
        Language::Zh => {
            let end = match wish.seek {
                Seek::Highest => "最高",
                Seek::Lowest => "最低",
            };
            format!(
                "可行的{end}“{name}”：{at}（界线约在 {boundary}，{whisker}）。可行指至少 {share} 的模拟年里{required}。"
            )
        }
        Language::En => {
            let end = match wish.seek {
                Seek::Highest => "Highest",
                Seek::Lowest => "Lowest",
            };
            format!(
                "{end} feasible “{name}”: {at} (the boundary is near {boundary}; {whisker}). Feasible: in at least {share} of simulated years {required}."
            )
        }
    };
    if sweet.at_the_end {
        text.push_str(match language {
            Language::Zh => "这是所扫范围的尽头，更远处也许仍可行：请放宽范围。",
            Language::En => {
                " This is the end of the range: further may be feasible too, so widen it."
            }
        });
    }
    if years >= FEWEST && sweet.found_share < 0.95 {
        let share = percent(1.0 - sweet.found_share);
        let more = match language {
            Language::Zh => format!("换一批运气，有 {share} 的可能没有任何一处可行。"),
            Language::En => format!(" With other luck there is none at all in {share} of cases."),
        };
        text.push_str(&more);
    }
    text
}

fn who(point: &PointResult, language: Language) -> Option<String> {
    let share = |group| Some(percent(point.reach.missed(group)?));
    let (slow, fast) = (share(Group::SlowThird)?, share(Group::FastThird)?);
    let mut text = match language {
        Language::Zh => {
            format!(
                "在这一处未达日接听目标的比例（按人月）：最慢的三分之一 {slow}，最快的三分之一 {fast}"
            )
        }
        Language::En => format!(
            "Agent-months that miss the volume target there: slowest third {slow}, fastest third {fast}"
        ),
    };
    if let (Some(new), Some(long)) = (share(Group::FirstYear), share(Group::LongerService)) {
        let more = match language {
            Language::Zh => format!("；入职一年内 {new}，三年以上 {long}"),
            Language::En => format!("; first year of service {new}, three years and more {long}"),
        };
        text.push_str(&more);
    }
    text.push_str(match language {
        Language::Zh => "。",
        Language::En => ".",
    });
    Some(text)
}

fn alone(ask: &Ask, phones: &Phones, language: Language) -> String {
    match (phones, language) {
        (
            Phones::Volume {
                calls,
                share_in_time,
            },
            Language::Zh,
        ) => format!(
            "只看排队会说：每人每天 {} 通（按 Erlang-A 恰好配到 {} 按时接起的人数算）。",
            bare(*calls, crate::scenario::field::Unit::Calls),
            percent(*share_in_time)
        ),
        (
            Phones::Volume {
                calls,
                share_in_time,
            },
            Language::En,
        ) => format!(
            "The phones alone would say: {} calls a person and day (with just the people that Erlang-A wants for {} in time).",
            bare(*calls, crate::scenario::field::Unit::Calls),
            percent(*share_in_time)
        ),
        (Phones::Runs(sweet), _) => {
            let at = sweet.map(|sweet| amount(ask.levers[0].field, sweet.at));
            match (at, language) {
                (Some(at), Language::Zh) => format!("只看排队（没有人疲劳、受激励或离职）会说：{at}。"),
                (Some(at), Language::En) => format!("The phones alone (nobody tires, is motivated or leaves) would say: {at}."),
                (None, Language::Zh) => "只看排队（没有人疲劳、受激励或离职）也没有一处可行。".to_owned(),
                (None, Language::En) => "The phones alone (nobody tires, is motivated or leaves) allow nothing in the range either.".to_owned(),
            }
        }
    }
}

/// How much was run, and the mark by which the same is known again.
#[must_use]
pub fn foot(found: &SweepResult, seed: u64, fingerprint: &str, language: Language) -> String {
    let counts = || found.points.iter().map(|point| point.count);
    let (fewest, most) = (counts().min().unwrap_or(0), counts().max().unwrap_or(0));
    let few = fewest < FEWEST;
    match language {
        Language::Zh => {
            let years = if fewest == most {
                format!("{most}")
            } else {
                format!("{fewest}–{most}")
            };
            let few = if few {
                "（初看，没有区间）"
            } else {
                ""
            };
            format!("每点 {years} 年{few}，运气编号 {seed}，指纹 {fingerprint}\n")
        }
        Language::En => {
            let years = if fewest == most {
                counted(most, "year", "years")
            } else {
                format!("{fewest} to {most} years")
            };
            let few = if few {
                " (a first look, without intervals)"
            } else {
                ""
            };
            format!("{years} at each point{few}, seed {seed}, fingerprint {fingerprint}\n")
        }
    }
}

/// Head and rows: lever values, the share of years in which all that is required holds, means of the metrics
/// that matter here with their intervals, and the slowest third's share of missed months.
#[must_use]
pub fn rows(ask: &Ask, found: &SweepResult, language: Language) -> (Vec<String>, Vec<Vec<String>>) {
    let mut metrics: Vec<usize> = ask.wish.constraints.iter().map(|c| c.metric).collect();
    metrics.extend(ALSO.into_iter().filter_map(position));
    let mut seen = Vec::new();
    metrics.retain(|metric| {
        !seen.contains(metric) && {
            seen.push(*metric);
            true
        }
    });
    let mut head: Vec<String> = ask
        .levers
        .iter()
        .map(|lever| lever.field.label.get(language).to_owned())
        .collect();
    let [holds, slow] = match language {
        Language::Zh => ["全部满足的年份", "最慢三分之一未达标"],
        Language::En => [
            "Years in which all holds",
            "Slowest third missing the target",
        ],
    };
    // Where nothing is required, nothing holds.
    let required = !ask.wish.constraints.is_empty();
    head.extend(required.then(|| holds.to_owned()));
    head.extend(
        metrics
            .iter()
            .map(|m| METRICS[*m].label.get(language).to_owned()),
    );
    head.push(slow.to_owned());
    let dash = || "—".to_owned();
    let holding = found.lines.iter().flat_map(|line| &line.points);
    let rows = found
        .points
        .iter()
        .zip(holding)
        .map(|(point, holding)| {
            let levers = ask.levers.iter().zip(&point.at);
            let mut row: Vec<String> = levers.map(|(l, v)| value(l.field, v, language)).collect();
            row.extend(required.then(|| holding.all.map_or_else(dash, percent)));
            row.extend(metrics.iter().map(|m| {
                let mean = |s: Summary| brief(&s, unit_of(*m), language);
                point.metrics[*m].map_or_else(dash, mean)
            }));
            row.push(
                point
                    .reach
                    .missed(Group::SlowThird)
                    .map_or_else(dash, percent),
            );
            row
        })
        .collect();
    (head, rows)
}

/// The requirements as half a sentence.
fn required(wish: &Wish, language: Language) -> String {
    let all: Vec<String> = wish
        .constraints
        .iter()
        .map(|c| constraint(c, language))
        .collect();
    match language {
        Language::Zh => all.join("，且"),
        Language::En => all.join(" and "),
    }
}

/// One requirement.
#[must_use]
pub fn constraint(constraint: &Constraint, language: Language) -> String {
    let metric = METRICS[constraint.metric].label.get(language);
    let limit = show(constraint.limit, unit_of(constraint.metric), language);
    match (constraint.bound, language) {
        (Bound::AtMost, Language::Zh) => format!("{metric}不高于 {limit}"),
        (Bound::AtLeast, Language::Zh) => format!("{metric}不低于 {limit}"),
        (Bound::AtMost, Language::En) => format!("{} is at most {limit}", lower_first(metric)),
        (Bound::AtLeast, Language::En) => format!("{} is at least {limit}", lower_first(metric)),
    }
}

/// A value of a lever, in words.
#[must_use]
pub fn value(field: &Field, value: &Value, language: Language) -> String {
    match value {
        Value::Number(v) => amount(field, *v),
        Value::Whole(v) => v.to_string(),
        Value::Switch(on) => match (on, language) {
            (true, Language::Zh) => "开".to_owned(),
            (false, Language::Zh) => "关".to_owned(),
            (true, Language::En) => "on".to_owned(),
            (false, Language::En) => "off".to_owned(),
        },
        Value::Choice(id) => match field.kind {
            Kind::Choice(choices) => choices
                .iter()
                .find(|choice| choice.id == *id)
                .map_or((*id).to_owned(), |choice| {
                    choice.label.get(language).to_owned()
                }),
            Kind::Number { .. }
            | Kind::Whole { .. }
            | Kind::Switch
            | Kind::Series { .. }
            | Kind::Words { .. } => (*id).to_owned(),
        },
        Value::Series(_) | Value::Words(_) => String::new(),
    }
}

/// An amount of a lever, in its unit; at most two digits beyond the lever's own.
fn amount(field: &Field, value: f64) -> String {
    let text = bare(value, field.unit);
    let unit = unit_name(field.unit).en;
    if unit == "%" {
        format!("{text}%")
    } else {
        text
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}
