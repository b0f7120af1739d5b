//! What is assumed: the numbers that have a plausible range, and the questions on which research
//! disagrees, as inputs between 0 and 1.

use super::basis::Spread;
use crate::scenario::checked::Checked;
use crate::scenario::field::{Field, Kind, Source, Value};
use crate::scenario::worlds::{self, Worlds};
use crate::scenario::{Scenario, catalogue};

/// How wide ranges are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Width {
    /// Half of the plausible range, around the scenario's own value.
    Narrow,
    /// The catalogue's plausible range.
    #[default]
    Plausible,
    /// Half as much again on either side, inside what the field allows.
    Wide,
}

/// One assumption.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its entry.
    pub field: &'static Field,
    /// What it may be.
    pub range: Range,
    /// What it is in the scenarios.
    pub own: Value,
}

/// What an assumption may be.
#[derive(Clone, Debug, PartialEq)]
pub enum Range {
    /// Any amount between these.
    Amounts {
        /// Lowest.
        low: f64,
        /// Highest.
        high: f64,
    },
    /// One of these.
    Options(Vec<Value>),
}

impl Input {
    /// How it is distributed between 0 and 1.
    #[must_use]
    pub fn spread(&self) -> Spread {
        match &self.range {
            Range::Amounts { .. } => Spread::Even,
            Range::Options(options) => Spread::Options(u32::try_from(options.len()).unwrap_or(1)),
        }
    }

    /// The value at a point between 0 and 1.
    #[must_use]
    pub fn value(&self, at: f64) -> Value {
        match &self.range {
            Range::Amounts { low, high } => Value::Number(low + at * (high - low)),
            Range::Options(options) => {
                let option = self.spread().option(at) as usize;
                options.get(option).unwrap_or(&self.own).clone()
            }
        }
    }

    /// The point between 0 and 1 of a value; of an option the middle of its part.
    #[must_use]
    pub fn place(&self, value: &Value) -> f64 {
        match (&self.range, value) {
            (Range::Amounts { low, high }, Value::Number(v)) if high > low => {
                ((v - low) / (high - low)).clamp(0.0, 1.0)
            }
            (Range::Amounts { .. }, _) => 0.5,
            (Range::Options(options), value) => {
                let at = options.iter().position(|option| option == value);
                (to_f64(at.unwrap_or(0)) + 0.5) / to_f64(options.len().max(1))
            }
        }
    }

    /// Its farthest values from its own: the ends of its range, or every other option.
    #[must_use]
    pub fn ends(&self) -> Vec<f64> {
        match &self.range {
            Range::Amounts { .. } => vec![0.0, 1.0],
            Range::Options(options) => {
                let others = options.iter().filter(|option| **option != self.own);
                others.map(|option| self.place(option)).collect()
            }
        }
    }

    /// Writes it into a scenario.
    pub fn put(&self, scenario: &mut Scenario, at: f64) {
        worlds::fix(scenario, self.field, &self.value(at));
    }
}

/// Fields that are about how the simulation is begun, not about the world.
const NOT_OF_THE_WORLD: &[&str] = &["calendar.warmup_months", "behaviour.enabled", worlds::PATH];

/// Every assumption that these scenarios share: what is assumed about people, and the author's own
/// assumptions about callers and the centre where nobody has put a figure of their own. What scenarios
/// hold differently is what they are compared for, and is left out.
#[must_use]
pub fn assumptions(scenarios: &[Checked], width: Width) -> Vec<Input> {
    let shared = |field: &'static Field| {
        let own = (field.get)(scenarios.first()?);
        scenarios
            .iter()
            .all(|s| (field.get)(s) == own)
            .then_some(own)
    };
    // Where data left worlds, they say how far a constant may go.
    let drawn = scenarios.first().filter(|one| {
        let mut others = scenarios.iter();
        others.all(|s| s.behaviour.worlds == one.behaviour.worlds)
    });
    let drawn = drawn.and_then(|one| Worlds::read(&one.behaviour.worlds).ok());
    let drawn = drawn.unwrap_or_default();
    catalogue()
        .filter(|field| !NOT_OF_THE_WORLD.contains(&field.path))
        .filter_map(|field| {
            let own = shared(field)?;
            let plausible = drawn.middle(field.path).or(field.source.range());
            let range = range(field, &own, plausible, width)?;
            Some(Input { field, range, own })
        })
        .collect()
}

fn range(field: &Field, own: &Value, plausible: Option<(f64, f64)>, width: Width) -> Option<Range> {
    let assumed = matches!(field.source, Source::Assumption { .. });
    let counts = field.is_assumption() || (assumed && *own == field.default);
    if !counts {
        return None;
    }
    match (field.kind, own) {
        (Kind::Switch, _) => Some(Range::Options(vec![
            Value::Switch(false),
            Value::Switch(true),
        ])),
        (Kind::Choice(options), _) => {
            let options = options.iter().map(|option| Value::Choice(option.id));
            Some(Range::Options(options.collect()))
        }
        (Kind::Number { min, max, .. }, Value::Number(own)) => {
            let (low, high) = plausible?;
            let factor = match width {
                Width::Narrow => 0.5,
                Width::Plausible => 1.0,
                Width::Wide => 1.5,
            };
            // A figure of one's own may lie outside what the author thought plausible.
            let end = |end: f64| (end + (factor - 1.0) * (end - own)).clamp(min, max);
            let (low, high) = (end(low.min(*own)), end(high.max(*own)));
            (low < high).then_some(Range::Amounts { low, high })
        }
        (
            Kind::Number { .. } | Kind::Whole { .. } | Kind::Series { .. } | Kind::Words { .. },
            _,
        ) => None,
    }
}

