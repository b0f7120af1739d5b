//! A calibration on its way to its report, without threads and without a clock: which simulated centres are
//! wanted next, and what they say so far. In whatever order they come, the same comes of it.

use super::posterior::{Posterior, equal, posterior};
use super::{Calibration, Row};
use std::collections::BTreeMap;

/// Centres simulated from the posterior, to hold against the data.
pub const CHECKS: u32 = 60;
/// Their luck begins here, beyond that of any table.
pub const CHECKS_FROM: u32 = 500_000;
/// A look is taken at the table whenever so many more of its rows are in.
pub const LOOK: u32 = 50;

/// One centre to be simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its number, which is that of its luck.
    pub number: u32,
    /// Its values, each 0–1 within its range.
    pub point: Vec<f64>,
}

/// A calibration that is being fitted.
#[derive(Clone, Debug)]
pub struct Fitting {
    asked: Calibration,
    /// Rows of the table that are wanted.
    draws: u32,
    /// By number; None where the values make no scenario.
    rows: BTreeMap<u32, Option<Row>>,
    /// At how many rows from the first on the last look was taken, and what they said.
    looked: Option<(u32, Posterior)>,
    points: Vec<Vec<f64>>,
    checks: BTreeMap<u32, Option<Row>>,
}

impl Fitting {
    /// Begins with an empty table that is to have so many rows.
    #[must_use]
    pub fn new(asked: Calibration, draws: u32) -> Self {
        Self {
            asked,
            draws,
            rows: BTreeMap::new(),
            looked: None,
            points: Vec::new(),
            checks: BTreeMap::new(),
        }
    }

    /// What is asked.
    #[must_use]
    pub fn asked(&self) -> &Calibration {
        &self.asked
    }

    /// Rows that are wanted.
    #[must_use]
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// Rows that are in without a gap: those of a shorter table, so what they say depends on nobody's pace.
    #[must_use]
    pub fn done(&self) -> u32 {
        let numbers = self.rows.keys().zip(0..);
        let whole = numbers.take_while(|(number, turn)| *number == turn);
        u32::try_from(whole.count()).unwrap_or(u32::MAX)
    }

    /// The next centre that is wanted and not among those that are being simulated.
    pub fn wanted(&mut self, is_running: impl Fn(u32) -> bool) -> Option<Wanted> {
        let free = |rows: &BTreeMap<u32, Option<Row>>, number: &u32| {
            !rows.contains_key(number) && !is_running(*number)
        };
        if let Some(number) = (0..self.draws).find(|number| free(&self.rows, number)) {
            let point = self.asked.point(number);
            return Some(Wanted { number, point });
        }
        let numbers = (CHECKS_FROM..).zip(&self.points);
        let mut open = numbers.filter(|(number, _)| free(&self.checks, number));
        open.next().map(|(number, point)| Wanted {
            number,
            point: point.clone(),
        })
    }

    /// Takes in a centre; true when there is something new to see.
    pub fn take(&mut self, number: u32, row: Option<Row>) -> bool {
        if number >= CHECKS_FROM {
            self.checks.insert(number, row);
            return self.is_done();
        }
        self.rows.insert(number, row);
        let reach = self.done().min(self.draws);
        let before = self.looked.as_ref().map_or(0, |(rows, _)| *rows);
        let due = reach / LOOK > before / LOOK || reach == self.draws && before < reach;
        due && self.look(reach)
    }

    /// Ends the table where it stands; what it says is held against the data. False while it says nothing.
    pub fn stop(&mut self) -> bool {
        let done = self.done();
        if !self.look(done) {
            return false;
        }
        self.draws = done;
        self.draw();
        true
    }

    /// Wants a table of so many rows; those that are there stay.
    pub fn go_on(&mut self, draws: u32) {
        self.draws = draws;
        self.points.clear();
        self.checks.clear();
        if self.done() >= draws {
            self.look(draws);
        }
    }

