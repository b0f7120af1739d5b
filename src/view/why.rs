//! A difference by pathway, in words, as a waterfall and as a table.

use super::chart::waterfall::{Step, waterfall};
use super::finding::{Figure, Finding, Table, head, say};
use super::grouping;
use super::history::shown;
use super::look::{self, difference};
use super::number::{counted, show, show_difference};
use crate::measure::metric::METRICS;
use crate::measure::summary::Summary;
use crate::scenario::checked::Checked;
use crate::scenario::field::{Field, Language, Text, Unit};
use crate::study::pathway::Pathway;
use crate::study::why::{Reckoning, Way, Why};

/// What the page shows of the study.
#[derive(Clone, Debug)]
pub struct Told {
    /// Sentence, notes, waterfall, table.
    pub finding: Finding,
    /// The ways, the largest first, with what lies behind each.
    pub parts: Vec<Part>,
}

/// One way of a difference.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is called.
    pub label: String,
    /// What it does to the metric, with its interval.
    pub size: String,
    /// Its pathways.
    pub pathways: Vec<Pathway>,
    /// What is switched over: the field, its value in the one scenario and in the other.
    pub changes: Vec<(&'static Field, [String; 2])>,
}

/// Everything that the page shows; `short` are the scenarios' names in the drawing.
#[must_use]
pub fn told(
    study: &Why,
    found: Option<&Reckoning>,
    names: [&str; 2],
    short: [&str; 2],
    width: f64,
    language: Language,
) -> Told {
    let parts = found.map_or_else(Vec::new, |found| {
        let part = |at: usize| {
            let way_at = &study.ways()[at];
            Part {
                label: way(study, way_at, language),
                size: difference(
                    &found.parts[at].part,
                    METRICS[study.metric()].unit,
                    language,
                ),
                pathways: way_at.pathways.clone(),
                changes: changes(study, way_at, language),
            }
        };
        order(found).into_iter().map(part).collect()
    });
    Told {
        finding: finding(study, found, names, short, width, language),
        parts,
    }
}

/// Everything that a person reads of the study; `names` are the scenarios', `short` the same in the drawing.
#[must_use]
pub fn finding(
    study: &Why,
    found: Option<&Reckoning>,
    names: [&str; 2],
    short: [&str; 2],
    width: f64,
    language: Language,
) -> Finding {
    if study.ways().is_empty() {
        return Finding {
            sentence: match language {
                Language::Zh => format!(
                    "“{}”和“{}”没有不同之处，也就没有差可拆。",
                    names[0], names[1]
                ),
                Language::En => format!(
                    "“{}” and “{}” are the same, so there is no difference to take apart.",
                    names[0], names[1]
                ),
            },
            ..Finding::default()
        };
    }
    let Some(found) = found else {
        return Finding {
            sentence: say(
                language,
                "还没有算出结果，或者这个指标在两边都没有定义。",
                "Nothing is in yet, or the metric is not defined in both.",
            ),
            ..Finding::default()
        };
    };
    let steps = steps(study, found, language);
    let metric = &METRICS[study.metric()];
    let level = |s: &Summary| show(s.mean, metric.unit, language);
    let (from, to) = (level(&found.from), level(&found.to));
    let drawing = waterfall(
        (short[0], found.from.mean, &from),
        (short[1], found.to.mean, &to),
        &steps,
        metric.label.get(language),
        |value| show(value, metric.unit, language),
        width,
    );
    let sentence = sentence(study, found, &steps, names, language);
    Finding {
        notes: notes(study, found, language),
        figures: vec![Figure {
            id: "why",
            caption: sentence.clone(),
            drawing,
            table: table(study, found, language),
        }],
        sentence,
        tables: vec![switched(study, found, names, language)],
    }
}

/// What a way is called: its pathways, or the one field that it is.
#[must_use]
pub fn way(study: &Why, way: &Way, language: Language) -> String {
    let alone = study.ways().len() > 1
        && study
            .ways()
            .iter()
            .all(|other| other.pathways == way.pathways);
    if let (true, [field]) = (alone, way.fields.as_slice()) {
        return grouping::name(field, language);
    }
    let names: Vec<&str> = way
        .pathways
        .iter()
        .map(|p| pathway(*p).get(language))
        .collect();
    names.join(match language {
        Language::Zh => "与",
        Language::En => " with ",
    })
}

