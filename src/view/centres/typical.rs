//! What is published about the kinds of centre, to stand beside what is simulated and behind each value.

use crate::scenario::field::Text;

/// A figure of real centres of a kind.
pub struct Typical {
    /// The metric beside which it stands.
    pub metric: &'static str,
    /// What counts as near to what was published: our reading of it.
    pub near: (f64, f64),
    /// What was published, and by whom.
    pub said: Text,
    /// True where the simulated centre is known not to be near; a test holds that this is still so.
    pub deviates: bool,
}

/// Where a value of a scenario comes from; every other is the authors' assumption.
pub struct Sourced {
    /// The field.
    pub path: &'static str,
    /// Who says what.
    pub said: Text,
}

/// What stands behind a built-in centre.
pub struct Sheet {
    /// The built-in scenario.
    pub centre: &'static str,
    /// Published figures beside what is simulated.
    pub typical: &'static [Typical],
    /// Values with a source.
    pub sourced: &'static [Sourced],
    /// What the model can't do here, or does otherwise.
    pub limits: Text,
}

const fn near(
    metric: &'static str,
    low: f64,
    high: f64,
    zh: &'static str,
    en: &'static str,
) -> Typical {
    Typical {
        metric,
        near: (low, high),
        said: Text { zh, en },
        deviates: false,
    }
}
const fn far(
    metric: &'static str,
    low: f64,
    high: f64,
    zh: &'static str,
    en: &'static str,
) -> Typical {
    Typical {
        deviates: true,
        ..near(metric, low, high, zh, en)
    }
}
const fn from(path: &'static str, zh: &'static str, en: &'static str) -> Sourced {
    Sourced {
        path,
        said: Text { zh, en },
    }
}

