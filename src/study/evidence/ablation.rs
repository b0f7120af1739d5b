//! Mechanisms switched off one at a time, by their constants at the neutral value, in two centres.

use super::arm::{Arm, Difference, Set, arm};
use super::row::Row;
use super::sample::{Estimate, estimate_by};
use crate::measure::metric::METRICS;

/// A mechanism and how it is switched off.
pub struct Mechanism {
    /// The constants that switch it off; the first names it.
    pub off: &'static [Difference],
}

/// The centres in which each is tried: some mechanisms have nothing to do in the first.
pub const CENTRES: [Arm; 2] = [arm("seed-status-quo"), arm("seed-erg")];

/// Metrics that stand in the table; all are looked at.
pub const HEADLINES: [&str; 8] = [
    "turnover.annual_rate",
    "service.level",
    "quality.first_contact_resolution",
    "quality.customer_satisfaction",
    "output.calls_per_agent_day",
    "wellbeing.exhaustion",
    "fairness.perceived",
    "fairness.merit_correlation",
];

const fn n(value: f64) -> Set {
    Set::Number(value)
}

macro_rules! off {
    ($($path:literal = $value:literal),+) => {
        Mechanism {
            off: &[$((concat!("behaviour.parameters.", $path), n($value))),+],
        }
    };
}

/// Every mechanism.
#[rustfmt::skip]
pub const MECHANISMS: &[Mechanism] = &[
    off!("skill.entry_slowness" = 0.0, "skill.entry_logit" = 0.0),
    off!("skill.speed_log_sd" = 0.0),
    off!("skill.care_sd" = 0.0),
    off!("skill.knowledge_logit" = 0.0),
    off!("skill.knowledge_speed" = 0.0),
    off!("skill.rotation_slowness" = 0.0),
    off!("skill.breadth_logit" = 0.0),
    off!("skill.learning_sd" = 0.0),
    off!("skill.consulting_logit" = 0.0),
    off!("call.speed_gain" = 0.0),
    off!("call.haste_logit" = 0.0),
    off!("call.care_cost" = 0.0),
    off!("call.care_logit" = 0.0, "call.courtesy_care" = 0.0),
    off!("call.tired_slowness" = 0.0),
    off!("call.tired_logit" = 0.0),
    off!("call.hurry" = 0.0),
    off!("call.overwork_slowness" = 0.0),
    off!("caller.anger_per_minute" = 0.0, "caller.anger_repeat" = 1.0),
    off!("caller.wait_half_seconds" = 7200.0),
    off!("strain.load" = 0.0),
    off!("strain.anger" = 0.0),
    off!("strain.anger_training" = 0.0),
    off!("strain.anger_support" = 0.0),
    off!("strain.effort" = 0.0),
    off!("strain.pressure" = 0.0),
    off!("strain.conflict" = 0.0),
    off!("strain.relief" = 0.0),
    off!("strain.rest" = 0.0),
    off!("strain.resilience_sd" = 0.0),
    off!("strain.resilience_temper" = 0.0),
    off!("strain.autonomy" = 0.0),
    off!("strain.ill" = 0.0),
    off!("home.absence_slope" = 0.0),
    off!("home.ill_longer" = 0.0),
    off!("home.holiday" = 0.0),
    off!("home.event" = 0.0),
    off!("home.event_with_care" = 1.0),
    off!("effort.value" = 0.0),
    off!("effort.self_efficacy" = 0.0),
    off!("effort.cost_exhaustion" = 0.0),
    off!("effort.substitution" = 0.0),
    off!("effort.pride" = 0.0),
    off!("effort.pride_needs" = 0.0),
    off!("effort.justice" = 0.0),
    off!("effort.habit" = 0.0),
    off!("effort.discouragement" = 0.0),
    off!("cutting.qualm" = 20.0, "cutting.qualm_sd" = 0.0),
    off!("cutting.inspected" = 0.0),
    off!("cutting.depletion" = 0.0),
    off!("recognition.value" = 0.0),
    off!("recognition.lift" = 0.0),
    off!("recognition.spirit" = 0.0),
    off!("recognition.striving" = 0.0),
    off!("recognition.passed_over" = 0.0),
    off!("recognition.neighbours" = 0.0),
    off!("weights.spread" = 0.0),
    off!("weights.contented_sd" = 0.0),
    off!("weights.mood_sd" = 0.0),
    off!("existence.leave" = 0.0),
    off!("existence.flexibility" = 0.0),
    off!("existence.load" = 0.0),
    off!("existence.material" = 0.0),
    off!("relatedness.recognised" = 0.0),
    off!("relatedness.supervisor" = 0.0),
    off!("relatedness.coaching" = 0.0),
    off!("relatedness.together" = 0.0),
    off!("relatedness.mood" = 0.0),
    off!("growth.learning" = 0.0),
    off!("growth.training" = 0.0),
    off!("growth.ladder" = 0.0),
    off!("growth.rotation" = 0.0),
    off!("growth.achievement" = 0.0),
    off!("growth.regression" = 0.0),
    off!("fairness.comparison" = 0.0),
    off!("fairness.loss_aversion" = 1.0),
    off!("fairness.openness" = 0.0),
    off!("fairness.voice" = 0.0),
    off!("fairness.sampling" = 0.0),
    off!("fairness.merit_link" = 0.0),
    off!("fairness.attainable" = 0.0),
    off!("fairness.consistency" = 0.0),
    off!("fairness.past" = 0.0),
    off!("fairness.care_bias" = 0.0),
    off!("fairness.leaders_sd" = 0.0),
    off!("fairness.leader_leaves" = 0.0),
    off!("fairness.temper_sd" = 0.0),
    off!("quit.newcomer" = 0.0),
    off!("quit.needs" = 0.0),
    off!("quit.exhaustion" = 0.0),
    off!("quit.unfairness" = 0.0),
    off!("quit.contagion" = 0.0),
    off!("quit.hopeless" = 0.0),
    off!("quit.outside_sd" = 0.0),
    off!("quit.young" = 0.0),
    off!("quit.degree" = 0.0),
    off!("quit.pay_elasticity" = 0.0),
    off!("quit.flexible_worth" = 0.0),
    off!("quit.care_worth" = 1.0),
    off!("quit.dropout" = 0.0),
    off!("quit.involuntary" = 0.0),
];

impl Mechanism {
    /// The path of the constant that it is named by.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.off.first().map_or("", |(path, _)| path)
    }

    /// What a metric is with the mechanism less what it is without, in one centre.
    #[must_use]
    pub fn contribution(&self, id: &str, with: &[Row], without: &[Row]) -> Option<Estimate> {
        estimate_by(&[with, without], &|s| {
            Some(s.metric(0, id)? - s.metric(1, id)?)
        })
    }

    /// Metrics that it moves beyond chance: |t| above 4 in the table of all metrics.
    #[must_use]
    pub fn moves(&self, with: &[Row], without: &[Row]) -> Vec<&'static str> {
        let beyond = |id: &&str| {
            self.contribution(id, with, without)
                .is_some_and(|c| c.value.abs() > 4.0 * c.error && c.value != 0.0)
        };
        METRICS.iter().map(|m| m.id).filter(beyond).collect()
    }
}
