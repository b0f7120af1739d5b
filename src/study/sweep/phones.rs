//! The queue-only answer beside a sweep: what the phones alone would say, without people who tire or leave.

use super::answer::{Line, Sweet, Wish};
use super::constraint::Bound;
use super::lever::amount;
use super::{Ask, Point};
use crate::measure::metric::METRICS;
use crate::scenario::check::Problem;
use crate::scenario::checked::Checked;
use crate::scenario::plan::{HALF_HOUR_SECONDS, Plan};
use crate::sim::floor::idle::MOST_DESKS;
use crate::study::board::Board;
use crate::study::erlang::Erlang;
use crate::study::staff::roster::nominal;

/// The lever for which the phones' answer is a formula.
const VOLUME_TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
/// Share to be answered in time when no requirement says otherwise: 80/20, the convention of the trade.
const USUAL_SHARE: f64 = 0.8;

/// What the phones alone say.
#[derive(Clone, Debug, PartialEq)]
pub enum Phones {
    /// Calls a person would take on a full day if there were just as many people in each half-hour as
    /// Erlang-A wants for this share in time: the volume target that staffing by the phones would set.
    Volume {
        /// Calls per agent and worked day.
        calls: f64,
        /// Share of calls answered in time that it is for.
        share_in_time: f64,
    },
    /// Where the same requirements end when nobody is motivated, tired, learning or leaving.
    Runs(Option<Sweet>),
}

/// Whether the phones' answer is found by running.
pub(super) fn needs_runs(ask: &Ask) -> bool {
    ask.levers.len() == 1
        && ask.levers[0].field.path != VOLUME_TARGET
        && ask.levers[0].is_ordered()
        && !ask.wish.constraints.is_empty()
        && ask.base.behaviour.enabled
}

/// The same scenario with people who do not behave.
pub(super) fn alone(scenario: &Checked) -> Result<Checked, Vec<Problem>> {
    scenario.changed(|scenario| scenario.behaviour.enabled = false)
}

pub(super) fn answer(ask: &Ask, wish: &Wish, points: &[Point], board: &Board) -> Option<Phones> {
    if ask.levers[0].field.path == VOLUME_TARGET {
        let share_in_time = wish
            .constraints
            .iter()
            .find(|c| METRICS[c.metric].id == "service.level" && c.bound == Bound::AtLeast)
            .map_or(USUAL_SHARE, |c| c.limit);
        let calls = volume(&ask.base, share_in_time)?;
        return Some(Phones::Volume {
            calls,
            share_in_time,
        });
    }
    let mut of: Vec<(f64, &[_], bool)> = points
        .iter()
        .filter_map(|point| Some((amount(&point.at[0])?, board.outcomes(point.twin?), false)))
        .collect();
    crate::order::by(&mut of, |a, b| a.0.total_cmp(&b.0));
    let any = of.iter().any(|(_, outcomes, _)| !outcomes.is_empty());
    any.then(|| Phones::Runs(Line::new(None, of, true).sweet(wish, board.seed())))
}

/// First calls over the hours on the phones that Erlang-A wants for them, times a person's hours on the
/// phones a day. None where a half-hour can't be staffed or nobody calls.
fn volume(base: &Checked, share_in_time: f64) -> Option<f64> {
    let plan = Plan::of(base);
    let demand = &base.demand;
    let hasty = demand.impatient_share;
    let patience = hasty * demand.impatient_seconds + (1.0 - hasty) * demand.mean_patience_seconds;
    let most = u32::try_from(MOST_DESKS).unwrap_or(u32::MAX);
    let (mut calls, mut seconds) = (0.0, 0.0);
    for weekday in &plan.days().weekdays {
        for rate in plan.load().rates[*weekday] {
            let floor = Erlang {
                rate,
                service_seconds: plan.mean_call_seconds(),
                patience_seconds: patience,
            };
            let people = floor.required(share_in_time, demand.target_wait_seconds, most)?;
            calls += rate * HALF_HOUR_SECONDS;
            seconds += f64::from(people) * HALF_HOUR_SECONDS;
        }
    }
    let posts = f64::from(u32::try_from(plan.shifts().len()).ok()?);
    let day = nominal(&plan).iter().sum::<f64>() * HALF_HOUR_SECONDS / posts.max(1.0);
    (seconds > 0.0).then(|| calls / seconds * day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::checked::tests::checked;

    #[test]
    fn the_phones_want_more_calls_of_each_where_they_allow_longer_waits() {
        let base = checked(Scenario::standard());
        let strict = volume(&base, 0.95).unwrap_or(f64::NAN);
        let usual = volume(&base, 0.8).unwrap_or(f64::NAN);
        assert!(strict < usual, "{strict} {usual}");
        // Nobody can take more than a day of calls end to end.
        let longer = base.changed(|s| s.demand.after_call_seconds = 600.0);
        let fewer = volume(&longer.expect("sound"), 0.8).unwrap_or(f64::NAN);
        assert!(fewer < usual && fewer > 0.0, "{fewer} {usual}");
    }
}
