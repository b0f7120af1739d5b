//! The steps that can be undone, each with its name.

use super::lineup::{Letter, Lineup};
use super::number;
use crate::scenario::Scenario;
use crate::scenario::field::{Field, Kind, Language, Text, Unit, Value};
use crate::scenario::presets::Preset;
use crate::scenario::worlds::{self, Worlds};

/// Steps that are remembered.
pub const DEPTH: usize = 100;

/// What was changed.
#[derive(Clone)]
pub enum Change {
    /// One field.
    Field {
        /// Which.
        field: &'static Field,
        /// What it was.
        from: Value,
        /// What it became.
        to: Value,
    },
    /// Another preset.
    Preset(&'static Preset),
    /// Every field back to its default.
    ResetAll,
    /// One scenario more.
    Added(Letter),
    /// One scenario less.
    Removed(Letter),
    /// Another name.
    Renamed(Letter),
    /// What an export of calls says.
    Fit,
    /// What a centre's own months say.
    Profile,
    /// The demand from a file.
    Demand,
    /// A link from the address bar.
    Link,
}

/// One committed change.
#[derive(Clone)]
pub struct Step {
    /// What was changed.
    pub change: Change,
    /// Where it led away from.
    pub before: Lineup,
    /// Where it led to.
    pub after: Lineup,
}

/// The steps done, and those undone.
#[derive(Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers a step; what was undone is forgotten.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(step);
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }

    /// The step that [`Self::undo`] would take back.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that [`Self::redo`] would do again.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.undone.last()
    }
}

impl Change {
    /// What was changed, in words.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        match self {
            Change::Field { field, from, to } => {
                let label = field.label.get(language);
                match field.kind {
                    Kind::Series { .. } => label.to_owned(),
                    _ => format!(
                        "{label} {}→{}",
                        brief(field, from, language),
                        brief(field, to, language)
                    ),
                }
            }
            Change::Preset(preset) => preset.title.get(language).to_owned(),
            Change::ResetAll => pick("全部恢复", "reset of everything", language),
            Change::Added(letter) => {
                format!(
                    "{} {}",
                    pick("新增情景", "new scenario", language),
                    letter.name()
                )
            }
            Change::Removed(letter) => {
                format!(
                    "{} {}",
                    pick("删除情景", "deleted scenario", language),
                    letter.name()
                )
            }
            Change::Renamed(letter) => {
                format!("{} {}", pick("改名", "renamed", language), letter.name())
            }
            Change::Fit => pick("按数据拟合", "fitted to data", language),
            Change::Profile => pick("取用校准档案", "calibration profile", language),
            Change::Demand => pick("导入来电量", "imported demand", language),
            Change::Link => pick("打开链接", "opened link", language),
        }
    }
}

fn pick(zh: &'static str, en: &'static str, language: Language) -> String {
    Text { zh, en }.get(language).to_owned()
}

/// A value without its unit where the label says enough.
fn brief(field: &Field, value: &Value, language: Language) -> String {
    match value {
        Value::Number(v) => number::bare(*v, field.unit),
        Value::Whole(v) => number::bare(f64::from(*v), field.unit),
        _ => shown(field, value, language),
    }
}

/// A value of a field as it is read.
#[must_use]
pub fn shown(field: &Field, value: &Value, language: Language) -> String {
    match value {
        Value::Number(v) => number::show(*v, field.unit, language),
        Value::Whole(v) => number::show(f64::from(*v), field.unit, language),
        Value::Switch(true) => pick("开", "on", language),
        Value::Switch(false) => pick("关", "off", language),
        Value::Choice(id) => match field.kind {
            Kind::Choice(choices) => choices
                .iter()
                .find(|choice| choice.id == *id)
                .map_or_else(|| (*id).to_owned(), |c| c.label.get(language).to_owned()),
            _ => (*id).to_owned(),
        },
        Value::Series(values) => of_day(values, language),
        Value::Words(text) if field.path == worlds::PATH => {
            of_worlds(&Worlds::read(text).unwrap_or_default(), language)
        }
        Value::Words(text) => text.to_string(),
    }
}

/// A day's course in short: from when to when there are calls, and when most of them, with their share.
fn of_day(values: &[f64], language: Language) -> String {
    let open = |v: &f64| *v > 0.0;
    let (Some(first), Some(last)) = (values.iter().position(open), values.iter().rposition(open))
    else {
        return pick("无来电", "no calls", language);
    };
    let clock = |at: usize| {
        #[allow(clippy::cast_precision_loss)]
        let hour = at as f64 / 2.0;
        number::bare(hour, Unit::HourOfDay)
    };
    let most = values.iter().copied().fold(0.0, f64::max);
    let peak = values.iter().position(|v| *v == most).unwrap_or(first);
    let share = number::bare(most / values.iter().sum::<f64>(), Unit::Share);
    let (from, to, peak) = (clock(first), clock(last + 1), clock(peak));
    match language {
        Language::Zh => format!("{from}–{to}，{peak} 最多（{share}%）"),
        Language::En => format!("{from}–{to}, most at {peak} ({share}%)"),
    }
}

/// What the ranges hold beside luck, where years live in different worlds.
#[must_use]
pub fn worlds_note(scenario: &Scenario, language: Language) -> Option<String> {
    let worlds = Worlds::read(&scenario.behaviour.worlds).ok()?;
    worlds.number()?;
    let sets = of_worlds(&worlds, language);
    Some(match language {
        Language::Zh => {
            format!("范围里除了运气，还有对人的不确定：各模拟年轮流取用校准留下的 {sets}。")
        }
        Language::En => format!(
            "The ranges hold luck and what isn’t known of people: the simulated years take turns with {sets} that the calibration left possible."
        ),
    })
}

/// «64 sets of 17 constants».
fn of_worlds(worlds: &Worlds, language: Language) -> String {
    match (worlds.number(), worlds.constants().count(), language) {
        (None, _, Language::Zh) => "无".to_owned(),
        (None, _, Language::En) => "none".to_owned(),
        (Some(sets), constants, Language::Zh) => format!("{sets} 组，{constants} 个常数"),
        (Some(1), 1, Language::En) => "1 set of 1 constant".to_owned(),
        (Some(1), constants, Language::En) => format!("1 set of {constants} constants"),
        (Some(sets), 1, Language::En) => format!("{sets} sets of 1 constant"),
        (Some(sets), constants, Language::En) => format!("{sets} sets of {constants} constants"),
    }
}