/// What a pathway is called.
#[must_use]
pub fn pathway(pathway: Pathway) -> Text {
    let (zh, en) = match pathway {
        Pathway::Workload => ("工作量", "Workload"),
        Pathway::Relief => ("减压", "Stress relief"),
        Pathway::Targets => ("目标与考核", "Targets and appraisal"),
        Pathway::Openness => ("公开与参与", "Openness and voice"),
        Pathway::Recognition => ("奖励与认可", "Awards and recognition"),
        Pathway::Pay => ("报酬", "Pay"),
        Pathway::Leave => ("休假与弹性", "Leave and flexible hours"),
        Pathway::Leaders => ("班组与班组长", "Teams and leaders"),
        Pathway::Growth => ("成长", "Growth"),
        Pathway::Hiring => ("招聘与人员构成", "Hiring and who works there"),
        Pathway::Assumptions => ("对人的假设", "Assumptions about people"),
    };
    Text { zh, en }
}

/// The steps of the waterfall: the ways, the largest first, and what is left over.
fn steps(study: &Why, found: &Reckoning, language: Language) -> Vec<Step> {
    let unit = METRICS[study.metric()].unit;
    let step = |label: String, of: &Summary, left_over| Step {
        label,
        size: of.mean,
        interval: look::whisker(of, Unit::None),
        note: show_difference(of.mean, unit, language),
        left_over,
    };
    let mut steps: Vec<Step> = order(found)
        .into_iter()
        .map(|at| {
            step(
                way(study, &study.ways()[at], language),
                &found.parts[at].part,
                false,
            )
        })
        .collect();
    let rest = say(language, "拆不开的部分", "Left over");
    steps.push(step(rest, &found.left_over, true));
    steps
}

fn sentence(
    study: &Why,
    found: &Reckoning,
    steps: &[Step],
    names: [&str; 2],
    language: Language,
) -> String {
    let metric = &METRICS[study.metric()];
    let label = metric.label.get(language);
    let [from, to] = [&found.from, &found.to].map(|s| show(s.mean, metric.unit, language));
    let all = interval(&found.difference, study, language);
    let (rest, ways) = match steps {
        [ways @ .., rest] => (rest.note.as_str(), ways),
        [] => ("", steps),
    };
    let first = look::is_first(&found.difference);
    let clear = |step: &&Step| !first && (step.interval.0 > 0.0 || step.interval.1 < 0.0);
    let named: Vec<String> = ways
        .iter()
        .filter(clear)
        .take(3)
        .map(|step| match language {
            Language::Zh => format!("{} {}", step.label, step.note),
            Language::En => format!("{} {}", step.label.to_ascii_lowercase(), step.note),
        })
        .collect();
    match (language, named.is_empty()) {
        (Language::Zh, false) => format!(
            "从“{}”到“{}”，{label}的平均值从 {from} 变为 {to}（{all}）。其中{}；各条路径之外拆不开的 {rest}。",
            names[0],
            names[1],
            named.join("，")
        ),
        (Language::Zh, true) => format!(
            "从“{}”到“{}”，{label}的平均值从 {from} 变为 {to}（{all}）；没有哪条路径的作用超出偶然。",
            names[0], names[1]
        ),
        (Language::En, false) => format!(
            "From “{}” to “{}” mean {} goes from {from} to {to} ({all}): {}; {rest} is left over beyond the pathways.",
            names[0],
            names[1],
            label.to_ascii_lowercase(),
            named.join(", ")
        ),
        (Language::En, true) => format!(
            "From “{}” to “{}” mean {} goes from {from} to {to} ({all}); no pathway's part is beyond chance.",
            names[0],
            names[1],
            label.to_ascii_lowercase()
        ),
    }
}

/// A difference with its interval.
fn interval(of: &Summary, study: &Why, language: Language) -> String {
    let unit = METRICS[study.metric()].unit;
    let mean = show_difference(of.mean, unit, language);
    let range = range(of, study, language);
    match (language, look::is_first(of)) {
        (Language::Zh, true) => format!("{mean}，{range}"),
        (Language::En, true) => format!("{mean}, {range}"),
        (Language::Zh, false) => format!("{mean}，95% 区间 {range}"),
        (Language::En, false) => format!("{mean}, 95 % interval {range}"),
    }
}

