//! A round of the trainer's own while it is made up: what it asks for, about which schemes, in which words.

use super::league::{self, Lever};
use super::lesson::{Round, Task, reveal_sum};
use super::scheme::{Scheme, called};
use super::ticket::{MOST_RANKED, POINTS};
use crate::measure::metric::METRICS;
use crate::scenario::check::{Problem, problems};
use crate::scenario::field::Language;
use crate::scenario::find;
use crate::view::number::show;
use crate::view::words::Said;

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A band for a number.
    Band,
    /// A drawn curve.
    Curve,
    /// An order of schemes.
    Ranking,
    /// A scheme of each team's own.
    League,
}

/// What a round says besides its task; empty texts are left out or made up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    /// What it is called.
    pub title: String,
    /// What the participant reads.
    pub story: String,
    /// What helps those who are stuck.
    pub hint: String,
    /// What to talk about.
    pub discuss: String,
    /// The word that opens this round's reveal, as it is typed.
    pub word: String,
    /// The checksum of that word; it outlives the word, which is in no link.
    pub reveal: Option<u32>,
}

/// The round as far as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it asks for.
    pub ask: Ask,
    /// Place of the metric.
    pub metric: usize,
    /// The schemes; all kinds but the ranking take the first.
    pub schemes: Vec<Scheme>,
    /// The lever along a curve.
    pub lever: &'static str,
    /// From which step to which the curve goes.
    pub ends: (u16, u16),
    /// What the teams of a league may move.
    pub levers: Vec<&'static str>,
    /// Hours a year that they may spend.
    pub hours: u32,
    /// Its words.
    pub script: Script,
}

impl Default for Draft {
    fn default() -> Self {
        let lever = curve_levers().next().unwrap_or(&league::LEVERS[0]);
        Self {
            ask: Ask::Band,
            metric: 0,
            schemes: vec![Scheme::default()],
            lever: lever.path,
            ends: (0, lever.steps()),
            levers: FIRST.to_vec(),
            hours: HOURS,
            script: Script::default(),
        }
    }
}

/// What teams may move until the trainer says otherwise: breaks, training, how widely awards reach.
const FIRST: [&str; 3] = [
    "support.rest_minutes_per_day",
    "development.training.hours_per_month",
    "rewards.awards.coverage_share",
];
/// Hours a year until the trainer says otherwise: in the default scenario half as much again as is spent.
const HOURS: u32 = 10_000;

/// The levers along which a curve can be drawn: those with a step for every point.
fn curve_levers() -> impl Iterator<Item = &'static Lever> {
    league::LEVERS
        .iter()
        .filter(|lever| usize::from(lever.steps()) + 1 >= POINTS)
}

impl Draft {
    /// Asks for something else; a ranking gets a second scheme.
    pub fn ask_for(&mut self, ask: Ask) {
        self.ask = ask;
        if ask == Ask::Ranking && self.schemes.len() < 2 {
            let mut second = self.schemes.first().cloned().unwrap_or_default();
            second.name.clear();
            self.schemes.push(second);
        }
    }

    /// Takes another lever for the curve, with all of its range.
    pub fn along(&mut self, path: &str) {
        if let Some(lever) = curve_levers().find(|lever| lever.path == path) {
            self.lever = lever.path;
            self.ends = (0, lever.steps());
        }
    }

    /// Moves an end of the curve; the other gives way, so that every point has a step of its own.
    pub fn end(&mut self, is_low: bool, step: u16) {
        let Some(lever) = league::lever(self.lever) else {
            return;
        };
        let (steps, least) = (lever.steps(), least());
        self.ends = if is_low {
            let low = step.min(steps.saturating_sub(least));
            (low, self.ends.1.max(low + least))
        } else {
            let high = step.clamp(least.min(steps), steps);
            (self.ends.0.min(high.saturating_sub(least)), high)
        };
    }

    /// Lets teams move a lever of a league, or no longer; more than a code holds can't be moved.
    pub fn free(&mut self, path: &str) {
        let Some(lever) = league::lever(path) else {
            return;
        };
        if self.levers.contains(&lever.path) {
            self.levers.retain(|free| *free != lever.path);
        } else if self.has_room() {
            self.levers.push(lever.path);
        }
    }

