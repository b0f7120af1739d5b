//! What is measured about a person's work and how it is weighed.

use super::field::{Field, Source, field, short::*};

/// The monthly appraisal.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Appraisal {
    /// The four indicators.
    pub kpis: Kpis,
    /// How open criteria and results are, 0–1.
    pub openness_share: f64,
    /// How far people can object and be heard, 0–1.
    pub voice_share: f64,
    /// Value over target at which an indicator's score is full.
    pub full_score_ratio: f64,
    /// Days on the phones in a month from which a person is appraised.
    pub least_days: f64,
    /// Part-time posts have the target of their hours; otherwise that of a full day.
    pub by_hours: bool,
}

/// The four indicators.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Kpis {
    /// Calls handled.
    pub call_volume: CallVolume,
    /// Talk time inside a band.
    pub talk_time: TalkTime,
    /// Sampled inspection.
    pub inspection: Inspection,
    /// What callers say.
    pub customer_rating: CustomerRating,
}

impl Kpis {
    /// The weights in this order, as they were set. An inspection that samples nothing weighs nothing.
    #[must_use]
    pub fn weights(&self) -> [f64; 4] {
        let inspected = if self.inspection.samples_per_month > 0 {
            self.inspection.weight
        } else {
            0.0
        };
        [
            self.call_volume.weight,
            self.talk_time.weight,
            inspected,
            self.customer_rating.weight,
        ]
    }
}

/// Calls handled per worked day.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CallVolume {
    /// Relative weight.
    pub weight: f64,
    /// Calls per agent and worked day.
    pub target_per_day: f64,
}

/// Mean talk time against a band.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TalkTime {
    /// Relative weight.
    pub weight: f64,
    /// Shorter is suspected of haste.
    pub from_seconds: f64,
    /// Longer counts as slow.
    pub to_seconds: f64,
}

/// Inspected recordings.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Inspection {
    /// Relative weight.
    pub weight: f64,
    /// Calls sampled per person and month.
    pub samples_per_month: u32,
    /// Score that counts as reached, of 100.
    pub target_points: f64,
    /// Points on the scoring sheet for a solved call.
    pub solved_points: f64,
    /// Points on the scoring sheet for courtesy; the rest of 100 is for a complete procedure.
    pub courteous_points: f64,
    /// Part of the month's score that is lost for each inspected call found cut short.
    pub cut_penalty_share: f64,
}

