//! The constants of exhaustion, illness and life at home.

use crate::scenario::field::{Field, field, short::*};

constants! {
    /// How exhaustion builds up and wears off.
    Strain at strain in STRAIN {
        comfortable_occupancy = 0.75 in 0.0..1.0, noted("行业手册：能长期维持的最多 80–85%", "trade handbooks: 80–85 % is the most that is sustained", 0.65, 0.85), "舒适占用率", "Comfortable occupancy",
            "超过此占用率，负荷才累积疲劳。", "Occupancy above which load adds to exhaustion.";
        load = 0.12 in 0.0..1.0, leaning("Alarcon 2011; Lesener et al. 2019", 0.03, 0.18), "负荷", "Load",
            "占用率比舒适水平每高出 1（即 100 个百分点），工作一天增加的疲劳。", "Exhaustion added in a day per unit of occupancy above the comfortable one.";
        anger = 0.0017 in 0.0..0.05, leaning("Grandey, Dickter & Sin 2004; Dormann & Zapf 2004", 0.0005, 0.004), "每通愤怒来电", "An angry call",
            "每通愤怒来电增加的疲劳。", "Exhaustion added by one angry call.";
        effort = 0.012 in 0.0..0.2, leaning("Hülsheger & Schewe 2011", 0.004, 0.03), "努力的消耗", "Effort",
            "一天全力赶快与细致增加的疲劳。", "Exhaustion added by a day of full effort.";
        pressure = 0.04 in 0.0..0.2, noted("Demerouti 等 2001：时间压力", "Demerouti et al. 2001: time pressure", 0.01, 0.06), "目标压力", "Pressure of the target",
            "一天背着够不着的日接听目标增加的疲劳（乘接听量权重）。", "Exhaustion added by a day under a volume target believed out of reach, times the weight of volume.";
        conflict = 0.072 in 0.0..0.5, leaning("Amstad et al. 2011", 0.02, 0.1), "工作与家庭冲突", "Conflict with home",
            "家里有事而请不了假的一天增加的疲劳。", "Exhaustion added by a day on which home needed one and leave was refused.";
        recovery = 0.04 in 0.0..0.5, assumed(0.03, 0.1), "过夜恢复", "Overnight recovery",
            "一夜恢复掉的疲劳比例；周末为三夜。", "Share of exhaustion that a night takes away; a weekend is three nights.";
        relief = 0.41 in 0.0..3.0, leaning("Richardson & Rothstein 2008; Maricuțoiu et al. 2016", 0.1, 0.9), "减压的作用", "Stress relief",
            "满剂量减压使恢复加快的比例。", "How much faster recovery is at the full dose of stress relief.";
        relief_build = 0.3 in 0.0..2.0, assumed(0.1, 0.6), "减压见效", "Relief builds up",
            "一次满强度活动补上剂量缺口的比例。", "Share of the gap to the full dose that one session of full strength closes.";
        relief_half_life_days = 74.0 in 5.0..500.0, noted("Maricuțoiu 等 2016：6–12 个月内消退", "Maricuțoiu et al. 2016: fades within 6–12 months", 25.0, 120.0), "减压消退半程", "Relief fades",
            "停止后剂量减半所需的工作日。", "Working days in which the dose halves without sessions.";
        rest = 0.25 in 0.0..3.0, noted("Albulescu 等 2022：d 0.35", "Albulescu et al. 2022: d 0.35", 0.1, 0.5), "小休的作用", "Short rests",
            "每天 30 分钟小休使恢复加快的比例。", "How much faster recovery is with 30 minutes of short rests a day.";
        resilience_sd = 0.53 in 0.0..1.5, assumed(0.2, 0.7), "抗压差异", "Spread of resilience",
            "不同人累积疲劳快慢的对数标准差。", "Standard deviation of the log of how fast people tire.";
        resilience_temper = 0.28 in -0.95..0.95, noted("Alarcon 等 2009：积极、消极情感与疲劳", "Alarcon, Eschleman & Bowling 2009: positive and negative affect with exhaustion", 0.1, 0.5), "知足与抗压", "Contentment and resilience",
            "知足的人累积疲劳较慢：两者的相关。", "Correlation of contentment by nature with tiring slowly.";
        burnout = 0.5 in 0.0..1.0, assumed(0.4, 0.7), "倦怠阈值", "Burn-out threshold",
            "疲劳超过此数计为倦怠。", "Exhaustion above which a day counts as burnt out.";
        overwork_days = 20.0 in 1.0..250.0, noted("KC & Terwiesch 2009：数周超负荷", "KC & Terwiesch 2009: weeks of overload", 5.0, 60.0), "久忙的记忆", "Memory of overwork",
            "“久忙”按多少个工作日平均。", "Working days over which long overwork is averaged.";
        anger_training = 0.4 in 0.0..1.0, noted("Grandey 等 2004：评估与情绪调节", "Grandey, Dickter & Sin 2004: appraisal and regulation", 0.1, 0.6), "培训缓冲", "Training softens",
            "知识充分时愤怒来电消耗减少的比例。", "How much full knowledge lessens what an angry call takes.";
        anger_support = 0.4 in 0.0..1.0, noted("Demerouti 等 2001：资源的缓冲作用", "Demerouti et al. 2001: resources buffer", 0.1, 0.6), "支持缓冲", "Support softens",
            "班组长充分支持时愤怒来电消耗减少的比例。", "How much a leader's full support lessens what an angry call takes.";
        autonomy = 0.15 in 0.0..1.0, noted("Moen 等 2016：时间自主与倦怠", "Moen et al. 2016: schedule control and burn-out", 0.05, 0.3), "自主安排", "Control over hours",
            "弹性工作使恢复加快的比例。", "How much faster recovery is with flexible hours.";
        ill = 0.04 in 0.0..0.5, leaning("Hansen & Andersen 2009", 0.01, 0.08), "带病上班", "Working while ill",
            "带病上班一天增加的疲劳。", "Exhaustion added by a day at work while ill.";
        beginning_sd = 0.03 in 0.0..0.3, assumed(0.0, 0.1), "期初差异", "Spread at the start",
            "期初疲劳的随机差异。", "Standard deviation of exhaustion at the beginning, besides what traits explain.";
    }
}

