//! Sentences made of results: headline, tiles, verdicts, announcements.

use super::amount::{of_hundred, percent, size};
use super::number;
use super::snapshot::Snapshot;
use super::verdict::{Difference, Verdict};
use crate::measure::metric::{METRICS, position};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};

const TURNOVER: &str = "turnover.annual_rate";
const SATISFACTION: &str = "quality.customer_satisfaction";
const REACHING: &str = "output.share_reaching_target";

fn range_of_hundred(summary: &Summary) -> String {
    let (low, high) = (of_hundred(summary.p05), of_hundred(summary.p95));
    if low == high {
        low
    } else {
        format!("{low}–{high}")
    }
}

/// Says so where a volume target asks for more calls than come in: `metric` gives a metric by its id as it
/// is shown beside the sentence. None where demand suffices.
#[must_use]
pub fn beyond_demand(
    metric: impl Fn(&str) -> Option<f64>,
    target: f64,
    language: Language,
) -> Option<String> {
    let handled = metric("output.calls_per_agent_day")?;
    let lost = metric("service.abandonment")?;
    // What would fall to each if nobody hung up.
    let most = handled / (1.0 - lost).max(0.01);
    if target <= most {
        return None;
    }
    let most = number::bare(most.round(), Unit::CallsPerAgentDay);
    let asked = number::bare(target, Unit::CallsPerAgentDay);
    let reaching = metric(REACHING).unwrap_or(0.0);
    let who = percent(reaching);
    Some(match (language, reaching < 0.005) {
        (Language::Zh, true) => format!(
            "日接听目标 {asked} 通高于人均来电量：就算每通都接起，人均每天也只有 {most} 通，没有人达得到。"
        ),
        (Language::Zh, false) => format!(
            "日接听目标 {asked} 通高于人均来电量：就算每通都接起，人均每天也只有 {most} 通；平均每月只有 {who} 的人达标，还是靠多接了本该别人接的电话。"
        ),
        (Language::En, true) => format!(
            "The target of {asked} calls is more than come in: with every call answered there would be \
             {most} a day for each, and nobody reaches it."
        ),
        (Language::En, false) => format!(
            "The target of {asked} calls is more than come in: with every call answered there would be \
             {most} a day for each; {who} of agent-months reach it, at the others’ expense."
        ),
    })
}

/// The page's first sentence: what this target costs in people and quality.
#[must_use]
pub fn headline(snapshot: &Snapshot, target: f64, language: Language) -> String {
    let side = &snapshot.current;
    let Some(turnover) = side.metric(TURNOVER) else {
        return match language {
            Language::Zh => "没有人可以离职：这个情景里没有在岗的人。".to_owned(),
            Language::En => "Nobody can leave: the scenario has nobody in post.".to_owned(),
        };
    };
    let target = number::bare(target, Unit::CallsPerAgentDay);
    let leavers = of_hundred(turnover.p50);
    let range = range_of_hundred(&turnover);
    let satisfied = side.metric(SATISFACTION).map(|s| percent(s.p50));
    let reaching = side.metric(REACHING).map(|s| percent(s.p50));
    match language {
        Language::Zh => {
            let satisfied = satisfied.map(|share| format!("；{share} 的来电人满意"));
            let reaching = reaching.map(|share| format!("，平均每月 {share} 的人达标"));
            format!(
                "日接听目标 {target} 通时，每 100 人一年约走 {leavers} 人（90% 的模拟在 {range} 之间）{}{}。",
                satisfied.unwrap_or_default(),
                reaching.unwrap_or_default()
            )
        }
        Language::En => {
            let joint = if satisfied.is_some() { ", and" } else { ";" };
            let satisfied = satisfied.map(|share| format!("; {share} of callers are satisfied"));
            let reaching =
                reaching.map(|share| format!("{joint} {share} of agent-months reach the target"));
            format!(
                "With a target of {target} calls a day, about {leavers} of 100 people leave in a year \
                 (90% of simulations: {range}){}{}.",
                satisfied.unwrap_or_default(),
                reaching.unwrap_or_default()
            )
        }
    }
}

