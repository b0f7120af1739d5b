//! The built-in scenarios, as differences from the standard one.

use super::field::{Text, Value};
use super::{Scenario, centres};
use std::borrow::Cow;

/// A built-in scenario.
pub struct Preset {
    /// The id in commands, files and links.
    pub id: &'static str,
    /// What it is called.
    pub title: Text,
    /// What is typical of it, in a sentence or a short paragraph.
    pub about: Text,
    differences: &'static [Difference],
}

/// A path and the value it gets.
pub(super) type Difference = (&'static str, Value);

pub(super) const fn n(value: f64) -> Value {
    Value::Number(value)
}
pub(super) const fn series(values: &'static [f64]) -> Value {
    Value::Series(Cow::Borrowed(values))
}

/// The paper's proposals in one system.
const ERG: &[Difference] = &[
    ("appraisal.kpis.call_volume.weight", n(30.0)),
    ("appraisal.kpis.talk_time.weight", n(10.0)),
    ("appraisal.kpis.inspection.weight", n(35.0)),
    ("appraisal.kpis.customer_rating.weight", n(25.0)),
    ("appraisal.kpis.call_volume.target_per_day", n(68.0)),
    ("appraisal.openness_share", n(0.8)),
    ("appraisal.voice_share", n(0.6)),
    ("rewards.awards.strategy", Value::Choice("many_angles")),
    ("rewards.awards.coverage_share", n(0.7)),
    ("rewards.awards.leave_hours_each", n(2.0)),
    ("rewards.awards.cooling_off_months", Value::Whole(12)),
    ("rewards.merit_leave_days_per_year", n(2.0)),
    ("support.flexible_work.enabled", Value::Switch(true)),
    ("support.leave.away_share", n(0.06)),
    ("support.stress_relief.frequency_per_month", n(2.0)),
    ("support.stress_relief.intensity", n(0.7)),
    ("development.ladder.enabled", Value::Switch(true)),
    ("development.training.hours_per_month", n(4.0)),
    ("development.training.who", Value::Choice("everyone")),
    ("development.rotation.months_between", Value::Whole(12)),
];

/// A bank's day, Sunday to Thursday, calls per half-hour from 07:00 (derived from the log of
/// August 1999, days 1–21; Brown et al. 2005).
const BANK_DAY: [f64; 48] = {
    let mut day = [0.0; 48];
    let calls = [
        15.0, 23.0, 33.0, 47.0, 56.0, 68.0, 74.0, 72.0, 68.0, 62.0, 59.0, 55.0, 54.0, 57.0, 58.0,
        61.0, 56.0, 62.0, 61.0, 57.0, 50.0, 48.0, 47.0, 40.0, 34.0, 29.0, 28.0, 30.0, 33.0, 32.0,
        35.0, 34.0, 26.0, 21.0,
    ];
    let mut i = 0;
    while i < calls.len() {
        day[14 + i] = calls[i];
        i += 1;
    }
    day
};
pub(super) const CLOSED: [f64; 48] = [0.0; 48];

const BANK: &[Difference] = &[
    ("calendar.opens_hour", n(7.0)),
    ("calendar.closes_hour", n(24.0)),
    // 1,695 offered a day, less the redials and second calls that the simulation adds.
    ("demand.calls_per_day", n(1420.0)),
    ("demand.day_cv", n(0.216)),
    ("demand.profile.sunday", series(&BANK_DAY)),
    ("demand.profile.monday", series(&BANK_DAY)),
    ("demand.profile.friday", series(&CLOSED)),
    ("demand.profile.tuesday", series(&BANK_DAY)),
    ("demand.profile.wednesday", series(&BANK_DAY)),
    ("demand.profile.thursday", series(&BANK_DAY)),
    ("demand.types.procedure.share", n(100.0)),
    ("demand.types.procedure.talk_seconds", n(191.0)),
    ("demand.types.fee.share", n(0.0)),
    ("demand.types.form.share", n(0.0)),
    ("demand.types.complaint.share", n(0.0)),
    ("demand.talk_cv", n(1.08)),
    ("demand.after_call_seconds", n(0.0)),
    ("demand.mean_patience_seconds", n(890.0)),
    ("demand.impatient_share", n(0.25)),
    ("demand.impatient_seconds", n(75.0)),
    ("workforce.headcount", Value::Whole(15)),
    ("workforce.team_size", Value::Whole(8)),
    ("behaviour.parameters.skill.speed_log_sd", n(0.19)),
];

/// The built-in scenarios; the first is the standard one.
#[rustfmt::skip]
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "seed-status-quo",
        title: Text { zh: "论文现状 · 高目标，一季一星", en: "The paper's centre today · high target, one star a quarter" },
        about: Text {
            zh: "专利服务中心的一个大厅，45 人：目标比多数人做得到的略高，奖励只到少数人，没有职业通道。",
            en: "One hall of the patent office's centre, 45 people: a target somewhat above what most do, awards for the few, no ladder.",
        },
        differences: &[],
    },
    Preset {
        id: "seed-erg",
        title: Text { zh: "论文方案 · ERG 三类激励合一", en: "The paper's proposals · ERG incentives in one system" },
        about: Text {
            zh: "加入客户评价、够得着的目标、多角度评奖、弹性与假期、减压、三条通道、人人轮训。",
            en: "Customer rating, a target within reach, awards from many angles, flexibility and leave, stress relief, ladders, training for all.",
        },
        differences: ERG,
    },
    Preset {
        id: "seed-whole",
        title: Text { zh: "论文中心全员 · 225 人", en: "The paper's whole centre · 225 people" },
        about: Text {
            zh: "使 93.3%、91.1%、80.9% 都成整数人的最小规模：225 人。",
            en: "The smallest size at which 93.3 %, 91.1 % and 80.9 % are all whole people: 225.",
        },
        differences: &[
            ("workforce.headcount", Value::Whole(225)),
            ("demand.calls_per_day", n(13_500.0)),
        ],
    },
    Preset {
        id: "high-target",
        title: Text { zh: "高压目标 · 高出中位三成", en: "High target · 30 % above the median person" },
        about: Text {
            zh: "同一个中心，日接听目标比中位数的人做到的高 30%。",
            en: "The same centre with a volume target 30 % above what the median person does.",
        },
        differences: &[("appraisal.kpis.call_volume.target_per_day", n(97.0))],
    },
    Preset {
        id: "wide-awards",
        title: Text { zh: "广覆盖小奖 · 多角度", en: "Wide small awards · many angles" },
        about: Text {
            zh: "只改评奖：每月从多个角度评，每 100 人一年约发 70 个奖，每个奖更小。",
            en: "Only the awards change: monthly, from many angles, seven for every ten people a year, each smaller.",
        },
        differences: &[
            ("rewards.awards.strategy", Value::Choice("many_angles")),
            ("rewards.awards.coverage_share", n(0.7)),
            ("rewards.awards.leave_hours_each", n(1.0)),
            ("rewards.awards.cooling_off_months", Value::Whole(12)),
        ],
    },
    Preset {
        id: "bank-1999",
        title: Text { zh: "一家银行 1999 年 8 月的电话", en: "A bank's phones, August 1999" },
        about: Text {
            zh: "来电走势、通话时长和耐心由一家银行 27,403 通的真实记录拟合（Brown 等 2005）：近四分之一等不及挂断，四分之一的人一分来钟就失去耐心。记录说不出谁为何离职，人的部分仍是默认假设。",
            en: "Arrivals, talk times and patience fitted to a bank's real log of 27,403 calls (Brown et al. 2005): nearly a quarter hang up, a quarter lose patience after a minute or so. A log does not say who leaves and why, so the people are the default's assumptions.",
        },
        differences: BANK,
    },
    Preset {
        id: "hotline-12345",
        title: Text { zh: "12345 政务热线 · 200 人", en: "Government hotline 12345 · 200 people" },
        about: Text {
            zh: "一个号码办百事：七成咨询，其余派单或投诉。15 秒内接起，95% 以上接通，人均日接 80–100 通（常州、烟台、北京）；满意度考核严，没有现金。人员构成与离职为假设。",
            en: "One number for everything: seven in ten calls are questions, the rest work orders and complaints. Answered within 15 s, over 95 % get through, 80–100 calls a person and day (Changzhou, Yantai, Beijing). Satisfaction is strictly appraised; no cash. People and leaving are assumed.",
        },
        differences: centres::HOTLINE,
    },
    Preset {
        id: "bank-line",
        title: Text { zh: "银行客服专线 · 60 人", en: "A bank's service line · 60 people" },
        about: Text {
            zh: "国内银行人工电话约 94% 接通，20 秒内接起约七成（中国银行业协会 2013–2025）；质检最重，有绩效奖金和通道。自办中心离职较少；通话时长与人员构成为假设。",
            en: "At China's banks some 94 % of calls get through, seven in ten within 20 s (China Banking Association 2013–2025). Inspection weighs most; there is a bonus and a ladder. In-house lines lose few people; talk time and staff are assumed.",
        },
        differences: centres::BANK_LINE,
    },
    Preset {
        id: "after-sales",
        title: Text { zh: "电商售后 · 80 人，忙闲悬殊", en: "E-commerce after-sales · 80 people, with peaks" },
        about: Text {
            zh: "退款、物流和投诉，晚上另有一个高峰，促销后一连忙许多天。平时占用率只有六成多（MCM 2006），为的是扛住高峰。奖金、人员构成和峰谷大小为假设；一年一次的大促不在模型里。",
            en: "Refunds, parcels and complaints, a second peak in the evening, runs of busy days after a sale. Over the year people are busy under two thirds of the time (MCM 2006), so as to bear the peaks. Bonus, staff and size of the peaks are assumed; a sale on one date is not in the model.",
        },
        differences: centres::AFTER_SALES,
    },
    Preset {
        id: "telecom-outsourced",
        title: Text { zh: "电信外包线 · 120 人，现金奖金", en: "Outsourced telecom line · 120 people, cash bonus" },
        about: Text {
            zh: "按通计酬、盯得紧、薪酬低于市场；外包中心一年走掉一半以上（ContactBabel 2014：56%），新人不断。奖金三成、培训两周为假设。",
            en: "Paid by the call, watched closely, below the market's pay; outsourcers lose more than half their people a year (ContactBabel 2014: 56 %), so many are new. A bonus of three tenths and two weeks of training are assumed.",
        },
        differences: centres::TELECOM,
    },
    Preset {
        id: "clinic",
        title: Text { zh: "诊所预约线 · 8 人", en: "A clinic's appointment line · 8 people" },
        about: Text {
            zh: "开门半小时人人抢号，周一最忙。通话一分多钟（Campbell 等 2013），好的月份九成多接通（英国一家诊所 2022）。只有 8 人，一人请假就看得出来，各年结果相差很大。年龄、照护与奖金为假设。",
            en: "Everybody wants today's appointment at opening, most of all on Mondays. Calls take little over a minute (Campbell et al. 2013); in good months over nine in ten get through (a British practice, 2022). With 8 people one absence shows, and years differ widely. Ages, care and bonus are assumed.",
        },
        differences: centres::CLINIC,
    },
];

/// The preset with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

impl Preset {
    /// The whole scenario.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let mut scenario = Scenario::standard();
        scenario.name = format!("{} / {}", self.title.zh, self.title.en);
        scenario.description = format!("{}\n{}", self.about.zh, self.about.en);
        for (path, value) in self.differences {
            scenario = scenario.with(path, value.clone());
        }
        scenario
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_sound() {
        for preset in PRESETS {
            let problems = super::super::check::problems(&preset.scenario());
            assert!(problems.is_empty(), "{}: {problems:?}", preset.id);
        }
    }
}
