//! What is varied in a sweep: a lever and its values, as typed or as chosen on the page.

use crate::scenario::Scenario;
use crate::scenario::check::Problem;
use crate::scenario::field::{Field, Kind, Value};
use crate::scenario::read;
use crate::scenario::write::number;

/// Points of a lever when nobody says how many.
pub const POINTS: u32 = 21;
/// Most points of one lever.
pub const MOST_POINTS: u32 = 201;

/// A lever and its values; amounts ascend.
#[derive(Clone)]
pub struct Lever {
    /// The lever.
    pub field: &'static Field,
    /// What it is set to.
    pub values: Vec<Value>,
}

impl std::fmt::Debug for Lever {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}={:?}", self.field.path, self.values)
    }
}

/// Why a lever can't be varied as asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Unvaried {
    /// Not of the form `PATH=LO:HI:STEPS`, `PATH=LO:HI` or `PATH=A,B,…`.
    Form {
        /// What was written.
        text: String,
    },
    /// The path or a value is not one of the scenario's.
    Problem(Problem),
    /// A series or a text has no steps.
    Kind {
        /// The field.
        path: &'static str,
    },
    /// The number of points is outside 2 to [`MOST_POINTS`], or the range is empty.
    Range {
        /// The field.
        path: &'static str,
    },
}

