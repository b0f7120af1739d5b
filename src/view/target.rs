//! The target sweep on the page: what is varied, what is required, and the question that follows.

pub mod figure;
pub mod said;

use crate::measure::metric::position;
use crate::scenario::check::is_sound;
use crate::scenario::checked::Checked;
use crate::scenario::field::{Field, Kind};
use crate::scenario::{Scenario, find};
use crate::study::sweep::answer::{Seek, Wish};
use crate::study::sweep::constraint::{Bound, Constraint};
use crate::study::sweep::lever::Lever;
use crate::study::sweep::{Ask, REPLICATIONS, Sweep};

/// The lever that is swept unless another is chosen.
pub const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
/// Points of a sweep.
const POINTS: u32 = 21;
/// From which to which certainty one may ask, and by which step.
pub const CERTAINTY: (f64, f64, f64) = (0.5, 0.95, 0.05);

/// What can be required of a point.
pub struct Requirement {
    /// The metric's id.
    pub metric: &'static str,
    /// Which side is allowed.
    pub bound: Bound,
    /// Where the line stands when it is first asked for.
    pub start: f64,
    /// Lowest limit, highest, step.
    pub range: (f64, f64, f64),
}

/// In the order of the page; the first three have a panel of their own.
pub const REQUIREMENTS: [Requirement; 5] = [
    Requirement {
        metric: "turnover.annual_rate",
        bound: Bound::AtMost,
        start: 0.20,
        range: (0.0, 1.0, 0.01),
    },
    Requirement {
        metric: "quality.inspection",
        bound: Bound::AtLeast,
        start: 80.0,
        range: (0.0, 100.0, 1.0),
    },
    Requirement {
        metric: "output.resolved_calls_per_agent_day",
        bound: Bound::AtLeast,
        start: 40.0,
        range: (0.0, 150.0, 1.0),
    },
    Requirement {
        metric: "service.level",
        bound: Bound::AtLeast,
        start: 0.80,
        range: (0.0, 1.0, 0.01),
    },
    Requirement {
        metric: "cost.total_per_year",
        bound: Bound::AtMost,
        start: 500_000.0,
        range: (0.0, 3_000_000.0, 10_000.0),
    },
];

/// What may make several curves: the lever and its values.
pub const SECONDS: [(&str, [f64; 3]); 3] = [
    ("rewards.awards.coverage_share", [0.1, 0.3, 1.0]),
    ("support.rest_minutes_per_day", [0.0, 20.0, 40.0]),
    ("appraisal.openness_share", [0.2, 0.5, 0.9]),
];

/// What somebody chose on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The path of the lever that is swept.
    pub lever: &'static str,
    /// From where to where, in how many points; None for around the preset's value.
    pub stretch: Option<Stretch>,
    /// Which of [`SECONDS`] makes several curves.
    pub second: Option<usize>,
    /// In the order of [`REQUIREMENTS`]; None where nothing is required.
    pub limits: [Option<f64>; 5],
    /// In at least this share of simulated years all must hold.
    pub certainty: f64,
}

impl Default for Settings {
    fn default() -> Self {
        let mut limits = [None; 5];
        limits[0] = Some(REQUIREMENTS[0].start);
        Self {
            lever: TARGET,
            stretch: None,
            second: None,
            limits,
            certainty: 0.8,
        }
    }
}

/// From where to where a lever is swept, both in it, in how many points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The lowest value, in the lever's unit.
    pub from: f64,
    /// The highest.
    pub to: f64,
    /// Points, with both ends.
    pub points: u32,
}

/// Fewest and most points of a stretch.
pub const POINTS_OF_A_STRETCH: (u32, u32) = (3, 41);

impl Stretch {
    /// The lever over this stretch; None where its field allows no such values, or the points are too few
    /// or too many.
    #[must_use]
    pub fn lever(self, field: &'static Field) -> Option<Lever> {
        let (few, many) = POINTS_OF_A_STRETCH;
        let sound = self.from < self.to && (few..=many).contains(&self.points);
        let lever = sound.then(|| Lever::range(field, self.from, self.to, self.points));
        lever?.ok()
    }
}

/// One change of the settings.
#[derive(Clone, Copy)]
pub enum Tuning {
    /// Another lever.
    Lever(&'static Field),
    /// Another stretch, or the usual one.
    Stretch(Option<Stretch>),
    /// Other curves, or none.
    Second(Option<usize>),
    /// A requirement's limit, or none.
    Limit(usize, Option<f64>),
    /// Another certainty.
    Certainty(f64),
}

impl Settings {
    /// Makes a change; false when it was so already.
    pub fn tune(&mut self, tuning: Tuning) -> bool {
        let before = self.clone();
        match tuning {
            Tuning::Lever(field) => {
                if field.path != self.lever {
                    (self.lever, self.stretch) = (field.path, None);
                }
            }
            Tuning::Stretch(stretch) => {
                let field = self.field();
                self.stretch = stretch.filter(|stretch| stretch.lever(field).is_some());
            }
            Tuning::Second(second) => self.second = second.filter(|at| *at < SECONDS.len()),
            Tuning::Limit(at, limit) => {
                if let Some(place) = self.limits.get_mut(at) {
                    let (low, high, _) = REQUIREMENTS[at].range;
                    *place = limit.map(|limit| limit.clamp(low, high));
                }
            }
            Tuning::Certainty(certainty) => {
                self.certainty = certainty.clamp(CERTAINTY.0, CERTAINTY.1);
            }
        }
        *self != before
    }

