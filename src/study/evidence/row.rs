//! What is kept of a replication: sums from which ratios, correlations and slopes are made later.
//!
//! Sums, so that replications can be pooled and left out in turn: a ratio of sums over many halls is what
//! a study of many halls would report.

use super::panel::{Panel, PersonMonth};
use crate::math::ln;
use crate::measure::ledger::Ledger;
use crate::measure::metric::METRICS;
use crate::measure::weekly::WEEKLY;
use crate::scenario::plan::Plan;

/// One replication as it is seen.
pub struct Seen<'a> {
    /// The plan at its beginning.
    pub plan: &'a Plan,
    /// What was counted.
    pub ledger: &'a Ledger,
    /// Persons month by month.
    pub panel: &'a Panel,
    /// The same people under the twin's differences.
    pub twin: Option<&'a Panel>,
}

/// Sums of a replication, in the order of the tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The metrics of the contract; None where they are not defined.
    pub metrics: Vec<Option<f64>>,
    /// Weekly courses, in the order of `WEEKLY`.
    pub weekly: Vec<Vec<f64>>,
    /// Numerator and denominator, in the order of [`RATIOS`].
    pub ratios: Vec<[f64; 2]>,
    /// Number, Σx, Σy, Σx², Σy², Σxy, in the order of [`PAIRS`].
    pub pairs: Vec<[f64; 6]>,
}

impl Row {
    /// Reads everything off a replication.
    #[must_use]
    pub fn of(seen: &Seen) -> Self {
        let pairs = PAIRS.iter().map(|pair| {
            let mut sums = [0.0; 6];
            (pair.of)(seen, &mut |x, y| {
                for (sum, more) in sums.iter_mut().zip([1.0, x, y, x * x, y * y, x * y]) {
                    *sum += more;
                }
            });
            sums
        });
        Self {
            metrics: METRICS.iter().map(|m| (m.of)(seen.ledger)).collect(),
            weekly: WEEKLY.iter().map(|w| w.course(seen.ledger)).collect(),
            ratios: RATIOS.iter().map(|r| (r.of)(seen)).collect(),
            pairs: pairs.collect(),
        }
    }
}

/// A ratio of two sums over a replication.
pub struct Ratio {
    /// Its id.
    pub id: &'static str,
    /// Numerator and denominator.
    pub of: fn(&Seen) -> [f64; 2],
}

/// Takes one observation of a pair.
pub type Take<'a> = &'a mut dyn FnMut(f64, f64);

/// Two quantities observed together: for correlations, slopes, means and spreads.
pub struct Pair {
    /// Its id.
    pub id: &'static str,
    /// Hands over each observation.
    pub of: fn(&Seen, Take),
}

fn count(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

fn sums<'a>(
    months: impl Iterator<Item = &'a PersonMonth>,
    of: impl Fn(&PersonMonth) -> Option<[f64; 2]>,
) -> [f64; 2] {
    months
        .filter_map(of)
        .fold([0.0, 0.0], |sum, [part, whole]| {
            [sum[0] + part, sum[1] + whole]
        })
}

/// Leavers over person-months among those whose months of service lie in the range.
fn leaving(seen: &Seen, from: f64, to: f64) -> [f64; 2] {
    sums(seen.panel.measured(), |m| {
        let inside = m.mind.tenure_months >= from && m.mind.tenure_months < to;
        inside.then(|| [count(m.decided.quits), 1.0])
    })
}

/// Leavers over person-months among those with, or without, care duties.
fn leaving_by_care(seen: &Seen, care: bool) -> [f64; 2] {
    sums(seen.panel.measured(), |m| {
        (m.stays.care_duty == care).then(|| [count(m.decided.quits), 1.0])
    })
}

/// Something over something among those with so many months of service.
fn by_tenure(seen: &Seen, from: f64, to: f64, of: fn(&PersonMonth) -> [f64; 2]) -> [f64; 2] {
    sums(seen.panel.measured(), |m| {
        let inside = m.mind.tenure_months >= from && m.mind.tenure_months < to;
        (inside && m.brought.handled > 0).then(|| of(m))
    })
}

/// Busy hours over calls: how long a call takes.
fn pace(m: &PersonMonth) -> [f64; 2] {
    [m.brought.busy_seconds, f64::from(m.brought.handled)]
}

