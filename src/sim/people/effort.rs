//! What a person chooses each month: effort on speed, effort on care, and what share of calls to cut short.
//!
//! They maximise the utility that they expect (MODEL.md has it with its first-order conditions). That a certain or a
//! hopeless target moves nobody is a consequence of the shape of belief.

use super::appraisal::scored;
use super::belief::{self, Craft};
use super::{Beliefs, Effort, Person};
use crate::math::{logistic, pow, within};
use crate::scenario::behaviour::{AwardReach, BonusQuality};
use crate::scenario::development::Criterion;
use crate::scenario::plan::Plan;
use crate::scenario::rewards::AwardStrategy;

/// What everybody knows about the centre this month.
#[derive(Clone, Copy, Debug)]
pub struct Prospects {
    /// What effort does to a call.
    pub craft: Craft,
    /// Composite score at which awards were given lately; None where score does not decide.
    pub award_bar: Option<f64>,
    /// Share of an award's chance that one's own effort moves (a team's award: one of many).
    pub own_part: f64,
}

/// The person takes the effort that promises most.
pub fn choose(plan: &Plan, person: &mut Person, prospects: &Prospects) {
    if !person.mind.beliefs.formed {
        return;
    }
    person.mind.effort = Stakes::of(plan, person, prospects).best();
}

/// Steps of the search and halvings of a step: settings of the solver, not of people. Fifteen steps come
/// within a thousandth of the maximum (tested).
const STEPS: usize = 15;
const HALVINGS: usize = 4;

/// Uphill inside the box of possible efforts until nothing is gained.
fn climb(stakes: &Stakes, from: Effort) -> (Effort, f64) {
    let mut best = from;
    let (mut worth, mut slope) = stakes.utility(best);
    for _ in 0..STEPS {
        let mut stride = 1.0;
        let mut gained = 0.0;
        for _ in 0..HALVINGS {
            let candidate = stakes.step(best, slope, stride);
            let (value, its_slope) = stakes.utility(candidate);
            if value > worth {
                gained = value - worth;
                (best, worth, slope) = (candidate, value, its_slope);
                break;
            }
            stride /= 3.0;
        }
        if gained < 1e-6 {
            break;
        }
    }
    (best, worth)
}

/// What a person weighs when choosing.
struct Stakes<'a> {
    plan: &'a Plan,
    craft: Craft,
    beliefs: Beliefs,
    /// Last month's effort.
    habit: Effort,
    /// What reaching all targets is worth.
    value: f64,
    /// What an award is worth, times the part of its chance that is one's own.
    award: f64,
    award_bar: f64,
    /// What a unit of speed and of care is worth in itself.
    joy: [f64; 2],
    cost: f64,
    /// What a unit of cutting costs: conscience, and being found out.
    shame: f64,
}

impl<'a> Stakes<'a> {
    fn of(plan: &'a Plan, person: &Person, prospects: &Prospects) -> Self {
        let s = plan.scenario();
        let p = &s.behaviour.parameters;
        let mind = &person.mind;
        let [w_existence, _, w_growth] = person.traits.weights;
        let material = s.rewards.merit_leave_days_per_year / p.effort.merit_days_full
            + s.rewards.cash.bonus_share_of_pay / p.effort.bonus_full;
        // Only a ladder that goes by merit is climbed by reaching targets.
        let ladder = match s.development.ladder.criterion {
            Criterion::Merit if s.development.ladder.enabled => s.development.ladder.openness_share,
            Criterion::Merit | Criterion::Seniority | Criterion::Discretion => 0.0,
        };
        let brings = p.effort.approval + w_existence * material.min(1.0) + w_growth * ladder;
        let credible = 1.0 - p.effort.justice * (1.0 - mind.fairness);
        let committed = commitment(plan, &mind.beliefs);
        let met = f64::midpoint(mind.needs[1], mind.needs[2]) - p.quit.ordinary_met;
        let awards = &s.rewards.awards;
        let mut pride = p.effort.pride * (1.0 + p.effort.pride_needs * met).max(0.0) * committed;
        let mut worth = 1.0;
        match s.behaviour.hypotheses.award_reach {
            AwardReach::Exclusive => worth = rarity(plan),
            AwardReach::CrowdOut if !matches!(awards.strategy, AwardStrategy::None) => {
                pride *= 1.0 - p.recognition.crowding * awards.visibility_share;
            }
            AwardReach::Wide | AwardReach::CrowdOut => {}
        }
        if s.behaviour.hypotheses.bonus_quality == BonusQuality::Harms {
            pride *= 1.0 - plan.weights()[0];
        }
        let award = if prospects.award_bar.is_some() {
            p.recognition.value * worth * person.traits.competitiveness * prospects.own_part
        } else {
            0.0
        };
        let samples = f64::from(s.appraisal.kpis.inspection.samples_per_month);
        let conscience = person.traits.qualm * (1.0 - p.cutting.depletion * mind.exhaustion);
        Self {
            plan,
            craft: prospects.craft,
            beliefs: mind.beliefs,
            habit: mind.effort,
            value: p.effort.value * brings * credible * committed,
            award: award * credible,
            award_bar: prospects.award_bar.unwrap_or(1.0),
            joy: [mind.spirit, pride + mind.spirit],
            cost: p.effort.cost * (1.0 + p.effort.cost_exhaustion * mind.exhaustion),
            shame: conscience / TENTH + p.cutting.inspected * samples,
        }
    }

