//! Who works there, in which teams and hours, and how vacancies are filled.

use super::field::{Field, Source, field, short::*};

/// The staff.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Workforce {
    /// Budgeted posts.
    pub headcount: u32,
    /// People in a team.
    pub team_size: u32,
    /// Share of women.
    pub women_share: f64,
    /// Share with a bachelor's degree or higher.
    pub degree_share: f64,
    /// Share younger than 35.
    pub under_35_share: f64,
    /// Share with care duties at home.
    pub care_duty: CareDuty,
    /// Posts that are part time.
    pub part_time: PartTime,
    /// Length of a shift with its lunch, in hours.
    pub shift_hours: f64,
    /// Lunch, in minutes.
    pub lunch_minutes: f64,
    /// Mean tenure of those present at the start, in years.
    pub mean_tenure_years: f64,
    /// How vacancies are filled.
    pub hiring: Hiring,
    /// Coming late.
    pub lateness: Lateness,
    /// Specialists who take only what the first line passes on.
    pub second_line: SecondLine,
    /// Monthly pay with the employer's contributions, in yuan.
    pub monthly_pay_yuan: f64,
    /// Pay against what the market pays for the same work.
    pub pay_to_market: f64,
}

/// Care of children or parents at home, as a share of women and of men.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CareDuty {
    /// Share of women.
    pub women_share: f64,
    /// Share of men.
    pub men_share: f64,
}

/// Posts that are part time.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PartTime {
    /// Share of posts.
    pub share: f64,
    /// Hours on the phones against a full post's.
    pub hours_share: f64,
    /// Odds of care duties among those who come for such a post, against those who come for a full one.
    pub care_odds: f64,
}

/// Coming late.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Lateness {
    /// Chance of being late on a day.
    pub share: f64,
    /// Mean minutes late.
    pub minutes: f64,
}

/// Specialists who take only what the first line passes on.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SecondLine {
    /// Share of posts.
    pub share: f64,
    /// Part of a call's length that the first line spends before passing it on.
    pub before_share: f64,
    /// How much better specialists solve, in log-odds.
    pub logit: f64,
}

/// From vacancy to the phones.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Hiring {
    /// False: nobody is hired.
    pub enabled: bool,
    /// Calendar days from vacancy to the start of training.
    pub lead_time_days: f64,
    /// Working days of training off the phones.
    pub training_days: u32,
    /// Advertising, selection and papers per hire, in yuan.
    pub cost_yuan: f64,
    /// Applicants for a post.
    pub applicants: u32,
    /// Correlation of what selection sees with true ability.
    pub validity: f64,
}

