//! Why two scenarios differ: the difference of a metric by pathway, each switched over under the same luck.
//!
//! A pathway is a set of fields of the catalogue that belong together and differ between the two. Each is
//! switched over twice: alone and first, from the one scenario; and last, when all others are the other's
//! already. Its part is the mean of the two, replication by replication. What is left over is what happens
//! only when three or more pathways are switched together; it is computed, never assumed to be nothing.

use super::Rounds;
use super::board::Board;
use super::pathway::Pathway;
use crate::measure::summary::Summary;
use crate::scenario::checked::Checked;
use crate::scenario::field::Field;

/// What is switched over at once.
#[derive(Clone, Debug)]
pub struct Way {
    /// The pathways in it: one, or more where they can't be switched apart.
    pub pathways: Vec<Pathway>,
    /// The fields that differ.
    pub fields: Vec<&'static Field>,
}

/// The question.
#[derive(Clone, Debug)]
pub struct Why {
    metric: usize,
    scenarios: [Checked; 2],
    ways: Vec<Way>,
    /// The first with each way taken from the second, and the second with it taken from the first.
    mixes: Vec<[Checked; 2]>,
    replications: u32,
    /// The cells of each way: switched first, switched last.
    cells: Vec<[u32; 2]>,
}

/// What one way does to the metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The mean of first and last.
    pub part: Summary,
    /// Switched alone, from the first scenario.
    pub first: Summary,
    /// Switched last, to the second.
    pub last: Summary,
}

/// The difference taken apart, as far as the study has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoning {
    /// Replications in it: those in which the metric is defined everywhere.
    pub count: usize,
    /// True when all that are wanted are in.
    pub complete: bool,
    /// The metric in the first scenario.
    pub from: Summary,
    /// In the second.
    pub to: Summary,
    /// The second less the first, by pairs.
    pub difference: Summary,
    /// In the order of [`Why::ways`].
    pub parts: Vec<Contribution>,
    /// The difference less all parts.
    pub left_over: Summary,
}

impl Why {
    /// Of metric number `metric`: how the second of two scenarios comes to differ from the first.
    #[must_use]
    pub fn new(metric: usize, scenarios: [Checked; 2], replications: u32) -> Self {
        let [from, to] = scenarios;
        // What they are called makes no difference, and mixes of the two are neither.
        let scenarios = [from.clone(), to.titled_as(&from)];
        let (ways, mixes) = mixed(&scenarios, ways(&scenarios));
        Self {
            metric,
            scenarios,
            ways,
            mixes,
            replications,
            cells: Vec::new(),
        }
    }

    /// Which metric.
    #[must_use]
    pub fn metric(&self) -> usize {
        self.metric
    }

    /// The same of another metric: what is run for one serves all.
    #[must_use]
    pub fn of_metric(&self, metric: usize) -> Self {
        Self {
            metric,
            ..self.clone()
        }
    }

    /// The two scenarios.
    #[must_use]
    pub fn scenarios(&self) -> &[Checked; 2] {
        &self.scenarios
    }

    /// What is switched over; nothing where the scenarios are the same.
    #[must_use]
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }

    /// What is known at this moment; None before the first replication of everything.
    #[must_use]
    pub fn result(&self, board: &Board) -> Option<Reckoning> {
        let mut cells: Vec<u32> = vec![0, 1];
        cells.extend(self.cells.iter().flatten());
        let common = board.common(&cells);
        let value = |cell: u32, r: usize| board.outcomes(cell)[r].metrics[self.metric];
        let defined: Vec<usize> = (0..common)
            .filter(|r| cells.iter().all(|cell| value(*cell, *r).is_some()))
            .collect();
        let series = |of: &dyn Fn(usize) -> Option<f64>| -> Vec<f64> {
            defined.iter().filter_map(|r| of(*r)).collect()
        };
        let less = |a: u32, b: u32| series(&|r| Some(value(a, r)? - value(b, r)?));
        let difference = less(1, 0);
        let mut left_over = difference.clone();
        let mut parts = Vec::new();
        for [first, last] in &self.cells {
            let (first, last) = (less(*first, 0), less(1, *last));
            let part: Vec<f64> = first
                .iter()
                .zip(&last)
                .map(|(a, b)| f64::midpoint(*a, *b))
                .collect();
            for (left, part) in left_over.iter_mut().zip(&part) {
                *left -= part;
            }
            parts.push(Contribution {
                part: Summary::of(&part)?,
                first: Summary::of(&first)?,
                last: Summary::of(&last)?,
            });
        }
        Some(Reckoning {
            count: defined.len(),
            complete: board.is_round_complete(),
            from: Summary::of(&series(&|r| value(0, r)))?,
            to: Summary::of(&series(&|r| value(1, r)))?,
            difference: Summary::of(&difference)?,
            parts,
            left_over: Summary::of(&left_over)?,
        })
    }
}

