//! Four meanings of fairness, each judged by itself, and where they disagree. There is no single score:
//! which of them counts is for people to say.

use super::Group;
use super::gap::{Gap, Row};
use super::group::{Grouping, Measure};
use crate::measure::summary::Summary;

/// What fairness can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Equal chances of an award whatever a person brings along.
    EqualChance,
    /// Those with more need get at least as much relief: leave granted, exhaustion.
    ByNeed,
    /// Equal awards at equal ability, and awards that follow contribution.
    MeritAtEqualAbility,
    /// Open criteria and a voice.
    Voice,
}

impl Meaning {
    /// In the order of [`super::Fair::meanings`].
    pub const ALL: [Meaning; 4] = [
        Meaning::EqualChance,
        Meaning::ByNeed,
        Meaning::MeritAtEqualAbility,
        Meaning::Voice,
    ];

    /// Its id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Meaning::EqualChance => "equal_chance",
            Meaning::ByNeed => "by_need",
            Meaning::MeritAtEqualAbility => "merit_at_equal_ability",
            Meaning::Voice => "voice",
        }
    }
}

/// What is found of a meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Which.
    pub meaning: Meaning,
    /// What is found.
    pub verdict: Verdict,
    /// Where it shows most: grouping and measure.
    pub worst: Option<(Grouping, Measure)>,
}

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No clear departure.
    Kept,
    /// A clear departure.
    Broken,
    /// Nothing to judge by: too few people, too few years, no awards.
    Unsaid,
}

/// Two meanings of which one is kept and the other broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conflict {
    /// The one that is kept.
    pub kept: Meaning,
    /// The one that is broken.
    pub broken: Meaning,
    /// Where the broken one shows.
    pub grouping: Option<Grouping>,
    /// True where the gap goes away at equal ability: equal chances and merit can't both be had.
    pub is_ability: bool,
}

/// Smallest gain of felt fairness that counts as a voice that is missing.
const UNHEARD: f64 = 0.02;

/// Judges the four meanings.
#[must_use]
pub fn judge(groups: &[Group], merit: Option<&Summary>, unheard: Option<&Summary>) -> [Judged; 4] {
    let chance = worst(groups, Measure::Awards, |row| row.gap);
    let merit_gap = worst(groups, Measure::Awards, |row| row.equal_ability);
    let merit_verdict = match (merit_gap.verdict, merit) {
        // Awards that don't follow contribution at all are not by merit, however even they fall.
        (Verdict::Kept, Some(merit)) if merit.ci95.0 <= 0.0 => Verdict::Broken,
        (Verdict::Kept, None) => Verdict::Unsaid,
        (verdict, _) => verdict,
    };
    let voice = match unheard {
        Some(gain) if gain.count > 1 && gain.mean > UNHEARD && gain.ci95.0 > 0.0 => Verdict::Broken,
        Some(gain) if gain.count > 1 => Verdict::Kept,
        Some(_) | None => Verdict::Unsaid,
    };
    [
        Judged {
            meaning: Meaning::EqualChance,
            ..chance
        },
        by_need(groups),
        Judged {
            meaning: Meaning::MeritAtEqualAbility,
            verdict: merit_verdict,
            worst: merit_gap.worst,
        },
        Judged {
            meaning: Meaning::Voice,
            verdict: voice,
            worst: None,
        },
    ]
}

/// The largest clear gap of a measure over what people bring along.
fn worst(groups: &[Group], measure: Measure, of: impl Fn(&Row) -> Option<Gap>) -> Judged {
    let mut judged = Judged {
        meaning: Meaning::EqualChance,
        verdict: Verdict::Unsaid,
        worst: None,
    };
    let mut largest = -1.0;
    for group in groups.iter().filter(|g| g.grouping.is_of_the_person()) {
        let rows = group.rows.as_deref().unwrap_or(&[]);
        let Some(row) = rows
            .iter()
            .find(|row| row.measure == measure && row.overall > 0.0)
        else {
            continue;
        };
        let Some(gap) = of(row) else {
            continue;
        };
        if judged.verdict == Verdict::Unsaid {
            judged.verdict = Verdict::Kept;
        }
        if gap.clear {
            judged.verdict = Verdict::Broken;
        }
        // A clear gap before one that is not, then the larger.
        let weight = gap.gap.abs() + if gap.clear { 1e6 } else { 0.0 };
        if weight > largest {
            largest = weight;
            judged.worst = Some((group.grouping, measure));
        }
    }
    judged
}

