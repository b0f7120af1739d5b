//! When the centre works.

use super::field::{Field, Source, field, short::*};

/// Opening hours and the length of what is simulated.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Calendar {
    /// Working days in a year.
    pub working_days_per_year: u32,
    /// Months simulated before the measured year.
    pub warmup_months: u32,
    /// Hour of the day at which the phones open.
    pub opens_hour: f64,
    /// Hour of the day at which the phones close.
    pub closes_hour: f64,
    /// Whoever waits at closing time is still served.
    pub finish_queue: bool,
}

impl Calendar {
    /// Share of a half-hour of the day, counted from midnight, in which the phones are open.
    #[must_use]
    pub fn open_share(&self, half_hour: usize) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let begins = half_hour as f64 / 2.0;
        let open = (begins + 0.5).min(self.closes_hour) - begins.max(self.opens_hour);
        open.max(0.0) * 2.0
    }
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        calendar.working_days_per_year, Days, whole(20, 366), w(250), Source::Convention,
        "年工作日", "Working days a year",
        "一年中开线的天数；中国的法定工作日约 250 天。",
        "Days in a year on which the phones are open; about 250 in China after public holidays."
    ),
    field!(
        calendar.warmup_months, Months, whole(0, 60), w(6), assumed(3.0, 12.0),
        "预热月数", "Warm-up months",
        "计入结果之前先模拟的月数，让疲劳、预期和人员结构稳定下来。",
        "Months simulated before anything is counted, so that tiredness, expectations and staff have settled."
    ),
    field!(
        calendar.opens_hour, HourOfDay, num(0.0, 23.5, 0.5), n(8.5), Source::Example,
        "开始接听时刻", "Phones open at",
        "每天开始接听的时刻（8.5 即 08:30）。",
        "Hour of the day at which calls are first taken (8.5 = 08:30)."
    ),
    field!(
        calendar.closes_hour, HourOfDay, num(0.5, 24.0, 0.5), n(17.0), Source::Example,
        "停止接入时刻", "Phones close at",
        "每天停止接入新来电的时刻；已接通的电话会打完。",
        "Hour of the day after which no call is let in; a call that is under way is finished."
    ),
    field!(
        calendar.finish_queue, None, SWITCH, OFF, Source::Example,
        "停止接入后接完排队", "Serve the queue after closing",
        "开启后，停止接入时仍在排队的来电由当班的人接完再下班；关闭则记为停止接入时仍在等。",
        "On: callers who wait at closing time are still served by those on shift; off: they count as waiting at close."
    ),
];
