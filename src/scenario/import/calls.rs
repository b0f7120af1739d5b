//! Exports of single calls: each row a call, with its wait, its outcome and who answered it.

use super::columns::{Column, Places};
use super::day::Date;
use super::rows::is_nothing;
use super::sheet::Sheet;
use super::{Import, Note, RowKind, cell};
use crate::scenario::json::shortened;
use csv::StringRecord;
use std::collections::BTreeMap;

/// Longest text of single calls that is read: some one and a half million of them.
pub const LONGEST_TEXT: usize = 100_000_000;
/// A wait or a call longer than a day is a slip of the clock.
const LONGEST_SECONDS: f64 = 86_400.0;

/// An offered call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// The day.
    pub date: Date,
    /// When it came, second of the day.
    pub second: u32,
    /// Whether it was answered; if not, the caller hung up waiting.
    pub answered: bool,
    /// Seconds until it was answered or the caller hung up, where the file says so.
    pub waited: Option<f64>,
    /// Seconds of talk of an answered call, where the file says so.
    pub served: Option<f64>,
    /// Who answered, by place in [`Log::agents`].
    pub agent: Option<u32>,
    /// What kind of call, by place in [`Log::kinds`]; 0 where the file doesn't say.
    pub kind: u32,
}

/// All offered calls of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// In the order of the file.
    pub calls: Vec<Call>,
    /// Who answered, as the file names them.
    pub agents: Vec<String>,
    /// The kinds of call, as the file names them; the first is empty and stands for «not said».
    pub kinds: Vec<String>,
}

/// What an outcome says.
enum Outcome {
    Answered,
    Abandoned,
    NotOffered,
}

/// Names given numbers in the order in which they come.
#[derive(Default)]
struct Names {
    by_name: BTreeMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.by_name.get(name) {
            return *number;
        }
        #[allow(clippy::cast_possible_truncation, reason = "no more names than rows")]
        let number = self.names.len() as u32;
        self.by_name.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        number
    }
}

/// Reads every call; wrong rows are listed in `import`.
pub fn read(sheet: &mut Sheet, import: &mut Import) -> Log {
    let places = sheet.places;
    let (mut calls, mut agents, mut kinds) = (Vec::new(), Names::default(), Names::default());
    kinds.number("");
    let mut not_offered = 0;
    for (line, record) in sheet {
        let mut durations = Vec::new();
        match take(&record, &places, &mut durations) {
            Ok(Some(mut call)) => {
                let name = |column| places.cell(&record, column).unwrap_or("");
                let agent = name(Column::Agent);
                if call.answered && !is_nothing(agent) {
                    call.agent = Some(agents.number(agent));
                }
                call.kind = kinds.number(name(Column::CallType));
                calls.push(call);
            }
            Ok(None) => not_offered += 1,
            Err(kind) => import.list(line, kind),
        }
        for kind in durations {
            import.list(line, kind);
        }
    }
    if not_offered > 0 {
        import.notes.push(Note::NotOffered { rows: not_offered });
    }
    Log {
        calls,
        agents: agents.names,
        kinds: kinds.names,
    }
}

/// Reads one row; None when it is no offered call. Durations that are none are listed apart, because
/// the call counts all the same.
fn take(
    record: &StringRecord,
    places: &Places,
    wrong_durations: &mut Vec<RowKind>,
) -> Result<Option<Call>, RowKind> {
    let cell = |column| places.cell(record, column).unwrap_or("");
    let answered = match outcome(cell(Column::Outcome)) {
        Some(Outcome::Answered) => true,
        Some(Outcome::Abandoned) => false,
        Some(Outcome::NotOffered) => return Ok(None),
        None => {
            return Err(RowKind::UnknownOutcome {
                found: shortened(cell(Column::Outcome)),
            });
        }
    };
    let arrived = cell(Column::Arrived);
    // Where no date stands by itself, it stands before the time.
    let own = cell(Column::Date);
    let dated = if own.is_empty() { arrived } else { own };
    let is_a_time = own.is_empty() && !dated.contains(['-', '/', '年']);
    let date = cell::date(dated).ok_or_else(|| {
        let found = shortened(dated);
        if is_a_time {
            RowKind::MissingDate
        } else {
            RowKind::ImpossibleDate { found }
        }
    })?;
    let second = cell::second(arrived).ok_or_else(|| RowKind::ImpossibleTime {
        found: shortened(arrived),
    })?;
    let mut duration = |column| {
        if !places.has(column) {
            return None;
        }
        let seconds = cell::seconds(cell(column)).filter(|s| *s <= LONGEST_SECONDS);
        if seconds.is_none() {
            wrong_durations.push(RowKind::NotADuration {
                column,
                found: shortened(cell(column)),
            });
        }
        seconds
    };
    Ok(Some(Call {
        date,
        second,
        answered,
        waited: duration(Column::Waited),
        served: if answered {
            duration(Column::Served)
        } else {
            None
        },
        agent: None,
        kind: 0,
    }))
}

/// What telephone systems call the outcomes of a call. «Yes» and «no» answer the columns that ask
/// whether the call was answered.
fn outcome(text: &str) -> Option<Outcome> {
    let word = text.trim().to_lowercase().replace([' ', '-'], "_");
    Some(match word.as_str() {
        "answered" | "answer" | "handled" | "connected" | "completed" | "served" | "agent"
        | "接通" | "已接" | "已接通" | "接听" | "已接听" | "接起" | "已接起" | "应答"
        | "已应答" | "人工接听" | "成功" | "是" | "yes" | "y" | "true" | "1" => {
            Outcome::Answered
        }
        "abandoned" | "abandon" | "lost" | "missed" | "unanswered" | "not_answered"
        | "no_answer" | "hang" | "hung_up" | "放弃" | "已放弃" | "排队放弃" | "振铃放弃"
        | "用户放弃" | "未接" | "未接通" | "未接听" | "未应答" | "漏接" | "呼损" | "否" | "no"
        | "n" | "false" | "0" => Outcome::Abandoned,
        "hung_up_in_menu" | "phantom" | "ivr" | "ivr_abandoned" | "menu" | "self_service"
        | "outbound" | "test" | "invalid" | "菜单挂机" | "语音菜单挂机" | "ivr挂机" | "ivr放弃"
        | "自助" | "自助服务" | "外呼" | "呼出" | "测试" | "无效" => {
            Outcome::NotOffered
        }
        _ => return None,
    })
}