/// Ratings by callers.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CustomerRating {
    /// Relative weight.
    pub weight: f64,
    /// Satisfied share that counts as reached.
    pub target_share: f64,
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        appraisal.kpis.call_volume.target_per_day, CallsPerAgentDay, num(0.0, 500.0, 1.0), n(82.0), Source::Example,
        "日接听目标", "Volume target",
        "每人每个出勤日应接听的通数。定得过高，多数人够不着，就不再激励，反而伤人。",
        "Calls that a person should handle on a worked day. Set beyond reach it stops motivating and starts to hurt."
    ),
    field!(
        appraisal.kpis.call_volume.weight, Weight, num(0.0, 100.0, 1.0), n(50.0), Source::Example,
        "接听量权重", "Weight of call volume",
        "接听量在考核中的相对权重；四项按总和折算。",
        "Relative weight of calls handled; the four weights are taken as shares of their sum."
    ),
    field!(
        appraisal.kpis.talk_time.weight, Weight, num(0.0, 100.0, 1.0), n(15.0), Source::Example,
        "通话时长权重", "Weight of talk time",
        "平均通话时长是否落在区间内的相对权重。",
        "Relative weight of keeping mean talk time inside its band."
    ),
    field!(
        appraisal.kpis.talk_time.from_seconds, Seconds, num(0.0, 3600.0, 5.0), n(180.0), Source::Example,
        "时长区间下限", "Talk-time band from",
        "平均通话短于此会被疑为应付。",
        "A shorter mean talk time is suspected of haste."
    ),
    field!(
        appraisal.kpis.talk_time.to_seconds, Seconds, num(1.0, 7200.0, 5.0), n(280.0), Source::Example,
        "时长区间上限", "Talk-time band to",
        "平均通话长于此视为拖沓。",
        "A longer mean talk time counts as slow."
    ),
    field!(
        appraisal.kpis.inspection.weight, Weight, num(0.0, 100.0, 1.0), n(35.0), Source::Example,
        "质检权重", "Weight of inspection",
        "抽检录音得分的相对权重。",
        "Relative weight of the inspected recordings' score."
    ),
    field!(
        appraisal.kpis.inspection.samples_per_month, Calls, whole(0, 1000), w(5), Source::Example,
        "每月抽检通数", "Calls inspected a month",
        "每人每月抽检的录音数。抽得少，分数里运气就多。",
        "Recordings inspected per person and month. The fewer, the more luck is in the score."
    ),
    field!(
        appraisal.kpis.inspection.target_points, Points, num(0.0, 100.0, 1.0), n(82.0), Source::Example,
        "质检达标分", "Inspection target",
        "抽检平均分达到此数算达标。",
        "Mean inspected score that counts as reached."
    ),
    field!(
        appraisal.kpis.inspection.solved_points, Points, num(0.0, 100.0, 5.0), n(50.0), Source::Example,
        "评分表：解决", "Scoring sheet: solved",
        "质检评分表上解决问题占多少分。",
        "Points that the scoring sheet gives for solving the caller's question."
    ),
    field!(
        appraisal.kpis.inspection.courteous_points, Points, num(0.0, 100.0, 5.0), n(30.0), Source::Example,
        "评分表：礼貌", "Scoring sheet: courtesy",
        "质检评分表上礼貌占多少分；100 分里其余的是流程完整分。提前挂断的电话没有礼貌分和流程分，解决分只能碰运气。",
        "Points for courtesy; the rest of 100 is for a complete procedure, and a call cut short loses all but chance."
    ),
    field!(
        appraisal.kpis.inspection.cut_penalty_share, Share, num(0.0, 1.0, 0.05), n(0.2), Source::Example,
        "查到提前挂断扣分", "Penalty for a cut call",
        "抽检每查到一通提前挂断，当月综合分扣掉的比例；当月也不能获奖。",
        "Part of the month's score lost for each inspected call found cut short; no award in that month."
    ),
    field!(
        appraisal.kpis.customer_rating.weight, Weight, num(0.0, 100.0, 1.0), n(0.0), Source::Seed,
        "客户评价权重", "Weight of customer rating",
        "来电人评价的相对权重；论文建议加入，以平衡效率与质量。",
        "Relative weight of callers' ratings; the paper proposes to add it, to balance efficiency and quality."
    ),
    field!(
        appraisal.kpis.customer_rating.target_share, Share, num(0.0, 1.0, 0.01), n(0.78), Source::Example,
        "满意率目标", "Rating target",
        "评价中满意的比例达到此数算达标。",
        "Satisfied share of the ratings that counts as reached."
    ),
    field!(
        appraisal.openness_share, Share, num(0.0, 1.0, 0.05), n(0.4), Source::Example,
        "标准公开程度", "Openness of criteria",
        "考核与评选标准、过程和结果公开到什么程度；影响程序公平感。",
        "How open criteria, procedure and results are; touches the sense of procedural fairness."
    ),
    field!(
        appraisal.voice_share, Share, num(0.0, 1.0, 0.05), n(0.3), Source::Example,
        "申诉与参与", "Voice",
        "员工能在多大程度上参与、申诉并得到回应。",
        "How far people can take part, object and get an answer."
    ),
    field!(
        appraisal.full_score_ratio, Ratio, num(1.0, 3.0, 0.05), n(1.2), Source::Example,
        "满分线", "Full score at",
        "指标达到目标的多少倍得满分；高于 1 时，达标后再努力还能加分。",
        "Value over target at which an indicator scores in full; above 1 there is something left to strive for."
    ),
    field!(
        appraisal.least_days, Days, num(0.5, 20.0, 0.5), n(3.0), Source::Example,
        "最少考核天数", "Days needed for an appraisal",
        "一个月在线满几天才考核。",
        "Days on the phones in a month from which a person is appraised."
    ),
    field!(
        appraisal.by_hours, None, SWITCH, ON, Source::Example,
        "目标按工时折算", "Targets by hours",
        "开：非全日制员工的接听量按在线工时折算成整天再比目标；关：与全日制员工同一目标，按出勤日计。",
        "On: a part-timer's calls are counted by full days of hours. Off: the same target as for a full day, by days at work."
    ),
];
