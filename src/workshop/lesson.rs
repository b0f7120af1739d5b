//! A lesson as data: its story, its rounds, what teams may move, how the reveal is locked.

use super::ticket::{Answer, BAND_STEPS, POINT_STEPS, POINTS};
use crate::hash::hash;
use crate::measure::metric::{METRICS, Metric};
use crate::scenario::field::{Field, Kind, Language, Unit, Value};
use crate::scenario::{Scenario, find};
use crate::view::control::{amount, to_value};
use crate::view::words::Said;

/// A lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The ready lesson it is or comes from.
    pub from: &'static str,
    /// What it is called.
    pub title: Said,
    /// What all rounds are about.
    pub story: Said,
    /// Minutes it is planned for.
    pub minutes: u32,
    /// The language in which it opens.
    pub language: Language,
    /// The seed of all its futures.
    pub seed: u64,
    /// Checksum of the word that opens the reveal; None where everybody opens it alone.
    pub reveal: Option<u32>,
    /// Its rounds, at most [`super::ticket::MOST_ROUNDS`].
    pub rounds: Vec<Round>,
}

/// A round.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Its id among the ready ones («cliff.1»); empty for a round of the trainer's own.
    pub id: String,
    /// What it is called.
    pub title: Said,
    /// What the participant reads before answering.
    pub story: Said,
    /// What helps those who are stuck, folded away; empty where there is nothing.
    pub hint: Said,
    /// What to talk about afterwards.
    pub discuss: Said,
    /// Checksum of a word for this round alone; None where the lesson's holds.
    pub reveal: Option<u32>,
    /// What is to be answered.
    pub task: Task,
}

/// What is to be answered, about which plans.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Between what and what a metric will lie.
    Band {
        /// The plan that is simulated.
        plan: Box<Scenario>,
        /// Place of the metric.
        metric: usize,
    },
    /// How a metric follows a lever.
    Curve {
        /// Everything but the lever.
        plan: Box<Scenario>,
        /// The lever's path.
        lever: &'static str,
        /// Where it is looked at.
        at: [f64; POINTS],
        /// Place of the metric.
        metric: usize,
    },
    /// Which plan is best, which second.
    Ranking {
        /// The plans with their names.
        plans: Vec<(Said, Scenario)>,
        /// Place of the metric.
        metric: usize,
        /// True where the reveal goes through the futures in which the better plan loses.
        twist: bool,
    },
    /// Teams design a scheme.
    League {
        /// From where they start.
        plan: Box<Scenario>,
        /// What they may move, at most five of [`super::league::LEVERS`].
        levers: Vec<&'static str>,
        /// Hours a year that they may spend.
        hours: f64,
        /// Place of the metric that decides.
        metric: usize,
    },
}

/// Years that are simulated of each plan. A power of two keeps quarters and eighths whole.
pub const YEARS: u32 = 64;
/// The same where a round has many plans.
pub const YEARS_OF_MANY: u32 = 32;

impl Task {
    /// Place of the metric that it is about.
    #[must_use]
    pub fn metric(&self) -> usize {
        match self {
            Task::Band { metric, .. }
            | Task::Curve { metric, .. }
            | Task::Ranking { metric, .. }
            | Task::League { metric, .. } => *metric,
        }
    }

    /// The metric itself.
    #[must_use]
    pub fn about(&self) -> &'static Metric {
        METRICS.get(self.metric()).unwrap_or(&METRICS[0])
    }

    /// The plans that are simulated for the reveal, under common luck; a league's come from the teams.
    #[must_use]
    pub fn plans(&self) -> Vec<Scenario> {
        match self {
            Task::Band { plan, .. } | Task::League { plan, .. } => vec![(**plan).clone()],
            Task::Curve {
                plan, lever, at, ..
            } => at.iter().map(|v| moved(plan, lever, *v)).collect(),
            Task::Ranking { plans, .. } => plans.iter().map(|(_, plan)| plan.clone()).collect(),
        }
    }

    /// Years of each of them.
    #[must_use]
    pub fn years(&self) -> u32 {
        match self {
            Task::Band { .. } | Task::Ranking { .. } => YEARS,
            Task::Curve { .. } | Task::League { .. } => YEARS_OF_MANY,
        }
    }

    /// The scale on which a number is answered.
    #[must_use]
    pub fn scale(&self) -> Scale {
        let steps = match self {
            Task::Band { .. } => BAND_STEPS,
            Task::Curve { .. } | Task::Ranking { .. } | Task::League { .. } => POINT_STEPS,
        };
        Scale::of(self.about(), steps)
    }

    /// True where the answer is one that this round asks for.
    #[must_use]
    pub fn fits(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Task::Band { .. }, Answer::Band(low, high)) => {
                low <= high && *high <= self.scale().steps()
            }
            (Task::Curve { .. }, Answer::Curve(points)) => {
                points.iter().all(|p| *p <= self.scale().steps())
            }
            (Task::Ranking { plans, .. }, Answer::Ranking(order)) => order.len() == plans.len(),
            (Task::League { .. }, Answer::Scheme(_)) => true,
            (
                Task::Band { .. } | Task::Curve { .. } | Task::Ranking { .. } | Task::League { .. },
                _,
            ) => false,
        }
    }

    /// The answer from which a participant starts: in the middle, knowing nothing.
    #[must_use]
    pub fn blank(&self) -> Answer {
        let steps = self.scale().steps();
        match self {
            Task::Band { .. } => Answer::Band(steps / 4, steps - steps / 4),
            Task::Curve { .. } => Answer::Curve([steps / 2; POINTS]),
            Task::Ranking { plans, .. } => Answer::Ranking((0..).take(plans.len()).collect()),
            Task::League { plan, levers, .. } => super::league::start(plan, levers),
        }
    }
}

