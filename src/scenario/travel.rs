//! A plan on its way to a worker: it travels as the scenario that was checked, and is derived anew there
//! without a second check. So the worker need not carry the catalogue with all its texts.

use super::Scenario;
use super::parameters::Parameters;
use super::plan::Plan;
use serde::{Deserialize, Serialize};

/// The scenario of a plan with its worlds. Nobody outside can make one.
#[derive(Serialize, Deserialize)]
pub struct Packed(Scenario, Vec<Parameters>);

impl From<Packed> for Plan {
    fn from(packed: Packed) -> Self {
        Self::derived(packed.0, packed.1)
    }
}

impl From<Plan> for Packed {
    fn from(plan: Plan) -> Self {
        Self(plan.scenario().clone(), plan.worlds().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets::PRESETS;

    #[test]
    fn a_plan_arrives_as_it_was_sent() {
        for preset in PRESETS {
            let plan = Plan::new(&preset.scenario()).expect("sound");
            let sent = postcard::to_allocvec(&plan).expect("plain data");
            let arrived: Plan = postcard::from_bytes(&sent).expect("the same build");
            assert_eq!(arrived.scenario(), plan.scenario(), "{}", preset.id);
            assert_eq!(format!("{arrived:?}"), format!("{plan:?}"), "{}", preset.id);
        }
    }
}
