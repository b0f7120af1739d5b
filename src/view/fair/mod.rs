//! Who bears what, in words, drawings and tables. No score, and no word that blames a group.

pub mod names;

use crate::scenario::field::{Language, Unit};
use crate::study::fairness::gap::{FEWEST, Gap, Row};
use crate::study::fairness::meaning::{Conflict, Meaning};
use crate::study::fairness::{Fair, Group, Unsaid};
use crate::view::amount::percent;
use crate::view::chart::rows::{Row as Drawn, draw};
use crate::view::finding::{Figure, Finding, Table, head, say};
use crate::view::number::{bare, show_difference};
use names::{grouping, meaning, measure, sides, verdict};

/// Everything that a person reads of the study, at any moment of it.
#[must_use]
pub fn finding(found: &Fair, width: f64, language: Language) -> Finding {
    let figures = found
        .groups
        .iter()
        .filter_map(|group| figure(group, width, language));
    Finding {
        sentence: sentence(found, language),
        notes: notes(found, language),
        figures: figures.collect(),
        tables: vec![meanings(found, language), unsaid(found, language)]
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect(),
    }
}

fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share | Unit::SharePerYear => format!("{}%", bare(value, unit)),
        _ => bare(value, unit),
    }
}

fn gap(of: Option<Gap>, unit: Unit, language: Language) -> String {
    // A count a year has no unit of its own.
    let unit = if unit == Unit::Ratio {
        Unit::Index
    } else {
        unit
    };
    of.map_or_else(
        || "—".to_owned(),
        |gap| {
            let by = |v: f64| show_difference(v, unit, language);
            let (low, high) = (bare(gap.interval.0, unit), bare(gap.interval.1, unit));
            match language {
                Language::Zh => format!("{}（{low} 至 {high}）", by(gap.gap)),
                Language::En => format!("{} ({low} to {high})", by(gap.gap)),
            }
        },
    )
}

/// Clear gaps, the largest against the overall rate first.
fn clear(found: &Fair) -> Vec<(&Group, &Row, Gap)> {
    let mut gaps: Vec<(&Group, &Row, Gap)> = found
        .groups
        .iter()
        .flat_map(|group| {
            let rows = group.rows.as_deref().unwrap_or(&[]).iter();
            rows.filter_map(move |row| Some((group, row, row.gap.filter(|g| g.clear)?)))
        })
        .collect();
    let size = |(_, row, gap): &(&Group, &Row, Gap)| gap.gap.abs() / row.overall.max(1e-12);
    crate::order::by(&mut gaps, |a, b| size(b).total_cmp(&size(a)));
    gaps
}

/// The largest gap with its interval, and whether it is one at equal ability.
#[must_use]
pub fn sentence(found: &Fair, language: Language) -> String {
    if found.years == 0 {
        return say(language, "还没有模拟年。", "No simulated year yet.");
    }
    let gaps = clear(found);
    let person = gaps
        .iter()
        .find(|(group, _, _)| group.grouping.is_of_the_person());
    // Fast people have more of everything: that is said only where nobody bears more for what he or she is.
    let of_persons = person.is_some_and(|(group, _, _)| group.grouping != gaps[0].0.grouping);
    let rows = found
        .groups
        .iter()
        .filter_map(|group| group.rows.as_deref().ok());
    if rows.flatten().all(|row| row.gap.is_none()) {
        return match language {
            Language::Zh => format!(
                "{} 个模拟年里没有一组大到可以比较：各组之间有没有差距，这里看不出来。",
                found.years
            ),
            Language::En => format!(
                "In {} simulated years no group is large enough to be compared: whether there are gaps can't be seen here.",
                found.years
            ),
        };
    }
    let Some((group, row, plain)) = person.or(gaps.first()) else {
        return match language {
            Language::Zh => format!("{} 个模拟年里，各组之间没有超出偶然的差距。", found.years),
            Language::En => format!(
                "In {} simulated years no gap between groups goes beyond chance.",
                found.years
            ),
        };
    };
    let [first, second] = sides(group.grouping).map(|side| side.get(language));
    let (name, unit) = measure(row.measure);
    let name = name.get(language);
    let [a, b] = row.sides.map(|v| amount(v, unit));
    let equal = row.equal_ability;
    let by = gap(Some(*plain), unit, language);
    match language {
        Language::Zh => {
            let then = match equal {
                Some(equal) if equal.clear => {
                    format!("；同等能力下仍差 {}", gap(Some(equal), unit, language))
                }
                Some(_) => "；同等能力下分不清有没有差距".to_owned(),
                None => String::new(),
            };
            format!(
                "{}差距最大的是按{}分组的{name}：{first} {a}，{second} {b}，相差 {by}{then}。",
                if of_persons {
                    "只看人员身份的分组，"
                } else {
                    ""
                },
                grouping(group.grouping).zh
            )
        }
        Language::En => {
            let then = match equal {
                Some(equal) if equal.clear => format!(
                    "; at equal ability it is still {}",
                    gap(Some(equal), unit, language)
                ),
                Some(_) => "; at equal ability none can be told".to_owned(),
                None => String::new(),
            };
            format!(
                "The largest gap{} is in “{name}”: {first} {a}, {second} {b}, a difference of {by}{then}.",
                if of_persons { " by who people are" } else { "" }
            )
        }
    }
}