/// The scenario with a lever at an amount; unchanged where there is no such lever.
#[must_use]
pub fn moved(plan: &Scenario, lever: &str, amount: f64) -> Scenario {
    let mut moved = plan.clone();
    if let Some(field) = find(lever) {
        // A field takes its own kind of value.
        (field.set)(&mut moved, &to_value(field, amount));
    }
    moved
}

/// The amount at which a lever stands.
#[must_use]
pub fn stands(plan: &Scenario, field: &Field) -> Option<f64> {
    amount(&(field.get)(plan))
}

/// The steps in which numbers are answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Its lower end, in the metric's unit.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// One step.
    pub step: f64,
}

impl Scale {
    /// The scale of a metric: from 0 to what is ever seen, in the finest round steps that the code holds.
    #[must_use]
    pub fn of(metric: &Metric, most_steps: u16) -> Self {
        let high = match metric.unit {
            // Shares above six tenths are never seen of those who leave; a whole would leave no room.
            Unit::SharePerYear => 0.8,
            Unit::Points | Unit::Calls => 100.0,
            Unit::Seconds => 1000.0,
            Unit::Yuan => 2_000_000.0,
            _ => 1.0,
        };
        let low = if metric.unit == Unit::Correlation {
            -1.0
        } else {
            0.0
        };
        let mut step = match metric.unit {
            Unit::Points | Unit::Calls => 0.5,
            Unit::Seconds => 1.0,
            Unit::Yuan => 5_000.0,
            _ => 0.005,
        };
        while (high - low) / step > f64::from(most_steps) + 0.5 {
            step *= 2.0;
        }
        Self { low, high, step }
    }

    /// Number of steps from end to end.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn steps(&self) -> u16 {
        ((self.high - self.low) / self.step).round() as u16
    }

    /// The amount at a step.
    #[must_use]
    pub fn amount(&self, step: u16) -> f64 {
        self.low + f64::from(step) * self.step
    }

    /// The step nearest to an amount.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn nearest(&self, amount: f64) -> u16 {
        let step = ((amount - self.low) / self.step).round();
        step.clamp(0.0, f64::from(self.steps())) as u16
    }
}

impl Lesson {
    /// Checksum of the word that opens the reveal of this round; None where it opens without.
    #[must_use]
    pub fn word_of(&self, round: usize) -> Option<u32> {
        let own = self.rounds.get(round).and_then(|round| round.reveal);
        own.or(self.reveal)
    }

    /// True where this word opens the reveal of this round.
    #[must_use]
    pub fn opens(&self, round: usize, word: &str) -> bool {
        self.word_of(round)
            .is_none_or(|sum| sum == reveal_sum(word))
    }

    /// Five bits that tell this lesson's codes from another's.
    #[must_use]
    pub fn tag(&self) -> u8 {
        let sum = sum(super::link::encode(self).as_bytes());
        u8::try_from((sum ^ sum >> 5 ^ sum >> 16) & 31).unwrap_or(0)
    }
}

/// The checksum of a reveal word, without regard to case and spaces. It keeps the curious out, not the
/// determined: whoever reads the page's code can open the reveal, and the results are on the machine anyway.
#[must_use]
pub fn reveal_sum(word: &str) -> u32 {
    let plain: String = word
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    sum(plain.as_bytes())
}

/// A hash, folded.
fn sum(bytes: &[u8]) -> u32 {
    let hash = hash([bytes]);
    u32::try_from((hash >> 32 ^ hash) & u64::from(u32::MAX)).unwrap_or(0)
}

/// A value for the field at `path`, from what a link says; None where it doesn't fit.
#[must_use]
pub fn lever_of(path: &str) -> Option<&'static Field> {
    find(path).filter(|field| matches!(field.kind, Kind::Number { .. } | Kind::Whole { .. }))
}

/// The scenario with these differences from the standard one.
#[must_use]
pub fn scenario_with(differences: &[(&str, Value)]) -> Scenario {
    differences
        .iter()
        .fold(Scenario::standard(), |scenario, (path, value)| {
            scenario.with(path, value.clone())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metric_has_a_scale_that_its_codes_hold() {
        for metric in METRICS {
            for most in [BAND_STEPS, POINT_STEPS] {
                let scale = Scale::of(metric, most);
                assert!(
                    scale.steps() >= 100 && scale.steps() <= most,
                    "{}",
                    metric.id
                );
                for step in [0, 7, scale.steps()] {
                    assert_eq!(scale.nearest(scale.amount(step)), step, "{}", metric.id);
                }
            }
        }
    }

    #[test]
    fn the_reveal_word_forgives_case_and_spaces_only() {
        assert_eq!(reveal_sum("悬 崖"), reveal_sum("悬崖"));
        assert_eq!(reveal_sum(" Cliff"), reveal_sum("cliff"));
        assert_ne!(reveal_sum("cliff"), reveal_sum("clift"));
    }
}