/// Every centre but the default, which is the paper's.
#[rustfmt::skip]
pub const SHEETS: [Sheet; 6] = [
    Sheet {
        centre: "hotline-12345",
        typical: &[
            near("service.abandonment", 0.005, 0.03, "接通率 98.16%（常州 12345 平台 2021 年度工作情况）、98.12–98.78%（滨州日报 2021）", "98.16 % answered (Changzhou’s 12345 platform, report for 2021), 98.12 to 98.78 % (Binzhou Daily 2021)"),
            near("service.mean_wait_seconds", 8.0, 18.0, "平均等待 12 秒（常州 2021）", "a mean wait of 12 s (Changzhou 2021)"),
            far("service.level", 0.95, 1.0, "均在 15 秒内接通（烟台 12345，报道）", "all within 15 s (Yantai’s 12345, reported)"),
            near("output.calls_per_agent_day", 80.0, 100.0, "每班 80–100 通（北京 12345，Bernama 2024）", "80 to 100 calls a shift (Beijing’s 12345, Bernama 2024)"),
            far("quality.customer_satisfaction", 0.95, 1.0, "满意率 97%（北京 2024）；说的是诉求办理，不是通话", "97 % satisfied (Beijing 2024), with how the matter was handled rather than with the call"),
            near("turnover.annual_rate", 0.1, 0.3, "未找到 12345 的数字；美国公共部门低于 20%（ContactBabel 2014）", "no figure for 12345 was found; under 20 % in the US public sector (ContactBabel 2014)"),
        ],
        sourced: &[
            from("workforce.headcount", "烟台 200 余人，常州 206 人（2021）", "over 200 in Yantai, 206 in Changzhou (2021)"),
            from("demand.types.procedure.share", "咨询约占七成（观察者网 2025，全国）；与费用类合计", "seven in ten are questions (Guancha 2025, nationwide), together with fees"),
            from("demand.types.procedure.talk_seconds", "平均通话 150 秒（常州 2021）", "a mean call of 150 s (Changzhou 2021)"),
            from("demand.types.form.talk_seconds", "要派单的约 5 分钟，含登记（某市 12345，报道）", "some 5 minutes with the notes where a work order is written (a city’s 12345, reported)"),
            from("demand.target_wait_seconds", "15 秒接通（烟台）", "answered within 15 s (Yantai)"),
            from("appraisal.kpis.call_volume.target_per_day", "每班 80–100 通（北京 2024）", "80 to 100 calls a shift (Beijing 2024)"),
        ],
        limits: Text {
            zh: "12345 全天开线、天天有人；模型没有轮休，这里只算周一到周五 8–20 点的一个班底。四类来电依次代表咨询、缴费办证、派单诉求、投诉。",
            en: "A 12345 line is open day and night, all week. The model has no days off in turn, so this is one crew, Monday to Friday from 8 to 20 h. The four kinds of call stand for questions, payments and certificates, work orders, and complaints.",
        },
    },
    Sheet {
        centre: "bank-line",
        typical: &[
            near("service.abandonment", 0.05, 0.12, "人工接通率 94.18%（2024）、92.88%（2023）、88.28%（2022）（中国银行业协会）", "94.18 % (2024), 92.88 % (2023), 88.28 % (2022) answered (China Banking Association)"),
            near("service.level", 0.62, 0.77, "20 秒接通率 71.98%（中国银行业协会 2013）", "71.98 % within 20 s (China Banking Association 2013)"),
            far("service.mean_wait_seconds", 14.0, 20.0, "平均应答速度 18 秒（2013）、15 秒（2015）（中国银行业协会）", "answered after 18 s (2013), 15 s (2015) on average (China Banking Association)"),
            near("output.calls_per_agent_day", 62.0, 77.0, "2023 年 7.23 亿通、4.17 万人，合每工作日约 69 通（中国银行业协会）", "723 million calls by 41,700 people in 2023, some 69 a working day (China Banking Association)"),
            far("quality.customer_satisfaction", 0.98, 1.0, "满意度 99.46%（中国银行业协会 2024）；只有少数人评价", "99.46 % satisfied (China Banking Association 2024), among the few who rate"),
            near("turnover.annual_rate", 0.1, 0.2, "自办中心约 15%（Holman, Batt & Holtgrewe 2007）", "some 15 % in house (Holman, Batt & Holtgrewe 2007)"),
        ],
        sourced: &[],
        limits: Text {
            zh: "多数银行全天开线，这里只算工作日 8–20 点。在线客服与外呼不在其中。",
            en: "Most banks’ lines are open all day; this is working days from 8 to 20 h. Chat and outgoing calls are not in it.",
        },
    },
    Sheet {
        centre: "after-sales",
        typical: &[
            near("service.occupancy", 0.57, 0.71, "占用率平均 64%，目标 71%（Multichannel Merchant 2006）", "64 % occupied on average, 71 % aimed at (Multichannel Merchant 2006)"),
            far("service.mean_wait_seconds", 15.0, 30.0, "平均 22.6 秒接起（Multichannel Merchant 2006）", "answered after 22.6 s on average (Multichannel Merchant 2006)"),
            far("service.abandonment", 0.02, 0.04, "服务好的企业全年 2.5–3.5%（Barry，Multichannel Merchant）", "2.5 to 3.5 % over the year in firms with high service (Barry, Multichannel Merchant)"),
            near("output.calls_per_agent_day", 65.0, 84.0, "每小时 10–12 通（Barry，Multichannel Merchant）", "10 to 12 calls an hour (Barry, Multichannel Merchant)"),
            near("turnover.annual_rate", 0.18, 0.36, "各行业平均 27%（ContactBabel 2014）", "27 % over all sectors (ContactBabel 2014)"),
        ],
        sourced: &[],
        limits: Text {
            zh: "大促那天的来电据说是平日的三到五倍（供应商说法，未能证实）。模型没有按日期的促销，只有更大、更连续的忙闲起伏。周末不在其中。四类来电依次代表物流、退款、退换维修、投诉。",
            en: "On the day of a great sale calls are said to be three to five times the usual (a vendor’s words, not confirmed). The model has no sale on a date, only larger and longer swings between busy and slack days. Weekends are not in it. The four kinds of call stand for parcels, refunds, returns and repairs, and complaints.",
        },
    },
    Sheet {
        centre: "telecom-outsourced",
        typical: &[
            near("turnover.annual_rate", 0.45, 0.65, "外包业平均 56%（ContactBabel 2014）；分包中心高于自办（Batt, Doellgast & Kwon 2005）", "56 % among outsourcers (ContactBabel 2014); higher at subcontractors than in house (Batt, Doellgast & Kwon 2005)"),
            near("service.level", 0.7, 0.85, "惯例：80% 在 20 秒内", "by convention 80 % within 20 s"),
            near("service.abandonment", 0.04, 0.08, "行业惯例 5–8%", "5 to 8 %, a figure of the trade"),
            near("service.occupancy", 0.75, 0.88, "行业手册 75–88%", "75 to 88 %, handbooks of the trade"),
        ],
        sourced: &[
            from("rewards.cash.allowed", "电信呼叫中心计件工资（苏立宁、李放、丁先存，案例分析）", "piece rates in a telecom’s call centre (Su, Li & Ding, a case)"),
        ],
        limits: Text {
            zh: "奖金按考核综合分发，不是逐通计件。薪酬与市场之比不含奖金。甲方罚款与项目终止不在其中。四类来电依次代表套餐、账单、办理与故障、投诉。",
            en: "The bonus follows the appraisal’s composite, not each single call. Pay against the market is without the bonus. Penalties and the end of a contract are not in it. The four kinds of call stand for plans, bills, orders and faults, and complaints.",
        },
    },
    Sheet {
        centre: "clinic",
        typical: &[
            near("service.abandonment", 0.05, 0.14, "漏接 12%（2022 年 8 月）、6%（9 月）；此前 22–30%（英国一家诊所公开的月报）", "12 % missed in August 2022, 6 % in September, 22 to 30 % in the months before (a British practice’s published log)"),
            near("service.mean_wait_seconds", 40.0, 150.0, "平均等 65 秒（9 月）、147 秒（8 月）（同上）", "a mean of 65 s in September, 147 s in August (the same)"),
            near("turnover.annual_rate", 0.05, 0.2, "美国医疗业低于 20%（ContactBabel 2014）", "under 20 % in the US medical sector (ContactBabel 2014)"),
        ],
        sourced: &[
            from("demand.types.procedure.talk_seconds", "预约通话的中位数 70–85 秒（Campbell 等 2013，41 家诊所）；平均数按默认离散度为其约 1.3 倍", "medians of 70 to 85 s to complete a request for an appointment (Campbell et al. 2013, 41 practices); the mean is some 1.3 times that at the default spread"),
            from("demand.profile.monday", "周一一直最忙（同一家英国诊所）", "Mondays are busiest (the same British practice)"),
        ],
        limits: Text {
            zh: "接电话的人在诊所里还要做前台，模型里只接电话，所以占用率低。8 个人的一年全看运气：看各年的范围，不要看平均。",
            en: "In a clinic those who answer also work at the desk; in the model they only answer, so they are less occupied. A year of 8 people is mostly luck: look at the range of years, not at the mean.",
        },
    },
    Sheet {
        centre: "bank-1999",
        typical: &[
            far("service.abandonment", 0.187, 0.278, "23.2% ± 2.3%（记录，1–21 日）", "23.2 % ± 2.3 % (the log, days 1 to 21)"),
            near("service.mean_wait_seconds", 77.6, 113.2, "95.4 ± 8.9 秒（记录）", "95.4 ± 8.9 s (the log)"),
            far("service.level", 0.222, 0.39, "20 秒内 30.6% ± 4.2%（记录）；记录里有优先级，模型先到先接", "30.6 % ± 4.2 % within 20 s (the log); the log has priorities, the model takes calls in order"),
        ],
        sourced: &[
            from("demand.calls_per_day", "每个工作日 1,695 通，减去模型自己会加上的重拨与再次来电", "1,695 a working day, less the redials and second calls that the model adds"),
            from("demand.day_cv", "超出随机的逐日变异 0.216 ± 0.037；三周里减少约 46%，模型没有趋势", "variation of days beyond chance 0.216 ± 0.037; a fall by some 46 % over three weeks, and the model has no trend"),
            from("demand.types.procedure.talk_seconds", "平均通话约 186 ± 4 秒；六类来电的平均数从 136 到 339 秒", "a mean talk of some 186 ± 4 s; between 136 and 339 s by the log’s six kinds"),
            from("demand.talk_cv", "10 秒以上的通话近于对数正态，对数标准差 0.83（主要一类）", "close to log-normal from 10 s on, with a standard deviation of the log of 0.83 (the main kind)"),
            from("demand.mean_patience_seconds", "其余的人平均耐心 893 ± 83 秒", "the others’ mean patience 893 ± 83 s"),
            from("demand.impatient_share", "急性子占 25.0% ± 3.2%", "25.0 % ± 3.2 % are impatient"),
            from("demand.impatient_seconds", "急性子的平均耐心 75 ± 6 秒", "the impatient wait 75 ± 6 s on average"),
            from("behaviour.parameters.skill.speed_log_sd", "28 人之间处理快慢的对数标准差 0.188 ± 0.025", "speed differs between the 28 people by a standard deviation of the log of 0.188 ± 0.025"),
            from("calendar.opens_hour", "周日至周四 7–24 点", "7 to 24 h, Sunday to Thursday"),
        ],
        limits: Text {
            zh: "5.5% 的接通不到 10 秒：多数人低于 3%，一人 27%。模型里这是激励的结果，没有照抄。排班、离职、考核、奖励都不在记录里，所以人的部分（年龄、性别、照护、没有现金）仍是默认，下面的结论只在这个意义上属于这家银行。",
            en: "Of the answered calls 5.5 % were under 10 s: most people below 3 %, one at 27 %. In the model that follows from incentives and was not copied. Rosters, leavers, appraisal and awards are not in a log, so the people (ages, women, care, no cash) are the default’s, and the answers below belong to this bank only so far.",
        },
    },
];
