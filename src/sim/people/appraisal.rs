//! The month's appraisal: four indicators, sampled inspection, targets reached, composite score.

use super::Month;
use crate::rng::Draws;
use crate::scenario::plan::Plan;

/// What the month's appraisal found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Appraisal {
    /// Calls handled per worked day.
    pub volume: f64,
    /// Mean talk seconds.
    pub talk: f64,
    /// Mean points of the sampled calls.
    pub points: f64,
    /// Satisfied share of the ratings.
    pub rating: f64,
    /// Scores of the four indicators, 0–1.
    pub scores: [f64; 4],
    /// Targets reached.
    pub reached: [bool; 4],
    /// Weighted score, 0–1.
    pub composite: f64,
}

/// A score of 1 needs this much more than the target: there is something left to strive for.
const FULL_SCORE_AT: f64 = 1.2;

/// Appraises a month; None for those who hardly took calls in it.
#[must_use]
pub fn appraise(plan: &Plan, month: &Month, draws: &mut Draws) -> Option<Appraisal> {
    if month.phone_days < 3.0 || month.handled == 0 {
        return None;
    }
    let points = sampled_points(plan, month, draws);
    let rating = if month.rated > 0 {
        f64::from(month.rated_satisfied) / f64::from(month.rated)
    } else {
        plan.scenario().appraisal.kpis.customer_rating.target_share
    };
    Some(judge(
        plan,
        f64::from(month.handled + month.passed_on) / month.phone_days,
        month.talk_seconds / f64::from(month.handled),
        points,
        rating,
    ))
}

/// Scores and targets for given figures: also what a person expects to get for expected figures.
#[must_use]
pub fn judge(plan: &Plan, volume: f64, talk: f64, points: f64, rating: f64) -> Appraisal {
    let kpis = &plan.scenario().appraisal.kpis;
    let against = |value: f64, target: f64| {
        if target > 0.0 {
            (value / target).min(FULL_SCORE_AT) / FULL_SCORE_AT
        } else {
            1.0
        }
    };
    let band = &kpis.talk_time;
    let outside = (band.from_seconds - talk)
        .max(talk - band.to_seconds)
        .max(0.0);
    let scores = [
        against(volume, kpis.call_volume.target_per_day),
        (1.0 - outside / (band.to_seconds - band.from_seconds)).max(0.0),
        against(points, kpis.inspection.target_points),
        against(rating, kpis.customer_rating.target_share),
    ];
    let weights = plan.weights();
    Appraisal {
        volume,
        talk,
        points,
        rating,
        scores,
        reached: [
            volume >= kpis.call_volume.target_per_day,
            outside <= 0.0,
            points >= kpis.inspection.target_points,
            rating >= kpis.customer_rating.target_share,
        ],
        composite: scores.iter().zip(weights).map(|(s, w)| s * w).sum(),
    }
}

/// Mean points of the sampled calls: few samples make luck. Each sampled call is one of the month's,
/// drawn with the shares that the month really had.
fn sampled_points(plan: &Plan, month: &Month, draws: &mut Draws) -> f64 {
    let inspection = &plan.scenario().appraisal.kpis.inspection;
    let samples = inspection.samples_per_month.min(month.handled);
    if samples == 0 {
        return inspection.target_points;
    }
    let share = |part: u32| f64::from(part) / f64::from(month.handled);
    let whole = month.handled - month.cut_short;
    let (cut, solved) = (share(month.cut_short), share(month.resolved));
    let courteous = if whole > 0 {
        f64::from(month.courteous) / f64::from(whole)
    } else {
        0.0
    };
    let procedure = 100.0 - inspection.solved_points - inspection.courteous_points;
    let mut sum = 0.0;
    for _ in 0..samples {
        let [is_cut, is_solved, is_courteous, _] = draws.four_uniforms();
        if is_solved < solved {
            sum += inspection.solved_points;
        }
        if is_cut >= cut {
            sum += procedure;
            if is_courteous < courteous {
                sum += inspection.courteous_points;
            }
        }
    }
    sum / f64::from(samples)
}

/// True points of a set of calls.
#[must_use]
pub fn true_points(plan: &Plan, handled: u32, resolved: u32, courteous: u32, cut: u32) -> f64 {
    let inspection = &plan.scenario().appraisal.kpis.inspection;
    let procedure = 100.0 - inspection.solved_points - inspection.courteous_points;
    f64::from(resolved) * inspection.solved_points
        + f64::from(courteous) * inspection.courteous_points
        + f64::from(handled - cut) * procedure
}
