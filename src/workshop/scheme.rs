//! A scheme as a trainer puts it together: a built-in scenario and what is moved of it; and back from a
//! plan to what it departs from, which is also what it is called and how a link holds it.

use super::league::{self, LEVERS};
use super::lesson::moved;
use super::ticket::Answer;
use crate::scenario::field::{Choice, Field, Kind, Language, Value};
use crate::scenario::presets::{self, PRESETS, Preset};
use crate::scenario::{Scenario, find};
use crate::view::history::shown;
use crate::view::words::Said;

/// The one lever that is no amount: who gets the awards.
pub const STRATEGY: &str = "rewards.awards.strategy";
/// Differences that a name tells; the rest is counted.
const TOLD: usize = 3;

/// What a trainer chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// The id of the built-in scenario from which it departs.
    pub preset: &'static str,
    /// Its name as the trainer wrote it; empty where it is called by what it changes.
    pub name: String,
    /// Levers of [`LEVERS`], each with its step.
    pub moves: Vec<(&'static str, u16)>,
    /// Who gets the awards; None as in the preset.
    pub strategy: Option<&'static str>,
}

impl Default for Scheme {
    fn default() -> Self {
        Self {
            preset: PRESETS[0].id,
            name: String::new(),
            moves: Vec::new(),
            strategy: None,
        }
    }
}

impl Scheme {
    /// The plan.
    #[must_use]
    pub fn plan(&self) -> Scenario {
        let mut plan = base(presets::find(self.preset).unwrap_or(&PRESETS[0]));
        if let (Some(id), Some(field)) = (self.strategy, find(STRATEGY)) {
            // The ids are the field's own.
            (field.set)(&mut plan, &Value::Choice(id));
        }
        self.moves
            .iter()
            .filter_map(|(path, step)| Some((path, league::lever(path)?.amount(*step))))
            .fold(plan, |plan, (path, amount)| moved(&plan, path, amount))
    }

    /// The scheme behind a plan, called as given; None where more differs than a trainer can move.
    #[must_use]
    pub fn of(plan: &Scenario, name: &Said) -> Option<Self> {
        let (preset, differences) = nearest(plan);
        let mut scheme = Self {
            preset: preset.id,
            ..Self::default()
        };
        for (field, value) in differences {
            match value {
                Value::Choice(id) if field.path == STRATEGY => scheme.strategy = Some(id),
                _ => scheme.moves.push((field.path, step_at(plan, field.path)?)),
            }
        }
        if *name != called(plan) {
            scheme.name.clone_from(&name.zh);
        }
        (scheme.plan() == *plan).then_some(scheme)
    }

    /// Moves a lever, from where it stands; nothing where it is moved already or no lever.
    pub fn add(&mut self, path: &str) {
        let plan = self.plan();
        if let Some(lever) = LEVERS.iter().find(|lever| lever.path == path)
            && !self.moves.iter().any(|(path, _)| *path == lever.path)
            && let Some(step) = step_at(&plan, lever.path)
        {
            self.moves.push((lever.path, step));
        }
    }
}

/// The step nearest to where a lever stands.
fn step_at(plan: &Scenario, path: &'static str) -> Option<u16> {
    league::lever(path)?;
    match league::start(plan, &[path]) {
        Answer::Scheme(steps) => Some(steps[0]),
        Answer::Band(..) | Answer::Ranking(_) | Answer::Curve(_) => None,
    }
}

/// The ways of awarding that there are.
#[must_use]
pub fn strategies() -> &'static [Choice] {
    match find(STRATEGY).map(|field| field.kind) {
        Some(Kind::Choice(choices)) => choices,
        Some(
            Kind::Number { .. }
            | Kind::Whole { .. }
            | Kind::Switch
            | Kind::Series { .. }
            | Kind::Words { .. },
        )
        | None => &[],
    }
}

/// A built-in scenario without its titles, which change nothing and would travel in every link.
#[must_use]
pub fn base(preset: &Preset) -> Scenario {
    let standard = Scenario::standard();
    let mut base = preset.scenario();
    (base.name, base.description) = (standard.name, standard.description);
    base
}

