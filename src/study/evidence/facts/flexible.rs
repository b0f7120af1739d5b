//! Facts 10, 11, 14 and 15: stress relief, flexible hours, the ladder, contagion.

use super::*;

const FREQUENCY: &str = "support.stress_relief.frequency_per_month";
const INTENSITY: &str = "support.stress_relief.intensity";
const FLEXIBLE: &str = "support.flexible_work.enabled";
const LADDER: &str = "development.ladder.enabled";
const REGRESSION: &str = "behaviour.hypotheses.erg";

/// Hardly any stress relief; the paper's dose; the paper's dose until the middle of the year.
const RELIEF: [Arm; 3] = [
    QUO,
    QUO.with(&[(FREQUENCY, n(2.0)), (INTENSITY, n(0.7))]),
    QUO.with(&[(FREQUENCY, n(2.0)), (INTENSITY, n(0.7))])
        .from_month(6, &[(FREQUENCY, n(0.0))]),
];

const HOURS: [Arm; 2] = [QUO, QUO.with(&[(FLEXIBLE, ON)])];

/// With the ladder and without, while blocked growth moves weight to the other needs and while not.
const BLOCKED: [Arm; 4] = [
    ERG,
    ERG.with(&[(LADDER, OFF)]),
    ERG.with(&[(REGRESSION, OFF)]),
    ERG.with(&[(REGRESSION, OFF), (LADDER, OFF)]),
];

fn fewer(s: &Sample, id: &str) -> Option<f64> {
    Some(s.ratio(1, id)? / s.ratio(0, id)? - 1.0)
}

/// Facts 10, 11, 14 and 15.
pub const FACTS: &[Fact] = &[
    Fact {
        source: expected("Richardson & Rothstein 2008; Maricuțoiu et al. 2016"),
        scale: Scale::Deviations,
        // Against the spread between persons, as a trial would state it.
        statistic: |s| {
            let (_, spread) = s.spread(0, "exhaustion–intention")?;
            let id = "exhaustion.months_10_12";
            Some((s.ratio(1, id)? - s.ratio(0, id)?) / spread)
        },
        ..fact("10a", &RELIEF, between(-0.6, -0.3))
    },
    Fact {
        source: expected("Maricuțoiu et al. 2016"),
        scale: Scale::Relative,
        // Of the effect, what is left half a year after the sessions ended.
        statistic: |s| {
            let id = "exhaustion.months_10_12";
            let [none, kept, stopped] = [s.ratio(0, id)?, s.ratio(1, id)?, s.ratio(2, id)?];
            Some((stopped - none) / (kept - none))
        },
        ..fact("10b", &RELIEF, between(-0.5, 0.5))
    },
    Fact {
        source: confirmed("Bloom et al. 2015; Bloom, Han & Liang 2024"),
        scale: Scale::Relative,
        statistic: |s| fewer(s, "leaving.year"),
        ..fact("11a", &HOURS, between(-0.5, -0.25))
    },
    Fact {
        source: expected("Bloom, Han & Liang 2024"),
        scale: Scale::Relative,
        statistic: |s| Some(fewer(s, "leaving.with_care")? - fewer(s, "leaving.without_care")?),
        ..fact("11b", &HOURS, BELOW_0)
    },
    Fact {
        source: expected("Alderfer 1969"),
        statistic: |s| change(s, "needs.growth"),
        ..fact("14a", &BLOCKED, BELOW_0)
    },
    Fact {
        source: expected("Alderfer 1969"),
        // What growth loses, relatedness and existence gain: the weights sum to one.
        statistic: |s| Some(s.ratio(1, "growth_weight")? - s.ratio(0, "growth_weight")?),
        ..fact("14b", &BLOCKED, BELOW_0)
    },
    Fact {
        source: expected("Alderfer 1969"),
        // Without the hypothesis nothing moves; who leaves differs a little, so neither does the mean stay
        // to the bit: a hundredth of the effect above.
        statistic: |s| {
            let moved = s.ratio(1, "growth_weight")? - s.ratio(0, "growth_weight")?;
            let off = s.ratio(3, "growth_weight")? - s.ratio(2, "growth_weight")?;
            Some(off / moved)
        },
        scale: Scale::Relative,
        ..fact("14c", &BLOCKED, between(-0.05, 0.05))
    },
    Fact {
        source: expected("Felps et al. 2009"),
        scale: Scale::Relative,
        statistic: |s| {
            let slope = s.slope(0, "team leavers–intention, within persons")?;
            Some(crate::math::exp(slope) - 1.0)
        },
        ..fact("15", &[QUO], between(0.05, 0.2))
    },
];
