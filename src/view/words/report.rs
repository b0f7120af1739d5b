//! Texts of the report.

use super::words;

words! {
    REPORT = "报告", "Report";
    PRINT = "打印或存为 PDF", "Print or save as PDF";
    NUMBERS = "关键数字", "Key numbers";
    METRIC = "指标", "Metric";
    MEDIAN = "中位数", "Median";
    RANGE = "90% 的模拟", "90% of simulations";
    DIFFERENCE = "与基线的差别", "Difference from the baseline";
    CHANGED = "改了什么", "What was changed";
    UNCHANGED = "与所选起点完全相同，什么也没有改。", "Nothing: it is the chosen start as it stands.";
    PARAMETER = "参数", "Parameter";
    NOW = "现在", "Now";
    PRESET = "起点", "Start";
    SOURCE = "来源", "Source";
    ASSUMED = "依靠哪些假设", "What it leans on";
    OVERTURN = "什么会推翻它", "What would overturn it";
    OVERTURN_HOW = "“可能错在哪”一页在合理范围内逐一改动假设，找出结论翻转的地方；这份报告没有包含它。", "The screen “What could be wrong” moves the assumptions within their plausible ranges and finds where the conclusion flips; it is not part of this report.";
    REPEAT = "怎样重做", "How to repeat it";
    REPEAT_LINK = "同一链接得到同样的结果：", "The same link gives the same results:";
    REPEAT_COMMAND = "命令行得到同样的数字：", "The command line gives the same numbers:";
    QR = "链接的二维码", "The link as a QR code";
    MADE = "模拟次数、运气编号和版本", "Simulations, seed and version";
}
