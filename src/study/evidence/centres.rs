//! Which of the default's conclusions hold in other centres: the same five questions asked of each.

use super::arm::{Arm, Difference, Set, arm};
use crate::measure::metric::position;
use crate::measure::outcome::Outcome;
use crate::measure::summary::{Summary, paired, values};

/// The centres asked; the first is the one with which the others are compared.
pub const CENTRES: [&str; 7] = [
    "seed-status-quo",
    "hotline-12345",
    "bank-line",
    "after-sales",
    "telecom-outsourced",
    "clinic",
    "bank-1999",
];

/// True of a centre that was asked whether the default's conclusions hold there.
#[must_use]
pub fn is_other(centre: &str) -> bool {
    CENTRES[1..].contains(&centre)
}

/// A change of policy, and what it is held against.
pub struct Question {
    /// Its name in code.
    pub id: &'static str,
    /// The centre with the change.
    pub with: &'static [Difference],
    /// The centre that it is held against.
    pub against: &'static [Difference],
}

/// What is read off each change, in this order.
pub const ASKED: [&str; 4] = [
    "turnover.annual_rate",
    "output.resolved_calls_per_agent_day",
    "quality.customer_satisfaction",
    "fairness.perceived",
];

/// The lever of the first question.
pub const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

const fn n(value: f64) -> Set {
    Set::Number(value)
}
const ON: Set = Set::Switch(true);

/// What seed-erg does for people, without its appraisal, its targets and its awards.
const SUPPORT: &[Difference] = &[
    ("appraisal.openness_share", n(0.8)),
    ("appraisal.voice_share", n(0.6)),
    ("support.flexible_work.enabled", ON),
    ("support.leave.away_share", n(0.06)),
    ("support.stress_relief.frequency_per_month", n(2.0)),
    ("support.stress_relief.intensity", n(0.7)),
    ("development.ladder.enabled", ON),
    ("development.training.hours_per_month", n(4.0)),
    ("development.training.who", Set::Choice("everyone")),
    ("development.rotation.months_between", Set::Whole(12)),
];

/// The four that are answered by a difference.
pub const QUESTIONS: [Question; 4] = [
    Question {
        id: "target",
        with: &[(TARGET, Set::Times(1.2))],
        against: &[],
    },
    Question {
        id: "awards",
        with: &[
            ("rewards.awards.strategy", Set::Choice("many_angles")),
            ("rewards.awards.coverage_share", n(0.7)),
            ("rewards.awards.leave_hours_each", n(1.0)),
            ("rewards.awards.cooling_off_months", Set::Whole(12)),
        ],
        against: &[
            ("rewards.awards.strategy", Set::Choice("star")),
            ("rewards.awards.coverage_share", n(0.09)),
            ("rewards.awards.leave_hours_each", n(4.0)),
        ],
    },
    Question {
        id: "relief",
        with: &[
            ("support.stress_relief.frequency_per_month", n(2.0)),
            ("support.stress_relief.intensity", n(0.7)),
        ],
        against: &[],
    },
    Question {
        id: "support",
        with: SUPPORT,
        against: &[],
    },
];

/// The fifth: targets against the centre's own, of which the highest with little turnover is looked for.
const LEVELS: [&[Difference]; 9] = [
    &[(TARGET, Set::Times(0.6))],
    &[(TARGET, Set::Times(0.7))],
    &[(TARGET, Set::Times(0.8))],
    &[(TARGET, Set::Times(0.9))],
    &[],
    &[(TARGET, Set::Times(1.1))],
    &[(TARGET, Set::Times(1.2))],
    &[(TARGET, Set::Times(1.3))],
    &[(TARGET, Set::Times(1.4))],
];

/// The turnover a year that still counts as little.
pub const LITTLE: f64 = 0.2;

/// People's years simulated of each arm: a small centre needs more years to say as much.
const PEOPLE_YEARS: u32 = 3_000;
/// Fewest and most years of an arm.
const YEARS: (u32, u32) = (20, 375);

/// Years of each arm of this centre.
#[must_use]
pub fn years(centre: &'static str) -> u32 {
    let people = arm(centre).scenario().workforce.headcount.max(1);
    (PEOPLE_YEARS / people).clamp(YEARS.0, YEARS.1)
}

