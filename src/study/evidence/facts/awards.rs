//! Facts 7, 8, 9 and 16: sampled inspection, the reach of awards, what winning does.

use super::*;

const SAMPLES: &str = "appraisal.kpis.inspection.samples_per_month";
const STRATEGY: &str = "rewards.awards.strategy";
const COVERAGE: &str = "rewards.awards.coverage_share";
const HOURS: &str = "rewards.awards.leave_hours_each";
const REACH: &str = "behaviour.hypotheses.award_reach";
const VISIBILITY: &str = "rewards.awards.visibility_share";

const MERIT: &str = "fairness.merit_correlation";
const NEVER: &str = "fairness.never_recognised_share";

/// Monthly awards by the composite score, with one inspected call a month and with thirty.
const INSPECTED: [Arm; 2] = [
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.9)),
        (SAMPLES, w(1)),
    ]),
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.9)),
        (SAMPLES, w(30)),
    ]),
];

/// Hours off for awards are the same in all: few large ones or many small ones.
pub const WIDE: [Arm; 3] = [
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.05)),
        (HOURS, n(8.0)),
    ]),
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.8)),
        (HOURS, n(0.5)),
    ]),
];
const EXCLUSIVE: [Arm; 2] = [
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.05)),
        (HOURS, n(8.0)),
        (REACH, c("exclusive")),
    ]),
    QUO.with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
        (REACH, c("exclusive")),
    ]),
];

/// The lottery first; then every strategy that looks at something, at one budget.
const STRATEGIES: [Arm; 7] = [
    QUO.with(&[
        (STRATEGY, c("lottery")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
    WIDE[1],
    QUO.with(&[(STRATEGY, c("tiers")), (COVERAGE, n(0.4)), (HOURS, n(1.0))]),
    QUO.with(&[
        (STRATEGY, c("many_angles")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
    QUO.with(&[
        (STRATEGY, c("over_bar")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
    QUO.with(&[
        (STRATEGY, c("rotation")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
    QUO.with(&[
        (STRATEGY, c("peer_vote")),
        (COVERAGE, n(0.4)),
        (HOURS, n(1.0)),
    ]),
];

const MANY: Arm = arm("wide-awards");

/// Public awards by merit; the twins live in the same hall without any.
const WINNERS: Arm = QUO
    .with(&[
        (STRATEGY, c("top_share")),
        (COVERAGE, n(0.4)),
        (VISIBILITY, n(1.0)),
    ])
    .against(&[(STRATEGY, c("none"))]);

/// The same, with the awards ended after a quarter: what was won in it is not won again.
const ONCE: Arm = WINNERS.from_month(3, &[(STRATEGY, c("none"))]);

/// Reliability of awards over a year, from the odd and the even months by Spearman and Brown.
fn reliability(s: &Sample, arm: usize) -> Option<f64> {
    let half = s.correlation(arm, "awards: odd–even months")?;
    Some(2.0 * half / (1.0 + half))
}

/// How many more calls winners take per hour of handling than their twins without awards.
fn winners(s: &Sample, own: &str, twins: &str) -> Option<f64> {
    Some(s.ratio(0, twins)? / s.ratio(0, own)? - 1.0)
}

/// Facts 7, 8, 9 and 16.
pub const FACTS: &[Fact] = &[
    Fact {
        scale: Scale::Correlation,
        statistic: |s| change(s, MERIT),
        ..fact("7a", &INSPECTED, ABOVE_0)
    },
    Fact {
        // What is not reliable is luck.
        statistic: |s| Some(reliability(s, 0)? - reliability(s, 1)?),
        ..fact("7b", &INSPECTED, BELOW_0)
    },
    Fact {
        source: expected("the paper").zh("论文"),
        statistic: |s| change(s, "turnover.annual_rate"),
        ..fact("8a", &WIDE, BELOW_0)
    },
    Fact {
        source: expected("the paper").zh("论文"),
        // What the second doubling of coverage adds, less what the first eightfold did.
        statistic: |s| {
            let id = "turnover.annual_rate";
            let [few, some, many] = [s.metric(0, id)?, s.metric(1, id)?, s.metric(2, id)?];
            Some((few - some) - (some - many))
        },
        ..fact("8b", &WIDE, ABOVE_0)
    },
    Fact {
        source: expected("Bradler et al. 2016"),
        scale: Scale::Relative,
        statistic: |s| Some(s.ratio(1, "pace.all")? / s.ratio(0, "pace.all")? - 1.0),
        ..fact("8c", &EXCLUSIVE, ABOVE_0)
    },
    Fact {
        scale: Scale::Correlation,
        statistic: |s| {
            let lottery = s.metric(0, MERIT)?;
            let others = (1..s.arms()).map(|arm| s.metric(arm, MERIT));
            let least = others.collect::<Option<Vec<f64>>>()?;
            Some(least.into_iter().fold(f64::INFINITY, f64::min) - lottery)
        },
        ..fact("8d", &STRATEGIES, ABOVE_0)
    },
    Fact {
        source: expected("the paper").zh("论文"),
        statistic: |s| s.metric(0, NEVER),
        ..fact("9a", &[QUO], between(0.5, 1.0))
    },
    Fact {
        source: expected("the paper").zh("论文"),
        statistic: |s| s.metric(0, NEVER),
        ..fact("9b", &[MANY], between(0.0, 0.5))
    },
    Fact {
        source: confirmed("Kosfeld & Neckermann 2011"),
        scale: Scale::Relative,
        statistic: |s| winners(s, "winners.pace", "winners.twins_pace"),
        ..fact("16a", &[WINNERS], between(0.05, 0.15))
    },
    Fact {
        source: confirmed("Neckermann, Cueni & Frey 2014"),
        scale: Scale::Relative,
        // For a while: half a year later no more than half of it is left.
        statistic: |s| {
            let soon = winners(s, "winners.pace", "winners.twins_pace")?;
            let later = winners(s, "winners.pace_later", "winners.twins_pace_later")?;
            Some(later - soon / 2.0)
        },
        replications: 64,
        ..fact("16b", &[ONCE], BELOW_0)
    },
];
