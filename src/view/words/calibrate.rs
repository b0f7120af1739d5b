//! Texts of the screen that takes a centre's own export.

use super::words;

words! {
    TITLE = "把您自己的数据放进来", "Bring your own data";
    LEAD = "放一份按通话或按半小时的导出表，得到数字、误差和一个情景。", "Drop an export by call or by half-hour; get figures, their errors and a scenario.";
    PRIVACY = "文件不离开此浏览器；可断网使用。", "The file never leaves this browser; it works without a network.";
    NOTHING = "从这份文件里读不出来电", "Nothing can be told from this file";
    FIGURE = "数字", "Figure";
    VALUE = "值", "Value";
    ERROR = "标准误", "Standard error";
    PROBLEMS = "读表时遇到的", "Met while reading";
    SILENT = "数据说明不了的", "Where the data say little";
    UNMATCHED = "拟合做不到的", "What the fit could not match";
    SHAPE = "拟合得怎样", "How well it fits";
    USE = "使用这个情景", "Use this scenario";
    ADD = "作为新情景并列", "Add it beside the others";
    USED = "当前情景已换成按数据拟合的那个。", "The scenario is now the one fitted to your data.";
    AGAIN = "换一份文件", "Another file";
}
