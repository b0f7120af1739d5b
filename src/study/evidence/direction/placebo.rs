//! Levers where they can't matter: another value changes no bit of any metric.

use super::*;

const NO_AWARDS: &[Difference] = &[("rewards.awards.strategy", c("none"))];
const NOBODY_BEHAVES: &[Difference] = &[("behaviour.enabled", OFF)];
const NO_RETURNS: &[Difference] = &[
    ("demand.returns.unresolved_share", n(0.0)),
    ("demand.returns.redial_share", n(0.0)),
];

/// Values that must not matter.
#[rustfmt::skip]
pub const PLACEBOS: &[Direction] = &[
    lever("support.flexible_work.solves_share", n(0.1), n(0.9)).still(NOTHING),
    lever("support.stress_relief.intensity", n(0.1), n(1.0)).so(&[("support.stress_relief.frequency_per_month", n(0.0))]).still(NOTHING),
    lever("support.stress_relief.minutes", n(10.0), n(120.0)).so(&[("support.stress_relief.frequency_per_month", n(0.0))]).still(NOTHING),
    lever("development.ladder.places_share", n(0.05), n(0.5)).still(NOTHING),
    lever("development.ladder.criterion", c("merit"), c("discretion")).still(NOTHING),
    lever("development.ladder.openness_share", n(0.1), n(1.0)).still(NOTHING),
    lever("development.training.who", c("new"), c("everyone")).so(&[("development.training.hours_per_month", n(0.0))]).still(NOTHING),
    lever("development.training.cost_yuan_per_hour", n(40.0), n(400.0)).so(&[("development.training.hours_per_month", n(0.0))]).still(NOTHING),
    lever("rewards.awards.coverage_share", n(0.1), n(0.9)).so(NO_AWARDS).still(NOTHING),
    lever("rewards.awards.leave_hours_each", n(0.0), n(16.0)).so(NO_AWARDS).still(NOTHING),
    lever("rewards.awards.cooling_off_months", w(0), w(12)).so(NO_AWARDS).still(NOTHING),
    lever("rewards.awards.cooling_off_months", w(0), w(12)).still(NOTHING),
    lever("demand.impatient_seconds", n(15.0), n(60.0)).still(NOTHING),
    lever("demand.callback.after_seconds", n(20.0), n(200.0)).still(NOTHING),
    lever("demand.callback.accept_share", n(0.1), n(0.9)).still(NOTHING),
    lever("demand.returns.same_day_share", n(0.1), n(0.9)).so(NO_RETURNS).still(NOTHING),
    lever("demand.types.complaint.transfer_share", n(0.0), n(0.9)).still(NOTHING),
    lever("demand.types.procedure.difficulty", n(-1.5), n(1.0)).so(&[("demand.types.procedure.share", n(0.0))]).still(NOTHING),
    lever("workforce.second_line.before_share", n(0.1), n(0.9)).still(NOTHING),
    lever("workforce.second_line.logit", n(0.0), n(3.0)).still(NOTHING),
    lever("workforce.lateness.minutes", n(5.0), n(60.0)).so(&[("workforce.lateness.share", n(0.0))]).still(NOTHING),
    lever("workforce.hiring.lead_time_days", n(10.0), n(200.0)).so(&[("workforce.hiring.enabled", OFF)]).still(NOTHING),
    lever("workforce.hiring.training_days", w(5), w(60)).so(&[("workforce.hiring.enabled", OFF)]).still(NOTHING),
    lever("behaviour.hypotheses.award_reach", c("wide"), c("crowd_out")).so(&[("rewards.awards.visibility_share", n(0.0))]).still(NOTHING),
    lever("behaviour.hypotheses.bonus_quality", c("leaves_alone"), c("harms")).so(&[("appraisal.kpis.call_volume.weight", n(0.0))]).still(NOTHING),
    lever("behaviour.hypotheses.load_speed", c("hurry_then_slow"), c("slow_down")).so(&[("behaviour.parameters.call.hurry", n(0.0))]).still(NOTHING),
    lever("behaviour.parameters.recognition.rarity", n(0.1), n(0.9)).still(NOTHING),
    lever("behaviour.parameters.recognition.crowding", n(0.1), n(0.9)).still(NOTHING),
    lever("behaviour.parameters.recognition.liking", n(0.0), n(0.4)).still(NOTHING),
    lever("behaviour.parameters.strain.burnout", n(0.9), n(0.3)).still(Still::AllBut(&["wellbeing.burnt_out_share"])),
    lever("appraisal.kpis.call_volume.target_per_day", n(50.0), n(95.0)).so(NOBODY_BEHAVES).still(Still::AllBut(&[REACHED])),
    lever("support.supervisor_share", n(0.1), n(0.9)).so(NOBODY_BEHAVES).still(NOTHING),
    lever("support.leave.days_per_year", n(0.0), n(30.0)).so(NOBODY_BEHAVES).still(NOTHING),
];
