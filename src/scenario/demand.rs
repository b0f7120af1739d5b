//! Who calls, when, about what, and how long they wait.

use super::field::{Field, Grade, Source, choices, field, short::*};

/// Callers and their calls.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Demand {
    /// Mean first-attempt calls on a working day.
    pub calls_per_day: f64,
    /// Coefficient of variation of a day's level beyond Poisson.
    pub day_cv: f64,
    /// Correlation of a day's level with the day before.
    pub day_correlation: f64,
    /// Relative calls by weekday and half-hour.
    pub profile: Profile,
    /// The four kinds of call.
    pub types: Types,
    /// Shape of talk times within a type.
    pub talk_shape: TalkShape,
    /// Coefficient of variation of talk time within a type.
    pub talk_cv: f64,
    /// Mean after-call work, in seconds.
    pub after_call_seconds: f64,
    /// Coefficient of variation of after-call work.
    pub after_call_cv: f64,
    /// Mean patience, in seconds.
    pub mean_patience_seconds: f64,
    /// Share of callers who hang up early.
    pub impatient_share: f64,
    /// Mean patience of those, in seconds.
    pub impatient_seconds: f64,
    /// What callers do after a call that did not help.
    pub returns: Returns,
    /// Lines into the centre; 0 = as many as are needed.
    pub lines: u32,
    /// Calling back instead of waiting.
    pub callback: Callback,
    /// Share of answered callers who rate.
    pub rating_share: f64,
    /// The wait that the service level allows, in seconds.
    pub target_wait_seconds: f64,
}

choices! {
    /// Shape of talk times.
    TalkShape {
        /// Log-normal, as measured wherever it was looked at.
        LogNormal = "log_normal", "对数正态（实测）", "Log-normal (as measured)";
        /// Exponential, as Erlang's formulas assume.
        Exponential = "exponential", "指数（Erlang 公式所设）", "Exponential (as Erlang's formulas assume)";
    }
}

/// Relative calls in the 48 half-hours of each weekday; a weekday of zeros is closed.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Profile {
    pub monday: Vec<f64>,
    pub tuesday: Vec<f64>,
    pub wednesday: Vec<f64>,
    pub thursday: Vec<f64>,
    pub friday: Vec<f64>,
    pub saturday: Vec<f64>,
    pub sunday: Vec<f64>,
}

impl Profile {
    /// The rows from Monday to Sunday.
    #[must_use]
    pub fn rows(&self) -> [&[f64]; 7] {
        [
            &self.monday,
            &self.tuesday,
            &self.wednesday,
            &self.thursday,
            &self.friday,
            &self.saturday,
            &self.sunday,
        ]
    }
}

/// The kinds of call of a patent office's service line.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Types {
    /// Enquiry about the procedure.
    pub procedure: CallType,
    /// Fees and deadlines.
    pub fee: CallType,
    /// Forms and filing.
    pub form: CallType,
    /// Complaint after a decision.
    pub complaint: CallType,
}

impl Types {
    /// The four in their fixed order.
    #[must_use]
    pub fn all(&self) -> [&CallType; 4] {
        [&self.procedure, &self.fee, &self.form, &self.complaint]
    }

    /// The same, for tests that make them alike.
    #[cfg(test)]
    pub fn all_mut(&mut self) -> [&mut CallType; 4] {
        let Self {
            procedure,
            fee,
            form,
            complaint,
        } = self;
        [procedure, fee, form, complaint]
    }
}

/// One kind of call.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CallType {
    /// Relative frequency.
    pub share: f64,
    /// Mean talk time of an experienced person without special effort, in seconds.
    pub talk_seconds: f64,
    /// Difficulty on the log-odds scale of being resolved.
    pub difficulty: f64,
    /// Share of callers who are angry when answered at once.
    pub anger_share: f64,
    /// Goes before the others in the queue.
    pub first: bool,
    /// Share that needs a specialist of the second line.
    pub transfer_share: f64,
}

/// Calling back instead of waiting.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Callback {
    /// It is offered.
    pub enabled: bool,
    /// Expected wait from which it is offered, in seconds.
    pub after_seconds: f64,
    /// Share of callers who take it.
    pub accept_share: f64,
}

