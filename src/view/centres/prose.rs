//! The fixed words of the report on other centres.

use crate::view::words::texts;

texts! {
    TITLE = "# 别的中心", "# Other centres";
    OTHER = "[English](centres.md)", "[简体中文](centres.zh-CN.md)";
    MADE_BY = "由 `cargo xtask centres` 生成，所依据的结果是", "Written by `cargo xtask centres`; the results it stands for are those of";
    HOW_TO_READ = "默认情景是论文的中心。这里问：它的结论换到别的中心还成立吗？每个中心的情景都是默认情景加上差异，同样的问题在同样的运气下问一遍。± 是平均差异的 95% 区间的一半。“更好”“更差”须在一个中心的全部十六行里都超出偶然（Holm 规则，5%），且大到有意义（离职率、满意率、公平感 0.01，人均日解决 0.5 通）；整个区间都小于这个分量的是“小到不在乎”，其余“分不清”。模型没有拿任何一个中心的离职数据拟合过：下面是模型的推论，不是调查结果。",
        "The default is the paper’s centre. The question here is whether its conclusions hold elsewhere. Each centre is the default with differences, and each is asked the same under the same luck. ± is half of the mean difference’s 95 % interval. *Better* and *worse* are said only beyond chance over all sixteen rows of a centre (Holm’s rule at 5 %) and where large enough to matter (0.01 for turnover, satisfaction and fairness, half a call for calls resolved a day). Where the whole interval is smaller than that, the difference is *too small to matter*; else they *can’t be told apart*. The model was fitted to no centre’s leavers: these are consequences of the model, not findings of a survey.";
    YEARS = "每种情形模拟的年数：", "Years simulated of each case: ";
    CHANGES = "## 哪些结论变了", "## What changes";
    CHANGES_NOTE = "与默认中心的判定不同的各行。“反过来”是方向相反；“差别在这里太小”是默认中心大到有意义、这里小到不在乎；“这里看不到”是默认中心分得清、这里分不清；“只在这里”是只有这里分得清。看不到不等于没有：可能只是年数不够。",
        "Every row whose verdict differs from the default centre’s. *Reversed* is the opposite direction; *too small here* matters in the default and not here; *not seen here* is clear in the default and can’t be told here; *only here* is clear here alone. Not seen is not absent: the years may be too few.";
    NOTHING = "没有一行不同。", "No row differs.";
    REVERSED = "反过来", "reversed";
    NOT_SEEN = "这里看不到", "not seen here";
    SMALL_HERE = "差别在这里太小", "too small here";
    SMALL = "小到不在乎", "too small to matter";
    ONLY_HERE = "只在这里", "only here";
    AGAINST_DEFAULT = "默认", "default";
    HERE = "这里", "here";
    COMMA = "，", ", ";
    SEMICOLON = "；", "; ";
    STOP = "。", ".";
    SPACE = "", " ";
    CENTRE = "中心", "Centre";
    TARGET = "## 目标再高两成，离职会上升吗？", "## Does a target a fifth higher raise turnover?";
    AWARDS = "## 广覆盖的奖胜过一季一星吗？", "## Do wide awards beat the star?";
    AWARDS_NOTE = "每月多角度评奖、覆盖七成、每奖 1 小时，对一季一星、覆盖 9%、每奖 4 小时。", "Monthly awards from many angles for seven in ten, an hour off each, against one star a quarter for 9 %, four hours each.";
    RELIEF = "## 减压活动有用吗？", "## Does stress relief help?";
    RELIEF_NOTE = "每月两次、强度 0.7，对现状。", "Two sessions a month at strength 0.7, against today’s.";
    SUPPORT = "## 论文的支持方案有用吗？", "## Does the paper’s support help?";
    SUPPORT_NOTE = "`seed-erg` 的弹性、休假、减压、通道、人人轮训、轮岗、公开与申诉；不含它的考核、目标和评奖。", "Flexible hours, leave, stress relief, ladders, training for all, rotation, openness and voice of `seed-erg`, without its appraisal, targets and awards.";
    TARGET_NOTE = "其余不变。", "All else as it is.";
    REACH = "## 离职率不过两成，目标最高能到多少？", "## How high may the target be with turnover within a fifth?";
    REACH_NOTE = "试了自己目标的 0.6 到 1.4 倍，每步 0.1。“肯定”是离职率的 95% 区间整个不过 20%；“也许”是区间碰得到 20% 以内。单位：通/人日。", "Tried from 0.6 to 1.4 times its own target in steps of 0.1. *Surely*: the whole 95 % interval of turnover is within 20 %; *perhaps*: it reaches within. In calls a person and day.";
    OWN = "自己的目标", "Own target";
    TURNOVER_OWN = "此时离职率", "Turnover there";
    SURELY = "肯定", "Surely";
    PERHAPS = "也许", "Perhaps";
    NONE = "没有", "none tried";
    AT_LEAST = "至少 ", "at least ";
    SHEETS = "## 各中心从何而来", "## Where the centres come from";
    SHEETS_NOTE = "“接近”是我们对公开数字的读法：模拟平均落在范围里算近。没有来源的值都是我们的假设，包括年龄、性别、学历和照护责任。", "*Near* is our reading of what was published: a simulated mean inside the range counts as near. Every value without a source is our assumption, ages, women, degrees and care duties among them.";
    METRIC = "指标", "Metric";
    PUBLISHED = "公开的数字", "Published";
    SIMULATED = "模拟", "Simulated";
    NEAR = "接近", "near";
    FAR = "**不接近**", "**not near**";
    RANGE = "算近的范围", "Counts as near";
    FIELD = "与默认不同的值", "Differs from the default";
    VALUE = "值", "Value";
    SOURCE = "来源", "Source";
    ASSUMPTION = "假设", "assumption";
    READ = "## 在哪里读到的", "## Where it was read";
}

/// Where the published figures were read.
pub(super) const READINGS: &[&str] = &[
    "常州市12345平台2021年度工作情况发布, 014110253/2022-00002 (in a copy)",
    "滨州日报 2021-07-21: epaper.bzrb.net/bzrb/20210721",
    "Yantai: a report of the first working day after the Spring Festival, in a copy at qianlongyuan.cn; a city's 12345: tzbole.com",
    "Beijing: Bernama, 19 December 2024 (bernama.com, id 2375136); english.beijing.gov.cn; en.humanrights.cn, 19 December 2024",
    "刘成良、冯淇, 观察者网 2025 (in a copy)",
    "中国银行业协会, 客服中心（与远程银行）发展报告 2013, 2015, 2022, 2023, 2024: as reported by ce.cn (2016, 2024) and others",
    "ContactBabel, U.S. Contact Center HR & Operational Benchmarking Report (2014): thefreelibrary.com, a0402049488",
    "Multichannel Merchant, benchmark report on contact centers (2006) and C. Barry, contact center metrics: multichannelmerchant.com",
    "Batt, Doellgast & Kwon (2005, 2006): digitalcommons.ilr.cornell.edu/impactbrief/5",
    "苏立宁、李放、丁先存, 呼叫中心计件工资制 (a case; first page)",
    "Campbell et al. (2013), Br J Gen Pract 63(608), e171–e176, doi 10.3399/bjgp13X664216, table 2",
    "A British practice's log of its phones, 2022: practice365.co.uk/b85028/practice-information/telephone-access",
    "Holman, Batt & Holtgrewe (2007), the Global Call Center Report: figures as noted earlier by the authors, not looked up again",
    "Brown et al. (2005), J Am Stat Assoc 100: the log of August 1999, read by `fairfloor fit`",
];