    /// True where teams may be given one more lever.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.levers.len() < POINTS
    }

    /// Hours a year that the scheme of a league spends on its levers as it is.
    #[must_use]
    pub fn spent(&self) -> f64 {
        let plan = self.schemes.first().cloned().unwrap_or_default().plan();
        league::spent(&plan, &self.levers)
    }

    /// Where the curve is looked at, in even steps as far as the lever's own allow.
    #[must_use]
    pub fn places(&self) -> [f64; POINTS] {
        let (low, high) = self.ends;
        let (last, span) = (least(), high.saturating_sub(low));
        let mut at = [0.0; POINTS];
        for (place, step) in at.iter_mut().zip(0_u16..) {
            let step = low + (span * step + last / 2) / last;
            *place = league::lever(self.lever).map_or(0.0, |lever| lever.amount(step));
        }
        at
    }

    /// What is asked, of plans that may yet be impossible.
    #[must_use]
    pub fn task(&self) -> Task {
        let metric = self.metric.min(METRICS.len() - 1);
        let first = || self.schemes.first().cloned().unwrap_or_default();
        match self.ask {
            Ask::Band => Task::Band {
                plan: Box::new(first().plan()),
                metric,
            },
            Ask::Curve => {
                // Along its own lever the curve goes, wherever the scheme put it.
                let mut scheme = first();
                scheme.moves.retain(|(path, _)| *path != self.lever);
                Task::Curve {
                    plan: Box::new(scheme.plan()),
                    lever: self.lever,
                    at: self.places(),
                    metric,
                }
            }
            Ask::Ranking => {
                let plans: Vec<_> = self
                    .schemes
                    .iter()
                    .take(MOST_RANKED)
                    .map(|scheme| {
                        let plan = scheme.plan();
                        let name = match scheme.name.trim() {
                            "" => called(&plan),
                            name => own(name),
                        };
                        (name, plan)
                    })
                    .collect();
                Task::Ranking {
                    twist: plans.len() == 2,
                    plans,
                    metric,
                }
            }
            Ask::League => Task::League {
                plan: Box::new(first().plan()),
                levers: self.levers.clone(),
                hours: f64::from(self.hours),
                metric,
            },
        }
    }

    /// The round.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn round(&self) -> Result<Round, Wrong> {
        let task = self.task();
        if self.ask == Ask::League && self.levers.is_empty() {
            return Err(Wrong::NoLever);
        }
        if let Some(problem) = task.plans().iter().flat_map(problems).next() {
            return Err(Wrong::Impossible(problem));
        }
        if let Task::Ranking { plans, .. } = &task {
            for (at, (_, plan)) in plans.iter().enumerate() {
                if let Some(same) = plans[..at].iter().position(|(_, other)| other == plan) {
                    return Err(Wrong::Same(same, at));
                }
            }
        }
        let script = &self.script;
        let title = match script.title.trim() {
            "" => titled(&task),
            title => own(title),
        };
        Ok(Round {
            id: String::new(),
            title,
            story: own(&script.story),
            hint: own(&script.hint),
            discuss: own(&script.discuss),
            reveal: script.reveal,
            task,
        })
    }

    /// A round as a draft, to be changed; None for what this form can't make.
    #[must_use]
    pub fn of(round: &Round) -> Option<Self> {
        let mut draft = Self {
            metric: round.task.metric(),
            script: Script {
                title: if round.title == titled(&round.task) {
                    String::new()
                } else {
                    round.title.zh.clone()
                },
                story: round.story.zh.clone(),
                hint: round.hint.zh.clone(),
                discuss: round.discuss.zh.clone(),
                word: String::new(),
                reveal: round.reveal,
            },
            ..Self::default()
        };
        match &round.task {
            Task::Band { plan, .. } => draft.schemes = vec![Scheme::of(plan, &called(plan))?],
            Task::Curve {
                plan, lever, at, ..
            } => {
                draft.ask = Ask::Curve;
                draft.along(lever);
                let steps = at.map(|v| step_of(draft.lever, v));
                draft.ends = (steps[0], steps[POINTS - 1]);
                draft.schemes = vec![Scheme::of(plan, &called(plan))?];
            }
            Task::Ranking { plans, .. } => {
                draft.ask = Ask::Ranking;
                let schemes = plans.iter().map(|(name, plan)| Scheme::of(plan, name));
                draft.schemes = schemes.collect::<Option<_>>()?;
            }
            Task::League {
                plan,
                levers,
                hours,
                ..
            } => {
                draft.ask = Ask::League;
                draft.levers.clone_from(levers);
                draft.hours = whole(*hours)?;
                draft.schemes = vec![Scheme::of(plan, &called(plan))?];
            }
        }
        // Texts in two languages, points that are not even: what would be lost can't be changed here.
        (draft.round().as_ref() == Ok(round)).then_some(draft)
    }
}

/// Steps between the ends of a curve at least.
fn least() -> u16 {
    u16::try_from(POINTS - 1).unwrap_or(1)
}

/// A number of hours as the form holds it; None where it has a fraction or is no such number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked by going back
fn whole(hours: f64) -> Option<u32> {
    let whole = hours as u32;
    (f64::from(whole).total_cmp(&hours).is_eq()).then_some(whole)
}

fn step_of(path: &str, amount: f64) -> u16 {
    league::lever(path).map_or(0, |lever| lever.nearest(amount))
}

impl Script {
    /// Sets or takes away the word that opens the reveal.
    pub fn set_word(&mut self, word: String) {
        self.reveal = (!word.trim().is_empty()).then(|| reveal_sum(&word));
        self.word = word;
    }
}

/// Why a draft is no round yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// A plan that can't be.
    Impossible(Problem),
    /// Two schemes, by their places, are the same one.
    Same(usize, usize),
    /// Teams that may move nothing.
    NoLever,
}

/// A text of the trainer's own is what it is in either language.
#[must_use]
pub fn own(text: &str) -> Said {
    let text: String = text.chars().take(super::link::LONGEST_TEXT).collect();
    Said {
        zh: text.clone(),
        en: text,
    }
}

/// What a round is called where nobody gave it a title.
#[must_use]
pub fn titled(task: &Task) -> Said {
    match task {
        Task::Band { plan, .. } | Task::League { plan, .. } => called(plan),
        Task::Curve { lever, at, .. } => Said::in_both(|language| {
            let Some(field) = find(lever) else {
                return String::new();
            };
            let amount = |v: f64| show(v, field.unit, language);
            let (label, low, high) = (
                field.label.get(language),
                amount(at[0]),
                amount(at[POINTS - 1]),
            );
            match language {
                Language::Zh => format!("{label}：从 {low} 到 {high}"),
                Language::En => format!("{label}: from {low} to {high}"),
            }
        }),
        Task::Ranking { plans, .. } => Said::in_both(|language| match language {
            Language::Zh => format!("{} 个方案，哪个更好", plans.len()),
            Language::En => format!("{} schemes: which is better?", plans.len()),
        }),
    }
}

#[cfg(test)]
mod tests;
