//! A stylised fact: what the arms are, what is read off them, and where it must lie.

use super::arm::Arm;
use super::row::Row;
use super::sample::{Estimate, Statistic, estimate};
use crate::scenario::field::{Citation, Text};

/// Where the fact's figure comes from and how it may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One of the seventeen that the model is meant to show.
    Meant,
    /// Found in the literature and not used to set a constant.
    HeldOut,
    /// From a study that a constant leans on: agreement says that the mechanism passes on what was put
    /// in, no more.
    LeanedOn,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Authors and year, and what they found.
    pub cite: Citation,
    /// True where the figure was looked up for this project; else the band is the authors' expectation
    /// with the study as its reason.
    pub confirmed: bool,
}

impl Cited {
    /// The same with its words in Chinese.
    #[must_use]
    pub const fn zh(self, zh: &'static str) -> Cited {
        let en = match self.cite {
            Citation::Names(en) | Citation::Noted(Text { en, .. }) => en,
        };
        Cited {
            cite: Citation::Noted(Text { zh, en }),
            ..self
        }
    }
}

/// Where a figure must lie; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Lower end; −∞ where there is none.
    pub low: f64,
    /// Upper end; ∞ where there is none.
    pub high: f64,
}

/// What the runs say of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole 95 % interval lies in the band.
    Holds,
    /// The whole 95 % interval lies outside the band.
    Fails,
    /// The interval reaches across an end of the band.
    CannotTell,
    /// The figure is not defined in these runs.
    Undefined,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A share, or a change of a share.
    Share,
    /// A relative change or a ratio less one.
    Relative,
    /// A correlation.
    Correlation,
    /// Standard deviations.
    Deviations,
    /// A plain number.
    Plain,
}

/// A stylised fact.
pub struct Fact {
    /// Its number and a letter where a fact has several parts.
    pub id: &'static str,
    /// Where its figure comes from.
    pub standing: Standing,
    /// Who says so.
    pub source: Cited,
    /// Where the figure must lie.
    pub band: Band,
    /// What it is counted in.
    pub scale: Scale,
    /// The scenarios needed.
    pub arms: &'static [Arm],
    /// Replications of each arm in a full validation.
    pub replications: u32,
    /// What is read off them.
    pub statistic: Statistic,
}

impl Band {
    /// What an estimate says of this band.
    #[must_use]
    pub fn judge(&self, found: Option<&Estimate>) -> Verdict {
        let Some(found) = found else {
            return Verdict::Undefined;
        };
        let (low, high) = found.interval();
        if low >= self.low && high <= self.high {
            Verdict::Holds
        } else if high < self.low || low > self.high {
            Verdict::Fails
        } else {
            Verdict::CannotTell
        }
    }
}

impl Fact {
    /// The estimate from the rows of the arms, in their order.
    #[must_use]
    pub fn estimate(&self, rows: &[&[Row]]) -> Option<Estimate> {
        estimate(rows, self.statistic)
    }
}
