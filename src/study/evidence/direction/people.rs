//! Directions of the workforce, and of what is assumed about people as a whole.

use super::*;

const SECOND_LINE: &[Difference] = &[
    ("workforce.second_line.share", n(0.3)),
    ("demand.types.procedure.transfer_share", n(0.5)),
    ("demand.types.complaint.transfer_share", n(0.5)),
];
const COMPLAINTS_PASSED_ON: &[Difference] = &[("demand.types.complaint.transfer_share", n(0.8))];

/// Many come and go, and who is taken matters.
const SELECTED: &[Difference] = &[
    ("behaviour.parameters.quit.base", n(0.08)),
    ("behaviour.parameters.skill.care_sd", n(1.0)),
    ("workforce.hiring.validity", n(0.8)),
    ("workforce.hiring.applicants", w(20)),
    ("workforce.hiring.lead_time_days", n(0.0)),
];

/// Home asks often, and nobody may ever be away.
const REFUSED: &[Difference] = &[
    ("behaviour.parameters.home.event", n(0.1)),
    ("support.leave.away_share", n(0.0)),
];
const REFUSED_MEN: &[Difference] = &[
    ("behaviour.parameters.home.event", n(0.1)),
    ("support.leave.away_share", n(0.0)),
    ("workforce.women_share", n(0.0)),
];

const PART_TIME: &[Difference] = &[("workforce.part_time.share", n(0.5))];
const PART_TIME_AT_PEACE: &[Difference] = &[
    ("workforce.part_time.share", n(0.5)),
    ("workforce.care_duty.men_share", n(0.4)),
    ("behaviour.parameters.home.event", n(0.0)),
    ("behaviour.parameters.quit.care_worth", n(1.0)),
    ("behaviour.parameters.fairness.care_bias", n(0.0)),
];

/// The workforce and the hypotheses.
#[rustfmt::skip]
pub const DIRECTIONS: &[Direction] = &[
    lever("workforce.headcount", w(12), w(15)).up(&[LEVEL]).down(&[OCCUPANCY, WAIT, ABANDONED, EXHAUSTION]),
    lever("workforce.team_size", w(9), w(3)).so(&[("behaviour.enabled", OFF)]).still(NOTHING),
    // Gender works through care duties alone: where these are alike, only groups' rates can differ.
    lever("workforce.women_share", n(0.8), n(0.2)).so(&[("workforce.care_duty.women_share", n(0.3)), ("workforce.care_duty.men_share", n(0.3))]).still(Still::AllBut(&[RATIO])),
    lever("workforce.degree_share", n(0.0), n(1.0)).so(&[("behaviour.parameters.quit.degree", n(1.5))]).up(&[TURNOVER]),
    lever("workforce.pay_to_market", n(1.2), n(0.6)).up(&[TURNOVER]),
    lever("workforce.hiring.applicants", w(1), w(40)).so(SELECTED).up(&[SOLVED]),
    lever("workforce.hiring.validity", n(0.0), n(1.0)).so(SELECTED).up(&[SOLVED]),
    lever("workforce.under_35_share", n(0.0), n(1.0)).so(&[("behaviour.parameters.quit.young", n(1.5))]).up(&[TURNOVER]),
    lever("workforce.care_duty.women_share", n(0.0), n(1.0)).so(REFUSED).up(&[EXHAUSTION]).down(&[EXISTENCE]),
    lever("workforce.care_duty.men_share", n(0.0), n(1.0)).so(REFUSED_MEN).up(&[EXHAUSTION]).down(&[EXISTENCE]),
    lever("workforce.part_time.share", n(0.0), n(0.6)).up(&[OCCUPANCY, WAIT]).down(&[LEVEL]),
    lever("workforce.part_time.hours_share", n(0.4), n(0.8)).so(PART_TIME).down(&[OCCUPANCY, WAIT]).up(&[LEVEL]),
    // Care duties work through what home asks for: without that only groups' rates can differ.
    lever("workforce.part_time.care_odds", n(1.0), n(6.0)).so(PART_TIME_AT_PEACE).still(Still::AllBut(&[RATIO])),
    lever("workforce.shift_hours", n(8.5), n(6.5)).up(&[OCCUPANCY, WAIT]).down(&[LEVEL]),
    lever("workforce.lunch_minutes", n(60.0), n(20.0)).down(&[OCCUPANCY, WAIT]).up(&[LEVEL]),
    lever("workforce.mean_tenure_years", n(12.0), n(0.2)).so(&[("behaviour.parameters.skill.half_life_days", n(250.0))]).down(&[SOLVED]),
    lever("workforce.hiring.enabled", ON, OFF).up(&[OCCUPANCY]).down(&[COST]),
    lever("workforce.hiring.lead_time_days", n(10.0), n(200.0)).up(&[OCCUPANCY]),
    lever("workforce.hiring.training_days", w(5), w(60)).up(&[OCCUPANCY, COST]),
    lever("workforce.hiring.cost_yuan", n(12_000.0), n(30_000.0)).up(&[COST]).still(Still::AllBut(&[COST])),
    lever("workforce.lateness.share", n(0.0), n(0.5)).so(&[("workforce.lateness.minutes", n(60.0))]).up(&[OCCUPANCY]),
    lever("workforce.lateness.minutes", n(5.0), n(60.0)).so(&[("workforce.lateness.share", n(0.5))]).up(&[OCCUPANCY]),
    lever("workforce.second_line.share", n(0.0), n(0.3)).so(COMPLAINTS_PASSED_ON).up(&[WAIT]),
    lever("workforce.second_line.before_share", n(0.1), n(0.9)).so(SECOND_LINE).up(&[OCCUPANCY]),
    lever("workforce.second_line.logit", n(0.0), n(3.0)).so(SECOND_LINE).up(&[SOLVED]),
    lever("workforce.monthly_pay_yuan", n(7_500.0), n(15_000.0)).up(&[COST]).still(Still::AllBut(&[COST])),
    lever("behaviour.enabled", ON, OFF).down(&[TURNOVER, EXHAUSTION]),
    lever("behaviour.hypotheses.award_reach", c("wide"), c("exclusive")).so(&[("rewards.awards.strategy", c("many_angles")), ("rewards.awards.coverage_share", n(0.9))]).down(&[RELATEDNESS]),
    lever("behaviour.hypotheses.erg", ON, OFF).so(&[("behaviour.parameters.growth.regression", n(0.0))]).still(NOTHING),
    lever("behaviour.hypotheses.load_speed", c("hurry"), c("slow_down")).up(&[OCCUPANCY, WAIT]),
    lever("behaviour.hypotheses.fairness_reference", c("team"), c("own_past")).so(&[("behaviour.parameters.fairness.comparison", n(0.0))]).still(NOTHING),
    lever("behaviour.hypotheses.bonus_quality", c("leaves_alone"), c("harms")).down(&[SOLVED]),
    lever("behaviour.worlds", Set::Words("quit.base 0.004 0.005 0.006"), Set::Words("quit.base 0.03 0.04 0.05")).up(&[TURNOVER]),
];
