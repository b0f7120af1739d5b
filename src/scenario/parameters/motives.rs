//! The constants of effort, recognition and the three needs.

use crate::scenario::field::{Field, field, short::*};

constants! {
    /// How people choose effort.
    Effort at effort in EFFORT {
        value = 9.1 in 0.0..20.0, assumed(3.0, 12.0), "达标的价值", "Value of reaching targets",
            "考核全部达标对一个人的价值（相对努力成本）。", "What reaching all targets is worth to a person, against the cost of effort.";
        belief_spread = 0.14 in 0.01..1.0, leaning("Locke & Latham 2002", 0.04, 0.2), "把握的模糊度", "Spread of belief",
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
            "疲劳到顶使努力成本增加的倍数。", "How much full exhaustion adds to the cost of effort.";
        substitution = 0.1 in 0.0..1.0, noted("Holmström & Milgrom 1991；Jenkins 等 1998 中不多见", "Holmström & Milgrom 1991; little of it in Jenkins et al. 1998", 0.0, 0.6), "快与细的争夺", "Speed against care",
            "赶快与细致争夺同一份精力的程度。", "How far speed and care compete for the same energy.";
        pride = 0.5 in 0.0..5.0, leaning("Cerasoli, Nicklin & Ford 2014", 0.2, 1.2), "把事做好的满足", "Pride in good work",
            "细致本身带来的满足。", "What careful work is worth in itself.";
        pride_needs = 1.0 in 0.0..5.0, assumed(0.4, 1.8), "满足随需要增长", "Pride grows with needs met",
            "关系与成长需要的满足使其增强的程度。", "How much satisfied relatedness and growth raise that pride.";
        justice = 0.6 in 0.0..1.0, leaning("Colquitt et al. 2013; Cohn et al. 2014", 0.2, 0.9), "公平与努力", "Fairness and effort",
            "觉得不公时，回报在心中打多大折扣。", "How far rewards are discounted by those who feel treated unfairly.";
        habit = 0.8 in 0.0..10.0, assumed(0.2, 2.5), "习惯", "Habit",
            "一个月里改变做法的成本（相对努力成本）。", "Cost of changing one's ways within a month, against the cost of effort.";
        discouragement = 1.3 in 0.0..2.0, leaning("Erez & Zidon 1984; Locke & Latham 2002", 0.4, 1.8), "灰心", "Discouragement",
            "考核全部无望时，肯为工作出力的意愿下降的比例。", "How much commitment to the work falls when every target is out of reach.";
        first_speed = 0.2 in 0.0..1.0, assumed(0.0, 0.4), "初来：赶快", "At first: speed",
            "第一次考核前的赶快程度。", "Effort on speed before the first appraisal.";
        first_care = 0.4 in 0.0..1.0, assumed(0.2, 0.6), "初来：细致", "At first: care",
            "第一次考核前的细致程度。", "Effort on care before the first appraisal.";
        whole_miss = 3.0 in 0.5..20.0, assumed(2.0, 5.0), "差多少算全失", "A whole miss",
            "离目标差多少个“模糊度”算完全落空；刚差一点算一半。", "Spreads of belief by which a missed target is a whole failure; just missed is half of one.";
        merit_days_full = 5.0 in 0.5..30.0, assumed(3.0, 10.0), "奖励假封顶", "Leave that counts in full",
            "一年多少天奖励假算足额的物质回报。", "Days of merit leave a year that count as a full material reward.";
        bonus_full = 0.2 in 0.01..1.0, leaning("Condly, Clark & Stolovitch 2003", 0.1, 0.3), "奖金封顶", "Bonus that counts in full",
            "奖金占工资多少算足额的物质回报。", "Bonus as a share of pay that counts as a full material reward.";
    }
}