/// Calls that come back.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Returns {
    /// Share of unresolved callers who call again.
    pub unresolved_share: f64,
    /// Of those, the share who call again on the same day.
    pub same_day_share: f64,
    /// Share of callers who hung up and dial again.
    pub redial_share: f64,
    /// Mean time until a same-day second call, in minutes.
    pub delay_minutes: f64,
}

/// An office day: a morning peak, a dip over lunch, a lower peak in the afternoon.
const OFFICE_DAY: [f64; 48] = {
    let mut day = [0.0; 48];
    let open = [
        4.4, 6.0, 7.3, 7.9, 7.7, 7.0, 5.9, 4.9, 4.4, 4.9, 6.0, 6.8, 7.0, 6.6, 5.8, 4.8, 3.6,
    ];
    let mut i = 0;
    while i < open.len() {
        day[17 + i] = open[i];
        i += 1;
    }
    day
};
/// Monday carries the weekend's questions.
const OFFICE_MONDAY: [f64; 48] = {
    let mut day = OFFICE_DAY;
    let mut i = 0;
    while i < 48 {
        day[i] *= 1.12;
        i += 1;
    }
    day
};
const CLOSED: [f64; 48] = [0.0; 48];

macro_rules! weekday {
    ($day:ident, $values:expr, $zh:literal, $en:literal) => {
        field!(
            demand.profile.$day, Calls, crate::scenario::field::Kind::Series { len: 48 },
            series($values), Source::Example, $zh, $en,
            "该日 48 个半小时的相对来电量；全为零表示不开线。只看相对大小，总量由日来电量决定。",
            "Relative calls in the day's 48 half-hours; all zero means closed. Only proportions count: the level comes from calls per day."
        )
    };
}

macro_rules! call_type {
    ($kind:ident, $share:literal, $talk:literal, $difficulty:literal, $anger:literal, $zh:literal, $en:literal) => {
        [
            field!(
                demand.types.$kind.share, Weight, num(0.0, 100.0, 1.0), n($share), Source::Example,
                $zh, $en,
                "该类来电的相对频度；四类按总和折算。",
                "How frequent this kind is, relative to the four kinds' sum."
            ),
            field!(
                demand.types.$kind.talk_seconds, Seconds, num(5.0, 3600.0, 5.0), n($talk), Source::Example,
                "平均通话时长", "Mean talk time",
                "熟练人员、不特别赶时间时的平均通话秒数。",
                "Mean seconds of talk for an experienced person who does not hurry."
            ),
            field!(
                demand.types.$kind.difficulty, Strength, num(-6.0, 6.0, 0.1), n($difficulty), assumed(-3.0, 1.0),
                "难度", "Difficulty",
                "一次解决的难度（对数几率）：−1.4 时熟练人员约解决 80%。",
                "Difficulty of solving it at once, in log-odds: at −1.4 an experienced person solves about 80 %."
            ),
            field!(
                demand.types.$kind.anger_share, Share, num(0.0, 1.0, 0.01), n($anger),
                leaning("Grandey, Dickter & Sin 2004", 0.0, 0.5),
                "愤怒来电占比", "Angry callers",
                "立即接通时，愤怒来电的比例；久等和重复来电会推高它。",
                "Share of callers who are angry when answered at once; waiting and calling again raise it."
            ),
            field!(
                demand.types.$kind.first, None, SWITCH, OFF, Source::Example,
                "优先接听", "Goes first",
                "排队时排在其他来电之前（不打断正在进行的通话）。",
                "Goes before the others in the queue; no call under way is broken off."
            ),
            field!(
                demand.types.$kind.transfer_share, Share, num(0.0, 1.0, 0.01), n(0.0), Source::Example,
                "转专家占比", "Needs a specialist",
                "一线接听后须转二线专家的比例；没有二线时不转。",
                "Share that the first line passes on to a specialist; nobody is passed on where there is no second line."
            ),
        ]
    };
}