    /// What the table says so far; None while it is too short.
    #[must_use]
    pub fn found(&self) -> Option<&Posterior> {
        self.looked.as_ref().map(|(_, found)| found)
    }

    /// Centres simulated from what was found, as far as they are in.
    #[must_use]
    pub fn checks(&self) -> Vec<Row> {
        self.checks.values().flatten().cloned().collect()
    }

    /// True when the table is whole and what it says was held against the data.
    #[must_use]
    pub fn is_done(&self) -> bool {
        !self.points.is_empty() && self.checks.len() == self.points.len()
    }

    /// True when the table is whole and says nothing: too few of its centres have what the data have.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.looked.is_none() && self.done() >= self.draws
    }

    fn look(&mut self, done: u32) -> bool {
        let first = self.rows.range(..done).filter_map(|(_, row)| row.clone());
        let table: Vec<Row> = first.collect();
        self.looked = posterior(&table, &self.asked.observed).map(|found| (done, found));
        if done == self.draws {
            self.draw();
        }
        self.looked.is_some()
    }

    /// Draws the centres that are held against the data.
    fn draw(&mut self) {
        self.checks.clear();
        self.points = self
            .found()
            .map_or_else(Vec::new, |found| equal(found, CHECKS));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;
    use crate::study::own::EXAMPLE;

    /// A centre of nine people seen for three months.
    fn asked() -> Calibration {
        let mut scenario = PRESETS[0].scenario();
        scenario.demand.calls_per_day *= 9.0 / f64::from(scenario.workforce.headcount);
        scenario.workforce.headcount = 9;
        let blank = Calibration::blank(&scenario, 3, 4);
        let record = blank.record_at(EXAMPLE, &blank.point(EXAMPLE));
        Calibration::new(&scenario, &record.expect("a centre"), 4)
    }

    /// Runs what is wanted, `lanes` at a time, the last given out handed in first.
    fn run(fitting: &mut Fitting, lanes: usize) {
        let mut out: Vec<Wanted> = Vec::new();
        loop {
            let busy = |number| out.iter().any(|one: &Wanted| one.number == number);
            if let Some(wanted) = fitting.wanted(busy).filter(|_| out.len() < lanes) {
                out.push(wanted);
                continue;
            }
            let Some(next) = out.pop() else { return };
            let row = fitting.asked().row_at(next.number, next.point);
            fitting.take(next.number, row);
        }
    }

    #[test]
    fn any_order_gives_the_same_and_the_same_as_a_table_at_once() {
        let draws = 70;
        let [one, many] = [1, 7].map(|lanes| {
            let mut fitting = Fitting::new(asked(), draws);
            run(&mut fitting, lanes);
            assert!(fitting.is_done());
            fitting
        });
        assert_eq!(one.found(), many.found());
        assert_eq!(one.checks(), many.checks());
        let asked = asked();
        let table: Vec<Row> = (0..draws).filter_map(|n| asked.row(n)).collect();
        assert_eq!(one.found(), posterior(&table, &asked.observed).as_ref());
    }

    #[test]
    fn stopped_it_is_a_shorter_table_and_can_go_on() {
        let mut fitting = Fitting::new(asked(), 90);
        assert!(!fitting.stop(), "nothing is there yet");
        for number in (0..60).chain(61..65) {
            let row = fitting.asked().row(number);
            fitting.take(number, row);
        }
        assert!(fitting.stop());
        assert_eq!(fitting.draws(), 60);
        run(&mut fitting, 2);
        assert!(fitting.is_done());
        let mut short = Fitting::new(asked(), 60);
        run(&mut short, 3);
        assert_eq!(fitting.found(), short.found());
        assert_eq!(fitting.checks(), short.checks());
        fitting.go_on(70);
        assert!(!fitting.is_done());
        run(&mut fitting, 2);
        assert_eq!(fitting.found().map(|found| found.rows), Some(70));
    }
}