fn resolution(m: &PersonMonth) -> [f64; 2] {
    [f64::from(m.brought.resolved), f64::from(m.brought.handled)]
}

/// Mean exhaustion over persons in these months of the measured year.
fn exhaustion(seen: &Seen, from: i32, to: i32) -> [f64; 2] {
    sums(seen.panel.between(from, to), |m| {
        Some([m.mind.exhaustion, 1.0])
    })
}

/// Busy seconds over calls of winners in the months after an award of the measured year, and before the
/// next one's: theirs, or their twins'.
fn after_award(seen: &Seen, months: (i32, i32), twins: bool) -> [f64; 2] {
    let Some(twin) = seen.twin else {
        return [0.0, 0.0];
    };
    let mut sum = [0.0, 0.0];
    for won in seen.panel.measured().filter(|m| m.decided.award) {
        let end = won.month + months.1;
        let wins = |month: &i32| {
            let there = seen.panel.find(won.who, *month);
            there.is_some_and(|m| m.decided.award)
        };
        // The month of the next award was worked before it.
        let until = (won.month + 1..end)
            .find(wins)
            .map_or(end, |month| month + 1);
        for month in won.month + months.0..until {
            // Both must be there, so that the same people are compared.
            if let (Some(own), Some(other)) =
                (seen.panel.find(won.who, month), twin.find(won.who, month))
                && own.brought.handled > 0
                && other.brought.handled > 0
            {
                let [busy, calls] = pace(if twins { other } else { own });
                sum = [sum[0] + busy, sum[1] + calls];
            }
        }
    }
    sum
}

/// The ratios that are kept besides the metrics of the contract.
#[rustfmt::skip]
pub static RATIOS: &[Ratio] = &[
    Ratio { id: "leaving.first_half_year", of: |s| leaving(s, 0.0, 6.0) },
    Ratio { id: "leaving.second_half_year", of: |s| leaving(s, 6.0, 12.0) },
    Ratio { id: "leaving.second_year", of: |s| leaving(s, 12.0, 24.0) },
    Ratio { id: "leaving.later", of: |s| leaving(s, 24.0, f64::INFINITY) },
    Ratio { id: "leaving.with_care", of: |s| leaving_by_care(s, true) },
    Ratio { id: "leaving.without_care", of: |s| leaving_by_care(s, false) },
    Ratio { id: "leaving.first_half", of: |s| sums(s.panel.between(0, 6), |m| Some([count(m.decided.quits), 1.0])) },
    Ratio { id: "leaving.nine_months", of: |s| sums(s.panel.between(0, 9), |m| Some([count(m.decided.quits), 1.0])) },
    Ratio { id: "leaving.year", of: |s| sums(s.panel.measured(), |m| Some([count(m.decided.quits), 1.0])) },
    Ratio { id: "leavers.first_year_share", of: |s| sums(s.panel.measured(), |m| m.decided.quits.then(|| [count(m.mind.tenure_months < 12.0), 1.0])) },
    Ratio { id: "staff.first_year_share", of: |s| sums(s.panel.measured(), |m| Some([count(m.mind.tenure_months < 12.0), 1.0])) },
    Ratio { id: "pace.new", of: |s| by_tenure(s, 0.0, 4.0, pace) },
    Ratio { id: "pace.settled", of: |s| by_tenure(s, 12.0, f64::INFINITY, pace) },
    Ratio { id: "pace.all", of: |s| by_tenure(s, 0.0, f64::INFINITY, pace) },
    Ratio { id: "pace.first_half", of: |s| sums(s.panel.between(0, 6), |m| Some(pace(m))) },
    Ratio { id: "pace.first_quarter", of: |s| sums(s.panel.between(0, 3), |m| Some(pace(m))) },
    Ratio { id: "pace.nine_months", of: |s| sums(s.panel.between(0, 9), |m| Some(pace(m))) },
    Ratio { id: "pace.first_month", of: |s| sums(s.panel.between(0, 1), |m| Some(pace(m))) },
    Ratio { id: "pace.last_months", of: |s| sums(s.panel.between(10, 12), |m| Some(pace(m))) },
    Ratio { id: "resolution.new", of: |s| by_tenure(s, 0.0, 4.0, resolution) },
    Ratio { id: "resolution.settled", of: |s| by_tenure(s, 12.0, f64::INFINITY, resolution) },
    Ratio { id: "resolution.first_half", of: |s| sums(s.panel.between(0, 6), |m| Some(resolution(m))) },
    Ratio { id: "calls.nine_months", of: |s| sums(s.panel.between(0, 9), |m| Some([f64::from(m.brought.handled), f64::from(m.due_days)])) },
    Ratio { id: "exhaustion.months_0_2", of: |s| exhaustion(s, 0, 2) },
    Ratio { id: "exhaustion.months_4_6", of: |s| exhaustion(s, 4, 6) },
    Ratio { id: "exhaustion.months_10_12", of: |s| exhaustion(s, 10, 12) },
    Ratio { id: "illness", of: |s| sums(s.panel.measured(), |m| Some([f64::from(m.ill_days), f64::from(m.due_days)])) },
    Ratio { id: "growth_weight", of: |s| sums(s.panel.measured(), |m| Some([m.mind.growth_weight, 1.0])) },
    Ratio { id: "effort.speed", of: |s| sums(s.panel.measured(), |m| Some([m.mind.effort.0, 1.0])) },
    Ratio { id: "effort.care", of: |s| sums(s.panel.measured(), |m| Some([m.mind.effort.1, 1.0])) },
    Ratio { id: "winners.pace", of: |s| after_award(s, (1, 4), false) },
    Ratio { id: "winners.twins_pace", of: |s| after_award(s, (1, 4), true) },
    Ratio { id: "winners.pace_later", of: |s| after_award(s, (7, 10), false) },
    Ratio { id: "winners.twins_pace_later", of: |s| after_award(s, (7, 10), true) },
    Ratio { id: "slowness.leavers", of: |s| sums(s.panel.measured(), |m| m.decided.quits.then(|| [ln(m.stays.slowness), 1.0])) },
    Ratio { id: "slowness.staff", of: |s| sums(s.panel.measured(), |m| Some([ln(m.stays.slowness), 1.0])) },
];

