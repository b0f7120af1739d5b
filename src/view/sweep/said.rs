//! The sweep in words: how far one may go, how sure that is, what stands in the way.

use super::{SECONDS, Settings, TARGET};
use crate::measure::metric::METRICS;
use crate::measure::reach::Group as Reachers;
use crate::scenario::field::{Field, Kind, Language, Text, Value};
use crate::scenario::find;
use crate::study::sweep::SweepResult;
use crate::study::sweep::answer::{Answer, Relaxation, Sweet};
use crate::study::sweep::constraint::Bound;
use crate::study::sweep::phones::Phones;
use crate::view::history::shown;
use crate::view::number;
use crate::view::snapshot::unit_of;
use crate::view::words::sweep as words;

/// A value of the lever with its unit.
fn lever_value(field: &Field, value: f64, language: Language) -> String {
    number::show(value, field.unit, language)
}

/// The first sentence.
#[must_use]
pub fn headline(found: Option<&SweepResult>, settings: &Settings, language: Language) -> String {
    let field = settings.field();
    let label = field.label.get(language);
    let line = found.and_then(|found| found.lines.first());
    let Some(line) = line.filter(|line| line.points.iter().any(|p| p.all.is_some())) else {
        let none = settings.limits.iter().all(Option::is_none);
        return match (none && found.is_some(), language) {
            (true, Language::Zh) => format!("「{label}」从低到高，各项怎样变"),
            (true, Language::En) => format!("What {label} from low to high brings"),
            (false, Language::Zh) => format!("正在扫描「{label}」……"),
            (false, Language::En) => format!("Sweeping “{label}” …"),
        };
    };
    let (word_zh, word_en) = if field.path == TARGET {
        ("可行的最高目标", "Highest feasible target")
    } else {
        ("可行的最高值", "Highest feasible value")
    };
    match &line.sweet {
        Some(sweet) => {
            let most = lever_value(field, reachable(sweet, field), language);
            let (low, high) = sweet.interval;
            let whisker = number::show_range(low, high, field.unit, language);
            let end = match (sweet.at_the_end, language) {
                (false, _) => "",
                (true, Language::Zh) => "，这已是范围的尽头",
                (true, Language::En) => ", the end of the range",
            };
            match language {
                Language::Zh => format!("{word_zh}：{most}（换一批运气，90% 落在 {whisker}）{end}"),
                Language::En => {
                    format!("{word_en}: {most} (90% within {whisker} under other luck){end}")
                }
            }
        }
        None => cheapest(line, settings, field, language),
    }
}

/// The boundary on the lever's grid, on the allowed side.
fn reachable(sweet: &Sweet, field: &Field) -> f64 {
    let step = match field.kind {
        Kind::Number { step, .. } => step,
        _ => 1.0,
    };
    ((sweet.boundary / step + 1e-9).floor() * step).max(sweet.at)
}

/// Nothing fits: which requirement is the cheapest to relax.
fn cheapest(line: &Answer, settings: &Settings, field: &Field, language: Language) -> String {
    let wish = settings.wish();
    let found = line.relax.iter().find_map(
        |Relaxation {
             constraint, needed, ..
         }| Some((*constraint, (*needed)?)),
    );
    let Some((constraint, (limit, at))) = found else {
        return match language {
            Language::Zh => "没有任何取值满足全部要求，单独放宽哪一条都不够。".to_owned(),
            Language::En => {
                "No value meets all requirements, and relaxing any one of them is not enough."
                    .to_owned()
            }
        };
    };
    let of = &wish.constraints[constraint];
    let label = METRICS[of.metric].label.get(language);
    let from = number::show(of.limit, unit_of(of.metric), language);
    let to = number::show(limit, unit_of(of.metric), language);
    let at = lever_value(field, at, language);
    match language {
        Language::Zh => {
            format!(
                "没有任何取值同时满足；最省的是把{label}从 {from} 放宽到 {to}，那时 {at} 可行。"
            )
        }
        Language::En => format!(
            "No value meets all; the cheapest is to relax {label} from {from} to {to}, then {at} is feasible."
        ),
    }
}