    /// The lever.
    #[must_use]
    pub fn field(&self) -> &'static Field {
        find(self.lever).unwrap_or_else(|| {
            crate::scenario::catalogue()
                .find(|field| field.path == TARGET)
                .unwrap_or(&crate::scenario::calendar::FIELDS[0])
        })
    }

    /// What is required.
    #[must_use]
    pub fn wish(&self) -> Wish {
        let constraints = REQUIREMENTS.iter().zip(self.limits);
        Wish {
            constraints: constraints
                .filter_map(|(of, limit)| {
                    Some(Constraint {
                        metric: position(of.metric)?,
                        bound: of.bound,
                        limit: limit?,
                    })
                })
                .collect(),
            certainty: self.certainty,
            seek: Seek::Highest,
        }
    }
}

/// The levers that can be swept in this scenario: amounts among what the centre decides, of those that
/// the builder shows first. One that another choice switches off, as pay without cash, is left out.
#[must_use]
pub fn levers(scenario: &Scenario, origin: &Scenario) -> Vec<&'static Field> {
    use super::grouping::{Group, first_fields};
    let groups = Group::ALL.into_iter().filter(|g| *g != Group::Assumptions);
    let mut fields: Vec<&'static Field> = groups.flat_map(first_fields).collect();
    fields.retain(|field| {
        matches!(field.kind, Kind::Number { .. } | Kind::Whole { .. })
            && field.group() != "calendar"
    });
    fields.retain(|field| {
        let values = usual(field, origin).and_then(|usual| usual.lever(field));
        let values = values.map(|lever| lever.values);
        values.is_some_and(|values| {
            let ends = [values.first(), values.last()];
            ends.into_iter().flatten().all(|end| {
                let mut there = scenario.clone();
                (field.set)(&mut there, end) && is_sound(&there)
            })
        })
    });
    crate::order::by(&mut fields, |a, b| {
        (a.path != TARGET).cmp(&(b.path != TARGET))
    });
    fields
}

/// From where to where a lever is swept: around its value in the preset, so that moving it elsewhere
/// on the page changes nothing here.
#[must_use]
pub fn usual(field: &'static Field, origin: &Scenario) -> Option<Stretch> {
    let (min, max, step) = match field.kind {
        Kind::Number { min, max, step } => (min, max, step),
        Kind::Whole { min, max } => (f64::from(min), f64::from(max), 1.0),
        Kind::Switch | Kind::Choice(_) | Kind::Series { .. } | Kind::Words { .. } => return None,
    };
    let own = crate::view::control::amount(&(field.get)(origin))?;
    let share = max <= 1.0;
    let (low, high) = if share || own <= min {
        (min, max)
    } else {
        ((own * 0.6).max(min), (own * 1.4).min(max))
    };
    let grid = |v: f64| ((v / step).round() * step).clamp(min, max);
    Some(Stretch {
        from: grid(low),
        to: grid(high),
        points: POINTS,
    })
}

/// The sweep of a session's open scenario; None when it can't be made.
#[must_use]
pub fn question(scenario: &Scenario, origin: &Scenario, settings: &Settings) -> Option<Sweep> {
    let field = settings.field();
    let stretch = settings.stretch.or_else(|| usual(field, origin))?;
    let lever = stretch.lever(field)?;
    let mut base = scenario.clone();
    (field.set)(&mut base, &(field.get)(origin));
    let second = settings.second.and_then(|at| {
        let (path, values) = SECONDS[at];
        let texts = values.map(|v| v.to_string());
        let field = find(path).filter(|second| second.path != field.path)?;
        Lever::listed(field, &texts.each_ref().map(String::as_str)).ok()
    });
    Sweep::new(Ask {
        base: Checked::new(base).ok()?,
        levers: std::iter::once(lever).chain(second).collect(),
        wish: settings.wish(),
        replications: REPLICATIONS,
        first: 1,
    })
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;

    #[test]
    fn every_lever_offered_can_be_swept_and_has_enough_points() {
        let scenario = PRESETS[0].scenario();
        for field in levers(&scenario, &scenario) {
            let settings = Settings {
                lever: field.path,
                ..Settings::default()
            };
            let sweep = question(&scenario, &scenario, &settings);
            let sweep = sweep.unwrap_or_else(|| panic!("{} can't be swept", field.path));
            let points = sweep.ask().levers[0].values.len();
            assert!((2..=21).contains(&points), "{}: {points}", field.path);
        }
        assert_eq!(levers(&scenario, &scenario)[0].path, TARGET);
    }

    #[test]
    fn every_second_lever_makes_three_curves() {
        let scenario = PRESETS[0].scenario();
        for second in 0..SECONDS.len() {
            let settings = Settings {
                second: Some(second),
                ..Settings::default()
            };
            let sweep = question(&scenario, &scenario, &settings).expect("sound");
            assert_eq!(sweep.ask().levers[1].values.len(), 3, "{second}");
        }
    }

    #[test]
    fn limits_stay_in_their_range_and_only_changes_count() {
        let mut settings = Settings::default();
        assert!(!settings.tune(Tuning::Certainty(0.8)));
        assert!(settings.tune(Tuning::Certainty(2.0)));
        assert_eq!(settings.certainty, CERTAINTY.1);
        assert!(settings.tune(Tuning::Limit(1, Some(500.0))));
        assert_eq!(settings.limits[1], Some(100.0));
        assert_eq!(settings.wish().constraints.len(), 2);
    }
}
