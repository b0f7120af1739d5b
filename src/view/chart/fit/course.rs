//! The course of a day drawn: the busiest weekday's days, their mean, and where they should lie.

use super::super::{Mark, between, short, through};
use super::{Frame, Plot, pick, to_f64};
use crate::scenario::field::Language;
use crate::study::fit::Fit;
use crate::study::fit::shape::{Inside, Weekday};

/// The busiest weekday: its days, their mean, and where nine in ten days should lie.
#[must_use]
pub fn draw(fit: &Fit, width: f64, language: Language) -> Option<Plot> {
    let calls = |day: &Weekday| day.mean.iter().sum::<f64>();
    let busiest = fit
        .shape
        .weekdays
        .iter()
        .max_by(|a, b| calls(a).total_cmp(&calls(b)))?;
    // A stray call at night doesn't stretch the day.
    let highest_mean = busiest.mean.iter().copied().fold(0.0, f64::max);
    let open = |half_hour: &usize| busiest.mean[*half_hour] > 0.01 * highest_mean;
    let first = (0..48).find(open)?;
    let last = (0..48).rev().find(open)?;
    let open = first..=last;
    let highest = busiest
        .range
        .iter()
        .map(|range| range.high)
        .chain(busiest.days.iter().flatten().copied())
        .fold(0.0, f64::max);
    let frame = Frame::new(width, (to_f64(first), to_f64(last + 1)), highest);
    let line = |value: &dyn Fn(usize) -> f64| -> Vec<(f64, f64)> {
        open.clone()
            .map(|half_hour| frame.at(to_f64(half_hour) + 0.5, value(half_hour)))
            .collect()
    };
    let weekday = weekday(busiest.weekday, language);
    let title = match language {
        Language::Zh => format!("{weekday}每半小时来电"),
        Language::En => format!("Calls per half-hour on a {weekday}"),
    };
    let mut marks = frame.axes(title, short);
    marks.push(Mark::Area {
        path: between(
            &line(&|i| busiest.range[i].high),
            &line(&|i| busiest.range[i].low),
        ),
        class: "band-90",
    });
    for day in &busiest.days {
        marks.push(Mark::Line {
            path: through(&line(&|i| day[i])),
            class: "day",
        });
    }
    marks.push(Mark::Line {
        path: through(&line(&|i| busiest.mean[i])),
        class: "median",
    });
    for half_hour in open.clone() {
        let (mean, range) = (busiest.mean[half_hour], &busiest.range[half_hour]);
        let ends = [range.low, range.high].map(short).join(" → ");
        let at = format!("{}:{:02}", half_hour / 2, half_hour % 2 * 30);
        let says = [at.as_str(), &short(mean), &ends];
        marks.push(frame.stop(to_f64(half_hour) + 0.5, mean, &says));
    }
    let step = if width < 560.0 { 8 } else { 4 };
    for half_hour in open.clone().filter(|i| i % step == 0) {
        marks.push(frame.tick(to_f64(half_hour), format!("{}:00", half_hour / 2)));
    }
    Some(Plot {
        title: pick("一天里的来电", "The course of a day", language),
        caption: finding(fit, busiest, &weekday, language),
        drawing: frame.drawn(marks),
    })
}

fn finding(fit: &Fit, day: &Weekday, weekday: &str, language: Language) -> String {
    let found = match fit.shape.inside {
        Some(Inside {
            half_hours,
            share,
            expected,
        }) => {
            let (share, expected) = (100.0 * share, 100.0 * expected);
            match language {
                Language::Zh => format!(
                    "拿每一天和同一星期几的其他日子比：{half_hours} 个半小时里 {share:.0}% 落在拟合给出的范围内，应有 {expected:.0}%。"
                ),
                Language::En => format!(
                    "Each day held against the others of its weekday: of {half_hours} half-hours {share:.0} % lie in the range that the fit gives, where {expected:.0} % should. "
                ),
            }
        }
        None => pick(
            "没有哪个星期几出现两次，看不出一天里的走势是否稳定。",
            "No weekday comes twice, so whether the course is steady can’t be told. ",
            language,
        ),
    };
    let shown = day.days.len();
    let read = match language {
        Language::Zh => {
            format!("细线：{weekday}各天（{shown} 天）；彩线：均值；色带：十天里应有九天落在其中。")
        }
        Language::En => format!(
            "Thin lines: single days ({weekday}, {shown} of them); colour: their mean; band: where nine days in ten should lie."
        ),
    };
    found + &read
}

fn weekday(weekday: usize, language: Language) -> String {
    let zh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    let en = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    pick(zh[weekday % 7], en[weekday % 7], language)
}
