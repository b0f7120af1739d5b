//! How long callers would wait: Kaplan–Meier, with answered callers censored at their wait.

use std::collections::BTreeMap;

/// Callers who left the queue after the same time, in tenths of a second.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Leaving {
    /// Those who hung up.
    pub hung_up: f64,
    /// Those who were answered; how much longer they would have waited nobody knows.
    pub answered: f64,
}

/// Callers by how long they waited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waits(BTreeMap<u32, Leaving>);

/// The share of callers who would wait longer than some time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// From here on.
    pub seconds: f64,
    /// Share who would wait longer.
    pub survival: f64,
    /// Callers who were still waiting just before.
    pub at_risk: f64,
}

impl Waits {
    /// Counts a caller.
    pub fn add(&mut self, seconds: f64, answered: bool) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let tenths = (seconds * 10.0).round() as u32;
        let leaving = self.0.entry(tenths).or_default();
        if answered {
            leaving.answered += 1.0;
        } else {
            leaving.hung_up += 1.0;
        }
    }

    /// Adds `other`, `sign` times: 1 joins, −1 takes away.
    pub fn join(&mut self, other: &Self, sign: f64) {
        for (tenths, more) in &other.0 {
            let leaving = self.0.entry(*tenths).or_default();
            leaving.hung_up += sign * more.hung_up;
            leaving.answered += sign * more.answered;
        }
    }

    /// Seconds and who left then, in order of time.
    pub fn iter(&self) -> impl Iterator<Item = (f64, Leaving)> {
        self.0
            .iter()
            .map(|(tenths, leaving)| (f64::from(*tenths) / 10.0, *leaving))
    }

    /// Callers, and those of them who hung up.
    #[must_use]
    pub fn totals(&self) -> (f64, f64) {
        self.0.values().fold((0.0, 0.0), |(all, hung_up), leaving| {
            (
                all + leaving.hung_up + leaving.answered,
                hung_up + leaving.hung_up,
            )
        })
    }

    /// The Kaplan–Meier estimate, a step at each time at which somebody hung up, and a last one where
    /// the data end. At equal times hanging up comes before being answered, as is usual.
    #[must_use]
    pub fn kaplan_meier(&self) -> Vec<Step> {
        let (mut at_risk, _) = self.totals();
        let mut survival = 1.0;
        let mut steps = Vec::new();
        let mut last = None;
        for (seconds, leaving) in self.iter() {
            let here = leaving.hung_up + leaving.answered;
            if here <= 0.0 {
                continue;
            }
            if leaving.hung_up > 0.0 {
                survival *= 1.0 - leaving.hung_up / at_risk;
            }
            let step = Step {
                seconds,
                survival,
                at_risk,
            };
            last = Some(step);
            if leaving.hung_up > 0.0 {
                steps.push(step);
            }
            at_risk -= here;
        }
        if let Some(end) = last
            && steps.last() != Some(&end)
        {
            steps.push(end);
        }
        steps
    }
}

/// The share who would wait longer than `seconds`; None after the longest wait in the data.
#[must_use]
pub fn at(steps: &[Step], seconds: f64) -> Option<f64> {
    if steps.last().is_none_or(|end| end.seconds < seconds) {
        return None;
    }
    let passed = steps.partition_point(|step| step.seconds <= seconds);
    Some(
        passed
            .checked_sub(1)
            .map_or(1.0, |index| steps[index].survival),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six callers: 1 answered, 2 hung up, 2 answered, 3 hung up, 4 hung up, 5 answered. By hand:
    /// at 2 s 1 of 5 goes, 4/5; at 3 s 1 of 3, 8/15; at 4 s 1 of 2, 4/15.
    #[test]
    fn the_hand_computed_example() {
        let mut waits = Waits::default();
        for (seconds, answered) in [
            (1.0, true),
            (2.0, false),
            (2.0, true),
            (3.0, false),
            (4.0, false),
            (5.0, true),
        ] {
            waits.add(seconds, answered);
        }
        let steps = waits.kaplan_meier();
        for (seconds, expected) in [
            (0.0, Some(1.0)),
            (1.9, Some(1.0)),
            (2.0, Some(0.8)),
            (3.0, Some(8.0 / 15.0)),
            (4.5, Some(4.0 / 15.0)),
            (5.0, Some(4.0 / 15.0)),
            (5.1, None),
        ] {
            let found = at(&steps, seconds);
            match (found, expected) {
                (Some(f), Some(e)) => assert!((f - e).abs() < 1e-12, "{seconds}: {f}"),
                _ => assert_eq!(found, expected, "{seconds}"),
            }
        }
        assert_eq!(at(&[], 0.0), None);
    }

    #[test]
    fn what_is_taken_away_is_as_if_it_had_not_been() {
        let (mut all, mut rest, mut part) = (Waits::default(), Waits::default(), Waits::default());
        for seconds in [3.0, 3.0, 8.0] {
            all.add(seconds, false);
            rest.add(seconds, false);
        }
        all.add(20.0, true);
        part.add(20.0, true);
        all.join(&part, -1.0);
        assert_eq!(all.kaplan_meier(), rest.kaplan_meier());
    }
}
