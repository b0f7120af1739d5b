//! What came in from outside, in words: links that can't be read, exports and their rows.

use super::number::show;
use super::problem::size;
use crate::scenario::field::{Language, Unit};
use crate::scenario::import::columns::Column;
use crate::scenario::import::workbook::{self, Refused};
use crate::scenario::import::{Import, Note, Refusal, RowKind, RowProblem, calls};
use crate::scenario::link::LinkError;

/// Why a link can't be opened, and what to do.
#[must_use]
pub fn link_error(error: &LinkError, language: Language) -> String {
    let (zh, en) = match error {
        LinkError::NotALink => (
            "这不是情景链接。请用“复制链接”重新复制整条链接。".to_owned(),
            "This is no link to a scenario. Copy the whole link again from “Share”.".to_owned(),
        ),
        LinkError::Cut => (
            "链接的末尾缺了一段，可能在转发时被截断。请让对方重新发送完整链接，或改发情景文件。".to_owned(),
            "The end of the link is missing; it was probably cut when it was passed on. Ask for the whole link, or for the scenario as a file.".to_owned(),
        ),
        LinkError::Damaged => (
            "链接中间有字符被改动，无法读出。请重新复制，或改发情景文件。".to_owned(),
            "Something inside the link was changed, so it can't be read. Copy it again, or ask for the scenario as a file.".to_owned(),
        ),
        LinkError::Newer { found } => (
            format!("链接的格式是第 {found} 版，由更新的程序生成。请刷新页面或更新程序。"),
            format!("The link has form {found}, made by a later version. Reload the page or update the program."),
        ),
        LinkError::TooLarge => (
            "链接的内容大得不像一个情景，没有打开。".to_owned(),
            "The link unpacks to more than a scenario can be; it was not opened.".to_owned(),
        ),
        LinkError::UnknownPreset { id } => (
            format!("链接以现成的情景“{id}”为基础，而本版本没有它。请刷新页面或更新程序。"),
            format!("The link departs from the preset “{id}”, which this version doesn't have. Reload the page or update the program."),
        ),
    };
    pick(zh, en, language)
}

/// Why an export was refused, and what to do.
#[must_use]
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let (zh, en) = match refusal {
        Refusal::Empty => (
            "文件是空的。请导出每半小时的来电量，第一行是列名：日期、时段、来电量；或逐通记录：日期、呼入时间、等待时长、结果、通话时长。".to_owned(),
            "The file is empty. Export calls per half-hour with the headers date, interval_start, offered; or call by call: date, arrived, waited_seconds, outcome, served_seconds.".to_owned(),
        ),
        Refusal::TooLarge { bytes, limit } => (
            format!("文件有 {}，最大 {}：七年的半小时数据也到不了这么大，逐通记录最大 {}。请缩短时间范围，或导出按半小时汇总的数据。", size(*bytes), size(*limit), size(calls::LONGEST_TEXT)),
            format!("The file has {}; at most {} are read, which holds seven years of half-hours (call by call, {} are). Export a shorter period, or totals per half-hour.", size(*bytes), size(*limit), size(calls::LONGEST_TEXT)),
        ),
        Refusal::NoHeader { missing, found } => (
            format!("找不到这些列：{}。文件里的列名是：{}。请把列名改成上面的名字（英文名也可以：{}）。{}",
                columns(missing, Language::Zh), found.join("、"), columns(missing, Language::En),
                either(missing, "逐通记录则至少要有呼入时间和结果。")),
            format!("These columns are missing: {}. The file's headers are: {}. Rename them (Chinese names do too: {}).{}",
                columns(missing, Language::En), found.join(", "), columns(missing, Language::Zh),
                either(missing, " Call by call, at least arrived and outcome are needed.")),
        ),
        Refusal::MoreThanCame { column, found, offered } => {
            let (zh, en) = (column.name().zh, column.name().en);
            (
                format!("{zh}合计 {found}，比来电量合计 {offered} 还多。请核对 {zh}（{en}）与来电量（offered）两列有没有放错，或改列名。"),
                format!("{en} adds up to {found}, more than the {offered} calls offered. Check whether {en} and offered are the right columns, or rename them."),
            )
        }
        Refusal::NoCalls => (
            "没有一行有来电：请检查日期、时段和来电量（逐通记录则是呼入时间和结果）这几列。".to_owned(),
            "No row has a call: check the columns date, interval_start and offered (call by call: arrived and outcome).".to_owned(),
        ),
    };
    pick(zh, en, language)
}

