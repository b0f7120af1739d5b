//! Facts 1 to 6, 12 and 13: leaving, targets, weights, load, newcomers.

use super::*;

const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
const VOLUME: &str = "appraisal.kpis.call_volume.weight";
const INSPECTION: &str = "appraisal.kpis.inspection.weight";
const RATING: &str = "appraisal.kpis.customer_rating.weight";
const CALLS: &str = "demand.calls_per_day";

const TURNOVER: &str = "turnover.annual_rate";
const RESOLVED: &str = "output.resolved_calls_per_agent_day";

/// From what everybody reaches to far beyond what anybody does.
pub const LADDER: [Arm; 7] = [
    QUO.with(&[(TARGET, times(0.47))]),
    QUO.with(&[(TARGET, times(0.67))]),
    QUO.with(&[(TARGET, times(0.8))]),
    QUO.with(&[(TARGET, times(0.9))]),
    QUO,
    QUO.with(&[(TARGET, times(1.2))]),
    QUO.with(&[(TARGET, times(1.4))]),
];
/// The present centre alone.
pub const PRESENT: [Arm; 1] = [QUO];
/// Within reach of nearly all, the present one, and 40 % above it.
const STEPS: [Arm; 3] = [LADDER[1], LADDER[4], LADDER[6]];

/// The arm of the ladder, ends left aside, in which most is resolved; chosen on all replications, so
/// that leaving one out moves the figure and not the choice.
fn peak(s: &Sample) -> Option<usize> {
    let all = s.whole();
    let height = |arm: usize| all.metric(arm, RESOLVED);
    let mut best = 1;
    for arm in 2..LADDER.len() - 1 {
        if height(arm)? > height(best)? {
            best = arm;
        }
    }
    Some(best)
}

fn above_end(s: &Sample, end: usize) -> Option<f64> {
    Some(s.metric(peak(s)?, RESOLVED)? - s.metric(end, RESOLVED)?)
}

/// More weight on volume at the cost of inspection; then rating besides.
const WEIGHTS: [Arm; 3] = [
    QUO,
    QUO.with(&[(VOLUME, n(80.0)), (INSPECTION, n(5.0))]),
    QUO.with(&[(VOLUME, n(50.0)), (INSPECTION, n(5.0)), (RATING, n(30.0))]),
];

/// Some 80 % and some 92 % occupancy.
const LOADS: [Arm; 2] = [
    QUO.with(&[(CALLS, times(0.93))]),
    QUO.with(&[(CALLS, times(1.17))]),
];
/// Heavy load throughout; and freed, in the middle of the year, by as much as a tenth more people would.
const FREED: [Arm; 3] = [
    LOADS[0],
    LOADS[1],
    LOADS[1].from_month(6, &[(CALLS, times(0.93 / 1.17))]),
];

const RESTLESS: [Arm; 2] = [
    QUO,
    QUO.with(&[("behaviour.parameters.quit.base", n(0.04))]),
];

