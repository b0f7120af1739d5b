//! The headings and sentences of the validation report.

use crate::view::words::texts;

texts! {
    COLON = "：", ": ";
    STOP = "。", ".";
    TITLE = "# 模型与证据对照", "# Validation";
    MADE_BY = "由 `cargo xtask validate` 写成，结果由运气编号决定，不要手改。它所对的结果见", "Written by `cargo xtask validate`; the seed decides every figure, nothing is typed by hand. The results it stands for are those of";
    OTHER = "English: [VALIDATION.md](VALIDATION.md)", "简体中文：[VALIDATION.zh-CN.md](VALIDATION.zh-CN.md)";
    HOW_TO_READ = "## 怎么读\n\n每个数字来自同一运气下的多次模拟年，± 是均值 95% 区间的一半，由每次剔除一年（刀切法）算出。*成立*：整个区间落在界内。*不成立*：整个区间落在界外。*分不清*：区间跨过界线。界限来自文献或写明是作者的预期，从不为了通过而放宽；不成立的留在表里。†：数字已为本项目查到；没有 † 的界限是作者的预期，所列研究是其理由。",
        "## How to read this\n\nEvery figure is from simulated years under the same luck; ± is half of the 95 % interval of the mean, from leaving out one year in turn (jackknife). *Holds*: the whole interval lies in the band. *Fails*: the whole interval lies outside. *Can't tell*: it reaches across an end. Bands are from the literature or are said to be the authors' expectation; none is widened to pass, and what fails stays in the table. †: the figure was looked up for this project; a band without † is the authors' expectation, with the study as its reason.";
    SUMMARY = "## 小结", "## Summary";
    MEANT = "## 十七条典型事实", "## The seventeen stylised facts";
    MEANT_NOTE = "模型应当表现出的。第 17 条（行为关闭时就是排队论）见 [精确性](#精确性)。", "What the model is meant to show. Fact 17, with behaviour off the floor is the queue of theory, is under [Exactness](#exactness).";
    HELD_OUT = "## 没有用来定常数的事实", "## Facts that no constant was set by";
    HELD_OUT_NOTE = "这些才是真正的考验：没有任何常数是照它们定的。元分析的相关是人与人之间的问卷与档案；模型里的量没有测量误差，所以相关会偏强。", "These are the real test. Correlations of meta-analyses are of questionnaires and files; the model's quantities have no error of measurement, so its correlations tend to be stronger.";
    LEANED_ON = "## 常数所依的事实", "## Facts that constants lean on";
    LEANED_ON_NOTE = "有常数以这些研究为理由。成立只说明机制把放进去的东西传了下去。", "Some constant leans on each of these studies. That one holds says that the mechanism passes on what was put in, and no more.";
    CANT_ASK = "已知而本模型问不了的：", "Known, and not to be asked of this model:";
    DOCKING = "## 重做已发表的现场实验", "## Published field experiments, re-run";
    DOCKING_NOTE = "模型里不能只给厅里的几个人上措施，所以处理与对照是两个厅，同一批人、同样的运气，从测量年开始的那天起不同。这样没有分组的偶然差别，模拟均值的区间因此比原文窄；*单次离散*是一次同样大小的实验会有的标准差。*相符*要求两者之差不超过合在一起的 1.96 个标准误，且原文显著时模拟也显著、同号。原文区间：◊ 由人数算出；其余未能取得，以效应的一半到一倍半代之。",
        "Nobody in a hall can be treated alone, so treated and control are two halls of the same people under the same luck, which differ from the first day of the measured year on. There is no chance difference between groups, so the simulated interval is narrower than the original's; *scatter* is the standard deviation that one experiment of that size would have. To agree, the two must differ by no more than 1.96 standard errors of both together, and where the original is beyond chance the simulated effect must be too, the same way. Published intervals: ◊ reckoned from group sizes; the others were not to be had and stand for half to one and a half times the effect.";
    ABLATION = "## 关掉一个机制", "## Mechanisms switched off";
    ABLATION_NOTE = "每格：有该机制减去没有，现状情景 / 论文方案，各至多 16 个模拟年（`--quick` 时 6 个）。只写 |t| 大于 4 的；· 是分不清。", "Each cell: with the mechanism less without it, present centre / paper's proposals, up to 16 years each (6 with `--quick`). Only |t| above 4 is written; · is chance.";
    NOTHING_MOVES = "以下机制在两个情景里对任何指标都没有超出偶然的作用，为什么仍留着：", "These move no metric beyond chance in either centre; why each is kept:";
    EVERYTHING_MOVES = "每个机制都至少在一个情景里动了一项指标。", "Every mechanism moves at least one metric in one of the centres.";
    DIRECTIONS = "## 方向与安慰剂", "## Directions and placebos";
    EXTREMES = "## 极端情景", "## Extremes";
    EXTREMES_NOTE = "各跑一整年：来电与人数守恒，指标有限且在各自范围内。", "A whole year each: calls and people are conserved, metrics are finite and within their ranges.";
    IN_ORDER = "正常", "in order";
    EXACT = "## 精确性", "## Exactness";
    EXACT_NOTE = "纯排队对 Erlang-A 的精确值。测试里还有：整年的逐通对照、时变系统的微分方程、三十多个点（见 MODEL.md 第 17 条）。", "The bare queue against the exact values of Erlang-A. The tests also hold the year's floor call by call to a slow simulator, and to differential equations (MODEL.md, fact 17).";
    BANK = "## 真实的电话", "## A real centre's phones";
    BANK_NOTE = "一家银行 1999 年 8 月的记录（Brown 等 2005）与现成的情景 `bank-1999`。到达、时长、耐心是照这份记录定的，人数 15 是为了使放弃率相近；所以这里只有等待的分布是考验。原记录有优先级，情景没有。", "A bank's log of August 1999 (Brown et al. 2005) beside the preset `bank-1999`. Arrivals, lengths and patience were set by this log and the 15 posts so that abandonment comes near; so only the waits are a test. The log has priorities, the preset has none.";
    BANK_ABSENT = "写这份报告时记录不在手边，略过。", "The log was not at hand when this was written; left out.";
    OWN = "### 按记录自己的来电时刻", "### With the log's own arrivals";
    OWN_NOTE = "同一份记录，但每通来电都在它真正打来的那一秒打来；通话时长、耐心和两通之间的间隔由 `fairfloor fit` 从记录拟合，在线的人从谁接了电话推出。模拟值是各次模拟的平均。", "The same log, but every call comes in the very second in which it came; talk times, patience and what passes between two calls are fitted by `fairfloor fit`, and who was on the phones is read off who answered. Simulated figures are means over the simulations.";
    DOUBTS = "## 我们不信自己模型的地方\n\n- 常数大多是带范围的假设；这里的成立不是对任何一家中心的预测。\n- 需求有限时，努力几乎变不成产量：打进来多少，总有人接。数据录入类实验的效应在这里无处可去，所以改看每处理小时做了多少。\n- 努力每月才变一次，短实验（几小时、几天）只能按月近似。\n- 处理只能按厅给，没有厅内对照，也就没有对照组的沮丧或模仿。\n- 出错的界限若来自我们自己的预期（没有 †），错的可能是预期。",
        "## What we don't believe in our own model\n\n- Most constants are assumptions with ranges; that a fact holds here forecasts no centre.\n- Where demand is what it is, effort hardly becomes output: whoever calls is answered by somebody. Effects found in data entry have nowhere to go, so work per hour of handling is looked at instead.\n- Effort changes by the month; experiments of hours or days are approximated by months.\n- Treatment is by hall. There are no controls in the same hall, hence neither their resentment nor their imitation.\n- Where a band without † is missed, the expectation may be what is wrong.";
    HEAD_FACT = "| # | 事实 | 界限 | 得到 | 年数 | 判断 | 依据 |\n| --- | --- | --- | --- | --- | --- | --- |", "| # | Fact | Band | Found | Years | Verdict | Source |\n| --- | --- | --- | --- | --- | --- | --- |";
    HEAD_TRIAL = "| 实验 | 结果 | 发表的（区间） | 模拟的 | 单次离散 | 相符 | 与原文不同之处 |\n| --- | --- | --- | --- | --- | --- | --- |", "| Experiment | Outcome | Published (interval) | Simulated | Scatter | Agrees | What differs |\n| --- | --- | --- | --- | --- | --- | --- |";
    HEAD_BESIDE = "| | 应为 | 得到 | 标准误 | z |\n| --- | --- | --- | --- | --- |", "| | Expected | Found | Standard error | z |\n| --- | --- | --- | --- | --- |";
    HEAD_BANK = "| | 记录 | 模拟 | 标准误 |\n| --- | --- | --- | --- |", "| | Log | Simulated | Standard error |\n| --- | --- | --- | --- |";
    MECHANISM = "机制（常数）", "Mechanism (constant)";
}
