//! Does the calibration keep its word: each of some simulated centres is taken out of the table, its
//! constants are asked from the others, and the answer is held to the truth.

use super::posterior::posterior;
use super::{ASKED, Row};

/// How the answers fared, by constant.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovered {
    /// Centres that were asked.
    pub centres: usize,
    /// By constant.
    pub constants: Vec<Fared>,
}

/// How the answers about one constant fared.
#[derive(Clone, Debug, PartialEq)]
pub struct Fared {
    /// Share of the centres whose truth lay in the middle half.
    pub half: f64,
    /// Share whose truth lay in the middle nine tenths.
    pub most: f64,
    /// Mean shrinkage of the variance.
    pub shrinkage: f64,
    /// Share of the centres for which the data were said to speak.
    pub told: f64,
    /// Where the truth lay among the draws, 0–1, a number for each centre.
    pub ranks: Vec<f64>,
}

/// Bins of the ranks' histogram.
pub const BINS: usize = 10;

/// Asks for the first `centres` rows, each with the other rows as its table.
#[must_use]
pub fn recover(table: &[Row], centres: usize) -> Recovered {
    recover_each(table, centres, |numbers, ask| {
        numbers.iter().map(|n| ask(*n)).collect()
    })
}

/// What an answer about a centre came to, by constant: rank, shrinkage, told.
pub type Answer = Option<Vec<(f64, f64, bool)>>;

/// The same; whoever calls may ask for several centres at once.
#[must_use]
pub fn recover_each(
    table: &[Row],
    centres: usize,
    each: impl FnOnce(&[usize], &(dyn Fn(usize) -> Answer + Sync)) -> Vec<Answer>,
) -> Recovered {
    let ask = |centre: usize| -> Answer {
        let others: Vec<Row> = table
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != centre)
            .map(|(_, row)| row.clone())
            .collect();
        let found = posterior(&others, &table[centre].traits)?;
        Some(
            (0..ASKED.len())
                .map(|k| {
                    let truth = table[centre].point[k];
                    let below = found.draws.iter().filter(|(point, _)| point[k] < truth);
                    let c = found.constants[k];
                    (below.map(|d| d.1).sum::<f64>(), c.shrinkage, c.told)
                })
                .collect(),
        )
    };
    let numbers: Vec<usize> = (0..centres.min(table.len())).collect();
    let answers: Vec<_> = each(&numbers, &ask).into_iter().flatten().collect();
    let n = to_f64(answers.len().max(1));
    let constants = (0..ASKED.len())
        .map(|k| {
            let ranks: Vec<f64> = answers.iter().map(|a| a[k].0).collect();
            let within = |low: f64, high: f64| {
                to_f64(ranks.iter().filter(|r| **r >= low && **r <= high).count()) / n
            };
            Fared {
                half: within(0.25, 0.75),
                most: within(0.05, 0.95),
                shrinkage: answers.iter().map(|a| a[k].1).sum::<f64>() / n,
                told: to_f64(answers.iter().filter(|a| a[k].2).count()) / n,
                ranks,
            }
        })
        .collect();
    Recovered {
        centres: answers.len(),
        constants,
    }
}

impl Fared {
    /// Centres by where the truth lay.
    #[must_use]
    pub fn histogram(&self) -> [usize; BINS] {
        let mut bins = [0; BINS];
        for rank in &self.ranks {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 10"
            )]
            let bin = (rank * to_f64(BINS)) as usize;
            bins[bin.min(BINS - 1)] += 1;
        }
        bins
    }

    /// Chi-square of the histogram against even ranks, with nine degrees of freedom.
    #[must_use]
    pub fn chi_square(&self) -> f64 {
        let expected = to_f64(self.ranks.len()) / to_f64(BINS);
        let squares = self
            .histogram()
            .map(|n| (to_f64(n) - expected) * (to_f64(n) - expected));
        squares.iter().sum::<f64>() / expected.max(1e-9)
    }
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}
