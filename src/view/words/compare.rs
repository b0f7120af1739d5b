//! Texts of the comparison.

use super::words;

words! {
    NOTE = "差值逐次配对：同一次模拟里各情景的来电、人员和运气相同。平均差值超出偶然（整张表的误报不超过 5%）、且大到有意义，才判更好或更差。", "Differences are paired: within a simulation all scenarios share callers, people and luck. A verdict needs a mean difference beyond chance (at most one table in twenty raises a false alarm) and large enough to matter.";
    TABLE = "各情景的指标", "The scenarios’ metrics";
    REFERENCE = "参照", "Reference";
    MATTERS = "小到不在乎", "Too small to matter";
    RIVALS = "只有一个情景。一点即加一个对手：", "There is one scenario. Add a rival in one click:";
    RIVAL_TARGET = "目标低一成", "Target a tenth lower";
    RIVAL_COVERAGE = "奖励更广", "Wider awards";
    RIVAL_REST = "每天多歇 15 分钟", "15 minutes more rest a day";
    DIFFERING = "只列不同的参数", "Only the parameters that differ";
    ALIKE = "各情景的参数完全相同。", "The scenarios are the same in every parameter.";
    ALL_METRICS = "全部指标", "All metrics";
    KEY_METRICS = "主要指标", "Main metrics";
    SUREST_FIRST = "差别最可信的在前", "Surest differences first";
    WAITING = "等待", "waiting";
    COURSES_NOTE = "各情景模拟年的中位数；右端竖线为其中 90% 的年份在年末所处的范围。", "Median of each scenario’s simulated years; the bars on the right span where 90% of them end.";
    COURSE = "看哪一项", "Course of";
    WEEK = "周", "Week";
    YEAR_END = "年末", "year’s end";
    UNSOUND = "有情景不能运行，先改正再比较。", "A scenario can’t be run; mend it first, then compare.";
}
