//! Lengths of calls drawn: bars on the log scale, with the log-normal curve.

use super::super::{Mark, through};
use super::{Frame, Plot, duration, percent, pick, to_f64};
use crate::scenario::field::Language;
use crate::study::fit::Fit;
use crate::study::fit::shape::Class;

/// Distances up to this are told as close.
const CLOSE: f64 = 0.02;

/// Lengths of calls in classes of the log, with the log-normal curve.
#[must_use]
pub fn draw(fit: &Fit, width: f64, language: Language) -> Option<Plot> {
    let classes = &fit.shape.lengths;
    let fitted = fit.service.all?;
    let last = classes.last()?;
    let share = |calls: f64| calls / fitted.count;
    let top = classes
        .iter()
        .map(|class| share(class.calls.max(class.fitted)))
        .fold(0.0, f64::max);
    let count = to_f64(classes.len());
    let frame = Frame::new(width, (0.0, count), top);
    let said = |zh: &str, en: &str| pick(zh, en, language);
    let mut marks = frame.axes(said("占接通来电", "Share of answered calls"), percent);
    let mut curve = Vec::new();
    for (place, class) in classes.iter().enumerate() {
        let (from, to) = (to_f64(place), to_f64(place + 1));
        let top = share(class.calls);
        let corners = [
            frame.at(from, 0.0),
            frame.at(from, top),
            frame.at(to, top),
            frame.at(to, 0.0),
        ];
        marks.push(Mark::Area {
            path: through(&corners) + "Z",
            class: "bar",
        });
        curve.push(frame.at(from + 0.5, share(class.fitted)));
        let ends = [class.from, class.to].map(|end| duration(end, language));
        let both = [
            format!("{} {}", said("数据", "data"), percent(top)),
            format!("{} {}", said("拟合", "fit"), percent(share(class.fitted))),
        ];
        let says = [ends.join(" → "), both.join(" · ")];
        marks.push(frame.stop(from + 0.5, top, &says.each_ref().map(String::as_str)));
    }
    marks.push(Mark::Line {
        path: through(&curve),
        class: "median",
    });
    for seconds in [10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0] {
        if seconds < last.to {
            marks.push(frame.tick(place_of(classes, seconds), duration(seconds, language)));
        }
    }
    let points = 100.0 * fitted.distance;
    let median = duration(median(classes), language);
    let (zh, en) = if fitted.distance <= CLOSE {
        (
            format!(
                "通话时长接近对数正态：短于任一时长的比例最多差 {points:.1} 个百分点；一半通话不到 {median}。"
            ),
            format!(
                "Talk times are close to log-normal: the share below any length differs by at most {points:.1} points. Half of them are under {median}."
            ),
        )
    } else {
        (
            format!(
                "通话时长大致是对数正态，但不完全：短于某一时长的比例最多差 {points:.1} 个百分点；一半通话不到 {median}。"
            ),
            format!(
                "Talk times are roughly log-normal but not quite: the share below some length differs by {points:.1} points. Half of them are under {median}."
            ),
        )
    };
    let read = said(
        "灰柱：数据（横轴为对数刻度，10 秒以上的通话）；彩线：拟合的对数正态。",
        " Bars: the data (log scale, calls of at least 10 s); colour: the fitted log-normal.",
    );
    Some(Plot {
        title: said("一通电话多长", "How long calls take"),
        caption: pick(&zh, &en, language) + &read,
        drawing: frame.drawn(marks),
    })
}

/// Where a length lies among the classes, whose width is even on the log scale.
fn place_of(classes: &[Class], seconds: f64) -> f64 {
    let place = classes.partition_point(|class| class.to <= seconds);
    let within = classes.get(place).map_or(0.0, |class| {
        (seconds - class.from) / (class.to - class.from)
    });
    to_f64(place) + within
}

/// The length below which half of the calls are, to the width of a class.
fn median(classes: &[Class]) -> f64 {
    let half = classes.iter().map(|class| class.calls).sum::<f64>() / 2.0;
    let mut below = 0.0;
    for class in classes {
        if below + class.calls >= half {
            let within = (half - below) / class.calls;
            return class.from + within * (class.to - class.from);
        }
        below += class.calls;
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_finds_its_place_on_the_axis() {
        let class = |from, to, calls| Class {
            from,
            to,
            calls,
            fitted: 0.0,
        };
        let classes = [class(10.0, 20.0, 1.0), class(20.0, 40.0, 3.0)];
        assert!((place_of(&classes, 20.0) - 1.0).abs() < 1e-12);
        assert!((place_of(&classes, 15.0) - 0.5).abs() < 1e-12);
        // Two of four calls: one from the first class, a third of the second.
        assert!((median(&classes) - (20.0 + 20.0 / 3.0)).abs() < 1e-12);
    }
}
