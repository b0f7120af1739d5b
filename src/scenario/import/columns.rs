//! Which column of an export is which: the names that telephone systems give them.

use crate::scenario::field::Text;
use csv::StringRecord;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// When a single call came, with or without its date.
    Arrived,
    /// How long that caller waited.
    Waited,
    /// Whether the call was answered.
    Outcome,
    /// How long it was talked.
    Served,
    /// Who answered.
    Agent,
    /// What kind of call it was.
    CallType,
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 13] = [
        Column::Date,
        Column::Start,
        Column::Offered,
        Column::Answered,
        Column::Abandoned,
        Column::MeanServed,
        Column::MeanWait,
        Column::Arrived,
        Column::Waited,
        Column::Outcome,
        Column::Served,
        Column::Agent,
        Column::CallType,
    ];
    /// Without these an export of half-hours says nothing.
    pub const NEEDED: [Column; 3] = [Column::Date, Column::Start, Column::Offered];
    /// Without these an export of calls says nothing; the date may stand with the time.
    pub const NEEDED_OF_CALLS: [Column; 2] = [Column::Arrived, Column::Outcome];

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
    #[expect(clippy::too_many_lines, reason = "a table of names")]
    fn names(self) -> &'static [&'static str] {
        match self {
            Column::Date => &[
                "date",
                "日期",
                "day",
                "统计日期",
                "话务日期",
                "来电日期",
                "呼入日期",
                "进线日期",
                "通话日期",
            ],
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
            Column::Arrived => &[
                "arrived",
                "呼入时间",
                "进线时间",
                "来电时间",
                "呼叫时间",
                "arrival_time",
                "arrival",
                "call_time",
                "call_start",
                "start_time",
                "timestamp",
                "datetime",
                "date_time",
                "time",
                "入线时间",
                "排队开始时间",
                "开始时间",
                "日期时间",
                "时间",
            ],
            Column::Waited => &[
                "waited_seconds",
                "等待时长",
                "waited",
                "wait",
                "wait_seconds",
                "wait_time",
                "waiting_time",
                "queue_time",
                "queue_seconds",
                "time_in_queue",
                "等待秒数",
                "排队时长",
                "等待时间",
                "排队时间",
                "排队秒数",
            ],
            Column::Outcome => &[
                "outcome",
                "结果",
                "状态",
                "result",
                "status",
                "disposition",
                "call_result",
                "call_status",
                "呼叫结果",
                "通话结果",
                "来电结果",
                "通话状态",
                "呼叫状态",
                "接听状态",
                "接通状态",
                "是否接通",
                "是否接听",
                "是否应答",
            ],
            Column::Served => &[
                "served_seconds",
                "通话时长",
                "served",
                "talk_seconds",
                "talk_time",
                "duration",
                "service_time",
                "通话秒数",
                "通话时间",
                "服务时长",
                "接听时长",
                "人工通话时长",
            ],
            Column::Agent => &[
                "agent",
                "坐席",
                "工号",
                "agent_id",
                "operator",
                "坐席工号",
                "座席",
                "座席工号",
                "坐席姓名",
                "客服",
                "客服工号",
                "话务员",
                "接听坐席",
            ],
            Column::CallType => &[
                "call_type",
                "业务类型",
                "type",
                "kind",
                "skill",
                "queue",
                "来电类型",
                "业务类别",
                "咨询类型",
                "技能组",
                "队列",
            ],
        }
    }
}

/// Where each column stands, in the order of [`Column::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places([Option<usize>; 13]);

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

    /// Those of the needed columns that are not there.
    #[must_use]
    pub fn missing(&self, needed: &[Column]) -> Vec<Column> {
        let needed = needed.iter().copied();
        needed.filter(|column| !self.has(*column)).collect()
    }

    /// Whether the file has this column.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.0[column as usize].is_some()
    }

    /// The cell of a column; None where the file has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a StringRecord, column: Column) -> Option<&'a str> {
        self.0[column as usize].map(|at| row.get(at).unwrap_or("").trim())
    }
}

/// A header without its unit in brackets, in small letters, blanks as underscores.
pub(super) fn plain(header: &str) -> String {
    let header = header.trim_start_matches('\u{feff}');
    let name = header.split(['(', '（', '[', '【']).next().unwrap_or("");
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[&str], missing: &[Column]) {
        let found = Places::of(&StringRecord::from(headers)).missing(&Column::NEEDED);
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
    fn headers_of_calls_in_both_languages() {
        for headers in [
            &["date", "arrived", "outcome"][..],
            &["Call Time", "Status", "Queue Time (s)"],
            &["呼入时间", "是否接通", "排队时长（秒）"],
            &["日期", "进线时间", "通话结果"],
        ] {
            let places = Places::of(&StringRecord::from(headers));
            assert_eq!(places.missing(&Column::NEEDED_OF_CALLS), [], "{headers:?}");
        }
    }

    #[test]
    fn columns_stand_in_the_order_of_their_list() {
        for (at, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, at);
        }
    }
}
