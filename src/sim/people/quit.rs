//! Leaving: a monthly hazard that is log-linear, so that each leaver's reasons can be named as shares.

use super::{Person, needs};
use crate::math::{exp, ln};
use crate::measure::journal::Chance;
use crate::scenario::plan::Plan;

/// A hazard and what it is made of.
#[derive(Clone, Copy, Debug)]
pub struct Hazard {
    /// Chance of deciding to leave this month.
    pub chance: f64,
    /// What each reason adds to the log of the hazard against a person who lacks nothing, in the order
    /// of `Reason::ALL`.
    pub reasons: [f64; 7],
    /// What the first months of service and other jobs add to that log.
    besides: [f64; 2],
    /// The chance of somebody settled who lacks nothing, as a monthly rate.
    least: f64,
}

impl Hazard {
    /// The chance taken apart. Each part gets what it adds along the straight way from somebody who lacks
    /// nothing to this person; where the hazard is log-linear that is its share of the log (Aumann &
    /// Shapley 1974), so that the parts sum to the chance and no order of them is preferred.
    #[must_use]
    pub fn apart(&self) -> Chance {
        let logs = [&self.besides[..], &self.reasons[..]].concat();
        let log: f64 = logs.iter().sum();
        let rate = self.least * exp(log);
        // Of the chance as of the rate: the two are nearly the same where they are small.
        let scale = if rate > 0.0 { self.chance / rate } else { 0.0 };
        // (e^log − 1)/log is 1 where there is nothing to share.
        let each = if log.abs() < 1e-9 {
            1.0
        } else {
            (exp(log) - 1.0) / log
        };
        let mut parts = [scale * self.least; 10];
        for (part, log) in parts[1..].iter_mut().zip(logs) {
            *part *= each * log;
        }
        Chance {
            chance: self.chance,
            parts,
        }
    }
}

/// This month's hazard of a person.
#[must_use]
pub fn hazard(plan: &Plan, person: &Person, recent_quits: f64) -> Hazard {
    let p = &plan.scenario().behaviour.parameters;
    let q = &p.quit;
    let mind = &person.mind;
    let weights = needs::felt_weights(plan, person);
    let unmet = [0, 1, 2].map(|n| weights[n] * (1.0 - mind.needs[n]));
    let hopeless = if mind.beliefs.formed {
        2.0 * (0.5 - mind.beliefs.record[0]).max(0.0) * plan.weights()[0]
    } else {
        0.0
    };
    let reasons = [
        q.needs * unmet[0],
        q.needs * unmet[1],
        q.needs * unmet[2],
        q.exhaustion * mind.exhaustion,
        q.unfairness * (1.0 - mind.fairness),
        q.contagion * recent_quits,
        q.hopeless * hopeless,
    ];
    // The level that `quit.base` is for.
    let ordinary =
        (q.needs + q.unfairness) * (1.0 - q.ordinary_met) + q.exhaustion * q.ordinary_exhaustion;
    let months = person.career.months(plan.days().per_month());
    // A hump that is 1 at the peak: months/peak × e^(1 − months/peak).
    let early = months / q.newcomer_peak_months;
    let tenure = 1.0 + q.newcomer * early * exp(1.0 - early);
    let outside = outside(plan, person);
    let log = reasons.iter().sum::<f64>() - ordinary + outside;
    let rate = q.base * tenure * exp(log);
    Hazard {
        chance: 1.0 - exp(-rate),
        reasons,
        besides: [ln(tenure), outside],
        least: q.base * exp(-ordinary),
    }
}

/// How much better or worse other jobs look, as a log: the person's own options, less what this job is worth
/// against the market's: pay, bonus, and what hours of one's own are worth to this person.
fn outside(plan: &Plan, person: &Person) -> f64 {
    let s = plan.scenario();
    let q = &s.behaviour.parameters.quit;
    let hours = if s.support.flexible_work.enabled {
        let more = if person.traits.care_duty {
            q.care_worth
        } else {
            1.0
        };
        q.flexible_worth * more
    } else {
        0.0
    };
    let bonus = s.rewards.cash.bonus_share_of_pay * person.career.score;
    let worth = s.workforce.pay_to_market * (1.0 + bonus + hours);
    person.traits.outside - q.pay_elasticity * ln(worth)
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::somebody;
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn what_a_job_is_worth_is_its_pay_with_bonus_by_score_and_hours_of_ones_own() {
        let mut scenario = Scenario::standard();
        let quit = &mut scenario.behaviour.parameters.quit;
        (quit.flexible_worth, quit.care_worth, quit.pay_elasticity) = (0.1, 2.0, 3.0);
        scenario.workforce.pay_to_market = 0.8;
        scenario.rewards.cash.allowed = true;
        scenario.rewards.cash.bonus_share_of_pay = 0.4;
        for (flexible, care_duty, worth) in [
            // A bonus of 0.4 at half the score; hours worth 0.1, and twice that to those who care.
            (false, true, 0.8 * 1.2),
            (true, false, 0.8 * 1.3),
            (true, true, 0.8 * 1.4),
        ] {
            scenario.support.flexible_work.enabled = flexible;
            let plan = Plan::new(&scenario).expect("sound");
            let mut person = somebody(&plan);
            person.traits.outside = 0.25;
            person.traits.care_duty = care_duty;
            person.career.score = 0.5;
            let (found, expected) = (outside(&plan, &person), 0.25 - 3.0 * ln(worth));
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
        }
    }
}
