//! The constants of felt fairness and of leaving.

use crate::scenario::field::{Field, field, short::*};

constants! {
    /// The sense of fairness.
    Fairness at fairness in FAIRNESS {
        distributive = 0.4 in 0.0..1.0, leaning("Colquitt et al. 2001", 0.2, 0.6), "分配公平权重", "Weight of distribution",
            "分配是否公平在总体公平感中的权重。", "Weight of distributive fairness in the whole.";
        procedural = 0.4 in 0.0..1.0, noted("Colquitt 等 2001：ρ ≈ 0.5", "Colquitt et al. 2001: ρ ≈ .5", 0.2, 0.6), "程序公平权重", "Weight of procedure",
            "程序是否公平的权重；余下是待人公平。", "Weight of procedural fairness; the rest is how one is treated.";
        comparison = 0.5 in 0.0..3.0, leaning("Adams 1965; Card et al. 2012", 0.2, 0.9), "比较强度", "Strength of comparison",
            "回报与贡献之比偏离参照时的作用。", "What a gap between own and others' rewards over inputs does.";
        loss_aversion = 2.0 in 1.0..5.0, noted("Card 等 2012：吃亏的受伤，占便宜的没多少好处", "Card et al. 2012: those below are hurt, those above gain little", 1.5, 3.0), "吃亏更痛", "Loss weighs more",
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
        consistency = 0.1 in 0.0..1.0, leaning("Leventhal 1980", 0.0, 0.2), "一视同仁", "Consistency",
            "请假待遇与同事一致时对程序公平感的作用。", "What having one's requests treated like everybody's adds to procedural fairness.";
        even = 0.6 in 0.0..1.0, assumed(0.5, 0.75), "相称时", "When even",
            "回报与贡献和参照相称时的分配公平感。", "Distributive fairness when reward over input equals the reference's.";
        input_power = 2.0 in 0.0..4.0, assumed(1.0, 3.0), "贡献的分量", "Weight of input",
            "比较时贡献之比的幂。", "Power of the ratio of inputs in the comparison.";
        past = 0.1 in 0.0..1.0, assumed(0.0, 0.3), "过去的分量", "Weight of the past",
            "和自己过去比时，落选之伤算作多少期望。", "When compared with one's own past, how much having been passed over counts as expectation.";
        leader_leaves = 0.01 in 0.0..0.2, assumed(0.004, 0.02), "班组长更替", "Leaders leave",
            "每月换班组长的概率。", "Monthly chance that a team gets another leader.";
        temper_sd = 0.087 in 0.0..0.4, noted("Barsky & Kaplan 2007：情感倾向与公平感的相关 ±0.2 到 0.3", "Barsky & Kaplan 2007: affect with felt fairness ±.2 to .3", 0.03, 0.15), "看法的差异", "Spread of views",
            "同样境况下，知足与否使公平感相差的标准差。", "Standard deviation, between people in the same circumstances, of felt fairness; it goes with contentment.";
        care_bias = 0.3 in -2.0..2.0, leaning("Correll, Benard & Paik 2007", 0.0, 0.6), "照护偏见", "Bias against carers",
            "领导裁量时，有照护责任者被看低多少个标准差。", "Under discretion, how many standard deviations those with care duties are judged lower.";
    }
}

impl Fairness {
    /// True where the weights of distribution and procedure are no more than the whole together.
    #[must_use]
    pub fn fits_the_whole(&self) -> bool {
        self.distributive + self.procedural <= 1.0 + 1e-9
    }
}