/// What the comparison says of one metric, as a sentence.
#[must_use]
pub fn verdict(metric: usize, difference: &Difference, language: Language) -> String {
    let label = METRICS[metric].label.get(language);
    let word = difference.verdict.text().get(language);
    let by = size(metric, difference, language);
    let up = difference.summary.mean > 0.0;
    match (difference.verdict, language) {
        (Verdict::CantTell, Language::Zh) => {
            format!("{label}与基线分不清：差别不大，或不出偶然的范围。")
        }
        (Verdict::CantTell, Language::En) => {
            format!(
                "{label} can’t be told apart from the baseline’s: the difference is small, or within chance."
            )
        }
        (Verdict::Untouched, Language::Zh) => format!("{label}与基线完全相同。"),
        (Verdict::Untouched, Language::En) => {
            format!("{label} is exactly the baseline’s.")
        }
        (Verdict::TooFew, Language::Zh) => format!("{label}：模拟次数还不够判断。"),
        (Verdict::TooFew, Language::En) => {
            format!("{label}: too few simulations yet to judge.")
        }
        (_, Language::Zh) => {
            let way = if up { "高" } else { "低" };
            let agree = percent(difference.agreement);
            match difference.verdict {
                Verdict::Higher | Verdict::Lower => {
                    format!("{label}比基线{way} {by}（{agree} 的配对同向）。")
                }
                _ => format!("{label}比基线{way} {by}，{word}（{agree} 的配对同向）。"),
            }
        }
        (_, Language::En) => {
            let way = if up { "higher" } else { "lower" };
            let agree = percent(difference.agreement);
            match difference.verdict {
                Verdict::Higher | Verdict::Lower => {
                    format!("{label} is {by} {way} than the baseline’s ({agree} of pairs agree).")
                }
                _ => format!(
                    "{label} is {by} {way} than the baseline’s: {word} ({agree} of pairs agree)."
                ),
            }
        }
    }
}

/// The line under the headline: how people and quality compare with the baseline.
#[must_use]
pub fn against(snapshot: &Snapshot, baseline: &str, language: Language) -> String {
    if snapshot.is_baseline {
        return match language {
            Language::Zh => "这就是对照基线；改一项参数，看差别。".to_owned(),
            Language::En => {
                "This is the baseline itself; change something and see the difference.".to_owned()
            }
        };
    }
    let part = |id: &str| {
        let metric = position(id)?;
        let difference = snapshot.differences[metric]?;
        let label = METRICS[metric].label.get(language);
        Some(short_verdict(label, metric, &difference, language))
    };
    let parts: Vec<String> = [TURNOVER, SATISFACTION]
        .into_iter()
        .filter_map(part)
        .collect();
    if parts.is_empty() {
        return match language {
            Language::Zh => format!("基线“{baseline}”正在计算。"),
            Language::En => format!("The baseline “{baseline}” is being computed."),
        };
    }
    match language {
        Language::Zh => format!("与“{baseline}”在同样的运气下相比：{}。", parts.join("；")),
        Language::En => format!(
            "Against “{baseline}” under the same luck: {}.",
            parts.join("; ")
        ),
    }
}

fn short_verdict(
    label: &str,
    metric: usize,
    difference: &Difference,
    language: Language,
) -> String {
    let label = match language {
        Language::Zh => label.to_owned(),
        Language::En => lower_first(label),
    };
    let word = difference.verdict.text().get(language);
    if !difference.verdict.is_clear() {
        return match language {
            Language::Zh => format!("{label}{word}"),
            Language::En => format!("{label}: {word}"),
        };
    }
    let by = size(metric, difference, language);
    let up = difference.summary.mean > 0.0;
    match language {
        Language::Zh => format!("{label}{} {by}，{word}", if up { "高" } else { "低" }),
        Language::En => format!(
            "{label} {by} {}, {word}",
            if up { "higher" } else { "lower" }
        ),
    }
}

/// With a small first letter, for the middle of an English sentence. Our own labels begin with ASCII letters;
/// what makes other letters small weighs as much as a screen of the page.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// What a screen reader hears when a run has settled.
#[must_use]
pub fn announcement(snapshot: &Snapshot, language: Language) -> String {
    let Some(turnover) = snapshot.current.metric(TURNOVER) else {
        return match language {
            Language::Zh => "完成。".to_owned(),
            Language::En => "Done.".to_owned(),
        };
    };
    let (p50, p05, p95) = (
        percent(turnover.p50),
        percent(turnover.p05),
        percent(turnover.p95),
    );
    let mut text = match language {
        Language::Zh => format!("完成。年离职率中位数 {p50}，90% 的模拟在 {p05} 到 {p95}。"),
        Language::En => {
            format!(
                "Done. Median annual turnover {p50}; 90% of simulations between {p05} and {p95}."
            )
        }
    };
    if let (false, Some(difference)) = (snapshot.is_baseline, snapshot.difference(TURNOVER)) {
        if language == Language::En {
            text.push(' ');
        }
        text.push_str(&verdict(0, &difference, language));
    }
    text
}

