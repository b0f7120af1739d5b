//! What a search over levers found, and what must change to catch up, in words, drawings and tables.

pub mod catch;

use super::amount::percent;
use super::chart::curves::{Axes, Curve, SERIES, draw};
use super::finding::{Figure, Finding, Table, head, say};
use super::look::{hedge, level};
use super::number::{counted, show};
use super::overturn::{amount, value};
use crate::measure::metric::{METRICS, position};
use crate::measure::summary::Summary;
use crate::scenario::field::{Language, Unit};
use crate::study::search::{Found, OBJECTIVES, Plan, Search};
use crate::study::sensitivity::inputs::Input;

/// Everything that a person reads of the search, at any moment of it.
#[must_use]
pub fn finding(study: &Search, found: &Found, width: f64, language: Language) -> Finding {
    Finding {
        sentence: sentence(found, language),
        notes: notes(found, language),
        figures: figure(study, found, width, language).into_iter().collect(),
        tables: vec![levers(study, found, language)],
    }
}

fn unit(objective: usize) -> Unit {
    position(OBJECTIVES[objective].0).map_or(Unit::None, |m| METRICS[m].unit)
}

fn label(objective: usize, language: Language) -> &'static str {
    position(OBJECTIVES[objective].0).map_or("", |m| METRICS[m].label.get(language))
}

/// Plans that others can hardly beat are counted; the scenario as it was is placed among them.
fn sentence(found: &Found, language: Language) -> String {
    let others = || found.plans.iter().filter(|plan| !plan.is_own);
    let Some(first) = others().next() else {
        return if found.complete {
            say(
                language,
                "在可以动的范围里，没有找到不被现在的方案全面胜过的方案。",
                "Within what may be changed, no plan was found that the plan as it is does not beat outright.",
            )
        } else {
            say(language, "还没有可比较的方案。", "No plan to compare yet.")
        };
    };
    let sure = others().filter(|plan| plan.membership > 0.8).count();
    let number = others().count();
    let turnover = |plan: &Plan| plan.objectives[0].map_or_else(String::new, |s| percent(s.mean));
    let lowest = turnover(first);
    let own = found.plans.iter().find(|plan| plan.is_own);
    let own_part = own.map_or_else(String::new, |plan| {
        let (chance, leaves) = (percent(plan.membership), turnover(plan));
        match language {
            Language::Zh => format!("现在的方案（离职率 {leaves}）不被其中任何一个全面胜过的可能性是 {chance}。"),
            Language::En => format!(" The plan as it is (turnover {leaves}) has a chance of {chance} of being beaten outright by none of them."),
        }
    });
    let broke = found.budget.is_some() && !first.in_budget;
    let over = match (broke, language) {
        (true, Language::Zh) => "（没有方案在预算之内，列的是超支最少的）",
        (true, Language::En) => " (none is inside the budget; these exceed it least)",
        (false, _) => "",
    };
    let hedge = hedge(found.years, language);
    match language {
        Language::Zh => format!(
            "找到 {number} 个互有长短的方案{over}，其中 {sure} 个多半不会被其他方案全面胜过；离职率最低的一个是 {lowest}{hedge}。{own_part}"
        ),
        Language::En => format!(
            "The search found {} that trade one aim for another{over}; {} most likely beaten outright by none. The lowest turnover among them is {lowest}{hedge}.{own_part}",
            counted(number, "plan", "plans"),
            counted(sure, "of them is", "of them are")
        ),
    }
}

fn notes(found: &Found, language: Language) -> Vec<String> {
    let mut notes = vec![match language {
        Language::Zh => format!(
            "全面胜过：离职、产出、公平感、投入四项都不差，且至少一项更好。各方案在同样的运气下各算 {} 年；把这些年重抽 400 次，看每个方案不被胜过的可能性有多大。",
            found.years
        ),
        Language::En => format!(
            "Beaten outright: at least as good in turnover, output, felt fairness and cost, and better in one. Each plan has {} under the same luck; they are drawn again 400 times to see how often nothing beats it.",
            counted(found.years, "year", "years")
        ),
    }];
    if let Some(budget) = found.budget {
        let budget = show(budget, Unit::Yuan, language);
        notes.push(match language {
            Language::Zh => format!("预算：每年至多 {budget}。"),
            Language::En => format!("Budget: at most {budget} a year."),
        });
    }
    notes.push(say(
        language,
        "这是搜索，不是证明：没试到的方案可能更好；选出来的方案也沾了运气的光，宜换一个运气编号再比一次。",
        "A search is no proof: a plan that was not tried may be better, and what is picked has been a little lucky; compare it again under another seed.",
    ));
    notes
}

fn with_range(summary: Option<Summary>, objective: usize, language: Language) -> String {
    summary.map_or_else(|| "—".to_owned(), |s| level(&s, unit(objective), language))
}