fn notes(found: &Fair, language: Language) -> Vec<String> {
    let mut notes = conflicts(found, language);
    notes.push(say(
        language,
        "这里没有单一的公平分：哪一种含义更要紧，由人来定。",
        "There is no single score of fairness here: which meaning counts is for people to say.",
    ));
    notes.push(say(
        language,
        "“同等能力”指同一个五分位：每个模拟年里按天生的快慢与细致（各以标准差计，相加）把人排序分五档，档内相比，再按两组人数合并。",
        "Equal ability means the same fifth: in each year people are ranked by speed and care by nature (each in standard deviations, added) and compared within fifths, which are joined by how many of both groups they have.",
    ));
    notes.push(say(
        language,
        "只比较模拟出来的属性。模型里性别只通过照护责任起作用；偏见、骚扰、方言口音、残障等都不在模型里，没有差距不等于没有问题。",
        "Only simulated attributes are compared. In the model gender acts through care duties alone; prejudice, harassment, accents and disability are not in it, so no gap here does not mean no problem.",
    ));
    notes
}

/// One sentence a meaning that is broken: which others are kept meanwhile.
fn conflicts(found: &Fair, language: Language) -> Vec<String> {
    let mut said = Vec::new();
    for broken in Meaning::ALL {
        let against: Vec<&Conflict> = found
            .conflicts
            .iter()
            .filter(|c| c.broken == broken)
            .collect();
        if against.iter().any(|c| c.is_ability) {
            said.push(say(
                language,
                "“机会均等”与“同等能力同等回报”在此冲突：各组获奖机会不等，但同等能力下看不出差距；两者不能同时做到。",
                "“Equal chances” and “merit at equal ability” conflict here: groups differ in their chances, and at equal ability they don’t; both can’t be had.",
            ));
        } else if !against.is_empty() {
            let name = meaning(broken).get(language);
            let kept: Vec<&str> = against
                .iter()
                .map(|c| meaning(c.kept).get(language))
                .collect();
            said.push(match language {
                Language::Zh => format!("“{name}”有明显偏离，而“{}”没有：换一种公平的含义，结论就不同。", kept.join("”“")),
                Language::En => format!("“{name}” is departed from while “{}” {} not: the answer depends on which fairness is meant.", kept.join("” and “"), if kept.len() == 1 { "is" } else { "are" }),
            });
        }
    }
    said
}

