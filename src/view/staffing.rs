//! The staffing card: who is needed on the phones half-hour by half-hour, who is there, where it is short.

use super::chart::scale::{Scale, ticks_from_zero};
use super::chart::{Drawing, Mark, through};
use super::figure::{Figure, Grid, Readable, Stop};
use super::number::{bare, counted, show};
use super::words::staffing as words;
use crate::scenario::field::{Language, Unit};
use crate::study::staff::{StaffPlan, StaffRow};
use std::rc::Rc;

const TOP: f64 = 30.0;
const BOTTOM: f64 = 26.0;
const LEFT: f64 = 34.0;
const HEIGHT: f64 = 190.0;

fn clock(half_hour: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "48 at most")]
    let hour = half_hour as f64 / 2.0;
    bare(hour, Unit::HourOfDay)
}

fn people(value: f64, language: Language) -> String {
    show(value, Unit::People, language)
}

/// The finding: where most are missing, or that nobody is.
#[must_use]
pub fn sentence(plan: &StaffPlan, language: Language) -> String {
    let short: Vec<&StaffRow> = plan.half_hours.iter().filter(|r| r.short() > 0.5).collect();
    let worst = short.iter().max_by(|a, b| a.short().total_cmp(&b.short()));
    let target = format!("{:.0}%", plan.question.target_share * 100.0);
    let wait = show(plan.target_wait_seconds, Unit::Seconds, language);
    match (worst, language) {
        (Some(row), Language::Zh) => format!(
            "{} 个半小时缺人，最缺的是 {}：缺 {}（要 {target} 在 {wait}内接起）",
            short.len(),
            clock(row.half_hour),
            people(row.short(), language)
        ),
        (Some(row), Language::En) => format!(
            "Short in {}, most at {}: {} missing (for {target} within {wait})",
            counted(short.len(), "half-hour", "half-hours"),
            clock(row.half_hour),
            people(row.short(), language)
        ),
        (None, Language::Zh) => format!("没有哪个半小时缺人（要 {target} 在 {wait}内接起）"),
        (None, Language::En) => format!("No half-hour is short (for {target} within {wait})"),
    }
}

/// The card's figure.
#[must_use]
pub fn figure(plan: &Rc<StaffPlan>, language: Language) -> Figure {
    let drawn = Rc::clone(plan);
    Figure {
        id: "staffing",
        caption: sentence(plan, language),
        note: words::NOTE.get(language).to_owned(),
        foot: match language {
            Language::Zh => format!("{} 个模拟日", plan.days),
            Language::En => format!("{} simulated days", plan.days),
        },
        grid: grid(plan, language),
        draw: Rc::new(move |width| readable(&drawn, width, language)),
    }
}

fn grid(plan: &StaffPlan, language: Language) -> Grid {
    let head = [
        words::FROM,
        words::CALLS,
        words::ERLANG,
        words::SIMULATED,
        words::PRESENT,
        words::SHORT,
        words::OCCUPANCY,
    ];
    let rows = plan.half_hours.iter().map(|row| {
        vec![
            clock(row.half_hour),
            bare(row.calls, Unit::Calls),
            row.erlang.map_or_else(|| "–".to_owned(), |n| n.to_string()),
            row.simulated.to_string(),
            bare(row.present, Unit::People),
            if row.short() > 0.05 {
                bare(row.short(), Unit::People)
            } else {
                "–".to_owned()
            },
            row.occupancy
                .map_or_else(|| "–".to_owned(), |o| format!("{:.0}%", o * 100.0)),
        ]
    });
    Grid {
        head: head.map(|text| text.get(language).to_owned()).to_vec(),
        rows: rows.collect(),
    }
}

