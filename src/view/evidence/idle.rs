//! Mechanisms that move no metric beyond chance when switched off: why each is kept nevertheless.

use crate::measure::metric::{METRICS, position};
use crate::scenario::field::{Language, Text};
use crate::study::evidence::ablation::HEADLINES;
use crate::study::evidence::findings::Contribution;
use crate::view::number;
use std::fmt::Write;

/// Why a mechanism that is at work does not show in a hall's means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// It acts on leaving and on nothing else, and a year has few leavers.
    Leaving,
    /// It sets people apart about an unchanged middle.
    Apart,
    /// Its lever is off, or does nothing, in both centres.
    LeverOff,
    /// It changes how soon people respond, not how far.
    Pace,
    /// What it needs happens to few people, or seldom.
    Seldom,
}

/// What leaving is read off.
const TURNOVER: &str = "turnover.annual_rate";

const REASONS: &[(&str, Why)] = &[
    ("skill.learning_sd", Why::Apart),
    ("skill.care_sd", Why::Apart),
    ("weights.spread", Why::Apart),
    ("weights.contented_sd", Why::Apart),
    ("weights.mood_sd", Why::Apart),
    ("strain.resilience_temper", Why::Apart),
    ("fairness.temper_sd", Why::Apart),
    ("fairness.leaders_sd", Why::Apart),
    ("quit.outside_sd", Why::Apart),
    ("strain.ill", Why::Seldom),
    ("home.absence_slope", Why::Seldom),
    ("home.ill_longer", Why::Seldom),
    ("home.event_with_care", Why::Seldom),
    ("cutting.depletion", Why::Seldom),
    ("cutting.inspected", Why::Seldom),
    ("cutting.qualm", Why::Seldom),
    ("recognition.passed_over", Why::Seldom),
    ("recognition.neighbours", Why::Seldom),
    ("fairness.leader_leaves", Why::Seldom),
    ("effort.habit", Why::Pace),
    ("fairness.past", Why::Pace),
    ("recognition.striving", Why::LeverOff),
    ("fairness.care_bias", Why::LeverOff),
    ("quit.needs", Why::Leaving),
    ("quit.unfairness", Why::Leaving),
    ("quit.contagion", Why::Leaving),
    ("quit.hopeless", Why::Leaving),
    ("quit.young", Why::Leaving),
    ("quit.degree", Why::Leaving),
    ("quit.pay_elasticity", Why::Leaving),
    ("quit.flexible_worth", Why::Leaving),
    ("quit.care_worth", Why::Leaving),
    ("quit.dropout", Why::Leaving),
    ("quit.involuntary", Why::Leaving),
];

fn short(path: &str) -> &str {
    path.trim_start_matches("behaviour.parameters.")
}

fn reason(path: &str) -> Option<Why> {
    let found = REASONS.iter().find(|(of, _)| *of == short(path));
    found.map(|(_, why)| *why)
}

/// The mechanisms of `all` that move nothing, each group with its reason.
#[must_use]
pub fn explained(all: &[Contribution], language: Language) -> String {
    let idle: Vec<&Contribution> = all
        .iter()
        .filter(|c| c.moves.iter().all(Vec::is_empty))
        .collect();
    let mut out = String::new();
    for why in [
        Some(Why::Leaving),
        Some(Why::Apart),
        Some(Why::Seldom),
        Some(Why::Pace),
        Some(Why::LeverOff),
        None,
    ] {
        let of: Vec<&&Contribution> = idle.iter().filter(|c| reason(c.of.path()) == why).collect();
        if of.is_empty() {
            continue;
        }
        let names: Vec<String> = of
            .iter()
            .map(|c| {
                let path = c.of.path();
                let label = crate::scenario::find(path).map_or("", |f| f.label.get(language));
                format!("{label} (`{}`)", short(path))
            })
            .collect();
        let (text, comma) = match language {
            Language::Zh => (said(why).zh, "、"),
            Language::En => (said(why).en, ", "),
        };
        let _ = write!(out, "\n- {} {text}", names.join(comma));
        if why == Some(Why::Leaving)
            && let Some(least) = least_seen(&of)
        {
            let unit = METRICS[position(TURNOVER).unwrap_or(0)].unit;
            let least = number::show_difference(least, unit, language);
            let least = least.trim_start_matches('+');
            let _ = match language {
                Language::Zh => write!(out, "这里离职率要变 {least} 以上才看得出。"),
                Language::En => {
                    write!(
                        out,
                        " Here turnover would have to move by {least} to be seen."
                    )
                }
            };
        }
    }
    out.push('\n');
    out
}

/// The smallest change of turnover that would have been beyond chance: four standard errors, in the
/// middle of these mechanisms.
fn least_seen(of: &[&&Contribution]) -> Option<f64> {
    let at = HEADLINES.iter().position(|id| *id == TURNOVER)?;
    let mut errors: Vec<f64> = of
        .iter()
        .filter_map(|c| c.headlines.first()?.get(at)?.map(|found| found.error))
        .filter(|error| *error > 0.0)
        .collect();
    crate::order::numbers(&mut errors);
    errors.get(errors.len() / 2).map(|error| 4.0 * error)
}

fn said(why: Option<Why>) -> Text {
    match why {
        Some(Why::Leaving) => Text {
            zh: "：只作用于离职，而一个 45 人的厅一年只有十来人离开，厅与厅相差很大。它在每个人每月离职风险里的那一份是算得出来的，见 `fairfloor explain`。",
            en: "act on leaving alone, and a hall of 45 has a dozen leavers a year, with much chance between halls. Their part in everybody's monthly chance of leaving is exact: `fairfloor explain` shows it.",
        },
        Some(Why::Apart) => Text {
            zh: "：只把人与人拉开，平均不变；看得出的是谁，不是多少。",
            en: "set people apart about an unchanged middle: they show in who, not in how much.",
        },
        Some(Why::Seldom) => Text {
            zh: "：只落在少数人或少数日子上，全厅的平均里看不出。",
            en: "touch few people or few days, too few for a hall's means.",
        },
        Some(Why::Pace) => Text {
            zh: "：改变的是反应的快慢，不是最后到哪里；全年的平均里看不出。",
            en: "change how soon people respond, not how far: the mean of a year hardly knows.",
        },
        Some(Why::LeverOff) => Text {
            zh: "：它所需的政策或假设在这两个情景里都没有打开（稀缺假设、由领导裁量的晋升）。",
            en: "need a policy or hypothesis that is off in both centres (exclusive awards, promotion at discretion).",
        },
        None => Text {
            zh: "：没有解释，应当去掉或补上证据。",
            en: "have no explanation: to be removed, or to be given evidence.",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::evidence::ablation::MECHANISMS;

    #[test]
    fn every_reason_is_for_a_mechanism_once() {
        for (at, (path, _)) in REASONS.iter().enumerate() {
            assert!(
                MECHANISMS.iter().any(|m| short(m.path()) == *path),
                "{path}"
            );
            assert!(REASONS[at + 1..].iter().all(|(of, _)| of != path), "{path}");
        }
    }
}
