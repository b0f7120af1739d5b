//! The sweep's figure: what the cursor reads at each point, and the same as a table.

use super::{REQUIREMENTS, Settings};
use crate::measure::metric::{METRICS, position};
use crate::scenario::field::Language;
use crate::study::sweep::lever::amount as amount_of;
use crate::study::sweep::{Ask, PointResult, SweepResult};
use crate::view::chart::sweep as chart;
use crate::view::figure::{Figure, Grid, Readable, Stop};
use crate::view::history::shown;
use crate::view::snapshot::unit_of;
use crate::view::words::sweep as words;
use crate::view::{amount, number, year};
use std::rc::Rc;

/// The figure of a sweep under this seed.
#[must_use]
pub fn figure(
    ask: &Ask,
    found: &Rc<SweepResult>,
    settings: &Settings,
    seed: u64,
    language: Language,
) -> Figure {
    let count = found.points.iter().map(|point| point.count).sum();
    let drawn = (Rc::clone(found), settings.clone());
    Figure {
        id: "sweep",
        caption: caption(found, settings, language),
        note: words::NOTE.get(language).to_owned(),
        foot: year::foot(count, seed, language),
        grid: grid(ask, found, language),
        draw: Rc::new(move |width| readable(&drawn.0, &drawn.1, width, language)),
    }
}

/// What the panels show from the lowest value to the highest.
fn caption(found: &SweepResult, settings: &Settings, language: Language) -> String {
    let field = settings.field();
    let first = found.lines.first().and_then(|line| line.outer.as_ref());
    let mut of_first = found
        .points
        .iter()
        .filter(|p| p.count > 0 && p.at.get(1) == first);
    let (Some(low), Some(high)) = (of_first.next(), of_first.next_back()) else {
        return words::CHART.get(language).to_owned();
    };
    let parts = (0..chart::PANELS).filter_map(|panel| {
        let metric = position(REQUIREMENTS[panel].metric)?;
        let label = METRICS[metric].label.get(language);
        let [from, to] = [low, high].map(|point| {
            point.metrics[metric].map(|summary| amount::value(metric, &summary, language))
        });
        Some(format!("{label} {}→{}", from?, to?))
    });
    let parts: Vec<String> = parts.collect();
    let [from, to] = [low, high].map(|point| shown(field, &point.at[0], language));
    let label = field.label.get(language);
    match language {
        Language::Zh => format!("{label}从 {from} 到 {to}：{}", parts.join("，")),
        Language::En => format!("{label} from {from} to {to}: {}", parts.join(", ")),
    }
}

/// Share of years in which all requirements hold at a point, found by its place on its curve.
fn holding(found: &SweepResult, point: &PointResult) -> Option<f64> {
    let at = amount_of(&point.at[0])?;
    let mut lines = found.lines.iter();
    let line = lines.find(|line| line.outer.as_ref() == point.at.get(1))?;
    line.points.iter().find(|p| p.at == at)?.all
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

fn readable(found: &SweepResult, settings: &Settings, width: f64, language: Language) -> Readable {
    let frame = chart::frame(found, width);
    let field = settings.field();
    let first = found.lines.first().and_then(|line| line.outer.as_ref());
    let of_first = found.points.iter().filter(|p| p.at.get(1) == first);
    let stops = of_first.filter_map(|point| {
        let at = amount_of(&point.at[0])?;
        let panels = (0..chart::PANELS).filter_map(|panel| {
            let metric = position(REQUIREMENTS[panel].metric)?;
            Some((panel, metric, point.metrics[metric]?))
        });
        let mut says = vec![number::show(at, field.unit, language)];
        let mut dots = Vec::new();
        for (panel, metric, summary) in panels {
            let label = METRICS[metric].label.get(language);
            says.push(format!(
                "{label} {}",
                amount::value(metric, &summary, language)
            ));
            dots.push(frame.y[panel].at(summary.p50));
        }
        if let Some(all) = holding(found, point) {
            says.push(format!(
                "{} {}",
                words::ALL_HOLD.get(language),
                percent(all)
            ));
            if all >= settings.certainty {
                says.push(words::FEASIBLE.get(language).to_owned());
            }
        }
        Some(Stop {
            x: frame.x.at(at),
            dots,
            says: says.join(" · "),
        })
    });
    Readable {
        stops: stops.collect(),
        span: (frame.y[0].range.1, frame.y[chart::PANELS - 1].range.0),
        drawing: chart::draw(found, settings, width, language),
    }
}

fn grid(ask: &Ask, found: &SweepResult, language: Language) -> Grid {
    let (mut head, mut rows) = crate::view::sweep::rows(ask, found, language);
    head.push(words::REPLICATIONS.get(language).to_owned());
    for (row, point) in rows.iter_mut().zip(&found.points) {
        row.push(point.count.to_string());
    }
    Grid { head, rows }
}

/// A limit as it is read on its line.
#[must_use]
pub fn limit_text(requirement: usize, limit: Option<f64>, language: Language) -> String {
    let of = &REQUIREMENTS[requirement];
    let Some(metric) = position(of.metric) else {
        return String::new();
    };
    let sign = match of.bound {
        crate::study::sweep::constraint::Bound::AtMost => "≤",
        crate::study::sweep::constraint::Bound::AtLeast => "≥",
    };
    match limit {
        Some(limit) => format!("{sign} {}", number::show(limit, unit_of(metric), language)),
        None => format!("{} {sign} …", words::REQUIRED.get(language)),
    }
}