/// Facts 1 to 6, 12 and 13.
pub const FACTS: &[Fact] = &[
    Fact {
        source: expected("Holman, Batt & Holtgrewe 2007"),
        statistic: |s| s.metric(0, TURNOVER),
        ..fact("1a", &[QUO], between(0.18, 0.32))
    },
    Fact {
        source: expected("Batt 2002"),
        scale: Scale::Relative,
        statistic: |s| relative(s, TURNOVER),
        ..fact("1b", &[QUO, ERG], between(-0.55, -0.15))
    },
    Fact {
        source: expected("Emadi & Staats 2020"),
        statistic: |s| {
            Some(s.ratio(0, "leaving.first_half_year")? - s.ratio(0, "leaving.second_half_year")?)
        },
        replications: 64,
        ..fact("2a", &[QUO], ABOVE_0)
    },
    Fact {
        source: expected("Emadi & Staats 2020"),
        statistic: |s| Some(s.ratio(0, "leaving.second_half_year")? - s.ratio(0, "leaving.later")?),
        replications: 64,
        ..fact("2b", &[QUO], ABOVE_0)
    },
    Fact {
        source: expected("Locke & Latham 2002"),
        scale: Scale::Plain,
        statistic: |s| above_end(s, 0),
        ..fact("3a", &LADDER, ABOVE_0)
    },
    Fact {
        source: expected("Erez & Zidon 1984"),
        scale: Scale::Plain,
        statistic: |s| above_end(s, LADDER.len() - 1),
        ..fact("3b", &LADDER, ABOVE_0)
    },
    Fact {
        source: expected("Locke & Latham 2002"),
        statistic: |s| s.metric(peak(s)?, "output.share_reaching_target"),
        ..fact("3c", &LADDER, between(0.5, 0.9))
    },
    Fact {
        source: expected("Erez & Zidon 1984"),
        statistic: |s| Some(s.metric(1, TURNOVER)? - s.metric(0, TURNOVER)?),
        ..fact("4a", &STEPS, ABOVE_0)
    },
    Fact {
        source: expected("Erez & Zidon 1984"),
        // The rise for as much again of the target, beyond the present target less before it.
        statistic: |s| {
            let [low, mid, high] = [
                s.metric(0, TURNOVER)?,
                s.metric(1, TURNOVER)?,
                s.metric(2, TURNOVER)?,
            ];
            Some((high - mid) / 0.4 - (mid - low) / 0.33)
        },
        ..fact("4b", &STEPS, ABOVE_0)
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        scale: Scale::Plain,
        statistic: |s| {
            Some(s.metric(2, "quality.inspection")? - s.metric(1, "quality.inspection")?)
        },
        ..fact("4c", &STEPS, BELOW_0)
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        statistic: |s| {
            let id = "quality.customer_satisfaction";
            Some(s.metric(2, id)? - s.metric(1, id)?)
        },
        ..fact("4d", &STEPS, BELOW_0)
    },
    Fact {
        statistic: |s| s.metric(0, "output.share_reaching_target"),
        ..fact("5", &[LADDER[6]], between(f64::NEG_INFINITY, 0.01))
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        scale: Scale::Relative,
        statistic: |s| relative(s, "output.calls_per_agent_day"),
        ..fact("6a", &WEIGHTS, ABOVE_0)
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        statistic: |s| change(s, "quality.first_contact_resolution"),
        ..fact("6b", &WEIGHTS, BELOW_0)
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        statistic: |s| change(s, "quality.customer_satisfaction"),
        ..fact("6c", &WEIGHTS, BELOW_0)
    },
    Fact {
        source: expected("Holmström & Milgrom 1991"),
        statistic: |s| {
            let id = "quality.first_contact_resolution";
            Some(s.metric(2, id)? - s.metric(1, id)?)
        },
        ..fact("6d", &WEIGHTS, ABOVE_0)
    },
    Fact {
        statistic: |s| change(s, "service.occupancy"),
        ..fact("12a", &FREED, between(0.09, 0.15))
    },
    Fact {
        source: expected("Demerouti et al. 2001"),
        statistic: |s| change(s, "wellbeing.exhaustion"),
        ..fact("12b", &FREED, ABOVE_0)
    },
    Fact {
        source: expected("Demerouti et al. 2001"),
        statistic: |s| change(s, TURNOVER),
        ..fact("12c", &FREED, ABOVE_0)
    },
    Fact {
        scale: Scale::Relative,
        // Of the tiredness that the load has brought, what is left four to six months after it went.
        statistic: |s| {
            let id = "exhaustion.months_10_12";
            let [easy, heavy, freed] = [s.ratio(0, id)?, s.ratio(1, id)?, s.ratio(2, id)?];
            Some((freed - easy) / (heavy - easy))
        },
        ..fact("12d", &FREED, between(-0.5, 0.5))
    },
    Fact {
        source: expected("Gans et al. 2010"),
        scale: Scale::Relative,
        statistic: |s| Some(s.ratio(0, "pace.new")? / s.ratio(0, "pace.settled")? - 1.0),
        ..fact("13a", &RESTLESS, between(0.02, 0.45))
    },
    Fact {
        source: expected("Gans et al. 2010"),
        statistic: |s| Some(s.ratio(0, "resolution.new")? - s.ratio(0, "resolution.settled")?),
        ..fact("13b", &RESTLESS, BELOW_0)
    },
    Fact {
        source: expected("Whitt 2006"),
        statistic: |s| change(s, "service.level"),
        ..fact("13c", &RESTLESS, BELOW_0)
    },
];
