//! What the centre does for people under strain and for life at home.

use super::field::{Field, Grade, Source, field, short::*};

/// Support.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Support {
    /// Rooms, training, publicity and activities against stress.
    pub stress_relief: StressRelief,
    /// Flexible hours.
    pub flexible_work: FlexibleWork,
    /// Annual leave.
    pub leave: Leave,
    /// Short rests within a shift, in minutes a day.
    pub rest_minutes_per_day: f64,
    /// Quality of team leaders' support, 0–1.
    pub supervisor_share: f64,
    /// Share of days of illness on which people come all the same.
    pub sick_pressure_share: f64,
}

/// Sessions of stress relief.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct StressRelief {
    /// Sessions a month.
    pub frequency_per_month: f64,
    /// How much a session does, 0–1.
    pub intensity: f64,
    /// Minutes off the phones per session.
    pub minutes: f64,
}

/// Flexible hours.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FlexibleWork {
    /// People may move their hours.
    pub enabled: bool,
    /// Share of family events that moving hours can solve.
    pub solves_share: f64,
    /// By how many hours they are moved.
    pub moved_hours: f64,
}

/// Annual leave.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Leave {
    /// Days a year.
    pub days_per_year: f64,
    /// Share of staff that may be on leave on one day.
    pub away_share: f64,
    /// Expected occupancy above which no leave is granted on a day.
    pub busy_occupancy: f64,
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        support.stress_relief.frequency_per_month, PerMonth, num(0.0, 20.0, 0.1), n(0.1), Source::Seed,
        "减压活动频次", "Stress relief a month",
        "每月减压活动次数（减压室、培训、宣传、活动）；论文主张提高频次和强度。",
        "Sessions of stress relief a month (room, training, activities); the paper asks for more of them and stronger ones."
    ),
    field!(
        support.stress_relief.intensity, Share, num(0.0, 1.0, 0.05), n(0.3), Source::Seed,
        "减压活动强度", "Strength of a session",
        "每次活动的力度；剂量 = 频次 × 强度，收益递减，停止后数月消退。",
        "How much a session does; dose = frequency × strength, with diminishing returns and fading within months."
    ),
    field!(
        support.stress_relief.minutes, Minutes, num(0.0, 480.0, 5.0), n(45.0), Source::Example,
        "减压活动每次时长", "Minutes a session",
        "每次活动占用的不接电话的分钟数。",
        "Minutes off the phones that a session takes."
    ),
    field!(
        support.flexible_work.enabled, None, SWITCH, OFF, Source::Seed,
        "弹性工作", "Flexible hours",
        "员工可以调整上下班时间来应付家里的事。",
        "People may move their hours to meet what happens at home."
    ),
    field!(
        support.flexible_work.solves_share, Share, num(0.0, 1.0, 0.05), n(0.6),
        leaning("Bloom, Han & Liang 2024", 0.3, 0.8),
        "调班能解决的比例", "Events solved by flexibility",
        "家庭事务中靠调整上下班时间就能应付的比例。",
        "Share of family events that moving hours can meet."
    ),
    field!(
        support.flexible_work.moved_hours, Hours, num(0.0, 8.0, 0.5), n(2.0), Source::Example,
        "挪动几小时", "Hours moved",
        "遇事时上班推迟几小时；停止接入前补不满的，改做不接电话的工作，当天少接电话。",
        "By how many hours the day is moved; what does not fit before closing is made up off the phones."
    ),
    field!(
        support.leave.days_per_year, Days, num(0.0, 60.0, 1.0), n(8.0), Source::Example,
        "年假天数", "Annual leave",
        "每人每年的年假工作日数。",
        "Working days of annual leave per person and year."
    ),
    field!(
        support.leave.away_share, Share, num(0.0, 0.5, 0.01), n(0.03), Source::Seed,
        "同日可休比例", "Away on one day",
        "忙时同一天最多允许多大比例的人休假；闲日可放宽到两倍；当天人手不够还会更少。",
        "Share of staff that may be on leave on a busy day; a slack day allows twice that, a day short of people less."
    ),
    field!(
        support.leave.busy_occupancy, Share, num(0.3, 1.2, 0.01), n(0.95), Source::Example,
        "准假占用率上限", "No leave above",
        "按当天到岗与预计来电，准假后占用率会超过此数就不再准假。",
        "Leave is refused when, with those present and the calls expected today, occupancy would pass this."
    ),
    field!(
        support.rest_minutes_per_day, Minutes, num(0.0, 120.0, 5.0), n(20.0),
        study("Albulescu et al. 2022", Grade::A, 0.0, 60.0),
        "小休时间", "Short rests",
        "班次内除午休外的小休分钟数（分两次）。",
        "Minutes of short rests within a shift besides lunch, in two parts."
    ),
    field!(
        support.supervisor_share, Share, num(0.0, 1.0, 0.05), n(0.5), assumed(0.2, 0.8),
        "班组长支持", "Team leaders' support",
        "班组长平均给出多少支持与尊重；各组长之间有差别。",
        "How much support and respect team leaders give on average; leaders differ."
    ),
    field!(
        support.sick_pressure_share, Share, num(0.0, 1.0, 0.05), n(0.2), assumed(0.0, 0.6),
        "带病到岗", "Coming to work ill",
        "病假难请时，生病的日子里仍来上班的比例。",
        "Share of days of illness on which people come all the same, because sick leave is hard to get."
    ),
];
