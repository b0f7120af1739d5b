//! Which column of a centre's monthly files is which, and which ones name somebody.

use crate::scenario::field::Text;
use crate::scenario::import::columns::plain;
use csv::StringRecord;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The month.
    Month,
    /// In post at the month's end.
    Headcount,
    /// Left in the month.
    Leavers,
    /// Started in the month.
    Hires,
    /// Of the leavers, those with less than a year of service.
    EarlyLeavers,
    /// Who, by a pseudonym.
    Agent,
    /// Calls handled.
    Calls,
    /// Days worked.
    Days,
    /// Mean talk of a call.
    Talk,
    /// Inspection score.
    Score,
    /// Satisfied share of ratings.
    Rating,
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 11] = [
        Column::Month,
        Column::Headcount,
        Column::Leavers,
        Column::Hires,
        Column::EarlyLeavers,
        Column::Agent,
        Column::Calls,
        Column::Days,
        Column::Talk,
        Column::Score,
        Column::Rating,
    ];

    /// The name to write in a file, and in Chinese.
    #[must_use]
    pub fn name(self) -> Text {
        let names = self.names();
        Text {
            zh: names[1],
            en: names[0],
        }
    }

    /// The most that there can be in a month.
    #[must_use]
    pub fn most(self) -> f64 {
        match self {
            Column::Headcount | Column::Leavers | Column::Hires | Column::EarlyLeavers => 10_000.0,
            Column::Days => 31.0,
            // A call every half a minute without a rest.
            Column::Calls => 60_000.0,
            // All of a month's calls together, where that is what the column holds.
            Column::Talk => 2_000_000.0,
            Column::Score | Column::Rating => 100.0,
            Column::Month | Column::Agent => 0.0,
        }
    }

    #[rustfmt::skip]
    fn names(self) -> &'static [&'static str] {
        match self {
            Column::Month => &["month", "月份", "月", "年月", "统计月份", "考核月份", "period", "date", "日期", "year_month", "获奖月份", "发放月份"],
            Column::Headcount => &["headcount", "在岗人数", "人数", "月末人数", "在职人数", "期末人数", "坐席人数", "座席人数", "定员人数", "编制人数", "staff", "fte", "agents"],
            Column::Leavers => &["leavers", "离职人数", "离职", "流失人数", "当月离职", "离岗人数", "quits", "exits", "departures", "terminations", "attrition"],
            Column::Hires => &["hires", "入职人数", "入职", "新进人数", "当月入职", "新增人数", "joiners", "new_hires", "starters"],
            Column::EarlyLeavers => &["leavers_under_one_year", "一年内离职人数", "一年内离职", "新人离职人数", "新人离职", "司龄一年内离职", "early_leavers", "first_year_leavers"],
            Column::Agent => &["agent", "座席代号", "坐席代号", "代号", "坐席", "座席", "工号", "坐席工号", "座席工号", "员工编号", "人员代号", "获奖人代号", "agent_id", "id", "code", "pseudonym", "employee"],
            Column::Calls => &["calls", "接听量", "通话量", "接通量", "接线量", "话务量", "接听数", "通话数", "calls_handled", "handled", "answered"],
            Column::Days => &["days_worked", "出勤天数", "出勤", "工作天数", "工作日", "上班天数", "days", "worked_days", "attendance"],
            Column::Talk => &["mean_talk_seconds", "平均通话时长", "通话时长", "平均通话", "平均处理时长", "通话总时长", "talk", "talk_time", "talk_seconds", "aht", "mean_talk", "average_talk_time", "handle_time"],
            Column::Score => &["inspection_score", "质检分", "质检得分", "质检成绩", "质检", "质检平均分", "quality", "quality_score", "qa", "qa_score", "score"],
            Column::Rating => &["satisfied_share", "满意率", "客户满意率", "满意度", "客户满意度", "好评率", "csat", "rating", "satisfaction", "customer_rating"],
        }
    }
}

/// Headers of columns that say who somebody is.
const IDENTIFYING: &[&str] = &[
    "姓名",
    "名字",
    "坐席姓名",
    "座席姓名",
    "员工姓名",
    "获奖人姓名",
    "身份证",
    "身份证号",
    "身份证号码",
    "证件号",
    "手机",
    "手机号",
    "手机号码",
    "电话",
    "电话号码",
    "联系电话",
    "联系方式",
    "邮箱",
    "电子邮箱",
    "住址",
    "地址",
    "出生日期",
    "微信",
    "name",
    "full_name",
    "first_name",
    "last_name",
    "surname",
    "agent_name",
    "employee_name",
    "phone",
    "phone_number",
    "mobile",
    "tel",
    "telephone",
    "email",
    "e_mail",
    "id_number",
    "id_card",
    "national_id",
    "passport",
    "ssn",
    "address",
    "birthday",
    "date_of_birth",
    "wechat",
];

/// Whether a header is that of a column which says who somebody is.
#[must_use]
pub fn is_identifying(header: &str) -> bool {
    IDENTIFYING.contains(&plain(header).as_str())
}

/// Where each column stands, in the order of [`Column::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places([Option<usize>; Column::ALL.len()]);

impl Places {
    /// Looks for the names of these columns in a row of headers.
    #[must_use]
    pub fn of(headers: &StringRecord, columns: &[Column]) -> Self {
        let headers: Vec<String> = headers.iter().map(plain).collect();
        Self(Column::ALL.map(|column| {
            let mut names = column.names().iter().filter(|_| columns.contains(&column));
            names.find_map(|name| headers.iter().position(|header| header == name))
        }))
    }

    /// The places that somebody gave them, a column by its position.
    #[must_use]
    pub fn at(columns: &[Option<Column>]) -> Self {
        Self(Column::ALL.map(|column| columns.iter().position(|one| *one == Some(column))))
    }

    /// Those of the needed columns that are not there.
    #[must_use]
    pub fn missing(&self, needed: &[Column]) -> Vec<Column> {
        let needed = needed.iter().copied();
        needed.filter(|c| self.0[*c as usize].is_none()).collect()
    }

    /// Where a column stands.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.0[column as usize]
    }

    /// The cell of a column; None where the file has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a StringRecord, column: Column) -> Option<&'a str> {
        self.place(column)
            .map(|at| row.get(at).unwrap_or("").trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::import::centre::File;

    #[test]
    fn headers_in_both_languages_and_no_name_of_a_person_is_a_column() {
        for (file, headers) in [
            (File::People, &["月份", "在岗人数", "离职人数"][..]),
            (
                File::People,
                &["Month", "Headcount", "Leavers", "New hires"],
            ),
            (
                File::Kpi,
                &["年月", "工号", "接听量（通）", "平均通话时长(秒)"],
            ),
            (File::Kpi, &["\u{feff}month", "Agent ID", "calls"]),
            (File::Awards, &["获奖月份", "代号"]),
        ] {
            let places = Places::of(&StringRecord::from(headers), file.columns());
            assert_eq!(places.missing(file.needed()), [], "{headers:?}");
        }
        for header in ["姓名", "Phone Number", "身份证号（18位）", "E-mail"] {
            assert!(is_identifying(header), "{header}");
            let known = Column::ALL
                .iter()
                .any(|c| c.names().contains(&plain(header).as_str()));
            assert!(!known, "{header}");
        }
        for (at, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, at);
        }
    }
}
