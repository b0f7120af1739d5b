//! Directions of the calendar and of demand.

use super::*;

const BUSY: &[Difference] = &[("demand.calls_per_day", n(800.0))];
/// Nothing varies but what is tried.
const STEADY: &[Difference] = &[
    ("demand.talk_cv", n(0.0)),
    ("demand.day_cv", n(0.0)),
    ("behaviour.enabled", OFF),
];
/// The same, with long notes.
const STEADY_NOTES: &[Difference] = &[
    ("demand.talk_cv", n(0.0)),
    ("demand.day_cv", n(0.0)),
    ("demand.after_call_seconds", n(120.0)),
    ("demand.calls_per_day", n(500.0)),
    ("behaviour.enabled", OFF),
];
const OVERRUN: &[Difference] = &[
    ("demand.calls_per_day", n(1500.0)),
    ("behaviour.enabled", OFF),
];
const CALLBACK: &[Difference] = &[
    ("demand.calls_per_day", n(800.0)),
    ("demand.callback.enabled", ON),
    ("demand.callback.after_seconds", n(30.0)),
];
/// So few calls that nobody ever waits, and that nobody who waits comes back at closing.
const SLACK: &[Difference] = &[("demand.calls_per_day", n(2.0))];
/// Much is passed on, and the second line is small.
const SPECIALISTS: &[Difference] = &[("workforce.second_line.share", n(0.3))];

/// Even from 08:30 to 17:00; the same at twice the height; closed.
const EVEN: [f64; 48] = day(100.0);
const DOUBLE: [f64; 48] = day(200.0);
const CLOSED: [f64; 48] = [0.0; 48];

const fn day(height: f64) -> [f64; 48] {
    let mut half_hours = [0.0; 48];
    let mut i = 17;
    while i < 34 {
        half_hours[i] = height;
        i += 1;
    }
    half_hours
}

/// All working days alike, so that one that is twice as high stands out.
const ALIKE: &[Difference] = &[
    ("demand.profile.monday", Set::Series(&EVEN)),
    ("demand.profile.tuesday", Set::Series(&EVEN)),
    ("demand.profile.wednesday", Set::Series(&EVEN)),
    ("demand.profile.thursday", Set::Series(&EVEN)),
    ("demand.profile.friday", Set::Series(&EVEN)),
];

const fn weekday(path: &'static str) -> Direction {
    lever(path, Set::Series(&EVEN), Set::Series(&DOUBLE))
        .so(ALIKE)
        .up(&[WAIT])
}
/// A sixth day a week leaves less of it for recovery.
const fn weekend(path: &'static str) -> Direction {
    lever(path, Set::Series(&CLOSED), Set::Series(&EVEN))
        .so(ALIKE)
        .up(&[EXHAUSTION])
}

