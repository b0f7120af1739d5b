//! Published field experiments, re-run as they were done as nearly as the model can.
//!
//! Nobody in a hall can be treated alone here, so treated and control are two halls with the same people
//! under the same luck. That takes away the chance differences between groups that the originals had:
//! the simulated mean is sharper than theirs, and what one experiment would scatter by is shown apart.

use super::arm::{Arm, Set, arm};
use super::fact::{Cited, Scale, Verdict};
use super::row::Row;
use super::sample::{Estimate, Statistic, estimate};
use crate::scenario::field::Citation;

/// What a study reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The effect.
    pub effect: f64,
    /// Its 95 % interval.
    pub interval: (f64, f64),
    /// Where the interval is from.
    pub from: From,
}

/// Where a published interval is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// Reckoned from the sizes of the groups and the counts reported.
    Sizes,
    /// Not at hand: the authors' reading, half to one and a half times the effect.
    Reading,
}

/// One outcome of a re-run experiment.
pub struct Trial {
    /// Its id.
    pub id: &'static str,
    /// The study, and whether its effect was looked up.
    pub source: Cited,
    /// What it found.
    pub published: Published,
    /// What the effect is counted in.
    pub scale: Scale,
    /// Control and treated, or treated with a twin.
    pub arms: &'static [Arm],
    /// Experiments simulated.
    pub replications: u32,
    /// The effect.
    pub statistic: Statistic,
}

impl Trial {
    /// The simulated effect.
    #[must_use]
    pub fn estimate(&self, rows: &[&[Row]]) -> Option<Estimate> {
        estimate(rows, self.statistic)
    }

    /// Whether the two agree: the difference is within 1.96 standard errors of both together, and where
    /// the study's effect is beyond chance, so is the simulated one, the same way.
    #[must_use]
    pub fn judge(&self, found: Option<&Estimate>) -> Verdict {
        let Some(found) = found else {
            return Verdict::Undefined;
        };
        let (low, high) = self.published.interval;
        let theirs = (high - low) / (2.0 * 1.959_963_985);
        let apart = (found.value - self.published.effect).abs();
        let near = apart <= 1.959_963_985 * (theirs * theirs + found.error * found.error).sqrt();
        let beyond_chance = low > 0.0 || high < 0.0;
        let (from, to) = found.interval();
        let same_way = if self.published.effect > 0.0 {
            from > 0.0
        } else {
            to < 0.0
        };
        if near && (same_way || !beyond_chance) {
            Verdict::Holds
        } else if near {
            Verdict::CannotTell
        } else {
            Verdict::Fails
        }
    }
}

const fn reading(effect: f64) -> Published {
    let (a, b) = (0.5 * effect, 1.5 * effect);
    Published {
        effect,
        interval: if a < b { (a, b) } else { (b, a) },
        from: From::Reading,
    }
}

const fn trial(
    id: &'static str,
    source: Cited,
    published: Published,
    arms: &'static [Arm],
) -> Trial {
    Trial {
        id,
        source,
        published,
        scale: Scale::Relative,
        arms,
        replications: 24,
        statistic: |_| None,
    }
}

const fn looked_up(names: &'static str) -> Cited {
    Cited {
        cite: Citation::Names(names),
        confirmed: true,
    }
}
const fn from_memory(names: &'static str) -> Cited {
    Cited {
        cite: Citation::Names(names),
        confirmed: false,
    }
}

const fn n(value: f64) -> Set {
    Set::Number(value)
}

const QUO: Arm = arm("seed-status-quo");
const POSTS: &str = "workforce.headcount";
const CALLS: &str = "demand.calls_per_day";
const FLEXIBLE: &str = "support.flexible_work.enabled";
const STRATEGY: &str = "rewards.awards.strategy";
const COVERAGE: &str = "rewards.awards.coverage_share";
const VISIBILITY: &str = "rewards.awards.visibility_share";
const HOURS: &str = "rewards.awards.leave_hours_each";
const REACH: &str = "behaviour.hypotheses.award_reach";
const ON: Set = Set::Switch(true);

/// 125 people on each side, nine months.
const CTRIP: [Arm; 2] = [
    QUO.with(&[(POSTS, Set::Whole(125)), (CALLS, Set::Times(125.0 / 45.0))]),
    QUO.with(&[(POSTS, Set::Whole(125)), (CALLS, Set::Times(125.0 / 45.0))])
        .from_month(0, &[(FLEXIBLE, ON)]),
];
/// A hall of 225 on each side, six months.
const HYBRID: [Arm; 2] = [
    arm("seed-whole"),
    arm("seed-whole").from_month(0, &[(FLEXIBLE, ON)]),
];
/// No awards; then one symbolic award a month for the best, announced and public, for three months.
const SYMBOLIC: [Arm; 2] = [
    QUO.with(&[(STRATEGY, Set::Choice("none"))]),
    QUO.with(&[(STRATEGY, Set::Choice("none"))]).from_month(
        0,
        &[
            (STRATEGY, Set::Choice("top_share")),
            (COVERAGE, n(0.267)),
            (VISIBILITY, n(1.0)),
            (HOURS, n(0.0)),
        ],
    ),
];
/// Teams of eight; three of eight recognised in a month.
const EXCLUSIVE: [Arm; 2] = [
    QUO.with(&[
        ("workforce.team_size", Set::Whole(8)),
        (STRATEGY, Set::Choice("none")),
        (REACH, Set::Choice("exclusive")),
    ]),
    QUO.with(&[
        ("workforce.team_size", Set::Whole(8)),
        (STRATEGY, Set::Choice("none")),
        (REACH, Set::Choice("exclusive")),
    ])
    .from_month(
        0,
        &[
            (STRATEGY, Set::Choice("top_share")),
            (COVERAGE, n(1.0)),
            (VISIBILITY, n(1.0)),
            (HOURS, n(0.0)),
        ],
    ),
];
/// Colleagues vote for the helpful; the same people without awards are the comparison.
const HELPFUL: [Arm; 1] = [QUO
    .with(&[
        (STRATEGY, Set::Choice("peer_vote")),
        (COVERAGE, n(0.4)),
        (VISIBILITY, n(1.0)),
    ])
    .against(&[(STRATEGY, Set::Choice("none"))])];
