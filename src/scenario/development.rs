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
}

/// Training of those on the phones.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Training {
    /// Hours a month, averaged over the staff.
    pub hours_per_month: f64,
    /// Who gets them.
    pub who: Trained,
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
        development.ladder.places_share, Share, num(0.0, 0.6, 0.01), n(0.2), Source::Example,
        "高阶岗位占比", "Places on the ladder",
        "高一级岗位占编制的比例；有空缺才晋升。",
        "Share of posts on a higher step; one is promoted only into a vacancy."
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
        development.training.hours_per_month, Hours, num(0.0, 60.0, 0.5), n(1.0), Source::Example,
        "在岗培训时数", "Training hours a month",
        "平均每人每月离线培训的小时数。",
        "Hours of training off the phones a month, averaged over the staff."
    ),
    field!(
        development.training.who, None, crate::scenario::field::Kind::Choice(Trained::CHOICES),
        crate::scenario::field::Value::Choice("new"), Source::Seed,
        "培训对象", "Who is trained",
        "培训时数给谁；论文把广泛覆盖视为公平。",
        "Who gets the hours; the paper sees wide coverage as a matter of fairness."
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