fn readable(plan: &StaffPlan, width: f64, language: Language) -> Readable {
    let rows = &plan.half_hours;
    let (x, y, ticks) = axes(rows, width);
    let mut marks = frame(&x, &y, &ticks, language);
    let steps = |value: &dyn Fn(&StaffRow) -> f64| {
        let corners = rows.iter().flat_map(|row| {
            let height = y.at(value(row));
            [(x.at(at(row)), height), (x.at(at(row) + 1.0), height)]
        });
        corners.collect::<Vec<(f64, f64)>>()
    };
    let mut around = steps(&|row| row.present);
    around.push((x.range.1, y.range.0));
    around.push((x.range.0, y.range.0));
    marks.push(Mark::Area {
        path: format!("{}Z", through(&around)),
        class: "band-90",
    });
    marks.push(Mark::Line {
        path: through(&steps(&|row| f64::from(row.erlang.unwrap_or(0)))),
        class: "baseline",
    });
    marks.push(Mark::Line {
        path: through(&steps(&|row| f64::from(row.simulated))),
        class: "median",
    });
    let every = if width < 420.0 { 8 } else { 4 };
    for row in rows.iter().filter(|row| row.half_hour % every == 0) {
        marks.push(Mark::Text {
            x: x.at(at(row)),
            y: HEIGHT - BOTTOM + 18.0,
            anchor: "middle",
            class: "tick",
            text: clock(row.half_hour),
        });
    }
    let stops = rows.iter().map(|row| Stop {
        x: x.at(at(row) + 0.5),
        dots: vec![y.at(f64::from(row.simulated)), y.at(row.present)],
        says: reading(row, language),
    });
    Readable {
        stops: stops.collect(),
        span: (TOP, HEIGHT - BOTTOM),
        drawing: Drawing {
            width,
            height: HEIGHT,
            marks,
        },
    }
}

/// Where a row's half-hour begins, counted in half-hours.
#[allow(clippy::cast_precision_loss, reason = "48 at most")]
fn at(row: &StaffRow) -> f64 {
    row.half_hour as f64
}

/// Half-hours across, people upwards, and the ticks of these.
fn axes(rows: &[StaffRow], width: f64) -> (Scale, Scale, Vec<f64>) {
    let tallest = |row: &StaffRow| {
        let needed = f64::from(row.simulated.max(row.erlang.unwrap_or(0)));
        needed.max(row.present)
    };
    let ticks = ticks_from_zero(rows.iter().map(tallest).fold(1.0, f64::max), 4);
    let x = Scale {
        domain: (
            rows.first().map_or(0.0, at),
            rows.last().map_or(48.0, |row| at(row) + 1.0),
        ),
        range: (LEFT, width - 8.0),
    };
    let y = Scale {
        domain: (0.0, ticks.last().copied().unwrap_or(1.0)),
        range: (HEIGHT - BOTTOM, TOP),
    };
    (x, y, ticks)
}

/// The title and the grid of people.
fn frame(x: &Scale, y: &Scale, ticks: &[f64], language: Language) -> Vec<Mark> {
    let mut marks = vec![Mark::Text {
        x: 0.0,
        y: TOP - 14.0,
        anchor: "start",
        class: "axis-title",
        text: words::AXIS.get(language).to_owned(),
    }];
    for tick in ticks {
        let at = y.at(*tick);
        marks.push(Mark::Line {
            path: through(&[(x.range.0, at), (x.range.1, at)]),
            class: if *tick == 0.0 { "axis" } else { "grid" },
        });
        marks.push(Mark::Text {
            x: LEFT - 6.0,
            y: at + 4.0,
            anchor: "end",
            class: "tick",
            text: bare(*tick, Unit::People),
        });
    }
    marks
}

fn reading(row: &StaffRow, language: Language) -> String {
    let at = clock(row.half_hour);
    let (needed, present) = (row.simulated, bare(row.present, Unit::People));
    match language {
        Language::Zh => format!("{at} · 需要 {needed} · 在线 {present}"),
        Language::En => format!("{at} · needed {needed} · present {present}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::staff::Question;

    fn plan(present: f64) -> Rc<StaffPlan> {
        let rows = (16..36).map(|half_hour| StaffRow {
            half_hour,
            calls: 100.0,
            offered_load: 9.0,
            erlang: Some(11),
            simulated: 12,
            service_level: Some(0.82),
            occupancy: Some(0.78),
            nominal: 14.0,
            present: if half_hour == 20 { present } else { 13.0 },
        });
        Rc::new(StaffPlan {
            question: Question {
                target_share: 0.8,
                weekday: None,
            },
            target_wait_seconds: 20.0,
            mean_service_seconds: 300.0,
            present_service_seconds: None,
            mean_patience_seconds: 120.0,
            days: 400,
            trials: 9,
            half_hours: rows.collect(),
        })
    }

    #[test]
    fn the_worst_half_hour_is_named_and_every_row_can_be_read() {
        let short = plan(8.5);
        let said = sentence(&short, Language::Zh);
        assert!(
            said.starts_with("1 个半小时缺人，最缺的是 10:00：缺 3.5 人"),
            "{said}"
        );
        let figure = figure(&short, Language::En);
        assert_eq!(figure.grid.rows.len(), 20);
        assert_eq!((figure.draw)(300.0).stops.len(), 20);
        let enough = sentence(&plan(13.0), Language::En);
        assert!(enough.starts_with("No half-hour is short"), "{enough}");
    }
}
