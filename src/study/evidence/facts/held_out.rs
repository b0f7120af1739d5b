//! Facts from the literature that no constant was set by.

use super::*;

const CALLS: &str = "demand.calls_per_day";
const TARGET: &str = "appraisal.kpis.call_volume.target_per_day";
const POSTS: &str = "workforce.headcount";

/// Effect of the bonus on numbers, without and with.
const BONUS: [Arm; 2] = [
    QUO,
    QUO.with(&[
        ("rewards.cash.allowed", ON),
        ("rewards.cash.bonus_share_of_pay", n(0.2)),
    ]),
];
const LOADS: [Arm; 3] = [
    QUO.with(&[(CALLS, times(0.93))]),
    QUO,
    QUO.with(&[(CALLS, times(1.17))]),
];
const GOALS: [Arm; 2] = [
    QUO.with(&[(TARGET, times(0.67))]),
    QUO.with(&[(TARGET, times(1.2))]),
];
/// The same occupancy in a small hall and in one four times as large, with people who don't behave.
const SIZES: [Arm; 2] = [
    QUO.with(&[
        ("behaviour.enabled", OFF),
        (POSTS, w(25)),
        (CALLS, n(1250.0)),
    ]),
    QUO.with(&[
        ("behaviour.enabled", OFF),
        (POSTS, w(100)),
        (CALLS, n(5000.0)),
    ]),
];
/// Many small halls under one policy.
const HALLS: [Arm; 1] = [QUO.with(&[(POSTS, w(18)), (CALLS, times(0.4))])];

const fn held_out(id: &'static str, cite: Cited, arms: &'static [Arm], band: Band) -> Fact {
    Fact {
        standing: Standing::HeldOut,
        source: cite,
        scale: Scale::Correlation,
        ..fact(id, arms, band)
    }
}

/// A difference of two shares of the spread between persons, as a correlation (Cohen's d to r).
fn correlation_of(difference: f64, spread: f64) -> f64 {
    let d = difference / spread;
    d / (d * d + 4.0).sqrt()
}

/// Difference of the second arm from the first in a person's mean, over the spread in the first.
fn effect(s: &Sample, first: bool) -> Option<f64> {
    let id = "calls per busy hour–resolved share";
    let of = |arm| {
        if first {
            s.spread(arm, id)
        } else {
            s.spread_of_second(arm, id)
        }
    };
    let ((before, spread), (after, _)) = (of(0)?, of(1)?);
    Some(correlation_of(after - before, spread))
}