fn range(of: &Summary, study: &Why, language: Language) -> String {
    look::span(of, METRICS[study.metric()].unit, language)
}

fn notes(study: &Why, found: &Reckoning, language: Language) -> Vec<String> {
    let n = found.count;
    let mut notes = vec![match language {
        Language::Zh => format!(
            "每条路径在同样的运气下换两次：最先单独换，和别的都换好之后最后换；取两次的平均。三条以上路径一起换才出现的作用就是拆不开的部分。共 {n} 次模拟。"
        ),
        Language::En => format!(
            "Each pathway is switched twice under the same luck: alone and first, and last after all others; its part is the mean of the two. What occurs only when three or more are switched together is left over. {}.",
            counted(n, "simulation", "simulations")
        ),
    }];
    let opposite = study.ways().iter().zip(&found.parts).filter(|(_, part)| {
        let sure = |s: &Summary| !look::is_first(s) && (s.ci95.0 > 0.0 || s.ci95.1 < 0.0);
        sure(&part.first) && sure(&part.last) && part.first.mean * part.last.mean < 0.0
    });
    for (of, _) in opposite {
        let name = way(study, of, language);
        notes.push(match language {
            Language::Zh => format!("“{name}”先换和后换的作用方向相反，平均数掩盖了这一点。"),
            Language::En => format!(
                "“{name}” works one way when switched first and the other way when switched last; the mean hides that."
            ),
        });
    }
    if !found.complete {
        notes.push(say(language, "还没有算完。", "Not complete yet."));
    }
    notes
}

/// The ways by the size of what they do, the largest first.
fn order(found: &Reckoning) -> Vec<usize> {
    let size = |at: usize| found.parts[at].part.mean.abs();
    crate::order::positions(found.parts.len(), &mut |a, b| size(b).total_cmp(&size(a)))
}

fn table(study: &Why, found: &Reckoning, language: Language) -> Table {
    let columns = head(
        language,
        ["路径", "作用", "95% 区间", "最先换", "最后换"],
        [
            "Pathway",
            "Part",
            "95 % interval",
            "Switched first",
            "Switched last",
        ],
    );
    let unit = METRICS[study.metric()].unit;
    let mut table = Table::new(
        say(language, "差从哪里来", "Where the difference comes from"),
        &columns,
    );
    let value = |s: &Summary| show_difference(s.mean, unit, language);
    for at in order(found) {
        let (of, part) = (&study.ways()[at], &found.parts[at]);
        table.rows.push(vec![
            way(study, of, language),
            value(&part.part),
            range(&part.part, study, language),
            value(&part.first),
            value(&part.last),
        ]);
    }
    let rest = |label: String, of: &Summary| {
        let none = String::new;
        vec![label, value(of), range(of, study, language), none(), none()]
    };
    table.rows.push(rest(
        say(language, "拆不开的部分", "Left over"),
        &found.left_over,
    ));
    table
        .rows
        .push(rest(say(language, "合计", "Together"), &found.difference));
    table
}

/// What lies behind each way: what is switched over, from what to what.
fn switched(study: &Why, found: &Reckoning, names: [&str; 2], language: Language) -> Table {
    let [pathway, field] = head(
        language,
        ["路径", "换了什么"],
        ["Pathway", "What is switched"],
    );
    let title = say(language, "各条路径换了什么", "What each pathway switches");
    let mut table = Table::new(title, &[pathway, field, names[0], names[1]]);
    for at in order(found) {
        let of = &study.ways()[at];
        for (field, [from, to]) in changes(study, of, language) {
            table.rows.push(vec![
                way(study, of, language),
                grouping::name(field, language),
                from,
                to,
            ]);
        }
    }
    table
}

/// The fields of a way, with their values in the one scenario and in the other.
fn changes(study: &Why, way: &Way, language: Language) -> Vec<(&'static Field, [String; 2])> {
    let change = |field: &&'static Field| {
        let value = |scenario: &Checked| shown(field, &(field.get)(scenario), language);
        (*field, study.scenarios().each_ref().map(value))
    };
    way.fields.iter().map(change).collect()
}