/// One wrong row.
#[must_use]
pub fn row(problem: &RowProblem, language: Language) -> String {
    let line = problem.line;
    let (zh, en) = match &problem.kind {
        RowKind::MissingDate => ("缺日期".to_owned(), "the date is missing".to_owned()),
        RowKind::ImpossibleDate { found } => (
            format!("日期“{found}”不存在；写法如 2024-03-05、2024/3/5、2024年3月5日"),
            format!("there is no date “{found}”; write it like 2024-03-05"),
        ),
        RowKind::ImpossibleTime { found } => (
            format!("时间“{found}”不存在；写法如 9:00、09:00-09:30"),
            format!("there is no time “{found}”; write it like 09:00 or 09:00-09:30"),
        ),
        RowKind::NotANumber { column, found } => (
            format!("{}“{found}”不是整数，或多得不可能", column.name().zh),
            format!(
                "{} “{found}” is no whole number, or more than any half-hour holds",
                column.name().en
            ),
        ),
        RowKind::NotADuration { column, found } => (
            format!(
                "{}“{found}”不是时长；写法如 75、1:15、00:01:15；这通电话仍计入，只是不计这段时间",
                column.name().zh
            ),
            format!(
                "{} “{found}” is no duration; write it like 75, 1:15 or 00:01:15; the call counts, without this time",
                column.name().en
            ),
        ),
        RowKind::UnknownOutcome { found } => (
            format!("结果“{found}”不认识；写法如 接通、放弃"),
            format!("the outcome “{found}” is not known; write answered or abandoned"),
        ),
        RowKind::Negative { column, found } => (
            format!("{}“{found}”小于 0", column.name().zh),
            format!("{} “{found}” is below 0", column.name().en),
        ),
        RowKind::Duplicate { first_line } => (
            format!("与第 {first_line} 行是同一天同一时段；若分技能组导出，请先汇总"),
            format!(
                "the same interval as line {first_line}; if the export is by skill group, add the groups up first"
            ),
        ),
        RowKind::Unbalanced {
            offered,
            answered,
            abandoned,
        } => (
            format!("来电量 {offered} 不等于接通 {answered} 加放弃 {abandoned}；已按来电量计入"),
            format!(
                "offered {offered} is not answered {answered} plus abandoned {abandoned}; counted as offered"
            ),
        ),
    };
    pick(
        format!("第 {line} 行：{zh}。"),
        format!("Line {line}: {en}."),
        language,
    )
}

/// The wrong rows: how many, then the first of them, a line each. Empty when there are none.
#[must_use]
pub fn rows(import: &Import, language: Language) -> Vec<String> {
    if import.problem_count == 0 {
        return Vec::new();
    }
    let (all, shown) = (import.problem_count, import.problems.len());
    let (more_zh, more_en) = if all > shown {
        (
            format!("，先列出 {shown} 行"),
            format!("; the first {shown} are"),
        )
    } else {
        (String::new(), String::new())
    };
    let head = pick(
        format!("有 {all} 行有问题{more_zh}："),
        format!(
            "{all} {} wrong{more_en}:",
            if all == 1 { "row is" } else { "rows are" }
        ),
        language,
    );
    let listed = import.problems.iter().map(|problem| row(problem, language));
    std::iter::once(head).chain(listed).collect()
}

