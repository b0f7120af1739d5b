//! A centre's monthly files in words: why one is refused, what is wrong with a cell, what was done.

use crate::scenario::field::Language;
use crate::scenario::import::centre::column::Column;
use crate::scenario::import::centre::scale::Scale;
use crate::scenario::import::centre::{CellKind, CellProblem, File, Note, Reading, Refusal};
use crate::study::own::MOST_MONTHS;
use crate::study::own::profile::Wrong;
use crate::view::problem::size;
use crate::view::words::centre::scale;

fn pick(zh: String, en: String, language: Language) -> String {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn columns(columns: &[Column], language: Language) -> String {
    let names: Vec<&str> = columns.iter().map(|c| c.name().get(language)).collect();
    names.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

/// Where the command has an example of a file.
#[must_use]
pub fn example(file: File, language: Language) -> String {
    let id = file.id();
    pick(
        format!("样表：fairfloor calibrate --template {id}。"),
        format!(" For an example: fairfloor calibrate --template {id}."),
        language,
    )
}

/// Why a file was refused, and what to do.
#[must_use]
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let (zh, en) = match refusal {
        Refusal::Empty => ("文件是空的。".to_owned(), "The file is empty.".to_owned()),
        Refusal::TooLarge { bytes } => (
            format!(
                "文件有 {}，大得不像按月的汇总表。请导出按人按月的汇总，而不是逐通记录。",
                size(*bytes)
            ),
            format!(
                "The file has {}, too much for a monthly table. Export totals by agent and month, not single calls.",
                size(*bytes)
            ),
        ),
        Refusal::NoHeader {
            missing,
            found,
            named_only,
        } => {
            let (zh, en) = if *named_only {
                (
                    "姓名、电话一类的列不读取；请在 Excel 或 WPS 里加一列代号（如 A01），再删去姓名。",
                    " Columns with names or numbers of persons are not read: add a column of pseudonyms (A01 …) in your spreadsheet, then delete the names.",
                )
            } else {
                ("", "")
            };
            (
                format!(
                    "找不到这些列：{}。文件里的列名是：{}。请在 Excel 或 WPS 里把列名改成上面的名字（英文名也可以：{}）。{zh}",
                    columns(missing, Language::Zh),
                    found.join("、"),
                    columns(missing, Language::En)
                ),
                format!(
                    "These columns are missing: {}. The file's headers are: {}. Rename them (Chinese names do too: {}).{en}",
                    columns(missing, Language::En),
                    found.join(", "),
                    columns(missing, Language::Zh)
                ),
            )
        }
        Refusal::NoRows => (
            "没有一行能用。请对照样表检查。".to_owned(),
            "No row can be used. Hold it against the example.".to_owned(),
        ),
    };
    pick(zh, en, language)
}

/// One wrong cell: line, column, what is wrong, what to write.
#[must_use]
pub fn problem(problem: &CellProblem, language: Language) -> String {
    let (line, name, wrong) = (
        problem.line,
        problem.column.name(),
        wrong(problem, language),
    );
    pick(
        format!("第 {line} 行，{}：{wrong}。", name.zh),
        format!("Line {line}, {}: {wrong}.", name.en),
        language,
    )
}

/// What is wrong with a cell, and what to write.
#[must_use]
pub fn wrong(problem: &CellProblem, language: Language) -> String {
    let (zh, en) = match &problem.kind {
        CellKind::NoMonth { found } => (
            format!("没有“{found}”这个月份；写法如 2024-03、2024年3月；此行未计入"),
            format!("there is no month “{found}”; write it like 2024-03; the row is left out"),
        ),
        CellKind::NoAgent => (
            "缺座席代号；此行未计入".to_owned(),
            "the agent is missing; the row is left out".to_owned(),
        ),
        CellKind::NotANumber { found } => (
            format!("“{found}”不是数字；请只写数字；此格未计入"),
            format!("“{found}” is no number; write digits only; the cell is left out"),
        ),
        CellKind::Negative { found } => (
            format!("“{found}”小于 0；此格未计入"),
            format!("“{found}” is below 0; the cell is left out"),
        ),
        CellKind::TooMuch { found, most } => (
            format!("“{found}”超过可能的最大值 {most}；请检查单位；此格未计入"),
            format!(
                "“{found}” is more than the {most} there can be; check the unit; the cell is left out"
            ),
        ),
        CellKind::OffScale {
            found,
            ends: (from, to),
        } => (
            format!("“{found}”不在 {from} 到 {to} 之间；请检查单位；此格未计入"),
            format!(
                "“{found}” is not between {from} and {to}; check the unit; the cell is left out"
            ),
        ),
        CellKind::FarOff { found, median } => (
            format!("{found:.0} 与全表的中位数 {median:.0} 相差八倍以上，像是笔误；此格未计入"),
            format!(
                "{found:.0} is more than eight times off the file's median {median:.0}, a slip most likely; the cell is left out"
            ),
        ),
        CellKind::Twice { first_line } => (
            format!("与第 {first_line} 行重复；请先合并；此行未计入"),
            format!("the same as line {first_line}; add them up first; the row is left out"),
        ),
    };
    pick(zh, en, language)
}

/// The wrong cells: how many, then the first of them, a line each. Empty when there are none.
#[must_use]
pub fn problems(reading: &Reading, language: Language) -> Vec<String> {
    if reading.problem_count == 0 {
        return Vec::new();
    }
    let (all, shown) = (reading.problem_count, reading.problems.len());
    let head = pick(
        format!("有 {all} 处有问题，列出 {shown} 处："),
        format!("{all} wrong, {shown} listed:"),
        language,
    );
    let listed = reading.problems.iter().map(|p| problem(p, language));
    std::iter::once(head).chain(listed).collect()
}

/// That the data span more months than are taken.
#[must_use]
pub fn too_long(months: u32, language: Language) -> String {
    pick(
        format!(
            "数据跨 {months} 个月，最多 {MOST_MONTHS} 个月；请检查月份有没有写错，或只留近几年。"
        ),
        format!(
            "The data span {months} months; at most {MOST_MONTHS} are taken. Check for a wrong month, or keep the last years."
        ),
        language,
    )
}

/// What was done with a file.
#[must_use]
pub fn note(note: &Note, language: Language) -> String {
    let (zh, en) = match note {
        Note::Identifying { header } => (
            format!("“{header}”一列能认出个人，未读取。"),
            format!("The column “{header}” says who somebody is; it was not read."),
        ),
        Note::LooksPersonal => (
            "座席代号像是手机号或身份证号；只用来区分不同的人，不保存。建议换成代号。".to_owned(),
            "The agents' codes look like telephone or identity numbers; they only tell people apart and are not kept. Better use pseudonyms.".to_owned(),
        ),
        Note::Unit { column, unit } => {
            let (name, unit) = (column.name(), scale(*unit, *column));
            (
                format!("“{}”整列按{}读取。", name.zh, unit.zh),
                format!("All of {} was taken as {}.", name.en, unit.en),
            )
        }
        Note::ByHand { column, scale: unit } => {
            let (name, told) = (column.name(), scale(*unit, *column));
            let points = matches!((column, unit), (Column::Rating, Scale::Five | Scale::Ten));
            let (zh, en) = if points {
                ("；平均分不是满意率，这里按最低分为 0、最高分为 1 折算", "; a mean of points is not the share of satisfied: here the lowest counts as 0, the highest as 1")
            } else {
                ("", "")
            };
            (
                format!("“{}”整列按{}读取，是手工指定的{zh}。", name.zh, told.zh),
                format!("All of {} was taken as {}, as set by hand{en}.", name.en, told.en),
            )
        }
        Note::Mixed { column, unit, lines, count } => {
            let lines: Vec<String> = lines.iter().map(u64::to_string).collect();
            let (name, unit) = (column.name(), scale(*unit, *column));
            (
                format!("“{}”里有 {count} 格像是{}，已换算；请核对第 {} 行。", name.zh, unit.zh, lines.join("、")),
                format!("{count} cells of {} look like {} and were converted; check lines {}.", name.en, unit.en, lines.join(", ")),
            )
        }
        Note::UnknownScale { column, median } => (
            format!("“{}”的中位数是 {median:.1}，看不出是几分制，没有使用；请换算成满意率（0–1 或百分数），或在网页上的列名旁选单位。", column.name().zh),
            format!("The median of {} is {median:.1}; its scale can't be told and it is not used. Turn it into a share or per cent, or set its unit beside the column on the page.", column.name().en),
        ),
        Note::MissingMonths { months } => {
            let months: Vec<String> = months.iter().map(ToString::to_string).collect();
            (
                format!("缺这些月份：{}；模拟时同样略去。", months.join("、")),
                format!("These months are missing: {}; they are left out of the simulations likewise.", months.join(", ")),
            )
        }
        Note::AwardsUnknown { count } => (
            format!("{count} 个奖发给了没有业绩数据的人，未计入；请核对代号是否一致。"),
            format!("{count} awards went to agents of whom there are no results and were left out; check that the codes agree."),
        ),
    };
    pick(zh, en, language)
}

/// What is wrong with a profile, and what to do.
#[must_use]
pub fn profile(wrong: &Wrong, language: Language) -> String {
    let (zh, en) = match wrong {
        Wrong::NotAProfile(why) => (
            format!("不是校准档案（{why}）。请用 fairfloor calibrate --save 写出的文件。"),
            format!(
                "not a profile ({why}). Use a file that fairfloor calibrate --save has written."
            ),
        ),
        Wrong::UnknownConstant(path) => (
            format!("档案里的常数 {path} 在本版本中不存在；请重新校准。"),
            format!("this version has no constant {path}; calibrate again."),
        ),
        Wrong::OutOfRange(path) => (
            format!("档案里 {path} 的值超出合理范围；文件可能被改动，请重新校准。"),
            format!(
                "the value of {path} is outside its plausible range; the file was changed, or is old: calibrate again."
            ),
        ),
    };
    pick(zh, en, language)
}
