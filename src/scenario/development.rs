//! Where a person can get to: ladders, training, rotation.

use super::field::{Field, Grade, Source, choices, field, short::*};

/// Development incentives.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Development {
    /// Career ladders.
    pub ladder: Ladder,
    /// Training of those on the phones.
    pub training: Training,
    /// Job rotation.
    pub rotation: Rotation,
}

/// Career ladders: specialist consulting, operations management, patent analysis.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Ladder {
    /// There is one that people can see.
    pub enabled: bool,
    /// Share of posts on a higher step.
    pub places_share: f64,
    /// By what one is chosen.
    pub criterion: Criterion,
    /// How open the selection is, 0–1.
    pub openness_share: f64,
    /// Specialist consulting.
    pub consulting: Track,
    /// Operations management.
    pub operations: Track,
    /// Patent analysis.
    pub analysis: Track,
}

/// One track of the ladder.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Track {
    /// Relative share of the ladder's places.
    pub weight: f64,
    /// Part of the time that its people spend off the phones.
    pub off_phones_share: f64,
}

impl Ladder {
    /// The tracks: consulting, operations, analysis.
    #[must_use]
    pub fn tracks(&self) -> [Track; 3] {
        [self.consulting, self.operations, self.analysis]
    }
}

/// Training of those on the phones.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Training {
    /// Hours a month, averaged over the staff.
    pub hours_per_month: f64,
    /// Who gets them.
    pub who: Trained,
    /// Length of a session, in hours.
    pub session_hours: f64,
    /// Most hours a month for one person.
    pub most_hours_per_month: f64,
    /// Trainer and material per hour, in yuan.
    pub cost_yuan_per_hour: f64,
}

/// Job rotation.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Rotation {
    /// Months between moves; 0 = none.
    pub months_between: u32,
}

choices! {
    /// By what a person is chosen for a higher step.
    Criterion {
        /// The best appraisals.
        Merit = "merit", "按绩效", "Merit";
        /// The longest service.
        Seniority = "seniority", "按司龄", "Seniority";
        /// The leaders' liking.
        Discretion = "discretion", "领导裁量", "Discretion";
    }
}

