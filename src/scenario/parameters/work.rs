//! The constants of working and of callers: skill, a call, its caller, cutting short.

use crate::scenario::field::{Field, field, short::*};

constants! {
    /// How people differ and how they learn.
    Skill at skill in SKILL {
        entry_slowness = 0.28 in 0.0..1.0, leaning("Gans et al. 2010", 0.15, 0.45), "新人慢多少", "Slower at entry",
            "新人比熟手慢的比例。", "How much longer a new person's calls take.";
        entry_logit = 1.2 in 0.0..3.0, leaning("Gans et al. 2010; Arlotto, Chick & Gans 2014", 0.3, 1.5), "新人解决力差距", "Resolves less at entry",
            "新人一次解决的对数几率低多少。", "How much lower a new person's log-odds of solving a call are.";
        half_life_days = 40.0 in 5.0..250.0, leaning("Gans et al. 2010", 20.0, 100.0), "学习半程", "Half-way of learning",
            "走完一半学习曲线所需的工作日。", "Working days until half of the gap is closed.";
        speed_log_sd = 0.16 in 0.0..0.6, noted("Gans 等 2010；银行记录中为 0.2", "Gans et al. 2010; 0.2 in the bank's log", 0.08, 0.25), "人与人的速度差异", "Spread of speed",
            "不同人之间平均时长的对数标准差。", "Standard deviation of the log of people's mean call length.";
        care_sd = 0.45 in 0.0..2.0, assumed(0.2, 0.8), "人与人的质量差异", "Spread of care",
            "不同人之间解决力的标准差（对数几率）。", "Standard deviation of people's ability to solve a call, in log-odds.";
        speed_care_correlation = -0.1 in -0.9..0.9, assumed(-0.4, 0.3), "快与好的相关", "Fast and good",
            "快的人与好的人的相关；负数表示快者略粗。", "Correlation of speed and care between people; negative: the fast are a little less careful.";
        training_hour_gain = 0.015 in 0.0..0.2, leaning("Arthur et al. 2003", 0.005, 0.04), "每小时培训收获", "Gain of a training hour",
            "一小时培训补上知识差距的比例。", "Share of the gap in knowledge that an hour of training closes.";
        knowledge_logit = 0.9 in 0.0..3.0, noted("Arthur 等 2003：d 0.6", "Arthur et al. 2003: d 0.6", 0.4, 1.4), "知识的作用", "What knowledge does",
            "知识充分时一次解决的对数几率提高多少。", "How much full knowledge raises the log-odds of solving a call.";
        knowledge_speed = 0.2 in 0.0..0.6, noted("De Grip & Sauermann 2012：培训一周，每小时多接 10%", "De Grip & Sauermann 2012: a week of training, 10 % more calls an hour", 0.05, 0.3), "知识省时", "What knowledge saves",
            "知识从无到充分，通话缩短的比例。", "How much shorter calls get from no knowledge to full knowledge.";
        knowledge_usual = 0.2 in 0.0..1.0, assumed(0.0, 0.5), "通常的知识", "Usual knowledge",
            "情景里的通话时长是在这一知识水平下测得的；每月一小时培训大致维持在此。", "The knowledge at which calls take as long as the scenario says; about what an hour of training a month keeps up.";
        knowledge_fade = 0.05 in 0.0..0.5, assumed(0.02, 0.15), "知识更新速度", "Knowledge ages",
            "每月过时的知识比例（法规、流程变化）。", "Share of knowledge that goes out of date in a month.";
        rotation_slowness = 0.1 in 0.0..0.5, leaning("Kampkötter, Harbring & Sliwka 2018", 0.03, 0.2), "轮岗初期变慢", "Slower after rotation",
            "刚轮岗时慢多少，按学习曲线恢复。", "How much slower work is right after a rotation; it wears off as people learn.";
        breadth_gain = 0.5 in 0.0..1.0, leaning("Kampkötter, Harbring & Sliwka 2018", 0.2, 0.8), "轮岗拓宽", "Rotation broadens",
            "一次轮岗学完后，补上能力广度差距的比例。", "Share of the gap in breadth that one rotation closes, as it is learned.";
        breadth_logit = 0.25 in 0.0..2.0, leaning("Kampkötter, Harbring & Sliwka 2018", 0.05, 0.5), "广度的作用", "What breadth does",
            "能力广度充分时一次解决的对数几率提高多少。", "How much full breadth raises the log-odds of solving a call.";
        learning_sd = 0.3 in 0.0..1.5, noted("Gans 等 2010：学习曲线有好几种", "Gans et al. 2010: several patterns of learning", 0.15, 0.5), "学习快慢差异", "Spread of learning",
            "不同人学习快慢的对数标准差。", "Standard deviation of the log of how fast people learn.";
        consulting_logit = 0.15 in 0.0..1.0, assumed(0.05, 0.3), "专家带动", "Asking a consultant",
            "十人里有一名专家咨询岗时，同组一次解决的对数几率提高多少。", "How much one consultant among ten colleagues raises the team's log-odds of solving a call.";
    }
}