constants! {
    /// What awards do to winners and to the others.
    Recognition at recognition in RECOGNITION {
        value = 0.7 in 0.0..10.0, noted("Kosfeld & Neckermann 2011：约 12%", "Kosfeld & Neckermann 2011: about 12 %", 0.3, 1.2), "获奖的价值", "Value of an award",
            "一次奖对一个人的价值（相对努力成本）。", "What an award is worth to a person, against the cost of effort.";
        lift = 0.38 in 0.0..2.0, assumed(0.2, 0.8), "获奖的暖意", "Warmth of an award",
            "一次公开的奖使被认可感上升多少。", "How much a visible award raises the sense of being recognised.";
        fade = 0.2 in 0.0..1.0, noted("Neckermann 等 2014：几个月", "Neckermann, Cueni & Frey 2014: some months", 0.1, 0.4), "暖意消退", "It fades",
            "每月消退的比例。", "Share of it that fades in a month.";
        passed_over = 0.099 in 0.0..1.0, noted("论文；Card 等 2012", "the paper; Card et al. 2012", 0.02, 0.15), "落选之伤", "Being passed over",
            "表现相当却落选一次，关系满足下降多少。", "How much being passed over at equal merit lowers relatedness.";
        neighbours = 0.25 in 0.0..1.0, assumed(0.0, 0.45), "同伴获奖", "Colleagues' awards",
            "广覆盖假设下，身边人获奖带来的鼓舞。", "Under the wide hypothesis, how much awards near by encourage the others.";
        usual_coverage = 0.25 in 0.01..1.0, assumed(0.1, 0.4), "通常覆盖面", "Usual coverage",
            "稀缺与否以此为界。", "Coverage that counts as neither rare nor wide.";
        liking = 0.06 in 0.0..0.5, assumed(0.02, 0.15), "人缘", "Liking",
            "互评中人缘的标准差（相对综合分）。", "Standard deviation of liking in a vote, on the scale of the composite score.";
        rarity = 0.35 in 0.0..1.0, leaning("Bradler et al. 2016", 0.2, 0.6), "稀缺弹性", "Worth of rarity",
            "稀缺假设下，奖的价值随覆盖面减小而上升的弹性。", "Under the exclusive hypothesis, elasticity of an award's worth to its rarity.";
        crowding = 0.6 in 0.0..1.0, leaning("Gubler, Larkin & Pierce 2016", 0.2, 0.9), "挤出程度", "Crowding out",
            "挤出假设下，可见的奖使内在满足下降的比例。", "Under crowding out, how much visible awards lower pride in good work.";
        spirit = 0.5 in 0.0..5.0, leaning("Kosfeld & Neckermann 2011; Neckermann, Cueni & Frey 2014", 0.2, 1.0), "受奖后的干劲", "Spirit after an award",
            "一次公开、凭表现的奖使人回报以干劲（相对努力成本），随暖意消退。", "What a visible award for merit makes a winner want to give back, against the cost of effort; it fades like the warmth.";
        striving = 0.5 in 0.0..2.0, noted("Bradler 等 2016：主要是没获奖的人", "Bradler et al. 2016: mainly those who did not get it", 0.1, 1.0), "未获奖者的追赶", "Striving of the others",
            "稀缺假设下，见到稀有的奖使未获奖者增加的干劲。", "Under the exclusive hypothesis, what seeing a rare award makes the others want to give.";
        remembered_months = 12.0 in 1.0..60.0, assumed(6.0, 24.0), "获奖记多久", "How long it counts",
            "获奖后多少个月内不觉得自己被忽略。", "Months after an award within which nobody feels passed over.";
        settled_months = 6.0 in 0.0..24.0, assumed(3.0, 12.0), "多久才盼奖", "When awards are expected",
            "入职多少个月后才会因落选而受伤。", "Months of service before being passed over hurts.";
        hurt_fade = 0.1 in 0.0..1.0, assumed(0.05, 0.3), "落选淡忘", "Hurt fades",
            "落选之伤每月消退的比例。", "Share of the hurt of being passed over that fades in a month.";
        hurt_most = 4.0 in 0.5..20.0, assumed(2.0, 8.0), "落选之伤上限", "Most hurt",
            "落选之伤累计到此为止。", "Where the hurt of being passed over stops adding up.";
        link_smoothing = 0.3 in 0.01..1.0, assumed(0.1, 0.6), "评奖印象更新", "Impression of awards",
            "每次评奖改写“奖凭表现”印象的比例。", "Share by which a season rewrites the impression that awards follow merit.";
        private = 0.5 in 0.0..2.0, assumed(0.2, 0.8), "私下的分量", "The private part",
            "一个奖即使无人看见也有的分量；加上公开程度为全部。", "What an award is worth that nobody sees; visibility comes on top.";
        competition_spread = 0.5 in 0.0..1.0, assumed(0.2, 0.8), "好胜差异", "Spread of competitiveness",
            "好胜心在 1 上下均匀分布的半宽。", "Half-width of the even distribution of competitiveness around 1.";
        gold_share = 0.17 in 0.0..1.0, assumed(0.1, 0.3), "金奖占比", "Share of gold",
            "分级评奖中金奖的比例。", "Share of gold under tiers.";
        silver_share = 0.33 in 0.0..1.0, assumed(0.2, 0.5), "银奖占比", "Share of silver",
            "分级评奖中银奖的比例；其余为铜奖。", "Share of silver under tiers; the rest is bronze.";
        gold = 1.5 in 0.0..3.0, assumed(1.0, 2.5), "金奖分量", "Gold",
            "金奖相对普通奖的分量。", "What gold counts against an ordinary award.";
        bronze = 0.6 in 0.0..3.0, assumed(0.3, 1.0), "铜奖分量", "Bronze",
            "铜奖相对普通奖的分量。", "What bronze counts against an ordinary award.";
    }
}