/// The line under it: how it is defined.
#[must_use]
pub fn definition(settings: &Settings, language: Language) -> String {
    let wish = settings.wish();
    if wish.constraints.is_empty() {
        return words::NOTHING_REQUIRED.get(language).to_owned();
    }
    let parts: Vec<String> = wish
        .constraints
        .iter()
        .map(|of| {
            let label = METRICS[of.metric].label.get(language);
            let limit = number::show(of.limit, unit_of(of.metric), language);
            let sign = match of.bound {
                Bound::AtMost => "≤",
                Bound::AtLeast => "≥",
            };
            format!("{label} {sign} {limit}")
        })
        .collect();
    let certainty = format!("{:.0}%", settings.certainty * 100.0);
    match language {
        Language::Zh => format!(
            "满足的意思：至少 {certainty} 的模拟年里，{}。",
            parts.join("，且")
        ),
        Language::En => format!(
            "Feasible means: in at least {certainty} of simulated years, {}.",
            parts.join(" and ")
        ),
    }
}

/// What else is to be said: the phones alone, the cliff, who can't reach the target, the other curves.
#[must_use]
pub fn notes(found: &SweepResult, settings: &Settings, language: Language) -> Vec<String> {
    let field = settings.field();
    let mut notes = Vec::new();
    let Some(line) = found.lines.first() else {
        return notes;
    };
    if found.lines.len() > 1 {
        notes.extend(found.lines.iter().filter_map(|line| {
            let outer = line.outer.as_ref()?;
            let (path, _) = SECONDS[settings.second?];
            let second = find(path)?;
            let name = shown(second, outer, language);
            let label = second.label.get(language);
            let most = match (&line.sweet, language) {
                (Some(sweet), _) => lever_value(field, reachable(sweet, field), language),
                (None, Language::Zh) => "无".to_owned(),
                (None, Language::En) => "none".to_owned(),
            };
            Some(match language {
                Language::Zh => format!("{label} {name}：最高 {most}"),
                Language::En => format!("{label} {name}: up to {most}"),
            })
        }));
    }
    let alone = match &found.phones {
        Some(Phones::Volume { calls, .. }) => Some(*calls),
        Some(Phones::Runs(sweet)) => sweet.map(|sweet| reachable(&sweet, field)),
        None => None,
    };
    if let Some(alone) = alone {
        let alone = lever_value(field, alone, language);
        notes.push(match language {
            Language::Zh => format!("只看排队会说 {alone}：那里没有人累、没有人走。"),
            Language::En => {
                format!("Queueing alone would say {alone}: nobody tires there, nobody leaves.")
            }
        });
    }
    if let Some(cliff) = line.steepest.iter().find(|s| s.is_cliff) {
        let stretch = number::show_range(cliff.from, cliff.to, field.unit, language);
        let label = METRICS[cliff.metric].label.get(language);
        let times = format!("{:.1}", cliff.times_mean);
        notes.push(match language {
            Language::Zh => {
                format!("悬崖区：{stretch} 之间{label}变得最快，是平均坡度的 {times} 倍。")
            }
            Language::En => format!(
                "Cliff: between {stretch} {label} changes fastest, {times} times the mean slope."
            ),
        });
    }
    if field.path == TARGET
        && let Some(said) = line.sweet.and_then(|sweet| missed(found, &sweet, language))
    {
        notes.push(said);
    }
    notes
}

/// Who misses the volume target most often at the highest feasible one.
fn missed(found: &SweepResult, sweet: &Sweet, language: Language) -> Option<String> {
    let amount = |value: &Value| crate::study::sweep::lever::amount(value);
    let point = found
        .points
        .iter()
        .find(|point| amount(&point.at[0]) == Some(sweet.at))?;
    let most = Reachers::ALL
        .into_iter()
        .filter_map(|group| Some((group, point.reach.missed(group)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let name = reachers(most.0).get(language);
    let share = format!("{:.0}%", most.1 * 100.0);
    Some(match language {
        Language::Zh => format!("在这个目标上，最常达不到的是{name}：{share} 的人月没有达到。"),
        Language::En => {
            format!("At this target {name} miss it most often: in {share} of their months.")
        }
    })
}

fn reachers(group: Reachers) -> Text {
    match group {
        Reachers::SlowThird => words::SLOW_THIRD,
        Reachers::MiddleThird => words::MIDDLE_THIRD,
        Reachers::FastThird => words::FAST_THIRD,
        Reachers::FirstYear => words::FIRST_YEAR,
        Reachers::SecondAndThirdYear => words::THIRD_YEAR,
        Reachers::LongerService => words::LONGER,
        Reachers::Women => words::WOMEN,
        Reachers::Men => words::MEN,
        Reachers::CareDuty => words::CARE_DUTY,
        Reachers::NoCareDuty => words::NO_CARE_DUTY,
        Reachers::Younger => words::YOUNGER,
        Reachers::Older => words::OLDER,
    }
}
