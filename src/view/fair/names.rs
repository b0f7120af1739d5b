//! What groups, measures and meanings of fairness are called.

use crate::scenario::field::{Language, Text, Unit};
use crate::study::fairness::group::{Grouping, Measure};
use crate::study::fairness::meaning::{Meaning, Verdict};
use crate::view::finding::say;

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// A grouping's name.
#[must_use]
pub fn grouping(grouping: Grouping) -> Text {
    match grouping {
        Grouping::Gender => text("性别", "Gender"),
        Grouping::Care => text("照护责任", "Care duties"),
        Grouping::Age => text("年龄", "Age"),
        Grouping::Degree => text("学历", "Degree"),
        Grouping::Speed => text("天生快慢", "Speed by nature"),
        Grouping::Service => text("司龄", "Service"),
        Grouping::Shift => text("班次", "Shift"),
        Grouping::Hours => text("工时", "Hours"),
    }
}

/// The names of its two sides.
#[must_use]
pub fn sides(grouping: Grouping) -> [Text; 2] {
    match grouping {
        Grouping::Gender => [text("女", "women"), text("男", "men")],
        Grouping::Care => [
            text("有照护责任", "with care duties"),
            text("无照护责任", "without"),
        ],
        Grouping::Age => [
            text("35 岁以下", "under 35"),
            text("35 岁及以上", "35 and above"),
        ],
        Grouping::Degree => [
            text("本科及以上", "with a degree"),
            text("本科以下", "without a degree"),
        ],
        Grouping::Speed => [
            text("较快的一半", "the faster half"),
            text("较慢的一半", "the slower half"),
        ],
        Grouping::Service => [text("入职一年内", "first year"), text("一年以上", "longer")],
        Grouping::Shift => [text("早班", "early shift"), text("晚班", "late shift")],
        Grouping::Hours => [text("非全日制", "part time"), text("全日制", "full time")],
    }
}

/// A measure's name and unit.
#[must_use]
pub fn measure(measure: Measure) -> (Text, Unit) {
    match measure {
        Measure::Awards => (text("每年获奖次数", "Awards a year"), Unit::Ratio),
        Measure::Reached => (text("达标月份", "Months on target"), Unit::Share),
        Measure::Exhaustion => (text("疲劳", "Exhaustion"), Unit::Index),
        Measure::Granted => (text("请假获准", "Leave granted"), Unit::Share),
        Measure::Promotions => (text("每年晋升次数", "Promotions a year"), Unit::Ratio),
        Measure::Angry => (
            text("愤怒来电占比", "Calls from angry callers"),
            Unit::Share,
        ),
        Measure::Quits => (text("年离职率", "Leaving in a year"), Unit::SharePerYear),
    }
}

/// A meaning's name.
#[must_use]
pub fn meaning(meaning: Meaning) -> Text {
    match meaning {
        Meaning::EqualChance => text("机会均等", "Equal chances"),
        Meaning::ByNeed => text("按需照顾", "By need"),
        Meaning::MeritAtEqualAbility => text("同等能力同等回报", "Merit at equal ability"),
        Meaning::Voice => text("公开与参与", "Open rules and a voice"),
    }
}

pub(super) fn verdict(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::Kept => say(language, "未见明显偏离", "no clear departure"),
        Verdict::Broken => say(language, "有明显偏离", "clearly departed from"),
        Verdict::Unsaid => say(language, "无从判断", "nothing to judge by"),
    }
}
