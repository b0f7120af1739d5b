//! The best of several scenarios in one metric, with a stated probability of having chosen right.
//!
//! The fully sequential procedure of Kim & Nelson (2001, ACM Transactions on Modeling and Computer
//! Simulation 11, 251–273): after [`FIRST`] years of all, those that lie too far behind another are
//! given up, year by year, until one is left. It holds under common luck, as it looks at the variances of
//! differences. When the best is better than the others by at least what matters, it is chosen with at
//! least the probability asked for; when others are as good within that, one of the good ones is. That
//! rests on means being near to normal.

use super::Rounds;
use super::board::Board;
use super::cell::Cell;
use crate::measure::summary;
use crate::scenario::checked::Checked;

/// Years of every scenario before the first is given up.
pub const FIRST: u32 = 16;
/// Years of a round; within it those given up early are run for nothing.
const ROUND: u32 = 8;

/// Which is best?
#[derive(Clone, Debug)]
pub struct Best {
    scenarios: Vec<Checked>,
    wish: Wish,
    /// Those not given up, by place.
    left: Vec<usize>,
    /// When the others were given up: place and number of years.
    gone: Vec<(usize, usize)>,
    /// Years looked at.
    seen: usize,
}

/// What is best, and how surely it is to be found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Place among the metrics.
    pub metric: usize,
    /// Whether more of it is better.
    pub higher_is_better: bool,
    /// The smallest difference that matters, in the metric's unit; above 0.
    pub matters: f64,
    /// Probability of a right choice, between 1/k and 1.
    pub certainty: f64,
    /// Most years of each scenario.
    pub budget: u32,
}

/// What is known of the best.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Place of the scenario with the best mean among those that are left.
    pub best: Option<usize>,
    /// True when only one is left, so that the choice has the certainty asked for.
    pub decided: bool,
    /// Those that are left, by place.
    pub left: Vec<usize>,
    /// Those given up, in that order: place and the number of years after which.
    pub gone: Vec<(usize, usize)>,
    /// True when nothing more is run.
    pub complete: bool,
}

impl Best {
    /// At least two scenarios.
    #[must_use]
    pub fn new(scenarios: Vec<Checked>, wish: Wish) -> Self {
        Self {
            left: (0..scenarios.len()).collect(),
            scenarios,
            wish,
            gone: Vec::new(),
            seen: 0,
        }
    }

    fn cells(&self) -> Vec<u32> {
        let cells = self.left.iter().map(|place| u32::try_from(*place));
        cells.filter_map(Result::ok).collect()
    }

    /// Goes through the years that are new and gives up who lies too far behind.
    fn screen(&mut self, board: &Board) {
        let values: Vec<Vec<f64>> = self.values(board);
        let first = FIRST as usize;
        let years = self
            .left
            .iter()
            .map(|place| values[*place].len())
            .min()
            .unwrap_or(0);
        if years < first {
            return;
        }
        let k = to_f64(self.scenarios.len());
        let degrees = to_f64(first - 1);
        let eta = 0.5
            * (crate::math::pow(
                2.0 * (1.0 - self.wish.certainty) / (k - 1.0),
                -2.0 / degrees,
            ) - 1.0);
        let h2 = 2.0 * eta * degrees;
        let delta = self.wish.matters;
        // h² times the variance of the difference of two over their first years.
        let spread: Vec<Vec<f64>> = (0..values.len())
            .map(|a| {
                (0..values.len())
                    .map(|b| {
                        let pairs = values[a].iter().zip(&values[b]).take(first);
                        let differences: Vec<f64> = pairs.map(|(x, y)| x - y).collect();
                        h2 * summary::variance(&differences).unwrap_or(0.0)
                    })
                    .collect()
            })
            .collect();
        for year in self.seen.max(first)..=years {
            let mean = |place: usize| values[place][..year].iter().sum::<f64>() / to_f64(year);
            let n = to_f64(year);
            let behind = |place: usize| {
                self.left.iter().any(|other| {
                    let slack = delta / (2.0 * n) * (spread[place][*other] / (delta * delta) - n);
                    *other != place && mean(place) < mean(*other) - slack.max(0.0)
                })
            };
            let out: Vec<usize> = self
                .left
                .iter()
                .copied()
                .filter(|place| behind(*place))
                .collect();
            self.left.retain(|place| !out.contains(place));
            self.gone.extend(out.into_iter().map(|place| (place, year)));
            if self.left.len() <= 1 {
                break;
            }
        }
        self.seen = years + 1;
    }

    /// The metric's values, higher being better; a year in which one scenario has none counts for none.
    fn values(&self, board: &Board) -> Vec<Vec<f64>> {
        let metric = self.wish.metric;
        let sign = if self.wish.higher_is_better {
            1.0
        } else {
            -1.0
        };
        let sides: Vec<_> = board.cells().iter().map(Cell::outcomes).collect();
        sides
            .iter()
            .map(|side| {
                side.iter()
                    .enumerate()
                    .filter(|(year, _)| {
                        let mut others = sides.iter();
                        others.all(|other| {
                            other.get(*year).is_none_or(|o| o.metrics[metric].is_some())
                        })
                    })
                    .filter_map(|(_, outcome)| Some(sign * outcome.metrics[metric]?))
                    .collect()
            })
            .collect()
    }

    /// What is known at this moment.
    #[must_use]
    pub fn result(&self, board: &Board) -> Chosen {
        let values = self.values(board);
        let mean = |place: usize| {
            let of = &values[place];
            (!of.is_empty()).then(|| of.iter().sum::<f64>() / to_f64(of.len()))
        };
        let best = self
            .left
            .iter()
            .filter_map(|place| Some((*place, mean(*place)?)))
            .reduce(|best, one| if one.1 > best.1 { one } else { best });
        Chosen {
            best: best.map(|(place, _)| place),
            decided: self.left.len() == 1,
            left: self.left.clone(),
            gone: self.gone.clone(),
            complete: board.is_round_complete(),
        }
    }
}

impl Rounds for Best {
    fn begin(&mut self, board: &mut Board) {
        // A question may be asked again.
        self.left = (0..self.scenarios.len()).collect();
        (self.gone, self.seen) = (Vec::new(), 0);
        for scenario in &self.scenarios {
            let cell = board.add(scenario.clone());
            board.want(cell, FIRST.min(self.wish.budget));
        }
    }

    fn next(&mut self, board: &mut Board) {
        self.screen(board);
        if self.left.len() > 1 {
            let years = u32::try_from(board.common(&self.cells())).unwrap_or(u32::MAX);
            for cell in self.cells() {
                board.want(cell, years.saturating_add(ROUND).min(self.wish.budget));
            }
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