constants! {
    /// How heavily the three needs weigh.
    Weights at weights in WEIGHTS {
        young_existence = 0.26 in 0.0..1.0, noted("论文：年轻人看重认可、公平和成长，甚于报酬", "the paper: the young weigh recognition, fairness and growth above pay", 0.15, 0.4), "年轻者：生存", "The young: existence",
            "35 岁以下者生存需要的权重。", "Weight of existence for those under 35.";
        young_relatedness = 0.36 in 0.0..1.0, noted("论文", "the paper", 0.25, 0.45), "年轻者：关系", "The young: relatedness",
            "35 岁以下者关系需要的权重；其余为成长。", "Weight of relatedness for those under 35; the rest is growth.";
        older_existence = 0.42 in 0.0..1.0, assumed(0.3, 0.55), "年长者：生存", "Older: existence",
            "35 岁及以上者生存需要的权重。", "Weight of existence for those of 35 and above.";
        older_relatedness = 0.34 in 0.0..1.0, assumed(0.25, 0.45), "年长者：关系", "Older: relatedness",
            "35 岁及以上者关系需要的权重；其余为成长。", "Weight of relatedness for those of 35 and above; the rest is growth.";
        spread = 0.25 in 0.0..1.0, assumed(0.1, 0.5), "侧重差异", "Spread of weights",
            "不同人权重的对数标准差。", "Standard deviation of the log of people's weights.";
        contented_sd = 0.15 in 0.0..0.5, noted("Dormann & Zapf 2001：满意度隔一年相关 0.5；Connolly & Viswesvaran 2000：情感倾向一项占方差的 10–25%", "Dormann & Zapf 2001: satisfaction a year later .5; Connolly & Viswesvaran 2000: affectivity alone 10–25 % of its variance", 0.1, 0.3), "知足的差异", "Spread of contentment",
            "同样境况下，不同人需要满足程度的标准差。", "Standard deviation, between people in the same circumstances, of how far their needs are met.";
        mood_sd = 0.31 in 0.0..1.0, noted("Dormann & Zapf 2001：满意度隔一年相关 0.5", "Dormann & Zapf 2001: satisfaction a year later .5", 0.2, 0.6), "起落", "Ups and downs",
            "一个月里模型不知道的事使需要满足偏离的标准差；经惯性平滑。", "Standard deviation of what a month brings that the model does not know; inertia smooths it.";
    }
}

