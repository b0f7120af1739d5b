//! The year's course: what is drawn week by week.

use super::ledger::{Ledger, Week};
use crate::scenario::field::{Text, Unit};

/// A quantity by week.
pub struct Weekly {
    /// Its id in files.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Its name.
    pub label: Text,
    of: fn(&[Week], usize) -> f64,
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// What is drawn over the weeks. The first two are the overview's chart.
#[rustfmt::skip]
pub static WEEKLY: &[Weekly] = &[
    Weekly { id: "leavers", unit: Unit::Share, label: Text { zh: "累计离职（占平均在岗）", en: "Leavers so far, of average headcount" },
        of: |weeks, to| {
            let gone: u32 = weeks[..=to].iter().map(|w| w.leavers).sum();
            let post_days: u32 = weeks.iter().map(|w| w.post_days).sum();
            let days: u32 = weeks.iter().map(|w| w.days).sum();
            ratio(f64::from(gone) * f64::from(days), f64::from(post_days))
        } },
    Weekly { id: "satisfaction", unit: Unit::Share, label: Text { zh: "客户满意率", en: "Customer satisfaction" },
        of: |weeks, to| ratio(f64::from(weeks[to].satisfied), f64::from(weeks[to].answered)) },
    Weekly { id: "resolution", unit: Unit::Share, label: Text { zh: "一次解决率", en: "First-contact resolution" },
        of: |weeks, to| ratio(f64::from(weeks[to].resolved), f64::from(weeks[to].answered)) },
    Weekly { id: "service_level", unit: Unit::Share, label: Text { zh: "服务水平", en: "Service level" },
        of: |weeks, to| ratio(f64::from(weeks[to].in_time), f64::from(weeks[to].offered)) },
    Weekly { id: "occupancy", unit: Unit::Share, label: Text { zh: "通话占用率", en: "Occupancy" },
        of: |weeks, to| ratio(weeks[to].busy_seconds, weeks[to].staffed_seconds) },
    Weekly { id: "exhaustion", unit: Unit::Index, label: Text { zh: "疲劳", en: "Exhaustion" },
        of: |weeks, to| ratio(weeks[to].exhaustion, f64::from(weeks[to].post_days)) },
];

impl Weekly {
    /// The quantity in each week of the ledger.
    #[must_use]
    pub fn course(&self, ledger: &Ledger) -> Vec<f64> {
        (0..ledger.weeks.len())
            .map(|to| (self.of)(&ledger.weeks, to))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three weeks of five days, with ten people in post at first and seven in the last.
    #[test]
    fn leavers_add_up_against_the_average_headcount() {
        let week = |leavers, post_days| Week {
            days: 5,
            leavers,
            post_days,
            ..Week::default()
        };
        let ledger = Ledger {
            weeks: vec![week(1, 50), week(0, 50), week(2, 35)],
            ..Ledger::default()
        };
        // 135 days in post in 15 days are nine people on average.
        let leavers = &WEEKLY[0];
        assert_eq!(leavers.id, "leavers");
        let course = leavers.course(&ledger);
        for (found, gone) in course.iter().zip([1.0, 1.0, 3.0]) {
            assert!((found - gone / 9.0).abs() < 1e-12, "{course:?}");
        }
        assert_eq!(course.len(), 3);
    }
}