fn figure(group: &Group, width: f64, language: Language) -> Option<Figure> {
    let rows = group.rows.as_deref().ok().filter(|rows| !rows.is_empty())?;
    let names = sides(group.grouping).map(|side| side.get(language));
    let name = grouping(group.grouping).get(language);
    let titles = head(
        language,
        ["项目", "", "", "差距", "同等能力下"],
        ["What", "", "", "Gap", "At equal ability"],
    );
    let people = group.people.map(|n| bare(n, Unit::People));
    let title = match language {
        Language::Zh => format!(
            "{name}：{}（平均 {} 人）与{}（{} 人）",
            names[0], people[0], names[1], people[1]
        ),
        Language::En => format!(
            "{name}: {} ({} people on average) and {} ({})",
            names[0], people[0], names[1], people[1]
        ),
    };
    let mut table = Table::new(title, &titles);
    for (head, side) in table.head[1..3].iter_mut().zip(names) {
        side.clone_into(head);
    }
    let mut drawn = Vec::new();
    for row in rows {
        let (what, unit) = measure(row.measure);
        let what = what.get(language);
        table.rows.push(vec![
            what.to_owned(),
            amount(row.sides[0], unit),
            amount(row.sides[1], unit),
            gap(row.gap, unit, language),
            gap(row.equal_ability, unit, language),
        ]);
        // Against the overall rate, so that all stand on one scale.
        let against = |gap: Gap| {
            let of = row.overall.max(1e-12);
            (gap.gap / of, (gap.interval.0 / of, gap.interval.1 / of))
        };
        let equal = say(language, "同等能力", "equal ability");
        for (which, label, class) in [
            (row.gap, what.to_owned(), "series-a"),
            (row.equal_ability, format!("· {equal}"), "series-b"),
        ] {
            if let (Some((dot, whisker)), true) = (which.map(against), row.overall > 0.0) {
                drawn.push(Drawn {
                    label,
                    bar: None,
                    dot: Some(dot),
                    whisker: Some(whisker),
                    note: show_difference(dot, Unit::Share, Language::En).replace(" pp", "%"),
                    class,
                });
            }
        }
    }
    let clear = rows
        .iter()
        .filter(|row| row.gap.is_some_and(|g| g.clear))
        .count();
    let axis = match language {
        Language::Zh => format!("{}减{}，占全体水平的比例", names[0], names[1]),
        Language::En => format!(
            "{} less {}, relative to everybody’s rate",
            names[0], names[1]
        ),
    };
    Some(Figure {
        id: group.grouping.id(),
        caption: match language {
            Language::Zh => format!(
                "{name}：{} 项中 {clear} 项的差距超出偶然；细线是 95% 区间。",
                rows.len()
            ),
            Language::En => format!(
                "{name}: {clear} of {} gaps go beyond chance; thin lines are 95 % intervals.",
                rows.len()
            ),
        },
        drawing: draw(&drawn, &axis, 0.0, percent, width),
        table,
    })
}

fn meanings(found: &Fair, language: Language) -> Table {
    let titles = head(
        language,
        ["公平的含义", "模拟中", "最明显处"],
        ["Meaning of fairness", "In the simulation", "Where most"],
    );
    let mut table = Table::new(
        say(language, "四种公平", "Four meanings of fairness"),
        &titles,
    );
    for judged in &found.meanings {
        let by_itself = match judged.meaning {
            Meaning::Voice => found.unheard.map(|gain| {
                let by = show_difference(gain.mean, Unit::Index, language);
                match language {
                    Language::Zh => format!("规则全公开、人人可申诉时公平感 {by}"),
                    Language::En => format!("felt fairness {by} with open rules and a full voice"),
                }
            }),
            Meaning::EqualChance | Meaning::ByNeed | Meaning::MeritAtEqualAbility => None,
        };
        let place = judged.worst.map(|(by, what)| {
            format!(
                "{}：{}",
                grouping(by).get(language),
                measure(what).0.get(language)
            )
        });
        let place = match language {
            Language::Zh => place,
            Language::En => place.map(|text| text.replace('：', ": ")),
        };
        table.rows.push(vec![
            meaning(judged.meaning).get(language).to_owned(),
            verdict(judged.verdict, language),
            by_itself.or(place).unwrap_or_default(),
        ]);
    }
    table
}

fn unsaid(found: &Fair, language: Language) -> Table {
    let titles = head(
        language,
        ["分组", "为什么不列"],
        ["Grouping", "Why it is not shown"],
    );
    let mut table = Table::new(
        say(language, "未列出的分组", "Groupings that are not shown"),
        &titles,
    );
    for group in &found.groups {
        let Err(why) = group.rows else {
            continue;
        };
        let few = group.people.iter().copied().fold(f64::INFINITY, f64::min);
        let few = bare(few, Unit::People);
        let why = match (why, language) {
            (Unsaid::TooFew, Language::Zh) => {
                format!(
                    "较小的一组平均只有 {few} 人，少于 {FEWEST} 人：个别人的一年会被看出来，差距也说明不了什么。"
                )
            }
            (Unsaid::TooFew, Language::En) => {
                format!(
                    "The smaller side has {few} people on average, fewer than {FEWEST}: single years would show, and a gap would mean little."
                )
            }
            (Unsaid::OneSide, Language::Zh) => "所有人都在同一组。".to_owned(),
            (Unsaid::OneSide, Language::En) => "Everybody is on the same side.".to_owned(),
        };
        table
            .rows
            .push(vec![grouping(group.grouping).get(language).to_owned(), why]);
    }
    table
}