constants! {
    /// Existence: pay, leave, bearable work.
    Existence at existence in EXISTENCE {
        base = 0.5 in 0.0..1.0, assumed(0.35, 0.65), "基础满足", "Base",
            "稳定岗位与平常负荷下的生存满足。", "Satisfaction in a secure post at ordinary load.";
        leave = 0.35 in 0.0..2.0, assumed(0.15, 0.6), "请假获准", "Leave granted",
            "请假获准比例的作用。", "What the share of granted requests does.";
        flexibility = 0.1 in 0.0..1.0, leaning("Moen et al. 2016; Bloom, Han & Liang 2024", 0.06, 0.25), "弹性", "Flexibility",
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
        base = 0.3 in 0.0..1.0, assumed(0.15, 0.45), "基础满足", "Base",
            "没有认可、支持平平时的关系满足。", "Satisfaction with average support and no recognition.";
        recognised = 0.35 in 0.0..2.0, assumed(0.2, 0.6), "被认可", "Being recognised",
            "被认可感的作用。", "What the sense of being recognised adds.";
        supervisor = 0.35 in 0.0..2.0, assumed(0.2, 0.5), "班组长", "Team leader",
            "班组长支持的作用。", "What the team leader's support adds.";
        ordinary_support = 0.3 in 0.0..1.0, assumed(0.1, 0.5), "平常支持", "Ordinary support",
            "班组长支持以此为平常。", "Support that counts as ordinary.";
        coaching = 0.1 in 0.0..1.0, assumed(0.0, 0.25), "运营岗带教", "Coaching",
            "十人里有一名运营管理岗时，班组支持提高多少。", "How much one colleague in operations management among ten adds to a team's support.";
        together = 0.1 in 0.0..1.0, assumed(0.0, 0.2), "活动", "Doing things together",
            "减压与集体活动的作用。", "What sessions and activities add.";
        mood = 0.25 in 0.0..2.0, assumed(0.1, 0.5), "组内情绪", "Mood of the team",
            "组内疲劳高于平常时的作用。", "What a team more exhausted than ordinary takes.";
    }
}

constants! {
    /// Growth: skill, training, an open ladder, attainable targets.
    Growth at growth in GROWTH {
        base = 0.22 in 0.0..1.0, assumed(0.1, 0.4), "基础满足", "Base",
            "没有通道、没有培训时的成长满足。", "Satisfaction without ladder and training.";
        learning = 0.25 in 0.0..2.0, assumed(0.1, 0.4), "还在进步", "Still learning",
            "仍在上升的学习曲线的作用。", "What a learning curve that still rises adds.";
        training = 0.2 in 0.0..2.0, assumed(0.1, 0.35), "培训", "Training",
            "每月充分培训的作用。", "What ample training adds.";
        ladder = 0.3 in 0.0..2.0, leaning("Griffeth et al. 2000; Rubenstein et al. 2018", 0.15, 0.5), "职业通道", "Ladder",
            "公开可及的职业通道的作用。", "What an open ladder within reach adds.";
        rotation = 0.08 in 0.0..1.0, leaning("Kampkötter, Harbring & Sliwka 2018", 0.0, 0.15), "轮岗", "Rotation",
            "轮岗后学习新业务期间的作用。", "What learning new work after a rotation adds.";
        achievement = 0.22 in 0.0..2.0, leaning("Locke & Latham 2002", 0.1, 0.4), "达成", "Achievement",
            "靠努力达成目标的作用。", "What reaching targets by effort adds.";
        regression = 0.5 in 0.0..1.0, leaning("Alderfer 1969; Arnolds & Boshoff 2002", 0.0, 0.8), "倒退强度", "Regression",
            "成长受阻时其权重转向关系与生存的比例。", "Share of growth's weight that moves back when growth is blocked.";
        inertia = 0.7 in 0.0..0.99, assumed(0.5, 0.9), "需要的惯性", "Inertia of needs",
            "上月满足在本月保留的比例。", "Share of last month's satisfaction that is kept this month.";
        training_half_hours = 4.0 in 0.5..40.0, assumed(2.0, 8.0), "培训见半效的时数", "Hours for half",
            "每月多少小时培训达到一半作用。", "Hours of training a month that do half of what ample training does.";
        long_service_years = 5.0 in 1.0..40.0, assumed(3.0, 10.0), "资深年限", "Long service",
            "按司龄晋升时，人们认为干满几年就轮到自己。", "Under seniority, years of service after which people think that nobody stands before them.";
        horizon_years = 2.0 in 0.25..10.0, assumed(1.0, 4.0), "盼多久", "How far people look",
            "人们按多少年内能否晋升来看通道。", "Years within which people ask whether they will be promoted.";
    }
}
