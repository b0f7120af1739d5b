//! Patience drawn: the share who would still wait, by the file and by the fit.

use super::super::{Mark, between, through};
use super::{Frame, Plot, duration, percent, pick};
use crate::scenario::field::Language;
use crate::study::fit::Fit;
use crate::study::fit::shape::Patience;

/// The share who would still wait: steps of the file with their band, the fitted curve.
#[must_use]
pub fn draw(fit: &Fit, width: f64, language: Language) -> Option<Plot> {
    let points = &fit.shape.patience;
    let end = points.last()?;
    let frame = Frame::new(width, (0.0, end.seconds), 1.0);
    let said = |zh: &str, en: &str| pick(zh, en, language);
    let mut marks = frame.axes(
        said("仍愿等待的来电人", "Callers who would still wait"),
        percent,
    );
    for tick in even_ticks(end.seconds, width) {
        marks.push(frame.tick(tick, duration(tick, language)));
    }
    let line = |value: &dyn Fn(&Patience) -> f64| -> Vec<(f64, f64)> {
        points
            .iter()
            .map(|point| frame.at(point.seconds, value(point)))
            .collect()
    };
    if points.iter().skip(1).all(|point| point.band().is_some()) {
        let band = |point: &Patience| point.band().unwrap_or((point.survival, point.survival));
        marks.push(Mark::Area {
            path: between(&line(&|p| band(p).1), &line(&|p| band(p).0)),
            class: "band-data",
        });
    }
    marks.push(Mark::Line {
        path: through(&line(&|p| p.survival)),
        class: "data",
    });
    marks.push(Mark::Line {
        path: through(&line(&|p| p.fitted)),
        class: "median",
    });
    let (data, fitted) = (said("数据", "data"), said("拟合", "fit"));
    marks.extend(points.iter().map(|p| {
        let both = [
            format!("{data} {}", percent(p.survival)),
            format!("{fitted} {}", percent(p.fitted)),
        ];
        let says = [&duration(p.seconds, language), both[0].as_str(), &both[1]];
        frame.stop(p.seconds, p.survival, &says)
    }));
    Some(Plot {
        title: said("等多久会挂断", "How long callers wait before hanging up"),
        caption: finding(fit, points, language),
        drawing: frame.drawn(marks),
    })
}

fn finding(fit: &Fit, points: &[Patience], language: Language) -> String {
    let outside: Vec<f64> = points
        .iter()
        .filter(|p| {
            p.band()
                .is_some_and(|(low, high)| !(low..=high).contains(&p.fitted))
        })
        .map(|p| p.seconds)
        .collect();
    let (far, at) = fit.mixture_distance.unwrap_or_default();
    let (far, at) = (100.0 * far, duration(at, language));
    let single = fit.mixture.is_some_and(|mixture| mixture.is_single());
    let (zh, en) = if single {
        ("一条指数曲线", "One exponential curve")
    } else {
        (
            "急性子与其余人的混合曲线",
            "The mixture of impatient and other callers",
        )
    };
    let close = match (outside.first(), outside.last()) {
        (Some(from), Some(to)) => {
            let (from, to) = (duration(*from, language), duration(*to, language));
            match language {
                Language::Zh => format!(
                    "{zh}在 {from} 到 {to} 之间有几处偏出数据的误差范围，最多差 {far:.1} 个百分点（{at}处）。"
                ),
                Language::En => format!(
                    "{en} leaves the data’s margin of error in places between {from} and {to}, by at most {far:.1} points (at {at})."
                ),
            }
        }
        (Some(_), None) | (None, _) => match language {
            Language::Zh => format!(
                "{zh}处处落在数据的误差范围之内，与 Kaplan–Meier 最多差 {far:.1} 个百分点（{at}处）。"
            ),
            Language::En => format!(
                "{en} stays within the data’s margin of error throughout; it differs from Kaplan–Meier by at most {far:.1} points (at {at})."
            ),
        },
    };
    let read = pick(
        "黑线：数据（Kaplan–Meier，接通者按其等待截尾）；灰带：95% 误差范围；彩线：拟合。",
        " Black: the data (Kaplan–Meier, answered callers censored at their wait); grey: 95 % margin of error; colour: the fit.",
        language,
    );
    close + &read
}

/// Ticks of round minutes, or of seconds where all is over within minutes.
fn even_ticks(end: f64, width: f64) -> Vec<f64> {
    let most = if width < 560.0 { 4.0 } else { 8.0 };
    let steps = [10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 3600.0];
    let step = steps.into_iter().find(|s| end / s <= most).unwrap_or(end);
    let mut ticks = Vec::new();
    let mut at = 0.0;
    while at <= end && step > 0.0 {
        ticks.push(at);
        at += step;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_times() {
        assert_eq!(even_ticks(590.0, 800.0), [0.0, 120.0, 240.0, 360.0, 480.0]);
        assert_eq!(even_ticks(40.0, 400.0), [0.0, 10.0, 20.0, 30.0, 40.0]);
    }
}
