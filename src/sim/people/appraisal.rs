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
    /// Weighted score, 0–1, less what found cuts cost.
    pub composite: f64,
    /// Sampled calls that were found cut short.
    pub found_cut: u32,
}

/// Appraises a month; None for those who hardly took calls in it.
///
/// The samples are drawn over the month as a whole: drawing them week by week would change nothing, as a
/// person's effort is the same in all weeks of a month.
#[must_use]
pub fn appraise(plan: &Plan, month: &Month, draws: &mut Draws) -> Option<Appraisal> {
    let asked = &plan.scenario().appraisal;
    if month.phone_days < asked.least_days || month.handled == 0 {
        return None;
    }
    let (points, found_cut) = sampled_points(plan, month, draws);
    let rating = if month.rated > 0 {
        f64::from(month.rated_satisfied) / f64::from(month.rated)
    } else {
        asked.kpis.customer_rating.target_share
    };
    let taken = f64::from(month.handled + month.passed_on);
    let found = [
        taken / month.phone_days,
        month.talk_seconds / taken,
        points,
        rating,
    ];
    let mut judged = judge(plan, found);
    let kept = 1.0 - asked.kpis.inspection.cut_penalty_share * f64::from(found_cut);
    judged.composite *= kept.max(0.0);
    judged.found_cut = found_cut;
    Some(judged)
}

/// Scores and targets for given figures: volume, talk seconds, points, rating.
#[must_use]
pub fn judge(plan: &Plan, figures: [f64; 4]) -> Appraisal {
    let kpis = &plan.scenario().appraisal.kpis;
    let [volume, talk, points, rating] = figures;
    let mut scores = [0.0; 4];
    for (k, score) in scores.iter_mut().enumerate() {
        *score = scored(plan, k, figures[k]).0;
    }
    Appraisal {
        volume,
        talk,
        points,
        rating,
        scores,
        reached: [
            volume >= kpis.call_volume.target_per_day,
            talk >= kpis.talk_time.from_seconds && talk <= kpis.talk_time.to_seconds,
            points >= kpis.inspection.target_points,
            rating >= kpis.customer_rating.target_share,
        ],
        composite: scores.iter().zip(plan.weights()).map(|(s, w)| s * w).sum(),
        found_cut: 0,
    }
}

/// The score of a figure of indicator `k`, 0–1, and its slope in the figure.
#[must_use]
pub fn scored(plan: &Plan, k: usize, figure: f64) -> (f64, f64) {
    let asked = &plan.scenario().appraisal;
    let full = asked.full_score_ratio;
    let against = |target: f64| {
        if target <= 0.0 || figure >= full * target {
            (1.0, 0.0)
        } else {
            (figure / (full * target), 1.0 / (full * target))
        }
    };
    match k {
        0 => against(asked.kpis.call_volume.target_per_day),
        1 => {
            let band = &asked.kpis.talk_time;
            let width = band.to_seconds - band.from_seconds;
            let (below, above) = (band.from_seconds - figure, figure - band.to_seconds);
            let outside = below.max(above) / width;
            if outside <= 0.0 {
                (1.0, 0.0)
            } else if outside >= 1.0 {
                (0.0, 0.0)
            } else {
                let slope = if below > above { 1.0 } else { -1.0 } / width;
                (1.0 - outside, slope)
            }
        }
        2 => against(asked.kpis.inspection.target_points),
        _ => against(asked.kpis.customer_rating.target_share),
    }
}

/// Mean points of the sampled calls, and how many of them were found cut short. Few samples make luck.
/// Each sampled call is one of the month's, drawn with the shares that the month really had.
fn sampled_points(plan: &Plan, month: &Month, draws: &mut Draws) -> (f64, u32) {
    let inspection = &plan.scenario().appraisal.kpis.inspection;
    let samples = inspection.samples_per_month.min(month.handled);
    if samples == 0 {
        return (inspection.target_points, 0);
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
    let (mut sum, mut found) = (0.0, 0);
    for _ in 0..samples {
        let [is_cut, is_solved, is_courteous, _] = draws.four_uniforms();
        if is_solved < solved {
            sum += inspection.solved_points;
        }
        if is_cut < cut {
            found += 1;
        } else {
            sum += procedure;
            if is_courteous < courteous {
                sum += inspection.courteous_points;
            }
        }
    }
    (sum / f64::from(samples), found)
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
