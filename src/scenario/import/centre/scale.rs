//! The units in which a column of a centre's monthly files may be, and the one that a hand or a guess gave it.

use super::column::Column;

/// In which unit a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Seconds of a call.
    Seconds,
    /// Minutes of a call.
    Minutes,
    /// Seconds of all calls together.
    AllSeconds,
    /// Minutes of all calls together.
    AllMinutes,
    /// From 0 to 1.
    Share,
    /// Points from 1 to 5, taken as evenly spaced between nothing and all.
    Five,
    /// Points from 0 to 10.
    Ten,
    /// From 0 to 100.
    Hundred,
}

impl Scale {
    /// All of them.
    pub const ALL: [Scale; 8] = [
        Scale::Seconds,
        Scale::Minutes,
        Scale::AllSeconds,
        Scale::AllMinutes,
        Scale::Share,
        Scale::Five,
        Scale::Ten,
        Scale::Hundred,
    ];

    /// Those in which a column may be, ours first; none where there is but one.
    #[must_use]
    pub fn of(column: Column) -> &'static [Scale] {
        match column {
            Column::Talk => &[
                Scale::Seconds,
                Scale::Minutes,
                Scale::AllSeconds,
                Scale::AllMinutes,
            ],
            Column::Score => &[Scale::Hundred, Scale::Ten, Scale::Share],
            Column::Rating => &[Scale::Share, Scale::Hundred, Scale::Ten, Scale::Five],
            _ => &[],
        }
    }

    /// As it is kept.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Scale::Seconds => "seconds",
            Scale::Minutes => "minutes",
            Scale::AllSeconds => "all-seconds",
            Scale::AllMinutes => "all-minutes",
            Scale::Share => "share",
            Scale::Five => "five",
            Scale::Ten => "ten",
            Scale::Hundred => "hundred",
        }
    }

    /// Its ends, where it has both.
    fn ends(self) -> Option<(f64, f64)> {
        match self {
            Scale::Share => Some((0.0, 1.0)),
            Scale::Five => Some((1.0, 5.0)),
            Scale::Ten => Some((0.0, 10.0)),
            Scale::Hundred => Some((0.0, 100.0)),
            _ => None,
        }
    }

    /// What one of it is in the column's own unit: seconds, points of a hundred, a share.
    pub(super) fn factor(self, column: Column) -> f64 {
        match (self, column == Column::Score) {
            (Scale::Minutes | Scale::AllMinutes, _) => 60.0,
            (Scale::Share, true) => 100.0,
            (Scale::Ten, true) => 10.0,
            (Scale::Ten, false) => 0.1,
            (Scale::Hundred, false) => 0.01,
            (Scale::Five, _) => 0.25,
            _ => 1.0,
        }
    }

    /// An amount on this scale in the column's own unit; of all calls where the scale is.
    ///
    /// # Errors
    /// When it lies outside, with the scale's ends.
    pub(super) fn ours(self, value: f64, column: Column) -> Result<f64, (f64, f64)> {
        let ends = self.ends().unwrap_or((0.0, f64::INFINITY));
        if value < ends.0 || value > ends.1 {
            return Err(ends);
        }
        Ok((value - ends.0) * self.factor(column))
    }
}

/// A unit for each column that has several; None where nobody says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scales([Option<Scale>; Column::ALL.len()]);

impl Scales {
    /// That of a column.
    #[must_use]
    pub fn get(&self, column: Column) -> Option<Scale> {
        self.0[column as usize]
    }

    /// Gives a column a unit in which it may be, or takes it away.
    pub fn set(&mut self, column: Column, scale: Option<Scale>) {
        self.0[column as usize] = scale.filter(|scale| Scale::of(column).contains(scale));
    }
}
