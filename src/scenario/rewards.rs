//! What good work brings: leave, money where it is allowed, and awards.

use super::field::{Field, Source, choices, field, short::*};

/// Material and spiritual incentives.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Rewards {
    /// Leave days a year that a full appraisal score earns.
    pub merit_leave_days_per_year: f64,
    /// Money.
    pub cash: Cash,
    /// Awards.
    pub awards: Awards,
}

/// Cash bonus.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Cash {
    /// False in a public institution: there is no cash to hand out.
    pub allowed: bool,
    /// Share of pay that a full appraisal score adds.
    pub bonus_share_of_pay: f64,
}

/// Awards: who is recognised, how often, how visibly.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Awards {
    /// Rule of choice.
    pub strategy: AwardStrategy,
    /// Share of staff meant to have an award in a year: awards a year = share × posts.
    pub coverage_share: f64,
    /// How visible awards are to the others, 0–1.
    pub visibility_share: f64,
    /// Paid hours off that come with an award.
    pub leave_hours_each: f64,
    /// Hours off a year for all awards together; 0: each award has `leave_hours_each`.
    pub budget_hours_per_year: f64,
    /// Months in which a winner is not eligible again (rotation and many angles).
    pub cooling_off_months: u32,
}

choices! {
    /// Rule by which award winners are chosen.
    AwardStrategy {
        /// Nobody.
        None = "none", "不设奖", "No awards";
        /// Each quarter the very best by the composite score.
        Star = "star", "季度之星", "Quarterly star";
        /// Each month the best by the composite score.
        TopShare = "top_share", "月度前列", "Monthly top share";
        /// Each month gold, silver and bronze with falling visibility.
        Tiers = "tiers", "金银铜分级", "Gold, silver, bronze";
        /// Each month the best from several angles, one award a person.
        ManyAngles = "many_angles", "多角度评奖", "Many angles";
        /// Everyone over a bar known beforehand.
        OverBar = "over_bar", "达标即奖", "Everyone over a bar";
        /// The best team, all of it.
        Team = "team", "团队奖", "Team award";
        /// The best who had none lately.
        Rotation = "rotation", "轮流评奖（冷却期）", "Rotation with cooling-off";
        /// Colleagues vote.
        PeerVote = "peer_vote", "同事互评", "Peer vote";
        /// Lots are drawn: the null.
        Lottery = "lottery", "抽签（对照）", "Lottery (the null)";
    }
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        rewards.awards.strategy, None, crate::scenario::field::Kind::Choice(AwardStrategy::CHOICES),
        crate::scenario::field::Value::Choice("star"), Source::Seed,
        "评奖方式", "Award strategy",
        "谁获奖、按什么选。论文批评只奖少数，主张多角度扩大覆盖面。",
        "Who is recognised and by what rule. The paper criticises awards for the few and proposes many angles."
    ),
    field!(
        rewards.awards.coverage_share, Share, num(0.0, 1.0, 0.01), n(0.09), Source::Example,
        "奖励覆盖面", "Award coverage",
        "一年内打算让多大比例的人获奖：全年奖项数 = 覆盖面 × 定员人数。同一人多次获奖时，实际覆盖面会更小。",
        "Share of staff meant to have an award in a year: awards a year = coverage × posts. Where the same people win again, fewer are reached."
    ),
    field!(
        rewards.awards.visibility_share, Share, num(0.0, 1.0, 0.05), n(0.6), Source::Example,
        "公开程度", "Visibility",
        "颁奖让同事看见的程度：公示、仪式、宣传。",
        "How far colleagues see the award: notice, ceremony, publicity."
    ),
    field!(
        rewards.awards.leave_hours_each, Hours, num(0.0, 80.0, 1.0), n(4.0), Source::Example,
        "每奖附带调休", "Hours off with an award",
        "每个奖附带的带薪调休小时数；设了全年奖励工时则不用此数。",
        "Paid hours off that come with each award, unless a budget of hours a year is set."
    ),
    field!(
        rewards.awards.budget_hours_per_year, Hours, num(0.0, 100_000.0, 10.0), n(0.0), Source::Example,
        "全年奖励工时", "Budget of hours a year",
        "大于 0 时，全年奖励的调休总时数固定，每次评奖平分已攒下的时数，各种评奖方式花费相同。",
        "Above 0, a year's awards share this many hours off, whatever the strategy; each season divides what has come due."
    ),
    field!(
        rewards.awards.cooling_off_months, Months, whole(0, 36), w(6), Source::Example,
        "冷却期", "Cooling-off",
        "轮流评奖和多角度评奖时，获奖后几个月内不再参评。",
        "Under rotation and many angles, months after an award in which a winner is not eligible."
    ),
    field!(
        rewards.merit_leave_days_per_year, Days, num(0.0, 30.0, 0.5), n(1.0), Source::Seed,
        "绩效奖励假", "Leave earned by merit",
        "考核满分的人一年可多得的假期天数；公共机构能给的物质激励主要是假期与弹性。",
        "Extra leave days a year for a full appraisal score; leave and flexibility are what a public institution can give."
    ),
    field!(
        rewards.cash.allowed, None, SWITCH, OFF, Source::Seed,
        "可发现金奖金", "Cash bonus allowed",
        "公共机构没有可发的现金，默认锁定；其他单位可打开。",
        "A public institution has no cash to hand out, so it is locked by default; other centres may open it."
    ),
    field!(
        rewards.cash.bonus_share_of_pay, Share, num(0.0, 1.0, 0.01), n(0.0), Source::Seed,
        "奖金占工资", "Bonus share of pay",
        "考核满分可得的奖金占工资的比例；须先允许现金奖金。",
        "Bonus for a full appraisal score as a share of pay; needs cash to be allowed."
    ),
];