/// What was done with an export.
#[must_use]
pub fn note(note: &Note, language: Language) -> String {
    let calls = |v: f64| show(v, Unit::Calls, language);
    let hour = |v: f64| show(v, Unit::HourOfDay, language);
    let (zh, en) = match note {
        Note::ShorterAddedUp => (
            "比半小时短的时段已合并为半小时。".to_owned(),
            "Intervals shorter than half an hour were added up.".to_owned(),
        ),
        Note::HoursSplit => (
            "数据按小时汇总，已平均分到两个半小时。".to_owned(),
            "The data is by the hour; each was split into two equal halves.".to_owned(),
        ),
        Note::NotOffered { rows } => (
            format!("{rows} 行不是排队的来电（如在语音菜单里挂机），未计入。"),
            format!("{rows} rows are no offered calls (hung up in the voice menu and the like) and were left out."),
        ),
        Note::Replaced { days, first, last, calls_per_day } => (
            format!("已用 {first} 至 {last} 的 {days} 个开线日替换来电：日均 {}，各工作日的走势随之更新。", calls(*calls_per_day)),
            format!("Demand replaced from {days} open days, {first} to {last}: {} a day, with each weekday's course.", calls(*calls_per_day)),
        ),
        Note::HoursWidened { opens, closes } => (
            format!("服务时段已放宽到 {}–{}，以覆盖有来电的时刻。", hour(*opens), hour(*closes)),
            format!("Opening hours widened to {}–{} to cover the times at which calls came.", hour(*opens), hour(*closes)),
        ),
        Note::StrayCalls { per_day } => (
            format!("服务时段以外的零星来电（日均 {per_day:.1} 通）未计入。"),
            format!("Stray calls outside the opening hours ({per_day:.1} a day) were left out."),
        ),
        Note::DayCvKept => (
            "数据里没有重复的星期几，看不出逐日波动，保留原值。".to_owned(),
            "No weekday comes twice, so the day-to-day variation can't be told; it stays as it was.".to_owned(),
        ),
        Note::DayCvCapped { found } => (
            format!("逐日波动为 {found:.2}，超出上限，按 1 计。请检查是否混入了节假日或缺数据的日子。"),
            format!("The day-to-day variation is {found:.2}, beyond the limit, and was set to 1. Check for holidays or days with data missing."),
        ),
        Note::SecondCallsTakenOut { all, first } => (
            format!("文件里的来电含重拨和再次来电：{all:.0} 通/天中约 {first:.0} 通是首次来电，按此设定，其余由模拟产生。"),
            format!("The calls in the data include redials and second calls: of {all:.0} a day about {first:.0} are first attempts, which are set; the rest arises in the simulation."),
        ),
        Note::ServiceTimesLeft { mean_seconds } => (
            format!("数据里的平均通话时长是 {}；情景按来电类别设时长，未改动。", show(*mean_seconds, Unit::Seconds, language)),
            format!("The mean talk time in the data is {}; the scenario has talk times by kind of call, which were left alone.", show(*mean_seconds, Unit::Seconds, language)),
        ),
    };
    pick(zh, en, language)
}

/// Where no column at all was known, the file may as well be of the other form.
fn either(missing: &[Column], words: &'static str) -> &'static str {
    if missing == Column::NEEDED { words } else { "" }
}

fn columns(columns: &[Column], language: Language) -> String {
    let names: Vec<&str> = columns.iter().map(|c| c.name().get(language)).collect();
    names.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

fn pick(zh: String, en: String, language: Language) -> String {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// Why an Excel workbook can't be read, and what to do.
#[must_use]
pub fn no_workbook(refused: &Refused, language: Language) -> String {
    let most = workbook::MOST_UNPACKED / 1_000_000;
    match (refused, language) {
        (Refused::TooLarge, Language::Zh) => {
            format!("解压后超过 {most} MB，不予读取。请只保留需要的工作表，或另存为 CSV。")
        }
        (Refused::TooLarge, Language::En) => format!(
            "unpacks to more than {most} MB and is not read. Keep only the sheet that is needed, or save it as CSV."
        ),
        (Refused::Damaged(why), Language::Zh) => {
            format!("不是能读的 Excel 工作簿（{why}）。若有密码请先去掉，或另存为 CSV。")
        }
        (Refused::Damaged(why), Language::En) => format!(
            "not an Excel workbook that can be read ({why}). Remove its password if it has one, or save it as CSV."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::import::half_hours;

    #[test]
    fn a_missing_header_is_named_with_what_was_found() {
        let import = half_hours("日期,坐席\n2024-03-05,4\n");
        let words = import.refusal.map(|r| refusal(&r, Language::Zh));
        assert_eq!(
            words.as_deref(),
            Some(
                "找不到这些列：时段、来电量。文件里的列名是：日期、坐席。请把列名改成上面的名字（英文名也可以：interval_start, offered）。"
            )
        );
    }

    #[test]
    fn rows_are_counted_and_listed() {
        let import = half_hours("date,start,offered\n2024-03-05,9:00,x\n2024-03-05,9:30,4\n");
        assert_eq!(
            rows(&import, Language::En),
            [
                "1 row is wrong:",
                "Line 2: offered “x” is no whole number, or more than any half-hour holds."
            ]
        );
    }
}
