//! What load and tiredness do to people's pace, under the hypothesis that was chosen.

use super::Scenario;
use super::behaviour::LoadSpeed;

/// What load and tiredness do to the pace under the chosen hypothesis.
#[derive(Clone, Copy, Debug)]
pub struct PaceUnderLoad {
    /// What multiplies a call's length while others wait.
    pub while_waiting: f64,
    /// How much longer calls get at full exhaustion.
    pub tired_slowness: f64,
    /// How much longer calls get after long overwork.
    pub overwork_slowness: f64,
}

/// Reads it off the scenario.
#[must_use]
pub fn pace_under_load(s: &Scenario) -> PaceUnderLoad {
    let call = &s.behaviour.parameters.call;
    let (hurries, slows) = match s.behaviour.hypotheses.load_speed {
        LoadSpeed::HurryThenSlow => (true, true),
        LoadSpeed::Hurry => (true, false),
        LoadSpeed::SlowDown => (false, true),
    };
    let behaves = s.behaviour.enabled;
    PaceUnderLoad {
        while_waiting: if hurries && behaves {
            1.0 - call.hurry
        } else {
            1.0
        },
        tired_slowness: if slows { call.tired_slowness } else { 0.0 },
        overwork_slowness: if slows { call.overwork_slowness } else { 0.0 },
    }
}
