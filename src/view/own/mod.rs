//! A calibration to a centre's own months, in words: what was read, what the months tell, how well it fits.

pub mod course;
pub mod drawing;
pub mod intake;
pub mod names;
pub mod reading;
mod remembered;
pub mod templates;

use super::finding::{Finding, Table, head, say};
use crate::scenario::field::{Field, Language, Unit};
use crate::scenario::find;
use crate::scenario::import::centre::month::Month;
use crate::study::own::posterior::{Posterior, Use};
use crate::study::own::profile::{Known, known};
use crate::study::own::traits::{Trait, quantile};
use crate::study::own::{ASKED, Calibration, Row, range};
use crate::view::grouping;
use crate::view::number::{between, counted, show, show_range, unit_name};

/// Below these a centre's months can hardly tell anything.
const FEW_PEOPLE: u32 = 30;
const FEW_MONTHS: u32 = 6;

/// Everything that a person reads; `checks` are centres simulated from the posterior's draws.
#[must_use]
pub fn finding(
    asked: &Calibration,
    found: &Posterior,
    checks: &[Row],
    first: Month,
    language: Language,
) -> Finding {
    Finding {
        sentence: sentence(asked, found, language),
        notes: notes(asked, found, language),
        figures: Vec::new(),
        tables: vec![
            constants(&known(asked, found), language),
            traits(asked, found, checks, language),
            course(asked, checks, first, language),
        ],
    }
}

fn sentence(asked: &Calibration, found: &Posterior, language: Language) -> String {
    let told = found.constants.iter().filter(|c| c.told).count();
    let (all, months) = (ASKED.len(), asked.shape.fitted());
    let people = asked.scenario().workforce.headcount;
    match language {
        Language::Zh => format!(
            "{people} 人、{months} 个月的数据，在 {all} 个行为常数中能说明 {told} 个；其余 {} 个说明不了，仍是假设。",
            all - told
        ),
        Language::En => format!(
            "{} of {people} people speak of {told} of {all} behavioural constants; of the other {} the data say nothing, and the assumption stays.",
            counted(months, "month", "months"),
            all - told
        ),
    }
}

fn notes(asked: &Calibration, found: &Posterior, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    let (people, months) = (asked.scenario().workforce.headcount, asked.shape.months);
    if people < FEW_PEOPLE || months < FEW_MONTHS {
        notes.push(match language {
            Language::Zh => format!("数据很少（{people} 人、{months} 个月；建议至少 {FEW_PEOPLE} 人、{FEW_MONTHS} 个月）：区间会很宽，别当作测量结果。"),
            Language::En => format!("The data are few ({people} people, {}; at least {FEW_PEOPLE} and {FEW_MONTHS} are advised): intervals are wide, and nothing here is a measurement.", counted(months, "month", "months")),
        });
    }
    let of = |wanted: Use| -> Vec<String> {
        let listed = Trait::ALL
            .iter()
            .zip(&found.used)
            .filter(|(_, u)| **u == wanted);
        listed
            .map(|(t, _)| names::of(*t).get(language).to_owned())
            .collect()
    };
    let mut list = |wanted, zh: &str, en: &str| {
        let those = of(wanted);
        if !those.is_empty() {
            let join = say(language, "、", ", ");
            notes.push(format!(
                "{}{}{}",
                say(language, zh, en),
                those.join(&join),
                say(language, "。", ".")
            ));
        }
    };
    list(
        Use::NotInData,
        "数据里没有或太少、因而没有用到：",
        "Not in the data, or too little of it, so not used: ",
    );
    list(
        Use::Seldom,
        "这样的规模和时长里太少见、没有用到：",
        "Too seldom seen at this size and length, so not used: ",
    );
    list(
        Use::Outside,
        "在合理范围内怎么取值都模拟不出，因而不参与拟合（先检查单位，再检查情景的来电量、目标是否与贵中心一致）：",
        "No plausible values make the model do this, so it is left out of the fit (check units first, then whether the scenario's calls and targets are yours): ",
    );
    notes.push(match language {
        Language::Zh => format!("{} 个模拟中心，取其近者并作回归修正，相当于 {:.0} 个等权抽样；方差缩小不到 {:.0}% 的算“数据说明不了”。没有列出的常数一律取假设值，区间不含它们的不确定。", found.rows, found.effective, 100.0 * found.bound),
        Language::En => format!("{} simulated centres; the nearest, adjusted by regression, are worth {:.0} equal draws. Where the variance shrinks by less than {:.0} % the data say nothing. All constants not listed stay at their assumption; the intervals don't hold their uncertainty.", found.rows, found.effective, 100.0 * found.bound),
    });
    notes
}