/// The group's entries.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    field!(
        workforce.headcount, People, whole(1, 5000), w(45), Source::Example,
        "定员人数", "Budgeted posts",
        "核定的座席岗位数，有人的和空着的都算。默认是论文中心（约 225 人）的五分之一。",
        "Posts in the budget, filled or vacant. The default is one hall, a fifth of the paper's centre of some 225."
    ),
    field!(
        workforce.team_size, People, whole(1, 100), w(9), Source::Example,
        "班组人数", "Team size",
        "每个班组的人数；情绪、口碑和离职在组内传播。",
        "People in a team, within which mood, news and leaving spread."
    ),
    field!(
        workforce.women_share, Share, num(0.0, 1.0, 0.001), n(0.809), Source::Seed,
        "女性占比", "Women",
        "女性员工的比例（论文：80.9%）。",
        "Share of women (the paper: 80.9 %)."
    ),
    field!(
        workforce.degree_share, Share, num(0.0, 1.0, 0.001), n(0.933), Source::Seed,
        "本科及以上占比", "With a degree",
        "本科及以上学历的比例（论文：93.3%）；影响外部机会。",
        "Share with a bachelor's degree or higher (the paper: 93.3 %); touches outside options."
    ),
    field!(
        workforce.under_35_share, Share, num(0.0, 1.0, 0.001), n(0.911), Source::Seed,
        "35 岁以下占比", "Younger than 35",
        "35 岁以下员工的比例（论文：91.1%）；影响需要的侧重和外部机会。",
        "Share of staff under 35 (the paper: 91.1 %); touches the weights of needs and outside options."
    ),
    field!(
        workforce.care_duty.women_share, Share, num(0.0, 1.0, 0.01), n(0.4), assumed(0.2, 0.6),
        "女性照护责任", "Women with care duties",
        "承担子女或老人照护的女性比例；论文只说女性承担更多。",
        "Share of women who care for children or parents; the paper says only that women do more of it."
    ),
    field!(
        workforce.care_duty.men_share, Share, num(0.0, 1.0, 0.01), n(0.2), assumed(0.05, 0.4),
        "男性照护责任", "Men with care duties",
        "承担子女或老人照护的男性比例。",
        "Share of men who care for children or parents."
    ),
    field!(
        workforce.part_time.share, Share, num(0.0, 1.0, 0.01), n(0.0), Source::Example,
        "非全日制岗位占比", "Part-time posts",
        "只上部分工时的岗位比例；均匀分布在各班组，排在来电最缺人的时段。",
        "Share of posts with part of the hours only, spread evenly over the teams and put where calls lack people most."
    ),
    field!(
        workforce.part_time.hours_share, Share, num(0.2, 0.8, 0.05), n(0.6), Source::Example,
        "非全日制工时", "Part-time hours",
        "非全日制岗位一天在线工时占全日制岗位的比例；连续上班，午饭在班前或班后。",
        "A part-time post's hours on the phones against a full post's; worked in one go, with lunch before or after."
    ),
    field!(
        workforce.part_time.care_odds, Ratio, num(0.2, 10.0, 0.1), n(2.0), assumed(1.0, 4.0),
        "非全日制与照护", "Part time and care",
        "来应聘非全日制岗位者有照护责任的几率是全日制岗位的几倍；上面各项占比按全日制岗位填写。",
        "Odds of care duties among those who come for part-time posts, against full ones; the shares above are those of full posts."
    ),
    field!(
        workforce.shift_hours, Hours, num(1.0, 24.0, 0.5), n(8.5), Source::Example,
        "班次时长", "Shift length",
        "从到岗到离岗的小时数，含午休。服务时段更长时，班次按来电走势错开。",
        "Hours from arrival to leaving, lunch included. Where the phones are open longer, shifts are staggered along the day's course."
    ),
    field!(
        workforce.lunch_minutes, Minutes, num(0.0, 180.0, 5.0), n(60.0), Source::Example,
        "午休", "Lunch",
        "班次中间错开安排的午休分钟数。",
        "Minutes of lunch in the middle of the shift, staggered between people."
    ),
    field!(
        workforce.mean_tenure_years, Years, num(0.0, 40.0, 0.1), n(3.0), assumed(1.0, 6.0),
        "期初平均司龄", "Mean tenure at the start",
        "模拟开始时在岗人员的平均司龄。",
        "Mean years of service of those present when the simulation begins."
    ),
    field!(
        workforce.hiring.enabled, None, SWITCH, ON, Source::Example,
        "补员", "Vacancies are filled",
        "关闭后空缺不再补人。",
        "Off: nobody is hired and vacancies stay."
    ),
    field!(
        workforce.hiring.lead_time_days, Days, num(0.0, 730.0, 5.0), n(45.0), Source::Example,
        "补员周期", "Hiring lead time",
        "从出现空缺到新人开始培训的日历天数。",
        "Calendar days from a vacancy to the new person's first day of training."
    ),
    field!(
        workforce.hiring.training_days, Days, whole(0, 250), w(20), Source::Example,
        "岗前培训", "Training before the phones",
        "新人上线前的培训工作日数。",
        "Working days of training before a new person takes calls."
    ),
    field!(
        workforce.hiring.cost_yuan, Yuan, num(0.0, 1_000_000.0, 500.0), n(12_000.0),
        noted("Boushey & Glynn 2012：年薪的六分之一到一半，含培训", "Boushey & Glynn 2012: a sixth to a half of yearly pay, with training", 5_000.0, 40_000.0),
        "单人招聘成本", "Cost of a hire",
        "每补一人的招聘费用，不含培训期工资。",
        "Advertising, selection and papers for one hire, without the pay during training."
    ),
    field!(
        workforce.hiring.applicants, People, whole(1, 50), w(3), Source::Example,
        "每岗应聘人数", "Applicants for a post",
        "一个岗位有几人应聘，按看到的能力择优。",
        "How many apply for a post; the one who looks best is taken."
    ),
    field!(
        workforce.hiring.validity, Correlation, num(0.0, 1.0, 0.05), n(0.3),
        noted("Sackett 等 2022：结构化面试 0.42", "Sackett, Zhang, Berry & Lievens 2022: structured interviews .42", 0.1, 0.5),
        "选拔看得多准", "Validity of selection",
        "选拔时看到的能力与真实能力的相关。",
        "Correlation of what selection sees with true speed and care."
    ),
    field!(
        workforce.lateness.share, Share, num(0.0, 1.0, 0.01), n(0.03), assumed(0.0, 0.1),
        "迟到概率", "Coming late",
        "一天里某人迟到的概率；少接的电话由别人承担，不影响本人考核。",
        "Chance that a person comes late on a day; others take the calls, the appraisal counts by time on the phones."
    ),
    field!(
        workforce.lateness.minutes, Minutes, num(0.0, 240.0, 1.0), n(12.0), assumed(5.0, 30.0),
        "迟到多久", "How late",
        "迟到时平均晚多少分钟（指数分布）。",
        "Mean minutes late, when late (exponential)."
    ),
    field!(
        workforce.second_line.share, Share, num(0.0, 0.8, 0.01), n(0.0), Source::Example,
        "二线专家占比", "Second line",
        "专接一线转来的难题的岗位比例；0 表示没有二线。",
        "Share of posts that take only what the first line passes on; 0 = no second line."
    ),
    field!(
        workforce.second_line.before_share, Share, num(0.05, 1.0, 0.05), n(0.4), assumed(0.2, 0.7),
        "转接前用时", "Time before passing on",
        "一线在转接之前用掉一通电话时长的多少。",
        "Part of a call's length that the first line spends before passing it on."
    ),
    field!(
        workforce.second_line.logit, Strength, num(0.0, 4.0, 0.1), n(1.0), assumed(0.3, 2.0),
        "专家更会解决", "Specialists solve better",
        "专家一次解决的对数几率高多少。",
        "How much higher a specialist's log-odds of solving a call are."
    ),
    field!(
        workforce.monthly_pay_yuan, Yuan, num(0.0, 1_000_000.0, 100.0), n(7_500.0), Source::Example,
        "月薪（含单位缴费）", "Monthly pay with contributions",
        "一人一月的人力成本，用来折算培训、假期和活动所占工时。",
        "What a person costs a month; it prices the hours of training, leave and activities."
    ),
    field!(
        workforce.pay_to_market, Ratio, num(0.3, 3.0, 0.01), n(1.0), Source::Example,
        "薪酬与市场之比", "Pay against the market",
        "同类工作市场水平为 1；越低，外面的机会越有吸引力。",
        "The market's pay for the same work is 1; the lower, the more attractive other jobs are."
    ),
];