    /// The best of what is reached from last month's effort, from what one would do unmeasured, and from
    /// cutting calls: the utility has a hill around each.
    fn best(&self) -> Effort {
        let most = self.plan.scenario().behaviour.parameters.cutting.most;
        let cutting = Effort {
            cut: most,
            ..self.habit
        };
        let mut best = climb(self, self.habit);
        for from in [self.unmeasured(), cutting] {
            let found = climb(self, from);
            if found.1 > best.1 + 1e-9 {
                best = found;
            }
        }
        best.0
    }

    /// Expected utility and its slopes in speed, care and cutting.
    fn utility(&self, e: Effort) -> (f64, [f64; 3]) {
        let p = &self.plan.scenario().behaviour.parameters;
        let (figures, slopes) = self.craft.figures(&self.beliefs, e);
        let mut worth = 0.0;
        let mut slope = [0.0; 3];
        let (mut composite, mut composite_slope) = (0.0, [0.0; 3]);
        for (k, weight) in self.plan.weights().into_iter().enumerate() {
            if weight <= 0.0 {
                continue;
            }
            let (belief, steep) =
                belief::of_reaching(self.plan, k, figures[k], self.beliefs.record[k]);
            let (score, score_steep) = scored(self.plan, k, figures[k]);
            worth += self.value * weight * belief;
            composite += weight * score;
            for i in 0..3 {
                slope[i] += self.value * weight * steep * slopes[k][i];
                composite_slope[i] += weight * score_steep * slopes[k][i];
            }
        }
        if self.award > 0.0 {
            let wins = logistic((composite - self.award_bar) / p.effort.belief_spread);
            worth += self.award * wins;
            let steep = self.award * wins * (1.0 - wins) / p.effort.belief_spread;
            for i in 0..3 {
                slope[i] += steep * composite_slope[i];
            }
        }
        let rho = p.effort.substitution;
        let (speed, care) = (e.speed, e.care);
        worth += self.joy[0] * speed + self.joy[1] * care - self.shame * e.cut;
        worth -= self.cost / 2.0 * (speed * speed + care * care + 2.0 * rho * speed * care);
        slope[0] += self.joy[0] - self.cost * (speed + rho * care);
        slope[1] += self.joy[1] - self.cost * (care + rho * speed);
        slope[2] -= self.shame;
        let most = p.cutting.most.max(1e-6);
        let change = [
            speed - self.habit.speed,
            care - self.habit.care,
            (e.cut - self.habit.cut) / most,
        ];
        for (i, d) in change.into_iter().enumerate() {
            worth -= p.effort.habit / 2.0 * d * d;
            slope[i] -= p.effort.habit * d / if i == 2 { most } else { 1.0 };
        }
        (worth, slope)
    }

    /// A step uphill, held inside the box. Strides are by the curvature of what effort costs.
    fn step(&self, from: Effort, slope: [f64; 3], stride: f64) -> Effort {
        let p = &self.plan.scenario().behaviour.parameters;
        let most = p.cutting.most;
        let bend = self.cost * (1.0 + p.effort.substitution) + p.effort.habit;
        let by = stride / bend.max(1e-6);
        Effort {
            speed: (from.speed + by * slope[0]).clamp(0.0, 1.0),
            care: (from.care + by * slope[1]).clamp(0.0, 1.0),
            cut: within(from.cut + by * most * most * slope[2], 0.0, most),
        }
    }

    /// What the person would do if nothing were measured.
    fn unmeasured(&self) -> Effort {
        let cost = self.cost.max(1e-6);
        Effort {
            speed: (self.joy[0] / cost).clamp(0.0, 1.0),
            care: (self.joy[1] / cost).clamp(0.0, 1.0),
            cut: 0.0,
        }
    }
}

/// Qualms are stated for a tenth of one's calls.
const TENTH: f64 = 0.1;

/// How far a person is still committed to what is asked: targets believed out of reach take the heart out
/// of the work as a whole, not only out of themselves.
#[must_use]
pub fn commitment(plan: &Plan, beliefs: &Beliefs) -> f64 {
    let lost: f64 = beliefs
        .record
        .iter()
        .zip(plan.weights())
        .map(|(record, weight)| weight * (1.0 - 2.0 * record).max(0.0))
        .sum();
    let p = &plan.scenario().behaviour.parameters.effort;
    (1.0 - p.discouragement * lost).max(0.0)
}

/// What rarity makes of an award's worth under the exclusive hypothesis.
#[must_use]
pub fn rarity(plan: &Plan) -> f64 {
    let p = &plan.scenario().behaviour.parameters.recognition;
    let reach = plan.scenario().rewards.awards.coverage_share.max(0.01);
    pow(p.usual_coverage / reach, p.rarity)
}

#[cfg(test)]
mod tests;