/// The calendar and demand.
#[rustfmt::skip]
pub const DIRECTIONS: &[Direction] = &[
    lever("name", Set::Words("a"), Set::Words("b")).still(NOTHING),
    lever("description", Set::Words("a"), Set::Words("b")).still(NOTHING),
    // A year and a warm-up are how long one looks, not what is done: no metric has a direction in them.
    lever("calendar.working_days_per_year", w(125), w(150)),
    lever("calendar.warmup_months", w(6), w(9)),
    lever("calendar.opens_hour", n(8.5), n(10.0)).up(&[OCCUPANCY, WAIT]).down(&[LEVEL]),
    lever("calendar.closes_hour", n(17.0), n(15.5)).up(&[OCCUPANCY, WAIT]).down(&[LEVEL]),
    lever("calendar.finish_queue", OFF, ON).so(OVERRUN).up(&[CALLS]),
    lever("demand.calls_per_day", n(650.0), n(800.0)).up(&[OCCUPANCY, WAIT, ABANDONED, EXHAUSTION, CALLS]).down(&[LEVEL, SATISFIED]),
    lever("demand.day_cv", n(0.0), n(0.4)).up(&[WAIT, ABANDONED]),
    lever("demand.day_correlation", n(0.0), n(0.9)).so(&[("demand.day_cv", n(0.0))]).still(NOTHING),
    lever("demand.talk_shape", c("log_normal"), c("exponential")).so(STEADY).up(&[WAIT]),
    lever("demand.talk_cv", n(0.0), n(1.2)).so(STEADY).up(&[WAIT]),
    lever("demand.after_call_seconds", n(35.0), n(70.0)).up(&[OCCUPANCY, WAIT]).down(&[LEVEL]),
    lever("demand.after_call_cv", n(0.0), n(2.0)).so(STEADY_NOTES).up(&[WAIT]),
    lever("demand.mean_patience_seconds", n(600.0), n(200.0)).up(&[ABANDONED]).down(&[WAIT]),
    lever("demand.impatient_share", n(0.0), n(0.3)).up(&[ABANDONED]).down(&[WAIT]),
    lever("demand.impatient_seconds", n(60.0), n(15.0)).so(&[("demand.impatient_share", n(0.3))]).up(&[ABANDONED]),
    lever("demand.returns.unresolved_share", n(0.6), n(0.2)).up(&[LEVEL]).down(&[OCCUPANCY, WAIT]),
    lever("demand.returns.same_day_share", n(0.3), n(0.9)).so(&[("demand.returns.unresolved_share", n(0.0))]).still(NOTHING),
    lever("demand.returns.redial_share", n(0.4), n(0.0)).so(BUSY).down(&[OCCUPANCY, WAIT, ABANDONED]),
    lever("demand.returns.delay_minutes", n(2.0), n(100.0)).so(&[("demand.returns.unresolved_share", n(0.0)), ("demand.returns.redial_share", n(0.0))]).still(NOTHING),
    lever("demand.lines", w(0), w(12)).so(BUSY).down(&[WAIT, ABANDONED]),
    lever("demand.callback.enabled", OFF, ON).so(BUSY).down(&[WAIT, ABANDONED]),
    lever("demand.callback.after_seconds", n(200.0), n(30.0)).so(CALLBACK).down(&[ABANDONED]),
    lever("demand.callback.accept_share", n(0.1), n(0.8)).so(CALLBACK).down(&[ABANDONED]),
    lever("demand.rating_share", n(0.25), n(0.05)).so(&[("behaviour.enabled", OFF)]).still(NOTHING),
    lever("demand.target_wait_seconds", n(20.0), n(60.0)).up(&[LEVEL]).still(Still::AllBut(&[LEVEL])),
    weekday("demand.profile.monday"),
    weekday("demand.profile.tuesday"),
    weekday("demand.profile.wednesday"),
    weekday("demand.profile.thursday"),
    weekday("demand.profile.friday"),
    weekend("demand.profile.saturday"),
    weekend("demand.profile.sunday"),
    lever("demand.types.procedure.share", n(40.0), n(100.0)).down(&[EXHAUSTION]),
    lever("demand.types.procedure.talk_seconds", n(250.0), n(350.0)).up(&[OCCUPANCY, WAIT]),
    lever("demand.types.procedure.difficulty", n(-1.5), n(0.0)).down(&[SOLVED, SATISFIED]),
    lever("demand.types.procedure.anger_share", n(0.06), n(0.8)).up(&[EXHAUSTION]),
    lever("demand.types.procedure.first", OFF, ON).so(SLACK).still(NOTHING),
    lever("demand.types.procedure.transfer_share", n(0.0), n(0.5)).so(SPECIALISTS).up(&[SOLVED]),
    lever("demand.types.fee.share", n(30.0), n(100.0)).up(&[SOLVED]).down(&[OCCUPANCY]),
    lever("demand.types.fee.talk_seconds", n(200.0), n(350.0)).up(&[OCCUPANCY, WAIT]),
    lever("demand.types.fee.difficulty", n(-1.9), n(0.0)).down(&[SOLVED, SATISFIED]),
    lever("demand.types.fee.anger_share", n(0.08), n(0.8)).up(&[EXHAUSTION]),
    lever("demand.types.fee.first", OFF, ON).so(SLACK).still(NOTHING),
    lever("demand.types.fee.transfer_share", n(0.0), n(0.5)).so(SPECIALISTS).up(&[SOLVED]),
    lever("demand.types.form.share", n(22.0), n(90.0)).down(&[SOLVED]).up(&[OCCUPANCY]),
    lever("demand.types.form.talk_seconds", n(320.0), n(520.0)).up(&[OCCUPANCY, WAIT]),
    lever("demand.types.form.difficulty", n(-1.1), n(0.5)).down(&[SOLVED, SATISFIED]),
    lever("demand.types.form.anger_share", n(0.08), n(0.9)).up(&[EXHAUSTION]),
    lever("demand.types.form.first", OFF, ON).so(SLACK).still(NOTHING),
    lever("demand.types.form.transfer_share", n(0.0), n(0.8)).so(SPECIALISTS).up(&[SOLVED]),
    lever("demand.types.complaint.share", n(8.0), n(60.0)).down(&[SOLVED, SATISFIED]).up(&[EXHAUSTION, OCCUPANCY]),
    lever("demand.types.complaint.talk_seconds", n(380.0), n(900.0)).up(&[OCCUPANCY, WAIT]),
    lever("demand.types.complaint.difficulty", n(-0.3), n(2.0)).down(&[SOLVED]),
    lever("demand.types.complaint.anger_share", n(0.0), n(1.0)).up(&[EXHAUSTION]),
    lever("demand.types.complaint.first", OFF, ON).so(SLACK).still(NOTHING),
    lever("demand.types.complaint.transfer_share", n(0.0), n(1.0)).so(SPECIALISTS).up(&[SOLVED]),
];