constants! {
    /// Illness and life at home.
    Home at home in HOME {
        absence = 0.018 in 0.0..0.3, assumed(0.008, 0.03), "缺勤概率", "Absence",
            "平常疲劳下一天开始缺勤的概率。", "Chance that an absence begins on a day at ordinary exhaustion.";
        absence_slope = 1.9 in 0.0..8.0, noted("Swider & Zimmerman 2010：r 0.23", "Swider & Zimmerman 2010: r .23", 0.8, 3.0), "疲劳与缺勤", "Tired and absent",
            "疲劳每增加 1，缺勤对数概率增加多少。", "How much the log of that chance rises with exhaustion.";
        absence_stays = 0.45 in 0.0..0.95, assumed(0.3, 0.7), "缺勤延续", "Absence goes on",
            "缺勤次日继续缺勤的概率。", "Chance that an absence goes on for another day.";
        event = 0.035 in 0.0..0.5, assumed(0.02, 0.06), "家庭事务", "Events at home",
            "一天需要为私事请假的概率。", "Chance on a day that something at home asks for leave or other hours.";
        event_with_care = 2.0 in 1.0..6.0, assumed(1.4, 3.0), "照护者倍数", "With care duties",
            "有照护责任者的倍数。", "What multiplies it for those with care duties.";
        ill_longer = 0.15 in 0.0..0.6, leaning("Hansen & Andersen 2009", 0.05, 0.3), "带病拖长", "Illness drags on",
            "带病上班使次日仍病的概率增加多少。", "How much working while ill adds to the chance of being ill the next day.";
        holiday = 0.03 in 0.0..0.5, assumed(0.01, 0.08), "休假意愿", "Wish for a holiday",
            "年假有余者一天里提出休假的概率。", "Chance on a day that someone with leave to spare asks for a holiday.";
        holiday_days = 3.0 in 1.0..20.0, assumed(1.0, 5.0), "一次休几天", "Days of a holiday",
            "一次休假的工作日数。", "Working days of one holiday.";
        workload_days = 10.0 in 1.0..60.0, assumed(5.0, 20.0), "工作量记忆", "Memory of workload",
            "准假的人按多少天的平均估计工作量。", "Days over which those who grant leave average the workload.";
        reserve_days = 2.0 in 0.0..20.0, assumed(0.0, 4.0), "留备天数", "Days kept back",
            "为急事留着、不用来休假的年假天数。", "Days of leave kept for emergencies.";
    }
}