/// A public monthly draw among many, for nine months, where awards crowd out.
const LAUNDRY: [Arm; 2] = [
    QUO.with(&[
        (STRATEGY, Set::Choice("none")),
        (REACH, Set::Choice("crowd_out")),
    ]),
    QUO.with(&[
        (STRATEGY, Set::Choice("none")),
        (REACH, Set::Choice("crowd_out")),
    ])
    .from_month(
        0,
        &[
            (STRATEGY, Set::Choice("lottery")),
            (COVERAGE, n(0.267)),
            (VISIBILITY, n(1.0)),
            (HOURS, n(0.0)),
        ],
    ),
];
/// A week of training for everybody, spread over the first quarter of the year.
const TRAINED: [Arm; 2] = [
    QUO,
    QUO.from_month(
        0,
        &[
            ("development.training.hours_per_month", n(12.0)),
            ("development.training.who", Set::Choice("everyone")),
        ],
    ),
];
/// Flexible hours and leaders who support, for a year.
const STAR: [Arm; 2] = [
    QUO,
    QUO.with(&[(FLEXIBLE, ON), ("support.supervisor_share", n(0.65))]),
];

fn fewer(s: &super::sample::Sample, id: &str) -> Option<f64> {
    Some(s.ratio(1, id)? / s.ratio(0, id)? - 1.0)
}

/// How much more is done per hour of handling: the inverse of how long a call takes.
fn more_work(s: &super::sample::Sample, id: &str) -> Option<f64> {
    Some(s.ratio(0, id)? / s.ratio(1, id)? - 1.0)
}

/// The experiments, by year.
pub const TRIALS: &[Trial] = &[
    Trial {
        // One award for the best of a session: as near as a month allows.
        statistic: |s| more_work(s, "pace.first_quarter"),
        ..trial(
            "symbolic",
            looked_up("Kosfeld & Neckermann 2011"),
            reading(0.12),
            &SYMBOLIC,
        )
    },
    Trial {
        statistic: |s| more_work(s, "pace.first_half"),
        ..trial(
            "training",
            looked_up("De Grip & Sauermann 2012"),
            reading(0.10),
            &TRAINED,
        )
    },
    Trial {
        statistic: |s| Some(s.ratio(0, "winners.twins_pace")? / s.ratio(0, "winners.pace")? - 1.0),
        ..trial(
            "helpful",
            from_memory("Neckermann, Cueni & Frey 2014"),
            reading(0.04),
            &HELPFUL,
        )
    },
    Trial {
        // 17 % of 131 and 35 % of 118 had left: the interval of the ratio on the log scale.
        statistic: |s| fewer(s, "leaving.nine_months"),
        replications: 12,
        ..trial(
            "home.leaving",
            looked_up("Bloom, Liang, Roberts & Ying 2015"),
            Published {
                effect: -0.51,
                interval: (-0.69, -0.24),
                from: From::Sizes,
            },
            &CTRIP,
        )
    },
    Trial {
        statistic: |s| fewer(s, "calls.nine_months"),
        replications: 12,
        ..trial(
            "home.calls",
            looked_up("Bloom, Liang, Roberts & Ying 2015"),
            reading(0.13),
            &CTRIP,
        )
    },
    Trial {
        statistic: |s| more_work(s, "pace.first_quarter"),
        ..trial(
            "exclusive",
            from_memory("Bradler, Dur, Neckermann & Non 2016"),
            reading(0.07),
            &EXCLUSIVE,
        )
    },
    Trial {
        statistic: |s| more_work(s, "pace.nine_months"),
        ..trial(
            "laundry",
            looked_up("Gubler, Larkin & Pierce 2016 (working paper of 2013)")
                .zh("Gubler, Larkin & Pierce 2016（2013 年工作论文）"),
            reading(-0.014),
            &LAUNDRY,
        )
    },
    Trial {
        statistic: |s| fewer(s, "leaving.year"),
        ..trial(
            "support",
            from_memory("Moen et al. 2017"),
            reading(-0.4),
            &STAR,
        )
    },
    Trial {
        // 7.2 % and 4.8 % of 806 each.
        statistic: |s| fewer(s, "leaving.first_half"),
        replications: 12,
        ..trial(
            "hybrid.leaving",
            looked_up("Bloom, Han & Liang 2024"),
            Published {
                effect: -0.333,
                interval: (-0.55, -0.01),
                from: From::Sizes,
            },
            &HYBRID,
        )
    },
    Trial {
        // No effect on reviews: work per hour of handling must not move by as much as a thirtieth.
        statistic: |s| more_work(s, "pace.first_half"),
        replications: 12,
        ..trial(
            "hybrid.work",
            looked_up("Bloom, Han & Liang 2024"),
            Published {
                effect: 0.0,
                interval: (-0.03, 0.03),
                from: From::Reading,
            },
            &HYBRID,
        )
    },
];
