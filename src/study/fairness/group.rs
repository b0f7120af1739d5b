//! By what people are told apart, and what is counted of them. Simulated attributes only.

use crate::measure::ledger::{Left, PersonYear};
use crate::scenario::plan::Shift;

/// By what people are told apart; each has two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// Women and men.
    Gender,
    /// With and without care duties at home.
    Care,
    /// Under 35, and older.
    Age,
    /// With a degree and without.
    Degree,
    /// The faster and the slower half by nature.
    Speed,
    /// In the first year of service, and longer.
    Service,
    /// Early and late shifts.
    Shift,
    /// Part-time and full posts.
    Hours,
}

impl Grouping {
    /// All, in the order of the page.
    pub const ALL: [Grouping; 8] = [
        Grouping::Gender,
        Grouping::Care,
        Grouping::Age,
        Grouping::Degree,
        Grouping::Speed,
        Grouping::Service,
        Grouping::Shift,
        Grouping::Hours,
    ];

    /// Its id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Grouping::Gender => "gender",
            Grouping::Care => "care",
            Grouping::Age => "age",
            Grouping::Degree => "degree",
            Grouping::Speed => "speed",
            Grouping::Service => "service",
            Grouping::Shift => "shift",
            Grouping::Hours => "hours",
        }
    }

    /// True for what a person brings and the work doesn't ask for: what chances should not hang on.
    #[must_use]
    pub fn is_of_the_person(self) -> bool {
        match self {
            Grouping::Gender | Grouping::Care | Grouping::Age | Grouping::Degree => true,
            Grouping::Speed | Grouping::Service | Grouping::Shift | Grouping::Hours => false,
        }
    }
}

/// What is counted: a sum over a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Awards a year of service.
    Awards,
    /// Share of appraised months that reach the volume target.
    Reached,
    /// Mean exhaustion.
    Exhaustion,
    /// Share of requests for leave or other hours that are granted.
    Granted,
    /// Promotions a year of service.
    Promotions,
    /// Share of calls that are from angry callers.
    Angry,
    /// Leaving of their own will, a year of service.
    Quits,
}

impl Measure {
    /// All, in the order of the page.
    pub const ALL: [Measure; 7] = [
        Measure::Awards,
        Measure::Reached,
        Measure::Exhaustion,
        Measure::Granted,
        Measure::Promotions,
        Measure::Angry,
        Measure::Quits,
    ];

    /// Its id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Measure::Awards => "awards_per_year",
            Measure::Reached => "target_reached_share",
            Measure::Exhaustion => "exhaustion",
            Measure::Granted => "leave_granted_share",
            Measure::Promotions => "promotions_per_year",
            Measure::Angry => "angry_call_share",
            Measure::Quits => "quits_per_year",
        }
    }

    /// A person's part of the two sums; `days` is the length of the year.
    #[must_use]
    pub fn of(self, p: &PersonYear, days: f64) -> (f64, f64) {
        let years = f64::from(p.service_days) / days;
        match self {
            Measure::Awards => (f64::from(p.awards()), years),
            Measure::Reached => (f64::from(p.reached_target), f64::from(p.appraised)),
            Measure::Exhaustion => (p.exhaustion, f64::from(p.service_days)),
            Measure::Granted => (f64::from(p.leave_granted), f64::from(p.leave_asked)),
            Measure::Promotions => (f64::from(p.end.promotions), years),
            Measure::Angry => (f64::from(p.angry), f64::from(p.handled)),
            Measure::Quits => (f64::from(u8::from(p.end.left == Left::Quit)), years),
        }
    }
}

/// What is needed to tell people apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// Working days of a year.
    pub days: f64,
    /// True for seats on early shifts; empty where all begin at the same time.
    pub early: Vec<bool>,
    /// Some posts are part time.
    pub part_time: bool,
}

impl Sides {
    /// From the year's length and the seats' shifts. The later half of the starting times is late.
    #[must_use]
    pub fn new(days: u32, shifts: &[Shift]) -> Self {
        let mut starts: Vec<f64> = shifts.iter().map(|shift| shift.start).collect();
        crate::order::numbers(&mut starts);
        let (first, last) = (starts.first(), starts.last());
        let early = match (first, last) {
            (Some(first), Some(last)) if first < last => {
                let middle = f64::midpoint(*first, *last);
                shifts.iter().map(|shift| shift.start <= middle).collect()
            }
            _ => Vec::new(),
        };
        Self {
            days: f64::from(days),
            early,
            part_time: shifts.iter().any(Shift::is_part_time),
        }
    }

    /// 0 or 1, the side in the order of the grouping's name; None where people aren't told apart.
    #[must_use]
    pub fn side(&self, grouping: Grouping, p: &PersonYear) -> Option<usize> {
        let first = match grouping {
            Grouping::Gender => p.who.woman,
            Grouping::Care => p.who.care_duty,
            Grouping::Age => p.who.young,
            Grouping::Degree => p.who.degree,
            Grouping::Speed => p.who.speed > 0.0,
            Grouping::Service => p.end.tenure_days <= self.days,
            Grouping::Hours => self.part_time.then_some(p.who.part_time)?,
            Grouping::Shift => *self.early.get(p.who.seat as usize)?,
        };
        Some(usize::from(!first))
    }
}