/// Those with care duties have more need: broken where they clearly get less of what they ask, or are
/// clearly more exhausted.
fn by_need(groups: &[Group]) -> Judged {
    let mut judged = Judged {
        meaning: Meaning::ByNeed,
        verdict: Verdict::Unsaid,
        worst: None,
    };
    let care = groups.iter().find(|g| g.grouping == Grouping::Care);
    for row in care.and_then(|g| g.rows.as_deref().ok()).unwrap_or(&[]) {
        let wrong_way = match row.measure {
            Measure::Granted => -1.0,
            Measure::Exhaustion => 1.0,
            Measure::Awards
            | Measure::Reached
            | Measure::Promotions
            | Measure::Angry
            | Measure::Quits => continue,
        };
        let Some(gap) = row.gap else {
            continue;
        };
        if judged.verdict == Verdict::Unsaid {
            judged.verdict = Verdict::Kept;
        }
        if gap.clear && gap.gap * wrong_way > 0.0 {
            judged.verdict = Verdict::Broken;
            judged.worst = judged.worst.or(Some((Grouping::Care, row.measure)));
        }
    }
    judged
}

/// Every pair of meanings of which one is kept and the other broken.
#[must_use]
pub fn conflicts(groups: &[Group], meanings: &[Judged; 4]) -> Vec<Conflict> {
    let mut found = Vec::new();
    for broken in meanings.iter().filter(|m| m.verdict == Verdict::Broken) {
        for kept in meanings.iter().filter(|m| m.verdict == Verdict::Kept) {
            let grouping = broken.worst.map(|(grouping, _)| grouping);
            found.push(Conflict {
                kept: kept.meaning,
                broken: broken.meaning,
                grouping,
                is_ability: broken.meaning == Meaning::EqualChance
                    && kept.meaning == Meaning::MeritAtEqualAbility
                    && grouping.is_some_and(|g| goes_away(groups, g)),
            });
        }
    }
    found
}

/// True where the awards' gap of a grouping is clear as it is and not at equal ability.
fn goes_away(groups: &[Group], grouping: Grouping) -> bool {
    let group = groups.iter().find(|g| g.grouping == grouping);
    let rows = group.and_then(|g| g.rows.as_deref().ok()).unwrap_or(&[]);
    let row = rows.iter().find(|row| row.measure == Measure::Awards);
    row.is_some_and(|row| {
        row.gap.is_some_and(|g| g.clear) && row.equal_ability.is_some_and(|g| !g.clear)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(gap: f64, clear: bool) -> Gap {
        Gap {
            gap,
            interval: (gap - 0.1, gap + 0.1),
            clear,
        }
    }

    fn group(grouping: Grouping, measure: Measure, plain: Gap, equal: Gap) -> Group {
        Group {
            grouping,
            people: [20.0, 20.0],
            rows: Ok(vec![Row {
                measure,
                overall: 1.0,
                sides: [1.0, 1.0],
                gap: Some(plain),
                equal_ability: Some(equal),
            }]),
        }
    }

    #[test]
    fn a_gap_of_ability_sets_equal_chances_against_merit() {
        let groups = [group(
            Grouping::Gender,
            Measure::Awards,
            gap(0.5, true),
            gap(0.02, false),
        )];
        let merit = Summary::of(&[0.4, 0.5, 0.6]).expect("values");
        let meanings = judge(&groups, Some(&merit), None);
        assert_eq!(
            meanings.map(|m| m.verdict)[..3],
            [Verdict::Broken, Verdict::Unsaid, Verdict::Kept]
        );
        let found = conflicts(&groups, &meanings);
        assert!(found.len() == 1 && found[0].is_ability, "{found:?}");
    }

    #[test]
    fn a_lottery_is_no_merit_and_more_need_must_not_get_less() {
        let groups = [
            group(
                Grouping::Gender,
                Measure::Awards,
                gap(0.0, false),
                gap(0.0, false),
            ),
            group(
                Grouping::Care,
                Measure::Granted,
                gap(-0.2, true),
                gap(-0.2, true),
            ),
        ];
        let merit = Summary::of(&[-0.1, 0.1]).expect("values");
        let verdicts = judge(&groups, Some(&merit), None).map(|m| m.verdict);
        assert_eq!(
            verdicts[..3],
            [Verdict::Kept, Verdict::Broken, Verdict::Broken]
        );
    }
}
