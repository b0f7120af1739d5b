//! How much of winning is luck: the same people live through several years that differ in luck alone, and
//! what varies within a person from year to year is luck, what varies between persons is not.

use crate::measure::ledger::PersonYear;

/// What the twin years say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LuckShare {
    /// Variance within persons over the variance within and between them: 1 = all luck, 0 = none. An
    /// estimate without bias; it may come out a little above 1 where all is luck.
    pub share: f64,
    /// Its standard error, leaving out one group of persons at a time; None with a single group.
    pub error: Option<f64>,
    /// Persons who served long enough in at least two years.
    pub persons: usize,
}

impl LuckShare {
    /// Two standard errors to each side, as far as a share can lie; None with a single group.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let off = 2.0 * self.error?;
        let end = |v: f64| v.clamp(0.0, 1.0);
        Some((end(self.share - off), end(self.share + off)))
    }
}

/// Least part of the year in post for a year to count.
const LEAST_SERVICE: f64 = 0.5;

/// Sums of squares of a one-way analysis of variance in one group of people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Squares {
    within: f64,
    within_freedom: f64,
    between: f64,
    between_freedom: f64,
    /// Σ over persons of (1 − nᵢ/N) nᵢ: what between-person variance is multiplied by in `between`.
    weight: f64,
    persons: usize,
}

impl Squares {
    /// Of one group: each person's results, one a year. Persons with fewer than two years are left out.
    #[must_use]
    pub fn of(persons: &[Vec<f64>]) -> Self {
        let several: Vec<&Vec<f64>> = persons.iter().filter(|y| y.len() > 1).collect();
        let all: f64 = several.iter().map(|y| to_f64(y.len())).sum();
        let grand = several.iter().flat_map(|y| y.iter()).sum::<f64>() / all.max(1.0);
        let mut squares = Squares {
            persons: several.len(),
            ..Squares::default()
        };
        for years in several {
            let n = to_f64(years.len());
            let mean = years.iter().sum::<f64>() / n;
            squares.within += years.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>();
            squares.within_freedom += n - 1.0;
            squares.between += n * (mean - grand) * (mean - grand);
            squares.between_freedom += 1.0;
            squares.weight += n * (1.0 - n / all);
        }
        squares.between_freedom = (squares.between_freedom - 1.0).max(0.0);
        squares
    }

    fn plus(self, other: Self, sign: f64) -> Self {
        Self {
            within: self.within + sign * other.within,
            within_freedom: self.within_freedom + sign * other.within_freedom,
            between: self.between + sign * other.between,
            between_freedom: self.between_freedom + sign * other.between_freedom,
            weight: self.weight + sign * other.weight,
            persons: self.persons + other.persons,
        }
    }

    fn share(self) -> Option<f64> {
        if self.within_freedom <= 0.0 || self.weight <= 0.0 {
            return None;
        }
        let luck = self.within / self.within_freedom;
        // E[between] = freedom × luck + weight × variance between persons.
        let persons = (self.between - self.between_freedom * luck) / self.weight;
        (luck + persons > 0.0).then(|| luck / (luck + persons))
    }
}

/// The share over groups, each a set of people in its twin years.
#[must_use]
pub fn luck_share(groups: &[Squares]) -> Option<LuckShare> {
    let all = groups
        .iter()
        .fold(Squares::default(), |sum, group| sum.plus(*group, 1.0));
    let share = all.share()?;
    let n = to_f64(groups.len());
    let without: Vec<f64> = groups
        .iter()
        .filter_map(|group| all.plus(*group, -1.0).share())
        .collect();
    let mean = without.iter().sum::<f64>() / to_f64(without.len().max(1));
    let squares: f64 = without.iter().map(|v| (v - mean) * (v - mean)).sum();
    let error = (without.len() == groups.len() && groups.len() > 1)
        .then(|| (squares * (n - 1.0) / n).sqrt());
    Some(LuckShare {
        share,
        error,
        persons: all.persons,
    })
}

/// Awards a year of service of each person in each twin year, matched by seat and nature.
#[must_use]
pub fn matched(years: &[&[PersonYear]], days: u32) -> Vec<Vec<f64>> {
    let key = |p: &PersonYear| (p.who.seat, p.who.speed.to_bits(), p.who.care.to_bits());
    let mut found: std::collections::BTreeMap<(u32, u64, u64), Vec<f64>> =
        std::collections::BTreeMap::new();
    for year in years {
        for person in *year {
            let part = f64::from(person.service_days) / f64::from(days.max(1));
            if part >= LEAST_SERVICE {
                let rate = f64::from(person.awards()) / part;
                found.entry(key(person)).or_default().push(rate);
            }
        }
    }
    found.into_values().collect()
}

#[allow(clippy::cast_precision_loss)]
fn to_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Luck, Stream};

    /// Persons with a part of their own of deviation `own` and luck of deviation `luck` a year, some with
    /// three years, some with two, some with one.
    fn check(own: f64, luck: f64) {
        let truth = luck * luck / (luck * luck + own * own);
        let groups: Vec<Squares> = (0..60)
            .map(|replication| {
                let named = Luck {
                    seed: 6,
                    replication,
                };
                let mut draws = named.stream(Stream::Awards, 0, 0);
                // Groups differ in level; that is neither a person's doing nor luck of a year.
                let level = 3.0 * draws.normal();
                let persons: Vec<Vec<f64>> = (0..30)
                    .map(|person| {
                        let nature = level + own * draws.normal();
                        (0..3 - person % 3)
                            .map(|_| nature + luck * draws.normal())
                            .collect()
                    })
                    .collect();
                Squares::of(&persons)
            })
            .collect();
        let found = luck_share(&groups).expect("several years");
        let error = found.error.expect("several groups");
        assert!(
            (found.share - truth).abs() <= 4.0 * error,
            "{found:?}, known {truth}"
        );
        assert!(error < 0.05 && found.persons == 60 * 20, "{found:?}");
    }

    #[test]
    fn all_luck_all_merit_and_between() {
        check(0.0, 1.0);
        check(1.0, 1.0);
        check(2.0, 1.0);
        // All merit: no year differs from another.
        let persons: Vec<Vec<f64>> = (0..9).map(|p| vec![f64::from(p); 3]).collect();
        let found = luck_share(&[Squares::of(&persons)]).expect("several years");
        assert_eq!((found.share, found.error), (0.0, None));
        assert_eq!(luck_share(&[Squares::of(&[vec![1.0], vec![2.0]])]), None);
    }
}