impl Lever {
    /// From `PATH=LO:HI:STEPS` (so many points, ends included), `PATH=LO:HI`, or `PATH=A,B,…`.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn read(text: &str) -> Result<Self, Unvaried> {
        let form = || Unvaried::Form {
            text: text.chars().take(80).collect(),
        };
        let (path, values) = text.split_once('=').ok_or_else(form)?;
        let Some(field) = crate::scenario::find(path.trim()) else {
            // The reader of assignments knows what to say of an unknown path.
            let wrong = read::assign(&mut Scenario::standard(), &format!("{}=0", path.trim()));
            return Err(wrong.err().map_or_else(form, Unvaried::Problem));
        };
        if values.contains(':') {
            let parts: Vec<&str> = values.split(':').map(str::trim).collect();
            let (low, high, steps) = match parts[..] {
                [low, high] => (low, high, POINTS),
                [low, high, steps] => (low, high, steps.parse().map_err(|_| form())?),
                _ => return Err(form()),
            };
            let amount = |text: &str| text.parse::<f64>().ok().filter(|v| v.is_finite());
            let low = amount(low).ok_or_else(form)?;
            let high = amount(high).ok_or_else(form)?;
            Self::range(field, low, high, steps)
        } else {
            let parts: Vec<&str> = values.split(',').map(str::trim).collect();
            Self::listed(field, &parts)
        }
    }

    /// So many points from `low` to `high`, both included; counts are rounded, and those that fall
    /// together are one.
    ///
    /// # Errors
    /// When the field has no amount, the range is empty or a value is out of bounds.
    pub fn range(
        field: &'static Field,
        low: f64,
        high: f64,
        points: u32,
    ) -> Result<Self, Unvaried> {
        let path = field.path;
        let whole = match field.kind {
            Kind::Number { .. } => false,
            Kind::Whole { .. } => true,
            Kind::Switch | Kind::Choice(_) | Kind::Series { .. } | Kind::Words { .. } => {
                return Err(Unvaried::Kind { path });
            }
        };
        if !(2..=MOST_POINTS).contains(&points) || low >= high {
            return Err(Unvaried::Range { path });
        }
        let mut amounts: Vec<f64> = (0..points)
            .map(|i| {
                let share = f64::from(i) / f64::from(points - 1);
                // Both ends exactly, and no digits that nobody meant in between.
                let at = if i + 1 == points {
                    high
                } else {
                    low + (high - low) * share
                };
                if whole {
                    at.round()
                } else {
                    tidy(at, high - low)
                }
            })
            .collect();
        amounts.dedup();
        let texts: Vec<String> = amounts.iter().map(|v| number(*v).to_string()).collect();
        Self::listed(field, &texts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// These values, as they would be typed.
    ///
    /// # Errors
    /// When one is not a value of the field, or the field can't be varied.
    pub fn listed(field: &'static Field, texts: &[&str]) -> Result<Self, Unvaried> {
        let path = field.path;
        if matches!(field.kind, Kind::Series { .. } | Kind::Words { .. }) {
            return Err(Unvaried::Kind { path });
        }
        let mut scenario = Scenario::standard();
        let mut values: Vec<Value> = Vec::new();
        for text in texts {
            read::assign(&mut scenario, &format!("{path}={text}")).map_err(Unvaried::Problem)?;
            let value = (field.get)(&scenario);
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.iter().all(|value| amount(value).is_some()) {
            crate::order::by(&mut values, |a, b| {
                let of = |value| amount(value).unwrap_or(0.0);
                of(a).total_cmp(&of(b))
            });
        }
        Ok(Self { field, values })
    }

    /// True where the values have an order, so that one can ask for the highest.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.values.iter().all(|value| amount(value).is_some())
    }

    /// The value half-way between two amounts that is not one of them; None where the lever's own step
    /// is too coarse.
    #[must_use]
    pub(super) fn between(&self, low: f64, high: f64) -> Option<Value> {
        let middle = f64::midpoint(low, high);
        match self.field.kind {
            Kind::Whole { .. } => {
                let middle = middle.floor();
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let value = Value::Whole(middle as u32);
                (middle > low && middle < high).then_some(value)
            }
            Kind::Number { step, .. } => {
                let middle = tidy(middle, high - low);
                (high - low > step && middle > low && middle < high)
                    .then_some(Value::Number(middle))
            }
            Kind::Switch | Kind::Choice(_) | Kind::Series { .. } | Kind::Words { .. } => None,
        }
    }
}

/// The amount of a value that has one.
#[must_use]
pub fn amount(value: &Value) -> Option<f64> {
    match value {
        Value::Number(v) => Some(*v),
        Value::Whole(v) => Some(f64::from(*v)),
        Value::Switch(_) | Value::Choice(_) | Value::Series(_) | Value::Words(_) => None,
    }
}

/// Rounded to a millionth of the range: the points of 0.1:0.9 are 0.14 and not 0.14000000000000001.
fn tidy(value: f64, range: f64) -> f64 {
    let mut scale = 1.0;
    while range * scale < 1e5 && scale < 1e12 {
        scale *= 10.0;
    }
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<Value> {
        Lever::read(text).unwrap_or_else(|e| panic!("{e:?}")).values
    }

    #[test]
    fn ranges_lists_and_counts() {
        let target = "appraisal.kpis.call_volume.target_per_day";
        let number = |v: &[f64]| v.iter().copied().map(Value::Number).collect::<Vec<_>>();
        assert_eq!(
            values(&format!("{target}=40:60:5")),
            number(&[40.0, 45.0, 50.0, 55.0, 60.0])
        );
        assert_eq!(values(&format!("{target}=40:120")).len(), 21);
        assert_eq!(
            values("rewards.awards.coverage_share=0.1:0.3:3"),
            number(&[0.1, 0.2, 0.3])
        );
        assert_eq!(
            values("workforce.headcount=10:12:5"),
            [10, 11, 12].map(Value::Whole)
        );
        assert_eq!(
            values("rewards.awards.strategy=lottery, star"),
            [Value::Choice("lottery"), Value::Choice("star")]
        );
        assert_eq!(
            values("support.flexible_work.enabled=false,true"),
            [false, true].map(Value::Switch)
        );
        assert_eq!(
            values("workforce.headcount=30,10"),
            [10, 30].map(Value::Whole)
        );
    }

    #[test]
    fn what_cannot_be_varied_says_why() {
        let of = |text: &str| Lever::read(text).err().unwrap_or_else(|| panic!("{text}"));
        assert!(matches!(of("workforce.headcount"), Unvaried::Form { .. }));
        assert!(matches!(
            of("workforce.headcount=1:2:3:4"),
            Unvaried::Form { .. }
        ));
        assert!(matches!(
            of("workforce.headcount=a:b"),
            Unvaried::Form { .. }
        ));
        assert!(matches!(
            of("workforce.headcount=20:10:3"),
            Unvaried::Range { .. }
        ));
        assert!(matches!(
            of("workforce.headcount=1:20:1"),
            Unvaried::Range { .. }
        ));
        assert!(matches!(of("name=a,b"), Unvaried::Kind { .. }));
        assert!(matches!(
            of("rewards.awards.strategy=1:2"),
            Unvaried::Kind { .. }
        ));
        for text in [
            "workforce.headcounts=1:2",
            "workforce.headcount=1:900000",
            "workforce.headcount=x",
        ] {
            assert!(matches!(of(text), Unvaried::Problem(_)), "{text}");
        }
    }

    #[test]
    fn halves_stop_at_the_levers_own_step() {
        let lever = |text: &str| Lever::read(text).unwrap_or_else(|e| panic!("{e:?}"));
        let posts = lever("workforce.headcount=10:20:2");
        assert_eq!(posts.between(10.0, 13.0), Some(Value::Whole(11)));
        assert_eq!(posts.between(10.0, 11.0), None);
        let target = lever("appraisal.kpis.call_volume.target_per_day=40:60:5");
        assert_eq!(target.between(40.0, 45.0), Some(Value::Number(42.5)));
        assert_eq!(target.between(40.0, 40.01), None);
    }
}
