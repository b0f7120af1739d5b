//! Directions of appraisal, rewards, support and development.

use super::*;

const TALK: &[Difference] = &[("appraisal.kpis.talk_time.weight", n(80.0))];
/// A band below what people need, but within reach of haste.
const SHORT: &[Difference] = &[
    ("appraisal.kpis.talk_time.from_seconds", n(100.0)),
    ("appraisal.kpis.talk_time.to_seconds", n(240.0)),
];
/// Few qualms and much to win: cutting short is common, and a lower score costs leave.
const TEMPTED: &[Difference] = &[
    ("behaviour.parameters.cutting.qualm", n(0.1)),
    ("appraisal.kpis.inspection.samples_per_month", w(10)),
    ("appraisal.kpis.call_volume.weight", n(100.0)),
    ("behaviour.parameters.effort.value", n(12.0)),
    ("rewards.merit_leave_days_per_year", n(20.0)),
];
/// The count is nearly all that is appraised, and what it brings is worth having.
const PRESSED: &[Difference] = &[
    ("appraisal.kpis.call_volume.weight", n(100.0)),
    ("behaviour.parameters.effort.value", n(12.0)),
    ("rewards.merit_leave_days_per_year", n(20.0)),
];
/// Volume is nearly all that counts, and what the appraisal brings is worth having.
const EAGER: &[Difference] = &[
    ("appraisal.kpis.call_volume.weight", n(80.0)),
    ("appraisal.kpis.inspection.weight", n(5.0)),
    ("behaviour.parameters.effort.value", n(12.0)),
    ("rewards.merit_leave_days_per_year", n(20.0)),
];
/// Home asks often and the hall could do without one.
const ASKED: &[Difference] = &[
    ("behaviour.parameters.home.event", n(0.1)),
    ("support.leave.away_share", n(0.3)),
    ("support.leave.busy_occupancy", n(1.2)),
];
const RATING: &[Difference] = &[("appraisal.kpis.customer_rating.weight", n(60.0))];
const MANY: &[Difference] = &[
    ("rewards.awards.strategy", c("many_angles")),
    ("rewards.awards.coverage_share", n(0.9)),
];
/// Nearly everybody stays the year.
const STAYING: Difference = ("behaviour.parameters.quit.base", n(0.0005));
const TOP: &[Difference] = &[("rewards.awards.strategy", c("top_share")), STAYING];
const TURNS: &[Difference] = &[
    ("rewards.awards.strategy", c("rotation")),
    ("rewards.awards.coverage_share", n(0.9)),
];
const CASH: &[Difference] = &[("rewards.cash.allowed", ON)];
const SESSIONS: &[Difference] = &[("support.stress_relief.frequency_per_month", n(4.0))];
const NOBODY_AWAY: Difference = ("support.leave.away_share", n(0.0));
const FLEXIBLE: &[Difference] = &[("support.flexible_work.enabled", ON), NOBODY_AWAY];
const LADDER: &[Difference] = &[("development.ladder.enabled", ON)];
/// Criteria that everybody knows, and nothing in the months but what the model knows.
const OPEN_LADDER: &[Difference] = &[
    ("development.ladder.enabled", ON),
    ("development.ladder.openness_share", n(1.0)),
    ("behaviour.parameters.weights.mood_sd", n(0.0)),
];
/// Many steps, nearly all held.
const STEPS: &[Difference] = &[
    ("development.ladder.enabled", ON),
    ("development.ladder.places_share", n(0.5)),
    STAYING,
];
/// The other tracks stay on the phones.
const ANALYSTS: &[Difference] = &[
    ("development.ladder.enabled", ON),
    ("development.ladder.places_share", n(0.5)),
    ("development.ladder.consulting.off_phones_share", n(0.0)),
    ("development.ladder.operations.off_phones_share", n(0.0)),
    STAYING,
];
const TRAINED: &[Difference] = &[("development.training.hours_per_month", n(6.0))];