/// The constants as they are known: of a fit, or of a profile that was opened.
#[must_use]
pub fn constants(constants: &[Known], language: Language) -> Table {
    let mut table = Table::new(
        say(
            language,
            "行为常数（未标单位的是没有单位的系数）",
            "Behavioural constants (coefficients without a unit where none is named)",
        ),
        &head(
            language,
            [
                "常数",
                "假设",
                "合理范围",
                "中位数",
                "90% 区间",
                "方差缩小",
                "数据",
            ],
            [
                "Constant",
                "Assumption",
                "Plausible range",
                "Median",
                "90 % interval",
                "Shrinkage",
                "Data",
            ],
        ),
    );
    for known in constants {
        let (low, high) = range(&known.path);
        let field = find(&known.path);
        let label = field.map_or_else(|| known.path.clone(), |field| named(field, language));
        let (from, to) = known.interval90;
        table.rows.push(vec![
            label,
            short(known.assumption),
            between(&short(low), &short(high), language),
            short(known.median),
            between(&short(from), &short(to), language),
            format!("{:.0}%", 100.0 * known.shrinkage.max(0.0)),
            if known.told {
                say(language, "能说明", "tell")
            } else {
                say(language, "说明不了", "say nothing")
            },
        ]);
    }
    table
}

/// A constant's name, with its unit where it has one.
fn named(field: &Field, language: Language) -> String {
    let (name, unit) = (
        grouping::name(field, language),
        unit_name(field.unit).get(language),
    );
    match (unit, language) {
        ("", _) => name,
        (_, Language::Zh) => format!("{name}，{unit}"),
        (_, Language::En) => format!("{name}, {unit}"),
    }
}

fn traits(asked: &Calibration, found: &Posterior, checks: &[Row], language: Language) -> Table {
    let mut table = Table::new(
        say(
            language,
            "贵中心与拟合后的模拟（! 为落在区间外）",
            "Your centre beside the simulation as fitted (! outside)",
        ),
        &head(
            language,
            ["特征", "数据", "90% 的模拟", "用到"],
            ["Trait", "Data", "90 % of simulations", "Used"],
        ),
    );
    for (i, one) in Trait::ALL.iter().enumerate() {
        let Some(seen) = asked.observed[i] else {
            continue;
        };
        let values: Vec<f64> = checks.iter().filter_map(|row| row.traits[i]).collect();
        let (unit, band) = (names::unit(*one), band(&values));
        table.rows.push(vec![
            names::of(*one).get(language).to_owned(),
            marked(show(one.plain(seen), unit, language), seen, band),
            band.map_or_else(dash, |(low, high)| {
                show_range(one.plain(low), one.plain(high), unit, language)
            }),
            if found.used[i] == Use::Used {
                say(language, "是", "yes")
            } else {
                say(language, "否", "no")
            },
        ]);
    }
    table
}

/// From where to where nine in ten of the values lie; None without any.
fn band(values: &[f64]) -> Option<(f64, f64)> {
    let end = |q| quantile(values.to_vec(), q);
    end(0.05).zip(end(0.95))
}

/// What was seen, with a mark where it lies outside what is simulated.
fn marked(written: String, seen: f64, band: Option<(f64, f64)>) -> String {
    let outside = band.is_some_and(|(low, high)| seen < low || seen > high);
    written + if outside { "!" } else { "" }
}

fn dash() -> String {
    "–".to_owned()
}

fn course(asked: &Calibration, checks: &[Row], first: Month, language: Language) -> Table {
    let mut table = Table::new(
        say(
            language,
            "逐月：数据与 90% 的模拟区间（* 为未参与拟合、留作检验的月份，! 为落在区间外）",
            "By month: data and 90 % of the simulations (* held back from the fit, to judge it by; ! outside)",
        ),
        &head(
            language,
            [
                "月份",
                "离职",
                "模拟",
                "人均日接听",
                "模拟",
                "通话时长",
                "模拟",
                "质检分（分）",
                "模拟",
            ],
            [
                "Month",
                "Leavers",
                "Simulated",
                "Calls a day",
                "Simulated",
                "Talk",
                "Simulated",
                "Score, points",
                "Simulated",
            ],
        ),
    );
    for (number, seen) in asked.course.iter().enumerate() {
        let month = u32::try_from(number).unwrap_or(0);
        let held = if month >= asked.shape.fitted() {
            "*"
        } else {
            ""
        };
        let mut row = vec![format!("{}{held}", first.later(month))];
        for (column, value) in seen.iter().enumerate() {
            let values = checks.iter().filter_map(|r| r.course.get(number)?[column]);
            let band = band(&values.collect::<Vec<f64>>());
            row.push(value.map_or_else(dash, |v| marked(written(column, v, language), v, band)));
            let band = band.filter(|_| value.is_some());
            row.push(band.map_or_else(dash, |band| written_band(column, band, language)));
        }
        table.rows.push(row);
    }
    table
}

/// A month's result as it is written, by its column of a course.
fn written(column: usize, value: f64, language: Language) -> String {
    if column == 2 {
        show(value, Unit::Seconds, language)
    } else {
        format!("{value:.*}", usize::from(column > 0))
    }
}

/// From where to where a month's result lies, by its column.
fn written_band(column: usize, (low, high): (f64, f64), language: Language) -> String {
    if column == 2 {
        show_range(low, high, Unit::Seconds, language)
    } else {
        let [low, high] = [low, high].map(|v| written(column, v, language));
        between(&low, &high, language)
    }
}

/// Three figures that count, with a real minus sign.
#[must_use]
pub fn short(value: f64) -> String {
    let digits = if value.abs() < 0.1 {
        4
    } else if value.abs() < 10.0 {
        2
    } else {
        0
    };
    let text = format!("{value:.digits$}").replacen('-', "−", 1);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