constants! {
    /// What effort, tiredness and load do to a call.
    Call at call in CALL {
        speed_gain = 0.25 in 0.0..0.6, leaning("Condly, Clark & Stolovitch 2003; Lazear 2000", 0.1, 0.35), "赶快能省多少", "What speed saves",
            "全力赶快能缩短时长的比例。", "How much shorter calls get with full effort on speed.";
        care_cost = 0.06 in 0.0..0.6, assumed(0.02, 0.2), "细致多花时间", "What care costs",
            "全力细致使时长增加的比例。", "How much longer calls get with full effort on care.";
        care_logit = 0.9 in 0.0..4.0, assumed(0.5, 1.8), "细致的效果", "What care brings",
            "全力细致使一次解决的对数几率提高多少。", "How much full effort on care raises the log-odds of solving a call.";
        haste_logit = 0.1 in 0.0..4.0, noted("Jenkins 等 1998：激励大致不影响质量；KC & Terwiesch 2009", "Jenkins et al. 1998: incentives leave quality about alone; KC & Terwiesch 2009", 0.1, 1.2), "赶快的代价", "What haste loses",
            "全力赶快使一次解决的对数几率降低多少；按平方增长：先用掉闲散，后省掉步骤。", "How much full effort on speed lowers the log-odds of solving a call. It grows with the square: slack goes first, steps are skipped later.";
        tired_slowness = 0.12 in 0.0..0.6, leaning("KC & Terwiesch 2009", 0.03, 0.25), "疲劳变慢", "Tired and slower",
            "疲劳到顶时时长增加的比例。", "How much longer calls get at full exhaustion.";
        tired_logit = 1.1 in 0.0..4.0, assumed(0.5, 2.2), "疲劳变差", "Tired and worse",
            "疲劳到顶时解决与礼貌的对数几率降低多少。", "How much full exhaustion lowers the log-odds of solving a call and of being courteous.";
        hurry = 0.06 in 0.0..0.4, noted("KC & Terwiesch 2009：5–10%", "KC & Terwiesch 2009: 5–10 %", 0.02, 0.12), "有人等时加快", "Hurry while callers wait",
            "有人排队时时长缩短的比例。", "How much shorter calls get while callers are waiting.";
        courtesy_base = 1.2 in -3.0..4.0, assumed(0.5, 2.0), "平常的礼貌", "Courtesy",
            "平常状态下礼貌的对数几率。", "Log-odds of a courteous call in an ordinary state.";
        courtesy_care = 0.8 in 0.0..4.0, assumed(0.3, 1.5), "细致与礼貌", "Care and courtesy",
            "全力细致使礼貌的对数几率提高多少。", "How much full effort on care raises the log-odds of courtesy.";
        overwork_slowness = 0.06 in 0.0..0.4, noted("KC & Terwiesch 2009：长期超负荷后 −5%", "KC & Terwiesch 2009: −5 % after long overwork", 0.02, 0.12), "久忙变慢", "Slow after long overwork",
            "占用率连续数周居高不下（达到 1）后，时长增加的比例。", "How much longer calls get when occupancy has been at 1 for weeks.";
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
    /// Ending calls early to make the count.
    Cutting at cutting in CUTTING {
        qualm = 0.81 in 0.0..20.0, assumed(0.3, 2.5), "良心成本", "Qualms",
            "中位数的人每提前挂断一成来电的内心成本。", "Inner cost of ending a tenth of one's calls early, for the median person.";
        qualm_sd = 0.9 in 0.0..3.0, noted("银行记录：三十来人中有一人 27%", "bank's log: one of some thirty at 27 %", 0.5, 1.5), "良心差异", "Spread of qualms",
            "不同人之间的对数标准差：少数人的习惯。", "Standard deviation of its log between people: it is a few people's habit.";
        inspected = 0.1 in 0.0..10.0, noted("威慑作用：Nagin 等 2002，呼叫中心", "deterrence: Nagin, Rebitzer, Sanders & Taylor 2002, call centres", 0.02, 0.4), "被查到的顾忌", "Being found out",
            "挂断一通而被抽检查到，在心中值多少（相对努力成本）。", "What it is worth not to be found with one call cut short, against the cost of effort.";
        depletion = 0.6 in 0.0..1.0, leaning("Welsh & Ordóñez 2014", 0.2, 0.9), "疲劳与良心", "Qualms wear out",
            "疲劳到顶时良心成本下降的比例。", "How much full exhaustion lowers qualms.";
        most = 0.4 in 0.0..1.0, noted("银行记录：最高的一人 27%", "bank's log: the highest share is 27 %", 0.25, 0.6), "最多挂断", "Most calls cut",
            "一个人最多提前挂断的比例。", "Highest share of calls that a person ends early.";
        seconds = 12.0 in 1.0..120.0, noted("银行记录：短于 10 秒的通话", "bank's log: calls under 10 s", 5.0, 30.0), "挂断前秒数", "Seconds before the cut",
            "提前挂断的电话平均持续秒数。", "How long a call lasts that is ended early.";
        resolves = 0.08 in 0.0..1.0, assumed(0.0, 0.2), "挂断仍解决", "Still resolves",
            "提前挂断的电话，一次解决的概率还剩平常的几成。", "Share of the usual chance of solving it that is left in a call ended early.";
    }
}
