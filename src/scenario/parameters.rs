//! The constants of the mechanisms, each with its source or marked as an assumption with a range.

use super::field::{Field, field, short::*};

macro_rules! constants {
    ($(#[$doc:meta])* $name:ident at $part:ident in $table:ident {
        $($field:ident = $default:literal in $min:literal..$max:literal, $source:expr,
          $zh:literal, $en:literal, $zh_meaning:literal, $en_meaning:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub struct $name { $(#[doc = $en_meaning] pub $field: f64),+ }
        /// The constants' entries.
        pub const $table: &[Field] = &[$(
            field!(behaviour.parameters.$part.$field, Strength, num($min, $max, ($max - $min) / 100.0),
                n($default), $source, $zh, $en, $zh_meaning, $en_meaning)
        ),+];
    };
}

/// All constants, by mechanism.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[allow(missing_docs)]
pub struct Parameters {
    pub skill: Skill,
    pub call: Call,
    pub caller: Caller,
    pub strain: Strain,
    pub home: Home,
    pub effort: Effort,
    pub cutting: Cutting,
    pub recognition: Recognition,
    pub weights: Weights,
    pub existence: Existence,
    pub relatedness: Relatedness,
    pub growth: Growth,
    pub fairness: Fairness,
    pub quit: Quit,
}

/// All constants' entries, mechanism by mechanism.
pub const TABLES: &[&[Field]] = &[
    SKILL,
    CALL,
    CALLER,
    STRAIN,
    HOME,
    EFFORT,
    CUTTING,
    RECOGNITION,
    WEIGHTS,
    EXISTENCE,
    RELATEDNESS,
    GROWTH,
    FAIRNESS,
    QUIT,
];

constants! {
    /// How people differ and how they learn.
    Skill at skill in SKILL {
        entry_slowness = 0.28 in 0.0..1.0, leaning("Gans et al. 2010", 0.15, 0.45), "新人慢多少", "Slower at entry",
            "新人比熟手慢的比例。", "How much longer a new person's calls take.";
        entry_logit = 0.9 in 0.0..3.0, leaning("Gans et al. 2010; Arlotto, Chick & Gans 2014", 0.3, 1.5), "新人解决力差距", "Resolves less at entry",
            "新人一次解决的对数几率低多少。", "How much lower a new person's log-odds of solving a call are.";
        half_life_days = 40.0 in 5.0..250.0, leaning("Gans et al. 2010", 20.0, 100.0), "学习半程", "Half-way of learning",
            "走完一半学习曲线所需的工作日。", "Working days until half of the gap is closed.";
        speed_log_sd = 0.15 in 0.0..0.6, leaning("Gans et al. 2010; 0.2 in the bank's log", 0.08, 0.25), "人际速度差异", "Spread of speed",
            "不同人之间平均时长的对数标准差。", "Standard deviation of the log of people's mean call length.";
        care_sd = 0.45 in 0.0..2.0, assumed(0.2, 0.8), "人际质量差异", "Spread of care",
            "不同人之间解决力的标准差（对数几率）。", "Standard deviation of people's ability to solve a call, in log-odds.";
        speed_care_correlation = -0.1 in -0.9..0.9, assumed(-0.4, 0.3), "快与好的相关", "Fast and good",
            "快的人与好的人的相关；负数表示快者略粗。", "Correlation of speed and care between people; negative: the fast are a little less careful.";
        training_hour_gain = 0.015 in 0.0..0.2, leaning("Arthur et al. 2003", 0.005, 0.04), "每小时培训收获", "Gain of a training hour",
            "一小时培训补上知识差距的比例。", "Share of the gap in knowledge that an hour of training closes.";
        knowledge_logit = 0.9 in 0.0..3.0, leaning("Arthur et al. 2003: d 0.6", 0.4, 1.4), "知识的作用", "What knowledge does",
            "知识充分时一次解决的对数几率提高多少。", "How much full knowledge raises the log-odds of solving a call.";
        knowledge_fade = 0.05 in 0.0..0.5, assumed(0.02, 0.15), "知识更新速度", "Knowledge ages",
            "每月过时的知识比例（法规、流程变化）。", "Share of knowledge that goes out of date in a month.";
        rotation_slowness = 0.1 in 0.0..0.5, leaning("Kampkötter, Harbring & Sliwka 2018", 0.03, 0.2), "轮岗初期变慢", "Slower after rotation",
            "刚轮岗时慢多少，按学习曲线恢复。", "How much slower work is right after a rotation; it wears off as people learn.";
    }
}

constants! {
    /// What effort, tiredness and load do to a call.
    Call at call in CALL {
        speed_gain = 0.18 in 0.0..0.6, leaning("Condly, Clark & Stolovitch 2003; Lazear 2000", 0.08, 0.3), "赶快能省多少", "What speed saves",
            "全力赶快能缩短时长的比例。", "How much shorter calls get with full effort on speed.";
        care_cost = 0.14 in 0.0..0.6, assumed(0.05, 0.25), "细致多花时间", "What care costs",
            "全力细致使时长增加的比例。", "How much longer calls get with full effort on care.";
        care_logit = 1.1 in 0.0..4.0, assumed(0.5, 1.8), "细致的效果", "What care brings",
            "全力细致使一次解决的对数几率提高多少。", "How much full effort on care raises the log-odds of solving a call.";
        haste_logit = 1.1 in 0.0..4.0, leaning("Holmström & Milgrom 1991", 0.4, 1.8), "赶快的代价", "What haste loses",
            "全力赶快使一次解决的对数几率降低多少。", "How much full effort on speed lowers the log-odds of solving a call.";
        tired_slowness = 0.12 in 0.0..0.6, leaning("KC & Terwiesch 2009", 0.03, 0.25), "疲劳变慢", "Tired and slower",
            "完全耗竭时时长增加的比例。", "How much longer calls get at full exhaustion.";
        tired_logit = 1.4 in 0.0..4.0, assumed(0.5, 2.2), "疲劳变差", "Tired and worse",
            "完全耗竭时解决与礼貌的对数几率降低多少。", "How much full exhaustion lowers the log-odds of solving a call and of being courteous.";
        hurry = 0.06 in 0.0..0.4, leaning("KC & Terwiesch 2009: 5–10 %", 0.02, 0.12), "有人等时加快", "Hurry while callers wait",
            "有人排队时时长缩短的比例。", "How much shorter calls get while callers are waiting.";
        courtesy_base = 1.2 in -3.0..4.0, assumed(0.5, 2.0), "礼貌底线", "Courtesy",
            "平常状态下礼貌的对数几率。", "Log-odds of a courteous call in an ordinary state.";
        courtesy_care = 0.8 in 0.0..4.0, assumed(0.3, 1.5), "细致与礼貌", "Care and courtesy",
            "全力细致使礼貌的对数几率提高多少。", "How much full effort on care raises the log-odds of courtesy.";
    }
}

constants! {
    /// How callers answer to what they get.
    Caller at caller in CALLER {
        satisfied_if_resolved = 0.92 in 0.0..1.0, assumed(0.8, 0.98), "解决后满意", "Satisfied when helped",
            "问题解决且待之以礼时满意的概率（不计等待）。", "Chance that a caller who was helped courteously is satisfied, waiting aside.";
        satisfied_if_not = 0.35 in 0.0..1.0, assumed(0.15, 0.5), "未解决仍满意", "Satisfied when not",
            "问题未解决但待之以礼时满意的概率。", "Chance that a caller who was treated courteously but not helped is satisfied.";
        rude_factor = 0.6 in 0.0..1.0, assumed(0.4, 0.8), "失礼折扣", "When treated coldly",
            "礼貌不足时满意概率乘以此数。", "What multiplies the chance of satisfaction without courtesy.";
        wait_half_seconds = 420.0 in 10.0..7200.0, assumed(180.0, 900.0), "等待折半", "Wait that halves it",
            "等待多少秒使满意概率减半。", "Seconds of waiting that halve the chance of satisfaction.";
        anger_per_minute = 0.06 in 0.0..1.0, assumed(0.02, 0.15), "每分钟等待添怒", "Anger per minute",
            "每等一分钟愤怒概率增加多少。", "How much a minute of waiting adds to the chance of anger.";
        anger_repeat = 1.6 in 1.0..5.0, assumed(1.2, 2.5), "再来电添怒", "Anger on calling again",
            "再次来电时愤怒概率乘以此数。", "What multiplies the chance of anger on a second call.";
    }
}

constants! {
    /// How exhaustion builds up and wears off.
    Strain at strain in STRAIN {
        comfortable_occupancy = 0.75 in 0.0..1.0, leaning("trade handbooks: 80–85 % is the most that is sustained", 0.65, 0.85), "舒适占用率", "Comfortable occupancy",
            "超过此占用率，负荷才累积疲劳。", "Occupancy above which load adds to exhaustion.";
        load = 0.12 in 0.0..1.0, leaning("Alarcon 2011; Lesener et al. 2019", 0.03, 0.18), "负荷", "Load",
            "占用率每超出 1（满）一天增加的疲劳。", "Exhaustion added in a day per unit of occupancy above the comfortable one.";
        anger = 0.0017 in 0.0..0.05, leaning("Grandey, Dickter & Sin 2004; Dormann & Zapf 2004", 0.0005, 0.004), "每通愤怒来电", "An angry call",
            "每通愤怒来电增加的疲劳。", "Exhaustion added by one angry call.";
        effort = 0.012 in 0.0..0.2, leaning("Hülsheger & Schewe 2011", 0.004, 0.03), "努力的消耗", "Effort",
            "一天全力赶快与细致增加的疲劳。", "Exhaustion added by a day of full effort.";
        pressure = 0.03 in 0.0..0.2, leaning("Demerouti et al. 2001: time pressure", 0.01, 0.06), "目标压力", "Pressure of the target",
            "一天背着够不着的通话量目标增加的疲劳（乘通话量权重）。", "Exhaustion added by a day under a volume target believed out of reach, times the weight of volume.";
        conflict = 0.05 in 0.0..0.5, leaning("Amstad et al. 2011", 0.02, 0.1), "家庭冲突", "Conflict with home",
            "家里有事而请不了假的一天增加的疲劳。", "Exhaustion added by a day on which home needed one and leave was refused.";
        recovery = 0.04 in 0.0..0.5, assumed(0.03, 0.1), "过夜恢复", "Overnight recovery",
            "一夜恢复掉的疲劳比例；周末为三夜。", "Share of exhaustion that a night takes away; a weekend is three nights.";
        relief = 0.5 in 0.0..3.0, leaning("Richardson & Rothstein 2008; Maricuțoiu et al. 2016", 0.1, 0.9), "减压的作用", "Stress relief",
            "满剂量减压使恢复加快的比例。", "How much faster recovery is at the full dose of stress relief.";
        relief_build = 0.3 in 0.0..2.0, assumed(0.1, 0.6), "减压见效", "Relief builds up",
            "一次满强度活动补上剂量缺口的比例。", "Share of the gap to the full dose that one session of full strength closes.";
        relief_half_life_days = 50.0 in 5.0..500.0, leaning("Maricuțoiu et al. 2016: fades within 6–12 months", 25.0, 120.0), "减压消退半程", "Relief fades",
            "停止后剂量减半所需的工作日。", "Working days in which the dose halves without sessions.";
        rest = 0.25 in 0.0..3.0, leaning("Albulescu et al. 2022: d 0.35", 0.1, 0.5), "小休的作用", "Short rests",
            "每天 30 分钟小休使恢复加快的比例。", "How much faster recovery is with 30 minutes of short rests a day.";
        resilience_sd = 0.5 in 0.0..1.5, assumed(0.2, 0.7), "抗压差异", "Spread of resilience",
            "不同人累积疲劳快慢的对数标准差。", "Standard deviation of the log of how fast people tire.";
        burnout = 0.5 in 0.0..1.0, assumed(0.4, 0.7), "倦怠阈值", "Burn-out threshold",
            "疲劳超过此数计为倦怠。", "Exhaustion above which a day counts as burnt out.";
    }
}

constants! {
    /// Illness and life at home.
    Home at home in HOME {
        absence = 0.018 in 0.0..0.3, assumed(0.008, 0.03), "缺勤概率", "Absence",
            "平常疲劳下一天开始缺勤的概率。", "Chance that an absence begins on a day at ordinary exhaustion.";
        absence_slope = 2.0 in 0.0..8.0, leaning("Swider & Zimmerman 2010: r .23", 0.8, 3.0), "疲劳与缺勤", "Tired and absent",
            "疲劳每增加 1，缺勤对数概率增加多少。", "How much the log of that chance rises with exhaustion.";
        absence_stays = 0.45 in 0.0..0.95, assumed(0.3, 0.7), "缺勤延续", "Absence goes on",
            "缺勤次日继续缺勤的概率。", "Chance that an absence goes on for another day.";
        event = 0.035 in 0.0..0.5, assumed(0.02, 0.06), "家庭事务", "Events at home",
            "一天需要为私事请假的概率。", "Chance on a day that something at home asks for leave or other hours.";
        event_with_care = 2.0 in 1.0..6.0, assumed(1.4, 3.0), "照护者倍数", "With care duties",
            "有照护责任者的倍数。", "What multiplies it for those with care duties.";
    }
}

constants! {
    /// How people choose effort.
    Effort at effort in EFFORT {
        value = 4.0 in 0.0..20.0, assumed(2.0, 7.0), "达标的价值", "Value of reaching targets",
            "考核全部达标对一个人的价值（相对努力成本）。", "What reaching all targets is worth to a person, against the cost of effort.";
        belief_spread = 0.12 in 0.01..1.0, leaning("Locke & Latham 2002", 0.04, 0.2), "把握的模糊度", "Spread of belief",
            "人们估计能否达标时的不确定程度（相对目标）。", "How uncertain people are about reaching a target, relative to the target.";
        approval = 0.7 in 0.0..3.0, assumed(0.4, 1.0), "达标受肯定", "Approval",
            "即使没有别的回报，达标得到的肯定（相对全部回报）。", "What approval alone makes reaching a target worth, relative to all rewards.";
        learning = 0.3 in 0.0..1.0, assumed(0.15, 0.6), "经验更新", "Learning from experience",
            "每月经验改写信念的比例。", "Share by which a month's experience rewrites beliefs.";
        self_efficacy = 2.0 in 0.0..8.0, leaning("Erez & Zidon 1984; Locke & Latham 2002", 0.5, 4.0), "自信的作用", "Self-efficacy",
            "屡次达标或落空对把握（对数几率）的影响。", "How much a record of reaching or missing moves the log-odds of believing in it.";
        cost = 1.2 in 0.1..10.0, assumed(0.6, 2.5), "努力成本", "Cost of effort",
            "努力成本的曲率。", "Curvature of the cost of effort.";
        cost_exhaustion = 1.5 in 0.0..10.0, assumed(0.5, 3.0), "疲劳加价", "Dearer when tired",
            "完全耗竭使努力成本增加的倍数。", "How much full exhaustion adds to the cost of effort.";
        substitution = 0.5 in 0.0..1.0, leaning("Holmström & Milgrom 1991", 0.2, 0.8), "快与细的争夺", "Speed against care",
            "赶快与细致争夺同一份精力的程度。", "How far speed and care compete for the same energy.";
        pride = 0.7 in 0.0..5.0, leaning("Cerasoli, Nicklin & Ford 2014", 0.3, 1.2), "把事做好的满足", "Pride in good work",
            "细致本身带来的满足。", "What careful work is worth in itself.";
        pride_needs = 1.0 in 0.0..5.0, assumed(0.4, 1.8), "满足随需要增长", "Pride grows with needs met",
            "关系与成长需要的满足使其增强的程度。", "How much satisfied relatedness and growth raise that pride.";
        justice = 0.6 in 0.0..1.0, leaning("Colquitt et al. 2013; Cohn et al. 2014", 0.2, 0.9), "公平与投入", "Fairness and effort",
            "觉得不公时，回报在心中打多大折扣。", "How far rewards are discounted by those who feel treated unfairly.";
    }
}

constants! {
    /// Ending calls early to make the count.
    Cutting at cutting in CUTTING {
        qualm = 0.45 in 0.0..20.0, assumed(0.2, 1.5), "良心成本", "Qualms",
            "中位数的人每提前挂断一成来电的内心成本。", "Inner cost of ending a tenth of one's calls early, for the median person.";
        qualm_sd = 0.9 in 0.0..3.0, leaning("bank's log: one of some thirty at 27 %", 0.5, 1.5), "良心差异", "Spread of qualms",
            "不同人之间的对数标准差：少数人的习惯。", "Standard deviation of its log between people: it is a few people's habit.";
        inspected = 0.35 in 0.0..10.0, assumed(0.1, 1.0), "被抽中的顾忌", "Fear of inspection",
            "每月多抽检一通使成本增加多少。", "How much one more inspected call a month adds to that cost, relative to ten.";
        seconds = 12.0 in 1.0..120.0, leaning("bank's log: calls under 10 s", 5.0, 30.0), "挂断前秒数", "Seconds before the cut",
            "提前挂断的电话平均持续秒数。", "How long a call lasts that is ended early.";
        resolves = 0.08 in 0.0..1.0, assumed(0.0, 0.2), "挂断仍解决", "Still resolves",
            "提前挂断后仍解决问题的比例。", "Share of the usual chance of solving it that is left in a call ended early.";
    }
}

constants! {
    /// What awards do to winners and to the others.
    Recognition at recognition in RECOGNITION {
        value = 0.7 in 0.0..10.0, leaning("Kosfeld & Neckermann 2011: about 12 %", 0.3, 1.2), "得奖的价值", "Value of an award",
            "一次奖对一个人的价值（相对努力成本）。", "What an award is worth to a person, against the cost of effort.";
        lift = 0.45 in 0.0..2.0, assumed(0.2, 0.8), "得奖的暖意", "Warmth of an award",
            "一次公开的奖使被认可感上升多少。", "How much a visible award raises the sense of being recognised.";
        fade = 0.2 in 0.0..1.0, leaning("Neckermann, Cueni & Frey 2014: some months", 0.1, 0.4), "暖意消退", "It fades",
            "每月消退的比例。", "Share of it that fades in a month.";
        passed_over = 0.06 in 0.0..1.0, leaning("the paper; Card et al. 2012", 0.02, 0.15), "落选之伤", "Being passed over",
            "表现相当却落选一次，关系满足下降多少。", "How much being passed over at equal merit lowers relatedness.";
        neighbours = 0.25 in 0.0..1.0, assumed(0.0, 0.45), "同伴得奖", "Colleagues' awards",
            "广覆盖假设下，身边人得奖带来的鼓舞。", "Under the wide hypothesis, how much awards near by encourage the others.";
        usual_coverage = 0.25 in 0.01..1.0, assumed(0.1, 0.4), "通常覆盖面", "Usual coverage",
            "稀缺与否以此为界。", "Coverage that counts as neither rare nor wide.";
        liking = 0.06 in 0.0..0.5, assumed(0.02, 0.15), "人缘", "Liking",
            "互评中人缘的标准差（相对综合分）。", "Standard deviation of liking in a vote, on the scale of the composite score.";
        rarity = 0.35 in 0.0..1.0, leaning("Bradler et al. 2016", 0.2, 0.6), "稀缺弹性", "Worth of rarity",
            "稀缺假设下，奖的价值随覆盖面减小而上升的弹性。", "Under the exclusive hypothesis, elasticity of an award's worth to its rarity.";
        crowding = 0.6 in 0.0..1.0, leaning("Gubler, Larkin & Pierce 2016", 0.2, 0.9), "挤出程度", "Crowding out",
            "挤出假设下，可见的奖使内在满足下降的比例。", "Under crowding out, how much visible awards lower pride in good work.";
    }
}

constants! {
    /// How heavily the three needs weigh.
    Weights at weights in WEIGHTS {
        young_existence = 0.26 in 0.0..1.0, leaning("the paper: the young weigh recognition, fairness and growth above pay", 0.15, 0.4), "年轻者：生存", "The young: existence",
            "35 岁以下者生存需要的权重。", "Weight of existence for those under 35.";
        young_relatedness = 0.36 in 0.0..1.0, leaning("the paper", 0.25, 0.45), "年轻者：关系", "The young: relatedness",
            "35 岁以下者关系需要的权重；其余为成长。", "Weight of relatedness for those under 35; the rest is growth.";
        older_existence = 0.42 in 0.0..1.0, assumed(0.3, 0.55), "年长者：生存", "Older: existence",
            "35 岁及以上者生存需要的权重。", "Weight of existence for those of 35 and above.";
        older_relatedness = 0.34 in 0.0..1.0, assumed(0.25, 0.45), "年长者：关系", "Older: relatedness",
            "35 岁及以上者关系需要的权重；其余为成长。", "Weight of relatedness for those of 35 and above; the rest is growth.";
        spread = 0.25 in 0.0..1.0, assumed(0.1, 0.5), "侧重差异", "Spread of weights",
            "不同人权重的对数标准差。", "Standard deviation of the log of people's weights.";
    }
}

constants! {
    /// Existence: pay, leave, bearable work.
    Existence at existence in EXISTENCE {
        base = 0.5 in 0.0..1.0, assumed(0.35, 0.65), "底数", "Base",
            "稳定岗位与平常负荷下的生存满足。", "Satisfaction in a secure post at ordinary load.";
        leave = 0.35 in 0.0..2.0, assumed(0.15, 0.6), "请假获准", "Leave granted",
            "请假获准比例的作用。", "What the share of granted requests does.";
        flexibility = 0.14 in 0.0..1.0, leaning("Moen et al. 2016; Bloom, Han & Liang 2024", 0.06, 0.25), "弹性", "Flexibility",
            "弹性工作的作用。", "What flexible hours do.";
        load = 0.5 in 0.0..3.0, assumed(0.2, 1.0), "负荷", "Load",
            "疲劳高于平常时的作用。", "What exhaustion above the ordinary takes.";
        material = 0.8 in 0.0..5.0, assumed(0.3, 1.5), "物质回报", "Material rewards",
            "奖励假、奖金占工资比例的作用。", "What leave and bonus, as a share of pay, add.";
    }
}

constants! {
    /// Relatedness: recognition, support, being seen.
    Relatedness at relatedness in RELATEDNESS {
        base = 0.3 in 0.0..1.0, assumed(0.15, 0.45), "底数", "Base",
            "没有认可、支持平平时的关系满足。", "Satisfaction with average support and no recognition.";
        recognised = 0.35 in 0.0..2.0, assumed(0.2, 0.6), "被认可", "Being recognised",
            "被认可感的作用。", "What the sense of being recognised adds.";
        supervisor = 0.35 in 0.0..2.0, assumed(0.2, 0.5), "班组长", "Team leader",
            "班组长支持的作用。", "What the team leader's support adds.";
        together = 0.1 in 0.0..1.0, assumed(0.0, 0.2), "活动", "Doing things together",
            "减压与集体活动的作用。", "What sessions and activities add.";
        mood = 0.25 in 0.0..2.0, assumed(0.1, 0.5), "组内情绪", "Mood of the team",
            "组内疲劳高于平常时的作用。", "What a team more exhausted than ordinary takes.";
    }
}

constants! {
    /// Growth: skill, training, an open ladder, attainable targets.
    Growth at growth in GROWTH {
        base = 0.22 in 0.0..1.0, assumed(0.1, 0.4), "底数", "Base",
            "没有通道、没有培训时的成长满足。", "Satisfaction without ladder and training.";
        learning = 0.25 in 0.0..2.0, assumed(0.1, 0.4), "还在进步", "Still learning",
            "仍在上升的学习曲线的作用。", "What a learning curve that still rises adds.";
        training = 0.2 in 0.0..2.0, assumed(0.1, 0.35), "培训", "Training",
            "每月充分培训的作用（4 小时达一半）。", "What ample training adds (half of it at four hours a month).";
        ladder = 0.3 in 0.0..2.0, leaning("Griffeth et al. 2000; Rubenstein et al. 2018", 0.15, 0.5), "通道", "Ladder",
            "公开可及的职业通道的作用。", "What an open ladder within reach adds.";
        rotation = 0.08 in 0.0..1.0, leaning("Kampkötter, Harbring & Sliwka 2018", 0.0, 0.15), "轮岗", "Rotation",
            "轮岗的作用。", "What rotation adds.";
        achievement = 0.22 in 0.0..2.0, leaning("Locke & Latham 2002", 0.1, 0.4), "达成", "Achievement",
            "靠努力达成目标的作用。", "What reaching targets by effort adds.";
        regression = 0.5 in 0.0..1.0, leaning("Alderfer 1969; Arnolds & Boshoff 2002", 0.0, 0.8), "倒退强度", "Regression",
            "成长受阻时其权重转向关系与生存的比例。", "Share of growth's weight that moves back when growth is blocked.";
        inertia = 0.7 in 0.0..0.99, assumed(0.5, 0.9), "需要的惯性", "Inertia of needs",
            "上月满足在本月保留的比例。", "Share of last month's satisfaction that is kept this month.";
    }
}

constants! {
    /// The sense of fairness.
    Fairness at fairness in FAIRNESS {
        distributive = 0.4 in 0.0..1.0, leaning("Colquitt et al. 2001", 0.2, 0.6), "分配公平权重", "Weight of distribution",
            "分配是否公平在总体公平感中的权重。", "Weight of distributive fairness in the whole.";
        procedural = 0.4 in 0.0..1.0, leaning("Colquitt et al. 2001: ρ ≈ .5", 0.2, 0.6), "程序公平权重", "Weight of procedure",
            "程序是否公平的权重；余下是待人公平。", "Weight of procedural fairness; the rest is how one is treated.";
        comparison = 0.5 in 0.0..3.0, leaning("Adams 1965; Card et al. 2012", 0.2, 0.9), "比较强度", "Strength of comparison",
            "回报与贡献之比偏离参照时的作用。", "What a gap between own and others' rewards over inputs does.";
        loss_aversion = 2.0 in 1.0..5.0, leaning("Card et al. 2012: those below are hurt, those above gain little", 1.5, 3.0), "吃亏更痛", "Loss weighs more",
            "吃亏比占便宜重多少倍。", "How much more getting less counts than getting more.";
        openness = 0.3 in 0.0..1.0, leaning("Colquitt et al. 2001", 0.2, 0.5), "公开", "Openness",
            "标准公开对程序公平感的作用。", "What open criteria add to procedural fairness.";
        voice = 0.2 in 0.0..1.0, leaning("Colquitt et al. 2001", 0.1, 0.35), "参与申诉", "Voice",
            "参与与申诉对程序公平感的作用。", "What voice adds to procedural fairness.";
        sampling = 0.15 in 0.0..1.0, assumed(0.1, 0.3), "抽检充分", "Enough samples",
            "抽检充分对程序公平感的作用。", "What enough inspected calls add to procedural fairness.";
        merit_link = 0.15 in 0.0..1.0, leaning("Breza, Kaur & Shamdasani 2018", 0.1, 0.35), "奖与绩效相符", "Awards match merit",
            "奖励与绩效相符对程序公平感的作用。", "What awards that visibly follow merit add to procedural fairness.";
        attainable = 0.15 in 0.0..1.0, leaning("Leventhal 1980; Erez & Zidon 1984", 0.05, 0.3), "标准够得着", "Standards within reach",
            "考核标准够得着对程序公平感的作用。", "What standards that one can meet add to procedural fairness.";
        leaders_sd = 0.12 in 0.0..0.5, assumed(0.05, 0.25), "班组长差异", "Leaders differ",
            "班组长支持的标准差。", "Standard deviation of team leaders' support.";
        sampling_doubt = 6.0 in 0.0..100.0, assumed(2.0, 15.0), "抽检疑虑", "Doubt in samples",
            "抽检多少通时程序可信度打对折。", "Number of inspected calls at which the procedure earns half its credit.";
    }
}

constants! {
    /// Leaving.
    Quit at quit in QUIT {
        base = 0.0125 in 0.0..0.5, leaning("Holman, Batt & Holtgrewe 2007: 20 % a year", 0.005, 0.02), "基准月离职率", "Base hazard a month",
            "各项为平常水平时、司龄较长者的月离职概率。", "Monthly hazard of a settled person at ordinary levels of everything.";
        newcomer = 1.6 in 0.0..10.0, leaning("Emadi & Staats 2020", 0.8, 2.5), "新人风险", "Newcomers",
            "头几个月风险的峰值比老员工高多少倍（减一）。", "How much higher the hazard is at its peak in the first months, minus one.";
        newcomer_peak_months = 4.0 in 0.5..24.0, leaning("general turnover literature: 2–6 months", 2.0, 6.0), "峰值月份", "Month of the peak",
            "入职后第几个月风险最高。", "Month of service in which the hazard peaks.";
        needs = 1.5 in 0.0..10.0, leaning("Griffeth et al. 2000: r −.19 to −.28", 0.8, 3.5), "需要未满足", "Unmet needs",
            "未满足的加权需要每增加 1，对数风险增加多少。", "How much the log hazard rises with unmet weighted needs.";
        exhaustion = 2.2 in 0.0..10.0, leaning("Swider & Zimmerman 2010: .33, burn-out as a whole", 1.0, 3.5), "疲劳", "Exhaustion",
            "疲劳每增加 1，对数风险增加多少。", "How much the log hazard rises with exhaustion.";
        unfairness = 1.6 in 0.0..10.0, leaning("Colquitt et al. 2013: −.4 with intention", 0.6, 3.0), "不公", "Unfairness",
            "不公平感每增加 1，对数风险增加多少。", "How much the log hazard rises with felt unfairness.";
        contagion = 0.12 in 0.0..2.0, leaning("Felps et al. 2009: odds ratio 1.1–1.3", 0.05, 0.25), "同伴离开", "Colleagues leaving",
            "近三个月组内每走一人，对数风险增加多少。", "How much each leaver of the team in the last three months adds to the log hazard.";
        hopeless = 0.7 in 0.0..5.0, leaning("Erez & Zidon 1984", 0.2, 1.2), "目标无望", "Hopeless target",
            "认定够不着目标者，对数风险增加多少（乘通话量权重）。", "How much believing the target out of reach adds to the log hazard, times the weight of volume.";
        outside_sd = 0.35 in 0.0..1.5, assumed(0.15, 0.6), "外部机会差异", "Spread of outside options",
            "不同人外部机会的对数标准差。", "Standard deviation of the log of people's outside options.";
        young = 0.15 in -1.0..2.0, leaning("general turnover literature", 0.0, 0.4), "年轻者机会", "The young",
            "35 岁以下者外部机会的对数增量。", "What being under 35 adds to the log of outside options.";
        involuntary = 0.0012 in 0.0..0.1, assumed(0.0005, 0.004), "非自愿离开", "Involuntary exits",
            "每月因退休、辞退、迁居离开的概率。", "Monthly chance of leaving by retirement, dismissal or a move.";
        ordinary_exhaustion = 0.35 in 0.0..1.0, assumed(0.25, 0.45), "平常疲劳", "Ordinary exhaustion",
            "各机制中“平常”疲劳的参照值。", "The exhaustion that counts as ordinary in every mechanism.";
    }
}
