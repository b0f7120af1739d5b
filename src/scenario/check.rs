//! What can be wrong with a scenario: every problem as data, none in words.

use super::field::{Kind, Value};
use super::worlds::{self, NoWorlds};
use super::{Scenario, catalogue};

/// One thing wrong, with where it is. The view turns it into Chinese or English.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is no JSON.
    Unreadable {
        /// Line of the text, from 1; 0 when unknown.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// There is nothing in the text.
    Empty,
    /// The text is longer than any scenario.
    TooLarge {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        limit: usize,
    },
    /// The text is JSON but no object with fields.
    NotAnObject {
        /// Where; empty for the whole text.
        path: String,
    },
    /// A name that stands twice in one object.
    Repeated {
        /// The path of the second.
        path: String,
    },
    /// Written by a later version of the program.
    NewerSchema {
        /// The version found.
        found: u64,
    },
    /// The version is no number of a version.
    NotAVersion {
        /// What was written.
        found: String,
    },
    /// An assignment without a path and a value.
    NotAnAssignment {
        /// What was written.
        text: String,
    },
    /// The path is that of a group, which has no value of its own.
    NotAField {
        /// The path as written.
        path: String,
    },
    /// No such field.
    Unknown {
        /// The path as written.
        path: String,
        /// The nearest path that exists.
        nearest: Option<&'static str>,
    },
    /// The value is of another kind than the field's.
    WrongKind {
        /// The field.
        path: &'static str,
        /// What was written.
        found: String,
    },
    /// Not a finite number.
    NotFinite {
        /// The field.
        path: &'static str,
    },
    /// Outside the allowed range.
    OutOfRange {
        /// The field.
        path: &'static str,
        /// What was written.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// A text longer than allowed.
    TooLong {
        /// The field.
        path: &'static str,
        /// Longest allowed, in characters.
        max: usize,
    },
    /// A text with characters that are no writing: a terminal would obey them.
    NoWriting {
        /// The field.
        path: &'static str,
    },
    /// A series with another number of amounts.
    WrongLength {
        /// The field.
        path: &'static str,
        /// How many were written.
        found: usize,
        /// How many there must be.
        expected: usize,
    },
    /// Not one of the closed list.
    NotAChoice {
        /// The field.
        path: &'static str,
        /// What was written.
        found: String,
        /// The nearest option.
        nearest: Option<&'static str>,
    },
    /// Several worlds that can't be.
    Worlds(NoWorlds),
    /// Two fields that exclude each other.
    Conflict(Rule),
}

impl Problem {
    /// The place to mend; empty where it is the text as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Problem::Unreadable { .. }
            | Problem::Empty
            | Problem::TooLarge { .. }
            | Problem::NotAnAssignment { .. } => "",
            Problem::NewerSchema { .. } | Problem::NotAVersion { .. } => "schema_version",
            Problem::NotAnObject { path }
            | Problem::Repeated { path }
            | Problem::NotAField { path }
            | Problem::Unknown { path, .. } => path,
            Problem::WrongKind { path, .. }
            | Problem::NotFinite { path }
            | Problem::OutOfRange { path, .. }
            | Problem::TooLong { path, .. }
            | Problem::NoWriting { path }
            | Problem::WrongLength { path, .. }
            | Problem::NotAChoice { path, .. } => path,
            Problem::Worlds(_) => worlds::PATH,
            Problem::Conflict(rule) => rule.paths().first().copied().unwrap_or(""),
        }
    }
}

/// Rules that join several fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The phones must close after they open.
    ClosesAfterOpening,
    /// Some weekday must have calls in the opening hours.
    SomeDemand,
    /// Some kind of call must have a share.
    SomeCallType,
    /// Some indicator must have a weight.
    SomeWeight,
    /// The talk-time band must have a lower end below its upper end.
    BandOrdered,
    /// A cash bonus needs cash to be allowed.
    CashLocked,
    /// The weights of distribution and procedure must not exceed 1 together.
    FairnessWeights,
    /// The scoring sheet has 100 points at most.
    ScoringSheet,
    /// A shift must be longer than its lunch and rests.
    ShiftHoldsBreaks,
}

impl Rule {
    /// The fields that it joins; the first is the one to mend.
    #[must_use]
    pub fn paths(self) -> &'static [&'static str] {
        match self {
            Rule::ClosesAfterOpening => &["calendar.closes_hour", "calendar.opens_hour"],
            Rule::SomeDemand => &["demand.profile.monday", "calendar.opens_hour"],
            Rule::SomeCallType => &["demand.types.procedure.share"],
            Rule::SomeWeight => &["appraisal.kpis.call_volume.weight"],
            Rule::BandOrdered => &[
                "appraisal.kpis.talk_time.to_seconds",
                "appraisal.kpis.talk_time.from_seconds",
            ],
            Rule::CashLocked => &["rewards.cash.bonus_share_of_pay", "rewards.cash.allowed"],
            Rule::FairnessWeights => &[
                "behaviour.parameters.fairness.procedural",
                "behaviour.parameters.fairness.distributive",
            ],
            Rule::ScoringSheet => &[
                "appraisal.kpis.inspection.solved_points",
                "appraisal.kpis.inspection.courteous_points",
            ],
            Rule::ShiftHoldsBreaks => &[
                "workforce.shift_hours",
                "workforce.lunch_minutes",
                "support.rest_minutes_per_day",
                "calendar.closes_hour",
            ],
        }
    }
}

/// Every problem of a scenario whose values have the right kinds.
#[must_use]
pub fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut found: Vec<Problem> = catalogue()
        .filter_map(|field| value_problem(field.path, field.kind, &(field.get)(scenario)))
        .collect();
    found.extend(joint_problems(scenario));
    found
}

