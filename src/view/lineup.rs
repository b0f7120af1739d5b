//! The scenarios that stand side by side, A to F: which is open, and which the others are held against.

use super::history::shown;
use super::number;
use crate::scenario::Scenario;
use crate::scenario::field::{Field, Kind, Language, Value};
use crate::scenario::links::{self, Against, One, Several};
use crate::scenario::presets::{self, PRESETS, Preset};
use std::fmt;
use std::rc::Rc;

/// Most scenarios side by side: more colours could not be told apart.
pub const MOST: usize = links::MOST;
/// Differences that an automatic name lists.
const NAMED: usize = 2;

/// A scenario's letter, with its colour, dash and marker. It keeps it while others come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter(u8);

impl Letter {
    /// The first, which is always there at the beginning.
    pub const A: Letter = Letter(0);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Letter> {
        (0..6).map(Letter)
    }

    /// The letter at this place, 0 = A.
    #[must_use]
    pub fn of_index(index: usize) -> Option<Self> {
        Letter::all().nth(index)
    }

    /// Its place, 0 = A.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["A", "B", "C", "D", "E", "F"][self.index()]
    }

    /// Its marker, which tells it from others without colour.
    #[must_use]
    pub fn marker(self) -> &'static str {
        ["●", "■", "▲", "◆", "▼", "✚"][self.index()]
    }
}

/// One scenario of the line-up.
#[derive(Clone)]
pub struct Variant {
    /// Its letter.
    pub letter: Letter,
    /// The preset it departs from.
    pub preset: &'static Preset,
    /// The scenario.
    pub scenario: Rc<Scenario>,
}

impl Variant {
    /// The preset as it is.
    #[must_use]
    pub fn of(letter: Letter, preset: &'static Preset) -> Self {
        Self {
            letter,
            preset,
            scenario: Rc::new(preset.scenario()),
        }
    }

    /// The fields in which it differs from its preset, without its titles.
    #[must_use]
    pub fn changed(&self) -> Vec<(&'static Field, Value)> {
        let mut differences = self.scenario.differences(&self.preset.scenario());
        differences.retain(|(field, _)| !is_title(field));
        differences
    }

    /// The name that somebody gave it, if anybody did.
    #[must_use]
    pub fn given_name(&self) -> Option<&str> {
        let name = self.scenario.name.as_str();
        (!name.trim().is_empty() && name != self.preset.scenario().name).then_some(name)
    }

    /// Its given name; otherwise what it changes; otherwise its preset's title.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        if let Some(name) = self.given_name() {
            return name.to_owned();
        }
        let changed = self.changed();
        if changed.is_empty() {
            return self.preset.title.get(language).to_owned();
        }
        let parts = changed.iter().take(NAMED).map(|(field, value)| {
            let label = field.label.get(language);
            match field.kind {
                Kind::Series { .. } | Kind::Words { .. } => label.to_owned(),
                _ => format!("{label} {}", brief(field, value, language)),
            }
        });
        let name = parts.collect::<Vec<_>>().join(" · ");
        match (changed.len() > NAMED, language) {
            (false, _) => name,
            (true, Language::Zh) => format!("{name} 等 {} 项", changed.len()),
            (true, Language::En) => format!("{name} +{}", changed.len() - NAMED),
        }
    }

    /// Letter and name.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        format!("{} {}", self.letter.name(), self.name(language))
    }
}

/// A value without the words that its label says already.
fn brief(field: &Field, value: &Value, language: Language) -> String {
    use crate::scenario::field::Unit;
    match (value, field.unit) {
        (Value::Number(_) | Value::Whole(_), Unit::Share) => shown(field, value, language),
        (Value::Number(v), unit) => number::bare(*v, unit),
        (Value::Whole(v), unit) => number::bare(f64::from(*v), unit),
        _ => shown(field, value, language),
    }
}

/// What the open scenario is held against.
#[derive(Clone, Copy)]
pub enum Reference {
    /// A built-in scenario, taken under the open scenario's assumptions.
    Preset(&'static Preset),
    /// Another of the line-up, as it is.
    Variant(Letter),
}

impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Reference::Preset(a), Reference::Preset(b)) => a.id == b.id,
            (Reference::Variant(a), Reference::Variant(b)) => a == b,
            (Reference::Preset(_), Reference::Variant(_))
            | (Reference::Variant(_), Reference::Preset(_)) => false,
        }
    }
}

impl Eq for Reference {}

impl fmt::Debug for Reference {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(match self {
            Reference::Preset(preset) => preset.id,
            Reference::Variant(letter) => letter.name(),
        })
    }
}

/// All of them, never none.
#[derive(Clone)]
pub struct Lineup {
    variants: Vec<Variant>,
    open: Letter,
    /// What they are held against.
    pub reference: Reference,
}

impl Lineup {
    /// One scenario, against a preset.
    #[must_use]
    pub fn of_one(variant: Variant, reference: &'static Preset) -> Self {
        Self {
            open: variant.letter,
            variants: vec![variant],
            reference: Reference::Preset(reference),
        }
    }

    /// Several, the first of them open; None when there are none, or two with one letter.
    #[must_use]
    pub fn of_several(mut variants: Vec<Variant>, reference: Reference) -> Option<Self> {
        let open = variants.first()?.letter;
        crate::order::by(&mut variants, |a, b| a.letter.cmp(&b.letter));
        let unique = variants
            .windows(2)
            .all(|two| two[0].letter != two[1].letter);
        let mut lineup = Self {
            variants,
            open,
            reference,
        };
        lineup.mend_reference();
        unique.then_some(lineup)
    }