choices! {
    /// Who gets training hours.
    Trained {
        /// Everyone alike.
        Everyone = "everyone", "人人轮训", "Everyone in turn";
        /// Those with less than a year of service.
        New = "new", "只训新人", "The new";
        /// The best third by appraisal.
        Best = "best", "优先骨干", "The best";
        /// The weakest third by appraisal.
        Weak = "weak", "帮扶后进", "The weak";
    }
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        development.ladder.enabled, None, SWITCH, OFF, Source::Seed,
        "职业通道", "Career ladder",
        "有看得见的通道：专家咨询、运营管理、专利分析。论文指出现状没有。",
        "There is a visible ladder: specialist consulting, operations management, patent analysis. The paper finds none today."
    ),
    field!(
        development.ladder.places_share, Share, num(0.0, 0.6, 0.01), n(0.15), Source::Example,
        "高阶岗位占比", "Places on the ladder",
        "高一级岗位占定员的比例；有人离开、空出名额，才有人晋升。",
        "Share of posts on a higher step; one is promoted only into a place that somebody left."
    ),
    field!(
        development.ladder.criterion, None, crate::scenario::field::Kind::Choice(Criterion::CHOICES),
        crate::scenario::field::Value::Choice("merit"), Source::Example,
        "晋升标准", "Criterion of promotion",
        "按什么挑选晋升的人。",
        "By what people are chosen for promotion."
    ),
    field!(
        development.ladder.openness_share, Share, num(0.0, 1.0, 0.05), n(0.8), Source::Seed,
        "选拔公开程度", "Openness of selection",
        "选拔的条件、过程、结果公开到什么程度；论文主张公开公平。",
        "How open conditions, procedure and result of selection are; the paper asks for open and fair selection."
    ),
    field!(
        development.ladder.consulting.weight, Weight, num(0.0, 100.0, 1.0), n(1.0), Source::Example,
        "专家咨询：名额权重", "Consulting: weight",
        "专家咨询岗占高阶岗位的相对权重。",
        "Relative share of the ladder's places in specialist consulting."
    ),
    field!(
        development.ladder.consulting.off_phones_share, Share, num(0.0, 1.0, 0.05), n(0.15), Source::Example,
        "专家咨询：不接电话的时间", "Consulting: off the phones",
        "专家咨询岗不接电话的时间比例，用于解答同事的难题，提高同组解决力。",
        "Part of the time in specialist consulting off the phones, for colleagues' hard cases, which raises the team's resolution."
    ),
    field!(
        development.ladder.operations.weight, Weight, num(0.0, 100.0, 1.0), n(1.0), Source::Example,
        "运营管理：名额权重", "Operations: weight",
        "运营管理岗占高阶岗位的相对权重。",
        "Relative share of the ladder's places in operations management."
    ),
    field!(
        development.ladder.operations.off_phones_share, Share, num(0.0, 1.0, 0.05), n(0.5), Source::Example,
        "运营管理：不接电话的时间", "Operations: off the phones",
        "运营管理岗不接电话的时间比例，用于排班与带教，提高班组支持。",
        "Part of the time in operations management off the phones, for rosters and coaching, which raises the team's support."
    ),
    field!(
        development.ladder.analysis.weight, Weight, num(0.0, 100.0, 1.0), n(1.0), Source::Example,
        "专利分析：名额权重", "Analysis: weight",
        "专利分析岗占高阶岗位的相对权重。",
        "Relative share of the ladder's places in patent analysis."
    ),
    field!(
        development.ladder.analysis.off_phones_share, Share, num(0.0, 1.0, 0.05), n(0.5), Source::Example,
        "专利分析：不接电话的时间", "Analysis: off the phones",
        "专利分析岗不接电话的时间比例，用于专利分析；对来电没有作用。",
        "Part of the time in patent analysis off the phones, for analysis, which does nothing for calls."
    ),
    field!(
        development.training.hours_per_month, Hours, num(0.0, 60.0, 0.5), n(1.0), Source::Example,
        "在岗培训时数", "Training hours a month",
        "平均每人每月用于培训、不接电话的小时数；只训一部分人时，总时数不变。",
        "Hours of training off the phones a month, averaged over the staff; the budget is the same whoever gets it."
    ),
    field!(
        development.training.who, None, crate::scenario::field::Kind::Choice(Trained::CHOICES),
        crate::scenario::field::Value::Choice("new"), Source::Seed,
        "培训对象", "Who is trained",
        "培训时数给谁；论文把广泛覆盖视为公平。",
        "Who gets the hours; the paper sees wide coverage as a matter of fairness."
    ),
    field!(
        development.training.session_hours, Hours, num(0.5, 8.0, 0.5), n(4.0), Source::Example,
        "每次培训时数", "Hours a session",
        "一次培训占用的小时数；缺勤当天的培训不补。",
        "Length of a session; one that falls on a day of absence is lost."
    ),
    field!(
        development.training.most_hours_per_month, Hours, num(1.0, 160.0, 1.0), n(40.0), Source::Example,
        "每人最多时数", "Most hours a person",
        "培训总时数按对象平分；每人每月不超过此数。",
        "The budget of hours is shared by those who are trained; nobody gets more than this in a month."
    ),
    field!(
        development.training.cost_yuan_per_hour, Yuan, num(0.0, 5000.0, 5.0), n(40.0), Source::Example,
        "培训小时成本", "Cost of a training hour",
        "每人每小时的师资与材料费，不含工资。",
        "Trainer and material per person and hour, without pay."
    ),
    field!(
        development.rotation.months_between, Months, whole(0, 60), w(0),
        study("Kampkötter, Harbring & Sliwka 2018", Grade::B, 0.0, 36.0),
        "轮岗间隔", "Months between rotations",
        "每隔几个月轮换岗位；0 表示不轮岗。拓宽能力，起初会慢一些。",
        "Months between moves to other work; 0 = none. It broadens skill and is slower at first."
    ),
];