impl Rounds for Why {
    fn begin(&mut self, board: &mut Board) {
        let mut cells: Vec<u32> = self
            .scenarios
            .iter()
            .map(|s| board.add(s.clone()))
            .collect();
        for mixes in &self.mixes {
            let own = mixes.each_ref().map(|mixed| {
                // With one way or two the mixes are met twice, or are the scenarios themselves.
                let known = cells.iter().find(|cell| board.scenario(**cell) == mixed);
                known.copied().unwrap_or_else(|| board.add(mixed.clone()))
            });
            cells.extend(own);
            self.cells.push(own);
        }
        crate::order::by(&mut cells, Ord::cmp);
        cells.dedup();
        for cell in cells {
            board.want(cell, self.replications);
        }
    }
}

/// Each way with both mixes of it. A way that has a mix that can't be run is joined with the next.
fn mixed(scenarios: &[Checked; 2], mut ways: Vec<Way>) -> (Vec<Way>, Vec<[Checked; 2]>) {
    loop {
        let both = |way: &Way| Some([mix(scenarios, 0, way)?, mix(scenarios, 1, way)?]);
        let mixes: Vec<Option<[Checked; 2]>> = ways.iter().map(both).collect();
        match mixes.iter().position(Option::is_none) {
            Some(at) if ways.len() > 1 => join(&mut ways, at),
            Some(_) | None => {
                let all = ways.into_iter().zip(mixes);
                return all.filter_map(|(way, mixes)| Some((way, mixes?))).unzip();
            }
        }
    }
}

/// One of the two with one way taken from the other; None where it can't be run.
fn mix(scenarios: &[Checked; 2], base: usize, way: &Way) -> Option<Checked> {
    let mixed = scenarios[base].changed(|mixed| {
        for field in &way.fields {
            let value = (field.get)(&scenarios[1 - base]);
            let taken = (field.set)(mixed, &value);
            debug_assert!(taken, "{}: of another kind", field.path);
        }
    });
    mixed.ok()
}

fn join(ways: &mut Vec<Way>, at: usize) {
    let joined = ways.remove(at);
    let with = at % ways.len();
    let next = &mut ways[with];
    next.pathways.extend(joined.pathways);
    crate::order::by(&mut next.pathways, Ord::cmp);
    next.pathways.dedup();
    next.fields.extend(joined.fields);
}

