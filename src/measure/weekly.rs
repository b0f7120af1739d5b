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
