//! What may be changed: levers with their ranges, in the same form as assumptions.

use crate::scenario::Scenario;
use crate::scenario::field::{Kind, Value};
use crate::scenario::find;
use crate::study::sensitivity::inputs::{Input, Range};

/// How many levers a search tries when nobody names any.
pub const NUMBER: usize = 11;

/// Levers that a search tries when nobody names any: path and range; options stand for themselves.
const USUAL: [(&str, Option<(f64, f64)>); NUMBER] = [
    (
        "appraisal.kpis.call_volume.target_per_day",
        Some((45.0, 85.0)),
    ),
    ("appraisal.kpis.call_volume.weight", Some((10.0, 70.0))),
    ("appraisal.openness_share", Some((0.0, 1.0))),
    ("appraisal.voice_share", Some((0.0, 1.0))),
    ("rewards.awards.strategy", None),
    ("rewards.awards.coverage_share", Some((0.02, 1.0))),
    ("support.flexible_work.enabled", None),
    (
        "support.stress_relief.frequency_per_month",
        Some((0.0, 4.0)),
    ),
    ("support.rest_minutes_per_day", Some((10.0, 40.0))),
    ("development.training.hours_per_month", Some((0.0, 8.0))),
    ("development.ladder.enabled", None),
];

/// A lever as typed that can't be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoLever {
    /// What was typed.
    pub text: String,
}

/// The usual levers, their ranges widened where the scenario's own value lies outside.
#[must_use]
pub fn usual(scenario: &Scenario) -> Vec<Input> {
    let widened = |path: &str, range: Option<(f64, f64)>| {
        let mut lever = lever(scenario, path, range)?;
        if let (Range::Amounts { low, high }, Value::Number(own)) = (&mut lever.range, &lever.own) {
            (*low, *high) = (low.min(*own), high.max(*own));
        }
        Some(lever)
    };
    USUAL
        .iter()
        .filter_map(|(path, range)| widened(path, *range))
        .collect()
}

/// A lever from `PATH=LOW:HIGH`, or `PATH` for one with options.
///
/// # Errors
/// When the path is none, has no such range, or isn't a number, a switch or a choice.
pub fn read(scenario: &Scenario, text: &str) -> Result<Input, NoLever> {
    let wrong = || NoLever {
        text: text.to_owned(),
    };
    let Some((path, range)) = text.split_once('=') else {
        return lever(scenario, text.trim(), None).ok_or_else(wrong);
    };
    let (low, high) = range.split_once(':').ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|v| v.is_finite());
    let ends = number(low).zip(number(high)).ok_or_else(wrong)?;
    lever(scenario, path.trim(), Some(ends)).ok_or_else(wrong)
}

fn lever(scenario: &Scenario, path: &str, range: Option<(f64, f64)>) -> Option<Input> {
    let field = find(path)?;
    let own = (field.get)(scenario);
    let range = match (field.kind, range) {
        (Kind::Switch, None) => Range::Options(vec![Value::Switch(false), Value::Switch(true)]),
        (Kind::Choice(options), None) => {
            Range::Options(options.iter().map(|o| Value::Choice(o.id)).collect())
        }
        (Kind::Number { min, max, .. }, Some((low, high)))
            if min <= low && low < high && high <= max =>
        {
            Range::Amounts { low, high }
        }
        (
            Kind::Number { .. }
            | Kind::Switch
            | Kind::Choice(_)
            | Kind::Whole { .. }
            | Kind::Series { .. }
            | Kind::Words { .. },
            _,
        ) => return None,
    };
    Some(Input { field, range, own })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levers_are_read_and_nonsense_is_refused() {
        let standard = Scenario::standard();
        assert_eq!(usual(&standard).len(), USUAL.len());
        // A target of 95 is no move of none from the usual range's end.
        let target = "appraisal.kpis.call_volume.target_per_day";
        let high = usual(&standard.clone().with(target, Value::Number(95.0)));
        assert_eq!(high[0].value(high[0].place(&high[0].own)), high[0].own);
        let found = read(&standard, "appraisal.openness_share=0.2:0.9").expect("a lever");
        assert_eq!(
            found.range,
            Range::Amounts {
                low: 0.2,
                high: 0.9
            }
        );
        assert!(read(&standard, "rewards.awards.strategy").is_ok());
        for text in [
            "nothing.here",
            "appraisal.openness_share",
            "appraisal.openness_share=0.9:0.2",
            "appraisal.openness_share=0:2",
            "appraisal.openness_share=a:b",
            "rewards.awards.strategy=0:1",
            "workforce.headcount=10:20",
        ] {
            assert!(read(&standard, text).is_err(), "{text}");
        }
    }
}