/// The fields that differ, by pathway; where all are of one pathway, each by itself.
fn ways([from, to]: &[Checked; 2]) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for (field, _) in to.differences(from) {
        let Some(pathway) = Pathway::of(field.path) else {
            continue;
        };
        match ways.iter_mut().find(|way| way.pathways == [pathway]) {
            Some(way) => way.fields.push(field),
            None => ways.push(Way {
                pathways: vec![pathway],
                fields: vec![field],
            }),
        }
    }
    if let [only] = ways.as_slice() {
        let pathways = only.pathways.clone();
        return only
            .fields
            .iter()
            .map(|field| Way {
                pathways: pathways.clone(),
                fields: vec![*field],
            })
            .collect();
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::super::Study;
    use super::super::board::tests::outcome;
    use super::super::board::{Keep, Task};
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::checked::tests::checked;
    use crate::scenario::field::Value;
    use crate::scenario::presets::find;

    /// A known function in place of the simulation: 3 for awards, 5 for leave, and 2 for both, 7 for all
    /// three with training.
    fn known(scenario: &Scenario, luck: f64) -> f64 {
        let base = Scenario::standard();
        let on = |path: &str| {
            let field = crate::scenario::find(path).expect("a field");
            f64::from(u32::from((field.get)(scenario) != (field.get)(&base)))
        };
        let (a, b, c) = (
            on("rewards.awards.coverage_share"),
            on("support.leave.away_share"),
            on("development.training.hours_per_month"),
        );
        luck * (1.0 + a) + 3.0 * a + 5.0 * b + 2.0 * a * b + 7.0 * a * b * c
    }

    #[test]
    fn parts_and_left_over_are_the_difference_and_known_ones_are_found() {
        let from = Scenario::standard();
        let to = from
            .clone()
            .with("rewards.awards.coverage_share", Value::Number(0.5))
            .with("support.leave.away_share", Value::Number(0.2))
            .with("development.training.hours_per_month", Value::Number(9.0));
        let why = Why::new(0, [from, to].map(checked), 6);
        assert_eq!(why.ways().len(), 3);
        let mut study = Study::new(why, 1, Keep::default());
        while let Some(task) = study.wanted().last() {
            let Task { cell, replication } = task;
            let value = known(study.board().scenario(cell), f64::from(replication));
            study.take(task, outcome(value));
        }
        let why = study.question();
        let found = why.result(study.board()).expect("complete");
        assert!(found.complete && found.count == 6);
        // Luck of 0 to 5 doubles with awards: 2.5 on average.
        let all = 3.0 + 5.0 + 2.0 + 7.0 + 2.5;
        assert!((found.difference.mean - all).abs() < 1e-12);
        let parts: f64 = found.parts.iter().map(|c| c.part.mean).sum();
        assert!((parts + found.left_over.mean - all).abs() < 1e-12);
        // First alone, last with both pairs and the three: awards (5.5 + 14.5)/2, leave (5 + 14)/2, training 7/2.
        let of = |p| {
            let at = why.ways().iter().position(|w| w.pathways == [p]);
            found.parts[at.expect("a way")].part.mean
        };
        assert!((of(Pathway::Recognition) - 10.0).abs() < 1e-12);
        assert!((of(Pathway::Leave) - 9.5).abs() < 1e-12);
        assert!((of(Pathway::Growth) - 3.5).abs() < 1e-12);
        assert!((found.left_over.mean - (all - 23.0)).abs() < 1e-12);
    }

    #[test]
    fn within_one_pathway_each_field_goes_by_itself_and_mixes_stay_sound() {
        let from = Scenario::standard();
        let to = from
            .clone()
            .with("rewards.awards.coverage_share", Value::Number(0.5))
            .with("rewards.awards.visibility_share", Value::Number(0.1));
        let why = Why::new(0, [from.clone(), to].map(checked), 2);
        assert_eq!(why.ways().len(), 2);
        assert!(
            Why::new(0, [from.clone(), from.clone()].map(checked), 2)
                .ways()
                .is_empty()
        );
        // A band that moves as a whole past itself can't be moved end by end.
        let to = from
            .clone()
            .with(
                "appraisal.kpis.talk_time.from_seconds",
                Value::Number(1500.0),
            )
            .with("appraisal.kpis.talk_time.to_seconds", Value::Number(1600.0));
        let why = Why::new(0, [from, to].map(checked), 2);
        assert_eq!(why.ways().len(), 1);
        assert_eq!(why.ways()[0].fields.len(), 2);
        for preset in ["seed-erg", "high-target", "bank-1999"] {
            let other = find(preset).expect("a preset").scenario();
            let both = [Scenario::standard(), other].map(checked);
            let fields = |ways: &[Way]| ways.iter().map(|way| way.fields.len()).sum::<usize>();
            let differing = fields(&ways(&both));
            // Joined or not, no field that differs is lost.
            let why = Why::new(0, both, 2);
            assert_eq!(fields(why.ways()), differing, "{preset}");
        }
    }
}
