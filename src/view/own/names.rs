//! What the traits of a centre are called, and how their amounts are written.

use crate::scenario::field::{Text, Unit};
use crate::study::own::traits::{Scale, Trait};

/// Its name.
#[must_use]
pub fn of(one: Trait) -> Text {
    let text = |zh, en| Text { zh, en };
    match one {
        Trait::Turnover => text("年离职率", "annual turnover"),
        Trait::EarlyShare => text("离职者中司龄不满一年的", "leavers in their first year"),
        Trait::Clustering => text("离职扎堆的程度", "leavers by month, spread over chance"),
        Trait::Calls => text("人均日接听", "calls of an agent's day"),
        Trait::CallsBetween => text("接听量：人与人的差异", "calls: spread between agents"),
        Trait::CallsWithin => text("通话：同一人逐月波动", "calls: spread from month to month"),
        Trait::Talk => text("通话时长", "talk"),
        Trait::TalkBetween => text("时长：人与人的差异", "talk: spread between agents"),
        Trait::TalkWithin => text("时长：同一人逐月波动", "talk: spread from month to month"),
        Trait::Score => text("质检分", "inspection score"),
        Trait::ScoreBetween => text("质检：人与人的差异", "score: spread between agents"),
        Trait::ScoreWithin => text("质检：同一人逐月波动", "score: spread from month to month"),
        Trait::Rating => text("满意率", "satisfied share"),
        Trait::RatingBetween => text(
            "满意率：人与人的差异",
            "satisfied share: spread between agents",
        ),
        Trait::Days => text("每月出勤天数", "days worked in a month"),
        Trait::NewTalk => text(
            "新人头两个月的时长，与其后相比",
            "newcomers' talk at first, against later",
        ),
        Trait::NewScore => text(
            "新人头两个月的质检，与其后相比",
            "newcomers' score at first, against later",
        ),
        Trait::LeaversCalls => text(
            "离职者最后几个月的接听量，与众人相比",
            "leavers' last calls, against others",
        ),
        Trait::LeaversScore => text(
            "离职者最后几个月的质检，与众人相比",
            "leavers' last scores, against others",
        ),
        Trait::AwardedCalls => text(
            "获奖次月的接听量，与前月相比",
            "calls after an award, against before",
        ),
        Trait::AwardedScore => text(
            "获奖次月的质检，与前月相比",
            "score after an award, against before",
        ),
        Trait::AwardedLeave => text(
            "得过奖者离职的比例，与他人之差",
            "share of the awarded who leave, less others",
        ),
    }
}

/// What it is counted in once logs and roots are undone: rates and shares in per cent.
#[must_use]
pub fn unit(one: Trait) -> Unit {
    match (one.scale(), one) {
        (Scale::Share | Scale::Root | Scale::LogChange, _) => Unit::Share,
        (Scale::Ratio, _) => Unit::Ratio,
        (_, Trait::Calls) => Unit::Calls,
        (_, Trait::Talk) => Unit::Seconds,
        (_, Trait::Days) => Unit::Days,
        (Scale::Amount | Scale::Log, _) => Unit::Points,
    }
}
