//! What the page remembers of what somebody chose, and how it changes.

use super::action::{Action, Effect};
use super::chosen::Chosen;
use super::history::{Change, History, Step};
use super::lab;
use super::lineup::{Letter, Lineup, Reference, Variant, is_title, natural_baseline};
use super::lives::chosen;
use super::screen::Screen;
use super::target;
use crate::scenario::Scenario;
use crate::scenario::check::{Problem, problems, value_problem};
use crate::scenario::field::{Field, Language, Value};
use crate::scenario::links::Several;
use crate::scenario::presets::{PRESETS, Preset};
use crate::scenario::worlds;
use std::mem::replace;
use std::rc::Rc;

/// What somebody chose, and the way back.
#[derive(Clone)]
pub struct Session {
    /// The scenarios side by side, in the middle of a drag too.
    pub lineup: Lineup,
    /// The open scenario's preset as it is: what «changed» means.
    pub origin: Rc<Scenario>,
    /// The seed of all luck.
    pub seed: u64,
    /// What raises or lowers «too small to matter», 1 = as it is meant for anybody.
    pub factor: f64,
    /// What is chosen on the screen of the sweep.
    pub sweep: target::Settings,
    /// What is chosen on the screens of awards and of what could be wrong.
    pub lab: lab::Settings,
    /// Whose life is read.
    pub people: chosen::Settings,
    /// Chinese or English.
    pub language: Language,
    /// Which screen is open.
    pub screen: Screen,
    history: History,
    committed: Lineup,
}