constants! {
    /// Leaving.
    Quit at quit in QUIT {
        base = 0.013 in 0.0..0.5, noted("Holman 等 2007：一年 20%", "Holman, Batt & Holtgrewe 2007: 20 % a year", 0.005, 0.02), "基准月离职率", "Base hazard a month",
            "各项为平常水平时、司龄较长者的月离职概率。", "Monthly hazard of a settled person at ordinary levels of everything.";
        newcomer = 1.6 in 0.0..10.0, leaning("Emadi & Staats 2020", 0.8, 2.5), "新人风险", "Newcomers",
            "头几个月风险的峰值比老员工高多少倍（减一）。", "How much higher the hazard is at its peak in the first months, minus one.";
        newcomer_peak_months = 4.0 in 0.5..24.0, noted("离职研究的一般结论：2–6 个月", "general turnover literature: 2–6 months", 2.0, 6.0), "峰值月份", "Month of the peak",
            "入职后第几个月风险最高。", "Month of service in which the hazard peaks.";
        needs = 1.5 in 0.0..10.0, noted("Griffeth 等 2000：r −0.19 到 −0.28", "Griffeth et al. 2000: r −.19 to −.28", 0.4, 3.5), "需要未满足", "Unmet needs",
            "未满足的加权需要每增加 1，对数风险增加多少。", "How much the log hazard rises with unmet weighted needs.";
        exhaustion = 2.2 in 0.0..10.0, noted("Swider & Zimmerman 2010：0.33，就倦怠整体而言", "Swider & Zimmerman 2010: .33, burn-out as a whole", 1.0, 3.5), "疲劳", "Exhaustion",
            "疲劳每增加 1，对数风险增加多少。", "How much the log hazard rises with exhaustion.";
        unfairness = 1.0 in 0.0..10.0, noted("Colquitt 等 2013：与离职意向 −0.4", "Colquitt et al. 2013: −.4 with intention", 0.6, 3.0), "不公", "Unfairness",
            "不公平感每增加 1，对数风险增加多少。", "How much the log hazard rises with felt unfairness.";
        contagion = 0.15 in 0.0..2.0, noted("Felps 等 2009：几率比 1.1–1.3", "Felps et al. 2009: odds ratio 1.1–1.3", 0.05, 0.25), "同伴离开", "Colleagues leaving",
            "近三个月组内每走一人，对数风险增加多少。", "How much each leaver of the team in the last three months adds to the log hazard.";
        hopeless = 0.7 in 0.0..5.0, leaning("Erez & Zidon 1984", 0.2, 1.2), "目标无望", "Hopeless target",
            "认定够不着目标者，对数风险增加多少（乘接听量权重）。", "How much believing the target out of reach adds to the log hazard, times the weight of volume.";
        outside_sd = 0.35 in 0.0..1.5, assumed(0.15, 0.6), "外部机会差异", "Spread of outside options",
            "不同人外部机会的对数标准差。", "Standard deviation of the log of people's outside options.";
        young = 0.15 in -1.0..2.0, noted("离职研究的一般结论", "general turnover literature", 0.0, 0.4), "年轻者机会", "The young",
            "35 岁以下者外部机会的对数增量。", "What being under 35 adds to the log of outside options.";
        involuntary = 0.0012 in 0.0..0.1, assumed(0.0005, 0.004), "非自愿离开", "Involuntary exits",
            "每月因退休、辞退、迁居离开的概率。", "Monthly chance of leaving by retirement, dismissal or a move.";
        ordinary_exhaustion = 0.35 in 0.0..1.0, assumed(0.25, 0.45), "平常疲劳", "Ordinary exhaustion",
            "各机制中“平常”疲劳的参照值。", "The exhaustion that counts as ordinary in every mechanism.";
        ordinary_met = 0.5 in 0.0..1.0, assumed(0.4, 0.6), "平常满足", "Ordinary satisfaction",
            "需要与公平感以此为平常。", "Satisfied needs and felt fairness that count as ordinary.";
        contagion_fade = 0.33 in 0.0..1.0, leaning("Felps et al. 2009", 0.2, 0.6), "同伴离开淡忘", "Leavers are forgotten",
            "同伴离开的影响每月消退的比例。", "Share by which leavers are forgotten in a month.";
        degree = 0.15 in -1.0..2.0, noted("Griffeth 等 2000：学历", "Griffeth et al. 2000: education", 0.0, 0.3), "学历与机会", "A degree",
            "本科及以上者外部机会的对数增量。", "What a degree adds to the log of outside options.";
        pay_elasticity = 2.7 in 0.0..15.0, noted("离职弹性 2–3：Dube, Giuliano & Leonard 2019 等", "quit elasticities of 2–3: Dube, Giuliano & Leonard 2019 and others", 1.0, 4.0), "报酬弹性", "Elasticity to what the job is worth",
            "岗位价值比市场每高 1%，离职风险降低百分之几。", "By how many per cent the hazard falls when the job is worth 1 % more than the market's.";
        flexible_worth = 0.033 in 0.0..0.5, noted("Mas & Pallais 2017：在家工作值 8%，单是弹性时间多数人不肯付", "Mas & Pallais 2017: 8 % for work from home, most nothing for flexible hours as such", 0.0, 0.1), "弹性值多少", "Worth of flexible hours",
            "弹性工作相当于工资的比例。", "What flexible hours are worth, as a share of pay.";
        care_worth = 2.0 in 0.0..6.0, leaning("Mas & Pallais 2017; Bloom, Han & Liang 2024", 1.0, 3.0), "照护者更看重", "Worth more to carers",
            "有照护责任者看重弹性的倍数。", "What multiplies the worth of flexible hours for those with care duties.";
        dropout = 0.05 in 0.0..0.6, assumed(0.02, 0.15), "培训期离开", "Dropping out of training",
            "新人在岗前培训结束时离开的概率。", "Chance that a new person leaves at the end of the training before the phones.";
    }
}