/// A person's measured year: from its months.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    months: f64,
    exhaustion: f64,
    satisfaction: f64,
    handled: f64,
    resolved: f64,
    cut: f64,
    talk: f64,
    busy: f64,
    phone_days: f64,
    due: f64,
    ill: f64,
    asked: f64,
    refused: f64,
    awards: [f64; 2],
}

fn year_of<'a>(months: impl Iterator<Item = &'a PersonMonth>) -> Sums {
    let mut y = Sums::default();
    for m in months {
        y.months += 1.0;
        y.exhaustion += m.mind.exhaustion;
        y.satisfaction += m.mind.satisfaction;
        y.handled += f64::from(m.brought.handled);
        y.resolved += f64::from(m.brought.resolved);
        y.cut += f64::from(m.brought.cut_short);
        y.talk += m.brought.talk_seconds;
        y.busy += m.brought.busy_seconds;
        y.phone_days += m.brought.phone_days;
        y.due += f64::from(m.due_days);
        y.ill += f64::from(m.ill_days);
        y.asked += f64::from(m.brought.asked);
        y.refused += f64::from(m.brought.asked - m.brought.granted);
        let even = usize::from(m.month.rem_euclid(2) == 1);
        y.awards[even] += count(m.decided.award);
    }
    y
}

/// Hands each person who was there all of the months `from..to` to `take`: first month and the sums.
fn persons(
    seen: &Seen,
    from: i32,
    to: i32,
    mut take: impl FnMut(&PersonMonth, &PersonMonth, Sums),
) {
    for first in seen.panel.between(from, from + 1) {
        let months: Vec<&PersonMonth> = (from..to)
            .map_while(|month| seen.panel.find(first.who, month))
            .collect();
        if let Some(last) = months.last()
            && last.month == to - 1
        {
            take(first, last, year_of(months.iter().copied()));
        }
    }
}

/// What those present when the measured year begins feel or are, and whether they quit within it.
fn foretells(seen: &Seen, take: Take, of: fn(&PersonMonth) -> f64) {
    for first in seen.panel.between(0, 1) {
        let left = (0..12)
            .map_while(|month| seen.panel.find(first.who, month))
            .any(|m| m.decided.quits);
        take(of(first), count(left));
    }
}