impl Session {
    /// The first preset as it is.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let variant = Variant::of(Letter::A, &PRESETS[0]);
        let origin = Rc::clone(&variant.scenario);
        let lineup = Lineup::of_one(variant, &PRESETS[0]);
        Self {
            committed: lineup.clone(),
            lineup,
            origin,
            seed: 1,
            factor: 1.0,
            sweep: target::Settings::default(),
            lab: lab::Settings::default(),
            people: chosen::Settings::default(),
            language,
            screen: Screen::Overview,
            history: History::default(),
        }
    }

    /// The open scenario.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.lineup.open().scenario
    }

    /// The preset that the open scenario departs from.
    #[must_use]
    pub fn preset(&self) -> &'static Preset {
        self.lineup.open().preset
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
                let origin = Scenario::clone(&self.origin);
                self.replace(self.preset(), origin, Change::ResetAll)
            }
            Action::Choose(preset) => {
                self.replace(preset, preset.scenario(), Change::Preset(preset))
            }
            Action::Against(reference) => {
                self.committed.reference = reference;
                done_if(replace(&mut self.lineup.reference, reference) != reference)
            }
            Action::Take {
                preset,
                scenario,
                change,
            } => self.replace(preset, *scenario, change),
            Action::TakeAll {
                lineup,
                seed,
                change,
            } => {
                let reseeded = replace(&mut self.seed, seed) != seed;
                match self.go(*lineup, change) {
                    Effect::Nothing => done_if(reseeded),
                    effect => effect,
                }
            }
            Action::Duplicate => {
                let mut scenario = self.scenario().clone();
                // Two of the same name could not be told apart; the copy is named by what it changes.
                scenario.name.clone_from(&self.origin.name);
                self.add(self.preset(), scenario)
            }
            Action::Add { preset, scenario } => self.add(preset, *scenario),
            Action::Show(letter) => {
                let shown = self.lineup.show(letter);
                if shown {
                    self.committed.show(letter);
                    self.origin = Rc::new(self.preset().scenario());
                }
                done_if(shown)
            }
            Action::Rename(letter, name) => self.rename(letter, &name),
            Action::Remove(letter) => self.remove(letter),
            Action::Seed(seed) => done_if(replace(&mut self.seed, seed) != seed),
            Action::Lab(choice) => done_if(self.lab.choose(choice)),
            Action::People(choice) => done_if(self.people.choose(choice)),
            Action::Sweep(tuning) => done_if(self.sweep.tune(tuning)),
            Action::Matters(factor) => done_if(replace(&mut self.factor, factor) != factor),
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

    /// The fields in which the open scenario differs from its preset, without its names.
    #[must_use]
    pub fn changed(&self) -> Vec<(&'static Field, Value)> {
        self.lineup.open().changed()
    }

    /// What is wrong with the scenario as it stands: rules that join several fields.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        problems(self.scenario())
    }

    /// What the open scenario is held against: another of the line-up as it is; a preset under the
    /// current assumptions, so that only what the centre decides is compared.
    #[must_use]
    pub fn baseline_scenario(&self) -> Scenario {
        self.under(self.lineup.reference)
    }

    /// A scenario that the open one may be held against, in the same way.
    #[must_use]
    pub fn under(&self, reference: Reference) -> Scenario {
        let preset = match reference {
            Reference::Variant(letter) => match self.lineup.find(letter) {
                Some(variant) => return Scenario::clone(&variant.scenario),
                None => self.preset(),
            },
            Reference::Preset(preset) => preset,
        };
        let mut scenario = preset.scenario();
        for (field, value) in self.scenario().differences(&scenario) {
            if field.is_assumption() || is_title(field) {
                let taken = (field.set)(&mut scenario, &value);
                debug_assert!(taken, "{}", field.path);
            }
        }
        scenario
    }

    /// What it is called; of a preset also that what was changed of the assumptions holds there too.
    #[must_use]
    pub fn baseline_title(&self) -> String {
        let title = self.title_of(self.lineup.reference);
        let assumed = self
            .changed()
            .iter()
            .any(|(field, _)| field.is_assumption());
        match (self.lineup.reference, self.language) {
            (Reference::Preset(_), Language::Zh) if assumed => format!("{title}（同改假设）"),
            (Reference::Preset(_), Language::En) if assumed => {
                format!("{title}, same changed assumptions")
            }
            _ => title,
        }
    }

    /// What a scenario that the open one may be held against is called.
    #[must_use]
    pub fn title_of(&self, reference: Reference) -> String {
        match reference {
            Reference::Preset(preset) => preset.title.get(self.language).to_owned(),
            Reference::Variant(letter) => self
                .lineup
                .find(letter)
                .map_or_else(String::new, |variant| variant.title(self.language)),
        }
    }

    /// As a link holds it.
    #[must_use]
    pub fn several(&self) -> Several {
        self.lineup.to_link(self.seed)
    }

    /// True while everything is as on the first visit, so that a link need say nothing.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.several() == Session::new(self.language).several()
            && self.chosen() == Chosen::default()
    }

    /// What is chosen on the screens of the studies.
    #[must_use]
    pub fn chosen(&self) -> Chosen {
        Chosen {
            sweep: self.sweep.clone(),
            lab: self.lab,
        }
    }

    /// Chooses what a link says.
    pub fn choose(&mut self, chosen: Chosen) {
        (self.sweep, self.lab) = (chosen.sweep, chosen.lab);
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
        let open = self.lineup.open_mut();
        if (field.get)(&open.scenario) != *value {
            if !worlds::fix(Rc::make_mut(&mut open.scenario), field, value) {
                return Effect::Nothing;
            }
        } else if !commit {
            return Effect::Nothing;
        }
        if !commit {
            return Effect::Done;
        }
        let change = Change::Field {
            field,
            from: (field.get)(&self.committed.open().scenario),
            to: value.clone(),
        };
        self.go(self.lineup.clone(), change)
    }

    /// Puts a scenario in the place of the open one.
    fn replace(&mut self, preset: &'static Preset, scenario: Scenario, change: Change) -> Effect {
        let mut lineup = self.committed.clone();
        let other = preset.id != lineup.open().preset.id;
        if other && matches!(lineup.reference, Reference::Preset(_)) {
            lineup.reference = Reference::Preset(natural_baseline(preset));
        }
        let open = lineup.open_mut();
        open.preset = preset;
        open.scenario = Rc::new(scenario);
        self.go(lineup, change)
    }

    fn add(&mut self, preset: &'static Preset, scenario: Scenario) -> Effect {
        let mut lineup = self.committed.clone();
        match lineup.add(preset, Rc::new(scenario)) {
            Some(letter) => self.go(lineup, Change::Added(letter)),
            None => Effect::Nothing,
        }
    }

    fn remove(&mut self, letter: Letter) -> Effect {
        let mut lineup = self.committed.clone();
        if !lineup.remove(letter, natural_baseline(self.preset())) {
            return Effect::Nothing;
        }
        self.go(lineup, Change::Removed(letter));
        Effect::Removed(Change::Removed(letter))
    }

    fn rename(&mut self, letter: Letter, name: &str) -> Effect {
        let mut lineup = self.committed.clone();
        let open = lineup.open().letter;
        if letter != open && !lineup.show(letter) {
            return Effect::Nothing;
        }
        let variant = lineup.open_mut();
        let name: String = name.trim().chars().take(LONGEST_NAME).collect();
        Rc::make_mut(&mut variant.scenario).name = if name.is_empty() {
            variant.preset.scenario().name
        } else {
            name
        };
        lineup.show(open);
        self.go(lineup, Change::Renamed(letter))
    }

    /// Commits a step, unless it leads nowhere.
    fn go(&mut self, after: Lineup, change: Change) -> Effect {
        let before = self.committed.clone();
        self.stand_at(after.clone());
        if same(&before, &after) {
            return Effect::Nothing;
        }
        self.history.push(Step {
            change,
            before,
            after,
        });
        Effect::Done
    }

    fn stand_at(&mut self, lineup: Lineup) {
        self.origin = Rc::new(lineup.open().preset.scenario());
        self.committed = lineup.clone();
        self.lineup = lineup;
    }
}

/// The one lever under the chart of the first screen.
pub const LEVER: &str = "appraisal.kpis.call_volume.target_per_day";

/// Longest name that is given on the page, in characters.
const LONGEST_NAME: usize = 60;

/// Whether two line-ups hold the same scenarios; which is open makes no difference.
fn same(a: &Lineup, b: &Lineup) -> bool {
    a.all().len() == b.all().len()
        && a.all().iter().zip(b.all()).all(|(a, b)| {
            a.letter == b.letter && a.preset.id == b.preset.id && a.scenario == b.scenario
        })
}

fn done_if(changed: bool) -> Effect {
    if changed {
        Effect::Done
    } else {
        Effect::Nothing
    }
}

#[cfg(test)]
mod tests;
