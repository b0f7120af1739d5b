//! Which arms a set of judges needs, each once, and the rows that were found for them.

use super::arm::Arm;
use super::row::Row;

/// Arms in the order of their first mention, and how many replications each needs.
#[derive(Default)]
pub struct Wanted {
    /// The arms, each once.
    pub arms: Vec<(Arm, u32)>,
}

impl Wanted {
    /// Asks for these arms with at least so many replications.
    pub fn ask(&mut self, arms: &[Arm], replications: u32) {
        for arm in arms {
            match self.arms.iter_mut().find(|(known, _)| known == arm) {
                Some((_, n)) => *n = (*n).max(replications),
                None => self.arms.push((*arm, replications)),
            }
        }
    }
}

/// The rows of each arm, in the order of [`Wanted::arms`].
pub struct Runs {
    /// Arms with their rows by replication.
    pub arms: Vec<(Arm, Vec<Row>)>,
}

impl Runs {
    /// The rows of these arms, at most the first `replications`; none for an arm that was not run.
    #[must_use]
    pub fn of(&self, arms: &[Arm], replications: u32) -> Vec<&[Row]> {
        let rows = |arm: &Arm| {
            let found = self.arms.iter().find(|(known, _)| known == arm);
            let rows = found.map_or(&[][..], |(_, rows)| rows);
            &rows[..rows.len().min(replications as usize)]
        };
        arms.iter().map(rows).collect()
    }
}