/// The built-in scenario from which a plan differs in the fewest fields, the first of equals, and those.
#[must_use]
pub fn nearest(plan: &Scenario) -> (&'static Preset, Vec<(&'static Field, Value)>) {
    let mut best = (&PRESETS[0], plan.differences(&base(&PRESETS[0])));
    for preset in &PRESETS[1..] {
        // With one difference, which preset is nearest is a matter of taste; the standard one explains itself.
        if best.1.len() <= 1 {
            break;
        }
        let differences = plan.differences(&base(preset));
        if differences.len() < best.1.len() {
            best = (preset, differences);
        }
    }
    best
}

/// What a plan is called where nobody gave it a name: what it changes of which scenario.
#[must_use]
pub fn called(plan: &Scenario) -> Said {
    let (preset, differences) = nearest(plan);
    let is_standard = preset.id == PRESETS[0].id;
    Said::in_both(|language| {
        let one = |(field, value): &(&'static Field, Value)| match value {
            Value::Series(_) | Value::Words(_) => field.label.get(language).to_owned(),
            Value::Number(_) | Value::Whole(_) | Value::Switch(_) | Value::Choice(_) => {
                format!(
                    "{} {}",
                    field.label.get(language),
                    shown(field, value, language)
                )
            }
        };
        let mut parts: Vec<String> = differences.iter().take(TOLD).map(one).collect();
        if differences.len() > TOLD {
            parts.push(format!("+{}", differences.len() - TOLD));
        }
        let joined = parts.join(match language {
            Language::Zh => "，",
            Language::En => ", ",
        });
        let title = preset.title.get(language);
        match (is_standard, joined.is_empty()) {
            (true, false) => joined,
            (_, true) => title.to_owned(),
            (false, false) => {
                let short = title.split(" · ").next().unwrap_or(title);
                format!("{short} · {joined}")
            }
        }
    })
}

/// The levers of a trainer, each with its field.
pub fn levers() -> impl Iterator<Item = (&'static league::Lever, &'static Field)> {
    LEVERS
        .iter()
        .filter_map(|lever| Some((lever, find(lever.path)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::check::problems;

    #[test]
    fn every_preset_is_its_own_nearest_and_comes_back_as_a_scheme() {
        for preset in PRESETS {
            let plan = base(preset);
            let (found, differences) = nearest(&plan);
            // A preset that moves one lever of the standard one is that.
            assert!(
                found.id == preset.id || differences.len() == 1,
                "{}",
                preset.id
            );
            for (lever, field) in levers() {
                for step in [0, lever.steps()] {
                    let scheme = Scheme {
                        preset: preset.id,
                        moves: vec![(lever.path, step)],
                        ..Scheme::default()
                    };
                    let plan = scheme.plan();
                    assert_eq!(problems(&plan), [], "{} {}", preset.id, field.path);
                    let again = Scheme::of(&plan, &called(&plan)).expect("a scheme");
                    assert_eq!((again.plan(), again.name.as_str()), (plan, ""));
                }
            }
        }
    }

    #[test]
    fn schemes_that_differ_are_called_differently() {
        let mut seen = Vec::new();
        for preset in PRESETS {
            for strategy in [None, Some("lottery")] {
                for step in [None, Some(3)] {
                    let scheme = Scheme {
                        preset: preset.id,
                        strategy,
                        moves: step.map(|s| (LEVERS[0].path, s)).into_iter().collect(),
                        ..Scheme::default()
                    };
                    let plan = scheme.plan();
                    assert!(
                        !seen
                            .iter()
                            .any(|(p, name)| (*p == plan) != (*name == called(&plan)))
                    );
                    seen.push((plan.clone(), called(&plan)));
                }
            }
        }
    }

    #[test]
    fn a_lever_is_added_where_it_stands_and_only_once() {
        let mut scheme = Scheme::default();
        scheme.add(LEVERS[0].path);
        scheme.add(LEVERS[0].path);
        scheme.add("workforce.headcount");
        assert_eq!(scheme.moves.len(), 1);
        assert_eq!(scheme.plan(), Scenario::standard());
    }
}
