//! Other centres than the paper's, as differences from the standard scenario.
//!
//! Where a figure comes from stands in docs/centres.md, table by table (`view::centres`). What the paper
//! says of its own centre, a public institution without cash, is replaced by an assumption about each
//! kind of centre; a test in `tests/it/centres.rs` holds that.

use super::field::Value;
use super::presets::{CLOSED, Difference, n, series};

const ON: Value = Value::Switch(true);
const fn w(value: u32) -> Value {
    Value::Whole(value)
}

/// A day of 48 half-hours with these values from the half-hour `first` on, each times `level`.
const fn day<const N: usize>(first: usize, values: [f64; N], level: f64) -> [f64; 48] {
    let mut day = CLOSED;
    let mut i = 0;
    while i < N {
        day[first + i] = values[i] * level;
        i += 1;
    }
    day
}

/// From 08:00 to 20:00: a morning peak, a lower one in the afternoon, a quiet evening.
const LONG_DAY: [f64; 48] = day(
    16,
    [
        30.0, 50.0, 65.0, 70.0, 70.0, 66.0, 58.0, 48.0, 40.0, 40.0, 46.0, 54.0, 60.0, 62.0, 60.0,
        56.0, 50.0, 44.0, 38.0, 34.0, 32.0, 30.0, 26.0, 22.0,
    ],
    1.0,
);
/// From 09:00 to 22:00: a second peak in the evening, when people shop.
const EVENING_DAY: [f64; 48] = day(
    18,
    [
        35.0, 48.0, 56.0, 60.0, 58.0, 52.0, 44.0, 42.0, 44.0, 48.0, 50.0, 50.0, 50.0, 48.0, 46.0,
        44.0, 42.0, 40.0, 42.0, 48.0, 54.0, 58.0, 58.0, 52.0, 44.0, 34.0,
    ],
    1.0,
);
/// From 08:00 to 18:00: everybody wants today's appointment.
const RUSH: [f64; 20] = [
    120.0, 110.0, 90.0, 80.0, 70.0, 64.0, 56.0, 50.0, 42.0, 38.0, 36.0, 38.0, 44.0, 46.0, 44.0,
    40.0, 36.0, 30.0, 24.0, 18.0,
];
const RUSH_DAY: [f64; 48] = day(16, RUSH, 1.0);
const RUSH_MONDAY: [f64; 48] = day(16, RUSH, 1.5);

/// A table of differences: opening hours, the week's courses, the four kinds of call, the staff, the rest.
macro_rules! centre {
    (
        open $opens:literal to $closes:literal, $monday:ident, $day:ident;
        calls $calls:literal after $after:literal;
        types $($kind:ident $share:literal $talk:literal $anger:literal),+;
        people $people:literal in $team:literal: women $women:literal, degree $degree:literal,
        young $young:literal, care $care_w:literal $care_m:literal, tenure $tenure:literal;
        kpis $volume:literal at $target:literal, talk $talk_w:literal $from:literal $to:literal,
        inspection $inspection:literal, rating $rating:literal;
        $($path:literal = $value:expr,)*
    ) => {
        &[
            ("calendar.opens_hour", n($opens)),
            ("calendar.closes_hour", n($closes)),
            ("demand.calls_per_day", n($calls)),
            ("demand.profile.monday", series(&$monday)),
            ("demand.profile.tuesday", series(&$day)),
            ("demand.profile.wednesday", series(&$day)),
            ("demand.profile.thursday", series(&$day)),
            ("demand.profile.friday", series(&$day)),
            $((concat!("demand.types.", stringify!($kind), ".share"), n($share)),
            (concat!("demand.types.", stringify!($kind), ".talk_seconds"), n($talk)),
            (concat!("demand.types.", stringify!($kind), ".anger_share"), n($anger)),)+
            ("demand.after_call_seconds", n($after)),
            ("workforce.headcount", w($people)),
            ("workforce.team_size", w($team)),
            ("workforce.women_share", n($women)),
            ("workforce.degree_share", n($degree)),
            ("workforce.under_35_share", n($young)),
            ("workforce.care_duty.women_share", n($care_w)),
            ("workforce.care_duty.men_share", n($care_m)),
            ("workforce.mean_tenure_years", n($tenure)),
            ("appraisal.kpis.call_volume.weight", n($volume)),
            ("appraisal.kpis.call_volume.target_per_day", n($target)),
            ("appraisal.kpis.talk_time.weight", n($talk_w)),
            ("appraisal.kpis.talk_time.from_seconds", n($from)),
            ("appraisal.kpis.talk_time.to_seconds", n($to)),
            ("appraisal.kpis.inspection.weight", n($inspection)),
            ("appraisal.kpis.customer_rating.weight", n($rating)),
            $(($path, $value),)*
        ]
    };
}