/// Facts that no constant was set by.
pub const FACTS: &[Fact] = &[
    Fact {
        statistic: |s| s.correlation(0, "score–quit"),
        ..held_out(
            "h1",
            confirmed("McEvoy & Cascio 1987: −.28").zh("McEvoy & Cascio 1987：−0.28"),
            &[QUO],
            between(-0.35, -0.1),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "exhaustion–performance"),
        ..held_out(
            "h2",
            confirmed("Corbeanu et al. 2023: −.17; −.22 where customers are faced")
                .zh("Corbeanu 等 2023：−0.17；面对客户的岗位 −0.22"),
            &[QUO],
            between(-0.3, -0.1),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "satisfaction–performance"),
        ..held_out(
            "h3",
            confirmed("Judge, Thoresen, Bono & Patton 2001: .30 corrected")
                .zh("Judge 等 2001：校正后 0.30"),
            &[QUO],
            between(0.1, 0.4),
        )
    },
    Fact {
        scale: Scale::Deviations,
        statistic: |s| {
            let slope = s.slope(0, "woman–exhaustion")?;
            let (_, spread) = s.spread_of_second(0, "woman–exhaustion")?;
            Some(slope / spread)
        },
        ..held_out(
            "h4",
            confirmed("Purvanova & Muros 2010: δ = .10").zh("Purvanova & Muros 2010：δ = 0.10"),
            &[QUO],
            between(0.0, 0.2),
        )
    },
    Fact {
        replications: 200,
        statistic: |s| s.correlation(0, "hall: leaving–satisfied callers"),
        ..held_out(
            "h5",
            confirmed("Park & Shaw 2013: −.15").zh("Park & Shaw 2013：−0.15"),
            &HALLS,
            between(-0.35, -0.02),
        )
    },
    Fact {
        scale: Scale::Relative,
        statistic: |s| Some(s.ratio(2, "illness")? / s.ratio(0, "illness")? - 1.0),
        ..held_out(
            "h6",
            confirmed("Green, Savin & Savva 2013: more under a heavier load")
                .zh("Green 等 2013：负荷更重时更多"),
            &LOADS,
            ABOVE_0,
        )
    },
    Fact {
        statistic: |s| effect(s, true),
        ..held_out(
            "h7a",
            confirmed("Jenkins, Mitra, Gupta & Shaw 1998: .34 with quantity")
                .zh("Jenkins 等 1998：与数量 0.34"),
            &BONUS,
            between(0.2, 0.45),
        )
    },
    Fact {
        statistic: |s| effect(s, false),
        ..held_out(
            "h7b",
            confirmed("Jenkins, Mitra, Gupta & Shaw 1998: none with quality")
                .zh("Jenkins 等 1998：与质量无关"),
            &BONUS,
            between(-0.15, 0.15),
        )
    },
    Fact {
        scale: Scale::Relative,
        // Abandonment is mean wait over mean patience, at whatever load: the largest deviation.
        statistic: |s| {
            let off = |arm| {
                let expected = s.metric(arm, "service.mean_wait_seconds")? / 600.0;
                Some(s.metric(arm, "service.abandonment")? / expected - 1.0)
            };
            let all = (0..s.arms()).map(off).collect::<Option<Vec<f64>>>()?;
            all.into_iter()
                .reduce(|a, b| if b.abs() > a.abs() { b } else { a })
        },
        ..held_out(
            "h8",
            expected("Brown et al. 2005; Mandelbaum & Zeltyn 2004"),
            &LOADS,
            between(-0.05, 0.05),
        )
    },
    Fact {
        scale: Scale::Share,
        replications: 8,
        statistic: |s| change(s, "service.level"),
        ..held_out(
            "h9",
            expected("Halfin & Whitt 1981; Whitt 1992"),
            &SIZES,
            ABOVE_0,
        )
    },
    Fact {
        scale: Scale::Share,
        statistic: |s| s.ratio(0, "staff.first_year_share"),
        ..held_out(
            "h10",
            expected("Holman, Batt & Holtgrewe 2007: a third in its first year")
                .zh("Holman 等 2007：三分之一在头一年"),
            &[QUO],
            between(0.15, 0.4),
        )
    },
    Fact {
        scale: Scale::Share,
        statistic: |s| {
            Some(s.ratio(0, "leavers.first_year_share")? - s.ratio(0, "staff.first_year_share")?)
        },
        ..held_out(
            "h11",
            expected("Griffeth, Hom & Gaertner 2000: tenure").zh("Griffeth 等 2000：司龄"),
            &[QUO],
            ABOVE_0,
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "exhaustion–itself"),
        ..held_out(
            "h12",
            expected("Maslach, Jackson & Leiter 1996: about .6 over a year")
                .zh("Maslach 等 1996：隔一年约 0.6"),
            &[QUO],
            between(0.4, 0.75),
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "satisfaction–itself"),
        ..held_out(
            "h13",
            expected("Dormann & Zapf 2001: about .5").zh("Dormann & Zapf 2001：约 0.5"),
            &[QUO],
            between(0.35, 0.65),
        )
    },
    Fact {
        scale: Scale::Share,
        statistic: |s| change(s, "conduct.cut_short_share"),
        ..held_out(
            "h14",
            expected("Schweitzer, Ordóñez & Douma 2004"),
            &GOALS,
            ABOVE_0,
        )
    },
    Fact {
        scale: Scale::Plain,
        replications: 64,
        // How much slower leavers are by nature than those who stay: more so where results are paid.
        statistic: |s| {
            let sorts =
                |arm| Some(s.ratio(arm, "slowness.leavers")? - s.ratio(arm, "slowness.staff")?);
            Some(sorts(1)? - sorts(0)?)
        },
        ..held_out(
            "h15",
            expected("Lazear 2000: half of the gain is who stays")
                .zh("Lazear 2000：增产的一半来自谁留下"),
            &BONUS,
            ABOVE_0,
        )
    },
    Fact {
        statistic: |s| s.correlation(0, "woman–quit"),
        ..held_out(
            "h16",
            expected("Griffeth, Hom & Gaertner 2000: about nought").zh("Griffeth 等 2000：约为零"),
            &[QUO],
            between(-0.1, 0.1),
        )
    },
    Fact {
        scale: Scale::Plain,
        // Points of satisfaction for a point of calls solved at once.
        statistic: |s| {
            Some(
                change(s, "quality.customer_satisfaction")?
                    / change(s, "quality.first_contact_resolution")?,
            )
        },
        ..held_out(
            "h17",
            expected("figures of the trade: about one for one").zh("行业数字：约一比一"),
            &PRESSED,
            between(0.5, 1.5),
        )
    },
];

const PRESSED: [Arm; 2] = [
    QUO,
    QUO.with(&[
        ("appraisal.kpis.call_volume.weight", n(80.0)),
        ("appraisal.kpis.inspection.weight", n(5.0)),
    ]),
];

/// What is known and can't be asked of this model, by study; why is in the view.
pub const NOT_EXPRESSIBLE: &[&str] = &[
    "Oyer 1998; Larkin 2014",
    "Mas & Moretti 2009",
    "Ashraf, Bandiera & Lee 2014; Barankay 2012",
    "Breza, Kaur & Shamdasani 2018",
    "Cohn, Fehr, Herrmann & Schneider 2014",
    "Hong, Hossain, List & Tanaka 2018",
];