/// What the centre decides about its people.
#[rustfmt::skip]
pub const DIRECTIONS: &[Direction] = &[
    lever("appraisal.kpis.call_volume.target_per_day", n(50.0), n(95.0)).down(&[REACHED, GROWTH, FAIR]).up(&[EXHAUSTION]),
    lever("appraisal.kpis.call_volume.weight", n(30.0), n(100.0)).down(&[SOLVED]),
    lever("appraisal.kpis.talk_time.weight", n(0.0), n(100.0)).so(SHORT).down(&[SOLVED]),
    lever("appraisal.kpis.talk_time.from_seconds", n(100.0), n(270.0)).so(TALK).up(&[SOLVED]),
    lever("appraisal.kpis.talk_time.to_seconds", n(340.0), n(245.0)).so(TALK).down(&[SOLVED]),
    lever("appraisal.kpis.inspection.weight", n(10.0), n(100.0)).up(&[SOLVED, INSPECTION]),
    lever("appraisal.kpis.inspection.samples_per_month", w(1), w(30)).so(PRESSED).up(&[FAIR]).down(&[CUT]),
    lever("appraisal.kpis.inspection.target_points", n(95.0), n(65.0)).up(&[GROWTH]),
    // By the day at work nobody with part of the hours comes near.
    lever("appraisal.by_hours", ON, OFF).so(&[("workforce.part_time.share", n(0.5)), ("demand.calls_per_day", n(500.0))]).down(&[REACHED]),
    lever("appraisal.kpis.inspection.solved_points", n(50.0), n(20.0)).up(&[INSPECTION]),
    lever("appraisal.kpis.inspection.courteous_points", n(30.0), n(0.0)).up(&[INSPECTION]),
    lever("appraisal.kpis.customer_rating.weight", n(0.0), n(80.0)).so(EAGER).up(&[SOLVED, SATISFIED]),
    lever("appraisal.kpis.customer_rating.target_share", n(0.9), n(0.4)).so(RATING).up(&[GROWTH]),
    lever("appraisal.kpis.inspection.cut_penalty_share", n(0.0), n(1.0)).so(TEMPTED).down(&[EXISTENCE]),
    lever("appraisal.full_score_ratio", n(1.0), n(3.0)).so(&[("rewards.merit_leave_days_per_year", n(20.0))]).down(&[EXISTENCE]),
    lever("appraisal.least_days", n(0.5), n(9.0)).so(&[("behaviour.enabled", OFF)]).still(Still::AllBut(&[REACHED])),
    lever("appraisal.openness_share", n(0.2), n(1.0)).up(&[FAIR]),
    lever("appraisal.voice_share", n(0.1), n(1.0)).up(&[FAIR]),
    lever("rewards.awards.strategy", c("star"), c("many_angles")).so(&[("rewards.awards.coverage_share", n(0.9)), STAYING]).down(&[NEVER, GINI]),
    lever("rewards.awards.coverage_share", n(0.1), n(0.9)).so(TOP).down(&[NEVER]),
    lever("rewards.awards.visibility_share", n(0.0), n(1.0)).so(MANY).up(&[RELATEDNESS]),
    lever("rewards.awards.leave_hours_each", n(0.0), n(16.0)).so(MANY).up(&[COST]),
    lever("rewards.awards.cooling_off_months", w(12), w(0)).so(TURNS).up(&[GINI, NEVER]),
    lever("rewards.awards.budget_hours_per_year", n(10.0), n(2000.0)).so(MANY).up(&[COST]),
    lever("rewards.merit_leave_days_per_year", n(0.0), n(12.0)).up(&[COST, EXISTENCE]),
    lever("rewards.cash.allowed", OFF, ON).still(NOTHING),
    lever("rewards.cash.bonus_share_of_pay", n(0.0), n(0.3)).so(CASH).up(&[COST, EXISTENCE]),
    lever("support.stress_relief.frequency_per_month", n(0.1), n(6.0)).up(&[COST]).down(&[EXHAUSTION]),
    lever("support.stress_relief.intensity", n(0.1), n(1.0)).so(SESSIONS).down(&[EXHAUSTION]),
    lever("support.stress_relief.minutes", n(30.0), n(120.0)).so(SESSIONS).up(&[COST, OCCUPANCY]),
    lever("support.flexible_work.enabled", OFF, ON).so(&[NOBODY_AWAY]).up(&[EXISTENCE]).down(&[EXHAUSTION]),
    lever("support.flexible_work.solves_share", n(0.1), n(0.9)).so(FLEXIBLE).up(&[EXISTENCE]).down(&[EXHAUSTION]),
    lever("support.flexible_work.moved_hours", n(0.0), n(8.0)).so(FLEXIBLE).up(&[OCCUPANCY]),
    lever("support.sick_pressure_share", n(0.0), n(1.0)).up(&[EXHAUSTION]),
    lever("support.leave.busy_occupancy", n(1.2), n(0.3)).down(&[EXISTENCE]),
    lever("support.leave.days_per_year", n(0.0), n(30.0)).so(ASKED).up(&[EXISTENCE]),
    lever("support.leave.away_share", n(0.0), n(0.2)).up(&[EXISTENCE]),
    lever("support.rest_minutes_per_day", n(0.0), n(60.0)).up(&[OCCUPANCY, WAIT]),
    lever("support.supervisor_share", n(0.2), n(0.9)).up(&[RELATEDNESS, FAIR]),
    lever("development.ladder.enabled", OFF, ON).up(&[GROWTH]),
    lever("development.ladder.places_share", n(0.05), n(0.5)).so(LADDER).up(&[GROWTH]),
    lever("development.ladder.criterion", c("merit"), c("discretion")).so(OPEN_LADDER).down(&[GROWTH]),
    lever("development.ladder.openness_share", n(0.1), n(1.0)).so(LADDER).up(&[GROWTH]),
    lever("development.ladder.consulting.weight", n(1.0), n(100.0)).so(STEPS).up(&[SOLVED]),
    lever("development.ladder.consulting.off_phones_share", n(0.0), n(1.0)).so(STEPS).up(&[OCCUPANCY]),
    lever("development.ladder.operations.weight", n(1.0), n(100.0)).so(STEPS).up(&[RELATEDNESS]),
    lever("development.ladder.operations.off_phones_share", n(0.0), n(1.0)).so(STEPS).up(&[OCCUPANCY]),
    lever("development.ladder.analysis.weight", n(0.0), n(100.0)).so(ANALYSTS).up(&[OCCUPANCY]),
    lever("development.ladder.analysis.off_phones_share", n(0.0), n(1.0)).so(STEPS).up(&[OCCUPANCY]),
    lever("development.training.session_hours", n(1.0), n(8.0)).so(&[("development.training.hours_per_month", n(0.0))]).still(NOTHING),
    lever("development.training.most_hours_per_month", n(2.0), n(40.0)).so(&[("development.training.hours_per_month", n(12.0))]).up(&[COST, GROWTH]),
    lever("development.training.hours_per_month", n(0.0), n(30.0)).so(&[("development.training.who", c("everyone"))]).up(&[GROWTH, COST, SOLVED]),
    lever("development.training.who", c("new"), c("everyone")).so(TRAINED).up(&[GROWTH, SOLVED]),
    lever("development.training.cost_yuan_per_hour", n(50.0), n(300.0)).so(TRAINED).up(&[COST]).still(Still::AllBut(&[COST])),
    lever("development.rotation.months_between", w(0), w(3)).up(&[GROWTH, OCCUPANCY]),
];