/// A government hotline of the 12345 type. `procedure` stands for questions, `fee` for payments and
/// certificates, `form` for what becomes a work order, `complaint` for complaints.
pub(super) const HOTLINE: &[Difference] = centre! {
    open 8.0 to 20.0, LONG_DAY, LONG_DAY;
    calls 13_500.0 after 50.0;
    types procedure 45.0 140.0 0.06, fee 25.0 130.0 0.06, form 18.0 230.0 0.12, complaint 12.0 260.0 0.5;
    people 200 in 20: women 0.75, degree 0.6, young 0.85, care 0.35 0.2, tenure 2.0;
    kpis 25.0 at 90.0, talk 5.0 120.0 220.0, inspection 30.0, rating 40.0;
    "appraisal.kpis.customer_rating.target_share" = n(0.85),
    "demand.rating_share" = n(0.5),
    "demand.target_wait_seconds" = n(15.0),
};

/// A bank's own service line today.
pub(super) const BANK_LINE: &[Difference] = centre! {
    open 8.0 to 20.0, LONG_DAY, LONG_DAY;
    calls 3_950.0 after 40.0;
    types procedure 45.0 200.0 0.05, fee 30.0 180.0 0.08, form 15.0 280.0 0.06, complaint 10.0 340.0 0.45;
    people 60 in 12: women 0.7, degree 0.85, young 0.8, care 0.4 0.25, tenure 4.0;
    kpis 25.0 at 80.0, talk 10.0 150.0 260.0, inspection 45.0, rating 20.0;
    "workforce.pay_to_market" = n(1.1),
    "rewards.cash.allowed" = ON,
    "rewards.cash.bonus_share_of_pay" = n(0.15),
    "rewards.merit_leave_days_per_year" = n(0.0),
    "development.ladder.enabled" = ON,
    "development.ladder.places_share" = n(0.1),
};

/// An e-commerce after-sales line. `procedure` stands for parcels, `fee` for refunds, `form` for returns
/// and repairs, `complaint` for complaints.
pub(super) const AFTER_SALES: &[Difference] = centre! {
    open 9.0 to 22.0, EVENING_DAY, EVENING_DAY;
    calls 4_450.0 after 35.0;
    types procedure 35.0 150.0 0.12, fee 30.0 170.0 0.2, form 15.0 210.0 0.15, complaint 20.0 260.0 0.6;
    people 80 in 10: women 0.65, degree 0.3, young 0.9, care 0.3 0.15, tenure 1.5;
    kpis 40.0 at 77.0, talk 10.0 130.0 230.0, inspection 20.0, rating 30.0;
    "demand.day_cv" = n(0.25),
    "demand.day_correlation" = n(0.8),
    "demand.rating_share" = n(0.3),
    "workforce.pay_to_market" = n(0.85),
    "rewards.cash.allowed" = ON,
    "rewards.cash.bonus_share_of_pay" = n(0.2),
    "rewards.merit_leave_days_per_year" = n(0.0),
};

/// A telecom's line at an outsourcer. `procedure` stands for plans, `fee` for bills, `form` for
/// orders and faults, `complaint` for complaints.
pub(super) const TELECOM: &[Difference] = centre! {
    open 8.0 to 20.0, LONG_DAY, LONG_DAY;
    calls 9_300.0 after 20.0;
    types procedure 35.0 180.0 0.1, fee 35.0 190.0 0.2, form 15.0 240.0 0.1, complaint 15.0 280.0 0.55;
    people 120 in 15: women 0.6, degree 0.25, young 0.93, care 0.25 0.1, tenure 1.0;
    kpis 60.0 at 105.0, talk 20.0 130.0 220.0, inspection 20.0, rating 0.0;
    "workforce.pay_to_market" = n(0.72),
    "workforce.hiring.lead_time_days" = n(15.0),
    "workforce.hiring.training_days" = w(10),
    "workforce.hiring.cost_yuan" = n(4_000.0),
    "workforce.hiring.applicants" = w(2),
    "workforce.monthly_pay_yuan" = n(5_500.0),
    "appraisal.openness_share" = n(0.5),
    "appraisal.voice_share" = n(0.1),
    "rewards.cash.allowed" = ON,
    "rewards.cash.bonus_share_of_pay" = n(0.3),
    "rewards.merit_leave_days_per_year" = n(0.0),
    "support.stress_relief.frequency_per_month" = n(0.0),
    "support.supervisor_share" = n(0.4),
};

/// A small clinic's appointment line. `procedure` stands for appointments, `fee` for bills, `form` for
/// prescriptions and papers, `complaint` for complaints.
pub(super) const CLINIC: &[Difference] = centre! {
    open 8.0 to 18.0, RUSH_MONDAY, RUSH_DAY;
    calls 680.0 after 25.0;
    types procedure 70.0 95.0 0.06, fee 8.0 120.0 0.06, form 17.0 130.0 0.05, complaint 5.0 220.0 0.5;
    people 8 in 8: women 0.9, degree 0.4, young 0.5, care 0.5 0.25, tenure 4.0;
    kpis 20.0 at 100.0, talk 0.0 60.0 150.0, inspection 50.0, rating 30.0;
    "appraisal.openness_share" = n(0.5),
    "appraisal.voice_share" = n(0.5),
    "rewards.cash.allowed" = ON,
    "rewards.cash.bonus_share_of_pay" = n(0.05),
    "rewards.awards.coverage_share" = n(0.5),
    "support.supervisor_share" = n(0.6),
};
