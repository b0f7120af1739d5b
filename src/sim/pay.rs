//! What people's time costs the centre: the one place that turns monthly pay into days and hours.

use crate::scenario::plan::Plan;

/// Hours that make a paid day, also a day of leave.
pub const HOURS_A_DAY: f64 = 8.0;

/// A person's working day, in yuan.
#[must_use]
pub fn daily(plan: &Plan) -> f64 {
    plan.scenario().workforce.monthly_pay_yuan / plan.days().per_month()
}

/// A person's working hour, in yuan.
#[must_use]
pub fn hourly(plan: &Plan) -> f64 {
    daily(plan) / HOURS_A_DAY
}