/// Within persons: both as differences from the person's own mean over the year.
fn within(seen: &Seen, take: Take, of: fn(&PersonMonth) -> (f64, f64)) {
    for first in seen.panel.between(0, 1) {
        let months: Vec<(f64, f64)> = (0..12)
            .map_while(|month| seen.panel.find(first.who, month))
            .map(of)
            .collect();
        #[allow(clippy::cast_precision_loss)]
        let n = months.len().max(1) as f64;
        let (x, y) = months
            .iter()
            .fold((0.0, 0.0), |s, m| (s.0 + m.0, s.1 + m.1));
        for m in months {
            take(m.0 - x / n, m.1 - y / n);
        }
    }
}

/// Pairs of quantities over persons or person-months.
#[rustfmt::skip]
pub static PAIRS: &[Pair] = &[
    Pair { id: "satisfaction–quit", of: |s, take| foretells(s, take, |m| m.mind.satisfaction) },
    Pair { id: "exhaustion–quit", of: |s, take| foretells(s, take, |m| m.mind.exhaustion) },
    Pair { id: "fairness–quit", of: |s, take| foretells(s, take, |m| m.mind.fairness) },
    Pair { id: "score–quit", of: |s, take| foretells(s, take, |m| m.mind.score) },
    Pair { id: "tenure–quit", of: |s, take| foretells(s, take, |m| m.mind.tenure_months) },
    Pair { id: "woman–quit", of: |s, take| foretells(s, take, |m| count(m.stays.woman)) },
    Pair { id: "exhaustion–intention", of: |s, take| s.panel.between(0, 1).for_each(|m| take(m.mind.exhaustion, m.decided.log_hazard)) },
    Pair { id: "fairness–intention", of: |s, take| s.panel.between(0, 1).for_each(|m| take(m.mind.fairness, m.decided.log_hazard)) },
    Pair { id: "exhaustion–illness", of: |s, take| persons(s, 0, 12, |_, _, y| if y.due > 0.0 { take(y.exhaustion / y.months, y.ill / y.due); }) },
    Pair { id: "refusals–exhaustion", of: |s, take| persons(s, 0, 12, |_, _, y| if y.due > 0.0 { take(y.refused / y.due, y.exhaustion / y.months); }) },
    Pair { id: "exhaustion–performance", of: |s, take| persons(s, 0, 12, |_, _, y| if y.phone_days > 0.0 { take(y.exhaustion / y.months, y.resolved / y.phone_days); }) },
    Pair { id: "exhaustion–itself", of: |s, take| persons(s, 0, 12, |first, last, _| take(first.mind.exhaustion, last.mind.exhaustion)) },
    Pair { id: "satisfaction–itself", of: |s, take| persons(s, 0, 12, |first, last, _| take(first.mind.satisfaction, last.mind.satisfaction)) },
    Pair { id: "satisfaction–performance", of: |s, take| persons(s, 0, 12, |_, _, y| if y.phone_days > 0.0 { take(y.satisfaction / y.months, y.resolved / y.phone_days); }) },
    Pair { id: "woman–exhaustion", of: |s, take| s.panel.between(0, 1).for_each(|m| take(count(m.stays.woman), m.mind.exhaustion)) },
    Pair { id: "awards: odd–even months", of: |s, take| persons(s, 0, 12, |_, _, y| take(y.awards[0], y.awards[1])) },
    Pair { id: "calls per busy hour–resolved share", of: |s, take| persons(s, 0, 12, |_, _, y| if y.handled > 0.0 { take(3600.0 * y.handled / y.busy, y.resolved / y.handled); }) },
    Pair { id: "log call length", of: |s, take| persons(s, 0, 12, |_, _, y| if y.handled > 0.0 { take(ln(y.talk / y.handled), 0.0); }) },
    Pair { id: "cut share", of: |s, take| persons(s, 0, 12, |_, _, y| if y.handled > 0.0 { take(y.cut / y.handled, 0.0); }) },
    Pair { id: "team leavers–intention, within persons", of: |s, take| within(s, take, |m| (m.decided.recent_quits, m.decided.log_hazard)) },
    Pair { id: "hall: leaving–satisfied callers", of: hall },
];

/// One observation a hall: turnover and customers' satisfaction.
fn hall(seen: &Seen, take: Take) {
    let of = |id| crate::measure::metric::position(id).and_then(|at| (METRICS[at].of)(seen.ledger));
    if let (Some(x), Some(y)) = (
        of("turnover.annual_rate"),
        of("quality.customer_satisfaction"),
    ) {
        take(x, y);
    }
}