/// Those of them that are of several fields together.
#[must_use]
pub fn joint_problems(scenario: &Scenario) -> Vec<Problem> {
    let worlds = worlds::of(scenario).err().map(Problem::Worlds);
    let broken = rules(scenario).into_iter().filter(|(_, holds)| !holds);
    let broken = broken.map(|(rule, _)| Problem::Conflict(rule));
    worlds.into_iter().chain(broken).collect()
}

/// True where nothing is wrong, so that a plan can be made; asking that makes none.
#[must_use]
pub fn is_sound(scenario: &Scenario) -> bool {
    problems(scenario).is_empty()
}

/// What is wrong with one value of the right kind, if anything.
#[must_use]
pub fn value_problem(path: &'static str, kind: Kind, value: &Value) -> Option<Problem> {
    let outside = |value: f64, min: f64, max: f64| {
        if !value.is_finite() {
            Some(Problem::NotFinite { path })
        } else if value < min || value > max {
            Some(Problem::OutOfRange {
                path,
                value,
                min,
                max,
            })
        } else {
            None
        }
    };
    match (kind, value) {
        (Kind::Number { min, max, .. }, Value::Number(v)) => outside(*v, min, max),
        (Kind::Whole { min, max }, Value::Whole(v)) => {
            outside(f64::from(*v), f64::from(min), f64::from(max))
        }
        (Kind::Series { len }, Value::Series(values)) => {
            if values.len() == len {
                values.iter().find_map(|v| outside(*v, 0.0, 1e9))
            } else {
                Some(Problem::WrongLength {
                    path,
                    found: values.len(),
                    expected: len,
                })
            }
        }
        (Kind::Words { max }, Value::Words(text)) => {
            if text.chars().count() > max {
                Some(Problem::TooLong { path, max })
            } else {
                // Texts may have lines, but for a name, which stands in tables.
                let may_break = path != "name";
                let breaks = |c| may_break && matches!(c, '\n' | '\r' | '\t');
                let writing = |c: char| !c.is_control() || breaks(c);
                (!text.chars().all(writing)).then_some(Problem::NoWriting { path })
            }
        }
        _ => None,
    }
}

/// Every rule, and whether it holds.
fn rules(s: &Scenario) -> [(Rule, bool); 9] {
    let kpis = &s.appraisal.kpis;
    let weights: f64 = kpis.weights().iter().sum();
    let shares: f64 = s.demand.types.all().iter().map(|t| t.share).sum();
    let fairness = &s.behaviour.parameters.fairness;
    let open = s.calendar.closes_hour - s.calendar.opens_hour;
    let breaks = (s.workforce.lunch_minutes + s.support.rest_minutes_per_day) / 60.0;
    [
        (
            Rule::ClosesAfterOpening,
            s.calendar.closes_hour > s.calendar.opens_hour,
        ),
        (Rule::SomeDemand, has_open_demand(s)),
        (Rule::SomeCallType, shares > 0.0),
        (Rule::SomeWeight, weights > 0.0),
        (
            Rule::BandOrdered,
            kpis.talk_time.from_seconds < kpis.talk_time.to_seconds,
        ),
        (
            Rule::CashLocked,
            s.rewards.cash.allowed || s.rewards.cash.bonus_share_of_pay <= 0.0,
        ),
        (Rule::FairnessWeights, fairness.fits_the_whole()),
        (
            Rule::ScoringSheet,
            kpis.inspection.solved_points + kpis.inspection.courteous_points <= 100.0,
        ),
        (
            Rule::ShiftHoldsBreaks,
            s.workforce
                .shift_hours
                .min(if open > 0.0 { open } else { 24.0 })
                > breaks,
        ),
    ]
}

/// Fewer calls in a half-hour of the course than this are none: a course is about its form, and a form of
/// numbers that small can't be scaled to calls.
const LEAST_CALLS: f64 = 1e-9;

fn has_open_demand(s: &Scenario) -> bool {
    s.demand.profile.rows().iter().any(|row| {
        row.iter().enumerate().any(|(half_hour, calls)| {
            *calls >= LEAST_CALLS && s.calendar.open_share(half_hour) > 0.0
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, value: Value, expected: &[Rule]) {
        let expected: Vec<Problem> = expected.iter().map(|r| Problem::Conflict(*r)).collect();
        let scenario = Scenario::standard().with(path, value);
        assert_eq!(problems(&scenario), expected, "{path}");
    }

    #[test]
    fn every_rule_names_fields_to_mend() {
        for (rule, holds) in rules(&Scenario::standard()) {
            assert!(holds, "{rule:?}");
            assert!(!rule.paths().is_empty(), "{rule:?}");
            for path in rule.paths() {
                assert!(crate::scenario::find(path).is_some(), "{rule:?}: {path}");
            }
        }
    }

    #[test]
    fn rules_that_join_fields_notice_each_offence() {
        let opens = [Rule::ClosesAfterOpening, Rule::SomeDemand];
        check("calendar.opens_hour", Value::Number(18.0), &opens);
        let shift = [Rule::ShiftHoldsBreaks];
        check("workforce.shift_hours", Value::Number(1.0), &shift);
        check("calendar.closes_hour", Value::Number(9.5), &shift);
        let sheet = [Rule::ScoringSheet];
        check(
            "appraisal.kpis.inspection.solved_points",
            Value::Number(90.0),
            &sheet,
        );
        let cash = [Rule::CashLocked];
        check("rewards.cash.bonus_share_of_pay", Value::Number(0.1), &cash);
        let band = [Rule::BandOrdered];
        check(
            "appraisal.kpis.talk_time.to_seconds",
            Value::Number(30.0),
            &band,
        );
    }
}
