//! Facts from studies that a constant leans on: they say that a mechanism passes on what was put in.

use super::*;

const GOALS: [Arm; 2] = [
    QUO.with(&[("appraisal.kpis.call_volume.target_per_day", times(0.67))]),
    QUO,
];

const fn leaned_on(id: &'static str, cite: Cited, arms: &'static [Arm], band: Band) -> Fact {
    Fact {
        standing: Standing::LeanedOn,
        source: cite,
        scale: Scale::Correlation,
        ..fact(id, arms, band)
    }
}

/// Facts that a constant leans on.
pub const FACTS: &[Fact] = &[
    Fact {
        statistic: |s| s.correlation(0, "satisfaction–quit"),
        ..leaned_on(
            "l1",
            expected("Griffeth, Hom & Gaertner 2000; Rubenstein et al. 2018: −.19 to −.28")
                .zh("Griffeth 等 2000；Rubenstein 等 2018：−0.19 到 −0.28"),
            &[QUO],
            between(-0.33, -0.14),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "exhaustion–quit"),
        ..leaned_on(
            "l2",
            confirmed("Swider & Zimmerman 2010: .33 for burn-out as a whole")
                .zh("Swider & Zimmerman 2010：0.33，就倦怠整体而言"),
            &[QUO],
            between(0.1, 0.33),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "exhaustion–illness"),
        ..leaned_on(
            "l3",
            confirmed("Swider & Zimmerman 2010: .23 for burn-out as a whole")
                .zh("Swider & Zimmerman 2010：0.23，就倦怠整体而言"),
            &[QUO],
            between(0.1, 0.33),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "exhaustion–intention"),
        ..leaned_on(
            "l4",
            expected("Alarcon 2011: about .4").zh("Alarcon 2011：约 0.4"),
            &[QUO],
            between(0.3, 0.55),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "fairness–intention"),
        ..leaned_on(
            "l5",
            expected("Colquitt et al. 2001: about −.4").zh("Colquitt 等 2001：约 −0.4"),
            &[QUO],
            between(-0.55, -0.25),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "refusals–exhaustion"),
        ..leaned_on(
            "l6",
            expected("Amstad et al. 2011: about .4").zh("Amstad 等 2011：约 0.4"),
            &[QUO],
            between(0.25, 0.55),
        )
    },
    Fact {
        scale: Scale::Deviations,
        statistic: |s| {
            let id = "calls per busy hour–resolved share";
            let ((easy, spread), (hard, _)) = (s.spread(0, id)?, s.spread(1, id)?);
            Some((hard - easy) / spread)
        },
        ..leaned_on(
            "l7",
            expected("Locke & Latham 2002: d .42 to .80").zh("Locke & Latham 2002：d 0.42 到 0.80"),
            &GOALS,
            between(0.42, 0.8),
        )
    },
    Fact {
        scale: Scale::Plain,
        statistic: |s| Some(s.spread(0, "log call length")?.1),
        ..leaned_on(
            "l8",
            confirmed("the bank's log, August 1999: 0.2; Gans et al. 2010: 0.15")
                .zh("银行记录，1999 年 8 月：0.2；Gans 等 2010：0.15"),
            &[QUO],
            between(0.12, 0.25),
        )
    },
    Fact {
        scale: Scale::Plain,
        // A few people's habit: the spread is above the mean.
        statistic: |s| {
            let (mean, spread) = s.spread(0, "cut share")?;
            (mean > 0.0).then(|| spread / mean)
        },
        ..leaned_on(
            "l9",
            confirmed("the bank's log, August 1999: most under 3 %, one of thirty at 27 %")
                .zh("银行记录，1999 年 8 月：多数低于 3%，三十人中有一人 27%"),
            &[QUO],
            between(1.0, f64::INFINITY),
        )
    },
];
