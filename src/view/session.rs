//! What the page remembers of what somebody chose, and how it changes.

use super::history::{Change, History, Place, Step};
use super::screen::Screen;
use crate::scenario::Scenario;
use crate::scenario::check::{Problem, problems, value_problem};
use crate::scenario::field::{Field, Language, Value};
use crate::scenario::presets::{PRESETS, Preset};
use std::rc::Rc;

/// What somebody chose, and the way back.
#[derive(Clone)]
pub struct Session {
    /// The preset it started from.
    pub preset: &'static Preset,
    /// The scenario as it stands, in the middle of a drag too.
    pub scenario: Rc<Scenario>,
    /// The preset's own scenario: what «changed» means.
    pub origin: Rc<Scenario>,
    /// The preset that is compared against.
    pub baseline: &'static Preset,
    /// The seed of all luck.
    pub seed: u64,
    /// Chinese or English.
    pub language: Language,
    /// Which screen is open.
    pub screen: Screen,
    history: History,
    committed: Rc<Scenario>,
}

/// What can be done to a session.
pub enum Action {
    /// A value in the middle of a drag: shown and simulated, not remembered.
    Drag(&'static Field, Value),
    /// A value that was let go of.
    Set(&'static Field, Value),
    /// One field as in the preset.
    Reset(&'static Field),
    /// All fields as in the preset.
    ResetAll,
    /// Another preset.
    Choose(&'static Preset),
    /// Another scenario to compare against.
    Against(&'static Preset),
    /// A whole scenario from elsewhere.
    Take {
        /// Its preset.
        preset: &'static Preset,
        /// The scenario.
        scenario: Box<Scenario>,
        /// The seed, where it comes with one.
        seed: Option<u64>,
        /// What to call the step.
        change: Change,
    },
    /// Other luck.
    Seed(u64),
    /// The last step back.
    Undo,
    /// The last undone step again.
    Redo,
    /// Another language.
    Speak(Language),
    /// Another screen.
    Open(Screen),
}

/// What came of an action.
pub enum Effect {
    /// Done; nothing to say.
    Done,
    /// Nothing was changed.
    Nothing,
    /// A step was taken back.
    Undone(Change),
    /// A step was done again.
    Redone(Change),
    /// The value can't be taken; what was there stays.
    Refused(Problem),
}

impl Session {
    /// The first preset as it is.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let preset = &PRESETS[0];
        let scenario = Rc::new(preset.scenario());
        Self {
            preset,
            origin: Rc::clone(&scenario),
            committed: Rc::clone(&scenario),
            scenario,
            baseline: preset,
            seed: 1,
            language,
            screen: Screen::Overview,
            history: History::default(),
        }
    }

    /// Does it.
    pub fn apply(&mut self, action: Action) -> Effect {
        match action {
            Action::Drag(field, value) => self.set(field, &value, false),
            Action::Set(field, value) => self.set(field, &value, true),
            Action::Reset(field) => {
                let value = (field.get)(&self.origin);
                self.set(field, &value, true)
            }
            Action::ResetAll => {
                let origin = Rc::clone(&self.origin);
                self.go(self.preset, self.baseline, origin, Change::ResetAll)
            }
            Action::Choose(preset) => {
                let scenario = Rc::new(preset.scenario());
                let against = natural_baseline(preset);
                self.go(preset, against, scenario, Change::Preset(preset))
            }
            Action::Against(preset) => {
                let changed = !std::ptr::eq(self.baseline, preset);
                self.baseline = preset;
                done_if(changed)
            }
            Action::Take {
                preset,
                scenario,
                seed,
                change,
            } => {
                let seed = seed.unwrap_or(self.seed);
                let reseeded = seed != self.seed;
                self.seed = seed;
                let against = if std::ptr::eq(preset, self.preset) {
                    self.baseline
                } else {
                    natural_baseline(preset)
                };
                match self.go(preset, against, Rc::from(scenario), change) {
                    Effect::Nothing => done_if(reseeded),
                    effect => effect,
                }
            }
            Action::Seed(seed) => {
                let changed = seed != self.seed;
                self.seed = seed;
                done_if(changed)
            }
            Action::Undo => match self.history.undo() {
                Some(step) => {
                    self.stand_at(step.before);
                    Effect::Undone(step.change)
                }
                None => Effect::Nothing,
            },
            Action::Redo => match self.history.redo() {
                Some(step) => {
                    self.stand_at(step.after);
                    Effect::Redone(step.change)
                }
                None => Effect::Nothing,
            },
            Action::Speak(language) => {
                self.language = language;
                Effect::Done
            }
            Action::Open(screen) => {
                self.screen = screen;
                Effect::Done
            }
        }
    }

    /// The fields in which the scenario differs from its preset, without its names.
    #[must_use]
    pub fn changed(&self) -> Vec<(&'static Field, Value)> {
        let mut differences = self.scenario.differences(&self.origin);
        differences.retain(|(field, _)| !is_title(field));
        differences
    }

    /// What is wrong with the scenario as it stands: rules that join several fields.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        problems(&self.scenario)
    }

    /// The baseline's scenario under the current assumptions, so that only what the centre decides
    /// is compared.
    #[must_use]
    pub fn baseline_scenario(&self) -> Scenario {
        let mut scenario = self.baseline.scenario();
        for (field, value) in self.scenario.differences(&scenario) {
            if field.is_assumption() || is_title(field) {
                let taken = (field.set)(&mut scenario, &value);
                debug_assert!(taken, "{}", field.path);
            }
        }
        scenario
    }

    /// The step that undoing would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Change> {
        self.history.last().map(|step| &step.change)
    }

    /// The step that redoing would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Change> {
        self.history.next().map(|step| &step.change)
    }

    fn set(&mut self, field: &'static Field, value: &Value, commit: bool) -> Effect {
        if let Some(problem) = value_problem(field.path, field.kind, value) {
            return Effect::Refused(problem);
        }
        if (field.get)(&self.scenario) != *value {
            let mut scenario = (*self.scenario).clone();
            if !(field.set)(&mut scenario, value) {
                return Effect::Nothing;
            }
            self.scenario = Rc::new(scenario);
        } else if !commit {
            return Effect::Nothing;
        }
        if !commit {
            return Effect::Done;
        }
        let from = (field.get)(&self.committed);
        let change = Change::Field {
            field,
            from,
            to: value.clone(),
        };
        let scenario = Rc::clone(&self.scenario);
        self.go(self.preset, self.baseline, scenario, change)
    }

    /// Commits a step, unless it leads nowhere.
    fn go(
        &mut self,
        preset: &'static Preset,
        baseline: &'static Preset,
        scenario: Rc<Scenario>,
        change: Change,
    ) -> Effect {
        let before = Place {
            preset: self.preset,
            baseline: self.baseline,
            scenario: Rc::clone(&self.committed),
        };
        let same = *before.scenario == *scenario && std::ptr::eq(before.preset, preset);
        let after = Place {
            preset,
            baseline,
            scenario,
        };
        self.stand_at(after.clone());
        if same {
            return Effect::Nothing;
        }
        self.history.push(Step {
            change,
            before,
            after,
        });
        Effect::Done
    }

    fn stand_at(&mut self, place: Place) {
        if !std::ptr::eq(self.preset, place.preset) {
            self.origin = Rc::new(place.preset.scenario());
        }
        self.preset = place.preset;
        self.baseline = place.baseline;
        self.committed = Rc::clone(&place.scenario);
        self.scenario = place.scenario;
    }
}

fn done_if(changed: bool) -> Effect {
    if changed {
        Effect::Done
    } else {
        Effect::Nothing
    }
}

fn is_title(field: &Field) -> bool {
    matches!(field.path, "name" | "description")
}

/// The standard scenario, unless the preset is of another centre: then itself.
fn natural_baseline(preset: &'static Preset) -> &'static Preset {
    let standard = &PRESETS[0];
    let elsewhere = preset
        .scenario()
        .differences(&standard.scenario())
        .iter()
        .any(|(field, _)| field.path == "workforce.headcount");
    if elsewhere { preset } else { standard }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::find;

    const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";

    fn set(session: &mut Session, path: &str, value: f64, commit: bool) -> Effect {
        let field = find(path).expect("known");
        let value = Value::Number(value);
        session.apply(if commit {
            Action::Set(field, value)
        } else {
            Action::Drag(field, value)
        })
    }

    #[test]
    fn a_drag_is_one_step_and_undo_names_it() {
        let mut session = Session::new(Language::Zh);
        for value in [75.0, 73.0, 70.0] {
            set(&mut session, TARGET, value, false);
        }
        assert!(session.undoable().is_none());
        set(&mut session, TARGET, 70.0, true);
        assert_eq!(session.changed().len(), 1);
        let Effect::Undone(change) = session.apply(Action::Undo) else {
            panic!("there was a step");
        };
        let default = find(TARGET).map(|field| field.default.clone());
        let Some(Value::Number(default)) = default else {
            panic!("a number");
        };
        assert_eq!(
            change.name(Language::Zh),
            format!("日接听目标 {default}→70")
        );
        assert!(session.changed().is_empty());
        assert!(matches!(session.apply(Action::Redo), Effect::Redone(_)));
        assert_eq!(session.changed().len(), 1);
        assert!(matches!(session.apply(Action::Redo), Effect::Nothing));
    }

    #[test]
    fn a_bad_value_is_refused_and_nothing_moves() {
        let mut session = Session::new(Language::Zh);
        for bad in [f64::NAN, -1.0, 1e9] {
            assert!(matches!(
                set(&mut session, TARGET, bad, true),
                Effect::Refused(_)
            ));
        }
        assert!(session.changed().is_empty() && session.undoable().is_none());
    }

    #[test]
    fn presets_can_be_undone_and_the_baseline_follows_the_assumptions() {
        let mut session = Session::new(Language::En);
        session.apply(Action::Choose(&PRESETS[1]));
        assert!(session.changed().is_empty());
        assert_eq!(session.baseline.id, PRESETS[0].id);
        set(&mut session, "behaviour.parameters.quit.base", 0.02, true);
        let field = find("behaviour.parameters.quit.base").expect("known");
        assert_eq!(
            (field.get)(&session.baseline_scenario()),
            (field.get)(&session.scenario)
        );
        session.apply(Action::Undo);
        session.apply(Action::Undo);
        assert_eq!(session.preset.id, PRESETS[0].id);
        assert!(
            session
                .baseline_scenario()
                .differences(&session.scenario)
                .is_empty()
        );
    }

    #[test]
    fn a_hundred_steps_are_kept() {
        let mut session = Session::new(Language::En);
        for i in 0..150 {
            set(&mut session, TARGET, 50.0 + f64::from(i), true);
        }
        let mut steps = 0;
        while let Effect::Undone(_) = session.apply(Action::Undo) {
            steps += 1;
        }
        assert_eq!(steps, super::super::history::DEPTH);
    }
}