    /// As a link holds it; None when the link names a preset that is not there.
    #[must_use]
    pub fn of_link(several: &Several) -> Option<Self> {
        let variants = several.scenarios.iter().map(|one| {
            Some(Variant {
                letter: Letter::of_index(usize::from(one.letter))?,
                preset: presets::find(one.preset)?,
                scenario: Rc::new(one.scenario.clone()),
            })
        });
        let variants: Vec<Variant> = variants.collect::<Option<_>>()?;
        let first = variants.first()?;
        let reference = match several.against {
            Against::Usual => match variants.as_slice() {
                [_] => Reference::Preset(natural_baseline(first.preset)),
                _ => Reference::Variant(variants.iter().map(|v| v.letter).min()?),
            },
            Against::Preset(id) => Reference::Preset(presets::find(id)?),
            Against::Letter(letter) => Reference::Variant(Letter::of_index(usize::from(letter))?),
        };
        Self::of_several(variants, reference)
    }

    /// As a link holds it: the open one first, so that it is open again.
    #[must_use]
    pub fn to_link(&self, seed: u64) -> Several {
        let open = self.open();
        let others = self.variants.iter().filter(|v| v.letter != open.letter);
        let one = |variant: &Variant| One {
            letter: variant.letter.0,
            preset: variant.preset.id,
            scenario: Scenario::clone(&variant.scenario),
        };
        let usual = match self.variants.as_slice() {
            [one] => Reference::Preset(natural_baseline(one.preset)),
            several => Reference::Variant(several[0].letter),
        };
        Several {
            scenarios: std::iter::once(open).chain(others).map(one).collect(),
            against: match self.reference {
                reference if reference == usual => Against::Usual,
                Reference::Preset(preset) => Against::Preset(preset.id),
                Reference::Variant(letter) => Against::Letter(letter.0),
            },
            seed,
        }
    }

    /// In the order of their letters.
    #[must_use]
    pub fn all(&self) -> &[Variant] {
        &self.variants
    }

    /// The one that is open.
    #[must_use]
    pub fn open(&self) -> &Variant {
        self.find(self.open).unwrap_or(&self.variants[0])
    }

    pub(super) fn open_mut(&mut self) -> &mut Variant {
        let at = self.position(self.open).unwrap_or(0);
        &mut self.variants[at]
    }

    /// The one with this letter.
    #[must_use]
    pub fn find(&self, letter: Letter) -> Option<&Variant> {
        self.variants.iter().find(|v| v.letter == letter)
    }

    /// The one that the others are held against, where it is one of them.
    #[must_use]
    pub fn reference_variant(&self) -> Option<&Variant> {
        match self.reference {
            Reference::Variant(letter) => self.find(letter),
            Reference::Preset(_) => None,
        }
    }

    /// True while another can be added.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.variants.len() < MOST
    }

    /// Opens another; false when it is not there or open already.
    pub(super) fn show(&mut self, letter: Letter) -> bool {
        let there = self.find(letter).is_some() && letter != self.open;
        if there {
            self.open = letter;
        }
        there
    }

    /// Adds one under the first free letter and opens it. What was held against a preset is now held
    /// against the one that was open.
    pub(super) fn add(
        &mut self,
        preset: &'static Preset,
        scenario: Rc<Scenario>,
    ) -> Option<Letter> {
        let letter = Letter::all().find(|letter| self.find(*letter).is_none())?;
        if matches!(self.reference, Reference::Preset(_)) {
            self.reference = Reference::Variant(self.open);
        }
        self.variants.push(Variant {
            letter,
            preset,
            scenario,
        });
        crate::order::by(&mut self.variants, |a, b| a.letter.cmp(&b.letter));
        self.open = letter;
        Some(letter)
    }

    /// Takes one away; false when it is the last or not there.
    pub(super) fn remove(&mut self, letter: Letter, natural: &'static Preset) -> bool {
        let Some(at) = self.position(letter).filter(|_| self.variants.len() > 1) else {
            return false;
        };
        self.variants.remove(at);
        if self.open == letter {
            self.open = self.variants[at.min(self.variants.len() - 1)].letter;
        }
        if self.reference == Reference::Variant(letter) {
            self.reference = Reference::Variant(self.variants[0].letter);
        }
        if self.variants.len() == 1 {
            self.reference = Reference::Preset(natural);
        }
        true
    }

    fn position(&self, letter: Letter) -> Option<usize> {
        self.variants.iter().position(|v| v.letter == letter)
    }

    fn mend_reference(&mut self) {
        if let Reference::Variant(letter) = self.reference
            && self.find(letter).is_none()
        {
            self.reference = Reference::Variant(self.variants[0].letter);
        }
    }
}

/// True for what a scenario is called, which changes nothing in it.
#[must_use]
pub fn is_title(field: &Field) -> bool {
    matches!(field.path, "name" | "description")
}

/// The standard scenario, unless the preset is of another centre: then itself.
#[must_use]
pub fn natural_baseline(preset: &'static Preset) -> &'static Preset {
    let standard = &PRESETS[0];
    let elsewhere = preset
        .scenario()
        .differences(&standard.scenario())
        .iter()
        .any(|(field, _)| field.path == "workforce.headcount");
    if elsewhere { preset } else { standard }
}

#[cfg(test)]
mod tests;