/// What a plan comes to in one line.
#[must_use]
pub fn comes_to(plan: &Plan, language: Language) -> String {
    let parts = (0..OBJECTIVES.len()).map(|o| {
        let level =
            plan.objectives[o].map_or_else(|| "—".to_owned(), |s| show(s.mean, unit(o), language));
        format!("{} {level}", label(o, language))
    });
    let chance = percent(plan.membership);
    let chance = match language {
        Language::Zh => format!("不被胜过的可能性 {chance}"),
        Language::En => format!("unbeaten with a chance of {chance}"),
    };
    parts.chain([chance]).collect::<Vec<_>>().join(" · ")
}

/// What the plan at this place among those found is called.
#[must_use]
pub fn name(plan: &Plan, number: usize, language: Language) -> String {
    match (plan.is_own, language) {
        (true, Language::Zh) => "现在的方案".to_owned(),
        (true, Language::En) => "As it is".to_owned(),
        (false, Language::Zh) => format!("方案 {number}"),
        (false, Language::En) => format!("Plan {number}"),
    }
}

/// Turnover over cost, the likelier members and the others apart.
fn figure(study: &Search, found: &Found, width: f64, language: Language) -> Option<Figure> {
    let curves = kinds(found, language);
    if curves.is_empty() {
        return None;
    }
    let money = |v: f64| show(v, Unit::Yuan, language);
    let axes = Axes {
        up: label(0, language),
        across: label(3, language),
        up_value: &percent,
        across_value: &money,
        from_zero: false,
    };
    let costs = found.plans.iter().filter_map(place).map(|(cost, _)| cost);
    let (low, high) = costs.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), cost| {
        (l.min(cost), h.max(cost))
    });
    let generation = found.generation;
    let levers = study.levers().len();
    Some(Figure {
        id: "plans",
        caption: match language {
            Language::Zh => format!(
                "{levers} 项政策、{generation} 代之后，剩下的方案年投入从 {} 到 {}。",
                money(low),
                money(high)
            ),
            Language::En => format!(
                "After {} over {}, the plans left cost from {} to {} a year.",
                counted(generation, "generation", "generations"),
                counted(levers, "lever", "levers"),
                money(low),
                money(high)
            ),
        },
        drawing: draw(&curves, &axes, width),
        table: as_table(found, language),
    })
}

/// Where a plan stands: cost and turnover.
fn place(plan: &Plan) -> Option<(f64, f64)> {
    Some((plan.objectives[3]?.mean, plan.objectives[0]?.mean))
}

/// The plans as points of three kinds, those kinds that there are.
fn kinds(found: &Found, language: Language) -> Vec<Curve> {
    let points = |which: &dyn Fn(&Plan) -> bool| -> Vec<(f64, f64)> {
        let these = found.plans.iter().filter(|p| which(p));
        these.filter_map(place).collect()
    };
    let kinds = [
        (
            points(&|p| !p.is_own && p.membership > 0.8),
            say(language, "多半不被胜过", "most likely unbeaten"),
            SERIES[0],
        ),
        (
            points(&|p| !p.is_own && p.membership <= 0.8),
            say(language, "可能被胜过", "may be beaten"),
            SERIES[2],
        ),
        (
            points(&|p| p.is_own),
            say(language, "现在的方案", "as it is"),
            "null",
        ),
    ];
    kinds
        .into_iter()
        .filter(|(points, _, _)| !points.is_empty())
        .map(|(points, label, class)| Curve {
            label,
            points,
            whiskers: Vec::new(),
            joined: false,
            class,
        })
        .collect()
}

/// Every plan with what it comes to.
fn as_table(found: &Found, language: Language) -> Table {
    let titles = head(
        language,
        [
            "方案",
            "不被胜过",
            "年离职率",
            "人均日解决",
            "公平感",
            "年投入",
        ],
        [
            "Plan",
            "Unbeaten",
            "Turnover",
            "Resolved a day",
            "Felt fairness",
            "Cost a year",
        ],
    );
    let title = say(
        language,
        "互有长短的方案",
        "Plans that trade one aim for another",
    );
    let mut table = Table::new(title, &titles);
    for (number, plan) in (1..).zip(&found.plans) {
        let mut row = vec![name(plan, number, language), percent(plan.membership)];
        row.extend((0..4).map(|o| with_range(plan.objectives[o], o, language)));
        table.rows.push(row);
    }
    table
}

/// What each plan does with each lever.
fn levers(study: &Search, found: &Found, language: Language) -> Table {
    let title = say(language, "各方案的做法", "What the plans do");
    let mut table = Table::new(title, &[head(language, ["政策"], ["Lever"])[0]]);
    for (number, plan) in (1..).zip(&found.plans) {
        table.head.push(name(plan, number, language));
    }
    for (at, lever) in study.levers().iter().enumerate() {
        let mut row = vec![lever.field.label.get(language).to_owned()];
        row.extend(
            found
                .plans
                .iter()
                .map(|plan| done(lever, plan, at, language)),
        );
        table.rows.push(row);
    }
    table
}

fn done(lever: &Input, plan: &Plan, at: usize, language: Language) -> String {
    if plan.is_own {
        amount(lever, &lever.own, language)
    } else {
        value(lever, plan.genes[at], language)
    }
}