/// A scenario in the world of this point: every input at its coordinate. None where it can't be run.
#[must_use]
pub fn in_world(scenario: &Checked, inputs: &[Input], point: &[f64]) -> Option<Checked> {
    let there = scenario.changed_within(|there| {
        for (input, at) in inputs.iter().zip(point) {
            input.put(there, *at);
        }
        worlds::reconcile(there);
    });
    there.ok()
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};
    use crate::scenario::checked::tests::checked;
    use crate::study::sensitivity::sample::worlds;

    #[test]
    fn every_constant_and_every_hypothesis_is_an_input_and_levers_are_not() {
        let standard = checked(Scenario::standard());
        let inputs = assumptions(std::slice::from_ref(&standard), Width::Plausible);
        let has = |path: &str| inputs.iter().any(|i| i.field.path == path);
        let constants = catalogue().filter(|f| f.path.starts_with("behaviour.parameters."));
        for field in constants {
            assert!(has(field.path), "{}", field.path);
        }
        assert!(has("behaviour.hypotheses.award_reach") && has("behaviour.hypotheses.erg"));
        assert!(!has("behaviour.enabled") && !has("rewards.awards.coverage_share"));
        for input in &inputs {
            assert_eq!(input.value(input.place(&input.own)), {
                // There and back is not exact to the bit for amounts.
                input.value(input.place(&input.value(input.place(&input.own))))
            });
            assert_ne!(input.value(0.0), input.value(1.0), "{}", input.field.path);
        }
    }

    #[test]
    fn an_amount_stands_where_it_lies_between_its_ends_and_an_option_in_its_part() {
        let inputs = assumptions(&[checked(Scenario::standard())], Width::Plausible);
        for input in &inputs {
            match &input.range {
                Range::Amounts { low, high } => {
                    let quarter = Value::Number(low + (high - low) / 4.0);
                    assert!((input.place(&quarter) - 0.25).abs() < 1e-12);
                    assert!(input.value(0.0) == Value::Number(*low));
                }
                Range::Options(options) => {
                    for (k, option) in options.iter().enumerate() {
                        let place = (to_f64(k) + 0.5) / to_f64(options.len());
                        assert!((input.place(option) - place).abs() < 1e-12);
                        assert_eq!(input.value(place), *option);
                    }
                }
            }
        }
    }

    #[test]
    fn what_scenarios_differ_in_is_no_input() {
        let path = "behaviour.parameters.quit.needs";
        let standard = Scenario::standard();
        let other = standard.clone().with(path, Value::Number(3.0));
        let inputs = assumptions(&[standard, other].map(checked), Width::Plausible);
        assert!(!inputs.iter().any(|i| i.field.path == path));
    }

    #[test]
    fn every_world_can_be_run() {
        let standard = checked(Scenario::standard());
        let luck = Luck {
            seed: 4,
            replication: 0,
        };
        for width in [Width::Narrow, Width::Plausible, Width::Wide] {
            let inputs = assumptions(std::slice::from_ref(&standard), width);
            let mut draws = luck.stream(Stream::Worlds, 0, 0);
            for point in worlds(60, inputs.len(), &mut draws) {
                let world = in_world(&standard, &inputs, &point);
                assert!(world.is_some(), "{width:?}: {point:?}");
            }
        }
    }

    #[test]
    fn two_weights_that_exceed_the_whole_together_keep_their_ratio() {
        let mut scenario = Scenario::standard();
        let fairness = &mut scenario.behaviour.parameters.fairness;
        (fairness.distributive, fairness.procedural) = (0.9, 0.6);
        worlds::reconcile(&mut scenario);
        let fairness = &scenario.behaviour.parameters.fairness;
        assert!((fairness.distributive - 0.6).abs() < 1e-12);
        assert!((fairness.procedural - 0.4).abs() < 1e-12);
    }

    #[test]
    fn widths_hold_the_own_value_and_grow() {
        let standard = checked(Scenario::standard());
        let path = "behaviour.parameters.quit.needs";
        let of = |width| {
            let inputs = assumptions(std::slice::from_ref(&standard), width);
            let found = inputs.into_iter().find(|i| i.field.path == path);
            match found.expect("an input").range {
                Range::Amounts { low, high } => (low, high),
                Range::Options(_) => unreachable!("an amount"),
            }
        };
        let (narrow, plausible, wide) = (of(Width::Narrow), of(Width::Plausible), of(Width::Wide));
        let field = crate::scenario::find(path).expect("a field");
        let Source::Assumption { low, high, .. } = field.source else {
            panic!("an assumption");
        };
        assert_eq!(plausible, (low, high));
        assert!(narrow.0 > plausible.0 && narrow.1 < plausible.1);
        assert!(wide.0 < plausible.0 && wide.1 > plausible.1);
    }
}