/// The chart's caption: what the year shows.
#[must_use]
pub fn year(snapshot: &Snapshot, language: Language) -> String {
    let side = &snapshot.current;
    let weeks = side.bands[0].len();
    let (Some(last), Some(half)) = (
        side.bands[0].last().map(|b| b.quantiles[2]),
        side.bands[0].get(weeks / 2).map(|b| b.quantiles[2]),
    ) else {
        return String::new();
    };
    let level = |from: usize, to: usize| {
        let part = &side.bands[1][from..to];
        let sum: f64 = part.iter().map(|b| b.quantiles[2]).sum();
        #[allow(clippy::cast_precision_loss)]
        let n = part.len().max(1) as f64;
        sum / n
    };
    let quarter = (weeks / 4).max(1).min(weeks);
    let drift = level(weeks - quarter, weeks) - level(0, quarter);
    let (at_half, at_end) = (percent(half), percent(last));
    let drift_points = number::show_difference(drift.abs(), Unit::Share, language);
    let drift_points = drift_points.trim_start_matches('+');
    match language {
        Language::Zh => {
            let quality = if drift.abs() < 0.01 {
                "满意率全年平稳".to_owned()
            } else if drift > 0.0 {
                format!("满意率到年末高出年初 {drift_points}")
            } else {
                format!("满意率到年末比年初低 {drift_points}")
            };
            format!("到年中已走 {at_half}，年末 {at_end}；{quality}")
        }
        Language::En => {
            let quality = if drift.abs() < 0.01 {
                "satisfaction stays level".to_owned()
            } else if drift > 0.0 {
                format!("satisfaction ends {drift_points} higher than it began")
            } else {
                format!("satisfaction ends {drift_points} lower than it began")
            };
            format!("{at_half} have left by mid-year, {at_end} by its end; {quality}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::outcomes;
    use super::*;

    fn pair() -> Snapshot {
        Snapshot::of(&outcomes(64, 0.21), &outcomes(64, 0.17), false).expect("outcomes")
    }

    #[test]
    fn the_headline_names_target_leavers_quality_and_who_reaches_it() {
        assert_eq!(
            headline(&pair(), 76.0, Language::Zh),
            "日接听目标 76 通时，每 100 人一年约走 21 人（90% 的模拟在 17–25 之间）；21% 的来电人满意，平均每月 21% 的人达标。"
        );
        assert_eq!(
            headline(&pair(), 76.0, Language::En),
            "With a target of 76 calls a day, about 21 of 100 people leave in a year (90% of simulations: 17–25); 21% of callers are satisfied, and 21% of agent-months reach the target."
        );
    }

    #[test]
    fn a_target_above_demand_is_said_to_be_one() {
        let metric = |reaching: f64| {
            move |id: &str| {
                Some(match id {
                    "output.calls_per_agent_day" => 72.0,
                    "service.abandonment" => 0.1,
                    _ => reaching,
                })
            }
        };
        let said = |target: f64, reaching: f64| {
            [Language::Zh, Language::En].map(|l| beyond_demand(metric(reaching), target, l))
        };
        assert_eq!(said(80.0, 0.3), [None, None]);
        for sentence in said(81.0, 0.0).into_iter().flatten() {
            assert!(
                sentence.contains("81") && sentence.contains("80"),
                "{sentence}"
            );
        }
        let some = said(81.0, 0.12)[1].clone().expect("above demand");
        assert!(some.contains("12%"), "{some}");
    }

    #[test]
    fn comparisons_are_sentences() {
        let both = pair();
        assert_eq!(
            against(&both, "论文现状", Language::Zh),
            "与“论文现状”在同样的运气下相比：年离职率高 4 个百分点，更差；客户满意率高 4 个百分点，更好。"
        );
        assert_eq!(
            announcement(&both, Language::En),
            "Done. Median annual turnover 21%; 90% of simulations between 17% and 25%. Annual turnover is 4 pp higher than the baseline’s: worse (100% of pairs agree)."
        );

        let same = Snapshot::of(&outcomes(9, 0.2), &outcomes(9, 0.2), false).expect("outcomes");
        let sentence = verdict(0, &same.differences[0].expect("pairs"), Language::En);
        assert_eq!(sentence, "Annual turnover is exactly the baseline’s.");
    }

    #[test]
    fn no_sentence_says_what_we_avoid() {
        for language in [Language::Zh, Language::En] {
            let both = pair();
            for text in [
                headline(&both, 76.0, language),
                announcement(&both, language),
                against(&both, "x", language),
                year(&both, language),
            ] {
                for word in [
                    "预测",
                    "将会",
                    "显著",
                    "置信",
                    "predict",
                    "significant",
                    "NaN",
                ] {
                    assert!(!text.contains(word), "{text}");
                }
            }
        }
    }
}
