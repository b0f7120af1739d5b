//! Which column of an export is which: the names that telephone systems give them.

use crate::scenario::field::Text;
use csv::StringRecord;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day.
    Date,
    /// When the half-hour begins.
    Start,
    /// Calls that came.
    Offered,
    /// Calls answered.
    Answered,
    /// Callers who hung up waiting.
    Abandoned,
    /// Mean length of a call.
    MeanServed,
    /// Mean wait of those answered.
    MeanWait,
}

impl Column {
    /// All of them; the first three must be there.
    pub const ALL: [Column; 7] = [
        Column::Date,
        Column::Start,
        Column::Offered,
        Column::Answered,
        Column::Abandoned,
        Column::MeanServed,
        Column::MeanWait,
    ];
    /// Without these an export says nothing.
    pub const NEEDED: [Column; 3] = [Column::Date, Column::Start, Column::Offered];

    /// The name to write in a file, and in Chinese.
    #[must_use]
    pub fn name(self) -> Text {
        let names = self.names();
        Text {
            zh: names[1],
            en: names[0],
        }
    }

    /// Names under which it is known: ours, the usual Chinese one, and others.
    fn names(self) -> &'static [&'static str] {
        match self {
            Column::Date => &["date", "日期", "day", "统计日期", "话务日期"],
            Column::Start => &[
                "interval_start",
                "时段",
                "interval",
                "start",
                "start_time",
                "time",
                "开始时间",
                "时间段",
                "时间",
                "半小时",
                "统计时段",
            ],
            Column::Offered => &[
                "offered",
                "来电量",
                "calls_offered",
                "offered_calls",
                "calls",
                "呼入量",
                "进线量",
                "来电数",
                "呼入数",
                "进线数",
                "总来电量",
                "呼入总量",
            ],
            Column::Answered => &[
                "answered",
                "接通量",
                "handled",
                "calls_answered",
                "接听量",
                "接起量",
                "应答量",
                "接通数",
                "接听数",
            ],
            Column::Abandoned => &[
                "abandoned",
                "放弃量",
                "calls_abandoned",
                "放弃数",
                "呼损量",
                "未接量",
            ],
            Column::MeanServed => &[
                "mean_served_seconds",
                "平均通话时长",
                "aht",
                "mean_talk_seconds",
                "平均通话时间",
                "平均通话",
                "平均通话秒数",
            ],
            Column::MeanWait => &[
                "mean_wait_of_answered_seconds",
                "平均等待",
                "asa",
                "平均等待时长",
                "平均等待时间",
                "平均等待秒数",
            ],
        }
    }
}

/// Where each column stands, in the order of [`Column::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places([Option<usize>; 7]);

impl Places {
    /// Looks for the known names in a row of headers.
    #[must_use]
    pub fn of(headers: &StringRecord) -> Self {
        let headers: Vec<String> = headers.iter().map(plain).collect();
        Self(Column::ALL.map(|column| {
            let mut names = column.names().iter();
            names.find_map(|name| headers.iter().position(|header| header == name))
        }))
    }

    /// The needed columns that are not there.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let needed = Column::NEEDED.into_iter();
        needed.filter(|c| self.0[*c as usize].is_none()).collect()
    }

    /// The cell of a column; None where the file has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a StringRecord, column: Column) -> Option<&'a str> {
        self.0[column as usize].map(|at| row.get(at).unwrap_or("").trim())
    }
}

/// A header without its unit in brackets, in small letters, blanks as underscores.
fn plain(header: &str) -> String {
    let header = header.trim_start_matches('\u{feff}');
    let name = header.split(['(', '（', '[', '【']).next().unwrap_or("");
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[&str], missing: &[Column]) {
        let found = Places::of(&StringRecord::from(headers)).missing();
        assert_eq!(found, missing, "{headers:?}");
    }

    #[test]
    fn headers_in_both_languages() {
        check(&["date", "interval_start", "offered"], &[]);
        check(&["\u{feff}Date", "Start Time", "Calls Offered"], &[]);
        check(&["日期", "时间段", "呼入量", "平均通话时长(秒)"], &[]);
        check(&["统计日期", "开始时间", "进线量（通）"], &[]);
        check(&["日期", "坐席", "话务"], &[Column::Start, Column::Offered]);
    }

    #[test]
    fn columns_stand_in_the_order_of_their_list() {
        for (at, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, at);
        }
    }
}