/// Everything that must be run of a centre, each arm once; the centre as it is comes first.
#[must_use]
pub fn arms(centre: &'static str) -> Vec<Arm> {
    let centre = arm(centre);
    let mut arms = vec![centre];
    let questions = QUESTIONS.iter().flat_map(|q| [q.against, q.with]);
    for set in questions.chain(LEVELS) {
        let one = centre.with(set);
        if !arms.contains(&one) {
            arms.push(one);
        }
    }
    arms
}

/// A target and the turnover under it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Calls a person and day.
    pub target: f64,
    /// Annual turnover.
    pub turnover: Summary,
}

/// What was found in a centre.
pub struct Found {
    /// The built-in scenario.
    pub centre: &'static str,
    /// Years of each arm.
    pub years: u32,
    /// The centre as it is.
    pub base: Vec<Outcome>,
    /// By question, then by what is asked: differences year by year under the same luck.
    pub differences: Vec<Vec<Vec<f64>>>,
    /// Ascending.
    pub levels: Vec<Level>,
}

/// Asks a centre, whose years are given by `run`.
#[must_use]
pub fn ask(centre: &'static str, run: &dyn Fn(&Arm) -> Vec<Outcome>) -> Found {
    let own = arm(centre);
    let all: Vec<(Arm, Vec<Outcome>)> = arms(centre).into_iter().map(|a| (a, run(&a))).collect();
    let of = |set: &'static [Difference]| {
        let wanted = own.with(set);
        let found = all.iter().find(|(arm, _)| *arm == wanted);
        found.map_or(&[][..], |(_, years)| years.as_slice())
    };
    let differences = QUESTIONS.iter().map(|question| {
        let (with, against) = (of(question.with), of(question.against));
        let metrics = ASKED.iter().filter_map(|id| position(id));
        metrics.map(|m| paired(with, against, m)).collect()
    });
    let levels = LEVELS.into_iter().filter_map(|set| {
        let target = own.with(set).scenario().appraisal.kpis.call_volume;
        Some(Level {
            target: target.target_per_day,
            turnover: Summary::of(&values(of(set), position(ASKED[0])?))?,
        })
    });
    Found {
        centre,
        years: years(centre),
        base: of(&[]).to_vec(),
        differences: differences.collect(),
        levels: levels.collect(),
    }
}

/// How far one may go with turnover within [`LITTLE`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The highest target tried whose whole interval lies within; None where no target's does.
    pub surely: Option<f64>,
    /// The highest whose interval reaches within.
    pub perhaps: Option<f64>,
    /// True where the highest target tried is surely within: more may be possible.
    pub to_the_end: bool,
}

/// Reads it off the targets tried.
#[must_use]
pub fn reach(levels: &[Level]) -> Reach {
    let last = |within: &dyn Fn(&Level) -> bool| {
        let held = levels.iter().rev().find(|level| within(level));
        held.map(|level| level.target)
    };
    let surely = last(&|level| level.turnover.ci95.1 <= LITTLE);
    Reach {
        surely,
        perhaps: last(&|level| level.turnover.ci95.0 <= LITTLE),
        to_the_end: surely.is_some() && surely == levels.last().map(|level| level.target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(target: f64, low: f64, high: f64) -> Level {
        let turnover = Summary {
            mean: f64::midpoint(low, high),
            ci95: (low, high),
            p05: low,
            p50: low,
            p95: high,
            count: 20,
        };
        Level { target, turnover }
    }

    #[test]
    fn every_arm_of_every_centre_can_be_run_and_is_run_once() {
        for centre in CENTRES {
            let arms = arms(centre);
            assert!(arms.iter().all(|arm| arm.prepare().is_some()), "{centre}");
            assert_eq!(arms[0], arm(centre));
            let distinct = |(i, a): (usize, &Arm)| !arms[..i].contains(a);
            assert!(arms.iter().enumerate().all(distinct), "{centre}");
        }
    }

    #[test]
    fn the_reach_is_the_last_target_with_little_turnover() {
        let levels = [
            level(60.0, 0.1, 0.15),
            level(70.0, 0.14, 0.19),
            level(80.0, 0.18, 0.23),
            level(90.0, 0.25, 0.3),
        ];
        let all = reach(&levels);
        assert_eq!((all.surely, all.perhaps), (Some(70.0), Some(80.0)));
        assert!(!all.to_the_end && reach(&levels[..2]).to_the_end);
        let none = reach(&levels[3..]);
        assert_eq!((none.surely, none.perhaps), (None, None));
        assert!(!none.to_the_end);
    }
}