/// The group's own entries; the call types follow in [`TYPES`].
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        demand.calls_per_day, Calls, num(0.0, 200_000.0, 10.0), n(2700.0), Source::Example,
        "日来电量", "Calls a day",
        "一个工作日平均的首次来电数（不含重拨和再次来电）。",
        "Mean first-attempt calls on a working day, without redials and second calls."
    ),
    field!(
        demand.day_cv, Ratio, num(0.0, 1.0, 0.01), n(0.1),
        study("Avramidis, Deslauriers & L'Ecuyer 2004", Grade::B, 0.05, 0.2),
        "逐日波动", "Day-to-day variation",
        "一天整体繁忙程度的变异系数，在随机到达之外。",
        "Coefficient of variation of how busy a day is as a whole, beyond the chance of single calls."
    ),
    field!(
        demand.day_correlation, Correlation, num(0.0, 0.95, 0.05), n(0.3),
        leaning("Avramidis, Deslauriers & L'Ecuyer 2004; Brown et al. 2005", 0.0, 0.7),
        "相邻两日相关", "Correlation between days",
        "一天的繁忙程度与前一天的相关：忙起来往往连着几天。",
        "Correlation of how busy a day is with the day before: busy days come in runs."
    ),
    field!(
        demand.talk_shape, None, crate::scenario::field::Kind::Choice(TalkShape::CHOICES),
        crate::scenario::field::Value::Choice("log_normal"), study("Brown et al. 2005", Grade::B, 0.0, 1.0),
        "通话时长分布", "Shape of talk times",
        "实测多为对数正态；选指数分布可与 Erlang 公式逐位比较。",
        "Measured talk times are close to log-normal; exponential ones let results be held against Erlang's formulas."
    ),
    field!(
        demand.talk_cv, Ratio, num(0.0, 5.0, 0.05), n(0.8), study("Brown et al. 2005", Grade::B, 0.6, 1.4),
        "通话时长离散度", "Spread of talk time",
        "同类来电通话时长的变异系数（对数正态分布时）。",
        "Coefficient of variation of talk time within a kind of call, where it is log-normal."
    ),
    field!(
        demand.after_call_seconds, Seconds, num(0.0, 1800.0, 5.0), n(35.0), Source::Example,
        "话后处理", "After-call work",
        "挂机后登记所需的平均秒数，期间不能接下一通。",
        "Mean seconds of notes after a call, during which no other call is taken."
    ),
    field!(
        demand.after_call_cv, Ratio, num(0.0, 2.0, 0.05), n(0.7), assumed(0.3, 1.2),
        "话后处理离散度", "Spread of after-call work",
        "话后处理时长的变异系数（对数正态）：多数很快，少数要记很久。",
        "Coefficient of variation of after-call work (log-normal): most notes are short, a few are long."
    ),
    field!(
        demand.mean_patience_seconds, Seconds, num(1.0, 86_400.0, 10.0), n(600.0),
        noted("Brown 等 2005：通话时长的 2–3 倍", "Brown et al. 2005: 2–3 × talk time", 180.0, 1800.0),
        "平均耐心", "Mean patience",
        "多数来电人愿意等待的平均秒数（指数分布）。",
        "Mean seconds that most callers are willing to wait (exponential)."
    ),
    field!(
        demand.impatient_share, Share, num(0.0, 1.0, 0.01), n(0.0), leaning("Brown et al. 2005", 0.0, 0.3),
        "急性子占比", "Impatient callers",
        "另有一部分来电人很快就挂断；这是他们的比例。",
        "Share of callers who belong to a second kind that hangs up soon."
    ),
    field!(
        demand.impatient_seconds, Seconds, num(1.0, 3600.0, 1.0), n(60.0), Source::BankLog,
        "急性子耐心", "Their patience",
        "这部分来电人的平均耐心秒数。",
        "Mean patience of the impatient callers, in seconds."
    ),
    field!(
        demand.returns.unresolved_share, Share, num(0.0, 0.95, 0.01), n(0.6),
        noted("行业的一次解决率数字", "first-contact resolution in the trade", 0.3, 0.8),
        "未解决后再来电", "Call again when unresolved",
        "问题没解决的来电人中再次来电的比例。",
        "Share of callers without a solution who call again."
    ),
    field!(
        demand.returns.same_day_share, Share, num(0.0, 1.0, 0.05), n(0.3), assumed(0.1, 0.6),
        "其中当天再来电", "Of those, on the same day",
        "再次来电的人中当天就打来的比例，其余在之后几个工作日打来。",
        "Of those who call again, the share who do so on the same day; the rest come within the next days."
    ),
    field!(
        demand.returns.redial_share, Share, num(0.0, 0.95, 0.01), n(0.4),
        leaning("Aksin, Armony & Mehrotra 2007", 0.2, 0.7),
        "放弃后重拨", "Redial after hanging up",
        "等不及挂断的来电人中当天重拨的比例。",
        "Share of callers who hung up and dial again on the same day."
    ),
    field!(
        demand.returns.delay_minutes, Minutes, num(1.0, 480.0, 1.0), n(25.0), assumed(5.0, 120.0),
        "再来电间隔", "Time until they call again",
        "当天再次来电之前平均过多少分钟。",
        "Mean minutes until a second call on the same day."
    ),
    field!(
        demand.lines, Calls, whole(0, 20_000), w(0), Source::Example,
        "线路数", "Lines",
        "同时能接入的来电数（通话加排队）；满了就是忙音。0 表示不限。",
        "Calls that fit into the centre at once, talking and waiting; beyond that callers get a busy signal. 0 = no limit."
    ),
    field!(
        demand.callback.enabled, None, SWITCH, OFF, Source::Example,
        "回拨", "Callbacks",
        "预计等待较长时，提出稍后回拨；座席空闲时打回去。",
        "When the wait looks long, callers are offered to be called back when somebody is free."
    ),
    field!(
        demand.callback.after_seconds, Seconds, num(0.0, 3600.0, 10.0), n(120.0), Source::Example,
        "回拨门槛", "Callback offered from",
        "预计等待达到多少秒时提出回拨。",
        "Expected wait from which a callback is offered."
    ),
    field!(
        demand.callback.accept_share, Share, num(0.0, 1.0, 0.05), n(0.4), assumed(0.2, 0.7),
        "接受回拨", "Take the callback",
        "听到提议的来电人中接受回拨的比例。",
        "Share of callers who take the offer."
    ),
    field!(
        demand.rating_share, Share, num(0.0, 1.0, 0.01), n(0.25), assumed(0.05, 0.6),
        "参评率", "Callers who rate",
        "接通的来电人中给出评价的比例。",
        "Share of answered callers who leave a rating."
    ),
    field!(
        demand.target_wait_seconds, Seconds, num(1.0, 600.0, 1.0), n(20.0), Source::Convention,
        "服务水平时限", "Service-level limit",
        "服务水平所指的等待时限（惯例：80% 在 20 秒内接起）。",
        "The wait that the service level refers to (by convention 80 % within 20 s)."
    ),
    weekday!(monday, &OFFICE_MONDAY, "周一走势", "Monday's course"),
    weekday!(tuesday, &OFFICE_DAY, "周二走势", "Tuesday's course"),
    weekday!(wednesday, &OFFICE_DAY, "周三走势", "Wednesday's course"),
    weekday!(thursday, &OFFICE_DAY, "周四走势", "Thursday's course"),
    weekday!(friday, &OFFICE_DAY, "周五走势", "Friday's course"),
    weekday!(saturday, &CLOSED, "周六走势", "Saturday's course"),
    weekday!(sunday, &CLOSED, "周日走势", "Sunday's course"),
];

/// The call types' entries, six each.
#[rustfmt::skip]
pub static TYPES: [[Field; 6]; 4] = [
    call_type!(procedure, 40.0, 250.0, -1.5, 0.06, "流程咨询占比", "Procedure enquiries"),
    call_type!(fee, 30.0, 200.0, -1.9, 0.08, "费用与期限占比", "Fees and deadlines"),
    call_type!(form, 22.0, 320.0, -1.1, 0.08, "表格与提交占比", "Forms and filing"),
    call_type!(complaint, 8.0, 380.0, -0.3, 0.55, "决定后投诉占比", "Complaints after a decision"),
];
